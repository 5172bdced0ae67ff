// SPDX-License-Identifier: MIT
#include "domain/duty/dutycommand.h"

#include <QRandomGenerator>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using Kind = DutyCommand::Kind;

/// What staff text to the business line, and what only looks like a number of a customer.
class TestDutyCommand : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void nothingMakesItFail();
};

void TestDutyCommand::reads_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("tag");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *body, Kind kind, int tag = 0, const char *words = "") {
        QTest::newRow(body) << QString::fromUtf8(body) << toString(kind) << tag << QString::fromUtf8(words);
    };
    row("12 on our way", Kind::Say, 12, "on our way");
    row("  12   On our WAY!\n", Kind::Say, 12, "On our WAY!");
    row("#12 on our way", Kind::Say, 12, "on our way");
    row("12: on our way", Kind::Say, 12, "on our way");
    row("12, be there at 5", Kind::Say, 12, "be there at 5");
    row("12 voy en camino", Kind::Say, 12, "voy en camino");
    row("12 \u00bfD\u00f3nde est\u00e1?", Kind::Say, 12, "\u00bfD\u00f3nde est\u00e1?");
    row("12 line one\nline two", Kind::Say, 12, "line one\nline two");
    row("12 stop the car and wait", Kind::Say, 12, "stop the car and wait");
    row("12 STOP", Kind::Say, 12, "STOP");
    row("12 call me when you are outside", Kind::Say, 12, "call me when you are outside");
    row("12 we are done with the job before yours, coming now", Kind::Say, 12, "we are done with the job before yours, coming now");
    row("#10 minutes away", Kind::Say, 10, "minutes away");
    row("100 on our way", Kind::Say, 100, "on our way");

    row("12 call", Kind::Call, 12);
    row("12 Calling.", Kind::Call, 12);
    row("12 I'll call", Kind::Call, 12);
    row("call 12", Kind::Call, 12);
    row("12 llamo", Kind::Call, 12);
    row("llamo 12", Kind::Call, 12);
    row("12 voy a llamar", Kind::Call, 12);

    row("done 12", Kind::Done, 12);
    row("Done #12!", Kind::Done, 12);
    row("12 done", Kind::Done, 12);
    row("listo 12", Kind::Done, 12);
    row("12 listo", Kind::Done, 12);
    row("cerrar 14", Kind::Done, 14);

    row("off", Kind::Off);
    row("Off.", Kind::Off);
    row("I'm off", Kind::Off);
    row("fuera", Kind::Off);
    row("Fuera de servicio", Kind::Off);

    row("on", Kind::On);
    row("On!", Kind::On);
    row("I'm on", Kind::On);
    row("back on duty", Kind::On);
    row("en servicio", Kind::On);
    row("Estoy disponible", Kind::On);

    row("Liked \u201cMotor City #12 Maria G.: stuck\u201d", Kind::Nothing);
    row("Loved \"#12 sent to Maria G.\"", Kind::Nothing);

    row("", Kind::Unclear);
    row("12", Kind::Unclear);
    row("#12", Kind::Unclear);
    row("on our way", Kind::Unclear);
    row("done", Kind::Unclear);
    row("call", Kind::Unclear);
    row("10 minutes", Kind::Unclear);
    row("15 min out", Kind::Unclear);
    row("20 minutos", Kind::Unclear);
    row("11 miles to go", Kind::Unclear);
    row("12 a 15 minutos", Kind::Unclear);
    row("10-4", Kind::Unclear);
    row("10 4", Kind::Unclear);
    row("12 30", Kind::Unclear);
    row("12:30 works", Kind::Unclear);
    row("12pm", Kind::Unclear);
    row("12 pm", Kind::Unclear);
    row("12 - 2 pm", Kind::Unclear);
    row("12.5 miles", Kind::Unclear);
    row("313 223 0142", Kind::Unclear);
    row("3132230142 is her number", Kind::Unclear);
    row("0 on our way", Kind::Unclear);
    row("012 on our way", Kind::Unclear);
    row("-12 on our way", Kind::Unclear);
    row("\u0661\u0662 on our way", Kind::Unclear); // digits that no keypad of ours has
    row("done 12 and 14", Kind::Unclear);
    row("on it", Kind::Unclear);
    row("12 on", Kind::Say, 12, "on");
    row("off to lunch then #12", Kind::Unclear);
    row("turn off the pump", Kind::Unclear);
    row("I told 12 on our way", Kind::Unclear);
}

void TestDutyCommand::reads()
{
    QFETCH(QString, body);
    const DutyCommand read = readDutyCommand(body);
    QTEST(toString(read.kind), "kind");
    QTEST(read.tag, "tag");
    QTEST(read.words, "words");
}

void TestDutyCommand::nothingMakesItFail()
{
    QRandomGenerator random(7);
    const QString letters = u"#12 :,.-done call off listo\n\u00e1\u0301\u202e\U0001F600"_s + QChar(0xd83d);
    for (int i = 0; i < 20000; ++i) {
        QString body;
        for (int length = random.bounded(40); length > 0; --length)
            body += i % 2 ? letters.at(random.bounded(letters.size())) : QChar(char16_t(random.bounded(0x10000)));
        const DutyCommand read = readDutyCommand(body);
        const bool named = read.kind == Kind::Say || read.kind == Kind::Call || read.kind == Kind::Done;
        QCOMPARE(read.tag > 0, named);
        QCOMPARE(read.words.isEmpty(), read.kind != Kind::Say);
    }
    QVERIFY(readDutyCommand(u"12 "_s + QString(100000, u'x')).kind == Kind::Say);
    QVERIFY(readDutyCommand(QString(100000, u'1')).kind == Kind::Unclear);
}

QTEST_GUILESS_MAIN(TestDutyCommand)
#include "tst_dutycommand.moc"
