// SPDX-License-Identifier: MIT
#include "platform/systempowerevents.h"

#include <QLibrary>
#include <QMetaObject>
#include <QObject>

#include <qt_windows.h>

#include <utility>

namespace textback {

namespace {

// powerbase.h and powrprof.h of the Windows SDK (Windows 8 and later), which mingw-w64 10 does not have.
struct SubscribeParameters {
    ULONG(CALLBACK *callback)(PVOID context, ULONG type, PVOID setting);
    PVOID context;
};
constexpr DWORD notifyByCallback = 2; // DEVICE_NOTIFY_CALLBACK
using Register = DWORD(WINAPI *)(DWORD flags, SubscribeParameters *recipient, PVOID *registration);
using Unregister = DWORD(WINAPI *)(PVOID registration);

/// PowerRegisterSuspendResumeNotification: it tells a program without a window, too, which the broadcast WM_POWERBROADCAST does not. Its callback
/// comes on a thread of the system's own.
class WindowsPowerEvents final : public QObject, public PowerEvents {
public:
    WindowsPowerEvents()
    {
        QLibrary library(QStringLiteral("powrprof"));
        const auto take = reinterpret_cast<Register>(library.resolve("PowerRegisterSuspendResumeNotification"));
        m_unregister = reinterpret_cast<Unregister>(library.resolve("PowerUnregisterSuspendResumeNotification"));
        // Without them a sleep is noticed by its gap alone.
        if (!take || !m_unregister || take(notifyByCallback, &m_parameters, &m_registration) != ERROR_SUCCESS)
            m_registration = nullptr;
    }

    ~WindowsPowerEvents() override
    {
        if (m_registration)
            m_unregister(m_registration); // no callback runs any more when it returns
    }
    Q_DISABLE_COPY_MOVE(WindowsPowerEvents)

    void listen(std::function<void(Event)> heard) override { m_heard = std::move(heard); }
    void setWorking(bool working) override { Q_UNUSED(working) } // timers of a hidden window come in time here

private:
    static ULONG CALLBACK called(PVOID context, ULONG type, PVOID)
    {
        auto *self = static_cast<WindowsPowerEvents *>(context);
        if (type == PBT_APMSUSPEND)
            self->pass(Event::AboutToSleep);
        else if (type == PBT_APMRESUMEAUTOMATIC)
            self->pass(Event::Woke); // comes at every waking; PBT_APMRESUMESUSPEND follows only where a person woke it
        return ERROR_SUCCESS;
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
    SubscribeParameters m_parameters{&WindowsPowerEvents::called, this};
    Unregister m_unregister = nullptr;
    PVOID m_registration = nullptr;
};

} // namespace

std::unique_ptr<PowerEvents> makeSystemPowerEvents()
{
    return std::make_unique<WindowsPowerEvents>();
}

} // namespace textback
