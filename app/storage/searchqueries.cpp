// SPDX-License-Identifier: MIT
#include "storage/searchqueries.h"

#include "storage/sqlstatement.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr int rowsPerHit = 10; ///< of a word's beginning so many are looked at for each hit that is wanted
constexpr int mostRows = 2000;

} // namespace

bool SearchQueries::isNewer(const Found &one, const Found &other)
{
    return std::tie(one.lastActivity, one.conversation) > std::tie(other.lastActivity, other.conversation);
}

QString SearchQueries::country() const
{
    SqlStatement find(m_db, u"SELECT country FROM settings WHERE id = 1"_s);
    return find.next() ? find.text(0) : u"US"_s;
}

SearchTerms SearchQueries::terms(const QString &text) const
{
    return searchTerms(text, country());
}

std::vector<SearchQueries::Found> SearchQueries::people(const SearchTerms &terms) const
{
    std::map<ConversationId, UtcTime> found;
    const auto collect = [&](const QString &sql, const QString &term) {
        SqlStatement find(m_db, sql);
        find.bind("term"_L1, term);
        while (find.next())
            found.emplace(find.id<ConversationId>(0), find.time(1));
    };
    // Each reads the newest contacts alone: of a name's first letter there are thousands.
    for (const QString &digits : terms.digits) {
        collect(u"SELECT s.conversation, s.last_activity FROM (SELECT rowid FROM number_search WHERE number_search MATCH :term "
                "ORDER BY rowid DESC LIMIT 1000) f JOIN conversation_summaries s ON s.conversation = f.rowid"_s,
                u'"' + digits + u'"');
    }
    if (!terms.words.isEmpty()) {
        collect(u"SELECT s.conversation, s.last_activity FROM (SELECT rowid FROM contact_search WHERE contact_search MATCH :term "
                "ORDER BY rowid DESC LIMIT 1000) f JOIN conversation_summaries s ON s.conversation = f.rowid"_s,
                terms.words);
    }
    std::vector<Found> people;
    people.reserve(found.size());
    for (const auto &[conversation, lastActivity] : found)
        people.push_back({conversation, lastActivity});
    std::sort(people.begin(), people.end(), isNewer);
    return people;
}

std::vector<SearchQueries::FoundMessage> SearchQueries::messages(const SearchTerms &terms, int limit) const
{
    if (terms.beginnings.isEmpty() || limit <= 0)
        return {};
    const int rows = std::min(limit * rowsPerHit, mostRows);
    int read = 0;
    std::vector<FoundMessage> found =
        messagesOf(terms.beginnings, std::max(rows, limit), terms.beginningsSayAll ? nullptr : &terms.matcher, limit, read);
    // Enough of them, or all that there are. Otherwise the words are much rarer than their beginnings, and so their own rows are few.
    if (terms.beginningsSayAll || std::ssize(found) >= limit || read < rows)
        return found;
    return messagesOf(terms.longWords, terms.longWordsSayAll ? limit : std::max(rows, limit),
                      terms.longWordsSayAll ? nullptr : &terms.matcher, limit, read);
}

std::vector<SearchQueries::FoundMessage> SearchQueries::messagesOf(const QString &expression, int rows, const SearchMatcher *matcher,
                                                                   int limit, int &read) const
{
    std::vector<FoundMessage> found;
    read = 0;
    SqlStatement find(m_db, u"SELECT m.id, m.conversation, m.at, m.body FROM (SELECT rowid FROM message_search WHERE message_search MATCH "
                            ":term ORDER BY rowid DESC LIMIT :rows) f JOIN messages m ON m.id = f.rowid"_s);
    find.bind("term"_L1, expression).bind("rows"_L1, rows);
    while (std::ssize(found) < limit && find.next()) {
        ++read;
        if (!matcher || matcher->matchesAll(find.text(3)))
            found.push_back({find.id<MessageId>(0), find.id<ConversationId>(1), find.time(2)});
    }
    return found;
}

std::vector<SearchQueries::Found> SearchQueries::conversationsOf(const std::vector<FoundMessage> &messages) const
{
    std::set<ConversationId> conversations;
    for (const FoundMessage &message : messages)
        conversations.insert(message.conversation);
    std::vector<Found> found;
    found.reserve(conversations.size());
    for (const ConversationId conversation : conversations) {
        SqlStatement find(m_db, u"SELECT last_activity FROM conversation_summaries WHERE conversation = :id"_s);
        if (find.bind("id"_L1, conversation).next())
            found.push_back({conversation, find.time(0)});
    }
    std::sort(found.begin(), found.end(), isNewer);
    return found;
}

} // namespace textback
