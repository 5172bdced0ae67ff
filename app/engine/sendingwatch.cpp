// SPDX-License-Identifier: MIT
#include "engine/sendingwatch.h"

#include "engine/accountcontext.h"

namespace textback {

namespace {

constexpr Millis lookEvery = std::chrono::minutes(1);
constexpr Millis filteredWithin = std::chrono::hours(24);
constexpr int filteredTwice = 2;
constexpr int nearlyUsed = 80; // percent
constexpr int whollyUsed = 100;

} // namespace

Result<void> SendingWatch::judge()
{
    const Millis now = m_context.clock.monotonicNow();
    if (now < m_next || !m_context.time.isKnown())
        return {};
    m_next = now + lookEvery;
    if (const auto judged = judgeFiltered(m_context.time.now()); !judged)
        return judged;
    return judgeAllowance(m_context.time.now());
}

Result<void> SendingWatch::judgeFiltered(UtcTime now)
{
    const QStringList &codes = m_context.provider.descriptor().filteredCodes;
    if (codes.isEmpty())
        return {};
    const auto failed = m_context.store.failedTexts(m_context.account, codes, now - filteredWithin);
    if (!failed)
        return tl::make_unexpected(failed.error());
    m_context.filtered.clear();
    Notice notice;
    notice.kind = Notice::Kind::Filtered;
    for (const auto &[rule, count] : *failed) {
        if (count < filteredTwice)
            continue;
        m_context.filtered.insert(rule);
        notice.count += count;
    }
    if (notice.count > 0)
        m_context.notices.raise(notice);
    else
        m_context.notices.clear(Notice::Kind::Filtered);
    return {};
}

Result<void> SendingWatch::judgeAllowance(UtcTime now)
{
    const UsageSpans spans = UsageSpans::at(now, m_context.rules.timeZone);
    const auto usage = m_context.store.usage(m_context.account, PhoneNumber(), spans);
    if (!usage)
        return tl::make_unexpected(usage.error());
    if (spans.monthBegan != m_month) {
        m_month = spans.monthBegan;
        m_toldPercent = 0;
        m_context.notices.clear(Notice::Kind::Allowance);
    }
    const auto percent = static_cast<int>(usage->segmentsThisMonth * whollyUsed / std::max(1, m_context.rules.limits.monthlyTexts));
    const int reached = percent >= whollyUsed ? whollyUsed : percent >= nearlyUsed ? nearlyUsed : 0;
    if (reached == 0) // another plan, maybe
        m_context.notices.clear(Notice::Kind::Allowance);
    if (reached <= m_toldPercent) {
        m_toldPercent = reached;
        return {};
    }
    m_toldPercent = reached;
    Notice notice;
    notice.kind = Notice::Kind::Allowance;
    notice.count = reached;
    m_context.notices.raise(notice);
    return {};
}

} // namespace textback
