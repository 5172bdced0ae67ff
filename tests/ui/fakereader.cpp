// SPDX-License-Identifier: MIT
#include "ui/fakereader.h"

#include <algorithm>

namespace textback::test {

using namespace Qt::StringLiterals;

namespace {

bool newestFirst(const ConversationSummary &one, const ConversationSummary &other)
{
    return one.lastActivity != other.lastActivity ? one.lastActivity > other.lastActivity : one.id > other.id;
}

bool oldestFirst(const ThreadEntry &one, const ThreadEntry &other)
{
    return one.place() < other.place();
}

} // namespace

bool FakeReader::fails()
{
    ++reads;
    if (failures == 0)
        return false;
    --failures;
    return true;
}

Result<std::vector<ConversationSummary>> FakeReader::conversations(ConversationFilter filter, std::optional<ConversationKey> after,
                                                                   int limit)
{
    if (fails())
        return tl::unexpected(Error{ErrorKind::Storage, u"locked"_s, {}, 0, {}});
    std::vector<ConversationSummary> rows;
    for (const auto &[id, row] : m_rows) {
        const bool wanted = (filter == ConversationFilter::All && row.lastActivity > UtcTime()) ||
                            (filter == ConversationFilter::Unread && row.unread > 0) ||
                            (filter == ConversationFilter::NeedsReply && row.needsReply) ||
                            (filter == ConversationFilter::Snoozed && row.snoozedUntil) || (filter == ConversationFilter::Done && row.done);
        const bool below =
            !after || row.lastActivity < after->lastActivity || (row.lastActivity == after->lastActivity && row.id < after->id);
        if (wanted && below)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), newestFirst);
    if (rows.size() > size_t(limit))
        rows.resize(size_t(limit));
    return rows;
}

Result<std::optional<ConversationSummary>> FakeReader::conversation(ConversationId id)
{
    if (fails())
        return tl::unexpected(Error{ErrorKind::Storage, u"locked"_s, {}, 0, {}});
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? std::nullopt : std::optional(found->second);
}

Result<InboxCounts> FakeReader::counts()
{
    InboxCounts counts;
    for (const auto &[id, row] : m_rows) {
        counts.all += 1;
        counts.unread += row.unread > 0 ? 1 : 0;
        counts.needsReply += row.needsReply ? 1 : 0;
        counts.snoozed += row.snoozedUntil ? 1 : 0;
        counts.done += row.done ? 1 : 0;
    }
    return counts;
}

Result<std::vector<ThreadEntry>> FakeReader::thread(ConversationId id, std::optional<ThreadKey> before, int limit)
{
    if (fails())
        return tl::unexpected(Error{ErrorKind::Storage, u"locked"_s, {}, 0, {}});
    std::vector<ThreadEntry> entries = m_threads[id];
    if (before) {
        entries.erase(std::remove_if(entries.begin(), entries.end(),
                                     [&](const ThreadEntry &entry) {
                                         return entry.at > before->at || (entry.at == before->at && entry.key() >= before->key);
                                     }),
                      entries.end());
    }
    if (entries.size() > size_t(limit))
        entries.erase(entries.begin(), entries.end() - limit);
    return entries;
}

Result<std::vector<ThreadEntry>> FakeReader::threadFrom(ConversationId id, const ThreadKey &from, int limit)
{
    if (fails())
        return tl::unexpected(Error{ErrorKind::Storage, u"locked"_s, {}, 0, {}});
    std::vector<ThreadEntry> page;
    for (const ThreadEntry &entry : m_threads[id]) {
        if (std::ssize(page) < limit && (entry.at > from.at || (entry.at == from.at && entry.key() >= from.key)))
            page.push_back(entry);
    }
    return page;
}

Result<std::vector<LateCall>> FakeReader::lateCalls(UtcTime from, UtcTime until, int)
{
    return lateAt >= from && lateAt <= until ? late : std::vector<LateCall>();
}

Result<std::vector<ConversationSummary>> FakeReader::search(const QString &text, int limit)
{
    auto rows = *conversations(ConversationFilter::All, std::nullopt, limit);
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](const ConversationSummary &row) {
                                  return !row.contactName.contains(text, Qt::CaseInsensitive) && !row.address.contains(text) &&
                                         !row.preview.contains(text, Qt::CaseInsensitive);
                              }),
               rows.end());
    return rows;
}

void FakeReader::put(const ConversationSummary &summary)
{
    m_rows[summary.id] = summary;
}

void FakeReader::putEntry(ConversationId id, const ThreadEntry &entry)
{
    removeEntry(id, entry.key());
    auto &entries = m_threads[id];
    entries.insert(std::upper_bound(entries.begin(), entries.end(), entry, oldestFirst), entry);
}

