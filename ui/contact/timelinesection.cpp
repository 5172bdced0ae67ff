// SPDX-License-Identifier: MIT
#include "ui/contact/timelinesection.h"

#include "domain/ports/clock.h"
#include "ui/format/callwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"
#include "ui/thread/threadwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace textback {

namespace {

constexpr int iconSize = 16;
constexpr qsizetype wordsShown = 80;

Icon iconOf(const ThreadEntry &entry)
{
    if (const auto *card = std::get_if<CallCard>(&entry.content)) {
        if (card->direction == CallDirection::Outbound)
            return Icon::CalledOut;
        return card->missed ? Icon::Missed : Icon::Handset;
    }
    if (std::holds_alternative<ThreadNote>(entry.content))
        return Icon::Pencil;
    switch (std::get<MessageBubble>(entry.content).message.origin) {
    case MessageOrigin::Customer:
        return Icon::Message;
    case MessageOrigin::Automatic:
        return Icon::Bolt;
    case MessageOrigin::Person:
    case MessageOrigin::Elsewhere:
        break;
    }
    return Icon::Outgoing;
}

bool isMissed(const ThreadEntry &entry)
{
    const auto *card = std::get_if<CallCard>(&entry.content);
    return card && card->missed;
}

QString wordsOf(const ThreadEntry &entry)
{
    if (const auto *card = std::get_if<CallCard>(&entry.content))
        return CallWords::title(*card);
    if (const auto *note = std::get_if<ThreadNote>(&entry.content))
        return singleLine(note->body.left(wordsShown));
    const Message &message = std::get<MessageBubble>(entry.content).message;
    const QString words = singleLine(message.body.left(wordsShown));
    return words.isEmpty() && message.media > 0 ? ThreadWords::files(message.media) : words;
}

} // namespace

/// A drawing, when it was, and what.
class TimelineSection::Line : public QWidget {
public:
    explicit Line(QWidget *parent)
        : QWidget(parent)
        , m_drawing(new QWidget(this))
        , m_when(makeLine(true, this))
        , m_what(makeLine(false, this))
    {
        m_when->setWordWrap(false);
        m_what->setWordWrap(false);
        m_what->setElided(true);
        m_drawing->setFixedSize(dp(iconSize), dp(iconSize));
        m_drawing->installEventFilter(this);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(dp(8));
        layout->addWidget(m_drawing);
        layout->addWidget(m_when);
        layout->addWidget(m_what, 1);
    }

    void show(const ThreadEntry &entry, const ViewContext &context)
    {
        m_icon = iconOf(entry);
        m_missed = isMissed(entry);
        m_when->setText(context.times.inList(entry.at, context.clock.utcNow()));
        m_what->setText(wordsOf(entry));
        m_what->setAccessibleName(ThreadWords::spoken(entry, context));
        setPlainToolTip(*m_when, context.times.full(entry.at));
        m_drawing->update();
        setVisible(true);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched != m_drawing || event->type() != QEvent::Paint)
            return QWidget::eventFilter(watched, event);
        QPainter painter(m_drawing);
        const Tokens &tokens = tokensOf(palette());
        paintIcon(painter, QRectF(m_drawing->rect()), m_icon, m_missed ? tokens.danger : tokens.text2);
        return true;
    }

private:
    QWidget *m_drawing;
    PlainLabel *m_when;
    PlainLabel *m_what;
    Icon m_icon = Icon::Message;
    bool m_missed = false;
};

TimelineSection::TimelineSection(const ViewContext &context, QWidget *parent)
    : ContactSection(tr("Timeline"), parent)
    , m_context(context)
    , m_none(makeLine(true, this))
{
    m_none->setText(tr("Nothing yet."));
    for (int i = 0; i < mostLines; ++i) {
        m_lines.push_back(new Line(this));
        m_lines.back()->hide();
        body()->addWidget(m_lines.back());
    }
    body()->addWidget(m_none);
}

void TimelineSection::show(const std::vector<ThreadEntry> &entries)
{
    const UtcTime now = m_context.clock.utcNow();
    size_t used = 0;
    for (auto entry = entries.rbegin(); entry != entries.rend() && used < m_lines.size(); ++entry) {
        if (entry->at <= now)
            m_lines[used++]->show(*entry, m_context);
    }
    m_none->setVisible(used == 0);
    for (; used < m_lines.size(); ++used)
        m_lines[used]->hide();
}

void TimelineSection::changeEvent(QEvent *event)
{
    ContactSection::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace textback
