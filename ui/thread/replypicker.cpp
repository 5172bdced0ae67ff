// SPDX-License-Identifier: MIT
#include "ui/thread/replypicker.h"

#include "ui/format/safetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 6;
constexpr int widest = 420;
constexpr int rowHeight = 32;

} // namespace

ReplyPicker::ReplyPicker(QPlainTextEdit &field, QWidget *parent)
    : QFrame(parent)
    , m_field(field)
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the cursor stays in the field
    m_list->setAccessibleName(tr("Saved replies"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    hide();
    connect(&field, &QPlainTextEdit::cursorPositionChanged, this, &ReplyPicker::follow);
    connect(&field, &QPlainTextEdit::textChanged, this, &ReplyPicker::follow);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
}

void ReplyPicker::setReplies(const std::vector<SavedReply> &replies)
{
    m_replies = replies;
    if (isVisible())
        follow();
}

void ReplyPicker::ask()
{
    m_field.setFocus(Qt::OtherFocusReason);
    QTextCursor cursor = m_field.textCursor();
    m_dismissed = -1;
    if (!replyQuery(m_field.toPlainText(), cursor.position())) {
        const QString text = m_field.toPlainText();
        const bool inWord = cursor.position() > 0 && !text.at(cursor.position() - 1).isSpace();
        cursor.insertText(inWord ? u" /"_s : u"/"_s);
    }
    follow();
}

void ReplyPicker::dismiss()
{
    m_dismissed = m_query.start;
    hide();
}

void ReplyPicker::follow()
{
    const auto query = m_field.hasFocus() ? replyQuery(m_field.toPlainText(), m_field.textCursor().position()) : std::nullopt;
    if (!query || query->start != m_dismissed)
        m_dismissed = query ? m_dismissed : -1;
    if (!query || query->start == m_dismissed) {
        hide();
        return;
    }
    m_query = *query;
    const QString typed = m_field.toPlainText().mid(query->start + 1, query->length - 1);
    m_shown = matchingReplies(m_replies, typed);
    // Whoever types on after nothing fits means a mere "/".
    if (m_shown.empty() && !typed.isEmpty()) {
        hide();
        return;
    }
    m_list->clear();
    for (const SavedReply &reply : m_shown) {
        auto *item = new QListWidgetItem(singleLine(reply.name) + u" — "_s + singleLine(reply.text), m_list);
        setPlainToolTip(*item, bodyText(reply.text));
    }
    m_list->addItem(tr("Manage saved replies…"));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint(QSize(0, dp(rowHeight)));
    m_list->setCurrentRow(0);
    place();
    if (!isVisible()) {
        show();
        raise();
        QAccessibleEvent shown(m_list, QAccessible::PopupMenuStart);
        QAccessible::updateAccessibility(&shown);
    }
}

void ReplyPicker::place()
{
    const int rows = std::min(mostRows, m_list->count());
    const int height = rows * dp(rowHeight) + 2 * m_list->frameWidth() + dp(4);
    const QPoint field = m_field.mapTo(parentWidget(), QPoint(0, 0));
    const int width = std::min(m_field.width(), dp(widest));
    setGeometry(field.x(), std::max(0, field.y() - height - dp(4)), width, height);
}

bool ReplyPicker::takeKey(const QKeyEvent &key)
{
    if (!isVisible() || key.modifiers().testFlag(Qt::ControlModifier))
        return false;
    const int row = m_list->currentRow();
    switch (key.key()) {
    case Qt::Key_Up:
        m_list->setCurrentRow(row > 0 ? row - 1 : m_list->count() - 1);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(row + 1 < m_list->count() ? row + 1 : 0);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(row);
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void ReplyPicker::choose(int row)
{
    QTextCursor cursor = m_field.textCursor();
    cursor.setPosition(m_query.start);
    cursor.setPosition(m_query.start + m_query.length, QTextCursor::KeepAnchor);
    hide();
    if (row < 0 || size_t(row) >= m_shown.size()) {
        cursor.removeSelectedText();
        emit manageRequested();
        return;
    }
    const QString filled = filledReply(m_shown[size_t(row)].text, m_values ? m_values() : TemplateValues());
    const int start = m_query.start;
    cursor.insertText(filled);
    // The first blank is what the person writes next.
    if (const auto blanks = placeholdersIn(filled); !blanks.empty()) {
        cursor.setPosition(start + blanks.front().start);
        cursor.setPosition(start + blanks.front().start + blanks.front().length, QTextCursor::KeepAnchor);
    }
    m_field.setTextCursor(cursor);
    hide();
}

} // namespace textback
