// SPDX-License-Identifier: MIT
#include "storage/samples.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

constexpr Millis coolDown = std::chrono::hours(24);
constexpr int hour = 3600;

} // namespace

/// The ledger of sending: its locks, its moves, and the message that follows them.
class TestOutboxRepository : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_store = std::make_unique<TemporaryStore>(*m_time);
        m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
        m_conversation = store().ensureConversation(party(caller())).value();
        m_calls = 0;
    }

    void everythingOfAnItemIsKept()
    {
        OutboxItem item = itemFor(stored(MessageOrigin::Automatic, 1), caller(), OutboxPurpose::TextBack, newCall(0));
        item.deadline = at(600);
        item.id = store().enqueue(item, coolDown).value().value();
        QVERIFY(store().outboxItem(item.id).value() == item);
        QVERIFY(store().outboxItemOf(item.message).value() == item);
        OutboxChange change = toState(OutboxState::Skipped);
        change.why = DecisionReason::CalledBack;
        change.detail = u"a word"_s;
        change.notBefore = at(9);
        change.resent = true;
        change.looks = 3;
        QVERIFY(store().changeItem(item.id, change));
        item.state = OutboxState::Skipped;
        item.why = DecisionReason::CalledBack;
        item.detail = u"a word"_s;
        item.notBefore = at(9);
        item.resent = true;
        item.looks = 3;
        m_store->reopen();
        QVERIFY(store().outboxItem(item.id).value() == item);
        QVERIFY(!store().outboxItem(OutboxId{99}));
    }

    void oneItemPerCallAndPurpose()
    {
        const CallId call = newCall(0);
        QVERIFY(enqueue(call, OutboxPurpose::TextBack, 1));
        QVERIFY(!enqueue(call, OutboxPurpose::TextBack, 2, Millis(0)));
        QVERIFY(enqueue(call, OutboxPurpose::FollowUp1, 3));
        QVERIFY(!enqueue(call, OutboxPurpose::FollowUp1, 100 * hour));
        QVERIFY(enqueue(CallId(), OutboxPurpose::Manual, 4));
        QVERIFY(enqueue(CallId(), OutboxPurpose::Manual, 4));
    }

    /// The second lock: by the slot's index and, across its border, by the time itself.
    void coolDownLocks_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("passes");
        // Each row for both kinds of text below. The tests' clock begins at 15:00 UTC, the slot of a day at midnight.
        QTest::newRow("same slot") << 0 << hour << u"queued"_s << false;
        QTest::newRow("next slot, too near") << 0 << 10 * hour << u"queued"_s << false;
        QTest::newRow("a second too early") << 0 << 24 * hour - 1 << u"accepted"_s << false;
        QTest::newRow("exactly") << 0 << 24 * hour << u"accepted"_s << true;
        QTest::newRow("inflight") << 0 << hour << u"inflight"_s << false;
        QTest::newRow("unknown") << 0 << hour << u"unknown"_s << false;
        QTest::newRow("unconfirmed") << 0 << hour << u"unconfirmed"_s << false;
        QTest::newRow("held") << 0 << hour << u"held"_s << false;
        QTest::newRow("failed frees it") << 0 << hour << u"failed"_s << true;
        QTest::newRow("skipped frees it") << 0 << hour << u"skipped"_s << true;
    }

    void coolDownLocks()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(QString, state);
        QFETCH(bool, passes);
        for (const OutboxPurpose purpose : {OutboxPurpose::TextBack, OutboxPurpose::SecondCall}) {
            // Another purpose is free: the other kind's row of the round before does not hinder.
            const std::optional<OutboxId> item = enqueue(newCall(first - 30), purpose, first);
            bring(item.value(), outboxStateFromString(state).value(), first);
            QCOMPARE(enqueue(newCall(second - 30), purpose, second).has_value(), passes);
        }
    }

    void theSlotIsUnique_data()
    {
        QTest::addColumn<int>("purpose");
        QTest::newRow("text-back") << int(OutboxPurpose::TextBack);
        QTest::newRow("second call") << int(OutboxPurpose::SecondCall);
    }

    /// Whatever the code above it does: two live texts of a kind in one slot cannot be stored.
    void theSlotIsUnique()
    {
        QFETCH(int, purpose);
        enqueue(newCall(0), OutboxPurpose(purpose), 0).value();
        const auto connection = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        const QString copy = u"INSERT INTO outbox SELECT %1, message, conversation, account, NULL, purpose, from_number, to_number, body, "
                             "%2, why, detail, attempt, resent, queued_at, not_before, deadline, inflight_at, ended_at, unknown_cause, "
                             "looks, NULL, rule_version, after_call_end, cooldown_slot, role_token, 0, 0, 1 FROM outbox WHERE id = 1"_s;
        QVERIFY(!connection->execute(copy.arg(2).arg(u"'unconfirmed'"_s)));
        QCOMPARE(connection->takeFailure()->providerCode, u"constraint"_s);
        QVERIFY(connection->execute(copy.arg(2).arg(u"'skipped'"_s)));
        QVERIFY(!connection->execute(u"UPDATE outbox SET state = 'queued' WHERE id = 2"_s));
    }

    void sentLateCountsFromTheSending()
    {
        const OutboxId item = enqueue(newCall(-30), OutboxPurpose::TextBack, 0).value();
        QVERIFY(store().beginAttempt(item, at(500)));
        QVERIFY(store().changeItem(item, accepted(u"SM1"_s)));
        QVERIFY(!enqueue(newCall(24 * hour), OutboxPurpose::TextBack, 24 * hour + 499));
        QVERIFY(enqueue(newCall(24 * hour), OutboxPurpose::TextBack, 24 * hour + 500));
    }

    void movesAsAllowed_data()
    {
        QTest::addColumn<QString>("from");
        for (const char *state : {"queued", "held", "inflight", "unknown", "unconfirmed", "accepted", "failed", "skipped"})
            QTest::newRow(state) << QString::fromLatin1(state);
    }

    /// From every state to every other: what mayMove says is what happens, and a refusal leaves the row alone.
    void movesAsAllowed()
    {
        QFETCH(QString, from);
        const OutboxState begin = outboxStateFromString(from).value();
        for (int target = 0; target <= int(OutboxState::Skipped); ++target) {
            const OutboxState next = OutboxState(target);
            const OutboxId item = enqueue(CallId(), OutboxPurpose::Manual, target).value();
            bring(item, begin, target);
            const OutboxItem before = store().outboxItem(item).value();
            const bool sending = next == OutboxState::Inflight && begin != next;
            const bool allowed = begin == next || mayMove(begin, next);
            const bool moved =
                sending ? store().beginAttempt(item, at(50)).has_value() : store().changeItem(item, toState(next)).has_value();
            QVERIFY2(moved == allowed, qPrintable(from + u" -> "_s + toString(next)));
            if (!allowed)
                QVERIFY(store().outboxItem(item).value() == before);
            else
                QCOMPARE(toString(store().outboxItem(item)->state), toString(next));
        }
    }

    void onlyBeginAttemptSends()
    {
        const OutboxId item = enqueue(CallId(), OutboxPurpose::Manual, 0).value();
        QVERIFY(!store().changeItem(item, toState(OutboxState::Inflight)));
        QCOMPARE(store().beginAttempt(item, at(1))->attempt, 1);
        QVERIFY(!store().beginAttempt(item, at(2)));
        OutboxChange unknown = toState(OutboxState::Unknown);
        unknown.unknownCause = UnknownCause::GaveUpWaiting;
        unknown.endedAt = at(3);
        unknown.looks = 2;
        QVERIFY(store().changeItem(item, unknown));
        QVERIFY(store().changeItem(item, toState(OutboxState::Queued)));
        const OutboxItem again = store().beginAttempt(item, at(60)).value();
        QCOMPARE(again.attempt, 2);
        QCOMPARE(again.looks, 0);
        QVERIFY(!again.endedAt);
        QVERIFY(again.unknownCause == UnknownCause::None);
        QCOMPARE(again.inflightAt, std::optional(at(60)));
    }

    void theMessageFollows()
    {
        const OutboxId item = enqueue(CallId(), OutboxPurpose::Manual, 0).value();
        const MessageId message = store().outboxItem(item)->message;
        const auto status = [&] { return toString(store().message(message)->status); };
        QCOMPARE(status(), u"queued"_s);
        QVERIFY(store().beginAttempt(item, at(1)));
        QCOMPARE(status(), u"sending"_s);
        QVERIFY(store().changeItem(item, toState(OutboxState::Unknown)));
        QCOMPARE(status(), u"unknown"_s);
        QVERIFY(store().changeItem(item, toState(OutboxState::Unconfirmed)));
        QCOMPARE(status(), u"unknown"_s);
        OutboxChange found = accepted(u"SM1"_s);
        found.delivery = DeliveryStatus::Delivered;
        QVERIFY(store().changeItem(item, found));
        QCOMPARE(status(), u"delivered"_s);
        OutboxChange late;
        late.delivery = DeliveryStatus::Sent;
        QVERIFY(store().changeItem(item, late));
        QCOMPARE(status(), u"delivered"_s);
        QCOMPARE(store().message(message)->providerMessageId, u"SM1"_s);
    }

    void aRefusalIsKeptWithTheMessage()
    {
        const OutboxId item = enqueue(CallId(), OutboxPurpose::Manual, 0).value();
        QVERIFY(store().beginAttempt(item, at(1)));
        OutboxChange refused = toState(OutboxState::Failed);
        refused.errorCode = u"21610"_s;
        refused.errorText = u"unsubscribed recipient"_s;
        QVERIFY(store().changeItem(item, refused));
        const Message message = store().message(store().outboxItem(item)->message).value();
        QCOMPARE(toString(message.status), u"failed"_s);
        QCOMPARE(message.errorCode, u"21610"_s);
        QCOMPARE(message.errorText, u"unsubscribed recipient"_s);
    }

    void dueItemsInOrder()
    {
        const OutboxId third = enqueue(CallId(), OutboxPurpose::Manual, 30).value();
        const OutboxId first = enqueue(CallId(), OutboxPurpose::Manual, 10).value();
        const OutboxId second = enqueue(CallId(), OutboxPurpose::Manual, 20).value();
        QVERIFY(store().changeItem(second, toState(OutboxState::Held)));
        QCOMPARE(*store().nextDue(m_account), std::optional(at(12)));
        const auto ids = [this](int now, int limit) {
            std::vector<OutboxId> found;
            const std::vector<OutboxItem> items = store().dueItems(m_account, at(now), limit).value();
            for (const OutboxItem &item : items)
                found.push_back(item.id);
            return found;
        };
        QVERIFY(ids(11, 10).empty());
        QCOMPARE(ids(12, 10), std::vector<OutboxId>{first});
        QCOMPARE(ids(100, 10), (std::vector<OutboxId>{first, second, third}));
        QCOMPARE(ids(100, 2), (std::vector<OutboxId>{first, second}));
        QVERIFY(store().beginAttempt(first, at(12)));
        QCOMPARE(*store().nextDue(m_account), std::optional(at(22)));
        QVERIFY(!store().nextDue(store().openAccount(u"twilio"_s, u"AC2"_s)->id)->has_value());
    }

    /// faults.md F01, F02: what was in flight when we died is unknown at the next start, and counts its wait from there.
    void inflightBecomesUnknownAtStart()
    {
        const OutboxId sending = enqueue(CallId(), OutboxPurpose::Manual, 0).value();
        const OutboxId waiting = enqueue(CallId(), OutboxPurpose::Manual, 1).value();
        QVERIFY(store().beginAttempt(sending, at(2)));
        m_store->reopen();
        QCOMPARE(*store().inflightToUnknown(m_account, at(90)), 1);
        const OutboxItem item = store().outboxItem(sending).value();
        QCOMPARE(toString(item.state), u"unknown"_s);
        QVERIFY(item.unknownCause == UnknownCause::ConnectionEnded);
        QCOMPARE(item.endedAt, std::optional(at(90)));
        QCOMPARE(toString(store().outboxItem(waiting)->state), u"queued"_s);
        QCOMPARE(*store().inflightToUnknown(m_account, at(91)), 0);
        QCOMPARE(store().itemsIn(m_account, OutboxState::Unknown)->size(), size_t(1));
    }

    void stopSkipsWhatWaits()
    {
        const OutboxId text = enqueue(newCall(0), OutboxPurpose::TextBack, 1).value();
        const OutboxId manual = enqueue(CallId(), OutboxPurpose::Manual, 2).value();
        const OutboxId sending = enqueue(newCall(3), OutboxPurpose::SecondCall, 4).value();
        QVERIFY(store().beginAttempt(sending, at(6)));
        const std::vector<OutboxItem> skipped = store().skipWaiting(caller(), DecisionReason::OptedOut).value();
        QCOMPARE(skipped.size(), size_t(1));
        QCOMPARE(skipped[0].id, text);
        QVERIFY(store().outboxItem(text).value() == skipped[0]);
        QVERIFY(skipped[0].why == DecisionReason::OptedOut);
        QCOMPARE(toString(store().message(skipped[0].message)->status), u"cancelled"_s);
        QCOMPARE(toString(store().outboxItem(manual)->state), u"queued"_s);
        QCOMPARE(toString(store().outboxItem(sending)->state), u"inflight"_s);
        QVERIFY(store().skipWaiting(caller(9), DecisionReason::OptedOut)->empty());
    }

    /// The message poller saw our text before we knew that it was accepted, and took it for somebody else's.
    void anAdoptedTextTakesOverItsTwin()
    {
        const OutboxId item = enqueue(CallId(), OutboxPurpose::Manual, 0).value();
        QVERIFY(store().beginAttempt(item, at(1)));
        QVERIFY(store().changeItem(item, toState(OutboxState::Unknown)));
        Message twin = outgoing(m_conversation, m_account, MessageOrigin::Elsewhere, u"text 0"_s, 1);
        twin.status = DeliveryStatus::Delivered;
        twin.providerMessageId = u"SM1"_s;
        const MessageId twinId = store().addMessage(twin).value();
        QVERIFY(!*store().isOwned(m_account, u"SM1"_s));
        QVERIFY(store().changeItem(item, accepted(u"SM1"_s)));
        QVERIFY(*store().isOwned(m_account, u"SM1"_s));
        QVERIFY(!store().message(twinId));
        const Message own = store().messageByProviderId(m_account, u"SM1"_s)->value();
        QCOMPARE(own.id, store().outboxItem(item)->message);
        QCOMPARE(toString(own.status), u"delivered"_s);
        QCOMPARE(m_store->reader()->thread(m_conversation, std::nullopt, 10)->size(), size_t(1));
        QCOMPARE(m_store->reader()->search(u"text"_s, 10)->size(), size_t(1));
    }

    void noTwoItemsOwnOneText()
    {
        const OutboxId first = enqueue(CallId(), OutboxPurpose::Manual, 0).value();
        const OutboxId second = enqueue(CallId(), OutboxPurpose::Manual, 1).value();
        for (const OutboxId item : {first, second}) {
            QVERIFY(store().beginAttempt(item, at(2)));
            QVERIFY(store().changeItem(item, toState(OutboxState::Unknown)));
        }
        QVERIFY(store().changeItem(first, accepted(u"SM1"_s)));
        QVERIFY(!store().changeItem(second, accepted(u"SM1"_s)));
        QCOMPARE(toString(store().outboxItem(second)->state), u"unknown"_s);
    }

    void historyKnowsTexts()
    {
        const CallId first = newCall(0);
        const CallId second = newCall(hour);
        QVERIFY(store().recordVerdict(first, missedVerdict(25)));
        const auto history = [&](CallId call) { return store().callerHistory(caller(), store().call(call).value()).value(); };
        const OutboxId text = enqueue(first, OutboxPurpose::TextBack, 30).value();
        QVERIFY(!history(first).textedThisCall); // on its way with the purpose that is being decided
        QVERIFY(!history(first).lastTextBack);   // only other calls' texts hinder
        QCOMPARE(history(second).lastTextBack, std::optional(at(30)));
        QCOMPARE(history(second).lastTextBackCallEnd, std::optional(at(25)));
        QVERIFY(!history(second).lastSecondCallText);
        QVERIFY(store().beginAttempt(text, at(32)));
        QVERIFY(store().changeItem(text, accepted(u"SM1"_s)));
        QVERIFY(history(first).textedThisCall);
        QVERIFY(enqueue(second, OutboxPurpose::SecondCall, hour + 30));
        QCOMPARE(history(newCall(2 * hour)).lastSecondCallText, std::optional(at(hour + 30)));
        QVERIFY(!history(second).textedThisCall);

        // What was not sent after all says nothing.
        const CallId third = newCall(30 * hour);
        const OutboxId dropped = enqueue(third, OutboxPurpose::TextBack, 30 * hour).value();
        QVERIFY(store().changeItem(dropped, toState(OutboxState::Skipped)));
        QCOMPARE(history(newCall(31 * hour)).lastTextBack, std::optional(at(32)));
        // An unconfirmed one may have arrived.
        const CallId fourth = newCall(40 * hour);
        bring(enqueue(fourth, OutboxPurpose::TextBack, 40 * hour).value(), OutboxState::Unconfirmed, 40 * hour);
        QCOMPARE(history(newCall(41 * hour)).lastTextBack, std::optional(at(40 * hour)));
        QVERIFY(history(fourth).textedThisCall);
    }

    void messagesAreStoredOnce()
    {
        const Message hello = incoming(m_conversation, m_account, u"hello"_s, 1);
        const MessageId id = store().addMessage(hello).value();
        const Result<MessageId> again = store().addMessage(hello);
        QCOMPARE(again.error().providerCode, u"duplicate"_s);
        QCOMPARE(toString(again.error().kind), toString(ErrorKind::Storage));
        // Inside a transaction a double is no reason to lose the rest.
        QVERIFY(store().transact([&]() -> Result<void> {
            if (store().addMessage(hello))
                return tl::unexpected(Error());
            return store().setCursor(m_account, CursorKind::Messages, {at(1), QString()});
        }));
        QVERIFY(store().cursor(m_account, CursorKind::Messages)->has_value());
        Message expected = hello;
        expected.id = id;
        QVERIFY(store().message(id).value() == expected);
        QVERIFY(!store().message(MessageId{99}));
    }

    void f50HugeBodiesAreCut();

    void replyLineIsThatOfTheNewestEntry()
    {
        QVERIFY(store().replyLine(m_conversation)->isNull());
        QVERIFY(store().attachCall(newCall(10), m_conversation));
        QCOMPARE(*store().replyLine(m_conversation), ourLine());
        Message other = incoming(m_conversation, m_account, u"hi"_s, 20);
        other.line = caller(77);
        store().addMessage(other).value();
        QCOMPARE(*store().replyLine(m_conversation), caller(77));
        Message unknown = outgoing(m_conversation, m_account, MessageOrigin::Person, u"hi"_s, 25);
        unknown.line = PhoneNumber();
        store().addMessage(unknown).value();
        QCOMPARE(*store().replyLine(m_conversation), caller(77));
        QVERIFY(store().attachCall(newCall(30), m_conversation));
        QCOMPARE(*store().replyLine(m_conversation), ourLine());
    }

