// SPDX-License-Identifier: MIT
#include "storage/metricsfixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The figures of texts (rules.md 4): delivery, follow-ups, opt-outs, failures, cost; and how long customers waited for a person.
class TestMetricsTexts : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<MetricsFixture>(); }

    void deliveryRate();
    void deliveryRateWindowEdges();
    void deliveryRateLeavesStaffAside();
    void textsToStaffOfYesterdayAreNoCustomers();
    void followUpLift();
    void optOutRatePerTemplate();
    void optOutRateAlarmOverTwoPercent();
    void optOutRateOfTheTextBefore();
    void optOutRateCountsAChangeOnce();
    void failureMix();
    void failureMixHasNoFiveRowLimit();
    void cost();
    void ownerResponseTime();
    void ownerResponseTimeCountsNoBot();
    void ownerResponseTimeCountsNoTextThatFailed();
    void ownerResponseTimeOfTheFirstText();
    void ownerResponseTimeByCall();
    void ownerResponseTimeOwesNothingAfterAStop();
    void ownerResponseTimeInOpenHours();
    void ownerResponseTimeWindowEdges();
    void ownerResponseTimeGivesUpAfter72Hours();

private:
    static constexpr int minute = MetricsFixture::minute;
    static constexpr int hour = MetricsFixture::hour;
    static constexpr int day = MetricsFixture::day;

    MessageId automatic(const PhoneNumber &to, int seconds, DeliveryStatus delivery = DeliveryStatus::Delivered,
                        SendRule rule = SendRule::Open, const QString &errorCode = {})
    {
        return m->text(to, {}, OutboxPurpose::TextBack, seconds, delivery, rule, errorCode);
    }
    std::vector<MessageId> messagesIn(MetricsList which, const MetricsFilter &filter = {})
    {
        std::vector<MessageId> ids;
        for (const MetricsItem &item : m->list(which, filter))
            ids.push_back(item.message);
        return ids;
    }

    std::unique_ptr<MetricsFixture> m;
};

void TestMetricsTexts::deliveryRate()
{
    automatic(caller(1), 0);
    m->text(caller(2), {}, OutboxPurpose::Manual, 10, DeliveryStatus::Delivered);
    const MessageId silent = automatic(caller(3), 20, DeliveryStatus::Sent);
    const MessageId undelivered = automatic(caller(4), 30, DeliveryStatus::Undelivered);
    const OutboxItem refused = m->queue(caller(5), {}, OutboxPurpose::TextBack, 40);
    QVERIFY(m->store().beginAttempt(refused.id, at(40)));
    OutboxChange change = toState(OutboxState::Failed);
    change.endedAt = at(41);
    QVERIFY(m->store().changeItem(refused.id, change));
    m->queue(caller(6), {}, OutboxPurpose::TextBack, 50); // waits
    const SentMetrics metrics = m->sent();
    QCOMPARE(metrics.delivery, (Share{2, 4}));
    QCOMPARE(metrics.noReceipt, 1); // no word is not a failure
    QCOMPARE(metrics.notDelivered, 1);
    QCOMPARE(metrics.refused, 1);
    QCOMPARE(messagesIn(MetricsList::NoReceipt), std::vector<MessageId>{silent});
    QCOMPARE(messagesIn(MetricsList::NotDelivered), (std::vector<MessageId>{refused.message, undelivered}));
}

void TestMetricsTexts::deliveryRateWindowEdges()
{
    automatic(caller(1), -1);
    automatic(caller(2), 0);
    automatic(caller(3), 7 * day - 1);
    automatic(caller(4), 7 * day);
    QCOMPARE(m->sent().delivery, (Share{2, 2}));
    QCOMPARE(m->sent().segments, 2);
}

