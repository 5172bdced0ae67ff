// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"
#include "fakecredentialstore.h"
#include "shots.h"
#include "support/virtualtime.h"
#include "translations/translations.h"
#include "twiliolikedescriptor.h"
#include "ui/settings/accountcredentials.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/textpreview.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

namespace {

const QString accountSid = QStringLiteral("AC0123456789abcdef0123456789abcdef");
const QString tokenEntry = QStringLiteral("twilio/AC0123456789abcdef0123456789abcdef/authToken");
const QByteArray storedToken = "5tored-t0ken-of-the-account";

Settings brightAir()
{
    Settings settings;
    settings.business.name = QStringLiteral("Bright Air");
    settings.business.timeZone = QStringLiteral("America/Detroit");
    settings.business.trade = QStringLiteral("hvac");
    settings.account.fields.insert(QStringLiteral("accountSid"), accountSid);
    settings.account.pollSeconds = 7;
    settings.rules.mode = Mode::On;
    return settings;
}

PhoneNumber number(const char *e164)
{
    return *PhoneNumber::fromStored(QString::fromLatin1(e164));
}

} // namespace

/// The settings page with real clicks and keys: what it shows, refuses, keeps and sends on.
class TestSettingsPage : public QObject {
    Q_OBJECT

private:
    struct Fixture {
        Fixture()
            : credentials(store, [this](const QString &name) { return environment.value(name); })
        {
            store.entries.insert(tokenEntry, Secret(storedToken));
        }
        void open()
        {
            page = std::make_unique<SettingsPage>(SettingsPorts{client, credentials, time, time, nullptr, {}},
                                                  std::vector{twilioLikeDescriptor()});
            page->resize(820, 760);
            page->show();
            emit client.settingsChanged(brightAir());
            ConnectionState online;
            online.kind = ConnectionState::Kind::Online;
            online.lastSuccess = time.utcNow();
            emit client.connectionChanged(online);
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
        }
        template <typename Widget>
        Widget *named(const QString &name) const
        {
            const QList<Widget *> all = page->findChildren<Widget *>();
            for (Widget *widget : all) {
                if (widget->accessibleName() == name)
                    return widget;
            }
            return nullptr;
        }
        template <typename Button>
        Button *button(const QString &word) const
        {
            const QList<Button *> all = page->findChildren<Button *>();
            for (Button *candidate : all) {
                if (candidate->text() == word)
                    return candidate;
            }
            return nullptr;
        }
        void save() const
        {
            QTest::mouseClick(button<QPushButton>(QStringLiteral("Save")), Qt::LeftButton);
            for (int i = 0; i < 6; ++i)
                QCoreApplication::processEvents();
        }
        static void retype(QLineEdit *edit, const QString &text)
        {
            edit->setFocus();
            edit->selectAll();
            QTest::keyClick(edit, Qt::Key_Delete);
            QTest::keyClicks(edit, text);
        }

        EngineClient client;
        FakeCredentialStore store;
        QMap<QString, QByteArray> environment;
        AccountCredentials credentials;
        VirtualTime time;
        std::unique_ptr<SettingsPage> page;
    };

    Theme *m_theme = nullptr;
    std::unique_ptr<Fixture> f;

    /// Every text of the page, whatever widget holds it.
    QString everything() const
    {
        QStringList texts;
        const QList<QWidget *> all = f->page->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
            for (const char *property : {"text", "plainText", "placeholderText", "displayText"})
                texts << widget->property(property).toString();
        }
        return texts.join(u'\n');
    }

