// SPDX-License-Identifier: MIT
#include "platform/singleinstance.h"

#include "platform/endprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>
#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// The second copy: on a thread of its own, because its question blocks while the first one answers from its event loop.
class SecondCopy : public QThread {
public:
    explicit SecondCopy(QString folder, bool raise = true)
        : m_folder(std::move(folder))
        , m_raise(raise)
    {
    }
    SingleInstance::Outcome outcome = SingleInstance::Outcome::First;
    qint64 pid = 0;

protected:
    void run() override
    {
        SingleInstance second(m_folder);
        outcome = second.acquire(m_raise);
        pid = second.otherPid();
    }

private:
    QString m_folder;
    bool m_raise;
};

} // namespace

class TestSingleInstance : public QObject {
    Q_OBJECT

private slots:
    void secondRaisesTheFirst_data();
    void secondRaisesTheFirst();
    void tellsThatThereIsNoWindow();
    void busyWithoutBeingRaised();
    void noAnswer();
    void justStartingIsWaitedFor();
    void endedMeanwhile();
    void freeAgainAfterTheEnd();
    void f46LeftOverLockAndSocketAreTaken();
    void f46FrozenCopyIsEnded();
    void f46LockThatNamesNobodyIsTaken_data();
    void f46LockThatNamesNobodyIsTaken();
    void f46LockOfAnotherComputer();
    void garbageIsHungUpOn();
    void endsNobodyElse();
};

void TestSingleInstance::secondRaisesTheFirst_data()
{
    QTest::addColumn<QString>("below");
    QTest::newRow("short path") << u"d"_s;
    QTest::newRow("path too long for a socket") << QString(u"a-rather-long-folder-name-"_s).repeated(4);
    QTest::newRow("other script") << u"Данные фирмы"_s;
}

void TestSingleInstance::secondRaisesTheFirst()
{
    QFETCH(QString, below);
    QTemporaryDir top;
    const QString folder = top.filePath(below);
    QVERIFY(QDir().mkpath(folder));
    SingleInstance first(folder);
    QCOMPARE(first.acquire(true), SingleInstance::Outcome::First);
    first.listen(true);
    QVERIFY2(first.errorText().isEmpty(), qPrintable(first.errorText()));
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    SecondCopy second(folder);
    second.start();
    QTRY_VERIFY(second.isFinished());
    QCOMPARE(second.outcome, SingleInstance::Outcome::Raised);
    QCOMPARE(second.pid, QCoreApplication::applicationPid());
    QTRY_COMPARE(raised.count(), 1);
}

void TestSingleInstance::tellsThatThereIsNoWindow()
{
    QTemporaryDir top;
    SingleInstance first(top.path());
    QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    first.listen(false);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    SecondCopy second(top.path());
    second.start();
    QTRY_VERIFY(second.isFinished());
    QCOMPARE(second.outcome, SingleInstance::Outcome::NoWindow);
    QCOMPARE(raised.count(), 0);
}

void TestSingleInstance::busyWithoutBeingRaised()
{
    QTemporaryDir top;
    SingleInstance first(top.path());
    QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    first.listen(true);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    SecondCopy second(top.path(), false);
    second.start();
    QTRY_VERIFY(second.isFinished());
    QCOMPARE(second.outcome, SingleInstance::Outcome::Busy);
    QCOMPARE(raised.count(), 0);
}

void TestSingleInstance::justStartingIsWaitedFor()
{
    QTemporaryDir top;
    SingleInstance first(top.path());
    QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    SecondCopy second(top.path());
    second.start(); // asks before anybody listens
    QTRY_VERIFY(second.isRunning());
    first.listen(true);
    QTRY_VERIFY_WITH_TIMEOUT(second.isFinished(), 10000);
    QCOMPARE(second.outcome, SingleInstance::Outcome::Raised);
}

void TestSingleInstance::endedMeanwhile()
{
    QTemporaryDir top;
    auto first = std::make_unique<SingleInstance>(top.path());
    QCOMPARE(first->acquire(false), SingleInstance::Outcome::First);
    SecondCopy second(top.path());
    second.start();
    QTRY_VERIFY(second.isRunning());
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(second.isFinished(), 10000);
    QCOMPARE(second.outcome, SingleInstance::Outcome::First);
}

