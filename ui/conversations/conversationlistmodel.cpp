// SPDX-License-Identifier: MIT
#include "ui/conversations/conversationlistmodel.h"

#include "domain/ports/clock.h"
#include "ui/format/conversationwords.h"
#include "ui/format/viewcontext.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis retryDelay{250};
constexpr Millis second{1000};
constexpr Millis minute{60000};
constexpr int searchLimit = 100;

/// Whether `one` stands above `other`: newest activity first, then the newer conversation.
bool isAbove(const ConversationSummary &one, const ConversationSummary &other)
{
    return one.lastActivity != other.lastActivity ? one.lastActivity > other.lastActivity : one.id > other.id;
}

} // namespace

ConversationListModel::ConversationListModel(ConversationReader &reader, const ViewContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_context(context)
    , m_lastDay(context.clock.utcNow())
{
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConversationSummary &row = summaryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return ConversationWords::title(row, m_context.region);
    case Qt::AccessibleTextRole:
        return ConversationWords::spoken(row, m_context.times, m_context.region, m_context.clock.utcNow());
    case IdRole:
        return row.id.value;
    case SummaryRole:
        return QVariant::fromValue(row);
    case DraftRole:
        return draft(row.id);
    default:
        return {};
    }
}

bool ConversationListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && m_search.isEmpty();
}

void ConversationListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    // The pinned row may stand below the page that was read last: the key is the last row that the filter itself gave.
    std::optional<ConversationKey> after;
    for (auto row = m_rows.rbegin(); row != m_rows.rend() && !after; ++row) {
        if (row->id != m_pinned || m_rows.size() == 1)
            after = ConversationKey{row->lastActivity, row->id};
    }
    const auto page = m_reader.conversations(m_filter, after, pageSize);
    if (!page) {
        m_more = false; // asked again with the retry, not in a circle by the view
        m_reloadDue = true;
        retryLater();
        return;
    }
    m_more = false; // whoever hears of a row must not ask for the next page in the middle of this one
    for (const ConversationSummary &row : *page)
        place(row);
    m_more = int(page->size()) == pageSize;
    watchTime();
}

void ConversationListModel::setFilter(ConversationFilter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    reload();
}

void ConversationListModel::setSearch(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (m_search == trimmed)
        return;
    m_search = trimmed;
    reload();
}

void ConversationListModel::reload()
{
    const auto page =
        m_search.isEmpty() ? m_reader.conversations(m_filter, std::nullopt, pageSize) : m_reader.search(m_search, searchLimit);
    readCounts();
    if (!page) {
        m_reloadDue = true;
        retryLater();
        return;
    }
    m_reloadDue = false;
    m_more = false;
    adopt(*page);
    m_more = m_search.isEmpty() && int(page->size()) == pageSize;
    watchTime();
}

void ConversationListModel::adopt(const std::vector<ConversationSummary> &rows)
{
    QSet<ConversationId> wanted;
    for (const ConversationSummary &row : rows)
        wanted.insert(row.id);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const ConversationId id = summaryAt(row).id;
        if (!wanted.contains(id) && !(id == m_pinned && m_search.isEmpty()))
            removeRowAt(row);
    }
    for (const ConversationSummary &row : rows)
        place(row);
}

void ConversationListModel::refresh(const QList<ConversationId> &conversations)
{
    for (const ConversationId id : conversations) {
        const auto read = m_reader.conversation(id);
        if (!read) {
            m_pending.insert(id);
            continue;
        }
        m_pending.remove(id);
        const int row = rowOf(id);
        if (!read->has_value()) {
            if (row >= 0)
                removeRowAt(row);
            continue;
        }
        const ConversationSummary &summary = **read;
        if (!m_search.isEmpty()) {
            // What the text finds is not asked anew for each call that comes in; rows that are shown stay true.
            if (row >= 0)
                place(summary);
            continue;
        }
        if (!belongs(summary)) {
            if (row >= 0)
                removeRowAt(row);
            continue;
        }
        // Below the last page that was read it will come with its page.
        const bool belowPages = m_more && row < 0 && !m_rows.empty() && isAbove(m_rows.back(), summary);
        if (!belowPages)
            place(summary);
    }
    readCounts();
    if (!m_pending.isEmpty())
        retryLater();
    watchTime();
}

