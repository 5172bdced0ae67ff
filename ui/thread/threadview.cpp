// SPDX-License-Identifier: MIT
#include "ui/thread/threadview.h"

#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"
#include "ui/thread/entryactions.h"
#include "ui/thread/jumpbutton.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/threaddelegate.h"
#include "ui/thread/threadmodel.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollBar>
#include <QToolTip>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int nearEnd = 8;
constexpr int nearPage = 240; ///< from the first or last row that is loaded
constexpr Millis busyPause{250};
constexpr Millis flashTime{2000};

} // namespace

ThreadView::ThreadView(ThreadModel &model, const ViewContext &context, MediaShelf &shelf, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_context(context)
    , m_shelf(shelf)
    , m_delegate(new ThreadDelegate(model, context, shelf, this))
    , m_jump(new JumpButton(this))
{
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setResizeMode(Adjust);
    verticalScrollBar()->setSingleStep(dp(24));
    setBackgroundRole(QPalette::Base);

    connect(m_jump, &QToolButton::clicked, this, &ThreadView::toEnd);
    connect(&m_model, &ThreadModel::newsChanged, this, &ThreadView::placeJump);

    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ThreadView::stayInPlace);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_stick = value >= verticalScrollBar()->maximum() - nearEnd && !m_model.hasNewer();
        placeJump();
        lookForMore();
    });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first) {
        if (first == 0 && m_model.rowCount() > 0 && !m_stick)
            m_fromBottom = verticalScrollBar()->maximum() - verticalScrollBar()->value();
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_fromBottom < 0)
            return;
        // The sizes of the new rows are needed now, or the view would jump once before it is right.
        executeDelayedItemsLayout();
        const int fromBottom = std::exchange(m_fromBottom, -1);
        verticalScrollBar()->setValue(verticalScrollBar()->maximum() - fromBottom);
    });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, &m_shelf, &MediaShelf::clear);
    connect(&m_shelf, &MediaShelf::changed, &m_model, &ThreadModel::lookChanged);
    connect(&m_model, &ThreadModel::conversationChanged, this, [this] {
        if (m_menu) // it is about an entry of another conversation
            m_menu->close();
        showNewest();
    });
    wordsChanged();
}

void ThreadView::setCanCall(bool canCall)
{
    m_canCall = canCall;
    m_delegate->setCanCall(canCall);
    viewport()->update();
}

void ThreadView::showNewest()
{
    m_entryLater.cancel();
    m_moreLater.cancel();
    if (!m_model.openEnd())
        m_entryLater = m_context.scheduler.callAfter(busyPause, [this] { showNewest(); });
    m_stick = !m_model.hasNewer();
    executeDelayedItemsLayout();
    const int row = m_model.firstNewRow();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    if (row >= 0) {
        const QRect area = visualRect(m_model.index(row));
        if (area.top() < 0)
            scrollTo(m_model.index(row), PositionAtTop);
    }
    lookForMore();
    placeJump();
}

void ThreadView::toEnd()
{
    m_entryLater.cancel();
    if (!m_model.openEnd()) {
        m_entryLater = m_context.scheduler.callAfter(busyPause, [this] { toEnd(); });
        return;
    }
    m_stick = true;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    placeJump();
}

void ThreadView::showEntry(const ThreadKey &place)
{
    m_entryLater.cancel();
    if (!m_model.openAround(place)) {
        m_entryLater = m_context.scheduler.callAfter(busyPause, [this, place, conversation = m_model.conversation()] {
            if (m_model.conversation() == conversation)
                showEntry(place);
        });
        return;
    }
    const int row = m_model.rowNear(place);
    if (row < 0)
        return;
    m_stick = false;
    executeDelayedItemsLayout();
    setCurrentIndex(m_model.index(row));
    scrollTo(m_model.index(row), PositionAtCenter);
    flash(m_model.entryAt(row).key());
    placeJump();
    lookForMore();
}

void ThreadView::showMatch(const ThreadKey &place, const SearchMatcher &matcher)
{
    showEntry(place);
    const int row = m_model.rowOf(place.key);
    if (row < 0)
        return;
    if (m_model.showUpTo(place.key, matcher))
        showEntry(place);
    const QRect area = visualRect(m_model.index(row));
    const QRectF mark = m_delegate->layoutOf(m_model.index(row), area.width(), palette()).body.firstMark(matcher);
    // In the middle of the view lies the middle of the row: of a tall one that is not where the match is.
    if (!mark.isEmpty() && area.height() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + area.top() + int(mark.center().y()) - viewport()->height() / 2);
}

void ThreadView::flash(const QString &key)
{
    m_delegate->setFlashed(key);
    viewport()->update();
    m_flashEnd = m_context.scheduler.callAfter(flashTime, [this] {
        m_delegate->setFlashed({});
        viewport()->update();
    });
}

void ThreadView::setSearch(const SearchMatcher &matcher, const QString &current)
{
    m_delegate->setSearch(matcher, current);
    viewport()->update();
}

void ThreadView::wordsChanged()
{
    const Tokens &tokens = tokensOf(palette());
    if (palette().color(QPalette::Base) != tokens.thread) {
        QPalette own;
        own.setColor(QPalette::Base, tokens.thread);
        setPalette(own);
    }
    m_jump->dress();
    m_delegate->forget();
    scheduleDelayedItemsLayout();
    viewport()->update();
}