private slots:
    void initTestCase() { m_theme = new Theme(*qApp, this); }
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

    void showsWhatIsInForceAndOffersNothingToSave()
    {
        f->open();
        QCOMPARE(f->named<QLineEdit>(QStringLiteral("Name"))->text(), QStringLiteral("Bright Air"));
        QCOMPARE(f->named<QLineEdit>(QStringLiteral("Account SID"))->text(), accountSid);
        QVERIFY(f->button<QRadioButton>(QStringLiteral("On"))->isChecked());
        QVERIFY(!f->page->isDirty());
        QVERIFY(!f->button<QPushButton>(QStringLiteral("Save"))->isEnabled());
        QCOMPARE(f->named<PlainLabel>(QStringLiteral("Connection"))->text(), QStringLiteral("Connected. Last check 0 s ago."));
        f->time.advance(4s);
        QCOMPARE(f->named<PlainLabel>(QStringLiteral("Connection"))->text(), QStringLiteral("Connected. Last check 4 s ago."));
    }

    void neverShowsAStoredSecret()
    {
        f->open();
        QVERIFY(!everything().contains(QString::fromLatin1(storedToken)));
        QVERIFY(everything().contains(QStringLiteral("Stored in this computer's keychain")));
    }

    void f47RoleAndNameOfThisPc()
    {
        f->open();
        QVERIFY(f->button<QRadioButton>(QStringLiteral("Send the texts"))->isChecked());
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        auto *viewer = f->button<QRadioButton>(QStringLiteral("Only show"));
        QVERIFY(viewer->accessibleDescription().contains(QStringLiteral("no automatic texts")));
        QTest::mouseClick(viewer, Qt::LeftButton);
        Fixture::retype(f->named<QLineEdit>(QStringLiteral("Name of this PC (optional)")), QStringLiteral("Front desk"));
        QVERIFY(f->page->isDirty());
        f->save();
        QCOMPARE(applied.count(), 1);
        const auto settings = applied[0][0].value<Settings>();
        QVERIFY(settings.thisPc.role == DeviceRole::Viewer);
        QCOMPARE(settings.thisPc.name, QStringLiteral("Front desk"));
    }

    void notificationsAndWindowAreKept();

    void savesWhatWasChangedAndKeepsTheRest()
    {
        f->open();
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        Fixture::retype(f->named<QLineEdit>(QStringLiteral("Name")), QStringLiteral("Bright Air & Sons"));
        QTest::mouseClick(f->button<QRadioButton>(QStringLiteral("Watch only")), Qt::LeftButton);
        QVERIFY(f->page->isDirty());
        f->save();
        QCOMPARE(applied.size(), 1);
        Settings expected = brightAir();
        expected.business.name = QStringLiteral("Bright Air & Sons");
        expected.rules.mode = Mode::Watch;
        QCOMPARE(applied.first().at(0).value<Settings>(), expected); // with pollSeconds, which has no field
        QCOMPARE(applied.first().at(1).value<AccountSecrets>().value(QStringLiteral("authToken")).reveal(), storedToken);
        QVERIFY(!f->page->isDirty());
    }

    void aNewSecretGoesToTheKeychainAndOutOfTheField()
    {
        f->open();
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        auto *token = f->named<QLineEdit>(QStringLiteral("Auth token"));
        QVERIFY(token != nullptr);
        QCOMPARE(token->echoMode(), QLineEdit::Password);
        QTest::keyClicks(token, QStringLiteral("new-token"));
        f->save();
        QCOMPARE(f->store.entries.value(tokenEntry).reveal(), QByteArray("new-token"));
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied.first().at(1).value<AccountSecrets>().value(QStringLiteral("authToken")).reveal(), QByteArray("new-token"));
        QVERIFY(token->text().isEmpty());
    }

    void keychainErrorsHaveTheirOwnWordsAndNothingIsApplied_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("locked") << QStringLiteral("locked") << QStringLiteral("is locked");
        QTest::newRow("no-service") << QStringLiteral("no-service") << QStringLiteral("No keychain was found");
        QTest::newRow("denied") << QStringLiteral("denied") << QStringLiteral("was denied");
        QTest::newRow("other") << QStringLiteral("other") << QStringLiteral("did not answer as it should");
    }
    void keychainErrorsHaveTheirOwnWordsAndNothingIsApplied()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, words);
        f->open();
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        auto *token = f->named<QLineEdit>(QStringLiteral("Auth token"));
        QTest::keyClicks(token, QStringLiteral("new-token"));
        f->store.failure = code;
        f->save();
        QCOMPARE(applied.size(), 0);
        QVERIFY2(token->accessibleDescription().contains(words), qPrintable(token->accessibleDescription()));
        QCOMPARE(token->text(), QStringLiteral("new-token")); // not to be typed again
        QVERIFY(f->page->isDirty());
    }

    void theEnvironmentIsShownAndCannotBeChanged()
    {
        f->environment.insert(QStringLiteral("TEXTBACK_TWILIO_AUTH_TOKEN"), QByteArray("secret-of-the-environment"));
        f->open();
        auto *token = f->named<QLineEdit>(QStringLiteral("Auth token"));
        QVERIFY(!token->isEnabled());
        QVERIFY(token->placeholderText().contains(QStringLiteral("TEXTBACK_TWILIO_AUTH_TOKEN")));
        QVERIFY(!everything().contains(QStringLiteral("secret-of-the-environment")));
    }

    void aProblemIsShownAtItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("name") << QStringLiteral("Name") << QString() << QStringLiteral("stands in each of them");
        QTest::newRow("link") << QStringLiteral("Booking link") << QStringLiteral("http://brightair.example")
                              << QStringLiteral("begins with https://");
    }
    void aProblemIsShownAtItsField()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        QFETCH(const QString, words);
        f->open();
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        auto *edit = f->named<QLineEdit>(field);
        Fixture::retype(edit, value);
        f->save();
        QCOMPARE(applied.size(), 0);
        QVERIFY2(edit->accessibleDescription().contains(words), qPrintable(edit->accessibleDescription()));
        QVERIFY(edit->property("wrong").toBool());
        Fixture::retype(edit, QStringLiteral("https://brightair.example/book"));
        f->save();
        QCOMPARE(applied.size(), 1);
        QVERIFY(!edit->property("wrong").toBool());
    }

    void thePreviewFollowsNameTradeLinkAndText()
    {
        f->open();
        auto *preview = f->page->findChild<TextPreview *>();
        QVERIFY(preview->filled().contains(QStringLiteral("Bright Air")));
        QVERIFY(preview->filled().contains(QStringLiteral("STOP")));
        Fixture::retype(f->named<QLineEdit>(QStringLiteral("Name")), QStringLiteral("Cool Crew"));
        QVERIFY(preview->filled().contains(QStringLiteral("Cool Crew")));
        const QString hvac = preview->filled();
        auto *trade = f->named<QComboBox>(QStringLiteral("Trade"));
        trade->setCurrentIndex(trade->findData(QStringLiteral("towing")));
        QVERIFY(preview->filled() != hvac);

        auto *text = f->named<QPlainTextEdit>(QStringLiteral("Text to a missed caller"));
        text->setPlainText(QStringLiteral("{biz}: book at {link}"));
        QVERIFY(preview->filled().isEmpty()); // no booking link yet
        Fixture::retype(f->named<QLineEdit>(QStringLiteral("Booking link")), QStringLiteral("https://cool.example"));
        QVERIFY(preview->filled().startsWith(QStringLiteral("Cool Crew: book at https://cool.example")));
        text->setPlainText(QStringLiteral("{oops}"));
        QVERIFY(preview->filled().isEmpty());
        QTest::mouseClick(f->button<QPushButton>(QStringLiteral("Use the standard text")), Qt::LeftButton);
        QVERIFY(preview->filled().contains(QStringLiteral("Cool Crew")));
    }

    void c21ThePreviewWarnsOfOwnWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("watchedMinutes");
        QTest::addColumn<QString>("warning");
        QTest::newRow("plain") << QStringLiteral("{biz}: sorry we missed you") << 0 << QString();
        QTest::newRow("link") << QStringLiteral("{biz}: see https://cool.example/b") << 0
                              << QStringLiteral("“https://cool.example/b”: carriers hold back first texts with a link");
        QTest::newRow("time") << QStringLiteral("{biz}: we call in 10 minutes") << 0
                              << QStringLiteral("“in 10 minutes” promises a time that nobody watches.");
        QTest::newRow("watched time") << QStringLiteral("{biz}: we call in 10 minutes") << 10 << QString();
        QTest::newRow("promotion") << QStringLiteral("{biz}: 20% off") << 0 << QStringLiteral("“20% off” advertises:");
    }

    /// Under the preview, as a warning: such a text is saved all the same.
    void c21ThePreviewWarnsOfOwnWords()
    {
        QFETCH(QString, text);
        QFETCH(int, watchedMinutes);
        QFETCH(QString, warning);
        f->open();
        Settings settings = brightAir();
        settings.waiting.minutes = watchedMinutes;
        emit f->client.settingsChanged(settings);
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        f->named<QPlainTextEdit>(QStringLiteral("Text to a missed caller"))->setPlainText(text);
        const auto labels = f->page->findChild<TextPreview *>()->findChildren<PlainLabel *>();
        const auto note = std::find_if(labels.begin(), labels.end(), [](const PlainLabel *label) {
            return label->property("role") == QStringLiteral("hint") || label->property("role") == QStringLiteral("warning");
        });
        QVERIFY(note != labels.end());
        QCOMPARE((*note)->property("role").toString(), warning.isEmpty() ? QStringLiteral("hint") : QStringLiteral("warning"));
        const QString second = (*note)->text().section(u'\n', 1);
        QVERIFY2(warning.isEmpty() ? second.isEmpty() : second.startsWith(warning), qPrintable((*note)->text()));
        f->save();
        QCOMPARE(applied.size(), 1);
        // The standard text needs no warning, with a booking link in it either.
        Fixture::retype(f->named<QLineEdit>(QStringLiteral("Booking link")), QStringLiteral("https://cool.example"));
        QTest::mouseClick(f->button<QPushButton>(QStringLiteral("Use the standard text")), Qt::LeftButton);
        QCOMPARE((*note)->property("role").toString(), QStringLiteral("hint"));
    }

    void f56ATextThatCannotBeUsedIsNotSaved();
    void f57PreviewShowsTheFinalTextAndItsLength();
    void f52ProviderWordsAreLetterByLetter();

    void anOwnTextIsKeptAndTheStandardOneIsNot()
    {
        f->open();
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        auto *text = f->named<QPlainTextEdit>(QStringLiteral("Text to a missed caller"));
        text->setPlainText(QStringLiteral("{biz}: sorry, call you soon. STOP ends texts"));
        f->save();
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied.last().at(0).value<Settings>().rules.templates.value(QStringLiteral("open")),
                 QStringLiteral("{biz}: sorry, call you soon. STOP ends texts"));
        QTest::mouseClick(f->button<QPushButton>(QStringLiteral("Use the standard text")), Qt::LeftButton);
        f->save();
        QCOMPARE(applied.size(), 2);
        QVERIFY(applied.last().at(0).value<Settings>().rules.templates.isEmpty());
    }

    void linesAreChosenFromTheAccountsNumbers()
    {
        f->open();
        emit f->client.accountChecked({number("+13132230100"), number("+13132230101")}, {QStringLiteral("flow-may-text:+13132230100")});
        QVERIFY(everything().contains(QStringLiteral("(313) 223-0100: the provider's own call flow may already text back")));
        QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
        QTest::mouseClick(f->button<QCheckBox>(QStringLiteral("Watch every number of the account")), Qt::LeftButton, {}, QPoint(8, 12));
        QTest::mouseClick(f->button<QCheckBox>(QStringLiteral("(313) 223-0101")), Qt::LeftButton, {}, QPoint(8, 12));
        f->named<QSpinBox>(QStringLiteral("Rings of (313) 223-0100 before a hang-up counts as missed"))->setValue(3);
        f->save();
        QCOMPARE(applied.size(), 1);
        const std::vector<Line> lines = applied.first().at(0).value<Settings>().lines;
        QCOMPARE(lines.size(), size_t(1));
        QCOMPARE(lines.front().number, number("+13132230100"));
        QCOMPARE(lines.front().minRings, 3);
        // None at all would mean every one: it is asked, not guessed.
        QTest::mouseClick(f->button<QCheckBox>(QStringLiteral("(313) 223-0100")), Qt::LeftButton, {}, QPoint(8, 12));
        f->save();
        QCOMPARE(applied.size(), 1);
    }

    /// The page is made when somebody wants to see it, long after the account was looked at.
    void aPageThatIsMadeLaterKnowsTheAccount()
    {
        emit f->client.accountChecked({number("+13132230100")}, {QStringLiteral("flow-may-text:+13132230100")});
        f->open();
        QVERIFY(everything().contains(QStringLiteral("(313) 223-0100: the provider's own call flow may already text back")));
        QVERIFY(f->button<QCheckBox>(QStringLiteral("(313) 223-0100")) != nullptr);
    }

    void reportsDoNotOverwriteWhatIsBeingTyped()
    {
        f->open();
        Fixture::retype(f->named<QLineEdit>(QStringLiteral("Name")), QStringLiteral("Half typ"));
        Settings other = brightAir();
        other.business.name = QStringLiteral("From elsewhere");
        emit f->client.settingsChanged(other);
        QCOMPARE(f->named<QLineEdit>(QStringLiteral("Name"))->text(), QStringLiteral("Half typ"));
        QTest::mouseClick(f->button<QPushButton>(QStringLiteral("Discard")), Qt::LeftButton);
        QCOMPARE(f->named<QLineEdit>(QStringLiteral("Name"))->text(), QStringLiteral("From elsewhere"));
        QVERIFY(!f->page->isDirty());
    }

    void everyFieldHasAName()
    {
        f->open();
        emit f->client.accountChecked({number("+13132230100")}, {});
        const QList<QWidget *> all = f->page->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            const bool field = qobject_cast<const QLineEdit *>(widget) != nullptr || qobject_cast<const QComboBox *>(widget) != nullptr ||
                               qobject_cast<const QPlainTextEdit *>(widget) != nullptr || qobject_cast<const QSpinBox *>(widget) != nullptr;
            if (!field || widget->objectName().startsWith(QLatin1StringView("qt_")) ||
                qobject_cast<QComboBox *>(widget->parent()) != nullptr)
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void looks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<ColorMode>("theme");
        QTest::addColumn<int>("width");
        QTest::newRow("light") << QStringLiteral("en") << ColorMode::Light << 820;
        QTest::newRow("dark") << QStringLiteral("en") << ColorMode::Dark << 820;
        QTest::newRow("narrow") << QStringLiteral("en") << ColorMode::Light << 350;
        QTest::newRow("spanish") << QStringLiteral("es") << ColorMode::Light << 820; // last: translators stay
    }
    void looks()
    {
        QFETCH(const QString, language);
        QFETCH(const ColorMode, theme);
        QFETCH(const int, width);
        m_theme->setColors(theme);
        installTranslations(*qApp, QLocale(language));
        f->open();
        emit f->client.accountChecked({number("+13132230100"), number("+13132230101")}, {QStringLiteral("flow-may-text:+13132230100")});
        const QList<QCheckBox *> boxes = f->page->findChildren<QCheckBox *>();
        boxes.first()->click();
        auto *scroll = f->page->findChild<QScrollArea *>();
        // Nothing may be wider than the page: it scrolls one way only.
        f->page->resize(width, 760);
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents(); // folding asks for another round of layout
        QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                 qPrintable(QString::number(scroll->widget()->minimumSizeHint().width())));
        f->page->resize(width, 2100);
        QCoreApplication::processEvents();
        shot(*f->page, QStringLiteral("settings-") + QString::fromLatin1(QTest::currentDataTag()));
        m_theme->setColors(ColorMode::Light);
    }
};

