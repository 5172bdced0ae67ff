// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/consentstore.h"
#include "storage/consentrepository.h"
#include "storage/doubtrepository.h"
#include "storage/storepart.h"

namespace textback {

class Clock;
class ConversationRepository;

/// ConsentStore on the connection of SqlStore, which owns it.
class SqlConsentStore final : public ConsentStore, private StorePart {
public:
    SqlConsentStore(SqlConnection &connection, Clock &clock, ConversationRepository &conversations, Transact transact);

    Result<bool> isOptedOut(const PhoneNumber &number) override;
    Result<void> recordConsent(const ConsentChange &change) override;
    Result<void> recordDoubt(const OptOutDoubt &doubt) override;
    Result<std::optional<OptOutDoubt>> openDoubt(const PhoneNumber &number) override;
    Result<void> dismissDoubts(const PhoneNumber &number, UtcTime at) override;
    Result<void> rememberCapability(const PhoneNumber &number, NumberCapability capability, UtcTime until) override;

    // For the facts of decisions.
    const ConsentRepository &consents() const { return m_consents; }
    const DoubtRepository &doubts() const { return m_doubts; }

private:
    /// Closes doubts, and lets the conversation list say what is left of them.
    void answerDoubts(const PhoneNumber &number, QLatin1StringView answer, UtcTime until);
    void showDoubt(const PhoneNumber &number);

    Clock &m_clock;
    ConversationRepository &m_conversations;
    ConsentRepository m_consents;
    DoubtRepository m_doubts;
};

} // namespace textback
