// SPDX-License-Identifier: MIT
#include "engine/dutyharness.h"
#include "engine/inboxdesk.h"
#include "engine/messagedesk.h"

#include <QTest>

using namespace textback;
using namespace textback::test;

/// The owner is on the road: alerts go to a mobile, and answers come back through the business line.
class TestEngineDuty : public QObject {
    Q_OBJECT

private slots:
    void alertGoesToWhoeverIsOnCall();
    void climbIsToldUntilSomebodyTakesIt();
    void holdingTextIsNoAnswer();
    void answerGoesToTheCustomer();
    void callAndDone();
    void tagStaysWhileTheCaseIsOpen();
    void twoCasesAtOnce();
    void nobodyIsGuessed_data();
    void nobodyIsGuessed();
    void closedTagAsks();
    void onlyStaffCanAnswer();
    void onlyOverOurOwnLine();
    void repliesOnRequest();
    void throttled();
    void takenBeforeItLeftIsNotTold();
    void refusedRelayIsTold();
    void relayThatDidNotArriveIsToldOnce();
    void onlyOnceOverRestarts();
    void idleCaseCloses();
    void spanish();
};

void TestEngineDuty::alertGoesToWhoeverIsOnCall()
{
    DutyHarness h;
    h.settings.people.staff.push_back({u"Bo"_s, number(bo)}); // has no plan
    h.startWatching();
    h.raise();
    QCOMPARE(h.bodiesTo(ana), QStringList{u"Motor City Towing #11 caller 0142: stuck on I-94, my child is locked in the car"_s});
    QCOMPARE(h.bodiesTo(bo), QStringList());
    QCOMPARE(h.provider.textsTo(maria), 0);
    QCOMPARE(h.cell(u"SELECT purpose, state FROM outbox"_s), u"staff-alert accepted"_s);
    h.engine->inbox()->renameContact(h.conversation(maria), u"Maria Garcia"_s);
    h.run(5min);
    QCOMPARE(h.lastTo(ana), u"Motor City Towing #11 Maria G.: still open: stuck on I-94, my child is locked in the car"_s);
}

void TestEngineDuty::climbIsToldUntilSomebodyTakesIt()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.run(11min);
    QCOMPARE(h.bodiesTo(ana).size(), 3);
    h.engine->messages()->takeAlert(h.conversation(maria));
    h.run(1h);
    QCOMPARE(h.bodiesTo(ana).size(), 3);
}

void TestEngineDuty::holdingTextIsNoAnswer()
{
    DutyHarness h;
    h.settings.waiting.minutes = 10;
    h.settings.waiting.holdingText = true;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(2min);
    h.provider.addReply(maria, u"Can you come today?"_s);
    h.run(1min);
    h.provider.addReply(maria, u"hello?"_s);
    h.run(8min);
    QCOMPARE(h.bodiesTo(ana), QStringList{u"Motor City Towing #11 caller 0142: waits for an answer: Can you come today?"_s});
    h.run(5min);
    QCOMPARE(h.provider.textsTo(maria), 2); // the text-back and the holding text
    QCOMPARE(h.lastTo(ana), u"Motor City Towing #11 caller 0142: still open: waits for an answer: Can you come today?"_s);
    h.staffTexts(ana, u"11 yes, at five"_s);
    h.run(1h);
    QCOMPARE(h.bodiesTo(ana).size(), 3); // twice told, and the confirmation
    QCOMPARE(h.provider.textsTo(maria), 3);
}

void TestEngineDuty::answerGoesToTheCustomer()
{
    DutyHarness h;
    h.startWatching();
    h.engine->inbox()->renameContact(*h.store->ensureConversation(identifyCaller(maria)), u"Maria Garcia"_s);
    h.raise();
    h.staffTexts(ana, u"11 on our way, 10 minutes"_s);
    QCOMPARE(h.bodiesTo(maria), QStringList{u"on our way, 10 minutes"_s});
    QCOMPARE(h.cell(u"SELECT origin, author FROM messages WHERE body LIKE 'on our way%'"_s), u"person Ana"_s);
    QCOMPARE(h.cell(u"SELECT purpose FROM outbox WHERE to_number = '%1'"_s.arg(maria)), u"manual"_s);
    QCOMPARE(h.lastTo(ana), u"#11 sent to Maria G."_s);
    QCOMPARE(h.openAlerts(), u"0"_s);
    QCOMPARE(h.takenBy(), u"Ana"_s);
    QVERIFY(!(*h.store->conversation(h.conversation(maria)))->needsReply);
    const auto message = h.store->message(h.lastMessage(maria));
    QCOMPARE(message->author, u"Ana"_s);
    h.run(1h);
    QCOMPARE(h.bodiesTo(ana).size(), 2); // the alert and the confirmation
}