void FakeReader::removeEntry(ConversationId id, const QString &key)
{
    auto &entries = m_threads[id];
    entries.erase(std::remove_if(entries.begin(), entries.end(), [&](const ThreadEntry &entry) { return entry.key() == key; }),
                  entries.end());
}

UtcTime minutesAgo(double minutes)
{
    return fromUnixMillis(1795446000000) - Millis(qint64(minutes * 60000));
}

ConversationSummary makeSummary(int id, const QString &name, const QString &e164, double minutesBefore)
{
    ConversationSummary row;
    row.id = ConversationId{id};
    row.contactName = name;
    row.address = e164;
    row.number = PhoneNumber::fromStored(e164).value_or(PhoneNumber());
    row.lastActivity = minutesAgo(minutesBefore);
    return row;
}

ThreadEntry makeMessage(int id, ConversationId conversation, MessageOrigin origin, const QString &body, double minutesBefore,
                        DeliveryStatus status)
{
    MessageBubble bubble;
    bubble.message.id = MessageId{id};
    bubble.message.conversation = conversation;
    bubble.message.origin = origin;
    bubble.message.direction = origin == MessageOrigin::Customer ? MessageDirection::Incoming : MessageDirection::Outgoing;
    bubble.message.body = body;
    bubble.message.status = status;
    bubble.message.at = minutesAgo(minutesBefore);
    if (origin == MessageOrigin::Automatic)
        bubble.message.rule = SendRule::Open;
    if (origin == MessageOrigin::Automatic || origin == MessageOrigin::Person)
        bubble.outbox = OutboxState::Accepted;
    return {bubble.message.at, bubble};
}

ThreadEntry makeNote(int id, const QString &body, double minutesBefore)
{
    return {minutesAgo(minutesBefore), ThreadNote{NoteId{id}, minutesAgo(minutesBefore), body}};
}

ThreadEntry makeMissedCall(int id, double minutesBefore, std::optional<DecisionReason> skipped, std::optional<Millis> textedAfter)
{
    CallCard card;
    card.id = CallId{id};
    card.missed = true;
    card.disposition = Disposition::NoAnswer;
    card.at = minutesAgo(minutesBefore) - std::chrono::seconds(22);
    card.endedAt = minutesAgo(minutesBefore);
    card.rang = std::chrono::seconds(22);
    card.textedAfter = textedAfter;
    if (skipped) {
        card.decision = Decision::skip(*skipped);
        card.decision->decidedAt = card.endedAt;
        card.decision->ruleVersion = u"4f2a9c"_s;
    }
    return {card.at, card};
}

