// SPDX-License-Identifier: MIT
#pragma once

#include "domain/media/mediatype.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <QThread>

#include <functional>

namespace textback {

/// Reads a stranger's picture, no larger than `bound` square. Its size is looked at before anything is unpacked, and only the decoder of `type` is
/// asked: JPEG, PNG, the first image of a GIF, WebP where Qt reads it. Null for anything else. Any thread.
QImage readPicture(const QString &path, MediaType type, int bound);

/// The same on a thread of its own, so that the window never waits for a picture. GUI thread.
class PictureLoader : public QObject {
    Q_OBJECT

public:
    explicit PictureLoader(QObject *parent = nullptr);
    /// Waits for the picture that is being read; nobody is called any more.
    ~PictureLoader() override;

    /// `done` is called on this thread, later, unless `context` or the loader is gone by then.
    void load(const QString &path, MediaType type, int bound, QObject *context, std::function<void(const QImage &)> done);

private:
    QThread m_thread;
    QObject m_worker; // lives on m_thread
};

} // namespace textback
