// SPDX-License-Identifier: MIT
#include "storage/sqllexer.h"

namespace textback {

namespace {

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

bool isWord(const SqlLexer::Token &token, QLatin1StringView word)
{
    return token.kind == SqlLexer::Kind::Word && token.text.compare(word, Qt::CaseInsensitive) == 0;
}

/// Follows one statement to see whether a semicolon ends it: inside a trigger's BEGIN … END it does not.
class StatementEnd {
public:
    void see(const SqlLexer::Token &token)
    {
        if (token.kind != SqlLexer::Kind::Word)
            return;
        ++m_words;
        if (m_words == 1)
            m_creates = isWord(token, QLatin1StringView("create"));
        // CREATE TRIGGER, CREATE TEMP TRIGGER, CREATE TEMPORARY TRIGGER
        if (m_creates && m_words <= 3 && isWord(token, QLatin1StringView("trigger")))
            m_trigger = true;
        if (!m_trigger)
            return;
        if (isWord(token, QLatin1StringView("begin")) || isWord(token, QLatin1StringView("case")))
            ++m_depth;
        else if (isWord(token, QLatin1StringView("end")))
            --m_depth;
    }

    bool semicolonEnds() const { return m_depth <= 0; }

private:
    int m_words = 0;
    int m_depth = 0;
    bool m_creates = false;
    bool m_trigger = false;
};

} // namespace

SqlLexer::Token SqlLexer::take(Kind kind, qsizetype length)
{
    const Token token{kind, m_sql.mid(m_position, length)};
    m_position += length;
    return token;
}

qsizetype SqlLexer::quotedLength(QChar close) const
{
    qsizetype at = m_position + 1;
    while (at < m_sql.size()) {
        if (m_sql[at] != close) {
            ++at;
        } else if (close != u']' && at + 1 < m_sql.size() && m_sql[at + 1] == close) {
            at += 2; // a doubled quote is one inside the text
        } else {
            return at + 1 - m_position;
        }
    }
    return m_sql.size() - m_position;
}

SqlLexer::Token SqlLexer::next()
{
    if (m_position >= m_sql.size())
        return Token{};
    const QStringView rest = m_sql.mid(m_position);
    const QChar first = rest.front();
    const auto run = [&rest](qsizetype from, auto belongs) {
        while (from < rest.size() && belongs(rest[from]))
            ++from;
        return from;
    };

    if (first.isSpace())
        return take(Kind::Space, run(1, [](QChar character) { return character.isSpace(); }));
    if (rest.startsWith(u"--"))
        return take(Kind::Comment, run(2, [](QChar character) { return character != u'\n'; }));
    if (rest.startsWith(u"/*")) {
        const qsizetype end = rest.indexOf(u"*/", 2);
        return take(Kind::Comment, end < 0 ? rest.size() : end + 2);
    }
    if (first == u'\'' || first == u'"' || first == u'`')
        return take(Kind::Quoted, quotedLength(first));
    if (first == u'[')
        return take(Kind::Quoted, quotedLength(u']'));
    if (first == u';')
        return take(Kind::Semicolon, 1);
    if (first == u':' && rest.size() > 1 && isWordCharacter(rest[1]))
        return take(Kind::Placeholder, run(1, isWordCharacter));
    if (isWordCharacter(first))
        return take(Kind::Word, run(1, isWordCharacter));
    return take(Kind::Other, 1);
}

QStringList splitSqlStatements(const QString &script)
{
    QStringList statements;
    QString current;
    StatementEnd end;
    const auto finish = [&] {
        if (const QString statement = current.trimmed(); !statement.isEmpty())
            statements.append(statement);
        current.clear();
        end = StatementEnd();
    };

    SqlLexer lexer(script);
    for (SqlLexer::Token token = lexer.next(); token.kind != SqlLexer::Kind::End; token = lexer.next()) {
        end.see(token);
        if (token.kind == SqlLexer::Kind::Semicolon && end.semicolonEnds())
            finish();
        else if (token.kind == SqlLexer::Kind::Comment)
            current += u' ';
        else
            current += token.text;
    }
    finish();
    return statements;
}

NumberedSql numberPlaceholders(const QString &sql)
{
    NumberedSql numbered;
    SqlLexer lexer(sql);
    for (SqlLexer::Token token = lexer.next(); token.kind != SqlLexer::Kind::End; token = lexer.next()) {
        if (token.kind != SqlLexer::Kind::Placeholder) {
            numbered.text += token.text;
            continue;
        }
        const QString name = token.text.mid(1).toString();
        if (!numbered.names.contains(name))
            numbered.names.append(name);
        numbered.text += u'@' + name;
    }
    return numbered;
}

} // namespace textback
