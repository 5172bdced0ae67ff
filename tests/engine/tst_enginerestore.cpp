// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "engine/engineharness.h"

#include <QFile>
#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Script = FakeProvider::SendScript;

namespace {

QString callerNumber(int i)
{
    return u"+1313223%1"_s.arg(150 + i, 4, 10, QLatin1Char('0'));
}

int sends(const EngineHarness &h)
{
    return static_cast<int>(h.provider.sends.size());
}

/// Whether the newest list of notices has this one.
bool tells(const std::vector<QList<Notice>> &told, Notice::Kind kind)
{
    return !told.empty() && std::any_of(told.back().begin(), told.back().end(), [kind](const Notice &n) { return n.kind == kind; });
}

void listen(EngineHarness &h, std::vector<QList<Notice>> &told)
{
    QObject::connect(h.engine.get(), &Engine::noticesChanged, h.engine.get(), [&told](const QList<Notice> &all) { told.push_back(all); });
}

/// A file system of 1 MiB in memory.
class SmallDisk {
public:
    SmallDisk()
    {
        m_mounted = QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=2m,mode=0700"_s, u"tmpfs"_s, m_folder.path()}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(u"umount"_s, {u"-l"_s, m_folder.path()});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isMounted() const { return m_mounted; }
    QString path() const { return m_folder.path(); }
    /// Leaves this many KiB.
    void fill(int left) const
    {
        QFile ballast(m_folder.filePath(u"ballast"_s));
        if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        const qint64 room = QStorageInfo(m_folder.path()).bytesAvailable() - left * 1024;
        for (qint64 written = 0; written < room; written += 4096)
            ballast.write(QByteArray(4096, 'x'));
    }
    void clear() const { QFile::remove(m_folder.filePath(u"ballast"_s)); }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace

/// An old backup is restored: its ledger has forgotten texts, and nobody may get one twice for that (faults.md F45).
class TestEngineRestore : public QObject {
    Q_OBJECT

private slots:
    void f45FiveTextsAreNotSentAgain_data();
    void f45FiveTextsAreNotSentAgain();
    void f45CrashInTheMiddleOfTheImport_data();
    void f45CrashInTheMiddleOfTheImport();
    void f45NothingIsSentWhileTheListFails();
    void f45StopIsAppliedBeforeAnythingIsSent();
    void f45CoolDownCountsWhatWasForgotten_data();
    void f45CoolDownCountsWhatWasForgotten();
    void f45TextsThatWaitedInTheBackup();
    void f45TextUnderWayWhenTheOldOneDied();
    void f45WhatWasInFlightInTheBackup();
    void f45TheLookGoesBackToTheBackup();
    void f45NewCallsAreTextedAfterwards();
    void f45RepliesComeBackUnread();
    void f40TheRestoreIsToldUntilSomebodySawIt();
    void f39FullDiskSendsNothingAndRecovers_data();
    void f39FullDiskSendsNothingAndRecovers();
    void f38HoldWithinThirtySecondsAndBackByItself();
};

void TestEngineRestore::f45FiveTextsAreNotSentAgain_data()
{
    QTest::addColumn<int>("minutes"); // until the restore
    QTest::addColumn<QString>("decision");
    QTest::newRow("at once: found as the text of this call") << 0 << u"send open"_s;
    QTest::newRow("five minutes later") << 5 << u"skip texted-this-call"_s;
    QTest::newRow("when the calls are too old anyway") << 15 << u"skip too-old"_s;
}

void TestEngineRestore::f45FiveTextsAreNotSentAgain()
{
    QFETCH(int, minutes);
    QFETCH(QString, decision);
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.backUp();
    for (int i = 0; i < 5; ++i)
        h.provider.addMissedCall(callerNumber(i));
    h.run(30s);
    QCOMPARE(h.provider.texts(), 5);
    h.run(std::chrono::minutes(minutes));
    h.restoreBackup();
    QCOMPARE(h.cell(u"SELECT count(*) FROM calls"_s), u"0"_s);
    std::vector<QList<Notice>> told;
    listen(h, told);
    h.engine->start({});
    h.run(20s);
    QVERIFY(tells(told, Notice::Kind::Importing));
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online); // truthful: the provider can be reached
    h.run(5min);
    QVERIFY(!tells(told, Notice::Kind::Importing));
    QCOMPARE(sends(h), 5);
    QCOMPARE(h.provider.texts(), 5);
    // Every call has its record again, and says why it was not texted.
    QCOMPARE(h.cell(u"SELECT count(*) FROM decisions"_s), u"5"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(h.decision(callerNumber(i)), decision);
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox WHERE state NOT IN ('accepted', 'skipped')"_s), u"0"_s);
}

void TestEngineRestore::f45CrashInTheMiddleOfTheImport_data()
{
    QTest::addColumn<int>("at");
    for (int at = 0; at <= 40000; at += 4000)
        QTest::addRow("%d ms", at) << at;
}

void TestEngineRestore::f45CrashInTheMiddleOfTheImport()
{
    QFETCH(int, at);
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.backUp();
    h.provider.addMissedCall(maria);
    h.run(2min);
    QCOMPARE(sends(h), 1);
    h.restoreBackup();
    h.engine->start({});
    h.run(Millis(at));
    h.restart();
    h.run(Millis(at));
    h.restart();
    h.run(3min);
    QCOMPARE(sends(h), 1);
    QCOMPARE(h.decision(maria), u"skip texted-this-call"_s);
    QCOMPARE(h.cell(u"SELECT imported_epoch FROM accounts"_s), u"1"_s);
}

void TestEngineRestore::f45NothingIsSentWhileTheListFails()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.backUp();
    h.provider.addMissedCall(maria);
    h.run(30s);
    h.restoreBackup();
    h.provider.messagesError = Error{ErrorKind::Server, u"503"_s, {}, 503, {}};
    h.engine->start({});
    h.run(1min);
    h.provider.addMissedCall(bob);
    h.run(10s);
    h.engine->messages()->send(h.conversation(bob), u"We are on our way"_s);
    h.run(2min);
    QCOMPARE(sends(h), 1); // nor by hand
    h.provider.messagesError.reset();
    h.run(2min);
    QCOMPARE(sends(h), 2); // the person's; after it the automatic one is too many
    QCOMPARE(h.provider.textsTo(maria), 1);
    QCOMPARE(h.provider.textsTo(bob), 1);
}

void TestEngineRestore::f45StopIsAppliedBeforeAnythingIsSent()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.backUp();
    h.provider.addReply(maria, u"STOP"_s);
    h.run(1min);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(maria)));
    h.restoreBackup();
    h.provider.addMissedCall(maria);
    h.engine->start({});
    h.run(3min);
    QCOMPARE(sends(h), 0);
    QCOMPARE(h.decision(maria), u"skip opted-out"_s);
}

