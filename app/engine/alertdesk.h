// SPDX-License-Identifier: MIT
#pragma once

#include "domain/alert.h"
#include "domain/decision.h"
#include "domain/message.h"
#include "domain/result.h"
#include "engine/callassessor.h"
#include "engine/changes.h"

namespace textback {

struct AccountContext;
struct ForeignText;

/// Raises an alert where a customer needs somebody now, and takes it back as soon as somebody here answers. Works inside the caller's
/// transaction. Every PC has alerts, a viewer, too; only the one that sends texts them to staff (DutyTexts).
class AlertDesk {
public:
    explicit AlertDesk(AccountContext &context)
        : m_context(context)
    {
    }

    // Each true if a text to staff was queued.
    /// A missed call, as it was decided: the second within the cool-down is an alert whether or not a text goes out (rules.md X1, X15).
    Result<bool> callMissed(const CallAssessment &call, ConversationId conversation, const Decision &decision, Changes &changes);
    /// A customer's text: urgent words are an alert, from people who opted out as well; any other may be relayed to staff.
    Result<bool> customerWrote(const Message &message, const PhoneNumber &from, Changes &changes);
    /// A customer has waited too long.
    Result<bool> overdue(const WaitingCustomer &customer, Changes &changes);
    /// Nobody took it yet: one level up, and told again.
    Result<bool> climb(const Alert &alert, Changes &changes);

    /// Somebody here answered at `at`: what happened before that is taken care of.
    Result<void> answered(ConversationId conversation, UtcTime at, const QString &by, Changes &changes);
    /// A call with this number ended: it counts if somebody talked to them since the alert.
    Result<void> talked(ConversationId conversation, const PhoneNumber &number, Changes &changes);
    /// A text from elsewhere: counts if a person typed it. A transaction of its own, told by itself.
    Result<void> sentElsewhere(const ForeignText &text);

private:
    struct Cause {
        AlertKind kind;
        QString evidence;
        QString words;
        UtcTime since{};
        MessageId message;
    };

    Result<bool> raise(ConversationId conversation, const Cause &cause, Changes &changes);
    /// What has just happened, which is news to whoever is on call: of an alert that stands, not all of it.
    struct Said {
        AlertKind kind = AlertKind::Waiting;
        QString words;
        MessageId message;
    };
    Result<bool> told(const Alert &alert, AlertStep step, const Said &said, Changes &changes);
    /// Their text waits for an answer.
    Result<void> waitsFor(const Message &message);
    Result<void> startWaiting(ConversationId conversation, UtcTime since, const QString &words);
    Result<std::optional<UtcTime>> waitsSince(ConversationId conversation);
    bool isCustomer(const PhoneNumber &number) const;

    AccountContext &m_context;
};

} // namespace textback