void TestMetricsTexts::deliveryRateLeavesStaffAside()
{
    m->query.people.staff = {{u"Ana"_s, caller(1)}};
    automatic(caller(1), 0, DeliveryStatus::Undelivered);
    automatic(caller(2), 0);
    const SentMetrics metrics = m->sent();
    QCOMPARE(metrics.delivery, (Share{1, 1}));
    QCOMPARE(metrics.excluded, 1);
    QCOMPARE(metrics.segments, 2); // it costs all the same
    QVERIFY(metrics.failures.empty());
    QVERIFY(messagesIn(MetricsList::NotDelivered).empty()); // a list shows what its figure counts
    QCOMPARE(metrics.byTemplate.size(), size_t(1));
    QCOMPARE(metrics.byTemplate.front().optOuts, (Share{0, 1}));
}

void TestMetricsTexts::textsToStaffOfYesterdayAreNoCustomers()
{
    // Ana was on call, and does not work here any more.
    m->text(caller(1), {}, OutboxPurpose::StaffAlert, 0, DeliveryStatus::Undelivered);
    m->text(caller(1), {}, OutboxPurpose::StaffAnswer, minute, DeliveryStatus::Delivered);
    m->consent(caller(1), true, 2 * minute);
    automatic(caller(2), 0);
    const SentMetrics metrics = m->sent();
    QCOMPARE(metrics.excluded, 2);
    QCOMPARE(metrics.delivery, (Share{1, 1}));
    QCOMPARE(metrics.optOuts, (Share{0, 1}));
    QVERIFY(messagesIn(MetricsList::NotDelivered).empty());
    QVERIFY(messagesIn(MetricsList::OptedOut).empty());
}

void TestMetricsTexts::followUpLift()
{
    const auto followUp = [this](int who, int seconds) {
        m->text(caller(who), m->missed(caller(who), seconds - 100), OutboxPurpose::FollowUp1, seconds, DeliveryStatus::Delivered,
                SendRule::FollowUp1);
    };
    followUp(1, 1000);
    m->says(caller(1), u"yes, please"_s, 1000 + day);
    followUp(2, 1000);
    m->says(caller(2), u"too late"_s, 1000 + day + 1);
    followUp(3, 1000);
    m->stops(caller(3), 1100);
    // Cancelled before it left, because the caller wrote: they got none.
    const OutboxItem cancelled = m->queue(caller(4), m->missed(caller(4), 900), OutboxPurpose::FollowUp1, 1000, SendRule::FollowUp1);
    QVERIFY(m->store().changeItem(cancelled.id, toState(OutboxState::Skipped)));
    m->says(caller(4), u"yes"_s, 1010);
    m->text(caller(5), m->missed(caller(5), 900), OutboxPurpose::FollowUp2, 1000, DeliveryStatus::Delivered, SendRule::FollowUp2);
    m->says(caller(5), u"yes"_s, 1010);
    automatic(caller(6), 1000); // a text-back is none
    m->says(caller(6), u"yes"_s, 1010);
    QCOMPARE(m->sent().followUpLift, (Share{1, 3}));
    QCOMPARE(messagesIn(MetricsList::FollowedUp).size(), size_t(3));
}

void TestMetricsTexts::optOutRatePerTemplate()
{
    automatic(caller(1), 0);
    m->stops(caller(1), 100);
    automatic(caller(2), 0);
    automatic(caller(2), 50); // one number
    automatic(caller(3), 0, DeliveryStatus::Delivered, SendRule::Closed);
    automatic(caller(4), 0, DeliveryStatus::Sent); // not delivered as far as anybody knows
    m->text(caller(5), {}, OutboxPurpose::Manual, 0, DeliveryStatus::Delivered);
    m->stops(caller(5), 100);
    m->text(caller(5), {}, OutboxPurpose::KeywordAnswer, 101, DeliveryStatus::Delivered, SendRule::OptOutConfirmation);
    const SentMetrics metrics = m->sent();
    QCOMPARE(metrics.optOuts, (Share{2, 4}));
    QCOMPARE(metrics.byTemplate, (std::vector<OptOutRate>{{std::nullopt, {1, 1}}, {SendRule::Open, {1, 2}}, {SendRule::Closed, {0, 1}}}));
    QCOMPARE(messagesIn(MetricsList::OptedOut).size(), size_t(2));
}

