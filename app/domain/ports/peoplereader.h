// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/result.h"
#include "domain/time.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace textback {

enum class PeopleFilter { All, Named, Unnamed };

/// The place of a row in the list: by name, then those without one by their address.
struct PersonKey {
    QString sortKey; ///< personSortKey()
    ConversationId id;
};

/// Somebody with whom there is a conversation, or who came out of an address book.
struct Person {
    ConversationId id;
    QString address;        ///< E.164 or the provider's text
    PhoneNumber number;     ///< null where the address is no number
    QString name;           ///< empty: nobody gave one
    UtcTime lastActivity{}; ///< the epoch: neither called nor wrote
    bool optedOut = false;
    QString sortKey;

    PersonKey key() const { return {sortKey, id}; }
    bool operator==(const Person &) const = default;
};

/// Everybody who is known. GUI thread, a read-only connection that never waits for a lock (Error::Storage then, and before there is one: read again later).
class PeopleReader {
public:
    virtual ~PeopleReader() = default;

    /// Up to `limit` rows after `after` (from the first if not set).
    virtual Result<std::vector<Person>> people(PeopleFilter filter, std::optional<PersonKey> after, int limit) = 0;
    virtual Result<std::optional<Person>> person(ConversationId id) = 0;
    /// Those whose name or number matches, in the order of the list. Digits match numbers in any spelling, accents are folded.
    virtual Result<std::vector<Person>> find(const QString &text, int limit) = 0;
    /// The names that these numbers (E.164) have; those of which nobody gave one are left out.
    virtual Result<QHash<QString, QString>> names(const std::vector<PhoneNumber> &numbers) = 0;
};

} // namespace textback
