// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "engine/engineharness.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString &caller = maria;

QString newestText(EngineHarness &h, const QString &to)
{
    return h.provider.textsTo(to) > 0 ? h.provider.lastText()->message.body : QString();
}

} // namespace

/// What customers say about getting texts, and what follows from it in the whole engine (rules.md C1-C14).
class TestEngineConsent : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { EngineHarness::quiet(); }
    void x08StoredBeforeAnythingIsConfirmed();
    void x09StopWithASpace();
    void x10RefusedForOptOut();
    void c03FreeWordsAreAnOptOut_data();
    void c03FreeWordsAreAnOptOut();
    void c04NearMissesFreezeUntilSomebodyLooks();
    void c04OwnerSaysItGoesOn();
    void c04OwnerSaysNoMoreTexts();
    void c04ReplyByHandAnswersTheQuestion();
    void c05CancelsWhatWaits();
    void c05OwnMessagesAreRefused();
    void c06OneConfirmation();
    void c06NoneWhereTheProviderAnswers();
    void c06NoneThatIsLate();
    void c06OwnerTakesItBackInTime();
    void c07KilledBeforeItWasStored();
    void c08EveryLineAndPurpose();
    void c10StartAgain();
    void c11HelpIsAnswered_data();
    void c11HelpIsAnswered();
    void c11WhatTheProviderDoesNotUnderstand();
    void c06OnAndOff();
    void c05WordsJustBeforeTheCall_data();
    void c05WordsJustBeforeTheCall();
    void c11TwoMachinesStop();
    void c12MissedCallOfSomebodyOptedOut();
    void c13ProviderKnowsOfAnOptOut();
    void c14OptOutByVoice();
};

void TestEngineConsent::x08StoredBeforeAnythingIsConfirmed()
{
    EngineHarness h;
    h.startWatching();
    bool storedBefore = false;
    h.provider.onSend = [&](const SendRequest &request) {
        storedBefore = request.body.contains(u"opted out"_s) && *h.store->consent().isOptedOut(request.to);
    };
    h.provider.addReply(caller, u"please quit texting me"_s);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(storedBefore);
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
}

void TestEngineConsent::x09StopWithASpace()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, u"STOP "_s);
    h.run(12s);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
}

void TestEngineConsent::x10RefusedForOptOut()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {FakeProvider::SendScript::refused(ErrorKind::OptedOut, 400, u"21610"_s)};
    h.provider.addMissedCall(caller);
    h.provider.addMissedCall(bob);
    h.run(20s);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->optedOut); // seen in the thread
    QVERIFY(!(*h.store->conversation(h.conversation(bob)))->optedOut);
    QCOMPARE(h.provider.textsTo(bob), 1);
}

void TestEngineConsent::c03FreeWordsAreAnOptOut_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("quit texting") << u"please quit texting me"_s;
    QTest::newRow("list") << u"take me off your list"_s;
    QTest::newRow("no more") << u"no more messages"_s;
    QTest::newRow("Spanish") << u"no me manden mensajes"_s;
}

void TestEngineConsent::c03FreeWordsAreAnOptOut()
{
    QFETCH(QString, body);
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, body);
    h.run(15s);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    QCOMPARE(h.count(EngineEvent::Kind::OptOut), 1);
    QCOMPARE(h.rows(u"SELECT source, evidence FROM consent_log"_s), QStringList{u"text "_s + body});
    QCOMPARE(newestText(h, caller),
             u"Motor City Towing: you are opted out and will get no more texts from this number. Reply START to opt back "
             "in."_s);
}

void TestEngineConsent::c04NearMissesFreezeUntilSomebodyLooks()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(5s);
    h.provider.addReply(caller, u"can you stop by at 5"_s);
    h.run(1min);
    QVERIFY(!*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    QVERIFY(!(*h.store->conversation(h.conversation(caller)))->doubt.isEmpty());
    QCOMPARE(h.decision(caller), u"skip frozen"_s); // what waited is dropped
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip frozen"_s);
    QCOMPARE(h.provider.textsTo(caller), 0);
    // It holds over a restart, and nobody else is touched by it.
    h.kill();
    h.restart();
    h.provider.addMissedCall(caller);
    h.provider.addMissedCall(bob);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip frozen"_s);
    QCOMPARE(h.provider.textsTo(bob), 1);
}

