// SPDX-License-Identifier: MIT
#include "storage/sqltransaction.h"

#include "domain/failpoint.h"
#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

SqlTransaction::SqlTransaction(SqlConnection &connection, Kind kind)
    : m_connection(connection)
    , m_kind(kind)
{
    Q_ASSERT(!m_connection.isInTransaction());
    SqlStatement begin(m_connection, kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_active = begin.exec();
    m_connection.m_inTransaction = m_active;
}

SqlTransaction::~SqlTransaction()
{
    if (m_active)
        rollBack();
}

bool SqlTransaction::commit()
{
    if (!m_active)
        return false;
    if (m_kind == Kind::Write && TEXTBACK_FAILPOINT("before_commit"))
        m_connection.failAsFull();
    if (!m_connection.failure() && SqlStatement(m_connection, u"COMMIT"_s).exec()) {
        m_active = false;
        m_connection.m_inTransaction = false;
        if (m_kind == Kind::Write)
            TEXTBACK_FAILPOINT("after_commit");
        return true;
    }
    rollBack();
    return false;
}

void SqlTransaction::rollBack()
{
    // After a full disk or an I/O error SQLite may have rolled back by itself; then this fails, and that is fine.
    QSqlQuery(m_connection.m_database).exec(u"ROLLBACK"_s);
    m_active = false;
    m_connection.m_inTransaction = false;
}

} // namespace textback
