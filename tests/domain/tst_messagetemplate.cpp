// SPDX-License-Identifier: MIT
#include "domain/messagetemplate.h"
#include "domain/smssegments.h"
#include "domain/templatelint.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::TemplateLanguage)

namespace {

TemplateValues values()
{
    TemplateValues values;
    values.biz = u"Motor City Towing"_s;
    values.link = u"https://motorcity.example.com/book"_s;
    values.phone = u"(313) 223-0100"_s;
    return values;
}

} // namespace

class TestMessageTemplate : public QObject {
    Q_OBJECT

private slots:
    void ownTexts()
    {
        TemplateSet set = TemplateSet::forTrade(u"towing"_s, TemplateLanguage::English, false);
        set.setText(SendRule::Open, u"{biz} here"_s);
        QCOMPARE(set.text(SendRule::Open), u"{biz} here"_s);
        QVERIFY(!set.text(SendRule::SecondCall).isEmpty());
        QVERIFY(set != TemplateSet::forTrade(u"towing"_s, TemplateLanguage::English, false));
        set.setText(SendRule::Open, QString());
        QVERIFY(set.text(SendRule::Open).isEmpty());
        QVERIFY(TemplateSet().text(SendRule::Open).isEmpty());
    }

    void filling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled"); // null: refused
        QTest::newRow("name") << u"{biz}: hello"_s << u"Motor City Towing: hello"_s;
        QTest::newRow("all") << u"{biz} {link} {phone}"_s << u"Motor City Towing https://motorcity.example.com/book (313) 223-0100"_s;
        QTest::newRow("twice") << u"{biz}{biz}"_s << u"Motor City TowingMotor City Towing"_s;
        QTest::newRow("plain") << u"hello"_s << u"hello"_s;
        QTest::newRow("space around") << u"  hello\n"_s << u"hello"_s;
        QTest::newRow("unknown") << u"{business}: hello"_s << QString();
        QTest::newRow("a name without a fallback") << u"{name}: hello"_s << QString();
        QTest::newRow("fallback") << u"Hi {name|there}"_s << u"Hi there"_s;
        QTest::newRow("fallback not needed") << u"{link|our website}"_s << u"https://motorcity.example.com/book"_s;
        QTest::newRow("fallback of a field without value") << u"We open {open|soon}"_s << u"We open soon"_s;
        QTest::newRow("case counts") << u"{Biz}: hello"_s << QString();
        QTest::newRow("space inside") << u"{ biz }"_s << QString();
        QTest::newRow("nothing inside") << u"{}"_s << QString();
        QTest::newRow("unclosed") << u"hello {biz"_s << QString();
        QTest::newRow("unopened") << u"hello biz}"_s << QString();
        QTest::newRow("nested") << u"{{biz}}"_s << QString();
        QTest::newRow("opened twice") << u"{biz {biz}"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("space only") << u" \n"_s << QString();
        QTest::newRow("longest") << QString(1600, u'a') << QString(1600, u'a');
        QTest::newRow("too long") << QString(1601, u'a') << QString();
        QTest::newRow("too long once filled") << QString(1590, u'a') + u"{biz}"_s << QString();
    }

    void filling()
    {
        QFETCH(QString, text);
        QFETCH(QString, filled);
        const Result<QString> result = fillTemplate(text, values());
        QCOMPARE(result.has_value(), !filled.isNull());
        if (result)
            QCOMPARE(*result, filled);
        else
            QVERIFY(result.error().kind == ErrorKind::Rejected && !result.error().detail.isEmpty());
    }

    void missingValues()
    {
        for (const char *text : {"{biz}", "{link}", "{phone}"}) {
            const Result<QString> result = fillTemplate(QString::fromLatin1(text) + u" hello"_s, TemplateValues());
            QVERIFY2(!result, text);
            QVERIFY(result.error().detail.contains(QString::fromLatin1(text)));
        }
        TemplateValues blank;
        blank.biz = u"  "_s;
        QVERIFY(!fillTemplate(u"{biz}: hello"_s, blank));
        // A value is never read as a template itself, and a text that shows a placeholder to a customer never leaves.
        TemplateValues braces;
        braces.biz = u"{curly} Towing"_s;
        braces.link = u"https://example.com"_s;
        QCOMPARE(*fillTemplate(u"{biz}: hello"_s, braces), u"{curly} Towing: hello"_s);
        braces.biz = u"{link} Towing"_s;
        QVERIFY(!fillTemplate(u"{biz}: hello"_s, braces));
        QVERIFY(!composeFirstText(u"hello"_s, braces)); // the name comes in front
        braces.biz = u"{"_s;
        braces.link = u"link}"_s;
        QVERIFY(!fillTemplate(u"{biz}{link}"_s, braces));
        braces.biz = u"{bi\u200bz}"_s; // a placeholder once the space without width is gone
        QVERIFY(!composeFirstText(u"hello"_s, braces));
    }

    void calledNumber_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled");
        QTest::newRow("behind the name") << u"{biz}: sorry we missed you."_s
                                         << u"Motor City Towing (you called (313) 223-0101): sorry we missed you."_s;
        QTest::newRow("behind the first name only")
            << u"Hi, this is {biz}. {biz} calls back."_s
            << u"Hi, this is Motor City Towing (you called (313) 223-0101). Motor City Towing calls back."_s;
        QTest::newRow("no name, sentence ended") << u"Sorry we missed you."_s << u"Sorry we missed you. You called (313) 223-0101"_s;
        QTest::newRow("no name, sentence open") << u"Sorry we missed you"_s << u"Sorry we missed you. You called (313) 223-0101"_s;
        QTest::newRow("no name, link at the end")
            << u"Book: {link}"_s << u"Book: https://motorcity.example.com/book You called (313) 223-0101"_s;
    }

    void calledNumber()
    {
        QFETCH(QString, text);
        QFETCH(QString, filled);
        TemplateValues all = values();
        all.calledNumber = u"(313) 223-0101"_s;
        QCOMPARE(*fillTemplate(text, all), filled);
        // Also in every built-in text, and it stays one that names the business early enough.
        for (const QString &trade : trades()) {
            const Result<QString> builtIn =
                composeFirstText(TemplateSet::forTrade(trade, TemplateLanguage::English, true).text(SendRule::Open), all);
            QVERIFY(builtIn->contains(u"you called (313) 223-0101"_s));
            QVERIFY(builtIn->indexOf(all.biz) + all.biz.size() <= 40);
            QVERIFY(countSegments(*builtIn).segments <= 2);
        }
    }

    void c15OptOutHint_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hinted");
        QTest::newRow("missing") << u"We missed you."_s << u"We missed you. Reply STOP to opt out"_s;
        QTest::newRow("sentence open") << u"We missed you"_s << u"We missed you. Reply STOP to opt out"_s;
        QTest::newRow("question") << u"How can we help?"_s << u"How can we help? Reply STOP to opt out"_s;
        QTest::newRow("space behind") << u"We missed you. "_s << u"We missed you. Reply STOP to opt out"_s;
        QTest::newRow("link at the end") << u"Book: https://a.example.com/b"_s << u"Book: https://a.example.com/b Reply STOP to opt out"_s;
        QTest::newRow("there") << u"Hello. Reply STOP to opt out"_s << u"Hello. Reply STOP to opt out"_s;
        QTest::newRow("there, other words") << u"STOP ends it. Hello"_s << u"STOP ends it. Hello"_s;
        QTest::newRow("there, small") << u"Hello. Reply stop to end."_s << u"Hello. Reply stop to end."_s;
        QTest::newRow("there, quoted") << u"Hello. Text \"Stop\" to end."_s << u"Hello. Text \"Stop\" to end."_s;
        QTest::newRow("there, Spanish") << u"Hola. Responda STOP para salir"_s << u"Hola. Responda STOP para salir"_s;
        QTest::newRow("there, Spanish, small") << u"Hola. Mande stop para salir"_s << u"Hola. Mande stop para salir"_s;
        QTest::newRow("another stop") << u"We can stop by at 5"_s << u"We can stop by at 5. Reply STOP to opt out"_s;
        QTest::newRow("part of a word") << u"NONSTOP service."_s << u"NONSTOP service. Reply STOP to opt out"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void c15OptOutHint()
    {
        QFETCH(QString, text);
        QFETCH(QString, hinted);
        QCOMPARE(withOptOutHint(text), hinted);
        QCOMPARE(withOptOutHint(hinted), hinted);
    }

    void c15NameInFront()
    {
        const QString biz = u"Motor City Towing"_s;
        QCOMPARE(withBusinessName(u"Sorry we missed you"_s, biz), u"Motor City Towing: Sorry we missed you"_s);
        QCOMPARE(withBusinessName(u"Motor City Towing: hello"_s, biz), u"Motor City Towing: hello"_s);
        QCOMPARE(withBusinessName(u"Hi from MOTOR CITY TOWING"_s, biz), u"Hi from MOTOR CITY TOWING"_s);
        const QString late = u"Sorry that we missed your call. Motor City Towing"_s;
        QCOMPARE(withBusinessName(late, biz), biz + u": "_s + late);
        const QString atForty = QString(23, u'a') + biz;
        QCOMPARE(withBusinessName(atForty, biz), atForty);
        QCOMPARE(withBusinessName(u'a' + atForty, biz), biz + u": a"_s + atForty);
        const QString longer(60, u'N');
        QCOMPARE(withBusinessName(longer + u": hello"_s, longer), longer + u": hello"_s);
        QCOMPARE(withBusinessName(u"hello"_s, QString()), u"hello"_s);
    }

    /// A first text has both, whatever the owner wrote and whatever the values are.
    void c15FirstTextNamesAndHints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("biz");
        QTest::addColumn<TemplateLanguage>("language");
        QTest::addColumn<QString>("composed");
        const auto en = TemplateLanguage::English;
        QTest::newRow("neither") << u"Sorry"_s << u"Bob's"_s << en << u"Bob's: Sorry. Reply STOP to opt out"_s;
        QTest::newRow("Spanish") << u"Disculpe"_s << u"Bob's"_s << TemplateLanguage::Spanish
                                 << u"Bob's: Disculpe. Responda STOP para salir"_s;
        QTest::newRow("both") << u"Sorry/disculpe"_s << u"Bob's"_s << TemplateLanguage::Both
                              << u"Bob's: Sorry/disculpe. Reply STOP to opt out/salir"_s;
        QTest::newRow("name late") << QString(40, u'a') + u" {biz}"_s << u"Bob's"_s << en
                                   << u"Bob's: "_s + QString(40, u'a') + u" Bob's. Reply STOP to opt out"_s;
        // A name with the word in it is no hint.
        QTest::newRow("business called so") << u"{biz}: sorry."_s << u"STOP & GO Towing"_s << en
                                            << u"STOP & GO Towing: sorry. Reply STOP to opt out"_s;
        QTest::newRow("there") << u"{biz}: sorry. Reply STOP to opt out"_s << u"Bob's"_s << en << u"Bob's: sorry. Reply STOP to opt out"_s;
    }

    void c15FirstTextNamesAndHints()
    {
        QFETCH(QString, text);
        TemplateValues some;
        QFETCH(QString, biz);
        QFETCH(TemplateLanguage, language);
        some.biz = biz;
        some.language = language;
        QTEST(*composeFirstText(text, some), "composed");
    }

    void c15HintAgainAfterThirtyDays()
    {
        using namespace std::chrono_literals;
        const UtcTime now = fromUnixMillis(1'800'000'000'000);
        const Millis month = std::chrono::days(30);
        QVERIFY(hintDue(std::nullopt, now));
        QVERIFY(!hintDue(now, now));
        QVERIFY(!hintDue(now - month + 1ms, now));
        QVERIFY(hintDue(now - month, now));
        QVERIFY(hintDue(now + 1ms, now)); // a clock was wrong: told once too often rather than never
        TemplateValues some;
        some.biz = u"Bob's"_s;
        const auto later = [&](SendRule rule, std::optional<UtcTime> lastHint) {
            return *composeAutomaticText(rule, u"Hello"_s, some, lastHint, now);
        };
        QCOMPARE(later(SendRule::FollowUp1, now - 1h), u"Hello"_s);
        QCOMPARE(later(SendRule::FollowUp1, now - month), u"Bob's: Hello. Reply STOP to opt out"_s);
        QCOMPARE(later(SendRule::Open, std::nullopt), u"Bob's: Hello. Reply STOP to opt out"_s);
        // To somebody who heard from us before, the name may stand anywhere.
        const QString late = QString(40, u'a') + u" {biz}. STOP to opt out"_s;
        const auto filled = [&](std::optional<UtcTime> lastHint) {
            return *composeAutomaticText(SendRule::Review, late, some, lastHint, now);
        };
        QVERIFY(filled(std::nullopt).startsWith(u"Bob's: a"_s));
        QVERIFY(filled(now - month).startsWith(u'a') && filled(now).startsWith(u'a'));
        // Somebody who opted out is not told how to.
        QCOMPARE(later(SendRule::OptOutConfirmation, std::nullopt), u"Bob's: Hello"_s);
        QCOMPARE(later(SendRule::OptOutConfirmation, now), u"Bob's: Hello"_s);
        QVERIFY(hasOptOutHint(later(SendRule::Holding, std::nullopt)) && !hasOptOutHint(later(SendRule::Holding, now)));
    }

    void c15HintSaysWhatStopDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isHint");
        for (const QString &hint :
             {u"Reply STOP to opt out"_s, u"STOP to end"_s, u"Txt STOP 2 quit"_s, u"Text STOP: no more texts"_s, u"STOP=out"_s,
              u"STOP = salir"_s, u"Reply \"STOP\" and we won't text again"_s, u"Reply with STOP any time"_s, u"Text the word STOP"_s,
              u"reply stop to opt out"_s, u"Responda STOP para salir"_s, u"Conteste con STOP"_s, u"Env\u00ede la palabra STOP"_s,
              u"STOP para cancelar"_s, u"STOP p/ salir"_s, u"Opt out: STOP"_s, u"Para salir: STOP"_s, u"To opt out, send STOP"_s})
            QTest::newRow(qPrintable(hint)) << hint << true;
        for (const QString &text :
             {u"Brakes fixed so the squeaks STOP"_s, u"STOP squeaks and leaks today"_s, u"We STOP leaks fast"_s, u"One-STOP shop"_s,
              u"We can stop by at 5"_s, u"Text us. STOP by our shop"_s, u"ONE STOP TOWING"_s, u"We stop to check the tires"_s,
              u"PARE o STOP: vea la se\u00f1al"_s, u"Non-STOP service to your door"_s, u"DON'T STOP BELIEVING Towing"_s})
            QTest::newRow(qPrintable(text)) << text << false;
    }

    void c15HintSaysWhatStopDoes()
    {
        QFETCH(const QString, text);
        QTEST(hasOptOutHint(text), "isHint");
    }

    void c37LongestValues_data();
    void c37LongestValues();

    void composing()
    {
        TemplateValues all = values();
        all.biz = u"Joe’s Towing"_s;
        QCOMPARE(*composeFirstText(u"Sorry — we missed you"_s, all), u"Joe's Towing: Sorry - we missed you. Reply STOP to opt out"_s);
        QVERIFY(!composeFirstText(u"{what}"_s, all));
        QVERIFY(!composeFirstText(QString(1590, u'a'), all));
    }

    void f56ForbiddenWords_data();
    void f56ForbiddenWords();
    void f56WhatCannotBeSaved_data();
    void f56WhatCannotBeSaved();
    void f56NeverABraceOverTemplatesAndData();
    void f57GoldenTextsWithALink_data();
    void f57GoldenTextsWithALink();

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("fine") << u"{biz} {link} {phone}"_s << QString();
        QTest::newRow("empty") << QString() << u"empty"_s;
        QTest::newRow("space") << u" \n "_s << u"empty"_s;
        QTest::newRow("unknown") << u"{business}"_s << u"unknown-placeholder"_s;
        QTest::newRow("opening and name") << u"{open} {open|soon} {name|there}"_s << QString();
        QTest::newRow("name without a fallback") << u"{name}: hello"_s << u"no-fallback"_s;
        QTest::newRow("blank fallback") << u"{link|}"_s << u"bad-fallback"_s;
        QTest::newRow("unclosed") << u"{biz: hello"_s << u"unclosed-brace"_s;
        QTest::newRow("unopened") << u"biz}: hello"_s << u"unclosed-brace"_s;
        QTest::newRow("too long") << QString(1601, u'a') << u"too-long"_s;
        QTest::newRow("too long with the hint") << QString(1590, u'a') << u"too-long"_s;
        QTest::newRow("long, hint in it") << QString(1575, u'a') + u" Reply STOP to opt out"_s << QString();
    }

    void problems()
    {
        QFETCH(QString, text);
        QFETCH(QString, problem);
        QCOMPARE(templateProblem(text), problem);
    }
};

