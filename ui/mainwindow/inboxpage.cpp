// SPDX-License-Identifier: MIT
#include "ui/mainwindow/inboxpage.h"

#include "engine/engineclient.h"
#include "ui/contact/contactheader.h"
#include "ui/contact/contactpanel.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/conversationpane.h"
#include "ui/dialogs/outside.h"
#include "ui/dialogs/plainmessagebox.h"
#include "ui/format/conversationwords.h"
#include "ui/format/errorwords.h"
#include "ui/format/reasonwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/toast.h"
#include "ui/thread/composer.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 500; // of a link's address

} // namespace

InboxPage::InboxPage(EngineClient &engine, ConversationReader &reader, const ViewContext &context, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_context(context)
    , m_list(new ConversationListModel(reader, context, this))
    , m_thread(new ThreadModel(reader, context, this))
    , m_pane(new ConversationPane(*m_list, context, this))
    , m_splitter(new QSplitter(this))
    , m_middle(new QStackedWidget(this))
    , m_nothing(new EmptyState(this))
    , m_threadPage(new QWidget(this))
    , m_header(new ContactHeader(context, this))
    , m_view(new ThreadView(*m_thread, context, this))
    , m_composer(new Composer(this))
    , m_panel(new ContactPanel(context, *m_thread, this))
    , m_toast(new Toast(context.scheduler, this))
{
    auto *thread = new QVBoxLayout(m_threadPage);
    thread->setContentsMargins(0, 0, 0, 0);
    thread->setSpacing(0);
    thread->addWidget(m_header);
    thread->addWidget(m_view, 1);
    thread->addWidget(m_composer);
    m_nothing->show(Icon::Message, {}, tr("Choose a conversation to read and answer it."));
    m_middle->addWidget(m_nothing);
    m_middle->addWidget(m_threadPage);

    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_middle);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({dp(348), dp(560)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setTabOrder(m_pane, m_threadPage);

    connect(m_pane, &ConversationPane::currentChanged, this, &InboxPage::showConversation);
    connect(m_pane, &ConversationPane::activated, this, [this](ConversationId id) {
        m_pane->setCurrent(id);
        if (!m_composer->isBlocked())
            m_composer->focusField();
    });
    connect(m_header, &ContactHeader::backRequested, this, &InboxPage::closeTop);
    connect(m_header, &ContactHeader::panelToggled, this, &InboxPage::togglePanel);
    connect(m_header, &ContactHeader::callRequested, this, &InboxPage::call);
    connect(m_panel, &ContactPanel::callRequested, this, &InboxPage::call);
    connect(m_panel, &ContactPanel::copyNumberRequested, this, &InboxPage::copyNumber);
    connect(m_panel, &ContactPanel::closeRequested, this, &InboxPage::togglePanel);
    const auto rename = [this](const QString &name) {
        if (!m_current.isNull())
            emit m_engine.renameContactRequested(m_current, name);
    };
    connect(m_header, &ContactHeader::renamed, this, rename);
    connect(m_panel, &ContactPanel::renamed, this, rename);
    connect(m_view, &ThreadView::actionRequested, this, &InboxPage::act);
    connect(m_view, &ThreadView::linkRequested, this, &InboxPage::askToOpen);
    connect(m_composer, &Composer::sendRequested, &m_engine, &EngineClient::sendMessageRequested);
    connect(m_composer, &Composer::draftChanged, m_list, &ConversationListModel::setDraft);
    connect(m_list, &ConversationListModel::countsChanged, this, &InboxPage::countsChanged);
    connect(&m_engine, &EngineClient::conversationsChanged, this, &InboxPage::refreshChanged);
    connect(&m_engine, &EngineClient::actionFailed, this,
            [this](ConversationId, const Error &error) { m_toast->tell(ErrorWords::sentence(error)); });
    m_list->reload();
    arrange();
}

void InboxPage::open(ConversationId conversation)
{
    m_pane->clearSearch();
    m_pane->setCurrent(conversation);
    m_view->showNewest();
    if (!m_composer->isBlocked())
        m_composer->focusField();
}

void InboxPage::showConversation(ConversationId conversation)
{
    m_current = conversation;
    m_panelOver = false;
    m_thread->setConversation(conversation);
    m_composer->setConversation(conversation);
    showSummary();
    markSeen();
    arrange();
}

void InboxPage::showSummary()
{
    if (!m_current.isNull()) {
        // A read that fails for a moment leaves what was shown; the change that follows reads again.
        if (auto read = m_reader.conversation(m_current); read && read->has_value())
            m_summary = **read;
    }
    const bool shown = !m_current.isNull() && m_summary && m_summary->id == m_current;
    if (shown) {
        m_header->setConversation(*m_summary);
        m_panel->setConversation(*m_summary);
        m_view->setCanCall(!m_summary->number.isNull());
        const QString blocked = blockedSentence();
        // A field that goes away would hand the focus to whatever comes next, such as the name.
        if (!blocked.isEmpty() && m_composer->isAncestorOf(focusWidget()))
            m_view->setFocus(Qt::OtherFocusReason);
        m_composer->setBlocked(blocked);
    }
    m_middle->setCurrentWidget(shown ? m_threadPage : m_nothing);
}

QString InboxPage::blockedSentence() const
{
    const QString name = ConversationWords::title(*m_summary, m_context.region);
    if (m_summary->optedOut)
        return tr("%1 opted out (STOP). Texts are off until they write START. You may call.").arg(name);
    if (m_summary->number.isNull()) {
        return m_summary->address == QStringView(withheldAddress) ? tr("These callers withheld their number, so there is nobody to text.")
                                                                  : tr("This caller has no phone number that could be texted.");
    }
    if (m_summary->missedCall) {
        if (m_summary->missedCall->notTexted == DecisionReason::Landline)
            return tr("This is a landline and gets no texts. Call instead.");
        if (m_summary->missedCall->notTexted == DecisionReason::CannotReceive)
            return tr("This number cannot get texts. Call instead.");
    }
    if (m_context.connection == ConnectionState::Kind::NotSetUp)
        return tr("Set up your phone provider in Settings to write texts.");
    return {};
}

void InboxPage::refreshChanged(const QList<ConversationId> &conversations)
{
    m_list->refresh(conversations);
    if (m_current.isNull() || !conversations.contains(m_current))
        return;
    m_thread->refresh();
    showSummary();
    markSeen();
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
    showSummary();
}

void InboxPage::act(ThreadAction action, const ThreadEntry &entry)
{
    const auto *bubble = std::get_if<MessageBubble>(&entry.content);
    switch (action) {
    case ThreadAction::CallBack:
        call();
        return;
    case ThreadAction::Why:
        explain(entry);
        return;
    case ThreadAction::ShowMore:
    case ThreadAction::OpenLink:
        return;
    default:
        break;
    }
    if (!bubble)
        return;
    const MessageId id = bubble->message.id;
    switch (action) {
    case ThreadAction::CancelWaiting:
        emit m_engine.cancelWaitingRequested(id);
        break;
    case ThreadAction::SendNow:
        emit m_engine.sendNowRequested(id);
        break;
    case ThreadAction::SendAnyway:
        emit m_engine.sendMessageRequested(m_current, bubble->message.body);
        break;
    case ThreadAction::CopyText:
        QGuiApplication::clipboard()->setText(bubble->message.body);
        m_toast->tell(tr("Text copied."));
        break;
    case ThreadAction::SendAgain: {
        if (ThreadWords::state(*bubble) != BubbleState::Unconfirmed) {
            emit m_engine.sendAgainRequested(id);
            break;
        }
        auto *question = new PlainMessageBox(this);
        question->setTexts(tr("Send this text again?"), tr("The first one may have arrived: then they get it twice."));
        QPushButton *again = question->addWord(tr("Send again"), QMessageBox::AcceptRole);
        question->addWord(tr("Cancel"), QMessageBox::RejectRole);
        connect(again, &QPushButton::clicked, this, [this, id] { emit m_engine.sendAgainRequested(id); });
        question->open();
        break;
    }
    default:
        break;
    }
}

void InboxPage::call()
{
    if (!m_summary || m_summary->number.isNull())
        return;
    const QString number = m_summary->number.e164();
    if (openOutside(QUrl(u"tel:"_s + number)))
        return;
    QGuiApplication::clipboard()->setText(number);
    m_toast->tell(tr("This computer has no program for calls. The number %1 is copied: dial it on your phone.")
                      .arg(m_summary->number.display(m_context.region)));
}

void InboxPage::copyNumber()
{
    if (!m_summary || m_summary->number.isNull())
        return;
    QGuiApplication::clipboard()->setText(m_summary->number.e164());
    m_toast->tell(tr("%1 copied.").arg(m_summary->number.e164()));
}

void InboxPage::explain(const ThreadEntry &entry)
{
    const auto *card = std::get_if<CallCard>(&entry.content);
    const auto reason = card ? ThreadWords::skipReason(*card) : std::nullopt;
    if (!reason)
        return;
    QStringList lines;
    if (card->decision) {
        lines.append(tr("Decided %1.").arg(m_context.times.full(card->decision->decidedAt)));
        if (!card->decision->ruleVersion.isEmpty())
            lines.append(tr("Rule: %1, version %2 of the rules.").arg(toString(*reason), card->decision->ruleVersion));
        else
            lines.append(tr("Rule: %1.").arg(toString(*reason)));
    }
    auto *box = new PlainMessageBox(this);
    box->setWindowTitle(tr("Why was no text sent?"));
    box->setTexts(ThreadWords::callCaption(*card), lines.join(u'\n'));
    box->addWord(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

void InboxPage::askToOpen(const QUrl &url)
{
    if (!mayOpen(url))
        return;
    auto *question = new PlainMessageBox(this);
    const bool phone = url.scheme() == "tel"_L1;
    const QString whole = url.toString(QUrl::FullyEncoded);
    question->setTexts(phone ? tr("Call %1?").arg(linkTarget(url)) : tr("Open %1 in the browser?").arg(linkTarget(url)),
                       phone                         ? QString()
                       : whole.size() > longestShown ? whole.left(longestShown) + u"…"_s
                                                     : whole);
    QPushButton *yes = question->addWord(phone ? tr("Call") : tr("Open"), QMessageBox::AcceptRole);
    question->addWord(tr("Cancel"), QMessageBox::RejectRole);
    connect(yes, &QPushButton::clicked, this, [this, url, whole] {
        if (openOutside(url))
            return;
        QGuiApplication::clipboard()->setText(whole);
        m_toast->tell(tr("This computer has no program that opens it. The link is copied."));
    });
    question->open();
}

void InboxPage::setFold(Fold fold)
{
    if (m_fold == fold)
        return;
    m_fold = fold;
    m_panelOver = false;
    arrange();
}

void InboxPage::arrange()
{
    const bool open = !m_current.isNull();
    const bool single = m_fold == Fold::Single;
    m_pane->setVisible(!single || !open);
    m_middle->setVisible(!single || open);
    m_header->setBackVisible(single);
    m_pane->setMinimumWidth(dp(single ? 200 : 260));
    m_pane->setMaximumWidth(single ? QWIDGETSIZE_MAX : dp(460));
    m_middle->setMinimumWidth(dp(300));

    const bool beside = m_fold == Fold::Full && m_panelWanted && open;
    const bool over = m_fold != Fold::Full && m_panelOver && open;
    layout()->setContentsMargins(0, 0, beside ? m_panel->width() : 0, 0);
    m_panel->setVisible(beside || over);
    m_panel->setCloseVisible(over);
    m_panel->setGeometry(width() - m_panel->width(), 0, m_panel->width(), height());
    m_panel->raise();
    m_header->setPanelOpen(beside || over);
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void InboxPage::togglePanel()
{
    (m_fold == Fold::Full ? m_panelWanted : m_panelOver) ^= true;
    arrange();
}

bool InboxPage::closeTop()
{
    if (m_panelOver) {
        togglePanel();
        return true;
    }
    if (m_pane->clearSearch())
        return true;
    if (m_fold == Fold::Single && !m_current.isNull()) {
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
    if (m_fold == Fold::Single && !m_current.isNull())
        m_pane->setCurrent({});
    m_pane->focusSearch();
}

void InboxPage::focusList()
{
    m_pane->focusList();
}

void InboxPage::nextPane()
{
    if (m_pane->isVisible() && !m_pane->list()->hasFocus() && !m_view->hasFocus() && !m_composer->isAncestorOf(focusWidget()))
        m_pane->focusList();
    else if (m_pane->list()->hasFocus() && m_threadPage->isVisible())
        m_view->setFocus(Qt::ShortcutFocusReason);
    else if (m_view->hasFocus() && !m_composer->isBlocked())
        m_composer->focusField();
    else
        m_pane->focusSearch();
}

QByteArray InboxPage::splitterState() const
{
    return m_splitter->saveState();
}

void InboxPage::restoreSplitter(const QByteArray &state)
{
    m_splitter->restoreState(state);
    m_splitter->setHandleWidth(1);
}

} // namespace textback
