// SPDX-License-Identifier: MIT
#include "storage/outboxrepository.h"

#include "domain/smssegments.h"
#include "domain/templates/optouthint.h"
#include "storage/conversationrepository.h"
#include "storage/erasedtraces.h"
#include "storage/messagerepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr qint64 noCall = -1; // no row has it

QString itemColumns()
{
    return u"id, message, conversation, account, call, purpose, from_number, to_number, body, state, why, detail, attempt, resent, "
           "queued_at, not_before, deadline, inflight_at, ended_at, unknown_cause, looks, provider_message_id, rule_version, after_call_end, role_token, send_now"_s;
}

OutboxItem itemOf(const SqlStatement &row)
{
    OutboxItem item;
    item.id = row.id<OutboxId>(0);
    item.message = row.id<MessageId>(1);
    item.conversation = row.id<ConversationId>(2);
    item.account = row.id<AccountId>(3);
    item.call = row.id<CallId>(4);
    item.purpose = row.named(5, outboxPurposeFromString).value_or(OutboxPurpose::Manual);
    item.from = row.phone(6);
    item.to = row.phone(7);
    item.body = row.text(8);
    item.state = row.named(9, outboxStateFromString).value_or(OutboxState::Unconfirmed);
    item.why = row.named(10, decisionReasonFromString);
    item.detail = row.text(11);
    item.attempt = row.number(12);
    item.resent = row.flag(13);
    item.queuedAt = row.time(14);
    item.notBefore = row.time(15);
    item.deadline = row.optionalTime(16);
    item.inflightAt = row.optionalTime(17);
    item.endedAt = row.optionalTime(18);
    item.unknownCause = row.named(19, unknownCauseFromString).value_or(UnknownCause::None);
    item.looks = row.number(20);
    item.providerMessageId = row.text(21);
    item.ruleVersion = row.text(22);
    item.afterCallEnd = row.optionalSpan(23);
    item.roleToken = row.integer(24);
    item.sendNow = row.flag(25);
    return item;
}

std::vector<OutboxItem> all(SqlStatement &find)
{
    std::vector<OutboxItem> items;
    while (find.next())
        items.push_back(itemOf(find));
    return items;
}

/// The message's status that follows from its item's state.
DeliveryStatus deliveryOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
    case OutboxState::Held:
        return DeliveryStatus::Queued;
    case OutboxState::Inflight:
        return DeliveryStatus::Sending;
    case OutboxState::Unknown:
    case OutboxState::Unconfirmed:
        return DeliveryStatus::Unknown;
    case OutboxState::Accepted:
        return DeliveryStatus::Sent;
    case OutboxState::Failed:
        return DeliveryStatus::Failed;
    case OutboxState::Skipped:
        return DeliveryStatus::Cancelled;
    }
    return DeliveryStatus::Unknown;
}

/// Whether the provider has spoken about the message: from then on only its own word moves it.
bool isProvidersWord(DeliveryStatus status)
{
    return status == DeliveryStatus::Sent || status == DeliveryStatus::Delivered || status == DeliveryStatus::Undelivered ||
           status == DeliveryStatus::Failed;
}

/// Whether it tells how to opt out, by our rules and not by a person's chance words.
bool isHinted(const OutboxItem &item)
{
    return item.isAutomatic() && hasOptOutHint(item.body);
}

qint64 slotOf(UtcTime time, Millis coolDown)
{
    return toUnixMillis(time) / coolDown.count();
}

} // namespace