void TestEngineConsent::c04OwnerSaysItGoesOn()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, u"can you stop by at 5"_s);
    h.run(12s);
    h.engine->messages()->answerDoubt(h.conversation(caller), false);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->doubt.isEmpty());
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"send open"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineConsent::c04OwnerSaysNoMoreTexts()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, u"can you stop by at 5"_s);
    h.run(12s);
    h.engine->messages()->answerDoubt(h.conversation(caller), true);
    h.engine->messages()->answerDoubt(h.conversation(caller), true); // an impatient second click
    h.run(10s);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    QCOMPARE(h.rows(u"SELECT source, evidence FROM consent_log"_s), QStringList{u"manual can you stop by at 5"_s});
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(newestText(h, caller).contains(u"opted out"_s));
}

void TestEngineConsent::c04ReplyByHandAnswersTheQuestion()
{
    EngineHarness h;
    h.settings.rules.humanSilenceMinutes = 0;
    h.startWatching();
    h.provider.addReply(caller, u"can you stop by at 5"_s);
    h.run(12s);
    h.engine->messages()->send(h.conversation(caller), u"Yes, see you at 5"_s);
    h.run(5s);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->doubt.isEmpty());
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"send open"_s);
}

void TestEngineConsent::c05CancelsWhatWaits()
{
    EngineHarness h;
    h.settings.followUps.count = 2;
    h.settings.business.timeZone = u"America/Detroit"_s;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.rows(u"SELECT purpose, state FROM outbox ORDER BY id"_s), (QStringList{u"text-back accepted"_s, u"follow-up-1 held"_s}));
    h.provider.addReply(caller, u"stop"_s);
    h.run(12s);
    QCOMPARE(h.rows(u"SELECT purpose, state, why FROM outbox WHERE purpose = 'follow-up-1'"_s),
             QStringList{u"follow-up-1 skipped opted-out"_s});
    QCOMPARE(h.decision(caller), u"send open"_s); // what was decided about the call stands
    h.beOff(3h);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineConsent::c05OwnMessagesAreRefused()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, u"unsubscribe"_s);
    h.run(12s);
    const size_t sent = h.provider.sends.size();
    h.engine->messages()->send(h.conversation(caller), u"Sorry!"_s);
    h.run(5s);
    QCOMPARE(h.failures.size(), size_t(1));
    QCOMPARE(toString(h.failures[0].second.kind), toString(ErrorKind::OptedOut));
    QCOMPARE(h.provider.sends.size(), sent);
}

void TestEngineConsent::c06OneConfirmation()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, u"please quit texting me"_s);
    h.run(15s);
    h.provider.addReply(caller, u"I said stop texting me"_s);
    h.provider.addReply(caller, u"STOP"_s);
    h.run(1min);
    h.kill();
    h.restart();
    h.run(5min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(newestText(h, caller).startsWith(u"Motor City Towing"_s));
    QCOMPARE(h.rows(u"SELECT purpose, state FROM outbox"_s), QStringList{u"keyword-answer accepted"_s});
}

void TestEngineConsent::c06NoneWhereTheProviderAnswers()
{
    EngineHarness h;
    h.provider.providerDescriptor.answersStopItself = true;
    h.provider.providerDescriptor.stopWords = {u"stop"_s};
    h.startWatching();
    h.provider.addReply(caller, u"Stop"_s);
    h.provider.addReply(bob, u"stop texting me"_s); // the provider does not know these words
    h.run(1min);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)) && *h.store->consent().isOptedOut(*PhoneNumber::parse(bob)));
    QCOMPARE(h.provider.textsTo(caller), 0);
    QCOMPARE(h.provider.textsTo(bob), 1);
}

