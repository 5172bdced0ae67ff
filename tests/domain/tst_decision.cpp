// SPDX-License-Identifier: MIT
#include "domain/decision.h"
#include "domain/spellings.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestDecision : public QObject {
    Q_OBJECT

private slots:
    /// The closed lists of rules.md 0, word for word.
    void spellings()
    {
        test::compareSpellings<DecisionReason>({u"answered"_s,
                                                u"answered-elsewhere"_s,
                                                u"called-back"_s,
                                                u"hung-up-early"_s,
                                                u"robot-or-menu"_s,
                                                u"screened"_s,
                                                u"history"_s,
                                                u"too-old"_s,
                                                u"pc-asleep"_s,
                                                u"mode-off"_s,
                                                u"mode-watch"_s,
                                                u"paused"_s,
                                                u"viewer"_s,
                                                u"line-off"_s,
                                                u"cancelled-by-owner"_s,
                                                u"held-quiet-hours"_s,
                                                u"expired-in-hold"_s,
                                                u"texted-this-call"_s,
                                                u"cool-down"_s,
                                                u"second-call-limit"_s,
                                                u"staff-in-conversation"_s,
                                                u"provider-texted"_s,
                                                u"daily-cap"_s,
                                                u"hourly-cap"_s,
                                                u"cost-limit"_s,
                                                u"allowance-stop"_s,
                                                u"hold-out"_s,
                                                u"replied"_s,
                                                u"booked"_s,
                                                u"opted-out"_s,
                                                u"frozen"_s,
                                                u"blocked"_s,
                                                u"never-text"_s,
                                                u"known-contact"_s,
                                                u"vip"_s,
                                                u"withheld"_s,
                                                u"not-a-number"_s,
                                                u"short-code"_s,
                                                u"toll-free"_s,
                                                u"premium"_s,
                                                u"foreign"_s,
                                                u"own-number"_s,
                                                u"staff-number"_s,
                                                u"landline"_s,
                                                u"cannot-receive"_s,
                                                u"no-template"_s,
                                                u"account-refused"_s},
                                               decisionReasonFromString);
        test::compareSpellings<SendRule>({u"open"_s, u"closed"_s, u"holiday"_s, u"storm"_s, u"second-call"_s, u"vip"_s, u"follow-up-1"_s,
                                          u"follow-up-2"_s, u"review"_s, u"opt-out-confirmation"_s, u"help"_s, u"opted-in"_s, u"holding"_s},
                                         sendRuleFromString);
        for (std::size_t i = 0; i < allSendRules.size(); ++i)
            QCOMPARE(static_cast<std::size_t>(allSendRules[i]), i);
        QVERIFY(toString(static_cast<SendRule>(allSendRules.size())).isEmpty());
        test::compareSpellings<Verdict>({u"send"_s, u"hold"_s, u"skip"_s}, verdictFromString);
    }

    void makers()
    {
        const Decision send = Decision::send(SendRule::Open, fromUnixMillis(2000));
        QVERIFY(send.verdict == Verdict::Send);
        QVERIFY(*send.rule == SendRule::Open);
        QCOMPARE(toUnixMillis(*send.notBefore), 2000);
        QVERIFY(!send.reason);

        const Decision skip = Decision::skip(DecisionReason::Landline);
        QVERIFY(skip.verdict == Verdict::Skip);
        QVERIFY(*skip.reason == DecisionReason::Landline);
        QVERIFY(!skip.rule);
        QVERIFY(!skip.notBefore);
    }
};

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
