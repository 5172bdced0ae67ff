// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

#include "storage/databasebackup.h"
#include "storage/databaserestore.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace textback::test {

using namespace Qt::StringLiterals;

namespace {

/// Each commit waits for the disk: in memory where the system has such a folder, the tests run several times as fast.
QString folderTemplate(const QString &place)
{
    if (!place.isEmpty())
        return place + u"/textback-engine-XXXXXX"_s;
    const QString inMemory = u"/dev/shm"_s;
    return (QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath()) + u"/textback-engine-XXXXXX"_s;
}

} // namespace

EngineHarness::EngineHarness(quint32 seed, const QString &place)
    : EngineHarness(nullptr, nullptr, seed, place)
{
}

EngineHarness::EngineHarness(EngineHarness &other, quint32 seed)
    : EngineHarness(&other.time, &other.provider, seed, {})
{
}

EngineHarness::EngineHarness(VirtualTime *theirTime, FakeProvider *theirProvider, quint32 seed, const QString &place)
    : m_ownTime(theirTime ? nullptr : std::make_unique<VirtualTime>())
    , m_ownProvider(theirProvider ? nullptr : std::make_unique<FakeProvider>(*m_ownTime))
    , time(theirTime ? *theirTime : *m_ownTime)
    , provider(theirProvider ? *theirProvider : *m_ownProvider)
    , random(seed)
    , m_folder(folderTemplate(place))
    , m_connection(QUuid::createUuid().toString())
{
    QLoggingCategory::setFilterRules(u"textback.*.info=false"_s); // a new database tells of its making
    settings.business.name = u"Motor City Towing"_s;
    settings.business.trade = u"towing"_s;
    settings.business.timeZone = u"America/Detroit"_s;
    settings.account.provider = u"twilio"_s;
    settings.account.fields.insert(u"accountSid"_s, u"AC1"_s);
    settings.rules.mode = Mode::On;
    build();
    m_reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_reader.setDatabaseName(databaseFile());
    if (!m_reader.open())
        qFatal("no second connection: %s", qPrintable(m_reader.lastError().text()));
}

EngineHarness::~EngineHarness()
{
    engine.reset();
    m_reader = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

void EngineHarness::build()
{
    auto opened = SqlStore::open(databaseFile(), time, Millis(0));
    if (!opened)
        qFatal("no store: %s", qPrintable(opened.error().detail));
    store = std::move(*opened);
    reader = std::move(*SqlConversationReader::open(databaseFile(), time));
    traps = std::make_unique<SqlTrapReader>(databaseFile());
    engine = std::make_unique<Engine>(EnginePorts{time, time, random, *store, provider, &power, traps.get(), &media, computerId});
    QObject::connect(engine.get(), &Engine::eventOccurred, engine.get(), [this](const EngineEvent &event) { events.push_back(event); });
    QObject::connect(engine.get(), &Engine::connectionChanged, engine.get(),
                     [this](const ConnectionState &state) { states.push_back(state); });
    QObject::connect(engine.get(), &Engine::noticesChanged, engine.get(), [this](const QList<Notice> &stand) { notices = stand; });
    QObject::connect(engine.get(), &Engine::actionFailed, engine.get(),
                     [this](ConversationId conversation, const Error &error) { failures.emplace_back(conversation, error); });
    QObject::connect(engine.get(), &Engine::accountChecked, engine.get(),
                     [this](const QList<PhoneNumber> &, const QStringList &told) { warnings = told; });
    QObject::connect(engine.get(), &Engine::stopped, engine.get(), [this] { ++stopped; });
}

void EngineHarness::start()
{
    if (const auto saved = store->saveSettings(settings); !saved)
        qFatal("settings not saved: %s", qPrintable(saved.error().detail));
    engine->start({});
}

void EngineHarness::startWatching()
{
    start();
    run(std::chrono::seconds(1));
}

void EngineHarness::setRole(DeviceRole role)
{
    settings.thisPc.role = role;
    engine->applySettings(settings, {});
}

std::optional<Notice> EngineHarness::notice(Notice::Kind kind) const
{
    const auto found = std::find_if(notices.begin(), notices.end(), [kind](const Notice &each) { return each.kind == kind; });
    return found == notices.end() ? std::nullopt : std::optional(*found);
}

void EngineHarness::kill()
{
    engine.reset();
    reader.reset();
    traps.reset();
    notices.clear();
    store.reset();
}

void EngineHarness::restart()
{
    kill();
    build();
    engine->start({});
}

void EngineHarness::beOff(Millis span)
{
    kill();
    time.advance(span);
    build();
    engine->start({});
    run(std::chrono::seconds(1));
}

void EngineHarness::backUp()
{
    if (const auto made = backUpDatabase(databaseFile(), time.utcNow()); !made)
        qFatal("no backup: %s", qPrintable(made.error().detail));
}

void EngineHarness::restoreBackup()
{
    kill();
    m_reader.close();
    QLoggingCategory::setFilterRules(u"textback.*=false"_s); // the log of a restore is loud
    if (const auto restored = DatabaseRestore(databaseFile(), time).restore(u"newest"_s); !restored)
        qFatal("not restored: %s", qPrintable(restored.error().detail));
    if (!m_reader.open())
        qFatal("no second connection: %s", qPrintable(m_reader.lastError().text()));
    build();
}

void EngineHarness::lockDatabase()
{
    quiet();
    if (!QSqlQuery(m_reader).exec(u"BEGIN IMMEDIATE"_s))
        qFatal("cannot lock: %s", qPrintable(m_reader.lastError().text()));
}

void EngineHarness::quiet()
{
    QLoggingCategory::setFilterRules(u"textback.*=false"_s);
}

void EngineHarness::unlockDatabase()
{
    QSqlQuery(m_reader).exec(u"ROLLBACK"_s);
}

QStringList EngineHarness::rows(const QString &sql) const
{
    QSqlQuery query(m_reader);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QStringList found;
    while (query.next()) {
        QStringList cells;
        for (int column = 0; query.value(column).isValid(); ++column)
            cells.append(query.value(column).toString());
        found.append(cells.join(u' ').simplified());
    }
    return found;
}

QString EngineHarness::decision(const QString &from) const
{
    return cell(u"SELECT d.verdict, ifnull(d.reason, d.rule) FROM decisions d JOIN calls c ON c.id = d.call "
                "WHERE c.party = '%1' ORDER BY c.at DESC, c.id DESC LIMIT 1"_s.arg(from));
}

QString EngineHarness::outbox(const QString &to) const
{
    return cell(u"SELECT state FROM outbox WHERE to_number = '%1' ORDER BY id DESC LIMIT 1"_s.arg(to));
}

ConversationId EngineHarness::conversation(const QString &number) const
{
    return {cell(u"SELECT id FROM conversations WHERE address = '%1'"_s.arg(number)).toLongLong()};
}

MessageId EngineHarness::lastMessage(const QString &number) const
{
    return {cell(u"SELECT message FROM outbox WHERE to_number = '%1' ORDER BY id DESC LIMIT 1"_s.arg(number)).toLongLong()};
}

QStringList EngineHarness::trail() const
{
    QStringList told;
    for (const EngineEvent &event : events) {
        if (event.kind == EngineEvent::Kind::Connection)
            continue;
        told.append(u"%1 %2 %3"_s.arg(toString(event.kind), event.verdict, event.reason).simplified());
    }
    return told;
}

int EngineHarness::count(EngineEvent::Kind kind) const
{
    return static_cast<int>(std::count_if(events.begin(), events.end(), [kind](const EngineEvent &event) { return event.kind == kind; }));
}

} // namespace textback::test
