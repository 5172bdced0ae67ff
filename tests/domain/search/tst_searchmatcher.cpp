// SPDX-License-Identifier: MIT
#include "domain/search/searchmatcher.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;

/// What of a text is marked, and which part of a long one is shown.
class TestSearchMatcher : public QObject {
    Q_OBJECT

private slots:
    void marks_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked"); // with [ ] around what is marked
        const auto row = [](const char *name, const QString &asked, const QString &text, const QString &marked) {
            QTest::newRow(name) << asked << text << marked;
        };
        row("beginning of a word", u"tom"_s, u"Yes, tomorrow"_s, u"Yes, [tom]orrow"_s);
        row("never inside of one", u"row"_s, u"tomorrow"_s, u"tomorrow"_s);
        row("each time", u"tow"_s, u"tow, Tow and towing"_s, u"[tow], [Tow] and [tow]ing"_s);
        row("every word", u"flat tir"_s, u"a flat tire"_s, u"a [flat] [tir]e"_s);
        row("the longest of two", u"to tow"_s, u"to tows"_s, u"[to] [tow]s"_s);
        row("accents folded", u"jose nun"_s, u"José Núñez"_s, u"[José] [Núñ]ez"_s);
        row("accents typed", u"Mária"_s, u"Maria"_s, u"[Maria]"_s);
        row("accents as characters of their own", u"jose"_s, u"Jose\u0301 and jo\u0301se\u0301fa"_s,
            u"[Jose\u0301] and [jo\u0301se\u0301]fa"_s);
        row("capitals", u"STRASSE"_s, u"strasse"_s, u"[strasse]"_s);
        row("greek", u"αθη"_s, u"ΑΘΉΝΑ"_s, u"[ΑΘΉ]ΝΑ"_s);
        row("a letter of two units", u"\U00010428"_s, u"\U00010400\U00010401"_s, u"[\U00010400]\U00010401"_s);
        row("nothing asked", u" !"_s, u"tomorrow"_s, u"tomorrow"_s);
        row("a lone accent", u"\u0301"_s, u"tomorrow"_s, u"tomorrow"_s);
    }

    void marks()
    {
        QFETCH(QString, asked);
        QFETCH(QString, text);
        QString shown = text;
        std::vector<TextRange> marks = SearchMatcher(asked, u"US"_s).marks(text);
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
            shown.insert(mark->start + mark->length, u']');
            shown.insert(mark->start, u'[');
        }
        QTEST(shown, "marked");
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("marked");
        QTest::newRow("end") << u"0142"_s << u"(313) 223-0142"_s << u"0142"_s;
        QTest::newRow("over what stands between") << u"3.223"_s << u"(313) 223-0142"_s << u"3) 223"_s;
        QTest::newRow("with the country's code") << u"+1 313-223-0142"_s << u"(313) 223-0142"_s << u"313) 223-0142"_s;
        QTest::newRow("foreign, as at home there") << u"020 7946"_s << u"+44 20 7946 0018"_s << u"20 7946"_s;
        QTest::newRow("another") << u"999"_s << u"(313) 223-0142"_s << u""_s;
        QTest::newRow("words") << u"maria 313"_s << u"(313) 223-0142"_s << u""_s;
        QTest::newRow("no number") << u"313"_s << u"withheld"_s << u""_s;
    }

    void numbers()
    {
        QFETCH(QString, asked);
        QFETCH(QString, number);
        const std::vector<TextRange> marks = SearchMatcher(asked, u"US"_s).numberMarks(number);
        QTEST(marks.empty() ? QString() : number.mid(marks[0].start, marks[0].length), "marked");
    }

    void matchesAll()
    {
        QVERIFY(SearchMatcher(u"check n"_s, u"US"_s).matchesAll(u"Check now"_s));
        QVERIFY(SearchMatcher(u"now check"_s, u"US"_s).matchesAll(u"Check now"_s));
        QVERIFY(SearchMatcher(u"pagina"_s, u"US"_s).matchesAll(u"Página siguiente"_s));
        QVERIFY(!SearchMatcher(u"check later"_s, u"US"_s).matchesAll(u"Check now"_s));
        QVERIFY(!SearchMatcher(u""_s, u"US"_s).matchesAll(u"Check now"_s));
        QVERIFY(!SearchMatcher(u"!"_s, u"US"_s).matchesAll(u"Check now"_s));
    }

    void excerpts()
    {
        const SearchMatcher matcher(u"pump"_s, u"US"_s);
        const QString shortText = u"The pump\nleaks"_s;
        QCOMPARE(matcher.excerpt(shortText), shortText);
        const QString filler = u"word "_s.repeated(100);
        const QString part = matcher.excerpt(filler + u"the pump leaks "_s + filler);
        QVERIFY2(part.startsWith(u"…word "_s) && part.endsWith(u'…'), qPrintable(part));
        QVERIFY2(part.indexOf(u"pump"_s) < 40 && part.size() < 200, qPrintable(part));
        QVERIFY(matcher.excerpt(u"pump "_s + filler).startsWith(u"pump word"_s));
        QVERIFY(matcher.excerpt(filler + u"pump"_s).endsWith(u"pump"_s));
        // Never through a letter of two units.
        const QString emoji = u"\U0001F600"_s.repeated(300);
        for (const QString &lead : {u""_s, u"x"_s}) {
            const QString cut = matcher.excerpt(lead + emoji + u" pump "_s + emoji);
            QVERIFY(cut.contains(u"pump"_s));
            QCOMPARE(QString::fromUtf8(cut.toUtf8()), cut);
            QVERIFY(!cut.mid(1, 1).at(0).isLowSurrogate());
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchMatcher)
#include "tst_searchmatcher.moc"
