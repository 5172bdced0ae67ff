// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstdio>

namespace textback {

/// Writes whole lines to a stream, each one at once, so that a reader of a pipe sees an event when it happens.
class LineWriter {
public:
    /// `stream` (stdout) outlives it.
    explicit LineWriter(std::FILE *stream);

    /// Adds the line break. When the reader is gone this is said once in the log, and the work goes on.
    void write(const QByteArray &line);

private:
    std::FILE *m_stream;
    bool m_broken = false;
};

/// One line on stderr, as a program that stops says why: "textback: ...".
void tellOnStderr(const QString &line);

} // namespace textback
