// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "storage/lazyreader.h"

namespace textback {

/// The list of all people on SQLite. See LazyReader for its manners.
class SqlPeopleReader final : public PeopleReader {
public:
    explicit SqlPeopleReader(const QString &databaseFile)
        : m_reader(databaseFile)
    {
    }

    Result<std::vector<Person>> people(PeopleFilter filter, std::optional<PersonKey> after, int limit) override;
    Result<std::optional<Person>> person(ConversationId id) override;
    Result<std::vector<Person>> find(const QString &text, int limit) override;
    Result<QHash<QString, QString>> names(const std::vector<PhoneNumber> &numbers) override;

private:
    LazyReader m_reader;
};

} // namespace textback
