// SPDX-License-Identifier: MIT
#pragma once

#include "domain/phonenumber.h"
#include "domain/textbackrules.h"
#include "domain/traps/linefacts.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace textback {

/// A set-up that keeps callers from being texted, or has them texted twice.
enum class TrapKind {
    CarrierVoicemail,        ///< "answered" calls that a mobile carrier's voicemail took (rules.md X4); the owner confirms it once
    SilencedPhone,           ///< likewise, but at once: Live Voicemail, Silence Unknown Callers, a phone that is off (X5)
    UnconditionalForwarding, ///< no phone rings any more (X6)
    RingsTooLong,            ///< the phones ring longer than a carrier's voicemail waits (providers.md 3.4)
    MinRingsTooMany,         ///< no caller can wait for as many rings as the line asks for (providers.md 3.3)
    ElsewhereTexts,          ///< another program, or a flow at the provider, texts missed callers by itself (X2)
    FlowFails,               ///< the business's own call set-up fails (providers.md 3.2 L)
};

QString toString(TrapKind kind);
/// Whether a finding of one kind is told before one of another, whatever their lines.
bool gravestFirst(TrapKind one, TrapKind other);
std::optional<TrapKind> trapKindFromString(const QString &text);

/// What to do about it; a screen has the words.
enum class TrapAdvice {
    ConfirmVoicemail,      ///< say whether it was a voicemail: then calls as short count as missed
    RingFifteenToEighteen, ///< a ring time-out of 15 to 18 seconds
    CheckIphone,           ///< switch off Live Voicemail and Silence Unknown Callers, then call from a number that the phone does not know
    SwitchOffForwarding,   ///< forward unanswered calls only
    FewerRings,            ///< `rings` is the most that makes sense
    SwitchOffOther,        ///< one of the two must stop texting
    RepairFlow,            ///< see the provider's error log
};

QString toString(TrapAdvice advice);
std::optional<TrapAdvice> trapAdviceFromString(const QString &text);

/// One finding with what it rests on. Which numbers have a meaning depends on the kind; the others are 0.
struct TrapFinding {
    TrapKind kind = TrapKind::CarrierVoicemail;
    PhoneNumber line;
    int calls = 0;       ///< calls that show it
    int of = 0;          ///< of so many: answered ones of 30 days, or missed ones of the last day (forwarding) or week (other texts)
    int fromSeconds = 0; ///< ring of these calls; RingsTooLong and MinRingsTooMany: the longest ring that was seen
    int toSeconds = 0;
    int talkSeconds = 0; ///< the median of these calls
    int rings = 0;       ///< MinRingsTooMany: what the line asks for
    int mostRings = 0;   ///< likewise: what makes sense
    std::vector<TrapAdvice> advice;

    /// "carrier-voicemail:+13132230100": what the owner said about a finding is kept under it.
    QString key() const;
    bool operator==(const TrapFinding &) const = default;
};

/// Whether `text` is what TrapFinding::key gives.
bool isTrapKey(const QString &text);

/// Where its limits lie, for the words and the tests. All spans with the 3 s or so until a phone begins to ring.
namespace traps {

inline constexpr int earliestVoicemail = 18; ///< seconds after which carriers pick up, by carrier and as the owner set it
inline constexpr int latestVoicemail = 32;
inline constexpr int atOnce = 5;       ///< seconds: hardly anybody picks up within the first ring, again and again
inline constexpr int fewestCalls = 5;  ///< fewer show no habit
inline constexpr int fewestMissed = 3; ///< X6
inline constexpr int unusualDay = 3;   ///< times as many missed calls as on other days, on a line whose calls are all missed
inline constexpr int fewestTexts = 2;  ///< one may have been a quick person
inline constexpr int longestGoodRing = 20;

} // namespace traps

/// What the calls to one watched line show, the gravest first; findings whose key is among `settled` (the owner has answered) are left out.
///
/// - CarrierVoicemail: at least 5 calls were picked up within 3 seconds of each other, somewhere between 18 and 32, and lasted a minute at most, and they are
///   two thirds of everything that was picked up between 18 and 32. People pick up at any second, and talk longer.
/// - SilencedPhone: at least 5 calls, and half of the line's answered ones, were picked up within 5 seconds and lasted a minute at most.
/// - UnconditionalForwarding: in 24 hours at least 3 calls were missed while the business was open, none was answered, and no phone rang. On an
///   overflow line, which gets unanswered calls alone: also three times as many as on the days before.
/// - RingsTooLong: the learned ring time-out is longer than 20 s.
/// - ElsewhereTexts: at least 2 callers of a week had a text from elsewhere within a minute. Not on a PC that leaves the sending to another one
///   (`viewer`): those are that one's.
std::vector<TrapFinding> findTraps(const LineFacts &facts, const TextBackRules &rules, bool viewer = false,
                                   const QStringList &settled = {});

} // namespace textback
