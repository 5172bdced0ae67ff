// SPDX-License-Identifier: MIT
#include "domain/duty/dutywords.h"

#include "domain/smssegments.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

const PhoneNumber maria = *PhoneNumber::fromStored(u"+13132230142"_s);
const PhoneNumber other = *PhoneNumber::fromStored(u"+13132230199"_s);
constexpr TemplateLanguage english = TemplateLanguage::English;
constexpr TemplateLanguage spanish = TemplateLanguage::Spanish;

DutyNews news(const QString &words, std::optional<AlertKind> kind = AlertKind::UrgentWord, int level = 1)
{
    return {u"Motor City Towing"_s, {12, u"Maria Garcia"_s, maria}, kind, level, words};
}

} // namespace

class TestDutyWords : public QObject {
    Q_OBJECT

private slots:
    void tags();
    void names_data();
    void names();
    void strangers_data();
    void strangers();
    void alertTexts_data();
    void alertTexts();
    void oneSegmentWhateverTheyWrite_data();
    void oneSegmentWhateverTheyWrite();
    void moreWords();
    void answers_data();
    void answers();
    void listThatIsTooLongIsCut();
};

void TestDutyWords::tags()
{
    QCOMPARE(nextDutyTag(0, {}), 11);
    QCOMPARE(nextDutyTag(11, {11}), 12);
    QCOMPARE(nextDutyTag(11, {}), 12); // a closed one's number is not used at once
    QCOMPARE(nextDutyTag(99, {}), 11);
    QCOMPARE(nextDutyTag(99, {11, 12}), 13);
    QCOMPARE(nextDutyTag(50, {51, 52}), 53);
    std::vector<int> all;
    for (int tag = 11; tag <= 99; ++tag)
        all.push_back(tag);
    QCOMPARE(nextDutyTag(99, all), 100);
    all.push_back(100);
    QCOMPARE(nextDutyTag(100, all), 101);
    QCOMPARE(nextDutyTag(101, {}), 11);
}

void TestDutyWords::names_data()
{
    QTest::addColumn<QString>("contact");
    QTest::addColumn<QString>("shown");
    QTest::newRow("two") << u"Maria Garcia"_s << u"Maria G."_s;
    QTest::newRow("three") << u"Maria de Garcia"_s << u"Maria G."_s;
    QTest::newRow("one") << u"Maria"_s << u"Maria"_s;
    QTest::newRow("accent") << u"Mar\u00eda \u00c1lvarez"_s << u"Maria A."_s;
    QTest::newRow("none") << QString() << u"caller 0142"_s;
    QTest::newRow("link") << u"evil.com Garcia"_s << u"caller 0142"_s;
    QTest::newRow("number") << u"#14 Maria"_s << u"caller 0142"_s;
    QTest::newRow("a command") << u"STOP"_s << u"caller 0142"_s;
}

void TestDutyWords::names()
{
    QFETCH(QString, contact);
    QTEST(dutyName({12, contact, maria}, english), "shown");
}

void TestDutyWords::strangers_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *written, const char *shown) {
        QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(shown);
    };
    row("stuck on I-94, child in car", "stuck on I-94, child in car");
    row("line\none\r\n\ttwo", "line one two");
    row("<b>help</b>", "<b>help</b>");
    row("see https://evil.example/x?a=1 now", "see (link) now");
    row("see javascript://x now", "see (link) now");
    row("www.evil.example please", "(link) please");
    row("go to evil.com, quick", "go to (link), quick");
    row("bit.ly/3x", "(link)");
    row("ev\U0001F525il.com", "(link)");
    row("x:\U0001F525//y", "(link)");
    row("open 1.2.3.4/a now", "open (link) now");
    row("1.2.3.4:8080/a?b", "(link)");
    row("192.168.0.1, see", "(link), see");
    row("call 313.223.0142 or 1.313.223.0142", "call 313.223.0142 or 1.313.223.0142");
    row("at exit 94.We are cold", "at exit 94.We are cold");
    row("5.5 miles past I-94", "5.5 miles past I-94");
    row("estamos en el tr\u00e1fico", "estamos en el trafico");
    row("don\u2019t \u201cwait\u201d \u2014 fire", "don't \"wait\" - fire");
    row("help \U0001F525\U0001F525 fire", "help fire");
    row("a\u202eb\u200bc\u2066d", "abcd");
    row("\u041f\u043e\u043c\u043e\u0433\u0438\u0442\u0435", "\u041f\u043e\u043c\u043e\u0433\u0438\u0442\u0435");
    row("", "");
}

