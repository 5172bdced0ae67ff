// SPDX-License-Identifier: MIT
#include "domain/spellings.h"
#include "domain/templatelint.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

TemplateValues values()
{
    TemplateValues values;
    values.biz = u"Motor City Towing"_s;
    values.link = u"https://motorcity.example.com/book"_s;
    values.phone = u"(313) 223-0100"_s;
    return values;
}

/// "reason:words|reason:words"
QString findings(const QString &text, SendRule rule, bool answerTimeWatched = false)
{
    QStringList list;
    for (const LintFinding &finding : lintTemplate(text, rule, values(), answerTimeWatched))
        list.append(toString(finding.reason) + u':' + finding.words);
    return list.join(u'|');
}

void columns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
}

void row(const char *name, const QString &text, const QString &found)
{
    QTest::newRow(name) << text << found;
}

} // namespace

class TestTemplateLint : public QObject {
    Q_OBJECT

private slots:
    void spellings()
    {
        test::compareSpellings<LintReason>({u"refused-content"_s, u"shortener"_s, u"command-word"_s, u"all-caps"_s, u"incentive"_s,
                                            u"rating-gate"_s, u"employee-name"_s, u"link-in-first-text"_s, u"time-promise"_s,
                                            u"promotion"_s, u"long"_s},
                                           lintReasonFromString);
        QVERIFY(isLintProblem(LintReason::EmployeeName) && isLintProblem(LintReason::RefusedContent));
        QVERIFY(!isLintProblem(LintReason::LinkInFirstText) && !isLintProblem(LintReason::Long));
    }

    void c21RefusedWords_data()
    {
        columns();
        row("none", u"{biz}: sorry we missed you. Reply STOP to opt out"_s, QString());
        row("sex", u"Sexy cars"_s, u"refused-content:Sexy"_s);
        row("hate", u"no nazis"_s, u"refused-content:nazis"_s);
        row("alcohol", u"Free Vodka with every tow"_s, u"refused-content:Vodka"_s);
        row("firearms", u"We haul guns"_s, u"refused-content:guns"_s);
        row("tobacco", u"Cigarettes at the desk"_s, u"refused-content:Cigarettes"_s);
        row("sex, Spanish", u"Todo sobre sexo"_s, u"refused-content:sexo"_s);
        row("alcohol, Spanish", u"Tequila gratis"_s, u"refused-content:Tequila"_s);
        row("firearms, Spanish", u"Llevamos armas"_s, u"refused-content:armas"_s);
        row("tobacco, Spanish", u"Hay cigarros"_s, u"refused-content:cigarros"_s);
        row("what trades use", u"Wine cooler, heat gun, weed control, pistola de calor, gas"_s, QString());
        row("part of a word", u"Essex, alarmas, Gunsmith Road"_s, QString());
        row("shortener", u"Call https://bit.ly/abc"_s, u"shortener:bit.ly|link-in-first-text:https://bit.ly/abc"_s);
        row("capitals", u"{biz}: SORRY WE MISSED YOUR CALL! Text us"_s, u"all-caps:ALL CAPS"_s);
        row("capitals, Spanish", u"{biz}: ¡PERDIMOS SU LLAMADA SEÑORES!"_s, u"all-caps:ALL CAPS"_s);
        row("one word in capitals", u"Text URGENT and your address, please"_s, QString());
        row("several at once", u"Vodka? Reply CANCEL"_s, u"refused-content:Vodka|command-word:Reply CANCEL"_s);
    }

    void c21RefusedWords()
    {
        QFETCH(QString, text);
        QTEST(findings(text, SendRule::Open), "found");
    }

    /// A link may stay, but carriers filter first texts with one more often: it is said, once, where it matters.
    void c21LinkInFirstText()
    {
        for (const SendRule rule : allSendRules) {
            const bool first = rule == SendRule::Open || rule == SendRule::Closed || rule == SendRule::Holiday || rule == SendRule::Storm ||
                               rule == SendRule::Vip;
            for (const QString &link : {u"{link}"_s, u"{link|our site}"_s, u"https://a.example/b"_s, u"www.a.example"_s}) {
                QCOMPARE(findings(u"Book: "_s + link, rule), first ? u"link-in-first-text:"_s + link : QString());
                QCOMPARE(templateProblem(u"Book: "_s + link, values(), rule), QString());
            }
        }
        TemplateValues shortened = values();
        shortened.link = u"https://bit.ly/3xYz"_s;
        QVERIFY(lintTemplate(u"Book: {link}"_s, SendRule::Open, shortened).contains({LintReason::Shortener, u"bit.ly"_s}));
        QVERIFY(lintTemplate(u"Hello"_s, SendRule::Open, shortened).isEmpty());
    }

