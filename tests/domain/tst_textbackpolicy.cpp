// SPDX-License-Identifier: MIT
#include "domain/textbackpolicy.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One situation: a call that would be texted, unless a row changes something.
struct Situation {
    PolicyInput input;
    TextBackRules rules;
};

using Change = std::function<void(Situation &)>;

constexpr UtcTime callEnd = fromUnixMillis(1795446000000);

const Line &mainLine()
{
    static const Line line{*PhoneNumber::fromStored(u"+13132230100"_s), u"Main"_s, u"Detroit"_s, false, 2, {}};
    return line;
}

Situation usual()
{
    Situation s;
    s.input.verdict.missed = true;
    s.input.verdict.disposition = Disposition::NoAnswer;
    s.input.verdict.rang = 20s;
    s.input.verdict.endedAt = callEnd;
    s.input.caller = identifyCaller(u"+13134440142"_s);
    s.input.line = &mainLine();
    s.input.watchingSince = callEnd - 24h * 30;
    s.input.now = callEnd + 3s;
    s.rules.mode = Mode::On;
    s.rules.businessName = u"Motor City Towing"_s;
    s.rules.templates.setText(SendRule::Open, u"{biz}: sorry"_s);
    s.rules.templates.setText(SendRule::SecondCall, u"{biz}: again"_s);
    s.rules.lines = {mainLine()};
    return s;
}

Change caller(const QString &text)
{
    return [text](Situation &s) { s.input.caller = identifyCaller(text, s.rules.homeRegion); };
}

/// The newest text-back went out for a call that ended `ago` before this one.
Change textedBefore(Millis ago)
{
    return [ago](Situation &s) {
        s.input.history.lastTextBackCallEnd = callEnd - ago;
        s.input.history.lastTextBack = callEnd - ago + 5s;
    };
}

Change secondTextBefore(Millis ago)
{
    return [ago](Situation &s) { s.input.history.lastSecondCallText = callEnd - ago; };
}

Change age(Millis age)
{
    return [age](Situation &s) { s.input.now = callEnd + age; };
}

Change mode(Mode mode)
{
    return [mode](Situation &s) { s.rules.mode = mode; };
}

Change optedOut()
{
    return [](Situation &s) { s.input.history.optedOut = true; };
}

Change unwatched()
{
    return [](Situation &s) { s.input.line = nullptr; };
}

Change history()
{
    return [](Situation &s) { s.input.watchingSince = callEnd + 1ms; };
}

Change staffWrote(Millis ago)
{
    return [ago](Situation &s) { s.input.history.lastStaffMessage = s.input.now - ago; };
}

Change capability(NumberCapability capability)
{
    return [capability](Situation &s) { s.input.history.cannotText = capability; };
}

Change notMissed(DecisionReason reason)
{
    return [reason](Situation &s) {
        s.input.verdict.missed = false;
        s.input.verdict.notMissedBecause = reason;
    };
}

Change answeredIn(Millis after)
{
    return [after](Situation &s) { s.input.history.answeredInboundAfter = callEnd + after; };
}

Change answeredOut(Millis after)
{
    return [after](Situation &s) { s.input.history.answeredOutboundAfter = callEnd + after; };
}

Change asleep()
{
    return [](Situation &s) { s.input.senderAsleep = true; };
}

Change textedThisCall()
{
    return [](Situation &s) { s.input.history.textedThisCall = true; };
}

Change without(SendRule rule)
{
    return [rule](Situation &s) { s.rules.templates.setText(rule, QString()); };
}

Change home(const QString &region)
{
    return [region](Situation &s) { s.rules.homeRegion = region; };
}

Change simulated()
{
    return [](Situation &s) { s.rules.allowFictionalNumbers = true; };
}

QString inWords(const Decision &decision)
{
    QStringList words{toString(decision.verdict)};
    if (decision.rule)
        words += toString(*decision.rule);
    if (decision.reason)
        words += toString(*decision.reason);
    return words.join(u' ');
}

} // namespace

using Changes = std::vector<Change>;
Q_DECLARE_METATYPE(Changes)