private:
    SqlStore &store() { return m_store->store(); }

    CallId newCall(int begin) { return store().upsertLegs(m_account, {rootLeg(u"CA%1"_s.arg(++m_calls), caller(), begin)}).value().at(0); }

    Message stored(MessageOrigin origin, int seconds)
    {
        Message message = outgoing(m_conversation, m_account, origin, u"text %1"_s.arg(seconds), seconds);
        message.id = store().addMessage(message).value();
        return message;
    }

    std::optional<OutboxId> enqueue(CallId call, OutboxPurpose purpose, int seconds, Millis span = coolDown)
    {
        const MessageOrigin origin = purpose == OutboxPurpose::Manual ? MessageOrigin::Person : MessageOrigin::Automatic;
        return store().enqueue(itemFor(stored(origin, seconds), caller(), purpose, call), span).value();
    }

    /// Takes a queued item to a state along an allowed way.
    void bring(OutboxId item, OutboxState state, int seconds)
    {
        const auto go = [&](OutboxState next) { QVERIFY(store().changeItem(item, toState(next))); };
        switch (state) {
        case OutboxState::Queued:
            return;
        case OutboxState::Held:
        case OutboxState::Skipped:
            return go(state);
        case OutboxState::Inflight:
        case OutboxState::Accepted:
        case OutboxState::Failed:
        case OutboxState::Unknown:
        case OutboxState::Unconfirmed:
            break;
        }
        QVERIFY(store().beginAttempt(item, at(seconds)));
        if (state == OutboxState::Unconfirmed)
            go(OutboxState::Unknown);
        if (state != OutboxState::Inflight)
            go(state);
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    AccountId m_account;
    ConversationId m_conversation;
    int m_calls = 0;
};

void TestOutboxRepository::f50HugeBodiesAreCut()
{
    Message huge = incoming(m_conversation, m_account, QString(65535, u'x') + u"\U0001F697\U0001F697"_s, 1);
    const QString body = store().message(store().addMessage(huge).value())->body;
    QCOMPARE(body, QString(65535, u'x') + u"\n[\u2026]"_s);
    Message large = incoming(m_conversation, m_account, QString(65536, u'y'), 2);
    QCOMPARE(store().message(store().addMessage(large).value())->body, large.body);
}

QTEST_GUILESS_MAIN(TestOutboxRepository)
#include "tst_outboxrepository.moc"
