// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"
#include "engine/engineharness.h"
#include "engine/inboxdesk.h"
#include "support/sanitizers.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString &caller = maria;
const QString &other = bob;

} // namespace

/// The main path, and each reason that the engine has a part in.
class TestEnginePath : public QObject {
    Q_OBJECT

private slots:
    void callTextReplyAnswer();
    void openCallIsToldAndWaitsForItsEnd();
    void f37FirstRunTextsNobody();
    void thousandMissedCallsInOnePoll();
    void f15CallersWhoGetNoText_data();
    void f15CallersWhoGetNoText();
    void dueReasons_data();
    void dueReasons();
    void secondCallGetsOneTextMore();
    void calledBackWhileTheTextWaits();
    void cancelledByTheOwner();
    void sendNowEndsTheDelay();
    void detailsAreFetchedBeforeTheDecision();
    void detailsThatCannotBeHadDoNotLeaveACallOpen();
    void c30LineTypeIsLookedUpOnceBeforeTheFirstText();
    void c30FailedLookUpDoesNotHinder();
    void x07LineThatTextsForAnother();
    void ownMessagesGoInEveryMode();
    void ownMessageToANewNumber();
    void ownMessageToOptedOutIsRefused();
    void ownMessageNeedsANumber();
    void sendAgainAfterAFailure();
    void c31FailedDeliveryTeachesAboutTheNumber();
    void deliveryReportsNeverGoBack();
    void textsFromElsewhereAreShown();
    void clientSpeaksBothWays();
};

void TestEnginePath::callTextReplyAnswer()
{
    EngineHarness h;
    h.startWatching();
    QCOMPARE(h.trail(), QStringList{u"ready"_s});
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);

    h.provider.addMissedCall(caller);
    const UtcTime ended = h.provider.now();
    h.run(10s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    const FakeProvider::Text *text = h.provider.lastText();
    QVERIFY(text->message.body.startsWith(u"Motor City Towing: sorry we missed you."_s));
    QVERIFY(text->message.body.contains(u"STOP"_s));
    QVERIFY(*text->message.created - ended < 8s);
    QCOMPARE(h.trail(), (QStringList{u"ready"_s, u"call no-answer"_s, u"decision send open"_s, u"text"_s}));
    const EngineEvent sent = h.events.back();
    QCOMPARE(sent.lastFour, u"0142"_s);
    QVERIFY2(sent.afterCallEnd && *sent.afterCallEnd >= 2s && *sent.afterCallEnd < 8s,
             qPrintable(QString::number(sent.afterCallEnd.value_or(Millis(-1)).count())));
    QCOMPARE(h.decision(caller), u"send open"_s);
    QCOMPARE(h.outbox(caller), u"accepted"_s);

    h.provider.setDelivery(text->message.providerMessageId, DeliveryStatus::Delivered);
    h.provider.addReply(caller, u"Need a tow on I-75"_s);
    h.run(5s);
    QCOMPARE(h.trail().mid(4), (QStringList{u"reply"_s, u"delivery delivered"_s}));
    const qint64 arrived = h.cell(u"SELECT delivered_at FROM messages WHERE incoming = 0"_s).toLongLong();
    QVERIFY(arrived > toUnixMillis(ended) && arrived <= toUnixMillis(h.provider.now()));
    const auto summary = *h.store->conversation(h.conversation(caller));
    QVERIFY(summary);
    QCOMPARE(summary->unread, 2); // the call and the reply
    QVERIFY(summary->needsReply);

    h.engine->inbox()->markRead(summary->id);
    h.engine->messages()->send(summary->id, u"On our way"_s);
    h.run(2s);
    QCOMPARE(h.provider.textsTo(caller), 2);
    QCOMPARE(h.provider.lastText()->message.body, u"On our way"_s);
    QCOMPARE((*h.store->conversation(summary->id))->unread, 0);
    QVERIFY(!(*h.store->conversation(summary->id))->needsReply);
    QCOMPARE(h.trail().last(), u"text"_s);
    QVERIFY(!h.events.back().afterCallEnd);
    QCOMPARE(h.cell(u"SELECT group_concat(purpose || ' ' || state || ' ' || attempt, ', ') FROM outbox"_s),
             u"text-back accepted 1, manual accepted 1"_s);
    for (const EngineEvent &event : h.events)
        QVERIFY(!toJsonLine(event).contains("3132230142"));
}

