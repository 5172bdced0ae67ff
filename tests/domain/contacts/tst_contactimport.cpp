// SPDX-License-Identifier: MIT
#include "domain/contacts/contactimport.h"
#include "domain/contacts/personsortkey.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

/// From rows to contacts: numbers in one spelling, doubles merged, and what cannot be used told by its line.
class ContactImportTest : public QObject {
    Q_OBJECT

private slots:
    void numbersAndNames();
    void doublesAreMerged();
    void problemsByLine_data();
    void problemsByLine();
    void noMoreThanMayBe();
    void problemsAreBounded();
    void sourceOfAFile();
    void sortKeys_data();
    void sortKeys();
};

void ContactImportTest::numbersAndNames()
{
    ContactImport import(u"US"_s);
    QVERIFY(import.add({2, u"  Maria\n Garcia "_s, {u"(313) 555-0100"_s, u"+44 20 7946 0018"_s}}));
    QVERIFY(import.add({3, u"'=Cool Air"_s, {u"'+13135550102"_s}}));
    QVERIFY(import.add({4, QString(200, u'x'), {u"313-555-0103"_s}}));
    QVERIFY(import.add({5, u"\ufeffAna \u202e Ruiz\u200b"_s, {u"313-555-0104"_s}}));
    QCOMPARE(import.contacts().size(), 5);
    QCOMPARE(import.contacts().at(0).number.e164(), u"+13135550100"_s);
    QCOMPARE(import.contacts().at(0).name, u"Maria Garcia"_s);
    QCOMPARE(import.contacts().at(1).number.e164(), u"+442079460018"_s);
    QCOMPARE(import.contacts().at(2).name, u"=Cool Air"_s);
    QCOMPARE(import.contacts().at(3).name.size(), ContactImport::longestName);
    QCOMPARE(import.contacts().at(4).name, u"Ana Ruiz"_s);
    QCOMPARE(import.problemCount(), 0);
    ContactImport mexico(u"MX"_s);
    mexico.add({2, u"Ana"_s, {u"55 5093 1234"_s}});
    QCOMPARE(mexico.contacts().at(0).number.e164(), u"+525550931234"_s);
}

void ContactImportTest::doublesAreMerged()
{
    ContactImport import(u"US"_s);
    import.add({2, u"Maria"_s, { u"313 555 0100"_s, u"+13135550100"_s }}); // twice in one entry is one
    QCOMPARE(import.merged(), 0);
    import.add({3, u"M. Garcia"_s, { u"(313) 555-0100"_s, u"313 555 0101"_s }});
    QCOMPARE(import.merged(), 1);
    QCOMPARE(import.rows(), 2);
    QCOMPARE(import.contacts(), (QList<ImportedContact>{{*PhoneNumber::fromStored(u"+13135550100"_s), u"Maria"_s},
                                                        {*PhoneNumber::fromStored(u"+13135550101"_s), u"M. Garcia"_s}}));
}

void ContactImportTest::problemsByLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("text");
    QTest::newRow("broken off") << u"A"_s << QStringList{u"1"_s} << false << int(ImportProblem::Unreadable) << QString();
    QTest::newRow("no number") << u"Ana"_s << QStringList() << true << int(ImportProblem::NoNumber) << u"Ana"_s;
    QTest::newRow("no name") << u""_s << QStringList{u"3135550100"_s} << true << int(ImportProblem::NoName) << u"3135550100"_s;
    QTest::newRow("a number for a name") << u"+1 (313) 555-0100"_s << QStringList{u"3135550100"_s} << true << int(ImportProblem::NoName)
                                         << u"3135550100"_s;
    QTest::newRow("a name that nobody sees") << u"\ufeff\u200d\u202e"_s << QStringList{u"3135550100"_s} << true
                                             << int(ImportProblem::NoName) << u"3135550100"_s;
    QTest::newRow("no such number") << u"Ana"_s << QStringList{u"12345"_s} << true << int(ImportProblem::NotANumber) << u"12345"_s;
    QTest::newRow("words") << u"Ana"_s << QStringList{u"ask Bob"_s} << true << int(ImportProblem::NotANumber) << u"ask Bob"_s;
    QTest::newRow("a book") << u"Ana"_s << QStringList{QString(5000, u'1')} << true << int(ImportProblem::NotANumber) << QString(80, u'1');
}

