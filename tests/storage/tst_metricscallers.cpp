// SPDX-License-Identifier: MIT
#include "storage/metricsfixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The figures of unique missed callers (rules.md 4): who was eligible and texted, how soon, and what followed.
class TestMetricsCallers : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<MetricsFixture>(); }

    void eligibleMissed();
    void eligibleMissedUniquePer24Hours();
    void eligibleMissedShowsEverySuppression();
    void eligibleMissedByTheLastWord();
    void coverage();
    void coverageIsLoweredByAFailure();
    void x22TimeToText();
    void x22TimeToTextLeavesHeldTextsAside();
    void timeToDelivered();
    void replyRate();
    void replyRateOfDeliveredTextsAlone();
    void replyRateAStopIsNoReply();
    void replyRateAnOptOutInOtherWordsIsNoReply();
    void x19RecoveredIsNotTexted();
    void x19RecoveredByAReply();
    void x19RecoveredByAnAnsweredCall_data();
    void x19RecoveredByAnAnsweredCall();
    void x19RecoveredWithin24Hours_data();
    void x19RecoveredWithin24Hours();
    void x19RecoveredIsNobodyWhoOptedOut();
    void recoveryOfTheLastDay();
    void bookingRate();
    void bookingRateGivesAJobToOneMissedCall();
    void revenue();
    void callBackRate_data();
    void callBackRate();
    void callBackRateTellsAttemptFromContact();
    void urgencyProxy_data();
    void urgencyProxy();
    void trueLift();
    void trueLiftComparesCallersOfTheSameRules();

private:
    static constexpr int minute = MetricsFixture::minute;
    static constexpr int hour = MetricsFixture::hour;
    static constexpr int day = MetricsFixture::day;
    static constexpr int length = 25; // of missed calls: what follows is counted from their end
    std::unique_ptr<MetricsFixture> m;
};

void TestMetricsCallers::eligibleMissed()
{
    m->texted(caller(1), 0);
    m->missed(caller(1), 20 * minute, DecisionReason::CoolDown); // the same caller: the text before it is its text
    const CallId withheld = m->missed(caller(2), 0, DecisionReason::Landline);
    const CallId undecided = m->missed(caller(3), 0);
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.missed, 3);
    QCOMPARE(metrics.eligible, 1);
    QCOMPARE(metrics.undecided, 1);
    QCOMPARE(metrics.suppressed, (std::map<DecisionReason, int>{{DecisionReason::Landline, 1}}));
    QCOMPARE(m->callsIn(MetricsList::Suppressed), std::vector<CallId>{withheld});
    QCOMPARE(m->callsIn(MetricsList::Undecided), std::vector<CallId>{undecided});
}

void TestMetricsCallers::eligibleMissedUniquePer24Hours()
{
    m->texted(caller(1), 0);
    m->missed(caller(1), day - 1, DecisionReason::CoolDown);
    QCOMPARE(m->callers().missed, 1);
    const CallId next = m->texted(caller(1), day);
    QCOMPARE(m->callers().missed, 2);
    QCOMPARE(m->callers().eligible, 2);
    QCOMPARE(m->callsIn(MetricsList::Callers).front(), next);
    QCOMPARE(m->callers().window, m->query.window);
}

void TestMetricsCallers::eligibleMissedShowsEverySuppression()
{
    int caller = 1;
    std::map<DecisionReason, int> expected;
    for (int value = 0; value <= int(DecisionReason::AccountRefused); ++value) {
        const auto reason = DecisionReason(value);
        if (!isSuppression(reason) || reason == DecisionReason::OwnNumber || reason == DecisionReason::Screened)
            continue;
        m->missed(test::caller(caller++), 0, reason);
        m->missed(test::caller(caller++), 0, reason);
        expected[reason] = 2;
    }
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.suppressed, expected);
    QCOMPARE(metrics.eligible, 0);
    QCOMPARE(metrics.missed, caller - 1); // none is hidden
    MetricsFilter filter;
    filter.reason = DecisionReason::Vip;
    QCOMPARE(m->callsIn(MetricsList::Suppressed, filter).size(), size_t(2));
}

