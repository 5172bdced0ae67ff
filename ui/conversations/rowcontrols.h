// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QRect>

#include <optional>

class QContextMenuEvent;
class QHelpEvent;
class QListView;
class QWidget;
class QMouseEvent;

namespace textback {

class ConversationListModel;

/// The buttons over the right end of the row under the mouse. The keyboard has its shortcuts and the row's menu instead.
enum class RowButton { Done, Snooze };

/// What the mouse does with a row of the conversation list besides choosing it: the two buttons, and the menu, neither of which opens the
/// conversation. GUI thread.
class RowControls : public QObject {
    Q_OBJECT

public:
    /// Both outlive it; the list's model must be `model`.
    RowControls(QListView &list, const ConversationListModel &model, QObject *parent = nullptr);

    /// Where a button stands in a row: 28 square.
    static QRect area(RowButton button, const QRect &row);
    static QString name(RowButton button, bool done, bool snoozed);
    /// The button under the mouse.
    std::optional<RowButton> hovered() const { return m_hovered; }

signals:
    /// `below` is a place on the screen for a menu.
    void clicked(textback::RowButton button, textback::ConversationId conversation, const QPoint &below);
    void menuRequested(textback::ConversationId conversation, const QPoint &at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Hit {
        RowButton button = RowButton::Done;
        ConversationId conversation;
        QRect area;
    };

    std::optional<Hit> hitAt(const QPoint &position) const;
    void hover(const std::optional<Hit> &hit);
    bool press(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool help(const QHelpEvent &event);
    void askForMenu(const QContextMenuEvent &event);

    QListView &m_list;
    QWidget *const m_viewport; ///< to compare with: its last events come when the list is half gone
    const ConversationListModel &m_model;
    std::optional<RowButton> m_hovered;
    std::optional<Hit> m_pressed;
};

} // namespace textback
