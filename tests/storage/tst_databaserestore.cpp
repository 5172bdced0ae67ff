// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "storage/backupfolder.h"
#include "storage/databasebackup.h"
#include "storage/samples.h"
#include "storage/sqlstatement.h"
#include "storage/storeopening.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;
using namespace textback::test;

namespace {

constexpr int offsets = 200;

std::set<QString> optedOut(const QString &file)
{
    std::set<QString> numbers;
    const auto connection = SqlConnection::open(file, SqlConnection::Mode::ReadOnly, Millis(0)).value();
    SqlStatement find(*connection, u"SELECT number FROM consents WHERE opted_out = 1"_s);
    while (find.next())
        numbers.insert(find.text(0));
    return numbers;
}

} // namespace

/// A damaged database is set aside and the newest sound backup takes its place, without anybody being asked and without losing who said STOP.
class TestDatabaseRestore : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QLoggingCategory::setFilterRules(u"textback.*=false"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_time = std::make_unique<VirtualTime>();
    }

    void f40DamagedIsSetAsideAndRestored();
    void f40EveryOffset();
    void f40WithoutABackupNothingIsTouched();
    void f40ABadBackupIsPassedOver();
    void f40AFileThatIsGoneIsNoNewBeginning_data();
    void f40AFileThatIsGoneIsNoNewBeginning();
    void f40ALogAloneIsNoNewBeginning();
    void f40CrashAtEveryStepOfARestore_data();
    void f40CrashAtEveryStepOfARestore();
    void f40ConsentsThatContradictThemselves();
    void f40DailyCheckFindsTheDamage();
    void f40DamageThatNoQuestionMeetsIsFoundWithinADay();
    void f40ABackupThatContradictsItselfIsPassedOver();
    void f45RestoredBackupIsMarked();
    void f45ByHandMergesOptOuts();
    void f45ABackupOfAnUnfinishedImport();
    void f47RestoredRole_data();
    void f47RestoredRole();
    void f45UselessFilesAreRefused_data();
    void f45UselessFilesAreRefused();

private:
    QString file() const { return m_folder->filePath(u"textback.db"_s); }
    std::unique_ptr<SqlStore> opened() const { return std::move(openStore(file(), *m_time)->store); }

    /// A database with 60 people who said STOP before the backup and 20 after it.
    void fill()
    {
        auto store = opened();
        const AccountId account = store->openAccount(u"twilio"_s, u"AC1"_s)->id;
        QVERIFY(store->setCursor(account, CursorKind::Messages, {at(100), {}}));
        addPeople(*store, account, 0, 60);
        QVERIFY(backUpDatabase(file(), m_time->utcNow()));
        addPeople(*store, account, 60, 80);
    }

    static void addPeople(SqlStore &store, AccountId account, int first, int end)
    {
        const auto done = store.transact([&]() -> Result<void> {
            for (int i = first; i < end; ++i) {
                Message message;
                message.conversation = *store.ensureConversation(party(caller(i)));
                message.account = account;
                message.body = u"STOP, please, I do not want any of your texts. "_s.repeated(4);
                message.at = at(i);
                message.providerMessageId = u"SM%1"_s.arg(i);
                if (const auto added = store.addMessage(message); !added)
                    return tl::unexpected(added.error());
                if (const auto recorded = store.consent().recordConsent({caller(i), true, at(i), u"text"_s, message.body}); !recorded)
                    return recorded;
            }
            return {};
        });
        QVERIFY(done);
    }

    void leaveALog() const
    {
        QFile wal(file() + u"-wal"_s);
        QVERIFY(wal.open(QIODevice::WriteOnly));
        wal.write(QByteArray(5000, 'w'));
    }

    /// A byte in the middle of the schema's root page: nothing can be read any more.
    void wreck() const
    {
        QFile database(file());
        QVERIFY(database.open(QIODevice::ReadWrite));
        database.seek(100);
        database.write(QByteArray(400, '\xff'));
    }

    /// The set-aside databases, without their logs.
    QStringList setAside() const { return QDir(m_folder->path()).entryList({u"textback.db.*-??????"_s}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<VirtualTime> m_time;
};

void TestDatabaseRestore::f40DamagedIsSetAsideAndRestored()
{
    fill();
    wreck();
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    const QByteArray before = damaged.readAll();
    damaged.close();
    m_time->advance(25h);
    Result<OpenedStore> opened = openStore(file(), *m_time);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QVERIFY(opened->restored);
    QVERIFY(opened->restored->consentsDoubtful); // nothing could be read: that is said
    QCOMPARE(QFileInfo(opened->restored->setAside).fileName(), u"textback.db.damaged-20261124-160000"_s);
    QFile kept(opened->restored->setAside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), before); // never deleted, never changed
    QCOMPARE(optedOut(file()).size(), size_t(60));
    const Restoration told = **opened->store->restoration();
    QCOMPARE(told.setAside, u"textback.db.damaged-20261124-160000"_s);
    QCOMPARE(told.from, at(100));
    QVERIFY(told.consentsDoubtful);
    QVERIFY(opened->store->forgetRestoration());
    QVERIFY(!*opened->store->restoration());
    QVERIFY(!(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther)));
}

