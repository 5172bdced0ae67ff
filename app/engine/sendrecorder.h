// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/ports/messagechannel.h"
#include "domain/ports/store.h"
#include "domain/result.h"
#include "engine/changes.h"

#include <functional>
#include <optional>

namespace textback {

struct AccountContext;

/// Writes down what became of outbox items, each in one transaction, with what follows from it for decision, consent and number, and
/// tells it once committed.
class SendRecorder {
public:
    explicit SendRecorder(AccountContext &context)
        : m_context(context)
    {
    }

    /// The provider has it, as `providerMessageId`, since `acceptedAt`.
    Result<void> accepted(const OutboxItem &item, const QString &providerMessageId, DeliveryStatus status, UtcTime acceptedAt);
    /// The provider's definite no, with what it teaches about the number.
    Result<void> refused(const OutboxItem &item, const Error &error, std::optional<NumberCapability> recipient);
    /// Surely not taken: tried again from `notBefore`, or dropped where that comes too late.
    Result<void> notAccepted(const OutboxItem &item, const Error &error, UtcTime notBefore, DecisionReason lateReason);
    Result<void> unknown(const OutboxItem &item, UnknownCause cause, const std::optional<Error> &error);
    /// What was held is due and may leave: as decided now, in these words.
    Result<void> released(const OutboxItem &item, const Decision &decision, const std::optional<QString> &body);
    /// Quiet hours hold it until decision.notBefore; `deadline`: until when it may be held at all.
    Result<void> held(const OutboxItem &item, const Decision &decision, UtcTime deadline);
    Result<void> skipped(const OutboxItem &item, DecisionReason reason);
    /// Nobody knows, and looking further is of no use: a person decides.
    Result<void> unconfirmed(const OutboxItem &item);
    /// Absent long enough: once more.
    Result<void> resendOnce(const OutboxItem &item);
    Result<void> postponed(const OutboxItem &item, UtcTime until);
    /// A person wants it to leave now, whatever the hour.
    Result<void> hastened(const OutboxItem &item);
    Result<void> looked(const OutboxItem &item, int looks);

private:
    Result<void> commit(const OutboxItem &item, const OutboxChange &change, std::optional<DecisionReason> decisionReason = std::nullopt,
                        const std::function<Result<void>(Changes &)> &further = {});
    EngineEvent &tellDelivery(Changes &changes, const OutboxItem &item, const QString &status);

    AccountContext &m_context;
};

} // namespace textback
