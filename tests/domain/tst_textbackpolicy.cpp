// SPDX-License-Identifier: MIT
#include "domain/policysituation.h"

#include <QTest>

using namespace textback;
using namespace textback::test;

namespace {

void columns()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<QString>("decision");
}

void row(const char *name, const Changes &changes, const char *decision)
{
    QTest::newRow(name) << changes << QString::fromLatin1(decision);
}

/// The row's changes on the usual situation lead to the row's decision.
void compareDecision()
{
    QFETCH(Changes, changes);
    QFETCH(QString, decision);
    Situation situation = usual();
    for (const Change &change : changes)
        change(situation);
    const Decision made = decideTextBack(situation.input, situation.rules);
    QCOMPARE(inWords(made), decision);
    QVERIFY(made.decidedAt == situation.input.now);
    QCOMPARE(made.ruleVersion, situation.rules.version());
    QCOMPARE(made.notBefore.has_value(), made.verdict != Verdict::Skip);
}

} // namespace

class TestTextBackPolicy : public QObject {
    Q_OBJECT

private slots:
    void x03AnsweredOrCalledBack_data()
    {
        columns();
        row("the usual missed call", {}, "send open");
        row("answered", {notMissed(DecisionReason::Answered)}, "skip answered");
        row("hung up early", {notMissed(DecisionReason::HungUpEarly)}, "skip hung-up-early");
        row("robot", {notMissed(DecisionReason::RobotOrMenu)}, "skip robot-or-menu");
        row("screened", {notMissed(DecisionReason::Screened)}, "skip screened");
        row("not missed, reason missing", {[](Situation &s) { s.input.verdict.missed = false; }}, "skip answered");
        row("answered elsewhere since", {answeredIn(1s)}, "skip answered-elsewhere");
        row("called back since", {answeredOut(1s)}, "skip called-back");
        row("called back, then they called", {answeredOut(1s), answeredIn(2s)}, "skip answered-elsewhere");
        row("they called, then we", {answeredIn(1s), answeredOut(2s)}, "skip called-back");
    }

    void x03AnsweredOrCalledBack() { compareDecision(); }

    void x02SomebodyElseTexted_data()
    {
        columns();
        const auto viewer = [](Situation &s) { s.input.viewer = true; };
        const auto foreignNow = [](Situation &s) { s.input.history.foreign.sinceCallBegan = true; };
        const auto foreignBefore = [](Millis ago) -> Change {
            return [ago](Situation &s) { s.input.history.foreign.lastTextBack = s.input.now - ago; };
        };
        row("viewer", {viewer}, "skip viewer");
        row("viewer, too old", {viewer, age(11min)}, "skip viewer");
        row("viewer, withheld", {viewer, caller(u"anonymous"_s)}, "skip withheld");
        row("somebody texted since", {foreignNow}, "skip provider-texted");
        row("somebody texted since, by hand or not", {foreignNow, [](Situation &s) { s.input.history.lastStaffMessage = s.input.now; }},
            "skip provider-texted");
        row("the other PC's text in the cool-down", {foreignBefore(24h - 1ms)}, "skip cool-down");
        row("the other PC's text, second call", {foreignBefore(1min)}, "skip cool-down");
        row("the other PC's text before the cool-down", {foreignBefore(24h)}, "send open");
    }

    void x02SomebodyElseTexted() { compareDecision(); }