void ContactImportTest::problemsByLine()
{
    QFETCH(QString, name);
    QFETCH(QStringList, numbers);
    QFETCH(bool, readable);
    QFETCH(int, problem);
    QFETCH(QString, text);
    ContactImport import(u"US"_s);
    QVERIFY(import.add({7, name, numbers, readable}));
    QVERIFY(import.contacts().isEmpty());
    QCOMPARE(import.problems(), (std::vector<LineProblem>{{7, ImportProblem(problem), text}}));
}

void ContactImportTest::noMoreThanMayBe()
{
    ContactImport import(u"US"_s);
    for (int i = 0; i < ContactImport::mostContacts; ++i)
        QVERIFY(import.add({i + 2, u"A"_s, {u"+1313%1"_s.arg(2000000 + i)}}));
    QVERIFY(!import.isFull());
    QVERIFY(import.add({0, u"A"_s, {u"+13132000000"_s}})); // known: takes no room
    QVERIFY(!import.add({0, u"A"_s, {u"+13134560100"_s}}));
    QVERIFY(import.isFull());
    QVERIFY(!import.add({0, u"A"_s, {u"+13132000000"_s}}));
    QCOMPARE(import.contacts().size(), ContactImport::mostContacts);
}

void ContactImportTest::problemsAreBounded()
{
    ContactImport import(u"US"_s);
    for (int i = 0; i < 2000; ++i)
        import.add({i, u"A"_s, {}});
    QCOMPARE(import.problemCount(), 2000);
    QCOMPARE(int(import.problems().size()), ContactImport::mostProblems);
}

void ContactImportTest::sourceOfAFile()
{
    QVERIFY(contactSourceOf("BEGIN:VCARD\nFN:A\nTEL:1\nEND:VCARD\n")->next());
    QVERIFY(contactSourceOf("Name,Phone\nA,1\n")->next());
    QVERIFY(!contactSourceOf("Name,Mail\nA,1\n"));
    QVERIFY(!contactSourceOf({}));
}

void ContactImportTest::sortKeys_data()
{
    QTest::addColumn<QString>("earlier");
    QTest::addColumn<QString>("later");
    QTest::newRow("by letters") << personSortKey(u"Ana"_s, u"+2"_s) << personSortKey(u"Bob"_s, u"+1"_s);
    QTest::newRow("case folded") << personSortKey(u"ana"_s, {}) << personSortKey(u"Bob"_s, {});
    QTest::newRow("accents folded") << personSortKey(u"Ángel"_s, {}) << personSortKey(u"Bob"_s, {});
    QTest::newRow("named first") << personSortKey(u"Zoe"_s, u"+2"_s) << personSortKey({}, u"+1"_s);
    QTest::newRow("then by number") << personSortKey({}, u"+1"_s) << personSortKey({}, u"+2"_s);
    QTest::newRow("blank is no name") << personSortKey(u"Zoe"_s, u"+1"_s) << personSortKey(u"  "_s, u"+1"_s);
}

void ContactImportTest::sortKeys()
{
    QFETCH(QString, earlier);
    QFETCH(QString, later);
    QVERIFY2(earlier < later, qPrintable(earlier + u" / "_s + later));
    QCOMPARE(personSortKey(u"Ángel"_s, {}), personSortKey(u"ANGEL"_s, {}));
}

QTEST_GUILESS_MAIN(ContactImportTest)
#include "tst_contactimport.moc"
