// SPDX-License-Identifier: MIT
#include "fakecredentialstore.h"
#include "twiliolikedescriptor.h"
#include "ui/settings/accountcredentials.h"

#include <QTest>

using namespace textback;
using namespace textback::test;

namespace {

AccountSettings account()
{
    AccountSettings settings;
    settings.fields.insert(QStringLiteral("accountSid"), QStringLiteral("AC0123456789abcdef0123456789abcdef"));
    return settings;
}

const QString tokenEntry = QStringLiteral("twilio/AC0123456789abcdef0123456789abcdef/authToken");
const QString secretEntry = QStringLiteral("twilio/AC0123456789abcdef0123456789abcdef/apiSecret");

} // namespace

/// Where an account's secrets come from, and what is told when they cannot be had.
class TestAccountCredentials : public QObject {
    Q_OBJECT

private:
    FakeCredentialStore m_store;
    QMap<QString, QByteArray> m_environment;
    std::optional<AccountCredentials> m_credentials;

    CredentialState read(const AccountSettings &settings = account())
    {
        std::optional<CredentialState> state;
        int answers = 0;
        m_credentials->read(settings, twilioLikeDescriptor(), [&](const CredentialState &answer) {
            state = answer;
            ++answers;
        });
        if (!QTest::qWaitFor([&] { return state.has_value(); }))
            qFatal("no answer");
        QCoreApplication::processEvents();
        if (answers != 1)
            qFatal("more than one answer");
        return *state;
    }

    std::optional<Error> write(const AccountSecrets &secrets)
    {
        bool answered = false;
        std::optional<Error> error;
        m_credentials->write(account(), twilioLikeDescriptor(), secrets, [&](const std::optional<Error> &answer) {
            error = answer;
            answered = true;
        });
        if (!QTest::qWaitFor([&] { return answered; }))
            qFatal("no answer");
        return error;
    }

private slots:
    void init()
    {
        m_store.entries.clear();
        m_store.asked.clear();
        m_store.failure.clear();
        m_environment.clear();
        m_credentials.emplace(m_store, [this](const QString &name) { return m_environment.value(name); });
    }

    void readsEachSecretFieldFromTheKeychain()
    {
        m_store.entries.insert(tokenEntry, Secret("token"));
        m_store.entries.insert(secretEntry, Secret("secret"));
        const CredentialState state = read();
        QVERIFY(state.isComplete());
        QCOMPARE(state.secrets.value(QStringLiteral("authToken")).reveal(), QByteArray("token"));
        QCOMPARE(state.secrets.value(QStringLiteral("apiSecret")).reveal(), QByteArray("secret"));
        QCOMPARE(m_store.asked, QStringList({tokenEntry, secretEntry}));
    }

    void environmentWinsAndTheKeychainIsNotAsked()
    {
        m_store.entries.insert(tokenEntry, Secret("from keychain"));
        m_environment.insert(QStringLiteral("TEXTBACK_TWILIO_AUTH_TOKEN"), QByteArray("from environment"));
        const CredentialState state = read();
        QCOMPARE(state.secrets.value(QStringLiteral("authToken")).reveal(), QByteArray("from environment"));
        QCOMPARE(state.fromEnvironment, QSet<QString>({QStringLiteral("authToken")}));
        QVERIFY(!m_store.asked.contains(tokenEntry));
    }

    void aRequiredSecretThatIsNowhereIsMissing()
    {
        const CredentialState state = read();
        QVERIFY(!state.isComplete());
        QCOMPARE(state.missing, QStringList({QStringLiteral("authToken")}));
        QVERIFY(!state.error.has_value());
    }

    void withoutAnAccountKeyNothingIsAsked()
    {
        const CredentialState state = read(AccountSettings());
        QCOMPARE(state.missing, QStringList({QStringLiteral("authToken")}));
        QVERIFY(m_store.asked.isEmpty());
    }

    void aKeychainErrorIsNotTakenForAMissingSecret_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"locked", "no-service", "denied", "other"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void aKeychainErrorIsNotTakenForAMissingSecret()
    {
        QFETCH(const QString, code);
        m_store.failure = code;
        const CredentialState state = read();
        QVERIFY(!state.isComplete());
        QVERIFY(state.missing.isEmpty());
        QVERIFY(state.error.has_value());
        QCOMPARE(state.error->providerCode, code);
    }

    void environmentAloneIsEnoughWhenTheKeychainIsSilent()
    {
        m_store.failure = QStringLiteral("no-service");
        m_environment.insert(QStringLiteral("TEXTBACK_TWILIO_AUTH_TOKEN"), QByteArray("token"));
        const CredentialState state = read();
        QVERIFY(state.isComplete());
    }

    void aKeychainThatLocksLaterDoesNotSignOut()
    {
        m_store.entries.insert(tokenEntry, Secret("token"));
        m_store.entries.insert(secretEntry, Secret("secret"));
        QVERIFY(read().isComplete());
        m_store.failure = QStringLiteral("locked");
        const CredentialState state = read();
        QVERIFY(state.isComplete());
        QCOMPARE(state.secrets.value(QStringLiteral("authToken")).reveal(), QByteArray("token"));
    }

    void writesAndRemovesOnlyWhatChanged()
    {
        m_store.entries.insert(secretEntry, Secret("old"));
        QVERIFY(!write({{QStringLiteral("authToken"), Secret("new")}}).has_value());
        QCOMPARE(m_store.entries.value(tokenEntry).reveal(), QByteArray("new"));
        QCOMPARE(m_store.entries.value(secretEntry).reveal(), QByteArray("old"));
        QVERIFY(!write({{QStringLiteral("apiSecret"), Secret()}}).has_value());
        QVERIFY(!m_store.entries.contains(secretEntry));
    }

    void tellsWhyItCouldNotWrite()
    {
        m_store.failure = QStringLiteral("denied");
        const std::optional<Error> error = write({{QStringLiteral("authToken"), Secret("new")}});
        QVERIFY(error.has_value());
        QCOMPARE(error->providerCode, QStringLiteral("denied"));
        QVERIFY(m_store.entries.isEmpty());
    }

    void nothingComesAfterItsEnd()
    {
        int answers = 0;
        m_credentials->read(account(), twilioLikeDescriptor(), [&](const CredentialState &) { ++answers; });
        m_credentials.reset();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(TestAccountCredentials)
#include "tst_accountcredentials.moc"
