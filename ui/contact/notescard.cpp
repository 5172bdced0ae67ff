// SPDX-License-Identifier: MIT
#include "ui/contact/notescard.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis typingPause{400};
constexpr Millis againPause{3000};
constexpr int longestNotes = 10000;
constexpr int fewestLines = 3;
constexpr int mostLines = 12;

} // namespace

NotesCard::NotesCard(Scheduler &scheduler, QWidget *parent)
    : ContactSection(tr("Notes"), parent)
    , m_scheduler(scheduler)
    , m_field(new QPlainTextEdit(this))
{
    m_field->setAccessibleName(tr("Notes"));
    m_field->setTabChangesFocus(true);
    m_field->setFont(textFont(TextStyle::Small));
    m_field->setPlaceholderText(tr("Gate code, best time to call, …"));
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // as high as its words, also where the panel has more room
    m_hint = makeLine(true, this);
    body()->addWidget(m_field);
    body()->addWidget(m_hint);
    tell();
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        if (m_field->document()->characterCount() > longestNotes + 1) {
            QTextCursor end(m_field->document());
            end.setPosition(longestNotes);
            end.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
            m_showing = true;
            end.removeSelectedText();
            m_showing = false;
        }
        m_typed = true;
        m_pause = m_scheduler.callAfter(typingPause, [this] { keep(); });
        fit();
    });
    dress();
    fit();
}

void NotesCard::setConversation(ConversationId conversation)
{
    if (m_conversation == conversation)
        return;
    keep();
    m_conversation = conversation;
    put(m_handedOn.value(conversation));
    tell();
}

void NotesCard::put(const QString &notes)
{
    if (m_field->toPlainText() == notes)
        return;
    m_showing = true;
    m_field->setPlainText(notes);
    m_showing = false;
    fit();
}

void NotesCard::show(const QString &notes)
{
    if (m_typed)
        return;
    if (const auto handedOn = m_handedOn.constFind(m_conversation); handedOn != m_handedOn.cend()) {
        if (*handedOn != notes && !(handedOn->trimmed().isEmpty() && notes.isEmpty()))
            return;
        m_handedOn.erase(handedOn);
        m_failed.remove(m_conversation);
        tell();
    }
    put(notes);
}

void NotesCard::notKept(ConversationId conversation)
{
    if (!m_handedOn.contains(conversation))
        return;
    m_failed.insert(conversation);
    tell();
    m_again = m_scheduler.callAfter(againPause, [this] {
        // Those that were stored since are still among them: storing them once more changes nothing.
        for (const ConversationId each : QSet<ConversationId>(m_failed))
            handOn(each);
    });
}

void NotesCard::keep()
{
    m_pause.cancel();
    if (!m_typed || m_conversation.isNull())
        return;
    m_typed = false;
    m_handedOn.insert(m_conversation, m_field->toPlainText());
    handOn(m_conversation);
}

void NotesCard::handOn(ConversationId conversation)
{
    m_failed.remove(conversation);
    emit changed(conversation, m_handedOn.value(conversation));
    tell();
}

void NotesCard::tell()
{
    m_hint->setText(m_failed.contains(m_conversation) ? tr("Not saved yet. It is kept here and tried again.")
                                                      : tr("Only you see this. Saved while you type."));
    m_field->setAccessibleDescription(m_hint->text());
}

void NotesCard::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void NotesCard::fit()
{
    const int lines = std::clamp(int(m_field->document()->size().height()), fewestLines, mostLines);
    m_field->setFixedHeight(lines * m_field->fontMetrics().lineSpacing() + dp(20));
}

void NotesCard::hideEvent(QHideEvent *event)
{
    keep();
    ContactSection::hideEvent(event);
}

void NotesCard::changeEvent(QEvent *event)
{
    ContactSection::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_field)
        dress();
}

void NotesCard::dress()
{
    const Tokens &tokens = tokensOf(palette());
    m_field->setStyleSheet(uR"(QPlainTextEdit { background: %1; color: %2; border: 1px solid %1; border-radius: %3px; padding: %4px; }
QPlainTextEdit:focus { border: 2px solid %5; padding: %6px; })"_s.arg(tokens.warnBg.name(), tokens.text1.name())
                               .arg(dp(8))
                               .arg(dp(6))
                               .arg(tokens.focus.name())
                               .arg(dp(6) - 1));
}

} // namespace textback
