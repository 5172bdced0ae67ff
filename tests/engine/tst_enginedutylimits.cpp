// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "engine/dutyharness.h"
#include "engine/messagedesk.h"

#include <QTest>

using namespace textback;
using namespace textback::test;

/// Whom and when the on-call relay leaves alone.
class TestEngineDutyLimits : public QObject {
    Q_OBJECT

private slots:
    void nightPlan();
    void offUntilTheNextShift();
    void onTakesOffBack();
    void ordersAreEvents();
    void staffWhoOptedOut();
    void stopInARelayedTextIsTheCustomersBusiness();
    void customerWhoOptedOut();
    void ourOwnNumberIsNoMobile();
    void oneCustomerNeverHidesAnother();
    void tapOnATextIsNoNews();
    void wordsAfterATalkThatIsSeenLateStand();
    void newWordsAreTold();
    void wrongTagIsAnsweredAtOnce();
    void answersHaveTheirOwnRoom();
    void dangerIsToldBesideFlood();
    void alertsLeaveTheDaysTextsToCustomers();
    void staffTextsStartNothing();
    void ordinaryStaffTextIsForTheOffice();
    void twoMachinesStop_data();
    void twoMachinesStop();
    void nothingInModesThatSendNothing_data();
    void nothingInModesThatSendNothing();
    void viewerTextsNobody();
    void lateAnswerIsNotSent();
    void countsInTheAllowance();
    void ownersStopHolds();
    void restoredBackupObeysNothingTwice();
};

