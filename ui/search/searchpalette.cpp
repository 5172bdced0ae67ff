// SPDX-License-Identifier: MIT
#include "ui/search/searchpalette.h"

#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/search/searchdelegate.h"
#include "ui/search/searchmodel.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

namespace {

/// A question takes a few milliseconds; keys that come faster than they can be read share one.
constexpr Millis askPause{40};
constexpr int longestQuestion = 200;
constexpr int pageOfRows = 6;

} // namespace

SearchPalette::SearchPalette(SearchReader &reader, const ViewContext &context, QWidget *window)
    : QWidget(window)
    , m_context(context)
    , m_model(new SearchModel(reader, context, this))
    , m_panel(new QWidget(this))
    , m_field(new QLineEdit(m_panel))
    , m_list(new QListView(m_panel))
    , m_empty(new EmptyState(m_panel))
    , m_hint(new PlainLabel(tr("↑ ↓ to choose · Enter to open · Esc to close"), m_panel))
{
    hide();
    setAccessibleName(tr("Search everything"));
    m_field->setAccessibleName(tr("Search everything"));
    m_field->setPlaceholderText(tr("Search people, messages, notes and actions"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(longestQuestion);
    m_field->setMinimumHeight(dp(40));
    m_fieldIcon = m_field->addAction(themedIcon(Icon::Search, 16, tokensOf(palette()).text3), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(*m_model, m_list));
    m_list->setAccessibleName(tr("Results"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the cursor stays in the field
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->verticalScrollBar()->setSingleStep(dp(28));

    m_hint->setFont(textFont(TextStyle::Caption));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(dp(20), dp(6), dp(20), dp(10));
    m_hint->setElided(true);

    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(1, dp(12), 1, 1);
    column->setSpacing(0);
    auto *fieldRow = new QHBoxLayout;
    fieldRow->setContentsMargins(dp(12), 0, dp(12), dp(4));
    fieldRow->addWidget(m_field);
    column->addLayout(fieldRow);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_hint);

    connect(m_field, &QLineEdit::textChanged, this, [this] { m_askLater = m_context.scheduler.callAfter(askPause, [this] { askNow(); }); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &SearchPalette::showFound);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        m_field->clear();
        m_field->setFocus(Qt::OtherFocusReason);
        askNow();
    });
    window->installEventFilter(this);
}

void SearchPalette::open(const QList<QAction *> &actions)
{
    m_model->setActions(actions);
    for (QAction *action : actions)
        connect(action, &QAction::triggered, this, &SearchPalette::dismiss, Qt::UniqueConnection);
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_field->clear();
    askNow();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    arrange();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void SearchPalette::dismiss()
{
    if (!isVisible())
        return;
    m_askLater.cancel();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void SearchPalette::askNow()
{
    m_askLater.cancel();
    m_model->ask(m_field->text());
}

void SearchPalette::showFound()
{
    const int choices = m_model->choices();
    m_list->setVisible(choices > 0);
    m_empty->hide();
    if (choices == 0 && !m_model->isBusy()) {
        m_empty->show(Icon::Search, {}, tr("Nothing for “%1”. Search also looks in notes.").arg(singleLine(m_model->question())),
                      tr("Clear"));
    }
    m_field->setAccessibleDescription(tr("%n result(s)", nullptr, choices));
    m_list->scrollToTop();
    move(1, 1);
    arrange();
}

void SearchPalette::move(int step, int times)
{
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    for (int i = 0; i < times; ++i) {
        const int next = m_model->nextChoice(row, step);
        // A page does not go around the ends.
        if (next < 0 || (i > 0 && (next - row) * step < 0))
            break;
        row = next;
    }
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    if (m_model->nextChoice(-1, 1) == row)
        m_list->scrollToTop(); // with its heading
    // The focus is in the field: a screen reader is told which row is meant.
    QAccessibleEvent moved(m_list, QAccessible::Focus);
    moved.setChild(row);
    QAccessible::updateAccessibility(&moved);
}

void SearchPalette::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const SearchModel::Row chosenRow = m_model->rowAt(row);
    if (chosenRow.kind == SearchModel::Kind::Heading)
        return;
    dismiss();
    if (chosenRow.kind != SearchModel::Kind::Action)
        emit chosen(chosenRow.hit);
    else if (chosenRow.action)
        chosenRow.action->trigger();
}

bool SearchPalette::key(int key)
{
    switch (key) {
    case Qt::Key_Up:
        move(-1, 1);
        return true;
    case Qt::Key_Down:
        move(1, 1);
        return true;
    case Qt::Key_PageUp:
        move(-1, pageOfRows);
        return true;
    case Qt::Key_PageDown:
        move(1, pageOfRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_askLater.isActive())
            askNow(); // what is chosen belongs to what was typed
        choose(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

bool SearchPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        arrange();
        return false;
    }
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // The window's Esc would close what is below.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool plain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return plain && key(press->key());
}

bool SearchPalette::focusNextPrevChild(bool)
{
    // Nothing below can be reached while it is open; beside the field there is at most the empty state's button.
    QWidget *button = m_empty->findChild<QAbstractButton *>();
    const bool toButton = m_field->hasFocus() && button && button->isVisible();
    (toButton ? button : m_field)->setFocus(Qt::TabFocusReason);
    return true;
}

void SearchPalette::arrange()
{
    const int margin = dp(12);
    const int width = std::min(this->width() - 2 * margin, dp(640));
    const int top = std::min(dp(56), std::max(margin, (height() - dp(520)) / 2));
    int rows = dp(230); // of the empty state
    if (!m_list->isHidden()) {
        rows = 0;
        const QStyleOptionViewItem option;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows += m_list->itemDelegate()->sizeHint(option, m_model->index(row)).height();
    }
    const int frame = dp(12) + m_field->minimumHeight() + dp(4) + m_hint->sizeHint().height() + dp(4);
    m_panel->setGeometry((this->width() - width) / 2, top, width, std::min(frame + rows, std::min(dp(600), height() - top - margin)));
    update();
}

void SearchPalette::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = tokens.window;
    veil.setAlphaF(0.72F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(tokens.borderControl, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(m_panel->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), dp(10), dp(10));
}

void SearchPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->pos()))
        dismiss();
}

void SearchPalette::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_fieldIcon)
        m_fieldIcon->setIcon(themedIcon(Icon::Search, 16, tokensOf(palette()).text3));
    if (event->type() == QEvent::FontChange && m_hint) {
        m_hint->setFont(textFont(TextStyle::Caption));
        arrange();
    }
}

} // namespace textback
