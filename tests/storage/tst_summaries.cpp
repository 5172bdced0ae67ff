// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

/// One summary in words, to be compared and read.
QString inWords(const ConversationSummary &summary)
{
    QString missed;
    if (summary.missedCall) {
        const MissedCallOutcome &outcome = *summary.missedCall;
        missed =
            u"call %1 ended %2 reason %3 outbox %4 notBefore %5 after %6"_s.arg(outcome.call.value)
                .arg(toUnixMillis(outcome.endedAt))
                .arg(outcome.notTexted ? toString(*outcome.notTexted) : QString(), outcome.outbox ? toString(*outcome.outbox) : QString())
                .arg(outcome.notBefore ? toUnixMillis(*outcome.notBefore) : -1)
                .arg(outcome.textedAfter ? outcome.textedAfter->count() : -1);
    }
    return u"preview %1 '%2' activity %3 unread %4 needsReply %5 optedOut %6 missed [%7]"_s.arg(int(summary.previewKind))
        .arg(summary.preview)
        .arg(toUnixMillis(summary.lastActivity))
        .arg(summary.unread)
        .arg(summary.needsReply)
        .arg(summary.optedOut)
        .arg(missed);
}

bool isAccepted(DeliveryStatus status)
{
    return status == DeliveryStatus::Sent || status == DeliveryStatus::Delivered || status == DeliveryStatus::Received;
}

/// The summary by its definition, from everything that the thread shows.
ConversationSummary byDefinition(const std::vector<ThreadEntry> &thread, ConversationSummary known)
{
    known.previewKind = PreviewKind::None;
    known.preview.clear();
    known.lastActivity = UtcTime();
    known.needsReply = false;
    known.missedCall.reset();
    bool lastWordIsMessage = false;
    UtcTime lastWordAt{};
    std::optional<UtcTime> unconfirmedAt;
    qint64 newestUnconfirmed = 0;
    for (const ThreadEntry &entry : thread) { // oldest first
        if (const CallCard *card = std::get_if<CallCard>(&entry.content)) {
            known.lastActivity = std::max(known.lastActivity, card->at);
            const bool inbound = card->direction != CallDirection::Outbound;
            const bool answered = !card->open && !card->missed && card->disposition == Disposition::Answered;
            if (!inbound)
                known.previewKind = PreviewKind::OutgoingCall;
            else if (card->missed)
                known.previewKind = PreviewKind::MissedCall;
            else if (answered)
                known.previewKind = PreviewKind::AnsweredCall;
            if (card->missed || answered) {
                known.needsReply = card->missed;
                lastWordIsMessage = false;
                lastWordAt = card->at;
            }
            if (card->missed) {
                MissedCallOutcome outcome;
                outcome.call = card->id;
                outcome.endedAt = card->endedAt;
                if (card->decision && card->decision->verdict == Verdict::Skip)
                    outcome.notTexted = card->decision->reason;
                known.missedCall = outcome;
            }
            continue;
        }
        const MessageBubble &bubble = std::get<MessageBubble>(entry.content);
        const Message &message = bubble.message;
        if (message.status != DeliveryStatus::Cancelled) {
            known.lastActivity = std::max(known.lastActivity, message.at);
            known.preview = message.body.left(160);
            switch (message.origin) {
            case MessageOrigin::Customer:
                known.previewKind = PreviewKind::Customer;
                break;
            case MessageOrigin::Automatic:
                known.previewKind = PreviewKind::Automatic;
                break;
            case MessageOrigin::Person:
                known.previewKind = PreviewKind::Person;
                break;
            case MessageOrigin::Elsewhere:
                known.previewKind = PreviewKind::Elsewhere;
                break;
            }
        }
        const bool onItsWay = message.status == DeliveryStatus::Queued || message.status == DeliveryStatus::Sending;
        if (isAccepted(message.status) || (message.origin != MessageOrigin::Automatic && onItsWay)) {
            known.needsReply = message.direction == MessageDirection::Incoming;
            lastWordIsMessage = true;
            lastWordAt = message.at;
        }
        if (bubble.outbox == OutboxState::Unconfirmed && message.id.value > newestUnconfirmed) {
            newestUnconfirmed = message.id.value;
            unconfirmedAt = message.at;
        }
    }
    if (known.needsReply && lastWordIsMessage && known.optedOut)
        known.needsReply = false;
    if (unconfirmedAt && *unconfirmedAt >= lastWordAt)
        known.needsReply = true;
    // The text of the newest missed call.
    for (const ThreadEntry &entry : thread) {
        const MessageBubble *bubble = std::get_if<MessageBubble>(&entry.content);
        if (!bubble || !bubble->outbox || !known.missedCall || bubble->message.call != known.missedCall->call)
            continue;
        known.missedCall->outbox = bubble->outbox;
        if (bubble->outbox == OutboxState::Queued || bubble->outbox == OutboxState::Held)
            known.missedCall->notBefore = bubble->notBefore;
        if (bubble->outbox == OutboxState::Accepted)
            known.missedCall->textedAfter = Millis(4000);
    }
    return known;
}

} // namespace