/// The promise of the row: wherever a byte is wrong, everything is there, or the file is set aside and a backup restored, or the program says
/// that it cannot; and nobody who said STOP is forgotten without a word.
void TestDatabaseRestore::f40EveryOffset()
{
    fill();
    std::set<QString> all;
    for (int i = 0; i < 80; ++i)
        all.insert(caller(i).e164());
    QCOMPARE(optedOut(file()), all);
    QFile database(file());
    QVERIFY(database.open(QIODevice::ReadOnly));
    const QByteArray sound = database.readAll();
    database.close();
    QVERIFY(sound.size() > 200000);
    int restored = 0;
    int refused = 0;
    for (int i = 0; i < offsets; ++i) {
        // Every second one in the tables of consents and their surroundings, so that they are surely met: from all over the file.
        const qsizetype target = sound.indexOf(caller(40 + i % 40).e164().toUtf8(), sound.size() / offsets * i);
        const qsizetype offset = i % 2 != 0 && target >= 0 ? target + i % 12 : sound.size() / offsets * i + i % 97;
        QByteArray bytes = sound;
        bytes[offset] = char(bytes[offset] ^ (1 << i % 8));
        for (const QString &old : QDir(m_folder->path()).entryList({u"textback.db*"_s}, QDir::Files))
            QFile::remove(m_folder->filePath(old));
        QVERIFY(database.open(QIODevice::WriteOnly | QIODevice::Truncate));
        database.write(bytes);
        database.close();
        m_time->advance(25h); // the check is due
        const Result<OpenedStore> opened = openStore(file(), *m_time);
        if (!opened) {
            // The version in the header: nothing else may stop the program.
            QVERIFY2(opened.error().providerCode == u"newer-than-app"_s, qPrintable(u"%1: %2"_s.arg(offset).arg(opened.error().detail)));
            ++refused;
            continue;
        }
        const std::set<QString> known = optedOut(file());
        if (opened->restored) {
            ++restored;
            QCOMPARE(setAside().size(), 1);
            // One byte hides at most what stands on its page; what is hidden is said.
            if (!std::includes(known.begin(), known.end(), all.begin(), all.end()))
                QVERIFY2(opened->restored->consentsDoubtful, qPrintable(QString::number(offset)));
            QVERIFY(known.size() >= 60);
        } else {
            QCOMPARE(known, all);
            QCOMPARE(opened->store->openAccount(u"twilio"_s, u"AC1"_s)->id, AccountId{1});
        }
    }
    QVERIFY2(restored > 20, qPrintable(QString::number(restored)));
    QVERIFY2(refused < 3, qPrintable(QString::number(refused)));
    qInfo("of %d flipped bytes %d restored a backup, %d were refused, %d were harmless", offsets, restored, refused,
          offsets - restored - refused);
}

