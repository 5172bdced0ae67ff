// SPDX-License-Identifier: MIT
#include "hostiletexts.h"
#include "ui/format/safetext.h"
#include "ui/tray/freedesktopnotifier_linux.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace textback;
using namespace textback::test;

/// The desktop's notification service as the specification describes it, on a bus of the test's own.
class FakeNotificationService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call {
        QString program;
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
        uint id;
    };
    QList<Call> calls;
    QList<uint> closed;
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("actions")};

public slots:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &program, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        const uint id = replaces != 0 ? replaces : ++m_lastId;
        calls.append({program, replaces, title, body, actions, hints, id});
        return id;
    }
    void CloseNotification(uint id) { closed.append(id); }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    void NotificationReplied(uint id, const QString &text);

private:
    uint m_lastId = 40;
};

/// What goes over the bus for a notification, and what a click brings back.
class TestFreedesktopNotifier : public QObject {
    Q_OBJECT

private:
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakeNotificationService> m_service;
    std::unique_ptr<FreedesktopNotifier> m_notifier;

    static Notification of(qint64 conversation, const QString &body, bool urgent = false)
    {
        return Notification{ConversationId{conversation}, QStringLiteral("Maria Garcia"), body, urgent};
    }

    void begin(const QStringList &capabilities = {QStringLiteral("body"), QStringLiteral("actions")})
    {
        m_service->capabilities = capabilities;
        m_notifier = std::make_unique<FreedesktopNotifier>(QDBusConnection(QStringLiteral("client")));
    }

    QDBusConnection serviceBus() { return QDBusConnection(QStringLiteral("service")); }

private slots:
    void initTestCase()
    {
        QGuiApplication::setApplicationName(QStringLiteral("Textback"));
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            QSKIP("There is no dbus-daemon on this machine (Debian package dbus-daemon).");
        m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        QVERIFY(m_daemon.waitForStarted());
        QTRY_VERIFY(m_daemon.canReadLine() || m_daemon.waitForReadyRead(100));
        m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
        QVERIFY(QDBusConnection::connectToBus(m_address, QStringLiteral("client")).isConnected());
        QVERIFY(QDBusConnection::connectToBus(m_address, QStringLiteral("service")).isConnected());
    }

