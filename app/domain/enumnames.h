// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace textback {

/// One value of an enumeration with the spelling under which it is stored, sent in events and read from files.
template <typename Enum>
struct EnumName {
    Enum value;
    QLatin1StringView name;
};

/// The spelling of `value` in a table of EnumName. Every value must be in the table; an unknown one gives an empty string.
template <typename Table, typename Enum>
QString enumToString(const Table &table, Enum value)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [value](const auto &entry) { return entry.value == value; });
    return found == std::end(table) ? QString() : QString(found->name);
}

/// The value spelled `text` (exactly, case counts), or nothing.
template <typename Table>
auto enumFromString(const Table &table, const QString &text) -> std::optional<decltype(std::begin(table)->value)>
{
    const auto found = std::find_if(std::begin(table), std::end(table), [&text](const auto &entry) { return entry.name == text; });
    if (found == std::end(table))
        return std::nullopt;
    return found->value;
}

} // namespace textback
