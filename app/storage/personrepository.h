// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/sameperson.h"
#include "storage/sqlconnection.h"

#include <vector>

namespace textback {

/// Which numbers are one person's, as people said. See AccountRepository for the manners.
class PersonRepository {
public:
    explicit PersonRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    /// With all that either is linked with. The newest word counts: what was refused among them is not any more.
    void link(ConversationId one, ConversationId other);
    /// Of numbers that are linked nothing is refused.
    void refuse(ConversationId one, ConversationId other);
    /// As if they had never been refused.
    void withdraw(ConversationId one, ConversationId other);
    /// It stands alone again.
    void separate(ConversationId conversation);
    /// As if nobody had ever said anything about it.
    void forget(ConversationId conversation);

    /// The conversations of this person, the oldest first; itself alone where nothing is linked.
    std::vector<ConversationId> numbersOf(ConversationId conversation) const;
    std::vector<NamedNumber> linkedWith(ConversationId conversation) const;
    /// Which others may be this person's, by samePersonSuggestions().
    std::vector<NamedNumber> suggestionsFor(ConversationId conversation) const;

private:
    bool hasNumber(ConversationId conversation) const;
    /// 0: it is linked with nobody.
    qint64 personOf(ConversationId conversation) const;
    std::vector<std::pair<ConversationId, ConversationId>> refusalsOf(ConversationId conversation) const;

    SqlConnection &m_db;
};

} // namespace textback
