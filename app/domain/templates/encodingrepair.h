// SPDX-License-Identifier: MIT
#pragma once

#include "domain/smssegments.h"

#include <QString>
#include <QStringList>

namespace textback {

/// What makes a text cost more than its length, and what can be done about it (rules.md C35).
struct EncodingRepair {
    QStringList forcing; ///< the characters that force UCS-2, each once, in the order of the text
    QString repaired;    ///< the text with everything replaced that looks and reads the same: may be offered as one click
    QStringList staying; ///< those of `forcing`'s kind that are still in `repaired`
    /// `repaired` without the accents that GSM-7 lacks: a loss ("esta" for "está"), so a person chooses it. Equal to `repaired` if there is none.
    QString plain;
    SmsSegments now;         ///< of the text as it is
    SmsSegments afterRepair; ///< of `repaired`
    SmsSegments afterPlain;  ///< of `plain`

    bool operator==(const EncodingRepair &) const = default;
};

EncodingRepair encodingRepair(const QString &text);

/// Letters that GSM-7 lacks are replaced by their kin without the mark ("á" by "a", "ç" by "c", "œ" by "oe"). Letters that it has (é, ñ, ü, à)
/// stay, and so does what has no such kin. Doing it twice changes nothing more.
QString withoutAccents(const QString &text);

} // namespace textback
