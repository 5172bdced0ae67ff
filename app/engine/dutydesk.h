// SPDX-License-Identifier: MIT
#pragma once

#include "domain/duty/dutycase.h"
#include "domain/duty/dutycommand.h"
#include "domain/duty/dutywords.h"
#include "domain/message.h"
#include "domain/people.h"
#include "domain/result.h"
#include "engine/alertdesk.h"
#include "engine/changes.h"
#include "engine/dutytexts.h"
#include "engine/sequencerunner.h"

#include <vector>

namespace textback {

struct AccountContext;
struct OutboxChange;

/// What staff on the road text to the business line: "12 on our way" goes to that customer from the business's number, as a person's message
/// under their name. Nobody's case is ever guessed. Works inside the caller's transaction, so that a text and what it leads to are stored
/// together, once.
class DutyDesk {
public:
    explicit DutyDesk(AccountContext &context)
        : m_context(context)
        , m_texts(context)
        , m_alerts(context)
        , m_sequences(context)
    {
    }

    struct Outcome {
        bool handled = false; ///< it was for us: nobody has to read it
        bool queued = false;  ///< a text is to be sent
    };

    /// A staff member's text as it was stored. Only the PC that sends acts on it.
    Result<Outcome> take(const Message &message, const StaffMember &member, Changes &changes);
    /// A person's message came to an end: if it was one from the road, its writer is told.
    Result<void> relayEnded(const OutboxItem &item, const OutboxChange &change, Changes &changes);
    /// The provider reports of an outgoing message that it took: if it was one from the road and did not arrive, its writer is told. True if a
    /// text is to be sent.
    Result<bool> relayReported(const Message &message, DeliveryStatus status, Changes &changes);

    /// How messages name somebody.
    static QString nameOf(const StaffMember &member);

private:
    struct Asked {
        const Message &message;
        const StaffMember &member;
        DutyCommand command;
        std::vector<DutyCase> open;
    };

    Result<Outcome> obey(const Asked &asked, Changes &changes);
    Result<Outcome> say(const Asked &asked, const DutyCase &dutyCase, Changes &changes);
    Result<Outcome> call(const Asked &asked, const DutyCase &dutyCase, Changes &changes);
    Result<Outcome> close(const Asked &asked, DutyCase dutyCase, Changes &changes);
    Result<Outcome> signOff(const Asked &asked, Changes &changes);
    Result<Outcome> signOn(const Asked &asked, Changes &changes);
    Result<Outcome> ask(const Asked &asked, DutyAnswer::Kind kind, Changes &changes);
    Result<bool> tellWriter(MessageId relay, const PhoneNumber &line, DutyAnswer::Kind kind, Changes &changes);
    Result<Outcome> answer(const Asked &asked, const DutyAnswer &answer, Changes &changes);
    /// The event: who asked for what, about which case, and what became of it.
    void report(const Asked &asked, const QString &result, Changes &changes) const;

    AccountContext &m_context;
    DutyTexts m_texts;
    AlertDesk m_alerts;
    SequenceRunner m_sequences;
};

} // namespace textback
