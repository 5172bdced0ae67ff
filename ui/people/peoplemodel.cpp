// SPDX-License-Identifier: MIT
#include "ui/people/peoplemodel.h"

#include "ui/format/viewcontext.h"
#include "ui/people/importwords.h"

namespace textback {

PeopleModel::PeopleModel(PeopleReader &reader, const ViewContext &context, QObject *parent)
    : PagedRows<Person>(context, parent)
    , m_reader(reader)
{
}

QString PeopleModel::title(int row) const
{
    return PersonWords::title(rowAt(row), context().region);
}

QString PeopleModel::spoken(int row) const
{
    return PersonWords::spoken(rowAt(row), context());
}

void PeopleModel::setFilter(PeopleFilter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    reload();
}

void PeopleModel::setSearch(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (m_search == trimmed)
        return;
    m_search = trimmed;
    reload();
}

Result<std::vector<Person>> PeopleModel::page(const Person *last)
{
    if (!m_search.isEmpty())
        return m_reader.find(m_search, searchLimit);
    return m_reader.people(m_filter, last ? std::optional(last->key()) : std::nullopt, pageSize);
}

/// As the database orders them: by the bytes of the key.
bool PeopleModel::isAbove(const Person &one, const Person &other) const
{
    if (one.sortKey != other.sortKey)
        return one.sortKey.toUtf8() < other.sortKey.toUtf8();
    return one.id < other.id;
}

bool PeopleModel::readAgain(ConversationId id, bool more)
{
    const auto person = m_reader.person(id);
    if (!person)
        return false;
    const int row = rowWithId(id.value);
    const bool stays = row >= 0 && *person && (*person)->sortKey == rowAt(row).sortKey;
    if (row >= 0 && !stays)
        removeRowAt(row);
    // What a text finds is not asked anew for each call that comes in; below the last page that was read a row will come with its page.
    const bool isElsewhere =
        *person && !stays && ((!m_search.isEmpty() && row < 0) || (more && lastRow() && isAbove(*lastRow(), **person)));
    if (*person && !isElsewhere && (stays || belongs(**person)))
        take(**person);
    return true;
}

bool PeopleModel::belongs(const Person &person) const
{
    return m_filter == PeopleFilter::All || !m_search.isEmpty() || (m_filter == PeopleFilter::Named) == !person.name.trimmed().isEmpty();
}

} // namespace textback
