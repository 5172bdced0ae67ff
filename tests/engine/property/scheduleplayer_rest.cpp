// SPDX-License-Identifier: MIT
// The end of a schedule: everything heals and comes to rest, and what is then in the databases is read.
#include "engine/property/scheduleplayer.h"

#include <algorithm>

namespace textback::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis longestWaitForAbsence = 120s; // W
constexpr Millis slack = 60s;
constexpr Millis longestBackoff = 60s;

std::optional<UtcTime> timeOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(fromUnixMillis(value.toLongLong()));
}

} // namespace

void SchedulePlayer::comeToRest()
{
    m_faulty = false;
    failing(false, false, false);
    for (const auto &device : m_devices) {
        device->crashes.disarm();
        if (device->isRunning())
            guarded([&] { device->engine().checkNow(); }); // a person sees "signed out" and tries again
    }
    Millis lastShown = 0ms; // what the log shows late is not the engine's delay
    for (const FakeProvider::Row &row : m_provider.rows)
        lastShown = std::max(lastShown, row.visibleAt - m_provider.now());
    Millis lastUp = m_time.monotonicNow(); // a device that is down comes back by itself
    for (const auto &device : m_devices)
        lastUp = std::max(lastUp, device->restartAt.value_or(lastUp));
    const Millis limit =
        lastUp + lastShown + std::chrono::minutes(m_schedule.plan.maxAgeMinutes) + longestWaitForAbsence + longestBackoff + slack;
    run(std::max<Millis>(lastShown, 0ms) + std::chrono::seconds(m_schedule.plan.pollSeconds) + 4s);
    while (!isAtRest() && m_time.monotonicNow() < limit)
        run(10s);
}

bool SchedulePlayer::isAtRest()
{
    for (const auto &device : m_devices) {
        if (!device->isRunning())
            return false; // what it has not read while it was down is still to come
        const auto open = device->rows(u"SELECT (SELECT count(*) FROM calls WHERE inbound = 1 AND decided = 1), "
                                       "(SELECT count(*) FROM outbox WHERE state IN ('queued', 'held', 'inflight', 'unknown'))"_s);
        if (open[0][0].toULongLong() < m_calls.size() || open[0][1].toInt() > 0)
            return false;
    }
    return true;
}

/// I12: what was read before is no news, whatever order it comes in.
void SchedulePlayer::readAgain()
{
    run(16s); // whatever came at last is read: messages wait until the call log works again
    for (const auto &device : m_devices) {
        // A text that nobody is sure of may still be found: that is news.
        if (!device->rows(u"SELECT 1 FROM outbox WHERE state = 'unconfirmed'"_s).empty())
            continue;
        const QStringList before = digest(*device);
        device->kill();
        startUp(*device);
        run(std::chrono::seconds(m_schedule.plan.pollSeconds) + 12s);
        const QStringList after = digest(*device);
        if (before != after)
            violated(u"I12"_s, u"read again, it became another: %1 instead of %2"_s.arg(after.join(u' '), before.join(u' ')));
    }
}

QStringList SchedulePlayer::digest(Device &device)
{
    QStringList all;
    for (const QString &sql : {u"SELECT provider_call_id, missed, disposition, decided FROM calls ORDER BY id"_s,
                               u"SELECT call, verdict, rule, reason FROM decisions ORDER BY call"_s,
                               u"SELECT id, state, attempt, provider_message_id FROM outbox ORDER BY id"_s,
                               u"SELECT provider_message_id, origin, body FROM messages ORDER BY id"_s,
                               u"SELECT number, opted_out FROM consents ORDER BY number"_s}) {
        for (const QVariantList &row : device.rows(sql)) {
            QStringList cells;
            for (const QVariant &cell : row)
                cells.append(cell.toString());
            all.append(cells.join(u','));
        }
    }
    return all;
}

Ledger SchedulePlayer::ledger(Device &device)
{
    Ledger ledger;
    for (const QVariantList &row : device.rows(u"SELECT c.provider_call_id, c.decided, d.verdict, d.reason, d.rule FROM calls c "
                                               "LEFT JOIN decisions d ON d.call = c.id WHERE c.inbound = 1"_s)) {
        ledger.calls.push_back({row[0].toString(), row[1].toBool(), row[2].toString(), row[3].toString(), row[4].toString()});
    }
    for (const QVariantList &row :
         device.rows(u"SELECT o.id, c.provider_call_id, o.purpose, o.to_number, o.body, o.state, o.why, o.detail, "
                     "o.provider_message_id, o.inflight_at, o.deadline, o.resent FROM outbox o LEFT JOIN calls c ON c.id = o.call"_s)) {
        ledger.outbox.push_back({row[0].toLongLong(), row[1].toString(), row[2].toString(), row[3].toString(), row[4].toString(),
                                 row[5].toString(), row[6].toString(), row[7].toString(), row[8].toString(), timeOf(row[9]),
                                 timeOf(row[10]), row[11].toBool()});
    }
    for (const QVariantList &row : device.rows(u"SELECT outbox, attempt, event FROM attempts ORDER BY id"_s))
        ledger.attempts.push_back({row[0].toLongLong(), row[1].toInt(), row[2].toString()});
    for (const QVariantList &row : device.rows(u"SELECT message, before, after FROM status_steps ORDER BY id"_s))
        ledger.steps.push_back({row[0].toLongLong(), row[1].toString(), row[2].toString()});
    ledger.isRestored = m_restored;
    for (const QVariantList &row : device.rows(u"SELECT provider_message_id FROM messages WHERE incoming = 0"_s))
        ledger.knownTexts.insert(row[0].toString());
    return ledger;
}

Truth SchedulePlayer::truth()
{
    const Plan &plan = m_schedule.plan;
    Truth truth;
    truth.calls = m_calls;
    for (const FakeProvider::Text &text : m_provider.allTexts) {
        if (text.byApi)
            truth.texts.push_back({text.message.providerMessageId, text.message.to, text.message.body, *text.message.created});
    }
    truth.coolDown = 1h;
    truth.maxAge = std::chrono::minutes(plan.maxAgeMinutes);
    const bool calm = plan.sendFaults == 0.0 && std::all_of(m_schedule.steps.begin(), m_schedule.steps.end(),
                                                            [](const Step &step) { return step.kind <= Step::Kind::GroupAnswered; });
    if (calm && plan.latency < 250ms)
        truth.promptly = std::chrono::seconds(plan.pollSeconds) + std::chrono::seconds(plan.sendDelaySeconds) + 3s;
    return truth;
}

} // namespace textback::test