void TestDutyWords::strangers()
{
    QFETCH(QString, written);
    QTEST(strangersWords(written), "shown");
}

void TestDutyWords::alertTexts_data()
{
    QTest::addColumn<DutyNews>("told");
    QTest::addColumn<bool>("inSpanish");
    QTest::addColumn<QString>("text");
    const QString words = u"stuck on I-94, child in car"_s;
    QTest::newRow("danger") << news(words, AlertKind::Danger) << false << u"Motor City Towing #12 Maria G.: stuck on I-94, child in car"_s;
    QTest::newRow("climbed") << news(words, AlertKind::Danger, 2) << false
                             << u"Motor City Towing #12 Maria G.: still open: stuck on I-94, child in car"_s;
    QTest::newRow("reply") << news(u"thanks"_s, std::nullopt) << false << u"Motor City Towing #12 Maria G.: thanks"_s;
    QTest::newRow("picture") << news({}, std::nullopt) << false << u"Motor City Towing #12 Maria G.: sent a picture"_s;
    QTest::newRow("second call") << news({}, AlertKind::SecondCall) << false
                                 << u"Motor City Towing #12 Maria G.: called again, please call back"_s;
    QTest::newRow("waits") << news(u"hello?"_s, AlertKind::Waiting) << false
                           << u"Motor City Towing #12 Maria G.: waits for an answer: hello?"_s;
    QTest::newRow("waits after a call") << news({}, AlertKind::Waiting) << false
                                        << u"Motor City Towing #12 Maria G.: missed call, nobody called back"_s;
    QTest::newRow("Spanish") << news({}, AlertKind::SecondCall, 3) << true
                             << u"Motor City Towing #12 Maria G.: sigue abierto: llama otra vez, por favor devuelva la llamada"_s;
    DutyNews long_ = news(words);
    long_.business = u"The Very Long Name Of A Towing Company In Detroit"_s;
    QTest::newRow("long business") << long_ << false << u"The Very Long Name Of A T #12 Maria G.: stuck on I-94, child in car"_s;
}

void TestDutyWords::alertTexts()
{
    QFETCH(DutyNews, told);
    QFETCH(bool, inSpanish);
    QTEST(dutyAlertText(told, inSpanish ? spanish : english), "text");
}

void TestDutyWords::oneSegmentWhateverTheyWrite_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("long") << QString(2000, u'a');
    QTest::newRow("words") << u"help me now "_s.repeated(100);
    QTest::newRow("costly") << QString(300, u'{');
    QTest::newRow("euro") << QString(300, u'\u20ac');
    QTest::newRow("cyrillic") << QString(300, u'\u0416');
    QTest::newRow("chinese of two halves") << QString::fromUcs4(U"\U00020000").repeated(100);
    QTest::newRow("emoji") << QString::fromUcs4(U"\U0001F525").repeated(100);
    QTest::newRow("half a character") << QString(100, QChar(0xd83d));
}

void TestDutyWords::oneSegmentWhateverTheyWrite()
{
    QFETCH(QString, words);
    for (const TemplateLanguage language : {english, spanish, TemplateLanguage::Both}) {
        for (int level = 1; level <= 2; ++level) {
            const QString text = dutyAlertText(news(words, AlertKind::Danger, level), language);
            QCOMPARE(countSegments(text).segments, 1);
            QVERIFY(text.startsWith(u"Motor City Towing #12 Maria G.: "_s));
            QVERIFY(text.isValidUtf16());
            QCOMPARE(countSegments(withMoreWords(text, words)).segments, 1);
        }
    }
}

void TestDutyWords::moreWords()
{
    QCOMPARE(withMoreWords(u"#12 Maria G.: hello"_s, u"are you there"_s), u"#12 Maria G.: hello / are you there"_s);
    QCOMPARE(withMoreWords(u"#12 Maria G.: hello"_s, {}), u"#12 Maria G.: hello"_s);
    const QString full = dutyAlertText(news(QString(300, u'a')), english);
    QCOMPARE(withMoreWords(full, u"more"_s), full);
    const QString nearlyFull = u"#12 Maria G.: "_s + QString(143, u'a');
    QCOMPARE(withMoreWords(nearlyFull, u"more"_s), nearlyFull);
    QVERIFY(withEarlierWords(u"#12 Maria G.: URGENT"_s, u"#12 Maria G.: at 500 Oak"_s) == u"#12 Maria G.: URGENT / at 500 Oak"_s);
    QCOMPARE(withEarlierWords(u"Towing: day and night #12 Maria G.: URGENT"_s, u"Towing: day and night #12 Maria G.: at 500 Oak"_s),
             u"Towing: day and night #12 Maria G.: URGENT / at 500 Oak"_s); // a business with a colon in its name
}

