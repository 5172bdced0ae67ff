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

/// Whether its badge counts down. The cheap look comes first: of a long list hardly a row has a text that waits.
bool countsDown(const ConversationSummary &row, UtcTime now)
{
    if (!row.missedCall || !row.missedCall->notBefore)
        return false;
    const auto badge = ConversationWords::callBadge(*row.missedCall, now);
    return badge && badge->counting;
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
        return spoken(row);
    case IdRole:
        return row.id.value;
    case SummaryRole:
        return QVariant::fromValue(row);
    case DraftRole:
        return draft(row);
    default:
        return {};
    }
}

QString ConversationListModel::spoken(const ConversationSummary &row) const
{
    ConversationSummary shown = row;
    shown.draft = draft(row);
    return ConversationWords::spoken(shown, m_context.times, m_context.region, m_context.clock.utcNow());
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
        if ((*row)->id != m_pinned || m_rows.size() == 1)
            after = ConversationKey{(*row)->lastActivity, (*row)->id};
    }
    const auto page = m_reader.conversations(m_filter, after, pageSize);
    if (!page) {
        m_more = false; // asked again with the retry, not in a circle by the view
        m_reloadDue = true;
        retryLater();
        return;
    }
    m_more = false; // whoever hears of a row must not ask for the next page in the middle of this one
    append(*page);
    m_more = int(page->size()) == pageSize;
    watchTime();
}

void ConversationListModel::append(const std::vector<ConversationSummary> &rows)
{
    // A page is what stands below everything that is loaded, in order, unless a row has moved since: then each finds its own place.
    const bool below = std::none_of(rows.begin(), rows.end(), [this](const ConversationSummary &row) {
        return m_activities.contains(row.id) || (!m_rows.empty() && isAbove(row, *m_rows.back()));
    });
    if (!below || rows.empty() || !std::is_sorted(rows.begin(), rows.end(), isAbove)) {
        for (const ConversationSummary &row : rows)
            place(row);
        return;
    }
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    for (const ConversationSummary &row : rows) {
        m_rows.push_back(std::make_unique<ConversationSummary>(row));
        m_activities.insert(row.id, row.lastActivity);
    }
    endInsertRows();
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
        const bool belowPages = m_more && row < 0 && !m_rows.empty() && isAbove(*m_rows.back(), summary);
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
    case ConversationFilter::Snoozed:
        return summary.snoozedUntil.has_value();
    case ConversationFilter::Done:
        return summary.done;
    }
    Q_UNREACHABLE();
}

int ConversationListModel::rowsAbove(const ConversationSummary &summary) const
{
    const auto at = std::partition_point(m_rows.begin(), m_rows.end(), [&summary](const auto &row) { return isAbove(*row, summary); });
    return int(at - m_rows.begin());
}

void ConversationListModel::place(const ConversationSummary &summary)
{
    const int row = rowOf(summary.id);
    const int above = rowsAbove(summary);
    if (row < 0) {
        beginInsertRows({}, above, above);
        m_rows.insert(m_rows.begin() + above, std::make_unique<ConversationSummary>(summary));
        m_activities.insert(summary.id, summary.lastActivity);
        endInsertRows();
        return;
    }
    // Where it goes if it were not there itself.
    const int target = above > row ? above - 1 : above;
    if (target != row) {
        beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
        if (target < row)
            std::rotate(m_rows.begin() + target, m_rows.begin() + row, m_rows.begin() + row + 1);
        else
            std::rotate(m_rows.begin() + row, m_rows.begin() + row + 1, m_rows.begin() + target + 1);
        // Whoever hears of the move looks rows up by their key: it must fit the new place already.
        const bool changed = *m_rows[size_t(target)] != summary;
        *m_rows[size_t(target)] = summary;
        m_activities.insert(summary.id, summary.lastActivity);
        endMoveRows();
        if (changed)
            emit dataChanged(index(target), index(target));
        return;
    }
    if (summaryAt(target) != summary) {
        *m_rows[size_t(target)] = summary;
        m_activities.insert(summary.id, summary.lastActivity);
        emit dataChanged(index(target), index(target));
    }
}

void ConversationListModel::removeRowAt(int row)
{
    beginRemoveRows({}, row, row);
    m_activities.remove(summaryAt(row).id);
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
    m_drafts.insert(conversation, text.trimmed().isEmpty() ? QString() : text);
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
    const auto activity = m_activities.constFind(conversation);
    if (activity == m_activities.constEnd())
        return -1;
    ConversationSummary key;
    key.id = conversation;
    key.lastActivity = *activity;
    return rowsAbove(key);
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
    const bool counting = std::any_of(m_rows.begin(), m_rows.end(), [now](const auto &row) { return countsDown(*row, now); });
    // Once a second while a badge counts down; else once a minute, for "Yesterday" at midnight.
    m_tick = m_context.scheduler.callAfter(counting ? second : minute, [this, counting] {
        const UtcTime later = m_context.clock.utcNow();
        if (!m_context.times.sameDay(m_lastDay, later)) {
            m_lastDay = later;
            wordsChanged();
        } else if (counting) {
            for (int row = 0; row < int(m_rows.size()); ++row) {
                if (countsDown(summaryAt(row), later))
                    emit dataChanged(index(row), index(row));
            }
        }
        watchTime();
    });
}

} // namespace textback