void TestEngineDutyLimits::nightPlan()
{
    DutyHarness h; // Monday, 10:00 in Detroit
    h.settings.people.staff[0].onCall = daily(u"18:00"_s, u"08:00"_s);
    h.settings.onCall.minutesBetween = 4;
    h.settings.people.staff.push_back({u"Bo"_s, number(bo), daily(u"08:00"_s, u"18:00"_s)});
    h.startWatching();
    h.raise();
    QCOMPARE(h.bodiesTo(ana).size(), 0);
    QCOMPARE(h.bodiesTo(bo).size(), 1);
    h.engine->messages()->takeAlert(h.conversation(maria));
    h.beOff(16h); // 02:00
    h.raise(bob, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    QCOMPARE(h.bodiesTo(bo).size(), 1);
    // What waits for its turn when the shift ends goes to nobody who sleeps.
    h.engine->messages()->takeAlert(h.conversation(bob));
    h.beOff(5h + 57min); // 07:58
    h.raise(bob, u"URGENT again"_s);
    h.raise(bob, u"URGENT URGENT"_s);
    h.run(4min);
    QCOMPARE(h.bodiesTo(ana).size(), 2);
    QCOMPARE(h.cell(u"SELECT why FROM outbox WHERE state = 'skipped' ORDER BY id DESC LIMIT 1"_s), u"paused"_s);
}

void TestEngineDutyLimits::offUntilTheNextShift()
{
    DutyHarness h; // Monday, 10:00 in Detroit
    h.settings.people.staff[0].onCall = daily(u"09:00"_s, u"17:00"_s);
    h.startWatching();
    h.staffTexts(ana, u"off"_s);
    QCOMPARE(h.lastTo(ana), u"Off duty until Tue 9 AM"_s);
    h.raise();
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.restart();
    h.beOff(22h + 50min); // 08:50
    h.raise(bob, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.engine->messages()->takeAlert(h.conversation(maria));
    h.engine->messages()->takeAlert(h.conversation(bob));
    h.run(10min);
    h.raise(maria, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 2);
}

void TestEngineDutyLimits::onTakesOffBack()
{
    DutyHarness h; // Monday, 10:00 in Detroit
    h.settings.people.staff[0].onCall = daily(u"09:00"_s, u"17:00"_s);
    h.settings.people.staff.push_back({u"Bo"_s, number(bo)}); // has no plan
    h.startWatching();
    h.staffTexts(ana, u"off"_s);
    h.raise();
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.staffTexts(ana, u"on"_s);
    QCOMPARE(h.lastTo(ana), u"You are on duty"_s);
    h.raise(bob, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 3);
    h.staffTexts(bo, u"on"_s);
    QCOMPARE(h.lastTo(bo), u"You have no shift in the on-call plan"_s);
    // Before the shift: it begins as planned.
    h.engine->messages()->takeAlert(h.conversation(maria));
    h.engine->messages()->takeAlert(h.conversation(bob));
    h.beOff(10h); // 20:00
    h.run(1min);
    h.staffTexts(ana, u"on"_s);
    QCOMPARE(h.lastTo(ana), u"On duty from 9 AM"_s);
    const qsizetype before = h.bodiesTo(ana).size();
    h.raise(maria, u"URGENT again"_s);
    QCOMPARE(h.bodiesTo(ana).size(), before);
}

/// Who of the staff asked for what, about which case, and what became of it; no words and no full numbers.
void TestEngineDutyLimits::ordersAreEvents()
{
    DutyHarness h;
    h.startWatching();
    const auto orders = [&h] {
        QStringList told;
        for (const EngineEvent &event : h.events) {
            if (event.kind == EngineEvent::Kind::Staff)
                told += u"%1 %2 %3 %4"_s.arg(event.lastFour, event.reason).arg(event.dutyCase).arg(event.detail);
        }
        return told;
    };
    h.staffTexts(ana, u"what a day"_s); // an ordinary text
    h.raise();
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.events.empty(), false);
    const auto said =
        std::find_if(h.events.begin(), h.events.end(), [](const EngineEvent &e) { return e.kind == EngineEvent::Kind::Staff; });
    QVERIFY(said != h.events.end());
    QCOMPARE(said->conversation, h.conversation(maria));
    const QByteArray line = toJsonLine(*said);
    QVERIFY2(line.contains(R"("event":"staff")") && line.contains(R"("case":11)"), line.constData());
    QVERIFY2(!line.contains("on our way") && !line.contains("2230110"), line.constData());
    h.staffTexts(ana, u"11 call"_s);
    h.staffTexts(ana, u"44 hello there"_s);
    h.staffTexts(ana, u"on our way"_s);
    h.staffTexts(ana, u"done 11"_s);
    h.staffTexts(ana, u"off"_s);
    h.staffTexts(ana, u"on"_s);
    QCOMPARE(orders(),
             (QStringList{u"0110 say 11 passed-on"_s, u"0110 call 11 taken"_s, u"0110 say 44 not-open"_s, u"0110 unclear 0 asked"_s,
                          u"0110 done 11 closed"_s, u"0110 off 0 off-duty"_s, u"0110 on 0 on-duty"_s}));
}

void TestEngineDutyLimits::staffWhoOptedOut()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"STOP"_s);
    QVERIFY(*h.store->consent().isOptedOut(number(ana)));
    const qsizetype before = h.bodiesTo(ana).size(); // the alert, and what everybody gets who says STOP
    h.run(10min);
    h.raise(bob, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), before);
    // What they write still goes to the customer; nothing comes back.
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.bodiesTo(maria), QStringList{u"on our way"_s});
    QCOMPARE(h.bodiesTo(ana).size(), before);
    h.staffTexts(ana, u"START"_s);
    h.run(10min);
    QVERIFY(h.bodiesTo(ana).size() > before);
}

void TestEngineDutyLimits::stopInARelayedTextIsTheCustomersBusiness()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"11 please stop texting me and stay in the car"_s);
    QVERIFY(!*h.store->consent().isOptedOut(number(ana)));
    QVERIFY(!*h.store->consent().openDoubt(number(ana)));
    QVERIFY(!*h.store->consent().isOptedOut(number(maria)));
    QCOMPARE(h.bodiesTo(maria), QStringList{u"please stop texting me and stay in the car"_s});
    h.staffTexts(ana, u"please quit texting me"_s); // not about them either: it asks
    QVERIFY(!*h.store->consent().isOptedOut(number(ana)));
}

