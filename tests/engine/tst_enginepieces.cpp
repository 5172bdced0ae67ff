// SPDX-License-Identifier: MIT
#include "engine/backoff.h"
#include "engine/connectionmonitor.h"
#include "engine/engineevents.h"
#include "engine/keywordlog.h"
#include "engine/providerclock.h"
#include "engine/sentmatch.h"
#include "engine/sleepwatch.h"
#include "support/virtualtime.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The engine's small parts, one by one.
class TestEnginePieces : public QObject {
    Q_OBJECT

private slots:
    void backoffGrowsToAMinute();
    void f06RetryAfterIsObeyedUpToFiveMinutes_data();
    void f06RetryAfterIsObeyedUpToFiveMinutes();
    void f08TenMinutesOfOutageCostFewRequests();
    void providerClockIgnoresTheWallClock();
    void providerClockGoesOnWithoutASample();
    void providerClockTakesTheLatestSample();
    void providerClockFollowsAClearStepBack();
    void sleepIsNoticedOnce();
    void aSetClockIsNoticed_data();
    void aSetClockIsNoticed();
    void oneFailureIsABlip();
    void signedOutBeatsEverythingButStorage();
    void keywordAnswersAreKnownByTimeAndWords();
    void sameTextIsRecognised_data();
    void sameTextIsRecognised();
    void jsonLineHasIdsAndNoPrivateContent();
};

void TestEnginePieces::backoffGrowsToAMinute()
{
    SeededRandom random;
    Backoff backoff(random);
    const Error error{ErrorKind::Server, {}, {}, 503, {}};
    const std::vector<std::pair<Millis, Millis>> spans = {{2s, 2s}, {2s, 4s}, {4s, 8s}, {8s, 16s}, {16s, 32s}, {30s, 60s}, {30s, 60s}};
    for (const auto &[shortest, longest] : spans) {
        const Millis wait = backoff.next(error);
        QVERIFY2(wait >= shortest && wait <= longest, qPrintable(QString::number(wait.count())));
    }
    backoff.reset();
    QCOMPARE(backoff.next(error).count(), qint64(2000));
}

void TestEnginePieces::f06RetryAfterIsObeyedUpToFiveMinutes_data()
{
    QTest::addColumn<std::optional<qint64>>("asked");
    QTest::addColumn<qint64>("waits"); // -1: as if nothing were said
    QTest::newRow("seconds") << std::optional<qint64>(7000) << qint64(7000);
    QTest::newRow("below our own shortest") << std::optional<qint64>(1000) << qint64(1000);
    QTest::newRow("five minutes") << std::optional<qint64>(300000) << qint64(300000);
    QTest::newRow("a bit more") << std::optional<qint64>(300001) << qint64(300000);
    QTest::newRow("ten days") << std::optional<qint64>(864000000) << qint64(300000);
    QTest::newRow("zero is no instruction") << std::optional<qint64>(0) << qint64(-1);
    QTest::newRow("negative is no instruction") << std::optional<qint64>(-5000) << qint64(-1);
    QTest::newRow("missing") << std::optional<qint64>() << qint64(-1);
}

void TestEnginePieces::f06RetryAfterIsObeyedUpToFiveMinutes()
{
    QFETCH(std::optional<qint64>, asked);
    QFETCH(qint64, waits);
    SeededRandom random;
    Error error{ErrorKind::RateLimited, {}, {}, 429, {}};
    if (asked)
        error.retryAfter = Millis(*asked);
    if (waits >= 0) {
        QCOMPARE(Backoff::delay(1, error, random).count(), waits);
        return;
    }
    // 2^n seconds up to a minute, and anywhere below: over many draws both ends of the span are met.
    for (int failures = 1; failures <= 8; ++failures) {
        const Millis span = std::min<Millis>(2s * (1 << (failures - 1)), 60s);
        Millis least = span;
        Millis most{0};
        for (int i = 0; i < 300; ++i) {
            const Millis wait = Backoff::delay(failures, error, random);
            QVERIFY2(wait >= 500ms && wait <= span, qPrintable(QString::number(wait.count())));
            least = std::min(least, wait);
            most = std::max(most, wait);
        }
        QVERIFY2(least < 500ms + span / 20 && most > span - span / 20, qPrintable(u"%1 to %2"_s.arg(least.count()).arg(most.count())));
    }
}

void TestEnginePieces::f08TenMinutesOfOutageCostFewRequests()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        SeededRandom random(seed);
        Backoff backoff(random);
        Millis passed{0};
        int requests = 1;
        while ((passed += backoff.next({ErrorKind::Server, {}, {}, 503, {}})) < 10min)
            ++requests;
        QVERIFY2(requests <= 25, qPrintable(u"seed %1: %2"_s.arg(seed).arg(requests)));
    }
}

