// SPDX-License-Identifier: MIT
#include "domain/contacts/csvrecords.h"

#include <array>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

CsvRecords::CsvRecords(QString text)
    : m_text(std::move(text))
{
    findSeparator();
}

void CsvRecords::findSeparator()
{
    constexpr std::array<char16_t, 3> separators = {u',', u';', u'\t'};
    if (m_text.startsWith("sep="_L1, Qt::CaseInsensitive) && m_text.size() > 4) {
        m_separator = m_text[4];
        while (!atLineEnd())
            ++m_at;
        passLineEnd();
        return;
    }
    std::array<int, 3> counts{};
    bool quoted = false;
    for (const QChar c : QStringView(m_text).first(std::min<qsizetype>(m_text.size(), longestCell))) {
        if (c == u'"')
            quoted = !quoted;
        else if ((c == u'\n' || c == u'\r') && !quoted)
            break;
        for (size_t i = 0; i < separators.size() && !quoted; ++i)
            counts[i] += c == separators[i] ? 1 : 0;
    }
    m_separator = separators[size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

void CsvRecords::passLineEnd()
{
    if (m_at >= m_text.size())
        return;
    const bool both = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
    m_at += both ? 2 : 1;
    ++m_line;
}

bool CsvRecords::cell(QString &into)
{
    const auto append = [&into](QChar c) {
        if (into.size() < longestCell)
            into += c;
    };
    if (m_at < m_text.size() && m_text[m_at] == u'"') {
        ++m_at;
        const qsizetype from = m_at;
        while (true) {
            if (m_at >= m_text.size() || m_at - from > longestCell)
                return false;
            const QChar c = m_text[m_at];
            if (c == u'"') {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != u'"')
                    break;
                append(c);
                ++m_at;
            } else if (c == u'\n' || c == u'\r') {
                append(u'\n');
                passLineEnd();
            } else {
                append(c);
                ++m_at;
            }
        }
    }
    // What stands behind the closing quote belongs to the cell, too.
    for (; !atLineEnd() && m_text[m_at] != m_separator; ++m_at)
        append(m_text[m_at]);
    return true;
}

std::optional<CsvRecords::Record> CsvRecords::next()
{
    while (m_at < m_text.size() && atLineEnd())
        passLineEnd();
    if (m_at >= m_text.size() || m_broken >= mostBroken)
        return std::nullopt;
    Record record;
    record.line = m_line;
    const qsizetype begin = m_at;
    while (true) {
        QString text;
        if (!cell(text)) {
            ++m_broken;
            record.cells.clear();
            record.whole = false;
            m_at = begin;
            m_line = record.line;
            while (!atLineEnd())
                ++m_at;
            break;
        }
        if (record.cells.size() < mostCells)
            record.cells.append(text);
        if (atLineEnd())
            break;
        ++m_at; // the separator
    }
    passLineEnd();
    return record;
}

} // namespace textback
