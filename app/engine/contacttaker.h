// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/contactimport.h"
#include "domain/result.h"

#include <QList>
#include <QMetaType>

namespace textback {

class Store;

/// What became of contacts out of an address book.
struct ContactsTaken {
    int named = 0;       ///< numbers that have this name now
    int kept = 0;        ///< numbers that had a name from a person, which stayed
    bool failed = false; ///< nothing was stored

    bool operator==(const ContactsTaken &) const = default;
};

/// Gives the numbers their names, all in one transaction. A name that somebody gave stays, unless `replaceNames`.
Result<ContactsTaken> takeContacts(Store &store, const QList<ImportedContact> &contacts, bool replaceNames);

} // namespace textback

Q_DECLARE_METATYPE(textback::ContactsTaken)
