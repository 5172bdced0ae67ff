// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"
#include "engine/settingsdesk.h"
#include "support/sanitizers.h"

#include <QTest>

#include <algorithm>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString &caller = maria;
const QString &other = bob;
constexpr Millis takeoverWait = 124s; // twice the poll of two seconds, and two minutes for the provider's list

QString callerNumber(int i)
{
    return u"+1313223%1"_s.arg(3000 + i);
}

/// Callers that the provider texted more than once for this business, by whichever device.
QStringList doubled(const FakeProvider &provider)
{
    QMap<QString, int> counts;
    for (const FakeProvider::Text &text : provider.allTexts) {
        if (text.message.direction == MessageDirection::Outgoing)
            ++counts[text.message.to];
    }
    QStringList found;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (it.value() > 1)
            found.append(it.key());
    }
    return found;
}

} // namespace

/// One sender among several PCs, and texts of others (faults.md F16, F47, 5.4).
class TestEngineSender : public QObject {
    Q_OBJECT

private slots:
    void f47ViewerShowsAndSendsNothing();
    void f47ViewerSendsWhatAPersonWrites();
    void f47ViewerWritesNoDoubles();
    void viewersAlertOutlastsTheOthersHoldingText();
    void f47OtherPcsTextAfterAKeywordIsNoAnswerToIt();
    void f47TakeoverInTheMiddleOfCalls();
    void f47TakeoverWaitsForTheOthersLastText();
    void f47TakeoverMakesLateCallsTooOld();
    void f47TakeoverGoesOnAfterARestart();
    void f47TakeoverNeedsTheMessageList();
    void f47QueuedBeforeAnotherPcSentIsNotSent();
    void f47StoreRefusesAnAttemptOfAViewer();
    void f47CopiedToAnotherComputerItOnlyShows();
    void f47OtherPcsTextCountsForTheCoolDown();
    void f16ForeignTextSuppressesOurs();
    void f16ForeignTextInTheListSuppressesOurs();
    void f16ForeignTextAfterOursIsTold();
    void f16ForeignTextBeforeItsCallIsKnown();
    void f16SameWordsToSeveralCallersAreAMachines();
    void f16TypedReplyAndKeywordAnswerAreNoMachines();
    void f16DismissedNoticeStaysAway();
};

void TestEngineSender::f47ViewerShowsAndSendsNothing()
{
    EngineHarness h;
    h.settings.thisPc.role = DeviceRole::Viewer;
    h.startWatching();
    QVERIFY(h.notice(Notice::Kind::Viewer));
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip viewer"_s);
    QCOMPARE(h.provider.sends.size(), size_t(0));
    QCOMPARE(h.cell(u"SELECT role, token FROM device_role"_s), u"viewer 2"_s);
    // An old one, too, is the other PC's matter.
    h.provider.addMissedCall(other, 20s, 15min);
    h.run(20min);
    QCOMPARE(h.decision(other), u"skip viewer"_s);
}

void TestEngineSender::f47ViewerSendsWhatAPersonWrites()
{
    EngineHarness h;
    h.settings.thisPc.role = DeviceRole::Viewer;
    h.startWatching();
    h.engine->messages()->sendTo(*PhoneNumber::parse(caller), u"On my way"_s);
    h.run(5s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.outbox(caller), u"accepted"_s);
}

void TestEngineSender::f47ViewerWritesNoDoubles()
{
    EngineHarness sender;
    EngineHarness viewer(sender, 2);
    viewer.settings.thisPc.role = DeviceRole::Viewer;
    sender.startWatching();
    viewer.startWatching();
    SeededRandom chance(5);
    for (int i = 0; i < 40; ++i) {
        sender.provider.addMissedCall(callerNumber(i), 20s, std::chrono::seconds(chance.below(30)));
        sender.run(std::chrono::seconds(chance.below(20)));
    }
    sender.run(2min);
    QCOMPARE(doubled(sender.provider), QStringList());
    QCOMPARE(sender.provider.texts(), 40);
    QCOMPARE(viewer.rows(u"SELECT DISTINCT verdict, reason FROM decisions"_s), QStringList{u"skip viewer"_s});
    // What the other PC sent is seen here, and is no reason for a warning.
    QCOMPARE(viewer.cell(u"SELECT count(*) FROM messages WHERE origin = 'elsewhere'"_s), u"40"_s);
    QVERIFY(!viewer.notice(Notice::Kind::ForeignText));
}

