// SPDX-License-Identifier: MIT
#include "platform/singleinstance.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// The second copy: on a thread of its own, because its question blocks while the first one answers from its event loop.
class SecondCopy : public QThread {
public:
    explicit SecondCopy(QString folder)
        : m_folder(std::move(folder))
    {
    }
    SingleInstance::Outcome outcome = SingleInstance::Outcome::First;
    qint64 pid = 0;

protected:
    void run() override
    {
        SingleInstance second(m_folder);
        outcome = second.acquire(true);
        pid = second.otherPid();
    }

private:
    QString m_folder;
};

} // namespace

class TestSingleInstance : public QObject {
    Q_OBJECT

private slots:
    void secondRaisesTheFirst_data();
    void secondRaisesTheFirst();
    void tellsThatThereIsNoWindow();
    void noAnswer();
    void freeAgainAfterTheEnd();
    void leftOverLockAndSocketAreTaken();
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

void TestSingleInstance::noAnswer()
{
    QTemporaryDir top;
    SingleInstance first(top.path());
    QCOMPARE(first.acquire(false), SingleInstance::Outcome::First);
    SingleInstance second(top.path());
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

void TestSingleInstance::leftOverLockAndSocketAreTaken()
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

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
