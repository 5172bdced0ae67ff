// SPDX-License-Identifier: MIT
#include "ui/format/reasonwords.h"

namespace textback {

QString ReasonWords::inBadge(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::Answered:
        return tr("answered");
    case DecisionReason::AnsweredElsewhere:
        return tr("answered elsewhere");
    case DecisionReason::CalledBack:
        return tr("called back");
    case DecisionReason::HungUpEarly:
        return tr("hung up early");
    case DecisionReason::RobotOrMenu:
        return tr("menu or robot");
    case DecisionReason::Screened:
        return tr("screened");
    case DecisionReason::History:
        return tr("before set-up");
    case DecisionReason::TooOld:
        return tr("too late");
    case DecisionReason::PcAsleep:
        return tr("PC was asleep");
    case DecisionReason::ModeOff:
        return tr("texts are off");
    case DecisionReason::ModeWatch:
        return tr("watching only");
    case DecisionReason::Paused:
        return tr("paused");
    case DecisionReason::Viewer:
        return tr("other PC");
    case DecisionReason::LineOff:
        return tr("line is off");
    case DecisionReason::CancelledByOwner:
        return tr("you cancelled");
    case DecisionReason::HeldQuietHours:
        return tr("quiet hours");
    case DecisionReason::ExpiredInHold:
        return tr("waited too long");
    case DecisionReason::TextedThisCall:
        return tr("already texted");
    case DecisionReason::CoolDown:
        return tr("texted before");
    case DecisionReason::SecondCallLimit:
        return tr("texted twice");
    case DecisionReason::StaffInConversation:
        return tr("you are in touch");
    case DecisionReason::ProviderTexted:
        return tr("provider texted");
    case DecisionReason::DailyCap:
        return tr("daily limit");
    case DecisionReason::HourlyCap:
        return tr("hourly limit");
    case DecisionReason::CostLimit:
        return tr("cost limit");
    case DecisionReason::AllowanceStop:
        return tr("allowance used");
    case DecisionReason::HoldOut:
        return tr("comparison group");
    case DecisionReason::Replied:
        return tr("replied");
    case DecisionReason::Booked:
        return tr("booked");
    case DecisionReason::OptedOut:
        return tr("opted out");
    case DecisionReason::Frozen:
        return tr("on hold");
    case DecisionReason::Blocked:
        return tr("blocked");
    case DecisionReason::NeverText:
        return tr("never text");
    case DecisionReason::KnownContact:
        return tr("known contact");
    case DecisionReason::Vip:
        return tr("VIP");
    case DecisionReason::Withheld:
        return tr("withheld");
    case DecisionReason::NotANumber:
        return tr("no phone number");
    case DecisionReason::ShortCode:
        return tr("short code");
    case DecisionReason::TollFree:
        return tr("toll-free");
    case DecisionReason::Premium:
        return tr("premium number");
    case DecisionReason::Foreign:
        return tr("foreign number");
    case DecisionReason::OwnNumber:
        return tr("own number");
    case DecisionReason::StaffNumber:
        return tr("staff");
    case DecisionReason::Landline:
        return tr("landline");
    case DecisionReason::CannotReceive:
        return tr("cannot get texts");
    case DecisionReason::NoTemplate:
        return tr("no text written");
    case DecisionReason::AccountRefused:
        return tr("provider refused");
    }
    Q_UNREACHABLE();
}

