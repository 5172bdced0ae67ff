// SPDX-License-Identifier: MIT
#pragma once

#include "engine/property/ablation.h"
#include "engine/property/crashpoints.h"
#include "support/forwardingstore.h"

#include <map>

namespace textback::test {

/// The real store, with a full disk, with a death before, inside and after each durable write, and without one of its promises where an
/// ablation wants that.
class FaultyStore final : public ForwardingStore {
public:
    FaultyStore(Store &inner, CrashPoints &crashes, const bool &diskFull, Ablation ablation);

    Result<OutboxItem> beginAttempt(OutboxId id, UtcTime now, const QString &inputs) override;
    Result<void> changeItem(OutboxId id, const OutboxChange &change) override;

protected:
    std::optional<Error> beforeWrite(bool first) override;
    void written() override { m_crashes.pass(); }

private:
    CrashPoints &m_crashes;
    const bool &m_diskFull;
    Ablation m_ablation;
    std::map<OutboxId, UtcTime> m_unmarked;    // NoMark: begun, and not written down
    std::map<OutboxId, UtcTime> m_firstBegins; // WaitNotAnew
};

} // namespace textback::test
