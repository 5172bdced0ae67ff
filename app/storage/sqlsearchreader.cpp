// SPDX-License-Identifier: MIT
#include "storage/sqlsearchreader.h"

#include "storage/searchqueries.h"
#include "storage/sqlstatement.h"
#include "storage/threadhits.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// Everything comes before this place.
constexpr qint64 endOfTime = std::numeric_limits<qint64>::max();
/// So many of the messages stored last are put in the order of their times: a text may be stored later than it was written.
constexpr int messagesPutInOrder = 60;

/// Columns 0 to 2 are the party's, 3 the time.
SearchHit hitOf(const SqlStatement &row, SearchGroup group, ConversationId conversation)
{
    SearchHit hit;
    hit.group = group;
    hit.conversation = conversation;
    hit.name = row.text(0);
    hit.number = row.phone(1);
    hit.address = row.text(2);
    hit.at = row.time(3);
    return hit;
}

/// Adds the newest of them.
void addNewest(std::vector<SearchHit> &hits, std::vector<SearchHit> found, int limit)
{
    std::stable_sort(found.begin(), found.end(), [](const SearchHit &a, const SearchHit &b) { return a.at > b.at; });
    const auto count = std::min(std::ssize(found), std::ptrdiff_t(std::max(limit, 0)));
    hits.insert(hits.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.begin() + count));
}

} // namespace

SqlSearchReader::SqlSearchReader(QString databaseFile)
    : m_db(std::move(databaseFile))
{
}

template <typename Found, typename Work>
Result<Found> SqlSearchReader::read(Work work)
{
    m_thread.check("SqlSearchReader");
    if (!m_db.isOpen() && !QFileInfo::exists(m_db.file()))
        return Found();
    return m_db.read([&] {
        Found found;
        work(found);
        return found;
    });
}

Result<std::vector<SearchHit>> SqlSearchReader::search(const QString &text, int limit)
{
    return read<std::vector<SearchHit>>([&](std::vector<SearchHit> &hits) {
        const SearchQueries queries(*m_db);
        const SearchTerms terms = queries.terms(text);
        addPeople(hits, queries, terms, limit);
        addMessages(hits, queries, terms, limit);
        addNotes(hits, terms, limit);
    });
}

Result<std::vector<SearchHit>> SqlSearchReader::recent(int limit)
{
    return read<std::vector<SearchHit>>([&](std::vector<SearchHit> &hits) {
        SqlStatement find(*m_db, u"SELECT c.contact_name, c.number, c.address, s.last_activity, c.id FROM conversation_summaries s "
                                 "JOIN conversations c ON c.id = s.conversation WHERE (s.last_activity, s.conversation) < (:at, :id) "
                                 "ORDER BY s.last_activity DESC, s.conversation DESC LIMIT :limit"_s);
        find.bind("at"_L1, endOfTime).bind("id"_L1, endOfTime).bind("limit"_L1, std::max(limit, 0));
        while (find.next())
            hits.push_back(hitOf(find, SearchGroup::Person, find.id<ConversationId>(4)));
    });
}

Result<ThreadHits> SqlSearchReader::inThread(ConversationId conversation, const QString &text)
{
    return read<ThreadHits>([&](ThreadHits &hits) { hits = hitsInThread(*m_db, SearchQueries(*m_db).terms(text), conversation); });
}

void SqlSearchReader::addPeople(std::vector<SearchHit> &hits, const SearchQueries &queries, const SearchTerms &terms, int limit)
{
    std::vector<SearchQueries::Found> people = queries.people(terms);
    people.resize(std::min(people.size(), size_t(std::max(limit, 0))));
    for (const SearchQueries::Found &person : people) {
        SqlStatement find(*m_db, u"SELECT c.contact_name, c.number, c.address, :at FROM conversations c WHERE c.id = :id"_s);
        find.bind("id"_L1, person.conversation).bind("at"_L1, person.lastActivity);
        if (find.next())
            hits.push_back(hitOf(find, SearchGroup::Person, person.conversation));
    }
}

void SqlSearchReader::addMessages(std::vector<SearchHit> &hits, const SearchQueries &queries, const SearchTerms &terms, int limit)
{
    std::vector<SearchQueries::FoundMessage> messages = queries.messages(terms, std::max(limit, messagesPutInOrder));
    std::stable_sort(messages.begin(), messages.end(), [](const auto &one, const auto &other) { return one.at > other.at; });
    messages.resize(std::min(messages.size(), size_t(std::max(limit, 0))));
    for (const SearchQueries::FoundMessage &each : messages) {
        SqlStatement find(*m_db, u"SELECT c.contact_name, c.number, c.address, m.at, m.body, m.incoming FROM messages m "
                                 "JOIN conversations c ON c.id = m.conversation WHERE m.id = :id"_s);
        if (!find.bind("id"_L1, each.message).next())
            continue;
        SearchHit hit = hitOf(find, SearchGroup::Message, each.conversation);
        hit.excerpt = terms.matcher.excerpt(find.text(4));
        hit.ours = !find.flag(5);
        hit.entryKey = u'm' + QString::number(each.message.value);
        hits.push_back(std::move(hit));
    }
}

/// Notes about a contact and notes in a thread, which share one index: even rows are of the first kind, odd ones of the second.
void SqlSearchReader::addNotes(std::vector<SearchHit> &hits, const SearchTerms &terms, int limit)
{
    if (terms.longWords.isEmpty())
        return;
    // Notes are few beside messages: their own words are asked at once.
    std::vector<SearchHit> found;
    const auto add = [&](const SqlStatement &row, const QString &entryKey) {
        const QString body = row.text(5);
        if (!terms.longWordsSayAll && !terms.matcher.matchesAll(body))
            return;
        SearchHit hit = hitOf(row, SearchGroup::Note, row.id<ConversationId>(4));
        hit.excerpt = terms.matcher.excerpt(body);
        hit.entryKey = entryKey;
        found.push_back(std::move(hit));
    };
    SqlStatement aboutContacts(*m_db, u"SELECT c.contact_name, c.number, c.address, n.changed_at, c.id, n.body FROM (SELECT rowid FROM "
                                      "note_search WHERE note_search MATCH :term ORDER BY rowid DESC LIMIT 200) f "
                                      "JOIN contact_notes n ON n.conversation = f.rowid / 2 AND f.rowid % 2 = 0 "
                                      "JOIN conversations c ON c.id = n.conversation"_s);
    aboutContacts.bind("term"_L1, terms.longWords);
    while (aboutContacts.next())
        add(aboutContacts, {});
    SqlStatement inThreads(*m_db, u"SELECT c.contact_name, c.number, c.address, n.at, c.id, n.body, n.id FROM (SELECT rowid FROM "
                                  "note_search WHERE note_search MATCH :term ORDER BY rowid DESC LIMIT 200) f "
                                  "JOIN thread_notes n ON n.id = f.rowid / 2 AND f.rowid % 2 = 1 "
                                  "JOIN conversations c ON c.id = n.conversation"_s);
    inThreads.bind("term"_L1, terms.longWords);
    while (inThreads.next())
        add(inThreads, u'n' + inThreads.text(6));
    addNewest(hits, std::move(found), limit);
}

} // namespace textback