/// The row of the conversation list says the truth after every change.
class TestSummaries : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_store = std::make_unique<TemporaryStore>(*m_time);
        m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
        m_conversation = store().ensureConversation(party(caller())).value();
        m_reader = m_store->reader();
        m_calls = 0;
        m_now = 0;
        m_unread.clear();
        m_items.clear();
        m_messages.clear();
        m_callIds.clear();
    }

    void randomHistories_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    /// Against the definition, from the whole history, after each of some hundred random changes.
    void randomHistories()
    {
        QFETCH(quint32, seed);
        SeededRandom random(seed);
        std::vector<ConversationId> conversations;
        for (int last = 1; last <= 3; ++last)
            conversations.push_back(store().ensureConversation(party(caller(last))).value());
        for (int step = 0; step < 120; ++step) {
            m_now += int(random.below(4)); // often the same second
            const int which = int(random.below(3));
            change(random, conversations[size_t(which)], caller(which + 1));
            if (QTest::currentTestFailed())
                return;
            for (const ConversationId conversation : conversations) {
                const ConversationSummary stored = store().conversation(conversation)->value();
                ConversationSummary expected = byDefinition(m_reader->thread(conversation, std::nullopt, 10000).value(), stored);
                expected.unread = m_unread[conversation];
                QCOMPARE(inWords(stored), inWords(expected));
                QCOMPARE(inWords(m_reader->conversation(conversation)->value()), inWords(expected));
            }
            compareCounts();
            if (QTest::currentTestFailed())
                return;
        }
    }

    void badges_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<bool>("needsReply");
        const auto row = [](const char *name, const char *story, bool needsReply) {
            QTest::newRow(name) << QString::fromLatin1(story) << needsReply;
        };
        row("nothing yet", "", false);
        row("their word", "in", true);
        row("our answer", "in person", false);
        row("somebody answered on the phone app", "in elsewhere", false);
        row("their word again", "in person in", true);
        row("our answer failed", "in person-failed", true);
        row("missed", "missed", true);
        row("missed, text on its way", "missed auto", true);
        row("missed, texted", "missed auto-accepted", false);
        row("missed, texted, not delivered", "missed auto-undelivered", true);
        row("missed, text not confirmed", "missed auto-unconfirmed", true);
        row("missed, text dropped", "missed auto-skipped", true);
        row("missed, called back", "missed called", false);
        row("missed, called back in vain", "missed called-in-vain", true);
        row("missed, then they got through", "missed answered", false);
        row("answered, then missed", "answered missed", true);
        row("hung up at once", "early", false);
        row("an answer that nobody can confirm", "person-unconfirmed", true);
        row("not confirmed, then our word", "person-unconfirmed person", false);
        row("they said STOP", "in stop", false);
        row("they said STOP, then called", "in stop missed", true);
    }

    void badges()
    {
        QFETCH(QString, story);
        CallId missed;
        for (const QString &word : story.split(u' ', Qt::SkipEmptyParts)) {
            m_now += 60;
            const QString state = word.section(u'-', 1);
            if (word == u"in"_s) {
                store().addMessage(incoming(m_conversation, m_account, word, m_now)).value();
            } else if (word == u"stop"_s) {
                store().addMessage(incoming(m_conversation, m_account, word, m_now)).value();
                QVERIFY(store().consent().recordConsent({caller(), true, at(m_now), u"text"_s, u"STOP"_s}));
            } else if (word == u"elsewhere"_s) {
                Message message = outgoing(m_conversation, m_account, MessageOrigin::Elsewhere, word, m_now);
                message.status = DeliveryStatus::Sent;
                store().addMessage(message).value();
            } else if (word.startsWith(u"person"_s)) {
                send(m_conversation, caller(), MessageOrigin::Person, CallId(), state);
            } else if (word.startsWith(u"auto"_s)) {
                send(m_conversation, caller(), MessageOrigin::Automatic, missed, state);
            } else {
                const CallId call = addCall(m_conversation, caller(), word);
                missed = word == u"missed"_s ? call : missed;
            }
        }
        QTEST(store().conversation(m_conversation)->value().needsReply, "needsReply");
    }

    void readIsRead()
    {
        store().addMessage(incoming(m_conversation, m_account, u"one"_s, 1)).value();
        store().addMessage(incoming(m_conversation, m_account, u"two"_s, 2)).value();
        const CallId call = addCall(m_conversation, caller(), u"missed"_s);
        QCOMPARE(store().conversation(m_conversation)->value().unread, 3);
        QCOMPARE(m_reader->counts()->unread, 1);
        QVERIFY(store().inbox().markRead(m_conversation));
        QCOMPARE(store().conversation(m_conversation)->value().unread, 0);
        QCOMPARE(m_reader->counts()->unread, 0);
        QVERIFY(store().messageByProviderId(m_account, u"SM-in-1-1"_s)->value().read);
        // The same call judged once more is not new; a further message is.
        QVERIFY(store().recordVerdict(call, missedVerdict(30)));
        QCOMPARE(store().conversation(m_conversation)->value().unread, 0);
        store().addMessage(incoming(m_conversation, m_account, u"three"_s, 3)).value();
        QCOMPARE(store().conversation(m_conversation)->value().unread, 1);
    }

    void aCallMayFindItsConversationLater()
    {
        const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 5)})->at(0);
        QVERIFY(store().recordVerdict(call, missedVerdict(30)));
        QVERIFY(store().recordDecision(call, Decision::skip(DecisionReason::Landline)));
        QVERIFY(store().attachCall(call, m_conversation));
        ConversationSummary summary = store().conversation(m_conversation)->value();
        QCOMPARE(summary.unread, 1);
        QVERIFY(summary.missedCall->notTexted == DecisionReason::Landline);
        const ConversationId other = store().ensureConversation(party(caller(9))).value();
        QVERIFY(store().attachCall(call, other));
        QCOMPARE(store().conversation(m_conversation)->value().unread, 0);
        QVERIFY(!store().conversation(m_conversation)->value().missedCall);
        QCOMPARE(store().conversation(other)->value().unread, 1);
    }

    void oldMissedCallsAreNoNews()
    {
        addCall(m_conversation, caller(), u"missed"_s);
        QVERIFY(store().conversation(m_conversation)->value().missedCall);
        m_time->advance(std::chrono::hours(24 * 7 - 1));
        QVERIFY(m_reader->conversation(m_conversation)->value().missedCall);
        m_time->advance(std::chrono::hours(1) + std::chrono::minutes(1));
        QVERIFY(!m_reader->conversation(m_conversation)->value().missedCall);
        QVERIFY(!store().conversation(m_conversation)->value().missedCall);
    }

    void consentShows()
    {
        QVERIFY(store().consent().recordConsent({caller(), true, at(1), u"manual"_s, QString()}));
        QVERIFY(store().conversation(m_conversation)->value().optedOut);
        QVERIFY(store().consent().recordConsent({caller(9), true, at(1), u"manual"_s, QString()}));
        const ConversationId later = store().ensureConversation(party(caller(9))).value();
        QVERIFY(store().conversation(later)->value().optedOut);
        QVERIFY(store().consent().recordConsent({caller(), false, at(2), u"text"_s, u"START"_s}));
        QVERIFY(!store().conversation(m_conversation)->value().optedOut);
    }

    void longTextsAreCutForThePreview()
    {
        store().addMessage(incoming(m_conversation, m_account, QString(159, u'a') + u"\U0001F697 and more"_s, 1)).value();
        QCOMPARE(store().conversation(m_conversation)->value().preview, QString(159, u'a'));
        store().addMessage(incoming(m_conversation, m_account, u"two\nlines"_s, 2)).value();
        QCOMPARE(store().conversation(m_conversation)->value().preview, u"two\nlines"_s);
    }

