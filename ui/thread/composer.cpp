// SPDX-License-Identifier: MIT
#include "ui/thread/composer.h"

#include "domain/smssegments.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace textback {

namespace {

constexpr int smallestField = 44;
constexpr int largestField = 150;
constexpr Millis typingPause{400};

} // namespace

Composer::Composer(Scheduler &scheduler, QWidget *parent)
    : QWidget(parent)
    , m_scheduler(scheduler)
    , m_field(new QPlainTextEdit(this))
    , m_counter(new PlainLabel(this))
    , m_fix(new QToolButton(this))
    , m_send(new QPushButton(tr("Send"), this))
    , m_blocked(new PlainLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_field->setAccessibleName(tr("Message"));
    m_field->setPlaceholderText(tr("Write a text message"));
    m_field->setTabChangesFocus(true);
    m_field->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_field->document()->setDocumentMargin(dp(6));
    m_field->installEventFilter(this);
    m_counter->setForegroundRole(QPalette::PlaceholderText);
    m_counter->setFont(textFont(TextStyle::Caption));
    m_counter->setElided(true);
    m_counter->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_fix->setProperty("kind", QStringLiteral("icon"));
    m_fix->setFont(textFont(TextStyle::Badge));
    m_fix->setCursor(Qt::PointingHandCursor);
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_send->setMinimumWidth(dp(92));
    m_send->setAccessibleName(tr("Send"));
    m_send->setToolTip(tr("Send (Enter)"));
    m_blocked->setWordWrap(true);
    m_blocked->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_blocked->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(dp(8));
    row->addWidget(m_counter, 1);
    row->addWidget(m_fix);
    row->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(18), dp(12), dp(18), dp(12));
    layout->setSpacing(dp(8));
    layout->addWidget(m_field);
    layout->addWidget(m_blocked);
    layout->addLayout(row);

    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::textEdited);
    connect(m_field->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &Composer::fitHeight);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_fix, &QToolButton::clicked, this, [this] {
        m_field->setPlainText(smartEncoded(m_field->toPlainText()));
        m_field->moveCursor(QTextCursor::End);
        focusField();
    });
    textEdited();
    fitHeight();
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

void Composer::setBlocked(const QString &sentence)
{
    m_blocked->setText(sentence);
    const bool blocked = !sentence.isEmpty();
    m_blocked->setVisible(blocked);
    m_field->setVisible(!blocked);
    m_counter->setVisible(!blocked);
    m_send->setVisible(!blocked);
    m_field->setEnabled(!blocked);
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

bool Composer::isForTheWindow(const QKeyEvent &key) const
{
    // A field of text takes these for itself on some systems ("delete the line"), but here they are the window's.
    const bool plain = key.modifiers() == Qt::ControlModifier;
    if (plain && (key.key() == Qt::Key_E || key.key() == Qt::Key_U || key.key() == Qt::Key_L || key.key() == Qt::Key_K))
        return true;
    // With nothing typed to take back, "undo" means what was done to a conversation.
    return key.matches(QKeySequence::Undo) && !m_field->document()->isUndoAvailable();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::ShortcutOverride && isForTheWindow(*static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            send();
            return true;
        }
    }
    // The field breaks its lines anew only after this event has reached it.
    if (watched == m_field && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &Composer::fitHeight, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_blocked)
        textEdited();
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
    if (isBlocked() || m_conversation.isNull() || body.isEmpty() || body.size() > maximumTextLength)
        return;
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
    const SmsSegments count = countSegments(body);
    const Tokens &tokens = tokensOf(palette());
    QColor colour = tokens.text3;
    QString words;
    if (body.size() > maximumTextLength) {
        words = tr("%n character(s) too long for a text", nullptr, int(body.size()) - maximumTextLength);
        colour = tokens.danger;
    } else if (body.isEmpty()) {
        words = tr("Enter to send · Shift+Enter for a new line");
    } else {
        const int capacity = count.unitsPerSegment * std::max(1, count.segments);
        const QString texts = tr("%n text(s)", nullptr, count.segments);
        //: 46 / 160 · 1 text · Enter to send
        words = tr("%1 / %2 · %3 · Enter to send").arg(count.units).arg(capacity).arg(texts);
        if (count.segments > 1)
            colour = tokens.warn;
    }
    m_counter->setText(words);
    QPalette own;
    own.setColor(QPalette::PlaceholderText, colour);
    m_counter->setPalette(own);

    // Typographic marks cost a second text before anybody notices: one click takes the plain ones.
    const QString plain = smartEncoded(body);
    const SmsSegments plainCount = countSegments(plain);
    const bool cheaper = !isBlocked() && plainCount.segments < count.segments;
    m_fix->setVisible(cheaper);
    if (cheaper) {
        m_fix->setText(
            tr("“%1” costs %n more text(s). Use a plain one", nullptr, count.segments - plainCount.segments).arg(firstNonGsm7(body)));
        m_fix->setAccessibleName(m_fix->text());
    }
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
