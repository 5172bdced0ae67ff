// SPDX-License-Identifier: MIT
#include "domain/policysituation.h"

#include <QTest>

using namespace textback;
using namespace textback::test;

/// What no table of rows shows: borders in time, the order of reasons, bursts of calls, the comparison group.
class TestPolicyBorders : public QObject {
    Q_OBJECT

private slots:
    /// The comparison group: about the share that was asked for, always the same callers, and whoever is in it for 10 % is in it for 20 %.
    void holdOut()
    {
        int held = 0;
        constexpr int callers = 4000;
        for (int i = 0; i < callers; ++i) {
            const PhoneNumber number = *PhoneNumber::fromStored(u"+1313444%1"_s.arg(i, 4, 10, QChar(u'0')));
            QVERIFY(!isHeldOut(number, 0));
            QVERIFY(!isHeldOut(number, 10) || isHeldOut(number, 20));
            held += isHeldOut(number, 10) ? 1 : 0;
        }
        QVERIFY2(held > 330 && held < 470, qPrintable(QString::number(held)));
        Situation situation = usual();
        situation.rules.holdOutPercent = 50;
        int skipped = 0;
        for (int i = 0; i < 200; ++i) {
            situation.input.caller = identifyCaller(u"+1313444%1"_s.arg(i, 4, 10, QChar(u'0')));
            const QString made = inWords(decideTextBack(situation.input, situation.rules));
            QCOMPARE(made, isHeldOut(situation.input.caller.number, 50) ? u"skip hold-out"_s : u"send open"_s);
            skipped += made == u"skip hold-out"_s ? 1 : 0;
        }
        QVERIFY(skipped > 60 && skipped < 140);
        // Who would get no text anyway is no part of the comparison.
        situation.input.history.optedOut = true;
        QCOMPARE(inWords(decideTextBack(situation.input, situation.rules)), u"skip opted-out"_s);
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
            {"skip opted-out", optedOut(), [](Situation &s) { s.input.history.optedOut = false; }},
            {"skip frozen", frozen(), [](Situation &s) { s.input.history.frozen = false; }},
            {"skip never-text", [](Situation &s) { s.rules.people.neverText = {*PhoneNumber::fromStored(u"+13134440142"_s)}; },
             [](Situation &s) { s.rules.people.neverText.clear(); }},
            {"skip history", history(), [](Situation &s) { s.input.watchingSince = callEnd; }},
            {"skip too-old", age(11min), age(3s)},
            {"skip mode-off", mode(Mode::Off), mode(Mode::Watch)},
            {"skip line-off", unwatched(), [](Situation &s) { s.input.line = &mainLine(); }},
            {"skip texted-this-call", textedThisCall(), [](Situation &s) { s.input.history.textedThisCall = false; }},
            {"skip second-call-limit", secondTextBefore(1min), [](Situation &s) { s.input.history.lastSecondCallText.reset(); }},
            {"skip staff-in-conversation", [](Situation &s) { s.input.history.lastStaffMessage = callEnd; },
             [](Situation &s) { s.input.history.lastStaffMessage.reset(); }},
            {"skip no-template", without(SendRule::SecondCall),
             [](Situation &s) { s.rules.templates.setText(SendRule::SecondCall, u"x"_s); }},
            {"skip daily-cap", [](Situation &s) { s.input.usage.automaticToday = 200; }, [](Situation &s) { s.input.usage = {}; }},
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

QTEST_GUILESS_MAIN(TestPolicyBorders)
#include "tst_policyborders.moc"
