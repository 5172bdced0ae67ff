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
/// whose delivery is not final yet. After a restore of a backup the first look goes back to where the backup ends, and as far as the cool-down
/// counts; the import is over with a look 30 s later, because the program that was replaced may have had a text under way.
class MessagePoller {
public:
    MessagePoller(AccountContext &context, ConnectionMonitor &monitor, SendRecorder &recorder, std::function<void()> beforePoll,
                  std::function<void()> polled);

    void pollNow() { m_loop.pollNow(); }
    void stop() { m_loop.stop(); }
    /// A text went out: an answer may come soon.
    void noteSent();
    /// The last answer led to a text that is to be sent.
    bool hasQueued() const { return m_ingest.hasQueued(); }

private:
    void poll();
    Result<MessageQuery> nextQuery(UtcTime now);
    Result<QStringList> watchList(UtcTime now, UtcTime since);
    struct Look {
        UtcTime askedAt{};
        Millis monotonicAt{0};
        bool first = false;
        bool wholeImport = false; ///< everything since the restored backup
    };
    void take(const Look &look, const Result<MessageAnswer> &answer);
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
    Millis m_hurryUntil{0};             // monotonic
    Millis m_slowUntil{0};              // monotonic: after a 429
    std::optional<Millis> m_importFrom; // monotonic: when the import of a restored backup began
    bool m_imported = false;            // all of it was read once
    QString m_lastWatched;              // where asking one by one goes on
    UnreadableRows m_unreadable;
    Lifetime m_lifetime;
};

} // namespace textback
