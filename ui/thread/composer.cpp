// SPDX-License-Identifier: MIT
#include "ui/thread/composer.h"

#include "domain/smssegments.h"
#include "domain/templates/savedreply.h"
#include "ui/dialogs/plainmessagebox.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"
#include "ui/thread/emojipicker.h"
#include "ui/thread/messagefield.h"
#include "ui/thread/placeholderhighlighter.h"
#include "ui/thread/repairbutton.h"
#include "ui/thread/repliesdialog.h"
#include "ui/thread/replypicker.h"
#include "ui/thread/textcounter.h"

#include <QAbstractTextDocumentLayout>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace textback {

namespace {

constexpr int smallestField = 44;
constexpr int largestField = 150;
constexpr Millis typingPause{400};
constexpr int hintFrom = 460;
constexpr int wordFrom = 400;
constexpr int noteInRow = 2; ///< where its button stands beside those for a text

} // namespace

Composer::Composer(Scheduler &scheduler, QWidget *parent)
    : QWidget(parent)
    , m_scheduler(scheduler)
    , m_field(new MessageField(this))
    , m_replies(new ReplyPicker(*m_field, parent))
    , m_emoji(new EmojiPicker(this))
    , m_row(new QHBoxLayout)
    , m_blockedRow(new QHBoxLayout)
    , m_replyButton(new QPushButton(this))
    , m_emojiButton(new QToolButton(this))
    , m_note(new QToolButton(this))
    , m_counter(new TextCounter(this))
    , m_enter(new QToolButton(this))
    , m_fix(new RepairButton(this))
    , m_send(new QPushButton(tr("Send"), this))
    , m_blocked(new PlainLabel(this))
    , m_call(new QPushButton(tr("Call"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_field->setAccessibleName(tr("Message"));
    m_field->setPlaceholderText(tr("Write a text message"));
    m_field->setTabChangesFocus(true);
    m_field->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_field->document()->setDocumentMargin(dp(6));
    m_field->installEventFilter(this);
    new PlaceholderHighlighter(*m_field);
    m_replyButton->setAccessibleName(tr("Saved replies"));
    setPlainToolTip(*m_replyButton, tr("Saved replies (type /)"));
    m_emojiButton->setProperty("kind", QStringLiteral("icon"));
    m_emojiButton->setAccessibleName(tr("Emoji"));
    setPlainToolTip(*m_emojiButton, tr("Emoji"));
    m_note->setProperty("kind", QStringLiteral("icon"));
    m_note->setAccessibleName(tr("Write a note"));
    setPlainToolTip(*m_note, tr("Write a note that only you see (Ctrl+Shift+N)"));
    m_enter->setProperty("kind", QStringLiteral("icon"));
    m_enter->setFont(textFont(TextStyle::Caption));
    m_enter->setPopupMode(QToolButton::InstantPopup);
    m_enter->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_send->setMinimumWidth(dp(92));
    m_send->setAccessibleName(tr("Send"));
    for (QWidget *button : std::initializer_list<QWidget *>{m_emojiButton, m_note, m_enter, m_fix})
        button->setCursor(Qt::PointingHandCursor);
    m_blocked->setWordWrap(true);
    m_blocked->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_blocked->hide();
    m_call->hide();
    layOut();

    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::textEdited);
    connect(m_field, &MessageField::longPasteOffered, this, &Composer::askToPaste);
    connect(m_field->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &Composer::fitHeight);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_call, &QPushButton::clicked, this, &Composer::callRequested);
    connect(m_note, &QToolButton::clicked, this, &Composer::noteRequested);
    connect(m_replyButton, &QPushButton::clicked, m_replies, &ReplyPicker::ask);
    connect(m_replies, &ReplyPicker::manageRequested, this, &Composer::manageReplies);
    connect(m_emojiButton, &QToolButton::clicked, this, [this] { m_emoji->openAbove(m_emojiButton->mapToGlobal(QPoint(0, 0))); });
    connect(m_emoji, &EmojiPicker::picked, this, [this](const QString &emoji) {
        m_field->insertPlainText(emoji);
        focusField();
    });
    connect(m_fix, &QToolButton::clicked, this, [this] {
        m_field->setPlainText(smartEncoded(m_field->toPlainText()));
        m_field->moveCursor(QTextCursor::End);
        focusField();
    });
    auto *enters = new QMenu(m_enter);
    enters->setAccessibleName(tr("What Enter does"));
    auto *choice = new QActionGroup(enters);
    for (const EnterKey enter : {EnterKey::Sends, EnterKey::NewLine}) {
        QAction *action = enters->addAction(enter == EnterKey::Sends ? tr("Enter sends, Shift+Enter begins a new line")
                                                                     : tr("Ctrl+Enter sends, Enter begins a new line"));
        action->setCheckable(true);
        action->setData(int(enter));
        choice->addAction(action);
        connect(action, &QAction::triggered, this, [this, enter] { chooseEnter(enter); });
    }
    m_enter->setMenu(enters);
    showEnter();
    dress();
    textEdited();
    fitHeight();
}

