// SPDX-License-Identifier: MIT
#pragma once

#include "domain/media/mediareport.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>

namespace textback::test {

/// Files as the engine keeps them, in a folder of a test's own.
class SampleFiles {
public:
    KeptFile write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no sample file");
        return {path, mediaTypeOf(bytes), bytes.size()};
    }
    KeptFile picture(const QString &name, const QSize &size = QSize(320, 240), const QColor &colour = Qt::red)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = m_folder.filePath(name + QStringLiteral(".png"));
        if (!image.save(path))
            qFatal("no sample picture");
        return {path, MediaType::Png, QFileInfo(path).size()};
    }
    KeptFile voicemail() { return write(QStringLiteral("voicemail.mp3"), "\xFF\xFB\x90\x64 sound"); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

inline MediaReport ready(const MediaKey &key, const KeptFile &file)
{
    return {key, MediaReport::State::Ready, file, {}};
}

inline MediaReport failedReport(const MediaKey &key, ErrorKind kind, int status = 0)
{
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    return {key, MediaReport::State::Failed, {}, error};
}

} // namespace textback::test
