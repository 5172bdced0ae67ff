// SPDX-License-Identifier: MIT
#pragma once

#include "domain/consent/consentreading.h"
#include "domain/decision.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/ports/consentstore.h"
#include "domain/ports/messagechannel.h"
#include "domain/ports/store.h"
#include "domain/result.h"
#include "engine/changes.h"

#include <functional>

namespace textback {

struct AccountContext;

/// Carries out what a customer says about getting texts, or the owner in their place: STOP in whatever words, START, and what may be either.
/// rules.md C1-C14: stored before anything else, whatever waits is dropped in the same transaction, one confirmation. HELP gets its answer.
class ConsentTaker {
public:
    explicit ConsentTaker(AccountContext &context)
        : m_context(context)
    {
    }

    /// A customer's message as it came in.
    struct Said {
        const ProviderMessage &row;
        CallerIdentity party;
        ConsentReading reading;
        bool firstLook = false; ///< it was there before the account was watched
    };

    /// What became of it.
    struct Outcome {
        bool wrote = false;
        bool froze = false;  ///< a person has to say what it means
        bool queued = false; ///< an answer is to be sent
    };

    /// Inside a transaction of the caller; what is to be told goes into `changes`.
    Result<Outcome> take(const Said &said, Changes &changes);
    /// The owner says what a doubtful message meant. A transaction of its own, told by itself. Nothing happens where no question is open.
    Result<Outcome> answerDoubt(ConversationId conversation, bool wantsNoTexts);

    /// A person notes what somebody said by voice, by mail or face to face; `channel` is kept as the proof (rules.md C14).
    Result<Outcome> record(ConversationId conversation, bool optedOut, const QString &channel);

private:
    Result<Outcome> byHand(ConversationId id, const std::function<Result<void>(const PhoneNumber &, Outcome &, Changes &)> &work);
    Result<void> optOut(ConversationId id, const ConsentChange &change, Outcome &outcome, Changes &changes);
    Result<void> freeze(const Said &said, Changes &changes, Outcome &outcome);
    Result<void> dropWaiting(const PhoneNumber &number, DecisionReason reason, Changes &changes);
    Result<void> help(const Said &said, Outcome &outcome);
    Result<void> answer(SendRule rule, const PhoneNumber &from, const PhoneNumber &to, ConversationId conversation, UtcTime saidAt,
                        Outcome &outcome);
    bool providerAnswers(const Said &said) const;
    PhoneNumber ourNumber(const Said &said) const;
    void tellOptOut(const PhoneNumber &number, ConversationId conversation, bool out, Changes &changes) const;

    AccountContext &m_context;
};

} // namespace textback
