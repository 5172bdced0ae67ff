// SPDX-License-Identifier: MIT
#include "domain/ports/alertstore.h"
#include "domain/ports/consentstore.h"
#include "engine/engineharness.h"

#include <QTest>

#include <algorithm>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// "raised danger" ... of every alert event so far.
QStringList told(const EngineHarness &h)
{
    QStringList steps;
    for (const EngineEvent &event : h.events) {
        if (event.kind == EngineEvent::Kind::Alert)
            steps += event.detail + u' ' + event.reason;
    }
    return steps;
}

EngineEvent lastAlert(const EngineHarness &h)
{
    const auto found =
        std::find_if(h.events.rbegin(), h.events.rend(), [](const EngineEvent &event) { return event.kind == EngineEvent::Kind::Alert; });
    return found == h.events.rend() ? EngineEvent() : *found;
}

/// "danger 1" of the open alert with a customer; empty if there is none.
QString open(const EngineHarness &h, const QString &number = maria)
{
    return h.cell(u"SELECT a.kind, a.level FROM alerts a JOIN conversations c ON c.id = a.conversation "
                  "WHERE c.address = '%1' AND a.taken_at IS NULL"_s.arg(number));
}

QString takenBy(const EngineHarness &h)
{
    return h.cell(u"SELECT taken_by FROM alerts ORDER BY id DESC LIMIT 1"_s);
}

void missedTwice(EngineHarness &h)
{
    h.provider.addMissedCall(maria);
    h.run(3min);
    h.provider.addMissedCall(maria);
    h.run(10s);
}

} // namespace

/// Customers who need somebody now, until somebody takes them.
class TestEngineAlerts : public QObject {
    Q_OBJECT

private slots:
    void x01SecondCallWithinTenMinutesIsAnAlert();
    void x01SecondCallIsAnAlertWithoutATextToo_data();
    void x01SecondCallIsAnAlertWithoutATextToo();
    void x15CoolDownSwallowsTheTextNeverTheAlert();
    void x15EveryFurtherCallTellsItAnew();
    void callersThatAreNoCustomersRaiseNothing_data();
    void callersThatAreNoCustomersRaiseNothing();
    void c12MissedCallFromSomebodyWhoOptedOut();
    void c12UrgentWordsOfSomebodyWhoOptedOut();
    void urgentWordsAndDanger_data();
    void urgentWordsAndDanger();
    void climbsUntilTheTop();
    void oneAlertAConversation();
    void takenBySomebody_data();
    void takenBySomebody();
    void notTakenByAMachine();
    void notTakenByWhatCameBefore();
    void takenIsRaisedAgainByTheNextCall();
    void customerWhoWaits_data();
    void customerWhoWaits();
    void onlyOpenHoursCount();
    void waitingEndsWithAnAnswer();
    void waitingFollowsTheSettings();
    void survivesARestart();
    void killedBetweenTheSteps();
    void viewerShowsAlerts();
    void setUpAndOldTextsRaiseNothing();
    void jsonLineHoldsNoWords();
};

void TestEngineAlerts::x01SecondCallWithinTenMinutesIsAnAlert()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(3min);
    QCOMPARE(told(h), QStringList());
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.decision(maria), u"send second-call"_s);
    QCOMPARE(h.provider.textsTo(maria), 2);
    QCOMPARE(told(h), QStringList{u"raised second-call"_s});
    QCOMPARE(open(h), u"second-call 1"_s);
    QCOMPARE(h.cell(u"SELECT evidence FROM alerts"_s), u"2"_s);
    const auto summary = *h.store->conversation(h.conversation(maria));
    QVERIFY(summary->alert == AlertKind::SecondCall);
    // A third one gets no text, and is told.
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(maria), 2);
    QCOMPARE(told(h).size(), 2);
    QCOMPARE(h.cell(u"SELECT evidence FROM alerts"_s), u"3"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM alerts"_s), u"1"_s);
}

