// SPDX-License-Identifier: MIT
#include "domain/message.h"
#include "domain/smssegments.h"
#include "domain/templates/encodingrepair.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::SmsEncoding)
Q_DECLARE_METATYPE(textback::SmsRoute)

namespace {

QString times(int count, const QString &text)
{
    return text.repeated(count);
}

} // namespace

class TestSmsSegments : public QObject {
    Q_OBJECT

private slots:
    void c34Counts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SmsEncoding>("encoding");
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("segments");
        QTest::addColumn<int>("perSegment");
        QTest::addColumn<int>("left");
        const auto gsm7 = SmsEncoding::Gsm7;
        const auto ucs2 = SmsEncoding::Ucs2;
        const QString a = u"a"_s;
        const QString han = u"\u4e00"_s;
        const QString emoji = u"🚗"_s;

        QTest::newRow("empty") << QString() << gsm7 << 0 << 0 << 160 << 160;
        QTest::newRow("one letter") << a << gsm7 << 1 << 1 << 160 << 159;
        QTest::newRow("160 a") << times(160, a) << gsm7 << 160 << 1 << 160 << 0;
        QTest::newRow("161 a") << times(161, a) << gsm7 << 161 << 2 << 153 << 145;
        QTest::newRow("306 a") << times(306, a) << gsm7 << 306 << 2 << 153 << 0;
        QTest::newRow("307 a") << times(307, a) << gsm7 << 307 << 3 << 153 << 152;
        QTest::newRow("80 euro") << times(80, u"€"_s) << gsm7 << 160 << 1 << 160 << 0;
        QTest::newRow("81 euro") << times(81, u"€"_s) << gsm7 << 162 << 2 << 153 << 143;
        QTest::newRow("extension table") << u"{}[]^~|\\\f€"_s << gsm7 << 20 << 1 << 160 << 140;
        // 152 + 2: the bracket does not fit into the first part's last septet and leaves it empty.
        QTest::newRow("escape not split") << times(152, a) + u"["_s + times(20, a) << gsm7 << 174 << 2 << 153 << 131;
        QTest::newRow("escape not split, one part more")
            << times(152, a) + u"["_s + times(151, a) + u"["_s << gsm7 << 307 << 3 << 153 << 151;
        QTest::newRow("escape at the very end of a part") << times(151, a) + u"["_s + times(20, a) << gsm7 << 173 << 2 << 153 << 133;
        QTest::newRow("whole basic table")
            << u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"_s
            << gsm7 << 127 << 1 << 160 << 33;
        QTest::newRow("70 Han") << times(70, han) << ucs2 << 70 << 1 << 70 << 0;
        QTest::newRow("71 Han") << times(71, han) << ucs2 << 71 << 2 << 67 << 63;
        QTest::newRow("134 Han") << times(134, han) << ucs2 << 134 << 2 << 67 << 0;
        QTest::newRow("135 Han") << times(135, han) << ucs2 << 135 << 3 << 67 << 66;
        QTest::newRow("35 emoji") << times(35, emoji) << ucs2 << 70 << 1 << 70 << 0;
        // 33 emoji of two units fill 66 of a part's 67: the 34th is not cut in two.
        QTest::newRow("36 emoji") << times(36, emoji) << ucs2 << 72 << 2 << 67 << 61;
        QTest::newRow("66 emoji") << times(66, emoji) << ucs2 << 132 << 2 << 67 << 1;
        QTest::newRow("67 emoji") << times(67, emoji) << ucs2 << 134 << 3 << 67 << 65;
        QTest::newRow("100 plain") << times(100, a) << gsm7 << 100 << 1 << 160 << 60;
        QTest::newRow("100 with a curly quote") << times(99, a) + u"’"_s << ucs2 << 100 << 2 << 67 << 34;
        QTest::newRow("ç is not in the table, Ç is") << u"ç"_s << ucs2 << 1 << 1 << 70 << 69;
        QTest::newRow("backtick") << u"`"_s << ucs2 << 1 << 1 << 70 << 69;
        QTest::newRow("tab") << u"\t"_s << ucs2 << 1 << 1 << 70 << 69;
        QTest::newRow("Spanish") << u"¿Dónde está? ¡Mañana!"_s << ucs2 << 21 << 1 << 70 << 49; // ó and á are not in GSM-7
        QTest::newRow("Spanish, lucky") << u"¿Qué? ¡Mañana!"_s << gsm7 << 14 << 1 << 160 << 146;
        QTest::newRow("null character") << QString(QChar(u'\0')) << ucs2 << 1 << 1 << 70 << 69;
    }

    void c34Counts()
    {
        QFETCH(QString, text);
        QFETCH(SmsEncoding, encoding);
        QFETCH(int, units);
        QFETCH(int, segments);
        QFETCH(int, perSegment);
        QFETCH(int, left);
        const SmsSegments counted = countSegments(text);
        QCOMPARE(static_cast<int>(counted.encoding), static_cast<int>(encoding));
        QCOMPARE(counted.units, units);
        QCOMPARE(counted.segments, segments);
        QCOMPARE(counted.unitsPerSegment, perSegment);
        QCOMPARE(counted.unitsLeft, left);
        QCOMPARE(firstNonGsm7(text).isNull(), encoding == gsm7());
    }

    /// One text and each part of several, in both alphabets and from both kinds of number, at each of their edges.
    void c33CapacityOfParts_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::addColumn<SmsRoute>("route");
        QTest::addColumn<int>("single");
        QTest::addColumn<int>("part");
        QTest::newRow("GSM-7") << u"a"_s << SmsRoute::LongCode << 160 << 153;
        QTest::newRow("UCS-2") << u"\u4e00"_s << SmsRoute::LongCode << 70 << 67;
        QTest::newRow("GSM-7, toll-free") << u"a"_s << SmsRoute::TollFree << 160 << 152;
        QTest::newRow("UCS-2, toll-free") << u"\u4e00"_s << SmsRoute::TollFree << 70 << 66;
    }

    void c33CapacityOfParts()
    {
        QFETCH(QString, letter);
        QFETCH(SmsRoute, route);
        QFETCH(int, single);
        QFETCH(int, part);
        const auto segments = [&](int letters) { return countSegments(times(letters, letter), route).segments; };
        QCOMPARE(segments(single), 1);
        QCOMPARE(segments(single + 1), 2);
        for (int parts = 2; parts <= 10; ++parts) {
            QCOMPARE(segments(parts * part), parts);
            QCOMPARE(segments(parts * part + 1), parts + 1);
        }
        QCOMPARE(countSegments(letter, route).unitsPerSegment, single);
        QCOMPARE(countSegments(times(single + 1, letter), route).unitsPerSegment, part);
    }

    void c33TheNumberDecidesTheRoute()
    {
        QCOMPARE(smsRoute(*PhoneNumber::fromStored(u"+13132230100"_s)), SmsRoute::LongCode);
        QCOMPARE(smsRoute(*PhoneNumber::fromStored(u"+18002230100"_s)), SmsRoute::TollFree);
        OutboxItem item;
        item.body = times(306, u"a"_s);
        item.from = *PhoneNumber::fromStored(u"+13132230100"_s);
        QCOMPARE(item.segments(), 2);
        item.from = *PhoneNumber::fromStored(u"+18002230100"_s);
        QCOMPARE(item.segments(), 3);
    }

    /// An escape or a pair that does not fit begins the next part there too.
    void c33NothingIsSplitFromATollFreeNumber()
    {
        QCOMPARE(countSegments(times(151, u"a"_s) + u"["_s + times(151, u"a"_s), SmsRoute::TollFree).segments, 3);
        QCOMPARE(countSegments(times(150, u"a"_s) + u"["_s + times(152, u"a"_s), SmsRoute::TollFree).segments, 2);
        QCOMPARE(countSegments(times(66, u"🚗"_s), SmsRoute::TollFree).segments, 2);
        QCOMPARE(countSegments(times(67, u"🚗"_s), SmsRoute::TollFree).segments, 3);
    }

    void c35Repair_data();
    void c35Repair();
    void c35WithoutAccents_data();
    void c35WithoutAccents();

    void c36LongAndTooLong()
    {
        const auto length = [](int letters) { return lengthOf(times(letters, u"a"_s)); };
        QVERIFY(length(0) == TextLength::Usual && length(320) == TextLength::Usual);
        QVERIFY(length(321) == TextLength::Long && length(1600) == TextLength::Long);
        QVERIFY(length(1601) == TextLength::TooLong);
    }

    void c35SmartEncoding_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoded");
        QTest::newRow("plain") << u"We'll be there."_s << u"We'll be there."_s;
        QTest::newRow("single quotes") << u"‘We’ll’ `be´"_s << u"'We'll' 'be'"_s;
        QTest::newRow("double quotes") << u"“yes” „ja” «oui»"_s << u"\"yes\" \"ja\" \"oui\""_s;
        QTest::newRow("dashes") << u"8–5 — open − now\u2011ish"_s << u"8-5 - open - now-ish"_s;
        QTest::newRow("dots") << u"wait…"_s << u"wait..."_s;
        QTest::newRow("bullets") << u"• tow ● jump · fuel"_s << u"* tow * jump * fuel"_s;
        QTest::newRow("spaces") << u"a\u00a0b\u2009c\u202fd\u3000e\tf"_s << u"a b c d e f"_s;
        QTest::newRow("zero width") << u"a\u200bb\ufeffc\u2060d"_s << u"abcd"_s;
        QTest::newRow("line separators") << u"a\u2028b\u2029c"_s << u"a\nb\nc"_s;
        QTest::newRow("line breaks stay") << u"a\nb\r\nc"_s << u"a\nb\r\nc"_s;
        QTest::newRow("emoji and its joiners stay") << u"👩‍🔧 ok"_s << u"👩‍🔧 ok"_s;
        QTest::newRow("accents stay") << u"mañana está"_s << u"mañana está"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void c35SmartEncoding()
    {
        QFETCH(QString, text);
        QFETCH(QString, encoded);
        QCOMPARE(smartEncoded(text), encoded);
        QCOMPARE(smartEncoded(encoded), encoded);
    }

    void f51StrangeLettersAreCountedAsTheyLeave();

    void characterThatForcesUcs2()
    {
        QVERIFY(firstNonGsm7(u"plain €"_s).isNull());
        QCOMPARE(firstNonGsm7(u"it’s — fine"_s), u"’"_s);
        QCOMPARE(firstNonGsm7(u"go 🚗 ’"_s), u"🚗"_s);
    }

