// SPDX-License-Identifier: MIT
#include "storage/personrepository.h"

#include "domain/contacts/personsortkey.h"
#include "storage/sqlstatement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// From conversations c JOIN conversation_summaries s.
NamedNumber numberOf(const SqlStatement &row)
{
    return {row.id<ConversationId>(0), row.phone(1), row.text(2), row.flag(3)};
}

} // namespace

bool PersonRepository::hasNumber(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT number FROM conversations WHERE id = :id"_s);
    return find.bind("id"_L1, conversation).next() && !find.phone(0).isNull();
}

qint64 PersonRepository::personOf(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT person FROM person_links WHERE conversation = :id"_s);
    return find.bind("id"_L1, conversation).next() ? find.integer(0) : 0;
}

std::vector<ConversationId> PersonRepository::numbersOf(ConversationId conversation) const
{
    std::vector<ConversationId> numbers;
    SqlStatement find(m_db, u"SELECT conversation FROM person_links WHERE person = :person ORDER BY conversation"_s);
    find.bind("person"_L1, personOf(conversation));
    while (find.next())
        numbers.push_back(find.id<ConversationId>(0));
    if (numbers.empty())
        numbers.push_back(conversation);
    return numbers;
}

void PersonRepository::link(ConversationId one, ConversationId other)
{
    // One of them may have been deleted meanwhile.
    if (one == other || !hasNumber(one) || !hasNumber(other))
        return;
    const qint64 first = personOf(one);
    const qint64 second = personOf(other);
    qint64 person = first != 0 ? first : second;
    if (person == 0)
        person = m_db.value(u"SELECT ifnull(max(person), 0) + 1 FROM person_links"_s).toLongLong();
    if (second != 0 && second != person) {
        SqlStatement join(m_db, u"UPDATE person_links SET person = :person WHERE person = :second"_s);
        join.bind("person"_L1, person).bind("second"_L1, second).exec();
    }
    for (const ConversationId each : {one, other}) {
        SqlStatement add(m_db, u"INSERT OR IGNORE INTO person_links (conversation, person) VALUES (:id, :person)"_s);
        add.bind("id"_L1, each).bind("person"_L1, person).exec();
    }
    SqlStatement agree(m_db, u"DELETE FROM person_refusals WHERE one IN (SELECT conversation FROM person_links WHERE person = :person) "
                             "AND other IN (SELECT conversation FROM person_links WHERE person = :same)"_s);
    agree.bind("person"_L1, person).bind("same"_L1, person).exec();
}

void PersonRepository::refuse(ConversationId one, ConversationId other)
{
    const qint64 person = personOf(one);
    if (one == other || !hasNumber(one) || !hasNumber(other) || (person != 0 && person == personOf(other)))
        return;
    SqlStatement add(m_db, u"INSERT OR IGNORE INTO person_refusals (one, other) VALUES (:one, :other)"_s);
    add.bind("one"_L1, std::min(one, other)).bind("other"_L1, std::max(one, other)).exec();
}

void PersonRepository::withdraw(ConversationId one, ConversationId other)
{
    SqlStatement remove(m_db, u"DELETE FROM person_refusals WHERE one = :one AND other = :other"_s);
    remove.bind("one"_L1, std::min(one, other)).bind("other"_L1, std::max(one, other)).exec();
}

void PersonRepository::separate(ConversationId conversation)
{
    const std::vector<ConversationId> numbers = numbersOf(conversation);
    for (const ConversationId each : numbers) {
        // One alone is linked with nobody.
        if (each != conversation && numbers.size() > 2)
            continue;
        SqlStatement(m_db, u"DELETE FROM person_links WHERE conversation = :id"_s).bind("id"_L1, each).exec();
    }
}

void PersonRepository::forget(ConversationId conversation)
{
    separate(conversation);
    SqlStatement(m_db, u"DELETE FROM person_refusals WHERE one = :id"_s).bind("id"_L1, conversation).exec();
    SqlStatement(m_db, u"DELETE FROM person_refusals WHERE other = :id"_s).bind("id"_L1, conversation).exec();
}

std::vector<NamedNumber> PersonRepository::linkedWith(ConversationId conversation) const
{
    std::vector<NamedNumber> linked;
    SqlStatement find(m_db, u"SELECT c.id, c.number, c.contact_name, s.opted_out FROM person_links l "
                            "JOIN conversations c ON c.id = l.conversation JOIN conversation_summaries s ON s.conversation = c.id "
                            "WHERE l.person = :person AND l.conversation <> :id ORDER BY l.conversation"_s);
    find.bind("person"_L1, personOf(conversation)).bind("id"_L1, conversation);
    while (find.next())
        linked.push_back(numberOf(find));
    return linked;
}

std::vector<std::pair<ConversationId, ConversationId>> PersonRepository::refusalsOf(ConversationId conversation) const
{
    std::vector<std::pair<ConversationId, ConversationId>> refusals;
    SqlStatement find(m_db, u"SELECT other FROM person_refusals WHERE one = :id "
                            "UNION ALL SELECT one FROM person_refusals WHERE other = :same"_s);
    find.bind("id"_L1, conversation).bind("same"_L1, conversation);
    while (find.next())
        refusals.emplace_back(conversation, find.id<ConversationId>(0));
    return refusals;
}

std::vector<NamedNumber> PersonRepository::suggestionsFor(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT id, number, contact_name, 0, sort_key FROM conversations WHERE id = :id"_s);
    if (!find.bind("id"_L1, conversation).next())
        return {};
    const NamedNumber shown = numberOf(find);
    if (shown.number.isNull() || !canTellPerson(shown.name))
        return {};
    // Names from before there were keys have one without the rarer accents: as they stand, and as they would be given now.
    SqlStatement same(m_db, u"SELECT c.id, c.number, c.contact_name, s.opted_out FROM conversations c "
                            "JOIN conversation_summaries s ON s.conversation = c.id "
                            "WHERE c.sort_key IN (:stored, :now) AND c.id <> :id LIMIT :limit"_s);
    same.bind("stored"_L1, find.text(4)).bind("now"_L1, personSortKey(shown.name, {})).bind("id"_L1, conversation);
    same.bind("limit"_L1, int(mostNamesakes) + 1);
    std::vector<NamedNumber> others;
    while (same.next())
        others.push_back(numberOf(same));
    std::sort(others.begin(), others.end(),
              [](const NamedNumber &one, const NamedNumber &other) { return one.conversation < other.conversation; });

    PersonAnswers answers;
    answers.linked.push_back(numbersOf(conversation));
    for (const NamedNumber &other : others)
        answers.linked.push_back(numbersOf(other.conversation));
    for (const ConversationId mine : answers.linked.front()) {
        const auto refusals = refusalsOf(mine);
        answers.refused.insert(answers.refused.end(), refusals.begin(), refusals.end());
    }
    return samePersonSuggestions(shown, others, answers);
}

} // namespace textback
