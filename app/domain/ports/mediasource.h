// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace textback {

/// Fetches what is kept at the provider beside calls and messages: pictures and other files of a message, the sound of a recording. It sends
/// nothing. Engine thread; results on the same thread. Any number at a time. Error::httpStatus 404 and 410: the provider has it no more.
class MediaSource {
public:
    virtual ~MediaSource() = default;

    /// The ids of a message's files, always in the same order.
    virtual void listFiles(const QString &providerMessageId, Completion<QStringList> done) = 0;
    /// One of them, whole; a file over the adapter's cap is an Error.
    virtual void fetchFile(const QString &providerMessageId, const QString &fileId, Completion<QByteArray> done) = 0;
    /// The sound of one recording (CallDetails::recordingId).
    virtual void fetchRecording(const QString &recordingId, Completion<QByteArray> done) = 0;
};

} // namespace textback
