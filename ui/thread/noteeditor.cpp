// SPDX-License-Identifier: MIT
#include "ui/thread/noteeditor.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"
#include "ui/thread/messagefield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 8;

} // namespace

NoteEditor::NoteEditor(QWidget *parent)
    : QWidget(parent)
    , m_field(new QPlainTextEdit(this))
    , m_hint(new PlainLabel(tr("Note · Only you see this"), this))
    , m_cancel(new QPushButton(tr("Back to texts"), this))
    , m_save(new QPushButton(tr("Save note"), this))
{
    setAccessibleName(tr("Note"));
    m_field->setAccessibleName(tr("Note"));
    m_field->setAccessibleDescription(tr("Only you see this. It is never sent."));
    m_field->setPlaceholderText(tr("Write a note. It is never sent."));
    m_field->setTabChangesFocus(true);
    m_field->installEventFilter(this);
    m_hint->setFont(textFont(TextStyle::Badge));
    m_save->setProperty("kind", u"primary"_s);
    setPlainToolTip(*m_save, tr("Save note (Ctrl+Enter)"));
    setPlainToolTip(*m_cancel, tr("What you began is kept (Esc)"));
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(8));
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(18), dp(10), dp(18), dp(12));
    layout->setSpacing(dp(8));
    layout->addWidget(m_hint);
    layout->addWidget(m_field);
    layout->addLayout(row);
    hide();
    connect(m_field, &QPlainTextEdit::textChanged, this, &NoteEditor::edited);
    connect(m_save, &QPushButton::clicked, this, &NoteEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, &NoteEditor::close);
    dress();
    edited();
}

void NoteEditor::setConversation(ConversationId conversation)
{
    if (m_conversation == conversation)
        return;
    m_conversation = conversation;
    show();
}

void NoteEditor::open(const ThreadNote &note)
{
    if (m_conversation.isNull())
        return;
    m_open.insert(m_conversation, note);
    show();
    focusField();
}

void NoteEditor::close()
{
    if (m_open.remove(m_conversation) > 0)
        show();
}

void NoteEditor::show()
{
    if (isOpen()) {
        dress();
        const ThreadNote note = m_open.value(m_conversation);
        m_switching = true;
        m_field->setPlainText(m_drafts.value({m_conversation, note.id}, note.body));
        m_field->moveCursor(QTextCursor::End);
        m_switching = false;
        edited();
    }
    // What goes away hands the focus to whatever comes next.
    const bool hadFocus = window()->focusWidget() && isAncestorOf(window()->focusWidget());
    setVisible(isOpen());
    emit shown(isOpen(), hadFocus);
}

void NoteEditor::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void NoteEditor::edited()
{
    if (!m_switching && isOpen())
        m_drafts.insert({m_conversation, m_open.value(m_conversation).id}, m_field->toPlainText());
    m_save->setEnabled(!m_field->toPlainText().trimmed().isEmpty());
    fit();
}

void NoteEditor::save()
{
    if (!m_save->isEnabled() || !isOpen())
        return;
    const ThreadNote before = m_open.value(m_conversation);
    ThreadNote note = before;
    note.body = m_field->toPlainText().trimmed();
    m_drafts.remove({m_conversation, before.id});
    const ConversationId conversation = m_conversation;
    close();
    if (note != before)
        emit saveRequested(conversation, note, before);
}

void NoteEditor::giveBack(ConversationId conversation, const ThreadNote &note)
{
    const Place place{conversation, note.id};
    const QString begun = m_drafts.value(place).trimmed();
    m_drafts.insert(place, begun.isEmpty() || begun == note.body ? note.body : note.body + u"\n\n"_s + begun);
    if (!m_open.contains(conversation))
        m_open.insert(conversation, note);
    if (conversation == m_conversation)
        show();
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        if (isForTheWindow(*key, *m_field)) {
            event->ignore();
            return true;
        }
        return false;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return false;
}

void NoteEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_save)
        dress();
}

void NoteEditor::dress()
{
    QPalette own;
    own.setColor(QPalette::WindowText, tokensOf(palette()).warn);
    m_hint->setPalette(own);
}

void NoteEditor::fit()
{
    const int lines = std::clamp(int(m_field->document()->size().height()), fewestLines, mostLines);
    m_field->setFixedHeight(lines * m_field->fontMetrics().lineSpacing() + dp(16));
}

void NoteEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.warnBg);
    painter.fillRect(0, 0, width(), dp(2), tokens.warn);
}

} // namespace textback