private:
    SqlStore &store() { return m_store->store(); }

    /// "missed", "answered", "early" from the party; "called", "called-in-vain" to it; "open" still rings.
    CallId addCall(ConversationId conversation, const PhoneNumber &who, const QString &kind)
    {
        const QString id = u"CA%1"_s.arg(++m_calls);
        CallLeg root = rootLeg(id, who, m_now, kind == u"open"_s ? LegStatus::Ringing : LegStatus::Completed);
        const bool outbound = kind.startsWith(u"called"_s);
        if (outbound) {
            root.direction = CallDirection::Outbound;
            std::swap(root.from, root.to);
            root.status = kind == u"called"_s ? LegStatus::Completed : LegStatus::NoAnswer;
        }
        const CallId call = store().upsertLegs(m_account, {root}).value().at(0);
        judge(call, kind);
        if (!store().attachCall(call, conversation))
            qFatal("attach");
        return call;
    }

    void judge(CallId call, const QString &kind)
    {
        CallVerdict verdict = missedVerdict(m_now + 25);
        verdict.open = kind == u"open"_s;
        if (kind == u"answered"_s || kind == u"called"_s)
            verdict = answeredVerdict(m_now + 25);
        if (kind.startsWith(u"called"_s))
            verdict.notMissedBecause.reset();
        if (kind == u"called-in-vain"_s) {
            verdict.missed = false;
            verdict.disposition = Disposition::NoAnswer;
        }
        if (kind == u"early"_s) {
            verdict.missed = false;
            verdict.disposition = Disposition::Abandoned;
            verdict.notMissedBecause = DecisionReason::HungUpEarly;
        }
        if (!store().recordVerdict(call, verdict))
            qFatal("verdict");
    }

    /// A message of ours that got as far as `state`.
    void send(ConversationId conversation, const PhoneNumber &to, MessageOrigin origin, CallId call, const QString &state)
    {
        Message message = outgoing(conversation, m_account, origin, u"ours"_s, m_now);
        message.call = call;
        message.id = store().addMessage(message).value();
        const OutboxPurpose purpose = origin == MessageOrigin::Automatic ? OutboxPurpose::TextBack : OutboxPurpose::Manual;
        const OutboxId item = store().enqueue(itemFor(message, to, purpose, call), Millis(0)).value().value();
        if (state.isEmpty())
            return;
        if (state == u"skipped"_s) {
            QVERIFY(store().changeItem(item, toState(OutboxState::Skipped)));
            return;
        }
        QVERIFY(store().beginAttempt(item, at(m_now)));
        if (state == u"failed"_s) {
            QVERIFY(store().changeItem(item, toState(OutboxState::Failed)));
        } else if (state == u"unconfirmed"_s) {
            QVERIFY(store().changeItem(item, toState(OutboxState::Unknown)));
            QVERIFY(store().changeItem(item, toState(OutboxState::Unconfirmed)));
        } else {
            QVERIFY(store().changeItem(item, accepted(u"SM-out-%1"_s.arg(item.value))));
            if (state == u"undelivered"_s)
                QVERIFY(*store().reportDelivery(message.id, {DeliveryStatus::Undelivered, u"30006"_s}));
        }
    }

    /// One random change of the store, with what it does to the unread count.
    void change(SeededRandom &random, ConversationId conversation, const PhoneNumber &who)
    {
        switch (random.below(10)) {
        case 0: {
            static const QStringList kinds{u"missed"_s, u"missed"_s,         u"answered"_s, u"early"_s,
                                           u"called"_s, u"called-in-vain"_s, u"open"_s};
            const QString kind = kinds[qsizetype(random.below(quint32(kinds.size())))];
            const CallId call = addCall(conversation, who, kind);
            m_callIds.push_back({call, conversation, kind == u"missed"_s, false});
            m_unread[conversation] += kind == u"missed"_s;
            break;
        }
        case 1: {
            const Message message = incoming(conversation, m_account, u"theirs %1"_s.arg(m_now), m_now);
            if (store().addMessage(message))
                ++m_unread[conversation];
            break;
        }
        case 2:
        case 3: {
            const bool automatic = random.below(2) == 0 && !m_callIds.empty();
            Message message = outgoing(conversation, m_account, automatic ? MessageOrigin::Automatic : MessageOrigin::Person,
                                       u"ours %1"_s.arg(m_now), m_now);
            OutboxPurpose purpose = OutboxPurpose::Manual;
            CallId call;
            if (automatic) {
                const Known &known = m_callIds[random.below(quint32(m_callIds.size()))];
                if (known.conversation != conversation)
                    break;
                call = known.call;
                purpose = OutboxPurpose::TextBack;
            }
            message.call = call;
            message.id = store().addMessage(message).value();
            const std::optional<OutboxId> item = store().enqueue(itemFor(message, who, purpose, call), Millis(0)).value();
            if (item)
                m_items.push_back(*item);
            else if (!store().changeItem(OutboxId{1}, OutboxChange())) // a second text for the call: leave it as a mere message
                break;
            m_messages.push_back(message.id);
            break;
        }
        case 4:
        case 5: {
            if (m_items.empty())
                break;
            const OutboxId item = m_items[random.below(quint32(m_items.size()))];
            const OutboxState state = store().outboxItem(item)->state;
            const OutboxState next = OutboxState(random.below(8));
            if (next == OutboxState::Inflight && mayMove(state, next))
                QVERIFY(store().beginAttempt(item, at(m_now)));
            else if (next == OutboxState::Accepted && mayMove(state, next))
                QVERIFY(store().changeItem(item, accepted(u"SM-out-%1"_s.arg(item.value))));
            else if (mayMove(state, next))
                QVERIFY(store().changeItem(item, toState(next)));
            break;
        }
        case 6: {
            if (m_messages.empty())
                break;
            const MessageId message = m_messages[random.below(quint32(m_messages.size()))];
            static const DeliveryStatus words[] = {DeliveryStatus::Sent, DeliveryStatus::Delivered, DeliveryStatus::Undelivered,
                                                   DeliveryStatus::Failed};
            QVERIFY(store().reportDelivery(message, {words[random.below(4)]}));
            break;
        }
        case 7: {
            if (random.below(3) != 0)
                break;
            QVERIFY(store().inbox().markRead(conversation));
            m_unread[conversation] = 0;
            for (Known &known : m_callIds)
                known.seen = known.seen || (known.conversation == conversation && known.missed);
            break;
        }
        case 8:
            QVERIFY(store().consent().recordConsent({who, random.below(2) == 0, at(m_now), u"text"_s, QString()}));
            break;
        case 9: {
            if (m_callIds.empty())
                break;
            Known &known = m_callIds[random.below(quint32(m_callIds.size()))];
            if (random.below(2) == 0) {
                QVERIFY(store().recordDecision(known.call, Decision::skip(DecisionReason::CoolDown)));
                break;
            }
            if (store().call(known.call)->root.direction == CallDirection::Outbound)
                break;
            const bool missed = random.below(2) == 0;
            judge(known.call, missed ? u"missed"_s : u"answered"_s);
            m_unread[known.conversation] += known.seen ? 0 : int(missed) - int(known.missed);
            known.missed = missed;
            break;
        }
        default:
            break;
        }
    }

    void compareCounts()
    {
        InboxCounts expected;
        for (const OutboxState state : {OutboxState::Queued, OutboxState::Held})
            expected.waiting += int(store().itemsIn(m_account, state)->size());
        const std::vector<ConversationSummary> rows = m_reader->conversations(ConversationFilter::All, std::nullopt, 1000).value();
        for (const ConversationSummary &summary : rows) {
            ++expected.all;
            expected.needsReply += summary.needsReply;
            expected.unread += summary.unread > 0;
        }
        QVERIFY(m_reader->counts().value() == expected);
        QCOMPARE(int(m_reader->conversations(ConversationFilter::NeedsReply, std::nullopt, 1000)->size()), expected.needsReply);
        QCOMPARE(int(m_reader->conversations(ConversationFilter::Unread, std::nullopt, 1000)->size()), expected.unread);
    }

    struct Known {
        CallId call;
        ConversationId conversation;
        bool missed = false;
        bool seen = false;
    };

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlConversationReader> m_reader;
    AccountId m_account;
    ConversationId m_conversation;
    int m_calls = 0;
    int m_now = 0;
    std::map<ConversationId, int> m_unread;
    std::vector<Known> m_callIds;
    std::vector<OutboxId> m_items;
    std::vector<MessageId> m_messages;
};

QTEST_GUILESS_MAIN(TestSummaries)
#include "tst_summaries.moc"