    void c29WhoCannotBeTexted_data()
    {
        columns();
        row("withheld", {caller(u"anonymous"_s)}, "skip withheld");
        row("withheld, stand-in", {caller(u"+266696687"_s)}, "skip withheld");
        row("withheld, empty", {caller(QString())}, "skip withheld");
        row("not a number", {caller(u"client:maria"_s)}, "skip not-a-number");
        row("sip", {caller(u"sip:desk@example.com"_s)}, "skip not-a-number");
        row("area code 555", {caller(u"+15558675310"_s)}, "skip not-a-number");
        row("too few digits", {caller(u"+1313444014"_s)}, "skip not-a-number");
        row("fictional", {caller(u"+13135550142"_s)}, "skip not-a-number");
        row("fictional on a simulated line", {caller(u"+13135550142"_s), simulated()}, "send open");
        row("area code 555 on a simulated line", {caller(u"+15558675310"_s), simulated()}, "skip not-a-number");
        row("short code", {caller(u"32665"_s)}, "skip short-code");
        row("911 calls back", {caller(u"911"_s)}, "skip short-code");
        row("personal 500", {caller(u"+15002345678"_s)}, "skip cannot-receive");
        row("own line", {caller(u"+13132230100"_s)}, "skip own-number");
        row("own number that is not a line", {[](Situation &s) { s.input.history.isOwnNumber = true; }}, "skip own-number");
        row("the number that texts for a line", {[](Situation &s) { s.rules.lines[0].textFrom = s.input.caller.number; }},
            "skip own-number");
        row("own toll-free number", {caller(u"+18002345678"_s), [](Situation &s) { s.input.history.isOwnNumber = true; }},
            "skip own-number");
        row("staff", {[](Situation &s) { s.rules.people.staff = {{u"Ana"_s, s.input.caller.number}}; }}, "skip staff-number");
        row("cannot receive", {capability(NumberCapability::CannotReceive)}, "skip cannot-receive");
        row("no template", {without(SendRule::Open)}, "skip no-template");
        row("no template for second calls", {textedBefore(3min), without(SendRule::SecondCall)}, "skip no-template");
    }

    void c29WhoCannotBeTexted() { compareDecision(); }

    /// Strangers whose numbers may be spoofed, cost more, or cannot be texted at all.
    void x18NumbersThatCostMoreOrCannot_data()
    {
        columns();
        row("toll-free 800", {caller(u"+18002345678"_s)}, "skip toll-free");
        row("toll-free 833", {caller(u"+18332345678"_s)}, "skip toll-free");
        row("toll-free 844", {caller(u"+18442345678"_s)}, "skip toll-free");
        row("toll-free 855", {caller(u"+18552345678"_s)}, "skip toll-free");
        row("toll-free 866", {caller(u"+18662345678"_s)}, "skip toll-free");
        row("toll-free 877", {caller(u"+18772345678"_s)}, "skip toll-free");
        row("toll-free 888", {caller(u"+18882345678"_s)}, "skip toll-free");
        row("premium 900", {caller(u"+19002345678"_s)}, "skip premium");
        row("premium 976", {caller(u"+13139761234"_s)}, "skip premium");
        row("Canada", {caller(u"+14164440142"_s)}, "send open");
        row("Jamaica", {caller(u"+18769230142"_s)}, "skip foreign");
        row("Puerto Rico", {caller(u"+17874440142"_s)}, "skip foreign");
        row("London", {caller(u"+442079460018"_s)}, "skip foreign");
        row("London for a business in Britain", {home(u"GB"_s), caller(u"+442079460018"_s)}, "send open");
        row("Detroit for a business in Britain", {home(u"GB"_s)}, "skip foreign");
        row("Jamaica where foreign numbers are texted", {caller(u"+18769230142"_s), abroad()}, "send open");
        row("London where foreign numbers are texted", {caller(u"+442079460018"_s), abroad()}, "send open");
        row("premium where foreign numbers are texted", {caller(u"+19002345678"_s), abroad()}, "skip premium");
        row("landline", {capability(NumberCapability::Landline)}, "skip landline");
    }

    void x18NumbersThatCostMoreOrCannot() { compareDecision(); }

    void mustNot_data()
    {
        columns();
        row("opted out", {optedOut()}, "skip opted-out");
        row("a possible opt-out waits for the owner", {frozen()}, "skip frozen");
        row("opted out, and another message in doubt", {frozen(), optedOut()}, "skip opted-out");
        row("blocked", {among(&People::blocked)}, "skip blocked");
        row("blocked and opted out", {among(&People::blocked), optedOut()}, "skip opted-out");
        row("never text", {among(&People::neverText)}, "skip never-text");
        row("VIP", {among(&People::vip)}, "send vip");
        row("VIP while no VIP is texted", {among(&People::vip), [](Situation &s) { s.rules.textVips = false; }}, "skip vip");
        row("VIP in a storm", {among(&People::vip), storm()}, "send storm");
        row("VIP without a text of their own", {among(&People::vip), without(SendRule::Vip)}, "skip no-template");
        row("VIP calls again", {among(&People::vip), textedBefore(3min)}, "send second-call");
        row("known contact", {known()}, "send open");
        row("known contact while they get none", {known(), [](Situation &s) { s.rules.textKnownContacts = false; }}, "skip known-contact");
        row("known VIP while contacts get none", {known(), among(&People::vip), [](Situation &s) { s.rules.textKnownContacts = false; }},
            "send vip");
        row("storm", {storm()}, "send storm");
        row("blocked, too old", {among(&People::blocked), age(11min)}, "skip blocked");
    }

