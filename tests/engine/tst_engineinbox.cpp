// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "domain/textbackrules.h"
#include "engine/engineclient.h"
#include "engine/engineharness.h"
#include "engine/inboxdesk.h"
#include "engine/settingsdesk.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString carol = u"+13132230144"_s;

} // namespace

/// What the window asks of the engine for its inbox: pauses, snoozes, and how people work.
class TestEngineInbox : public QObject {
    Q_OBJECT

private slots:
    void pausedCallIsSkippedAndSaysSo();
    void pauseEndsByItself();
    void pauseUntilResumed();
    void pauseHoldsOverARestart();
    void waitingTextIsSkippedWhenAPauseBegins();
    void ownMessagesGoDuringAPause();
    void snoozeComesBack();
    void undoRestoresWhatStood();
    void snoozeComesBackAfterARestart();
    void replyEndsASnooze();
    void settingsOfTheWindowLeaveTheRules();
    void noteInTheThreadIsNeverSent();
    void noteThatCannotBeStoredIsGivenBack();
    void allNumbersOfAPersonAreTold();
    void aLinkThatCannotBeStoredIsTold();
    void rulesStayWithEachNumber();
};

void TestEngineInbox::pausedCallIsSkippedAndSaysSo()
{
    EngineHarness h;
    h.startWatching();
    h.engine->settingsDesk()->pauseTexts(h.time.utcNow() + 1h);
    QVERIFY(h.notice(Notice::Kind::Paused));
    QVERIFY(h.notice(Notice::Kind::Paused)->until == h.time.utcNow() + 1h);
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(h.decision(maria), u"skip paused"_s);
    QCOMPARE(h.outbox(maria), QString());
}

void TestEngineInbox::pauseEndsByItself()
{
    EngineHarness h;
    h.startWatching();
    h.engine->settingsDesk()->pauseTexts(h.time.utcNow() + 1h);
    h.run(1h + 5s);
    QVERIFY(!h.notice(Notice::Kind::Paused));
    QVERIFY(!h.store->settings()->rules.pausedUntil);
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(h.outbox(maria), u"accepted"_s);
}

void TestEngineInbox::pauseUntilResumed()
{
    EngineHarness h;
    h.startWatching();
    h.engine->settingsDesk()->pauseTexts(untilResumed);
    h.time.sleep(30h);
    h.run(1min);
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(h.decision(maria), u"skip paused"_s);
    h.engine->settingsDesk()->resumeTexts();
    QVERIFY(!h.notice(Notice::Kind::Paused));
    h.provider.addMissedCall(bob);
    h.run(1min);
    QCOMPARE(h.outbox(bob), u"accepted"_s);
    QCOMPARE(h.outbox(maria), QString()); // what was skipped stays so
}

void TestEngineInbox::pauseHoldsOverARestart()
{
    EngineHarness h;
    h.startWatching();
    h.engine->settingsDesk()->pauseTexts(h.time.utcNow() + 1h);
    h.kill();
    h.restart();
    h.run(10s);
    QVERIFY(h.notice(Notice::Kind::Paused));
    h.run(1h);
    QVERIFY(!h.notice(Notice::Kind::Paused));
}

void TestEngineInbox::waitingTextIsSkippedWhenAPauseBegins()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 60;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(20s);
    QCOMPARE(h.outbox(maria), u"queued"_s);
    h.engine->settingsDesk()->pauseTexts(h.time.utcNow() + 1h);
    h.run(2min);
    QCOMPARE(h.outbox(maria), u"skipped"_s);
    QCOMPARE(h.decision(maria), u"skip paused"_s);
}

void TestEngineInbox::ownMessagesGoDuringAPause()
{
    EngineHarness h;
    h.startWatching();
    h.engine->settingsDesk()->pauseTexts(untilResumed);
    h.engine->messages()->sendTo(*PhoneNumber::fromStored(maria), u"On my way"_s);
    h.run(1min);
    QCOMPARE(h.outbox(maria), u"accepted"_s);
}

void TestEngineInbox::snoozeComesBack()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come tomorrow?"_s);
    h.run(1min);
    const ConversationId id = h.conversation(maria);
    h.engine->inbox()->setSnoozed(id, h.time.utcNow() + 3h);
    QVERIFY(!h.reader->conversation(id).value()->needsReply);
    h.run(3h - 1min);
    QVERIFY(!h.reader->conversation(id).value()->needsReply);
    h.run(1min);
    QVERIFY(h.reader->conversation(id).value()->needsReply);
    QCOMPARE(h.reader->conversation(id).value()->unread, 1);
}

