// SPDX-License-Identifier: MIT
#include "engine/connectionmonitor.h"

#include "domain/ports/clock.h"

#include <utility>

namespace textback {

namespace {

using Kind = ConnectionState::Kind;

constexpr Millis successWorthTelling = std::chrono::seconds(5); // "last checked": no need to tell every poll

Kind kindOf(const Error &error)
{
    if (error.providerCode == tlsRefusedCode || error.providerCode == clockSuspectedCode)
        return Kind::Untrusted;
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return Kind::Offline;
    case ErrorKind::RateLimited:
        return Kind::RateLimited;
    case ErrorKind::Unauthorized:
        return Kind::SignedOut;
    case ErrorKind::Rejected:
        return Kind::Refused;
    case ErrorKind::Storage:
        return Kind::StorageTrouble;
    case ErrorKind::Keychain:
        return Kind::KeychainLocked;
    case ErrorKind::InvalidRecipient:
    case ErrorKind::OptedOut:
    case ErrorKind::Server:
    case ErrorKind::BadResponse:
    case ErrorKind::Cancelled:
        break;
    }
    return Kind::ProviderDown;
}

} // namespace

/// One failed poll in a row of good ones is a blip and no news. But whoever waited for the whole deadline waited long enough, and a wrong certificate
/// is none: nothing more may be sent.
bool ConnectionMonitor::Trouble::isMoreThanABlip() const
{
    return error && (failures >= 2 || error->kind == ErrorKind::Timeout || kindOf(*error) == Kind::Untrusted);
}

ConnectionMonitor::ConnectionMonitor(const Clock &clock, std::function<void(const ConnectionState &)> changed)
    : m_clock(clock)
    , m_changed(std::move(changed))
{
    m_state.kind = Kind::Connecting;
}

void ConnectionMonitor::answered(Source source)
{
    (source == Source::Calls ? m_calls : m_messages) = Trouble{};
    m_everAnswered = m_everAnswered || source == Source::Calls;
    m_lastSuccess = m_clock.utcNow();
    update();
}

void ConnectionMonitor::failed(Source source, const Error &error, std::optional<Millis> nextTryIn)
{
    Trouble &trouble = source == Source::Calls ? m_calls : m_messages;
    ++trouble.failures;
    trouble.error = error;
    trouble.nextTry = nextTryIn ? std::optional(m_clock.utcNow() + *nextTryIn) : std::nullopt;
    update();
}

void ConnectionMonitor::signedOut(const Error &error)
{
    m_signedOut = error;
    update();
}

void ConnectionMonitor::tryAgain()
{
    m_signedOut.reset();
    update();
}

void ConnectionMonitor::accountRefused(const Error &error)
{
    m_refused = error;
    update();
}

void ConnectionMonitor::deliveriesRefused(const Error &error)
{
    if (!m_deliveriesRefusedAt)
        m_deliveriesRefusedAt = m_clock.monotonicNow();
    accountRefused(error);
}

void ConnectionMonitor::textArrived()
{
    if (std::exchange(m_deliveriesRefusedAt, std::nullopt))
        accountWorks();
}

void ConnectionMonitor::accountWorks()
{
    if (!m_refused || m_deliveriesRefusedAt)
        return;
    m_refused.reset();
    update();
}

void ConnectionMonitor::storageFailed(const Error &error)
{
    m_storage = error;
    update();
}

void ConnectionMonitor::storageWorked()
{
    if (!m_storage)
        return;
    m_storage.reset();
    update();
}

ConnectionState ConnectionMonitor::current() const
{
    ConnectionState state;
    state.lastSuccess = m_lastSuccess;
    const auto with = [&state](Kind kind, const std::optional<Error> &error) {
        state.kind = kind;
        state.error = error;
        return state;
    };
    if (m_storage)
        return with(Kind::StorageTrouble, m_storage);
    if (m_signedOut)
        return with(Kind::SignedOut, m_signedOut);
    if (m_refused)
        return with(Kind::Refused, m_refused);
    for (const Trouble *trouble : {&m_calls, &m_messages}) {
        // Before the first answer any failure is all there is to tell.
        if (trouble->error && (!m_everAnswered || trouble->isMoreThanABlip())) {
            state.nextTry = trouble->nextTry;
            return with(kindOf(*trouble->error), trouble->error);
        }
    }
    return with(m_everAnswered ? Kind::Online : Kind::Connecting, std::nullopt);
}

void ConnectionMonitor::update()
{
    const ConnectionState next = current();
    ConnectionState comparable = next;
    comparable.lastSuccess = m_state.lastSuccess;
    const bool laterSuccess =
        next.lastSuccess && (!m_state.lastSuccess || *next.lastSuccess - *m_state.lastSuccess >= successWorthTelling ||
                             *next.lastSuccess < *m_state.lastSuccess);
    if (comparable == m_state && !laterSuccess)
        return;
    m_state = next;
    m_changed(m_state);
}

} // namespace textback