void TestEngineAlerts::x01SecondCallIsAnAlertWithoutATextToo_data()
{
    QTest::addColumn<QString>("case_");
    for (const char *name : {"off", "watch", "landline", "opted out", "never text", "limit", "viewer"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestEngineAlerts::x01SecondCallIsAnAlertWithoutATextToo()
{
    QFETCH(QString, case_);
    EngineHarness h;
    const PhoneNumber number = *PhoneNumber::fromStored(maria);
    if (case_ == u"off"_s)
        h.settings.rules.mode = Mode::Off;
    if (case_ == u"watch"_s)
        h.settings.rules.mode = Mode::Watch;
    if (case_ == u"never text"_s)
        h.settings.people.neverText = {number};
    if (case_ == u"viewer"_s)
        h.settings.thisPc.role = DeviceRole::Viewer;
    if (case_ == u"landline"_s)
        QVERIFY(h.store->consent().rememberCapability(number, NumberCapability::Landline, h.time.utcNow() + 24h));
    if (case_ == u"opted out"_s)
        QVERIFY(h.store->consent().recordConsent({number, true, h.time.utcNow(), u"text"_s, u"STOP"_s}));
    if (case_ == u"limit"_s) {
        h.settings.limits.monthlyTexts = 1;
        h.settings.limits.stopWhenUsedUp = true;
        h.settings.limits.textsPerDay = 1;
    }
    h.startWatching();
    if (case_ == u"limit"_s) {
        h.provider.addMissedCall(bob);
        h.run(20s);
        QCOMPARE(h.provider.texts(), 1);
    }
    missedTwice(h);
    QCOMPARE(h.provider.textsTo(maria), 0);
    QCOMPARE(told(h), QStringList{u"raised second-call"_s});
    QCOMPARE(open(h), u"second-call 1"_s);
}

void TestEngineAlerts::x15CoolDownSwallowsTheTextNeverTheAlert()
{
    EngineHarness h;
    h.settings.rules.cooldownHours = 168;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(maria), 1);
    h.run(5h);
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.decision(maria), u"skip cool-down"_s);
    QCOMPARE(h.provider.textsTo(maria), 1);
    QCOMPARE(told(h), QStringList{u"raised second-call"_s});
}

void TestEngineAlerts::x15EveryFurtherCallTellsItAnew()
{
    EngineHarness h;
    h.startWatching();
    missedTwice(h);
    for (int call = 3; call <= 5; ++call) {
        h.run(20min);
        const qsizetype before = told(h).size();
        h.provider.addMissedCall(maria);
        h.run(10s);
        QCOMPARE(told(h).mid(before), QStringList{u"raised second-call"_s});
        QCOMPARE(h.cell(u"SELECT evidence FROM alerts WHERE taken_at IS NULL"_s), QString::number(call));
    }
    QCOMPARE(h.provider.textsTo(maria), 2);
    // Beyond the cool-down somebody who calls once is a first caller.
    h.engine->messages()->takeAlert(h.conversation(maria));
    h.beOff(25h);
    const qsizetype before = told(h).size();
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(told(h).size(), before);
    QCOMPARE(h.decision(maria), u"send open"_s);
}

void TestEngineAlerts::callersThatAreNoCustomersRaiseNothing_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("as");
    QTest::newRow("withheld") << u"anonymous"_s << QString();
    QTest::newRow("staff") << maria << u"staff"_s;
    QTest::newRow("blocked") << maria << u"blocked"_s;
    QTest::newRow("toll-free") << u"+18005550142"_s << QString();
    QTest::newRow("short code") << u"32665"_s << QString();
}

void TestEngineAlerts::callersThatAreNoCustomersRaiseNothing()
{
    QFETCH(QString, from);
    QFETCH(QString, as);
    EngineHarness h;
    h.settings.waiting.minutes = 5;
    if (as == u"staff"_s)
        h.settings.people.staff = {{u"Ana"_s, *PhoneNumber::fromStored(from)}};
    if (as == u"blocked"_s)
        h.settings.people.blocked = {*PhoneNumber::fromStored(from)};
    h.startWatching();
    for (int i = 0; i < 3; ++i) {
        h.provider.addMissedCall(from);
        h.run(30s);
    }
    if (!as.isEmpty())
        h.provider.addReply(from, u"URGENT: I smell gas"_s);
    h.run(30min);
    QCOMPARE(told(h), QStringList());
}

void TestEngineAlerts::c12MissedCallFromSomebodyWhoOptedOut()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"STOP"_s);
    h.run(2min);
    const int before = h.provider.texts();
    h.events.clear();
    h.provider.addMissedCall(maria);
    h.run(2min);
    // No text; a task to call back, and the news that says so ("Wants no texts. Please call back.").
    QCOMPARE(h.provider.texts(), before);
    QCOMPARE(h.decision(maria), u"skip opted-out"_s);
    QVERIFY(h.trail().contains(u"decision skip opted-out"_s));
    QVERIFY((*h.store->conversation(h.conversation(maria)))->needsReply);
    QCOMPARE(told(h), QStringList());
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.provider.texts(), before);
    QCOMPARE(told(h), QStringList{u"raised second-call"_s});
}

