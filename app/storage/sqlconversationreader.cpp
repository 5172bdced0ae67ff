// SPDX-License-Identifier: MIT
#include "storage/sqlconversationreader.h"

#include "storage/callcard.h"
#include "storage/callrepository.h"
#include "storage/conversationrepository.h"
#include "storage/messagerepository.h"
#include "storage/searchqueries.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

QString selectSummaries()
{
    return u"SELECT %1 FROM conversation_summaries s JOIN conversations c ON c.id = s.conversation "_s.arg(summaryColumns());
}

/// Which part of the list; each has an index of its own.
QString filterCondition(ConversationFilter filter)
{
    switch (filter) {
    case ConversationFilter::All:
        return u"s.last_activity > 0 AND "_s; // who never called or wrote is only a contact
    case ConversationFilter::NeedsReply:
        return u"s.needs_reply = 1 AND "_s;
    case ConversationFilter::Unread:
        return u"s.unread > 0 AND "_s;
    case ConversationFilter::Snoozed:
        return u"s.snoozed_until IS NOT NULL AND "_s;
    case ConversationFilter::Done:
        return u"s.done = 1 AND "_s;
    }
    return {};
}

/// Which rows of a thread are the page, for the table `t` with keys like "m12": those before a place, the newest first, or those from it on.
QString pageCondition(QChar table, QChar kind, bool forward)
{
    const QString condition = forward ? u"%1.conversation = :conversation AND %1.at >= :at AND (%1.at > :at OR '%2' || %1.id >= :key) "
                                        "ORDER BY %1.at, CAST(%1.id AS TEXT) LIMIT :limit"_s
                                      : u"%1.conversation = :conversation AND %1.at <= :at AND (%1.at < :at OR '%2' || %1.id < :key) "
                                        "ORDER BY %1.at DESC, CAST(%1.id AS TEXT) DESC LIMIT :limit"_s;
    return condition.arg(table).arg(kind);
}

/// Everything comes before this place.
constexpr qint64 endOfTime = std::numeric_limits<qint64>::max();

bool isOlder(const ThreadEntry &a, const ThreadEntry &b)
{
    return a.place() < b.place();
}

} // namespace

Result<std::unique_ptr<SqlConversationReader>> SqlConversationReader::open(const QString &databaseFile, const Clock &clock)
{
    return std::unique_ptr<SqlConversationReader>(new SqlConversationReader(databaseFile, clock));
}

SqlConversationReader::SqlConversationReader(const QString &databaseFile, const Clock &clock)
    : m_clock(clock)
    , m_db(databaseFile)
{
}

template <typename Work>
Result<std::invoke_result_t<Work>> SqlConversationReader::read(Work work)
{
    m_thread.check("SqlConversationReader");
    if (!m_db.isOpen() && !QFileInfo::exists(m_db.file()))
        return std::invoke_result_t<Work>();
    return m_db.read(work);
}

Result<std::vector<ConversationSummary>> SqlConversationReader::conversations(ConversationFilter filter,
                                                                              std::optional<ConversationKey> after, int limit)
{
    return read([&] {
        std::vector<ConversationSummary> summaries;
        SqlStatement find(*m_db, selectSummaries() + u"WHERE "_s + filterCondition(filter) +
                                     u"(s.last_activity, s.conversation) < (:at, :id) "
                                     "ORDER BY s.last_activity DESC, s.conversation DESC LIMIT :limit"_s);
        find.bind("at"_L1, after ? toUnixMillis(after->lastActivity) : endOfTime);
        find.bind("id"_L1, after ? after->id.value : endOfTime).bind("limit"_L1, limit);
        while (find.next())
            summaries.push_back(summaryOf(find, m_clock.utcNow()));
        return summaries;
    });
}

