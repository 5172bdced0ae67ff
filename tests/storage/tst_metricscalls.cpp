// SPDX-License-Identifier: MIT
#include "storage/metricsfixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The figures of calls (rules.md 4): missed rate with its parts, what is counted aside, coverage map; and their lists.
class TestMetricsCalls : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<MetricsFixture>(); }

    void missedRate();
    void missedRateWindowEdges();
    void missedRateUniqueCallersPer24Hours();
    void missedRateByHours();
    void missedRateBusyAndAbandonedApart();
    void missedRateCountsOthersAside();
    void missedRateOptedOutAtTheTimeOfTheCall();
    void missedRateWithheldCallersAreNotOneCaller();
    void missedRateLeavesRunningCallsOut();
    void coverageMapByTheBusinessClock();
    void coverageMapOnTheDayOfTheClockChange();
    void listsInPages();
    void noDatabaseIsAnError();
    void allowanceOfTheCalendarMonth();

private:
    static constexpr int minute = MetricsFixture::minute;
    static constexpr int hour = MetricsFixture::hour;
    static constexpr int day = MetricsFixture::day;
    std::unique_ptr<MetricsFixture> m;
};

void TestMetricsCalls::missedRate()
{
    m->missed(caller(1), 0);
    m->answered(caller(2), 100, 60);
    m->answered(caller(3), 200, 60);
    m->ourCall(caller(4), 300, 60); // not inbound
    const CallMetrics metrics = m->calls();
    QCOMPARE(metrics.missed, (Share{1, 3}));
    QCOMPARE(metrics.window, m->query.window);
    m->query.window = {at(1000), at(2000)};
    QCOMPARE(m->calls().missed.rate(), std::nullopt); // of nothing there is no rate, not 0 %
}

void TestMetricsCalls::missedRateWindowEdges()
{
    m->missed(caller(1), -1);
    const CallId first = m->missed(caller(2), 0);
    const CallId last = m->missed(caller(3), 7 * day - 1);
    m->missed(caller(4), 7 * day);
    QCOMPARE(m->calls().missed, (Share{2, 2}));
    QCOMPARE(m->callsIn(MetricsList::MissedCalls), (std::vector<CallId>{last, first}));
}

void TestMetricsCalls::missedRateUniqueCallersPer24Hours()
{
    m->missed(caller(1), 0);
    m->missed(caller(1), 5 * minute);
    m->missed(caller(1), 24 * hour - 1); // of the first call's 24 hours, on another day of the calendar
    QCOMPARE(m->calls().missedCallers, (Share{1, 1}));
    m->missed(caller(1), 24 * hour); // a new one
    m->answered(caller(2), 0, 60);
    QCOMPARE(m->calls().missed, (Share{4, 5}));
    QCOMPARE(m->calls().missedCallers, (Share{2, 3}));
}

void TestMetricsCalls::missedRateByHours()
{
    WeeklyHours week;
    for (int weekday = 0; weekday < 5; ++weekday)
        week[size_t(weekday)] = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    m->query.hours.weekly = week;
    m->query.hours.usFederalHolidays = true;
    const CallId open = m->missed(caller(1), 0); // Monday 10:00
    m->answered(caller(2), 60, 60);
    const CallId lunch = m->missed(caller(3), 2 * hour); // 12:00 sharp is closed
    m->answered(caller(4), 3 * hour, 60);                // 13:00 sharp is open again
    const CallId thanksgiving = m->missed(caller(5), 3 * day);
    const CallMetrics metrics = m->calls();
    QCOMPARE(metrics.inHours, (Share{1, 3}));
    QCOMPARE(metrics.afterHours, (Share{1, 1}));
    QCOMPARE(metrics.holiday, (Share{1, 1}));
    QCOMPARE(m->callsIn(MetricsList::MissedInHours), std::vector<CallId>{open});
    QCOMPARE(m->callsIn(MetricsList::MissedAfterHours), std::vector<CallId>{lunch});
    QCOMPARE(m->callsIn(MetricsList::MissedOnHoliday), std::vector<CallId>{thanksgiving});
}

void TestMetricsCalls::missedRateBusyAndAbandonedApart()
{
    const CallId busy = m->missed(caller(1), 0, Disposition::Busy);
    const CallId abandoned = m->missed(caller(2), 100, Disposition::Abandoned);
    m->missed(caller(3), 200, Disposition::Voicemail);
    m->missed(caller(4), 300, Disposition::NoAnswer);
    CallVerdict early = missedVerdict(403);
    early.missed = false;
    early.disposition = Disposition::Abandoned;
    early.notMissedBecause = DecisionReason::HungUpEarly;
    const CallId gone = m->inbound(caller(5), 400, early);
    const CallMetrics metrics = m->calls();
    QCOMPARE(metrics.missed, (Share{4, 5})); // who hung up at once called, but was not missed
    QCOMPARE(metrics.busy, 1);
    QCOMPARE(metrics.abandoned, 1);
    QCOMPARE(metrics.voicemail, 1);
    QCOMPARE(metrics.hungUpEarly, 1);
    QCOMPARE(m->callsIn(MetricsList::MissedBusy), std::vector<CallId>{busy});
    QCOMPARE(m->callsIn(MetricsList::MissedAbandoned), std::vector<CallId>{abandoned});
    QCOMPARE(m->callsIn(MetricsList::HungUpEarly), std::vector<CallId>{gone});
}