    void x17StopWordsAsCommands_data()
    {
        columns();
        const auto command = [](const QString &words) { return u"command-word:"_s + words; };
        row("cancel", u"Reply CANCEL to move your visit"_s, command(u"Reply CANCEL"_s));
        row("end", u"text \"end\" when you are done"_s, command(u"text \"end"_s));
        row("quit", u"Send QUIT"_s, command(u"Send QUIT"_s));
        row("info", u"Reply with INFO for prices"_s, command(u"Reply with INFO"_s));
        row("help", u"Text HELP to get a tow"_s, command(u"Text HELP"_s));
        row("stop", u"Reply STOP when the truck is there"_s, command(u"Reply STOP"_s));
        row("hint", u"Reply STOP to opt out. HELP for help"_s, QString());
        row("no", u"All set? Reply NO."_s, QString());
        row("Spanish cancelar", u"Responda CANCELAR para mover su cita"_s, command(u"Responda CANCELAR"_s));
        row("Spanish alto", u"Mande ALTO"_s, command(u"Mande ALTO"_s));
        row("Spanish parar", u"Envíe PARAR si ya no la necesita"_s, command(u"Envíe PARAR"_s));
        row("Spanish baja", u"Conteste con BAJA"_s, command(u"Conteste con BAJA"_s));
        row("Spanish, quoted", u"responda \"cancelar\""_s, command(u"responda \"cancelar"_s));
        row("Spanish help", u"Mande AYUDA para una grua"_s, command(u"Mande AYUDA"_s));
        row("Spanish help for help", u"Mande AYUDA para ayuda"_s, QString());
        row("English keyword, Spanish verb", u"Responda CANCEL para mover su cita"_s, command(u"Responda CANCEL"_s));
        row("stop when", u"Responda STOP cuando llegue el chofer"_s, command(u"Responda STOP"_s));
        row("Spanish hint", u"Responda STOP para salir"_s, QString());
        row("other Spanish hints", u"Mande STOP para cancelar. Responda STOP para no recibir mensajes. Mande stop"_s, QString());
        row("hint for both", u"Reply STOP to opt out/salir"_s, QString());
        row("ordinary Spanish", u"Mande ayuda e info del carro, o cancele su cita por texto"_s, QString());
        row("end of a sentence before", u"Le llega un texto. STOP para salir. Send us a text. Cancel any time"_s, QString());
        row("Spanish no", u"¿Ya no? Responda NO."_s, QString());
    }

    void x17StopWordsAsCommands()
    {
        QFETCH(QString, text);
        QTEST(findings(text, SendRule::FollowUp1), "found");
    }

    void x20TimePromises_data()
    {
        columns();
        const auto promise = [](const QString &words) { return u"time-promise:"_s + words; };
        row("minutes", u"We call back in 5 minutes"_s, promise(u"in 5 minutes"_s));
        row("range", u"A truck comes in 20-30 min"_s, promise(u"in 20-30 min"_s));
        row("range alone", u"Wait is 20 to 30 minutes"_s, promise(u"20 to 30 minutes"_s));
        row("the hour", u"We reply within the hour"_s, promise(u"within the hour"_s));
        row("an hour", u"There in under an hour"_s, promise(u"under an hour"_s));
        row("a few", u"back in just a few minutes"_s, promise(u"in just a few minutes"_s));
        row("clock", u"We reply by 5:30 pm"_s, promise(u"by 5:30 pm"_s));
        row("right away", u"We'll call you right away"_s, promise(u"right away"_s));
        row("shortly", u"Someone answers shortly"_s, promise(u"shortly"_s));
        row("asap", u"We reply ASAP."_s, promise(u"ASAP"_s));
        row("Spanish minutes", u"Le llamamos en 5 minutos"_s, promise(u"en 5 minutos"_s));
        row("Spanish hour", u"Llegamos en menos de una hora"_s, promise(u"en menos de una hora"_s));
        row("Spanish at once", u"Le contestamos enseguida"_s, promise(u"enseguida"_s));
        row("Spanish moment", u"Le llamamos en un momento"_s, promise(u"en un momento"_s));
        row("opening", u"We reply {open}. Open 24 hours"_s, QString());
        row("an honest estimate", u"we'll give an honest ETA; le damos hora de llegada"_s, QString());
        row("in town", u"in 5 towns within the county"_s, QString());
    }

    void x20TimePromises()
    {
        QFETCH(QString, text);
        QTEST(findings(text, SendRule::Holding), "found");
        // A promise that is watched is the owner's to make, and one that is not can still be saved: it is a warning.
        QCOMPARE(findings(text, SendRule::Holding, true), QString());
        QCOMPARE(templateProblem(text, values(), SendRule::Holding), QString());
    }

