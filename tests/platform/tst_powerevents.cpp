// SPDX-License-Identifier: MIT
#include "platform/systempowerevents.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

using Event = PowerEvents::Event;

void tellSleep(const QDBusConnection &logind, bool begins)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
    signal << begins;
    QVERIFY(logind.send(signal));
}

} // namespace

/// logind's word on a bus of the test's own (faults.md F26).
class TestPowerEvents : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty())
            QSKIP("no dbus-daemon");
        m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s});
        QVERIFY(m_bus.waitForStarted());
        QVERIFY(m_bus.waitForReadyRead());
        m_address = m_bus.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address);
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"logind"_s);
        m_bus.terminate();
        m_bus.waitForFinished();
    }

    void f26LogindTellsOfSleep()
    {
        const auto power = makeSystemPowerEvents(); // before logind is there: it may start later, or anew
        std::vector<Event> heard;
        power->listen([&heard](Event event) { heard.push_back(event); });
        QDBusConnection logind = QDBusConnection::connectToBus(QString::fromLatin1(m_address), u"logind"_s);
        QVERIFY(logind.isConnected());
        tellSleep(logind, false); // from somebody who is not logind
        QVERIFY(logind.registerService(u"org.freedesktop.login1"_s));
        // Said until it is heard: when Qt has taken in who owns the name now cannot be seen from outside.
        QTRY_VERIFY((tellSleep(logind, true), !heard.empty()));
        QVERIFY(heard.front() == Event::AboutToSleep);
        tellSleep(logind, false);
        QTRY_VERIFY(heard.back() == Event::Woke); // the order is kept on the way
        QVERIFY(std::count(heard.begin(), heard.end(), Event::Woke) == 1);
        power->listen({});
        tellSleep(logind, true); // nobody listens: nothing happens
        power->setWorking(true);
        power->setWorking(false);
    }

private:
    QProcess m_bus;
    QByteArray m_address;
};

QTEST_GUILESS_MAIN(TestPowerEvents)
#include "tst_powerevents.moc"
