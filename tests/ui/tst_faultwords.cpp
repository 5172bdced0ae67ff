// SPDX-License-Identifier: MIT
#include "translations/translations.h"
#include "ui/format/connectionwords.h"
#include "ui/format/errorwords.h"
#include "ui/format/startwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace textback;
using namespace Qt::StringLiterals;

using Kind = ConnectionState::Kind;

namespace {

constexpr UtcTime now = fromUnixMillis(1795446000000);

Error errorOf(ErrorKind kind, const QString &code, const QString &detail = u"technical words"_s)
{
    return Error{kind, detail, {}, 0, code};
}

} // namespace

/// What a person reads when something lies between this PC and the provider (faults.md; screens.md 4.10), in both languages.
class FaultWordsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void bannersOfTheDesign_data();
    void bannersOfTheDesign();
    void f18SignInPage_data();
    void f18SignInPage();
    void f19HostAndIssuerAreNamed_data();
    void f19HostAndIssuerAreNamed();
    void f19AnothersWordsStayLetters();
    void f20ClockHasItsOwnWords_data();
    void f20ClockHasItsOwnWords();
    void f41AFolderThatCannotBeUsed_data();
    void f41AFolderThatCannotBeUsed();
    void f48EachStateOfTheKeychainHasItsWords_data();
    void f48EachStateOfTheKeychainHasItsWords();

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Spanish") << u"es"_s;
    }
    void speak(const QString &language)
    {
        cleanup();
        auto *translator = new QTranslator(this);
        if (!translator->load(u":/i18n/textback_%1.qm"_s.arg(language)))
            qFatal("no translation");
        QCoreApplication::installTranslator(translator);
        m_translators.append(translator);
    }
    QList<QTranslator *> m_translators;
};

void FaultWordsTest::init()
{
    // Links the translations in.
    static bool once = (installTranslations(*QCoreApplication::instance(), QLocale::c()), true);
    Q_UNUSED(once)
}

void FaultWordsTest::cleanup()
{
    qDeleteAll(m_translators); // a translator that goes is no longer asked
    m_translators.clear();
}

void FaultWordsTest::bannersOfTheDesign_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("button");
    const auto row = [](const char *name, Kind kind, const QString &english, const QString &button, const QString &spanish,
                        const QString &spanishButton) {
        QTest::addRow("%s, English", name) << u"en"_s << int(kind) << english << button;
        QTest::addRow("%s, Spanish", name) << u"es"_s << int(kind) << spanish << spanishButton;
    };
    row("offline", Kind::Offline, u"No internet. Missed calls will be handled when it is back. Next try in 12 s."_s, u"Try now"_s,
        u"Sin internet. Las llamadas perdidas se atenderán al volver. Reintento en 12 s."_s, u"Probar ahora"_s);
    row("signed out", Kind::SignedOut, u"Your phone provider needs you to sign in again. Texts are on hold."_s, u"Sign in"_s,
        u"Su proveedor pide iniciar sesión otra vez. Los mensajes esperan."_s, u"Iniciar sesión"_s);
    row("keychain", Kind::KeychainLocked, u"Waiting for your computer's keychain to be unlocked. Texts are on hold."_s, u"Unlock"_s,
        u"Esperando a que se desbloquee el llavero del equipo. Los mensajes esperan."_s, u"Desbloquear"_s);
    row("suspended", Kind::Refused, u"Your provider refused to send: “account closed” Nothing is being texted."_s, u"Open provider"_s,
        u"Su proveedor rechazó el envío: «account closed» No se envía nada."_s, u"Abrir proveedor"_s);
    row("rate limit", Kind::RateLimited, u"The provider asks us to slow down. Going on in 12 s."_s, QString(),
        u"El proveedor pide ir más despacio. Seguimos en 12 s."_s, QString());
}

void FaultWordsTest::bannersOfTheDesign()
{
    QFETCH(QString, language);
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(QString, button);
    speak(language);
    ConnectionState state;
    state.kind = Kind(kind);
    state.nextTry = now + Millis(12000);
    state.error = errorOf(ErrorKind::Rejected, state.kind == Kind::KeychainLocked ? u"locked"_s : QString(), u"account closed"_s);
    const auto banner = ConnectionWords::banner(state, now);
    QVERIFY(banner);
    QCOMPARE(banner->text, text);
    QCOMPARE(banner->button, button);
    QCOMPARE(banner->button.isEmpty(), banner->action == BannerAction::None);
}

void FaultWordsTest::f18SignInPage_data()
{
    addLanguages();
}

void FaultWordsTest::f18SignInPage()
{
    QFETCH(QString, language);
    speak(language);
    ConnectionState state;
    state.kind = Kind::ProviderDown;
    state.error = errorOf(ErrorKind::Server, {});
    const QString trouble = ConnectionWords::banner(state, now)->text;
    for (const QLatin1StringView code : {notJsonCode, redirectCode}) {
        state.error = errorOf(ErrorKind::BadResponse, code);
        const QString text = ConnectionWords::banner(state, now)->text;
        QVERIFY2(text != trouble && text.contains(language == u"en"_s ? u"sign in to the network"_s : u"inicie sesión en la red"_s),
                 qPrintable(text));
        QVERIFY(!text.contains("technical"_L1));
    }
}

void FaultWordsTest::f19HostAndIssuerAreNamed_data()
{
    addLanguages();
}

