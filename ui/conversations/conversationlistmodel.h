// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "domain/ports/scheduler.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace textback {

struct ViewContext;

/// The rows of the conversation list, newest activity first: pages read by key, single rows read again when they changed. It inserts, moves
/// and removes rows and never resets, so selection and scroll position hold while calls come in. GUI thread.
class ConversationListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        SummaryRole,               ///< ConversationSummary
        DraftRole,                 ///< what stands unsent in the composer
    };
    static constexpr int pageSize = 60;

    /// Everything outlives it.
    ConversationListModel(ConversationReader &reader, const ViewContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    ConversationFilter filter() const { return m_filter; }
    /// Shows another part of the inbox. Rows that both have stay where they are.
    void setFilter(ConversationFilter filter);
    const QString &searchText() const { return m_search; }
    /// Shows what the text finds instead; an empty text goes back to the filter.
    void setSearch(const QString &text);
    /// Reads the list from the top again (first show, other zone or region).
    void reload();
    /// Reads these rows again and puts them where they belong now. Also reads the counts.
    void refresh(const QList<ConversationId> &conversations);
    /// The open conversation stays in the list even when the filter would drop it: reading the last unread text must not take it away.
    void setPinned(ConversationId conversation);
    /// What stands in the composer now; the stored draft of the row counts where nothing was said.
    void setDraft(ConversationId conversation, const QString &text);
    /// Everything is said in other words now (language, zone, region): paint again.
    void wordsChanged();

    const ConversationSummary &summaryAt(int row) const { return *m_rows[size_t(row)]; }
    /// -1 if it is not loaded.
    int rowOf(ConversationId conversation) const;
    QString draft(const ConversationSummary &row) const { return m_drafts.value(row.id, row.draft); }
    const InboxCounts &counts() const { return m_counts; }

signals:
    void countsChanged(const textback::InboxCounts &counts);

private:
    QString spoken(const ConversationSummary &row) const;
    bool belongs(const ConversationSummary &summary) const;
    /// The number of rows that stand above it.
    int rowsAbove(const ConversationSummary &summary) const;
    void place(const ConversationSummary &summary);
    void append(const std::vector<ConversationSummary> &rows);
    void removeRowAt(int row);
    void adopt(const std::vector<ConversationSummary> &rows);
    void readCounts();
    void retryLater();
    void watchTime();

    ConversationReader &m_reader;
    const ViewContext &m_context;
    // By pointer, so that a call that comes in moves words and not whole rows when a hundred thousand are loaded.
    std::vector<std::unique_ptr<ConversationSummary>> m_rows;
    QHash<ConversationId, UtcTime> m_activities; ///< of the loaded rows: with the id, the key by which a row is found
    QHash<ConversationId, QString> m_drafts;     ///< as typed here; the rows' own are as stored, a moment behind
    ConversationFilter m_filter = ConversationFilter::NeedsReply;
    QString m_search;
    ConversationId m_pinned;
    InboxCounts m_counts;
    bool m_more = false;
    QSet<ConversationId> m_pending; ///< rows that could not be read yet
    bool m_reloadDue = false;
    UtcTime m_lastDay{};
    ScheduledCall m_retry;
    ScheduledCall m_tick;
};

} // namespace textback
