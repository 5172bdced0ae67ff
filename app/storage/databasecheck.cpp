// SPDX-License-Identifier: MIT
#include "storage/databasecheck.h"

#include "storage/schemamigrator.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis checkEvery = std::chrono::hours(24);

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

bool wasLeftOpen(const QString &databaseFile)
{
    return QFileInfo(databaseFile + u"-wal"_s).size() > 0;
}

Result<void> checkDatabase(SqlConnection &connection, bool leftOpen, UtcTime now)
{
    if (isDue(connection, leftOpen, now)) {
        const QString finding = connection.value(u"PRAGMA quick_check(1)"_s).toString();
        if (!connection.failure() && finding != u"ok"_s)
            return storage::refused(u"the database is damaged: "_s + finding.simplified().left(200), u"corrupt"_s);
        SqlStatement(connection, u"UPDATE maintenance SET checked_at = :now"_s).bind("now"_L1, now).exec();
    }
    if (const std::optional<Error> failure = connection.takeFailure())
        return tl::unexpected(*failure);
    return {};
}

} // namespace textback
