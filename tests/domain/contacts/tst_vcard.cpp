// SPDX-License-Identifier: MIT
#include "domain/contacts/textdecoding.h"
#include "domain/contacts/vcardreader.h"
#include "domain/contacts/vcardwriter.h"

#include <QElapsedTimer>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

/// Cards as phones and address books write them, and as nobody should.
class VCardTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void utf16();
    void everyCardOfAFile();
    void brokenCards();
    void oneCardHasNoEndOfNumbers();
    void longLinesAreCut();
    void anyBytesEnd();
    void looksLike();
    void written();
    void decoding();

private:
    static std::vector<ContactRow> all(const QByteArray &data)
    {
        VCardReader reader(data);
        std::vector<ContactRow> rows;
        while (auto row = reader.next())
            rows.push_back(*row);
        return rows;
    }
};

void VCardTest::reads_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char *title, const QByteArray &inside, const QString &name, const QStringList &numbers) {
        QTest::newRow(title) << "BEGIN:VCARD\r\n" + inside + "END:VCARD\r\n" << name << numbers;
    };
    row("3.0", "VERSION:3.0\r\nN:Garcia;Maria;;;\r\nFN:Maria Garcia\r\nTEL;TYPE=CELL:+1 313 555 0100\r\n", u"Maria Garcia"_s,
        {u"+1 313 555 0100"_s});
    row("several numbers", "VERSION:3.0\nFN:A\nTEL;TYPE=HOME:1\nitem1.TEL:2\nTEL;TYPE=\"work,voice\":3\n", u"A"_s,
        {u"1"_s, u"2"_s, u"3"_s});
    row("4.0 with addresses as links", "VERSION:4.0\nFN:A\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-313-555-0100;ext=12\n", u"A"_s,
        {u"+1-313-555-0100"_s});
    row("name from its parts",
        "VERSION:3.0\nN:L\\;opez;Sof\xC3\xAD"
        "a;Ana;Dr.;\nTEL:1\n",
        u"Sofía Ana L;opez"_s, {u"1"_s});
    row("company where nobody is named", "VERSION:3.0\nN:;;;;\nFN:\nORG:Bright Air\\, LLC;Service\nTEL:1\n", u"Bright Air, LLC"_s,
        {u"1"_s});
    row("2.1 in quoted-printable",
        "VERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=C3=B3pez;=53=6F=66=C3=AD=61;;;\r\nTEL;CELL;PREF:555\r\n",
        u"Sofía López"_s, {u"555"_s});
    row("2.1 over several lines",
        "VERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=53=6F=66=\r\n=C3=AD=61=20Garc=C3=\r\n=ADa\r\nTEL:1\r\n",
        u"Sofía García"_s, {u"1"_s});
    row("2.1 bare quoted-printable in latin", "VERSION:2.1\nFN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Jos=E9\nTEL:1\n", u"José"_s, {u"1"_s});
    row("a charset that nobody names", "VERSION:3.0\nFN:Jos\xE9 \x80\nTEL:1\n", u"José €"_s, {u"1"_s});
    row("folded", "VERSION:3.0\r\nFN:Maria\r\n  Gar\r\n\tcia\r\nTEL:+1313\r\n 5550100\r\n", u"Maria Garcia"_s, {u"+13135550100"_s});
    row("folded in 2.1 keeps the space", "VERSION:2.1\nFN:Maria\n Garcia\nTEL:1\n", u"Maria Garcia"_s, {u"1"_s});
    row("escapes", "VERSION:3.0\nFN:A\\, B\\; C\\\\D\\nE\nTEL:1\n", u"A, B; C\\D E"_s, {u"1"_s});
    row("fax and pager are none", "VERSION:3.0\nFN:A\nTEL;TYPE=FAX:1\nTEL;PAGER:2\nTEL;TYPE=WORK,FAX,VOICE:3\n", u"A"_s, {u"3"_s});
    row("a photograph in between", "VERSION:3.0\nFN:A\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRgABAQ\n AAA==\n\nTEL:1\n", u"A"_s,
        {u"1"_s});
    row("a card within", "VERSION:2.1\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nTEL:2\nEND:VCARD\nTEL:1\n", u"A"_s, {u"1"_s});
    row("small letters", "version:3.0\nfn:A\ntel;type=cell:1\n", u"A"_s, {u"1"_s});
    row("old line ends", "VERSION:3.0\rFN:A\rTEL:1\r", u"A"_s, {u"1"_s});
    row("a colon in quotes", "VERSION:4.0\nFN;X-A=\"a:b;c\":A\nTEL:1\n", u"A"_s, {u"1"_s});
    row("a percent that is no code", "VERSION:2.1\nFN;QUOTED-PRINTABLE:A=ZZ=\n=4\nTEL:1\n", u"A=ZZ=4"_s, {u"1"_s});
    row("nothing", "VERSION:3.0\n", QString(), {});
}