/// The other PC's holding text is a machine's, though it follows no missed call: nobody has answered.
void TestEngineSender::viewersAlertOutlastsTheOthersHoldingText()
{
    EngineHarness sender;
    EngineHarness viewer(sender, 2);
    viewer.settings.thisPc.role = DeviceRole::Viewer;
    sender.settings.waiting = viewer.settings.waiting = {10, true, 60};
    sender.startWatching();
    viewer.startWatching();
    sender.provider.addReply(caller, u"URGENT"_s);
    sender.run(11min);
    QCOMPARE(sender.cell(u"SELECT rule FROM messages WHERE origin = 'automatic' AND status <> 'cancelled'"_s), u"holding"_s);
    QCOMPARE(viewer.cell(u"SELECT count(*) FROM messages WHERE origin = 'elsewhere'"_s), u"1"_s);
    QCOMPARE(viewer.cell(u"SELECT taken_by FROM alerts WHERE taken_at IS NOT NULL"_s), QString());
    QCOMPARE(viewer.cell(u"SELECT count(*) FROM alerts"_s), u"1"_s);
    sender.engine->messages()->send(sender.conversation(caller), u"We are coming"_s);
    sender.run(20s);
    QCOMPARE(viewer.cell(u"SELECT taken_by FROM alerts WHERE taken_at IS NOT NULL"_s), u"elsewhere"_s);
}

void TestEngineSender::f47TakeoverInTheMiddleOfCalls()
{
    for (quint32 seed = 1; seed <= (underSanitizers ? 1U : 3U); ++seed) {
        EngineHarness first(seed);
        EngineHarness second(first, seed + 100);
        first.provider.listingDelay = 30s; // what the other sent shows late
        second.settings.thisPc.role = DeviceRole::Viewer;
        first.startWatching();
        second.startWatching();
        SeededRandom chance(seed);
        for (int i = 0; i < 60; ++i) {
            first.provider.addMissedCall(callerNumber(i));
            first.run(std::chrono::milliseconds(chance.below(8000)));
            if (i == 20) {
                // "Send from here", and within half a minute the other one is switched to "only show".
                second.engine->settingsDesk()->takeOver();
                QVERIFY(second.notice(Notice::Kind::TakingOver));
                QVERIFY(!second.notice(Notice::Kind::Viewer));
            }
            if (i == 24)
                first.setRole(DeviceRole::Viewer);
        }
        first.run(15min);
        QCOMPARE(doubled(first.provider), QStringList());
        QVERIFY(!second.notice(Notice::Kind::TakingOver));
        // Each call: a text from one of them, or a reason that is not "the other one does".
        for (int i = 0; i < 60; ++i) {
            const QString number = callerNumber(i);
            if (first.provider.textsTo(number) == 1)
                continue;
            const QStringList reasons{first.decision(number), second.decision(number)};
            QVERIFY2(std::all_of(reasons.begin(), reasons.end(), [](const QString &each) { return each.startsWith(u"skip "_s); }),
                     qPrintable(number + u": "_s + reasons.join(u", "_s)));
            // Nobody else was to send this one: only a call of the moment of the switch may be left, and it says so.
            QVERIFY2(i >= 18 && i <= 26, qPrintable(number + u": "_s + reasons.join(u", "_s)));
        }
        // From then on the second one sends.
        first.provider.addMissedCall(caller);
        first.run(30s);
        QCOMPARE(first.provider.textsTo(caller), 1);
        QCOMPARE(second.decision(caller), u"send open"_s);
        QCOMPARE(first.decision(caller), u"skip viewer"_s);
    }
}

