// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/ports/scheduler.h"
#include "domain/result.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>

#include <algorithm>
#include <optional>
#include <vector>

namespace textback {

struct ViewContext;

/// The rows of a long list of the database: pages read by key, single rows read again when their conversation changed; a busy database is asked
/// again. What a row is, PagedRows knows. GUI thread.
class PagedListModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int pageSize = 60;

    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Reads the list from the top again.
    void reload();
    /// Reads what belongs to these conversations again; rows that are shown keep their place, or go where they belong now.
    void refresh(const QList<ConversationId> &conversations);

    /// What tells a row from all others.
    virtual qint64 idOf(int row) const = 0;
    /// -1 if it is not loaded.
    int rowWithId(qint64 id) const;

signals:
    /// A page came, or nothing: what stands where the rows are may have to change.
    void listChanged();

protected:
    /// `context` outlives it.
    PagedListModel(const ViewContext &context, QObject *parent);

    const ViewContext &context() const { return m_context; }
    virtual QString title(int row) const = 0;
    /// The row in one sentence, for a screen reader.
    virtual QString spoken(int row) const = 0;
    /// Puts the next page below the last row; says how many rows came, or nothing where the database was busy.
    virtual std::optional<int> appendPage() = 0;
    /// Shows the first page instead of all rows (none where the database was busy), between the begin and the end of a reset.
    virtual std::optional<int> replaceRows() = 0;
    /// Whether what is read comes in pages; else the first one is all there is.
    virtual bool isPaged() const { return true; }
    /// Reads the rows of one conversation again; `more`: below the last row there are others. False where the database was busy.
    virtual bool readAgain(ConversationId conversation, bool more) = 0;

private:
    void retryLater();

    const ViewContext &m_context;
    bool m_more = false;
    bool m_reloadDue = false;
    bool m_pageDue = false; ///< the database was busy when the next page was asked for
    QSet<ConversationId> m_pending;
    ScheduledCall m_retry;
};

/// The same with its rows.
template <typename Row>
class PagedRows : public PagedListModel {
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const Row &rowAt(int row) const { return m_rows[size_t(row)]; }

protected:
    using PagedListModel::PagedListModel;

    /// Up to pageSize rows below `last`, or from the top if it is null.
    virtual Result<std::vector<Row>> page(const Row *last) = 0;
    virtual bool isAbove(const Row &one, const Row &other) const = 0;

    const Row *lastRow() const { return m_rows.empty() ? nullptr : &m_rows.back(); }

    /// Puts a row where it belongs, or into the place of the one that stands there.
    void take(const Row &row)
    {
        const auto place =
            std::lower_bound(m_rows.begin(), m_rows.end(), row, [this](const Row &one, const Row &other) { return isAbove(one, other); });
        const int at = int(place - m_rows.begin());
        if (place != m_rows.end() && !isAbove(row, *place)) {
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

    void removeRowAt(int row)
    {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }

private:
    std::optional<int> appendPage() final
    {
        const auto rows = page(lastRow());
        if (!rows)
            return std::nullopt;
        if (!rows->empty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows->size()) - 1);
            m_rows.insert(m_rows.end(), rows->begin(), rows->end());
            endInsertRows();
        }
        return int(rows->size());
    }

    std::optional<int> replaceRows() final
    {
        auto rows = page(nullptr);
        if (!rows) {
            m_rows.clear();
            return std::nullopt;
        }
        m_rows = *std::move(rows);
        return int(m_rows.size());
    }

    std::vector<Row> m_rows;
};

} // namespace textback
