// SPDX-License-Identifier: MIT
#pragma once

#include "storage/sqlconnection.h"
#include "storage/sqllexer.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QString>

namespace textback::test {

/// The statements of a script of tests/storage/schemas: a database of that version with rows in it, frozen as it was, whatever becomes of the
/// migrations. One that stands "Behind NNNN.sql" says only what came after it.
inline QStringList schemaStatements(const QString &script)
{
    QFile file(script);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no script %s", qPrintable(script));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression behind(QStringLiteral("^-- Behind ([0-9]{4}\\.sql)\\.$"), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch earlier = behind.match(text);
    const QStringList before = earlier.hasMatch() ? schemaStatements(QFileInfo(script).path() + u'/' + earlier.captured(1)) : QStringList();
    return before + splitSqlStatements(text);
}

/// Makes the database; false if a statement of the script is wrong.
inline bool makeSchemaFixture(const QString &script, const QString &database)
{
    const auto connection = SqlConnection::open(database, SqlConnection::Mode::ReadWrite, Millis(0)).value();
    if (!connection->execute(QStringLiteral("PRAGMA foreign_keys = OFF")))
        return false;
    for (const QString &statement : schemaStatements(script)) {
        if (!connection->execute(statement)) {
            qWarning("%s: %s", qPrintable(script), qPrintable(statement.left(100)));
            return false;
        }
    }
    return true;
}

} // namespace textback::test
