// SPDX-License-Identifier: MIT
#include "credentials/keychaincredentialstore.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QTest>

#include <memory>

using namespace textback;
using namespace Qt::StringLiterals;

/// The prompt of a Secret Service, which the person answers or puts away.
class FakePrompt : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Prompt")

public:
    int shown = 0;

public slots:
    void Prompt(const QString &) { ++shown; }

signals:
    void Completed(bool dismissed, const QDBusVariant &result);
};

/// A Secret Service as its specification has it, as far as unlocking goes.
class FakeSecretService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")

public:
    QStringList unlocked;
    bool needsPrompt = true;

public slots:
    QList<QDBusObjectPath> Unlock(const QList<QDBusObjectPath> &objects, QDBusObjectPath &prompt)
    {
        for (const QDBusObjectPath &object : objects)
            unlocked.append(object.path());
        prompt = QDBusObjectPath(needsPrompt ? u"/org/freedesktop/secrets/prompt/p1"_s : u"/"_s);
        return {};
    }
};

/// What the "Unlock" of the window asks of the desktop. On a bus where nobody else offers secrets (keyring.sh none).
class TestKeyringUnlock : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void f48ThePromptIsShownAndWaitedFor();
    void f48WithoutAPromptItIsOverAtOnce();
    void f48WithoutAServiceItIsOver();

private:
    KeychainCredentialStore m_store{u"Textback test"_s};
    std::unique_ptr<FakeSecretService> m_service;
    std::unique_ptr<FakePrompt> m_prompt;
};

void TestKeyringUnlock::init()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_service = std::make_unique<FakeSecretService>();
    m_prompt = std::make_unique<FakePrompt>();
    QVERIFY(bus.registerObject(u"/org/freedesktop/secrets"_s, m_service.get(), QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerObject(u"/org/freedesktop/secrets/prompt/p1"_s, m_prompt.get(),
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));
}

void TestKeyringUnlock::cleanup()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.unregisterService(u"org.freedesktop.secrets"_s);
    bus.unregisterObject(u"/org/freedesktop/secrets"_s);
    bus.unregisterObject(u"/org/freedesktop/secrets/prompt/p1"_s);
}

void TestKeyringUnlock::f48ThePromptIsShownAndWaitedFor()
{
    int over = 0;
    m_store.unlock([&] { ++over; });
    QTRY_COMPARE(m_prompt->shown, 1);
    QCOMPARE(m_service->unlocked, QStringList{u"/org/freedesktop/secrets/aliases/default"_s});
    QTest::qWait(50);
    QCOMPARE(over, 0); // the person takes as long as he likes
    emit m_prompt->Completed(true, QDBusVariant(QString()));
    QTRY_COMPARE(over, 1);
    QTest::qWait(20);
    QCOMPARE(over, 1);
}

void TestKeyringUnlock::f48WithoutAPromptItIsOverAtOnce()
{
    m_service->needsPrompt = false;
    int over = 0;
    m_store.unlock([&] { ++over; });
    QTRY_COMPARE(over, 1);
    QCOMPARE(m_prompt->shown, 0);
}

void TestKeyringUnlock::f48WithoutAServiceItIsOver()
{
    QDBusConnection::sessionBus().unregisterService(u"org.freedesktop.secrets"_s);
    int over = 0;
    m_store.unlock([&] { ++over; });
    QTRY_COMPARE(over, 1);
}

QTEST_GUILESS_MAIN(TestKeyringUnlock)
#include "tst_keyringunlock.moc"