void TestSettingsPage::notificationsAndWindowAreKept()
{
    f->open();
    Settings settings = brightAir();
    settings.notifications = {NotificationAmount::WhenNeeded, NotificationPrivacy::Name, 5};
    settings.window = {ColorMode::Dark, 120, false};
    emit f->client.settingsChanged(settings);
    QVERIFY(!f->page->isDirty());
    auto *amount = f->named<QComboBox>(QStringLiteral("Tell me"));
    auto *privacy = f->named<QComboBox>(QStringLiteral("Show of a customer"));
    auto *repeat = f->named<QSpinBox>(QStringLiteral("Tell again while somebody waits, every"));
    auto *colors = f->named<QComboBox>(QStringLiteral("Colors"));
    auto *textSize = f->named<QSpinBox>(QStringLiteral("Text size"));
    auto *closing = f->button<QCheckBox>(QStringLiteral("Keep running in the tray"));
    QVERIFY(amount && privacy && repeat && colors && textSize && closing);
    QCOMPARE(amount->currentText(), QStringLiteral("Only when I am needed"));
    QCOMPARE(privacy->currentText(), QStringLiteral("Name only"));
    QCOMPARE(repeat->value(), 5);
    QCOMPARE(colors->currentText(), QStringLiteral("Dark"));
    QCOMPARE(textSize->value(), 120);
    QVERIFY(!closing->isChecked());

    QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
    amount->setCurrentIndex(2);
    privacy->setCurrentIndex(2);
    repeat->setValue(0);
    QCOMPARE(repeat->text(), QStringLiteral("Never"));
    colors->setCurrentIndex(1);
    textSize->setValue(90);
    closing->click();
    f->save();
    QCOMPARE(applied.size(), 1);
    settings = applied.first().first().value<Settings>();
    QCOMPARE(settings.notifications, (NotificationSettings{NotificationAmount::None, NotificationPrivacy::Nothing, 0}));
    QCOMPARE(settings.window, (WindowSettings{ColorMode::Light, 90, true}));
}