void TestEngineDutyLimits::customerWhoOptedOut()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.provider.addReply(maria, u"STOP"_s);
    h.run(20s);
    const int before = h.provider.textsTo(maria);
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.provider.textsTo(maria), before);
    QCOMPARE(h.lastTo(ana), u"#11 NOT sent: caller 0142 wants no texts (STOP). Please call: (313) 223-0142"_s);
    QCOMPARE(h.openAlerts(), u"1"_s); // nobody has answered yet
}

void TestEngineDutyLimits::ourOwnNumberIsNoMobile()
{
    DutyHarness h;
    h.settings.people.staff[0].number = h.provider.lines.front().number; // a slip of the settings
    h.startWatching();
    h.raise();
    h.run(30min);
    QCOMPARE(h.provider.texts(), 0);
    QCOMPARE(h.openAlerts(), u"1"_s);
}

void TestEngineDutyLimits::oneCustomerNeverHidesAnother()
{
    DutyHarness h;
    h.settings.onCall.minutesBetween = 0;
    h.startWatching();
    for (int i = 0; i < 45; ++i)
        h.raise(maria, u"URGENT %1"_s.arg(i));
    QCOMPARE(h.bodiesTo(ana).size(), 30);
    h.raise(bob, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 31);
    h.run(46min); // the hour since the first is over
    h.raise(maria, u"URGENT again"_s);
    QCOMPARE(h.lastTo(ana), u"Motor City Towing #11 caller 0142: still open: URGENT again"_s);
}

void TestEngineDutyLimits::tapOnATextIsNoNews()
{
    DutyHarness h;
    h.settings.onCall.replies = true;
    h.settings.waiting.minutes = 5;
    h.startWatching();
    h.raise(maria, u"Liked \u201cMotor City Towing: sorry we missed you. Reply STOP to opt out\u201d"_s);
    h.run(10min);
    QCOMPARE(h.provider.texts(), 0);
    QCOMPARE(h.openAlerts(), u"0"_s);
    QCOMPARE(h.openCases(), u"0"_s);
}

