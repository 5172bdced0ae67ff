// SPDX-License-Identifier: MIT
#include "hostiletexts.h"
#include "support/virtualtime.h"
#include "ui/settings/dataexport.h"
#include "ui/settings/datasection.h"
#include "ui/theme/plainlabel.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

namespace {

/// So many rows of each kind; every body is one of the hostile texts.
class FakeExportReader final : public ExportReader {
public:
    Result<std::vector<ExportedCall>> calls(CallId after, int limit) override
    {
        return page<ExportedCall>(after.value, limit, [](qint64 id) {
            ExportedCall row;
            row.card.id = CallId{id};
            row.card.missed = true;
            row.card.at = fromUnixMillis(1795446000000 + id * 1000);
            row.card.rang = Millis(20400);
            row.address = u"+13135550131"_s;
            row.name = u"=SUM(1)"_s;
            row.card.skippedLater = DecisionReason::Landline;
            return row;
        });
    }
    Result<std::vector<ExportedText>> texts(MessageId after, int limit) override
    {
        return page<ExportedText>(after.value, limit, [this](qint64 id) {
            ExportedText row;
            row.message.id = MessageId{id};
            row.message.at = fromUnixMillis(1795446000000 + id * 1000);
            row.message.body = bodies.value(id - 1);
            if (id == 2) {
                row.message.origin = MessageOrigin::Person;
                row.message.author = u"Ana"_s;
            }
            row.address = u"+13135550131"_s;
            return row;
        });
    }
    Result<std::vector<ExportedContact>> contacts(ConversationId after, int limit) override
    {
        return page<ExportedContact>(after.value, limit, [](qint64 id) {
            return ExportedContact{ConversationId{id}, u"+13135550131"_s, u"@x"_s, UtcTime(), true};
        });
    }

    QStringList bodies;
    int rows = 450;
    int busy = 0; ///< so many of the next questions fail
    int questions = 0;

private:
    template <typename Row, typename Make>
    Result<std::vector<Row>> page(qint64 after, int limit, Make make)
    {
        ++questions;
        if (busy > 0) {
            --busy;
            return tl::unexpected(Error{ErrorKind::Storage, u"locked"_s, {}, 0, u"locked"_s});
        }
        std::vector<Row> page;
        for (qint64 id = after + 1; id <= rows && int(page.size()) < limit; ++id)
            page.push_back(make(id));
        return page;
    }
};

} // namespace

/// The export: three files for a spreadsheet, a page at a time.
class TestDataExport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void f55FilesHoldEverything();
    void staffIsNamed();
    void f55FilesAreTheOwnersAlone();
    void f55WindowGoesOnMeanwhile();
    void f55NothingIsWrittenOver();
    void f55BusyDatabaseDelaysIt();
    void f55FolderThatCannotBeWritten();
    void f55EndInTheMiddleLeavesNothing();
    void f52HostileTextsAsTheyAre();
    void f55CardTellsWhereItIs();

private:
    /// Runs until it has ended; the folder, or an empty text.
    QString exported()
    {
        QSignalSpy finished(m_export.get(), &DataExport::finished);
        m_export->start(m_folder->path(), QTimeZone("America/Detroit"));
        m_time->advance(std::chrono::minutes(2));
        return finished.value(0).value(0).toString();
    }
    QByteArray read(const QString &folder, const QString &name)
    {
        QFile file(QDir(folder).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeExportReader> m_reader;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DataExport> m_export;
};

void TestDataExport::init()
{
    m_export.reset();
    m_time = std::make_unique<VirtualTime>();
    m_reader = std::make_unique<FakeExportReader>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_export = std::make_unique<DataExport>(*m_reader, *m_time, *m_time);
}

void TestDataExport::f55FilesHoldEverything()
{
    const QString folder = exported();
    QCOMPARE(QDir(folder).dirName(), u"Textback 2026-11-23 10.00.00"_s);
    for (const char *name : {"calls.csv", "texts.csv", "contacts.csv"}) {
        const QByteArray all = read(folder, QString::fromLatin1(name));
        QVERIFY2(all.startsWith("\xEF\xBB\xBF\""), name);
        QCOMPARE(all.count("\r\n"), 451);
    }
    const QByteArrayList calls = read(folder, u"calls.csv"_s).split('\n');
    QVERIFY(calls[0].contains("Time (America/Detroit)"));
    QCOMPARE(
        calls[1],
        QByteArray("\"2026-11-23 10:00:01\",\"'+13135550131\",\"'=SUM(1)\",\"\",\"incoming\",\"answered\",\"yes\",\"20.4\",\"0.0\",\"0\","
                   "\"0.0\",\"\",\"\",\"this is a landline. Call back instead.\"\r"));
}

void TestDataExport::staffIsNamed()
{
    const QByteArrayList texts = read(exported(), u"texts.csv"_s).split('\n');
    QVERIFY2(texts[1].contains("\"customer\""), texts[1].constData());
    QVERIFY2(texts[2].contains("\"Ana\""), texts[2].constData());
}

void TestDataExport::f55FilesAreTheOwnersAlone()
{
    const QDir folder(exported());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(folder.path()).permissions() & others));
    QCOMPARE(folder.entryList(QDir::Files).size(), 3);
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

