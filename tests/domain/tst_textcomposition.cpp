// SPDX-License-Identifier: MIT
#include "domain/textcomposition.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;

namespace {

constexpr UtcTime now = fromUnixMillis(1795446000000);

PhoneNumber number(const QString &e164)
{
    return *PhoneNumber::fromStored(e164);
}

TextBackRules rules(const QString &open)
{
    TextBackRules rules;
    rules.businessName = u"Motor City Towing"_s;
    rules.templates.setText(SendRule::Open, open);
    return rules;
}

Line line(const QString &textFrom = {})
{
    Line line;
    line.number = number(u"+13132230100"_s);
    if (!textFrom.isEmpty())
        line.textFrom = number(textFrom);
    return line;
}

} // namespace

/// The words of a text as they leave.
class TestTextComposition : public QObject {
    Q_OBJECT

private slots:
    void x07TheDialledNumberTexts();
    void x07AnotherNumberNamesTheBusinessFirst();
    void plainWordsWhereTheChosenCannotBeUsed();
    void theLinesOwnTexts();
};

void TestTextComposition::x07TheDialledNumberTexts()
{
    const QString text = *composeAt(rules(u"Sorry we missed you. {biz} here"_s), SendRule::Open, line(), {}, now, {1600});
    QVERIFY2(!text.contains(u"223-0100"_s), qPrintable(text));
    QVERIFY(line().sender() == line().number);
}

void TestTextComposition::x07AnotherNumberNamesTheBusinessFirst()
{
    const QString text = *composeAt(rules(u"We are so very sorry that we have missed your call. Yours, {biz}"_s), SendRule::Open,
                                    line(u"+13132230101"_s), {}, now, {1600});
    QVERIFY2(text.indexOf(u"Motor City Towing"_s) >= 0 && text.indexOf(u"Motor City Towing"_s) < 40, qPrintable(text));
    QVERIFY2(text.contains(u"(313) 223-0100"_s), qPrintable(text)); // the one that they know
    // Also to somebody who had a text before.
    const QString again =
        *composeAt(rules(u"{biz}: sorry"_s), SendRule::Open, line(u"+13132230101"_s), TextRecipient{u"Maria"_s, now}, now, {1600});
    QVERIFY2(again.startsWith(u"Motor City Towing"_s) && again.contains(u"(313) 223-0100"_s), qPrintable(again));
}

void TestTextComposition::plainWordsWhereTheChosenCannotBeUsed()
{
    const QString plain = *composeAt(rules(u"{biz}: sorry"_s), SendRule::Open, line(), {}, now, {1600});
    QVERIFY(plain.contains(u"sorry"_s));
    for (const QString &unusable : {u"{biz}: book at {link}"_s, u"{biz}: reply CANCEL to cancel"_s, QString(), QString(300, u'a')}) {
        const auto text = composeAt(rules(unusable), SendRule::Open, line(), {}, now, {200});
        QVERIFY2(text && text->contains(u"Motor City Towing"_s) && !text->contains(u"CANCEL"_s) && !text->contains(u"aaaa"_s),
                 qPrintable(unusable));
    }
    // Carriers filtered the chosen words twice: the plain ones go, as long as they can.
    const auto filtered = composeAt(rules(u"{biz}: sorry"_s), SendRule::Open, line(), {}, now, {1600, true});
    QVERIFY(filtered && *filtered != plain && filtered->contains(u"Motor City Towing"_s));
    TextBackRules nameless = rules(u"{biz}: sorry"_s);
    nameless.businessName.clear();
    QVERIFY(!composeAt(nameless, SendRule::Open, line(), {}, now, {1600}));
}

void TestTextComposition::theLinesOwnTexts()
{
    TextBackRules two = rules(u"{biz}: sorry"_s);
    TemplateSet own;
    own.setText(SendRule::Open, u"{biz}: a tow truck?"_s);
    two.lineTemplates.emplace(line().number, own);
    QVERIFY(composeAt(two, SendRule::Open, line(), {}, now, {1600})->contains(u"a tow truck?"_s));
}

QTEST_GUILESS_MAIN(TestTextComposition)
#include "tst_textcomposition.moc"