void TestEngineSender::f47TakeoverWaitsForTheOthersLastText()
{
    EngineHarness h;
    h.settings.thisPc.role = DeviceRole::Viewer;
    h.startWatching();
    const UtcTime pressed = h.time.utcNow();
    h.engine->settingsDesk()->takeOver();
    h.run(1s);
    const auto told = h.notice(Notice::Kind::TakingOver);
    QVERIFY(told && told->until);
    QVERIFY(std::chrono::abs(*told->until - (pressed + takeoverWait)) <= 2s);
    // A call, and the other PC still texts it.
    h.run(60s);
    h.provider.addMissedCall(caller);
    h.run(3s);
    h.provider.addForeignText(caller, u"Sorry we missed your call."_s);
    h.run(15s);
    const auto later = h.notice(Notice::Kind::TakingOver);
    QVERIFY(later && *later->until - *told->until > 50s);
    h.run(takeoverWait - 20s);
    QVERIFY(h.notice(Notice::Kind::TakingOver));
    h.run(10s);
    QVERIFY(!h.notice(Notice::Kind::TakingOver));
    QVERIFY(!h.notice(Notice::Kind::ForeignText)); // it was the one that is being replaced
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip provider-texted"_s);
    QCOMPARE(h.provider.sends.size(), size_t(0));
}

void TestEngineSender::f47TakeoverMakesLateCallsTooOld()
{
    EngineHarness h;
    h.settings.rules.maxAgeMinutes = 1;
    h.settings.thisPc.role = DeviceRole::Viewer;
    h.startWatching();
    h.engine->settingsDesk()->takeOver();
    h.run(5s);
    h.provider.addMissedCall(caller);
    h.run(10s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    QCOMPARE(h.decision(caller), u"send open"_s);
    h.run(90s);
    h.provider.addMissedCall(other);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip too-old"_s);
    QCOMPARE(h.provider.textsTo(caller), 0);
    QCOMPARE(h.provider.textsTo(other), 1);
}

void TestEngineSender::f47TakeoverGoesOnAfterARestart()
{
    EngineHarness h;
    h.settings.thisPc.role = DeviceRole::Viewer;
    h.startWatching();
    h.engine->settingsDesk()->takeOver();
    h.run(60s);
    h.provider.addMissedCall(caller);
    h.run(5s);
    const QString stored = h.cell(u"SELECT role, token, takeover_until FROM device_role"_s);
    QVERIFY(stored.startsWith(u"sender 3 "_s));
    h.restart();
    h.run(10s);
    QCOMPARE(h.cell(u"SELECT role, token, takeover_until FROM device_role"_s), stored);
    QVERIFY(h.notice(Notice::Kind::TakingOver));
    QCOMPARE(h.provider.sends.size(), size_t(0));
    h.run(30s);
    QCOMPARE(h.provider.sends.size(), size_t(0));
    h.run(40s);
    QVERIFY(!h.notice(Notice::Kind::TakingOver));
    QCOMPARE(h.provider.textsTo(caller), 1);
    // Pressed and killed at once: the count begins with the first look of the next run.
    h.setRole(DeviceRole::Viewer);
    h.engine->settingsDesk()->takeOver();
    h.kill();
    h.restart();
    h.provider.addMissedCall(other);
    h.run(takeoverWait - 5s);
    QCOMPARE(h.provider.textsTo(other), 0);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(other), 1);
}