void TestEngineRestore::f45CoolDownCountsWhatWasForgotten_data()
{
    QTest::addColumn<int>("hoursLater");
    QTest::addColumn<QString>("decision");
    QTest::newRow("soon after: no second-call text either") << 0 << u"skip cool-down"_s;
    QTest::newRow("within the cool-down") << 23 << u"skip cool-down"_s;
    QTest::newRow("after it") << 25 << u"send open"_s;
}

void TestEngineRestore::f45CoolDownCountsWhatWasForgotten()
{
    QFETCH(int, hoursLater);
    QFETCH(QString, decision);
    EngineHarness h;
    h.settings.rules.humanSilenceMinutes = 0; // a text from elsewhere must not be what saves us
    h.startWatching();
    h.run(1min);
    h.backUp();
    h.provider.addMissedCall(maria);
    h.run(2min);
    QCOMPARE(sends(h), 1);
    h.restoreBackup();
    h.engine->start({});
    h.run(2min);
    if (hoursLater > 0)
        h.beOff(std::chrono::hours(hoursLater));
    h.run(1min);
    h.provider.addMissedCall(maria);
    h.run(30s);
    QCOMPARE(h.decision(maria), decision);
    QCOMPARE(sends(h), hoursLater < 24 ? 1 : 2);
}

