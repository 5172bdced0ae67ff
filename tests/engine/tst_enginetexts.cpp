// SPDX-License-Identifier: MIT
#include "domain/messagebody.h"
#include "engine/engineharness.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The words that leave and come in, whatever stands in the settings and whatever a stranger writes.
class TestEngineTexts : public QObject {
    Q_OBJECT

private slots:
    void f56UnusableTemplateLeavesAsThePlainOne_data();
    void f56UnusableTemplateLeavesAsThePlainOne();
    void f56WithoutANameNothingLeaves();
    void f57LinkLeavesAsGiven();
    void f50HugeReplyIsKeptInPart();
    void ownWordsAreNamedAndNeedNoSecondText();
};

void TestEngineTexts::f56UnusableTemplateLeavesAsThePlainOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown placeholder") << u"{name}: hi"_s;
    QTest::newRow("empty placeholder") << u"{}: hi"_s;
    QTest::newRow("brace") << u"{biz: hi"_s;
    QTest::newRow("no value") << u"{biz}: book {link}"_s;
    QTest::newRow("blank") << u"   "_s;
    QTest::newRow("too long") << u"{biz}: "_s + QString(1600, u'a');
    QTest::newRow("forbidden") << u"{biz}: free vodka"_s;
    QTest::newRow("shortener") << u"{biz}: https://bit.ly/x"_s;
}

/// The settings page and the file refuse such a template; what stands in the database of an older version or of another hand does not leave.
void TestEngineTexts::f56UnusableTemplateLeavesAsThePlainOne()
{
    QFETCH(QString, text);
    EngineHarness h;
    h.settings.rules.templates.insert(u"open"_s, text);
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(maria), 1);
    QCOMPARE(h.decision(maria), u"send open"_s);
    QCOMPARE(h.provider.lastText()->message.body,
             h.settings.business.name + u": sorry we missed your call. How can we help? Text us here and a real person will reply. "
                                        "Reply STOP to opt out"_s);
}

void TestEngineTexts::f56WithoutANameNothingLeaves()
{
    EngineHarness h;
    h.settings.rules.templates.insert(u"open"_s, u"{name}: hi"_s);
    h.settings.business.name.clear();
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.provider.texts(), 0);
    QCOMPARE(h.decision(maria), u"skip no-template"_s);
}

void TestEngineTexts::f57LinkLeavesAsGiven()
{
    EngineHarness h;
    const QString link = u"https://book.example.com/b?utm_source=text&ref=%7Bx%7D#now"_s;
    h.settings.business.bookingLink = link;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.provider.addMissedCall(bob);
    h.run(20s);
    QCOMPARE(h.provider.texts(), 2);
    // Two people, one text: nothing in it tells who it went to.
    QCOMPARE(h.provider.sends.at(0).body, h.provider.sends.at(1).body);
    QVERIFY(h.provider.sends.at(0).body.contains(link));
}

void TestEngineTexts::f50HugeReplyIsKeptInPart()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, QString(longestBody, u'a'));
    h.run(10s);
    QCOMPARE(h.cell(u"SELECT length(body) FROM messages ORDER BY id DESC LIMIT 1"_s), QString::number(longestBody));
    h.provider.addReply(maria, QString(longestBody - 1, u'a') + u"🚗"_s + QString(1 << 20, u'b'));
    h.run(10s);
    const MessageId newest{h.cell(u"SELECT max(id) FROM messages"_s).toLongLong()};
    const Message kept = h.store->message(newest).value();
    QCOMPARE(kept.body, QString(longestBody - 1, u'a') + u"\n[…]"_s);
    QVERIFY(isCutBody(kept.body));
}

/// rules.md C15 and C35, as the settings page shows it.
void TestEngineTexts::ownWordsAreNamedAndNeedNoSecondText()
{
    EngineHarness h;
    h.settings.rules.templates.insert(u"open"_s, u"Sorry we missed you – “text us” and we’ll reply…"_s);
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(maria), 1);
    QCOMPARE(h.provider.lastText()->message.body,
             h.settings.business.name + u": Sorry we missed you - \"text us\" and we'll reply... Reply STOP to opt out"_s);
}

QTEST_GUILESS_MAIN(TestEngineTexts)
#include "tst_enginetexts.moc"
