// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "storage/sqlconnection.h"

#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace textback {

/// One step of the schema: migrations/NNNN_name.sql. A released one is never edited.
struct Migration {
    int version = 0;
    QString name;
    QString sql;
};

enum class MigrationOutcome {
    UpToDate,
    Upgraded,
    NewerThanApp, ///< written by a later version of the program: nothing was touched
    Failed,       ///< nothing was touched
};

/// What became of an upgrade.
struct MigrationReport {
    MigrationOutcome outcome = MigrationOutcome::Failed;
    int from = 0;
    int to = 0;
    QString copy; ///< the file that the old state was copied to; empty for a new database
    Error error;  ///< of Failed
};

/// Brings a database to the newest schema. All missing steps run in one transaction, with PRAGMA user_version inside and foreign keys
/// checked before the commit: after a crash or a failing step the file is as it was. An existing database is first copied beside itself
/// with VACUUM INTO, and the copy is checked.
class SchemaMigrator {
public:
    /// `migrations` in ascending order without gaps, from 1. All references outlive the migrator.
    SchemaMigrator(SqlConnection &connection, std::vector<Migration> migrations, const Clock &clock);

    /// The steps that this program brings along.
    static std::vector<Migration> builtIn();
    /// The version that the program reads and writes.
    static int newestVersion();

    /// Called before each statement of an upgrade, before its commit and after it: there a test looks at what a kill would leave behind.
    void observe(std::function<void()> step) { m_step = std::move(step); }
    MigrationReport run();

private:
    bool copyBeforeUpgrade(MigrationReport &report);
    bool apply(int from);
    bool foreignKeysHold();
    MigrationReport failed(MigrationReport report);

    SqlConnection &m_connection;
    std::vector<Migration> m_migrations;
    const Clock &m_clock;
    std::function<void()> m_step = [] {};
};

} // namespace textback
