// SPDX-License-Identifier: MIT
#include "ui/startup/linewriter.h"

#include <QLoggingCategory>

namespace textback {

namespace {

Q_LOGGING_CATEGORY(log, "textback.startup")

} // namespace

LineWriter::LineWriter(std::FILE *stream)
    : m_stream(stream)
{
}

void LineWriter::write(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    const auto size = static_cast<size_t>(whole.size());
    const bool written = std::fwrite(whole.constData(), 1, size, m_stream) == size && std::fflush(m_stream) == 0;
    if (!written && !m_broken)
        qCWarning(log, "nobody reads the output any more; going on without it");
    m_broken = !written;
    if (!written)
        std::clearerr(m_stream);
}

void tellOnStderr(const QString &line)
{
    LineWriter(stderr).write("textback: " + line.toUtf8());
}

} // namespace textback