void TestMetricsCalls::missedRateCountsOthersAside()
{
    m->query.people.staff = {{u"Ana"_s, caller(1)}};
    m->query.people.blocked = {caller(2)};
    const CallId staff = m->missed(caller(1), 0);
    m->missed(caller(2), 100);
    CallVerdict screened = answeredVerdict(205);
    screened.disposition = Disposition::Blocked;
    screened.notMissedBecause = DecisionReason::Screened;
    m->inbound(caller(3), 200, screened);
    m->missed(ourLine(), 300);
    m->missed(caller(104), 400);
    CallMetrics metrics = m->calls();
    QCOMPARE(metrics.missed, (Share{1, 1}));
    QCOMPARE(metrics.excluded, (ExclusionCounts{{Exclusion::OwnNumber, 1}, {Exclusion::Staff, 1}, {Exclusion::Spam, 2}}));
    MetricsFilter filter;
    filter.exclusion = Exclusion::Staff;
    QCOMPARE(m->callsIn(MetricsList::Excluded, filter), std::vector<CallId>{staff});
    QCOMPARE(m->callsIn(MetricsList::Excluded).size(), size_t(4));
    m->query.fictionalNumbersCount = false;
    metrics = m->calls();
    QCOMPARE(metrics.missed.whole, 0);
    QCOMPARE(metrics.excluded[Exclusion::Test], 1); // whoever has such a number is nobody
    m->missed(number(u"+13132239999"_s), 500);
    QCOMPARE(m->calls().missed, (Share{1, 1}));
}

void TestMetricsCalls::missedRateOptedOutAtTheTimeOfTheCall()
{
    m->consent(caller(1), true, -100);
    m->missed(caller(1), 0);
    m->consent(caller(2), true, -100);
    m->consent(caller(2), false, -50);
    m->missed(caller(2), 0); // wants texts again
    m->missed(caller(3), 0);
    m->consent(caller(3), true, 100); // had not opted out yet
    // What came in late, as after a restore, is older all the same.
    m->consent(caller(4), false, -50);
    m->consent(caller(4), true, -100);
    m->missed(caller(4), 0);
    const CallMetrics metrics = m->calls();
    QCOMPARE(metrics.missed, (Share{3, 3}));
    QCOMPARE(metrics.excluded, (ExclusionCounts{{Exclusion::OptedOut, 1}}));
}

void TestMetricsCalls::missedRateWithheldCallersAreNotOneCaller()
{
    for (int i = 0; i < 3; ++i) {
        CallLeg leg = rootLeg(u"W%1"_s.arg(i), caller(1), i * 100);
        leg.from = u"anonymous"_s;
        const CallId call = m->store().upsertLegs(m->account(), {leg}).value().at(0);
        QVERIFY(m->store().recordVerdict(call, missedVerdict(i * 100 + 25)));
        QVERIFY(m->store().attachCall(call, m->store().ensureConversation(identifyCaller(u"anonymous"_s)).value()));
        m->decide(call, DecisionReason::Withheld, i * 100 + 26);
    }
    QCOMPARE(m->calls().missedCallers, (Share{3, 3}));
    QCOMPARE(m->calls().withoutNumber, 3);
    const CallerMetrics callers = m->callers();
    QCOMPARE(callers.missed, 3);
    QCOMPARE(callers.suppressed, (std::map<DecisionReason, int>{{DecisionReason::Withheld, 3}}));
    QCOMPARE(callers.urgency, (Share{0, 3})); // nobody knows that it was the same one
}

void TestMetricsCalls::missedRateLeavesRunningCallsOut()
{
    QVERIFY(m->store().upsertLegs(m->account(), {rootLeg(u"R1"_s, caller(1), 0, LegStatus::Ringing)}));
    m->missed(caller(2), 100);
    QCOMPARE(m->calls().missed, (Share{1, 1}));
    QCOMPARE(m->calls().running, 1);
}

void TestMetricsCalls::coverageMapByTheBusinessClock()
{
    m->query.window.until = at(14 * day);
    const CallId first = m->missed(caller(1), 30 * minute);
    const CallId second = m->missed(caller(2), 7 * day + 59 * minute);
    m->missed(caller(3), 60 * minute);
    m->answered(caller(4), 10 * minute, 60);
    const CallMetrics metrics = m->calls();
    QCOMPARE(metrics.map[0][10], (WeekHour{2, 3, 2, 1})); // Monday 10:00 in Detroit is 15:00 UTC
    QCOMPARE(metrics.map[0][11], (WeekHour{1, 1, 2, 0})); // once is chance
    QCOMPARE(metrics.map[0][15], (WeekHour{0, 0, 2, 0}));
    MetricsFilter cell;
    cell.weekday = 0;
    cell.hour = 10;
    QCOMPARE(m->callsIn(MetricsList::MissedCalls, cell), (std::vector<CallId>{second, first}));
}

