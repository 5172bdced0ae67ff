// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace textback {

/// Reads SQL just far enough to know what is text, comment, word, placeholder and statement end. It knows '…' and "…" with doubled quotes,
/// `…`, […], -- and /* */.
class SqlLexer {
public:
    enum class Kind { End, Space, Comment, Quoted, Word, Placeholder, Semicolon, Other };

    struct Token {
        Kind kind = Kind::End;
        QStringView text; ///< points into the text that the lexer was made on
    };

    /// `sql` must outlive the lexer and its tokens.
    explicit SqlLexer(QStringView sql)
        : m_sql(sql)
    {
    }

    /// The next token; Kind::End again and again at the end. An unclosed quote or comment reaches to the end.
    Token next();

private:
    Token take(Kind kind, qsizetype length);
    qsizetype quotedLength(QChar close) const;

    QStringView m_sql;
    qsizetype m_position = 0;
};

/// The statements of a script, without comments around them and without their semicolons: one exec of Qt's driver runs one statement
/// only. The body of a CREATE TRIGGER stays whole.
QStringList splitSqlStatements(const QString &script);

/// A statement whose `:names` became `@names`. Qt reads the first spelling itself; the second it leaves to SQLite, which numbers names by
/// their first appearance, so that values can be bound by position and a name used twice is bound once. (`?1` does not do: Qt 6.4 counts
/// each appearance and then fails with "Parameter count mismatch".)
struct NumberedSql {
    QString text;
    QStringList names; ///< in the order of their numbers, without the colon
};
NumberedSql numberPlaceholders(const QString &sql);

} // namespace textback
