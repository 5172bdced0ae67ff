// SPDX-License-Identifier: MIT
#include "domain/contacts/sameperson.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

NamedNumber named(int id, const QString &name, bool hasNumber = true)
{
    const QString number = u"+1313555%1"_s.arg(id, 4, 10, QLatin1Char('0'));
    return {ConversationId{id}, hasNumber ? PhoneNumber::fromStored(number).value() : PhoneNumber(), name, false};
}

/// "1 2" for the conversations that are suggested.
QString suggested(const QString &name, const std::vector<NamedNumber> &others, const PersonAnswers &answers = {})
{
    QStringList ids;
    for (const NamedNumber &each : samePersonSuggestions(named(100, name), others, answers))
        ids.append(QString::number(each.conversation.value));
    return ids.join(u' ');
}

constexpr ConversationId shown{100};

} // namespace

/// Who may be the same person.
class TestSamePerson : public QObject {
    Q_OBJECT

private slots:
    void whichNamesAreAskedAbout_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("asked");
        QTest::newRow("first and last name") << u"Maria Lopez"_s << true;
        QTest::newRow("with a comma") << u"Lopez, Maria"_s << true;
        QTest::newRow("three words") << u"Bright Side Apartments"_s << true;
        QTest::newRow("two letters") << u"Bo Li"_s << true;
        QTest::newRow("an initial between") << u"Maria J. Lopez"_s << true;
        QTest::newRow("Cyrillic") << u"Дмитрий Коваленко"_s << true;
        QTest::newRow("a first name alone") << u"Mike"_s << false;
        QTest::newRow("with an initial") << u"Mike T."_s << false;
        QTest::newRow("two initials") << u"J. R."_s << false;
        QTest::newRow("with a number") << u"Unit 12"_s << false;
        QTest::newRow("with a mark") << u"Mike ++"_s << false;
        QTest::newRow("numbers") << u"313 555"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("spaces") << u"  "_s << false;
    }

    void whichNamesAreAskedAbout()
    {
        QFETCH(QString, name);
        QFETCH(bool, asked);
        QCOMPARE(canTellPerson(name), asked);
        QCOMPARE(suggested(name, {named(1, name)}), asked ? u"1"_s : QString());
    }

    void whichNamesAreTheSame_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("itself") << u"María López"_s << true;
        QTest::newRow("without accents") << u"Maria Lopez"_s << true;
        QTest::newRow("small letters") << u"maria lopez"_s << true;
        QTest::newRow("capitals") << u"MARÍA LÓPEZ"_s << true;
        QTest::newRow("spaces") << u"  Maria \t Lopez "_s << true;
        QTest::newRow("accents apart") << u"Mari\u0301a Lo\u0301pez"_s << true;
        QTest::newRow("more words") << u"Maria Lopez Garcia"_s << false;
        QTest::newRow("fewer words") << u"Maria"_s << false;
        QTest::newRow("the beginning") << u"Maria Lop"_s << false;
        QTest::newRow("turned round") << u"Lopez Maria"_s << false;
        QTest::newRow("in one word") << u"MariaLopez"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void whichNamesAreTheSame()
    {
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(suggested(u"María López"_s, {named(1, other)}), same ? u"1"_s : QString());
    }

    void whatPeopleSaidIsNotAskedAgain_data()
    {
        using Numbers = std::vector<ConversationId>;
        QTest::addColumn<PersonAnswers>("answers");
        QTest::addColumn<QString>("expected");
        const ConversationId one{1};
        const ConversationId two{2};
        const ConversationId three{3};
        QTest::newRow("nothing said") << PersonAnswers{} << u"1 2 3"_s;
        QTest::newRow("linked") << PersonAnswers{{Numbers{shown, two}}, {}} << u"1 3"_s;
        QTest::newRow("refused") << PersonAnswers{{}, {{shown, two}}} << u"1 3"_s;
        QTest::newRow("refused from the other side") << PersonAnswers{{}, {{two, shown}}} << u"1 3"_s;
        QTest::newRow("refused among others") << PersonAnswers{{}, {{one, two}}} << u"1 2 3"_s;
        QTest::newRow("one question for two that are linked") << PersonAnswers{{Numbers{one, two}}, {}} << u"1 3"_s;
        QTest::newRow("refused, and with it what it is linked with") << PersonAnswers{{Numbers{one, two}}, {{shown, one}}} << u"3"_s;
        QTest::newRow("refused for what this is linked with") << PersonAnswers{{Numbers{shown, one}}, {{two, one}}} << u"3"_s;
        QTest::newRow("two people of the name, each linked")
            << PersonAnswers{{Numbers{shown, one}, Numbers{two, three}}, {{three, one}}} << QString();
        QTest::newRow("linked with somebody of another name") << PersonAnswers{{Numbers{shown, ConversationId{77}}}, {}} << u"1 2 3"_s;
    }

    void whatPeopleSaidIsNotAskedAgain()
    {
        QFETCH(PersonAnswers, answers);
        QFETCH(QString, expected);
        const QString name = u"Maria Lopez"_s;
        QCOMPARE(suggested(name, {named(1, name), named(2, name), named(3, name)}, answers), expected);
    }

    void howMany_data()
    {
        QTest::addColumn<int>("namesakes");
        QTest::addColumn<int>("asked");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("five") << 5 << 5;
        QTest::newRow("six") << 6 << 5;
        QTest::newRow("ten") << 10 << 5;
        QTest::newRow("eleven: the name is nobody's") << 11 << 0;
    }

    void howMany()
    {
        QFETCH(int, namesakes);
        QFETCH(int, asked);
        std::vector<NamedNumber> others;
        for (int i = 1; i <= namesakes; ++i)
            others.push_back(named(i, u"New Customer"_s));
        others.push_back(named(50, u"Somebody Else"_s));
        QCOMPARE(int(samePersonSuggestions(named(100, u"New Customer"_s), others, {}).size()), asked);
    }

    void onlyNumbers()
    {
        const QString name = u"Maria Lopez"_s;
        QCOMPARE(suggested(name, {named(1, name, false), named(2, name)}), u"2"_s);
        QVERIFY(samePersonSuggestions(named(100, name, false), {named(1, name)}, {}).empty());
        QVERIFY(samePersonSuggestions(named(1, name), {named(1, name)}, {}).empty()); // itself
    }
};

QTEST_GUILESS_MAIN(TestSamePerson)
#include "tst_sameperson.moc"