void TestMetricsTexts::optOutRateAlarmOverTwoPercent()
{
    for (int i = 1; i <= 50; ++i)
        automatic(caller(i), i);
    QVERIFY(!m->sent().optOutAlarmed);
    m->stops(caller(1), 100);
    QCOMPARE(m->sent().optOuts, (Share{1, 50}));
    QVERIFY(!m->sent().optOutAlarmed); // 2 % exactly
    QVERIFY(!m->sent().byTemplate.front().alarm());
    m->stops(caller(2), 100);
    QVERIFY(m->sent().optOutAlarmed);
    QVERIFY(m->sent().byTemplate.front().alarm());
}

void TestMetricsTexts::optOutRateOfTheTextBefore()
{
    automatic(caller(1), 0);
    automatic(caller(1), 100, DeliveryStatus::Delivered, SendRule::FollowUp1);
    m->stops(caller(1), 200); // the follow-up's
    automatic(caller(2), 0);
    m->stops(caller(2), 7 * day);
    automatic(caller(3), 0);
    m->stops(caller(3), 7 * day + 1); // too long ago
    automatic(caller(4), 7 * day - 10);
    automatic(caller(4), 7 * day + 10); // behind the window: the next window's
    m->stops(caller(4), 7 * day + 20);
    automatic(caller(5), 7 * day - 10);
    m->stops(caller(5), 7 * day + 20); // behind it, too, but the text is ours
    const SentMetrics metrics = m->sent();
    QCOMPARE(metrics.byTemplate, (std::vector<OptOutRate>{{SendRule::Open, {2, 5}}, {SendRule::FollowUp1, {1, 1}}}));
    QCOMPARE(metrics.optOuts, (Share{3, 5}));
}

void TestMetricsTexts::optOutRateCountsAChangeOnce()
{
    automatic(caller(1), 0);
    m->stops(caller(1), 100);
    m->stops(caller(1), 200); // was out
    automatic(caller(2), 0);
    m->consent(caller(2), true, -100);
    m->stops(caller(2), 100); // had been out before the text
    QCOMPARE(m->sent().optOuts, (Share{1, 2}));
    QCOMPARE(messagesIn(MetricsList::OptedOut).size(), size_t(1));
}

void TestMetricsTexts::failureMix()
{
    automatic(caller(1), 0, DeliveryStatus::Undelivered, SendRule::Open, u"30006"_s);
    const MessageId filtered = automatic(caller(2), 0, DeliveryStatus::Undelivered, SendRule::Open, u"30007"_s);
    automatic(caller(3), 10, DeliveryStatus::Failed, SendRule::Open, u"30006"_s);
    automatic(caller(4), 0, DeliveryStatus::Undelivered, SendRule::Closed, u"30006"_s);
    const SentMetrics metrics = m->sent();
    QCOMPARE(metrics.failures, (std::vector<FailureCount>{{u"30006"_s, QString(), SendRule::Open, 2},
                                                          {u"30006"_s, QString(), SendRule::Closed, 1},
                                                          {u"30007"_s, QString(), SendRule::Open, 1}}));
    MetricsFilter filter;
    filter.errorCode = u"30007"_s;
    QCOMPARE(messagesIn(MetricsList::NotDelivered, filter), std::vector<MessageId>{filtered});
}

void TestMetricsTexts::failureMixHasNoFiveRowLimit()
{
    for (int i = 0; i < 12; ++i)
        automatic(caller(i), i, DeliveryStatus::Undelivered, SendRule::Open, QString::number(30000 + i));
    QCOMPARE(m->sent().failures.size(), size_t(12));
}