    void c20ReviewRequests_data()
    {
        columns();
        row("honest", u"Would you share an honest review? {link}"_s, QString());
        row("how did it go", u"How did pickup and payment go? Honest reviews: {link}"_s, QString());
        row("feel free", u"Feel free to write what you think: {link}"_s, QString());
        row("gift card", u"Get a $10 gift card for a review"_s, u"incentive:$10"_s);
        row("prices off", u"10% off next time for a review"_s, u"incentive:10% off"_s);
        row("raffle", u"Review us and join the raffle"_s, u"incentive:raffle"_s);
        row("free", u"A review gets you a free oil change"_s, u"incentive:free"_s);
        row("in exchange", u"We thank you in exchange"_s, u"incentive:in exchange"_s);
        row("Spanish gift", u"Le damos un regalo por su reseña"_s, u"incentive:regalo"_s);
        row("Spanish prices off", u"Descuento por su reseña"_s, u"incentive:Descuento"_s);
        row("if happy", u"If you are happy, review us: {link}"_s, u"rating-gate:If you are happy"_s);
        row("if very satisfied", u"If you were very satisfied: {link}"_s, u"rating-gate:If you were very satisfied"_s);
        row("if you liked", u"If you liked it: {link}"_s, u"rating-gate:If you liked"_s);
        row("unhappy", u"Unhappy? Call us first. Else: {link}"_s, u"rating-gate:Unhappy"_s);
        row("five stars", u"Leave us a 5-star review: {link}"_s, u"rating-gate:5-star"_s);
        row("rate us", u"Rate us from 1 to 10"_s, u"rating-gate:Rate us"_s);
        row("Spanish if content", u"Si quedó contento: {link}"_s, u"rating-gate:Si quedó contento"_s);
        row("Spanish if liked", u"Si le gusto el servicio: {link}"_s, u"rating-gate:Si le gusto"_s);
        row("Spanish stars", u"Denos cinco estrellas: {link}"_s, u"rating-gate:cinco estrellas"_s);
        row("your technician", u"Please mention your technician: {link}"_s, u"employee-name:mention your technician"_s);
        row("a name", u"Please mention Mike: {link}"_s, u"employee-name:mention Mike"_s);
        row("by name", u"Thank our driver by name: {link}"_s, u"employee-name:by name"_s);
        row("Spanish name", u"Mencione al chofer: {link}"_s, u"employee-name:Mencione al chofer"_s);
    }

    /// What a review request may not say is refused there, with its reason, and only there.
    void c20ReviewRequests()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QCOMPARE(findings(text, SendRule::Review), found);
        QCOMPARE(templateProblem(text, values(), SendRule::Review), found.isEmpty() ? QString() : u"forbidden-words"_s);
        QCOMPARE(forbiddenWords(text, SendRule::Review), found.section(u':', 1));
        QCOMPARE(templateProblem(text, values(), SendRule::FollowUp1), QString());
    }

    void c16Promotion_data()
    {
        columns();
        row("coupon", u"Here is a coupon"_s, u"promotion:coupon"_s);
        row("prices off", u"Book today for 10% off"_s, u"promotion:10% off"_s);
        row("dollars off", u"$20 off your tow"_s, u"promotion:$20 off"_s);
        row("Spanish", u"Tenemos una promoción"_s, u"promotion:promoción"_s);
        row("an offer for a car", u"Text year and model and we'll make an offer"_s, QString());
    }

    /// Promotion in the text after a missed call needs a consent that a call is not: the owner is warned.
    void c16Promotion()
    {
        QFETCH(QString, text);
        QTEST(findings(text, SendRule::Open), "found");
        QCOMPARE(templateProblem(text, values()), QString());
    }

    void c36WarnedAboveThreeHundredAndTwenty()
    {
        const QString hint = u"{biz}: . Reply STOP to opt out"_s; // 42 characters when it is filled
        const QString at = u"{biz}: %1. Reply STOP to opt out"_s.arg(QString(278, u'a'));
        QCOMPARE(composeFirstText(hint, values())->size(), 42);
        QCOMPARE(composeFirstText(at, values())->size(), 320);
        QCOMPARE(findings(at, SendRule::Open), QString());
        QCOMPARE(findings(u"{biz}: a%1. Reply STOP to opt out"_s.arg(QString(278, u'a')), SendRule::Open), u"long:321"_s);
        // What is added is counted, and what comes later with its longest value.
        QCOMPARE(findings(QString(280, u'a'), SendRule::Open), u"long:322"_s);
        QCOMPARE(findings(u"{biz}: {name|you} %1. Reply STOP to opt out"_s.arg(QString(258, u'a')), SendRule::Open), u"long:321"_s);
        QCOMPARE(templateProblem(QString(1600, u'a')), u"too-long"_s);
    }
};

QTEST_GUILESS_MAIN(TestTemplateLint)
#include "tst_templatelint.moc"
