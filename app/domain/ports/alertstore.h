// SPDX-License-Identifier: MIT
#pragma once

#include "domain/alert.h"
#include "domain/duty/dutycase.h"
#include "domain/duty/dutyplan.h"
#include "domain/message.h"
#include "domain/result.h"

#include <optional>
#include <vector>

namespace textback {

/// Alerts, customers who wait, and what goes to staff on the road: a part of the Store, with its manners, and inside its transactions.
class AlertStore {
public:
    virtual ~AlertStore() = default;

    // Alerts
    virtual Result<std::optional<Alert>> openAlert(ConversationId conversation) = 0;
    /// Keeps it (one without an id is new) and writes the step into its log. The conversation's summary row follows.
    virtual Result<Alert> writeAlert(const Alert &alert, AlertStep step) = 0;
    /// Whether somebody took one of this conversation's alerts after `since`.
    virtual Result<bool> alertTakenSince(ConversationId conversation, UtcTime since) = 0;
    /// Open ones that are to climb by now, the oldest first.
    virtual Result<std::vector<Alert>> climbingAlerts(UtcTime now) = 0;
    /// When something of this is due next: an alert climbs, or a customer has waited too long.
    virtual Result<std::optional<UtcTime>> nextAlertDue() = 0;
    /// Missed calls of this conversation that ended since `since`, save for one call.
    virtual Result<int> missedCalls(ConversationId conversation, UtcTime since, CallId except) = 0;

    // Customers who wait
    /// One who waits already waits on, since the first time; the first words are kept.
    virtual Result<void> startWaiting(const WaitingCustomer &customer) = 0;
    /// Somebody answered at `at`, or nobody has to any more: whoever waited since before that does not.
    virtual Result<void> endWaiting(ConversationId conversation, UtcTime at) = 0;
    /// The customer's first text after `at`.
    virtual Result<std::optional<MessageId>> wroteAfter(ConversationId conversation, UtcTime at) = 0;
    /// Since when somebody waits in this conversation.
    virtual Result<std::optional<UtcTime>> waitingSince(ConversationId conversation) = 0;
    virtual Result<std::vector<WaitingCustomer>> waitingCustomers() = 0;
    /// Those whose time has come.
    virtual Result<std::vector<WaitingCustomer>> overdueCustomers(UtcTime now) = 0;
    virtual Result<void> setWaitingDue(ConversationId conversation, UtcTime due) = 0;

    // Cases
    virtual Result<std::optional<DutyCase>> openCase(ConversationId conversation) = 0;
    /// In the order of their tags.
    virtual Result<std::vector<DutyCase>> openCases() = 0;
    /// The tag that was given last; 0 at first.
    virtual Result<int> newestTag() = 0;
    /// Keeps it; one without an id is new.
    virtual Result<DutyCase> saveCase(const DutyCase &dutyCase) = 0;
    /// Closes those that were not used since `since`.
    virtual Result<void> closeIdleCases(UtcTime since, UtcTime now) = 0;
    virtual Result<std::optional<DutyCase>> dutyCase(DutyCaseId id) = 0;

    // Texts about cases
    virtual Result<void> noteDutyText(const DutyText &text) = 0;
    virtual Result<std::optional<DutyText>> dutyText(MessageId message) = 0;
    /// The newest alert or reply to this number about a case that was not dropped.
    virtual Result<std::optional<DutyText>> newestDutyText(DutyCaseId dutyCase, const PhoneNumber &staff) = 0;
    /// Outbox items with texts to staff about a case (OutboxPurpose::StaffAlert) that still wait.
    virtual Result<std::vector<OutboxId>> waitingDutyTexts(DutyCaseId dutyCase) = 0;
    /// How often one answer, word for word, was queued for a staff member since `since`.
    virtual Result<int> sameAnswers(const PhoneNumber &staff, const QString &body, UtcTime since) = 0;
    /// Texts of one purpose (StaffAlert or StaffAnswer) to a staff member that were queued since `since`.
    virtual Result<int> textsToStaff(const PhoneNumber &staff, OutboxPurpose purpose, UtcTime since) = 0;

    // Who signed off
    virtual Result<DutyOff> dutyOff() = 0;
    virtual Result<void> setDutyOff(const PhoneNumber &staff, UtcTime until) = 0;
};

} // namespace textback