    void cleanupTestCase()
    {
        m_notifier.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("client"));
        QDBusConnection::disconnectFromBus(QStringLiteral("service"));
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    void init()
    {
        m_service = std::make_unique<FakeNotificationService>();
        QVERIFY(serviceBus().registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_service.get(),
                                            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(serviceBus().registerService(QStringLiteral("org.freedesktop.Notifications")));
    }

    void cleanup()
    {
        m_notifier.reset();
        serviceBus().unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
        serviceBus().unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void sendsWordsUrgencyAndTheDefaultAction()
    {
        begin();
        m_notifier->show(of(7, QStringLiteral("Yes please"), true));
        QTRY_COMPARE(m_service->calls.size(), 1);
        const FakeNotificationService::Call &call = m_service->calls.first();
        QCOMPARE(call.program, QStringLiteral("Textback"));
        QCOMPARE(call.title, QStringLiteral("Maria Garcia"));
        QCOMPARE(call.body, QStringLiteral("Yes please"));
        QCOMPARE(call.actions.value(0), QStringLiteral("default"));
        QCOMPARE(call.hints.value(QStringLiteral("urgency")).toInt(), 1);
        QVERIFY(call.hints.contains(QStringLiteral("image-data")));
        QVERIFY(!call.hints.contains(QStringLiteral("suppress-sound")));
    }

    void onlyWhatCannotWaitDisturbs()
    {
        begin();
        Notification danger = of(7, QStringLiteral("I smell gas"), true);
        danger.pressing = true;
        m_notifier->show(danger);
        QTRY_COMPARE(m_service->calls.size(), 1);
        QCOMPARE(m_service->calls.first().hints.value(QStringLiteral("urgency")).toInt(), 2);
    }

    void aQuietOneMakesNoSound()
    {
        begin();
        m_notifier->show(of(7, QStringLiteral("Texted in 6 s.")));
        QTRY_COMPARE(m_service->calls.size(), 1);
        QCOMPARE(m_service->calls.first().hints.value(QStringLiteral("urgency")).toInt(), 1);
        QCOMPARE(m_service->calls.first().hints.value(QStringLiteral("suppress-sound")).toBool(), true);
    }

    void escapesWhereTheServiceReadsMarkup_data()
    {
        QTest::addColumn<QStringList>("capabilities");
        QTest::addColumn<QString>("expected");
        QTest::newRow("markup") << QStringList({QStringLiteral("body"), QStringLiteral("body-markup")})
                                << QStringLiteral("&lt;img src=&quot;file:///x&quot;&gt; a &lt; b &amp; c");
        QTest::newRow("plain") << QStringList({QStringLiteral("body")}) << QStringLiteral("<img src=\"file:///x\"> a < b & c");
    }
    void escapesWhereTheServiceReadsMarkup()
    {
        QFETCH(const QStringList, capabilities);
        QFETCH(const QString, expected);
        begin(capabilities);
        m_notifier->show(of(7, QStringLiteral("<img src=\"file:///x\"> a < b & c")));
        QTRY_COMPARE(m_service->calls.size(), 1);
        QCOMPARE(m_service->calls.first().body, expected);
        QVERIFY(m_service->calls.first().actions.isEmpty()); // a service without actions would draw them as text
    }

    void aSilentOneMakesNoSound();
    void theButtonsAreWhatTheServiceCanDo_data();
    void theButtonsAreWhatTheServiceCanDo();
    void markAsReadIsAskedFor();
    void anAnswerComesBack();
    void f52HostileTextsAreNoMarkup();
    void f52NoHalfCharacterGoesToTheBus();

    void aNewerOneReplacesTheOlderOfItsConversation()
    {
        begin();
        m_notifier->show(of(7, QStringLiteral("one")));
        QTRY_COMPARE(m_service->calls.size(), 1);
        m_notifier->show(of(7, QStringLiteral("two"))); // perhaps before the id of the first is known here
        QTRY_COMPARE(m_service->calls.size(), 2);
        QCOMPARE(m_service->calls.last().body, QStringLiteral("two"));
        QCOMPARE(m_service->calls.last().replaces, m_service->calls.first().id);
        m_notifier->show(of(8, QStringLiteral("other")));
        QTRY_COMPARE(m_service->calls.size(), 3);
        QCOMPARE(m_service->calls.last().replaces, 0U);
    }

    void aBurstKeepsOneNotificationWithTheNewestWords()
    {
        begin();
        m_notifier->show(of(9, QStringLiteral("settled"))); // capabilities known after this one
        QTRY_COMPARE(m_service->calls.size(), 1);
        for (int i = 0; i < 5; ++i)
            m_notifier->show(of(7, QString::number(i)));
        QTRY_COMPARE(m_service->calls.last().body, QStringLiteral("4"));
        QCOMPARE(m_service->calls.size(), 3); // "0", then "4" in its place
        QCOMPARE(m_service->calls.last().replaces, m_service->calls.at(1).id);
    }

    void aClickOpensItsConversationOnly()
    {
        begin();
        QSignalSpy opened(m_notifier.get(), &DesktopNotifier::opened);
        m_notifier->show(of(7, QStringLiteral("one")));
        QTRY_COMPARE(m_service->calls.size(), 1);
        emit m_service->ActionInvoked(999, QStringLiteral("default")); // some other program's
        // The answer with the id may still be on its way to us: the service's signal comes after it on the same bus.
        emit m_service->ActionInvoked(m_service->calls.first().id, QStringLiteral("default"));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<ConversationId>(), ConversationId{7});
    }

    void aReadOneIsClosed()
    {
        begin();
        m_notifier->show(of(7, QStringLiteral("one")));
        QTRY_COMPARE(m_service->calls.size(), 1);
        m_notifier->withdraw(ConversationId{7}); // perhaps before its id is known
        QTRY_COMPARE(m_service->closed, QList<uint>({m_service->calls.first().id}));
        m_notifier->withdraw(ConversationId{7});
        m_notifier->show(of(7, QStringLiteral("two")));
        QTRY_COMPARE(m_service->calls.size(), 2);
        QCOMPARE(m_service->calls.last().replaces, 0U);
        QCOMPARE(m_service->closed.size(), 1);
    }

    void afterItWasClosedByHandANewOneIsNew()
    {
        begin();
        QSignalSpy opened(m_notifier.get(), &DesktopNotifier::opened);
        m_notifier->show(of(7, QStringLiteral("one")));
        QTRY_COMPARE(m_service->calls.size(), 1);
        const uint id = m_service->calls.first().id;
        emit m_service->ActionInvoked(id, QStringLiteral("default"));
        QTRY_COMPARE(opened.size(), 1);
        emit m_service->NotificationClosed(id, 2);
        emit m_service->ActionInvoked(id, QStringLiteral("default"));
        QTest::qWait(50); // nothing may come
        QCOMPARE(opened.size(), 1);
        m_notifier->show(of(7, QStringLiteral("two")));
        QTRY_COMPARE(m_service->calls.size(), 2);
        QCOMPARE(m_service->calls.last().replaces, 0U);
    }

    void aMissingServiceIsNoTrouble()
    {
        serviceBus().unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        begin();
        m_notifier->show(of(7, QStringLiteral("lost")));
        QTest::qWait(50);
        QVERIFY(m_service->calls.isEmpty());
        // The service appears (the panel was started later): from then on they are shown.
        QVERIFY(serviceBus().registerService(QStringLiteral("org.freedesktop.Notifications")));
        QTRY_VERIFY((m_notifier->show(of(7, QStringLiteral("shown"))), !m_service->calls.isEmpty()));
    }
};

void TestFreedesktopNotifier::aSilentOneMakesNoSound()
{
    begin();
    Notification notification = of(7, QStringLiteral("Yes please"), true);
    notification.silent = true;
    m_notifier->show(notification);
    QTRY_COMPARE(m_service->calls.size(), 1);
    QCOMPARE(m_service->calls.first().hints.value(QStringLiteral("suppress-sound")).toBool(), true);
    QVERIFY(!m_service->calls.first().hints.contains(QStringLiteral("sound-name")));
    notification.silent = false;
    m_notifier->show(notification);
    QTRY_COMPARE(m_service->calls.size(), 2);
    QVERIFY(!m_service->calls.last().hints.contains(QStringLiteral("suppress-sound")));
    QCOMPARE(m_service->calls.last().hints.value(QStringLiteral("sound-name")).toString(), QStringLiteral("message-new-instant"));
}

void TestFreedesktopNotifier::theButtonsAreWhatTheServiceCanDo_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<qint64>("conversation");
    QTest::addColumn<bool>("canAnswer");
    QTest::addColumn<QStringList>("keys");
    const QString body = QStringLiteral("body");
    const QString actions = QStringLiteral("actions");
    const QString reply = QStringLiteral("inline-reply");
    const QString open = QStringLiteral("default");
    const QString read = QStringLiteral("mark-read");
    QTest::newRow("text alone") << QStringList({body}) << qint64(7) << true << QStringList();
    QTest::newRow("buttons") << QStringList({body, actions}) << qint64(7) << true << QStringList({open, read});
    QTest::newRow("a field") << QStringList({body, actions, reply}) << qint64(7) << true << QStringList({open, reply, read});
    QTest::newRow("no answer allowed") << QStringList({body, actions, reply}) << qint64(7) << false << QStringList({open, read});
    QTest::newRow("of the program itself") << QStringList({body, actions, reply}) << qint64(0) << false << QStringList({open});
}

