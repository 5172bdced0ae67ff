// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/settings.h"

#include <QList>
#include <QString>

#include <utility>

namespace textback {

/// What a database file is like, without anybody's words or numbers except those of the settings.
struct DatabaseFacts {
    int schema = 0; ///< PRAGMA user_version
    Settings settings;
    QList<std::pair<QString, qint64>> rows; ///< per table, by name
};

/// Reads them over a connection of its own that writes nothing: also while the program is at work. Counts every row, some tenths of a second at a
/// million messages. Error::Storage where there is no database or one that cannot be read.
Result<DatabaseFacts> readDatabaseFacts(const QString &databaseFile);

} // namespace textback
