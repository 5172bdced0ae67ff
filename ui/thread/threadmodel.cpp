// SPDX-License-Identifier: MIT
#include "ui/thread/threadmodel.h"

#include "domain/ports/clock.h"
#include "ui/format/viewcontext.h"
#include "ui/thread/threadwords.h"

#include <algorithm>
#include <utility>

namespace textback {

namespace {

constexpr Millis retryDelay{250};
constexpr Millis second{1000};
constexpr int longPage = 500; ///< on the way to an old entry

bool isBefore(const ThreadEntry &one, const ThreadEntry &other)
{
    return one.at != other.at ? one.at < other.at : one.key() < other.key();
}

bool isBefore(const ThreadEntry &entry, const ThreadKey &place)
{
    return entry.at != place.at ? entry.at < place.at : entry.key() < place.key;
}

bool isAfter(const ThreadEntry &entry, const ThreadKey &place)
{
    return !isBefore(entry, place) && entry.key() != place.key;
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

Result<std::vector<ThreadEntry>> ThreadModel::read(std::optional<ThreadKey> before, int limit)
{
    auto entries = m_reader.thread(m_conversation, std::move(before), limit);
    if (entries)
        m_older = int(entries->size()) == limit;
    return entries;
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
    m_older = false;
    m_loaded = conversation.isNull();
    if (!conversation.isNull()) {
        if (auto entries = read(std::nullopt, pageSize)) {
            m_entries = std::move(*entries);
            m_loaded = true;
        } else {
            retryLater();
        }
    }
    for (const ThreadEntry &entry : m_entries) {
        const auto *bubble = std::get_if<MessageBubble>(&entry.content);
        if (bubble && bubble->message.direction == MessageDirection::Incoming && !bubble->message.read) {
            m_firstNew = entry.key();
            break;
        }
    }
    endResetModel();
    emit conversationChanged();
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
    const bool older = m_older;
    // As many as are loaded and a page more for what is new: what is above the oldest loaded entry is not taken.
    auto entries = read(std::nullopt, int(m_entries.size()) + pageSize);
    if (!entries) {
        retryLater();
        return;
    }
    if (!m_entries.empty() && older) {
        const ThreadEntry &oldest = m_entries.front();
        entries->erase(std::remove_if(entries->begin(), entries->end(), [&](const ThreadEntry &entry) { return isBefore(entry, oldest); }),
                       entries->end());
        m_older = true;
    }
    adopt(std::move(*entries));
    watchTime();
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
    if (m_older && !m_entries.empty() && !fetchPage(pageSize))
        retryLater();
}

bool ThreadModel::fetchPage(int size)
{
    const auto page = read(ThreadKey{m_entries.front().at, m_entries.front().key()}, size);
    if (!page)
        return false;
    if (page->empty())
        return true;
    beginInsertRows({}, 0, int(page->size()) - 1);
    m_entries.insert(m_entries.begin(), page->begin(), page->end());
    endInsertRows();
    return true;
}

bool ThreadModel::fetchBackTo(const ThreadKey &place)
{
    while (m_older && !m_entries.empty() && isAfter(m_entries.front(), place)) {
        if (!fetchPage(longPage))
            return false;
    }
    return m_loaded;
}

void ThreadModel::showMore(const QString &key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    m_portions.insert(key, portions(key) + 1);
    emit dataChanged(index(row), index(row));
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
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&place](const auto &entry) { return !isBefore(entry, place); });
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