std::optional<OutboxId> OutboxRepository::enqueue(const OutboxItem &item, Millis coolDown)
{
    const bool locked = (item.answersCall() || item.purpose == OutboxPurpose::Review) && coolDown > Millis(0);
    if (locked) {
        // The index below knows one slot; what lies in the slot before can be too near as well.
        const std::optional<LastText> last = lastText(item.to, item.purpose, CallId());
        if (last && item.queuedAt - last->at < coolDown)
            return std::nullopt;
    }
    SqlStatement add(m_db,
                     u"INSERT INTO outbox (id, message, conversation, account, call, purpose, from_number, to_number, body, state, why, "
                     "detail, attempt, resent, queued_at, not_before, deadline, inflight_at, ended_at, unknown_cause, looks, "
                     "provider_message_id, rule_version, after_call_end, cooldown_slot, segments, hinted, role_token) "
                     "VALUES (%1, :message, :conversation, :account, :call, :purpose, :from, :to, :body, :state, :why, "
                     ":detail, :attempt, :resent, :queuedAt, :notBefore, :deadline, :inflightAt, :endedAt, :cause, :looks, "
                     ":providerId, :ruleVersion, :afterCallEnd, :slot, :segments, :hinted, (SELECT token FROM device_role WHERE id = 1)) "
                     "ON CONFLICT DO NOTHING"_s.arg(storage::freshIdOf(u"outbox")));
    add.bind("message"_L1, item.message).bind("conversation"_L1, item.conversation).bind("account"_L1, item.account);
    add.bind("call"_L1, item.call).bind("purpose"_L1, toString(item.purpose)).bind("from"_L1, item.from).bind("to"_L1, item.to);
    add.bind("body"_L1, item.body).bind("state"_L1, toString(item.state));
    add.bindOrNull("why"_L1, item.why ? toString(*item.why) : QString());
    add.bind("detail"_L1, item.detail).bind("attempt"_L1, item.attempt).bind("resent"_L1, item.resent);
    add.bind("queuedAt"_L1, item.queuedAt).bind("notBefore"_L1, item.notBefore).bind("deadline"_L1, item.deadline);
    add.bind("inflightAt"_L1, item.inflightAt).bind("endedAt"_L1, item.endedAt).bind("cause"_L1, toString(item.unknownCause));
    add.bind("looks"_L1, item.looks).bindOrNull("providerId"_L1, item.providerMessageId);
    add.bind("ruleVersion"_L1, item.ruleVersion).bind("afterCallEnd"_L1, item.afterCallEnd);
    add.bind("slot"_L1, locked ? std::optional(slotOf(item.queuedAt, coolDown)) : std::nullopt);
    add.bind("segments"_L1, item.segments()).bind("hinted"_L1, isHinted(item));
    if (!add.exec() || add.changedRows() == 0)
        return std::nullopt;
    const OutboxId made{m_db.lastInsertId()};
    m_conversations.touch(item.conversation);
    return made;
}

std::optional<OutboxItem> OutboxRepository::find(OutboxId id) const
{
    SqlStatement find(m_db, u"SELECT %1 FROM outbox WHERE id = :id"_s.arg(itemColumns()));
    return find.bind("id"_L1, id).next() ? std::optional(itemOf(find)) : std::nullopt;
}

std::optional<OutboxItem> OutboxRepository::findByMessage(MessageId message) const
{
    SqlStatement find(m_db, u"SELECT %1 FROM outbox WHERE message = :message ORDER BY id DESC LIMIT 1"_s.arg(itemColumns()));
    return find.bind("message"_L1, message).next() ? std::optional(itemOf(find)) : std::nullopt;
}

std::vector<OutboxItem> OutboxRepository::due(AccountId account, UtcTime now, int limit) const
{
    SqlStatement find(m_db, u"SELECT %1 FROM outbox WHERE account = :account AND state IN ('queued', 'held') AND not_before <= :now "
                            "ORDER BY not_before, id LIMIT :limit"_s.arg(itemColumns()));
    find.bind("account"_L1, account).bind("now"_L1, now).bind("limit"_L1, limit);
    return all(find);
}

std::optional<UtcTime> OutboxRepository::nextDue(AccountId account) const
{
    SqlStatement find(m_db, u"SELECT not_before FROM outbox WHERE account = :account AND state IN ('queued', 'held') "
                            "ORDER BY not_before LIMIT 1"_s);
    return find.bind("account"_L1, account).next() ? std::optional(find.time(0)) : std::nullopt;
}

