// SPDX-License-Identifier: MIT
#include "ui/thread/pictureloader.h"

#include <QFile>
#include <QImageReader>
#include <QPointer>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestSide = 16384;              // pixels
constexpr qint64 mostPixels = 40 * 1000 * 1000; // a phone's camera has 12 to 50 million, and MMS makes them small
constexpr qsizetype mostScans = 100;            // a progressive JPEG has about ten
constexpr int mostMegabytes = 192;              // what a decoder may ask for at once

/// Whether a JPEG has more passes over the picture than any camera or program makes: each costs a decoder all pixels again, and a few bytes suffice
/// for one.
bool hasTooManyScans(QFile &file)
{
    const QByteArray bytes = file.readAll();
    file.seek(0);
    return bytes.count("\xFF\xDA") > mostScans;
}

QByteArray decoderOf(MediaType type)
{
    switch (type) {
    case MediaType::Jpeg:
        return "jpeg";
    case MediaType::Png:
        return "png";
    case MediaType::Gif:
        return "gif";
    case MediaType::Webp:
        return "webp";
    default:
        return {};
    }
}

} // namespace

QImage readPicture(const QString &path, MediaType type, int bound)
{
    const QByteArray decoder = decoderOf(type);
    QFile file(path);
    if (decoder.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    if (type == MediaType::Jpeg && hasTooManyScans(file))
        return {};
    QImageReader reader(&file, decoder);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > longestSide || size.height() > longestSide || qint64(size.width()) * size.height() > mostPixels)
        return {};
    if (size.width() > bound || size.height() > bound)
        reader.setScaledSize(size.scaled(bound, bound, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

PictureLoader::PictureLoader(QObject *parent)
    : QObject(parent)
{
    QImageReader::setAllocationLimit(mostMegabytes);
    m_thread.setObjectName(u"pictures"_s);
    m_worker.moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
}

PictureLoader::~PictureLoader()
{
    m_thread.quit();
    m_thread.wait();
}

void PictureLoader::load(const QString &path, MediaType type, int bound, QObject *context, std::function<void(const QImage &)> done)
{
    // Only this thread looks at the pointer.
    auto answer = [context = QPointer<QObject>(context), done = std::move(done)](const QImage &picture) {
        if (context)
            done(picture);
    };
    QMetaObject::invokeMethod(&m_worker, [this, path, type, bound, answer = std::move(answer)] {
        const QImage picture = readPicture(path, type, bound);
        QMetaObject::invokeMethod(this, [answer, picture] { answer(picture); });
    });
}

} // namespace textback
