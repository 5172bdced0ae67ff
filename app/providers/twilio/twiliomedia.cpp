// SPDX-License-Identifier: MIT
#include "providers/twilio/twiliomedia.h"

#include "providers/http/retrypolicy.h"
#include "providers/twilio/twilioaccess.h"
#include "providers/twilio/twilioerrors.h"
#include "providers/twilio/twiliojson.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

bool isRedirect(const HttpAnswer &answer)
{
    return answer.end == HttpEnd::Answered && answer.status >= 300 && answer.status < 400;
}

/// Files without a sign-in of their own lie in a bucket of a host that anybody can rent room on: only that bucket is Twilio's.
bool isStorage(const QUrl &url)
{
    return url.host() != "s3-external-1.amazonaws.com"_L1 || url.path().startsWith("/media.twiliocdn.com/"_L1);
}

Result<QByteArray> fileOf(const HttpAnswer &answer, Error (*problem)(const HttpAnswer &))
{
    if (answer.isSuccess())
        return answer.body;
    return tl::unexpected(problem(answer));
}

/// What a storage refuses says nothing about our sign-in, which it never saw.
Error storageError(const HttpAnswer &answer)
{
    Error error = errorFrom(answer, u"Twilio's storage"_s);
    if (error.kind == ErrorKind::Unauthorized)
        error.kind = ErrorKind::Rejected;
    if (answer.end == HttpEnd::NotAllowed)
        error.providerCode = redirectCode;
    return error;
}

} // namespace

void TwilioMedia::listFiles(const QString &providerMessageId, Completion<QStringList> done)
{
    const QUrl url = m_api.accountUrl(u"Messages/%1/Media"_s.arg(providerMessageId), {{u"PageSize"_s, u"50"_s}});
    m_api.get(url, [done = std::move(done)](const Result<TwilioAccess::Answer> &answer) {
        done(answer ? parseTwilioMedia(answer->body) : tl::unexpected(answer.error()));
    });
}

void TwilioMedia::fetchFile(const QString &providerMessageId, const QString &fileId, Completion<QByteArray> done)
{
    fetch(m_api.fileUrl(u"Messages/%1/Media/%2"_s.arg(providerMessageId, fileId)), std::move(done));
}

void TwilioMedia::fetchRecording(const QString &recordingId, Completion<QByteArray> done)
{
    fetch(m_api.fileUrl(u"Recordings/%1.mp3"_s.arg(recordingId)), std::move(done));
}

void TwilioMedia::fetch(const QUrl &url, Completion<QByteArray> done)
{
    m_api.getFile(url, [this, done = std::move(done)](const HttpAnswer &answer) {
        if (!isRedirect(answer) || !answer.redirectUrl.isValid() || !isStorage(answer.redirectUrl))
            return done(fileOf(answer, twilioError));
        m_api.getStored(answer.redirectUrl, [done](const HttpAnswer &stored) { done(fileOf(stored, storageError)); });
    });
}

} // namespace textback