    void mustNot() { compareDecision(); }

    void x21NothingOld_data()
    {
        columns();
        row("ended before set-up", {history()}, "skip history");
        row("ended at set-up", {[](Situation &s) { s.input.watchingSince = callEnd; }}, "send open");
        row("exactly as old as allowed", {age(10min)}, "send open");
        row("too old", {age(10min + 1ms)}, "skip too-old");
        row("too old, the PC slept", {age(10min + 1ms), asleep()}, "skip pc-asleep");
        row("the PC slept, yet in time", {age(9min), asleep()}, "send open");
        row("the provider's clock lags behind", {age(-2s)}, "send open");
        row("shorter age limit", {age(61s), [](Situation &s) { s.rules.maxAge = 1min; }}, "skip too-old");
        row("off", {mode(Mode::Off)}, "skip mode-off");
        row("paused", {paused(1ms)}, "skip paused");
        row("the pause is over", {paused(0ms)}, "send open");
        row("paused, and off", {paused(1h), mode(Mode::Off)}, "skip mode-off");
        row("unwatched line", {unwatched()}, "skip line-off");
    }

    void x21NothingOld() { compareDecision(); }

    void x01OneTextAndOneMore_data()
    {
        columns();
        row("this call was texted", {textedThisCall()}, "skip texted-this-call");
        row("second call within the window", {textedBefore(3min)}, "send second-call");
        row("second call at the end of the window", {textedBefore(10min)}, "send second-call");
        row("second call after the window", {textedBefore(10min + 1ms)}, "skip cool-down");
        row("second call at the same moment", {textedBefore(0s)}, "send second-call");
        row("an earlier call, decided late", {textedBefore(-1s)}, "skip cool-down");
        row("third call within the window", {textedBefore(6min), secondTextBefore(3min)}, "skip second-call-limit");
        row("third call after the window", {textedBefore(12min), secondTextBefore(9min)}, "skip cool-down");
        row("second call, and an older burst had its second text", {textedBefore(3min), secondTextBefore(25h)}, "send second-call");
        row("second call, and the second text of the burst before is too near", {textedBefore(3min), secondTextBefore(23h)},
            "skip second-call-limit");
        row("second call, and the second text before is just too near",
            {textedBefore(3min), [](Situation &s) { s.input.history.lastSecondCallText = s.input.now - 24h + 1ms; }},
            "skip second-call-limit");
        row("second call, and the second text before is just far enough",
            {textedBefore(3min), [](Situation &s) { s.input.history.lastSecondCallText = s.input.now - 24h; }}, "send second-call");
        row("window from the text where the call's end is not known", {[](Situation &s) { s.input.history.lastTextBack = callEnd - 3min; }},
            "send second-call");
        row("cool-down where the call's end is not known", {[](Situation &s) { s.input.history.lastTextBack = callEnd - 11min; }},
            "skip cool-down");
        row("within the cool-down", {textedBefore(23h)}, "skip cool-down");
        row("just within the cool-down", {textedBefore(24h), [](Situation &s) { s.input.history.lastTextBack = s.input.now - 24h + 1ms; }},
            "skip cool-down");
        row("cool-down just over", {textedBefore(24h), [](Situation &s) { s.input.history.lastTextBack = s.input.now - 24h; }},
            "send open");
        row("cool-down of one hour", {textedBefore(2h), [](Situation &s) { s.rules.coolDown = 1h; }}, "send open");
    }

    void x01OneTextAndOneMore() { compareDecision(); }