void TestDatabaseRestore::f40WithoutABackupNothingIsTouched()
{
    opened();
    wreck();
    QFile database(file());
    QVERIFY(database.open(QIODevice::ReadOnly));
    const QByteArray before = database.readAll();
    const Result<OpenedStore> opened = openStore(file(), *m_time);
    QVERIFY(!opened);
    QCOMPARE(opened.error().providerCode, u"corrupt"_s);
    database.seek(0);
    QCOMPARE(database.readAll(), before);
    QVERIFY(setAside().isEmpty());
}

void TestDatabaseRestore::f40ABadBackupIsPassedOver()
{
    fill();
    m_time->advance(24h);
    const QString newest = backUpDatabase(file(), m_time->utcNow())->path;
    QFile bad(newest);
    QVERIFY(bad.open(QIODevice::ReadWrite));
    bad.seek(100);
    bad.write(QByteArray(4000, '\xff'));
    bad.close();
    wreck();
    m_time->advance(24h);
    const Result<OpenedStore> opened = openStore(file(), *m_time);
    QVERIFY(opened);
    QVERIFY(opened->restored->backup != newest);
    QVERIFY(QFileInfo::exists(newest));
    QCOMPARE(BackupFolder(file()).files().size(), size_t(2));
}

void TestDatabaseRestore::f40AFileThatIsGoneIsNoNewBeginning_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"gone", "empty", "gone, its log is there", "empty, its log is there", "its log is gone, all was there"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestDatabaseRestore::f40AFileThatIsGoneIsNoNewBeginning()
{
    QFETCH(QString, what);
    fill();
    QFile database(file());
    if (what.startsWith("its log"_L1)) {
        // As it is while a young one is in use: one page, and everything else in the log.
        QVERIFY(database.remove());
        QVERIFY(SqlConnection::open(file(), SqlConnection::Mode::ReadWrite, Millis(0)));
        QVERIFY(QFileInfo(file()).size() > 0);
    } else {
        QVERIFY(what.startsWith("empty"_L1) ? database.resize(0) : database.remove());
    }
    if (what.endsWith("its log is there"_L1)) {
        QVERIFY(QFile::copy(BackupFolder(file()).files().front().path, file() + u".left-over-wal"_s)); // of an earlier time
        leaveALog();
    }
    const Result<OpenedStore> opened = openStore(file(), *m_time);
    QVERIFY(opened);
    QVERIFY(opened->restored);
    QVERIFY(opened->restored->consentsDoubtful);
    QCOMPARE(optedOut(file()).size(), size_t(60));
}

void TestDatabaseRestore::f40ALogAloneIsNoNewBeginning()
{
    leaveALog();
    const Result<OpenedStore> opened = openStore(file(), *m_time);
    QVERIFY(!opened);
    QCOMPARE(opened.error().providerCode, u"corrupt"_s);
    QVERIFY(QFileInfo(file() + u"-wal"_s).size() > 0); // left as it is
    QVERIFY(!QFileInfo::exists(file()));
}

void TestDatabaseRestore::f40CrashAtEveryStepOfARestore_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 0; steps <= 4; ++steps)
        QTest::addRow("%d moves made", steps) << steps;
}

