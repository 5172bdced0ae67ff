// SPDX-License-Identifier: MIT
#include "credentials/keychaincredentialstore.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestKeychainErrors : public QObject {
    Q_OBJECT

private slots:
    void f48TellsErrorsApart_data();
    void f48TellsErrorsApart();
    void f48ProbeDecidesBeforeAnythingIsAsked_data();
    void f48ProbeDecidesBeforeAnythingIsAsked();
};

void TestKeychainErrors::f48TellsErrorsApart_data()
{
    QTest::addColumn<int>("error"); // QKeychain::Error
    QTest::addColumn<QString>("code");
    QTest::newRow("AccessDeniedByUser") << 3 << u"denied"_s;
    QTest::newRow("AccessDenied") << 4 << u"denied"_s;
    QTest::newRow("NoBackendAvailable") << 5 << u"no-service"_s;
    QTest::newRow("NotImplemented") << 6 << u"no-service"_s;
    QTest::newRow("CouldNotDeleteEntry") << 2 << u"other"_s;
    QTest::newRow("OtherError") << 7 << u"other"_s;
}

void TestKeychainErrors::f48TellsErrorsApart()
{
    QFETCH(int, error);
    QFETCH(QString, code);
    const Error made = keychainError(error, u"details"_s);
    QVERIFY(made.kind == ErrorKind::Keychain);
    QCOMPARE(made.providerCode, code);
    QCOMPARE(made.detail, u"details"_s);
}

void TestKeychainErrors::f48ProbeDecidesBeforeAnythingIsAsked_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("code");
    QTest::newRow("locked") << static_cast<int>(KeyringState::Locked) << u"locked"_s;
    QTest::newRow("no service") << static_cast<int>(KeyringState::NoService) << u"no-service"_s;
}

void TestKeychainErrors::f48ProbeDecidesBeforeAnythingIsAsked()
{
    QFETCH(int, state);
    QFETCH(QString, code);
    const auto probe = [state](QObject *, const std::function<void(KeyringState)> &done) { done(static_cast<KeyringState>(state)); };
    KeychainCredentialStore store(u"Textback test"_s, probe);
    int answers = 0;
    store.read(u"key"_s, [&](const Result<std::optional<Secret>> &answer) {
        QVERIFY(!answer);
        QCOMPARE(answer.error().providerCode, code);
        ++answers;
    });
    store.write(u"key"_s, Secret("x"), [&](const Result<std::monostate> &answer) {
        QVERIFY(!answer);
        QCOMPARE(answer.error().providerCode, code);
        ++answers;
    });
    store.remove(u"key"_s, [&](const Result<std::monostate> &answer) {
        QVERIFY(!answer);
        QCOMPARE(answer.error().providerCode, code);
        ++answers;
    });
    QCOMPARE(answers, 3);
}

QTEST_GUILESS_MAIN(TestKeychainErrors)
#include "tst_keychainerrors.moc"