void TestMessageTemplate::c37LongestValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("segments");
    const int hint = 22; // " Reply STOP to opt out" behind a sentence
    QTest::newRow("plain") << u"{biz}: hi."_s << 5 + 5 + hint << 1;
    QTest::newRow("opening") << u"{biz}: {open}."_s << 5 + 2 + 8 + 1 + hint << 1;
    QTest::newRow("name") << u"{biz}: {name|you}."_s << 5 + 2 + 20 + 1 + hint << 1;
    QTest::newRow("fallback that is longer") << u"{biz}: {name|a very good customer of ours}."_s << 5 + 2 + 28 + 1 + hint << 1;
    QTest::newRow("fallback in other letters") << u"{biz}: {open|ж}. "_s + QString(40, u'a') + u'.' << 5 + 2 + 1 + 2 + 41 + hint << 2;
    QTest::newRow("one name too many") << u"{biz}: {name|you}."_s + QString(110, u'.') << 160 << 1;
    QTest::newRow("and one letter") << u"{biz}: {name|you}."_s + QString(111, u'.') << 161 << 2;
    QTest::newRow("cannot be filled") << u"{link}"_s << 0 << 0;
}

/// What a text costs is said for the longest name and opening time that can come, not for those of the preview.
void TestMessageTemplate::c37LongestValues()
{
    QFETCH(QString, text);
    QFETCH(int, units);
    QFETCH(int, segments);
    TemplateValues some;
    some.biz = u"Bob's"_s;
    some.name = u"Al"_s;
    some.open = u"8AM"_s;
    const Result<SmsSegments> counted = longestSegments(text, some);
    QCOMPARE(counted.has_value(), segments > 0);
    if (!counted)
        return;
    QCOMPARE(counted->units, units);
    QCOMPARE(counted->segments, segments);
    // No value that can really come costs more.
    for (const QString &name : {QString(), u"Al"_s, QString(20, u'W'), QString(200, u'W'), u"María José"_s}) {
        some.name = name;
        QVERIFY(countSegments(*composeFirstText(text, some)).segments <= segments);
    }
}