void TestEngineDuty::callAndDone()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"11 call"_s);
    QCOMPARE(h.provider.textsTo(maria), 0);
    QCOMPARE(h.lastTo(ana), u"#11 is yours. caller 0142: (313) 223-0142"_s);
    QCOMPARE(h.openAlerts(), u"0"_s);
    QCOMPARE(h.takenBy(), u"Ana"_s);
    QCOMPARE(h.openCases(), u"1"_s);
    h.raise(maria, u"URGENT, where are you"_s);
    QCOMPARE(h.openAlerts(), u"1"_s);
    h.staffTexts(ana, u"done 11"_s);
    QCOMPARE(h.lastTo(ana), u"#11 caller 0142 closed"_s);
    QCOMPARE(h.openAlerts(), u"0"_s);
    QCOMPARE(h.openCases(), u"0"_s);
    QCOMPARE(h.provider.textsTo(maria), 0);
    QCOMPARE(h.cell(u"SELECT count(*) FROM jobs"_s), u"0"_s); // the case is done, and nobody is asked for a review
}

void TestEngineDuty::tagStaysWhileTheCaseIsOpen()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"11 on our way"_s);
    h.run(1h);
    h.raise(maria, u"URGENT: still nobody here"_s);
    QCOMPARE(h.lastTo(ana), u"Motor City Towing #11 caller 0142: URGENT: still nobody here"_s);
    h.staffTexts(ana, u"done 11"_s);
    h.raise(maria, u"URGENT: it broke again"_s);
    QCOMPARE(h.lastTo(ana), u"Motor City Towing #12 caller 0142: URGENT: it broke again"_s);
}

void TestEngineDuty::twoCasesAtOnce()
{
    DutyHarness h;
    h.settings.people.staff.push_back({u"Bo"_s, number(bo), daily(u"00:00"_s, u"24:00"_s)});
    h.startWatching();
    h.raise(maria);
    h.raise(bob, u"URGENT flat tire"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 2);
    QCOMPARE(h.bodiesTo(bo).size(), 2);
    h.provider.addReply(ana, u"12 be there at 5"_s);
    h.provider.addReply(bo, u"11 on our way"_s);
    h.run(20s);
    QCOMPARE(h.bodiesTo(maria), QStringList{u"on our way"_s});
    QCOMPARE(h.bodiesTo(bob), QStringList{u"be there at 5"_s});
    QCOMPARE(h.lastTo(ana), u"#12 sent to caller 0143"_s);
    QCOMPARE(h.lastTo(bo), u"#11 sent to caller 0142"_s);
}

void TestEngineDuty::nobodyIsGuessed_data()
{
    QTest::addColumn<bool>("two");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("answer");
    const QString one = u"#11 caller 0142"_s;
    const QString both = u"#11 caller 0142, #12 caller 0143"_s;
    const QString which = u"Which one? Nothing was sent. Begin with its number: "_s;
    QTest::newRow("no tag, one case") << false << u"on our way"_s << which + one;
    QTest::newRow("no tag") << true << u"on our way"_s << which + both;
    QTest::newRow("an amount") << true << u"11 minutes away"_s << which + both;
    QTest::newRow("only a tag") << true << u"11"_s << which + both;
    QTest::newRow("done without a tag") << false << u"done"_s << which + one;
    QTest::newRow("wrong tag") << true << u"19 on our way"_s << u"#19 is not open, nothing was sent. Which one? "_s + both;
    QTest::newRow("done with a wrong tag") << true << u"done 19"_s << u"#19 is not open, nothing was sent. Which one? "_s + both;
}

