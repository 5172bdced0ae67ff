// SPDX-License-Identifier: MIT
#include "ui/calls/callsmodel.h"

#include "ui/calls/callwords.h"
#include "ui/format/viewcontext.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis retryDelay{250};
constexpr int mostOfConversation = 500;

/// Whether `one` stands above `other`.
bool isAbove(const CallListRow &one, const CallListRow &other)
{
    return one.key() > other.key();
}

} // namespace

CallsModel::CallsModel(CallsReader &reader, const ViewContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_context(context)
{
}

int CallsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return CallWords::who(rowAt(index.row()), m_context.region);
    case Qt::AccessibleTextRole:
        return CallWords::spoken(rowAt(index.row()), m_context);
    default:
        return {};
    }
}

bool CallsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void CallsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_more = false; // whoever hears of a row must not ask for the next page in the middle of this one
    const auto page = m_reader.calls(m_query, m_rows.empty() ? std::nullopt : std::optional(m_rows.back().key()), pageSize);
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

void CallsModel::setQuery(const CallsQuery &query)
{
    if (m_query == query)
        return;
    m_query = query;
    reload();
}

void CallsModel::reload()
{
    auto page = m_reader.calls(m_query, std::nullopt, pageSize);
    m_reloadDue = !page;
    beginResetModel();
    m_rows = page ? *std::move(page) : std::vector<CallListRow>();
    m_more = int(m_rows.size()) == pageSize;
    m_read = !m_reloadDue;
    endResetModel();
    if (m_reloadDue)
        retryLater();
    emit listChanged();
}

void CallsModel::refresh(const QList<ConversationId> &conversations)
{
    if (m_reloadDue)
        return;                                     // everything comes anew
    const bool more = std::exchange(m_more, false); // whoever hears of a row must not ask for a page in the middle of this
    for (const ConversationId conversation : conversations) {
        const auto last = more && !m_rows.empty() ? std::optional(m_rows.back().key()) : std::nullopt;
        const auto calls = m_reader.callsWith(conversation, m_query, last, mostOfConversation);
        if (!calls) {
            m_pending.insert(conversation);
            continue;
        }
        m_pending.remove(conversation);
        for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
            const CallListRow &shown = rowAt(row);
            const auto still = [&shown](const CallListRow &read) { return read.key() == shown.key(); };
            // Beyond what is read at a time nothing is known of them: they stay.
            const bool known = int(calls->size()) < mostOfConversation || shown.key() >= calls->back().key();
            if (shown.conversation == conversation && known && std::none_of(calls->begin(), calls->end(), still))
                removeRowAt(row);
        }
        for (const CallListRow &call : *calls)
            take(call);
    }
    m_more = more;
    if (!m_pending.isEmpty())
        retryLater();
    emit listChanged();
}

void CallsModel::take(const CallListRow &row)
{
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row, isAbove);
    const int at = int(place - m_rows.begin());
    if (place != m_rows.end() && place->key() == row.key()) {
        if (*place == row)
            return;
        *place = row;
        emit dataChanged(index(at), index(at));
        return;
    }
    beginInsertRows({}, at, at);
    m_rows.insert(place, row);
    endInsertRows();
}

void CallsModel::removeRowAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void CallsModel::wordsChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int CallsModel::rowOf(CallId call) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [call](const CallListRow &row) { return row.card.id == call; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void CallsModel::retryLater()
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
