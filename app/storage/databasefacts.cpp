// SPDX-License-Identifier: MIT
#include "storage/databasefacts.h"

#include "storage/accountrepository.h"
#include "storage/sqlconnection.h"
#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

Result<DatabaseFacts> readDatabaseFacts(const QString &databaseFile)
{
    const auto connection = SqlConnection::open(databaseFile, SqlConnection::Mode::ReadOnly, Millis(0));
    if (!connection)
        return tl::unexpected(connection.error());
    SqlConnection &db = **connection;
    DatabaseFacts facts;
    facts.schema = db.value(u"PRAGMA user_version"_s).toInt();
    QStringList tables;
    {
        SqlStatement names(db, u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"_s);
        while (names.next())
            tables.append(names.text(0));
    }
    for (const QString &table : std::as_const(tables))
        facts.rows.append({table, db.value(u"SELECT count(*) FROM \"%1\""_s.arg(table)).toLongLong()});
    const Result<Settings> settings = AccountRepository(db).settings();
    if (const auto failure = db.takeFailure())
        return tl::unexpected(*failure);
    if (!settings)
        return tl::unexpected(settings.error());
    facts.settings = *settings;
    return facts;
}

} // namespace textback
