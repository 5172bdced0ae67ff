// SPDX-License-Identifier: MIT
#include "engine/property/preparedfile.h"

#include "engine/engine.h"
#include "storage/sqlstore.h"
#include "support/fakeprovider.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace textback::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString folderTemplate()
{
    const QString inMemory = u"/dev/shm"_s;
    return (QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath()) + u"/textback-property-XXXXXX"_s;
}

std::unique_ptr<SqlStore> open(const QString &file, VirtualTime &time)
{
    auto store = SqlStore::open(file, time, 0ms);
    if (!store)
        qFatal("no store: %s", qPrintable(store.error().detail));
    return *std::move(store);
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(name));
    return file.readAll();
}

void addLog(const QString &file)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"prepare"_s);
        database.setDatabaseName(file);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        for (const QString &sql : {u"CREATE TABLE status_steps (id INTEGER PRIMARY KEY, message INTEGER, before TEXT, after TEXT)"_s,
                                   u"CREATE TRIGGER log_status AFTER UPDATE OF status ON messages WHEN old.status <> new.status BEGIN "
                                   "INSERT INTO status_steps (message, before, after) VALUES (new.id, old.status, new.status); END"_s}) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"prepare"_s);
}

} // namespace

PreparedFiles::PreparedFiles()
    : m_folder(folderTemplate())
{
    VirtualTime time(VirtualTime().utcNow() - 1h);
    const QString file = m_folder.filePath(u"prepared.db"_s);
    open(file, time).reset();
    addLog(file);
    open(file, time).reset(); // checks it, so that no schedule has to
    m_empty = contentOf(file);
    {
        FakeProvider provider(time);
        SeededRandom random;
        const auto store = open(file, time);
        if (!store->saveSettings(towingSettings()))
            qFatal("settings not saved");
        Engine engine({time, time, random, *store, provider});
        engine.start({});
        time.advance(10s);
    }
    m_watching = contentOf(file);
}

Settings towingSettings()
{
    Settings settings;
    settings.business.name = u"Motor City Towing"_s;
    settings.business.trade = u"towing"_s;
    settings.business.timeZone = u"America/Detroit"_s;
    settings.account.provider = u"twilio"_s;
    settings.account.fields.insert(u"accountSid"_s, u"AC1"_s);
    settings.rules.mode = Mode::On;
    settings.rules.cooldownHours = 1;
    return settings;
}

} // namespace textback::test
