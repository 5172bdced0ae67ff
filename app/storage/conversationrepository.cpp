// SPDX-License-Identifier: MIT
#include "storage/conversationrepository.h"

#include "domain/contacts/personsortkey.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis missedCallIsRecent = std::chrono::days(7);
constexpr int previewLength = 160;

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar character) { return character.isDigit(); });
    return digits;
}

/// The newest of something in a conversation.
struct Newest {
    bool found = false;
    UtcTime at{};
};

/// Where people put a conversation, and what it asks for by itself.
struct Put {
    bool replyDue = false;
    bool done = false;
    std::optional<UtcTime> snoozedUntil;
    bool reminded = false;
    UtcTime lastActivity{};

    bool needsReply() const { return (replyDue || reminded) && !done && !snoozedUntil; }

    /// How it stands with other calls and messages. What asks for a reply anew, such as a text of ours that failed, is not put away.
    Put after(bool replyDueNow, UtcTime lastActivityNow) const
    {
        Put now = *this;
        now.replyDue = replyDueNow;
        now.lastActivity = lastActivityNow;
        if (replyDueNow && !replyDue) {
            now.done = false;
            now.snoozedUntil.reset();
        }
        if (lastActivityNow != lastActivity)
            now.reminded = false; // something happened since
        return now;
    }
};

/// At the same moment a message comes after a call, as in the thread.
bool messageIsNewer(const Newest &message, const Newest &call)
{
    return message.found && (!call.found || message.at >= call.at);
}

/// A preview of at most 160 characters that does not end in half a character.
QString shortened(const QString &text)
{
    QString preview = text.left(previewLength);
    if (!preview.isEmpty() && preview.back().isHighSurrogate())
        preview.chop(1);
    return preview;
}

} // namespace

ConversationId ConversationRepository::withAddress(const QString &address) const
{
    SqlStatement find(m_db, u"SELECT id FROM conversations WHERE address = :address"_s);
    return find.bind("address"_L1, address).next() ? find.id<ConversationId>(0) : ConversationId();
}

ConversationId ConversationRepository::ensure(const CallerIdentity &party, bool optedOut)
{
    if (const ConversationId known = withAddress(party.address); !known.isNull())
        return known;
    SqlStatement make(m_db, u"INSERT INTO conversations (id, address, number, sort_key) VALUES (%1, :address, :number, :key)"_s.arg(
                                storage::freshIdOf(u"conversations")));
    make.bind("address"_L1, party.address).bind("number"_L1, party.number).bind("key"_L1, personSortKey({}, party.address)).exec();
    const ConversationId made{m_db.lastInsertId()};
    SqlStatement(m_db, u"INSERT INTO conversation_summaries (conversation, opted_out) VALUES (:id, :optedOut)"_s)
        .bind("id"_L1, made)
        .bind("optedOut"_L1, optedOut)
        .exec();
    SqlStatement(m_db, u"INSERT INTO contact_search (rowid, contact_name, address) VALUES (:id, '', :address)"_s)
        .bind("id"_L1, made)
        .bind("address"_L1, party.address)
        .exec();
    SqlStatement(m_db, u"INSERT INTO number_search (rowid, digits) VALUES (:id, :digits)"_s)
        .bind("id"_L1, made)
        .bind("digits"_L1, digitsOf(party.address))
        .exec();
    return m_db.failure() ? ConversationId() : made;
}

void ConversationRepository::rename(ConversationId conversation, const QString &name)
{
    QString address;
    if (SqlStatement find(m_db, u"SELECT address FROM conversations WHERE id = :id"_s); find.bind("id"_L1, conversation).next())
        address = find.text(0);
    SqlStatement(m_db, u"UPDATE conversations SET contact_name = :name, sort_key = :key WHERE id = :id"_s)
        .bind("name"_L1, name)
        .bind("key"_L1, personSortKey(name, address))
        .bind("id"_L1, conversation)
        .exec();
    SqlStatement(m_db, u"UPDATE contact_search SET contact_name = :name WHERE rowid = :id"_s)
        .bind("name"_L1, name)
        .bind("id"_L1, conversation)
        .exec();
}

QString ConversationRepository::nameAt(const QString &address) const
{
    SqlStatement find(m_db, u"SELECT contact_name FROM conversations WHERE address = :address"_s);
    return find.bind("address"_L1, address).next() ? find.text(0) : QString();
}

