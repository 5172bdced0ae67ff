// SPDX-License-Identifier: MIT
#include "domain/csv.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

/// CSV as a stranger's words go into it: what other programs read from it is those words, and nothing of it is worked out as a formula.
class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void f55Rows_data();
    void f55Rows();
    void f55PythonReadsTheSameCells();
    void f55SpreadsheetWorksNothingOut();

private:
    static QStringList cells()
    {
        return {u"plain"_s,
                u""_s,
                u"a,b;c"_s,
                u"\"quoted\" and \"\""_s,
                u"two\nlines"_s,
                u"two\r\nlines"_s,
                u" space around "_s,
                u"=1+1"_s,
                u"=HYPERLINK(\"http://evil.example\",\"x\")"_s,
                u"=cmd|'/c calc'!A1"_s,
                u"+13135550131"_s,
                u"-2+3"_s,
                u"@SUM(1,2)"_s,
                u"\t=1"_s,
                u"\r=1"_s,
                u"\n=1"_s,
                u"  =1+1"_s,
                u"\u00A0=1+1"_s,
                u"\uFF1D1+1"_s,
                u"'=1"_s,
                u"\",=1+1"_s,
                u"\"\n=1+1"_s,
                u"0123"_s,
                u"日本語 🚗 \u202Eoverride"_s,
                u"a\u2028b"_s,
                QString(70000, u'x')};
    }
    /// The cell as it stands in the file: with the mark where it would be a formula.
    static QString written(const QString &cell)
    {
        const QString row = QString::fromUtf8(csvRow({cell}));
        return row.mid(1, row.size() - 4).replace(u"\"\""_s, u"\""_s);
    }
};

void TestCsv::f55Rows_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b"_s} << QByteArray("\"a\",\"b\"\r\n");
    QTest::newRow("empty cells") << QStringList{QString(), QString()} << QByteArray("\"\",\"\"\r\n");
    QTest::newRow("quotes") << QStringList{u"say \"hi\""_s} << QByteArray("\"say \"\"hi\"\"\"\r\n");
    QTest::newRow("comma and break") << QStringList{u"a,b\nc"_s} << QByteArray("\"a,b\nc\"\r\n");
    QTest::newRow("equals") << QStringList{u"=1+1"_s} << QByteArray("\"'=1+1\"\r\n");
    QTest::newRow("plus: a number is text") << QStringList{u"+13135550131"_s} << QByteArray("\"'+13135550131\"\r\n");
    QTest::newRow("minus") << QStringList{u"-1"_s} << QByteArray("\"'-1\"\r\n");
    QTest::newRow("at") << QStringList{u"@a"_s} << QByteArray("\"'@a\"\r\n");
    QTest::newRow("tab") << QStringList{u"\ta"_s} << QByteArray("\"'\ta\"\r\n");
    QTest::newRow("carriage return") << QStringList{u"\ra"_s} << QByteArray("\"'\ra\"\r\n");
    QTest::newRow("spaces in front") << QStringList{u"  =1"_s} << QByteArray("\"'  =1\"\r\n");
    QTest::newRow("wide equals") << QStringList{u"\uFF1D1"_s}
                                 << QByteArray("\"'\xEF\xBC\x9D"
                                               "1\"\r\n");
    QTest::newRow("wide plus") << QStringList{u"\uFF0B1"_s}
                               << QByteArray("\"'\xEF\xBC\x8B"
                                             "1\"\r\n");
    QTest::newRow("line feed") << QStringList{u"\na"_s} << QByteArray("\"'\na\"\r\n");
    QTest::newRow("inside a cell it is harmless") << QStringList{u"a=1"_s} << QByteArray("\"a=1\"\r\n");
    QTest::newRow("quote and formula") << QStringList{u"=\"a\""_s} << QByteArray("\"'=\"\"a\"\"\"\r\n");
    QTest::newRow("utf-8") << QStringList{u"é🚗"_s} << QByteArray("\"\xC3\xA9\xF0\x9F\x9A\x97\"\r\n");
    QTest::newRow("nul") << QStringList{u"a"_s + QChar(u'\0') + u"b"_s}
                         << QByteArray("\"a\xEF\xBF\xBD"
                                       "b\"\r\n");
}