void TestEngineDuty::nobodyIsGuessed()
{
    QFETCH(bool, two);
    QFETCH(QString, body);
    QFETCH(QString, answer);
    DutyHarness h;
    h.startWatching();
    h.raise();
    if (two)
        h.raise(bob, u"URGENT flat tire"_s);
    h.staffTexts(ana, body);
    QCOMPARE(h.lastTo(ana), answer);
    QCOMPARE(h.provider.textsTo(maria) + h.provider.textsTo(bob), 0);
    QCOMPARE(h.openAlerts(), two ? u"2"_s : u"1"_s);
    QCOMPARE(h.openCases(), two ? u"2"_s : u"1"_s);
}

void TestEngineDuty::closedTagAsks()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"done 11"_s);
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.lastTo(ana), u"No customer is waiting. Nothing was sent."_s);
    const qsizetype told = h.bodiesTo(ana).size();
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.bodiesTo(ana).size(), told); // the same question comes once in a minute
    h.run(2min);
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.bodiesTo(ana).size(), told + 1);
    QCOMPARE(h.provider.textsTo(maria), 0);
}

void TestEngineDuty::onlyStaffCanAnswer()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(bob, u"11 on our way"_s);
    h.staffTexts(maria, u"done 11"_s);
    QCOMPARE(h.bodiesTo(maria), QStringList());
    QCOMPARE(h.bodiesTo(bob), QStringList());
    QCOMPARE(h.openAlerts(), u"1"_s);
    QCOMPARE(h.openCases(), u"1"_s);
    QVERIFY((*h.store->conversation(h.conversation(bob)))->needsReply);
}

void TestEngineDuty::onlyOverOurOwnLine()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.provider.addReply(ana, u"11 on our way"_s);
    h.provider.allTexts.back().message.to = u"+13132239999"_s; // the account has it, and the business does not use it
    h.run(15s);
    QCOMPARE(h.bodiesTo(maria), QStringList());
    QCOMPARE(h.bodiesTo(ana).size(), 1); // nothing is answered there either
    QCOMPARE(h.openAlerts(), u"1"_s);
    h.provider.addReply(ana, u"11 on our way"_s);
    h.provider.allTexts.back().message.to.clear();
    h.run(15s);
    QCOMPARE(h.bodiesTo(maria), QStringList());
    h.staffTexts(u"+1 (313) 223-0110"_s, u"11 on our way"_s); // however the provider spells it
    QCOMPARE(h.bodiesTo(maria), QStringList{u"on our way"_s});
}

void TestEngineDuty::repliesOnRequest()
{
    DutyHarness h;
    h.startWatching();
    h.raise(maria, u"Do you fix garage doors?"_s);
    QCOMPARE(h.bodiesTo(ana), QStringList());
    h.settings.onCall.replies = true;
    h.engine->applySettings(h.settings, {});
    h.raise(maria, u"Hello? <b>See</b> evil.com/x"_s);
    QCOMPARE(h.bodiesTo(ana), QStringList{u"Motor City Towing #11 caller 0142: Hello? <b>See</b> (link)"_s});
    QCOMPARE(h.openAlerts(), u"0"_s);
    h.staffTexts(ana, u"11 yes we do"_s);
    QCOMPARE(h.bodiesTo(maria), QStringList{u"yes we do"_s});
    h.settings.onCall.urgentAlerts = false;
    h.engine->applySettings(h.settings, {});
    h.raise(bob, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 2);
    QCOMPARE(h.openAlerts(), u"1"_s);
}

void TestEngineDuty::throttled()
{
    DutyHarness h;
    h.settings.onCall.replies = true;
    h.settings.onCall.minutesBetween = 4;
    h.startWatching();
    h.raise(maria, u"one"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    for (const QString &words : {u"two"_s, u"three"_s, u"four"_s}) {
        h.provider.addReply(maria, words);
        h.run(30s);
    }
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.raise(bob, u"a flat tire"_s); // another case
    QCOMPARE(h.bodiesTo(ana).size(), 2);
    h.run(4min);
    QCOMPARE(h.bodiesTo(ana).size(), 3);
    QCOMPARE(h.lastTo(ana), u"Motor City Towing #11 caller 0142: two / three / four"_s);
    // A lone alert pushes what waits aside and keeps the pace.
    h.provider.addReply(maria, u"URGENT"_s);
    h.run(1min);
    QCOMPARE(h.bodiesTo(ana).size(), 3);
    h.run(3min);
    QCOMPARE(h.bodiesTo(ana).size(), 4);
}

void TestEngineDuty::takenBeforeItLeftIsNotTold()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.raise(maria, u"URGENT please"_s); // waits for its turn
    h.engine->messages()->send(h.conversation(maria), u"We are there in a minute"_s);
    h.run(1h);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    QCOMPARE(h.cell(u"SELECT why FROM outbox WHERE state = 'skipped'"_s), u"staff-in-conversation"_s);
}

