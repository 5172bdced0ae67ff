// SPDX-License-Identifier: MIT
#include "ui/conversations/rowcontrols.h"

#include "ui/conversations/conversationlistmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QListView>
#include <QMouseEvent>
#include <QToolTip>

namespace textback {

RowControls::RowControls(QListView &list, const ConversationListModel &model, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_viewport(list.viewport())
    , m_model(model)
{
    m_list.installEventFilter(this); // the keyboard's menu key goes to the list, the mouse to what it shows
    m_list.viewport()->installEventFilter(this);
}

QRect RowControls::area(RowButton button, const QRect &row)
{
    const int side = dp(28);
    const int fromRight = button == RowButton::Snooze ? dp(14) + side : dp(14) + 2 * side + dp(6);
    return QRect(row.right() + 1 - fromRight, row.top() + (row.height() - side) / 2, side, side);
}

QString RowControls::name(RowButton button, bool done, bool snoozed)
{
    if (button == RowButton::Done)
        return done ? tr("Back to the inbox") : tr("Done");
    return snoozed ? tr("Snooze to another time") : tr("Snooze");
}

std::optional<RowControls::Hit> RowControls::hitAt(const QPoint &position) const
{
    const QModelIndex index = m_list.indexAt(position);
    if (!index.isValid())
        return std::nullopt;
    const QRect row = m_list.visualRect(index);
    for (const RowButton button : {RowButton::Done, RowButton::Snooze}) {
        const QRect place = area(button, row);
        if (place.contains(position))
            return Hit{button, m_model.summaryAt(index.row()).id, place};
    }
    return std::nullopt;
}

void RowControls::hover(const std::optional<Hit> &hit)
{
    const std::optional<RowButton> button = hit ? std::optional(hit->button) : std::nullopt;
    if (button == m_hovered)
        return;
    m_hovered = button;
    if (button)
        m_list.viewport()->setCursor(Qt::PointingHandCursor);
    else
        m_list.viewport()->unsetCursor();
    m_list.viewport()->update();
}

bool RowControls::press(const QMouseEvent &event)
{
    // The right button is for the menu: it chooses nothing, or what was unread would count as read.
    if (event.button() == Qt::RightButton)
        return true;
    m_pressed = event.button() == Qt::LeftButton ? hitAt(event.position().toPoint()) : std::nullopt;
    return m_pressed.has_value();
}

bool RowControls::release(const QMouseEvent &event)
{
    if (event.button() == Qt::RightButton)
        return true;
    if (!m_pressed)
        return false;
    const Hit pressed = *m_pressed;
    m_pressed.reset();
    const auto released = hitAt(event.position().toPoint());
    // A row that moved away under the mouse is not the one that was meant.
    if (released && released->button == pressed.button && released->conversation == pressed.conversation)
        emit clicked(pressed.button, pressed.conversation, m_list.viewport()->mapToGlobal(released->area.bottomLeft()));
    return true;
}

bool RowControls::help(const QHelpEvent &event)
{
    const auto hit = hitAt(event.pos());
    if (!hit)
        return false;
    const int row = m_model.rowOf(hit->conversation);
    if (row >= 0) {
        const ConversationSummary &summary = m_model.summaryAt(row);
        QToolTip::showText(event.globalPos(), plainToolTip(name(hit->button, summary.done, summary.snoozedUntil.has_value())),
                           m_list.viewport());
    }
    return true;
}

void RowControls::askForMenu(const QContextMenuEvent &event)
{
    const bool byMouse = event.reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? m_list.indexAt(event.pos()) : m_list.currentIndex();
    if (!index.isValid())
        return;
    const QPoint at = byMouse ? event.pos() : m_list.visualRect(index).center();
    emit menuRequested(m_model.summaryAt(index.row()).id, m_list.viewport()->mapToGlobal(at));
}

bool RowControls::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        askForMenu(*static_cast<QContextMenuEvent *>(event));
        return true;
    }
    if (watched != m_viewport)
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseMove:
        hover(hitAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
        return m_pressed.has_value();
    case QEvent::Leave:
        hover(std::nullopt);
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent *>(event));
    case QEvent::ToolTip:
        return help(*static_cast<QHelpEvent *>(event));
    default:
        return QObject::eventFilter(watched, event);
    }
}

} // namespace textback
