// SPDX-License-Identifier: MIT
#include "ui/startup/commandline.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void keepsValues();
    void keepsToolkitArguments();
    void helpNamesEveryOption();
};

void TestCommandLine::understands_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("headless");
    const auto row = [](const char *line, StartMode mode, bool headless) {
        QTest::newRow(*line ? line : "nothing") << QString::fromLatin1(line) << static_cast<int>(mode) << headless;
    };
    row("", StartMode::Window, false);
    row("--data-dir /d --setup f.json", StartMode::Window, false);
    row("--headless", StartMode::Headless, true);
    row("--headless --setup=f.json --data-dir=/d", StartMode::Headless, true);
    row("--leave-safe-mode", StartMode::Window, false);
    row("--headless --leave-safe-mode", StartMode::Headless, true);
    row("--restore-backup newest", StartMode::Window, false);
    row("--headless --restore-backup=b.db", StartMode::Headless, true);
    row("--demo", StartMode::Demo, false);
    row("--demo --headless", StartMode::Demo, true);
    row("--demo --headless --for 5", StartMode::Demo, true);
    row("--simulate", StartMode::Simulate, false);
    row("--simulate --calls-per-minute 0", StartMode::Simulate, false);
    row("--simulate --calls-per-minute=0.5", StartMode::Simulate, false);
    row("--export-setup out.json", StartMode::ExportSetup, false);
    row("--setup in.json --export-setup -", StartMode::ExportSetup, false);
    row("--diagnostics out.txt --data-dir /d", StartMode::Diagnostics, false);
    row("--diagnostics=-", StartMode::Diagnostics, false);
    row("--evidence +13132230142", StartMode::Evidence, false);
    row("--evidence=(313)223-0142 --data-dir /d", StartMode::Evidence, false);
    row("--replay rules.json", StartMode::Replay, false);
    row("--registration", StartMode::Registration, false);
    row("--registration --data-dir /d", StartMode::Registration, false);
    row("--version", StartMode::Version, false);
    row("-h", StartMode::Help, false);
    row("--headless --help", StartMode::Help, true);
}

void TestCommandLine::understands()
{
    QFETCH(QString, line);
    QFETCH(int, mode);
    QFETCH(bool, headless);
    const auto options = parseCommandLine(QStringList(u"textback"_s) + line.split(u' ', Qt::SkipEmptyParts));
    QVERIFY2(options, qPrintable(options ? QString() : options.error()));
    QCOMPARE(static_cast<int>(options->mode), mode);
    QCOMPARE(options->headless, headless);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(named);
    };
    row("--nonsense", "--nonsense: unknown");
    row("--nonsense=1", "--nonsense: unknown");
    row("-x", "-x: unknown");
    row("stray", "\"stray\"");
    row("--", "--: unknown");
    row("--data-dir", "--data-dir: needs a value");
    row("--data-dir=", "--data-dir: needs a value");
    row("--setup --headless", "--setup: needs a value");
    row("--headless --headless", "--headless: given twice");
    row("--headless=yes", "--headless: takes no value");
    row("--demo --simulate", "--demo: cannot be used together with --simulate");
    row("--demo --data-dir /d", "--data-dir");
    row("--demo --setup f", "--setup");
    row("--demo --export-setup f", "--export-setup");
    row("--demo --diagnostics f", "--diagnostics");
    row("--headless --diagnostics f", "--diagnostics");
    row("--setup f --diagnostics f", "--diagnostics");
    row("--restore-backup", "--restore-backup: needs a value");
    row("--restore-backup= --headless", "--restore-backup: needs a value");
    row("--restore-backup newest --demo", "cannot be used together with --restore-backup");
    row("--simulate --restore-backup newest", "cannot be used together with --restore-backup");
    row("--export-setup f --restore-backup newest", "cannot be used together with --restore-backup");
    row("--restore-backup newest --diagnostics f", "--diagnostics");
    row("--diagnostics f --leave-safe-mode", "--leave-safe-mode: cannot");
    row("--diagnostics", "--diagnostics: needs a value");
    row("--evidence", "--evidence: needs a value");
    row("--headless --evidence +13132230142", "--evidence");
    row("--diagnostics f --evidence +13132230142", "--evidence");
    row("--setup f --evidence +13132230142", "--evidence");
    row("--simulate --headless", "--headless");
    row("--simulate --data-dir /d", "--data-dir");
    row("--headless --export-setup f", "--export-setup");
    row("--leave-safe-mode --demo", "--leave-safe-mode: cannot");
    row("--simulate --leave-safe-mode", "--leave-safe-mode: cannot");
    row("--export-setup f --leave-safe-mode", "--leave-safe-mode: cannot");
    row("--leave-safe-mode=1", "--leave-safe-mode: takes no value");
    row("--for 5", "--for: goes only");
    row("--demo --for 5", "--for: goes only");
    row("--headless --for 5", "--for: goes only");
    row("--demo --headless --for 0", "--for: must be");
    row("--demo --headless --for soon", "--for: must be");
    row("--demo --headless --for -3", "--for: must be");
    row("--calls-per-minute 3", "--calls-per-minute: goes only");
    row("--simulate --calls-per-minute -1", "--calls-per-minute: must be");
    row("--simulate --calls-per-minute many", "--calls-per-minute: must be");
    row("--simulate --calls-per-minute nan", "--calls-per-minute: must be");
    row("--replay", "--replay: needs a value");
    row("--replay f.json --headless", "--replay");
    row("--replay f.json --demo", "--replay");
    row("--replay f.json --setup g.json", "--replay");
    row("--replay f.json --diagnostics -", "--replay");
    row("--registration=x", "--registration: takes no value");
    row("--registration x", "\"x\"");
    row("--registration --headless", "--registration");
    row("--registration --demo", "--registration");
    row("--registration --setup f.json", "--registration");
    row("--registration --export-setup -", "--registration");
    row("--registration --replay f.json", "--registration");
    row("-platform", "-platform: needs a value");
}

