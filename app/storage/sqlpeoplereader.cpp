// SPDX-License-Identifier: MIT
#include "storage/sqlpeoplereader.h"

#include "storage/searchterms.h"
#include "storage/sqlstatement.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

Person personOf(const SqlStatement &row)
{
    Person person;
    person.id = row.id<ConversationId>(0);
    person.address = row.text(1);
    person.number = row.phone(2);
    person.name = row.text(3);
    person.sortKey = row.text(4);
    person.lastActivity = row.time(5);
    person.optedOut = row.flag(6);
    return person;
}

std::optional<Person> personWith(SqlConnection &db, ConversationId id)
{
    SqlStatement find(db,
                      u"SELECT c.id, c.address, c.number, c.contact_name, c.sort_key, s.last_activity, s.opted_out FROM conversations c "
                      "JOIN conversation_summaries s ON s.conversation = c.id WHERE c.id = :id AND c.address <> 'withheld'"_s);
    return find.bind("id"_L1, id).next() ? std::optional(personOf(find)) : std::nullopt;
}

} // namespace

Result<std::vector<Person>> SqlPeopleReader::people(PeopleFilter filter, std::optional<PersonKey> after, int limit)
{
    return m_db.read([&] {
        // Keys of those who have a name begin with "0", the others' with "1" (personSortKey()).
        const QString first = filter == PeopleFilter::Unnamed ? u"1"_s : QString();
        const QString end = filter == PeopleFilter::Named ? u"1"_s : u"2"_s;
        SqlStatement find(
            *m_db, u"SELECT c.id, c.address, c.number, c.contact_name, c.sort_key, s.last_activity, s.opted_out FROM conversations c "
                   "JOIN conversation_summaries s ON s.conversation = c.id "
                   "WHERE (c.sort_key, c.id) > (:key, :id) AND c.sort_key < :end AND c.address <> 'withheld' "
                   "ORDER BY c.sort_key, c.id LIMIT :limit"_s);
        find.bind("key"_L1, after ? after->sortKey : first).bind("id"_L1, after ? after->id.value : qint64(0));
        find.bind("end"_L1, end).bind("limit"_L1, limit);
        std::vector<Person> rows;
        while (find.next())
            rows.push_back(personOf(find));
        return rows;
    });
}

Result<std::optional<Person>> SqlPeopleReader::person(ConversationId id)
{
    return m_db.read([&] { return personWith(*m_db, id); });
}

Result<std::vector<Person>> SqlPeopleReader::find(const QString &text, int limit)
{
    return m_db.read([&] {
        QString country = u"US"_s;
        if (SqlStatement home(*m_db, u"SELECT country FROM settings WHERE id = 1"_s); home.next())
            country = home.text(0);
        const SearchTerms terms = searchTerms(text, country);
        std::set<ConversationId> found;
        const auto collect = [&](const QString &sql, const QString &term) {
            SqlStatement look(*m_db, sql);
            look.bind("term"_L1, term).bind("limit"_L1, limit);
            while (look.next())
                found.insert(look.id<ConversationId>(0));
        };
        for (const QString &digits : terms.digits)
            collect(u"SELECT rowid FROM number_search WHERE number_search MATCH :term LIMIT :limit"_s, u'"' + digits + u'"');
        if (!terms.words.isEmpty())
            collect(u"SELECT rowid FROM contact_search WHERE contact_search MATCH :term LIMIT :limit"_s, terms.words);
        std::vector<Person> rows;
        for (const ConversationId id : found) {
            if (const auto person = personWith(*m_db, id))
                rows.push_back(*person);
        }
        std::sort(rows.begin(), rows.end(),
                  [](const Person &a, const Person &b) { return std::tie(a.sortKey, a.id) < std::tie(b.sortKey, b.id); });
        if (std::ssize(rows) > std::max(limit, 0))
            rows.resize(size_t(std::max(limit, 0)));
        return rows;
    });
}

Result<QHash<QString, QString>> SqlPeopleReader::names(const std::vector<PhoneNumber> &numbers)
{
    return m_db.read([&] {
        QHash<QString, QString> names;
        for (const PhoneNumber &number : numbers) {
            SqlStatement find(*m_db, u"SELECT contact_name FROM conversations WHERE address = :address"_s);
            if (find.bind("address"_L1, number.e164()).next() && !find.text(0).isEmpty())
                names.insert(number.e164(), find.text(0));
        }
        return names;
    });
}

} // namespace textback
