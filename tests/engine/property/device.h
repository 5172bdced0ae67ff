// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"
#include "engine/property/crashpoints.h"
#include "engine/property/faultystore.h"
#include "engine/property/watchedprovider.h"
#include "storage/sqlstore.h"
#include "support/virtualtime.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <optional>

namespace textback::test {

/// One PC with the program: a database file, an engine on it when it runs, and a second connection through which the test sees what is
/// committed.
class Device {
public:
    struct World {
        VirtualTime &time;
        Random &random;
        ProviderFactory &provider;
        Ablation ablation = Ablation::None;
    };

    /// `content`: of the database file to begin with. `watch` is told of each text that leaves, before the device may die there.
    Device(int number, const World &world, QString file, const QByteArray &content,
           std::function<void(Device &, const SendRequest &)> watch);
    ~Device();

    int number() const { return m_number; }
    Settings settings;
    bool isSender = true;
    bool diskFull = false;
    CrashPoints crashes;
    std::optional<Millis> restartAt; ///< monotonic: when it runs again

    /// Runs with `settings`; false if the database cannot be had. May die at once.
    bool start();
    void kill();
    bool isRunning() const { return m_engine != nullptr; }
    Engine &engine() { return *m_engine; }
    /// Brings the settings in line with isSender, as a person does on this PC.
    void applyRole();

    void lockDatabase();
    void unlockDatabase();
    void backUp();
    bool hasBackup() const { return m_hasBackup; }
    /// The program is not running.
    void restore();

    /// All rows of a question to what is committed.
    std::vector<QVariantList> rows(const QString &sql, const QVariantList &values = {});

private:
    void openReader();
    void closeReader();

    int m_number;
    World m_world;
    QString m_file;
    bool m_hasBackup = false;
    WatchedProvider m_provider;
    std::unique_ptr<SqlStore> m_realStore;
    std::unique_ptr<FaultyStore> m_store;
    std::unique_ptr<Engine> m_engine;
    QSqlDatabase m_reader;
};

} // namespace textback::test
