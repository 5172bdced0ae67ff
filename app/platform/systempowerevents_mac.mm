// SPDX-License-Identifier: MIT
#include "platform/systempowerevents.h"

#include <QMetaObject>
#include <QObject>

#import <AppKit/AppKit.h>

#include <utility>

namespace textback {

namespace {

/// The workspace's notifications, and the assertion that keeps App Nap away (it slows timers of a program whose windows are hidden). The system may
/// go to sleep while it is held.
class MacPowerEvents final : public QObject, public PowerEvents {
public:
    MacPowerEvents()
    {
        observe(NSWorkspaceWillSleepNotification, Event::AboutToSleep, m_sleepObserver);
        observe(NSWorkspaceDidWakeNotification, Event::Woke, m_wakeObserver);
    }

    ~MacPowerEvents() override
    {
        for (id observer : {m_sleepObserver, m_wakeObserver}) {
            [[[NSWorkspace sharedWorkspace] notificationCenter] removeObserver:observer];
            [observer release];
        }
        setWorking(false);
    }
    Q_DISABLE_COPY_MOVE(MacPowerEvents)

    void listen(std::function<void(Event)> heard) override { m_heard = std::move(heard); }

    void setWorking(bool working) override
    {
        if (working == (m_activity != nil))
            return;
        if (working) {
            m_activity = [[[NSProcessInfo processInfo] beginActivityWithOptions:NSActivityUserInitiatedAllowingIdleSystemSleep
                                                                         reason:@"Watching for missed calls"] retain];
            return;
        }
        [[NSProcessInfo processInfo] endActivity:m_activity];
        [m_activity release];
        m_activity = nil;
    }

private:
    void observe(NSNotificationName name, Event event, id &observer)
    {
        // Posted on the main thread; this object may live on another one.
        observer = [[[[NSWorkspace sharedWorkspace] notificationCenter] addObserverForName:name
                                                                                    object:nil
                                                                                     queue:nil
                                                                                usingBlock:^(NSNotification *) {
                                                                                  pass(event);
                                                                                }] retain];
    }

    void pass(Event event)
    {
        QMetaObject::invokeMethod(
            this,
            [this, event] {
                if (m_heard)
                    m_heard(event);
            },
            Qt::QueuedConnection);
    }

    std::function<void(Event)> m_heard;
    id m_sleepObserver = nil;
    id m_wakeObserver = nil;
    id<NSObject> m_activity = nil;
};

} // namespace

std::unique_ptr<PowerEvents> makeSystemPowerEvents()
{
    return std::make_unique<MacPowerEvents>();
}

} // namespace textback
