// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/searchreader.h"
#include "domain/threadaffinity.h"
#include "storage/sqlconnection.h"

#include <memory>

namespace textback {

class SearchQueries;
struct SearchTerms;

/// The SearchReader on SQLite: a read-only connection of the thread that uses it, opened at the first question, which never waits for a lock.
/// While there is no database nothing is found; while it is being made or upgraded questions give Error::Storage ("not-ready").
class SqlSearchReader final : public SearchReader {
public:
    explicit SqlSearchReader(QString databaseFile);
    ~SqlSearchReader() override;

    Result<std::vector<SearchHit>> search(const QString &text, int limit) override;
    Result<std::vector<SearchHit>> recent(int limit) override;

private:
    /// Whether there is a database to read; an Error if it is not ready.
    Result<bool> connect();
    /// Runs `work`, which fills `hits`, in one read transaction.
    template <typename Work>
    Result<std::vector<SearchHit>> read(Work work);

    void addPeople(std::vector<SearchHit> &hits, const SearchQueries &queries, const SearchTerms &terms, int limit);
    void addMessages(std::vector<SearchHit> &hits, const SearchQueries &queries, const SearchTerms &terms, int limit);
    void addNotes(std::vector<SearchHit> &hits, const SearchTerms &terms, int limit);

    ThreadAffinity m_thread;
    QString m_databaseFile;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
