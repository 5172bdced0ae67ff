// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"

#include <QByteArray>
#include <QTemporaryDir>

namespace textback::test {

/// Where the databases of this process lie (in memory where the system has such a folder), and what a new one begins with: made once, copied
/// for each schedule. Both forms also log each change of a message's status (table status_steps), for the checker.
class PreparedFiles {
public:
    PreparedFiles();

    const QTemporaryDir &folder() const { return m_folder; }
    /// A database that has its schema and nothing else.
    const QByteArray &empty() const { return m_empty; }
    /// One whose account is watched since an hour before virtual time begins.
    const QByteArray &watching() const { return m_watching; }

private:
    QTemporaryDir m_folder;
    QByteArray m_empty;
    QByteArray m_watching;
};

/// Settings of a towing business in mode on.
Settings towingSettings();

} // namespace textback::test
