// SPDX-License-Identifier: MIT
#include "ui/conversations/snoozedialog.h"

#include "domain/hours/localtime.h"
#include "domain/hours/snoozetimes.h"
#include "domain/ports/clock.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

namespace {

constexpr int yearsAhead = 2;

} // namespace

SnoozeDialog::SnoozeDialog(const ViewContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_field(new QDateTimeEdit(this))
    , m_problem(new PlainLabel(this))
    , m_ok(new QPushButton(tr("Snooze"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Snooze"));
    auto *label = new PlainLabel(tr("Back in the inbox on"), this);
    label->setBuddy(m_field);
    m_field->setAccessibleName(tr("Date and time"));
    m_field->setCalendarPopup(true);
    // What the clock on the wall shows, whatever this PC's zone: as UTC it has no hour that is missing or comes twice.
    m_field->setTimeSpec(Qt::UTC);
    const QTimeZone &zone = context.times.zone();
    const UtcTime now = context.clock.utcNow();
    const WallTime today = wallTimeAt(now, zone);
    const auto wall = [&zone](UtcTime time) {
        const WallTime at = wallTimeAt(time, zone);
        return QDateTime(at.date, QTime(at.minute / 60, at.minute % 60), Qt::UTC);
    };
    m_field->setDateRange(today.date, today.date.addYears(yearsAhead));
    for (const SnoozeChoice &choice : snoozeChoices(now, zone)) {
        if (choice.preset == SnoozePreset::TomorrowMorning)
            m_field->setDateTime(wall(choice.until));
    }
    m_problem->setWordWrap(true);
    m_problem->setFont(textFont(TextStyle::Small));
    m_ok->setProperty("kind", QStringLiteral("primary"));
    m_ok->setDefault(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_ok, QDialogButtonBox::AcceptRole);
    buttons->addButton(new QPushButton(tr("Cancel"), this), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(20), dp(20), dp(20), dp(20));
    layout->setSpacing(dp(12));
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    setMinimumWidth(dp(320));

    connect(m_field, &QDateTimeEdit::dateTimeChanged, this, &SnoozeDialog::judge);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        judge(); // time goes on while it is open
        if (!m_ok->isEnabled())
            return;
        emit picked(until());
        accept();
    });
    judge();
}

UtcTime SnoozeDialog::until() const
{
    const QTime time = m_field->time();
    return momentsOf(m_field->date(), time.hour() * 60 + time.minute(), m_context.times.zone()).front();
}

void SnoozeDialog::judge()
{
    const bool ahead = until() > m_context.clock.utcNow();
    m_ok->setEnabled(ahead);
    m_problem->setText(ahead ? m_context.times.full(until()) : tr("This time has passed. Pick a later one."));
    const Tokens &tokens = tokensOf(palette());
    QPalette own;
    own.setColor(QPalette::WindowText, ahead ? tokens.text2 : tokens.danger);
    m_problem->setPalette(own);
}

} // namespace textback