/// The call log says late that somebody talked to them; what they wrote after that is not answered by it.
void TestEngineDutyLimits::wordsAfterATalkThatIsSeenLateStand()
{
    DutyHarness h;
    h.settings.onCall.replies = true;
    h.settings.onCall.minutesBetween = 4;
    h.settings.waiting.minutes = 5;
    h.startWatching();
    h.raise(maria, u"do you tow trailers?"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.provider.addAnsweredCall(maria, 1min);
    h.run(30s);
    h.raise(maria, u"the gate code is 4411"_s);
    h.run(260s);
    QVERIFY2(h.lastTo(ana).contains(u"4411"_s), qPrintable(h.lastTo(ana)));
    QCOMPARE(h.openAlerts(), u"0"_s);
    h.run(3min);
    QCOMPARE(h.openAlerts(), u"1"_s); // they wait for an answer to it
}

/// What the customer wrote since waits and goes together: the newest first, and none of it is lost.
void TestEngineDutyLimits::newWordsAreTold()
{
    DutyHarness h;
    h.settings.onCall.minutesBetween = 2;
    h.settings.onCall.replies = true;
    h.startWatching();
    h.raise(maria, u"stuck on I-94, child in car"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.raise(maria, u"we moved, now at 500 Oak St"_s);
    h.raise(maria, u"URGENT please hurry"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.run(3min);
    QCOMPARE(h.bodiesTo(ana).size(), 2);
    QVERIFY2(h.lastTo(ana).contains(u"URGENT please hurry"_s) && h.lastTo(ana).contains(u"500 Oak St"_s), qPrintable(h.lastTo(ana)));
    h.run(16min); // it climbs, with all that made it urgent
    QVERIFY2(h.lastTo(ana).contains(u"child in car"_s) && h.lastTo(ana).contains(u"hurry"_s), qPrintable(h.lastTo(ana)));
}

void TestEngineDutyLimits::wrongTagIsAnsweredAtOnce()
{
    DutyHarness h;
    h.settings.onCall.minutesBetween = 60;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.lastTo(ana), u"#11 sent to caller 0142"_s);
    h.staffTexts(ana, u"21 be there in 5"_s);
    QVERIFY2(h.lastTo(ana).startsWith(u"#21 is not open"_s), qPrintable(h.lastTo(ana)));
    h.staffTexts(ana, u"be there in 5"_s);
    QVERIFY2(h.lastTo(ana).startsWith(u"Which one?"_s), qPrintable(h.lastTo(ana)));
}

void TestEngineDutyLimits::answersHaveTheirOwnRoom()
{
    DutyHarness h;
    h.settings.onCall.minutesBetween = 0;
    h.startWatching();
    for (int i = 0; i < 45; ++i)
        h.raise(u"+1313224%1"_s.arg(1000 + i), u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 40);
    QCOMPARE(h.openAlerts(), u"45"_s);
    h.staffTexts(ana, u"call 12"_s);
    QVERIFY2(h.lastTo(ana).startsWith(u"#12 is yours"_s), qPrintable(h.lastTo(ana)));
}

/// Whoever floods the line with "URGENT" keeps nobody in danger from being heard; what is not told is written down.
void TestEngineDutyLimits::dangerIsToldBesideFlood()
{
    DutyHarness h;
    h.settings.onCall.minutesBetween = 0;
    h.startWatching();
    for (int i = 0; i < 41; ++i)
        h.raise(u"+1313224%1"_s.arg(1000 + i), u"URGENT"_s);
    const bool untold = std::any_of(h.events.begin(), h.events.end(), [](const EngineEvent &event) {
        return event.detail == "staff-not-told"_L1 && event.reason == "urgent-word"_L1 && event.lastFour == "1040"_L1; // the customer's
    });
    QVERIFY(untold);
    h.raise(maria, u"my car is on fire with my child inside"_s);
    QVERIFY2(h.lastTo(ana).contains(u"on fire"_s), qPrintable(h.lastTo(ana)));
}

void TestEngineDutyLimits::alertsLeaveTheDaysTextsToCustomers()
{
    DutyHarness h;
    h.settings.limits.textsPerDay = 2;
    h.startWatching();
    for (int i = 0; i < 4; ++i)
        h.raise(u"+1313224%1"_s.arg(1000 + i), u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 4);
    h.provider.addMissedCall(bob);
    h.run(20s);
    QCOMPARE(h.decision(bob), u"send open"_s);
    QCOMPARE(h.provider.textsTo(bob), 1);
}

void TestEngineDutyLimits::staffTextsStartNothing()
{
    DutyHarness h;
    h.settings.waiting.minutes = 5;
    h.settings.waiting.holdingText = true;
    h.settings.onCall.replies = true;
    h.startWatching();
    h.staffTexts(ana, u"URGENT: my house is on fire"_s);
    h.run(1h);
    QCOMPARE(h.openAlerts(), u"0"_s);
    QCOMPARE(h.bodiesTo(ana), QStringList());
    QVERIFY(!(*h.store->conversation(h.conversation(ana)))->needsReply);
}

void TestEngineDutyLimits::ordinaryStaffTextIsForTheOffice()
{
    DutyHarness h;
    h.startWatching();
    h.staffTexts(ana, u"running late today"_s);
    QCOMPARE(h.count(EngineEvent::Kind::Reply), 1);
    QCOMPARE((*h.store->conversation(h.conversation(ana)))->unread, 1);
    QCOMPARE(h.bodiesTo(ana), QStringList());
    h.raise();
    const int replies = h.count(EngineEvent::Kind::Reply);
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.count(EngineEvent::Kind::Reply), replies);
    QVERIFY(!(*h.store->conversation(h.conversation(ana)))->needsReply);
}

void TestEngineDutyLimits::twoMachinesStop_data()
{
    QTest::addColumn<int>("answersAfter");
    QTest::addColumn<int>("most");
    QTest::newRow("at once") << 15 << 2;
    QTest::newRow("so late that each one is asked about again") << 150 << 3;
}

void TestEngineDutyLimits::twoMachinesStop()
{
    QFETCH(int, answersAfter);
    QFETCH(int, most);
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.engine->messages()->takeAlert(h.conversation(maria));
    const int before = h.provider.textsTo(ana);
    QCOMPARE(before, 1);
    // A phone that answers every text by itself.
    int seen = 0;
    for (int second = 0; second < 3600; second += answersAfter) {
        const int got = h.provider.textsTo(ana);
        if (got > seen)
            h.provider.addReply(ana, u"I am driving and will answer later."_s);
        seen = got;
        h.run(std::chrono::seconds(answersAfter));
    }
    QVERIFY(h.provider.textsTo(ana) > before); // it is asked
    QVERIFY2(h.provider.textsTo(ana) - before <= most, qPrintable(QString::number(h.provider.textsTo(ana) - before)));
}

void TestEngineDutyLimits::nothingInModesThatSendNothing_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("watch") << int(Mode::Watch);
    QTest::newRow("off") << int(Mode::Off);
}

