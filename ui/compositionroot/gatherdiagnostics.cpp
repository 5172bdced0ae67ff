// SPDX-License-Identifier: MIT
#include "ui/compositionroot/gatherdiagnostics.h"

#include "domain/ports/clock.h"
#include "domain/traps/trapfinder.h"
#include "platform/logfile.h"
#include "storage/databasefacts.h"
#include "storage/sqltrapreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype logLines = 200;

/// The home folder is mostly called like the person.
QString withoutHome(QString text)
{
    const QString home = QDir::homePath();
    return home.size() > 1 ? text.replace(home, u"~"_s) : text;
}

/// Of every line that is configured; where the settings name none, of every line that was called.
std::vector<TrapFinding> trapsIn(const QString &databaseFile, const Settings &settings, UtcTime now)
{
    std::vector<TrapFinding> traps;
    SqlTrapReader reader(databaseFile);
    const Result<std::vector<LineFacts>> lines = reader.lines(now);
    if (!lines)
        return traps;
    for (const LineFacts &facts : *lines) {
        Line line;
        line.number = facts.line();
        for (const TrapFinding &finding : findTraps(facts, rulesFrom(settings, {line}), settings.thisPc.role == DeviceRole::Viewer))
            traps.push_back(finding);
    }
    return traps;
}

} // namespace

DiagnosticsFacts gatherDiagnostics(const QString &dataFolder, const Clock &clock)
{
    const QDir folder(dataFolder);
    DiagnosticsFacts facts;
    facts.version = QCoreApplication::applicationVersion();
    facts.system = u"%1 (%2, %3)"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::currentCpuArchitecture());
    facts.qt = QString::fromLatin1(qVersion());
    facts.time = clock.utcNow();
    for (const QString &line : LogFile::lastLines(folder.filePath(u"logs"_s), logLines))
        facts.log << withoutHome(line);
    const Result<DatabaseFacts> database = readDatabaseFacts(folder.filePath(u"textback.db"_s));
    if (!database) {
        facts.databaseTrouble = withoutHome(u"%1 %2"_s.arg(database.error().providerCode, database.error().detail));
        return facts;
    }
    facts.settings = database->settings;
    facts.schema = database->schema;
    facts.rows = database->rows;
    facts.traps = trapsIn(folder.filePath(u"textback.db"_s), database->settings, facts.time);
    return facts;
}

} // namespace textback
