// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"
#include "engine/messagedesk.h"
#include "storage/sqlconversationreader.h"
#include "storage/sqlstore.h"
#include "storage/sqltrapreader.h"
#include "support/fakemediacache.h"
#include "support/fakepowerevents.h"
#include "support/fakeprovider.h"
#include "support/virtualtime.h"

#include <QObject>
#include <QSqlDatabase>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace textback::test {

/// A whole engine on a real database in a folder of its own, a provider in memory, and virtual time.
class EngineHarness {
public:
    /// `place`: a folder to work in, for one that lies on a disk of its own.
    explicit EngineHarness(quint32 seed = 1, const QString &place = {});
    /// A second device on the same account: its own data folder, the other's time and provider. The other outlives it.
    EngineHarness(EngineHarness &other, quint32 seed);
    ~EngineHarness();

    /// Settings of a towing business in mode on; change them before start().
    Settings settings;
    /// On which computer build() starts the program.
    QString computerId = QStringLiteral("first computer");

    void start();
    /// Lets this much virtual time pass.
    void run(Millis span) { time.advance(span); }
    /// start(), and waits until it watches: from now on a missed call is texted.
    void startWatching();
    /// The program is killed: nothing is told, nothing written any more. The provider and the database stay.
    void kill();
    void restart();
    /// The program as it is before start(); after kill().
    void build();
    /// The program is off for a long time; cheaper than run() where nothing happens meanwhile.
    void beOff(Millis span);
    /// Makes a backup; the engine goes on.
    void backUp();
    /// The program is killed, and the newest backup takes the database's place before it starts again.
    void restoreBackup();
    /// Changes the role of this device as its owner would in the settings; the session goes on.
    void setRole(DeviceRole role);
    std::optional<Notice> notice(Notice::Kind kind) const;
    /// Keeps the database from being written, as a backup tool may.
    void lockDatabase();
    void unlockDatabase();
    /// The store says each time that it could not write: not in the test's log.
    static void quiet();

    /// One cell per row of a question to the database, columns divided by spaces.
    QStringList rows(const QString &sql) const;
    QString cell(const QString &sql) const { return rows(sql).value(0); }
    /// "send open", "skip cool-down" of the newest call of a caller.
    QString decision(const QString &from) const;
    /// State of the newest outbox item to a number.
    QString outbox(const QString &to) const;
    ConversationId conversation(const QString &number) const;
    MessageId lastMessage(const QString &number) const;
    /// Events so far as "text", "decision skip cool-down" ..., without connection events.
    QStringList trail() const;
    int count(EngineEvent::Kind kind) const;

private:
    std::unique_ptr<VirtualTime> m_ownTime; // before what is built on them
    std::unique_ptr<FakeProvider> m_ownProvider;

public:
    VirtualTime &time;
    FakeProvider &provider;
    FakePowerEvents power;
    FakeMediaCache media;
    SeededRandom random;
    std::unique_ptr<SqlStore> store;
    std::unique_ptr<SqlConversationReader> reader;
    std::unique_ptr<SqlTrapReader> traps;
    std::unique_ptr<Engine> engine;
    std::vector<EngineEvent> events;
    std::vector<ConnectionState> states;
    QList<Notice> notices; ///< that stand
    std::vector<std::pair<ConversationId, Error>> failures;
    int stopped = 0;
    QStringList warnings;

private:
    EngineHarness(VirtualTime *theirTime, FakeProvider *theirProvider, quint32 seed, const QString &place);
    QString databaseFile() const { return m_folder.filePath(QStringLiteral("textback.db")); }

    QTemporaryDir m_folder;
    QString m_connection;
    QSqlDatabase m_reader;
};

inline const QString maria = QStringLiteral("+13132230142");
inline const QString bob = QStringLiteral("+13132230143");

} // namespace textback::test
