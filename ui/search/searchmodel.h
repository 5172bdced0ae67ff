// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/ports/searchreader.h"
#include "domain/search/searchmatcher.h"
#include "ui/search/markedline.h"

#include <QAbstractListModel>
#include <QPointer>

#include <vector>

class QAction;

namespace textback {

struct ViewContext;

/// What a question finds, in groups with a heading each: people, what the window can do, messages, notes. Nothing asked: the people of late and
/// everything that the window can do. Words are made here, once for each question. GUI thread.
class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Kind { Heading, Person, Action, Message, Note };
    struct Row {
        Kind kind = Kind::Heading;
        MarkedLine title;
        MarkedLine line; ///< empty: the title stands alone
        QString aside;   ///< at the right end: a time, a shortcut
        SearchHit hit = {};
        QPointer<QAction> action = {};
    };
    static constexpr int hitsPerGroup = 8;

    /// Everything outlives it.
    SearchModel(SearchReader &reader, const ViewContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// A heading cannot be chosen.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// What the window can do at this moment; to be asked anew then.
    void setActions(const QList<QAction *> &actions);
    /// Finds. A database that is busy for a moment is asked again by itself.
    void ask(const QString &question);
    const QString &question() const { return m_question; }
    /// The database could not be read just now: that nothing is there says nothing.
    bool isBusy() const { return m_retry.isActive(); }
    const Row &rowAt(int row) const { return m_rows[size_t(row)]; }
    /// The next row that can be chosen, `step` (1 or -1) away from `row`, around the ends; -1 if there is none.
    int nextChoice(int row, int step) const;
    int choices() const;

private:
    void add(const QString &heading, std::vector<Row> rows);
    std::vector<Row> rowsOf(const std::vector<SearchHit> &hits, SearchGroup group) const;
    Row rowOf(const SearchHit &hit) const;
    std::vector<Row> actionRows() const;
    QString spoken(const Row &row) const;

    SearchReader &m_reader;
    const ViewContext &m_context;
    QList<QPointer<QAction>> m_actions;
    QString m_question;
    SearchMatcher m_matcher;
    std::vector<Row> m_rows;
    ScheduledCall m_retry;
};

} // namespace textback
