// SPDX-License-Identifier: MIT
#include "engine/trapwatch.h"

#include "domain/ports/trapreader.h"
#include "domain/traps/trapfinder.h"
#include "engine/accountcontext.h"

namespace textback {

namespace {

constexpr Millis lookEvery = std::chrono::hours(6);

} // namespace

Result<void> TrapWatch::judge()
{
    const Millis now = m_context.clock.monotonicNow();
    if (!m_reader || now < m_next || !m_context.time.isKnown())
        return {};
    const auto lines = m_reader->lines(m_context.time.now());
    if (!lines)
        return tl::make_unexpected(lines.error());
    m_next = now + lookEvery;
    // In a takeover the other PC still sends.
    const bool viewer = m_context.role.role == DeviceRole::Viewer || m_context.role.takeoverUntil;
    std::optional<TrapFinding> gravest;
    for (const LineFacts &facts : *lines) {
        for (TrapFinding &finding : findTraps(facts, m_context.rules, viewer, m_context.settings.rules.settledTraps)) {
            if (!gravest || gravestFirst(finding.kind, gravest->kind))
                gravest = std::move(finding);
        }
    }
    if (!gravest) {
        m_context.notices.clear(Notice::Kind::Trap);
        return {};
    }
    Notice notice;
    notice.kind = Notice::Kind::Trap;
    notice.trap = std::move(gravest);
    m_context.notices.raise(notice);
    return {};
}

} // namespace textback
