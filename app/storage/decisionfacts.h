// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/store.h"

namespace textback {

class AccountRepository;
class CallRepository;
class ConsentRepository;
class ConversationRepository;
class DoubtRepository;
class ForeignTextRepository;
class JobRepository;
class MessageRepository;
class OutboxRepository;

/// What the rules ask about a number before they decide, gathered from the repositories that know it. Reads only.
class DecisionFacts {
public:
    struct Sources {
        const AccountRepository &accounts;
        const ConversationRepository &conversations;
        const MessageRepository &messages;
        const CallRepository &calls;
        const OutboxRepository &outbox;
        const ConsentRepository &consents;
        const DoubtRepository &doubts;
        const ForeignTextRepository &foreign;
        const JobRepository &jobs;
    };

    explicit DecisionFacts(const Sources &sources)
        : m_from(sources)
    {
    }

    // As the functions of Store of the same names; `now` is this PC's clock.
    CallerHistory callerHistory(const PhoneNumber &caller, const CallRecord &call, UtcTime now) const;
    ForeignTexts foreignTexts(const PhoneNumber &caller, const CallRecord &call, const QStringList &ourWords, UtcTime since,
                              UtcTime now) const;
    StepInput stepInput(const OutboxItem &item, UtcTime now) const;
    std::optional<UtcTime> newestText(const PhoneNumber &to, OutboxPurpose purpose) const;
    TextRecipient textRecipient(const PhoneNumber &number) const;

private:
    UtcTime beginOf(const CallRecord &call, UtcTime now) const;

    Sources m_from;
};

} // namespace textback
