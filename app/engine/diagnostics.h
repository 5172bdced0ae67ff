// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"
#include "domain/traps/trapfinder.h"
#include "engine/connectionstate.h"
#include "engine/notice.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace textback {

/// What somebody who helps needs to know of a program that gives trouble.
struct DiagnosticsFacts {
    QString version; ///< of the program
    QString system;  ///< operating system
    QString qt;      ///< run-time version
    UtcTime time{};  ///< PC clock
    std::optional<Settings> settings;
    std::optional<ConnectionState> connection; ///< nothing: the program is not at work
    QList<Notice> notices;
    int schema = 0;
    QList<std::pair<QString, qint64>> rows; ///< of the database, per table
    QString folderTrouble;                  ///< why the data folder cannot be used, in one word ("cannot-write"); empty: it can
    QString databaseTrouble;                ///< why the database could not be read; empty: it could
    std::vector<TrapFinding> traps;         ///< what is wrong with the business's phone set-up
    QStringList log;                        ///< the newest lines, redacted
};

/// The diagnostics as plain text in English, to be read by the owner before he hands it on. It holds no secret, no message, no name, and of
/// numbers and identifiers the last four places alone: the business's name and its own words are left out of the settings, too.
QString diagnosticsText(const DiagnosticsFacts &facts);

} // namespace textback