private:
    static constexpr SmsEncoding gsm7() { return SmsEncoding::Gsm7; }
};

/// What the composer and the preview count is what a provider charges for: UTF-16 units, a character of two never cut.
void TestSmsSegments::f51StrangeLettersAreCountedAsTheyLeave()
{
    const auto count = [](const QString &text) { return countSegments(smartEncoded(text)); };
    const QString family = u"👨‍👩‍👧‍👦"_s; // seven code points, eleven units
    QCOMPARE(count(family).units, 11);
    QCOMPARE(count(family.repeated(6)).segments, 1);
    QCOMPARE(count(family.repeated(7)).segments, 2);
    QCOMPARE(count(u"🇺🇸"_s).units, 4);
    QCOMPARE(count(u"👍🏽"_s).units, 4);
    QCOMPARE(count(u"e"_s + QString(69, QChar(0x0301))).segments, 1);
    QCOMPARE(count(u"e"_s + QString(70, QChar(0x0301))).segments, 2);
    QCOMPARE(count(u"\u202Eabc\u202C"_s).units, 5); // marks are counted: they leave with the text
    QCOMPARE(count(u"مرحبا"_s).units, 5);
    QCOMPARE(count(u"a\u200Bb\uFEFFc"_s), count(u"abc"_s)); // taken out before it leaves
    QCOMPARE(count(QString(QChar(0xD83D)) + u"x"_s).segments, 1);
    // Seventy units with a pair at the seam of two parts: the pair goes over whole.
    const SmsSegments seam = count(QString(66, u'ж') + u"🚗"_s + QString(66, u'ж'));
    QCOMPARE(seam.segments, 3);
}

