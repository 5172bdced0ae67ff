// SPDX-License-Identifier: MIT
#include "storage/databasecheck.h"

#include "storage/schemamigrator.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis checkEvery = std::chrono::hours(24);

/// A consent without its proof, and a proof without its consequence.
constexpr std::array<const char16_t *, 2> contradictions = {
    u"SELECT 1 FROM consents c WHERE NOT EXISTS (SELECT 1 FROM consent_log l WHERE l.number = c.number AND l.at = c.since "
    "AND l.opted_out = c.opted_out AND l.source = c.source) LIMIT 1",
    u"SELECT 1 FROM consent_log l WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.number = l.number AND c.since >= l.at) LIMIT 1"};

bool isDue(SqlConnection &connection, bool leftOpen, UtcTime now)
{
    const int version = connection.value(u"PRAGMA user_version"_s).toInt();
    if (version == 0 || version > SchemaMigrator::newestVersion())
        return false; // not made yet, or not ours to touch
    if (leftOpen)
        return true;
    SqlStatement find(connection, u"SELECT checked_at FROM maintenance"_s);
    const std::optional<UtcTime> last = find.next() ? find.optionalTime(0) : std::nullopt;
    // A clock that was set back is no reason to go on without a check.
    return !last || *last > now || now - *last >= checkEvery;
}

} // namespace

Result<void> checkContent(SqlConnection &connection)
{
    const QString finding = connection.value(u"PRAGMA quick_check(1)"_s).toString();
    if (!connection.failure() && finding != u"ok"_s)
        return storage::refused(u"the database is damaged: "_s + finding.simplified().left(200), u"corrupt"_s);
    for (const char16_t *question : contradictions) {
        if (connection.value(QString::fromUtf16(question)).isValid())
            return storage::refused(u"the database is damaged: consents and their history differ"_s, u"corrupt"_s);
    }
    if (const std::optional<Error> failure = connection.takeFailure())
        return tl::unexpected(*failure);
    return {};
}

bool wasLeftOpen(const QString &databaseFile)
{
    return QFileInfo(databaseFile + u"-wal"_s).size() > 0;
}

Result<void> checkDatabase(SqlConnection &connection, bool leftOpen, UtcTime now)
{
    if (isDue(connection, leftOpen, now)) {
        if (const Result<void> sound = checkContent(connection); !sound)
            return sound;
        SqlStatement(connection, u"UPDATE maintenance SET checked_at = :now"_s).bind("now"_L1, now).exec();
    }
    if (const std::optional<Error> failure = connection.takeFailure())
        return tl::unexpected(*failure);
    return {};
}

} // namespace textback
