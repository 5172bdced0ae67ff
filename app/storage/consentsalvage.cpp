// SPDX-License-Identifier: MIT
#include "storage/consentsalvage.h"

#include "storage/consentrepository.h"
#include "storage/conversationrepository.h"
#include "storage/sqlstatement.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <tuple>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis clockSlack = std::chrono::hours(24 * 366); // times are the provider's, and the PC's clock may be wrong

/// What makes two rows the same change.
using Key = std::tuple<QString, bool, qint64, QString>;

Key keyOf(const ConsentChange &change)
{
    return {change.number.e164(), change.optedOut, toUnixMillis(change.at), change.source};
}

class Reader {
public:
    Reader(SqlConnection &connection, UtcTime now)
        : m_db(connection)
        , m_now(now)
    {
    }

    using Found = std::map<Key, ConsentChange>;

    /// Rows of number, opted_out, at, source, evidence until the end or the first page that cannot be read.
    void scan(const QString &sql, Found &found)
    {
        SqlStatement find(m_db, sql);
        while (find.next())
            take(find, found);
        if (m_db.takeFailure())
            m_complete = false;
    }

    /// The log once more by its ids: a page that cannot be read hides only its own rows then.
    void probeLog(Found &found)
    {
        const qint64 last = std::max(m_db.value(u"SELECT max(id) FROM consent_log"_s).toLongLong(), m_lastId);
        m_db.takeFailure();
        for (qint64 id = 1; id <= std::min(last, mostProbes); ++id) {
            SqlStatement find(m_db, u"SELECT number, opted_out, at, source, evidence, id FROM consent_log WHERE id = :id"_s);
            if (find.bind("id"_L1, id).next())
                take(find, found);
            if (m_db.takeFailure())
                m_complete = false;
        }
    }

    bool isComplete() const { return m_complete; }
    void contradicted() { m_complete = false; }

private:
    static constexpr qint64 mostProbes = 1000000;

    void take(const SqlStatement &row, Found &found)
    {
        const auto number = PhoneNumber::fromStored(row.text(0));
        const UtcTime at = row.time(2);
        if (!number || at <= UtcTime{} || at > m_now + clockSlack || row.integer(1) < 0 || row.integer(1) > 1) {
            m_complete = false;
            return;
        }
        m_lastId = std::max(m_lastId, row.integer(5));
        const ConsentChange change{*number, row.flag(1), at, row.text(3), row.text(4)};
        found.emplace(keyOf(change), change);
    }

    SqlConnection &m_db;
    UtcTime m_now;
    qint64 m_lastId = 0;
    bool m_complete = true;
};

} // namespace

SalvagedConsents salvageConsents(SqlConnection &connection, UtcTime now)
{
    Reader reader(connection, now);
    Reader::Found log;
    Reader::Found states;
    for (const QLatin1StringView order : {"ASC"_L1, "DESC"_L1}) {
        reader.scan(u"SELECT number, opted_out, at, source, evidence, id FROM consent_log ORDER BY id "_s + order, log);
        reader.scan(u"SELECT number, opted_out, since, source, '', 0 FROM consents ORDER BY number "_s + order, states);
    }
    if (!reader.isComplete())
        reader.probeLog(log);

    SalvagedConsents salvaged;
    for (const auto &[key, change] : log) {
        // An opt-in that stands is told by both tables; one that a later word replaced is history, and harmless.
        const bool stands = std::any_of(states.begin(), states.end(), [&, &one = change](const auto &other) {
            return other.second.number == one.number && other.second.at >= one.at && (other.second.at > one.at || !other.second.optedOut);
        });
        if (change.optedOut || stands)
            salvaged.changes.push_back(change);
        else
            reader.contradicted();
    }
    for (const auto &[key, state] : states) {
        if (log.contains(key))
            continue;
        reader.contradicted();
        if (state.optedOut)
            salvaged.changes.push_back(state);
    }
    std::stable_sort(salvaged.changes.begin(), salvaged.changes.end(), [](const ConsentChange &a, const ConsentChange &b) {
        return std::pair(a.at, a.optedOut) < std::pair(b.at, b.optedOut);
    });
    salvaged.complete = reader.isComplete();
    return salvaged;
}

int mergeConsents(SqlConnection &connection, const std::vector<ConsentChange> &changes)
{
    ConsentRepository consents(connection);
    ConversationRepository conversations(connection);
    int merged = 0;
    for (const ConsentChange &change : changes) {
        SqlStatement known(connection, u"SELECT 1 FROM consent_log WHERE number = :number AND opted_out = :optedOut AND at = :at "
                                       "AND source = :source"_s);
        known.bind("number"_L1, change.number).bind("optedOut"_L1, change.optedOut).bind("at"_L1, change.at);
        if (known.bind("source"_L1, change.source).next())
            continue;
        consents.record(change);
        conversations.setOptedOut(change.number, consents.isOptedOut(change.number));
        ++merged;
    }
    conversations.flush();
    return merged;
}

} // namespace textback