void TestMessageTemplate::f56ForbiddenWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("none") << u"{biz}: sorry we missed you. Reply STOP to opt out"_s << QString();
    QTest::newRow("spirits") << u"Free Vodka with every tow"_s << u"Vodka"_s;
    QTest::newRow("firearms") << u"We haul guns"_s << u"guns"_s;
    QTest::newRow("tobacco") << u"Cigarettes at the desk"_s << u"Cigarettes"_s;
    QTest::newRow("drugs") << u"CBD for the road"_s << u"CBD"_s;
    QTest::newRow("part of a word is none") << u"Middlesex, Essex and Gunsmith Road"_s << QString();
    QTest::newRow("what trades use") << u"Wine cooler, heat gun, weed control, beer fridge"_s << QString();
    QTest::newRow("shortener") << u"Book: https://bit.ly/abc"_s << u"bit.ly"_s;
    QTest::newRow("shortener without a scheme") << u"Book at tinyurl.com/x."_s << u"tinyurl.com"_s;
    QTest::newRow("host that ends like one") << u"Book at https://rabbit.ly/x or smart.co"_s << QString();
    QTest::newRow("host that begins like one") << u"https://bit.ly.example.com/x https://t.company/"_s << QString();
    QTest::newRow("cancel as a command") << u"Reply CANCEL to move your visit"_s << u"Reply CANCEL"_s;
    QTest::newRow("end as a command") << u"text \"end\" when you are done"_s << u"text \"end"_s;
    QTest::newRow("help as a command") << u"Text HELP to get a tow"_s << u"Text HELP"_s;
    QTest::newRow("stop as a command") << u"Reply STOP when the truck is there"_s << u"Reply STOP"_s;
    QTest::newRow("help for help") << u"Reply HELP for help, STOP to opt out"_s << QString();
    QTest::newRow("stop hints") << u"Reply STOP to end. Text STOP to unsubscribe. Send STOP"_s << QString();
    QTest::newRow("only words") << u"We can cancel and text you the info at the end"_s << QString();
    QTest::newRow("shout") << u"{biz}: SORRY WE MISSED YOUR CALL! Text us"_s << u"ALL CAPS"_s;
    QTest::newRow("short shout") << u"{biz}: SORRY! Text us"_s << QString();
}