    void x14SilentWhileStaffWrites_data()
    {
        columns();
        row("staff wrote just now", {staffWrote(1min)}, "skip staff-in-conversation");
        row("staff wrote just under 30 minutes ago", {staffWrote(30min - 1ms)}, "skip staff-in-conversation");
        row("staff wrote 30 minutes ago", {staffWrote(30min)}, "send open");
        row("staff wrote after the call ended", {staffWrote(1s)}, "skip staff-in-conversation");
        row("staff never silences", {staffWrote(1s), [](Situation &s) { s.rules.humanSilence = 0ms; }}, "send open");
        row("second call while staff writes", {textedBefore(3min), staffWrote(1min)}, "skip staff-in-conversation");
    }

    void x14SilentWhileStaffWrites() { compareDecision(); }

    void c32CapsOfTheDay_data()
    {
        columns();
        const auto used = [](auto Usage::*what, auto amount) -> Change { return [=](Situation &s) { s.input.usage.*what = amount; }; };
        const auto limit = [](auto Limits::*what, auto amount) -> Change { return [=](Situation &s) { s.rules.limits.*what = amount; }; };
        row("two texts to this number within the hour", {used(&Usage::automaticToNumberInHour, 2)}, "send open");
        row("three: two machines may be talking", {used(&Usage::automaticToNumberInHour, 3)}, "skip hourly-cap");
        row("under the day's cap", {used(&Usage::automaticToday, 199)}, "send open");
        row("at the day's cap", {used(&Usage::automaticToday, 200)}, "skip daily-cap");
        row("no cap", {limit(&Limits::textsPerDay, 0), used(&Usage::automaticToday, 100000)}, "send open");
        row("the carrier's day, low volume", {limit(&Limits::carrier, CarrierTier::LowVolume), used(&Usage::segmentsToday, 2000)},
            "skip daily-cap");
        row("the carrier's day, sole proprietor", {limit(&Limits::carrier, CarrierTier::SoleProprietor), used(&Usage::segmentsToday, 1000)},
            "skip daily-cap");
        row("the carrier's day is not full", {limit(&Limits::carrier, CarrierTier::SoleProprietor), used(&Usage::segmentsToday, 999)},
            "send open");
        row("standard registration has no such day", {used(&Usage::segmentsToday, 100000)}, "send open");
        row("under the day's cost", {limit(&Limits::costPerDay, 1000000), used(&Usage::segmentsToday, 120)}, "send open");
        row("the day's cost is reached", {limit(&Limits::costPerDay, 996000), used(&Usage::segmentsToday, 120)}, "skip cost-limit");
        row("allowance used up, and nothing stops", {used(&Usage::segmentsThisMonth, 5000)}, "send open");
        row("allowance used up, and it stops", {limit(&Limits::stopWhenUsedUp, true), used(&Usage::segmentsThisMonth, 1000)},
            "skip allowance-stop");
        row("allowance nearly used up", {limit(&Limits::stopWhenUsedUp, true), used(&Usage::segmentsThisMonth, 999)}, "send open");
        row("what is too old is not blamed on the cap", {age(11min), used(&Usage::automaticToday, 200)}, "skip too-old");
    }

    void c32CapsOfTheDay() { compareDecision(); }

    void x13TheHourChoosesTheWords_data()
    {
        columns();
        row("without hours it is always open", {}, "send open");
        row("in the morning", {shop(), callAt(u"2026-12-02 09:00"_s)}, "send open");
        row("at opening", {shop(), callAt(u"2026-12-02 08:00"_s)}, "send open");
        row("lunch break", {shop(), callAt(u"2026-12-02 12:30"_s)}, "send closed");
        row("call before the break, text in it", {shop(), callAt(u"2026-12-02 11:59"_s), age(90s)}, "send closed");
        row("after lunch", {shop(), callAt(u"2026-12-02 13:00"_s)}, "send open");
        row("at closing", {shop(), callAt(u"2026-12-02 18:00"_s)}, "send closed");
        row("Sunday", {shop(), callAt(u"2026-12-06 11:00"_s)}, "send closed");
        row("Christmas", {shop(), callAt(u"2026-12-25 11:00"_s)}, "send holiday");
        row("storm on Christmas", {shop(), storm(), callAt(u"2026-12-25 11:00"_s)}, "send storm");
        row("VIP on Christmas", {shop(), among(&People::vip), callAt(u"2026-12-25 11:00"_s)}, "send vip");
        row("second call on Christmas", {shop(), callAt(u"2026-12-25 11:00"_s), textedBefore(3min)}, "send second-call");
        row("watched on Christmas", {shop(), callAt(u"2026-12-25 11:00"_s), mode(Mode::Watch)}, "skip holiday mode-watch");
        row("no words for closed hours", {shop(), callAt(u"2026-12-06 11:00"_s), without(SendRule::Closed)}, "skip no-template");
    }

