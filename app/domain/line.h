// SPDX-License-Identifier: MIT
#pragma once

#include "domain/phonenumber.h"

#include <QMap>
#include <QString>

#include <vector>

namespace textback {

inline constexpr int earliestVoicemailAfter = 10; ///< seconds

/// One of the business's own numbers.
struct Line {
    PhoneNumber number;
    QString label; ///< "Main"
    QString city;
    bool overflow = false; ///< the carrier forwards here when nobody answered: every call is already missed (providers.md 3.2 H)
    int minRings = 2;      ///< 1..10; a caller who hangs up earlier is not a missed call
    PhoneNumber textFrom;  ///< the number that texts for this line; null means the line's own

    /// Seconds of ringing after which a cell phone's own voicemail takes the call, as the owner has confirmed it (rules.md X4): a call picked up about
    /// then and over within a minute is missed. earliestVoicemailAfter..60; 0: not known, then every call that was picked up is answered.
    int voicemailAfter = 0;
    QString trade = {};                    ///< whose built-in texts answer calls to it; empty: the business's
    QMap<QString, QString> templates = {}; ///< own texts for calls to it, by the spelling of their SendRule

    const PhoneNumber &sender() const { return textFrom.isNull() ? number : textFrom; }
    /// Whether callers call this number or get texts from it.
    bool has(const PhoneNumber &any) const { return !any.isNull() && (any == number || any == textFrom); }
    bool operator==(const Line &) const = default;
};

} // namespace textback