void TestEngineRestore::f45TextsThatWaitedInTheBackup()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.run(1min);
    h.provider.addMissedCall(maria);
    h.provider.addMissedCall(bob);
    h.run(10s);
    h.provider.callsError = Error{ErrorKind::Network, u"no route"_s, {}, 0, {}};
    h.run(20s); // down: a person's words wait, too
    h.engine->messages()->send(h.conversation(bob), u"Which highway?"_s);
    h.run(1s);
    QCOMPARE(sends(h), 0);
    h.backUp(); // with three texts that wait
    h.provider.callsError.reset();
    h.engine->checkNow();
    h.run(2min);
    QCOMPARE(sends(h), 2); // to Bob only the person's
    h.restoreBackup();
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox WHERE state = 'queued'"_s), u"3"_s);
    h.engine->start({});
    h.run(3min);
    QCOMPARE(sends(h), 2);
    // Found again as what they are.
    QCOMPARE(h.rows(u"SELECT purpose FROM outbox WHERE state = 'accepted' ORDER BY id"_s), (QStringList{u"text-back"_s, u"manual"_s}));
    QCOMPARE(h.cell(u"SELECT count(*) FROM messages WHERE imported = 1"_s), u"0"_s);
}

void TestEngineRestore::f45TextUnderWayWhenTheOldOneDied()
{
    // The old program's POST is still with the provider when the restored one reads the list for the first time.
    EngineHarness h;
    h.provider.listingDelay = 20s;
    h.startWatching();
    h.run(1min);
    h.backUp();
    h.provider.addMissedCall(maria);
    h.run(5s);
    QCOMPARE(sends(h), 1);
    h.restoreBackup();
    h.engine->start({});
    h.run(3min);
    QCOMPARE(sends(h), 1);
    QCOMPARE(h.outbox(maria), u"accepted"_s);
}

void TestEngineRestore::f45WhatWasInFlightInTheBackup()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.provider.scripts = {Script::hanging(true)};
    h.provider.addMissedCall(maria);
    h.run(6s);
    QCOMPARE(h.outbox(maria), u"inflight"_s);
    h.backUp();
    h.restart();
    h.run(1min);
    QCOMPARE(h.outbox(maria), u"accepted"_s);
    h.time.sleep(25h);
    h.run(1min);
    h.provider.addMissedCall(maria); // after the cool-down: another text of the old program
    h.run(5min);
    QCOMPARE(sends(h), 2);
    h.restoreBackup();
    QCOMPARE(h.outbox(maria), u"inflight"_s);
    h.engine->start({});
    h.run(3min);
    QCOMPARE(sends(h), 2);
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(sends(h), 2);
}

void TestEngineRestore::f45TheLookGoesBackToTheBackup()
{
    EngineHarness h;
    h.settings.rules.cooldownHours = 72;
    h.startWatching();
    h.run(1min);
    h.backUp();
    const UtcTime backup = h.provider.now();
    h.provider.addMissedCall(maria);
    h.run(30s);
    QCOMPARE(sends(h), 1);
    h.beOff(50h); // the usual look goes back 24 h
    h.restoreBackup();
    h.engine->start({});
    h.run(10s);
    QVERIFY(h.provider.lastMessageQuery.since <= backup - 20min || h.provider.messagePolls > 1);
    h.run(2min);
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(sends(h), 1);
    QCOMPARE(h.decision(maria), u"skip cool-down"_s);
    // The call of that day has its record, too.
    QCOMPARE(h.cell(u"SELECT count(*) FROM decisions"_s), u"2"_s);
}