void TestEngineAlerts::c12UrgentWordsOfSomebodyWhoOptedOut()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"STOP"_s);
    h.run(20s);
    const int before = h.provider.texts();
    h.provider.addReply(maria, u"the house is on fire"_s);
    h.run(1min);
    QCOMPARE(h.provider.texts(), before);
    QCOMPARE(told(h), QStringList{u"raised danger"_s});
}

void TestEngineAlerts::urgentWordsAndDanger_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("alert");
    QTest::newRow("keyword") << u"URGENT please call"_s << u"urgent-word 1"_s;
    QTest::newRow("danger") << u"We smell gas in the kitchen"_s << u"danger 1"_s;
    QTest::newRow("Spanish") << u"huele a gas"_s << u"danger 1"_s;
    QTest::newRow("ordinary") << u"Can you come on Friday?"_s << QString();
    QTest::newRow("not urgent") << u"not urgent, whenever you can"_s << QString();
    QTest::newRow("STOP") << u"STOP"_s << QString();
    QTest::newRow("no more texts, but danger") << u"stop texting me, the house is on fire"_s << u"danger 1"_s;
}

void TestEngineAlerts::urgentWordsAndDanger()
{
    QFETCH(QString, body);
    QFETCH(QString, alert);
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, body);
    h.run(20s);
    QCOMPARE(open(h), alert);
    if (alert.isEmpty())
        return;
    QVERIFY(!h.cell(u"SELECT evidence FROM alerts"_s).isEmpty());
    QCOMPARE(h.cell(u"SELECT words FROM alerts"_s), body);
    QVERIFY(!lastAlert(h).message.isNull());
    QCOMPARE(lastAlert(h).lastFour, u"0142"_s);
}

void TestEngineAlerts::climbsUntilTheTop()
{
    EngineHarness h;
    h.settings.waiting.climbMinutes = 3;
    h.startWatching();
    h.provider.addReply(maria, u"URGENT"_s);
    h.run(20s);
    QCOMPARE(open(h), u"urgent-word 1"_s);
    for (int level = 2; level <= highestAlertLevel; ++level) {
        h.run(3min);
        QCOMPARE(open(h), u"urgent-word %1"_s.arg(level));
        QCOMPARE(told(h).size(), level);
        QCOMPARE(told(h).last(), u"climbed urgent-word"_s);
    }
    h.beOff(24h);
    QCOMPARE(told(h).size(), highestAlertLevel); // it stands, and is not told any more
    QCOMPARE(open(h), u"urgent-word %1"_s.arg(highestAlertLevel));
    QCOMPARE(h.cell(u"SELECT group_concat(step || level, ' ') FROM alert_log"_s),
             u"raised1 climbed2 climbed3 climbed4 climbed5 climbed6"_s);
}

