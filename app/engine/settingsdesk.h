// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"
#include "domain/traps/trapfinder.h"
#include "engine/pauseclock.h"

#include <QObject>

#include <functional>

namespace textback {

class Clock;
class NoticeBoard;
class Scheduler;

/// What a person changes in the settings by one press, outside the settings page: a part is other, everything else stays. Engine thread.
class SettingsDesk : public QObject {
    Q_OBJECT

public:
    /// Keeps the settings and goes on with them.
    using Apply = std::function<void(const Settings &)>;

    /// `current`: the settings in force. All outlive it.
    SettingsDesk(const Settings &current, Clock &clock, Scheduler &scheduler, NoticeBoard &notices, Apply apply, QObject *parent = nullptr);

    /// Other settings are in force: the notice of a pause, and its end, follow them.
    void follow() { m_pause.follow(m_current.rules.pausedUntil); }
    /// The owner knows of it: it is not told again.
    void settleTrap(const TrapFinding &trap);

public slots:
    /// Automatic texts go out from this PC from now on (settings: thisPc.role), once what the other PC sent last is known. Nothing happens where
    /// this PC is the sender already.
    void takeOver();
    /// The business's time zone, in the settings; everything else stays.
    void useTimeZone(const QString &ianaId);
    /// Automatic texts are skipped until then (untilResumed: until resumeTexts()); kept in the settings.
    void pauseTexts(textback::UtcTime until);
    void resumeTexts();
    /// How people work with the window; everything else of the settings stays.
    void changeInbox(const textback::InboxSettings &inbox);
    void changeNotifications(const textback::NotificationSettings &notifications);
    void changeWindow(const textback::WindowSettings &window);
    /// Whom the rules treat apart, in the settings.
    void changePeople(const textback::People &people);

private:
    /// Nothing happens where it is so already.
    template <typename Part>
    void change(Part Settings::*part, const Part &value);

    const Settings &m_current;
    Apply m_apply;
    PauseClock m_pause;
};

} // namespace textback
