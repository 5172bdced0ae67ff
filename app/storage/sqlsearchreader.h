// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/searchreader.h"
#include "domain/threadaffinity.h"
#include "storage/readconnection.h"

namespace textback {

class SearchQueries;
struct SearchTerms;

/// The SearchReader on SQLite: a read-only connection of the thread that uses it, opened at the first question, which never waits for a lock.
/// While there is no database nothing is found; while it is being made or upgraded questions give Error::Storage.
class SqlSearchReader final : public SearchReader {
public:
    explicit SqlSearchReader(QString databaseFile);

    Result<std::vector<SearchHit>> search(const QString &text, int limit) override;
    Result<std::vector<SearchHit>> recent(int limit) override;
    Result<ThreadHits> inThread(ConversationId conversation, const QString &text) override;

private:
    /// Runs `work`, which fills what is found; nothing while there is no database.
    template <typename Found, typename Work>
    Result<Found> read(Work work);

    void addPeople(std::vector<SearchHit> &hits, const SearchQueries &queries, const SearchTerms &terms, int limit);
    void addMessages(std::vector<SearchHit> &hits, const SearchQueries &queries, const SearchTerms &terms, int limit);
    void addNotes(std::vector<SearchHit> &hits, const SearchTerms &terms, int limit);

    ThreadAffinity m_thread;
    ReadConnection m_db;
};

} // namespace textback
