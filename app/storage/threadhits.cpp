// SPDX-License-Identifier: MIT
#include "storage/threadhits.h"

#include "storage/searchterms.h"
#include "storage/sqlstatement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr int mostHits = 1000;
constexpr int shortThread = 400;   ///< messages that are read one by one
constexpr int rowsLookedAt = 1500; ///< of the index, with their bodies

class ThreadSearch {
public:
    ThreadSearch(SqlConnection &connection, const SearchTerms &terms, ConversationId conversation)
        : m_db(connection)
        , m_terms(terms)
        , m_conversation(conversation)
    {
    }

    ThreadHits hits()
    {
        if (m_terms.words.isEmpty())
            return {};
        SqlStatement size(m_db, u"SELECT count(*), min(id), max(id) FROM messages WHERE conversation = :conversation"_s);
        if (!size.bind("conversation"_L1, m_conversation).next())
            return {};
        m_first = size.integer(1);
        m_last = size.integer(2);
        if (size.number(0) <= shortThread) {
            SqlStatement all(m_db, u"SELECT id, at, body FROM messages WHERE conversation = :conversation ORDER BY at DESC LIMIT :rows"_s);
            lookAt(all, u'm', shortThread);
        } else if (!m_terms.longWords.isEmpty()) {
            askTheIndex();
        }
        SqlStatement notes(m_db,
                           u"SELECT id, at, body FROM thread_notes WHERE conversation = :conversation ORDER BY at DESC LIMIT :rows"_s);
        lookAt(notes, u'n', rowsLookedAt); // few beside messages
        std::sort(m_hits.places.begin(), m_hits.places.end(), [](const ThreadKey &one, const ThreadKey &other) { return other < one; });
        return std::move(m_hits);
    }

private:
    void add(const SqlStatement &row, QChar kind) { m_hits.places.push_back({row.time(1), kind + QString::number(row.integer(0))}); }

    bool isFull() const { return std::ssize(m_hits.places) >= mostHits; }

    /// As SearchQueries::messages(): the rows of the words' beginnings are cheap, those of whole words only where they are few.
    void askTheIndex()
    {
        if (m_terms.beginningsSayAll) {
            take(m_terms.beginnings);
            return;
        }
        const bool all = lookAtRowsOf(m_terms.beginnings);
        if (all || isFull())
            return;
        m_hits.places.clear();
        if (m_terms.longWordsSayAll)
            take(m_terms.longWords);
        else
            m_hits.more = !lookAtRowsOf(m_terms.longWords);
    }

    /// Rows of an expression within the thread. The index comes first (the other way round it would be asked once for each message), and most of its
    /// rows are other people's: they are told by a set of ids, without a look at each message.
    static QString rowsInThread(const QString &columns)
    {
        return u"SELECT %1 FROM message_search f CROSS JOIN messages m ON m.id = f.rowid WHERE f.message_search MATCH :term "
               "AND f.rowid BETWEEN :first AND :last AND +f.rowid IN (SELECT id FROM messages WHERE conversation = :conversation) "
               "ORDER BY f.rowid DESC LIMIT :rows"_s.arg(columns);
    }

    /// All rows of an expression are hits.
    void take(const QString &expression)
    {
        SqlStatement find(m_db, rowsInThread(u"m.id, m.at"_s));
        bindRange(find, expression, mostHits + 1);
        while (find.next()) {
            if (isFull()) {
                m_hits.more = true;
                return;
            }
            add(find, u'm');
        }
    }

    /// Rows of an expression are held against the words; whether these were all.
    bool lookAtRowsOf(const QString &expression)
    {
        SqlStatement find(m_db, rowsInThread(u"m.id, m.at, m.body"_s));
        bindRange(find, expression, rowsLookedAt);
        int read = 0;
        for (; find.next(); ++read) {
            if (isFull()) {
                m_hits.more = true;
                return false;
            }
            if (m_terms.matcher.matchesAll(find.text(2)))
                add(find, u'm');
        }
        return read < rowsLookedAt;
    }

    void bindRange(SqlStatement &find, const QString &expression, int rows)
    {
        find.bind("term"_L1, expression).bind("first"_L1, m_first).bind("last"_L1, m_last);
        find.bind("conversation"_L1, m_conversation).bind("rows"_L1, rows);
    }

    /// `find` has the id, the time and the body.
    void lookAt(SqlStatement &find, QChar kind, int rows)
    {
        find.bind("conversation"_L1, m_conversation).bind("rows"_L1, rows);
        while (find.next()) {
            if (m_terms.matcher.matchesAll(find.text(2)))
                add(find, kind);
        }
    }

    SqlConnection &m_db;
    const SearchTerms &m_terms;
    ConversationId m_conversation;
    qint64 m_first = 0;
    qint64 m_last = 0;
    ThreadHits m_hits;
};

} // namespace

ThreadHits hitsInThread(SqlConnection &connection, const SearchTerms &terms, ConversationId conversation)
{
    return ThreadSearch(connection, terms, conversation).hits();
}

} // namespace textback
