// SPDX-License-Identifier: MIT
#include "storage/schemafixture.h"
#include "storage/schemamigrator.h"
#include "storage/sqlstore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

class TestSchemaMigrator : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void freshThenUpToDate()
    {
        const auto connection = opened();
        MigrationReport report = SchemaMigrator(*connection, two(), m_time).run();
        QVERIFY(report.outcome == MigrationOutcome::Upgraded);
        QCOMPARE(report.from, 0);
        QCOMPARE(report.to, 2);
        QVERIFY(report.copy.isEmpty()); // nothing to copy
        QCOMPARE(connection->value(u"SELECT b + c FROM a"_s).toInt(), 8);
        report = SchemaMigrator(*connection, two(), m_time).run();
        QVERIFY(report.outcome == MigrationOutcome::UpToDate);
        QCOMPARE(connection->value(u"PRAGMA foreign_keys"_s).toInt(), 1);
    }

    void f44UpgradeLeavesACopy()
    {
        const auto connection = opened();
        SchemaMigrator(*connection, {two().front()}, m_time).run();
        const MigrationReport report = SchemaMigrator(*connection, two(), m_time).run();
        QVERIFY(report.outcome == MigrationOutcome::Upgraded);
        QCOMPARE(report.copy, file() + u".v1-20261123-150000"_s);
        QVERIFY(!(QFile::permissions(report.copy) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto copy = SqlConnection::open(report.copy, SqlConnection::Mode::ReadWrite, Millis(0)).value();
        QCOMPARE(copy->value(u"PRAGMA user_version"_s).toInt(), 1);
        QCOMPARE(copy->value(u"SELECT b FROM a"_s).toInt(), 5);
    }

    void newerIsNotTouched()
    {
        {
            const auto connection = opened();
            SchemaMigrator(*connection, two(), m_time).run();
        }
        const QByteArray before = content();
        {
            const auto connection = opened();
            const MigrationReport report = SchemaMigrator(*connection, {two().front()}, m_time).run();
            QVERIFY(report.outcome == MigrationOutcome::NewerThanApp);
            QCOMPARE(report.from, 2);
        }
        QCOMPARE(content(), before);
    }

    void theStoreRefusesANewerDatabase()
    {
        {
            const auto connection = opened();
            connection->execute(u"PRAGMA user_version = 9999"_s);
        }
        const auto store = SqlStore::open(file(), m_time);
        QCOMPARE(store.error().providerCode, u"newer-than-app"_s);
    }

    /// Each step of an upgrade fails in turn; each time the file is as it was.
    void f44AFailingStepLeavesTheOldFile_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::newRow("not SQL") << u"CREATE TABLE fine (x); NONSENSE"_s;
        QTest::newRow("no such table") << u"ALTER TABLE a ADD COLUMN d; INSERT INTO nowhere VALUES (1)"_s;
        QTest::newRow("constraint") << u"CREATE TABLE u (x UNIQUE); INSERT INTO u VALUES (1); INSERT INTO u VALUES (1)"_s;
        QTest::newRow("foreign key")
            << u"CREATE TABLE f (x REFERENCES a (b)); CREATE UNIQUE INDEX ab ON a (b); INSERT INTO f VALUES (77)"_s;
    }

    void f44AFailingStepLeavesTheOldFile()
    {
        QFETCH(QString, bad);
        {
            const auto connection = opened();
            SchemaMigrator(*connection, {two().front()}, m_time).run();
        }
        std::vector<Migration> steps = two();
        steps.push_back({3, u"bad"_s, bad});
        const auto connection = opened();
        const QString before = dump(*connection);
        const MigrationReport report = SchemaMigrator(*connection, steps, m_time).run();
        QVERIFY(report.outcome == MigrationOutcome::Failed);
        QVERIFY(!report.error.detail.isEmpty());
        QCOMPARE(connection->value(u"PRAGMA user_version"_s).toInt(), 1); // not 2 either
        QCOMPARE(dump(*connection), before);
        QVERIFY(!connection->failure());
        QCOMPARE(connection->value(u"PRAGMA foreign_keys"_s).toInt(), 1);
    }

    void stepsMustBeNumberedWithoutGaps()
    {
        const auto connection = opened();
        std::vector<Migration> steps = two();
        steps.back().version = 3;
        QVERIFY(SchemaMigrator(*connection, steps, m_time).run().outcome == MigrationOutcome::Failed);
    }

    void builtInStepsAreNumberedAndRun()
    {
        const auto connection = opened();
        QVERIFY(SchemaMigrator::newestVersion() >= 1);
        const MigrationReport report = SchemaMigrator(*connection, SchemaMigrator::builtIn(), m_time).run();
        QVERIFY2(report.outcome == MigrationOutcome::Upgraded, qPrintable(report.error.detail));
        QCOMPARE(connection->value(u"PRAGMA user_version"_s).toInt(), SchemaMigrator::newestVersion());
    }

    /// tests/storage/schemas/NNNN.sql is a database of that version with rows in it. Each one is brought to today's schema and used.
    void everyOlderSchemaUpgrades_data()
    {
        QTest::addColumn<QString>("fixture");
        const QDir folder(QStringLiteral(TEXTBACK_SOURCE_DIR "/tests/storage/schemas"));
        const QStringList fixtures = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
        // One for every version that was ever current.
        QCOMPARE(fixtures.size(), SchemaMigrator::newestVersion());
        for (const QString &fixture : fixtures)
            QTest::newRow(qPrintable(fixture)) << folder.filePath(fixture);
    }

    void everyOlderSchemaUpgrades()
    {
        QFETCH(QString, fixture);
        QVERIFY(makeSchemaFixture(fixture, file()));
        const auto store = SqlStore::open(file(), m_time);
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        const AccountId account = (*store)->openAccount(u"twilio"_s, u"AC1"_s)->id;
        QCOMPARE((*store)->messageByProviderId(account, u"SM1"_s)->value().body, u"Sorry we missed your call"_s);
        QCOMPARE((*store)->conversation(ConversationId{1})->value().unread, 1);
    }

private:
    static std::vector<Migration> two()
    {
        return {{1, u"first"_s, u"CREATE TABLE a (b INTEGER NOT NULL);\n-- a word; and more\nINSERT INTO a VALUES (5);"_s},
                {2, u"second"_s, u"ALTER TABLE a ADD COLUMN c INTEGER NOT NULL DEFAULT 3;"_s}};
    }

    QString file() const { return m_folder->filePath(u"a.db"_s); }

    std::unique_ptr<SqlConnection> opened() const
    {
        return SqlConnection::open(file(), SqlConnection::Mode::ReadWrite, SqlConnection::defaultBusyTimeout).value();
    }

    QByteArray content() const
    {
        QFile database(file());
        return database.open(QIODevice::ReadOnly) ? database.readAll() : QByteArray();
    }

    static QString dump(SqlConnection &connection)
    {
        return connection.value(u"SELECT group_concat(name || ' ' || ifnull(sql, ''), '|') FROM sqlite_schema"_s).toString() +
               connection.value(u"SELECT group_concat(b) FROM a"_s).toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    VirtualTime m_time;
};

QTEST_GUILESS_MAIN(TestSchemaMigrator)
#include "tst_schemamigrator.moc"
