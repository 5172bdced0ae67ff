// SPDX-License-Identifier: MIT
#include "ui/thread/findstrip.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace textback {

namespace {

constexpr int longestQuestion = 200;

} // namespace

FindStrip::FindStrip(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_place(new PlainLabel(this))
    , m_older(new QToolButton(this))
    , m_newer(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setAccessibleName(tr("Search in this conversation"));
    m_field->setAccessibleName(tr("Search in this conversation"));
    m_field->setPlaceholderText(tr("Search in this conversation"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(longestQuestion);
    m_field->installEventFilter(this);
    m_place->setFont(textFont(TextStyle::Caption));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    struct Dressed {
        QToolButton *button;
        QString text;
        QString name;
        QString tip;
    };
    for (const Dressed &each :
         {Dressed{m_older, QStringLiteral("↑"), tr("Next match"), tr("Next match, older (Enter, F3)")},
          Dressed{m_newer, QStringLiteral("↓"), tr("Previous match"), tr("Previous match, newer (Shift+Enter, Shift+F3)")},
          Dressed{m_close, QString(), tr("Close the search"), tr("Close (Esc)")}}) {
        each.button->setProperty("kind", QStringLiteral("icon"));
        each.button->setCursor(Qt::PointingHandCursor);
        each.button->setText(each.text);
        each.button->setAccessibleName(each.name);
        setPlainToolTip(*each.button, each.tip);
    }
    m_close->setIconSize(QSize(dp(16), dp(16)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(dp(18), dp(8), dp(12), dp(8));
    row->setSpacing(dp(6));
    row->addWidget(m_field, 1);
    row->addWidget(m_place);
    row->addWidget(m_older);
    row->addWidget(m_newer);
    row->addWidget(m_close);
    connect(m_field, &QLineEdit::textChanged, this, &FindStrip::textEdited);
    connect(m_older, &QToolButton::clicked, this, [this] { emit stepped(1); });
    connect(m_newer, &QToolButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_close, &QToolButton::clicked, this, &FindStrip::closed);
    hide();
    dress();
    setPlace(0, 0, false);
}

QString FindStrip::text() const
{
    return m_field->text();
}

void FindStrip::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindStrip::setPlace(int place, int count, bool more)
{
    QString words;
    if (!text().trimmed().isEmpty()) {
        if (count == 0)
            words = tr("No match");
        else
            words = more ? tr("%L1 of more than %L2").arg(place).arg(count) : tr("%L1 of %L2").arg(place).arg(count);
    }
    m_older->setEnabled(count > 0);
    m_newer->setEnabled(count > 0);
    if (m_place->text() == words)
        return;
    m_place->setText(words);
    m_field->setAccessibleDescription(words);
    QAccessibleEvent said(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
}

bool FindStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        // The window's Esc would close what is below.
        if (key->key() != Qt::Key_Escape)
            return false;
        event->accept();
        return true;
    }
    switch (key->key()) {
    case Qt::Key_Escape:
        emit closed();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit stepped(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        emit stepped(key->key() == Qt::Key_Up ? 1 : -1);
        return true;
    default:
        return false;
    }
}

void FindStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_close)
        dress();
}

void FindStrip::dress()
{
    m_close->setIcon(themedIcon(Icon::Close, 16, tokensOf(palette()).text2));
}

void FindStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(0, height() - 1, width(), 1, tokens.border);
}

} // namespace textback