void TestEngineSender::f47TakeoverNeedsTheMessageList()
{
    EngineHarness h;
    h.settings.thisPc.role = DeviceRole::Viewer;
    h.startWatching();
    h.engine->settingsDesk()->takeOver();
    h.run(10s);
    h.provider.messagesError = Error{ErrorKind::Server, u"503"_s, {}, 503, {}};
    h.run(150s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QVERIFY(h.notice(Notice::Kind::TakingOver)); // what the other sent last cannot be known
    QCOMPARE(h.provider.sends.size(), size_t(0));
    h.provider.messagesError.reset();
    h.run(90s);
    QVERIFY(!h.notice(Notice::Kind::TakingOver));
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineSender::f47QueuedBeforeAnotherPcSentIsNotSent()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 120;
    h.settings.rules.maxAgeMinutes = 60;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.setRole(DeviceRole::Viewer);
    h.setRole(DeviceRole::Sender);
    h.run(10min);
    QCOMPARE(h.decision(caller), u"skip viewer"_s);
    QCOMPARE(h.provider.textsTo(caller), 0);
}

void TestEngineSender::f47StoreRefusesAnAttemptOfAViewer()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 120;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    const OutboxItem item = h.store->outboxItemOf(h.lastMessage(caller))->value();
    QCOMPARE(item.roleToken, qint64(1));
    QVERIFY(h.store->setDeviceRole(DeviceRole::Viewer, {}, std::nullopt));
    const auto refused = h.store->beginAttempt(item.id, h.time.utcNow());
    QVERIFY(!refused);
    QCOMPARE(refused.error().providerCode, u"viewer"_s);
    QVERIFY(h.store->setDeviceRole(DeviceRole::Sender, {}, std::nullopt));
    QVERIFY(!h.store->beginAttempt(item.id, h.time.utcNow())); // an older token
    QCOMPARE(h.store->outboxItem(item.id)->attempt, 0);
    QVERIFY(h.store->beginAdoption(item.id, h.time.utcNow()));
}

void TestEngineSender::f47CopiedToAnotherComputerItOnlyShows()
{
    EngineHarness h;
    h.startWatching();
    h.kill();
    h.computerId = u"second computer"_s; // the whole folder was copied there, with the sender's role in it
    h.build();
    h.engine->start({});
    h.run(1min);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip viewer"_s);
    QCOMPARE(h.provider.textsTo(caller), 0);
    QVERIFY(h.notice(Notice::Kind::Viewer));

    // Asked once: what a person decides there stands, also after the next start.
    h.engine->settingsDesk()->takeOver();
    h.run(10min);
    h.restart();
    h.run(1min);
    h.provider.addMissedCall(other);
    h.run(1min);
    QCOMPARE(h.decision(other), u"send open"_s);
    QCOMPARE(h.provider.textsTo(other), 1);
    QVERIFY(!h.notice(Notice::Kind::Viewer));
}

void TestEngineSender::f47OtherPcsTextCountsForTheCoolDown()
{
    EngineHarness first;
    EngineHarness second(first, 2);
    second.settings.thisPc.role = DeviceRole::Viewer;
    first.settings.rules.cooldownHours = second.settings.rules.cooldownHours = 1;
    first.startWatching();
    second.startWatching();
    first.provider.addMissedCall(caller);
    first.run(1min);
    QCOMPARE(first.provider.textsTo(caller), 1);
    second.engine->settingsDesk()->takeOver();
    first.setRole(DeviceRole::Viewer);
    first.run(20min);
    first.provider.addMissedCall(caller);
    first.run(1min);
    QCOMPARE(second.decision(caller), u"skip cool-down"_s);
    QCOMPARE(first.provider.textsTo(caller), 1);
    first.run(40min);
    first.provider.addMissedCall(caller);
    first.run(1min);
    QCOMPARE(second.decision(caller), u"send open"_s);
    QCOMPARE(first.provider.textsTo(caller), 2);
}

/// START, and half a minute later a missed call: the other PC's text is not the provider's answer to START.
void TestEngineSender::f47OtherPcsTextAfterAKeywordIsNoAnswerToIt()
{
    EngineHarness first;
    EngineHarness second(first, 2);
    second.settings.thisPc.role = DeviceRole::Viewer;
    first.startWatching();
    second.startWatching();
    first.provider.addReply(caller, u"START"_s);
    first.provider.addMissedCall(caller);
    first.run(1min);
    QCOMPARE(first.provider.textsTo(caller), 1);
    second.engine->settingsDesk()->takeOver();
    first.setRole(DeviceRole::Viewer);
    first.run(4min);
    first.provider.addMissedCall(caller);
    first.run(1min);
    QCOMPARE(second.decision(caller), u"skip cool-down"_s);
    QCOMPARE(first.provider.textsTo(caller), 1);
}

