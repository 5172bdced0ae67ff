// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "engine/backoff.h"
#include "engine/messageingest.h"
#include "engine/pollloop.h"
#include "engine/unreadablerows.h"

#include <functional>
#include <optional>

namespace textback {

class ConnectionMonitor;

/// Reads the message list every 10 s, every 3 s for two minutes after a send, from where it stopped minus an overlap, and asks after texts
/// whose delivery is not final yet.
class MessagePoller {
public:
    MessagePoller(AccountContext &context, ConnectionMonitor &monitor, SendRecorder &recorder, std::function<void()> beforePoll,
                  std::function<void()> polled);

    void pollNow() { m_loop.pollNow(); }
    void stop() { m_loop.stop(); }
    /// A text went out: an answer may come soon.
    void noteSent();

private:
    void poll();
    Result<MessageQuery> nextQuery(UtcTime now);
    Result<QStringList> watchList(UtcTime now, UtcTime since);
    void take(UtcTime askedAt, bool firstLook, const Result<MessageAnswer> &answer);
    void fail(const Error &error);
    Millis interval() const;

    AccountContext &m_context;
    ConnectionMonitor &m_monitor;
    std::function<void()> m_beforePoll;
    std::function<void()> m_polled;
    MessageIngest m_ingest;
    PollLoop m_loop;
    Backoff m_backoff;
    std::optional<UtcTime> m_position;
    std::optional<UtcTime> m_stored;
    Millis m_hurryUntil{0}; // monotonic
    Millis m_slowUntil{0};  // monotonic: after a 429
    QString m_lastWatched;  // where asking one by one goes on
    UnreadableRows m_unreadable;
    Lifetime m_lifetime;
};

} // namespace textback
