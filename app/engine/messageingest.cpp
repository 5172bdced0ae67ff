// SPDX-License-Identifier: MIT
#include "engine/messageingest.h"

#include "domain/failpoint.h"
#include "domain/messagebody.h"
#include "domain/ports/consentstore.h"
#include "domain/ports/erasurestore.h"
#include "domain/ports/inboxstore.h"
#include "domain/quotedwords.h"
#include "engine/accountcontext.h"
#include "engine/sendrecorder.h"
#include "engine/sentmatch.h"
#include "engine/textcomposer.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis capabilityKept = std::chrono::hours(24 * 90);
constexpr Millis startSlack = std::chrono::seconds(60);
constexpr Millis senderNewsKept = std::chrono::hours(24);
constexpr Millis notifiedFor = std::chrono::hours(1);

} // namespace

Result<bool> MessageIngest::ingest(const MessageAnswer &answer, const Cursor &cursor, const Manner &manner)
{
    m_changes.clear();
    m_adoptions.clear();
    m_foreign.clear();
    m_senderNews = {};
    m_wrote = m_importEnds = m_queued = false;
    const auto done = m_context.store.transact([&] { return takeAnswer(answer, cursor, manner); });
    if (!done)
        return tl::make_unexpected(done.error());
    const Changes changes = std::exchange(m_changes, Changes());
    const auto adoptions = std::exchange(m_adoptions, {});
    if (m_importEnds)
        m_context.importSince.reset();
    m_context.foreignTexts.insert(m_context.foreignTexts.end(), m_foreign.begin(), m_foreign.end());
    if (!changes.isEmpty())
        m_context.reports.publish(changes);
    for (const Adoption &found : adoptions) {
        if (const auto adopted = adopt(found.item, found.message); !adopted)
            return tl::make_unexpected(adopted.error());
    }
    return m_wrote;
}

Result<void> MessageIngest::adopt(const OutboxItem &item, const ProviderMessage &row)
{
    const UtcTime at = row.created.value_or(item.inflightAt.value_or(m_context.time.now()));
    if (item.state != OutboxState::Queued && item.state != OutboxState::Held)
        return m_recorder.accepted(item, row.providerMessageId, row.status, at);
    // It waits in a restored backup, and was sent before the restore.
    if (item.state == OutboxState::Held) {
        OutboxChange change;
        change.state = OutboxState::Queued;
        if (const auto queued = m_context.store.changeItem(item.id, change); !queued)
            return queued;
    }
    const auto begun = m_context.store.beginAdoption(item.id, at);
    if (!begun)
        return tl::make_unexpected(begun.error());
    return m_recorder.accepted(*begun, row.providerMessageId, row.status, at);
}

Result<void> MessageIngest::takeAnswer(const MessageAnswer &answer, const Cursor &cursor, const Manner &manner)
{
    if (m_context.importSince) {
        // Nothing of ours is under way while the import lasts: what the backup holds as in flight ended long ago, in whatever way.
        if (const auto ended = m_context.store.inflightToUnknown(m_context.account, m_context.time.now()); !ended)
            return tl::make_unexpected(ended.error());
    }
    std::vector<const ProviderMessage *> rows;
    for (const ProviderMessage &message : answer.messages)
        rows.push_back(&message);
    const UtcTime now = m_context.time.now();
    std::stable_sort(rows.begin(), rows.end(),
                     [now](const auto *a, const auto *b) { return a->created.value_or(now) < b->created.value_or(now); });

    std::vector<Fresh> incoming;
    QSet<QString> seen;
    for (const ProviderMessage *message : rows) {
        if (message->direction != MessageDirection::Incoming || seen.contains(message->providerMessageId))
            continue;
        seen.insert(message->providerMessageId);
        const auto known = m_context.store.messageByProviderId(m_context.account, message->providerMessageId);
        if (!known)
            return tl::make_unexpected(known.error());
        const CallerIdentity party = identifyCaller(message->from, m_context.rules.homeRegion);
        // Known ones, too: after a restart the log of keywords is empty.
        m_context.keywords.note(party.number, readConsentWord(message->body), message->created.value_or(now));
        if (*known)
            continue;
        const auto erased = m_context.store.erasure().isErased(m_context.account, message->providerMessageId);
        if (!erased)
            return tl::make_unexpected(erased.error());
        if (*erased)
            continue;
        Fresh fresh{message, readConsent(message->body), party};
        // Staff write about customers: only the bare keyword says that they themselves want no texts.
        if (m_context.rules.people.staffMember(party.number) && !fresh.reading.byKeyword)
            fresh.reading = {};
        incoming.push_back(fresh);
    }
    for (Fresh &fresh : incoming) {
        if (const auto done = applyConsent(fresh, manner.firstLook); !done)
            return done;
    }
    for (const Fresh &fresh : incoming) {
        if (const auto done = storeIncoming(fresh, manner.firstLook); !done)
            return done;
    }
    TEXTBACK_FAILPOINT("inside_message_ingest");
    const auto uncertain = uncertainItems(m_context);
    if (!uncertain)
        return tl::make_unexpected(uncertain.error());
    for (const ProviderMessage *message : rows) {
        if (message->direction != MessageDirection::Outgoing)
            continue;
        if (const auto done = takeOutgoing(*message, *uncertain, manner.firstLook); !done)
            return done;
    }
    if (manner.lastImport && m_adoptions.empty()) {
        if (const auto ended = m_context.store.endImport(m_context.account); !ended)
            return ended;
        m_importEnds = true;
    }
    if (!m_wrote && !manner.mustStore && !m_importEnds)
        return {};
    m_wrote = true;
    return m_context.store.setCursor(m_context.account, CursorKind::Messages, cursor);
}

