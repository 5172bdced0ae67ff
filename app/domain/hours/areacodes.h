// SPDX-License-Identifier: MIT
#pragma once

#include "domain/phonenumber.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

namespace textback {

/// Where the people of one area code of +1 may be.
struct AreaCode {
    /// "FL"; "CA-ON" for Canada, whose codes may span provinces; empty for the other countries of +1.
    QStringList states;
    /// IANA names, never empty. A code that spans zones ("208": Denver's and Los Angeles's) has all of them.
    QByteArrayList zones;

    bool operator==(const AreaCode &) const = default;
};

/// The area code of a number, or null: a number outside +1, a toll-free one, or a code that the table does not have. The table is
/// resources/areacodes.txt (from libphonenumber, see packaging/data/areacodes.py) and is read at the first call, not at start-up.
const AreaCode *areaCodeOf(const PhoneNumber &number);
/// The same by its three digits.
const AreaCode *areaCode(const QString &digits);

/// All zones of a state ("FL", "CA-ON"), as the area codes say; empty for one that is not known.
QByteArrayList zonesOfState(const QString &state);

} // namespace textback
