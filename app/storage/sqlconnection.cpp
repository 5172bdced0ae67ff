// SPDX-License-Identifier: MIT
#include "storage/sqlconnection.h"

#include "storage/sqllexer.h"
#include "storage/storagelog.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerOnly | QFileDevice::ExeOwner;
constexpr QFileDevice::Permissions anyoneElse = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                                QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

/// Makes sure that the file exists and is the user's alone before the first row is in it. SQLite gives the WAL and its index the modes of
/// the database file, and makes the file itself readable by everybody if we let it (faults.md F43).
bool makePrivate(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerFolder))
            return false;
    }
    QFile file(path);
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return false;
    for (const QString &name : {path, path + u"-wal"_s, path + u"-shm"_s}) {
        if (QFileInfo::exists(name) && (QFile::permissions(name) & anyoneElse) && !QFile::setPermissions(name, ownerOnly))
            return false;
    }
    return true;
}

Error storageError(const QString &detail, const QString &code)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.detail = detail;
    error.providerCode = code;
    return error;
}

} // namespace

QString failureCode(const QString &nativeErrorCode)
{
    bool isNumber = false;
    const int code = nativeErrorCode.toInt(&isNumber);
    if (!isNumber)
        return {};
    switch (code & 0xff) { // the low byte of an extended code (sqlite.org/rescode.html)
    case 5:
    case 6:
        return u"locked"_s;
    case 8:
        return u"read-only"_s;
    case 10:
        return u"io"_s;
    case 11:
    case 26:
        return u"corrupt"_s;
    case 13:
        return u"full"_s;
    case 14:
        return u"cannot-open"_s;
    case 19:
        return u"constraint"_s;
    default:
        return u"sqlite-%1"_s.arg(code);
    }
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &file, Mode mode, Millis busyTimeout)
{
    // Whoever opens a pipe waits for its other end.
    if (const QFileInfo there(file); there.exists() && !there.isFile())
        return tl::unexpected(storageError(u"it is no file, but a folder, a pipe or a device"_s, u"cannot-open"_s));
    if (mode == Mode::ReadWrite && !makePrivate(file))
        return tl::unexpected(storageError(u"the database file cannot be made or made private"_s, u"cannot-open"_s));
    if (mode != Mode::ReadWrite && !QFileInfo::exists(file))
        return tl::unexpected(storageError(u"the database file is not there yet"_s, u"cannot-open"_s));

    std::unique_ptr<SqlConnection> connection(new SqlConnection(file, QString()));
    // No two live objects share an address, in whatever thread.
    connection->m_name = u"textback-%1"_s.arg(reinterpret_cast<quintptr>(connection.get()), 0, 16);
    if (!connection->openDatabase(mode, busyTimeout)) {
        const std::optional<Error> failure = connection->takeFailure();
        return tl::unexpected(failure.value_or(storageError(u"the database cannot be opened"_s, u"cannot-open"_s)));
    }
    return connection;
}

SqlConnection::SqlConnection(QString file, const QString &name)
    : m_file(std::move(file))
    , m_name(name)
{
}

SqlConnection::~SqlConnection()
{
    m_thread.check("SqlConnection::~SqlConnection");
    if (m_inTransaction)
        qCCritical(lcStorage) << "a connection is closed inside a transaction: it is rolled back";
    m_idle.clear(); // queries must be gone before their connection
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

bool SqlConnection::openDatabase(Mode mode, Millis busyTimeout)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(m_file);
    const QString busy = QString::number(busyTimeout.count());
    const QString readOnly = mode != Mode::ReadWrite ? u";QSQLITE_OPEN_READONLY"_s : QString();
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT="_s + busy + readOnly);
    if (!m_database.open()) {
        fail(m_database.lastError(), u"open"_s);
        return false;
    }
    if (!checkPragma(u"busy_timeout"_s, busy, busy))
        return false;
    if (mode == Mode::ReadOnly)
        return checkPragma(u"query_only"_s, u"ON"_s, u"1"_s);
    if (mode == Mode::Copying)
        return true; // query_only would forbid to write the copy, too
    // Temporary tables and sorting stay in memory: no file of ours lies elsewhere.
    return checkPragma(u"temp_store"_s, u"MEMORY"_s, u"2"_s) && checkPragma(u"journal_mode"_s, u"WAL"_s, u"wal"_s) &&
           checkPragma(u"synchronous"_s, u"FULL"_s, u"2"_s) && checkPragma(u"foreign_keys"_s, u"ON"_s, u"1"_s) &&
           // What is deleted is overwritten: the file goes into backups, and its free pages with it.
           checkPragma(u"secure_delete"_s, u"ON"_s, u"1"_s);
}

bool SqlConnection::checkPragma(const QString &name, const QString &value, const QString &expected)
{
    if (!execute(u"PRAGMA %1 = %2"_s.arg(name, value)))
        return false;
    const QString found = this->value(u"PRAGMA "_s + name).toString();
    if (found == expected)
        return true;
    fail(storageError(u"PRAGMA %1 stayed %2"_s.arg(name, found), u"cannot-open"_s));
    return false;
}

bool SqlConnection::execute(const QString &sql)
{
    m_thread.check("SqlConnection::execute");
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (query.exec(sql))
        return true;
    fail(query.lastError(), sql);
    return false;
}

QVariant SqlConnection::value(const QString &sql)
{
    m_thread.check("SqlConnection::value");
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        fail(query.lastError(), sql);
        return {};
    }
    return query.next() ? query.value(0) : QVariant();
}

std::optional<Error> SqlConnection::takeFailure()
{
    return std::exchange(m_failure, std::nullopt);
}

void SqlConnection::fail(const Error &error)
{
    qCWarning(lcStorage).noquote() << error.detail;
    if (!m_failure)
        m_failure = error;
}

void SqlConnection::failAsFull()
{
    fail(storageError(u"database or disk is full (13)"_s, failureCode(u"13"_s)));
}

void SqlConnection::fail(const QSqlError &error, const QString &sql)
{
    // Neither the statement's text nor SQLite's messages hold values: those are bound.
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    fail(storageError(u"%1 (%2) in: %3"_s.arg(text, error.nativeErrorCode(), sql.simplified().left(200)),
                      failureCode(error.nativeErrorCode())));
}

std::unique_ptr<SqlConnection::Prepared> SqlConnection::takePrepared(const QString &sql)
{
    m_thread.check("SqlStatement");
    if (const auto idle = m_idle.find(sql); idle != m_idle.end()) {
        std::unique_ptr<Prepared> prepared = std::move(idle->second);
        m_idle.erase(idle);
        return prepared;
    }
    const NumberedSql numbered = numberPlaceholders(sql);
    auto prepared = std::make_unique<Prepared>(Prepared{QSqlQuery(m_database), numbered.names});
    prepared->query.setForwardOnly(true);
    if (prepared->query.prepare(numbered.text))
        return prepared;
    fail(prepared->query.lastError(), sql);
    return nullptr;
}

void SqlConnection::giveBack(const QString &sql, std::unique_ptr<Prepared> prepared)
{
    m_idle.insert_or_assign(sql, std::move(prepared));
}

} // namespace textback
