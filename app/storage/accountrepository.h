// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/store.h"
#include "storage/sqlconnection.h"

#include <optional>
#include <vector>

namespace textback {

/// Provider logins, their numbers and cursors, and the program's settings. Like every repository: engine thread; what is
/// returned counts only while SqlConnection::failure() is empty, and writes belong inside a transaction of the caller.
class AccountRepository {
public:
    explicit AccountRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    Result<Settings> settings() const;
    void saveSettings(const Settings &settings);
    void keepRules(const QString &version, const QByteArray &document, UtcTime since);
    /// The home region that the settings name.
    QString country() const;

    std::optional<Restoration> restoration() const;
    void forgetRestoration();

    StoredAccount open(const QString &provider, const QString &accountKey);
    void endImport(AccountId account);
    void setWatchingSince(AccountId account, UtcTime since);
    void setNumbers(AccountId account, const std::vector<Line> &lines);
    std::vector<Line> numbers(AccountId account) const;
    bool isNumberOf(AccountId account, const PhoneNumber &number) const;
    std::optional<Cursor> cursor(AccountId account, CursorKind kind) const;
    void setCursor(AccountId account, CursorKind kind, const Cursor &cursor);

private:
    SqlConnection &m_db;
};

} // namespace textback