Result<std::optional<ConversationSummary>> SqlConversationReader::conversation(ConversationId id)
{
    return read([&]() -> std::optional<ConversationSummary> {
        SqlStatement find(*m_db, selectSummaries() + u"WHERE s.conversation = :id"_s);
        if (!find.bind("id"_L1, id).next())
            return std::nullopt;
        return summaryOf(find, m_clock.utcNow());
    });
}

Result<InboxCounts> SqlConversationReader::counts()
{
    return read([&] {
        SqlStatement find(
            *m_db,
            u"SELECT needs_reply, unread, conversations, "
            "(SELECT count(*) FROM outbox INDEXED BY outbox_waiting WHERE state IN ('queued', 'held')), snoozed, done FROM inbox_counts"_s);
        return find.next() ? InboxCounts{find.number(0), find.number(1), find.number(2), find.number(3), find.number(4), find.number(5)}
                           : InboxCounts();
    });
}

Result<std::vector<ThreadEntry>> SqlConversationReader::thread(ConversationId id, std::optional<ThreadKey> before, int limit)
{
    return read([&] { return page({id, before ? toUnixMillis(before->at) : endOfTime, before ? before->key : QString(), limit, false}); });
}

Result<std::vector<ThreadEntry>> SqlConversationReader::threadFrom(ConversationId id, const ThreadKey &from, int limit)
{
    return read([&] { return page({id, toUnixMillis(from.at), from.key, limit, true}); });
}

std::vector<ThreadEntry> SqlConversationReader::page(const Page &page)
{
    // The nearest of each kind, of which the nearest `limit` are the page.
    std::vector<ThreadEntry> entries = messages(page);
    const std::vector<ThreadEntry> others[] = {calls(page), notes(page)};
    for (const std::vector<ThreadEntry> &kind : others)
        entries.insert(entries.end(), kind.begin(), kind.end());
    std::sort(entries.begin(), entries.end(), isOlder);
    const auto surplus = std::max<std::ptrdiff_t>(std::ssize(entries) - std::max(page.limit, 0), 0);
    if (page.forward)
        entries.erase(entries.end() - surplus, entries.end());
    else
        entries.erase(entries.begin(), entries.begin() + surplus);
    return entries;
}

void SqlConversationReader::bindPage(SqlStatement &find, const Page &page)
{
    find.bind("conversation"_L1, page.conversation).bind("at"_L1, page.at).bind("key"_L1, page.key).bind("limit"_L1, page.limit);
}

std::vector<ThreadEntry> SqlConversationReader::messages(const Page &page)
{
    std::vector<ThreadEntry> entries;
    SqlStatement find(*m_db, u"SELECT %1, o.state, o.not_before, o.ended_at, o.why FROM messages m "
                             "LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE message = m.id) "
                             "WHERE %2"_s.arg(messageColumns(u"m."_s), pageCondition(u'm', u'm', page.forward)));
    bindPage(find, page);
    while (find.next()) {
        MessageBubble bubble;
        bubble.message = messageOf(find);
        bubble.outbox = find.named(messageColumnCount, outboxStateFromString);
        if (bubble.outbox == OutboxState::Queued || bubble.outbox == OutboxState::Held)
            bubble.notBefore = find.time(messageColumnCount + 1);
        if (bubble.outbox == OutboxState::Unknown)
            bubble.attemptEnded = find.optionalTime(messageColumnCount + 2);
        if (bubble.outbox == OutboxState::Skipped)
            bubble.skipped = find.named(messageColumnCount + 3, decisionReasonFromString);
        entries.push_back({bubble.message.at, bubble});
    }
    return entries;
}

