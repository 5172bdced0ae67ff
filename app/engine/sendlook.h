// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/messagechannel.h"
#include "engine/releasecheck.h"

#include <functional>

namespace textback {

struct AccountContext;

/// What is asked of the provider before an automatic text leaves: the line type of a number that never got one (where the owner pays for
/// that, rules.md C30), and whether somebody else texted it meanwhile (faults.md 5.2). Catches most doubles and is no lock: where a look fails,
/// the text goes.
class SendLook {
public:
    struct Found {
        enum class Kind {
            Nothing,
            Foreign, ///< another program or a person texted this number
            OurOwn   ///< an earlier attempt of this very item, of which we never heard
        };
        Kind kind = Kind::Nothing;
        ProviderMessage message; ///< of OurOwn
    };
    using Done = std::function<void(const Result<Found> &)>;

    explicit SendLook(AccountContext &context)
        : m_context(context)
    {
    }

    /// `done` is called once, later; fails with Storage only.
    void look(const OutboxItem &item, const ReleaseCheck::Outcome &outcome, const Done &done);

private:
    void lookForTexts(const OutboxItem &item, const ReleaseCheck::Outcome &outcome, const Done &done);
    Result<Found> judge(OutboxId id, const Result<MessageAnswer> &answer, UtcTime since);

    AccountContext &m_context;
    Lifetime m_lifetime;
};

} // namespace textback