void TestEngineConsent::c06NoneThatIsLate()
{
    EngineHarness h;
    h.startWatching();
    h.kill();
    h.provider.addReply(caller, u"please quit texting me"_s);
    h.time.advance(6min);
    h.restart();
    h.run(1min);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    QCOMPARE(h.provider.textsTo(caller), 0);
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox"_s), u"0"_s); // not even queued, and nothing that the thread would show as dropped
}

/// START before the confirmation of STOP left: it is out of date.
void TestEngineConsent::c06OwnerTakesItBackInTime()
{
    EngineHarness h;
    h.startWatching();
    h.provider.messagesError.reset();
    h.provider.addReply(caller, u"please quit texting me"_s);
    h.provider.addReply(caller, u"START"_s);
    h.run(1min);
    QVERIFY(!*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    for (const FakeProvider::Text &text : h.provider.allTexts)
        QVERIFY2(!text.byApi || !text.message.body.contains(u"you are opted out"_s), qPrintable(text.message.body));
}

void TestEngineConsent::c07KilledBeforeItWasStored()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 10;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(5s);
    h.kill();
    h.provider.addReply(caller, u"no more messages"_s);
    h.time.advance(20s); // the text is overdue when the program comes back
    h.restart();
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
    for (const SendRequest &sent : h.provider.sends)
        QVERIFY2(sent.body.contains(u"opted out"_s), qPrintable(sent.body));
}

void TestEngineConsent::c08EveryLineAndPurpose()
{
    EngineHarness h;
    h.provider.lines.push_back(Line{*PhoneNumber::parse(u"+13132230105"_s), u"Second"_s, {}, false, 2, {}});
    h.startWatching();
    h.provider.addReply(caller, u"STOP"_s);
    h.run(15s);
    const int before = h.provider.textsTo(caller);
    const QString id = h.provider.addMissedCall(caller);
    h.provider.leg(id)->to = u"+13132230105"_s;
    for (FakeProvider::Row &row : h.provider.rows) {
        if (row.leg.parentCallId == id)
            row.leg.from = u"+13132230105"_s;
    }
    h.run(20s);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
    QCOMPARE(h.provider.textsTo(caller), before);
    QCOMPARE(h.rows(u"SELECT number, source FROM consents"_s), QStringList{caller + u" text"_s});
}

void TestEngineConsent::c10StartAgain()
{
    EngineHarness h;
    h.provider.providerDescriptor.answersStopItself = false;
    h.settings.followUps.count = 1;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    h.provider.addReply(caller, u"Yes"_s); // never opted out: an answer like any other
    h.run(12s);
    QCOMPARE(h.count(EngineEvent::Kind::OptOut), 0);
    h.provider.addReply(caller, u"STOP"_s);
    h.run(12s);
    h.provider.addReply(caller, u"YES"_s);
    h.run(12s);
    QVERIFY(!*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    QVERIFY2(newestText(h, caller).contains(u"opted back in"_s), qPrintable(newestText(h, caller)));
    QCOMPARE(h.rows(u"SELECT opted_out FROM consent_log ORDER BY id"_s), (QStringList{u"1"_s, u"0"_s}));
    // What was cancelled does not come back.
    const int texts = h.provider.textsTo(caller);
    h.beOff(26h);
    QCOMPARE(h.provider.textsTo(caller), texts);
}

void TestEngineConsent::c11HelpIsAnswered_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("optedOut");
    QTest::newRow("HELP") << u"HELP"_s << false;
    QTest::newRow("info") << u"info"_s << false;
    QTest::newRow("opted out") << u"Help!"_s << true;
}

void TestEngineConsent::c11HelpIsAnswered()
{
    QFETCH(QString, body);
    QFETCH(bool, optedOut);
    EngineHarness h;
    h.provider.providerDescriptor.answersStopItself = false;
    h.startWatching();
    if (optedOut) {
        h.provider.addReply(caller, u"STOP"_s);
        h.run(15s);
    }
    const int before = h.provider.textsTo(caller);
    h.provider.addReply(caller, body);
    h.run(15s);
    QCOMPARE(h.provider.textsTo(caller), before + 1);
    const QString text = newestText(h, caller);
    QVERIFY2(text.startsWith(u"Motor City Towing"_s) && text.contains(u"(313) 223-0100"_s) && text.contains(u"rates may apply"_s) &&
                 text.contains(u"STOP"_s),
             qPrintable(text));
    QCOMPARE(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)), optedOut);
}

