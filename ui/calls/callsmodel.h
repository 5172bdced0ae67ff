// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/callsreader.h"
#include "domain/ports/scheduler.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>

#include <vector>

namespace textback {

struct ViewContext;

/// The rows of the list of all calls, newest first: pages read by key, and the calls of a conversation read again when something in it changed.
/// GUI thread.
class CallsModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int pageSize = 60;

    /// Everything outlives it.
    CallsModel(CallsReader &reader, const ViewContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    const CallsQuery &query() const { return m_query; }
    /// Shows other calls, from the top.
    void setQuery(const CallsQuery &query);
    /// Reads the list from the top again.
    void reload();
    /// Reads the calls of these conversations again; rows that are shown keep their place.
    void refresh(const QList<ConversationId> &conversations);
    /// Everything is said in other words now (language, zone, region): paint again.
    void wordsChanged();

    const CallListRow &rowAt(int row) const { return m_rows[size_t(row)]; }
    /// -1 if it is not loaded.
    int rowOf(CallId call) const;
    /// Whether a read worked at all: what is empty until then is not known to be empty.
    bool isRead() const { return m_read; }

signals:
    /// A page came, or nothing: what stands where the rows are may have to change.
    void listChanged();

private:
    void take(const CallListRow &row);
    void removeRowAt(int row);
    void retryLater();

    CallsReader &m_reader;
    const ViewContext &m_context;
    std::vector<CallListRow> m_rows;
    CallsQuery m_query;
    bool m_more = false;
    bool m_read = false;
    bool m_reloadDue = false;
    QSet<ConversationId> m_pending;
    ScheduledCall m_retry;
};

} // namespace textback
