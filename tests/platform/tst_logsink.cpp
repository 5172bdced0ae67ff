// SPDX-License-Identifier: MIT
#include "platform/logsink.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestLogSink : public QObject {
    Q_OBJECT

private slots:
    void redacts_data();
    void redacts();
    void leavesTheRest_data();
    void leavesTheRest();
};

void TestLogSink::redacts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("known secret") << u"sign-in with canary-5577 failed"_s << u"sign-in with [secret] failed"_s;
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

void TestLogSink::redacts()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(redacted(line, {Secret("canary-5577")}), expected);
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

QTEST_GUILESS_MAIN(TestLogSink)
#include "tst_logsink.moc"