void TestSettingsPage::f56ATextThatCannotBeUsedIsNotSaved()
{
    f->open();
    QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
    auto *text = f->named<QPlainTextEdit>(QStringLiteral("Text to a missed caller"));
    const QList<std::pair<QString, QString>> rows = {
        {QStringLiteral("{who}: hi"), QStringLiteral("Only {biz}, {link}, {phone}, {open} and {name|there} can be filled in.")},
        {QStringLiteral("{name}: hi"), QStringLiteral("write {name|there}")},
        {QStringLiteral("{link| }: hi"), QStringLiteral("as in {link|our website}")},
        {QStringLiteral("{biz}: book {link}"), QStringLiteral("needs a booking link")},
        {QStringLiteral("{biz}: ") + QString(300, u'a'), QStringLiteral("At most 2 text(s) can be sent: make it shorter.")},
        {QStringLiteral("{biz}: free vodka"), QStringLiteral("“vodka”")},
    };
    for (const auto &[own, words] : rows) {
        text->setPlainText(own);
        QVERIFY2(everything().contains(words), qPrintable(words));
        f->save();
        QCOMPARE(applied.size(), 0);
        QVERIFY(everything().contains(QStringLiteral("This text cannot be used: see the note below it.")));
    }
    text->setPlainText(QStringLiteral("{biz}: sorry. STOP ends texts"));
    f->save();
    QCOMPARE(applied.size(), 1);
}