class TestTextBackPolicy : public QObject {
    Q_OBJECT

private slots:
    void decisions_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QString>("decision");
        const auto row = [](const char *name, const Changes &changes, const char *decision) {
            QTest::newRow(name) << changes << QString::fromLatin1(decision);
        };

        row("the usual missed call", {}, "send open");

        // Not a missed call
        row("answered", {notMissed(DecisionReason::Answered)}, "skip answered");
        row("hung up early", {notMissed(DecisionReason::HungUpEarly)}, "skip hung-up-early");
        row("robot", {notMissed(DecisionReason::RobotOrMenu)}, "skip robot-or-menu");
        row("screened", {notMissed(DecisionReason::Screened)}, "skip screened");
        row("not missed, reason missing", {[](Situation &s) { s.input.verdict.missed = false; }}, "skip answered");
        row("answered elsewhere since", {answeredIn(1s)}, "skip answered-elsewhere");
        row("called back since", {answeredOut(1s)}, "skip called-back");
        row("called back, then they called", {answeredOut(1s), answeredIn(2s)}, "skip answered-elsewhere");
        row("they called, then we", {answeredIn(1s), answeredOut(2s)}, "skip called-back");

        // Another PC sends, or somebody texted
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

        // Cannot
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
        row("toll-free 800", {caller(u"+18002345678"_s)}, "skip toll-free");
        row("toll-free 833", {caller(u"+18332345678"_s)}, "skip toll-free");
        row("toll-free 844", {caller(u"+18442345678"_s)}, "skip toll-free");
        row("toll-free 855", {caller(u"+18552345678"_s)}, "skip toll-free");
        row("toll-free 866", {caller(u"+18662345678"_s)}, "skip toll-free");
        row("toll-free 877", {caller(u"+18772345678"_s)}, "skip toll-free");
        row("toll-free 888", {caller(u"+18882345678"_s)}, "skip toll-free");
        row("premium 900", {caller(u"+19002345678"_s)}, "skip premium");
        row("premium 976", {caller(u"+13139761234"_s)}, "skip premium");
        row("personal 500", {caller(u"+15002345678"_s)}, "skip cannot-receive");
        row("Canada", {caller(u"+14164440142"_s)}, "send open");
        row("Jamaica", {caller(u"+18769230142"_s)}, "skip foreign");
        row("Puerto Rico", {caller(u"+17874440142"_s)}, "skip foreign");
        row("London", {caller(u"+442079460018"_s)}, "skip foreign");
        row("London for a business in Britain", {home(u"GB"_s), caller(u"+442079460018"_s)}, "send open");
        row("Detroit for a business in Britain", {home(u"GB"_s)}, "skip foreign");
        row("own line", {caller(u"+13132230100"_s)}, "skip own-number");
        row("own number that is not a line", {[](Situation &s) { s.input.history.isOwnNumber = true; }}, "skip own-number");
        row("the number that texts for a line", {[](Situation &s) { s.rules.lines[0].textFrom = s.input.caller.number; }},
            "skip own-number");
        row("own toll-free number", {caller(u"+18002345678"_s), [](Situation &s) { s.input.history.isOwnNumber = true; }},
            "skip own-number");
        row("landline", {capability(NumberCapability::Landline)}, "skip landline");
        row("cannot receive", {capability(NumberCapability::CannotReceive)}, "skip cannot-receive");
        row("no template", {without(SendRule::Open)}, "skip no-template");

        // Must not
        row("opted out", {optedOut()}, "skip opted-out");

        // Not now
        row("ended before set-up", {history()}, "skip history");
        row("ended at set-up", {[](Situation &s) { s.input.watchingSince = callEnd; }}, "send open");
        row("exactly as old as allowed", {age(10min)}, "send open");
        row("too old", {age(10min + 1ms)}, "skip too-old");
        row("too old, the PC slept", {age(10min + 1ms), asleep()}, "skip pc-asleep");
        row("the PC slept, yet in time", {age(9min), asleep()}, "send open");
        row("the provider's clock lags behind", {age(-2s)}, "send open");
        row("shorter age limit", {age(61s), [](Situation &s) { s.rules.maxAge = 1min; }}, "skip too-old");
        row("off", {mode(Mode::Off)}, "skip mode-off");
        row("unwatched line", {unwatched()}, "skip line-off");

