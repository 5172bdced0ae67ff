// SPDX-License-Identifier: MIT
#include "domain/registrationfacts.h"
#include "ui/startup/registrationpage.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

Settings settings()
{
    Settings settings;
    settings.business.name = u"Motor City Towing"_s;
    settings.business.trade = u"towing"_s;
    settings.business.website = u"https://motorcity.example.com"_s;
    settings.business.privacyLink = u"https://motorcity.example.com/privacy"_s;
    settings.business.termsLink = u"https://motorcity.example.com/terms"_s;
    return settings;
}

std::vector<Line> account()
{
    Line line;
    line.number = *PhoneNumber::fromStored(u"+13132230100"_s);
    return {line};
}

} // namespace

class TestRegistrationPage : public QObject {
    Q_OBJECT

private slots:
    void c22SaysWhatItIsFirst()
    {
        const QString page = registrationPage(registrationFacts(settings(), account()), QString());
        QVERIFY2(page.section(u'\n', 0, 0)
                     .contains(u"registration for business texting (10DLC campaign, toll-free verification): Motor City Towing"_s),
                 qPrintable(page));
        QVERIFY(page.contains(registrationText(registrationFacts(settings(), account())).asText().trimmed()));
        QVERIFY2(!page.contains(u"Missing"_s) && !page.contains(u'['), qPrintable(page));
        QVERIFY(page.endsWith(u'\n') && !page.endsWith(u"\n\n"_s));
    }

    void c22NamesWhatTheSettingsLack_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString &key : {u"business.name"_s, u"lines[].number"_s, u"business.privacyLink"_s, u"business.termsLink"_s})
            QTest::newRow(qPrintable(key)) << key;
    }

    void c22NamesWhatTheSettingsLack()
    {
        QFETCH(QString, key);
        Settings some = settings();
        std::vector<Line> numbers = account();
        if (key == u"business.name"_s)
            some.business.name = u" "_s;
        else if (key == u"lines[].number"_s)
            numbers.clear();
        else if (key == u"business.privacyLink"_s)
            some.business.privacyLink.clear();
        else
            some.business.termsLink.clear();
        const QStringList lines = registrationPage(registrationFacts(some, numbers), QString()).split(u'\n');
        const qsizetype at =
            lines.indexOf(u"Missing in the settings; brackets [...] stand for it below, and a form with a gap is refused:"_s);
        QVERIFY(at > 0);
        QVERIFY2(lines.at(at + 1).startsWith(u"- "_s + key + u": "_s), qPrintable(lines.at(at + 1)));
        QCOMPARE(lines.at(at + 2), QString()); // nothing else
    }

    void c22NothingIsSetUp()
    {
        const QString page = registrationPage(registrationFacts(Settings(), {}), u"Do this."_s);
        QVERIFY(page.section(u"\n\n"_s, 1, 1) == u"Do this."_s);
        for (const QString &part :
             {u"[business name]"_s, u"[business number]"_s, u"[link to the privacy policy]"_s, u"- business.name: "_s})
            QVERIFY2(page.contains(part), qPrintable(part));
        QVERIFY2(page.contains(u"You have reached [business name]."_s), qPrintable(page));
    }

    void c19VoicemailGreetingInTheLanguageOfTheTexts()
    {
        Settings some = settings();
        some.rules.language = TemplateLanguage::Both;
        const QString page = registrationPage(registrationFacts(some, account()), QString());
        QVERIFY(page.contains(u"Voicemail greeting"_s));
        QVERIFY(page.endsWith(voicemailScript(u"Motor City Towing"_s, TemplateLanguage::Both) + u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestRegistrationPage)
#include "tst_registrationpage.moc"
