// SPDX-License-Identifier: MIT
#include "domain/messagetemplate.h"
#include "domain/spellings.h"
#include "domain/templates/mergefields.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::MergeProblem)

class TestMergeFields : public QObject {
    Q_OBJECT

private slots:
    void spellings()
    {
        test::compareSpellings<MergeField>({u"biz"_s, u"link"_s, u"phone"_s, u"open"_s, u"name"_s}, mergeFieldFromString);
        test::compareSpellings<TemplateLanguage>({u"en"_s, u"es"_s, u"both"_s}, templateLanguageFromString);
    }

    void reading_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<MergeProblem>("problem");
        QTest::addColumn<QString>("pieces"); // words as they are, fields as <field/fallback>
        using enum MergeProblem;
        QTest::newRow("empty") << QString() << None << QString();
        QTest::newRow("words") << u"a | b"_s << None << u"a | b"_s;
        QTest::newRow("fields") << u"{biz}: {link}{phone} {open}"_s << None << u"<biz/>: <link/><phone/> <open/>"_s;
        QTest::newRow("fallback") << u"Hi {name|there}, {link|our website}"_s << None << u"Hi <name/there>, <link/our website>"_s;
        QTest::newRow("name needs one") << u"Hi {name}"_s << NoFallback << QString();
        QTest::newRow("blank fallback") << u"{link|}"_s << BadFallback << QString();
        QTest::newRow("space as fallback") << u"{link| }"_s << BadFallback << QString();
        QTest::newRow("space before it") << u"{name| there}"_s << BadFallback << QString();
        QTest::newRow("space behind it") << u"{name|there }"_s << BadFallback << QString();
        QTest::newRow("two fallbacks") << u"{name|a|b}"_s << BadFallback << QString();
        QTest::newRow("line break in it") << u"{name|a\nb}"_s << BadFallback << QString();
        QTest::newRow("longest fallback") << u"{name|%1}"_s.arg(QString(60, u'a')) << None << u"<name/%1>"_s.arg(QString(60, u'a'));
        QTest::newRow("too long a fallback") << u"{name|%1}"_s.arg(QString(61, u'a')) << BadFallback << QString();
        QTest::newRow("the business is always named") << u"{biz|us}"_s << BadFallback << QString();
        QTest::newRow("space before the bar") << u"{name |there}"_s << Unknown << QString();
        QTest::newRow("nothing before the bar") << u"{|there}"_s << Unknown << QString();
        QTest::newRow("unknown") << u"{who|there}"_s << Unknown << QString();
        QTest::newRow("case counts") << u"{Name|there}"_s << Unknown << QString();
        QTest::newRow("a field as fallback") << u"{name|{biz}}"_s << Unclosed << QString();
        QTest::newRow("unclosed") << u"Hi {name|there"_s << Unclosed << QString();
        QTest::newRow("unopened") << u"Hi name|there}"_s << Unclosed << QString();
        QTest::newRow("closed twice") << u"{biz}}"_s << Unclosed << QString();
    }

    void reading()
    {
        QFETCH(QString, text);
        QFETCH(MergeProblem, problem);
        const MergedTemplate read = readMergeFields(text);
        QCOMPARE(static_cast<int>(read.problem), static_cast<int>(problem));
        QString pieces;
        for (const MergePiece &piece : read.pieces)
            pieces += piece.field ? u'<' + toString(*piece.field) + u'/' + piece.fallback + u'>' : piece.words;
        QTEST(pieces, "pieces");
    }

    void givenNames_data()
    {
        QTest::addColumn<QString>("contact");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *what, const QString &contact, const QString &name) { QTest::newRow(what) << contact << name; };
        row("one", u"Maria"_s, u"Maria"_s);
        row("first of two", u"Maria Gonzalez"_s, u"Maria"_s);
        row("space around", u"  Bob\tLee "_s, u"Bob"_s);
        row("hyphen", u"Mary-Ann Lee"_s, u"Mary-Ann"_s);
        row("apostrophe", u"D’Angelo Lee"_s, u"D'Angelo"_s);
        row("letters of GSM-7", u"José Nuñez"_s, u"José"_s);
        row("an accent that GSM-7 lacks", u"María"_s, u"Maria"_s);
        row("an accent apart", u"Mari\u0301a"_s, u"Maria"_s);
        row("letters without kin", u"Мария"_s, QString());
        row("longest", QString(20, u'n'), QString(20, u'n'));
        row("too long", QString(21, u'n'), QString());
        row("endless", QString(200, u'n') + u" b"_s, QString());
        row("nothing", QString(), QString());
        row("blank", u" \n "_s, QString());
        row("title", u"Dr. Lee"_s, QString());
        row("title without dot", u"Mrs Lee"_s, QString());
        row("braces", u"{biz}"_s, QString());
        row("field with fallback", u"{link|x}"_s, QString());
        row("link", u"https://evil.example.com"_s, QString());
        row("host", u"evil.com pay now"_s, QString());
        row("address", u"a@b.c"_s, QString());
        row("number", u"+13135550100"_s, QString());
        row("digit", u"R2D2"_s, QString());
        row("lines", u"Bob\nPay at evil.com"_s, QString());
        row("a line that ends inside", u"Bob\n,Lee"_s, QString());
        row("separator of lines", u"Bob\u2028Pay"_s, QString());
        row("control character", u"Bo\u0007b"_s, QString());
        row("turned around", u"\u202eboB"_s, QString());
        row("invisible, which a text loses", u"Bo\u200bb"_s, u"Bob"_s);
        row("keyword", u"STOP"_s, QString());
        row("keyword, small", u"stop Lee"_s, QString());
        row("help", u"Help"_s, QString());
        row("markup", u"<b>Bob</b>"_s, QString());
        row("hyphen at the end", u"Bob-"_s, QString());
        row("emoji", u"Bob🚗"_s, QString());
        row("half a pair", QString(QChar(0xd83d)), QString());
        row("company", u"Bob's Garage"_s, u"Bob's"_s);
    }

    void givenNames()
    {
        QFETCH(QString, contact);
        QFETCH(QString, name);
        QCOMPARE(givenName(contact), name);
        QCOMPARE(givenName(name), name);
        // In a text: the name or the fallback, one line, and the hint is there whatever somebody is called.
        TemplateValues values;
        values.biz = u"Bob's Towing"_s;
        values.name = contact;
        QCOMPARE(*composeFirstText(u"{biz}: hi {name|there}!"_s, values),
                 u"Bob's Towing: hi %1! Reply STOP to opt out"_s.arg(name.isEmpty() ? u"there"_s : name));
    }
};

QTEST_GUILESS_MAIN(TestMergeFields)
#include "tst_mergefields.moc"