void TestEngineRestore::f45NewCallsAreTextedAfterwards()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.backUp();
    h.run(10min);
    h.restoreBackup();
    h.provider.addMissedCall(maria);
    h.engine->start({});
    h.run(25s);
    QCOMPARE(sends(h), 0);
    h.run(30s); // the hold ends by itself, far inside the age limit
    QCOMPARE(h.provider.textsTo(maria), 1);
    QCOMPARE(h.decision(maria), u"send open"_s);
}

void TestEngineRestore::f45RepliesComeBackUnread()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.backUp();
    h.provider.addReply(maria, u"Flat tire on I-94"_s);
    h.run(2h);
    h.restoreBackup();
    h.events.clear();
    h.engine->start({});
    h.run(2min);
    QCOMPARE((*h.store->conversation(h.conversation(maria)))->unread, 1);
    QCOMPARE(h.count(EngineEvent::Kind::Reply), 0); // two hours old: no news
}

void TestEngineRestore::f40TheRestoreIsToldUntilSomebodySawIt()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    QVERIFY(h.rows(u"UPDATE maintenance SET restored_from = 1795446000000, set_aside = 'textback.db.damaged-1', consents_doubtful = 1"_s)
                .isEmpty());
    for (int start = 0; start < 2; ++start) {
        h.kill();
        h.build();
        std::vector<QList<Notice>> told;
        listen(h, told);
        h.engine->start({});
        h.run(1s);
        QVERIFY(tells(told, Notice::Kind::Restored));
        QCOMPARE(told.back().front().text, u"textback.db.damaged-1"_s);
        QCOMPARE(told.back().front().count, 1);
        if (start == 1) {
            h.engine->dismissNotice(Notice::Kind::Restored);
            QVERIFY(!tells(told, Notice::Kind::Restored));
        }
    }
    h.kill();
    h.build();
    std::vector<QList<Notice>> told;
    listen(h, told);
    h.engine->start({});
    h.run(1s);
    QVERIFY(!tells(told, Notice::Kind::Restored));
}

void TestEngineRestore::f38HoldWithinThirtySecondsAndBackByItself()
{
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    h.lockDatabase();
    h.provider.addMissedCall(maria);
    h.run(30s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::StorageTrouble);
    QCOMPARE(h.states.back().error->providerCode, u"locked"_s);
    QCOMPARE(sends(h), 0);
    h.unlockDatabase();
    h.run(70s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
    QCOMPARE(h.provider.textsTo(maria), 1);
}

void TestEngineRestore::f39FullDiskSendsNothingAndRecovers_data()
{
    QTest::addColumn<int>("free"); // KiB that are left when the text is due: each write on the way finds the disk full in turn
    for (const int free : {0, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192})
        QTest::addRow("%d KiB", free) << free;
}

void TestEngineRestore::f39FullDiskSendsNothingAndRecovers()
{
    QFETCH(int, free);
    const SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("a small disk can be mounted by root only");
    EngineHarness h(1, disk.path());
    h.settings.rules.sendDelaySeconds = 10;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(6s);
    QCOMPARE(h.outbox(maria), u"queued"_s);
    bool marked = true;
    h.provider.onSend = [&](const SendRequest &) { marked = h.outbox(maria) == u"inflight"_s; };
    h.quiet();
    disk.fill(free);
    h.run(20s);
    QVERIFY(marked); // nothing leaves without its mark on the disk
    if (free == 0) {
        QCOMPARE(sends(h), 0);
        QVERIFY(h.states.back().kind == ConnectionState::Kind::StorageTrouble);
        QCOMPARE(h.states.back().error->providerCode, u"full"_s);
    }
    disk.clear();
    h.run(90s); // by itself, without a restart
    QVERIFY(marked);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
    QCOMPARE(sends(h), 1);
    QCOMPARE(h.outbox(maria), u"accepted"_s);
}

QTEST_GUILESS_MAIN(TestEngineRestore)
#include "tst_enginerestore.moc"
