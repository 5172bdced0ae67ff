// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/mediasource.h"
#include "providers/http/httpmessage.h"

namespace textback {

class TwilioAccess;

/// Pictures of messages and sounds of recordings. Twilio answers with the file or points to its storage. Nothing is followed by itself: the address
/// is asked once more, if it is one of the adapter's storage hosts, over https and without the sign-in. A second pointer is an Error.
class TwilioMedia final : public MediaSource {
public:
    /// `api` must outlive it.
    explicit TwilioMedia(TwilioAccess &api)
        : m_api(api)
    {
    }

    void listFiles(const QString &providerMessageId, Completion<QStringList> done) override;
    void fetchFile(const QString &providerMessageId, const QString &fileId, Completion<QByteArray> done) override;
    void fetchRecording(const QString &recordingId, Completion<QByteArray> done) override;

private:
    void fetch(const QUrl &url, Completion<QByteArray> done);

    TwilioAccess &m_api;
};

} // namespace textback