void TestMetricsCallers::eligibleMissedByTheLastWord()
{
    // To be texted at first, and called back before the text left.
    const CallId call = m->missed(caller(1), 0, std::nullopt);
    const OutboxItem item = m->queue(caller(1), call, OutboxPurpose::TextBack, 26);
    OutboxChange change = toState(OutboxState::Skipped);
    change.why = DecisionReason::CalledBack;
    QVERIFY(m->store().changeItem(item.id, change));
    QCOMPARE(m->callers().eligible, 0);
    QCOMPARE(m->callers().suppressed, (std::map<DecisionReason, int>{{DecisionReason::CalledBack, 1}}));
    // The second call of the same caller got one.
    m->texted(caller(1), hour);
    QCOMPARE(m->callers().eligible, 1);
    QCOMPARE(m->callers().suppressed, (std::map<DecisionReason, int>()));
}

void TestMetricsCallers::coverage()
{
    const CallId texted = m->texted(caller(1), 0, DeliveryStatus::Undelivered);
    const CallId asleep = m->missed(caller(2), 0, DecisionReason::PcAsleep);
    m->missed(caller(3), 0, DecisionReason::Landline);
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.coverage, (Share{1, 2}));
    QCOMPARE(metrics.notTexted, (std::map<DecisionReason, int>{{DecisionReason::PcAsleep, 1}}));
    QCOMPARE(m->callsIn(MetricsList::Texted), std::vector<CallId>{texted});
    QCOMPARE(m->callsIn(MetricsList::NotTexted), std::vector<CallId>{asleep});
}

void TestMetricsCallers::coverageIsLoweredByAFailure()
{
    const CallId call = m->missed(caller(1), 0, std::nullopt);
    const OutboxItem item = m->queue(caller(1), call, OutboxPurpose::TextBack, 26);
    QVERIFY(m->store().beginAttempt(item.id, at(28)));
    QVERIFY(m->store().changeItem(item.id, toState(OutboxState::Failed)));
    QCOMPARE(m->callers().coverage, (Share{0, 1}));
    QCOMPARE(m->callers().failedOrWaiting, 1);
}

void TestMetricsCallers::x22TimeToText()
{
    // 20 texts that took 1 to 19 seconds, and one 31.
    for (int i = 1; i <= 20; ++i) {
        const CallId call = m->missed(caller(i), i * 100, std::nullopt);
        const OutboxItem item = m->queue(caller(i), call, OutboxPurpose::TextBack, i * 100 + length);
        QVERIFY(m->store().beginAttempt(item.id, at(i * 100 + length)));
        QVERIFY(m->store().changeItem(item.id, accepted(u"X%1"_s.arg(i), i < 20 ? i * 1000 : 30001)));
    }
    const TextSpeed speed = m->callers().speed;
    QCOMPARE(speed.accepted.count, 20);
    QCOMPARE(speed.accepted.p50, std::chrono::seconds(10));
    QCOMPARE(speed.accepted.p95, std::chrono::seconds(19));
    QCOMPARE(speed.within30s, (Share{19, 20}));
    QCOMPARE(m->callsIn(MetricsList::SlowTexts).size(), size_t(1));
    // Exactly 30 s are within 30 s.
    m->sql(u"UPDATE outbox SET after_call_end = 30000 WHERE after_call_end = 30001"_s);
    QCOMPARE(m->callers().speed.within30s, (Share{20, 20}));
    QVERIFY(m->list(MetricsList::SlowTexts).empty());
}

