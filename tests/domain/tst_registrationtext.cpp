// SPDX-License-Identifier: MIT
#include "domain/registrationfacts.h"
#include "domain/registrationtext.h"
#include "domain/templatelint.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::TemplateLanguage)

namespace {

RegistrationFacts facts()
{
    RegistrationFacts facts;
    facts.businessName = u"Motor City Towing"_s;
    facts.trade = u"towing"_s;
    facts.numbers = QStringList{u"(313) 223-0100"_s, u"(313) 223-0101"_s};
    facts.website = u"https://motorcity.example.com"_s;
    facts.privacyUrl = u"https://motorcity.example.com/privacy"_s;
    facts.termsUrl = u"https://motorcity.example.com/terms"_s;
    facts.templates = TemplateSet::forTrade(u"towing"_s, TemplateLanguage::English, true);
    facts.values.link = u"https://motorcity.example.com/book"_s;
    facts.values.phone = u"(313) 223-0100"_s;
    facts.values.open = u"Mon 8AM"_s;
    facts.reviewLink = u"https://g.example.com/review"_s;
    return facts;
}

RegistrationFacts everything()
{
    RegistrationFacts all = facts();
    all.followUps = 2;
    all.reviewRequests = true;
    all.pressOneConsent = true;
    return all;
}

bool says(const QString &text, const QStringList &words)
{
    for (const QString &word : words) {
        if (!text.contains(word)) {
            qWarning("missing: %s in: %s", qPrintable(word), qPrintable(text));
            return false;
        }
    }
    return true;
}

} // namespace

class TestRegistrationText : public QObject {
    Q_OBJECT

private slots:
    /// A reviewer sees how somebody comes to get a text: a call that the consumer made to a published number, with the greeting that says so.
    void x12InboundCallIsTheOptIn()
    {
        const RegistrationText text = registrationText(facts());
        QVERIFY(says(text.messageFlow, {u"(1) Inbound call: the consumer dials (313) 223-0100, (313) 223-0101"_s,
                                        u"publishes on https://motorcity.example.com"_s, u"The consumer starts the contact"_s,
                                        voicemailScript(u"Motor City Towing"_s, TemplateLanguage::English),
                                        u"One informational text about this call"_s, u"from the number that was called"_s}));
        QVERIFY(says(text.description, {u"Motor City Towing is a towing business"_s, u"who called its own business number"_s,
                                        u"first automatic message to a person names the business and says how to opt out"_s,
                                        u"nobody is texted who did not call or text first"_s}));
        QVERIFY(says(text.privacyParagraph,
                     {u"Motor City Towing"_s, u"do not sell, rent or share mobile numbers or text messaging consent with third parties"_s,
                      u"Message and data rates may apply."_s, u"HELP"_s, u"STOP"_s}));
    }

    void c22EveryWayToOptIn_data()
    {
        QTest::addColumn<bool>("pressOne");
        QTest::newRow("calls and texts") << false;
        QTest::newRow("also press 1") << true;
    }

    void c22EveryWayToOptIn()
    {
        QFETCH(bool, pressOne);
        RegistrationFacts some = facts();
        some.pressOneConsent = pressOne;
        const QString flow = registrationText(some).messageFlow;
        QVERIFY(says(flow, {u"(1) Inbound call"_s, u"(2) Inbound text"_s, u"(3) Opting in again"_s, u"START"_s,
                            u"Consent is not a condition of any purchase"_s}));
        QCOMPARE(flow.contains(u"(4) Phone menu"_s), pressOne);
        QCOMPARE(flow.contains(u"pressing 1"_s), pressOne);
    }

    /// The usual reasons of refusal: frequency, rates, links, HELP and STOP are all there.
    void c22WhatReviewersAskFor()
    {
        const RegistrationText text = registrationText(everything());
        QVERIFY(says(text.frequency,
                     {u"Message frequency varies"_s, u"one automatic message per missed call and one in 24 hours"_s,
                      u"calls again within 10 minutes"_s, u"at most two follow-up message(s)"_s, u"one review request in 60 days"_s}));
        QCOMPARE(text.rates, u"Message and data rates may apply."_s);
        QVERIFY(says(text.messageFlow,
                     {u"Message and data rates may apply."_s, u"HELP gives help"_s, u"STOP ends all messages"_s,
                      u"Privacy policy: https://motorcity.example.com/privacy"_s, u"Terms: https://motorcity.example.com/terms"_s}));
        QVERIFY(says(text.help, {u"HELP or INFO"_s, u"Help: (313) 223-0100"_s}));
        QVERIFY(
            says(text.stop, {u"STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE or OPTOUT"_s, u"you are opted out"_s, u"START"_s}));
        QVERIFY(says(text.termsParagraph, {u"Message frequency"_s, u"rates"_s, u"STOP"_s, u"HELP"_s, u"/privacy"_s, u"not liable"_s}));
        QVERIFY(text.missing.isEmpty());
        const QString whole = text.asText();
        for (const QString &part : {text.description, text.messageFlow, text.samples.join(u'\n'), text.frequency, text.rates, text.help,
                                    text.stop, text.privacyParagraph, text.termsParagraph})
            QVERIFY(!part.isEmpty() && whole.contains(part));
        // As long as the fields of the usual forms.
        QVERIFY(text.description.size() >= 40 && text.description.size() <= 4096);
        QVERIFY2(text.messageFlow.size() <= 2048, qPrintable(QString::number(text.messageFlow.size())));
    }

