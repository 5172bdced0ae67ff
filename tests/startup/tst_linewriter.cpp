// SPDX-License-Identifier: MIT
#include "ui/startup/linewriter.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace textback;
using namespace Qt::StringLiterals;

class TestLineWriter : public QObject {
    Q_OBJECT

private slots:
    void eachLineIsThereAtOnce();
    void goesOnWhenTheReaderIsGone();
};

void TestLineWriter::eachLineIsThereAtOnce()
{
    QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(u"out"_s));
    std::FILE *stream = std::fopen(path.constData(), "w");
    QVERIFY(stream);
    LineWriter writer(stream);
    writer.write("{\"a\":1}");
    writer.write("ü");
    QFile file(folder.filePath(u"out"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{\"a\":1}\nü\n")); // while the stream is still open
    std::fclose(stream);
}

void TestLineWriter::goesOnWhenTheReaderIsGone()
{
    std::signal(SIGPIPE, SIG_IGN); // as main() does
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe(ends), 0);
    std::FILE *stream = ::fdopen(ends[1], "w");
    QVERIFY(stream);
    ::close(ends[0]);
    LineWriter writer(stream);
    QTest::ignoreMessage(QtWarningMsg, "nobody reads the output any more; going on without it");
    QTest::failOnWarning(QRegularExpression(u".*"_s)); // once, not for every line
    writer.write("one");
    writer.write("two");
    writer.write("three");
    std::fclose(stream);
}

QTEST_GUILESS_MAIN(TestLineWriter)
#include "tst_linewriter.moc"