/// A provider answers the bare keyword; "HELP!" is ours to answer.
void TestEngineConsent::c11WhatTheProviderDoesNotUnderstand()
{
    EngineHarness h;
    h.provider.providerDescriptor.answersStopItself = true;
    h.startWatching();
    h.provider.addReply(caller, u"HELP"_s);
    h.run(15s);
    QCOMPARE(h.provider.textsTo(caller), 0);
    h.provider.addReply(caller, u"HELP!"_s);
    h.run(15s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineConsent::c05WordsJustBeforeTheCall_data()
{
    QTest::addColumn<int>("second");
    for (int second = 0; second < 10; second += 3) // wherever the next look at the messages stands
        QTest::addRow("%d s", second) << second;
}

/// Whoever writes "no more texts" and then calls is not texted: the messages are read before a text leaves.
void TestEngineConsent::c05WordsJustBeforeTheCall()
{
    QFETCH(int, second);
    EngineHarness h;
    h.startWatching();
    h.run(60s + Millis(second * 1000));
    h.provider.addReply(caller, u"please stop texting me"_s);
    h.provider.addMissedCall(caller);
    h.run(30s);
    QCOMPARE(h.rows(u"SELECT purpose, state FROM outbox WHERE purpose = 'text-back' AND state <> 'skipped'"_s), QStringList());
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
}

/// Whoever says STOP and START in turn is obeyed each time, and not told each time.
void TestEngineConsent::c06OnAndOff()
{
    EngineHarness h;
    h.provider.providerDescriptor.answersStopItself = false;
    h.startWatching();
    for (int i = 0; i < 12; ++i) {
        h.provider.addReply(caller, i % 2 == 0 ? u"stop."_s : u"unstop."_s);
        h.run(15s);
        QCOMPARE(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)), i % 2 == 0);
    }
    QVERIFY2(h.provider.textsTo(caller) >= 2 && h.provider.textsTo(caller) <= 5, qPrintable(QString::number(h.provider.textsTo(caller))));
}

void TestEngineConsent::c11TwoMachinesStop()
{
    EngineHarness h;
    h.provider.providerDescriptor.answersStopItself = false;
    h.startWatching();
    for (int i = 0; i < 10; ++i) {
        h.provider.addReply(caller, u"HELP"_s);
        h.run(30s);
    }
    QCOMPARE(h.provider.textsTo(caller), mostAutomaticPerHour);
}

void TestEngineConsent::c12MissedCallOfSomebodyOptedOut()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, u"STOP"_s);
    h.run(1min);
    const int before = h.provider.textsTo(caller);
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->needsReply); // to be called back
    h.provider.addReply(caller, u"where are you?"_s);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), before);
}

void TestEngineConsent::c13ProviderKnowsOfAnOptOut()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {FakeProvider::SendScript::refused(ErrorKind::OptedOut, 400, u"21610"_s)};
    h.provider.addMissedCall(caller);
    h.run(10min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1); // and no other try
    QCOMPARE(h.rows(u"SELECT opted_out, source, evidence FROM consent_log"_s), QStringList{u"1 provider 21610"_s});
}

void TestEngineConsent::c14OptOutByVoice()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    h.engine->messages()->recordConsent(h.conversation(caller), true, u"voice"_s);
    h.run(10s);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    QCOMPARE(h.rows(u"SELECT opted_out, source, evidence FROM consent_log"_s), QStringList{u"1 manual voice"_s});
    QCOMPARE(h.count(EngineEvent::Kind::OptOut), 1);
    QVERIFY(newestText(h, caller).contains(u"opted out"_s));
    h.engine->messages()->recordConsent(h.conversation(caller), false, u"email"_s);
    h.run(10s);
    QVERIFY(!*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
}

QTEST_GUILESS_MAIN(TestEngineConsent)
#include "tst_engineconsent.moc"