void TestCommandLine::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    const auto options = parseCommandLine(QStringList(u"textback"_s) + line.split(u' ', Qt::SkipEmptyParts));
    QVERIFY(!options);
    QVERIFY2(options.error().contains(named), qPrintable(options.error()));
    QVERIFY(!options.error().contains(u'\n'));
}

void TestCommandLine::keepsValues()
{
    const auto options = parseCommandLine({u"textback"_s, u"--headless"_s, u"--data-dir"_s, u"/a b=c"_s, u"--setup=x=y.json"_s});
    QVERIFY(options);
    QCOMPARE(options->dataDir, u"/a b=c"_s);
    QCOMPARE(options->setupFile, u"x=y.json"_s);
    QVERIFY(!options->leaveSafeMode);
    QVERIFY(parseCommandLine({u"textback"_s, u"--leave-safe-mode"_s})->leaveSafeMode);
    QCOMPARE(parseCommandLine({u"textback"_s, u"--restore-backup"_s, u"my copy.db"_s})->restoreFile, u"my copy.db"_s);
    const auto replay = parseCommandLine({u"textback"_s, u"--replay"_s, u"rules.json"_s, u"--data-dir"_s, u"/d"_s});
    QVERIFY(replay);
    QVERIFY(replay->mode == StartMode::Replay && replay->replayFile == u"rules.json"_s && replay->dataDir == u"/d"_s);
    QCOMPARE(replay->evidenceNumber, QString());
    const auto demo = parseCommandLine({u"textback"_s, u"--demo"_s, u"--headless"_s, u"--for"_s, u"7"_s});
    QVERIFY(demo);
    QCOMPARE(demo->narrateFor, std::chrono::seconds(7));
    const auto simulate = parseCommandLine({u"textback"_s, u"--simulate"_s, u"--calls-per-minute"_s, u"12"_s});
    QVERIFY(simulate);
    QCOMPARE(simulate->callsPerMinute, 12.0);
}

void TestCommandLine::keepsToolkitArguments()
{
    const auto options =
        parseCommandLine({u"textback"_s, u"-platform"_s, u"offscreen"_s, u"--data-dir"_s, u"/d"_s, u"-session"_s, u"1a"_s});
    QVERIFY(options);
    QCOMPARE(options->toolkitArguments, QStringList({u"textback"_s, u"-platform"_s, u"offscreen"_s, u"-session"_s, u"1a"_s}));
    QCOMPARE(options->dataDir, u"/d"_s);
}

void TestCommandLine::helpNamesEveryOption()
{
    for (const QString &option : {u"--demo"_s, u"--simulate"_s, u"--headless"_s, u"--data-dir"_s, u"--setup"_s, u"--export-setup"_s,
                                  u"--restore-backup"_s, u"--leave-safe-mode"_s, u"--calls-per-minute"_s, u"--for"_s, u"--diagnostics"_s,
                                  u"--replay"_s, u"--evidence"_s, u"--registration"_s, u"--version"_s, u"--help"_s})
        QVERIFY2(helpText().contains(option), qPrintable(option));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
