// SPDX-License-Identifier: MIT
#include "ui/mainwindow/inboxpage.h"

#include "domain/ports/clock.h"
#include "domain/templates/savedreply.h"
#include "engine/engineclient.h"
#include "ui/contact/contactheader.h"
#include "ui/contact/contactpanel.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/conversationpane.h"
#include "ui/format/conversationwords.h"
#include "ui/format/errorwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/mainwindow/inboxactions.h"
#include "ui/mainwindow/mediaactions.h"
#include "ui/mainwindow/threadactions.h"
#include "ui/mainwindow/threadtools.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/toast.h"
#include "ui/thread/alertstrip.h"
#include "ui/thread/composer.h"
#include "ui/thread/doubtstrip.h"
#include "ui/thread/findstrip.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/noteeditor.h"
#include "ui/thread/replypicker.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadview.h"

#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace textback {

namespace {

/// With its first page: a pane without rows would be made to say so.
ConversationListModel *readList(ConversationReader &reader, const ViewContext &context, QObject *parent)
{
    auto *list = new ConversationListModel(reader, context, parent);
    list->reload();
    return list;
}

} // namespace

InboxPage::InboxPage(EngineClient &engine, ConversationReader &reader, const ViewContext &context, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_context(context)
    , m_list(readList(reader, context, this))
    , m_thread(new ThreadModel(reader, context, this))
    , m_shelf(new MediaShelf(context.scheduler, this))
    , m_splitter(new QSplitter(this))
    // Everything is made where it stays: a widget that moves is given its style once more, with all that is in it.
    , m_pane(new ConversationPane(*m_list, context, m_splitter))
    , m_middle(new QStackedWidget(m_splitter))
    , m_nothing(new EmptyState(m_middle))
    , m_threadPage(new QWidget(m_middle))
    , m_header(new ContactHeader(context, m_threadPage))
    , m_view(new ThreadView(*m_thread, context, *m_shelf, m_threadPage))
    , m_alert(new AlertStrip(m_threadPage))
    , m_doubt(new DoubtStrip(m_threadPage))
    , m_composer(new Composer(context.scheduler, m_threadPage))
    , m_panel(new ContactPanel(context, engine, reader, this))
    , m_toast(new Toast(context.scheduler, this))
    , m_actions(new ThreadActions(engine, context, *m_toast, this))
    , m_media(new MediaActions(*m_shelf, context, *m_toast, this))
    , m_inboxActions(new InboxActions({engine, reader, context, *m_pane, *m_actions, *m_toast}, this))
    , m_tools(new ThreadTools({engine, context, *m_thread, *m_view, *m_composer, *m_toast}, this))
{
    m_inboxActions->setSnoozePlace(m_header->addActionButton(m_inboxActions->snooze()));
    m_header->addActionButton(m_inboxActions->done());
    auto *thread = new QVBoxLayout(m_threadPage);
    thread->setContentsMargins(0, 0, 0, 0);
    thread->setSpacing(0);
    thread->addWidget(m_header);
    thread->addWidget(&m_tools->strip());
    thread->addWidget(m_view, 1);
    thread->addWidget(m_alert);
    thread->addWidget(m_doubt);
    thread->addWidget(m_composer);
    thread->addWidget(&m_tools->notes());
    m_nothing->show(Icon::Message, {}, tr("Choose a conversation to read and answer it."));
    m_middle->addWidget(m_nothing);
    m_threadPage->hide(); // among the pages from the first thread on: a page is measured, also while another one is shown

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_columns = std::make_unique<InboxColumns>(InboxColumns::Parts{*this, *m_splitter, *m_pane, *m_middle, *m_header, *m_panel});
    setTabOrder(m_pane, m_threadPage);

    connect(m_pane, &ConversationPane::currentChanged, this, &InboxPage::showConversation);
    connect(m_pane, &ConversationPane::activated, this, [this](ConversationId id) {
        m_pane->setCurrent(id);
        m_tools->focusWriting();
    });
    connect(m_header, &ContactHeader::backRequested, this, &InboxPage::closeTop);
    connect(m_header, &ContactHeader::panelToggled, this, &InboxPage::togglePanel);
    connect(m_header, &ContactHeader::callRequested, m_actions, qOverload<>(&ThreadActions::call));
    connect(m_panel, &ContactPanel::callRequested, m_actions, qOverload<>(&ThreadActions::call));
    connect(m_panel, &ContactPanel::copyNumberRequested, m_actions, qOverload<>(&ThreadActions::copyNumber));
    connect(m_panel, &ContactPanel::closeRequested, this, &InboxPage::togglePanel);
    connect(m_panel, &ContactPanel::openRequested, this, [this](ConversationId conversation) {
        open(conversation);
        if (!isWriting())
            m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_panel, &ContactPanel::told, m_toast, &Toast::tell);
    connect(m_panel, &ContactPanel::offered, m_toast, &Toast::offer);
    const auto rename = [this](const QString &name) {
        if (!m_current.isNull())
            emit m_engine.renameContactRequested(m_current, name);
    };
    connect(m_header, &ContactHeader::renamed, this, rename);
    connect(m_panel, &ContactPanel::renamed, this, rename);
    connect(m_view, &ThreadView::actionRequested, m_actions, &ThreadActions::act);
    connect(m_view, &ThreadView::actionRequested, m_media, &MediaActions::act);
    connect(m_thread, &QAbstractItemModel::modelAboutToBeReset, m_media, &MediaActions::leave);
    connect(m_shelf, &MediaShelf::filesWanted, &m_engine, &EngineClient::showFilesRequested);
    connect(m_shelf, &MediaShelf::voicemailWanted, &m_engine, &EngineClient::showVoicemailRequested);
    connect(&m_engine, &EngineClient::mediaChanged, m_shelf, &MediaShelf::take);
    connect(m_view, &ThreadView::linkRequested, m_actions, &ThreadActions::askToOpen);
    connect(m_alert, &AlertStrip::taken, this, [this] { emit m_engine.takeAlertRequested(m_current); });
    connect(m_doubt, &DoubtStrip::answered, this,
            [this](bool wantsNoTexts) { emit m_engine.answerDoubtRequested(m_current, wantsNoTexts); });
    connect(m_composer, &Composer::sendRequested, m_view, &ThreadView::toEnd);
    connect(m_composer, &Composer::sendRequested, &m_engine, &EngineClient::sendMessageRequested);
    m_composer->setInbox(m_engine.settings().inbox);
    connect(&m_engine, &EngineClient::settingsChanged, this, [this](const Settings &settings) { m_composer->setInbox(settings.inbox); });
    connect(m_composer, &Composer::callRequested, m_actions, qOverload<>(&ThreadActions::call));
    connect(m_composer, &Composer::inboxChanged, &m_engine, &EngineClient::changeInboxRequested);
    m_composer->replies().setValues(
        [this] { return replyValues(m_context.settings, {}, m_summary ? m_summary->contactName : QString(), m_context.clock.utcNow()); });
    connect(m_composer, &Composer::draftPaused, &m_engine, &EngineClient::saveDraftRequested);
    connect(m_composer, &Composer::draftChanged, m_list, &ConversationListModel::setDraft);
    connect(m_list, &ConversationListModel::countsChanged, this, &InboxPage::countsChanged);
    connect(&m_engine, &EngineClient::conversationsChanged, this, &InboxPage::refreshChanged);
    connect(&m_engine, &EngineClient::personErased, this, &InboxPage::personErased);
    connect(&m_engine, &EngineClient::actionFailed, this,
            [this](ConversationId, const Error &error) { m_toast->tell(ErrorWords::sentence(error)); });
    m_columns->arrange();
}

InboxPage::~InboxPage() = default;

void InboxPage::setContactReaders(ContactReader *contacts, EvidenceReader *evidence)
{
    m_panel->setReaders(contacts, evidence);
}

void InboxPage::open(ConversationId conversation)
{
    m_pane->clearSearch();
    m_pane->setCurrent(conversation);
    m_view->showNewest();
    m_tools->focusWriting();
}

void InboxPage::showEntry(const ThreadKey &place)
{
    m_view->showEntry(place);
    m_view->setFocus(Qt::OtherFocusReason);
}

void InboxPage::showNotes()
{
    if (!m_panel->isVisible())
        togglePanel();
    m_panel->focusNotes();
}

void InboxPage::setSearch(SearchReader &reader)
{
    m_tools->setSearch(reader);
}

void InboxPage::showConversation(ConversationId conversation)
{
    m_current = conversation;
    m_thread->setConversation(conversation);
    readSummary();
    showSummary();
    markSeen();
    m_columns->setOpen(!m_current.isNull());
}

void InboxPage::readSummary()
{
    if (m_summary && m_summary->id != m_current)
        m_summary.reset();
    if (m_current.isNull())
        return;
    // A read that fails for a moment leaves what was shown; the change that follows reads again.
    if (auto read = m_reader.conversation(m_current); read && read->has_value())
        m_summary = **read;
}

void InboxPage::showSummary()
{
    const bool shown = !m_current.isNull() && m_summary && m_summary->id == m_current;
    if (shown) {
        m_composer->setConversation(m_current, m_summary->draft);
        m_header->setConversation(*m_summary);
        m_panel->setConversation(*m_summary);
        m_view->setCanCall(!m_summary->number.isNull());
        const QString blocked = ConversationWords::noWriting(*m_summary, m_context.region, m_context.connection);
        // What goes away would hand the focus to whatever comes next, such as the name.
        const bool fieldGoes = !blocked.isEmpty() && m_composer->isAncestorOf(focusWidget());
        const bool buttonGoes = (!m_summary->alert && m_alert->isAncestorOf(focusWidget())) ||
                                (m_summary->doubt.isEmpty() && m_doubt->isAncestorOf(focusWidget()));
        if (fieldGoes || (buttonGoes && !blocked.isEmpty()))
            m_view->setFocus(Qt::OtherFocusReason);
        m_composer->setBlocked(blocked, !m_summary->number.isNull());
        if (buttonGoes && blocked.isEmpty())
            m_tools->focusWriting(); // whoever has answered writes next
        m_alert->setAlert(m_summary->alert, m_summary->alertEvidence);
        m_doubt->setDoubt(m_summary->doubt);
        m_actions->setConversation(*m_summary);
    } else {
        m_composer->setConversation({}, {});
    }
    m_tools->setConversation(shown ? m_current : ConversationId());
    m_inboxActions->setCurrent(shown ? m_summary : std::nullopt);
    if (shown && m_middle->indexOf(m_threadPage) < 0)
        m_middle->addWidget(m_threadPage);
    m_middle->setCurrentWidget(shown ? m_threadPage : m_nothing);
}

void InboxPage::refreshChanged(const QList<ConversationId> &conversations)
{
    m_list->refresh(conversations);
    if (m_current.isNull() || !conversations.contains(m_current))
        return;
    m_thread->refresh();
    m_tools->refresh();
    readSummary();
    showSummary();
    markSeen();
}

void InboxPage::personErased(ConversationId conversation)
{
    m_list->setDraft(conversation, {});
    if (conversation == m_current) {
        // The number: others of the same person may stay.
        const QString name = m_summary ? ConversationWords::address(*m_summary, m_context.region) : QString();
        // The next row comes in its place, and the last one's neighbour above; where one page is shown at a time, the list.
        const int row = m_list->rowOf(conversation);
        const int next = row + 1 < m_list->rowCount() ? row + 1 : row - 1;
        m_pane->setCurrent(row < 0 || next < 0 || fold() == Fold::Single ? ConversationId() : m_list->summaryAt(next).id);
        m_pane->focusList();
        m_toast->tell(tr("Everything about %1 is deleted.").arg(name));
    }
    m_list->refresh({conversation});
}

void InboxPage::namesChanged()
{
    m_list->reload();
    if (!m_current.isNull())
        refreshChanged({m_current});
}

ConversationId InboxPage::onScreen() const
{
    return isVisible() && m_middle->currentWidget() == m_threadPage ? m_current : ConversationId();
}

void InboxPage::markSeen()
{
    const ConversationId conversation = onScreen();
    if (conversation.isNull() || !window()->isActiveWindow())
        return;
    emit opened(conversation);
    if (m_summary->unread > 0)
        emit m_engine.markReadRequested(conversation);
}

void InboxPage::wordsChanged()
{
    m_list->wordsChanged();
    m_thread->wordsChanged();
    m_view->wordsChanged();
    readSummary();
    showSummary();
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns->arrange();
}

void InboxPage::togglePanel()
{
    const bool focusGoes = m_panel->isAncestorOf(focusWidget());
    m_columns->togglePanel();
    if (m_columns->isPanelOver() && m_panel->isVisible())
        m_panel->focusFirst();
    else if (focusGoes)
        m_view->setFocus(Qt::OtherFocusReason);
}

bool InboxPage::closeTop()
{
    if (m_columns->isPanelOver()) {
        togglePanel();
        return true;
    }
    if (m_tools->closeTop() || m_pane->clearSearch())
        return true;
    if (fold() == Fold::Single && !m_current.isNull()) {
        m_pane->setCurrent({});
        m_pane->focusList();
        return true;
    }
    return false;
}

void InboxPage::step(int rows)
{
    m_pane->step(rows);
}

void InboxPage::focusSearch()
{
    if (fold() == Fold::Single && !m_current.isNull())
        m_pane->setCurrent({});
    m_pane->focusSearch();
}

void InboxPage::focusList()
{
    m_pane->focusList();
}

bool InboxPage::isWriting() const
{
    return m_composer->isAncestorOf(focusWidget()) || m_tools->notes().isAncestorOf(focusWidget());
}

void InboxPage::nextPane()
{
    if (m_pane->isVisible() && !m_pane->list()->hasFocus() && !m_view->hasFocus() && !isWriting())
        m_pane->focusList();
    else if (m_pane->list()->hasFocus() && m_threadPage->isVisible())
        m_view->setFocus(Qt::ShortcutFocusReason);
    else if (m_view->hasFocus() && (m_tools->notes().isOpen() || !m_composer->isBlocked()))
        m_tools->focusWriting();
    else if (m_panel->isVisible() && (m_view->hasFocus() || isWriting()))
        m_panel->focusFirst();
    else
        m_pane->focusSearch();
}

} // namespace textback
