// SPDX-License-Identifier: MIT
#pragma once

#include "storage/sqlconversationreader.h"
#include "storage/sqlstore.h"

#include <QTemporaryDir>
#include <QtGlobal>

#include <memory>

namespace textback::test {

/// A real store in a folder that goes away with it. Link textback_storage. The clock outlives it.
class TemporaryStore {
public:
    explicit TemporaryStore(Clock &clock)
        : m_clock(clock)
        , m_store(openStore())
    {
    }

    SqlStore &store() { return *m_store; }
    SqlStore *operator->() { return m_store.get(); }
    SqlStore &operator*() { return *m_store; }
    QString databaseFile() const { return m_folder.filePath(QStringLiteral("textback.db")); }

    /// A reader of the same database, as the window has one.
    std::unique_ptr<SqlConversationReader> reader() const { return *SqlConversationReader::open(databaseFile(), m_clock); }

    /// Closes and opens the database again: what a restart of the program sees.
    void reopen()
    {
        m_store.reset();
        m_store = openStore();
    }

private:
    std::unique_ptr<SqlStore> openStore()
    {
        Result<std::unique_ptr<SqlStore>> store = SqlStore::open(databaseFile(), m_clock);
        if (!store)
            qFatal("no temporary store: %s", qPrintable(store.error().detail));
        return *std::move(store);
    }

    QTemporaryDir m_folder;
    Clock &m_clock;
    std::unique_ptr<SqlStore> m_store;
};

} // namespace textback::test
