// SPDX-License-Identifier: MIT
#include "domain/replay/replayresult.h"

namespace textback {

int ReplayResult::count(ReplayChange change) const
{
    const auto found = changes.find(change);
    return found == changes.end() ? 0 : found->second;
}

} // namespace textback