void TestCsv::f55Rows()
{
    QFETCH(QStringList, cells);
    QTEST(csvRow(cells), "row");
    QCOMPARE(csvBegin(), QByteArray("\xEF\xBB\xBF"));
}

void TestCsv::f55PythonReadsTheSameCells()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("There is no python3 on this machine.");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(csvBegin() + csvRow({u"head"_s, u"second"_s}));
    for (const QString &cell : cells())
        file.write(csvRow({cell, u"end"_s}));
    file.close();
    QProcess reader;
    reader.start(python, {u"-c"_s,
                          u"import csv, json, sys\n"
                          "csv.field_size_limit(1 << 20)\n"
                          "with open(sys.argv[1], encoding='utf-8-sig', newline='') as f: rows = list(csv.reader(f, strict=True))\n"
                          "sys.stdout.write(json.dumps(rows))"_s,
                          file.fileName()});
    QVERIFY(reader.waitForFinished());
    QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
    const QJsonArray rows = QJsonDocument::fromJson(reader.readAllStandardOutput()).array();
    QCOMPARE(rows.size(), cells().size() + 1);
    QCOMPARE(rows[0].toArray()[0].toString(), u"head"_s); // the mark at the beginning is no part of it
    for (qsizetype i = 0; i < cells().size(); ++i) {
        const QJsonArray row = rows[i + 1].toArray();
        QCOMPARE(row.size(), 2);
        QCOMPARE(row[0].toString(), written(cells()[i]));
        QVERIFY(row[0].toString() == cells()[i] || row[0].toString() == u'\'' + cells()[i]);
    }
}

/// A real spreadsheet opens the file and writes it again: had it worked a cell out, other words would come back.
void TestCsv::f55SpreadsheetWorksNothingOut()
{
    QString office = QStandardPaths::findExecutable(u"soffice"_s);
    if (office.isEmpty())
        office = QStandardPaths::findExecutable(u"libreoffice"_s);
    if (office.isEmpty())
        QSKIP("There is no LibreOffice on this machine (Debian package libreoffice-calc-nogui).");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(csvBegin());
    QStringList single;
    for (const QString &cell : cells()) {
        if (!cell.contains(u'\r') && !cell.contains(u'\n') && cell.size() < 1000)
            single.append(cell);
    }
    for (const QString &cell : single)
        file.write(csvRow({cell}));
    file.close();
    QProcess run;
    run.start(office,
              {u"-env:UserInstallation=file://"_s + folder.filePath(u"profile"_s), u"--headless"_s, u"--convert-to"_s,
               u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true"_s, u"--infilter=CSV:44,34,76,1,,0,false,true,false,false,true"_s,
               u"--outdir"_s, folder.filePath(u"out"_s), file.fileName()});
    QVERIFY2(run.waitForFinished(100000) && run.exitCode() == 0, run.readAllStandardError().constData());
    QFile back(folder.filePath(u"out/a.csv"_s));
    QVERIFY(back.open(QIODevice::ReadOnly));
    QString all = QString::fromUtf8(back.readAll());
    all.remove(QChar(0xFEFF));
    for (const QString &cell : single) {
        if (written(cell) == cell)
            continue; // plain words may come back in another spelling (a number); formulas may not be worked out
        QVERIFY2(all.contains(cell.trimmed().replace(u'"', u"\"\""_s)), qPrintable(cell));
    }
    QVERIFY(!all.contains(u"\n\"2\""_s) && !all.contains(u"#NAME"_s) && !all.contains(u"Err:"_s));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