void TestMetricsCallers::x22TimeToTextLeavesHeldTextsAside()
{
    m->texted(caller(1), 0);
    const CallId held = m->texted(caller(2), 0);
    m->sql(u"UPDATE outbox SET after_call_end = 28800000, deadline = %1 WHERE call = %2"_s
               .arg(toUnixMillis(at(length) + std::chrono::hours(12)))
               .arg(held.value));
    const TextSpeed speed = m->callers().speed;
    QCOMPARE(speed.accepted.count, 1);
    QCOMPARE(speed.accepted.p95, std::chrono::seconds(4));
    QCOMPARE(speed.within30s, (Share{1, 1}));
    QCOMPARE(speed.held, 1);
    QCOMPARE(m->callsIn(MetricsList::HeldTexts), std::vector<CallId>{held});
    QCOMPARE(m->callers().coverage, (Share{2, 2})); // it was texted all the same
}

void TestMetricsCallers::timeToDelivered()
{
    const auto arrive = [&](MessageId message, int seconds) {
        QVERIFY(m->store().reportDelivery(message, {DeliveryStatus::Delivered, {}, {}, at(seconds)}).value());
    };
    const CallId first = m->missed(caller(1), 0, std::nullopt);
    arrive(m->text(caller(1), first, OutboxPurpose::TextBack, length, DeliveryStatus::Sent), length + 9);
    m->texted(caller(2), 0); // delivered, nobody knows when
    m->texted(caller(3), 0, DeliveryStatus::Sent);
    const TextSpeed speed = m->callers().speed;
    QCOMPARE(speed.delivered.count, 1);
    QCOMPARE(speed.delivered.p50, std::chrono::seconds(9)); // from the call's end
    QCOMPARE(speed.accepted.count, 3);
}

void TestMetricsCallers::replyRate()
{
    const CallId call = m->texted(caller(1), 0); // taken at 29 s
    m->says(caller(1), u"yes"_s, 29 + day);
    m->says(caller(1), u"please come"_s, 29 + day + 1); // one caller who wrote twice is one
    m->texted(caller(2), 0);
    m->says(caller(2), u"late"_s, 29 + day + 1);
    m->texted(caller(3), 0);
    m->says(caller(3), u"before"_s, 28);
    QCOMPARE(m->callers().reply, (Share{1, 3}));
    QCOMPARE(m->callsIn(MetricsList::Replied), std::vector<CallId>{call});
}

void TestMetricsCallers::replyRateOfDeliveredTextsAlone()
{
    m->texted(caller(1), 0, DeliveryStatus::Sent); // no receipt
    m->says(caller(1), u"yes"_s, 100);
    m->texted(caller(2), 0, DeliveryStatus::Undelivered);
    m->says(caller(2), u"yes"_s, 100);
    m->texted(caller(3), 0);
    QCOMPARE(m->callers().reply, (Share{0, 1}));
    // A second text of the same caller that came through counts.
    const CallId again = m->missed(caller(2), 200, std::nullopt);
    m->text(caller(2), again, OutboxPurpose::SecondCall, 230, DeliveryStatus::Delivered);
    m->says(caller(2), u"hello?"_s, 300);
    QCOMPARE(m->callers().reply, (Share{1, 2}));
}

void TestMetricsCallers::replyRateAStopIsNoReply()
{
    m->texted(caller(1), 0);
    m->stops(caller(1), 100);
    QCOMPARE(m->callers().reply, (Share{0, 1}));
    m->texted(caller(2), 0);
    m->says(caller(2), u"can you stop by at 5"_s, 100);
    QCOMPARE(m->callers().reply, (Share{1, 2}));
}

void TestMetricsCallers::replyRateAnOptOutInOtherWordsIsNoReply()
{
    // Frozen first; a day later the owner says that it was one.
    m->texted(caller(1), 0);
    m->says(caller(1), u"who is this, leave me alone"_s, 100);
    m->consent(caller(1), true, 2 * day, u"who is this, leave me alone"_s);
    QCOMPARE(m->callers().reply, (Share{0, 1}));
}

void TestMetricsCallers::x19RecoveredIsNotTexted()
{
    const CallId call = m->texted(caller(1), 0);
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.coverage, (Share{1, 1}));
    QCOMPARE(metrics.recovery, (Share{0, 1}));
    QCOMPARE(m->callsIn(MetricsList::NotRecovered), std::vector<CallId>{call});
}