void VCardTest::reads()
{
    QFETCH(QByteArray, card);
    QFETCH(QString, name);
    QFETCH(QStringList, numbers);
    const auto rows = all(card);
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0].name, name);
    QCOMPARE(rows[0].numbers, numbers);
    QCOMPARE(rows[0].line, 1);
    QVERIFY(rows[0].readable);
}

void VCardTest::utf16()
{
    QByteArray data("\xFF\xFE");
    for (const QChar c : u"BEGIN:VCARD\r\nFN:Sofía\r\nTEL:1\r\nEND:VCARD\r\n"_s) {
        data += char(c.unicode() & 0xFFU);
        data += char(c.unicode() >> 8U);
    }
    QVERIFY(VCardReader::looksLike(data));
    QCOMPARE(all(data).at(0).name, u"Sofía"_s);
}

void VCardTest::everyCardOfAFile()
{
    const auto rows =
        all("\xEF\xBB\xBF\nBEGIN:VCARD\nFN:A\nTEL:1\nEND:VCARD\n\nBEGIN:VCARD\nFN:B\nEND:VCARD\nNONSENSE\nBEGIN:VCARD\nTEL:3\nEND:VCARD");
    QCOMPARE(rows.size(), size_t(3));
    QCOMPARE(rows[0].line, 2);
    QCOMPARE(rows[1].line, 7);
    QCOMPARE(rows[1].name, u"B"_s);
    QCOMPARE(rows[2].numbers, QStringList{u"3"_s});
}

void VCardTest::brokenCards()
{
    const auto rows = all("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nTEL:2\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:C");
    QCOMPARE(rows.size(), size_t(3));
    QVERIFY(!rows[0].readable);
    QCOMPARE(rows[0].line, 1);
    QCOMPARE(rows[1].name, u"B"_s);
    QVERIFY(!rows[2].readable);
    QCOMPARE(rows[2].line, 8);
}

void VCardTest::oneCardHasNoEndOfNumbers()
{
    const auto rows = all("BEGIN:VCARD\nFN:A\n" + QByteArray("TEL:1\n").repeated(1000) + "END:VCARD\n");
    QCOMPARE(rows.at(0).numbers.size(), VCardReader::mostNumbers);
}

void VCardTest::longLinesAreCut()
{
    const QByteArray fold = "\n " + QByteArray(70, 'x');
    const auto rows = all("BEGIN:VCARD\nFN:A" + fold.repeated(20000) + "\nTEL:1\nEND:VCARD\n");
    QVERIFY(rows.at(0).name.size() <= VCardReader::longestLine);
    QCOMPARE(rows.at(0).numbers, QStringList{u"1"_s});
}

/// A file of some megabytes that is nothing but openings ends, and soon.
void VCardTest::anyBytesEnd()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(all(QByteArray("BEGIN:VCARD\n").repeated(200000)).size(), size_t(200000));
    QVERIFY(all(QByteArray("=\n").repeated(1000000)).empty());
    QVERIFY(all(QByteArray(1000000, ' ')).empty());
    QCOMPARE(all("BEGIN:VCARD\nN;QUOTED-PRINTABLE:" + QByteArray("=\n").repeated(1000000)).size(), size_t(1));
    QCOMPARE(all(QByteArray("BEGIN:VCARD\nAGENT:\n").repeated(100000)).size(), size_t(1));
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

void VCardTest::looksLike()
{
    QVERIFY(VCardReader::looksLike("begin:vcard\n"));
    QVERIFY(VCardReader::looksLike("\xEF\xBB\xBF\r\nBEGIN:VCARD"));
    QVERIFY(!VCardReader::looksLike("Name,Phone\nBEGIN:VCARD,1"));
    QVERIFY(!VCardReader::looksLike({}));
}

void VCardTest::written()
{
    const QByteArray card = vcardOf(u"López; Sofía, \\ "_s + QString(60, u'ñ') + u"\nx"_s, u"+13135550100"_s);
    for (const QByteArray &line : card.split('\n'))
        QVERIFY2(line.size() <= 76, line.constData());
    const auto rows = all(card);
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0].name, u"López; Sofía, \\ "_s + QString(60, u'ñ') + u" x"_s);
    QCOMPARE(rows[0].numbers, QStringList{u"+13135550100"_s});
    QCOMPARE(all(vcardOf({}, u"+1313"_s)).at(0).name, u"+1313"_s);
}

void VCardTest::decoding()
{
    QCOMPARE(decodeText("Jos\xC3\xA9"), u"José"_s);
    QCOMPARE(decodeText("Jos\xE9 \x93x\x94"), u"José “x”"_s);
    QCOMPARE(decodeText(QByteArrayView("\xFE\xFF\0A", 4)), u"A"_s);
    QCOMPARE(decodeText("\xE9", "latin1"), u"é"_s);
    QCOMPARE(decodeText("\xC3\xA9", "x-unknown"), u"é"_s);
    QCOMPARE(decodeText({}), QString());
}

QTEST_GUILESS_MAIN(VCardTest)
#include "tst_vcard.moc"