void FaultWordsTest::f19HostAndIssuerAreNamed()
{
    QFETCH(QString, language);
    speak(language);
    ConnectionState state;
    state.kind = Kind::Untrusted;
    state.error = errorOf(ErrorKind::Network, tlsRefusedCode);
    state.error->certificate = ShownCertificate{u"api.twilio.com"_s, u"Evil Proxy CA"_s};
    const auto banner = ConnectionWords::banner(state, now);
    QVERIFY(banner);
    QVERIFY2(banner->text.contains("api.twilio.com"_L1) && banner->text.contains("Evil Proxy CA"_L1), qPrintable(banner->text));
    QVERIFY(banner->text.contains(language == u"en"_s ? u"Nothing is sent."_s : u"No se envía nada."_s));
    QVERIFY(banner->tone == BannerTone::Danger);
    QVERIFY(banner->action == BannerAction::TryNow); // there is no way to go on in spite of it
    QVERIFY(ConnectionWords::statusLine(state, now).contains("Evil Proxy CA"_L1));
    // Nothing was shown at all, as by a server that speaks plain HTTP.
    state.error->certificate->issuer.clear();
    const QString without = ConnectionWords::banner(state, now)->text;
    QVERIFY2(without.contains("api.twilio.com"_L1) && !without.contains(u"“"_s) && !without.contains(u"«"_s), qPrintable(without));
}

void FaultWordsTest::f19AnothersWordsStayLetters()
{
    speak(u"en"_s);
    Error error = errorOf(ErrorKind::Network, tlsRefusedCode);
    error.certificate = ShownCertificate{u"api.twilio.com"_s, u"All is\nwell \u202Egood"_s};
    const QString text = ErrorWords::sentence(error);
    QVERIFY(text.contains("“All is well good”"_L1) || text.contains(u"“All is well good”"_s));
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x202e)));
}

void FaultWordsTest::f20ClockHasItsOwnWords_data()
{
    addLanguages();
}

void FaultWordsTest::f20ClockHasItsOwnWords()
{
    QFETCH(QString, language);
    speak(language);
    ConnectionState state;
    state.kind = Kind::Untrusted;
    state.error = errorOf(ErrorKind::Network, clockSuspectedCode);
    state.error->certificate = ShownCertificate{u"api.twilio.com"_s, u"A good CA"_s};
    const QString text = ConnectionWords::banner(state, now)->text;
    QVERIFY2(text.startsWith(language == u"en"_s ? u"This PC's clock is wrong"_s : u"El reloj de este equipo está mal"_s),
             qPrintable(text));
    QVERIFY(!text.contains("A good CA"_L1)); // the network is not to blame
    QVERIFY(ConnectionWords::shortState(state) != ConnectionWords::shortState({Kind::Untrusted, {}, {}, {}}));
}

void FaultWordsTest::f41AFolderThatCannotBeUsed_data()
{
    addLanguages();
}

void FaultWordsTest::f41AFolderThatCannotBeUsed()
{
    QFETCH(QString, language);
    QSet<QString> sentences;
    for (const QString &code : {u"not-a-folder"_s, u"network-drive"_s, u"synced"_s, u"not-private"_s, u"cannot-write"_s}) {
        const Error error = errorOf(ErrorKind::Storage, code);
        speak(u"en"_s);
        const QString english = StartWords::folderSentence(error, u"/home/bob/data"_s);
        speak(language);
        const QString sentence = StartWords::folderSentence(error, u"/home/bob/data"_s);
        QVERIFY2(sentence.contains(u"/home/bob/data"_s) && sentence.contains(u"--data-dir"_s), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u"technical"_s), qPrintable(sentence));
        QCOMPARE(sentence == english, language == u"en"_s);
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), 5);
    QVERIFY(StartWords::noWindowSentence(4711).contains(u"4711"_s));
    QVERIFY(!StartWords::noWindowSentence(0).contains(u'0'));
}

void FaultWordsTest::f48EachStateOfTheKeychainHasItsWords_data()
{
    addLanguages();
}

void FaultWordsTest::f48EachStateOfTheKeychainHasItsWords()
{
    QFETCH(QString, language);
    speak(language);
    QSet<QString> banners;
    QSet<QString> sentences;
    const QString hold = language == u"en"_s ? u"Texts are on hold."_s : u"Los mensajes esperan."_s;
    for (const QString &code : {u"locked"_s, u"no-service"_s, u"denied"_s, u"other"_s}) {
        ConnectionState state;
        state.kind = Kind::KeychainLocked;
        state.error = errorOf(ErrorKind::Keychain, code);
        const auto banner = ConnectionWords::banner(state, now);
        QVERIFY(banner && banner->action != BannerAction::None);
        QVERIFY2(banner->text.endsWith(hold), qPrintable(banner->text));
        QVERIFY((banner->action == BannerAction::UnlockKeychain) == (code == u"locked"_s));
        banners.insert(banner->text);
        sentences.insert(ErrorWords::sentence(*state.error));
    }
    QCOMPARE(banners.size(), 4);
    QCOMPARE(sentences.size(), 4);
    // An entry that is gone: then, and only then, signing in again is what helps.
    ConnectionState gone;
    gone.kind = Kind::NotSetUp;
    gone.error = errorOf(ErrorKind::Rejected, signInMissingCode);
    const auto banner = ConnectionWords::banner(gone, now);
    QVERIFY(banner && !banners.contains(banner->text));
    QCOMPARE(banner->button, language == u"en"_s ? u"Sign in"_s : u"Iniciar sesión"_s);
}

QTEST_GUILESS_MAIN(FaultWordsTest)
#include "tst_faultwords.moc"