void ConversationRepository::markRead(ConversationId conversation)
{
    SqlStatement(m_db, u"UPDATE messages SET read = 1 WHERE conversation = :id AND read = 0"_s).bind("id"_L1, conversation).exec();
    SqlStatement(m_db, u"UPDATE calls SET seen = 1 WHERE conversation = :id AND missed = 1 AND seen = 0"_s)
        .bind("id"_L1, conversation)
        .exec();
    SqlStatement(m_db, u"UPDATE conversation_summaries SET unread = 0 WHERE conversation = :id AND unread <> 0"_s)
        .bind("id"_L1, conversation)
        .exec();
}

void ConversationRepository::markUnread(ConversationId conversation)
{
    SqlStatement(m_db, u"UPDATE conversation_summaries SET unread = 1 WHERE conversation = :id AND unread = 0"_s)
        .bind("id"_L1, conversation)
        .exec();
}

void ConversationRepository::setOptedOut(const PhoneNumber &number, bool optedOut)
{
    const ConversationId conversation = withAddress(number.e164());
    if (conversation.isNull())
        return;
    SqlStatement(m_db, u"UPDATE conversation_summaries SET opted_out = :optedOut WHERE conversation = :id"_s)
        .bind("optedOut"_L1, optedOut)
        .bind("id"_L1, conversation)
        .exec();
    touch(conversation);
}

void ConversationRepository::setDoubt(const PhoneNumber &number, const QString &words)
{
    SqlStatement(m_db, u"UPDATE conversation_summaries SET doubt = :words WHERE doubt <> :words "
                       "AND conversation = (SELECT id FROM conversations WHERE address = :address)"_s)
        .bind("words"_L1, words)
        .bind("address"_L1, number.e164())
        .exec();
}

PhoneNumber ConversationRepository::replyLine(ConversationId conversation) const
{
    Newest message;
    PhoneNumber messageLine;
    SqlStatement findMessage(m_db,
                             u"SELECT at, line FROM messages WHERE conversation = :id AND line <> '' ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (findMessage.bind("id"_L1, conversation).next()) {
        message = {true, findMessage.time(0)};
        messageLine = findMessage.phone(1);
    }
    Newest call;
    PhoneNumber callLine;
    SqlStatement findCall(
        m_db, u"SELECT at, our_number FROM calls WHERE conversation = :id AND our_number <> '' ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (findCall.bind("id"_L1, conversation).next()) {
        call = {true, findCall.time(0)};
        callLine = findCall.phone(1);
    }
    return messageIsNewer(message, call) ? messageLine : callLine;
}

std::optional<ConversationSummary> ConversationRepository::summary(ConversationId conversation, UtcTime now)
{
    flush();
    SqlStatement find(m_db, u"SELECT %1 FROM conversation_summaries s JOIN conversations c ON c.id = s.conversation "
                            "WHERE s.conversation = :id"_s.arg(summaryColumns()));
    if (!find.bind("id"_L1, conversation).next())
        return std::nullopt;
    return summaryOf(find, now);
}

void ConversationRepository::touch(ConversationId conversation)
{
    if (!conversation.isNull())
        m_touched.insert(conversation);
}

void ConversationRepository::addUnread(ConversationId conversation, int difference)
{
    if (conversation.isNull() || difference == 0)
        return;
    SqlStatement(m_db, u"UPDATE conversation_summaries SET unread = unread + :difference WHERE conversation = :id"_s)
        .bind("difference"_L1, difference)
        .bind("id"_L1, conversation)
        .exec();
    if (difference > 0)
        reopen(conversation);
}

void ConversationRepository::reopen(ConversationId conversation)
{
    SqlStatement(m_db, u"UPDATE conversation_summaries SET done = 0, snoozed_until = NULL WHERE conversation = :id "
                       "AND (done = 1 OR snoozed_until IS NOT NULL)"_s)
        .bind("id"_L1, conversation)
        .exec();
    touch(conversation);
}

void ConversationRepository::flush()
{
    for (const ConversationId conversation : std::exchange(m_touched, {}))
        refresh(conversation);
}

