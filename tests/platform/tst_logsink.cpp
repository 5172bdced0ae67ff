// SPDX-License-Identifier: MIT
#include "platform/logfile.h"
#include "platform/logsink.h"
#include "platform/systemclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace textback;
using namespace Qt::StringLiterals;

class TestLogSink : public QObject {
    Q_OBJECT

private slots:
    void f49Redacts_data();
    void f49Redacts();
    void leavesTheRest_data();
    void leavesTheRest();
    void f49WhatIsWrittenToTheFileIsRedacted();
};

void TestLogSink::f49Redacts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("known secret") << u"sign-in with canary-5577 failed"_s << u"sign-in with [secret] failed"_s;
    QTest::newRow("known secret, percent-encoded") << u"p=caf%C3%A9%2Fcanary%205577&x"_s << u"p=[secret]&x"_s;
    QTest::newRow("known secret in base64") << u"x Y2Fmw6kvY2FuYXJ5IDU1Nzc= y"_s << u"x [secret]Nzc= y"_s;
    QTest::newRow("known secret in base64, one byte before it") << u"x OmNhZsOpL2NhbmFyeSA1NTc3 y"_s << u"x OmNh[secret] y"_s;
    QTest::newRow("known secret in base64, two bytes before it") << u"x QTpjYWbDqS9jYW5hcnkgNTU3Nw== y"_s << u"x QTpj[secret]Nw== y"_s;
    QTest::newRow("basic") << u"Authorization: Basic QUM6c2VjcmV0"_s << u"Authorization: Basic [secret]"_s;
    QTest::newRow("bearer") << u"bearer eyJhbGciOi.abc.def"_s << u"bearer [secret]"_s;
    QTest::newRow("url") << u"GET https://AC1:geheim@api.twilio.com/x"_s << u"GET https://[secret]@api.twilio.com/x"_s;
    QTest::newRow("twilio token") << u"token was 0123456789abcdef0123456789abcdef."_s << u"token was [secret]."_s;
    QTest::newRow("pair") << u"authToken=abcdefg&x=1"_s << u"authToken=[secret]&x=1"_s;
    QTest::newRow("json pair") << u"{\"password\": \"abcdefg\"}"_s << u"{\"password\": \"[secret]\"}"_s;
    QTest::newRow("E.164") << u"text to +13135550142 refused"_s << u"text to …0142 refused"_s;
    QTest::newRow("encoded plus") << u"To=%2B13135550142"_s << u"To=…0142"_s;
    QTest::newRow("national") << u"from (313) 555-0142 now"_s << u"from …0142 now"_s;
    QTest::newRow("dashes") << u"313-555-0142"_s << u"…0142"_s;
    QTest::newRow("several") << u"+13135550142 > +13132230100"_s << u"…0142 > …0100"_s;
    QTest::newRow("line break") << u"a\nforged line"_s << u"a forged line"_s;
}

void TestLogSink::f49Redacts()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(redacted(line, {Secret("canary-5577"), Secret("caf\xc3\xa9/canary 5577")}), expected);
}

void TestLogSink::leavesTheRest_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"poll took 1234 ms", "HTTP 429, again in 30 s", "account AC0123456789abcdef0123456789abcdef checked",
                             "code 21610", "127.0.0.1:54321 refused", "2026-11-23T15:00:00.000Z", "pid 123456"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestLogSink::leavesTheRest()
{
    QFETCH(QString, line);
    QCOMPARE(redacted(line, {Secret("")}), line);
}

void TestLogSink::f49WhatIsWrittenToTheFileIsRedacted()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto file = std::make_shared<LogFile>(folder.filePath(u"logs"_s), clock);
    {
        LogSink sink;
        sink.hide({Secret("canary-5577")});
        qWarning("before the file");
        sink.writeTo(file);
        qWarning("signed in with %s as +13135550142", "canary-5577");
        sink.writeTo(nullptr);
        qWarning("after the file");
    }
    QFile written(file->path());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(written.readAll());
    QVERIFY2(text.endsWith(u" warning default: signed in with [secret] as …0142\n"_s), qPrintable(text));
    QCOMPARE(text.count(u'\n'), 1);
}

QTEST_GUILESS_MAIN(TestLogSink)
#include "tst_logsink.moc"