void TestEnginePath::openCallIsToldAndWaitsForItsEnd()
{
    EngineHarness h;
    h.startWatching();
    const QString id = h.provider.addMissedCall(caller);
    CallLeg &root = *h.provider.leg(id);
    root.status = LegStatus::Ringing;
    root.ended.reset();
    h.run(6s);
    QCOMPARE(h.trail().mid(1), QStringList{u"call ringing"_s});
    QVERIFY(h.provider.lastCallQuery.openCallIds.contains(id));
    root.status = LegStatus::NoAnswer;
    root.ended = root.updated = h.provider.now();
    h.run(8s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEnginePath::f37FirstRunTextsNobody()
{
    EngineHarness h;
    for (int i = 0; i < 500; ++i) {
        h.provider.addMissedCall(u"+1313223%1"_s.arg(2000 + i));
        h.time.advance(1min);
    }
    h.start();
    h.run(2min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.rows(u"SELECT DISTINCT verdict, reason FROM decisions"_s), QStringList{u"skip history"_s});
    QCOMPARE(h.cell(u"SELECT count(*) FROM calls WHERE decided = 0"_s), u"0"_s);
    QVERIFY(h.cell(u"SELECT count(*) FROM decisions"_s).toInt() > 400);
    QCOMPARE(h.trail(), QStringList{u"ready"_s});
    QCOMPARE(h.cell(u"SELECT ifnull(sum(unread), 0) FROM conversation_summaries"_s), u"0"_s);
}

void TestEnginePath::thousandMissedCallsInOnePoll()
{
    EngineHarness h;
    h.settings.limits.textsPerDay = 0;
    h.startWatching();
    const int calls = underSanitizers ? 150 : 1000;
    for (int i = 0; i < calls; ++i)
        h.provider.addMissedCall(u"+1313223%1"_s.arg(2000 + i));
    h.run(3s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM decisions WHERE verdict = 'send'"_s), QString::number(calls));
    h.run(9min);
    QCOMPARE(h.provider.texts(), calls);
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox WHERE state = 'accepted'"_s), QString::number(calls));
}

void TestEnginePath::f15CallersWhoGetNoText_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("decision");
    QTest::newRow("anonymous") << u"anonymous"_s << u"skip withheld"_s;
    QTest::newRow("a provider's stand-in") << u"+266696687"_s << u"skip withheld"_s;
    QTest::newRow("short code") << u"32665"_s << u"skip short-code"_s;
    QTest::newRow("client") << u"client:alice"_s << u"skip not-a-number"_s;
    QTest::newRow("toll-free") << u"+18002530000"_s << u"skip toll-free"_s;
    QTest::newRow("abroad") << u"+442079460018"_s << u"skip foreign"_s;
    QTest::newRow("our own") << u"+13132230100"_s << u"skip own-number"_s;
    QTest::newRow("nobody's number") << u"+13135550142"_s << u"skip not-a-number"_s;
}

void TestEnginePath::f15CallersWhoGetNoText()
{
    QFETCH(QString, from);
    QFETCH(QString, decision);
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(from);
    h.run(30s);
    QCOMPARE(h.rows(u"SELECT verdict, reason FROM decisions"_s), QStringList{decision});
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.trail().mid(1), (QStringList{u"call no-answer"_s, u"decision "_s + decision}));
}

using Step = std::function<void(EngineHarness &)>;

void TestEnginePath::dueReasons_data()
{
    QTest::addColumn<Step>("before"); // the account starts to be watched
    QTest::addColumn<Step>("call");
    QTest::addColumn<QString>("decision");
    const Step nothing = [](EngineHarness &) {};
    const Step missed = [](EngineHarness &h) { h.provider.addMissedCall(caller); };
    QTest::newRow("mode watch") << Step([](EngineHarness &h) { h.settings.rules.mode = Mode::Watch; }) << missed << u"skip mode-watch"_s;
    QTest::newRow("mode off") << Step([](EngineHarness &h) { h.settings.rules.mode = Mode::Off; }) << missed << u"skip mode-off"_s;
    QTest::newRow("line not watched") << Step([](EngineHarness &h) {
        Line line;
        line.number = *PhoneNumber::parse(u"+13132230101"_s);
        h.settings.lines = {line};
    }) << missed << u"skip line-off"_s;
    QTest::newRow("answered") << nothing << Step([](EngineHarness &h) { h.provider.addAnsweredCall(caller); }) << u"skip answered"_s;
    QTest::newRow("the log shows it too late") << nothing << Step([](EngineHarness &h) { h.provider.addMissedCall(caller, 20s, 601s); })
                                               << u"skip too-old"_s;
    QTest::newRow("the log shows it late") << nothing << Step([](EngineHarness &h) { h.provider.addMissedCall(caller, 20s, 9min); })
                                           << u"send open"_s;
    QTest::newRow("opted out") << nothing << Step([](EngineHarness &h) {
        h.provider.addReply(caller, u"STOP"_s);
        h.run(12s);
        h.provider.addMissedCall(caller);
    }) << u"skip opted-out"_s;
    QTest::newRow("opted out and in again") << nothing << Step([](EngineHarness &h) {
        h.provider.addReply(caller, u"STOP"_s);
        h.run(12s);
        h.provider.addForeignText(caller, u"You have successfully been unsubscribed."_s);
        h.provider.addReply(caller, u"yes"_s);
        h.run(12s);
        h.provider.addMissedCall(caller);
    }) << u"send open"_s;
    QTest::newRow("yes means nothing to those who did not opt out") << nothing << Step([](EngineHarness &h) {
        h.provider.addReply(caller, u"YES"_s);
        h.run(12s);
        h.provider.addMissedCall(caller);
    }) << u"send open"_s;
    QTest::newRow("staff wrote") << nothing << Step([](EngineHarness &h) {
        h.engine->messages()->sendTo(*PhoneNumber::parse(caller), u"We can come at five"_s);
        h.run(10s);
        h.provider.addMissedCall(caller);
    }) << u"skip staff-in-conversation"_s;
    QTest::newRow("somebody else texted just now") << nothing << Step([](EngineHarness &h) {
        h.provider.addMissedCall(caller);
        h.run(100ms);
        h.provider.messagesError = Error{ErrorKind::Server, {}, {}, 503, {}}; // our own list does not show it in time
        h.provider.addForeignText(caller, u"Sorry we missed you! Reply STOP to opt out"_s);
    }) << u"skip provider-texted"_s;
    QTest::newRow("the look for foreign texts fails") << nothing << Step([](EngineHarness &h) {
        h.provider.sentError = Error{ErrorKind::Server, {}, {}, 503, {}};
        h.provider.addMissedCall(caller);
    }) << u"send open"_s;
    QTest::newRow("the provider's own answer to HELP") << nothing << Step([](EngineHarness &h) {
        h.provider.addReply(caller, u"HELP"_s);
        h.provider.addForeignText(caller, u"Text us any time."_s);
        h.run(12s);
        h.provider.addMissedCall(caller);
    }) << u"send open"_s;
    QTest::newRow("refused: opted out at the provider") << nothing << Step([](EngineHarness &h) {
        h.provider.scripts = {FakeProvider::SendScript::refused(ErrorKind::OptedOut, 400, u"21610"_s)};
        h.provider.addMissedCall(caller);
    }) << u"skip opted-out"_s;
    QTest::newRow("refused: landline") << nothing << Step([](EngineHarness &h) {
        auto script = FakeProvider::SendScript::refused(ErrorKind::InvalidRecipient, 400, u"21614"_s);
        script.recipient = NumberCapability::Landline;
        h.provider.scripts = {script};
        h.provider.addMissedCall(caller);
    }) << u"skip landline"_s;
    QTest::newRow("refused: invalid") << nothing << Step([](EngineHarness &h) {
        h.provider.scripts = {FakeProvider::SendScript::refused(ErrorKind::InvalidRecipient, 400, u"21211"_s)};
        h.provider.addMissedCall(caller);
    }) << u"skip cannot-receive"_s;
    QTest::newRow("refused: the account is not registered") << nothing << Step([](EngineHarness &h) {
        h.provider.scripts = {FakeProvider::SendScript::refused(ErrorKind::Rejected, 403, u"30034"_s)};
        h.provider.addMissedCall(caller);
    }) << u"skip account-refused"_s;
    QTest::newRow("a template that cannot be filled: the plain one leaves") << Step([](EngineHarness &h) {
        h.settings.rules.templates.insert(u"open"_s, u"{biz}: book at {link}"_s); // no link is set
    }) << missed << u"send open"_s;
    QTest::newRow("no name for the plain one either") << Step([](EngineHarness &h) {
        h.settings.rules.templates.insert(u"open"_s, u"{biz}: book at {link}"_s);
        h.settings.business.name.clear();
    }) << missed << u"skip no-template"_s;
    QTest::newRow("cool-down") << nothing << Step([](EngineHarness &h) {
        h.provider.addMissedCall(caller);
        h.run(10s);
        h.beOff(23h);
        h.provider.addMissedCall(caller);
    }) << u"skip cool-down"_s;
    QTest::newRow("cool-down is over") << nothing << Step([](EngineHarness &h) {
        h.provider.addMissedCall(caller);
        h.run(10s);
        h.beOff(24h + 1min);
        h.provider.addMissedCall(caller);
    }) << u"send open"_s;
    QTest::newRow("a third call in ten minutes") << nothing << Step([](EngineHarness &h) {
        h.provider.addMissedCall(caller);
        h.run(1min);
        h.provider.addMissedCall(caller);
        h.run(1min);
        h.provider.addMissedCall(caller);
    }) << u"skip second-call-limit"_s;
}

void TestEnginePath::dueReasons()
{
    QFETCH(Step, before);
    QFETCH(Step, call);
    QFETCH(QString, decision);
    EngineHarness h;
    before(h);
    h.startWatching();
    call(h);
    h.run(15min);
    QCOMPARE(h.decision(caller), decision);
    if (decision.startsWith(u"skip"_s))
        QVERIFY2(h.outbox(caller) != u"queued"_s && h.outbox(caller) != u"inflight"_s, qPrintable(h.outbox(caller)));
    else
        QCOMPARE(h.outbox(caller), u"accepted"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM calls WHERE inbound = 1 AND decided = 0"_s), u"0"_s);
}

void TestEnginePath::secondCallGetsOneTextMore()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(1min);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"send second-call"_s);
    QCOMPARE(h.provider.textsTo(caller), 2);
    QVERIFY(h.provider.lastText()->message.body.contains(u"called again"_s));
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 2);
}