void TestMetricsCalls::coverageMapOnTheDayOfTheClockChange()
{
    // Sunday, 1 November 2026: 1:00 to 2:00 comes twice. Sunday, 8 March: 2:00 to 3:00 does not come.
    m->query.window = MetricsWindow::ofDays(QDate(2026, 11, 1), QDate(2026, 11, 1), m->query.zone);
    QCOMPARE(m->query.window.until - m->query.window.from, std::chrono::hours(25));
    const int first = int((fromUnixMillis(1793511000000) - sampleStart).count() / 1000); // 05:30 UTC, 1:30 EDT
    m->missed(caller(1), first);
    m->missed(caller(2), first + hour);     // 1:30 EST
    m->missed(caller(3), first + 2 * hour); // 2:30
    CallMetrics metrics = m->calls();
    QCOMPARE(metrics.map[6][1].missed, 2);
    QCOMPARE(metrics.map[6][1].occurrences, 2);
    QCOMPARE(metrics.map[6][1].morePeople, 0); // both on one day
    QCOMPARE(metrics.map[6][2].missed, 1);
    QCOMPARE(metrics.map[6][2].occurrences, 1);
    m->query.window = MetricsWindow::ofDays(QDate(2026, 3, 8), QDate(2026, 3, 8), m->query.zone);
    QCOMPARE(m->query.window.until - m->query.window.from, std::chrono::hours(23));
    metrics = m->calls();
    QCOMPARE(metrics.map[6][1].occurrences, 1);
    QCOMPARE(metrics.map[6][2].occurrences, 0);
}

void TestMetricsCalls::listsInPages()
{
    std::vector<CallId> made;
    for (int i = 0; i < 7; ++i)
        made.insert(made.begin(), m->missed(caller(i), i / 2)); // some at the same second
    std::vector<CallId> read;
    std::optional<MetricsItem> after;
    for (int page = 0; page < 4; ++page) {
        const std::vector<MetricsItem> items = m->list(MetricsList::MissedCalls, {}, after, 2);
        QCOMPARE(items.size(), size_t(page < 3 ? 2 : 1));
        for (const MetricsItem &item : items) {
            read.push_back(item.call);
            QVERIFY(!item.conversation.isNull());
        }
        after = items.back();
    }
    QCOMPARE(read, made);
    QVERIFY(m->list(MetricsList::MissedCalls, {}, after, 2).empty());
    QVERIFY(m->list(MetricsList::MissedCalls, {}, {}, 0).empty());
}

void TestMetricsCalls::noDatabaseIsAnError()
{
    SqlMetricsReader reader(m->databaseFile() + u".none"_s);
    const auto metrics = reader.calls(m->query);
    QVERIFY(!metrics);
    QVERIFY(metrics.error().kind == ErrorKind::Storage);
    m->sql(u"PRAGMA user_version = 6"_s);
    SqlMetricsReader early(m->databaseFile());
    QCOMPARE(early.allowance(at(0), m->query.zone, {}).error().providerCode, u"older-database"_s);
}

void TestMetricsCalls::allowanceOfTheCalendarMonth()
{
    Limits limits;
    limits.monthlyTexts = 10;
    // November in Detroit begins at 04:00 UTC (summer time still) and ends at 05:00 UTC.
    const auto offset = [](qint64 unixSeconds) { return int(unixSeconds - toUnixMillis(sampleStart) / 1000); };
    const int began = offset(1793505600);
    const int ends = offset(1796101200);
    const QString two(161, u'x');
    m->text(caller(1), {}, OutboxPurpose::Manual, began - 1, DeliveryStatus::Sent);
    m->text(caller(1), {}, OutboxPurpose::Manual, began, DeliveryStatus::Sent);
    m->text(caller(1), {}, OutboxPurpose::Manual, 0, DeliveryStatus::Delivered, SendRule::Open, {}, two);
    m->text(caller(1), {}, OutboxPurpose::Manual, ends - 1, DeliveryStatus::Sent);
    m->text(caller(1), {}, OutboxPurpose::Manual, ends, DeliveryStatus::Sent);
    m->queue(caller(1), {}, OutboxPurpose::Manual, 10); // was not taken
    const Allowance november = m->reader().allowance(at(0), m->query.zone, limits).value();
    QCOMPARE(november.segments, 4);
    QCOMPARE(november.monthBegan, at(began));
    QCOMPARE(november.monthEnds, at(ends));
    QCOMPARE(november.cost, 4 * limits.pricePerSegment);
    QCOMPARE(m->reader().allowance(at(began - 1), m->query.zone, limits).value().segments, 1);
    QCOMPARE(m->reader().allowance(at(ends), m->query.zone, limits).value().segments, 1);
}

QTEST_GUILESS_MAIN(TestMetricsCalls)
#include "tst_metricscalls.moc"