void TestFreedesktopNotifier::theButtonsAreWhatTheServiceCanDo()
{
    QFETCH(const QStringList, capabilities);
    QFETCH(const qint64, conversation);
    QFETCH(const bool, canAnswer);
    QFETCH(const QStringList, keys);
    begin(capabilities);
    Notification notification = of(conversation, QStringLiteral("Yes please"), true);
    notification.canAnswer = canAnswer;
    m_notifier->show(notification);
    QTRY_COMPARE(m_service->calls.size(), 1);
    QStringList sent;
    for (qsizetype i = 0; i < m_service->calls.first().actions.size(); i += 2)
        sent.append(m_service->calls.first().actions[i]);
    QCOMPARE(sent, keys);
    QCOMPARE(m_service->calls.first().hints.contains(QStringLiteral("x-kde-reply-placeholder-text")),
             keys.contains(QStringLiteral("inline-reply")));
}

void TestFreedesktopNotifier::markAsReadIsAskedFor()
{
    begin();
    QSignalSpy read(m_notifier.get(), &DesktopNotifier::readRequested);
    QSignalSpy opened(m_notifier.get(), &DesktopNotifier::opened);
    m_notifier->show(of(7, QStringLiteral("one")));
    QTRY_COMPARE(m_service->calls.size(), 1);
    emit m_service->ActionInvoked(999, QStringLiteral("mark-read"));
    emit m_service->ActionInvoked(m_service->calls.first().id, QStringLiteral("mark-read"));
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.first().first().value<ConversationId>(), ConversationId{7});
    QCOMPARE(opened.size(), 0);
}

