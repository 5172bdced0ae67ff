// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"
#include "engine/settingsdesk.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString &caller = maria;
const QString &other = bob;

} // namespace

/// Sleep, waking, and clocks and zones that are wrong (faults.md F20, F26, F27, F30).
class TestEnginePower : public QObject {
    Q_OBJECT

private slots:
    void f26SleepAcrossTheDeadline();
    void f26SleepThatTheMonotonicClockDoesNotSee();
    void f26ShortSleepStillTexts();
    void f26SleepWithoutMissedCallsIsNoNews();
    void f26TwoSleepsAreOneAbsence();
    void f26LateCallsForTheList();
    void f26WakeAsksAtOnce();
    void f27WorksWhileAnAccountIsWatched();
    void f27HeartbeatGapIsLogged();
    void f20WrongClockIsTold_data();
    void f20WrongClockIsTold();
    void f20ClockSetRightIsNoNewsAnyMore();
    void f30PcZoneChangesNothing();
    void f30UseTimeZoneKeepsTheSession();
};

void TestEnginePower::f26SleepAcrossTheDeadline()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    for (int i = 0; i < 12; ++i)
        h.provider.addMissedCall(u"+1313223%1"_s.arg(3000 + i));
    h.run(10s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox WHERE state = 'queued'"_s), u"12"_s);
    const UtcTime asleep = h.time.utcNow();
    h.time.sleep(1h);
    h.provider.addMissedCall(caller); // while it slept
    h.time.sleep(7h);
    const UtcTime awake = h.time.utcNow();
    const int polls = h.provider.callPolls;
    h.run(200ms);
    QVERIFY(h.provider.callPolls > polls); // at once
    h.run(1min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.rows(u"SELECT DISTINCT verdict, reason FROM decisions"_s), QStringList{u"skip pc-asleep"_s});
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox WHERE state = 'skipped'"_s), u"12"_s);
    const auto notice = h.notice(Notice::Kind::Away);
    QVERIFY(notice);
    QCOMPARE(notice->count, 13);
    QVERIFY(std::chrono::abs(*notice->from - asleep) <= 10s);
    QVERIFY(std::chrono::abs(*notice->until - awake) <= 1s);
    QCOMPARE(h.trail().count(u"notice away"_s), 1);
}

/// On some systems the monotonic clock stands still meanwhile: only the wall clock tells of the sleep.
void TestEnginePower::f26SleepThatTheMonotonicClockDoesNotSee()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    // Until the wait of the text is over nobody answers, so that no answer tells the new time before it leaves.
    h.provider.callsError = h.provider.messagesError = Error{ErrorKind::Network, u"not up again"_s, {}, 0, {}};
    h.time.jumpWall(8h);
    h.provider.clockSkew += 8h;
    h.run(5s);
    h.provider.callsError.reset();
    h.provider.messagesError.reset();
    h.run(2min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.decision(caller), u"skip pc-asleep"_s);
    const auto notice = h.notice(Notice::Kind::Away);
    QVERIFY(notice);
    QCOMPARE(notice->count, 1);
}

void TestEnginePower::f26ShortSleepStillTexts()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    h.time.sleep(5min);
    h.provider.addReply(other, u"STOP"_s);
    h.provider.addMissedCall(other);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.decision(other), u"skip opted-out"_s);
    QVERIFY(!h.notice(Notice::Kind::Away));
}