void TestMetricsCallers::x19RecoveredByAReply()
{
    const CallId call = m->texted(caller(1), 0);
    m->writes(caller(1), MessageOrigin::Person, 50); // ours is no recovery
    QCOMPARE(m->callers().recovery, (Share{0, 1}));
    m->says(caller(1), u"Flat tire on I-94"_s, 100);
    m->missed(caller(2), 0, DecisionReason::Landline);
    m->says(caller(2), u"hi"_s, 100); // not eligible
    QCOMPARE(m->callers().recovery, (Share{1, 1}));
    QCOMPARE(m->callsIn(MetricsList::Recovered), std::vector<CallId>{call});
}

void TestMetricsCallers::x19RecoveredByAnAnsweredCall_data()
{
    QTest::addColumn<bool>("inbound");
    QTest::addColumn<int>("talked");
    QTest::addColumn<bool>("recovered");
    QTest::newRow("they call, 19 s") << true << 19 << false;
    QTest::newRow("they call, 20 s") << true << 20 << true;
    QTest::newRow("we call, 19 s") << false << 19 << false;
    QTest::newRow("we call, 20 s") << false << 20 << true;
    QTest::newRow("we call, nobody answers") << false << 0 << false;
}

void TestMetricsCallers::x19RecoveredByAnAnsweredCall()
{
    QFETCH(bool, inbound);
    QFETCH(int, talked);
    QFETCH(bool, recovered);
    m->texted(caller(1), 0);
    if (inbound)
        m->answered(caller(1), hour, talked);
    else
        m->ourCall(caller(1), hour, talked);
    m->answered(caller(2), hour, 60); // somebody else
    QCOMPARE(m->callers().recovery, (Share{recovered ? 1 : 0, 1}));
}

void TestMetricsCallers::x19RecoveredWithin24Hours_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("recovered");
    QTest::newRow("a second before the call's end") << length - 1 << false;
    QTest::newRow("at once") << length << true;
    QTest::newRow("24 hours after its end") << length + day << true;
    QTest::newRow("a second later") << length + day + 1 << false;
}

void TestMetricsCallers::x19RecoveredWithin24Hours()
{
    QFETCH(int, seconds);
    QFETCH(bool, recovered);
    const int last = 7 * day - 1; // what follows lies behind the window
    m->texted(caller(1), last);
    m->says(caller(1), u"yes"_s, last + seconds);
    m->texted(caller(2), last - 100);
    if (seconds > length)
        m->answered(caller(2), last - 100 + seconds, 60);
    const int expected = recovered ? (seconds > length ? 2 : 1) : 0;
    QCOMPARE(m->callers().recovery, (Share{expected, 2}));
}

void TestMetricsCallers::x19RecoveredIsNobodyWhoOptedOut()
{
    m->texted(caller(1), 0);
    m->says(caller(1), u"who is this?"_s, 100);
    m->stops(caller(1), 200);
    QCOMPARE(m->callers().recovery, (Share{0, 1}));
    QCOMPARE(m->callers().excluded, ExclusionCounts()); // at the time of the call they had not
    m->consent(caller(1), false, 300, u"START"_s);
    QCOMPARE(m->callers().recovery, (Share{1, 1}));
    m->stops(caller(1), 3 * day); // another story
    QCOMPARE(m->callers().recovery, (Share{1, 1}));
}

void TestMetricsCallers::recoveryOfTheLastDay()
{
    m->texted(caller(1), 0);
    m->texted(caller(2), hour);
    m->query.asOf = at(day + 30 * minute);
    QCOMPARE(m->callers().recovery, (Share{0, 2}));
    QCOMPARE(m->callers().unripe, 1); // may yet reply
}

