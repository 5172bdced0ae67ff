// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/hours/businesshours.h"
#include "domain/phonenumber.h"
#include "domain/time.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace textback {

/// The two classes of automatic texts (rules.md C23).
enum class MessageClass {
    Reply,    ///< caused by a call that just ended, and about it
    Outreach, ///< follow-up, review request, anything that the person did not just ask for
};

/// The class of the texts of a rule; nothing for the answers to STOP, HELP and START, which are owed at once at any hour (C6, C11).
std::optional<MessageClass> messageClass(SendRule rule);

/// When replies go to people who call while the business is closed (C24).
enum class ReplyHours {
    AroundTheClock, ///< at once
    NotAtNight,     ///< at once, but between 21:00 and 8:00 of the business they wait for 8:00
    WhileOpen,      ///< they wait for the next 8:00 of the business
};

/// What holds for a trade as long as the owner says nothing: AroundTheClock for towing, roadside, locksmith and plumbing, NotAtNight for others.
/// C24 would have the others wait for 8:00 from their closing on; but whoever calls in the evening has then waited longer than C28 lets a text
/// wait, so that it would be dropped and nobody told. By day, 8:00 to 21:00, the after-hours text goes at once.
ReplyHours defaultReplyHours(const QString &trade);

/// Until when a reply to a call that ended at `callEnd` waits; nothing means that it may go now.
///
/// - It never waits while the business is open, nor for a call that ended while it was: closing in between takes no text from anybody.
/// - It waits for the first 8:00 of the business's wall clock at or after the call's end, or for its next opening where that is sooner (the end
///   of a lunch break, a shop that opens at 7:00). From then on it goes, still closed or not: with the after-hours or holiday text.
/// - Ask again at release with the same `callEnd`; what is older than longestHold by then is dropped (expiredInHold).
std::optional<UtcTime> replyHeldUntil(ReplyHours rule, const BusinessHours &hours, const QTimeZone &businessZone, UtcTime callEnd,
                                      UtcTime now);

/// Whom an outreach text goes to, as far as it tells where they are.
struct Recipient {
    PhoneNumber number;
    QString addressState; ///< of a known address: "FL", "CA-ON"; may be empty
};

/// Until when an outreach text waits; nothing means that it may go now (C25-C27).
///
/// It may go when every place allows it in which the person may be: each zone of the number's area code by the rules of its states
/// (sendWindow), and, because a number goes along when its owner moves, each zone of the known address's state too. Where the area code or the
/// address cannot be told, and for zones that this computer does not know: 9:00 to 20:00 of the business's clock in its place. Other countries
/// of +1: 9:00 to 20:00 of theirs.
/// Where no moment of the next 14 days suits every place (Guam and Rhode Island), it waits for their end, long after it was dropped for its age.
std::optional<UtcTime> outreachHeldUntil(const Recipient &recipient, const QTimeZone &businessZone, UtcTime now);

/// A held text that is older than this at its release is dropped (C28).
inline constexpr Millis longestHold = std::chrono::hours(12);
constexpr bool expiredInHold(UtcTime heldSince, UtcTime now)
{
    return now - heldSince > longestHold;
}

} // namespace textback