bool ConversationListModel::belongs(const ConversationSummary &summary) const
{
    if (summary.id == m_pinned)
        return true;
    switch (m_filter) {
    case ConversationFilter::All:
        return true;
    case ConversationFilter::NeedsReply:
        return summary.needsReply;
    case ConversationFilter::Unread:
        return summary.unread > 0;
    }
    Q_UNREACHABLE();
}

void ConversationListModel::place(const ConversationSummary &summary)
{
    const int row = rowOf(summary.id);
    // Where it goes if it were not there itself.
    int target = 0;
    for (int other = 0; other < int(m_rows.size()); ++other) {
        if (other != row && isAbove(summaryAt(other), summary))
            ++target;
    }
    if (row < 0) {
        beginInsertRows({}, target, target);
        m_rows.insert(m_rows.begin() + target, summary);
        endInsertRows();
        return;
    }
    if (target != row) {
        beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
        if (target < row)
            std::rotate(m_rows.begin() + target, m_rows.begin() + row, m_rows.begin() + row + 1);
        else
            std::rotate(m_rows.begin() + row, m_rows.begin() + row + 1, m_rows.begin() + target + 1);
        endMoveRows();
    }
    if (m_rows[size_t(target)] != summary) {
        m_rows[size_t(target)] = summary;
        emit dataChanged(index(target), index(target));
    }
}

void ConversationListModel::removeRowAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void ConversationListModel::setPinned(ConversationId conversation)
{
    if (m_pinned == conversation)
        return;
    const ConversationId before = m_pinned;
    m_pinned = conversation;
    // The one that was held is judged again; the new one may not be in the list yet.
    QList<ConversationId> touched;
    if (const int row = rowOf(before); row >= 0 && m_search.isEmpty() && !belongs(summaryAt(row)))
        touched.append(before);
    if (!conversation.isNull() && rowOf(conversation) < 0)
        touched.append(conversation);
    if (!touched.isEmpty())
        refresh(touched);
}

void ConversationListModel::setDraft(ConversationId conversation, const QString &text)
{
    if (text.trimmed().isEmpty())
        m_drafts.remove(conversation);
    else
        m_drafts.insert(conversation, text);
    if (const int row = rowOf(conversation); row >= 0)
        emit dataChanged(index(row), index(row), {DraftRole});
}

void ConversationListModel::wordsChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int ConversationListModel::rowOf(ConversationId conversation) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [conversation](const auto &row) { return row.id == conversation; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void ConversationListModel::readCounts()
{
    const auto counts = m_reader.counts();
    if (!counts) {
        retryLater();
        return;
    }
    if (*counts != m_counts) {
        m_counts = *counts;
        emit countsChanged(m_counts);
    }
}

void ConversationListModel::retryLater()
{
    if (m_retry.isActive())
        return;
    m_retry = m_context.scheduler.callAfter(retryDelay, [this] {
        const QSet<ConversationId> pending = m_pending;
        m_pending.clear();
        if (m_reloadDue)
            reload();
        refresh(QList<ConversationId>(pending.begin(), pending.end()));
    });
}

void ConversationListModel::watchTime()
{
    if (m_tick.isActive())
        return;
    const UtcTime now = m_context.clock.utcNow();
    bool counting = false;
    for (const ConversationSummary &row : m_rows) {
        const auto badge = ConversationWords::badge(row, now);
        counting = counting || (badge && badge->counting);
    }
    // Once a second while a badge counts down; else once a minute, for "Yesterday" at midnight.
    m_tick = m_context.scheduler.callAfter(counting ? second : minute, [this, counting] {
        const UtcTime later = m_context.clock.utcNow();
        if (!m_context.times.sameDay(m_lastDay, later)) {
            m_lastDay = later;
            wordsChanged();
        } else if (counting) {
            for (int row = 0; row < int(m_rows.size()); ++row) {
                const auto badge = ConversationWords::badge(summaryAt(row), later);
                if (badge && badge->counting)
                    emit dataChanged(index(row), index(row));
            }
        }
        watchTime();
    });
}

} // namespace textback
