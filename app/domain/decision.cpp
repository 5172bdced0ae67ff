// SPDX-License-Identifier: MIT
#include "domain/decision.h"

#include "domain/enumnames.h"

namespace textback {

namespace {

constexpr EnumName<DecisionReason> reasonNames[] = {
    {DecisionReason::Answered, QLatin1StringView("answered")},
    {DecisionReason::AnsweredElsewhere, QLatin1StringView("answered-elsewhere")},
    {DecisionReason::CalledBack, QLatin1StringView("called-back")},
    {DecisionReason::HungUpEarly, QLatin1StringView("hung-up-early")},
    {DecisionReason::RobotOrMenu, QLatin1StringView("robot-or-menu")},
    {DecisionReason::Screened, QLatin1StringView("screened")},
    {DecisionReason::History, QLatin1StringView("history")},
    {DecisionReason::TooOld, QLatin1StringView("too-old")},
    {DecisionReason::PcAsleep, QLatin1StringView("pc-asleep")},
    {DecisionReason::ModeOff, QLatin1StringView("mode-off")},
    {DecisionReason::ModeWatch, QLatin1StringView("mode-watch")},
    {DecisionReason::Paused, QLatin1StringView("paused")},
    {DecisionReason::Viewer, QLatin1StringView("viewer")},
    {DecisionReason::LineOff, QLatin1StringView("line-off")},
    {DecisionReason::CancelledByOwner, QLatin1StringView("cancelled-by-owner")},
    {DecisionReason::HeldQuietHours, QLatin1StringView("held-quiet-hours")},
    {DecisionReason::ExpiredInHold, QLatin1StringView("expired-in-hold")},
    {DecisionReason::TextedThisCall, QLatin1StringView("texted-this-call")},
    {DecisionReason::CoolDown, QLatin1StringView("cool-down")},
    {DecisionReason::SecondCallLimit, QLatin1StringView("second-call-limit")},
    {DecisionReason::StaffInConversation, QLatin1StringView("staff-in-conversation")},
    {DecisionReason::ProviderTexted, QLatin1StringView("provider-texted")},
    {DecisionReason::DailyCap, QLatin1StringView("daily-cap")},
    {DecisionReason::HourlyCap, QLatin1StringView("hourly-cap")},
    {DecisionReason::CostLimit, QLatin1StringView("cost-limit")},
    {DecisionReason::AllowanceStop, QLatin1StringView("allowance-stop")},
    {DecisionReason::HoldOut, QLatin1StringView("hold-out")},
    {DecisionReason::Replied, QLatin1StringView("replied")},
    {DecisionReason::Booked, QLatin1StringView("booked")},
    {DecisionReason::OptedOut, QLatin1StringView("opted-out")},
    {DecisionReason::Frozen, QLatin1StringView("frozen")},
    {DecisionReason::Blocked, QLatin1StringView("blocked")},
    {DecisionReason::NeverText, QLatin1StringView("never-text")},
    {DecisionReason::KnownContact, QLatin1StringView("known-contact")},
    {DecisionReason::Vip, QLatin1StringView("vip")},
    {DecisionReason::Withheld, QLatin1StringView("withheld")},
    {DecisionReason::NotANumber, QLatin1StringView("not-a-number")},
    {DecisionReason::ShortCode, QLatin1StringView("short-code")},
    {DecisionReason::TollFree, QLatin1StringView("toll-free")},
    {DecisionReason::Premium, QLatin1StringView("premium")},
    {DecisionReason::Foreign, QLatin1StringView("foreign")},
    {DecisionReason::OwnNumber, QLatin1StringView("own-number")},
    {DecisionReason::StaffNumber, QLatin1StringView("staff-number")},
    {DecisionReason::Landline, QLatin1StringView("landline")},
    {DecisionReason::CannotReceive, QLatin1StringView("cannot-receive")},
    {DecisionReason::NoTemplate, QLatin1StringView("no-template")},
    {DecisionReason::AccountRefused, QLatin1StringView("account-refused")},
};

constexpr EnumName<SendRule> ruleNames[] = {
    {SendRule::Open, QLatin1StringView("open")},
    {SendRule::Closed, QLatin1StringView("closed")},
    {SendRule::Holiday, QLatin1StringView("holiday")},
    {SendRule::Storm, QLatin1StringView("storm")},
    {SendRule::SecondCall, QLatin1StringView("second-call")},
    {SendRule::Vip, QLatin1StringView("vip")},
    {SendRule::FollowUp1, QLatin1StringView("follow-up-1")},
    {SendRule::FollowUp2, QLatin1StringView("follow-up-2")},
    {SendRule::Review, QLatin1StringView("review")},
    {SendRule::OptOutConfirmation, QLatin1StringView("opt-out-confirmation")},
    {SendRule::Help, QLatin1StringView("help")},
    {SendRule::OptedIn, QLatin1StringView("opted-in")},
    {SendRule::Holding, QLatin1StringView("holding")},
};

constexpr EnumName<Verdict> verdictNames[] = {
    {Verdict::Send, QLatin1StringView("send")},
    {Verdict::Hold, QLatin1StringView("hold")},
    {Verdict::Skip, QLatin1StringView("skip")},
};

} // namespace

Decision Decision::send(SendRule rule, UtcTime notBefore)
{
    Decision decision;
    decision.verdict = Verdict::Send;
    decision.rule = rule;
    decision.notBefore = notBefore;
    return decision;
}

Decision Decision::hold(SendRule rule, DecisionReason reason, UtcTime until)
{
    Decision decision;
    decision.verdict = Verdict::Hold;
    decision.rule = rule;
    decision.reason = reason;
    decision.notBefore = until;
    return decision;
}

Decision Decision::skip(DecisionReason reason)
{
    Decision decision;
    decision.verdict = Verdict::Skip;
    decision.reason = reason;
    return decision;
}

QString toString(DecisionReason reason)
{
    return enumToString(reasonNames, reason);
}

std::optional<DecisionReason> decisionReasonFromString(const QString &text)
{
    return enumFromString(reasonNames, text);
}

QString toString(SendRule rule)
{
    return enumToString(ruleNames, rule);
}

std::optional<SendRule> sendRuleFromString(const QString &text)
{
    return enumFromString(ruleNames, text);
}

QString toString(Verdict verdict)
{
    return enumToString(verdictNames, verdict);
}

std::optional<Verdict> verdictFromString(const QString &text)
{
    return enumFromString(verdictNames, text);
}

} // namespace textback