void TestEngineDutyLimits::nothingInModesThatSendNothing()
{
    QFETCH(int, mode);
    DutyHarness h;
    h.settings.rules.mode = Mode(mode);
    h.startWatching();
    h.raise();
    h.run(1h);
    QCOMPARE(h.provider.texts(), 0);
    QCOMPARE(h.openAlerts(), u"1"_s);
}

void TestEngineDutyLimits::viewerTextsNobody()
{
    DutyHarness sender;
    EngineHarness viewer(sender, 2);
    viewer.settings = sender.settings;
    viewer.settings.thisPc.role = DeviceRole::Viewer;
    sender.startWatching();
    viewer.startWatching();
    sender.raise();
    QCOMPARE(sender.bodiesTo(ana).size(), 1);
    QCOMPARE(viewer.cell(u"SELECT count(*) FROM alerts WHERE taken_at IS NULL"_s), u"1"_s);
    sender.staffTexts(ana, u"11 on our way"_s, 30s);
    QCOMPARE(sender.bodiesTo(maria), QStringList{u"on our way"_s});
    QCOMPARE(sender.bodiesTo(ana).size(), 2);
    QCOMPARE(viewer.cell(u"SELECT count(*) FROM outbox"_s), u"0"_s);
    QCOMPARE(viewer.cell(u"SELECT taken_by FROM alerts"_s), u"elsewhere"_s);
}

void TestEngineDutyLimits::lateAnswerIsNotSent()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.kill();
    h.provider.addReply(ana, u"11 on our way, 5 minutes"_s);
    h.time.advance(20min);
    h.build();
    h.engine->start({});
    h.run(20s);
    QCOMPARE(h.provider.textsTo(maria), 0);
    QVERIFY(h.bodiesTo(ana).contains(u"Your text came in too late. Nothing was sent. Please text again."_s));
    QCOMPARE(h.openAlerts(), u"1"_s);
}

void TestEngineDutyLimits::countsInTheAllowance()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.staffTexts(ana, u"11 call"_s);
    QCOMPARE(h.cell(u"SELECT sum(segments) FROM usage_slots"_s), u"2"_s);
}

void TestEngineDutyLimits::ownersStopHolds()
{
    DutyHarness h;
    h.settings.limits.monthlyTexts = 1;
    h.settings.limits.stopWhenUsedUp = true;
    h.startWatching();
    h.raise();
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    h.raise(bob, u"URGENT"_s);
    QCOMPARE(h.bodiesTo(ana).size(), 1);
    QCOMPARE(h.cell(u"SELECT why FROM outbox WHERE state = 'skipped' LIMIT 1"_s), u"allowance-stop"_s);
}

void TestEngineDutyLimits::restoredBackupObeysNothingTwice()
{
    DutyHarness h;
    h.startWatching();
    h.raise();
    h.backUp();
    h.staffTexts(ana, u"11 on our way"_s);
    QCOMPARE(h.bodiesTo(maria).size(), 1);
    h.restoreBackup();
    h.engine->start({});
    h.run(5min);
    QCOMPARE(h.bodiesTo(maria).size(), 1);
}

QTEST_GUILESS_MAIN(TestEngineDutyLimits)
#include "tst_enginedutylimits.moc"