void TestEngineSender::f16ForeignTextSuppressesOurs()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.provider.addForeignText(caller, u"Thanks for calling! We will call back."_s);
    h.run(30s);
    QCOMPARE(h.provider.sends.size(), size_t(0));
    QCOMPARE(h.decision(caller), u"skip provider-texted"_s);
    const auto notice = h.notice(Notice::Kind::ForeignText);
    QVERIFY(notice);
    QVERIFY(notice->conversation == h.conversation(caller));
}

void TestEngineSender::f16ForeignTextInTheListSuppressesOurs()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.settings.rules.humanSilenceMinutes = 0;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(4s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.provider.addForeignText(caller, u"Thanks for calling!"_s);
    h.run(15s); // the poller has it
    QVERIFY(h.notice(Notice::Kind::ForeignText));
    h.provider.sentError = Error{ErrorKind::Server, u"503"_s, {}, 503, {}}; // the look before sending fails
    h.run(1min);
    QCOMPARE(h.provider.sends.size(), size_t(0));
    QCOMPARE(h.decision(caller), u"skip provider-texted"_s);
}

void TestEngineSender::f16ForeignTextAfterOursIsTold()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    h.provider.addForeignText(caller, u"Thanks for calling!"_s);
    h.run(15s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(h.notice(Notice::Kind::ForeignText));
    QVERIFY(h.trail().contains(u"notice foreign-text"_s));
}

void TestEngineSender::f16ForeignTextBeforeItsCallIsKnown()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller, 20s, 3min); // the log is late
    h.provider.addForeignText(caller, u"Thanks for calling!"_s);
    h.run(1min);
    QVERIFY(!h.notice(Notice::Kind::ForeignText));
    h.run(3min);
    QCOMPARE(h.decision(caller), u"skip provider-texted"_s);
    QVERIFY(h.notice(Notice::Kind::ForeignText));
}

void TestEngineSender::f16SameWordsToSeveralCallersAreAMachines()
{
    EngineHarness h;
    h.startWatching();
    for (const QString &number : {caller, other})
        h.provider.addMissedCall(number);
    h.run(5min); // far from "at once"
    h.provider.addForeignText(caller, u"You called?"_s);
    h.run(15s);
    QVERIFY(!h.notice(Notice::Kind::ForeignText));
    h.run(1min);
    h.provider.addForeignText(other, u"You called?"_s);
    h.run(15s);
    QVERIFY(h.notice(Notice::Kind::ForeignText));
}

void TestEngineSender::f16TypedReplyAndKeywordAnswerAreNoMachines()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.provider.addMissedCall(other);
    h.run(20s);
    h.provider.addReply(other, u"STOP"_s);
    h.run(12s);
    h.provider.addForeignText(other, u"You have successfully been unsubscribed."_s);
    h.run(3min);
    h.provider.addForeignText(caller, u"Hi Maria, Joe here, what happened?"_s);
    h.run(30min);
    QVERIFY(!h.notice(Notice::Kind::ForeignText));
}

void TestEngineSender::f16DismissedNoticeStaysAway()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    h.provider.addForeignText(caller, u"Thanks for calling!"_s);
    h.run(15s);
    h.engine->dismissNotice(Notice::Kind::ForeignText);
    QVERIFY(!h.notice(Notice::Kind::ForeignText));
    h.run(10min);
    h.restart();
    h.run(1min);
    QVERIFY(!h.notice(Notice::Kind::ForeignText));
    // The next one is news.
    h.provider.addMissedCall(other);
    h.provider.addForeignText(other, u"Thanks for calling!"_s);
    h.run(30s);
    QVERIFY(h.notice(Notice::Kind::ForeignText));
}

QTEST_GUILESS_MAIN(TestEngineSender)
#include "tst_enginesender.moc"