std::vector<OutboxItem> OutboxRepository::inState(AccountId account, OutboxState state) const
{
    // The plus keeps SQLite from asking whether a partial index (outbox_unconfirmed) fits this very state: it would compile the statement
    // anew at every call, each poll several times.
    SqlStatement find(m_db, u"SELECT %1 FROM outbox WHERE account = :account AND state = +:state ORDER BY id"_s.arg(itemColumns()));
    find.bind("account"_L1, account).bind("state"_L1, toString(state));
    return all(find);
}

Result<OutboxItem> OutboxRepository::beginAttempt(OutboxId id, UtcTime now, UtcTime told, const QString &inputs)
{
    std::optional<OutboxItem> item = find(id);
    if (!item)
        return storage::refused(u"no such outbox item"_s);
    if (!mayMove(item->state, OutboxState::Inflight))
        return storage::refused(u"an item that is %1 cannot be sent"_s.arg(toString(item->state)));
    item->state = OutboxState::Inflight;
    ++item->attempt;
    item->inflightAt = now;
    item->endedAt.reset();
    item->unknownCause = UnknownCause::None;
    item->looks = 0;
    save(*item);
    appendAttempt(*item, now, inputs);
    OutboxChange change;
    change.state = OutboxState::Inflight;
    if (const Result<void> followed = follow(*item, change, told); !followed)
        return tl::unexpected(followed.error());
    return *std::move(item);
}

Result<void> OutboxRepository::change(OutboxId id, const OutboxChange &change, UtcTime now)
{
    std::optional<OutboxItem> item = find(id);
    if (!item)
        return storage::refused(u"no such outbox item"_s);
    const bool moves = change.state && *change.state != item->state;
    if (moves && !mayMove(item->state, *change.state))
        return storage::refused(u"an item that is %1 cannot become %2"_s.arg(toString(item->state), toString(*change.state)));
    if (moves && *change.state == OutboxState::Inflight)
        return storage::refused(u"only beginAttempt puts an item in flight"_s);
    item->state = change.state.value_or(item->state);
    if (change.why)
        item->why = change.why;
    item->detail = change.detail.value_or(item->detail);
    item->providerMessageId = change.providerMessageId.value_or(item->providerMessageId);
    item->notBefore = change.notBefore.value_or(item->notBefore);
    if (change.deadline)
        item->deadline = change.deadline;
    item->sendNow = change.sendNow.value_or(item->sendNow);
    if (change.body && item->attempt > 0 && *change.body != item->body)
        return storage::refused(u"an item that was tried keeps its words"_s);
    item->body = change.body.value_or(item->body);
    if (change.endedAt)
        item->endedAt = change.endedAt;
    item->unknownCause = change.unknownCause.value_or(item->unknownCause);
    item->looks = change.looks.value_or(item->looks);
    item->resent = change.resent.value_or(item->resent);
    if (change.afterCallEnd)
        item->afterCallEnd = change.afterCallEnd;
    save(*item);
    if (moves && item->attempt > 0)
        appendAttempt(*item, change.endedAt.value_or(now));
    if (moves && item->state == OutboxState::Unconfirmed)
        m_conversations.reopen(item->conversation);
    return follow(*item, change, now);
}

Result<void> OutboxRepository::follow(const OutboxItem &item, const OutboxChange &change, UtcTime now)
{
    std::optional<Message> message = m_messages.find(item.message);
    if (!message)
        return {};
    if (change.messageAt || (change.state && message->planned))
        m_messages.release(*message, change.messageAt.value_or(now));
    const Message before = *message;
    if (!item.providerMessageId.isEmpty() && message->providerMessageId != item.providerMessageId) {
        // The message poller may have met our own text first and taken it for one from elsewhere: now we know whose it is.
        const std::optional<Message> twin = m_messages.findByProviderId(item.account, item.providerMessageId);
        if (twin && twin->origin == MessageOrigin::Elsewhere) {
            m_messages.adoptLog(twin->id, message->id);
            m_messages.remove(*twin);
            if (isProvidersWord(twin->status))
                message->status = twin->status;
        }
        message->providerMessageId = item.providerMessageId;
    }
    if (change.state || change.delivery) {
        const DeliveryStatus next = change.delivery.value_or(deliveryOf(item.state));
        if (!isProvidersWord(message->status) || mayBecome(message->status, next))
            message->status = next;
    }
    if (change.body)
        m_messages.rewrite(*message, *change.body, change.rule.value_or(message->rule.value_or(SendRule::Open)));
    message->errorCode = change.errorCode.value_or(message->errorCode);
    message->errorText = change.errorText.value_or(message->errorText);
    if (*message != before)
        m_messages.updateSending(*message, before.status, now);
    m_conversations.touch(item.conversation);
    return {};
}

