// SPDX-License-Identifier: MIT
#include "storage/sqlstatement.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace textback {

SqlStatement::SqlStatement(SqlConnection &connection, const QString &sql)
    : m_connection(connection)
    , m_sql(sql)
{
    if (!m_connection.failure())
        m_prepared = m_connection.takePrepared(sql);
}

SqlStatement::~SqlStatement()
{
    if (!m_prepared)
        return;
    m_prepared->query.finish(); // an unfinished SELECT would keep the WAL from shrinking
    m_connection.giveBack(m_sql, std::move(m_prepared));
}

SqlStatement &SqlStatement::bind(QLatin1StringView name, const QString &value)
{
    // The driver turns a null QString into NULL.
    return bindVariant(name, value.isNull() ? QVariant(u""_s) : QVariant(value));
}

SqlStatement &SqlStatement::bindVariant(QLatin1StringView name, const QVariant &value)
{
    if (!m_prepared)
        return *this;
    const qsizetype position = m_prepared->names.indexOf(name);
    if (position < 0 || position >= 64) {
        fail(u"no placeholder :%1"_s.arg(name));
        return *this;
    }
    m_bound |= quint64(1) << position;
    m_prepared->query.bindValue(int(position), value);
    return *this;
}

bool SqlStatement::exec()
{
    m_executed = true;
    if (!m_prepared || m_connection.failure())
        return false;
    for (qsizetype position = 0; position < m_prepared->names.size(); ++position) {
        if (!(m_bound & (quint64(1) << position))) {
            fail(u"no value for :%1"_s.arg(m_prepared->names[position]));
            return false;
        }
    }
    QSqlQuery &query = m_prepared->query;
    if (!query.exec()) {
        m_connection.fail(query.lastError(), m_sql);
        return false;
    }
    if (!query.isSelect()) {
        m_changedRows = query.numRowsAffected();
        m_connection.m_lastInsertId = query.lastInsertId().toLongLong();
    }
    return true;
}

bool SqlStatement::next()
{
    if (!m_executed && !exec())
        return false;
    if (!m_prepared || m_connection.failure())
        return false;
    if (m_prepared->query.next())
        return true;
    // A step may fail half-way, too (locked, corrupt).
    if (m_prepared->query.lastError().isValid())
        m_connection.fail(m_prepared->query.lastError(), m_sql);
    return false;
}

bool SqlStatement::isNull(int column) const
{
    return !m_prepared || m_prepared->query.isNull(column);
}

qint64 SqlStatement::integer(int column) const
{
    return m_prepared ? m_prepared->query.value(column).toLongLong() : 0;
}

QString SqlStatement::text(int column) const
{
    return m_prepared ? m_prepared->query.value(column).toString() : QString();
}

void SqlStatement::failUnknown(const QString &spelling) const
{
    fail(u"a stored value is not known to this version: %1"_s.arg(spelling.left(40)));
}

void SqlStatement::fail(const QString &what) const
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.detail = u"%1 in: %2"_s.arg(what, m_sql.simplified().left(200));
    m_connection.fail(error);
}

} // namespace textback