void TestSettingsPage::f57PreviewShowsTheFinalTextAndItsLength()
{
    f->open();
    const auto *preview = f->page->findChild<TextPreview *>();
    const QString link = QStringLiteral("https://book.example.com/b?utm_source=text&utm_medium=sms");
    Fixture::retype(f->named<QLineEdit>(QStringLiteral("Booking link")), link);
    f->named<QPlainTextEdit>(QStringLiteral("Text to a missed caller"))
        ->setPlainText(QStringLiteral("{biz}: book at {link} Reply STOP to opt out"));
    const QString final = QStringLiteral("Bright Air: book at %1 Reply STOP to opt out").arg(link);
    QCOMPARE(preview->filled(), final);
    QVERIFY2(everything().contains(QStringLiteral("%1 / 160 · 1 text(s)").arg(final.size())), qPrintable(everything().right(2000)));
    // Not https: not saved.
    QSignalSpy applied(&f->client, &EngineClient::applySettingsRequested);
    Fixture::retype(f->named<QLineEdit>(QStringLiteral("Booking link")), QStringLiteral("http://book.example.com/"));
    f->save();
    QCOMPARE(applied.size(), 0);
    QVERIFY(everything().contains(QStringLiteral("begins with https://")));
}

void TestSettingsPage::f52ProviderWordsAreLetterByLetter()
{
    f->open();
    for (const QString &words : {QStringLiteral("a < b and c > d <img src=\"file:///etc/hostname\">"), QStringLiteral("&amp; <b>no</b>")}) {
        ConnectionState refused;
        refused.kind = ConnectionState::Kind::Refused;
        refused.error = Error{ErrorKind::Rejected, words, {}, 403, QStringLiteral("x")};
        emit f->client.connectionChanged(refused);
        emit f->client.accountChecked({number("+13132230100")}, {words});
        QVERIFY(everything().contains(words));
        f->page->grab();
        for (const QLabel *label : f->page->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