ConversationId fillSample(FakeReader &reader)
{
    const ConversationId maria{1};
    auto row = makeSummary(1, u"Maria Garcia"_s, u"+13135550131"_s, 2);
    row.previewKind = PreviewKind::Customer;
    row.preview = u"Yes please, tomorrow at 10 works for me"_s;
    row.unread = 2;
    row.needsReply = true;
    row.missedCall = MissedCallOutcome{CallId{1}, minutesAgo(20), std::nullopt, OutboxState::Accepted, std::nullopt, Millis(6000)};
    reader.put(row);

    row = makeSummary(2, {}, u"+13135550177"_s, 24);
    row.previewKind = PreviewKind::MissedCall;
    row.unread = 1;
    row.needsReply = true;
    row.missedCall = MissedCallOutcome{CallId{2}, minutesAgo(24), DecisionReason::Landline, std::nullopt, std::nullopt, std::nullopt};
    reader.put(row);

    row = makeSummary(3, u"Dmitri Kovalenko"_s, u"+13135550142"_s, 96);
    row.previewKind = PreviewKind::MissedCall;
    row.needsReply = true;
    row.missedCall = MissedCallOutcome{CallId{3}, minutesAgo(96), std::nullopt, OutboxState::Unconfirmed, std::nullopt, std::nullopt};
    reader.put(row);

    row = makeSummary(4, u"Sofía López"_s, u"+13135550150"_s, 191);
    row.previewKind = PreviewKind::Person;
    row.preview = u"The estimate is $480, see you Friday"_s;
    reader.put(row);

    row = makeSummary(5, u"Jordan Tran"_s, u"+13135550163"_s, 22 * 60);
    row.previewKind = PreviewKind::Customer;
    row.preview = u"Thanks! I'll use the booking link"_s;
    row.missedCall = MissedCallOutcome{CallId{5}, minutesAgo(22 * 60), std::nullopt, OutboxState::Accepted, std::nullopt, Millis(4000)};
    reader.put(row);

    row = makeSummary(6, u"R. Banerjee & Sons Refrigeration"_s, u"+13135550119"_s, 25 * 60);
    row.previewKind = PreviewKind::Customer;
    row.preview = u"STOP"_s;
    row.optedOut = true;
    reader.put(row);

    row = makeSummary(7, {}, u"withheld"_s, 4 * 24 * 60);
    row.previewKind = PreviewKind::MissedCall;
    row.missedCall = MissedCallOutcome{CallId{7}, minutesAgo(4 * 24 * 60), DecisionReason::Withheld, {}, {}, {}};
    reader.put(row);

    row = makeSummary(8, {}, u"+13135550188"_s, 0.05);
    row.previewKind = PreviewKind::MissedCall;
    row.needsReply = true;
    row.unread = 1;
    row.missedCall = MissedCallOutcome{CallId{8}, minutesAgo(0.05), {}, OutboxState::Queued, minutesAgo(-0.07), {}};
    reader.put(row);

    reader.putEntry(maria, makeMissedCall(1, 20, std::nullopt, Millis(6000)));
    reader.putEntry(maria, makeMessage(1, maria, MessageOrigin::Automatic,
                                       u"Hi, this is Bright Air Cooling. Sorry we missed your call! Reply here and we will help, or book: "
                                       "https://brightair.example/book Reply STOP to opt out"_s,
                                       19.8, DeliveryStatus::Delivered));
    reader.putEntry(
        maria, makeMessage(2, maria, MessageOrigin::Customer, u"Hi! My AC stopped cooling last night. Can someone come this week?"_s, 15));
    reader.putEntry(maria, makeMessage(3, maria, MessageOrigin::Customer, u"It is on the roof"_s, 14.7));
    reader.putEntry(maria, makeMessage(4, maria, MessageOrigin::Person, u"We can be there tomorrow at 10. Does that work?"_s, 13,
                                       DeliveryStatus::Delivered));
    ThreadEntry fresh = makeMessage(5, maria, MessageOrigin::Customer, u"Yes please, tomorrow at 10 works for me"_s, 2);
    std::get<MessageBubble>(fresh.content).message.read = false;
    reader.putEntry(maria, fresh);
    fresh = makeMessage(6, maria, MessageOrigin::Customer, u"👍"_s, 1.9);
    std::get<MessageBubble>(fresh.content).message.read = false;
    reader.putEntry(maria, fresh);

    // Every state of a sending in one thread.
    const ConversationId dmitri{3};
    reader.putEntry(dmitri, makeMissedCall(30, 26 * 60, DecisionReason::CoolDown, std::nullopt));
    reader.putEntry(dmitri, makeMissedCall(31, 100, DecisionReason::Landline, std::nullopt));
    ThreadEntry bubble =
        makeMessage(31, dmitri, MessageOrigin::Automatic, u"Sorry we missed your call! How can we help?"_s, 96, DeliveryStatus::Unknown);
    std::get<MessageBubble>(bubble.content).outbox = OutboxState::Unconfirmed;
    reader.putEntry(dmitri, bubble);
    bubble = makeMessage(32, dmitri, MessageOrigin::Person, u"Are you still there?"_s, 60, DeliveryStatus::Undelivered);
    std::get<MessageBubble>(bubble.content).message.errorCode = u"30003"_s;
    reader.putEntry(dmitri, bubble);
    bubble = makeMessage(33, dmitri, MessageOrigin::Automatic, u"Sorry we missed you again."_s, 30, DeliveryStatus::Cancelled);
    std::get<MessageBubble>(bubble.content).outbox = OutboxState::Skipped;
    std::get<MessageBubble>(bubble.content).skipped = DecisionReason::CancelledByOwner;
    reader.putEntry(dmitri, bubble);
    bubble = makeMessage(34, dmitri, MessageOrigin::Person, u"Please call us when you can."_s, 0.7, DeliveryStatus::Unknown);
    std::get<MessageBubble>(bubble.content).outbox = OutboxState::Unknown;
    std::get<MessageBubble>(bubble.content).attemptEnded = minutesAgo(0.63);
    reader.putEntry(dmitri, bubble);
    bubble = makeMessage(35, dmitri, MessageOrigin::Automatic, u"Hi, this is Bright Air Cooling. Sorry we missed your call!"_s, 0.02,
                         DeliveryStatus::Queued);
    std::get<MessageBubble>(bubble.content).outbox = OutboxState::Queued;
    std::get<MessageBubble>(bubble.content).notBefore = minutesAgo(-0.07);
    reader.putEntry(dmitri, bubble);
    CallCard answered;
    answered.id = CallId{32};
    answered.at = minutesAgo(50);
    answered.endedAt = minutesAgo(48);
    answered.talked = std::chrono::seconds(94);
    reader.putEntry(dmitri, {answered.at, answered});
    CallCard outgoing = answered;
    outgoing.id = CallId{33};
    outgoing.direction = CallDirection::Outbound;
    outgoing.at = minutesAgo(45);
    outgoing.talked = Millis(0);
    reader.putEntry(dmitri, {outgoing.at, outgoing});
    return maria;
}

} // namespace textback::test