    void x13TheHourChoosesTheWords() { compareDecision(); }

    void c24RepliesAtNight_data()
    {
        columns();
        const auto rule = [](ReplyHours hours) -> Change { return [hours](Situation &s) { s.rules.replyHours = hours; }; };
        const Change night = callAt(u"2026-12-02 23:00"_s);
        row("around the clock", {shop(), night, rule(ReplyHours::AroundTheClock)}, "send closed");
        row("not at night", {shop(), night, rule(ReplyHours::NotAtNight)}, "hold closed held-quiet-hours");
        row("not at night, in the evening", {shop(), callAt(u"2026-12-02 20:30"_s), rule(ReplyHours::NotAtNight)}, "send closed");
        row("while open, in the evening", {shop(), callAt(u"2026-12-02 20:30"_s), rule(ReplyHours::WhileOpen)},
            "hold closed held-quiet-hours");
        row("always open is never held", {night, rule(ReplyHours::WhileOpen)}, "send open");
        row("a person said to send it now", {shop(), night, rule(ReplyHours::NotAtNight), [](Situation &s) { s.input.sendNow = true; }},
            "send closed");
        row("opted out is not held", {shop(), night, rule(ReplyHours::NotAtNight), optedOut()}, "skip opted-out");
        row("watching, it would be held", {shop(), night, rule(ReplyHours::NotAtNight), mode(Mode::Watch)}, "skip closed mode-watch");
    }

    void c24RepliesAtNight() { compareDecision(); }

    /// What quiet hours held is decided like anything else at its release, only its age is another.
    void c28HeldTextsAreDecidedAnew_data()
    {
        columns();
        const Change held = [](Situation &s) {
            s.input.wasHeld = true;
            s.rules.replyHours = ReplyHours::NotAtNight;
        };
        const Change evening = callAt(u"2026-12-02 21:30"_s);
        row("still night", {shop(), evening, held, age(3h)}, "hold closed held-quiet-hours");
        row("at eight, and open", {shop(), evening, held, age(10h + 30min)}, "send open");
        row("at eight, and Sunday", {shop(), callAt(u"2026-12-05 21:30"_s), held, age(10h + 30min)}, "send closed");
        row("twelve hours old", {shop(), evening, held, age(12h)}, "send open");
        row("older", {shop(), evening, held, age(12h + 1ms)}, "skip expired-in-hold");
        row("not held, and as old", {shop(), evening, age(12h + 1ms)}, "skip too-old");
        row("opted out meanwhile", {shop(), evening, held, age(10h + 30min), optedOut()}, "skip opted-out");
        row("called back meanwhile", {shop(), evening, held, age(10h + 30min), answeredOut(9h)}, "skip called-back");
        row("answered meanwhile", {shop(), evening, held, age(10h + 30min), answeredIn(9h)}, "skip answered-elsewhere");
        row("staff just wrote", {shop(), evening, held, age(10h + 30min), staffWrote(1min)}, "skip staff-in-conversation");
    }

    void c28HeldTextsAreDecidedAnew() { compareDecision(); }

    void watch_data()
    {
        columns();
        row("watch", {mode(Mode::Watch)}, "skip open mode-watch");
        row("watch, second call", {mode(Mode::Watch), textedBefore(3min)}, "skip second-call mode-watch");
    }

    void watch() { compareDecision(); }
};

QTEST_GUILESS_MAIN(TestTextBackPolicy)
#include "tst_textbackpolicy.moc"
