// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <functional>

namespace textback {

class Scheduler;

/// A call that is due later; destroying or cancelling it makes sure that it does not come. Move-only, one thread.
class ScheduledCall {
public:
    ScheduledCall() = default;
    ScheduledCall(Scheduler *scheduler, quint64 id)
        : m_scheduler(scheduler)
        , m_id(id)
    {
    }
    ScheduledCall(ScheduledCall &&other) noexcept;
    ScheduledCall &operator=(ScheduledCall &&other) noexcept;
    ~ScheduledCall();

    void cancel();
    /// True from scheduling until it was called or cancelled.
    bool isActive() const;

private:
    Scheduler *m_scheduler = nullptr;
    quint64 m_id = 0;
};

/// The only source of later. A timer is never the truth: who is called compares with the Clock. The scheduler outlives its calls.
class Scheduler {
public:
    virtual ~Scheduler() = default;

    /// Calls `function` once after at least `delay` (0 means: when the event loop is next free), on this thread.
    [[nodiscard]] ScheduledCall callAfter(Millis delay, std::function<void()> function);

protected:
    friend class ScheduledCall;
    virtual quint64 schedule(Millis delay, std::function<void()> function) = 0;
    virtual void cancel(quint64 id) = 0;
    virtual bool isPending(quint64 id) const = 0;
};

} // namespace textback
