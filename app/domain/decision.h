// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QMetaType>
#include <QString>

#include <array>
#include <optional>

namespace textback {

/// Why no text goes out (or not yet). The closed list of rules.md 0: stored, sent in events and shown as a sentence, in these spellings.
enum class DecisionReason {
    // not a missed call
    Answered,
    AnsweredElsewhere,
    CalledBack,
    HungUpEarly,
    RobotOrMenu,
    Screened,
    // not now or not any more
    History,
    TooOld,
    PcAsleep,
    ModeOff,
    ModeWatch,
    Paused,
    Viewer,
    LineOff,
    CancelledByOwner,
    HeldQuietHours,
    ExpiredInHold,
    // enough already
    TextedThisCall,
    CoolDown,
    SecondCallLimit,
    StaffInConversation,
    ProviderTexted,
    DailyCap,
    HourlyCap, ///< this number got as many automatic texts as one may get in an hour
    CostLimit,
    AllowanceStop,
    HoldOut,
    Replied, ///< what follows up on a text stops: the customer answered it
    Booked,  ///< likewise: a job was noted for them
    // must not
    OptedOut,
    Frozen,
    Blocked,
    NeverText,
    KnownContact,
    Vip,
    // cannot
    Withheld,
    NotANumber,
    ShortCode,
    TollFree,
    Premium,
    Foreign,
    OwnNumber,
    StaffNumber,
    Landline,
    CannotReceive,
    NoTemplate,
    AccountRefused,
};

/// Which rule chose the words of a text that goes out.
enum class SendRule {
    Open,
    Closed,
    Holiday,
    Storm,
    SecondCall,
    Vip,
    FollowUp1,
    FollowUp2,
    Review,
    OptOutConfirmation,
    Help,
    OptedIn,
    Holding, ///< the one text that tells a waiting customer in open hours that the message has arrived
};

/// Every rule, in the order of the enumeration.
inline constexpr std::array allSendRules = {
    SendRule::Open, SendRule::Closed,    SendRule::Holiday,   SendRule::Storm,  SendRule::SecondCall,
    SendRule::Vip,  SendRule::FollowUp1, SendRule::FollowUp2, SendRule::Review, SendRule::OptOutConfirmation,
    SendRule::Help, SendRule::OptedIn,   SendRule::Holding,
};

QString toString(DecisionReason reason);
std::optional<DecisionReason> decisionReasonFromString(const QString &text);
QString toString(SendRule rule);
std::optional<SendRule> sendRuleFromString(const QString &text);

enum class Verdict { Send, Hold, Skip };

/// What was decided about one missed call: exactly one is stored per call, always with its reason.
/// A Send has a rule, a Skip a reason, a Hold both; a Skip for ModeWatch also has the rule that would have chosen the words.
struct Decision {
    Verdict verdict = Verdict::Skip;
    std::optional<SendRule> rule;
    std::optional<DecisionReason> reason;
    UtcTime decidedAt{};              ///< provider's clock
    std::optional<UtcTime> notBefore; ///< Send: end of the send delay; Hold: when it is decided anew
    QString ruleVersion;              ///< hash of the rules that were in force
    QString inputs;                   ///< for the proof alone: what was known (evidence/decisioninputs.h); written and not read back

    static Decision send(SendRule rule, UtcTime notBefore);
    static Decision hold(SendRule rule, DecisionReason reason, UtcTime until);
    static Decision skip(DecisionReason reason);
    bool operator==(const Decision &) const = default;
};

QString toString(Verdict verdict);
std::optional<Verdict> verdictFromString(const QString &text);

} // namespace textback

Q_DECLARE_METATYPE(textback::DecisionReason)
Q_DECLARE_METATYPE(textback::Decision)
