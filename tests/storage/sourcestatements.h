// SPDX-License-Identifier: MIT
#pragma once

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>

namespace textback::test {

/// The statements in a source file of the store: its text literals that begin like one, with pieces put together.
inline QStringList statementsIn(const QString &source)
{
    static const QRegularExpression literal(QStringLiteral(R"re(u"((?:[^"\\]|\\.)*(?:"\s*"(?:[^"\\]|\\.)*)*)"_s)re"));
    static const QRegularExpression joint(QStringLiteral(R"re("\s*")re"));
    QStringList statements;
    for (auto match = literal.globalMatch(source); match.hasNext();) {
        QString text = match.next().captured(1);
        text.remove(joint);
        if (text.startsWith(QLatin1StringView("SELECT ")))
            statements.append(text);
    }
    return statements;
}

/// How SQLite goes about a statement, step by step. Any value does for the placeholders.
inline QStringList planOf(const QString &file, QString statement)
{
    static const QRegularExpression placeholder(QStringLiteral(":[A-Za-z]+"));
    QStringList steps;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plans"));
    database.setDatabaseName(file);
    if (database.open()) {
        QSqlQuery query(database);
        if (!query.exec(QStringLiteral("EXPLAIN QUERY PLAN ") + statement.replace(placeholder, QStringLiteral("1"))))
            steps.append(QStringLiteral("cannot be explained: ") + query.lastError().text());
        while (query.next())
            steps.append(query.value(3).toString());
    }
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(QStringLiteral("plans"));
    return steps;
}

} // namespace textback::test
