// SPDX-License-Identifier: MIT
#include "storage/sqlerasurestore.h"

#include "storage/accountrepository.h"
#include "storage/conversationrepository.h"
#include "storage/decisionfacts.h"
#include "storage/doubtrepository.h"
#include "storage/messagerepository.h"
#include "storage/outboxrepository.h"
#include "storage/personrepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis openFor = std::chrono::hours(24);       // as long as a call is asked about (CallLogPoller)
constexpr Millis aboutToLeave = std::chrono::minutes(1); // its last look may be under way, on the provider's clock
constexpr Millis longestCoolDown = std::chrono::hours(24 * 30);
constexpr Millis uncertainBefore = std::chrono::minutes(1); // around an attempt: clocks differ, and the provider may take a while
constexpr Millis uncertainAfter = std::chrono::minutes(5);

constexpr std::array<QLatin1StringView, 4> indexes{"message_search"_L1, "contact_search"_L1, "number_search"_L1, "note_search"_L1};
constexpr int logStage = 2 * int(indexes.size()) + 1;
constexpr int pagesAtOnce = 32;

} // namespace

SqlErasureStore::SqlErasureStore(SqlConnection &connection, const Sources &sources, Transact transact)
    : StorePart(connection, std::move(transact))
    , m_from(sources)
    , m_traces(connection)
{
}

Result<bool> SqlErasureStore::isErased(AccountId account, const QString &providerMessageId)
{
    return read([&] { return m_traces.isErasedMessage(account, providerMessageId); });
}

Result<bool> SqlErasureStore::mayBeErased(const PhoneNumber &to, UtcTime at)
{
    return read([&] {
        const ErasedTraces::Texts texts = m_traces.texts(to);
        return texts.uncertainFrom && at >= *texts.uncertainFrom && at <= texts.uncertainTo;
    });
}

Result<void> SqlErasureStore::erase(ConversationId conversation, UtcTime now)
{
    return write([&] { return eraseNow(conversation, now); });
}

Result<void> SqlErasureStore::eraseNow(ConversationId conversation, UtcTime now)
{
    SqlStatement party(m_db, u"SELECT number FROM conversations WHERE id = :id"_s);
    if (!party.bind("id"_L1, conversation).next())
        return {}; // it is gone already
    const PhoneNumber number = party.phone(0);
    if (number.isNull())
        return storage::refused(u"callers without a number are nobody"_s);
    const Person person = find(conversation, number);
    if (const QString why = hindrance(person, now); !why.isEmpty())
        return storage::refused(u"it cannot be deleted now"_s, why);
    dropWaiting(person);
    keepTexts(person, now);
    eraseTexts(person);
    eraseWork(person);
    eraseCalls(person);
    eraseWaitingLegs(number);
    eraseParty(person);
    m_traces.forgetOldTexts(now);
    SqlStatement(m_db, u"UPDATE maintenance SET wipe_stage = 1"_s).exec();
    return {};
}

SqlErasureStore::Person SqlErasureStore::find(ConversationId conversation, const PhoneNumber &number) const
{
    Person person{conversation, number, {}, {}};
    SqlStatement messages(m_db, u"SELECT id FROM messages WHERE conversation = :id UNION SELECT t.message FROM duty_cases c "
                                "JOIN duty_texts t ON t.duty_case = c.id WHERE c.conversation = :same"_s);
    messages.bind("id"_L1, conversation).bind("same"_L1, conversation);
    while (messages.next())
        person.messages.push_back(messages.id<MessageId>(0));
    SqlStatement calls(m_db, u"SELECT id FROM calls WHERE conversation = :id"_s);
    calls.bind("id"_L1, conversation);
    while (calls.next())
        person.calls.push_back(calls.id<CallId>(0));
    return person;
}

QString SqlErasureStore::hindrance(const Person &person, UtcTime now) const
{
    for (const MessageId message : person.messages) {
        const std::optional<OutboxItem> item = m_from.outbox.findByMessage(message);
        if (!item)
            continue;
        const bool waits = item->state == OutboxState::Queued || item->state == OutboxState::Held;
        if (item->state == OutboxState::Inflight || item->state == OutboxState::Unknown ||
            (waits && (!item->isAutomatic() || item->notBefore <= now + aboutToLeave)))
            return u"text-on-its-way"_s;
    }
    SqlStatement open(m_db, u"SELECT 1 FROM calls WHERE conversation = :id AND at >= :since "
                            "AND (final = 0 OR (inbound = 1 AND decided = 0)) LIMIT 1"_s);
    if (open.bind("id"_L1, person.conversation).bind("since"_L1, now - openFor).next())
        return u"call-going-on"_s;
    return m_from.doubts.open(person.number) ? u"doubt-open"_s : QString();
}