void TestSingleInstance::f46FrozenCopyIsEnded()
{
#ifdef Q_OS_UNIX
    QTemporaryDir top;
    QProcess frozen;
    frozen.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, top.path()});
    QVERIFY(frozen.waitForStarted());
    QVERIFY(frozen.waitForReadyRead());
    QCOMPARE(::kill(static_cast<pid_t>(frozen.processId()), SIGSTOP), 0);
    SingleInstance second(top.path(), Millis(300));
    QCOMPARE(second.acquire(true), SingleInstance::Outcome::NoAnswer);
    QCOMPARE(second.otherPid(), frozen.processId());
    QVERIFY(!second.acquireNow());
    QVERIFY(second.endOther());
    QVERIFY(frozen.waitForFinished()); // whoever started it has to take notice of its end, else its number lives on
    QVERIFY(second.acquireNow());
#else
    QSKIP("no process can be frozen from here");
#endif
}

void TestSingleInstance::f46LockThatNamesNobodyIsTaken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(87, '\0');
    QTest::newRow("no number") << QByteArray("x\ny\n");
}

/// What a power failure leaves of a file that was just made. Nobody could be told whom to end.
void TestSingleInstance::f46LockThatNamesNobodyIsTaken()
{
    QFETCH(QByteArray, content);
    QTemporaryDir top;
    QFile lock(top.filePath(u"textback.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(content);
    lock.close();
    SingleInstance second(top.path(), Millis(100));
    QCOMPARE(second.acquire(false), SingleInstance::Outcome::First);
    SingleInstance third(top.path(), Millis(100));
    QCOMPARE(third.acquire(false), SingleInstance::Outcome::NoAnswer);
    QCOMPARE(third.otherPid(), QCoreApplication::applicationPid());
}

/// In a folder that was copied while the program worked on it.
void TestSingleInstance::f46LockOfAnotherComputer()
{
    QTemporaryDir top;
    QFile lock(top.filePath(u"textback.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("1\ntextback\nfront-desk\n0123456789abcdef0123456789abcdef\n01234567-89ab-cdef-0123-456789abcdef\n");
    lock.close();
    SingleInstance second(top.path(), Millis(100));
    QCOMPARE(second.acquire(true), SingleInstance::Outcome::NoAnswer);
    QCOMPARE(second.otherHost(), u"front-desk"_s);
    QCOMPARE(second.otherPid(), qint64(0));
    QVERIFY(lock.exists()); // it may be at work there
    QVERIFY(second.endOther());
    QVERIFY(second.acquireNow());
}

void TestSingleInstance::garbageIsHungUpOn()
{
    QTemporaryDir top;
    SingleInstance first(top.path());
    QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    first.listen(true);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QLocalSocket socket;
    socket.connectToServer(top.filePath(u"textback.sock"_s));
    QVERIFY(socket.waitForConnected());
    socket.write(QByteArray(10'000'000, 'x'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    SecondCopy second(top.path());
    second.start();
    QTRY_VERIFY(second.isFinished());
    QCOMPARE(second.outcome, SingleInstance::Outcome::Raised);
    QTRY_COMPARE(raised.count(), 1);
}

void TestSingleInstance::endsNobodyElse()
{
    QTemporaryDir top;
    SingleInstance second(top.path(), Millis(0));
    QVERIFY(second.endOther()); // nobody holds it: taken, and nothing to end
    for (const qint64 pid : {qint64(-1), qint64(0), qint64(1), qint64(1) << 40})
        QVERIFY(!endProcess(pid));
}

void TestSingleInstance::noAnswer()
{
    QTemporaryDir top;
    SingleInstance first(top.path());
    QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    SingleInstance second(top.path(), Millis(100));
    QCOMPARE(second.acquire(true), SingleInstance::Outcome::NoAnswer); // it never listened
}

void TestSingleInstance::freeAgainAfterTheEnd()
{
    QTemporaryDir top;
    {
        SingleInstance first(top.path());
        QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    }
    SingleInstance second(top.path());
    QCOMPARE(second.acquire(false), SingleInstance::Outcome::First);
}

void TestSingleInstance::f46LeftOverLockAndSocketAreTaken()
{
    QTemporaryDir top;
    QFile lock(top.filePath(u"textback.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("4194304000\ntextback\n\n\n\n"); // no such process
    lock.close();
    QFile socket(top.filePath(u"textback.sock"_s));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    socket.close();
    SingleInstance first(top.path());
    QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    first.listen(true);
    SecondCopy second(top.path());
    second.start();
    QTRY_VERIFY(second.isFinished());
    QCOMPARE(second.outcome, SingleInstance::Outcome::Raised);
}

/// With "--hold FOLDER" this program is a copy that works on the folder, until it is ended.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--hold") == 0) {
        SingleInstance holder(QString::fromLocal8Bit(argv[2]));
        if (holder.acquire(false) != SingleInstance::Outcome::First)
            return 1;
        holder.listen(true);
        std::puts("holding");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_singleinstance.moc"
