// SPDX-License-Identifier: MIT
#include "storage/backupfolder.h"
#include "storage/databasebackup.h"
#include "storage/samples.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

/// "2026-11-23 15:00" in UTC.
UtcTime utc(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(QTimeZone::utc());
    return fromUnixMillis(time.toMSecsSinceEpoch());
}

} // namespace

/// Daily backups: which are kept, and that only a good copy counts.
class TestBackups : public QObject {
    Q_OBJECT

private slots:
    void surplus_data()
    {
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QStringList>("gone");
        QTest::newRow("none") << QStringList() << QStringList();
        QTest::newRow("one") << QStringList{u"2026-11-23 15:00"_s} << QStringList();
        QTest::newRow("twice a day: the newest stays")
            << QStringList{u"2026-11-23 08:00"_s, u"2026-11-23 15:00"_s} << QStringList{u"2026-11-23 08:00"_s};
        // Monday 23 November back to Monday the 16th; the 16th is the eighth day and begins the weeks.
        QTest::newRow("eight days") << days(u"2026-11-23 15:00"_s, 8) << QStringList();
        QTest::newRow("nine days: the older of the last week's stays out")
            << days(u"2026-11-24 15:00"_s, 9) << QStringList{u"2026-11-16 15:00"_s};
        QTest::newRow("days without a backup do not count")
            << QStringList{u"2026-11-23 15:00"_s, u"2026-06-01 15:00"_s, u"2026-05-01 15:00"_s} << QStringList();
        QTest::newRow("the last day of one week and the first of the next")
            << days(u"2026-11-23 23:59"_s, 7) + QStringList{u"2026-11-16 00:00"_s, u"2026-11-15 23:59"_s, u"2026-11-15 00:00"_s}
            << QStringList{u"2026-11-15 00:00"_s};
    }

    void surplus()
    {
        QFETCH(QStringList, taken);
        QFETCH(QStringList, gone);
        std::vector<UtcTime> times;
        for (const QString &text : taken)
            times.push_back(utc(text));
        std::vector<UtcTime> expected;
        for (const QString &text : gone)
            expected.push_back(utc(text));
        QCOMPARE(surplusBackups(times), expected);
        std::reverse(times.begin(), times.end());
        QCOMPARE(surplusBackups(times), expected); // in whatever order
    }

    /// A year of daily backups: never more than 7 + 4, and they reach back about a month.
    void aYearOfThem()
    {
        std::vector<UtcTime> kept;
        for (int day = 0; day < 365; ++day) {
            kept.push_back(utc(u"2026-01-01 03:00"_s) + std::chrono::days(day));
            for (const UtcTime time : surplusBackups(kept))
                kept.erase(std::find(kept.begin(), kept.end(), time));
            QVERIFY(kept.size() <= 11);
        }
        QCOMPARE(kept.size(), size_t(11));
        const auto oldest = *std::min_element(kept.begin(), kept.end());
        const auto newest = *std::max_element(kept.begin(), kept.end());
        QVERIFY(newest - oldest >= std::chrono::days(21));
    }

    void aBackupIsWholeAndPrivate()
    {
        VirtualTime time;
        TemporaryStore store(time);
        Settings settings;
        settings.business.name = u"Motor City Towing"_s;
        QVERIFY(store->saveSettings(settings));
        const Result<BackupFile> made = backUpDatabase(store.databaseFile(), time.utcNow());
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(QFileInfo(made->path).fileName(), u"textback-20261123-150000.db"_s);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(made->path) & others));
        QVERIFY(!(QFile::permissions(QFileInfo(made->path).path()) & others));
        QCOMPARE(QDir(QFileInfo(made->path).path()).entryList(QDir::Files).size(), 1); // no log, no part
        QCOMPARE(BackupFolder(store.databaseFile()).files(), std::vector<BackupFile>{*made});
        const auto copy = SqlStore::open(made->path, time);
        QCOMPARE((*copy)->settings()->business.name, u"Motor City Towing"_s);
    }

    void writingGoesOnMeanwhile()
    {
        VirtualTime time;
        TemporaryStore store(time);
        // A text is written while the copy is being read: neither waits for the other.
        const auto reading = SqlConnection::open(store.databaseFile(), SqlConnection::Mode::Copying, Millis(0)).value();
        QVERIFY(reading->execute(u"BEGIN"_s));
        QCOMPARE(reading->value(u"SELECT count(*) FROM accounts"_s).toInt(), 0);
        QVERIFY(store->openAccount(u"twilio"_s, u"AC1"_s));
        QCOMPARE(reading->value(u"SELECT count(*) FROM accounts"_s).toInt(), 0);
        QVERIFY(reading->execute(u"COMMIT"_s));
    }

    void aBackupThatCannotBeMadeLeavesNothing()
    {
        VirtualTime time;
        TemporaryStore store(time);
        const BackupFolder folder(store.databaseFile());
        QFile inTheWay(folder.path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        QVERIFY(!backUpDatabase(store.databaseFile(), time.utcNow()));
        QVERIFY(folder.files().empty());
        QVERIFY(inTheWay.remove());
        QVERIFY(backUpDatabase(store.databaseFile(), time.utcNow()));
    }

    void whatACrashLeftIsTakenAway()
    {
        VirtualTime time;
        TemporaryStore store(time);
        const BackupFolder folder(store.databaseFile());
        QVERIFY(folder.prepare());
        QFile part(folder.partPathFor(time.utcNow()));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("half");
        part.close();
        QVERIFY(folder.files().empty()); // it counts as none
        QVERIFY(backUpDatabase(store.databaseFile(), time.utcNow()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

private:
    static QStringList days(const QString &last, int count)
    {
        QStringList days;
        for (int i = 0; i < count; ++i) {
            const qint64 time = toUnixMillis(utc(last) - std::chrono::days(i));
            days.append(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s));
        }
        return days;
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
