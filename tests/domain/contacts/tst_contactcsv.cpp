// SPDX-License-Identifier: MIT
#include "domain/contacts/contactcsvreader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

/// Tables of contacts as Google, Outlook and people write them.
class ContactCsvTest : public QObject {
    Q_OBJECT

private slots:
    void records_data();
    void records();
    void linesAreCounted();
    void aQuoteThatDoesNotEnd();
    void layouts_data();
    void layouts();
    void notATable_data();
    void notATable();
    void hugeTables();
};

void ContactCsvTest::records_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("cells");
    const auto row = [](const char *title, const QString &text, const QList<QStringList> &cells) { QTest::newRow(title) << text << cells; };
    row("comma", u"a,b\nc,d\n"_s, {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
    row("semicolon", u"a;b;c,c\r\n\"d;e\";f"_s, {{u"a"_s, u"b"_s, u"c,c"_s}, {u"d;e"_s, u"f"_s}});
    row("more semicolons than commas", u"a;b;c,d\n1;2;3"_s, {{u"a"_s, u"b"_s, u"c,d"_s}, {u"1"_s, u"2"_s, u"3"_s}});
    row("tab", u"a\tb\tc,d\n"_s, {{u"a"_s, u"b"_s, u"c,d"_s}});
    row("the program says which", u"sep=|\r\na|b,c"_s, {{u"a"_s, u"b,c"_s}});
    row("quotes and lines in cells", u"\"a \"\"b\"\"\",\"c\r\nd\"\n"_s, {{u"a \"b\""_s, u"c\nd"_s}});
    row("separators in quotes do not count", u"\"a;b;c;d\",e\nf,g"_s, {{u"a;b;c;d"_s, u"e"_s}, {u"f"_s, u"g"_s}});
    row("empty cells and lines", u",\n\n\r\n,,x\n"_s, {{u""_s, u""_s}, {u""_s, u""_s, u"x"_s}});
    row("a quote inside", u"5\" pipe,b"_s, {{u"5\" pipe"_s, u"b"_s}});
    row("behind a quote", u"\"a\"b,c"_s, {{u"ab"_s, u"c"_s}});
    row("a separator at the end", u"a,"_s, {{u"a"_s, u""_s}});
    row("nothing", u""_s, {});
}

void ContactCsvTest::records()
{
    QFETCH(QString, text);
    QFETCH(QList<QStringList>, cells);
    CsvRecords records(text);
    QList<QStringList> read;
    while (const auto record = records.next()) {
        QVERIFY(record->whole);
        read.append(record->cells);
    }
    QCOMPARE(read, cells);
}

void ContactCsvTest::linesAreCounted()
{
    CsvRecords records(u"a,b\n\n\"c\nd\",e\r\nf\rg"_s);
    QList<int> lines;
    while (const auto record = records.next())
        lines.append(record->line);
    QCOMPARE(lines, (QList<int>{1, 3, 5, 6}));
}

void ContactCsvTest::aQuoteThatDoesNotEnd()
{
    CsvRecords records(u"name,phone\n\"a,1\nb,2\n"_s);
    records.next();
    const auto broken = records.next();
    QVERIFY(!broken->whole);
    QCOMPARE(broken->line, 2);
    const auto after = records.next();
    QCOMPARE(after->cells, (QStringList{u"b"_s, u"2"_s}));
    QCOMPARE(after->line, 3);
    QVERIFY(!records.next());
}

void ContactCsvTest::layouts_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("numbers");
    QTest::newRow("Google")
        << QByteArray("First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
                      "Name Suffix,Nickname,File As,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 "
                      "- Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n"
                      "Maria,,Garcia,,,,,,,,Bright Air,,,* myContacts,,a@b.c,Mobile,(313) 555-0100 ::: +1 313-555-0101,Home,313.555.0102\n")
        << u"Maria Garcia"_s << QStringList{u"(313) 555-0100"_s, u"+1 313-555-0101"_s, u"313.555.0102"_s};
    QTest::newRow("Google, as it was")
        << QByteArray("Name,Given Name,Additional Name,Family Name,Organization 1 - Name,Phone 1 - Type,Phone 1 - Value\n"
                      "Maria Garcia,Maria,,Garcia,,Mobile,555\n")
        << u"Maria Garcia"_s << QStringList{u"555"_s};
    QTest::newRow("Google, company alone")
        << QByteArray("Name,Given Name,Family Name,Organization 1 - Name,Phone 1 - Type,Phone 1 - Value\n,,,Bright Air,Work,555\n")
        << u"Bright Air"_s << QStringList{u"555"_s};
    QTest::newRow("Outlook")
        << QByteArray(
               "First Name,Middle Name,Last Name,Title,Suffix,Company,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,"
               "Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,ISDN,Mobile Phone,Other Phone,Pager,Primary Phone,TTY/TDD "
               "Phone\r\n"
               "Maria,Ana,Garcia,,,Bright Air,9,9,1,2,,,9,9,3,,4,5,9,6,9\r\n")
        << u"Maria Ana Garcia"_s << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s};
    QTest::newRow("Outlook, Spanish, in its own letters")
        << QByteArray("Nombre;Segundo nombre;Apellidos;Organizaci\xF3n;Fax del trabajo;Tel\xE9"
                      "fono del trabajo;Tel\xE9"
                      "fono m\xF3vil;Localizador;Tel\xE9"
                      "fono del ayudante;Tel\xE9"
                      "fono principal de la compa\xF1\xED"
                      "a\r\n"
                      "Sof\xED"
                      "a;;L\xF3pez;;9;1;2;9;9;9\r\n")
        << u"Sofía López"_s << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("Google, Spanish") << QByteArray("\xEF\xBB\xBFNombre,Apellidos,Tel\xC3\xA9"
                                                   "fono 1 - Etiqueta,Tel\xC3\xA9"
                                                   "fono 1 - Valor\nAna,Ruiz,Casa,5\n")
                                     << u"Ana Ruiz"_s << QStringList{u"5"_s};
    QTest::newRow("written by hand") << QByteArray("customer\tcell\nAna\t5\n") << u"Ana"_s << QStringList{u"5"_s};
    QTest::newRow("written by hand, Spanish") << QByteArray("nombre,celular\nAna Ruiz,5\n") << u"Ana Ruiz"_s << QStringList{u"5"_s};
    QTest::newRow("our own") << QByteArray(
                                    "\"Number\",\"Name\",\"Last activity (UTC)\",\"Opted out\"\n\"'+13135550100\",\"Ana\",\"\",\"no\"\n")
                             << u"Ana"_s << QStringList{u"'+13135550100"_s};
    QTest::newRow("fewer cells than heads") << QByteArray("Name,Phone,Mobile\nAna\n") << u"Ana"_s << QStringList{};
}

