// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/alertstore.h"
#include "storage/storepart.h"

namespace textback {

/// AlertStore on the connection of SqlStore, which owns it.
class SqlAlertStore final : public AlertStore, private StorePart {
public:
    SqlAlertStore(SqlConnection &connection, Transact transact);

    Result<std::optional<Alert>> openAlert(ConversationId conversation) override;
    Result<bool> alertTakenSince(ConversationId conversation, UtcTime since) override;
    Result<Alert> writeAlert(const Alert &alert, AlertStep step) override;
    Result<std::vector<Alert>> climbingAlerts(UtcTime now) override;
    Result<std::optional<UtcTime>> nextAlertDue() override;
    Result<int> missedCalls(ConversationId conversation, UtcTime since, CallId except) override;

    Result<void> startWaiting(const WaitingCustomer &customer) override;
    Result<void> endWaiting(ConversationId conversation, UtcTime at) override;
    Result<std::optional<MessageId>> wroteAfter(ConversationId conversation, UtcTime at) override;
    Result<std::optional<UtcTime>> waitingSince(ConversationId conversation) override;
    Result<std::vector<WaitingCustomer>> waitingCustomers() override;
    Result<std::vector<WaitingCustomer>> overdueCustomers(UtcTime now) override;
    Result<void> setWaitingDue(ConversationId conversation, UtcTime due) override;

    Result<std::optional<DutyCase>> openCase(ConversationId conversation) override;
    Result<std::vector<DutyCase>> openCases() override;
    Result<int> newestTag() override;
    Result<DutyCase> saveCase(const DutyCase &dutyCase) override;
    Result<void> closeIdleCases(UtcTime since, UtcTime now) override;
    Result<std::optional<DutyCase>> dutyCase(DutyCaseId id) override;

    Result<void> noteDutyText(const DutyText &text) override;
    Result<std::optional<DutyText>> dutyText(MessageId message) override;
    Result<std::optional<DutyText>> newestDutyText(DutyCaseId dutyCase, const PhoneNumber &staff) override;
    Result<std::vector<OutboxId>> waitingDutyTexts(DutyCaseId dutyCase) override;
    Result<int> sameAnswers(const PhoneNumber &staff, const QString &body, UtcTime since) override;
    Result<int> textsToStaff(const PhoneNumber &staff, OutboxPurpose purpose, UtcTime since) override;

    Result<DutyOff> dutyOff() override;
    Result<void> setDutyOff(const PhoneNumber &staff, UtcTime until) override;
};

} // namespace textback
