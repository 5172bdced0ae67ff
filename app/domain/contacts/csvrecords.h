// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace textback {

/// Reads a table of text after RFC 4180, quotes and line breaks in cells included, one record at a time. Never fails: a record whose quote does not
/// end is told as broken, and reading goes on with the line behind its first.
class CsvRecords {
public:
    struct Record {
        int line = 0; ///< where it begins, from 1
        QStringList cells;
        bool whole = true;
    };

    static constexpr int longestCell = 65536;
    static constexpr int mostCells = 1000;
    static constexpr int mostBroken = 20; ///< so many, and it is no such table: the rest is not read

    /// The separator is found in the first line: comma, semicolon or tab, or what "sep=" says.
    explicit CsvRecords(QString text);

    /// Nothing at the end. Empty lines are left out.
    std::optional<Record> next();

private:
    void findSeparator();
    /// The cell that begins here; false if its quote does not end.
    bool cell(QString &into);
    bool atLineEnd() const { return m_at >= m_text.size() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void passLineEnd();

    QString m_text;
    QChar m_separator = u',';
    qsizetype m_at = 0;
    int m_line = 1;
    int m_broken = 0;
};

} // namespace textback