std::vector<ThreadEntry> SqlConversationReader::calls(const Page &page)
{
    std::vector<ThreadEntry> entries;
    SqlStatement find(*m_db, u"SELECT c.id, l.direction, c.settled, c.final, c.missed, c.disposition, c.at, c.ended_at, c.rang, c.talked, "
                             "c.recordings, c.recording_length, l.status, l.duration, "
                             "d.verdict, d.rule, d.reason, d.decided_at, d.not_before, d.rule_version, "
                             "o.state, o.why, o.after_call_end, c.our_number "
                             "FROM calls c LEFT JOIN call_legs l ON l.account = c.account AND l.provider_call_id = c.provider_call_id "
                             "LEFT JOIN decisions d ON d.call = c.id "
                             "LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE call = c.id "
                             "AND purpose IN ('text-back', 'second-call')) "
                             "WHERE %1"_s.arg(pageCondition(u'c', u'c', page.forward)));
    bindPage(find, page);
    while (find.next()) {
        const CallCard card = callCardOf(find);
        entries.push_back({card.at, card});
    }
    return entries;
}

std::vector<ThreadEntry> SqlConversationReader::notes(const Page &page)
{
    std::vector<ThreadEntry> entries;
    SqlStatement find(*m_db, u"SELECT n.id, n.at, n.body FROM thread_notes n WHERE %1"_s.arg(pageCondition(u'n', u'n', page.forward)));
    bindPage(find, page);
    while (find.next()) {
        const ThreadNote note{find.id<NoteId>(0), find.time(1), find.text(2)};
        entries.push_back({note.at, note});
    }
    return entries;
}

Result<std::vector<LateCall>> SqlConversationReader::lateCalls(UtcTime from, UtcTime until, int limit)
{
    return read([&] {
        // Those of one absence are few: what is found is put in order here.
        SqlStatement find(*m_db, u"SELECT c.conversation, c.at, v.contact_name, v.number, v.address, d.reason FROM decisions d "
                                 "JOIN calls c ON c.id = d.call JOIN conversations v ON v.id = c.conversation "
                                 "WHERE d.reason IN ('too-old', 'pc-asleep') AND d.decided_at >= :from AND d.decided_at <= :until "
                                 "AND c.missed = 1 ORDER BY d.decided_at DESC LIMIT :limit"_s);
        find.bind("from"_L1, from).bind("until"_L1, until).bind("limit"_L1, limit);
        std::vector<LateCall> calls;
        while (find.next()) {
            LateCall call;
            call.conversation = find.id<ConversationId>(0);
            call.at = find.time(1);
            call.name = find.text(2);
            call.number = find.phone(3);
            call.address = find.text(4);
            call.reason = find.named(5, decisionReasonFromString).value_or(DecisionReason::TooOld);
            calls.push_back(call);
        }
        std::stable_sort(calls.begin(), calls.end(), [](const LateCall &a, const LateCall &b) { return a.at > b.at; });
        return calls;
    });
}

Result<std::vector<ConversationSummary>> SqlConversationReader::search(const QString &text, int limit)
{
    return read([&] {
        const SearchQueries queries(*m_db);
        const SearchTerms terms = queries.terms(text);
        std::vector<SearchQueries::Found> found = queries.people(terms);
        // Of a word that is everywhere the newest few hundred messages are enough.
        const std::vector<SearchQueries::Found> writers = queries.conversationsOf(queries.messages(terms, 500));
        const size_t people = found.size();
        found.insert(found.end(), writers.begin(), writers.end());
        std::inplace_merge(found.begin(), found.begin() + std::ptrdiff_t(people), found.end(), SearchQueries::isNewer);
        found.erase(std::unique(found.begin(), found.end(),
                                [](const auto &one, const auto &other) { return one.conversation == other.conversation; }),
                    found.end());
        found.resize(std::min(found.size(), size_t(std::max(limit, 0))));

        std::vector<ConversationSummary> summaries;
        for (const SearchQueries::Found &each : found) {
            SqlStatement find(*m_db, selectSummaries() + u"WHERE s.conversation = :id"_s);
            if (find.bind("id"_L1, each.conversation).next())
                summaries.push_back(summaryOf(find, m_clock.utcNow()));
        }
        return summaries;
    });
}

} // namespace textback
