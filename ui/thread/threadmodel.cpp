// SPDX-License-Identifier: MIT
#include "ui/thread/threadmodel.h"

#include "domain/ports/clock.h"
#include "domain/search/searchmatcher.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/thread/threadwords.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace textback {

namespace {

constexpr Millis retryDelay{250};
constexpr Millis second{1000};
constexpr int mostUnreadPages = 10; ///< read for the "New" line

/// Everything that came in is unread, so that the first unread one may lie further up.
bool mayBeginAbove(const std::vector<ThreadEntry> &entries)
{
    for (const ThreadEntry &entry : entries) {
        const auto *bubble = std::get_if<MessageBubble>(&entry.content);
        if (bubble && bubble->message.direction == MessageDirection::Incoming)
            return !bubble->message.read;
    }
    return false;
}

bool cameIn(const ThreadEntry &entry)
{
    if (const auto *card = std::get_if<CallCard>(&entry.content))
        return card->missed;
    const auto *bubble = std::get_if<MessageBubble>(&entry.content);
    return bubble && bubble->message.direction == MessageDirection::Incoming;
}

} // namespace

ThreadModel::ThreadModel(ConversationReader &reader, const ViewContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_context(context)
{
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return ThreadWords::spoken(entryAt(index.row()), m_context);
    case KeyRole:
        return entryAt(index.row()).key();
    default:
        return {};
    }
}

Result<std::vector<ThreadEntry>> ThreadModel::newest(int limit)
{
    return m_reader.thread(m_conversation, std::nullopt, limit);
}

void ThreadModel::setConversation(ConversationId conversation)
{
    if (m_conversation == conversation && m_loaded)
        return;
    beginResetModel();
    m_conversation = conversation;
    m_entries.clear();
    m_portions.clear();
    m_firstNew.clear();
    m_seen.reset();
    m_news = 0;
    m_older = false;
    m_newer = false;
    m_loaded = conversation.isNull();
    if (!conversation.isNull()) {
        if (auto entries = newest(pageSize)) {
            m_older = int(entries->size()) == pageSize;
            m_entries = std::move(*entries);
            m_loaded = true;
        } else {
            retryLater();
        }
    }
    for (int pages = 1; pages < mostUnreadPages && m_older && mayBeginAbove(m_entries); ++pages) {
        auto above = m_reader.thread(m_conversation, m_entries.front().place(), pageSize);
        if (!above)
            break;
        m_older = int(above->size()) == pageSize;
        m_entries.insert(m_entries.begin(), std::make_move_iterator(above->begin()), std::make_move_iterator(above->end()));
    }
    for (const ThreadEntry &entry : m_entries) {
        const auto *bubble = std::get_if<MessageBubble>(&entry.content);
        if (bubble && bubble->message.direction == MessageDirection::Incoming && !bubble->message.read) {
            m_firstNew = entry.key();
            break;
        }
    }
    endSeen();
    endResetModel();
    emit conversationChanged();
    watchTime();
}

bool ThreadModel::openAround(const ThreadKey &place)
{
    if (m_conversation.isNull())
        return true;
    const bool above = m_older && !m_entries.empty() && place < m_entries.front().place();
    const bool below = m_newer && !m_entries.empty() && m_entries.back().place() < place;
    if (m_loaded && !above && !below)
        return true;
    auto entries = m_reader.thread(m_conversation, place, pageSize / 2);
    auto rest = m_reader.threadFrom(m_conversation, place, pageSize / 2);
    if (!entries || !rest)
        return false;
    const bool older = int(entries->size()) == pageSize / 2;
    const bool newer = int(rest->size()) == pageSize / 2;
    entries->insert(entries->end(), std::make_move_iterator(rest->begin()), std::make_move_iterator(rest->end()));
    leapTo(std::move(*entries), older, newer);
    return true;
}

bool ThreadModel::openEnd()
{
    if (!m_newer)
        return true;
    auto entries = newest(pageSize);
    if (!entries)
        return false;
    const bool older = int(entries->size()) == pageSize;
    leapTo(std::move(*entries), older, false);
    return true;
}

void ThreadModel::leapTo(std::vector<ThreadEntry> entries, bool older, bool newer)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_older = older;
    m_newer = newer;
    m_loaded = true;
    endResetModel();
    watchTime();
}

void ThreadModel::refresh()
{
    if (m_conversation.isNull())
        return;
    if (!m_loaded) {
        setConversation(m_conversation);
        return;
    }
    if (m_newer ? refreshStretch() : refreshNewest())
        watchTime();
    else
        retryLater();
}

bool ThreadModel::refreshNewest()
{
    // As many as are loaded and a page more for what is new: what is above the oldest loaded entry is not taken.
    const int limit = int(m_entries.size()) + pageSize;
    auto entries = newest(limit);
    if (!entries)
        return false;
    if (m_older && !m_entries.empty()) {
        const ThreadKey oldest = m_entries.front().place();
        std::erase_if(*entries, [&](const ThreadEntry &entry) { return entry.place() < oldest; });
    } else {
        m_older = int(entries->size()) == limit;
    }
    countNews(*entries);
    adopt(std::move(*entries));
    return true;
}

bool ThreadModel::refreshStretch()
{
    if (m_entries.empty())
        return openEnd();
    const int limit = int(m_entries.size()) + pageSize;
    auto entries = m_reader.threadFrom(m_conversation, m_entries.front().place(), limit);
    const auto end = newest(pageSize);
    if (!entries || !end)
        return false;
    // What is below the newest loaded entry is not taken either: something may be missing in between.
    const ThreadKey last = m_entries.back().place();
    std::erase_if(*entries, [&](const ThreadEntry &entry) { return last < entry.place(); });
    countNews(*end);
    adopt(std::move(*entries));
    return !m_entries.empty() || openEnd();
}