void TestEngineDuty::refusedRelayIsTold()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.provider.scripts.push_back(FakeProvider::SendScript::refused(ErrorKind::InvalidRecipient, 400, u"21211"_s));
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.provider.textsTo(maria), 0);
    QCOMPARE(h.lastTo(ana), u"#11 NOT sent. Please call caller 0142: (313) 223-0142"_s);
}

void TestEngineDuty::relayThatDidNotArriveIsToldOnce()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.lastTo(ana), u"#11 sent to caller 0142"_s);
    const QString relay = h.cell(u"SELECT provider_message_id FROM messages WHERE origin = 'person' AND incoming = 0"_s);
    const auto told = h.bodiesTo(ana).size();
    h.provider.setDelivery(relay, DeliveryStatus::Undelivered, u"30003"_s);
    h.run(1min);
    h.provider.setDelivery(relay, DeliveryStatus::Failed, u"30003"_s);
    h.run(1min);
    h.restart();
    h.run(5min);
    QCOMPARE(h.bodiesTo(ana).mid(told), QStringList{u"#11 did NOT arrive. Please call caller 0142: (313) 223-0142"_s});
    // What somebody types in the window is seen there.
    h.engine->messages()->send(h.conversation(maria), u"Anything else?"_s);
    h.run(1min);
    const QString typed = h.cell(u"SELECT provider_message_id FROM messages WHERE body = 'Anything else?'"_s);
    h.provider.setDelivery(typed, DeliveryStatus::Undelivered, u"30003"_s);
    h.run(1min);
    QCOMPARE(h.bodiesTo(ana).size(), told + 1);
}

void TestEngineDuty::onlyOnceOverRestarts()
{
    for (int milliseconds = 0; milliseconds <= 12000; milliseconds += 600) {
        DutyHarness h;
        h.startWatching();
        h.raise();
        h.provider.addReply(ana, u"11 on our way"_s);
        h.run(Millis(milliseconds));
        h.restart();
        h.run(2min);
        QCOMPARE(h.bodiesTo(maria), QStringList{u"on our way"_s});
        QCOMPARE(h.bodiesTo(ana).mid(1), QStringList{u"#11 sent to caller 0142"_s});
        QCOMPARE(h.openAlerts(), u"0"_s);
    }
}

void TestEngineDuty::idleCaseCloses()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"11 call"_s);
    h.beOff(25h);
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.lastTo(ana), u"No customer is waiting. Nothing was sent."_s);
    QCOMPARE(h.openCases(), u"0"_s);
    // One with an open alert stays, however old.
    h.raise();
    h.beOff(30h);
    QCOMPARE(h.openCases(), u"1"_s);
    h.staffTexts(ana, u"12 sorry, on our way"_s);
    QCOMPARE(h.bodiesTo(maria), QStringList{u"sorry, on our way"_s});
}

void TestEngineDuty::spanish()
{
    DutyHarness h;
    h.settings.rules.language = TemplateLanguage::Spanish;
    h.startWatching();
    h.raise(maria, u"urgente, huele a gas"_s);
    QCOMPARE(h.lastTo(ana), u"Motor City Towing #11 cliente 0142: urgente, huele a gas"_s);
    h.staffTexts(ana, u"11 voy en camino"_s);
    QCOMPARE(h.bodiesTo(maria), QStringList{u"voy en camino"_s});
    QCOMPARE(h.lastTo(ana), u"#11 enviado a cliente 0142"_s);
    h.staffTexts(ana, u"listo 11"_s);
    QCOMPARE(h.lastTo(ana), u"#11 cliente 0142 cerrado"_s);
    h.staffTexts(ana, u"fuera"_s);
    QCOMPARE(h.lastTo(ana), u"Fuera de servicio hasta mar 12am"_s);
}

QTEST_GUILESS_MAIN(TestEngineDuty)
#include "tst_engineduty.moc"
