// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/textbackpolicy.h"
#include "storage/sqlconnection.h"

#include <QString>

namespace textback {

/// What others texted over the account: which of it was a machine's. See AccountRepository for the manners.
class ForeignTextRepository {
public:
    explicit ForeignTextRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    /// Store::foreignTexts for a caller's conversation and a call that began then.
    ForeignTexts textsTo(ConversationId conversation, UtcTime callBegan, const QStringList &ourWords, UtcTime since) const;
    /// Store::looksAutomatic.
    bool looksAutomatic(ConversationId conversation, UtcTime at, const QString &body) const;

private:
    bool followsMissedCall(ConversationId conversation, UtcTime at, Millis within) const;

    SqlConnection &m_db;
};

} // namespace textback
