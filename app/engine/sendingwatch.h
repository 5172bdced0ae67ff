// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/time.h"

namespace textback {

struct AccountContext;

/// Looks after what becomes of the texts that were sent, as a whole, and tells: carriers filter a text of ours (rules.md X11: after the second
/// within a day the plain words take its place), the allowance of the month is nearly or wholly used.
class SendingWatch {
public:
    explicit SendingWatch(AccountContext &context)
        : m_context(context)
    {
    }

    /// Calls or messages were read. Cheap: looks once a minute at most. Fails with Storage.
    Result<void> judge();

private:
    Result<void> judgeFiltered(UtcTime now);
    Result<void> judgeAllowance(UtcTime now);

    AccountContext &m_context;
    Millis m_next{0};      // monotonic
    int m_toldPercent = 0; // of the allowance, for the month that began then
    UtcTime m_month{};
};

} // namespace textback
