// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "domain/ports/scheduler.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>

#include <vector>

namespace textback {

struct ViewContext;

/// The rows of the list of all people: by name, then those without one; or what a text finds. Pages by key, single rows read again when they changed.
/// GUI thread.
class PeopleModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int pageSize = 60;
    static constexpr int searchLimit = 200;

    /// Everything outlives it.
    PeopleModel(PeopleReader &reader, const ViewContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    PeopleFilter filter() const { return m_filter; }
    void setFilter(PeopleFilter filter);
    const QString &searchText() const { return m_search; }
    /// Shows what the text finds instead; an empty text goes back to the filter.
    void setSearch(const QString &text);
    /// Reads the list from the top again.
    void reload();
    /// Reads these people again and puts them where they belong now.
    void refresh(const QList<ConversationId> &conversations);

    const Person &personAt(int row) const { return m_rows[size_t(row)]; }
    /// -1 if it is not loaded.
    int rowOf(ConversationId id) const;

signals:
    void listChanged();

private:
    bool belongs(const Person &person) const;
    void removeRowAt(int row);
    void retryLater();

    PeopleReader &m_reader;
    const ViewContext &m_context;
    std::vector<Person> m_rows;
    PeopleFilter m_filter = PeopleFilter::All;
    QString m_search;
    bool m_more = false;
    bool m_reloadDue = false;
    QSet<ConversationId> m_pending;
    ScheduledCall m_retry;
};

} // namespace textback
