// SPDX-License-Identifier: MIT
#pragma once

#include "domain/alert.h"
#include "domain/duty/dutycase.h"
#include "domain/duty/dutywords.h"
#include "domain/message.h"
#include "domain/people.h"
#include "domain/result.h"
#include "engine/changes.h"

#include <optional>

namespace textback {

struct AccountContext;

/// Texts to staff on the road: that a customer needs somebody, and what came of a text of theirs. Works inside the caller's transaction.
/// Only the PC that sends writes them, only in mode on, and never to a number that opted out.
class DutyTexts {
public:
    explicit DutyTexts(AccountContext &context)
        : m_context(context)
    {
    }

    /// What a customer did that staff are told of.
    struct News {
        ConversationId conversation;   ///< the customer's
        std::optional<AlertKind> kind; ///< nothing: a mere reply
        int level = 1;
        QString words; ///< the customer's
    };

    /// Tells everybody who is on duty now, each at most once in onCall.minutesBetween about one customer: what comes sooner waits, and goes
    /// together with what comes after it. True if a text was queued.
    Result<bool> tell(const News &news, Changes &changes);
    /// Somebody took the case: what still waits to be told about it is dropped.
    Result<void> drop(ConversationId customer, Changes &changes);
    /// Answers a staff member over the line that they texted. Questions come at most once in a while, so that two machines never talk to each
    /// other. True if a text was queued.
    Result<bool> answer(const PhoneNumber &staff, const PhoneNumber &from, const DutyAnswer &answer, Changes &changes);

    /// How staff know a case.
    Result<DutyTag> tagOf(const DutyCase &dutyCase);
    /// Our number that texts to this customer.
    Result<PhoneNumber> lineTo(ConversationId customer);

private:
    struct Text {
        PhoneNumber from;
        PhoneNumber to;
        QString body;
        OutboxPurpose purpose;
        UtcTime leaves;
        UtcTime deadline;
    };

    Result<bool> mayText(const PhoneNumber &staff, OutboxPurpose purpose, int most);
    Result<DutyCase> caseOf(ConversationId customer);
    Result<bool> tellOne(const StaffMember &member, const DutyCase &dutyCase, const News &news, const Text &text, Changes &changes);
    Result<MessageId> queue(const Text &text, Changes &changes);

    AccountContext &m_context;
};

} // namespace textback
