// SPDX-License-Identifier: MIT
#include "storage/lazyreader.h"

#include "storage/schemamigrator.h"
#include "storage/storagenames.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

LazyReader::LazyReader(QString databaseFile)
    : m_databaseFile(std::move(databaseFile))
{
}

LazyReader::~LazyReader() = default;

Result<bool> LazyReader::connect()
{
    m_thread.check("LazyReader");
    if (m_db)
        return true;
    if (!QFileInfo::exists(m_databaseFile))
        return false;
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(m_databaseFile, SqlConnection::Mode::ReadOnly, Millis(0));
    if (!connection)
        return tl::unexpected(connection.error());
    const int version = (*connection)->value(u"PRAGMA user_version"_s).toInt();
    if (const std::optional<Error> failure = (*connection)->takeFailure())
        return tl::unexpected(*failure);
    if (version != SchemaMigrator::newestVersion())
        return storage::refused(u"the database has schema %1"_s.arg(version), u"not-ready"_s);
    m_db = *std::move(connection);
    return true;
}

} // namespace textback
