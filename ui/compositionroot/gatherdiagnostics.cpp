// SPDX-License-Identifier: MIT
#include "ui/compositionroot/gatherdiagnostics.h"

#include "domain/ports/clock.h"
#include "platform/logfile.h"
#include "storage/databasefacts.h"

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
    return facts;
}

} // namespace textback
