// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/calllogsource.h"
#include "domain/result.h"
#include "engine/backoff.h"
#include "engine/pollloop.h"
#include "engine/unreadablerows.h"

#include <functional>
#include <optional>

namespace textback {

class ConnectionMonitor;
class TextBackService;
struct AccountContext;
struct CallLogAnswer;

/// Reads the call log every pollSeconds, from where it stopped minus an overlap (logs arrive late and rows change), and hands every answer to
/// TextBackService. A failure leaves the place where it stopped as it is.
class CallLogPoller {
public:
    /// `beforePoll` is called before each round, `polled` after each answer that was stored.
    CallLogPoller(AccountContext &context, ConnectionMonitor &monitor, TextBackService &service, std::function<void()> beforePoll,
                  std::function<void()> polled);

    void pollNow() { m_loop.pollNow(); }
    void stop() { m_loop.stop(); }

private:
    void poll();
    void take(UtcTime askedAt, const Result<CallLogAnswer> &answer);
    void fail(const Error &error);
    Result<UtcTime> since(UtcTime now);
    Millis interval() const;

    AccountContext &m_context;
    ConnectionMonitor &m_monitor;
    TextBackService &m_service;
    std::function<void()> m_beforePoll;
    std::function<void()> m_polled;
    PollLoop m_loop;
    Backoff m_backoff;
    std::optional<UtcTime> m_position; // what is read, also where the stored cursor lags behind
    std::optional<UtcTime> m_stored;   // the stored cursor
    Millis m_slowUntil{0};             // monotonic: after a 429 the pace is slower for a while
    UnreadableRows m_unreadable;
    Lifetime m_lifetime;
};

} // namespace textback
