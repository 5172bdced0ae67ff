// SPDX-License-Identifier: MIT
#include "platform/crashguard.h"

#include "domain/ports/clock.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class StandingClock final : public Clock {
public:
    UtcTime utcNow() const override { return now; }
    Millis monotonicNow() const override { return Millis(0); }

    UtcTime now = fromUnixMillis(1795446000000);
};

} // namespace

/// Runs of the program that end well or badly, one after the other.
class TestCrashGuard : public QObject {
    Q_OBJECT

private slots:
    void init();
    void f58ThreeCrashesWithinTenMinutes();
    void f58SlowCrashesAreNoLoop();
    void f58LongRunsAreNoLoop();
    void f58AnOrderlyEndForgets();
    void f58StaysUntilAPersonLeaves();
    void f58ClockSetBack();
    void f58BrokenFileStopsNobody_data();
    void f58BrokenFileStopsNobody();
    void fileIsTheUsersAlone();
    void folderThatCannotBeWritten();

private:
    /// Starts, lives this long, and dies; answers whether it was in safe mode.
    bool crash(Millis after = 1s)
    {
        CrashGuard guard(m_file, m_clock);
        const bool safe = guard.begin();
        m_clock.now += after;
        return safe;
    }
    bool endWell()
    {
        CrashGuard guard(m_file, m_clock);
        const bool safe = guard.begin();
        guard.end();
        return safe;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    StandingClock m_clock;
};

void TestCrashGuard::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"run.json"_s);
}

void TestCrashGuard::f58ThreeCrashesWithinTenMinutes()
{
    QVERIFY(!crash(3min));
    QVERIFY(!crash(3min));
    QVERIFY(!crash(3min)); // two crashes so far
    QVERIFY(crash());
}

void TestCrashGuard::f58SlowCrashesAreNoLoop()
{
    // Never three within ten minutes.
    for (int run = 0; run < 10; ++run)
        QVERIFY(!crash(5min + 1s));
    QVERIFY(!crash(1s));
}

void TestCrashGuard::f58LongRunsAreNoLoop()
{
    for (int run = 0; run < 6; ++run)
        QVERIFY(!crash(24h));
    // The last of them ended badly at some time; only two crashes are known to be recent.
    QVERIFY(!crash(1s));
    QVERIFY(!crash(1s));
    QVERIFY(!crash(1s));
    QVERIFY(crash(1s));
}

void TestCrashGuard::f58AnOrderlyEndForgets()
{
    QVERIFY(!crash());
    QVERIFY(!crash());
    QVERIFY(!endWell());
    QVERIFY(!QFile::exists(m_file));
    QVERIFY(!crash());
    QVERIFY(!crash());
    QVERIFY(!crash());
    QVERIFY(crash());
}

void TestCrashGuard::f58StaysUntilAPersonLeaves()
{
    for (int run = 0; run < 3; ++run)
        crash();
    QVERIFY(endWell());
    m_clock.now += 24h;
    QVERIFY(endWell());
    QVERIFY(crash());
    {
        CrashGuard guard(m_file, m_clock);
        QVERIFY(guard.begin());
        guard.leaveSafeMode(); // and then it crashes once more
    }
    QVERIFY(!crash());
    QVERIFY(!endWell());
}

void TestCrashGuard::f58ClockSetBack()
{
    crash();
    crash();
    m_clock.now -= 24h;
    QVERIFY(!crash());
    QVERIFY(!crash());
    QVERIFY(crash()); // the second, third and fourth: what lies in the future does not count
}

void TestCrashGuard::f58BrokenFileStopsNobody_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\0\0\0\0\0\0", 6);
    QTest::newRow("other JSON") << QByteArray("[1,2]");
    QTest::newRow("wrong types") << QByteArray(R"({"running":"now","crashes":{"a":1},"safeMode":"yes"})");
    QTest::newRow("nonsense times") << QByteArray(R"({"running":1e300,"crashes":[-1e300,null,"x"]})");
    QTest::newRow("large") << QByteArray(1000000, '[');
}

void TestCrashGuard::f58BrokenFileStopsNobody()
{
    QFETCH(QByteArray, content);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(!crash());
    QVERIFY(!endWell());
}

void TestCrashGuard::fileIsTheUsersAlone()
{
    crash();
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    QVERIFY(!(QFile::permissions(m_file) & ~owner));
}

void TestCrashGuard::folderThatCannotBeWritten()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the run cannot be noted.*"_s));
    CrashGuard guard(m_folder->filePath(u"absent/run.json"_s), m_clock);
    QVERIFY(!guard.begin());
    guard.end();
}

QTEST_GUILESS_MAIN(TestCrashGuard)
#include "tst_crashguard.moc"
