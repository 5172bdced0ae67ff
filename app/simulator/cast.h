// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/simulatedtexts.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace textback {

/// One of the people who call the simulated business, and how they behave.
struct CastMember {
    QString number; ///< as the provider shows it: E.164, or its stand-in for a withheld number
    QString name;
    QStringList replies; ///< what they text back, one per text they get; empty: they never answer
    TextFate fate = TextFate::Delivered;
    bool callsAgain = false;      ///< rings once more after the last reply
    bool sendsPicture = false;    ///< with the first reply
    bool leavesVoicemail = false; ///< whenever nobody answers
};

/// Twilio's stand-in for a number that was withheld (it spells ANONYMOUS).
inline constexpr QLatin1StringView withheldCaller("+266696687");

/// The people of the simulated phone line: customers of a towing business. Numbers are +1 313 555 01xx, which nobody has.
const std::vector<CastMember> &cast();
/// A member by number, or nullptr.
const CastMember *castMember(const QString &number);
/// "Maria Garcia (313) 555-0142", "Withheld number", or the number itself for strangers.
QString callerLabel(const QString &number);

} // namespace textback