void TestMetricsTexts::cost()
{
    m->text(caller(1), {}, OutboxPurpose::TextBack, 0, DeliveryStatus::Delivered, SendRule::Open, {}, QString(161, u'x')); // two segments
    automatic(caller(2), 0, DeliveryStatus::Undelivered, SendRule::Open, u"30006"_s);                                      // costs as well
    m->text(caller(3), {}, OutboxPurpose::Manual, 0, DeliveryStatus::Delivered);
    m->queue(caller(4), {}, OutboxPurpose::TextBack, 0); // was not sent
    const qint64 segments = m->sent().segments;
    QCOMPARE(segments, 4);
    const Cost cost = costOf(segments, 8300, 2, 1);
    QCOMPARE(cost.total, 33200);
    QCOMPARE(cost.perRecovered, 16600);
    QCOMPARE(cost.perBooking, 33200);
    QCOMPARE(costOf(segments, 8300, 0, 0).perRecovered, std::nullopt); // nothing is not free
    QCOMPARE(costOf(segments, 8300, 0, 0).perBooking, std::nullopt);
}

void TestMetricsTexts::ownerResponseTime()
{
    for (int i = 1; i <= 10; ++i) {
        m->says(caller(i), u"hello"_s, i * 1000);
        m->writes(caller(i), MessageOrigin::Person, i * 1000 + i * minute);
    }
    m->says(caller(11), u"hello?"_s, 100);
    const ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.wallClock.count, 10);
    QCOMPARE(metrics.wallClock.p50, std::chrono::minutes(5));
    QCOMPARE(metrics.wallClock.p90, std::chrono::minutes(9));
    QCOMPARE(metrics.unanswered, 1); // said, so that the figures do not look better than they are
    QCOMPARE(m->list(MetricsList::Unanswered).front().conversation, m->conversation(caller(11)));
    QCOMPARE(m->list(MetricsList::Responded).size(), size_t(10));
}

void TestMetricsTexts::ownerResponseTimeCountsNoBot()
{
    m->says(caller(1), u"hello"_s, 0);
    m->text(caller(1), {}, OutboxPurpose::Holding, 10, DeliveryStatus::Delivered, SendRule::Holding);
    m->writes(caller(1), MessageOrigin::Person, 5 * minute);
    // The provider's own machine texts back within a minute of a missed call, from elsewhere.
    m->missed(caller(2), 0); // until 25 s
    m->says(caller(2), u"hello"_s, 30);
    m->writes(caller(2), MessageOrigin::Elsewhere, 80, u"We will call you"_s);
    m->writes(caller(2), MessageOrigin::Elsewhere, 30 + 5 * minute); // a person with the phone app
    // One that was held up says the same to everybody.
    m->writes(caller(9), MessageOrigin::Elsewhere, 100, u"Thanks for calling!"_s);
    m->missed(caller(3), 0);
    m->says(caller(3), u"hello"_s, 30);
    m->writes(caller(3), MessageOrigin::Elsewhere, 10 * minute, u"Thanks for calling!"_s);
    const ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.wallClock.count, 2);
    QCOMPARE(metrics.wallClock.p50, std::chrono::minutes(5));
    QCOMPARE(metrics.wallClock.p90, std::chrono::minutes(5));
    QCOMPARE(metrics.unanswered, 1);
}

void TestMetricsTexts::ownerResponseTimeCountsNoTextThatFailed()
{
    m->says(caller(1), u"hello"_s, 0);
    m->text(caller(1), {}, OutboxPurpose::Manual, 10, DeliveryStatus::Undelivered);
    m->text(caller(1), {}, OutboxPurpose::Manual, 60, DeliveryStatus::Sent);
    QCOMPARE(m->response().wallClock.p50, std::chrono::seconds(60));
}

void TestMetricsTexts::ownerResponseTimeOfTheFirstText()
{
    m->says(caller(1), u"hello"_s, 0);
    m->says(caller(1), u"anybody?"_s, 4 * minute);
    m->writes(caller(1), MessageOrigin::Person, 5 * minute);
    m->writes(caller(1), MessageOrigin::Person, 6 * minute);
    m->says(caller(1), u"and when?"_s, 10 * minute); // a wait of its own
    m->writes(caller(1), MessageOrigin::Person, 11 * minute);
    const ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.wallClock.count, 2);
    QCOMPARE(metrics.wallClock.p90, std::chrono::minutes(5));
    QCOMPARE(metrics.wallClock.p50, std::chrono::minutes(1));
}