void TestEnginePower::f26SleepWithoutMissedCallsIsNoNews()
{
    EngineHarness h;
    h.startWatching();
    h.time.sleep(4h);
    h.provider.addMissedCall(caller); // just before waking: in time for a text
    h.run(10min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(!h.notice(Notice::Kind::Away));
    // A call that is too late for another reason is not the sleep's.
    h.provider.addMissedCall(other, 20s, 15min);
    h.run(20min);
    QCOMPARE(h.decision(other), u"skip too-old"_s);
    QVERIFY(!h.notice(Notice::Kind::Away));
}

void TestEnginePower::f26TwoSleepsAreOneAbsence()
{
    EngineHarness h;
    h.startWatching();
    h.time.sleep(20min);
    h.provider.addMissedCall(caller);
    h.time.sleep(40min);
    h.run(30s); // a moment for the system's own business
    h.time.sleep(20min);
    h.provider.addMissedCall(other);
    h.time.sleep(100min);
    h.run(1min);
    const auto notice = h.notice(Notice::Kind::Away);
    QVERIFY(notice);
    QCOMPARE(notice->count, 2);
    QVERIFY(*notice->until - *notice->from >= 3h);
    // The next night is another one.
    h.run(8h);
    h.time.sleep(20min);
    h.provider.addMissedCall(u"+13132233001"_s);
    h.time.sleep(40min);
    h.run(1min);
    QCOMPARE(h.notice(Notice::Kind::Away)->count, 1);
}

void TestEnginePower::f26LateCallsForTheList()
{
    EngineHarness h;
    h.startWatching();
    h.time.sleep(1h);
    h.provider.addMissedCall(caller);
    h.time.sleep(1h);
    h.provider.addMissedCall(other);
    h.time.sleep(1h);
    h.run(1min);
    const auto notice = h.notice(Notice::Kind::Away);
    QVERIFY(notice);
    const auto calls = h.reader->lateCalls(*notice->from, *notice->until + 15min, 100);
    QVERIFY(calls);
    QCOMPARE(calls->size(), size_t(2));
    QCOMPARE(calls->at(0).number.e164(), other); // the newest first
    QCOMPARE(calls->at(1).number.e164(), caller);
    QVERIFY(calls->at(0).reason == DecisionReason::PcAsleep);
    QVERIFY(calls->at(0).conversation == h.conversation(other));
    QCOMPARE(h.reader->lateCalls(*notice->until + 20min, *notice->until + 1h, 100)->size(), size_t(0));
}

void TestEnginePower::f26WakeAsksAtOnce()
{
    EngineHarness h;
    h.settings.account.pollSeconds = 60;
    h.startWatching();
    h.run(2s);
    const int polls = h.provider.callPolls;
    const int looks = h.provider.messagePolls;
    const int drops = h.provider.dropped;
    h.power.say(PowerEvents::Event::AboutToSleep);
    h.run(100ms);
    QCOMPARE(h.provider.callPolls, polls);
    h.power.say(PowerEvents::Event::Woke); // too short for the gap to be seen
    h.run(100ms);
    QCOMPARE(h.provider.callPolls, polls + 1);
    QCOMPARE(h.provider.messagePolls, looks + 1);
    QCOMPARE(h.provider.dropped, drops + 1); // the old ones are dead
}

void TestEnginePower::f27WorksWhileAnAccountIsWatched()
{
    EngineHarness h;
    QVERIFY(!h.power.working);
    h.startWatching();
    QVERIFY(h.power.working);
    h.kill();
    QVERIFY(!h.power.working);
    QVERIFY(!h.power.hasListener());
    EngineHarness empty;
    empty.settings = Settings();
    empty.startWatching();
    QVERIFY(!empty.power.working); // nothing to do
}

void TestEnginePower::f27HeartbeatGapIsLogged()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    QLoggingCategory::setFilterRules(u"textback.engine.info=true"_s);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    h.time.sleep(25s); // a poll's pause
    h.run(1min);
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"^nothing ran for 4\\d s \\(4\\d s by the wall clock\\)$"_s));
    h.time.sleep(45s);
    h.run(1min);
}

void TestEnginePower::f20WrongClockIsTold_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("told");
    QTest::newRow("right") << 0 << false;
    QTest::newRow("a bit ahead") << 100 << false;
    QTest::newRow("a bit behind") << -100 << false;
    QTest::newRow("three minutes ahead") << 180 << true;
    QTest::newRow("three hours behind") << -10800 << true;
    QTest::newRow("a day ahead") << 86400 << true;
}

void TestEnginePower::f20WrongClockIsTold()
{
    QFETCH(int, seconds);
    QFETCH(bool, told);
    EngineHarness h;
    h.time.jumpWall(std::chrono::seconds(seconds));
    h.startWatching();
    h.run(10min);
    const auto notice = h.notice(Notice::Kind::Clock);
    QCOMPARE(notice.has_value(), told);
    if (!told)
        return;
    QVERIFY(std::chrono::abs(notice->span - std::chrono::seconds(seconds)) <= 2s);
    QCOMPARE(h.trail().count(u"notice clock"_s), 1);
    h.provider.addMissedCall(caller); // it is no reason not to text
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEnginePower::f20ClockSetRightIsNoNewsAnyMore()
{
    EngineHarness h;
    h.startWatching();
    h.time.jumpWall(-1h);
    h.run(15s);
    QVERIFY(h.notice(Notice::Kind::Clock));
    h.time.jumpWall(30min); // set, and still wrong
    h.run(15s);
    QVERIFY(std::chrono::abs(h.notice(Notice::Kind::Clock)->span + 30min) <= 2s);
    h.time.jumpWall(30min);
    h.run(15s);
    QVERIFY(!h.notice(Notice::Kind::Clock));
    h.provider.givesTime = false; // a provider that says no time says nothing against the clock
    h.time.jumpWall(2h);
    h.run(1min);
    QVERIFY(!h.notice(Notice::Kind::Clock));
}

void TestEnginePower::f30PcZoneChangesNothing()
{
    QStringList lives;
    const QByteArray before = qgetenv("TZ");
    for (const bool travels : {false, true}) {
        EngineHarness h;
        h.startWatching();
        h.provider.addMissedCall(caller);
        h.run(1s);
        if (travels) {
            qputenv("TZ", "Asia/Tokyo");
            tzset();
        }
        h.run(1min);
        h.provider.addMissedCall(other);
        h.run(1min);
        lives.append(h.rows(u"SELECT verdict, rule, rule_version, decided_at, not_before FROM decisions ORDER BY call"_s).join(u'\n') +
                     h.rows(u"SELECT body, at FROM messages ORDER BY id"_s).join(u'\n'));
        QCOMPARE(h.provider.texts(), 2);
    }
    qputenv("TZ", before);
    tzset();
    QCOMPARE(lives[1], lives[0]);
}

void TestEnginePower::f30UseTimeZoneKeepsTheSession()
{
    EngineHarness h;
    h.startWatching();
    h.engine->settingsDesk()->useTimeZone(u"America/Chicago"_s);
    h.run(1min);
    QCOMPARE(h.store->settings()->business.timeZone, u"America/Chicago"_s);
    QCOMPARE(h.provider.checks, 1);
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

QTEST_GUILESS_MAIN(TestEnginePower)
#include "tst_enginepower.moc"
