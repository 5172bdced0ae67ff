// SPDX-License-Identifier: MIT
#include "ui/thread/emojipicker.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/thread/emojilist.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

namespace {

constexpr int cell = 36;
constexpr int columns = 8;
constexpr int shownRows = 5;

} // namespace

EmojiPicker::EmojiPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Emoji"));
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->setPlaceholderText(tr("Search emoji by name"));
    m_search->setMaxLength(40);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Emoji"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setGridSize(QSize(dp(cell), dp(cell)));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the search has the cursor, and its arrows walk here
    QFont large = m_list->font();
    large.setPixelSize(dp(20));
    m_list->setFont(large);
    m_list->setFixedSize(dp(cell) * columns + dp(20), dp(cell) * shownRows + dp(4));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(8), dp(8), dp(8), dp(8));
    layout->setSpacing(dp(6));
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::fill);
    connect(m_list, &QListWidget::itemClicked, this, &EmojiPicker::pick);
    hide();
}

void EmojiPicker::openAbove(const QPoint &corner)
{
    m_search->clear();
    fill();
    adjustSize();
    const QRect screen = parentWidget()->screen()->availableGeometry();
    move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
         std::max(screen.top(), corner.y() - height()));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::fill()
{
    m_list->clear();
    for (const Emoji &emoji : EmojiList::matching(m_search->text())) {
        auto *item = new QListWidgetItem(emoji.text, m_list);
        setPlainToolTip(*item, emoji.name);
        item->setData(Qt::AccessibleTextRole, emoji.name);
        item->setTextAlignment(Qt::AlignCenter);
        item->setSizeHint(QSize(dp(cell), dp(cell)));
    }
    m_list->setCurrentRow(0);
}

void EmojiPicker::pick()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString emoji = item->text();
    close();
    emit picked(emoji);
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const auto step = [this](int by) {
        if (m_list->count() > 0)
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
        return true;
    };
    switch (key) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
        return step(-columns);
    case Qt::Key_Down:
        return step(columns);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace textback
