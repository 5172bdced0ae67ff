// SPDX-License-Identifier: MIT
#include "engine/callassessor.h"

#include "domain/evidence/decisioninputs.h"
#include "engine/accountcontext.h"
#include "engine/textcomposer.h"

namespace textback {

namespace {

constexpr Millis wordsKept = std::chrono::minutes(1);
constexpr Millis learningSpan = std::chrono::hours(24 * 30);

} // namespace

Result<RingStatistics> CallAssessor::learned(const PhoneNumber &line)
{
    if (const auto known = m_learned.constFind(line); known != m_learned.constEnd())
        return *known;
    const auto statistics = m_context.store.ringStatistics(line, m_context.time.now() - learningSpan);
    if (statistics)
        m_learned.insert(line, *statistics);
    return statistics;
}

Result<CallAssessment> CallAssessor::assess(CallId id)
{
    const auto record = m_context.store.call(id);
    if (!record)
        return tl::make_unexpected(record.error());
    CallAssessment call;
    call.record = *record;
    const QString &region = m_context.rules.homeRegion;
    call.caller = identifyCaller(record->root.from, region);
    const PhoneNumber ours = PhoneNumber::parse(record->ourNumber(), region).value_or(PhoneNumber());
    if (const Line *line = m_context.rules.lineFor(ours)) {
        call.line = *line;
        call.watched = true;
    } else {
        call.line.number = ours;
    }
    const auto statistics = learned(ours);
    if (!statistics)
        return tl::make_unexpected(statistics.error());
    const UtcTime now = m_context.time.now();
    const auto detect = [&] { return detectMissedCall(call.record, call.line, *statistics, m_context.rules.detector, now); };
    call.verdict = detect();
    const std::optional<UtcTime> ended = call.record.root.endTime();
    const UtcTime over = ended.value_or(now);
    call.isHistory = ended && (!m_context.watchingSince || *ended < *m_context.watchingSince);
    if (!call.verdict.open && call.verdict.needsDetails && (call.isHistory || now - over > m_context.rules.maxAge)) {
        // It can get no text any more: not worth a request, and it must not stay undecided because details cannot be had.
        call.record.details = CallDetails{};
        call.verdict = detect();
    }
    return call;
}

/// The words of our own texts for calls to this line.
const QStringList &CallAssessor::ourWords(const Line &line)
{
    // A dozen texts are filled for it, and they change with the minute at most.
    const UtcTime now = m_context.time.now();
    if (!m_ourWordsAt || now < *m_ourWordsAt || now - *m_ourWordsAt >= wordsKept) {
        m_ourWords.clear();
        m_ourWordsAt = now;
    }
    auto known = m_ourWords.find(line.number);
    if (known == m_ourWords.end())
        known = m_ourWords.insert(line.number, ownWordings(m_context, line, now));
    return *known;
}

Result<Decision> CallAssessor::decide(const CallAssessment &call, const OutboxItem *item)
{
    PolicyInput input;
    input.verdict = call.verdict;
    input.caller = call.caller;
    input.line = call.watched ? &call.line : nullptr;
    input.now = m_context.time.now();
    input.watchingSince = m_context.watchingSince.value_or(input.now);
    // What quiet hours held has a later deadline than any age limit, and keeps it when it is tried again.
    input.wasHeld = item && (item->state == OutboxState::Held || (item->deadline && *item->deadline >= call.verdict.endedAt + longestHold));
    input.sendNow = item && item->sendNow;
    input.viewer = m_context.role.role == DeviceRole::Viewer;
    input.senderAsleep = m_context.sleptThrough(call.verdict.endedAt + m_context.rules.maxAge);
    if (!call.caller.number.isNull()) {
        const auto history = m_context.store.callerHistory(call.caller.number, call.record);
        if (!history)
            return tl::make_unexpected(history.error());
        input.history = *history;
        const auto usage =
            m_context.store.usage(m_context.account, call.caller.number, UsageSpans::at(input.now, m_context.rules.timeZone));
        if (!usage)
            return tl::make_unexpected(usage.error());
        input.usage = *usage;
        if (call.verdict.missed && !call.isHistory && !input.viewer) {
            const auto foreign =
                m_context.store.foreignTexts(call.caller.number, call.record, ourWords(call.line), input.now - m_context.rules.coolDown);
            if (!foreign)
                return tl::make_unexpected(foreign.error());
            input.history.foreign = *foreign;
        }
    }
    Decision decision = decideTextBack(input, m_context.rules);
    // An answered call needs no proof, and history no answer: their inputs would be the better part of the database.
    if (call.verdict.missed && !call.isHistory)
        decision.inputs = QString::fromUtf8(toJson(input));
    return decision;
}

} // namespace textback