Result<std::vector<OutboxItem>> OutboxRepository::skipWaiting(const PhoneNumber &to, DecisionReason why, std::optional<OutboxPurpose> only,
                                                              UtcTime now)
{
    SqlStatement find(m_db, u"SELECT %1 FROM outbox WHERE to_number = :to AND state IN ('queued', 'held') AND purpose <> 'manual' "
                            "AND (:only = '' OR purpose = :only) ORDER BY id"_s.arg(itemColumns()));
    find.bind("to"_L1, to).bind("only"_L1, only ? toString(*only) : QString());
    std::vector<OutboxItem> items = all(find);
    OutboxChange skip;
    skip.state = OutboxState::Skipped;
    skip.why = why;
    for (OutboxItem &item : items) {
        if (const Result<void> skipped = change(item.id, skip, now); !skipped)
            return tl::unexpected(skipped.error());
        item.state = OutboxState::Skipped;
        item.why = why;
    }
    return items;
}

bool OutboxRepository::hasWaiting(const PhoneNumber &to, OutboxPurpose purpose) const
{
    SqlStatement find(m_db, u"SELECT 1 FROM outbox WHERE to_number = :to AND state IN ('queued', 'held') AND purpose = :purpose LIMIT 1"_s);
    return find.bind("to"_L1, to).bind("purpose"_L1, toString(purpose)).next();
}

std::optional<UtcTime> OutboxRepository::lastReview(const PhoneNumber &to, OutboxId item) const
{
    SqlStatement find(m_db, u"SELECT max(ended_at) FROM outbox WHERE to_number = :to AND purpose = 'review' "
                            "AND state NOT IN ('failed', 'skipped') AND state = +'accepted' AND id <> :item"_s);
    const std::optional<UtcTime> last = find.bind("to"_L1, to).bind("item"_L1, item).next() ? find.optionalTime(0) : std::nullopt;
    return last ? last : ErasedTraces(m_db).texts(to).review;
}

bool OutboxRepository::isOwned(AccountId account, const QString &providerMessageId) const
{
    SqlStatement find(m_db, u"SELECT 1 FROM outbox WHERE account = :account AND provider_message_id = :id"_s);
    if (find.bind("account"_L1, account).bind("id"_L1, providerMessageId).next())
        return true;
    const std::optional<Message> message = m_messages.findByProviderId(account, providerMessageId);
    if (message)
        return message->origin != MessageOrigin::Elsewhere;
    return ErasedTraces(m_db).isErasedMessage(account, providerMessageId);
}

/// One to a number that was deleted since.
std::optional<LastText> OutboxRepository::keptText(const PhoneNumber &to, OutboxPurpose purpose) const
{
    if (!answersCall(purpose))
        return std::nullopt;
    const ErasedTraces::Texts kept = ErasedTraces(m_db).texts(to);
    const std::optional<UtcTime> &at = purpose == OutboxPurpose::TextBack ? kept.textBack : kept.secondCall;
    return at ? std::optional(LastText{*at, CallId()}) : std::nullopt;
}