void TestMetricsCallers::bookingRate()
{
    const CallId call = m->texted(caller(1), 0);
    m->says(caller(1), u"yes"_s, 100);
    m->job(caller(1), 200, true);
    m->job(caller(1), 300, true); // two jobs of one caller
    m->texted(caller(2), 0);
    m->says(caller(2), u"yes"_s, 100);
    m->job(caller(2), 200, false); // no date: not booked
    m->texted(caller(3), 0);
    m->says(caller(3), u"booked, see you"_s, 100); // said, but no job is noted
    m->texted(caller(4), 0);
    m->job(caller(4), 2 * day, true); // booked, though not recovered within 24 hours
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.bookingOfRecovered, (Share{1, 3}));
    QCOMPARE(metrics.bookingOfMissed, (Share{2, 4}));
    QCOMPARE(m->callsIn(MetricsList::Booked).back(), call);
    QCOMPARE(metrics.contactToBooking.count, 1);
    QCOMPARE(metrics.contactToBooking.p50, std::chrono::seconds(100));
}

void TestMetricsCallers::bookingRateGivesAJobToOneMissedCall()
{
    m->texted(caller(1), 0);
    const CallId second = m->texted(caller(1), 2 * day);
    m->job(caller(1), -10, true); // before they were missed
    m->job(caller(1), 2 * day + length, true);
    m->texted(caller(2), day);
    m->missed(caller(2), 8 * day); // behind the window: the job is that call's
    m->job(caller(2), 8 * day + 100, true);
    m->texted(caller(3), 0);
    m->job(caller(3), length + 30 * day, true); // at last
    m->texted(caller(4), 0);
    m->job(caller(4), length + 30 * day + 1, true);
    QCOMPARE(m->callers().bookingOfMissed, (Share{2, 5}));
    QCOMPARE(m->callsIn(MetricsList::Booked).front(), second);
}

void TestMetricsCallers::revenue()
{
    m->texted(caller(1), 0);
    m->says(caller(1), u"yes"_s, 100);
    m->job(caller(1), 200, true, 15000, true);
    m->job(caller(1), 300, true, 5000, false);
    m->job(caller(1), 400, true); // nobody knows yet
    m->texted(caller(2), 0);
    m->job(caller(2), 200, true, 99900); // not recovered
    CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.realisedCents, 20000);
    QCOMPARE(metrics.doneCents, 15000);
    QCOMPARE(metrics.estimatedCents, std::nullopt); // without the owner's word nothing is estimated
    m->query.averageTicketCents = 12500;
    metrics = m->callers();
    QCOMPARE(metrics.estimatedCents, 12500); // one caller booked
    QCOMPARE(metrics.realisedCents, 20000);
}

void TestMetricsCallers::callBackRate_data()
{
    QTest::addColumn<int>("seconds"); // after the missed call's end
    QTest::addColumn<int>("within5");
    QTest::addColumn<int>("within15");
    QTest::newRow("at once") << 0 << 1 << 1;
    QTest::newRow("5 minutes") << 5 * 60 << 1 << 1;
    QTest::newRow("a second more") << 5 * 60 + 1 << 0 << 1;
    QTest::newRow("15 minutes") << 15 * 60 << 0 << 1;
    QTest::newRow("later") << 15 * 60 + 1 << 0 << 0;
}

void TestMetricsCallers::callBackRate()
{
    QFETCH(int, seconds);
    QFETCH(int, within5);
    QFETCH(int, within15);
    m->texted(caller(1), 0);
    m->ourCall(caller(1), length + seconds, 60);
    m->texted(caller(2), 0);
    m->answered(caller(2), 100, 60); // they called: no call-back
    m->missed(caller(3), 0, DecisionReason::Landline);
    m->ourCall(caller(3), 100, 60); // not eligible
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.calledBack5, (Share{within5, 2}));
    QCOMPARE(metrics.calledBack15, (Share{within15, 2}));
    QCOMPARE(metrics.callBack.count, 1);
    QCOMPARE(metrics.callBack.p50, std::chrono::seconds(seconds));
    QCOMPARE(m->callsIn(MetricsList::CalledBack).size(), size_t(within15));
}

