// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/time.h"

namespace textback {

struct AccountContext;
class TrapReader;

/// Looks a few times a day for set-ups that keep callers from being texted (domain/traps), and tells of the gravest one that the owner has not
/// answered.
class TrapWatch {
public:
    /// `reader` null: nobody looks.
    TrapWatch(AccountContext &context, TrapReader *reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    /// Calls were read. Cheap: looks once in six hours. Fails with Storage.
    Result<void> judge();
    /// The settings are other ones: looks at the next judge().
    void lookSoon() { m_next = Millis(0); }

private:
    AccountContext &m_context;
    TrapReader *m_reader;
    Millis m_next{0}; // monotonic
};

} // namespace textback
