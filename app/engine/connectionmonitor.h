// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "engine/connectionstate.h"

#include <functional>
#include <optional>

namespace textback {

class Clock;

/// Gathers what every part hears from provider and database into one ConnectionState, and says what may be done meanwhile.
class ConnectionMonitor {
public:
    /// Which of the provider's lists an answer came from; the calls lead: while they fail, nothing else is asked.
    enum class Source { Calls, Messages };

    /// `changed` is called when the state is worth telling again.
    ConnectionMonitor(const Clock &clock, std::function<void(const ConnectionState &)> changed);

    void answered(Source source);
    void failed(Source source, const Error &error, std::optional<Millis> nextTryIn);
    /// 401: nothing is asked or sent before new secrets come (a new session) or a person wants a try.
    void signedOut(const Error &error);
    /// A person wants another try with the same secrets.
    void tryAgain();
    /// Suspended, unpaid, not registered: automatic texts stop until accountWorks().
    void accountRefused(const Error &error);
    void accountWorks();
    /// The same by a delivery report: the provider takes texts, and carriers drop them. Stands until one arrives.
    void deliveriesRefused(const Error &error);
    void textArrived();
    void storageFailed(const Error &error);
    void storageWorked();

    const ConnectionState &state() const { return m_state; }
    bool isSignedOut() const { return m_signedOut.has_value(); }
    bool isRefused() const { return m_refused.has_value(); }
    /// When a report told that (monotonic), while it stands.
    std::optional<Millis> deliveriesRefusedAt() const { return m_deliveriesRefusedAt; }
    bool isStorageBroken() const { return m_storage.has_value(); }
    /// More than a blip: the call log failed at least twice in a row, or in a way that is told at once.
    bool isDown() const { return m_calls.isMoreThanABlip(); }
    /// Whether the provider and the database would take a text.
    bool maySend() const { return !m_signedOut && !m_storage && !isDown(); }

private:
    struct Trouble {
        int failures = 0;
        std::optional<Error> error;
        std::optional<UtcTime> nextTry;

        bool isMoreThanABlip() const;
    };

    void update();
    ConnectionState current() const;

    const Clock &m_clock;
    std::function<void(const ConnectionState &)> m_changed;
    ConnectionState m_state;
    Trouble m_calls;
    Trouble m_messages;
    std::optional<Error> m_signedOut;
    std::optional<Error> m_refused;
    std::optional<Millis> m_deliveriesRefusedAt;
    std::optional<Error> m_storage;
    std::optional<UtcTime> m_lastSuccess;
    bool m_everAnswered = false;
};

} // namespace textback
