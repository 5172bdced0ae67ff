// SPDX-License-Identifier: MIT
#include "storage/usagerepository.h"

#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis slotLength = std::chrono::minutes(30);

qint64 slotOf(UtcTime time)
{
    return toUnixMillis(time) / slotLength.count();
}

} // namespace

Usage UsageRepository::usage(AccountId account, const PhoneNumber &to, const UsageSpans &spans) const
{
    Usage usage;
    SqlStatement sums(m_db,
                      u"SELECT total(automatic * (slot >= :day)), total(segments * (slot >= :day2)), total(segments) FROM usage_slots "
                      "WHERE account = :account AND slot >= :month"_s);
    sums.bind("account"_L1, account).bind("day"_L1, slotOf(spans.dayBegan)).bind("day2"_L1, slotOf(spans.dayBegan));
    if (sums.bind("month"_L1, slotOf(spans.monthBegan)).next()) {
        usage.automaticToday = static_cast<int>(sums.integer(0));
        usage.segmentsToday = sums.integer(1);
        usage.segmentsThisMonth = sums.integer(2);
    }
    // What is on its way may be taken any moment: a burst that leaves at once must not go beyond a limit.
    SqlStatement onItsWay(m_db, u"SELECT total(purpose NOT IN ('manual', 'staff-alert', 'staff-answer')), total(segments) FROM outbox "
                                "WHERE account = :account AND state IN ('inflight', 'unknown')"_s);
    if (onItsWay.bind("account"_L1, account).next()) {
        usage.automaticToday += onItsWay.number(0);
        usage.segmentsToday += onItsWay.integer(1);
        usage.segmentsThisMonth += onItsWay.integer(1);
    }
    SqlStatement toNumber(m_db, u"SELECT count(*) FROM outbox WHERE to_number = :to AND purpose <> 'manual' "
                                "AND state NOT IN ('failed', 'skipped') AND state NOT IN ('queued', 'held') AND queued_at > :since"_s);
    if (toNumber.bind("to"_L1, to).bind("since"_L1, spans.hourBegan).next())
        usage.automaticToNumberInHour = toNumber.number(0);
    return usage;
}

} // namespace textback