void TestEngineInbox::undoRestoresWhatStood()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come tomorrow?"_s);
    h.provider.addReply(bob, u"And to me?"_s);
    h.run(1min);
    const ConversationId id = h.conversation(maria);
    const ConversationSummary before = **h.reader->conversation(id);
    QVERIFY(before.needsReply && before.unread == 1);
    for (const bool snooze : {false, true}) {
        if (snooze)
            h.engine->inbox()->setSnoozed(id, h.time.utcNow() + 3h);
        else
            h.engine->inbox()->setDone(id, true);
        QVERIFY(!h.reader->conversation(id).value()->needsReply);
        h.engine->inbox()->undoPutAway(id);
        QVERIFY(**h.reader->conversation(id) == before);
    }
    // The last one alone can be taken back.
    h.engine->inbox()->setDone(id, true);
    h.engine->inbox()->setDone(h.conversation(bob), true);
    h.engine->inbox()->undoPutAway(id);
    QVERIFY(h.reader->conversation(id).value()->done);
}

void TestEngineInbox::snoozeComesBackAfterARestart()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come tomorrow?"_s);
    h.run(1min);
    const ConversationId id = h.conversation(maria);
    h.engine->inbox()->setSnoozed(id, h.time.utcNow() + 3h);
    h.kill();
    h.beOff(4h);
    h.restart();
    h.run(10s);
    QVERIFY(h.reader->conversation(id).value()->needsReply);
}

void TestEngineInbox::replyEndsASnooze()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come tomorrow?"_s);
    h.run(1min);
    const ConversationId id = h.conversation(maria);
    h.engine->inbox()->setSnoozed(id, h.time.utcNow() + 3h);
    h.provider.addReply(maria, u"At 9?"_s);
    h.run(1min);
    QVERIFY(!h.reader->conversation(id).value()->snoozedUntil);
    QVERIFY(h.reader->conversation(id).value()->needsReply);
}

void TestEngineInbox::settingsOfTheWindowLeaveTheRules()
{
    EngineHarness h;
    h.startWatching();
    const QString rules = h.cell(u"SELECT count(*) FROM rule_versions"_s);
    InboxSettings inbox;
    inbox.enter = EnterKey::NewLine;
    inbox.replies = {{u"eta"_s, u"We are 20 minutes away."_s}};
    h.engine->settingsDesk()->changeInbox(inbox);
    h.engine->settingsDesk()->changeNotifications({NotificationAmount::WhenNeeded, NotificationPrivacy::Name, 5});
    h.engine->settingsDesk()->changeWindow({ColorMode::Dark, 120, false});
    h.run(1min);
    QVERIFY(h.store->settings()->inbox == inbox);
    QVERIFY(h.store->settings()->window == (WindowSettings{ColorMode::Dark, 120, false}));
    QCOMPARE(h.cell(u"SELECT count(*) FROM rule_versions"_s), rules);
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(h.outbox(maria), u"accepted"_s);
}

void TestEngineInbox::noteInTheThreadIsNeverSent()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come tomorrow?"_s);
    h.run(1min);
    const ConversationId id = h.conversation(maria);
    const int sent = h.provider.texts();
    QSignalSpy changed(h.engine->inbox(), &InboxDesk::conversationsChanged);
    h.engine->inbox()->saveThreadNote(id, {{}, {}, u"Owes us $40"_s});
    QCOMPARE(changed.count(), 1);
    h.run(2h);
    QCOMPARE(h.provider.texts(), sent);
    const auto thread = h.reader->thread(id, std::nullopt, 50).value();
    const auto *note = std::get_if<ThreadNote>(&thread.back().content);
    QVERIFY(note);
    QCOMPARE(note->body, u"Owes us $40"_s);
    QCOMPARE(note->at, h.time.utcNow() - 2h);
    QVERIFY(h.reader->conversation(id).value()->needsReply); // a note answers nobody
    h.engine->inbox()->removeThreadNote(id, note->id);
    QVERIFY(!std::holds_alternative<ThreadNote>(h.reader->thread(id, std::nullopt, 50)->back().content));
}