void TestSmsSegments::c35Repair_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("forcing");
    QTest::addColumn<QString>("repaired");
    QTest::addColumn<QString>("staying");
    QTest::addColumn<QString>("plain");
    QTest::newRow("nothing") << u"It's plain"_s << QString() << u"It's plain"_s << QString() << u"It's plain"_s;
    QTest::newRow("quote and dash") << u"It’s – it’s"_s << u"’–"_s << u"It's - it's"_s << QString() << u"It's - it's"_s;
    QTest::newRow("Spanish") << u"¿Está mañana? — Sí"_s << u"á—í"_s << u"¿Está mañana? - Sí"_s << u"áí"_s << u"¿Esta mañana? - Si"_s;
    QTest::newRow("emoji") << u"ok 🚗…"_s << u"🚗…"_s << u"ok 🚗..."_s << u"🚗"_s << u"ok 🚗..."_s;
    QTest::newRow("composed") << u"man\u0303ana"_s << u"\u0303"_s << u"mañana"_s << QString() << u"mañana"_s;
}

void TestSmsSegments::c35Repair()
{
    QFETCH(QString, text);
    const EncodingRepair repair = encodingRepair(text);
    QTEST(repair.forcing.join(QString()), "forcing");
    QTEST(repair.repaired, "repaired");
    QTEST(repair.staying.join(QString()), "staying");
    QTEST(repair.plain, "plain");
    QCOMPARE(repair.now, countSegments(text));
    QCOMPARE(repair.afterRepair, countSegments(repair.repaired));
    QCOMPARE(repair.afterPlain, countSegments(repair.plain));
    QCOMPARE(repair.now.encoding == SmsEncoding::Gsm7, repair.forcing.isEmpty());
    QCOMPARE(repair.afterRepair.encoding == SmsEncoding::Gsm7, repair.staying.isEmpty());
    QCOMPARE(encodingRepair(repair.plain).plain, repair.plain);
}

void TestSmsSegments::c35WithoutAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("what GSM-7 lacks") << u"áíóú ÁÍÓÚ"_s << u"aiou AIOU"_s;
    QTest::newRow("what it has") << u"éñüàèìòù ÉÑÜÄÖ ¿¡ß"_s << u"éñüàèìòù ÉÑÜÄÖ ¿¡ß"_s;
    QTest::newRow("others") << u"ç ã ő ł œ Ł Đ"_s << u"c a o l oe L D"_s;
    QTest::newRow("no kin") << u"ж 中 🚗 ’"_s << u"ж 中 🚗 ’"_s;
    QTest::newRow("in two characters") << u"a\u0301n\u0303"_s << u"añ"_s;
    QTest::newRow("two marks") << u"\u00e1\u0301b œ\u0301"_s << u"ab oe"_s;
    QTest::newRow("a mark alone") << u"\u0301"_s << u"\u0301"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestSmsSegments::c35WithoutAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QCOMPARE(withoutAccents(text), plain);
    QCOMPARE(withoutAccents(plain), plain);
}

QTEST_GUILESS_MAIN(TestSmsSegments)
#include "tst_smssegments.moc"