void TestMessageTemplate::f56ForbiddenWords()
{
    QFETCH(QString, text);
    QTEST(forbiddenWords(text), "found");
}

void TestMessageTemplate::f56WhatCannotBeSaved_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("fine") << u"{biz}: sorry {phone}"_s << QString();
    QTest::newRow("unknown placeholder") << u"{business}: hi"_s << u"unknown-placeholder"_s;
    QTest::newRow("name without fallback") << u"{name}: hi"_s << u"no-fallback"_s;
    QTest::newRow("opening and name are known later") << u"{biz}: hi {name|there}, we open {open}"_s << QString();
    QTest::newRow("no value but a fallback") << u"{biz}: book at {link|our office}"_s << QString();
    QTest::newRow("empty placeholder") << u"{}: hi"_s << u"unknown-placeholder"_s;
    QTest::newRow("no value") << u"{biz}: book {link}"_s << u"no-value"_s;
    QTest::newRow("two texts") << u"{biz} "_s + QString(250, u'a') << QString();
    QTest::newRow("three texts") << u"{biz} "_s + QString(270, u'a') << u"too-many-texts"_s;
    QTest::newRow("three texts by one letter") << u"{biz} ж "_s + QString(100, u'a') << u"too-many-texts"_s;
    QTest::newRow("typographic marks are made plain") << u"{biz} “hi” — "_s + QString(100, u'a') << QString();
    QTest::newRow("forbidden") << u"{biz}: free vodka"_s << u"forbidden-words"_s;
}

