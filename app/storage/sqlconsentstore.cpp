// SPDX-License-Identifier: MIT
#include "storage/sqlconsentstore.h"

#include "domain/ports/clock.h"
#include "storage/conversationrepository.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

SqlConsentStore::SqlConsentStore(SqlConnection &connection, Clock &clock, ConversationRepository &conversations, Transact transact)
    : StorePart(connection, std::move(transact))
    , m_clock(clock)
    , m_conversations(conversations)
    , m_consents(connection)
    , m_doubts(connection)
{
}

Result<bool> SqlConsentStore::isOptedOut(const PhoneNumber &number)
{
    return read([&] { return m_consents.isOptedOut(number); });
}

Result<void> SqlConsentStore::recordConsent(const ConsentChange &change)
{
    return write([&] {
        m_consents.record(change);
        m_conversations.setOptedOut(change.number, m_consents.isOptedOut(change.number));
        answerDoubts(change.number, change.optedOut ? "opted-out"_L1 : "opted-in"_L1, change.at);
    });
}

void SqlConsentStore::answerDoubts(const PhoneNumber &number, QLatin1StringView answer, UtcTime until)
{
    m_doubts.answer(number, answer, until, m_clock.utcNow());
    showDoubt(number);
}

void SqlConsentStore::showDoubt(const PhoneNumber &number)
{
    const std::optional<OptOutDoubt> open = m_doubts.open(number);
    m_conversations.setDoubt(number, open ? open->words : QString());
}

Result<void> SqlConsentStore::recordDoubt(const OptOutDoubt &doubt)
{
    return write([&] {
        m_doubts.record(doubt);
        showDoubt(doubt.number);
    });
}

Result<std::optional<OptOutDoubt>> SqlConsentStore::openDoubt(const PhoneNumber &number)
{
    return read([&] { return m_doubts.open(number); });
}

Result<void> SqlConsentStore::dismissDoubts(const PhoneNumber &number, UtcTime at)
{
    return write([&] { answerDoubts(number, "go-on"_L1, at); });
}

Result<void> SqlConsentStore::rememberCapability(const PhoneNumber &number, NumberCapability capability, UtcTime until)
{
    return write([&] { m_consents.rememberCapability(number, capability, until); });
}

} // namespace textback