void TestFreedesktopNotifier::anAnswerComesBack()
{
    begin({QStringLiteral("body"), QStringLiteral("actions"), QStringLiteral("inline-reply")});
    QSignalSpy answered(m_notifier.get(), &DesktopNotifier::answered);
    QSignalSpy opened(m_notifier.get(), &DesktopNotifier::opened);
    Notification notification = of(7, QStringLiteral("Are you open?"), true);
    notification.canAnswer = true;
    m_notifier->show(notification);
    m_notifier->show(of(8, QStringLiteral("hidden"), true)); // no field: its conversation takes no answer
    QTRY_COMPARE(m_service->calls.size(), 2);
    const uint id = m_service->calls.first().id;
    emit m_service->NotificationReplied(999, QStringLiteral("to some other program"));
    emit m_service->NotificationReplied(m_service->calls.last().id, QStringLiteral("forged"));
    emit m_service->NotificationReplied(id, QStringLiteral(" Yes, until five \n"));
    emit m_service->NotificationClosed(id, 2); // KDE closes it then
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(answered.first().at(0).value<ConversationId>(), ConversationId{7});
    QCOMPARE(answered.first().at(1).toString(), QStringLiteral("Yes, until five"));
    m_notifier->show(notification);
    QTRY_COMPARE(m_service->calls.size(), 3);
    emit m_service->NotificationReplied(m_service->calls.last().id, QStringLiteral("  "));
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(answered.size(), 1);
}

void TestFreedesktopNotifier::f52HostileTextsAreNoMarkup()
{
    begin({QStringLiteral("body"), QStringLiteral("body-markup"), QStringLiteral("body-images"), QStringLiteral("actions")});
    qint64 conversation = 100;
    for (const auto &[name, text] : hostileTexts(QStringLiteral("/etc/hostname"), QStringLiteral("http://127.0.0.1:9"))) {
        const QString line = singleLine(text);
        m_service->calls.clear();
        m_notifier->show({ConversationId{++conversation}, line, line, true});
        QTRY_COMPARE(m_service->calls.size(), 1);
        const FakeNotificationService::Call &call = m_service->calls.first();
        // The title is plain text by the specification; the body is markup here, so every sign of it is escaped.
        QVERIFY2(!call.body.contains(u'<') && !call.body.contains(u'>'), qPrintable(name));
        QString back = call.body;
        back.replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"));
        back.replace(QStringLiteral("&quot;"), QStringLiteral("\"")).replace(QStringLiteral("&amp;"), QStringLiteral("&"));
        QCOMPARE(back, call.title);
        if (line.size() <= 300)
            QCOMPARE(call.title, line);
        else
            QVERIFY2(line.startsWith(call.title.left(call.title.size() - 1)) && call.title.size() <= 300, qPrintable(name));
    }
}

void TestFreedesktopNotifier::f52NoHalfCharacterGoesToTheBus()
{
    begin();
    const QString cars = QStringLiteral("\U0001F697").repeated(400);
    for (const QString &begins : {QString(), QStringLiteral("x")}) {
        m_service->calls.clear();
        m_notifier->show(of(7, begins + cars));
        QTRY_COMPARE(m_service->calls.size(), 1);
        const QString body = m_service->calls.first().body;
        QVERIFY(body.size() >= 299 && body.size() <= 300 && body.endsWith(QChar(0x2026)));
        QVERIFY(!body.contains(QChar::ReplacementCharacter) && !body.contains(u'?'));
    }
}

QTEST_MAIN(TestFreedesktopNotifier)
#include "tst_freedesktopnotifier.moc"
