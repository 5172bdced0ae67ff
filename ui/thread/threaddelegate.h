// SPDX-License-Identifier: MIT
#pragma once

#include "domain/search/searchmatcher.h"
#include "ui/thread/rowlayout.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace textback {

class MediaShelf;
class ThreadModel;
struct ViewContext;

/// Paints the entries of a thread: bubbles, call cards, labels and buttons. A row is laid out once and looked up from then on, until it, its
/// neighbours, the width or the moment that it shows change.
class ThreadDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// All outlive it; the view's model must be `model`.
    ThreadDelegate(const ThreadModel &model, const ViewContext &context, MediaShelf &shelf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The row as it is painted at a width.
    const RowLayout &layoutOf(const QModelIndex &index, int width, const QPalette &palette) const;
    /// Theme, zone or text size changed: nothing laid out so far is right any more.
    void forget() { ++m_looks; }
    /// Whether the party has a number that can be called.
    void setCanCall(bool canCall);
    /// The button that the mouse is over: row key and index in its layout.
    void setHovered(const QString &key, int button);

    /// What a search asks for is marked in all bodies, in the row `current` more strongly; an empty matcher marks nothing.
    void setSearch(const SearchMatcher &matcher, const QString &current);
    /// The row that was leapt to, on a ground of its own; empty: none.
    void setFlashed(const QString &key) { m_flashed = key; }

private:
    BodyMarks marksOf(const ThreadEntry &entry, const Tokens &tokens) const;
    RowSurroundings surroundingsOf(int row, int width) const;
    void paintButton(QPainter &painter, const Tokens &tokens, const RowLayout::Button &button, bool hovered) const;

    const ThreadModel &m_model;
    const ViewContext &m_context;
    MediaShelf &m_shelf;
    mutable QCache<QString, RowLayout> m_layouts{800};
    quint64 m_looks = 0;
    bool m_canCall = true;
    QString m_hoveredKey;
    int m_hoveredButton = -1;
    SearchMatcher m_matcher;
    QString m_found; ///< the row of the current match
    QString m_flashed;
};

} // namespace textback
