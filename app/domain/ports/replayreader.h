// SPDX-License-Identifier: MIT
#pragma once

#include "domain/replay/replayhistory.h"
#include "domain/result.h"

#include <vector>

namespace textback {

/// Reads what a replay needs, beside whoever works on the same data: in pages by key, up to `limit` rows before the id `before` (null: from the
/// last), the newest first, as they came in. A read never waits for a lock (Error::Storage then: ask again later).
class ReplayReader {
public:
    virtual ~ReplayReader() = default;

    virtual Result<ReplayBasis> basis() = 0;
    /// Calls in either direction that are over.
    virtual Result<std::vector<ReplayCall>> calls(CallId before, int limit) = 0;
    /// Texts that answer no call.
    virtual Result<std::vector<ReplayText>> texts(OutboxId before, int limit) = 0;
    /// Outgoing texts of people and of other programs.
    virtual Result<std::vector<ReplayMessage>> messages(MessageId before, int limit) = 0;
};

} // namespace textback