void TestMessageTemplate::f56WhatCannotBeSaved()
{
    QFETCH(QString, text);
    TemplateValues all = values();
    all.link.clear();
    QTEST(templateProblem(text, all), "problem");
}

/// Whatever the pieces: what is filled has no placeholder left in it, and what is not filled says why.
void TestMessageTemplate::f56NeverABraceOverTemplatesAndData()
{
    const QStringList pieces = {
        u"{biz}"_s,   u"{link}"_s,        u"{phone}"_s,    u"{name}"_s,      u"{"_s,         u"}"_s,       u"{}"_s,
        u"{ biz }"_s, u"hi "_s,           u"\n"_s,         u"ж"_s,           u"🚗"_s,         u"%1"_s,      u"{{biz}}"_s,
        u""_s,        QString(400, u'a'), u"{name|you}"_s, u"{open|soon}"_s, u"{link|us}"_s, u"{link|}"_s, u"|"_s};
    const QStringList data = {QString(), u" "_s, u"Bob's"_s, u"https://a.example/b"_s, u"%1"_s, QString(500, u'x'), u"\u202Ex"_s};
    quint32 seed = 7;
    const auto next = [&seed](qsizetype bound) {
        seed = seed * 1664525u + 1013904223u;
        return qsizetype((seed >> 8) % quint32(bound));
    };
    int filled = 0;
    int refused = 0;
    for (int run = 0; run < 20000; ++run) {
        QString text;
        for (qsizetype i = 0, count = 1 + next(6); i < count; ++i)
            text += pieces[next(pieces.size())];
        TemplateValues some;
        some.biz = data[next(data.size())];
        some.link = data[next(data.size())];
        some.phone = data[next(data.size())];
        some.name = data[next(data.size())];
        some.open = data[next(data.size())].left(longestOpen);
        const Result<QString> result = composeFirstText(text, some);
        const QString problem = templateProblem(text, some);
        if (!result) {
            QVERIFY2(!problem.isEmpty() || text.size() + 2000 > maximumTextLength, qPrintable(text));
            ++refused;
            continue;
        }
        ++filled;
        QVERIFY2(!result->contains(u'{') && !result->contains(u'}'), qPrintable(text));
        QVERIFY(result->size() <= maximumTextLength && !result->trimmed().isEmpty());
        QVERIFY(problem.isEmpty() || problem == u"too-many-texts"_s || problem == u"too-long"_s);
    }
    QVERIFY2(filled > 1000 && refused > 1000, qPrintable(u"%1 and %2"_s.arg(filled).arg(refused)));
    // The plain text of every rule that has one can be sent by any business that has a name.
    TemplateValues name;
    name.biz = u"Bob's"_s;
    for (const SendRule rule : {SendRule::Open, SendRule::SecondCall})
        QVERIFY(composeFirstText(plainFallback(rule), name) && templateProblem(plainFallback(rule), name).isEmpty());
}