void ConversationRepository::refresh(ConversationId conversation)
{
    // What the newest entry is. What was dropped before it left is no entry of the list.
    Newest shown;
    PreviewKind kind = PreviewKind::None;
    QString preview;
    SqlStatement findMessage(m_db,
                             u"SELECT at, origin, body FROM messages WHERE conversation = :id AND status <> 'cancelled' AND planned = 0 "
                             "ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (findMessage.bind("id"_L1, conversation).next()) {
        shown = {true, findMessage.time(0)};
        preview = shortened(findMessage.text(2));
        switch (findMessage.named(1, messageOriginFromString).value_or(MessageOrigin::Customer)) {
        case MessageOrigin::Customer:
            kind = PreviewKind::Customer;
            break;
        case MessageOrigin::Automatic:
            kind = PreviewKind::Automatic;
            break;
        case MessageOrigin::Person:
            kind = PreviewKind::Person;
            break;
        case MessageOrigin::Elsewhere:
            kind = PreviewKind::Elsewhere;
            break;
        }
    }
    Newest anyCall;
    SqlStatement findCall(m_db, u"SELECT at FROM calls WHERE conversation = :id ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (findCall.bind("id"_L1, conversation).next())
        anyCall = {true, findCall.time(0)};
    SqlStatement findNamedCall(m_db, u"SELECT at, preview_kind FROM calls WHERE conversation = :id AND preview_kind IS NOT NULL "
                                     "ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (findNamedCall.bind("id"_L1, conversation).next() && !messageIsNewer(shown, {true, findNamedCall.time(0)}))
        kind = findNamedCall.named(1, storage::previewKindFromString).value_or(PreviewKind::None);
    const UtcTime lastActivity = std::max(shown.at, anyCall.at);

    // Who had the last word.
    Newest wordMessage;
    bool theirs = false;
    SqlStatement findWord(m_db,
                          u"SELECT at, incoming FROM messages WHERE conversation = :id AND word = 1 ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (findWord.bind("id"_L1, conversation).next()) {
        wordMessage = {true, findWord.time(0)};
        theirs = findWord.flag(1);
    }
    Newest wordCall;
    bool wordMissed = false;
    SqlStatement findWordCall(m_db,
                              u"SELECT at, missed FROM calls WHERE conversation = :id AND word = 1 ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (findWordCall.bind("id"_L1, conversation).next()) {
        wordCall = {true, findWordCall.time(0)};
        wordMissed = findWordCall.flag(1);
    }
    bool optedOut = false;
    Put before;
    SqlStatement findBefore(m_db, u"SELECT opted_out, reply_due, done, snoozed_until, reminded, last_activity FROM conversation_summaries "
                                  "WHERE conversation = :id"_s);
    if (findBefore.bind("id"_L1, conversation).next()) {
        optedOut = findBefore.flag(0);
        before = {findBefore.flag(1), findBefore.flag(2), findBefore.optionalTime(3), findBefore.flag(4), findBefore.time(5)};
    }
    // To a message of somebody who opted out no reply may go; a missed call of theirs can still be called back.
    bool replyDue = messageIsNewer(wordMessage, wordCall) ? theirs && !optedOut : wordMissed;
    SqlStatement findUnconfirmed(m_db, u"SELECT m.at FROM outbox o JOIN messages m ON m.id = o.message "
                                       "WHERE o.conversation = :id AND o.state = 'unconfirmed' ORDER BY o.id DESC LIMIT 1"_s);
    if (findUnconfirmed.bind("id"_L1, conversation).next()) {
        const UtcTime at = findUnconfirmed.time(0);
        replyDue = replyDue || (at >= wordMessage.at && at >= wordCall.at);
    }

    const Put put = before.after(replyDue, lastActivity);

    const MissedCall missed = newestMissedCall(conversation);
    SqlStatement save(
        m_db, u"UPDATE conversation_summaries SET preview_kind = :kind, preview = :preview, last_activity = :activity, "
              "needs_reply = :needsReply, reply_due = :replyDue, done = :done, snoozed_until = :snoozed, reminded = :reminded, missed_call "
              "= :call, missed_ended_at = :endedAt, "
              "missed_not_texted = :notTexted, missed_outbox = :outbox, missed_delivery = :delivery, missed_not_before = :notBefore, "
              "missed_texted_after = :textedAfter WHERE conversation = :id"_s);
    save.bind("kind"_L1, storage::toString(kind)).bind("preview"_L1, preview).bind("activity"_L1, lastActivity);
    save.bind("needsReply"_L1, put.needsReply()).bind("replyDue"_L1, put.replyDue).bind("done"_L1, put.done);
    save.bind("snoozed"_L1, put.snoozedUntil)
        .bind("reminded"_L1, put.reminded)
        .bind("call"_L1, missed.call)
        .bind("endedAt"_L1, missed.endedAt);
    save.bindOrNull("notTexted"_L1, missed.notTexted ? toString(*missed.notTexted) : QString());
    save.bindOrNull("outbox"_L1, missed.outbox ? toString(*missed.outbox) : QString());
    save.bindOrNull("delivery"_L1, missed.delivery ? toString(*missed.delivery) : QString());
    save.bind("notBefore"_L1, missed.notBefore).bind("textedAfter"_L1, missed.textedAfter).bind("id"_L1, conversation).exec();
}

ConversationRepository::MissedCall ConversationRepository::newestMissedCall(ConversationId conversation) const
{
    MissedCall missed;
    SqlStatement find(m_db, u"SELECT c.id, c.ended_at, c.at, d.verdict, d.reason FROM calls c LEFT JOIN decisions d ON d.call = c.id "
                            "WHERE c.conversation = :id AND c.missed = 1 ORDER BY c.at DESC, c.id DESC LIMIT 1"_s);
    if (!find.bind("id"_L1, conversation).next())
        return missed;
    missed.call = find.id<CallId>(0);
    missed.endedAt = find.isNull(1) ? find.time(2) : find.time(1);
    if (find.named(3, verdictFromString) == Verdict::Skip)
        missed.notTexted = find.named(4, decisionReasonFromString);

    SqlStatement findText(m_db,
                          u"SELECT o.state, o.not_before, o.after_call_end, m.status FROM outbox o JOIN messages m ON m.id = o.message "
                          "WHERE o.call = :call AND o.purpose IN ('text-back', 'second-call') ORDER BY o.id DESC LIMIT 1"_s);
    if (findText.bind("call"_L1, missed.call).next()) {
        missed.outbox = findText.named(0, outboxStateFromString);
        if (missed.outbox == OutboxState::Queued || missed.outbox == OutboxState::Held)
            missed.notBefore = findText.time(1);
        if (missed.outbox == OutboxState::Accepted) {
            missed.textedAfter = findText.optionalSpan(2);
            missed.delivery = findText.named(3, deliveryStatusFromString);
        }
    }
    return missed;
}

QString summaryColumns()
{
    return u"s.conversation, c.address, c.number, c.contact_name, s.preview_kind, s.preview, s.last_activity, s.unread, s.needs_reply, "
           "s.opted_out, s.missed_call, s.missed_ended_at, s.missed_not_texted, s.missed_outbox, s.missed_not_before, "
           "s.missed_texted_after, "
           "s.missed_delivery, s.doubt, s.alert, s.alert_evidence, s.done, s.snoozed_until, "
           "(SELECT body FROM drafts WHERE conversation = s.conversation)"_s;
}

ConversationSummary summaryOf(const SqlStatement &row, UtcTime now)
{
    ConversationSummary summary;
    summary.id = row.id<ConversationId>(0);
    summary.address = row.text(1);
    summary.number = row.phone(2);
    summary.contactName = row.text(3);
    summary.previewKind = row.named(4, storage::previewKindFromString).value_or(PreviewKind::None);
    summary.preview = row.text(5);
    summary.lastActivity = row.time(6);
    summary.unread = row.number(7);
    summary.needsReply = row.flag(8);
    summary.optedOut = row.flag(9);
    summary.doubt = row.text(17);
    summary.alert = row.named(18, alertKindFromString);
    summary.alertEvidence = row.text(19);
    summary.done = row.flag(20);
    summary.snoozedUntil = row.optionalTime(21);
    summary.draft = row.text(22);
    if (!row.isNull(10) && row.time(11) > now - missedCallIsRecent) {
        MissedCallOutcome outcome;
        outcome.call = row.id<CallId>(10);
        outcome.endedAt = row.time(11);
        outcome.notTexted = row.named(12, decisionReasonFromString);
        outcome.outbox = row.named(13, outboxStateFromString);
        outcome.notBefore = row.optionalTime(14);
        outcome.textedAfter = row.optionalSpan(15);
        outcome.delivery = row.named(16, deliveryStatusFromString);
        summary.missedCall = outcome;
    }
    return summary;
}

} // namespace textback