/// A page is read and written at a time; between two of them the window has its turn.
void TestDataExport::f55WindowGoesOnMeanwhile()
{
    m_export->start(m_folder->path(), QTimeZone("UTC"));
    QCOMPARE(m_reader->questions, 0);
    QSignalSpy progressed(m_export.get(), &DataExport::progressed);
    int before = 0;
    const auto turn = m_time->callAfter(Millis(0), [&] { before = m_reader->questions; });
    m_time->settle();
    QCOMPARE(m_reader->questions, 9); // 200 + 200 + 50, three times
    QCOMPARE(before, 1);              // whoever waited had its turn behind the first page
    QCOMPARE(progressed.count(), 9);
    QCOMPARE(progressed.at(0).at(0).toInt(), 200);
    QVERIFY(!m_export->isRunning());
}

void TestDataExport::f55NothingIsWrittenOver()
{
    const QString first = exported();
    m_time->jumpWall(-std::chrono::minutes(2)); // the same name again
    const QString second = exported();
    QVERIFY(first != second && second.endsWith(" (2)"_L1));
    QCOMPARE(read(first, u"texts.csv"_s), read(second, u"texts.csv"_s));
}

void TestDataExport::f55BusyDatabaseDelaysIt()
{
    m_reader->busy = 5;
    QCOMPARE(read(exported(), u"contacts.csv"_s).count("\r\n"), 451);
    m_reader->busy = 1000000;
    QSignalSpy failed(m_export.get(), &DataExport::failed);
    QCOMPARE(exported(), QString());
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains("busy"_L1));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1); // the first one's alone
}

void TestDataExport::f55FolderThatCannotBeWritten()
{
    QSignalSpy failed(m_export.get(), &DataExport::failed);
    m_export->start(m_folder->filePath(u"not/there"_s), QTimeZone("UTC"));
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains(u"Choose another folder"_s));
    QVERIFY(!m_export->isRunning());
    QVERIFY(!exported().isEmpty()); // and then a good one
}

void TestDataExport::f55EndInTheMiddleLeavesNothing()
{
    m_reader->busy = 1;
    m_export->start(m_folder->path(), QTimeZone("UTC"));
    m_time->settle();
    QVERIFY(m_export->isRunning());
    m_export.reset();
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestDataExport::f52HostileTextsAsTheyAre()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("There is no python3 on this machine.");
    for (const auto &[name, text] : hostileTexts(u"/etc/hostname"_s, u"http://127.0.0.1:9"_s))
        m_reader->bodies.append(text);
    m_reader->rows = int(m_reader->bodies.size());
    QProcess reader;
    reader.start(python, {u"-c"_s,
                          u"import csv, json, sys\n"
                          "csv.field_size_limit(1 << 22)\n"
                          "with open(sys.argv[1], encoding='utf-8-sig', newline='') as f: rows = list(csv.reader(f, strict=True))\n"
                          "sys.stdout.write(json.dumps([row[6] for row in rows[1:]]))"_s,
                          QDir(exported()).filePath(u"texts.csv"_s)});
    QVERIFY(reader.waitForFinished());
    const QJsonArray back = QJsonDocument::fromJson(reader.readAllStandardOutput()).array();
    QCOMPARE(back.size(), m_reader->bodies.size());
    for (qsizetype i = 0; i < back.size(); ++i) {
        // What no file in UTF-8 can hold (half a character) and what no CSV reader takes (NUL) becomes the sign for it.
        QString expected = QString::fromUtf8(m_reader->bodies[i].toUtf8());
        expected.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
        QVERIFY2(back[i].toString() == expected || back[i].toString() == u'\'' + expected, qPrintable(expected.left(100)));
    }
}

void TestDataExport::f55CardTellsWhereItIs()
{
    DataSection card(*m_reader, *m_time, *m_time);
    card.showSettings(Settings());
    auto *button = card.findChild<QPushButton *>();
    card.exportTo(m_folder->path());
    QVERIFY(!button->isEnabled());
    m_time->settle();
    QVERIFY(button->isEnabled());
    QString told;
    for (const PlainLabel *label : card.findChildren<PlainLabel *>()) {
        if (label->accessibleName() == u"Export"_s)
            told = label->text();
    }
    QVERIFY2(told.contains(m_folder->path()) && told.startsWith("1350"_L1), qPrintable(told));
    card.exportTo(m_folder->filePath(u"not/there"_s));
    QVERIFY(button->isEnabled());
}

QTEST_MAIN(TestDataExport)
#include "tst_dataexport.moc"
