// SPDX-License-Identifier: MIT
#include "engine/property/device.h"

#include "storage/databaserestore.h"

#include <QFile>
#include <QSqlError>
#include <QSqlRecord>

#include <utility>

namespace textback::test {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
}

void removeLogs(const QString &file)
{
    for (const QString &ending : {u"-wal"_s, u"-shm"_s})
        QFile::remove(file + ending);
}

} // namespace

Device::Device(int number, const World &world, QString file, const QByteArray &content,
               std::function<void(Device &, const SendRequest &)> watch)
    : crashes(number)
    , m_number(number)
    , m_world(world)
    , m_file(std::move(file))
    , m_provider(world.provider,
                 {[this, watch = std::move(watch)](const SendRequest &request) {
                      crashes.pass();
                      watch(*this, request);
                  },
                  [this] { crashes.pass(); }},
                 world.ablation)
{
    removeLogs(m_file);
    write(m_file, content);
}

Device::~Device()
{
    kill();
    closeReader();
    removeLogs(m_file);
    for (const QString &ending : {u""_s, u"-backup"_s})
        QFile::remove(m_file + ending);
}

bool Device::start()
{
    auto opened = SqlStore::open(m_file, m_world.time, Millis(0));
    if (!opened)
        return false;
    m_realStore = *std::move(opened);
    m_store = std::make_unique<FaultyStore>(*m_realStore, crashes, diskFull, m_world.ablation);
    m_engine = std::make_unique<Engine>(EnginePorts{m_world.time, m_world.time, m_world.random, *m_store, m_provider});
    const auto stored = m_realStore->settings();
    if (!stored || (*stored != settings && !m_realStore->saveSettings(settings))) {
        kill();
        return false;
    }
    m_engine->start({});
    return true;
}

void Device::kill()
{
    m_engine.reset();
    m_store.reset();
    m_realStore.reset();
}

void Device::applyRole()
{
    settings.thisPc.role = isSender || m_world.ablation == Ablation::NoRole ? DeviceRole::Sender : DeviceRole::Viewer;
    if (isRunning())
        m_engine->applySettings(settings, {});
}

void Device::openReader()
{
    if (m_reader.isValid())
        return;
    m_reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader-%1"_s.arg(m_number));
    m_reader.setDatabaseName(m_file);
    if (!m_reader.open())
        qFatal("no second connection: %s", qPrintable(m_reader.lastError().text()));
}

void Device::closeReader()
{
    if (!m_reader.isValid())
        return;
    m_reader = QSqlDatabase();
    QSqlDatabase::removeDatabase(u"reader-%1"_s.arg(m_number));
}

void Device::lockDatabase()
{
    openReader();
    QSqlQuery(m_reader).exec(u"BEGIN IMMEDIATE"_s);
}

void Device::unlockDatabase()
{
    QSqlQuery(m_reader).exec(u"ROLLBACK"_s);
}

void Device::backUp()
{
    openReader();
    QFile::remove(m_file + u"-backup"_s);
    QSqlQuery query(m_reader);
    m_hasBackup = query.exec(u"VACUUM INTO '%1-backup'"_s.arg(m_file));
    if (!m_hasBackup)
        qFatal("no backup: %s", qPrintable(query.lastError().text()));
}

void Device::restore()
{
    closeReader();
    if (m_world.ablation == Ablation::NoRestoreHold) {
        removeLogs(m_file);
        QFile backup(m_file + u"-backup"_s);
        if (!backup.open(QIODevice::ReadOnly))
            qFatal("no backup");
        write(m_file, backup.readAll());
        return;
    }
    const auto restored = DatabaseRestore(m_file, m_world.time).restore(m_file + u"-backup"_s);
    if (!restored)
        qFatal("not restored: %s", qPrintable(restored.error().detail));
    removeLogs(restored->setAside);
    QFile::remove(restored->setAside);
}

std::vector<QVariantList> Device::rows(const QString &sql, const QVariantList &values)
{
    openReader();
    QSqlQuery query(m_reader);
    query.setForwardOnly(true);
    bool done = false;
    if (values.isEmpty()) {
        done = query.exec(sql);
    } else {
        done = query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        done = done && query.exec();
    }
    if (!done)
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    std::vector<QVariantList> found;
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList row;
        for (int column = 0; column < columns; ++column)
            row.append(query.value(column));
        found.push_back(row);
    }
    return found;
}

} // namespace textback::test