void TestMessageTemplate::f57GoldenTextsWithALink_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    QTest::newRow("plain")
        << u"https://motorcity.example.com/book"_s
        << u"Motor City Towing: we missed you. Text location + vehicle or book: https://motorcity.example.com/book In danger? "
           "Call 911. Reply STOP to opt out"_s
        << 144;
    // As the owner gave it: nothing is added about the caller, nothing taken away.
    QTest::newRow("with tracking")
        << u"https://book.example.com/b?utm_source=text&utm_medium=sms#now"_s
        << u"Motor City Towing: we missed you. Text location + vehicle or book: "
           "https://book.example.com/b?utm_source=text&utm_medium=sms#now In danger? Call 911. Reply STOP to opt out"_s
        << 171;
    QTest::newRow("shortener")
        << u"https://bit.ly/3xYz"_s
        << u"Motor City Towing: we missed you. Text location + vehicle or book: https://bit.ly/3xYz In danger? Call 911. "
           "Reply STOP to opt out"_s
        << 129;
}

void TestMessageTemplate::f57GoldenTextsWithALink()
{
    QFETCH(QString, link);
    TemplateValues all = values();
    all.link = link;
    const Result<QString> composed =
        composeFirstText(TemplateSet::forTrade(u"towing"_s, TemplateLanguage::English, true).text(SendRule::Open), all);
    QVERIFY(composed.has_value());
    QTEST(*composed, "text");
    QTEST(int(composed->size()), "length");
    // The same for every caller: nothing else goes into a text.
    all.phone = u"(248) 555-0199"_s;
    QCOMPARE(*composeFirstText(TemplateSet::forTrade(u"towing"_s, TemplateLanguage::English, true).text(SendRule::Open), all), *composed);
}

QTEST_GUILESS_MAIN(TestMessageTemplate)
#include "tst_messagetemplate.moc"