        // Enough already
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
        row("no template for second calls", {textedBefore(3min), without(SendRule::SecondCall)}, "skip no-template");
        row("staff wrote just now", {staffWrote(1min)}, "skip staff-in-conversation");
        row("staff wrote just under 30 minutes ago", {staffWrote(30min - 1ms)}, "skip staff-in-conversation");
        row("staff wrote 30 minutes ago", {staffWrote(30min)}, "send open");
        row("staff wrote after the call ended", {staffWrote(1s)}, "skip staff-in-conversation");
        row("staff never silences", {staffWrote(1s), [](Situation &s) { s.rules.humanSilence = 0ms; }}, "send open");
        row("second call while staff writes", {textedBefore(3min), staffWrote(1min)}, "skip staff-in-conversation");

        // Watch
        row("watch", {mode(Mode::Watch)}, "skip open mode-watch");
        row("watch, second call", {mode(Mode::Watch), textedBefore(3min)}, "skip second-call mode-watch");
    }

    void decisions()
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
        QCOMPARE(made.notBefore.has_value(), made.verdict == Verdict::Send);
    }

    /// One millisecond on each side of every border in time (faults.md F31): a span is over at its end, an age limit is kept at it.
    void f31BordersToTheMillisecond()
    {
        const auto decide = [](const std::function<void(Situation &)> &change) {
            Situation situation = usual();
            change(situation);
            return inWords(decideTextBack(situation.input, situation.rules));
        };
        for (const Millis off : {-1ms, 0ms, 1ms}) {
            const bool late = off > 0ms;
            const bool early = off < 0ms;
            QCOMPARE(decide([off](Situation &s) { s.input.now = callEnd + s.rules.maxAge + off; }),
                     late ? u"skip too-old"_s : u"send open"_s);
            QCOMPARE(decide([off](Situation &s) { s.input.watchingSince = callEnd + off; }), late ? u"skip history"_s : u"send open"_s);
            QCOMPARE(decide([off](Situation &s) {
                         s.input.history.lastTextBackCallEnd = callEnd - 30h;
                         s.input.history.lastTextBack = s.input.now - s.rules.coolDown - off;
                     }),
                     early ? u"skip cool-down"_s : u"send open"_s);
            QCOMPARE(decide([off](Situation &s) {
                         s.input.history.lastTextBackCallEnd = callEnd - s.rules.secondCallWindow - off;
                         s.input.history.lastTextBack = s.input.now - 5min;
                     }),
                     late ? u"skip cool-down"_s : u"send second-call"_s);
            QCOMPARE(decide([off](Situation &s) {
                         s.input.history.lastTextBackCallEnd = callEnd - 3min;
                         s.input.history.lastTextBack = s.input.now - 3min;
                         s.input.history.lastSecondCallText = s.input.now - s.rules.coolDown - off;
                     }),
                     early ? u"skip second-call-limit"_s : u"send second-call"_s);
            QCOMPARE(decide([off](Situation &s) { s.input.history.lastStaffMessage = s.input.now - s.rules.humanSilence - off; }),
                     early ? u"skip staff-in-conversation"_s : u"send open"_s);
            QCOMPARE(decide([off](Situation &s) { s.input.history.foreign.lastTextBack = s.input.now - s.rules.coolDown - off; }),
                     early ? u"skip cool-down"_s : u"send open"_s);
            // The call that was texted may end at the same moment as this one, but not after it.
            QCOMPARE(decide([off](Situation &s) {
                         s.input.history.lastTextBackCallEnd = callEnd + off;
                         s.input.history.lastTextBack = s.input.now - 1s;
                     }),
                     late ? u"skip cool-down"_s : u"send second-call"_s);
        }
    }

    void f31EachDecisionNamesItsRules()
    {
        Situation situation = usual();
        const Decision sent = decideTextBack(situation.input, situation.rules);
        QVERIFY(sent.verdict == Verdict::Send);
        QCOMPARE(sent.ruleVersion, situation.rules.version());
        // Another border is another version, and a skip says why.
        situation.rules.maxAge = 2s;
        const Decision skipped = decideTextBack(situation.input, situation.rules);
        QVERIFY(skipped.reason == DecisionReason::TooOld);
        QCOMPARE(skipped.ruleVersion, situation.rules.version());
        QVERIFY(skipped.ruleVersion != sent.ruleVersion);
    }

    void sendDelayCountsFromTheDecision()
    {
        Situation situation = usual();
        situation.rules.sendDelay = 45s;
        situation.input.now = callEnd + 7s;
        QVERIFY(*decideTextBack(situation.input, situation.rules).notBefore == callEnd + 52s);
    }

    /// Each reason wins over all that come after it: with everything wrong at once, mending one thing after the other tells the next.
    void orderOfReasons()
    {
        struct Step {
            const char *reason;
            Change spoil;
            Change mend;
        };
        const std::vector<Step> steps = {
            {"skip hung-up-early", notMissed(DecisionReason::HungUpEarly), [](Situation &s) { s.input.verdict.missed = true; }},
            {"skip called-back", answeredOut(1s), [](Situation &s) { s.input.history.answeredOutboundAfter.reset(); }},
            {"skip foreign", caller(u"+442079460018"_s), caller(u"+13134440142"_s)},
            {"skip landline", capability(NumberCapability::Landline), [](Situation &s) { s.input.history.cannotText.reset(); }},
            {"skip no-template", without(SendRule::Open), [](Situation &s) { s.rules.templates.setText(SendRule::Open, u"x"_s); }},
            {"skip opted-out", optedOut(), [](Situation &s) { s.input.history.optedOut = false; }},
            {"skip history", history(), [](Situation &s) { s.input.watchingSince = callEnd; }},
            {"skip too-old", age(11min), age(3s)},
            {"skip mode-off", mode(Mode::Off), mode(Mode::Watch)},
            {"skip line-off", unwatched(), [](Situation &s) { s.input.line = &mainLine(); }},
            {"skip texted-this-call", textedThisCall(), [](Situation &s) { s.input.history.textedThisCall = false; }},
            {"skip second-call-limit", secondTextBefore(1min), [](Situation &s) { s.input.history.lastSecondCallText.reset(); }},
            {"skip staff-in-conversation", [](Situation &s) { s.input.history.lastStaffMessage = callEnd; },
             [](Situation &s) { s.input.history.lastStaffMessage.reset(); }},
            {"skip second-call mode-watch", textedBefore(3min), mode(Mode::On)},
        };
        Situation situation = usual();
        for (const Step &step : steps)
            step.spoil(situation);
        for (const Step &step : steps) {
            QCOMPARE(inWords(decideTextBack(situation.input, situation.rules)), QString::fromLatin1(step.reason));
            step.mend(situation);
        }
        QCOMPARE(inWords(decideTextBack(situation.input, situation.rules)), u"send second-call"_s);
    }

    /// One caller who calls every two minutes for 25 hours gets one text-back, one second-call text, and one more text-back a day later.
    void burstOfCalls()
    {
        Situation situation = usual();
        int open = 0;
        int second = 0;
        for (UtcTime end = callEnd; end <= callEnd + 25h; end += 2min) {
            situation.input.verdict.endedAt = end;
            situation.input.now = end + 2s;
            const Decision made = decideTextBack(situation.input, situation.rules);
            if (made.verdict != Verdict::Send)
                continue;
            if (*made.rule == SendRule::Open) {
                ++open;
                situation.input.history.lastTextBack = made.notBefore;
                situation.input.history.lastTextBackCallEnd = end;
            } else {
                ++second;
                situation.input.history.lastSecondCallText = made.notBefore;
            }
        }
        QCOMPARE(open, 2);
        QCOMPARE(second, 2);
    }
};

QTEST_GUILESS_MAIN(TestTextBackPolicy)
#include "tst_textbackpolicy.moc"