void SqlErasureStore::dropWaiting(const Person &person)
{
    for (const MessageId message : person.messages) {
        remove(u"DELETE FROM attempts WHERE outbox IN (SELECT id FROM outbox WHERE message = :id AND state IN ('queued', 'held'))"_s,
               "id"_L1, message.value);
        remove(u"DELETE FROM outbox WHERE message = :id AND state IN ('queued', 'held')"_s, "id"_L1, message.value);
    }
}

void SqlErasureStore::keepTexts(const Person &person, UtcTime now)
{
    // As if they called now: whatever would count then is kept, be it ours, another PC's, or from before an earlier deletion.
    const CallerHistory history = m_from.facts.callerHistory(person.number, {}, now);
    const ForeignTexts foreign = m_from.facts.foreignTexts(person.number, {}, {}, now - longestCoolDown, now);
    ErasedTraces::Texts texts = m_traces.texts(person.number);
    texts.textBack = std::max(history.lastTextBack, foreign.lastTextBack);
    texts.secondCall = history.lastSecondCallText;
    texts.review = m_from.outbox.lastReview(person.number, {});
    SqlStatement uncertain(m_db,
                           u"SELECT inflight_at, ended_at, queued_at FROM outbox WHERE conversation = :id AND state = 'unconfirmed'"_s);
    uncertain.bind("id"_L1, person.conversation);
    while (uncertain.next()) {
        const UtcTime from = uncertain.optionalTime(0).value_or(uncertain.time(2));
        const UtcTime to = uncertain.optionalTime(1).value_or(from);
        texts.uncertainFrom = std::min(texts.uncertainFrom.value_or(from), from - uncertainBefore);
        texts.uncertainTo = std::max(texts.uncertainTo.value_or(to), to + uncertainAfter);
    }
    m_traces.keepTexts(person.number, texts, now);
}

void SqlErasureStore::eraseTexts(const Person &person)
{
    for (const MessageId id : person.messages) {
        const std::optional<Message> message = m_from.messages.find(id);
        if (!message)
            continue;
        if (!message->providerMessageId.isEmpty())
            m_traces.eraseMessage(message->account, message->providerMessageId);
        if (message->conversation != person.conversation) {
            m_from.conversations.touch(message->conversation);
            if (!message->read)
                m_from.conversations.addUnread(message->conversation, -1);
        }
        remove(u"DELETE FROM attempts WHERE outbox IN (SELECT id FROM outbox WHERE message = :id)"_s, "id"_L1, id.value);
        remove(u"DELETE FROM outbox WHERE message = :id"_s, "id"_L1, id.value);
        remove(u"DELETE FROM duty_texts WHERE message = :id"_s, "id"_L1, id.value);
        remove(u"DELETE FROM delivery_log WHERE message = :id"_s, "id"_L1, id.value);
    }
    m_from.messages.removeAll(person.messages);
}

void SqlErasureStore::eraseCalls(const Person &person)
{
    for (const CallId call : person.calls) {
        SqlStatement legs(m_db, u"SELECT account, provider_call_id FROM call_legs WHERE call = :call"_s);
        legs.bind("call"_L1, call);
        while (legs.next())
            m_traces.eraseCall(legs.id<AccountId>(0), legs.text(1));
        remove(u"DELETE FROM decisions WHERE call = :id"_s, "id"_L1, call.value);
        remove(u"DELETE FROM call_legs WHERE call = :id"_s, "id"_L1, call.value);
        remove(u"DELETE FROM calls WHERE id = :id"_s, "id"_L1, call.value);
    }
}

void SqlErasureStore::eraseWaitingLegs(const PhoneNumber &number)
{
    const QString country = m_from.accounts.country();
    std::vector<qint64> found;
    SqlStatement legs(m_db, u"SELECT id, account, provider_call_id, from_text, to_text FROM call_legs WHERE call IS NULL"_s);
    while (legs.next()) {
        if (identifyCaller(legs.text(3), country).number != number && identifyCaller(legs.text(4), country).number != number)
            continue;
        m_traces.eraseCall(legs.id<AccountId>(1), legs.text(2));
        found.push_back(legs.integer(0));
    }
    for (const qint64 leg : found)
        remove(u"DELETE FROM call_legs WHERE id = :id"_s, "id"_L1, leg);
}