    void c22WhatIsOffIsNotTold()
    {
        RegistrationFacts some = facts();
        some.secondCallText = false;
        some.coolDownHours = 48;
        const RegistrationText text = registrationText(some);
        const QString whole = text.asText();
        QVERIFY(!whole.contains(u"follow-up"_s) && !whole.contains(u"review"_s) && !whole.contains(u"again within"_s));
        QVERIFY(text.frequency.contains(u"one in 48 hours"_s));
        some.followUps = 1;
        QVERIFY(registrationText(some).frequency.contains(u"at most one follow-up message(s)"_s));
    }

    /// Sample messages are those that really leave, in the words and language in force.
    void c22SamplesAreTheTextsInForce()
    {
        const RegistrationText text = registrationText(everything());
        QCOMPARE(text.samples.size(), 5);
        QCOMPARE(text.samples[0],
                 u"Motor City Towing: we missed you. Text location + vehicle or book: https://motorcity.example.com/book In danger? "
                 "Call 911. Reply STOP to opt out"_s);
        QVERIFY(text.samples[2].contains(u"still need that tow"_s));
        QVERIFY(text.samples[3].contains(u"https://g.example.com/review"_s));
        for (const QString &sample : text.samples) {
            QVERIFY(sample.contains(u"Motor City Towing"_s) && hasOptOutHint(sample) && !sample.contains(u'{'));
            QVERIFY(sample.size() >= 20 && sample.size() <= 1024);
        }
        RegistrationFacts own = facts();
        own.templates.setText(SendRule::Open, u"Hello from us"_s);
        own.values.language = TemplateLanguage::Spanish;
        const RegistrationText spanish = registrationText(own);
        QCOMPARE(spanish.samples[0], u"Motor City Towing: Hello from us. Responda STOP para salir"_s);
        QVERIFY(spanish.messageFlow.contains(u"Responda STOP para salir"_s));
        QVERIFY(spanish.samples.size() >= 2);
        // A text that cannot be made is left out rather than shown broken.
        own.values.open.clear();
        QCOMPARE(registrationText(own).samples.size(), spanish.samples.size());
        own.templates.setText(SendRule::Closed, u"{open}"_s);
        QCOMPARE(registrationText(own).samples.size(), spanish.samples.size() - 1);
    }

    void c22WhatIsMissingIsNamed()
    {
        const RegistrationText text = registrationText(RegistrationFacts());
        QCOMPARE(text.missing, QStringList({u"business-name"_s, u"number"_s, u"privacy-url"_s, u"terms-url"_s}));
        QVERIFY(says(text.messageFlow, {u"[business number]"_s, u"[business name]"_s, u"[link to the privacy policy]"_s,
                                        u"[link to the terms]"_s, u"on its vehicles, in advertisements"_s}));
        RegistrationFacts some = facts();
        some.termsUrl = u" "_s;
        QCOMPARE(registrationText(some).missing, QStringList{u"terms-url"_s});
        some.businessName = u"100% Towing %1 %2\nInc"_s; // a name is no format
        QVERIFY(registrationText(some).description.startsWith(u"100% Towing %1 %2 Inc is a towing business"_s));
        QVERIFY(registrationText(some).messageFlow.contains(u"which 100% Towing %1 %2 Inc publishes"_s));
    }

