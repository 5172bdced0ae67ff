// SPDX-License-Identifier: MIT
#include "ui/conversations/conversationpane.h"

#include "ui/conversations/conversationdelegate.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/listanchor.h"
#include "ui/conversations/rowcontrols.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/filterchip.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis searchPause{120};

} // namespace

ConversationPane::ConversationPane(ConversationListModel &model, const ViewContext &context, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_context(context)
    , m_search(new QLineEdit(this))
    , m_needsReply(new FilterChip(tr("Needs reply"), this))
    , m_unread(new FilterChip(tr("Unread"), this))
    , m_all(new FilterChip(tr("All"), this))
    , m_snoozed(new FilterChip(tr("Snoozed"), this))
    , m_done(new FilterChip(tr("Done"), this))
    , m_list(new QListView(this))
    , m_controls(new RowControls(*m_list, model, this))
    , m_empty(new EmptyState(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *title = new PlainLabel(tr("Inbox"), this);
    title->setFont(textFont(TextStyle::Title));

    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search people and messages"));
    m_search->setToolTip(tr("Search the list (Ctrl+Shift+F); everything: Ctrl+K"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_searchIcon = m_search->addAction(themedIcon(Icon::Search, 16, tokensOf(palette()).text3), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);

    auto *chips = new QButtonGroup(this);
    auto *chipRow = new FlowLayout(dp(6));
    for (const ConversationFilter filter : {ConversationFilter::NeedsReply, ConversationFilter::Unread, ConversationFilter::All,
                                            ConversationFilter::Snoozed, ConversationFilter::Done}) {
        chips->addButton(chipOf(filter), int(filter));
        chipRow->addWidget(chipOf(filter));
    }
    chipOf(m_model.filter())->setChecked(true);

    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ConversationDelegate(m_model, m_context, *m_controls, m_list));
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->verticalScrollBar()->setSingleStep(dp(28));
    new ListAnchor(*m_list, m_model, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, dp(14), 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(dp(18), 0, dp(18), dp(10));
    head->setSpacing(dp(10));
    head->addWidget(title);
    head->addWidget(m_search);
    head->addLayout(chipRow);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);

    connect(chips, &QButtonGroup::idClicked, this, [this](int id) {
        m_model.setFilter(ConversationFilter(id));
        m_list->scrollToTop();
        showEmptyState();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_searchLater = m_context.scheduler.callAfter(searchPause, [this] {
            m_model.setSearch(m_search->text());
            m_list->scrollToTop();
            showEmptyState();
        });
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { rememberCurrent(); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit activated(m_model.summaryAt(index.row()).id); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { emit activated(m_model.summaryAt(index.row()).id); });
    connect(&m_model, &ConversationListModel::countsChanged, this, &ConversationPane::showCounts);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ConversationPane::showEmptyState);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ConversationPane::showEmptyState);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (!clearSearch())
            setFilter(ConversationFilter::All);
    });
    showCounts(m_model.counts());
    showEmptyState();
}

ConversationId ConversationPane::current() const
{
    return m_current;
}

void ConversationPane::setCurrent(ConversationId conversation)
{
    m_selecting = true;
    m_model.setPinned(conversation); // the one that was held may go: Qt would choose its neighbour
    const int row = conversation.isNull() ? -1 : m_model.rowOf(conversation);
    const QModelIndex index = row < 0 ? QModelIndex() : m_model.index(row);
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_selecting = false;
    if (index.isValid())
        m_list->scrollTo(index);
    if (m_current != conversation) {
        m_current = conversation;
        emit currentChanged(m_current);
    }
}

void ConversationPane::rememberCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    // Rows that go away move Qt's current row to a neighbour, and the focus alone makes the first row current: neither is a wish of a
    // person, so nothing is opened.
    if (m_selecting || !index.isValid() || !m_list->hasFocus() || !m_list->selectionModel()->isSelected(index))
        return;
    const ConversationId id = m_model.summaryAt(index.row()).id;
    if (id == m_current)
        return;
    m_current = id;
    m_model.setPinned(id);
    emit currentChanged(id);
}

