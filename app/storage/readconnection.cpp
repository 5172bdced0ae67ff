// SPDX-License-Identifier: MIT
#include "storage/readconnection.h"

#include "storage/schemamigrator.h"
#include "storage/storagenames.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// Another program's. One without any table is being made.
bool isForeign(SqlConnection &db)
{
    return db.value(u"SELECT count(*) > 0 AND sum(name IN ('accounts', 'settings')) < 2 FROM sqlite_master WHERE type = 'table'"_s)
        .toBool();
}

} // namespace

Result<std::unique_ptr<SqlConnection>> storage::openToRead(const QString &file, Millis busyTimeout)
{
    Result<std::unique_ptr<SqlConnection>> opened = SqlConnection::open(file, SqlConnection::Mode::ReadOnly, busyTimeout);
    if (!opened)
        return opened;
    SqlConnection &db = **opened;
    const int schema = db.value(u"PRAGMA user_version"_s).toInt();
    const bool foreign = !db.failure() && isForeign(db);
    if (const std::optional<Error> failure = db.takeFailure()) {
        if (failure->providerCode == "corrupt"_L1)
            return refused(u"it is damaged, or no database of Textback"_s, u"corrupt"_s);
        return tl::unexpected(*failure);
    }
    if (foreign)
        return refused(u"another program wrote it: it is no database of Textback"_s, u"foreign-file"_s);
    if (schema > SchemaMigrator::newestVersion())
        return refused(u"a later version of Textback wrote it: install that version or a later one"_s, u"newer-than-app"_s);
    if (schema < SchemaMigrator::newestVersion())
        return refused(u"an earlier version of Textback wrote it: start this one once first"_s, u"older-database"_s);
    return opened;
}

ReadConnection::ReadConnection(QString file, Millis busyTimeout)
    : m_file(std::move(file))
    , m_busyTimeout(busyTimeout)
{
}

Result<void> ReadConnection::open()
{
    if (m_db)
        return {};
    Result<std::unique_ptr<SqlConnection>> opened = storage::openToRead(m_file, m_busyTimeout);
    if (!opened)
        return tl::unexpected(opened.error());
    m_db = *std::move(opened);
    return {};
}

} // namespace textback