void TestDutyWords::answers_data()
{
    using Kind = DutyAnswer::Kind;
    QTest::addColumn<DutyAnswer>("answer");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("enEspanol");
    const DutyTag who{12, u"Maria Garcia"_s, maria};
    const std::vector<DutyTag> open{who, {14, {}, other}};
    const auto row = [](const char *name, const DutyAnswer &answer, const char *said, const char *translated) {
        QTest::newRow(name) << answer << QString::fromUtf8(said) << QString::fromUtf8(translated);
    };
    row("sent", {Kind::Sent, who, {}, {}}, "#12 sent to Maria G.", "#12 enviado a Maria G.");
    row("not delivered", {Kind::NotDelivered, who, {}, {}}, "#12 did NOT arrive. Please call Maria G.: (313) 223-0142",
        "#12 NO fue entregado. Por favor llame a Maria G.: (313) 223-0142");
    row("not sent", {Kind::NotSent, who, {}, {}}, "#12 NOT sent. Please call Maria G.: (313) 223-0142",
        "#12 NO enviado. Por favor llame a Maria G.: (313) 223-0142");
    row("call", {Kind::Yours, who, {}, {}}, "#12 is yours. Maria G.: (313) 223-0142", "#12 es suyo. Maria G.: (313) 223-0142");
    row("done", {Kind::Closed, who, {}, {}}, "#12 Maria G. closed", "#12 Maria G. cerrado");
    row("off", {Kind::Off, {}, {}, u"Tue 6 PM"_s}, "Off duty until Tue 6 PM", "Fuera de servicio hasta Tue 6 PM");
    row("on", {Kind::On, {}, {}, {}}, "You are on duty", "Usted queda en servicio");
    row("on before the shift", {Kind::On, {}, {}, u"Tue 6 PM"_s}, "On duty from Tue 6 PM", "En servicio desde Tue 6 PM");
    row("on without a plan", {Kind::NoShift, {}, {}, {}}, "You have no shift in the on-call plan", "Usted no tiene turno de guardia");
    row("off without a plan", {Kind::Off, {}, {}, {}}, "You are off duty", "Usted queda fuera de servicio");
    row("which", {Kind::Which, {}, open, {}}, "Which one? Nothing was sent. Begin with its number: #12 Maria G., #14 caller 0199",
        "Indique el caso, nada fue enviado. Empiece con su cifra: #12 Maria G., #14 cliente 0199");
    row("not open", {Kind::NotOpen, {13, {}, {}}, open, {}}, "#13 is not open, nothing was sent. Which one? #12 Maria G., #14 caller 0199",
        "#13 no existe, nada fue enviado. Indique el caso: #12 Maria G., #14 cliente 0199");
    row("no case", {Kind::NoCase, {}, {}, {}}, "No customer is waiting. Nothing was sent.", "Nadie espera. Nada fue enviado.");
    row("opted out", {Kind::OptedOut, who, {}, {}}, "#12 NOT sent: Maria G. wants no texts (STOP). Please call: (313) 223-0142",
        "#12 NO enviado: Maria G. no quiere mensajes (STOP). Por favor llame: (313) 223-0142");
    row("too late", {Kind::TooLate, {}, {}, {}}, "Your text came in too late. Nothing was sent. Please text again.",
        "Su mensaje llega tarde. Nada fue enviado. Mande otro.");
}

void TestDutyWords::answers()
{
    QFETCH(DutyAnswer, answer);
    QTEST(dutyAnswerText(answer, u"US"_s, english), "said");
    QTEST(dutyAnswerText(answer, u"US"_s, spanish), "enEspanol");
    QCOMPARE(countSegments(dutyAnswerText(answer, u"US"_s, spanish)).segments, 1);
}

void TestDutyWords::listThatIsTooLongIsCut()
{
    DutyAnswer question;
    for (int tag = 11; tag < 60; ++tag)
        question.open.push_back({tag, u"Maria Garcia"_s, maria});
    const QString text = dutyAnswerText(question, u"US"_s, english);
    QCOMPARE(countSegments(text).segments, 1);
    QVERIFY(text.endsWith(u"..."_s));
}

QTEST_GUILESS_MAIN(TestDutyWords)
#include "tst_dutywords.moc"
