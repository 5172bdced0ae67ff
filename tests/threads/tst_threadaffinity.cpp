// SPDX-License-Identifier: MIT
#include "domain/settings.h"
#include "domain/threadaffinity.h"
#include "engine/engine.h"
#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"
#include "platform/systemrandom.h"
#include "providers/registry.h"
#include "providers/twilio/twilioconnection.h"
#include "storage/sqlconversationreader.h"
#include "storage/sqlstore.h"
#ifdef TEXTBACK_HAS_KEYCHAIN
#include "credentials/keychaincredentialstore.h"
#endif

#include <QCoreApplication>
#include <QDir>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>
#include <map>
#include <memory>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// Everything of one kind each, made on the thread that makes this.
struct Parts {
    explicit Parts(const QString &folder)
        : file(QDir(folder).filePath(u"textback.db"_s))
    {
    }

    QString file;
    SystemClock clock;
    EventLoopScheduler scheduler{clock};
    SystemRandom random;
    QNetworkAccessManager network;
    ProviderRegistry providers{network, network, clock, scheduler, random};
    std::unique_ptr<SqlStore> store = *SqlStore::open(file, clock);
    std::unique_ptr<SqlConnection> connection = *SqlConnection::open(file, SqlConnection::Mode::ReadOnly, Millis(0));
    std::unique_ptr<SqlConversationReader> reader = *SqlConversationReader::open(file, clock);
    Engine engine{EnginePorts{clock, scheduler, random, *store, providers}};
    HttpClient http{network, clock, scheduler, {}};
    TwilioConnection twilio{network, network, clock, scheduler, {u"AC1"_s, u"AC1"_s, Secret("canary")}, QUrl(u"https://api.twilio.com"_s),
                            false};
    ThreadAffinity plain;
};

using Call = std::function<void(Parts &)>;

/// A call at a public entrance of each class that has a thread of its own.
const std::map<QString, Call> &calls()
{
    static const std::map<QString, Call> all{
        {u"ThreadAffinity"_s, [](Parts &parts) { parts.plain.check("ThreadAffinity"); }},
        {u"Engine::checkNow"_s, [](Parts &parts) { parts.engine.checkNow(); }},
        {u"Engine::stop"_s, [](Parts &parts) { parts.engine.stop(); }},
        {u"SqlConnection::value"_s, [](Parts &parts) { (void)parts.connection->value(u"SELECT 1"_s); }},
        {u"SqlStore"_s, [](Parts &parts) { (void)parts.store->settings(); }},
        {u"SqlStore::transact"_s, [](Parts &parts) { (void)parts.store->transact([] { return Result<void>(); }); }},
        {u"SqlConversationReader"_s, [](Parts &parts) { (void)parts.reader->counts(); }},
        {u"HttpClient::dropConnections"_s, [](Parts &parts) { parts.http.dropConnections(); }},
        {u"TwilioConnection::calls"_s, [](Parts &parts) { (void)parts.twilio.calls(); }},
        {u"TwilioConnection::messages"_s, [](Parts &parts) { (void)parts.twilio.messages(); }},
#ifdef TEXTBACK_HAS_KEYCHAIN
        {u"KeychainCredentialStore"_s,
         [](Parts &) {
             static KeychainCredentialStore *store = nullptr;
             if (!store) // the first call comes from the thread that it then belongs to
                 store = new KeychainCredentialStore(
                     u"Textback test"_s, [](QObject *, const auto &) {}, qApp);
             store->read(u"key"_s, [](const auto &) {});
         }},
#endif
    };
    return all;
}

/// The child process: makes the parts here and then calls from here ("right") or from another thread ("wrong").
int callFrom(const QString &thread, const QString &name, const QString &folder)
{
    Parts parts(folder);
    const Call &call = calls().at(name);
    call(parts);
    if (thread == "wrong"_L1) {
        const std::unique_ptr<QThread> other(QThread::create([&] { call(parts); }));
        other->setObjectName(u"stranger"_s);
        other->start();
        other->wait();
    }
    return 0;
}

} // namespace

class TestThreadAffinity : public QObject {
    Q_OBJECT

private slots:
    void anotherThreadIsAMistake_data();
    void anotherThreadIsAMistake();
};

void TestThreadAffinity::anotherThreadIsAMistake_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &[name, call] : calls())
        QTest::newRow(qPrintable(name)) << name;
}

void TestThreadAffinity::anotherThreadIsAMistake()
{
#ifdef QT_NO_DEBUG
    QSKIP("thread affinity is checked in debug builds only");
#else
    QFETCH(QString, name);
    const QTemporaryDir folder; // here, because a child that is ended so cannot tidy up
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--call"_s, u"right"_s, name, folder.path()});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);

    child.start(QCoreApplication::applicationFilePath(), {u"--call"_s, u"wrong"_s, name, folder.path()});
    QVERIFY(child.waitForFinished());
    QVERIFY(child.exitStatus() == QProcess::CrashExit || child.exitCode() != 0);
    const QString said = QString::fromUtf8(child.readAllStandardError());
    QVERIFY2(said.contains(name + u" was called on the thread \"stranger\", which is not its own"_s), qPrintable(said));
#endif
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == "--call"_L1)
        return callFrom(arguments.at(2), arguments.at(3), arguments.at(4));
    TestThreadAffinity test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_threadaffinity.moc"