void TestEnginePieces::providerClockIgnoresTheWallClock()
{
    VirtualTime time;
    ProviderClock clock(time);
    const UtcTime provider = time.utcNow() + 3h; // this PC's clock is three hours slow
    QVERIFY(!clock.isKnown());
    clock.sample(provider);
    QVERIFY(clock.isKnown());
    time.advance(90s);
    time.jumpWall(-24h);
    QCOMPARE(toUnixMillis(clock.now()), toUnixMillis(provider + 90s));
}

void TestEnginePieces::providerClockGoesOnWithoutASample()
{
    VirtualTime time;
    ProviderClock clock(time);
    clock.sample(time.utcNow() + 3h);
    const UtcTime before = clock.now();
    clock.invalidate();
    time.jumpWall(24h);
    time.advance(10s);
    QVERIFY(!clock.isKnown());
    QCOMPARE(toUnixMillis(clock.now()), toUnixMillis(before + 10s));
}

void TestEnginePieces::providerClockTakesTheLatestSample()
{
    VirtualTime time;
    ProviderClock clock(time);
    const UtcTime start = time.utcNow();
    clock.sample(start + 900ms);
    time.advance(100ms);
    clock.sample(start); // a Date header cut to its second: no step back
    QCOMPARE(toUnixMillis(clock.now()), toUnixMillis(start + 1000ms));
    clock.sample(start + 1500ms);
    QCOMPARE(toUnixMillis(clock.now()), toUnixMillis(start + 1500ms));
}

void TestEnginePieces::providerClockFollowsAClearStepBack()
{
    VirtualTime time;
    ProviderClock clock(time);
    const UtcTime start = time.utcNow();
    clock.sample(start + 1h);
    clock.sample(start);
    QCOMPARE(toUnixMillis(clock.now()), toUnixMillis(start));
}

void TestEnginePieces::sleepIsNoticedOnce()
{
    VirtualTime time;
    std::vector<SleepWatch::Gap> gaps;
    SleepWatch watch(time, time, [&](const SleepWatch::Gap &gap) { gaps.push_back(gap); });
    watch.start();
    time.advance(10min);
    QCOMPARE(gaps.size(), size_t(0));
    time.sleep(8h);
    time.settle();
    watch.tick();
    QCOMPARE(gaps.size(), size_t(1));
    QVERIFY(gaps[0].slept);
    QVERIFY(gaps[0].awayFor >= 8h);
}

void TestEnginePieces::aSetClockIsNoticed_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<size_t>("gaps");
    QTest::newRow("a day back") << qint64(-86400000) << size_t(1);
    QTest::newRow("a day on") << qint64(86400000) << size_t(1);
    QTest::newRow("a second") << qint64(1000) << size_t(0);
    QTest::newRow("a minute back") << qint64(-60000) << size_t(0);
}

void TestEnginePieces::aSetClockIsNoticed()
{
    QFETCH(qint64, jump);
    QFETCH(size_t, gaps);
    VirtualTime time;
    size_t noticed = 0;
    SleepWatch watch(time, time, [&](const SleepWatch::Gap &) { ++noticed; });
    watch.start();
    time.jumpWall(Millis(jump));
    time.advance(1min);
    QCOMPARE(noticed, gaps);
}

void TestEnginePieces::oneFailureIsABlip()
{
    VirtualTime time;
    QStringList told;
    ConnectionMonitor monitor(time, [&](const ConnectionState &state) { told.append(toString(state.kind)); });
    monitor.answered(ConnectionMonitor::Source::Calls);
    monitor.failed(ConnectionMonitor::Source::Calls, {ErrorKind::Server, {}, {}, 503, {}}, 2s);
    QCOMPARE(told, QStringList{u"online"_s});
    QVERIFY(monitor.maySend());
    monitor.failed(ConnectionMonitor::Source::Calls, {ErrorKind::Server, {}, {}, 503, {}}, 4s);
    QCOMPARE(told.last(), u"provider-down"_s);
    QVERIFY(!monitor.maySend());
    QVERIFY(monitor.state().nextTry == time.utcNow() + 4s);
    monitor.answered(ConnectionMonitor::Source::Calls);
    QCOMPARE(told.last(), u"online"_s);
}

void TestEnginePieces::signedOutBeatsEverythingButStorage()
{
    VirtualTime time;
    ConnectionMonitor monitor(time, [](const ConnectionState &) {});
    monitor.answered(ConnectionMonitor::Source::Calls);
    monitor.accountRefused({ErrorKind::Rejected, {}, {}, 403, {}});
    QCOMPARE(toString(monitor.state().kind), u"refused"_s);
    monitor.signedOut({ErrorKind::Unauthorized, {}, {}, 401, {}});
    QCOMPARE(toString(monitor.state().kind), u"signed-out"_s);
    monitor.storageFailed({ErrorKind::Storage, {}, {}, 0, {}});
    QCOMPARE(toString(monitor.state().kind), u"storage-trouble"_s);
    monitor.storageWorked();
    monitor.answered(ConnectionMonitor::Source::Calls);
    QCOMPARE(toString(monitor.state().kind), u"signed-out"_s);
    monitor.tryAgain();
    QCOMPARE(toString(monitor.state().kind), u"refused"_s);
}

