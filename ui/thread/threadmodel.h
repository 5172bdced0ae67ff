// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "domain/ports/scheduler.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace textback {

struct ViewContext;

/// The entries of one conversation, oldest first: the newest page at first, older pages on demand, changed rows read again. Only a change of
/// the conversation resets it. GUI thread.
class ThreadModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< ThreadEntry::key()
    };
    static constexpr int pageSize = 50;

    /// Everything outlives it.
    ThreadModel(ConversationReader &reader, const ViewContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    ConversationId conversation() const { return m_conversation; }
    /// Null shows nothing. What is unread at this moment decides where the "New" line stands.
    void setConversation(ConversationId conversation);
    /// Reads what is loaded again.
    void refresh();
    bool hasOlder() const { return m_older; }
    /// Puts the page before the oldest entry on top.
    void fetchOlder();
    /// Puts on top what is missing until an entry is there, or everything that is not older than it. False: the database is busy, so part of it
    /// may be missing still.
    bool fetchBackTo(const ThreadKey &place);
    /// Shows one more portion of a long body.
    void showMore(const QString &key);
    /// What an entry is shown with (its pictures, its voicemail) looks different now.
    void lookChanged(const QString &key);
    /// How many portions of a body are shown.
    int portions(const QString &key) const { return m_portions.value(key, 1); }
    /// Everything is said in other words now (zone, region, theme): paint again.
    void wordsChanged();

    const ThreadEntry &entryAt(int row) const { return m_entries[size_t(row)]; }
    int rowOf(const QString &key) const; ///< -1 if it is not loaded
    /// The row of an entry, or of its next neighbour where it is gone; -1 if nothing is loaded.
    int rowNear(const ThreadKey &place) const;
    /// The first entry that nobody had read when the conversation was opened; -1 if there is none.
    int firstNewRow() const;

signals:
    void conversationChanged();

private:
    Result<std::vector<ThreadEntry>> read(std::optional<ThreadKey> before, int limit);
    bool fetchPage(int size);
    void adopt(std::vector<ThreadEntry> entries);
    void retryLater();
    void watchTime();
    static bool isLive(const ThreadEntry &entry);

    ConversationReader &m_reader;
    const ViewContext &m_context;
    ConversationId m_conversation;
    std::vector<ThreadEntry> m_entries;
    QHash<QString, int> m_portions; // of bodies of which more than the first is shown
    QString m_firstNew;
    bool m_older = false;
    bool m_loaded = false;
    ScheduledCall m_retry;
    ScheduledCall m_tick;
};

} // namespace textback