void SqlErasureStore::eraseWork(const Person &person)
{
    // By their order: each names those behind it.
    const QStringList statements{
        u"DELETE FROM alert_log WHERE alert IN (SELECT id FROM alerts WHERE conversation = :id)"_s,
        u"DELETE FROM alerts WHERE conversation = :id"_s,
        u"DELETE FROM waiting_customers WHERE conversation = :id"_s,
        u"DELETE FROM duty_cases WHERE conversation = :id"_s,
        u"DELETE FROM jobs WHERE conversation = :id"_s,
        u"DELETE FROM drafts WHERE conversation = :id"_s,
        u"DELETE FROM conversation_tags WHERE conversation = :id"_s,
        u"DELETE FROM contact_notes WHERE conversation = :id"_s,
        u"DELETE FROM thread_notes WHERE conversation = :id"_s,
    };
    for (const QString &statement : statements)
        remove(statement, "id"_L1, person.conversation.value);
    PersonRepository(m_db).forget(person.conversation);
}

void SqlErasureStore::eraseParty(const Person &person)
{
    SqlStatement(m_db, u"DELETE FROM optout_doubts WHERE number = :number"_s).bind("number"_L1, person.number).exec();
    SqlStatement(m_db, u"DELETE FROM number_capabilities WHERE number = :number"_s).bind("number"_L1, person.number).exec();
    for (const QString &statement :
         {u"DELETE FROM contact_search WHERE rowid = :id"_s, u"DELETE FROM number_search WHERE rowid = :id"_s,
          u"DELETE FROM conversation_summaries WHERE conversation = :id"_s, u"DELETE FROM conversations WHERE id = :id"_s})
        remove(statement, "id"_L1, person.conversation.value);
}

void SqlErasureStore::remove(const QString &sql, QLatin1StringView name, qint64 id)
{
    SqlStatement(m_db, sql).bind(name, id).exec();
}

/// FTS5 only notes that a row is gone; its words go when the parts of the index are merged into one. That is done some pages at a time.
bool SqlErasureStore::mergeSome(int stage)
{
    const QString index = indexes[size_t(stage - 1) / 2];
    const bool begins = stage % 2 == 1;
    const qint64 before = m_db.value(u"SELECT total_changes()"_s).toLongLong();
    SqlStatement merge(m_db, u"INSERT INTO %1 (%1, rank) VALUES ('merge', :pages)"_s.arg(index));
    merge.bind("pages"_L1, begins ? -pagesAtOnce : pagesAtOnce).exec();
    // sqlite.org/fts5.html, "The 'merge' Command": fewer than two changes mean that nothing was left to do.
    return begins || m_db.value(u"SELECT total_changes()"_s).toLongLong() - before < 2;
}

bool SqlErasureStore::emptyLog()
{
    // Whoever reads the log must not be waited for.
    const QString patience = m_db.value(u"PRAGMA busy_timeout"_s).toString();
    m_db.execute(u"PRAGMA busy_timeout = 0"_s);
    const QVariant busy = m_db.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    m_db.execute(u"PRAGMA busy_timeout = "_s + patience);
    return busy.isValid() && busy.toInt() == 0;
}

Result<ErasureStore::Wipe> SqlErasureStore::wipeSome()
{
    const Result<int> stage = read([&] { return m_db.value(u"SELECT wipe_stage FROM maintenance"_s).toInt(); });
    if (!stage || *stage == 0)
        return stage ? Result<Wipe>(Wipe::Done) : tl::unexpected(stage.error());
    const bool last = *stage >= logStage;
    if (last && !emptyLog()) {
        m_db.takeFailure();
        return Wipe::Busy;
    }
    const Result<void> done = write([&] {
        if (!last && !mergeSome(*stage))
            return;
        SqlStatement next(m_db, u"UPDATE maintenance SET wipe_stage = :stage"_s);
        next.bind("stage"_L1, last ? 0 : *stage + 1).exec();
    });
    return done ? Result<Wipe>(last ? Wipe::Done : Wipe::More) : tl::unexpected(done.error());
}

} // namespace textback