ThreadView::Spot ThreadView::spotAt(const QPoint &point) const
{
    Spot spot;
    spot.index = indexAt(point);
    if (!spot.index.isValid())
        return spot;
    const QRect area = visualRect(spot.index);
    spot.row = &m_delegate->layoutOf(spot.index, area.width(), palette());
    const QPointF inside = point - area.topLeft();
    if (const RowLayout::Button *button = spot.row->buttonAt(inside))
        spot.button = int(button - spot.row->buttons.data());
    else
        spot.link = spot.row->linkAt(inside);
    return spot;
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? spotAt(event->pos()) : Spot();
    m_pressedKey = m_pressed.row ? m_pressed.row->entry.key() : QString();
    QListView::mousePressEvent(event);
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const Spot spot = spotAt(event->pos());
    if (event->button() != Qt::LeftButton || !spot.row || spot.row->entry.key() != m_pressedKey)
        return;
    const ThreadEntry entry = spot.row->entry;
    if (spot.button >= 0 && spot.button == m_pressed.button) {
        const RowLayout::Button &button = spot.row->buttons[size_t(spot.button)];
        perform(button.action, entry, button.file);
    } else if (spot.link)
        emit linkRequested(spot.link->url);
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const Spot spot = spotAt(event->pos());
    m_delegate->setHovered(spot.row ? spot.row->entry.key() : QString(), spot.button);
    viewport()->setCursor(spot.button >= 0 || spot.link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ThreadView::leaveEvent(QEvent *event)
{
    m_delegate->setHovered({}, -1);
    viewport()->update();
    QListView::leaveEvent(event);
}

bool ThreadView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Spot spot = spotAt(help->pos());
        if (spot.link)
            QToolTip::showText(help->globalPos(), plainToolTip(linkTarget(spot.link->url)), viewport());
        else if (spot.button >= 0 && spot.row->buttons[size_t(spot.button)].face != RowLayout::Face::Words)
            QToolTip::showText(help->globalPos(), plainToolTip(spot.row->buttons[size_t(spot.button)].text), viewport());
        else if (spot.row)
            QToolTip::showText(help->globalPos(), plainToolTip(m_context.times.full(spot.row->entry.at)), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QListView::viewportEvent(event);
}

void ThreadView::perform(ThreadAction action, const ThreadEntry &entry, int file)
{
    if (action == ThreadAction::ShowMore)
        m_model.showMore(entry.key());
    else
        emit actionRequested(action, entry, file);
}

void ThreadView::openMenu(const QModelIndex &index, const QPoint &globalPoint, int file)
{
    if (!index.isValid())
        return;
    const ThreadEntry entry = m_model.entryAt(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu = menu;
    for (const EntryAction &each : fileActionsOf(entry, m_shelf, file) + actionsOf(entry, m_canCall))
        menu->addAction(each.name, this, [this, each, entry] { perform(each.action, entry, each.file); });
    const RowLayout &row = m_delegate->layoutOf(index, visualRect(index).width(), palette());
    for (const TextLink &link : row.body.links())
        menu->addAction(tr("Open %1").arg(linkTarget(link.url).replace(u'&', u"&&"_s)), this,
                        [this, url = link.url] { emit linkRequested(url); });
    menu->popup(globalPoint);
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Spot spot = byKey ? Spot() : spotAt(event->pos());
    const QModelIndex index = byKey ? currentIndex() : spot.index;
    const int file = spot.button >= 0 ? spot.row->buttons[size_t(spot.button)].file : -1;
    openMenu(index, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos(), file);
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->matches(QKeySequence::Copy) && index.isValid()) {
        const ThreadEntry entry = m_model.entryAt(index.row());
        if (!std::holds_alternative<CallCard>(entry.content))
            perform(ThreadAction::CopyText, entry);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && index.isValid()) {
        const ThreadEntry entry = m_model.entryAt(index.row());
        if (const auto *bubble = std::get_if<MessageBubble>(&entry.content)) {
            // What a click on it does; the rest is in the menu (Shift+F10).
            if (const std::vector<MediaKey> pictures = m_shelf.pictures(bubble->message); !pictures.empty()) {
                perform(ThreadAction::OpenPicture, entry, pictures.front().index);
                return;
            }
        }
        openMenu(index, viewport()->mapToGlobal(visualRect(index).center()));
        return;
    }
    QListView::keyPressEvent(event);
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    const bool stick = m_stick;
    QListView::resizeEvent(event);
    // Of its own accord the view lays out anew only when its height changes; our rows' heights follow from the width.
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
    m_stick = stick;
    stayInPlace();
    placeJump();
}

void ThreadView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_delegate)
        wordsChanged();
}

void ThreadView::stayInPlace()
{
    if (m_stick && m_fromBottom < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    placeJump();
    if (m_model.hasNewer())
        lookForMore();
}

void ThreadView::lookForMore()
{
    const QScrollBar &bar = *verticalScrollBar();
    const bool older = m_model.hasOlder() && bar.value() <= dp(nearPage);
    const bool newer = m_model.hasNewer() && bar.maximum() - bar.value() <= dp(nearPage);
    if ((!older && !newer) || m_moreLater.isActive())
        return;
    m_moreLater = m_context.scheduler.callAfter(Millis(0), [this, older] {
        if (older)
            m_model.fetchOlder();
        else
            m_model.fetchNewer();
    });
}

void ThreadView::placeJump()
{
    const bool away = m_model.hasNewer() || verticalScrollBar()->maximum() - verticalScrollBar()->value() > dp(160);
    if (!away)
        m_model.endSeen();
    m_jump->setNews(m_model.news());
    m_jump->place(away);
}

} // namespace textback
