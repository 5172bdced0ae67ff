// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

#include <deque>
#include <optional>
#include <utility>

namespace textback {

/// Rows of one kind in the order in which they were made, found by their `sid`. Every row has a sequence number that never changes, which is
/// what page tokens stand on. Once `capacity` is passed the oldest rows go, so that a line that runs for weeks does not grow.
template <typename Row>
class RowList {
public:
    explicit RowList(size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// Adds a row; the reference is good until the row is dropped.
    Row &add(Row row)
    {
        m_index.insert(row.sid, end());
        m_rows.push_back(std::move(row));
        while (m_rows.size() > m_capacity) {
            m_index.remove(m_rows.front().sid);
            m_rows.pop_front();
            ++m_first;
        }
        return m_rows.back();
    }

    /// Sequence of the oldest row that is still there.
    quint64 begin() const { return m_first; }
    /// One past the newest row's sequence.
    quint64 end() const { return m_first + m_rows.size(); }
    size_t size() const { return m_rows.size(); }
    const Row &at(quint64 sequence) const { return m_rows[static_cast<size_t>(sequence - m_first)]; }

    std::optional<quint64> sequenceOf(const QString &sid) const
    {
        const auto found = m_index.constFind(sid);
        return found == m_index.cend() ? std::nullopt : std::optional<quint64>(*found);
    }
    const Row *find(const QString &sid) const
    {
        const auto sequence = sequenceOf(sid);
        return sequence ? &at(*sequence) : nullptr;
    }
    Row *find(const QString &sid) { return const_cast<Row *>(std::as_const(*this).find(sid)); }

private:
    size_t m_capacity;
    quint64 m_first = 0;
    std::deque<Row> m_rows;
    QHash<QString, quint64> m_index;
};

} // namespace textback
