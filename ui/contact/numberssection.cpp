// SPDX-License-Identifier: MIT
#include "ui/contact/numberssection.h"

#include "domain/ports/contactreader.h"
#include "ui/contact/samepersoncard.h"
#include "ui/format/conversationwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/taborder.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis betweenQuestions = std::chrono::seconds(1);

/// A word without an end would push what stands beside it out of the panel.
QString shortened(const QString &text, const QWidget &shownIn, int width)
{
    return shownIn.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

bool isEarlier(const NamedNumber &one, const NamedNumber &other)
{
    return one.conversation < other.conversation;
}

} // namespace

/// A number with what is to be known about it, and what can be done.
class NumbersSection::Row : public QWidget {
public:
    /// `number` as it is shown; `mark` may be empty.
    Row(ConversationId whose, const QString &number, const QString &mark, QWidget *parent)
        : QWidget(parent)
        , conversation(whose)
        , open(new QPushButton(NumbersSection::tr("Open"), this))
        , more(new QToolButton(this))
    {
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *line = makeLine(false, this);
        line->setText(number);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->setAccessibleName(mark.isEmpty() ? number : number + u", "_s + mark);
        words->addWidget(line);
        if (!mark.isEmpty()) {
            auto *about = makeLine(true, this);
            about->setText(mark);
            words->addWidget(about);
        }
        open->setAutoDefault(false);
        open->setAccessibleName(NumbersSection::tr("Open %1").arg(number));
        more->setProperty("kind", u"icon"_s);
        more->setText(u"…"_s);
        more->setFocusPolicy(Qt::StrongFocus);
        more->setAccessibleName(NumbersSection::tr("More for %1").arg(number));
        setPlainToolTip(*more, more->accessibleName());
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(dp(8));
        layout->addLayout(words, 1);
        layout->addWidget(open, 0, Qt::AlignVCenter);
        layout->addWidget(more, 0, Qt::AlignVCenter);
    }

    ConversationId conversation;
    QPushButton *open;
    QToolButton *more;
};

NumbersSection::NumbersSection(const ViewContext &context, QWidget *parent)
    : ContactSection(tr("Numbers"), parent)
    , m_context(context)
    , m_note(makeLine(true, this))
    , m_card(new SamePersonCard(this))
{
    // Where it is not to be seen, it leaves no gap.
    layout()->setContentsMargins(0, dp(20), 0, 0);
    m_note->setText(
        tr("STOP and the other rules count for each number by itself. An export has all of them; data are deleted number by number."));
    body()->addWidget(m_note);
    body()->addWidget(m_card);
    connect(m_card, &SamePersonCard::answered, this, &NumbersSection::answer);
    hide();
}

bool NumbersSection::isViewer() const
{
    return m_context.settings.thisPc.role == DeviceRole::Viewer;
}

void NumbersSection::show(const ConversationSummary &conversation, const ContactDetails &details)
{
    if (conversation.id != m_conversation.id) {
        m_rest.cancel();
        m_separated.clear();
    }
    m_conversation = conversation;
    m_maybeSame = details.maybeSame;
    // Who has just separated two is not asked at once whether they are one.
    m_maybeSame.erase(std::remove_if(m_maybeSame.begin(), m_maybeSame.end(),
                                     [this](const NamedNumber &each) { return m_separated.contains(each.conversation); }),
                      m_maybeSame.end());
    showRows(details.linked);
    showQuestion();
}

void NumbersSection::showRows(const std::vector<NamedNumber> &numbers)
{
    for (Row *row : m_rows)
        row->more->setVisible(!isViewer());
    if (numbers == m_numbers)
        return; // what has the focus keeps it
    m_numbers = numbers;
    ConversationId focused;
    for (Row *row : m_rows) {
        if (row->open->hasFocus() || row->more->hasFocus())
            focused = row->conversation;
        body()->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    QWidget *before = tabStopBefore(*this);
    for (const NamedNumber &each : numbers) {
        QStringList marks;
        if (each.name != m_conversation.contactName && !each.name.isEmpty())
            marks.append(shortened(singleLine(each.name), *m_note, dp(140)));
        if (each.optedOut)
            marks.append(tr("Opted out (STOP)"));
        auto *row = new Row(each.conversation, singleLine(each.number.display(m_context.region)), marks.join(u" · "_s), this);
        row->more->setVisible(!isViewer());
        connect(row->open, &QPushButton::clicked, this, [this, number = each.conversation] { emit openRequested(number); });
        connect(row->more, &QToolButton::clicked, this, [this, row] { openMenu(row); });
        body()->insertWidget(int(m_rows.size()), row);
        row->show();
        for (QWidget *stop : std::initializer_list<QWidget *>{row->open, row->more}) {
            setTabOrder(before, stop);
            before = stop;
        }
        m_rows.push_back(row);
    }
    if (!focused.isNull())
        focusRow(focused);
}

void NumbersSection::showQuestion()
{
    const bool asks = !m_maybeSame.empty() && !isViewer() && !m_rest.isActive();
    if (asks)
        m_card->ask(shortened(singleLine(ConversationWords::title(m_conversation, m_context.region)), *m_card, dp(200)),
                    singleLine(m_maybeSame.front().number.display(m_context.region)), m_rows.empty());
    m_card->setVisible(asks);
    caption()->setVisible(!m_rows.empty());
    m_note->setVisible(!m_rows.empty());
    setVisible(asks || !m_rows.empty());
}

void NumbersSection::rest()
{
    m_rest = m_context.scheduler.callAfter(betweenQuestions, [this] { showQuestion(); });
}

void NumbersSection::answer(bool same)
{
    if (m_maybeSame.empty())
        return;
    const QWidget *focus = window()->focusWidget();
    const bool focused = focus && isAncestorOf(focus);
    const NamedNumber other = m_maybeSame.front();
    m_maybeSame.erase(m_maybeSame.begin());
    rest();
    // The engine's word comes a moment later.
    std::vector<NamedNumber> numbers = m_numbers;
    if (same) {
        numbers.push_back(other);
        std::sort(numbers.begin(), numbers.end(), isEarlier);
    }
    showRows(numbers);
    if (focused)
        focusRow(other.conversation);
    showQuestion();
    emit same ? linked(other.conversation) : refused(other.conversation);
}

void NumbersSection::openMenu(Row *row)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Separate: another person")), &QAction::triggered, this,
            [this, number = row->conversation] { separate(number); });
    menu->popup(row->more->mapToGlobal(QPoint(0, row->more->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void NumbersSection::separate(ConversationId number)
{
    m_separated.append(number);
    std::vector<NamedNumber> numbers = m_numbers;
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(), [number](const NamedNumber &each) { return each.conversation == number; }),
                  numbers.end());
    rest();
    showRows(numbers);
    showQuestion();
    emit separated(number);
}

void NumbersSection::focusRow(ConversationId number)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [number](const Row *each) { return each->conversation == number; });
    // A second press of the key does no more than to open a menu.
    if (row != m_rows.end())
        (*row)->more->setFocus(Qt::OtherFocusReason);
    else if (!m_rows.empty())
        m_rows.front()->more->setFocus(Qt::OtherFocusReason);
    else
        emit focusLeft();
}

} // namespace textback
