// SPDX-License-Identifier: MIT
#include "engine/senderrole.h"

#include "engine/accountcontext.h"
#include "engine/enginelog.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis listingTime = std::chrono::seconds(120); // W of faults.md: how late a text may show in the provider's list
constexpr UtcTime notCounting{};

} // namespace

SenderRole::SenderRole(AccountContext &context, Hooks hooks)
    : m_context(context)
    , m_hooks(std::move(hooks))
{
}

Result<void> SenderRole::follow(Store &store, const Settings &settings)
{
    const auto stored = store.deviceRole();
    if (!stored)
        return tl::make_unexpected(stored.error());
    const DeviceRole wanted = settings.thisPc.role;
    if (stored->role == wanted)
        return {};
    const auto taken = store.setDeviceRole(wanted, stored->since, wanted == DeviceRole::Sender ? std::optional(notCounting) : std::nullopt);
    return taken ? Result<void>() : tl::make_unexpected(taken.error());
}

Result<void> SenderRole::settleOn(Store &store, Settings &settings, const QString &computerId)
{
    const auto stored = store.deviceRole();
    if (!stored)
        return tl::make_unexpected(stored.error());
    if (computerId.isEmpty() || stored->computer == computerId)
        return {};
    if (!stored->computer.isEmpty() && settings.thisPc.role != DeviceRole::Viewer) {
        Settings changed = settings;
        changed.thisPc.role = DeviceRole::Viewer;
        if (const auto saved = store.saveSettings(changed); !saved)
            return saved;
        settings = changed;
        qCWarning(engineLog, "the database comes from another computer: this one only shows, until somebody lets it send");
    }
    // Last: should it not come to this, the question is asked again at the next start.
    return store.setComputer(computerId);
}

Result<void> SenderRole::load()
{
    const auto stored = m_context.store.deviceRole();
    if (!stored)
        return tl::make_unexpected(stored.error());
    m_context.role = *stored;
    tell();
    return {};
}

/// Two polls for the other PC's view and ours, and the time that a text needs to show.
Millis SenderRole::wait() const
{
    return 2 * Millis(std::chrono::seconds(m_context.settings.account.pollSeconds)) + listingTime;
}

Result<void> SenderRole::messagesRead()
{
    const StoredRole &role = m_context.role;
    if (!role.takeoverUntil)
        return {};
    const UtcTime now = m_context.time.now();
    // Counted from now, not from the last text seen: the newest one may not show yet.
    if (*role.takeoverUntil == notCounting)
        return waitUntil(now + wait());
    if (now < *role.takeoverUntil) {
        tell(); // after a start, a sleep or a step of the PC's clock
        return {};
    }
    const auto done = m_context.store.setTakeover(now, std::nullopt);
    if (!done)
        return tl::make_unexpected(done.error());
    m_context.role = *done;
    tell();
    m_hooks.began();
    return {};
}

Result<void> SenderRole::otherSent(UtcTime at)
{
    const auto &until = m_context.role.takeoverUntil;
    if (!until || *until == notCounting || at + wait() <= *until)
        return {};
    return waitUntil(at + wait());
}

Result<void> SenderRole::waitUntil(UtcTime until)
{
    const auto set = m_context.store.setTakeover(m_context.role.since, until);
    if (!set)
        return tl::make_unexpected(set.error());
    m_context.role = *set;
    tell();
    return {};
}

void SenderRole::tell()
{
    const StoredRole &role = m_context.role;
    m_timer.cancel();
    if (role.role == DeviceRole::Viewer) {
        Notice notice;
        notice.kind = Notice::Kind::Viewer;
        m_context.notices.raise(notice);
    } else {
        m_context.notices.clear(Notice::Kind::Viewer);
    }
    if (!role.takeoverUntil) {
        m_context.notices.clear(Notice::Kind::TakingOver);
        return;
    }
    const bool counts = *role.takeoverUntil != notCounting;
    const Millis left = counts ? std::max(*role.takeoverUntil - m_context.time.now(), Millis(0)) : wait();
    Notice notice;
    notice.kind = Notice::Kind::TakingOver;
    // A person's clock, in whole seconds so that it is no news each time that the list is read.
    notice.until = std::chrono::round<std::chrono::seconds>(m_context.clock.utcNow() + left);
    const auto standing = m_context.notices.find(Notice::Kind::TakingOver);
    const bool same = standing && standing->until && std::chrono::abs(*standing->until - *notice.until) <= std::chrono::seconds(1);
    if (!same)
        m_context.notices.raise(notice);
    if (counts)
        m_timer = m_context.scheduler.callAfter(left, [this] { m_hooks.readMessages(); });
}

} // namespace textback