void ConversationPane::step(int rows)
{
    if (m_model.rowCount() == 0)
        return;
    const int row = m_model.rowOf(m_current);
    const int target = row < 0 ? 0 : std::clamp(row + rows, 0, m_model.rowCount() - 1);
    if (target == m_model.rowCount() - 1 && m_model.canFetchMore({}))
        m_model.fetchMore({});
    setCurrent(m_model.summaryAt(target).id);
}

void ConversationPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool ConversationPane::clearSearch()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    m_searchLater.cancel();
    m_model.setSearch({});
    showEmptyState();
    return true;
}

void ConversationPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ConversationPane::setFilter(ConversationFilter filter)
{
    chipOf(filter)->setChecked(true);
    m_model.setFilter(filter);
    showEmptyState();
}

FilterChip *ConversationPane::chipOf(ConversationFilter filter) const
{
    switch (filter) {
    case ConversationFilter::NeedsReply:
        return m_needsReply;
    case ConversationFilter::Unread:
        return m_unread;
    case ConversationFilter::Snoozed:
        return m_snoozed;
    case ConversationFilter::Done:
        return m_done;
    case ConversationFilter::All:
        break;
    }
    return m_all;
}

ConversationId ConversationPane::neighbourOf(ConversationId conversation) const
{
    const int row = m_model.rowOf(conversation);
    if (row < 0)
        return {};
    if (row + 1 < m_model.rowCount())
        return m_model.summaryAt(row + 1).id;
    return row > 0 ? m_model.summaryAt(row - 1).id : ConversationId();
}

QPoint ConversationPane::placeOf(ConversationId conversation) const
{
    const int row = m_model.rowOf(conversation);
    const QRect shown = m_list->viewport()->rect();
    const QRect place = row < 0 ? QRect() : m_list->visualRect(m_model.index(row)).intersected(shown);
    return m_list->viewport()->mapToGlobal(place.isEmpty() ? shown.center() : place.center());
}

bool ConversationPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        return clearSearch();
    const bool open = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!open && key != Qt::Key_Down)
        return false;
    m_searchLater.cancel();
    m_model.setSearch(m_search->text());
    showEmptyState();
    if (m_model.rowCount() == 0)
        return true;
    const ConversationId first = m_model.summaryAt(0).id;
    if (open) {
        setCurrent(first);
        emit activated(first);
    } else {
        setCurrent(first);
        focusList();
    }
    return true;
}

void ConversationPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_searchIcon)
        m_searchIcon->setIcon(themedIcon(Icon::Search, 16, tokensOf(palette()).text3));
    QWidget::changeEvent(event);
}

void ConversationPane::showCounts(const InboxCounts &counts)
{
    m_needsReply->setCount(counts.needsReply);
    m_unread->setCount(counts.unread);
    m_all->setCount(-1);
    m_snoozed->setCount(counts.snoozed);
    m_done->setCount(counts.done);
    showEmptyState();
}

void ConversationPane::showEmptyState()
{
    const bool empty = m_model.rowCount() == 0;
    m_list->setVisible(!empty);
    if (!empty) {
        m_empty->hide();
        return;
    }
    if (!m_model.searchText().isEmpty()) {
        m_empty->show(Icon::Search, {}, tr("Nothing for “%1”.").arg(singleLine(m_model.searchText())), tr("Clear search"));
    } else if (m_model.counts().all == 0) {
        m_empty->show(Icon::Missed, tr("No calls yet"), tr("When someone calls and you miss it, they appear here."));
    } else if (m_model.filter() == ConversationFilter::NeedsReply) {
        m_empty->show(Icon::Check, tr("All caught up"), tr("Nobody is waiting for an answer."), tr("Show all conversations"));
    } else if (m_model.filter() == ConversationFilter::Snoozed) {
        m_empty->show(Icon::Clock, tr("Nothing snoozed"), tr("A conversation that you snooze waits here until its time comes."),
                      tr("Show all conversations"));
    } else if (m_model.filter() == ConversationFilter::Done) {
        m_empty->show(Icon::Check, tr("Nothing done yet"), tr("A conversation that you mark as done is kept here."),
                      tr("Show all conversations"));
    } else {
        m_empty->show(Icon::Check, tr("Nothing unread"), tr("You have seen everything that came in."), tr("Show all conversations"));
    }
}

} // namespace textback