/// What the folder looks like after each of the moves of a restore, left there by a crash.
void TestDatabaseRestore::f40CrashAtEveryStepOfARestore()
{
    QFETCH(int, steps);
    fill();
    {
        // A log of the damaged database that must never be played into the restored one.
        const auto connection = SqlConnection::open(file(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        QVERIFY(connection->execute(u"DELETE FROM consents"_s));
        for (const QString &name : {u""_s, u"-wal"_s, u"-shm"_s})
            QVERIFY(QFile::copy(file() + name, m_folder->filePath(u"x"_s) + name));
    }
    QVERIFY(QFile::remove(file()));
    for (const QString &name : {u""_s, u"-wal"_s, u"-shm"_s})
        QVERIFY(QFile::rename(m_folder->filePath(u"x"_s) + name, file() + name));
    const QString ready = file() + u".restoring"_s;
    QVERIFY(QFile::copy(BackupFolder(file()).files().front().path, ready));
    const QString aside = file() + u".damaged-20261123-150000"_s;
    const std::vector<std::pair<QString, QString>> moves = {
        {file(), aside}, {file() + u"-wal"_s, aside + u"-wal"_s}, {file() + u"-shm"_s, aside + u"-shm"_s}, {ready, file()}};
    for (int i = 0; i < steps; ++i)
        QVERIFY(QFile::rename(moves[size_t(i)].first, moves[size_t(i)].second));
    QVERIFY(DatabaseRestore::finish(file()));
    QVERIFY(QFileInfo::exists(file()));
    QVERIFY(!QFileInfo::exists(ready));
    if (steps == 0) {
        QVERIFY(QFileInfo::exists(file() + u"-wal"_s)); // nothing had happened, nothing has
        return;
    }
    QVERIFY(!QFileInfo::exists(file() + u"-wal"_s));
    QVERIFY(QFileInfo::exists(aside + u"-wal"_s));
    QCOMPARE(optedOut(file()).size(), size_t(60));
}

void TestDatabaseRestore::f40ConsentsThatContradictThemselves()
{
    fill();
    {
        const auto connection = SqlConnection::open(file(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        QVERIFY(connection->execute(u"UPDATE consents SET opted_out = 0 WHERE number = '%1'"_s.arg(caller(3).e164())));
        QVERIFY(connection->execute(u"DELETE FROM consents WHERE number = '%1'"_s.arg(caller(70).e164())));
        QVERIFY(connection->execute(u"UPDATE consent_log SET opted_out = 0 WHERE number = '%1'"_s.arg(caller(71).e164())));
    }
    m_time->advance(25h);
    const Result<OpenedStore> opened = openStore(file(), *m_time);
    QVERIFY(opened);
    QVERIFY(opened->restored);
    QVERIFY(opened->restored->consentsDoubtful);
    QCOMPARE(optedOut(file()).size(), size_t(80));
    QVERIFY(*opened->store->consent().isOptedOut(caller(71)));
    QVERIFY((*opened->store->conversation(*opened->store->ensureConversation(party(caller(70)))))->optedOut);
}

void TestDatabaseRestore::f40DailyCheckFindsTheDamage()
{
    fill();
    wreck();
    const Result<BackupFile> made = backUpDatabase(file(), m_time->utcNow() + 1h);
    QVERIFY(!made);
    QCOMPARE(made.error().providerCode, u"corrupt"_s);
    QCOMPARE(BackupFolder(file()).files().size(), size_t(1)); // a damaged one pushes no good one out
}

/// An index that the start does not read: SQLite itself would go on for weeks.
void TestDatabaseRestore::f40DamageThatNoQuestionMeetsIsFoundWithinADay()
{
    fill();
    opened();
    qint64 page = 0;
    {
        const auto connection = SqlConnection::open(file(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        page = connection->value(u"SELECT rootpage FROM sqlite_master WHERE name = 'decisions_too_late'"_s).toLongLong();
        QCOMPARE(connection->value(u"PRAGMA page_size"_s).toInt(), 4096);
    }
    QVERIFY(page > 1);
    QFile database(file());
    QVERIFY(database.open(QIODevice::ReadWrite));
    database.seek((page - 1) * 4096);
    database.write(QByteArray(1, '\x77')); // no kind of page
    database.close();
    m_time->advance(23h);
    {
        const Result<OpenedStore> sameDay = openStore(file(), *m_time);
        QVERIFY2(sameDay, sameDay ? "" : qPrintable(sameDay.error().detail));
        QVERIFY(!sameDay->restored); // seconds at a million messages: not at every start
    }
    m_time->advance(1h);
    const Result<OpenedStore> nextDay = openStore(file(), *m_time);
    QVERIFY2(nextDay, nextDay ? "" : qPrintable(nextDay.error().detail));
    QVERIFY(nextDay->restored);
}

void TestDatabaseRestore::f40ABackupThatContradictsItselfIsPassedOver()
{
    fill();
    m_time->advance(24h);
    const QString newest = backUpDatabase(file(), m_time->utcNow())->path;
    {
        const auto connection = SqlConnection::open(newest, SqlConnection::Mode::ReadWrite, Millis(0)).value();
        QVERIFY(connection->execute(u"UPDATE consents SET opted_out = 0 WHERE number = '%1'"_s.arg(caller(3).e164())));
        QVERIFY(connection->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }
    wreck();
    m_time->advance(24h);
    const Result<OpenedStore> opened = openStore(file(), *m_time);
    QVERIFY(opened);
    QVERIFY(opened->restored);
    QVERIFY(opened->restored->backup != newest);
    QVERIFY(optedOut(file()).count(caller(3).e164()) == 1);
}

void TestDatabaseRestore::f45RestoredBackupIsMarked()
{
    fill();
    opened();
    m_time->advance(1h);
    const Result<OpenedStore> opened = openStore(file(), *m_time, u"newest"_s);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QVERIFY(opened->restored);
    QCOMPARE(QFileInfo(opened->restored->setAside).fileName(), u"textback.db.replaced-20261123-160000"_s);
    QVERIFY(!opened->restored->consentsDoubtful);
    QVERIFY(!*opened->store->restoration()); // by a wish, not by damage
    const StoredAccount account = *opened->store->openAccount(u"twilio"_s, u"AC1"_s);
    QCOMPARE(account.importSince, std::optional(at(100)));
    // An account that the backup does not know has texts that nobody knows, too.
    QVERIFY(opened->store->openAccount(u"twilio"_s, u"AC2"_s)->importSince);
    QVERIFY(opened->store->endImport(account.id));
    QVERIFY(!opened->store->openAccount(u"twilio"_s, u"AC1"_s)->importSince);
}

void TestDatabaseRestore::f47RestoredRole_data()
{
    QTest::addColumn<int>("changes"); // of the role before the backup
    QTest::addColumn<DeviceRole>("inBackup");
    QTest::addColumn<DeviceRole>("later");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<DeviceRole>("expected");
    QTest::newRow("the one PC") << 0 << DeviceRole::Sender << DeviceRole::Sender << true << DeviceRole::Sender;
    QTest::newRow("the one PC, damaged") << 0 << DeviceRole::Sender << DeviceRole::Sender << false << DeviceRole::Sender;
    QTest::newRow("gave its part away since") << 0 << DeviceRole::Sender << DeviceRole::Viewer << true << DeviceRole::Viewer;
    QTest::newRow("took it since") << 1 << DeviceRole::Viewer << DeviceRole::Sender << true << DeviceRole::Viewer;
    QTest::newRow("one of two, damaged") << 2 << DeviceRole::Sender << DeviceRole::Sender << false << DeviceRole::Viewer;
}

void TestDatabaseRestore::f47RestoredRole()
{
    QFETCH(int, changes);
    QFETCH(DeviceRole, inBackup);
    QFETCH(DeviceRole, later);
    QFETCH(bool, readable);
    QFETCH(DeviceRole, expected);
    const auto become = [](SqlStore &store, DeviceRole role) {
        Settings settings = *store.settings();
        settings.thisPc.role = role;
        QVERIFY(store.saveSettings(settings));
        QVERIFY(store.setDeviceRole(role, {}, std::nullopt));
    };
    {
        auto store = opened();
        for (int i = changes; i > 0; --i)
            become(*store, i % 2 != 0 ? inBackup : DeviceRole::Viewer);
        QVERIFY(backUpDatabase(file(), m_time->utcNow()));
        if (later != inBackup)
            become(*store, later);
    }
    if (!readable)
        wreck();
    m_time->advance(25h);
    const Result<OpenedStore> opened = openStore(file(), *m_time, readable ? u"newest"_s : QString());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QVERIFY(opened->restored);
    QCOMPARE(toString(opened->store->settings()->thisPc.role), toString(expected));
}

void TestDatabaseRestore::f45ByHandMergesOptOuts()
{
    fill();
    {
        auto store = opened();
        QVERIFY(store->consent().recordConsent({caller(5), false, at(500), u"text"_s, u"START"_s}));
    }
    const QString backup = m_folder->filePath(u"my copy.db"_s);
    QVERIFY(QFile::copy(BackupFolder(file()).files().front().path, backup));
    const Result<OpenedStore> opened = openStore(file(), *m_time, backup);
    QVERIFY(opened);
    QCOMPARE(opened->restored->consentsMerged, 21);
    std::set<QString> expected;
    for (int i = 0; i < 80; ++i)
        expected.insert(caller(i).e164());
    expected.erase(caller(5).e164());
    QCOMPARE(optedOut(file()), expected);
    QVERIFY(QFileInfo::exists(backup));
}

void TestDatabaseRestore::f45ABackupOfAnUnfinishedImport()
{
    fill();
    opened();
    m_time->advance(1h);
    QVERIFY(openStore(file(), *m_time, u"newest"_s));
    {
        auto store = opened();
        QVERIFY(store->setCursor(AccountId{1}, CursorKind::Messages, {at(5000), {}})); // some of the import was read, then a crash
    }
    m_time->advance(24h);
    QVERIFY(backUpDatabase(file(), m_time->utcNow()));
    const Result<OpenedStore> again = openStore(file(), *m_time, u"newest"_s);
    QVERIFY(again);
    QCOMPARE(again->store->openAccount(u"twilio"_s, u"AC1"_s)->importSince, std::optional(at(100)));
}

void TestDatabaseRestore::f45UselessFilesAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("not there") << u"none"_s << u"cannot-open"_s;
    QTest::newRow("no database") << u"text"_s << u"corrupt"_s;
    QTest::newRow("an empty file") << u"empty"_s << u"corrupt"_s;
    QTest::newRow("of a later version") << u"newer"_s << u"newer-than-app"_s;
}

void TestDatabaseRestore::f45UselessFilesAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    fill();
    opened();
    QFile backup(m_folder->filePath(u"given.db"_s));
    if (what == u"newer"_s) {
        QVERIFY(QFile::copy(BackupFolder(file()).files().front().path, backup.fileName()));
        const auto connection = SqlConnection::open(backup.fileName(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        QVERIFY(connection->execute(u"PRAGMA user_version = 9999"_s));
    } else if (what != u"none"_s) {
        QVERIFY(backup.open(QIODevice::WriteOnly));
        if (what == u"text"_s)
            backup.write(QByteArray(5000, 'x'));
        backup.close();
    }
    const Result<OpenedStore> opened = openStore(file(), *m_time, backup.fileName());
    QVERIFY(!opened);
    QCOMPARE(opened.error().providerCode, code);
    if (code == u"corrupt"_s)
        QVERIFY2(opened.error().detail.endsWith(u"no database of Textback"_s), qPrintable(opened.error().detail));
    QVERIFY(setAside().isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList({u"*restoring*"_s}, QDir::Files), QStringList());
    QCOMPARE(optedOut(file()).size(), size_t(80));
}

QTEST_GUILESS_MAIN(TestDatabaseRestore)
#include "tst_databaserestore.moc"
