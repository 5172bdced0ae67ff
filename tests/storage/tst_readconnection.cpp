// SPDX-License-Identifier: MIT
#include "storage/readconnection.h"
#include "storage/samples.h"
#include "storage/schemamigrator.h"
#include "storage/sqlconversationreader.h"
#include "storage/sqlevidencereader.h"
#include "storage/sqlexportreader.h"
#include "storage/sqlmetricsreader.h"
#include "storage/sqlreplayreader.h"
#include "storage/sqltrapreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;
using namespace textback::test;

/// How everything that only reads the database opens it.
class TestReadConnection : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatCannotBeRead_data();
    void whatCannotBeRead();
    void aPipeIsNotWaitedFor();
    void allReadersSayTheSame();
    void oneMoment();

private:
    void makeSchema(int version);
    QString file() const { return m_store->databaseFile(); }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
};

void TestReadConnection::init()
{
    m_time = std::make_unique<VirtualTime>();
    m_store = std::make_unique<TemporaryStore>(*m_time);
}

void TestReadConnection::makeSchema(int version)
{
    const auto db = SqlConnection::open(file(), SqlConnection::Mode::ReadWrite, 0ms).value();
    QVERIFY(db->execute(u"PRAGMA user_version = %1"_s.arg(version)));
}

void TestReadConnection::whatCannotBeRead_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("older") << u"older"_s << u"older-database"_s << u"an earlier version of Textback wrote it: start this one once first"_s;
    QTest::newRow("being made") << u"empty"_s << u"older-database"_s
                                << u"an earlier version of Textback wrote it: start this one once first"_s;
    QTest::newRow("newer") << u"newer"_s << u"newer-than-app"_s
                           << u"a later version of Textback wrote it: install that version or a later one"_s;
    QTest::newRow("another program's") << u"foreign"_s << u"foreign-file"_s << u"another program wrote it: it is no database of Textback"_s;
    QTest::newRow("no database") << u"text"_s << u"corrupt"_s << u"it is damaged, or no database of Textback"_s;
    QTest::newRow("folder") << u"folder"_s << u"cannot-open"_s << u"it is no file, but a folder, a pipe or a device"_s;
    QTest::newRow("nothing") << u"nothing"_s << u"cannot-open"_s << u"the database file is not there yet"_s;
}

void TestReadConnection::whatCannotBeRead()
{
    QFETCH(QString, kind);
    QFETCH(QString, code);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    QString path = folder.filePath(u"textback.db"_s);
    if (kind == "older"_L1 || kind == "newer"_L1) {
        path = file();
        makeSchema(SchemaMigrator::newestVersion() + (kind == "older"_L1 ? -1 : 1));
    } else if (kind == "empty"_L1 || kind == "foreign"_L1) {
        const auto db = SqlConnection::open(path, SqlConnection::Mode::ReadWrite, 0ms).value();
        QVERIFY(kind == "empty"_L1 || db->execute(u"CREATE TABLE accounts (id INTEGER)"_s));
        QVERIFY(kind == "empty"_L1 || db->execute(u"PRAGMA user_version = %1"_s.arg(SchemaMigrator::newestVersion())));
    } else if (kind == "text"_L1) {
        QFile text(path);
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write(QByteArray(8192, 'x')) == 8192);
    } else if (kind == "folder"_L1) {
        QVERIFY(QDir().mkpath(path));
    }
    const auto opened = storage::openToRead(path, 0ms);
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == ErrorKind::Storage);
    QCOMPARE(opened.error().providerCode, code);
    QCOMPARE(opened.error().detail, words);
}

void TestReadConnection::aPipeIsNotWaitedFor()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"textback.db"_s);
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QCOMPARE(storage::openToRead(path, 0ms).error().providerCode, u"cannot-open"_s);
    QCOMPARE(SqlConnection::open(path, SqlConnection::Mode::ReadWrite, 0ms).error().providerCode, u"cannot-open"_s);
#else
    QSKIP("no pipes among the files");
#endif
}

void TestReadConnection::allReadersSayTheSame()
{
    makeSchema(SchemaMigrator::newestVersion() + 1);
    const QString newer = u"newer-than-app"_s;
    QCOMPARE(SqlReplayReader(file()).basis().error().providerCode, newer);
    QCOMPARE(SqlTrapReader(file()).lines(at(0)).error().providerCode, newer);
    QCOMPARE(SqlEvidenceReader(file()).homeRegion().error().providerCode, newer);
    QCOMPARE(SqlMetricsReader(file()).calls({}).error().providerCode, newer);
    QCOMPARE(SqlExportReader(file()).calls({}, 1).error().providerCode, newer);
    QCOMPARE(SqlConversationReader::open(file(), *m_time).value()->counts().error().providerCode, newer);
}

/// Whoever writes meanwhile.
void TestReadConnection::oneMoment()
{
    ReadConnection db(file());
    const auto counts = db.read([&] {
        const auto count = [&] { return db->value(u"SELECT count(*) FROM conversations"_s).toInt(); };
        const int before = count();
        if (!m_store->store().ensureConversation(party(caller())))
            qFatal("nothing written");
        return std::pair(before, count());
    });
    QVERIFY(counts.value() == std::pair(0, 0));
    QCOMPARE(db.read([&] { return db->value(u"SELECT count(*) FROM conversations"_s).toInt(); }).value(), 1);
}

QTEST_GUILESS_MAIN(TestReadConnection)
#include "tst_readconnection.moc"
