// SPDX-License-Identifier: MIT
#include "storage/schemamigrator.h"

#include "domain/failpoint.h"
#include "storage/sqllexer.h"
#include "storage/sqlstatement.h"
#include "storage/sqltransaction.h"
#include "storage/storagelog.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

// Resources of a static library are not there by themselves.
static void initMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

using namespace Qt::StringLiterals;

namespace textback {

namespace {

Error migrationError(const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.detail = detail;
    error.providerCode = u"migration"_s;
    return error;
}

} // namespace

SchemaMigrator::SchemaMigrator(SqlConnection &connection, std::vector<Migration> migrations, const Clock &clock)
    : m_connection(connection)
    , m_migrations(std::move(migrations))
    , m_clock(clock)
{
}

std::vector<Migration> SchemaMigrator::builtIn()
{
    initMigrations();
    std::vector<Migration> migrations;
    const QDir folder(u":/textback/migrations"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.push_back({name.left(4).toInt(), name.mid(5).chopped(4), QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

int SchemaMigrator::newestVersion()
{
    const std::vector<Migration> migrations = builtIn();
    return migrations.empty() ? 0 : migrations.back().version;
}

MigrationReport SchemaMigrator::run()
{
    MigrationReport report;
    for (size_t i = 0; i < m_migrations.size(); ++i) {
        if (m_migrations[i].version != int(i) + 1) {
            report.error = migrationError(u"the migrations are not numbered 1, 2, 3 …"_s);
            return report;
        }
    }
    report.to = int(m_migrations.size());
    report.from = m_connection.value(u"PRAGMA user_version"_s).toInt();
    if (m_connection.failure())
        return failed(report);
    if (report.from == report.to) {
        report.outcome = MigrationOutcome::UpToDate;
        return report;
    }
    if (report.from > report.to) {
        report.outcome = MigrationOutcome::NewerThanApp;
        return report;
    }
    if (report.from > 0 && !copyBeforeUpgrade(report))
        return failed(report);

    // Cannot be switched inside a transaction, and a step that rebuilds a table needs it off. foreignKeysHold() checks at the end.
    m_connection.execute(u"PRAGMA foreign_keys = OFF"_s);
    const bool applied = !m_connection.failure() && apply(report.from);
    const std::optional<Error> failure = m_connection.takeFailure();
    m_connection.execute(u"PRAGMA foreign_keys = ON"_s);
    if (!applied) {
        if (failure)
            report.error = *failure;
        return failed(report);
    }
    report.outcome = MigrationOutcome::Upgraded;
    if (report.from > 0)
        qCInfo(lcStorage) << "schema" << report.from << "->" << report.to;
    else
        qCDebug(lcStorage) << "new database, schema" << report.to;
    return report;
}

bool SchemaMigrator::apply(int from)
{
    SqlTransaction transaction(m_connection);
    for (const Migration &migration : m_migrations) {
        if (migration.version <= from)
            continue;
        for (const QString &statement : splitSqlStatements(migration.sql)) {
            TEXTBACK_FAILPOINT("inside_migration");
            m_step();
            if (!m_connection.execute(statement))
                return false;
        }
        if (!m_connection.execute(u"PRAGMA user_version = %1"_s.arg(migration.version)))
            return false;
    }
    m_step();
    if (TEXTBACK_FAILPOINT("before_migration_commit"))
        m_connection.failAsFull();
    if (!foreignKeysHold() || !transaction.commit())
        return false;
    TEXTBACK_FAILPOINT("after_migration_commit");
    m_step();
    return true;
}

bool SchemaMigrator::foreignKeysHold()
{
    const QVariant broken = m_connection.value(u"PRAGMA foreign_key_check"_s);
    if (broken.isValid())
        m_connection.fail(migrationError(u"a foreign key of table %1 is broken after the migration"_s.arg(broken.toString())));
    return !m_connection.failure();
}

bool SchemaMigrator::copyBeforeUpgrade(MigrationReport &report)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_clock.utcNow()), Qt::UTC);
    const QString base = u"%1.v%2-%3"_s.arg(m_connection.file()).arg(report.from).arg(now.toString(u"yyyyMMdd-HHmmss"_s));
    report.copy = base;
    for (int again = 2; QFile::exists(report.copy); ++again)
        report.copy = base + u'-' + QString::number(again);
    // VACUUM INTO takes an empty file, and keeps its modes: so the copy is never readable by others.
    QFile copy(report.copy);
    if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        m_connection.fail(migrationError(u"the copy before the upgrade cannot be made"_s));
        report.copy.clear();
        return false;
    }
    copy.close();
    if (TEXTBACK_FAILPOINT("before_copy"))
        m_connection.failAsFull();
    SqlStatement vacuum(m_connection, u"VACUUM INTO :copy"_s);
    vacuum.bind("copy"_L1, report.copy);
    if (vacuum.exec()) {
        TEXTBACK_FAILPOINT("after_copy");
        return true;
    }
    QFile::remove(report.copy);
    report.copy.clear();
    return false;
}

MigrationReport SchemaMigrator::failed(MigrationReport report)
{
    if (const std::optional<Error> failure = m_connection.takeFailure())
        report.error = *failure;
    report.outcome = MigrationOutcome::Failed;
    return report;
}

} // namespace textback
