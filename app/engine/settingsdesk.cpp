// SPDX-License-Identifier: MIT
#include "engine/settingsdesk.h"

#include <utility>

namespace textback {

SettingsDesk::SettingsDesk(const Settings &current, Clock &clock, Scheduler &scheduler, NoticeBoard &notices, Apply apply, QObject *parent)
    : QObject(parent)
    , m_current(current)
    , m_apply(std::move(apply))
    , m_pause(clock, scheduler, notices, [this] { resumeTexts(); })
{
}

template <typename Part>
void SettingsDesk::change(Part Settings::*part, const Part &value)
{
    if (m_current.*part == value)
        return;
    Settings changed = m_current;
    changed.*part = value;
    m_apply(changed);
}

void SettingsDesk::settleTrap(const TrapFinding &trap)
{
    RuleSettings rules = m_current.rules;
    rules.settledTraps += trap.key();
    change(&Settings::rules, rules);
}

void SettingsDesk::takeOver()
{
    ThisPcSettings pc = m_current.thisPc;
    pc.role = DeviceRole::Sender;
    change(&Settings::thisPc, pc);
}

void SettingsDesk::useTimeZone(const QString &ianaId)
{
    BusinessSettings business = m_current.business;
    business.timeZone = ianaId;
    change(&Settings::business, business);
}

void SettingsDesk::pauseTexts(UtcTime until)
{
    RuleSettings rules = m_current.rules;
    rules.pausedUntil = until;
    change(&Settings::rules, rules);
}

void SettingsDesk::resumeTexts()
{
    RuleSettings rules = m_current.rules;
    rules.pausedUntil.reset();
    change(&Settings::rules, rules);
}

void SettingsDesk::changeInbox(const InboxSettings &inbox)
{
    change(&Settings::inbox, inbox);
}

void SettingsDesk::changeNotifications(const NotificationSettings &notifications)
{
    change(&Settings::notifications, notifications);
}

void SettingsDesk::changeWindow(const WindowSettings &window)
{
    change(&Settings::window, window);
}

void SettingsDesk::changePeople(const People &people)
{
    change(&Settings::people, people);
}

} // namespace textback
