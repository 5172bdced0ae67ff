// SPDX-License-Identifier: MIT
#include "domain/smssegments.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::SmsEncoding)

namespace {

QString times(int count, const QString &text)
{
    return text.repeated(count);
}

} // namespace

class TestSmsSegments : public QObject {
    Q_OBJECT

private slots:
    void counts_data()
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

    void counts()
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

    void smartEncoding_data()
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

    void smartEncoding()
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

QTEST_GUILESS_MAIN(TestSmsSegments)
#include "tst_smssegments.moc"