void TestEngineInbox::noteThatCannotBeStoredIsGivenBack()
{
    EngineHarness h;
    h.startWatching();
    QSignalSpy failed(h.engine->inbox(), &InboxDesk::actionFailed);
    QList<ThreadNote> given;
    connect(h.engine->inbox(), &InboxDesk::noteNotKept, this, [&given](ConversationId, const ThreadNote &note) { given.append(note); });
    h.provider.addReply(maria, u"Can you come tomorrow?"_s);
    h.run(1min);
    h.rows(u"CREATE TRIGGER broken BEFORE INSERT ON thread_notes BEGIN SELECT RAISE(ABORT, 'broken off'); END"_s);
    h.engine->inbox()->saveThreadNote(h.conversation(maria), {{}, {}, u"Owes us $40"_s});
    QCOMPARE(failed.count(), 1);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given[0].body, u"Owes us $40"_s);
}

/// Whichever of them a window shows, it reads again.
void TestEngineInbox::allNumbersOfAPersonAreTold()
{
    EngineHarness h;
    EngineClient client;
    client.attach(h.engine.get());
    h.startWatching();
    for (const QString &each : {maria, bob, carol})
        h.provider.addReply(each, u"Can you come tomorrow?"_s);
    h.run(1min);
    const ConversationId one = h.conversation(maria);
    const ConversationId two = h.conversation(bob);
    const ConversationId three = h.conversation(carol);
    QSet<ConversationId> told;
    connect(&client, &EngineClient::conversationsChanged, this,
            [&told](const QList<ConversationId> &changed) { told = QSet<ConversationId>(changed.begin(), changed.end()); });
    const auto now = [&told] { return std::exchange(told, {}); };
    emit client.linkNumbersRequested(one, two);
    QCOMPARE(now(), (QSet{one, two}));
    emit client.linkNumbersRequested(three, two);
    QCOMPARE(now(), (QSet{one, two, three}));
    QCOMPARE(h.store->inbox().numbersOf(one).value(), (std::vector{one, two, three}));
    emit client.separateNumberRequested(one, two);
    QCOMPARE(now(), (QSet{one, two, three}));
    QCOMPARE(h.store->inbox().numbersOf(one).value(), (std::vector{one, three}));
    emit client.separateNumberRequested(two, three); // an old picture of who is linked
    QCOMPARE(now(), (QSet{two, three}));
    QCOMPARE(h.store->inbox().numbersOf(one).value(), (std::vector{one, three}));
    emit client.refuseLinkRequested(one, two);
    QCOMPARE(now(), (QSet{one, two}));
    QCOMPARE(h.rows(u"SELECT one || '-' || other FROM person_refusals"_s), QStringList{u"%1-%2"_s.arg(one.value).arg(two.value)});
    emit client.withdrawRefusalRequested(two, one);
    QCOMPARE(now(), (QSet{one, two}));
    QVERIFY(h.rows(u"SELECT * FROM person_refusals"_s).isEmpty());
    emit client.erasePersonRequested(three);
    QCOMPARE(now(), (QSet{one, three}));
    QCOMPARE(h.store->inbox().numbersOf(one).value(), std::vector{one});
}

void TestEngineInbox::aLinkThatCannotBeStoredIsTold()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"Can you come tomorrow?"_s);
    h.provider.addReply(bob, u"Can you come tomorrow?"_s);
    h.run(1min);
    QSignalSpy failed(h.engine->inbox(), &InboxDesk::actionFailed);
    QSignalSpy changed(h.engine->inbox(), &InboxDesk::conversationsChanged);
    h.rows(u"CREATE TRIGGER broken BEFORE INSERT ON person_links BEGIN SELECT RAISE(ABORT, 'broken off'); END"_s);
    h.engine->inbox()->linkNumbers(h.conversation(maria), h.conversation(bob));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<ConversationId>(), h.conversation(maria));
    QCOMPARE(changed.count(), 0);
}

/// Who said STOP with one number gets none there, and is still answered at the other, which never did.
void TestEngineInbox::rulesStayWithEachNumber()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(maria, u"STOP"_s);
    h.provider.addReply(bob, u"Can you come tomorrow?"_s);
    h.run(1min);
    h.engine->inbox()->linkNumbers(h.conversation(maria), h.conversation(bob));
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(h.decision(maria), u"skip opted-out"_s);
    QVERIFY(!h.store->consent().isOptedOut(*PhoneNumber::fromStored(bob)).value());
    h.run(2h); // nobody here wrote to him
    h.provider.addMissedCall(bob);
    h.run(1min);
    QCOMPARE(h.outbox(bob), u"accepted"_s);
    h.engine->inbox()->separateNumber(h.conversation(bob), h.conversation(maria));
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(h.decision(maria), u"skip opted-out"_s);
}

QTEST_GUILESS_MAIN(TestEngineInbox)
#include "tst_engineinbox.moc"
