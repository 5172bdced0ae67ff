// SPDX-License-Identifier: MIT
#include "domain/templates/savedreply.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

/// Saved replies: when one is asked for, which fit, and what stands in them.
class TestSavedReply : public QObject {
    Q_OBJECT

private slots:
    void asked_data();
    void asked();
    void matching_data();
    void matching();
    void filled_data();
    void filled();
    void valuesOfTheConversation();
    void placeholders();
};

void TestSavedReply::asked_data()
{
    QTest::addColumn<QString>("before"); // of the cursor
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("query"); // empty: nothing is asked for

    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("alone") << u"/"_s << QString() << u"/"_s;
    QTest::newRow("with letters") << u"/pri"_s << QString() << u"/pri"_s;
    QTest::newRow("behind a word") << u"Hi there /pri"_s << QString() << u"/pri"_s;
    QTest::newRow("on a new line") << u"Hi\n/pri"_s << QString() << u"/pri"_s;
    QTest::newRow("in front of words") << u"/pri"_s << u" and so on"_s << u"/pri"_s;
    QTest::newRow("cursor before it") << QString() << u"/pri"_s << QString();
    QTest::newRow("a space ends it") << u"/pri "_s << QString() << QString();
    QTest::newRow("and/or") << u"and/or"_s << QString() << QString();
    QTest::newRow("a link") << u"https://example.com"_s << QString() << QString();
    QTest::newRow("a path") << u"/usr/bin"_s << QString() << QString();
    QTest::newRow("a date") << u"on 11/23"_s << QString() << QString();
}

void TestSavedReply::asked()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, query);
    const QString text = before + after;
    const auto found = replyQuery(text, int(before.size()));
    QCOMPARE(found ? text.mid(found->start, found->length) : QString(), query);
    QVERIFY(!replyQuery(text, -1));
}

void TestSavedReply::matching_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("all, in their order") << QString()
                                         << QStringList{u"Late"_s, u"Price list"_s, u"Our prices"_s, u"Reprice"_s, u"Mañana"_s};
    QTest::newRow("begins first") << u"pri"_s << QStringList{u"Price list"_s, u"Our prices"_s, u"Reprice"_s};
    QTest::newRow("case and accents") << u"MANA"_s << QStringList{u"Mañana"_s};
    QTest::newRow("accents typed") << u"lâte"_s << QStringList{u"Late"_s};
    QTest::newRow("nothing fits") << u"xyz"_s << QStringList();
}

void TestSavedReply::matching()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, names);
    const std::vector<SavedReply> replies{
        {u"Late"_s, u"a"_s}, {u"Price list"_s, u"b"_s}, {u"Our prices"_s, u"c"_s}, {u"Reprice"_s, u"d"_s}, {u"Mañana"_s, u"e"_s}};
    QStringList found;
    for (const SavedReply &reply : matchingReplies(replies, typed))
        found.append(reply.name);
    QCOMPARE(found, names);
}

void TestSavedReply::filled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no field") << u"On our way"_s << u"On our way"_s;
    QTest::newRow("fields") << u"Hi {name}, {biz} here: {link}"_s << u"Hi Maria, Bright Air here: {link}"_s;
    QTest::newRow("fallback not needed") << u"Hi {name|there}"_s << u"Hi Maria"_s;
    QTest::newRow("fallback") << u"Book at {link|our site}"_s << u"Book at our site"_s;
    QTest::newRow("a blank to fill in") << u"See you {day} at {time}"_s << u"See you {day} at {time}"_s;
    QTest::newRow("stray braces") << u"a } b { c"_s << u"a } b { c"_s;
    QTest::newRow("nested") << u"{{biz}}"_s << u"{Bright Air}"_s;
}

void TestSavedReply::filled()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    TemplateValues values;
    values.biz = u"Bright Air"_s;
    values.name = u"Maria Garcia"_s;
    QCOMPARE(filledReply(text, values), expected);
}

void TestSavedReply::valuesOfTheConversation()
{
    Settings settings;
    settings.business.name = u"Bright Air"_s;
    settings.business.bookingLink = u"https://brightair.example/book"_s;
    settings.business.timeZone = u"America/Detroit"_s;
    const PhoneNumber line = *PhoneNumber::fromStored(u"+13135550100"_s);
    const UtcTime now = fromUnixMillis(1795446000000);
    TemplateValues values = replyValues(settings, line, u"Maria Garcia"_s, now);
    QCOMPARE(filledReply(u"{name} {biz} {link} {phone}"_s, values), u"Maria Bright Air https://brightair.example/book (313) 555-0100"_s);
    QVERIFY(!values.open.isEmpty());
    // Which line was called is not known, but there is only one.
    QVERIFY(replyValues(settings, {}, {}, now).phone.isEmpty());
    settings.lines.resize(1);
    settings.lines[0].number = line;
    QCOMPARE(replyValues(settings, {}, {}, now).phone, u"(313) 555-0100"_s);
}

void TestSavedReply::placeholders()
{
    QCOMPARE(placeholdersIn(u"See you {day} at {time|10}!"_s), (std::vector<TextStretch>{{8, 5}, {17, 9}}));
    QVERIFY(placeholdersIn(u"a } b { c {} {\n}"_s).empty());
}

QTEST_GUILESS_MAIN(TestSavedReply)
#include "tst_savedreply.moc"
