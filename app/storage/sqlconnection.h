// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/threadaffinity.h"
#include "domain/time.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>
#include <unordered_map>

class QSqlError;

namespace textback {

/// One connection to the SQLite file, for the thread that opened it. A statement that fails is logged and remembered here: whoever ran
/// several statements asks once, with takeFailure(), whether all of them worked. Until then later statements of the same transaction
/// do nothing, because SQLite may have rolled back by itself.
class SqlConnection {
public:
    enum class Mode {
        ReadWrite, ///< makes the file (0600) and its folder (0700); WAL, synchronous=FULL, foreign keys on
        ReadOnly,  ///< the file must exist
        Copying,   ///< likewise, and VACUUM INTO another file is allowed
    };

    /// How long the writing connection waits for another one's lock before it fails with "locked".
    static constexpr Millis defaultBusyTimeout = std::chrono::seconds(5);

    /// Opens and checks that every pragma took. Error::Storage; its providerCode is one of failureCode()'s words.
    static Result<std::unique_ptr<SqlConnection>> open(const QString &file, Mode mode, Millis busyTimeout);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    const QString &file() const { return m_file; }
    /// Runs one statement without values and without results.
    bool execute(const QString &sql);
    /// First column of the first row of a statement without values; invalid if it failed or gave none.
    QVariant value(const QString &sql);
    qint64 lastInsertId() const { return m_lastInsertId; }

    /// The first failure since it was last taken.
    const std::optional<Error> &failure() const { return m_failure; }
    std::optional<Error> takeFailure();
    /// Remembers a failure that is no statement's own. The first one stays.
    void fail(const Error &error);
    /// As if the disk were full at this moment (failpoints).
    void failAsFull();

    bool isInTransaction() const { return m_inTransaction; }

private:
    friend class SqlStatement;
    friend class SqlTransaction;

    struct Prepared {
        QSqlQuery query;
        QStringList names;
    };

    SqlConnection(QString file, const QString &name);
    bool openDatabase(Mode mode, Millis busyTimeout);
    bool checkPragma(const QString &name, const QString &value, const QString &expected);
    std::unique_ptr<Prepared> takePrepared(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<Prepared> prepared);
    void fail(const QSqlError &error, const QString &sql);

    ThreadAffinity m_thread;
    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<Prepared>> m_idle; // prepared and not in use at the moment
    std::optional<Error> m_failure;
    qint64 m_lastInsertId = 0;
    bool m_inTransaction = false;
};

/// What a SQLite result code means to us, as Error::providerCode: "locked", "full", "corrupt", "read-only", "constraint", "io",
/// "cannot-open" or "sqlite-N".
QString failureCode(const QString &nativeErrorCode);

} // namespace textback