void ContactCsvTest::layouts()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, name);
    QFETCH(QStringList, numbers);
    ContactCsvReader reader(file);
    QVERIFY(reader.isUsable());
    const auto row = reader.next();
    QVERIFY(row);
    QCOMPARE(row->name, name);
    QCOMPARE(row->numbers, numbers);
    QCOMPARE(row->line, 2);
    QVERIFY(!reader.next());
}

void ContactCsvTest::notATable_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no numbers") << QByteArray("Name,E-mail\nAna,a@b.c\n");
    QTest::newRow("only machines") << QByteArray("Name,Fax,Pager\nAna,1,2\n");
    QTest::newRow("no heads") << QByteArray("Ana,3135550100\n");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
}

void ContactCsvTest::notATable()
{
    QFETCH(QByteArray, file);
    QVERIFY(!ContactCsvReader(file).isUsable());
}

/// However it is made, reading ends, and soon.
void ContactCsvTest::hugeTables()
{
    QElapsedTimer timer;
    timer.start();
    ContactCsvReader openQuotes("phone\n" + QByteArray("\"x\ny\n").repeated(300000));
    int rows = 0;
    while (openQuotes.next())
        ++rows;
    QVERIFY2(rows >= CsvRecords::mostBroken, qPrintable(QString::number(rows)));
    ContactCsvReader wide("phone\n" + QByteArray(2000000, ','));
    QVERIFY(wide.next());
    ContactCsvReader long1("phone\n" + QByteArray(3000000, '5'));
    QCOMPARE(long1.next()->numbers.at(0).size(), CsvRecords::longestCell);
    ContactCsvReader manyQuotes("phone\n" + QByteArray(3000000, '"'));
    while (manyQuotes.next())
        ++rows;
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(ContactCsvTest)
#include "tst_contactcsv.moc"
