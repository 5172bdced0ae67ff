// SPDX-License-Identifier: MIT
#include "engine/property/faultystore.h"

namespace textback::test {

using namespace Qt::StringLiterals;

FaultyStore::FaultyStore(Store &inner, CrashPoints &crashes, const bool &diskFull, Ablation ablation)
    : ForwardingStore(inner)
    , m_crashes(crashes)
    , m_diskFull(diskFull)
    , m_ablation(ablation)
{
}

std::optional<Error> FaultyStore::beforeWrite(bool first)
{
    if (m_diskFull)
        return Error{ErrorKind::Storage, u"database or disk is full"_s, {}, 0, u"full"_s};
    m_crashes.pass();
    Q_UNUSED(first)
    return std::nullopt;
}

Result<OutboxItem> FaultyStore::beginAttempt(OutboxId id, UtcTime now, const QString &inputs)
{
    if (m_ablation != Ablation::NoMark)
        return ForwardingStore::beginAttempt(id, now, inputs);
    auto item = outboxItem(id);
    if (!item)
        return item;
    item->state = OutboxState::Inflight;
    ++item->attempt;
    item->inflightAt = now;
    m_unmarked[id] = now;
    return item;
}

Result<void> FaultyStore::changeItem(OutboxId id, const OutboxChange &change)
{
    if (const auto begun = m_unmarked.find(id); begun != m_unmarked.end()) {
        const UtcTime at = begun->second;
        m_unmarked.erase(begun);
        if (const auto marked = ForwardingStore::beginAttempt(id, at, {}); !marked)
            return tl::make_unexpected(marked.error());
    }
    if (m_ablation == Ablation::UnconfirmedDoesNotCount && change.state == OutboxState::Unconfirmed) {
        OutboxChange step;
        step.state = OutboxState::Queued;
        if (const auto done = ForwardingStore::changeItem(id, step); !done)
            return done;
        step.state = OutboxState::Skipped;
        step.why = DecisionReason::TooOld;
        return ForwardingStore::changeItem(id, step);
    }
    OutboxChange changed = change;
    if (m_ablation == Ablation::WaitNotAnew && change.state == OutboxState::Unknown && change.endedAt) {
        const auto item = outboxItem(id);
        if (!item)
            return tl::make_unexpected(item.error());
        changed.endedAt = m_firstBegins.try_emplace(id, item->inflightAt.value_or(*change.endedAt)).first->second;
    }
    return ForwardingStore::changeItem(id, changed);
}

} // namespace textback::test
