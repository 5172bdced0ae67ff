// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace textback {

struct Emoji {
    QString text;
    QString name; ///< in the person's language; several words to be found by
};

/// The emoji that businesses write, by name.
class EmojiList {
    Q_DECLARE_TR_FUNCTIONS(textback::EmojiList)

public:
    static std::vector<Emoji> all();
    /// Those of whose words one begins with what was typed; all of them for an empty text.
    static std::vector<Emoji> matching(const QString &typed);
};

} // namespace textback
