// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "domain/ports/scheduler.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace textback {

class SearchMatcher;
struct ViewContext;

/// A stretch of one conversation, oldest first: its newest page or what lies around a place, more at both ends on demand, changed rows read again.
/// Only another conversation and a leap to another place reset it. GUI thread.
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
    /// Whether something newer than the last row may not be loaded.
    bool hasNewer() const { return m_newer; }
    /// Puts the page after the newest loaded entry at the end.
    void fetchNewer();
    /// Leaps to what lies around a place, unless that is loaded. False: the database is busy, and nothing has changed.
    bool openAround(const ThreadKey &place);
    /// Leaps to the newest page, unless that is loaded. False as above.
    bool openEnd();
    /// How many texts and missed calls came in since endSeen(): up to a page.
    int news() const { return m_news; }
    /// The newest entry is on the screen.
    void endSeen();
    /// Shows one more portion of a long body.
    void showMore(const QString &key);
    /// Shows as many portions of a body as it takes to see the first match; whether that are more than before.
    bool showUpTo(const QString &key, const SearchMatcher &matcher);
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
    void newsChanged();

private:
    Result<std::vector<ThreadEntry>> newest(int limit);
    void leapTo(std::vector<ThreadEntry> entries, bool older, bool newer);
    bool refreshNewest();
    bool refreshStretch();
    void countNews(const std::vector<ThreadEntry> &newest);
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
    std::optional<ThreadKey> m_seen; ///< the newest entry that was on the screen as the end
    int m_news = 0;
    bool m_older = false;
    bool m_newer = false;
    bool m_loaded = false;
    ScheduledCall m_retry;
    ScheduledCall m_tick;
};

} // namespace textback