void TestEnginePath::calledBackWhileTheTextWaits()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.provider.addMissedCall(other);
    h.run(10s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.provider.addCallTo(caller);
    h.provider.addAnsweredCall(other);
    h.run(1min);
    QCOMPARE(h.rows(u"SELECT state, why FROM outbox ORDER BY id"_s),
             (QStringList{u"skipped called-back"_s, u"skipped answered-elsewhere"_s}));
    QCOMPARE(h.rows(u"SELECT verdict, reason FROM decisions WHERE reason <> 'answered'"_s),
             (QStringList{u"skip called-back"_s, u"skip answered-elsewhere"_s}));
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
}

void TestEnginePath::cancelledByTheOwner()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    h.engine->messages()->cancelWaiting(h.lastMessage(caller));
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip cancelled-by-owner"_s);
    QCOMPARE(h.cell(u"SELECT status FROM messages"_s), u"cancelled"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    h.engine->messages()->cancelWaiting(h.lastMessage(caller)); // gone already: nothing happens
    QVERIFY(h.failures.empty());
}

void TestEnginePath::sendNowEndsTheDelay()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 60;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(5s);
    h.engine->messages()->sendNow(h.lastMessage(caller));
    h.run(1s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEnginePath::detailsAreFetchedBeforeTheDecision()
{
    EngineHarness h;
    h.startWatching();
    // Answered by a robot with a recording on the root, and no phone ever rang: a voicemail.
    CallLeg root;
    root.providerCallId = u"CAvoice"_s;
    root.from = caller;
    root.to = u"+13132230100"_s;
    root.status = LegStatus::Completed;
    root.created = root.started = h.provider.now() - 40s;
    root.ended = root.updated = h.provider.now();
    root.duration = 40s;
    h.provider.addLeg(root);
    h.provider.details[u"CAvoice"_s] = {1, u"RE1"_s, 12s, false};
    h.run(10s);
    QVERIFY(h.provider.detailLooks >= 1);
    QCOMPARE(h.decision(caller), u"send open"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEnginePath::detailsThatCannotBeHadDoNotLeaveACallOpen()
{
    EngineHarness h;
    h.startWatching();
    CallLeg root;
    root.providerCallId = u"CAmenu"_s;
    root.from = caller;
    root.to = u"+13132230100"_s;
    root.status = LegStatus::Completed;
    root.created = root.started = h.provider.now() - 40s;
    root.ended = root.updated = h.provider.now();
    h.provider.addLeg(root);
    h.provider.detailsError = Error{ErrorKind::Server, {}, {}, 503, {}};
    h.run(9min);
    QCOMPARE(h.decision(caller), QString());
    h.run(2min);
    QVERIFY2(h.decision(caller).startsWith(u"skip"_s), qPrintable(h.decision(caller)));
}

void TestEnginePath::c30LineTypeIsLookedUpOnceBeforeTheFirstText()
{
    EngineHarness h;
    h.settings.account.lookUpLineType = true;
    h.provider.lineTypes[caller] = NumberCapability::Landline;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"skip landline"_s);
    QCOMPARE(h.provider.lookUps, 1);
    h.beOff(48h);
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"skip landline"_s);
    QCOMPARE(h.provider.lookUps, 1);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
}

void TestEnginePath::c30FailedLookUpDoesNotHinder()
{
    EngineHarness h;
    h.settings.account.lookUpLineType = true;
    h.provider.lookUpError = Error{ErrorKind::Server, {}, {}, 503, {}};
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEnginePath::x07LineThatTextsForAnother()
{
    EngineHarness h;
    Line line;
    line.number = *PhoneNumber::parse(u"+13132230100"_s);
    line.textFrom = *PhoneNumber::parse(u"+13132230105"_s);
    h.settings.lines = {line};
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.provider.sends.front().from.e164(), u"+13132230105"_s);
    QVERIFY2(h.provider.sends.front().body.contains(u"(313) 223-0100"_s), qPrintable(h.provider.sends.front().body));
    h.engine->messages()->send(h.conversation(caller), u"Hello"_s);
    h.run(2s);
    QCOMPARE(h.provider.sends.back().from.e164(), u"+13132230105"_s);
}

void TestEnginePath::ownMessagesGoInEveryMode()
{
    for (const Mode mode : {Mode::Off, Mode::Watch, Mode::On}) {
        EngineHarness h;
        h.settings.rules.mode = mode;
        h.startWatching();
        h.provider.addReply(caller, u"Are you open?"_s);
        h.run(12s);
        h.engine->messages()->send(h.conversation(caller), u"Yes"_s);
        h.engine->messages()->send(h.conversation(caller), u"Until eight"_s);
        h.engine->messages()->send(h.conversation(caller), u"  "_s);
        h.engine->messages()->send(h.conversation(caller), QString(1601, u'x'));
        h.run(5s);
        QCOMPARE(h.provider.textsTo(caller), 2);
        QCOMPARE(h.provider.lastText()->message.body, u"Until eight"_s);
        QVERIFY(!h.provider.sends.front().validFor);
    }
}

void TestEnginePath::ownMessageToANewNumber()
{
    EngineHarness h;
    h.startWatching();
    h.engine->messages()->sendTo(*PhoneNumber::parse(other), u"Your car is ready"_s);
    h.run(2s);
    QCOMPARE(h.provider.textsTo(other), 1);
    QCOMPARE(h.provider.sends.front().from.e164(), u"+13132230100"_s);
}

void TestEnginePath::ownMessageToOptedOutIsRefused()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addReply(caller, u"Stop please"_s);
    h.run(12s);
    QCOMPARE(h.count(EngineEvent::Kind::OptOut), 1);
    h.engine->messages()->send(h.conversation(caller), u"Sorry!"_s);
    h.run(5s);
    QCOMPARE(h.failures.size(), size_t(1));
    QCOMPARE(toString(h.failures[0].second.kind), toString(ErrorKind::OptedOut));
    QCOMPARE(h.failures[0].first, h.conversation(caller));
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
}

