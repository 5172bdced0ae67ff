// SPDX-License-Identifier: MIT
#include "credentials/keychaincredentialstore.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using namespace textback;
using namespace Qt::StringLiterals;

/// Against the keyring in the state that keyring.sh made (KEYRING_STATE).
class TestKeychain : public QObject {
    Q_OBJECT

private slots:
    void f48AnswersAsTheStateDemands();
    void f48NeverInPlainText();

private:
    /// Waits for the answer of `ask` and names it: its error's code, or what was found.
    template <typename T, typename Ask>
    QString outcome(const Ask &ask);
    QString read(const QString &key);
    QString write(const QString &key, const QByteArray &value);
    QString remove(const QString &key);

    KeychainCredentialStore m_store{u"Textback test"_s};
    QByteArray m_value;
};

template <typename T, typename Ask>
QString TestKeychain::outcome(const Ask &ask)
{
    std::optional<QString> code;
    ask([&](const Result<T> &answer) {
        code = answer ? u"ok"_s : answer.error().providerCode;
        if constexpr (std::is_same_v<T, std::optional<Secret>>) {
            if (answer)
                code = *answer ? u"found"_s : u"absent"_s;
            if (answer && *answer)
                m_value = (*answer)->reveal();
        }
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(code.has_value(), 20000); }();
    return code.value_or(u"no answer"_s);
}

QString TestKeychain::read(const QString &key)
{
    return outcome<std::optional<Secret>>([&](const auto &done) { m_store.read(key, done); });
}

QString TestKeychain::write(const QString &key, const QByteArray &value)
{
    return outcome<std::monostate>([&](const auto &done) { m_store.write(key, Secret(value), done); });
}

QString TestKeychain::remove(const QString &key)
{
    return outcome<std::monostate>([&](const auto &done) { m_store.remove(key, done); });
}

void TestKeychain::f48AnswersAsTheStateDemands()
{
    const QString state = qEnvironmentVariable("KEYRING_STATE");
    const QString key = u"twilio/AC0/authToken"_s;
    if (state == "unlocked"_L1) {
        QCOMPARE(read(key), u"absent"_s);
        QCOMPARE(remove(key), u"ok"_s); // nothing to remove is no trouble
        QCOMPARE(write(key, "grün canary-7731 ' \" \\ x"), u"ok"_s);
        QCOMPARE(read(key), u"found"_s);
        QCOMPARE(m_value, QByteArray("grün canary-7731 ' \" \\ x"));
        QCOMPARE(write(key, "second"), u"ok"_s);
        QCOMPARE(read(key), u"found"_s);
        QCOMPARE(m_value, QByteArray("second"));
        QCOMPARE(remove(key), u"ok"_s);
        QCOMPARE(read(key), u"absent"_s);
    } else if (state == "dies"_L1) {
        QCOMPARE(write(key, "canary-7731"), u"ok"_s);
        QCOMPARE(read(key), u"found"_s);
        const uint service = QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s);
        QVERIFY(service > 0);
        QCOMPARE(::kill(static_cast<pid_t>(service), SIGKILL), 0);
        // The bus may start it anew, closed then. Whichever it is: never "there is no such entry", for which one would have to sign in again.
        for (int round = 0; round < 3; ++round) {
            const QString answer = read(key);
            QVERIFY2(answer == "locked"_L1 || answer == "no-service"_L1 || answer == "other"_L1, qPrintable(answer));
        }
        QVERIFY(write(key, "second") != "ok"_L1);
    } else if (state == "locked"_L1) {
        QCOMPARE(read(key), u"locked"_s); // QtKeychain alone would say "not found"
        QCOMPARE(write(key, "x"), u"locked"_s);
        QCOMPARE(remove(key), u"locked"_s);
    } else if (state == "empty"_L1) {
        QCOMPARE(read(key), u"absent"_s);
        QCOMPARE(remove(key), u"ok"_s);
        QVERIFY(write(key, "x") != "ok"_L1); // a new keyring needs somebody who thinks of a password
    } else {
        QCOMPARE(read(key), u"no-service"_s);
        QCOMPARE(write(key, "x"), u"no-service"_s);
        QCOMPARE(remove(key), u"no-service"_s);
    }
}

void TestKeychain::f48NeverInPlainText()
{
    static_cast<void>(write(u"plain"_s, "canary-9914"));
    QDirIterator files(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary-9914"), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
