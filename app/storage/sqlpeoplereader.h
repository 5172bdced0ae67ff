// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "storage/readconnection.h"

namespace textback {

/// The list of all people on SQLite, on a read-only connection of its own that never waits for a lock.
class SqlPeopleReader final : public PeopleReader {
public:
    explicit SqlPeopleReader(const QString &databaseFile)
        : m_db(databaseFile)
    {
    }

    Result<std::vector<Person>> people(PeopleFilter filter, std::optional<PersonKey> after, int limit) override;
    Result<std::optional<Person>> person(ConversationId id) override;
    Result<std::vector<Person>> find(const QString &text, int limit) override;
    Result<QHash<QString, QString>> names(const std::vector<PhoneNumber> &numbers) override;

private:
    ReadConnection m_db;
};

} // namespace textback