void TestEnginePath::ownMessageNeedsANumber()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(u"anonymous"_s);
    h.run(5s);
    h.engine->messages()->send(h.conversation(u"withheld"_s), u"Who are you?"_s);
    QCOMPARE(h.failures.size(), size_t(1));
    QCOMPARE(toString(h.failures[0].second.kind), toString(ErrorKind::InvalidRecipient));
}

void TestEnginePath::sendAgainAfterAFailure()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {FakeProvider::SendScript::refused(ErrorKind::Rejected, 400, u"21606"_s)};
    h.engine->messages()->sendTo(*PhoneNumber::parse(caller), u"Ready"_s);
    h.run(2s);
    QCOMPARE(h.outbox(caller), u"failed"_s);
    const MessageId failed = h.lastMessage(caller);
    h.engine->messages()->sendAgain(failed);
    h.engine->messages()->sendAgain(failed); // an impatient second click
    h.run(2s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    h.engine->messages()->sendAgain(failed);
    h.run(2s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.rows(u"SELECT state FROM outbox ORDER BY id"_s), (QStringList{u"failed"_s, u"accepted"_s}));
}

void TestEnginePath::c31FailedDeliveryTeachesAboutTheNumber()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    h.provider.setDelivery(h.provider.lastText()->message.providerMessageId, DeliveryStatus::Undelivered, u"30006"_s,
                           NumberCapability::Landline);
    h.run(10s);
    QCOMPARE(h.trail().last(), u"delivery undelivered"_s);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->needsReply);
    h.beOff(48h);
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"skip landline"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEnginePath::deliveryReportsNeverGoBack()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    const QString id = h.provider.lastText()->message.providerMessageId;
    h.provider.setDelivery(id, DeliveryStatus::Delivered);
    h.run(5s);
    h.provider.setDelivery(id, DeliveryStatus::Sent);
    h.run(30s);
    QCOMPARE(h.cell(u"SELECT status FROM messages WHERE provider_message_id = '%1'"_s.arg(id)), u"delivered"_s);
    QCOMPARE(h.count(EngineEvent::Kind::Delivery), 1);
}