Result<void> MessageIngest::applyConsent(Fresh &fresh, bool firstLook)
{
    const auto taken = m_consents.take({*fresh.message, fresh.party, fresh.reading, firstLook}, m_changes);
    if (!taken)
        return tl::make_unexpected(taken.error());
    m_wrote = m_wrote || taken->wrote;
    m_queued = m_queued || taken->queued;
    fresh.froze = taken->froze;
    return {};
}

Result<void> MessageIngest::storeIncoming(const Fresh &fresh, bool firstLook)
{
    const ProviderMessage &row = *fresh.message;
    const auto conversation = m_context.store.ensureConversation(fresh.party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    Message message;
    message.conversation = *conversation;
    message.account = m_context.account;
    message.line = PhoneNumber::parse(row.to, m_context.rules.homeRegion).value_or(PhoneNumber());
    message.direction = MessageDirection::Incoming;
    message.origin = MessageOrigin::Customer;
    message.body = keptBody(row.body);
    message.status = DeliveryStatus::Received;
    message.at = row.created.value_or(m_context.time.now());
    message.providerMessageId = row.providerMessageId;
    message.media = row.media;
    // A tap on our text ("Liked ...") stands in the thread and is no news.
    const bool reaction = isReaction(message.body);
    message.read = firstLook || reaction;
    const StaffMember *staff = m_context.rules.people.staffMember(fresh.party.number);
    if (staff)
        message.author = DutyDesk::nameOf(*staff);
    const auto stored = m_context.store.addMessage(message);
    if (!stored)
        return tl::make_unexpected(stored.error());
    message.id = *stored;
    m_wrote = true;
    m_changes.touch(*conversation);
    if (staff && fresh.reading.word == ConsentWord::None) {
        const auto obeyed = takeFromStaff(message, *staff, firstLook);
        if (!obeyed || *obeyed)
            return obeyed ? m_context.store.inbox().markRead(*conversation) : tl::make_unexpected(obeyed.error());
    }
    if (!firstLook && !staff) {
        if (const auto followed = followAlerts(fresh, message); !followed)
            return followed;
    }
    if (!firstLook && !staff && !fresh.froze && fresh.reading.word == ConsentWord::None) {
        const auto planned = m_sequences.customerWrote(message, fresh.party.number, m_changes);
        if (!planned)
            return tl::make_unexpected(planned.error());
        m_queued = m_queued || *planned;
    }
    // After a restore it is unread again, because nobody knows what was read; but only what is new is worth a notification.
    const bool old = m_context.importSince && message.at < m_context.time.now() - notifiedFor;
    if (firstLook || old || reaction)
        return {};
    EngineEvent &event = m_changes.add(EngineEvent::Kind::Reply);
    event.conversation = *conversation;
    event.message = *stored;
    event.lastFour = fresh.party.number.lastFour();
    if (fresh.froze)
        event.reason = toString(DecisionReason::Frozen);
    return {};
}

/// Also from people who opted out, and where nobody knows what they mean: the alert is for us.
Result<void> MessageIngest::followAlerts(const Fresh &fresh, const Message &message)
{
    if (fresh.reading.byKeyword)
        return {}; // a bare word
    const auto queued = m_alerts.customerWrote(message, fresh.party.number, m_changes);
    if (!queued)
        return tl::make_unexpected(queued.error());
    m_queued = m_queued || *queued;
    return {};
}

/// True if it was for the program, and nobody has to read it.
Result<bool> MessageIngest::takeFromStaff(const Message &message, const StaffMember &member, bool firstLook)
{
    if (firstLook)
        return false;
    const auto obeyed = m_duty.take(message, member, m_changes);
    if (!obeyed)
        return tl::make_unexpected(obeyed.error());
    m_queued = m_queued || obeyed->queued;
    return obeyed->handled;
}

Result<void> MessageIngest::takeOutgoing(const ProviderMessage &row, const std::vector<OutboxItem> &uncertain, bool firstLook)
{
    const auto known = m_context.store.messageByProviderId(m_context.account, row.providerMessageId);
    if (!known)
        return tl::make_unexpected(known.error());
    if (*known)
        return report(**known, row);
    const auto erased = m_context.store.erasure().isErased(m_context.account, row.providerMessageId);
    if (!erased || *erased)
        return erased ? Result<void>() : tl::make_unexpected(erased.error());
    const CallerIdentity party = identifyCaller(row.to, m_context.rules.homeRegion);
    if (const auto owner = ownerOf(row, uncertain, m_context.importSince.has_value())) {
        // In flight: its own answer is about to say the same. Otherwise this is the text that nobody was sure of.
        const bool taken = std::any_of(m_adoptions.begin(), m_adoptions.end(), [&](const Adoption &a) { return a.item.id == owner->id; });
        if (owner->state != OutboxState::Inflight && !taken)
            m_adoptions.push_back({*owner, row});
        // After a restore the same words may have gone out twice, days apart: the second row is a text of its own.
        if (!taken || !m_context.importSince)
            return {};
    }
    // While something is in flight to this number, an unknown row may be just that in the provider's own spelling: it is there next time, too.
    const bool maybeOurs = std::any_of(uncertain.begin(), uncertain.end(), [&](const OutboxItem &item) {
        return item.state == OutboxState::Inflight && item.to == party.number &&
               row.created.value_or(m_context.time.now()) >= item.inflightAt.value_or(item.queuedAt) - startSlack;
    });
    if (maybeOurs)
        return {};
    // Asked last: what is uncertain now comes before what was so when the number was deleted.
    const auto before = m_context.store.erasure().mayBeErased(party.number, row.created.value_or(m_context.time.now()));
    if (!before || *before)
        return before ? Result<void>() : tl::make_unexpected(before.error());
    return storeElsewhere(row, party, firstLook);
}

Result<void> MessageIngest::storeElsewhere(const ProviderMessage &row, const CallerIdentity &party, bool firstLook)
{
    const auto conversation = m_context.store.ensureConversation(party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    Message message;
    message.conversation = *conversation;
    message.account = m_context.account;
    message.line = PhoneNumber::parse(row.from, m_context.rules.homeRegion).value_or(PhoneNumber());
    message.direction = MessageDirection::Outgoing;
    message.at = row.created.value_or(m_context.time.now());
    message.origin = MessageOrigin::Elsewhere;
    // The provider's answer to STOP or HELP is no person in the conversation.
    if (!isOwnWording(m_context, row.from, row.body, message.at))
        message.rule = m_context.keywords.answerTo(party.number, message.at, row.body);
    if (message.rule)
        message.origin = MessageOrigin::Automatic;
    else
        message.imported = m_context.importSince && message.at >= *m_context.importSince - startSlack;
    message.body = keptBody(row.body);
    message.status = row.status == DeliveryStatus::Received ? DeliveryStatus::Sent : row.status;
    message.providerMessageId = row.providerMessageId;
    message.errorCode = row.errorCode;
    message.errorText = row.errorText;
    message.media = row.media;
    const auto stored = m_context.store.addMessage(message);
    if (!stored)
        return tl::make_unexpected(stored.error());
    m_wrote = true;
    m_changes.touch(*conversation);
    // What a restored backup forgot is most likely our own.
    if (!firstLook && !message.imported && message.origin == MessageOrigin::Elsewhere)
        m_foreign.push_back({*conversation, message.line, message.at, message.body});
    return {};
}

void MessageIngest::noteSenderNews(const Message &known, const ProviderMessage &row)
{
    if (known.at < m_context.time.now() - senderNewsKept)
        return; // long registered, maybe
    if (row.status == DeliveryStatus::Delivered)
        m_senderNews.arrivedAt = std::max(m_senderNews.arrivedAt.value_or(known.at), known.at);
    if (!row.senderRefused || known.at < m_senderNews.refusedAt.value_or(known.at))
        return;
    m_senderNews.refusedAt = known.at;
    m_senderNews.refusal = {ErrorKind::Rejected, row.errorText, {}, 0, row.errorCode};
    if (row.errorText.isEmpty())
        m_senderNews.refusal.detail = u"carriers take no texts from a number that is not registered (A2P 10DLC)"_s;
}

Result<void> MessageIngest::report(const Message &known, const ProviderMessage &row)
{
    if (known.direction != MessageDirection::Outgoing || !mayBecome(known.status, row.status))
        return {};
    const auto changed =
        m_context.store.reportDelivery(known.id, {row.status, row.errorCode, row.errorText, row.updated.value_or(m_context.time.now())});
    if (!changed)
        return tl::make_unexpected(changed.error());
    if (!*changed)
        return {};
    m_wrote = true;
    m_changes.touch(known.conversation);
    noteSenderNews(known, row);
    const PhoneNumber number = identifyCaller(row.to, m_context.rules.homeRegion).number;
    EngineEvent &event = m_changes.add(EngineEvent::Kind::Delivery);
    event.conversation = known.conversation;
    event.call = known.call;
    event.message = known.id;
    event.reason = toString(row.status);
    event.detail = row.errorCode;
    event.lastFour = number.lastFour();
    const auto told = m_duty.relayReported(known, row.status, m_changes);
    if (!told)
        return tl::make_unexpected(told.error());
    m_queued = m_queued || *told;
    if (!row.recipient || number.isNull())
        return {};
    return m_context.store.consent().rememberCapability(number, *row.recipient, m_context.time.now() + capabilityKept);
}

} // namespace textback