void TestMetricsTexts::ownerResponseTimeByCall()
{
    m->says(caller(1), u"hello"_s, 0);
    m->ourCall(caller(1), minute, 5); // a mailbox
    m->ourCall(caller(1), 2 * minute, 20);
    m->writes(caller(1), MessageOrigin::Person, 10 * minute);
    const ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.wallClock.count, 1);
    QCOMPARE(metrics.wallClock.p50, std::chrono::minutes(2));
    QCOMPARE(metrics.byCall, 1);
}

void TestMetricsTexts::ownerResponseTimeOwesNothingAfterAStop()
{
    m->stops(caller(1), 0);
    m->says(caller(2), u"hello"_s, 0);
    m->stops(caller(2), 100);
    m->query.people.staff = {{u"Ana"_s, caller(3)}};
    m->says(caller(3), u"12 on our way"_s, 0);
    const ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.unanswered, 1); // until they stopped it was owed
    QCOMPARE(metrics.wallClock.count, 0);
}

void TestMetricsTexts::ownerResponseTimeInOpenHours()
{
    WeeklyHours week;
    for (auto &intervals : week)
        intervals = {{8 * 60, 17 * 60}};
    m->query.hours.weekly = week;
    // Monday 16:50 in Detroit; answered on Tuesday at 8:05.
    m->says(caller(1), u"hello"_s, 6 * hour + 50 * minute);
    m->writes(caller(1), MessageOrigin::Person, 22 * hour + 5 * minute);
    ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.wallClock.p50, std::chrono::minutes(15 * 60 + 15));
    QCOMPARE(metrics.openHours.p50, std::chrono::minutes(15));
    // Over the night in which the clock is set back, 1 November.
    const int saturday = -23 * day + 5 * hour + 50 * minute; // 31 October, 16:50 EDT
    m->query.window.from = at(saturday - hour);
    m->query.window.until = at(saturday + day);
    m->says(caller(2), u"hello"_s, saturday);
    m->writes(caller(2), MessageOrigin::Person, saturday + 16 * hour + 15 * minute); // 8:05 EST
    metrics = m->response();
    QCOMPARE(metrics.wallClock.count, 1);
    QCOMPARE(metrics.openHours.p50, std::chrono::minutes(15));
}

void TestMetricsTexts::ownerResponseTimeWindowEdges()
{
    m->says(caller(1), u"hello"_s, -10); // began before
    m->says(caller(1), u"anybody?"_s, 10);
    m->writes(caller(1), MessageOrigin::Person, 20);
    m->says(caller(2), u"hello"_s, 0);
    m->writes(caller(2), MessageOrigin::Person, 30);
    m->says(caller(3), u"hello"_s, 7 * day - 1);
    m->writes(caller(3), MessageOrigin::Person, 7 * day + 30); // answered behind it
    m->says(caller(4), u"hello"_s, 7 * day);
    const ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.wallClock.count, 2);
    QCOMPARE(metrics.unanswered, 0);
}

void TestMetricsTexts::ownerResponseTimeGivesUpAfter72Hours()
{
    m->says(caller(1), u"hello"_s, 0);
    m->writes(caller(1), MessageOrigin::Person, 3 * day);
    m->says(caller(2), u"hello"_s, 0);
    m->writes(caller(2), MessageOrigin::Person, 3 * day + 1);
    m->says(caller(3), u"hello"_s, 7 * day - 1);
    m->writes(caller(3), MessageOrigin::Person, 10 * day - 1);
    const ResponseMetrics metrics = m->response();
    QCOMPARE(metrics.wallClock.count, 2);
    QCOMPARE(metrics.unanswered, 1);
}

QTEST_GUILESS_MAIN(TestMetricsTexts)
#include "tst_metricstexts.moc"
