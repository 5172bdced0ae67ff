// SPDX-License-Identifier: MIT
#include "platform/logfile.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>
#include <vector>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLogFile : public QObject {
    Q_OBJECT

private slots:
    void init();

    void f43OnlyItsUserCanReadIt();
    void aDayHasAFileOfItsOwn();
    void aDayIsKeptOverARestart();
    void aFullFileIsPutAside();
    void aWeekIsKept();
    void theWholeIsBounded();
    void theNewestLinesAreFound();
    void otherFilesStay();
    void whatCannotBeWrittenIsDropped();
    void linesOfManyThreadsStayWhole();

private:
    std::unique_ptr<LogFile> open(LogFile::Limits limits = LogFile::Limits())
    {
        return std::make_unique<LogFile>(m_folder->filePath(u"logs"_s), *m_time, limits);
    }
    /// A line as the sink writes it, of `size` bytes with its break.
    QByteArray line(qsizetype size = 40) const
    {
        const QByteArray start =
            QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_time->utcNow()), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() + ' ';
        return start + QByteArray(size - start.size() - 1, 'x') + '\n';
    }
    QStringList files() const { return QDir(m_folder->filePath(u"logs"_s)).entryList(QDir::Files, QDir::Name); }
    QByteArray content(const QString &name) const
    {
        QFile file(m_folder->filePath(u"logs/"_s + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<VirtualTime> m_time; // 23 November 2026, 15:00 UTC
};

void TestLogFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_time = std::make_unique<VirtualTime>();
}

void TestLogFile::f43OnlyItsUserCanReadIt()
{
#ifdef Q_OS_WIN
    QSKIP("there the folder's access list is what counts");
#endif
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther | QFileDevice::ExeOther;
    {
        const auto log = open();
        log->append(line());
        QVERIFY(!(QFileInfo(log->path()).permissions() & others));
        QVERIFY(!(QFileInfo(m_folder->filePath(u"logs"_s)).permissions() & others));
        QFile::setPermissions(log->path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
    }
    m_time->advance(24h);
    const auto log = open();
    log->append(line());
    for (const QString &name : files())
        QVERIFY2(!(QFileInfo(m_folder->filePath(u"logs/"_s + name)).permissions() & others), qPrintable(name));
    QCOMPARE(files().size(), 2);
}

void TestLogFile::aDayHasAFileOfItsOwn()
{
    const auto log = open();
    log->append(line());
    m_time->advance(8h + 59min + 59s);
    const QByteArray last = line();
    log->append(last);
    QCOMPARE(files(), QStringList{u"textback.log"_s});
    m_time->advance(1s);
    const QByteArray first = line();
    log->append(first);
    QCOMPARE(files(), QStringList({u"textback-2026-11-23.log"_s, u"textback.log"_s}));
    QVERIFY(content(u"textback-2026-11-23.log"_s).endsWith(last));
    QCOMPARE(content(u"textback.log"_s), first);
}

void TestLogFile::aDayIsKeptOverARestart()
{
    const QByteArray early = line();
    open()->append(early);
    m_time->advance(1h);
    const QByteArray late = line();
    open()->append(late);
    QCOMPARE(content(u"textback.log"_s), early + late);
    m_time->advance(12h); // the next day, and not running at midnight
    const QByteArray next = line();
    open()->append(next);
    QCOMPARE(content(u"textback-2026-11-23.log"_s), early + late);
    QCOMPARE(content(u"textback.log"_s), next);
}

void TestLogFile::aFullFileIsPutAside()
{
    const auto log = open({1000, 100000, 7});
    for (int i = 0; i < 12; ++i)
        log->append(line(250)); // four fit
    QCOMPARE(files(), QStringList({u"textback-2026-11-23-2.log"_s, u"textback-2026-11-23.log"_s, u"textback.log"_s}));
    for (const QString &name : files())
        QCOMPARE(content(name).size(), 1000);
}

void TestLogFile::aWeekIsKept()
{
    const auto log = open();
    for (int day = 0; day < 12; ++day) {
        log->append(line());
        m_time->advance(24h);
    }
    log->append(line());
    // Today and six days before.
    QCOMPARE(files().size(), 7);
    QCOMPARE(files().first(), u"textback-2026-11-29.log"_s);
    QCOMPARE(files().at(5), u"textback-2026-12-04.log"_s);
}

void TestLogFile::theWholeIsBounded()
{
    const auto log = open({1000, 5000, 7});
    QByteArray last;
    for (int i = 0; i < 100; ++i) {
        last = line(250);
        log->append(last);
        qint64 whole = 0;
        for (const QString &name : files())
            whole += content(name).size();
        QVERIFY2(whole <= 5000, qPrintable(QString::number(whole)));
        m_time->advance(1s);
    }
    QVERIFY(content(u"textback.log"_s).endsWith(last));
    // The oldest go: what is left is the end without a hole.
    QCOMPARE(files().size(), 5);
    QVERIFY(files().contains(u"textback-2026-11-23-24.log"_s));
}

void TestLogFile::theNewestLinesAreFound()
{
    const QString folder = m_folder->filePath(u"logs"_s);
    QCOMPARE(LogFile::lastLines(folder, 5), QStringList());
    const auto log = open({100, 100000, 7});
    for (int i = 0; i < 12; ++i)
        log->append("line " + QByteArray::number(i).rightJustified(30, '.') + '\n'); // two fit
    const QStringList last = LogFile::lastLines(folder, 5);
    QCOMPARE(last.size(), 5);
    QVERIFY(last.first().endsWith(".7"_L1) && last.last().endsWith("11"_L1));
    QCOMPARE(LogFile::lastLines(folder, 100).size(), 12);
}

void TestLogFile::otherFilesStay()
{
    QDir(m_folder->path()).mkdir(u"logs"_s);
    for (const QString &name : {u"notes.txt"_s, u"textback-mine.log"_s, u"textback-2020-13-77.log"_s}) {
        QFile file(m_folder->filePath(u"logs/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const auto log = open();
    log->append(line());
    m_time->advance(30 * 24h);
    log->append(line());
    QVERIFY(files().contains(u"notes.txt"_s) && files().contains(u"textback-mine.log"_s) && files().contains(u"textback-2020-13-77.log"_s));
}

void TestLogFile::whatCannotBeWrittenIsDropped()
{
    QFile inTheWay(m_folder->filePath(u"logs"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto log = open();
    log->append(line());
    // And goes on once it can be.
    QVERIFY(inTheWay.remove());
    QVERIFY(QDir(m_folder->path()).mkdir(u"logs"_s));
    const QByteArray next = line();
    log->append(next);
    QCOMPARE(content(u"textback.log"_s), next);
}

void TestLogFile::linesOfManyThreadsStayWhole()
{
    const auto log = open({4000, 10000000, 7});
    std::vector<std::thread> threads;
    for (char letter = 'a'; letter < 'e'; ++letter) {
        threads.emplace_back([&log, letter, this] {
            for (int i = 0; i < 500; ++i)
                log->append(line(28) + QByteArray(60, letter) + '\n');
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    int whole = 0;
    for (const QString &name : files()) {
        for (const QByteArray &each : content(name).split('\n'))
            whole += each.size() == 60 && each.count(each[0]) == 60 ? 1 : 0;
    }
    QCOMPARE(whole, 2000);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