void TestEnginePieces::keywordAnswersAreKnownByTimeAndWords()
{
    const PhoneNumber number = *PhoneNumber::parse(u"+13135550142"_s);
    const UtcTime at = fromUnixMillis(1795446000000);
    KeywordLog log;
    QVERIFY(!log.answerTo(number, at, u"Sorry we missed you. Reply STOP to opt out"_s));
    log.note(number, ConsentWord::None, at); // an ordinary text
    QVERIFY(!log.answerTo(number, at + 2s, u"You are out."_s));
    log.note(number, ConsentWord::OptOut, at);
    QCOMPARE(toString(*log.answerTo(number, at + 2s, u"You are out."_s)), u"opt-out-confirmation"_s);
    QVERIFY(!log.answerTo(number, at + 2min, u"You are out."_s));
    QVERIFY(!log.answerTo(*PhoneNumber::parse(u"+13135550143"_s), at + 2s, u"You are out."_s));
    log.forget(at + 1h);
    QVERIFY(!log.answerTo(number, at + 2s, u"You are out."_s));
    QVERIFY(log.answerTo(number, at, u"You have successfully been unsubscribed. You will not receive any more messages."_s));
}

void TestEnginePieces::sameTextIsRecognised_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("secondsAfter");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same") << u"We'll call you."_s << u"+13135550142"_s << 1 << true;
    QTest::newRow("quotes made typographic") << u"We’ll call you."_s << u"+13135550142"_s << 1 << true;
    QTest::newRow("space around") << u" We'll call you.\r\n"_s << u"+13135550142"_s << 1 << true;
    QTest::newRow("other words") << u"We'll text you."_s << u"+13135550142"_s << 1 << false;
    QTest::newRow("another number") << u"We'll call you."_s << u"+13135550143"_s << 1 << false;
    QTest::newRow("a minute before") << u"We'll call you."_s << u"+13135550142"_s << -60 << true;
    QTest::newRow("long before") << u"We'll call you."_s << u"+13135550142"_s << -61 << false;
    QTest::newRow("two minutes after") << u"We'll call you."_s << u"+13135550142"_s << 120 << true;
    QTest::newRow("long after") << u"We'll call you."_s << u"+13135550142"_s << 121 << false;
}

void TestEnginePieces::sameTextIsRecognised()
{
    QFETCH(QString, body);
    QFETCH(QString, to);
    QFETCH(int, secondsAfter);
    QFETCH(bool, same);
    OutboxItem item;
    item.to = *PhoneNumber::parse(u"+13135550142"_s);
    item.body = u"We'll call you."_s;
    item.attempt = 1;
    item.inflightAt = fromUnixMillis(1795446000000);
    item.queuedAt = *item.inflightAt - 2s;
    ProviderMessage message;
    message.direction = MessageDirection::Outgoing;
    message.to = to;
    message.body = body;
    message.created = *item.inflightAt + std::chrono::seconds(secondsAfter);
    QCOMPARE(maySameText(message, item), same);
    message.direction = MessageDirection::Incoming;
    QVERIFY(!maySameText(message, item));
}

void TestEnginePieces::jsonLineHasIdsAndNoPrivateContent()
{
    EngineEvent event;
    event.kind = EngineEvent::Kind::Text;
    event.time = fromUnixMillis(1795446000123);
    event.conversation = {7};
    event.call = {12};
    event.message = {34};
    event.lastFour = u"0142"_s;
    event.afterCallEnd = 4200ms;
    const QByteArray line = toJsonLine(event);
    QVERIFY(!line.contains('\n'));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const QJsonObject expected{{u"time"_s, u"2026-11-23T15:00:00.123Z"_s},
                               {u"event"_s, u"text"_s},
                               {u"conversation"_s, 7},
                               {u"call"_s, 12},
                               {u"message"_s, 34},
                               {u"lastFour"_s, u"0142"_s},
                               {u"millisecondsAfterCallEnd"_s, 4200}};
    QCOMPARE(json, expected);
    event.kind = EngineEvent::Kind::OptOut;
    QCOMPARE(QJsonDocument::fromJson(toJsonLine(event)).object().value("event"_L1).toString(), u"opt-out"_s);
    QVERIFY(QJsonDocument::fromJson(toJsonLine(event)).object().contains("optedOut"_L1));
}

QTEST_GUILESS_MAIN(TestEnginePieces)
#include "tst_enginepieces.moc"
