// SPDX-License-Identifier: MIT
#include "ui/people/peoplemodel.h"

#include "domain/ports/clock.h"
#include "ui/format/viewcontext.h"
#include "ui/people/importwords.h"

#include <algorithm>
#include <tuple>

namespace textback {

namespace {

constexpr Millis retryDelay{250};

/// Whether `one` stands above `other`, as the database orders them: by the bytes of the key.
bool isAbove(const Person &one, const Person &other)
{
    if (one.sortKey != other.sortKey)
        return one.sortKey.toUtf8() < other.sortKey.toUtf8();
    return one.id < other.id;
}

} // namespace

PeopleModel::PeopleModel(PeopleReader &reader, const ViewContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_context(context)
{
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return PersonWords::title(personAt(index.row()), m_context.region);
    case Qt::AccessibleTextRole:
        return PersonWords::spoken(personAt(index.row()), m_context);
    default:
        return {};
    }
}

bool PeopleModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && m_search.isEmpty();
}

void PeopleModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_more = false; // whoever hears of a row must not ask for the next page in the middle of this one
    const auto page = m_reader.people(m_filter, m_rows.empty() ? std::nullopt : std::optional(m_rows.back().key()), pageSize);
    if (!page) {
        m_reloadDue = true;
        retryLater();
        return;
    }
    if (!page->empty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page->size()) - 1);
        m_rows.insert(m_rows.end(), page->begin(), page->end());
        endInsertRows();
    }
    m_more = int(page->size()) == pageSize;
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

void PeopleModel::reload()
{
    auto page = m_search.isEmpty() ? m_reader.people(m_filter, std::nullopt, pageSize) : m_reader.find(m_search, searchLimit);
    m_reloadDue = !page;
    beginResetModel();
    m_rows = page ? *std::move(page) : std::vector<Person>();
    m_more = m_search.isEmpty() && int(m_rows.size()) == pageSize;
    endResetModel();
    if (m_reloadDue)
        retryLater();
    emit listChanged();
}

void PeopleModel::refresh(const QList<ConversationId> &conversations)
{
    if (m_reloadDue)
        return;                                     // everything comes anew
    const bool more = std::exchange(m_more, false); // whoever hears of a row must not ask for a page in the middle of this
    for (const ConversationId id : conversations) {
        const auto person = m_reader.person(id);
        if (!person) {
            m_pending.insert(id);
            continue;
        }
        m_pending.remove(id);
        const int row = rowOf(id);
        if (row >= 0 && *person && (*person)->sortKey == personAt(row).sortKey) {
            if (personAt(row) != **person) {
                m_rows[size_t(row)] = **person;
                emit dataChanged(index(row), index(row));
            }
            continue;
        }
        if (row >= 0)
            removeRowAt(row);
        // What a text finds is not asked anew for each call that comes in; below the last page that was read a row will come with its page.
        if (!*person || !belongs(**person) || (!m_search.isEmpty() && row < 0) ||
            (more && !m_rows.empty() && isAbove(m_rows.back(), **person)))
            continue;
        const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), **person, isAbove);
        const int at = int(place - m_rows.begin());
        beginInsertRows({}, at, at);
        m_rows.insert(place, **person);
        endInsertRows();
    }
    m_more = more;
    if (!m_pending.isEmpty())
        retryLater();
    emit listChanged();
}

bool PeopleModel::belongs(const Person &person) const
{
    return m_filter == PeopleFilter::All || !m_search.isEmpty() || (m_filter == PeopleFilter::Named) == !person.name.trimmed().isEmpty();
}

int PeopleModel::rowOf(ConversationId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Person &person) { return person.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void PeopleModel::removeRowAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void PeopleModel::retryLater()
{
    if (m_retry.isActive())
        return;
    m_retry = m_context.scheduler.callAfter(retryDelay, [this] {
        const QSet<ConversationId> pending = std::exchange(m_pending, {});
        if (m_reloadDue)
            reload();
        else
            refresh(QList<ConversationId>(pending.begin(), pending.end()));
    });
}

} // namespace textback
