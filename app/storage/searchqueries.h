// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/time.h"
#include "storage/searchterms.h"

#include <vector>

namespace textback {

class SqlConnection;

/// The questions to the full-text indexes, for every reader that searches. Of a word that is nearly everywhere the newest rows answer: each
/// question reads a bounded number of them, so its cost does not grow with how often the word was written.
class SearchQueries {
public:
    /// A conversation that matches, with the time that it is put in order by.
    struct Found {
        ConversationId conversation;
        UtcTime lastActivity{};
    };

    struct FoundMessage {
        MessageId message;
        ConversationId conversation;
        UtcTime at{};
    };

    /// The order of the list.
    static bool isNewer(const Found &one, const Found &other);

    /// `connection` outlives it.
    explicit SearchQueries(SqlConnection &connection)
        : m_db(connection)
    {
    }

    /// The terms of a text as the business's country reads numbers.
    SearchTerms terms(const QString &text) const;
    QString country() const;
    /// Conversations whose name or number matches, newest activity first.
    std::vector<Found> people(const SearchTerms &terms) const;
    /// Messages that match, the ones stored last first.
    std::vector<FoundMessage> messages(const SearchTerms &terms, int limit) const;
    /// Of these messages the conversations, each once, newest activity first.
    std::vector<Found> conversationsOf(const std::vector<FoundMessage> &messages) const;

private:
    /// Up to `limit` of the first `rows` rows of an expression, held against the matcher where the expression does not say all.
    std::vector<FoundMessage> messagesOf(const QString &expression, int rows, const SearchMatcher *matcher, int limit, int &read) const;

    SqlConnection &m_db;
};

} // namespace textback