void TestEngineAlerts::oneAlertAConversation()
{
    EngineHarness h;
    h.startWatching();
    missedTwice(h);
    h.provider.addReply(maria, u"My child is locked in the car"_s);
    h.run(15s);
    QCOMPARE(open(h), u"danger 1"_s);
    h.provider.addMissedCall(maria);
    h.provider.addReply(bob, u"URGENT"_s);
    h.run(15s);
    QCOMPARE(open(h), u"danger 1"_s);
    QCOMPARE(open(h, bob), u"urgent-word 1"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM alerts"_s), u"2"_s);
}

void TestEngineAlerts::takenBySomebody_data()
{
    QTest::addColumn<QString>("how");
    for (const char *name : {"person", "elsewhere", "call", "their call", "window"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestEngineAlerts::takenBySomebody()
{
    QFETCH(QString, how);
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"URGENT"_s);
    h.run(2min);
    const ConversationId conversation = h.conversation(maria);
    if (how == u"person"_s)
        h.engine->messages()->send(conversation, u"We are coming"_s);
    else if (how == u"elsewhere"_s)
        h.provider.addForeignText(maria, u"I saw it, on my way to you"_s);
    else if (how == u"call"_s)
        h.provider.addCallTo(maria);
    else if (how == u"their call"_s)
        h.provider.addAnsweredCall(maria);
    else
        h.engine->messages()->takeAlert(conversation);
    h.run(20s);
    QCOMPARE(open(h), QString());
    QCOMPARE(told(h), (QStringList{u"raised urgent-word"_s, u"taken urgent-word"_s}));
    QCOMPARE(::takenBy(h), how == u"their call"_s ? u"call"_s : how);
    QVERIFY(!(*h.store->conversation(conversation))->alert);
    h.run(2h);
    QCOMPARE(told(h).size(), 2);
}

void TestEngineAlerts::notTakenByAMachine()
{
    EngineHarness h;
    h.startWatching();
    missedTwice(h); // each got an automatic text
    QCOMPARE(open(h), u"second-call 1"_s);
    h.provider.addMissedCall(maria);
    h.run(5s);
    h.provider.addForeignText(maria, u"Thanks for calling, we will be in touch"_s); // the provider's own, within a minute of the call
    h.run(1min);
    QCOMPARE(open(h), u"second-call 1"_s);
    h.provider.addMissedCall(maria); // that nobody answers is no answer either
    h.run(1min);
    QCOMPARE(open(h), u"second-call 1"_s);
}

void TestEngineAlerts::notTakenByWhatCameBefore()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"hello"_s);
    h.run(10s);
    h.provider.addAnsweredCall(maria);
    h.run(1min);
    h.provider.addReply(maria, u"URGENT, it got worse"_s);
    h.run(1min);
    QCOMPARE(open(h), u"urgent-word 1"_s);
}

void TestEngineAlerts::takenIsRaisedAgainByTheNextCall()
{
    EngineHarness h;
    h.startWatching();
    missedTwice(h);
    h.engine->messages()->takeAlert(h.conversation(maria));
    h.run(1h);
    QCOMPARE(told(h).last(), u"taken second-call"_s);
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(told(h).last(), u"raised second-call"_s);
    QCOMPARE(open(h), u"second-call 1"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM alerts"_s), u"2"_s);
}

void TestEngineAlerts::customerWhoWaits_data()
{
    QTest::addColumn<bool>("texts");
    QTest::addColumn<int>("minutes");
    QTest::newRow("text") << true << 15;
    QTest::newRow("call") << false << 15;
    QTest::newRow("off") << true << 0;
}

void TestEngineAlerts::customerWhoWaits()
{
    QFETCH(bool, texts);
    QFETCH(int, minutes);
    EngineHarness h;
    h.settings.waiting.minutes = minutes;
    h.startWatching();
    if (texts)
        h.provider.addReply(maria, u"Can you come today?"_s);
    else
        h.provider.addMissedCall(maria);
    h.run(14min);
    if (texts)
        h.provider.addReply(maria, u"hello?"_s); // waits since the first
    QCOMPARE(told(h), QStringList());
    h.run(2min);
    QCOMPARE(told(h), minutes > 0 ? QStringList{u"raised waiting"_s} : QStringList());
    h.run(5min);
    QCOMPARE(open(h), minutes > 0 ? u"waiting 2"_s : QString());
}

void TestEngineAlerts::onlyOpenHoursCount()
{
    EngineHarness h; // Monday, 10:00 in Detroit
    h.settings.waiting.minutes = 30;
    WeeklyHours week;
    week[0] = {*intervalFrom(u"08:00"_s, u"10:10"_s)};
    week[1] = {*intervalFrom(u"08:00"_s, u"17:00"_s)};
    h.settings.hours.weekly = week;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come today?"_s);
    h.run(20s);
    h.beOff(22h + 15min); // Tuesday, 08:15: ten minutes of Monday and fifteen
    QCOMPARE(told(h), QStringList());
    h.run(6min);
    QCOMPARE(told(h), QStringList{u"raised waiting"_s});
}

void TestEngineAlerts::waitingEndsWithAnAnswer()
{
    EngineHarness h;
    h.settings.waiting.minutes = 10;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come today?"_s);
    h.provider.addReply(bob, u"Are you open?"_s);
    h.run(5min);
    h.engine->messages()->send(h.conversation(maria), u"Yes, at 5"_s);
    h.provider.addCallTo(bob);
    h.run(1h);
    QCOMPARE(told(h), QStringList());
    h.provider.addReply(maria, u"Great, which street?"_s);
    h.run(11min);
    QCOMPARE(told(h), QStringList{u"raised waiting"_s});
}

void TestEngineAlerts::waitingFollowsTheSettings()
{
    EngineHarness h;
    h.settings.waiting.minutes = 60;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come today?"_s);
    h.run(20min);
    h.settings.waiting.minutes = 30;
    h.engine->applySettings(h.settings, {});
    h.run(9min);
    QCOMPARE(told(h), QStringList());
    h.run(2min);
    QCOMPARE(told(h), QStringList{u"raised waiting"_s});
    h.provider.addReply(bob, u"Can you come today?"_s);
    h.run(20min);
    h.settings.waiting.minutes = 0;
    h.engine->applySettings(h.settings, {});
    h.run(2h);
    QCOMPARE(open(h, bob), QString());
}

void TestEngineAlerts::survivesARestart()
{
    EngineHarness h;
    h.settings.waiting.minutes = 15;
    h.startWatching();
    h.provider.addReply(maria, u"URGENT"_s);
    h.provider.addReply(bob, u"Can you come today?"_s);
    h.run(20s);
    h.restart();
    h.run(1s);
    QCOMPARE(open(h), u"urgent-word 1"_s);
    h.run(5min);
    QCOMPARE(open(h), u"urgent-word 2"_s);
    h.beOff(1h);
    h.run(20s);
    // One step up, however long it was off; and the other one has waited too long meanwhile.
    QCOMPARE(open(h), u"urgent-word 3"_s);
    QCOMPARE(open(h, bob), u"waiting 1"_s);
    // Answered while the program was off: nothing climbs.
    const qsizetype before = told(h).size();
    h.kill();
    h.provider.addForeignText(maria, u"I saw it, on my way to you"_s);
    h.time.advance(1h);
    h.build();
    h.engine->start({});
    h.run(20s);
    QCOMPARE(open(h), QString());
    QVERIFY(!told(h).mid(before).contains(u"climbed urgent-word"_s));
}

void TestEngineAlerts::killedBetweenTheSteps()
{
    for (int milliseconds = 0; milliseconds <= 12000; milliseconds += 800) {
        EngineHarness h;
        h.startWatching();
        h.provider.addMissedCall(maria);
        h.run(2min);
        h.provider.addMissedCall(maria);
        h.provider.addReply(bob, u"My child is locked in the car"_s);
        h.run(Millis(milliseconds));
        h.restart();
        h.run(1min);
        // Once, whenever it was killed.
        QCOMPARE(open(h), u"second-call 1"_s);
        QCOMPARE(open(h, bob), u"danger 1"_s);
        QCOMPARE(h.cell(u"SELECT count(*) FROM alert_log"_s), u"2"_s);
    }
}

void TestEngineAlerts::viewerShowsAlerts()
{
    EngineHarness sender;
    EngineHarness viewer(sender, 2);
    viewer.settings.thisPc.role = DeviceRole::Viewer;
    sender.startWatching();
    viewer.startWatching();
    sender.provider.addReply(maria, u"URGENT"_s);
    sender.run(20s);
    QCOMPARE(open(viewer), u"urgent-word 1"_s);
    QCOMPARE(open(sender), u"urgent-word 1"_s);
    sender.engine->messages()->send(sender.conversation(maria), u"We are coming"_s);
    sender.run(20s);
    QCOMPARE(open(viewer), QString());
    QCOMPARE(::takenBy(viewer), u"elsewhere"_s);
}

void TestEngineAlerts::setUpAndOldTextsRaiseNothing()
{
    EngineHarness h;
    h.settings.waiting.minutes = 5;
    h.provider.addReply(maria, u"URGENT"_s);
    h.provider.addMissedCall(maria);
    h.provider.addMissedCall(maria);
    h.run(1min);
    h.startWatching();
    h.run(1h);
    QCOMPARE(told(h), QStringList());
    // What came while the PC was off: of this morning it is an alert, of yesterday a task in the list.
    h.kill();
    h.provider.addReply(bob, u"URGENT"_s);
    h.time.advance(13h);
    h.provider.addReply(u"+13132230144"_s, u"URGENT"_s);
    h.time.advance(1h);
    h.build();
    h.engine->start({});
    h.run(20s);
    QCOMPARE(open(h, bob), QString());
    QCOMPARE(open(h, u"+13132230144"_s), u"urgent-word 1"_s);
}

void TestEngineAlerts::jsonLineHoldsNoWords()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"We smell gas in the kitchen"_s);
    h.run(20s);
    const QByteArray line = toJsonLine(lastAlert(h));
    QVERIFY(line.contains(R"("event":"alert")"));
    QVERIFY(line.contains(R"("reason":"danger")"));
    QVERIFY(line.contains(R"("detail":"raised")"));
    QVERIFY(line.contains(R"("lastFour":"0142")"));
    QVERIFY(!line.contains("gas") && !line.contains("3132230142"));
}

QTEST_GUILESS_MAIN(TestEngineAlerts)
#include "tst_enginealerts.moc"
