// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"

#include <QCoreApplication>

namespace textback {

/// Why the program cannot start, in words: what is wrong with its data and what to do.
class StartWords {
    Q_DECLARE_TR_FUNCTIONS(textback::StartWords)

public:
    /// The database `file` cannot be used.
    static QString sentence(const Error &error, const QString &file);
    /// The data folder cannot be used.
    static QString folderSentence(const Error &error, const QString &folder);
    /// Another copy without a window works on the data; its process, 0 if not known.
    static QString noWindowSentence(qint64 pid);
    /// The backup `file` that a person chose cannot be used.
    static QString backupSentence(const Error &error, const QString &file);
};

} // namespace textback
