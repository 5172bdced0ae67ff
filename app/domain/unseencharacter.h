// SPDX-License-Identifier: MIT
#pragma once

#include <QChar>

namespace textback {

/// Characters that nobody sees and that turn, hide or break what stands around them. Those that join letters and emoji belong to some scripts.
inline bool isUnseen(QChar c)
{
    constexpr char16_t nonJoiner = u'\u200c';
    constexpr char16_t joiner = u'\u200d';
    return c.category() == QChar::Other_Control || (c.category() == QChar::Other_Format && c != nonJoiner && c != joiner);
}

} // namespace textback
