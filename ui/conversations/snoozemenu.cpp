// SPDX-License-Identifier: MIT
#include "ui/conversations/snoozemenu.h"

#include "domain/hours/snoozetimes.h"
#include "domain/ports/clock.h"
#include "ui/format/viewcontext.h"

namespace textback {

SnoozeMenu::SnoozeMenu(const ViewContext &context, QWidget *parent)
    : QMenu(parent)
    , m_context(context)
{
    setAccessibleName(tr("Snooze"));
    connect(this, &QMenu::aboutToShow, this, &SnoozeMenu::fill);
}

void SnoozeMenu::fill()
{
    clear();
    const auto words = [](SnoozePreset preset) {
        switch (preset) {
        case SnoozePreset::OneHour:
            return tr("For 1 hour");
        case SnoozePreset::Afternoon:
            return tr("This afternoon");
        case SnoozePreset::Evening:
            return tr("This evening");
        case SnoozePreset::TomorrowMorning:
            return tr("Tomorrow");
        case SnoozePreset::MondayMorning:
            break;
        }
        return tr("Next Monday");
    };
    const UtcTime now = m_context.clock.utcNow();
    for (const SnoozeChoice &choice : snoozeChoices(now, m_context.times.zone())) {
        const QString line = words(choice.preset) + QLatin1Char('\t') + m_context.times.upcoming(choice.until, now);
        connect(addAction(line), &QAction::triggered, this, [this, until = choice.until] { emit chosen(until); });
    }
    addSeparator();
    connect(addAction(tr("Pick date and time…")), &QAction::triggered, this, &SnoozeMenu::pickRequested);
    if (m_snoozed)
        connect(addAction(tr("Back to the inbox now")), &QAction::triggered, this, [this] { emit chosen(std::nullopt); });
}

} // namespace textback