void Composer::layOut()
{
    QHBoxLayout *row = m_row;
    row->setSpacing(dp(8));
    row->addWidget(m_replyButton);
    row->addWidget(m_emojiButton);
    row->addWidget(m_note);
    row->addWidget(m_counter, 1);
    row->addWidget(m_enter);
    row->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(18), dp(12), dp(18), dp(12));
    layout->setSpacing(dp(8));
    layout->addWidget(m_field);
    layout->addWidget(m_fix, 0, Qt::AlignLeft);
    QHBoxLayout *blocked = m_blockedRow;
    blocked->addWidget(m_blocked, 1);
    blocked->addWidget(m_call);
    layout->addLayout(blocked);
    layout->addLayout(row);
}

Composer::~Composer()
{
    storeDraft();
}

void Composer::setConversation(ConversationId conversation, const QString &storedDraft)
{
    if (m_conversation == conversation)
        return;
    storeDraft();
    m_conversation = conversation;
    m_switching = true;
    m_field->setPlainText(m_drafts.value(conversation, storedDraft));
    m_field->moveCursor(QTextCursor::End);
    m_switching = false;
    fitHeight();
}

void Composer::setBlocked(const QString &sentence, bool canCall)
{
    m_blocked->setText(sentence);
    const bool blocked = !sentence.isEmpty();
    m_blocked->setVisible(blocked);
    m_call->setVisible(blocked && canCall);
    // A note can be written even where no text may go.
    (blocked ? m_blockedRow : m_row)->insertWidget(blocked ? 1 : noteInRow, m_note);
    for (QWidget *part : std::initializer_list<QWidget *>{m_field, m_replyButton, m_emojiButton, m_counter, m_enter, m_send})
        part->setVisible(!blocked);
    m_field->setEnabled(!blocked);
    if (blocked)
        m_replies->hide();
    textEdited();
}

bool Composer::isBlocked() const
{
    return !m_blocked->text().isEmpty();
}

void Composer::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