QString ReasonWords::sentence(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::Answered:
        return tr("the call was answered.");
    case DecisionReason::AnsweredElsewhere:
        return tr("the call was answered on another phone.");
    case DecisionReason::CalledBack:
        return tr("you called back before it was due.");
    case DecisionReason::HungUpEarly:
        return tr("the caller hung up before it rang long enough.");
    case DecisionReason::RobotOrMenu:
        return tr("the call ended in a menu, or a robot called.");
    case DecisionReason::Screened:
        return tr("the call was screened and never reached your phone.");
    case DecisionReason::History:
        return tr("the call came before this account was watched. Call back if it still matters.");
    case DecisionReason::TooOld:
        return tr("the call was seen too late for a text. Call back instead.");
    case DecisionReason::PcAsleep:
        return tr("this PC was asleep, and afterwards it was too late. Call back instead.");
    case DecisionReason::ModeOff:
        return tr("automatic texts are off. Switch them on in Settings.");
    case DecisionReason::ModeWatch:
        return tr("watching only, otherwise it would have been texted. Switch texts on in Settings.");
    case DecisionReason::Paused:
        return tr("automatic texts were paused. Write or call yourself.");
    case DecisionReason::Viewer:
        return tr("another PC sends the texts; this one only shows them.");
    case DecisionReason::LineOff:
        return tr("automatic texts are off for the line that was called.");
    case DecisionReason::CancelledByOwner:
        return tr("you cancelled it.");
    case DecisionReason::HeldQuietHours:
        return tr("it is quiet hours. It is decided again when they end.");
    case DecisionReason::ExpiredInHold:
        return tr("it had to wait until it was too late. Call back instead.");
    case DecisionReason::TextedThisCall:
        return tr("this call was already answered with a text.");
    case DecisionReason::CoolDown:
        return tr("this caller got an automatic text a short while ago. Write yourself if something is open.");
    case DecisionReason::SecondCallLimit:
        return tr("this caller got both automatic texts already. Better call back.");
    case DecisionReason::StaffInConversation:
        return tr("you are already writing with this caller.");
    case DecisionReason::ProviderTexted:
        return tr("your phone provider texted by itself. Switch its auto-reply off to avoid two texts.");
    case DecisionReason::DailyCap:
        return tr("the limit of automatic texts for today is reached. Write or call yourself.");
    case DecisionReason::HourlyCap:
        return tr("this number got three automatic texts within an hour, and gets no more. Write or call yourself.");
    case DecisionReason::CostLimit:
        return tr("the cost limit is reached. Write or call yourself, or raise the limit in Settings.");
    case DecisionReason::AllowanceStop:
        return tr("the texts of your provider's plan are used up. Call back instead.");
    case DecisionReason::HoldOut:
        return tr("this caller is in the group that gets none, for comparison.");
    case DecisionReason::Replied:
        return tr("the customer replied, so nothing follows by itself.");
    case DecisionReason::Booked:
        return tr("a job is booked, so nothing follows by itself.");
    case DecisionReason::OptedOut:
        return tr("this person opted out (STOP). You may call, but not text.");
    case DecisionReason::Frozen:
        return tr("texts to this person are on hold. You may call.");
    case DecisionReason::Blocked:
        return tr("this number is blocked.");
    case DecisionReason::NeverText:
        return tr("this number is on your “never text” list. Call back instead.");
    case DecisionReason::KnownContact:
        return tr("known contacts get no automatic text. Write or call yourself.");
    case DecisionReason::Vip:
        return tr("this is a VIP: call back in person.");
    case DecisionReason::Withheld:
        return tr("the caller withheld the number, so there is nobody to text.");
    case DecisionReason::NotANumber:
        return tr("the caller has no phone number that could be texted.");
    case DecisionReason::ShortCode:
        return tr("short codes and service numbers are never texted.");
    case DecisionReason::TollFree:
        return tr("toll-free numbers are not texted. Call back instead.");
    case DecisionReason::Premium:
        return tr("premium numbers are never texted.");
    case DecisionReason::Foreign:
        return tr("this is a number from another country. Call or write yourself.");
    case DecisionReason::OwnNumber:
        return tr("this is one of your own numbers.");
    case DecisionReason::StaffNumber:
        return tr("this number belongs to your staff.");
    case DecisionReason::Landline:
        return tr("this is a landline. Call back instead.");
    case DecisionReason::CannotReceive:
        return tr("this number cannot get texts. Call back instead.");
    case DecisionReason::NoTemplate:
        return tr("no text is written for this case. Write one in Settings.");
    case DecisionReason::AccountRefused:
        return tr("your phone provider refuses to send. Look at the account there.");
    }
    Q_UNREACHABLE();
}

ReasonTone ReasonWords::tone(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::TooOld:
    case DecisionReason::PcAsleep:
    case DecisionReason::ExpiredInHold:
    case DecisionReason::SecondCallLimit:
    case DecisionReason::DailyCap:
    case DecisionReason::HourlyCap:
    case DecisionReason::CostLimit:
    case DecisionReason::AllowanceStop:
    case DecisionReason::Vip:
    case DecisionReason::TollFree:
    case DecisionReason::Foreign:
    case DecisionReason::Landline:
    case DecisionReason::CannotReceive:
    case DecisionReason::NoTemplate:
    case DecisionReason::AccountRefused:
    case DecisionReason::ProviderTexted:
        return ReasonTone::Act;
    default:
        return ReasonTone::Quiet;
    }
}

QString ReasonWords::templateName(SendRule rule)
{
    switch (rule) {
    case SendRule::Open:
        return tr("Missed call");
    case SendRule::Closed:
        return tr("Missed call, closed");
    case SendRule::Holiday:
        return tr("Missed call, holiday");
    case SendRule::Storm:
        return tr("Storm");
    case SendRule::SecondCall:
        return tr("Second call");
    case SendRule::Vip:
        return tr("VIP");
    case SendRule::FollowUp1:
    case SendRule::FollowUp2:
        return tr("Follow-up");
    case SendRule::Review:
        return tr("Review request");
    case SendRule::OptOutConfirmation:
        return tr("Opted out");
    case SendRule::Help:
        return tr("Help");
    case SendRule::OptedIn:
        return tr("Opted in");
    case SendRule::Holding:
        return tr("We have your message");
    }
    Q_UNREACHABLE();
}

} // namespace textback
