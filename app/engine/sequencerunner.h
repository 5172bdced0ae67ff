// SPDX-License-Identifier: MIT
#pragma once

#include "domain/job.h"
#include "domain/message.h"
#include "domain/result.h"
#include "domain/sequence.h"
#include "engine/changes.h"

#include <initializer_list>

namespace textback {

struct AccountContext;

/// Plans the texts that follow something (domain/sequence.h): they wait in the outbox, held, and are decided anew when their time comes. Takes
/// them back as soon as something overtakes them. Works inside the caller's transaction, so that a plan and its cause are stored together.
class SequenceRunner {
public:
    explicit SequenceRunner(AccountContext &context)
        : m_context(context)
    {
    }

    /// The provider took a text: what follows it is planned.
    Result<void> accepted(const OutboxItem &item, UtcTime at);
    /// A customer wrote: follow-ups end; a holding text is planned for the case that nobody answers. True if it was.
    Result<bool> customerWrote(const Message &message, const PhoneNumber &from, Changes &changes);
    /// Somebody here wrote to them, or they talked.
    Result<void> inTouch(const PhoneNumber &with, DecisionReason how, Changes &changes);
    Result<void> jobNoted(const PhoneNumber &customer, Changes &changes);
    /// True if a review request was planned.
    Result<bool> jobDone(const Job &job, const PhoneNumber &customer, const PhoneNumber &from);

private:
    struct Text {
        ConversationId conversation;
        CallId call;
        PhoneNumber from;
        PhoneNumber to;
        UtcTime since{}; ///< StepInput::since
    };

    /// Whether a holding text waits for this customer, or left and nobody here has written, talked or taken the alert since: one for each silence.
    Result<bool> isToldToHold(ConversationId conversation, const PhoneNumber &customer);
    Result<bool> plan(const SequenceStep &step, const Text &text);
    Result<void> end(const PhoneNumber &to, std::initializer_list<OutboxPurpose> purposes, DecisionReason why, Changes &changes);

    AccountContext &m_context;
};

} // namespace textback