void TestEnginePath::textsFromElsewhereAreShown()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addForeignText(caller, u"Sent from the phone app"_s);
    h.run(30s);
    QCOMPARE(h.rows(u"SELECT origin, status FROM messages"_s), QStringList{u"elsewhere delivered"_s});
    QCOMPARE(h.count(EngineEvent::Kind::Reply), 0);
}

void TestEnginePath::clientSpeaksBothWays()
{
    EngineHarness h;
    EngineClient client;
    client.attach(h.engine.get());
    int told = 0;
    QObject::connect(&client, &EngineClient::eventOccurred, &client, [&told](const EngineEvent &) { ++told; });
    h.startWatching();
    QVERIFY(client.connection().kind == ConnectionState::Kind::Online);
    QVERIFY(client.settings() == h.settings);
    QVERIFY(told > 0);
    emit client.sendMessageToRequested(*PhoneNumber::parse(caller), u"Hello"_s);
    h.run(2s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    emit client.renameContactRequested(h.conversation(caller), u"Maria"_s);
    QCOMPARE((*h.store->conversation(h.conversation(caller)))->contactName, u"Maria"_s);
    const int polls = h.provider.callPolls;
    emit client.checkNowRequested();
    h.run(100ms);
    QCOMPARE(h.provider.callPolls, polls + 1);
}

QTEST_GUILESS_MAIN(TestEnginePath)
#include "tst_enginepath.moc"