std::optional<LastText> OutboxRepository::lastText(const PhoneNumber &to, OutboxPurpose purpose, CallId call) const
{
    // The plus: as in inState(), here for outbox_cooldown.
    SqlStatement find(m_db, u"SELECT queued_at, inflight_at, call FROM outbox WHERE to_number = :to AND purpose = +:purpose "
                            "AND state NOT IN ('failed', 'skipped') AND call IS NOT :call ORDER BY queued_at DESC LIMIT 1"_s);
    if (!find.bind("to"_L1, to).bind("purpose"_L1, toString(purpose)).bind("call"_L1, call.isNull() ? noCall : call.value).next())
        return keptText(to, purpose);
    return LastText{std::max(find.time(0), find.optionalTime(1).value_or(find.time(0))), find.id<CallId>(2)};
}

std::optional<UtcTime> OutboxRepository::lastHint(const PhoneNumber &to) const
{
    SqlStatement find(m_db, u"SELECT max(ended_at) FROM outbox WHERE to_number = :to AND hinted = 1 AND state = 'accepted'"_s);
    return find.bind("to"_L1, to).next() ? find.optionalTime(0) : std::nullopt;
}

bool OutboxRepository::isTexted(CallId call) const
{
    bool textBackWaits = false;
    bool secondCallWaits = false;
    SqlStatement find(m_db, u"SELECT purpose, state FROM outbox WHERE call = :call AND state NOT IN ('failed', 'skipped')"_s);
    find.bind("call"_L1, call);
    while (find.next()) {
        const std::optional<OutboxPurpose> purpose = find.named(0, outboxPurposeFromString);
        const std::optional<OutboxState> state = find.named(1, outboxStateFromString);
        if (state == OutboxState::Accepted || state == OutboxState::Unconfirmed)
            return true;
        if (purpose == OutboxPurpose::TextBack)
            textBackWaits = true;
        else if (purpose == OutboxPurpose::SecondCall)
            secondCallWaits = true;
        else
            return true;
    }
    // One of them is the text that the decision is about; two are one too many.
    return textBackWaits && secondCallWaits;
}

void OutboxRepository::save(const OutboxItem &item)
{
    SqlStatement save(
        m_db, u"UPDATE outbox SET state = :state, why = :why, detail = :detail, attempt = :attempt, resent = :resent, "
              "not_before = :notBefore, deadline = :deadline, send_now = :sendNow, body = :body, segments = :segments, hinted = :hinted, "
              "inflight_at = :inflightAt, ended_at = :endedAt, unknown_cause = :cause, "
              "looks = :looks, provider_message_id = :providerId, after_call_end = :afterCallEnd WHERE id = :id"_s);
    save.bind("state"_L1, toString(item.state)).bindOrNull("why"_L1, item.why ? toString(*item.why) : QString());
    save.bind("detail"_L1, item.detail).bind("attempt"_L1, item.attempt).bind("resent"_L1, item.resent);
    save.bind("notBefore"_L1, item.notBefore).bind("inflightAt"_L1, item.inflightAt).bind("endedAt"_L1, item.endedAt);
    save.bind("cause"_L1, toString(item.unknownCause)).bind("looks"_L1, item.looks);
    save.bind("deadline"_L1, item.deadline).bind("sendNow"_L1, item.sendNow).bind("body"_L1, item.body);
    save.bind("segments"_L1, item.segments()).bind("hinted"_L1, isHinted(item));
    save.bindOrNull("providerId"_L1, item.providerMessageId).bind("afterCallEnd"_L1, item.afterCallEnd).bind("id"_L1, item.id).exec();
}

void OutboxRepository::appendAttempt(const OutboxItem &item, UtcTime at, const QString &inputs)
{
    SqlStatement append(m_db, u"INSERT INTO attempts (outbox, attempt, at, event, detail, inputs) "
                              "VALUES (:outbox, :attempt, :at, :event, :detail, :inputs)"_s);
    append.bind("outbox"_L1, item.id).bind("attempt"_L1, item.attempt).bind("at"_L1, at);
    append.bind("event"_L1, toString(item.state)).bind("detail"_L1, item.detail).bind("inputs"_L1, inputs).exec();
}

} // namespace textback