QString Composer::text() const
{
    return m_field->toPlainText();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::ShortcutOverride && isForTheWindow(*static_cast<QKeyEvent *>(event), *m_field)) {
        event->ignore();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    // Esc closes the list of replies first, not what the window would close; Tab chooses in it.
    if (watched == m_field && event->type() == QEvent::ShortcutOverride && m_replies->isVisible() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        m_replies->hide();
    // The field breaks its lines anew only after this event has reached it.
    if (watched == m_field && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &Composer::fitHeight, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

bool Composer::takeKey(const QKeyEvent &key)
{
    if (m_replies->takeKey(key))
        return true;
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enter || key.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    const bool withCtrl = key.modifiers().testFlag(Qt::ControlModifier);
    if (withCtrl == (m_inbox.enter == EnterKey::NewLine))
        send();
    else
        m_field->insertPlainText(QStringLiteral("\n"));
    return true;
}

void Composer::setInbox(const InboxSettings &inbox)
{
    m_inbox = inbox;
    m_replies->setReplies(inbox.replies);
    showEnter();
}

void Composer::chooseEnter(EnterKey enter)
{
    if (m_inbox.enter == enter)
        return;
    m_inbox.enter = enter;
    showEnter();
    emit inboxChanged(m_inbox);
}

void Composer::showEnter()
{
    const bool plain = m_inbox.enter == EnterKey::Sends;
    m_enter->setText(plain ? tr("Enter to send") : tr("Ctrl+Enter to send"));
    m_enter->setAccessibleName(m_enter->text());
    setPlainToolTip(*m_enter, tr("Choose what Enter does"));
    setPlainToolTip(*m_send, plain ? tr("Send (Enter)") : tr("Send (Ctrl+Enter)"));
    for (QAction *action : m_enter->menu()->actions())
        action->setChecked(action->data().toInt() == int(m_inbox.enter));
}

void Composer::manageReplies()
{
    auto *dialog = new RepliesDialog(m_inbox.replies, this);
    connect(dialog, &RepliesDialog::saved, this, [this](const std::vector<SavedReply> &replies) {
        m_inbox.replies = replies;
        m_replies->setReplies(replies);
        emit inboxChanged(m_inbox);
    });
    connect(dialog, &QDialog::finished, this, &Composer::focusField);
    dialog->open();
}

void Composer::askToPaste(const QString &text)
{
    auto *question = new PlainMessageBox(this);
    question->setTexts(tr("Paste %n character(s)?", nullptr, int(text.size())),
                       tr("As text messages that would be %n.", nullptr, countSegments(text).segments));
    QPushButton *paste = question->addWord(tr("Paste"), QMessageBox::AcceptRole);
    question->addWord(tr("Cancel"), QMessageBox::RejectRole);
    connect(paste, &QPushButton::clicked, this, [this, text, conversation = m_conversation] {
        if (conversation == m_conversation)
            m_field->insertPlainText(text);
    });
    connect(question, &QDialog::finished, this, &Composer::focusField);
    question->open();
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where there is no room, the hint goes, and then a word, before those of the counter do.
    m_enter->setVisible(!isBlocked() && width() >= dp(hintFrom));
    m_replyButton->setText(width() >= dp(wordFrom) ? tr("/ Replies") : QStringLiteral("/"));
    if (m_replies->isVisible()) // once everything stands where it goes
        QMetaObject::invokeMethod(m_replies, &ReplyPicker::follow, Qt::QueuedConnection);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_call) {
        dress();
        textEdited();
    }
}

void Composer::dress()
{
    m_note->setIcon(themedIcon(Icon::Pencil, 18, tokensOf(palette()).text2));
    m_emojiButton->setIcon(themedIcon(Icon::Smile, 18, tokensOf(palette()).text2));
}

void Composer::hideEvent(QHideEvent *event)
{
    storeDraft();
    QWidget::hideEvent(event);
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, tokensOf(palette()).border);
}

void Composer::send()
{
    const QString body = m_field->toPlainText().trimmed();
    if (!m_send->isEnabled())
        return;
    const auto blanks = placeholdersIn(body);
    if (blanks.empty()) {
        sendNow();
        return;
    }
    auto *question = new PlainMessageBox(this);
    question->setTexts(tr("Send it with %1 in it?").arg(body.mid(blanks.front().start, blanks.front().length)),
                       tr("The words in braces are still to be filled in: your customer would read them as they are."));
    question->addWord(tr("Go back"), QMessageBox::RejectRole);
    QPushButton *anyway = question->addWord(tr("Send anyway"), QMessageBox::AcceptRole);
    connect(anyway, &QPushButton::clicked, this, [this, body, conversation = m_conversation] {
        if (conversation == m_conversation && m_field->toPlainText().trimmed() == body)
            sendNow();
    });
    connect(question, &QDialog::finished, this, &Composer::focusField);
    question->open();
}

void Composer::sendNow()
{
    const QString body = m_field->toPlainText().trimmed();
    const ConversationId conversation = m_conversation;
    m_field->clear();
    storeDraft();
    emit sendRequested(conversation, body);
}

void Composer::storeDraft()
{
    m_pause.cancel();
    if (!std::exchange(m_unstored, false))
        return;
    emit draftPaused(m_conversation, m_drafts.value(m_conversation));
}

void Composer::textEdited()
{
    const QString text = m_field->toPlainText();
    if (!m_switching && !m_conversation.isNull() && m_shown != text) {
        m_drafts.insert(m_conversation, text);
        m_unstored = true;
        m_pause = m_scheduler.callAfter(typingPause, [this] { storeDraft(); });
        emit draftChanged(m_conversation, text);
    }
    m_shown = text;

    const QString body = text.trimmed();
    m_counter->count(body);
    m_fix->offer(isBlocked() ? QString() : body);
    m_send->setEnabled(!isBlocked() && !m_conversation.isNull() && !body.isEmpty() && body.size() <= maximumTextLength);
}

void Composer::fitHeight()
{
    const int lines = int(m_field->document()->documentLayout()->documentSize().height());
    const int line = m_field->fontMetrics().lineSpacing();
    const int wanted = lines * line + 2 * dp(6) + 4;
    m_field->setFixedHeight(std::clamp(wanted, dp(smallestField), dp(largestField)));
}

} // namespace textback