void TestMetricsCallers::callBackRateTellsAttemptFromContact()
{
    m->texted(caller(1), 0);
    m->ourCall(caller(1), length + 60, 0);  // nobody answered
    m->ourCall(caller(1), length + 120, 5); // a mailbox
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.attempted15, (Share{1, 1}));
    QCOMPARE(metrics.calledBack15, (Share{0, 1}));
    QCOMPARE(metrics.callBack.count, 0);
}

void TestMetricsCallers::urgencyProxy_data()
{
    QTest::addColumn<int>("seconds"); // from the missed call's end to the next call
    QTest::addColumn<bool>("missed");
    QTest::addColumn<bool>("again");
    QTest::newRow("at once") << 1 << true << true;
    QTest::newRow("10 minutes") << 600 << true << true;
    QTest::newRow("answered at last") << 600 << false << true;
    QTest::newRow("later") << 601 << true << false;
}

void TestMetricsCallers::urgencyProxy()
{
    QFETCH(int, seconds);
    QFETCH(bool, missed);
    QFETCH(bool, again);
    m->texted(caller(1), 0);
    if (missed)
        m->missed(caller(1), length + seconds);
    else
        m->answered(caller(1), length + seconds, 60);
    m->ourCall(caller(2), 200, 60);
    m->texted(caller(2), 100); // our own call is not theirs
    QCOMPARE(m->callers().urgency, (Share{again ? 1 : 0, 2}));
    QCOMPARE(m->callsIn(MetricsList::CalledAgain).size(), size_t(again ? 1 : 0));
}

void TestMetricsCallers::trueLift()
{
    // 7 of 10 texted callers come back, 3 of 10 who were left out.
    for (int i = 1; i <= 10; ++i) {
        m->texted(caller(i), i * 100, i <= 8 ? DeliveryStatus::Delivered : DeliveryStatus::Undelivered);
        if (i <= 7)
            m->says(caller(i), u"yes"_s, i * 100 + 60);
        m->missed(caller(20 + i), i * 100, DecisionReason::HoldOut);
        if (i <= 3)
            m->answered(caller(20 + i), i * 100 + 60, 60);
    }
    const CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.lift.texted, (Share{7, 10})); // whatever became of the text
    QCOMPARE(metrics.lift.heldOut, (Share{3, 10}));
    QVERIFY(qAbs(*metrics.lift.difference - 0.4) < 1e-9);
    QVERIFY(metrics.lift.interval.low < 0); // twenty callers prove nothing
    QVERIFY(metrics.lift.interval.high > 0.6);
    QCOMPARE(metrics.eligible, 10); // who is left out by lot gets no text, and lowers no coverage
    QCOMPARE(metrics.suppressed.at(DecisionReason::HoldOut), 10);
    QCOMPARE(m->callsIn(MetricsList::HeldOut).size(), size_t(10));
}

void TestMetricsCallers::trueLiftComparesCallersOfTheSameRules()
{
    m->missed(caller(1), 0, DecisionReason::HoldOut, u"with-lot"_s);
    m->missed(caller(2), 0, std::nullopt, u"with-lot"_s);
    m->missed(caller(2), 3 * day, std::nullopt, u"with-lot"_s); // the same number again
    m->missed(caller(3), 0, std::nullopt, u"without"_s);        // nobody was left out then
    m->missed(caller(4), 0, DecisionReason::Landline, u"with-lot"_s);
    m->missed(caller(5), 0, DecisionReason::ModeWatch, u"with-lot"_s);
    CallerMetrics metrics = m->callers();
    QCOMPARE(metrics.lift.texted, (Share{0, 1}));
    QCOMPARE(metrics.lift.heldOut, (Share{0, 1}));
    QCOMPARE(metrics.lift.difference, 0.0);
    m->query.window.from = at(3 * day); // without anybody left out there is no lift to show
    metrics = m->callers();
    QCOMPARE(metrics.lift.difference, std::nullopt);
    QCOMPARE(metrics.lift.interval, (Interval{-1, 1}));
}

QTEST_GUILESS_MAIN(TestMetricsCallers)
#include "tst_metricscallers.moc"