    /// What the settings say is what is told: numbers, links, the texts in force, and what is switched on.
    void c22FactsAreThoseOfTheSettings()
    {
        Settings settings;
        settings.business = {u"Motor City Towing"_s,
                             {},
                             u"US"_s,
                             u"towing"_s,
                             u"https://a.example/b"_s,
                             u"https://a.example/r"_s,
                             u"https://a.example"_s,
                             u"https://a.example/p"_s,
                             u"https://a.example/t"_s};
        settings.rules.cooldownHours = 48;
        settings.rules.templates = {{u"open"_s, u"{biz}: hello, book {link}"_s}};
        Line line;
        line.number = *PhoneNumber::fromStored(u"+13132230100"_s);
        const RegistrationFacts plain = registrationFacts(settings, {line});
        QCOMPARE(plain.numbers, QStringList{u"(313) 223-0100"_s});
        QCOMPARE(plain.website + plain.privacyUrl + plain.termsUrl, u"https://a.examplehttps://a.example/phttps://a.example/t"_s);
        RegistrationText text = registrationText(plain);
        QVERIFY(text.missing.isEmpty());
        QCOMPARE(text.samples[0], u"Motor City Towing: hello, book https://a.example/b Reply STOP to opt out"_s);
        QVERIFY(says(text.frequency, {u"one in 48 hours"_s, u"within 10 minutes"_s}));
        for (const QString &off : {u"follow-up"_s, u"review"_s, u"waits for an answer"_s, u"pressing 1"_s, u"naming that one"_s})
            QVERIFY2(!text.asText().contains(off), qPrintable(off));

        settings.followUps.count = 2;
        settings.reviews.ask = true;
        settings.waiting = {10, true, 5};
        settings.rules.language = TemplateLanguage::Spanish;
        Line overflow;
        overflow.number = *PhoneNumber::fromStored(u"+18002230100"_s);
        overflow.textFrom = line.number;
        settings.lines = {line, overflow};
        text = registrationText(registrationFacts(settings, {}));
        QVERIFY(
            says(text.messageFlow, {u"dials (313) 223-0100, (800) 223-0100"_s,
                                    u"from the number that was called or, naming that one, from (313) 223-0100 of the same business"_s}));
        QVERIFY(says(text.frequency, {u"two follow-up"_s, u"review request"_s, u"waits for an answer"_s}));
        QVERIFY(text.samples.contains(u"Motor City Towing: hello, book https://a.example/b Responda STOP para salir"_s));
        QVERIFY(text.samples.join(u' ').contains(u"https://a.example/r"_s));
        settings.waiting.minutes = 0; // then nobody is told
        QVERIFY(!text.frequency.contains(u"staff"_s));
        WeeklyHours always;
        always.fill({OpenInterval{0, 24 * 60}});
        settings.people.staff.push_back({u"Ana"_s, *PhoneNumber::fromStored(u"+13132230110"_s), always});
        QVERIFY(
            says(registrationText(registrationFacts(settings, {})).frequency, {u"Members of our own staff who are on call get texts"_s}));
        settings.onCall = {false, false, 2}; // nothing goes to them
        QVERIFY(!registrationText(registrationFacts(settings, {})).frequency.contains(u"staff"_s));
        QVERIFY(!registrationText(registrationFacts(settings, {})).frequency.contains(u"waits for an answer"_s));
    }

    void c22EveryTradeHasWords()
    {
        for (const QString &trade : trades()) {
            RegistrationFacts some = facts();
            some.trade = trade;
            QCOMPARE(registrationText(some).description.contains(u"is a local service business"_s), trade == u"general"_s);
        }
    }

    void c19VoicemailScript_data()
    {
        QTest::addColumn<TemplateLanguage>("language");
        QTest::addColumn<QStringList>("words");
        const QStringList english = {u"You have reached Bob's."_s, u"answer this call with a text message"_s, u"rates may apply"_s,
                                     u"STOP"_s};
        const QStringList spanish = {u"Usted llamó a Bob's."_s, u"mensaje de texto al teléfono"_s, u"tarifas de mensajes y datos"_s,
                                     u"STOP"_s};
        QTest::newRow("English") << TemplateLanguage::English << english;
        QTest::newRow("Spanish") << TemplateLanguage::Spanish << spanish;
        QTest::newRow("both") << TemplateLanguage::Both << english + spanish;
    }

    /// The greeting tells of the text before it comes: who, what, the rates, and how to end it.
    void c19VoicemailScript()
    {
        QFETCH(TemplateLanguage, language);
        QFETCH(QStringList, words);
        const QString script = voicemailScript(u" Bob's "_s, language);
        QVERIFY(says(script, words));
        // Something that a caller listens to: half a minute at most in each language.
        const auto spoken = script.split(u' ').size();
        QVERIFY2(spoken <= (language == TemplateLanguage::Both ? 150 : 75), qPrintable(QString::number(spoken)));
        QCOMPARE(script.contains(u"Usted"_s), language != TemplateLanguage::English);
    }
};

QTEST_GUILESS_MAIN(TestRegistrationText)
#include "tst_registrationtext.moc"