void ThreadModel::countNews(const std::vector<ThreadEntry> &newest)
{
    const auto count = std::count_if(newest.begin(), newest.end(),
                                     [this](const ThreadEntry &entry) { return cameIn(entry) && (!m_seen || *m_seen < entry.place()); });
    const int news = std::min(int(count), pageSize);
    if (std::exchange(m_news, news) != news)
        emit newsChanged();
}

void ThreadModel::endSeen()
{
    if (m_newer)
        return;
    m_seen = m_entries.empty() ? ThreadKey() : m_entries.back().place();
    if (std::exchange(m_news, 0) != 0)
        emit newsChanged();
}

void ThreadModel::adopt(std::vector<ThreadEntry> entries)
{
    QSet<QString> wanted;
    for (const ThreadEntry &entry : entries)
        wanted.insert(entry.key());
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (!wanted.contains(entryAt(row).key())) {
            beginRemoveRows({}, row, row);
            m_entries.erase(m_entries.begin() + row);
            endRemoveRows();
        }
    }
    for (int target = 0; target < int(entries.size()); ++target) {
        ThreadEntry &entry = entries[size_t(target)];
        const QString key = entry.key();
        int row = target;
        while (row < int(m_entries.size()) && entryAt(row).key() != key)
            ++row;
        if (row == int(m_entries.size())) {
            beginInsertRows({}, target, target);
            m_entries.insert(m_entries.begin() + target, std::move(entry));
            endInsertRows();
            continue;
        }
        if (row != target) {
            beginMoveRows({}, row, row, {}, target);
            std::rotate(m_entries.begin() + target, m_entries.begin() + row, m_entries.begin() + row + 1);
            endMoveRows();
        }
        if (m_entries[size_t(target)] != entry) {
            m_entries[size_t(target)] = std::move(entry);
            emit dataChanged(index(target), index(target));
        }
    }
}

void ThreadModel::fetchOlder()
{
    if (!m_older || m_entries.empty())
        return;
    const auto page = m_reader.thread(m_conversation, m_entries.front().place(), pageSize);
    if (!page) {
        retryLater();
        return;
    }
    m_older = int(page->size()) == pageSize;
    if (page->empty())
        return;
    beginInsertRows({}, 0, int(page->size()) - 1);
    m_entries.insert(m_entries.begin(), page->begin(), page->end());
    endInsertRows();
}

void ThreadModel::fetchNewer()
{
    if (!m_newer || m_entries.empty())
        return;
    auto page = m_reader.threadFrom(m_conversation, m_entries.back().place(), pageSize + 1);
    if (!page) {
        retryLater();
        return;
    }
    m_newer = int(page->size()) > pageSize;
    // The first one is the last row, unless that is gone meanwhile.
    std::erase_if(*page, [last = m_entries.back().key()](const ThreadEntry &entry) { return entry.key() == last; });
    if (page->empty())
        return;
    const int row = rowCount();
    beginInsertRows({}, row, row + int(page->size()) - 1);
    m_entries.insert(m_entries.end(), page->begin(), page->end());
    endInsertRows();
    watchTime();
}

void ThreadModel::showMore(const QString &key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    m_portions.insert(key, portions(key) + 1);
    emit dataChanged(index(row), index(row));
}

bool ThreadModel::showUpTo(const QString &key, const SearchMatcher &matcher)
{
    const auto *bubble = std::get_if<MessageBubble>(&entryAt(rowOf(key)).content);
    const std::vector<TextRange> marks = bubble ? matcher.marks(bubble->message.body) : std::vector<TextRange>();
    if (marks.empty())
        return false;
    int wanted = 1;
    for (qsizetype shown = portionEnd(bubble->message.body, 0); shown <= marks[0].start; ++wanted)
        shown = portionEnd(bubble->message.body, shown);
    if (wanted <= portions(key))
        return false;
    m_portions.insert(key, wanted);
    emit dataChanged(index(rowOf(key)), index(rowOf(key)));
    return true;
}

void ThreadModel::lookChanged(const QString &key)
{
    if (const int row = rowOf(key); row >= 0)
        emit dataChanged(index(row), index(row));
}

void ThreadModel::wordsChanged()
{
    if (!m_entries.empty())
        emit dataChanged(index(0), index(int(m_entries.size()) - 1));
}

int ThreadModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&key](const auto &entry) { return entry.key() == key; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int ThreadModel::rowNear(const ThreadKey &place) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&place](const auto &entry) { return !(entry.place() < place); });
    return found == m_entries.end() ? rowCount() - 1 : int(found - m_entries.begin());
}

int ThreadModel::firstNewRow() const
{
    return m_firstNew.isEmpty() ? -1 : rowOf(m_firstNew);
}

void ThreadModel::retryLater()
{
    if (!m_retry.isActive())
        m_retry = m_context.scheduler.callAfter(retryDelay, [this] { refresh(); });
}

bool ThreadModel::isLive(const ThreadEntry &entry)
{
    const auto *bubble = std::get_if<MessageBubble>(&entry.content);
    if (!bubble)
        return false;
    const BubbleState state = ThreadWords::state(*bubble);
    return state == BubbleState::Waiting || state == BubbleState::Checking;
}

void ThreadModel::watchTime()
{
    if (m_tick.isActive() || std::none_of(m_entries.begin(), m_entries.end(), isLive))
        return;
    m_tick = m_context.scheduler.callAfter(second, [this] {
        for (int row = 0; row < int(m_entries.size()); ++row) {
            if (isLive(entryAt(row)))
                emit dataChanged(index(row), index(row));
        }
        watchTime();
    });
}

} // namespace textback
