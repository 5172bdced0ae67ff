// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/contactreader.h"
#include "domain/threadaffinity.h"
#include "storage/sqlconnection.h"

#include <memory>

namespace textback {

/// The ContactReader on SQLite, with a connection of its own like SqlConversationReader. Every read finds its rows by a key: what it costs grows
/// with one party's calls and texts at most, and those are only counted in an index.
class SqlContactReader final : public ContactReader {
public:
    /// `clock` outlives it.
    SqlContactReader(QString databaseFile, const Clock &clock);
    ~SqlContactReader() override;

    Result<ContactDetails> details(ConversationId conversation, const QTimeZone &zone) override;

private:
    /// Whether there is a database to read; an Error if it is not ready.
    Result<bool> connect();
    ContactDetails read(ConversationId conversation, const QTimeZone &zone);
    void readCounts(ConversationId conversation, ContactDetails &details);
    void readConsent(const PhoneNumber &number, ContactDetails &details);
    void readHistory(ConversationId conversation, const PhoneNumber &number, const QTimeZone &zone, ContactDetails &details);

    ThreadAffinity m_thread;
    QString m_databaseFile;
    const Clock &m_clock;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
