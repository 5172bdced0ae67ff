// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/time.h"

#include <functional>

namespace textback {

struct AccountContext;

/// Finds out which texts from elsewhere a machine sent (AccountContext::foreignTexts, as the message list brings them), and tells: while this PC
/// sends, by a notice (somebody doubles our texts, faults.md F16); while it takes over, to whoever waits for the other PC to be silent. The
/// call that tells it may come to our ears after its text, so that each is looked at again for a while.
class ForeignTextWatch {
public:
    ForeignTextWatch(AccountContext &context, std::function<Result<void>(UtcTime at)> otherSent)
        : m_context(context)
        , m_otherSent(std::move(otherSent))
    {
    }

    /// Calls or messages were read. Fails with Storage; what is not judged then is judged next time.
    Result<void> judge();

private:
    AccountContext &m_context;
    std::function<Result<void>(UtcTime at)> m_otherSent;
};

} // namespace textback
