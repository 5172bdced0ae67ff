// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "storage/schemafixture.h"
#include "storage/schemamigrator.h"
#include "storage/sqlstore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QMap>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

QMap<QString, QByteArray> contentOf(const QString &folder)
{
    QMap<QString, QByteArray> content;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            content.insert(name, file.readAll());
    }
    return content;
}

} // namespace

/// An upgrade that is killed, and a database of a later version (faults.md F44).
class TestUpgradeFaults : public QObject {
    Q_OBJECT

private slots:
    void init() { QLoggingCategory::setFilterRules(u"textback.*=false"_s); }
    void f44NewerSchemaIsRefusedWithoutAWrite();
    void f44KilledAtEveryStep_data();
    void f44KilledAtEveryStep();
};

void TestUpgradeFaults::f44NewerSchemaIsRefusedWithoutAWrite()
{
    const QTemporaryDir folder;
    VirtualTime time;
    const QString file = folder.filePath(u"textback.db"_s);
    QVERIFY(SqlStore::open(file, time));
    {
        const auto connection = SqlConnection::open(file, SqlConnection::Mode::ReadWrite, Millis(0)).value();
        QVERIFY(connection->execute(u"PRAGMA user_version = %1"_s.arg(SchemaMigrator::newestVersion() + 1)));
        QVERIFY(connection->execute(u"CREATE TABLE of_tomorrow (x)"_s));
    }
    const QMap<QString, QByteArray> before = contentOf(folder.path());
    QCOMPARE(before.keys(), QStringList{u"textback.db"_s});
    for (int start = 0; start < 3; ++start) {
        const auto store = SqlStore::open(file, time);
        QVERIFY(!store);
        QCOMPARE(store.error().providerCode, u"newer-than-app"_s);
        QVERIFY(store.error().detail.contains(u"schema %1"_s.arg(SchemaMigrator::newestVersion() + 1)));
    }
    QVERIFY(contentOf(folder.path()) == before);
}

void TestUpgradeFaults::f44KilledAtEveryStep_data()
{
    QTest::addColumn<QString>("fixture");
    const QDir schemas(QStringLiteral(TEXTBACK_SOURCE_DIR "/tests/storage/schemas"));
    for (const QString &name : schemas.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (name.left(4).toInt() < SchemaMigrator::newestVersion())
            QTest::newRow(qPrintable(name)) << schemas.filePath(name);
    }
}

/// The files are copied at every step, as a kill at that moment would leave them; each copy is then opened as the next start would.
void TestUpgradeFaults::f44KilledAtEveryStep()
{
    QFETCH(QString, fixture);
    const QTemporaryDir folder;
    VirtualTime time;
    const QString name = u"textback.db"_s;
    QVERIFY(makeSchemaFixture(fixture, folder.filePath(name)));
    const int oldVersion = QFileInfo(fixture).baseName().toInt();
    int steps = 0;
    {
        const auto connection = SqlConnection::open(folder.filePath(name), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        SchemaMigrator migrator(*connection, SchemaMigrator::builtIn(), time);
        migrator.observe([&] {
            const QString copy = folder.filePath(u"kill-%1"_s.arg(++steps));
            QVERIFY(QDir().mkpath(copy));
            for (const QString &each : {name, name + u"-wal"_s})
                QFile::copy(folder.filePath(each), copy + u'/' + each);
        });
        QVERIFY(migrator.run().outcome == MigrationOutcome::Upgraded);
    }
    QVERIFY(steps > 2);
    for (int step = 1; step <= steps; ++step) {
        const QString copy = folder.filePath(u"kill-%1/textback.db"_s.arg(step));
        {
            // Whole, and either the old schema or the new one: never something between.
            const auto connection = SqlConnection::open(copy, SqlConnection::Mode::ReadWrite, Millis(0)).value();
            QCOMPARE(connection->value(u"PRAGMA quick_check"_s).toString(), u"ok"_s);
            QCOMPARE(connection->value(u"PRAGMA user_version"_s).toInt(), step < steps ? oldVersion : SchemaMigrator::newestVersion());
        }
        const auto store = SqlStore::open(copy, time);
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        const AccountId account = (*store)->openAccount(u"twilio"_s, u"AC1"_s)->id;
        QCOMPARE((*store)->messageByProviderId(account, u"SM1"_s)->value().body, u"Sorry we missed your call"_s);
        QVERIFY(*(*store)->consent().isOptedOut(PhoneNumber::fromStored(u"+13135550143"_s).value()));
    }
}

QTEST_GUILESS_MAIN(TestUpgradeFaults)
#include "tst_upgradefaults.moc"
