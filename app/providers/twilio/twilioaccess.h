// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/secret.h"
#include "providers/http/httpclient.h"
#include "providers/http/ratelimiter.h"

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QUrl>

#include <functional>
#include <vector>

namespace textback {

/// How one account signs in: an API key with its secret, or the account's own sid with the auth token.
struct TwilioLogin {
    QString accountSid;
    QString userName; ///< SK... or AC...
    Secret password;

    bool isApiKey() const { return userName != accountSid; }
};

/// The way to one Twilio account: addresses, sign-in, pace, and what an answer that is no success means.
class TwilioAccess {
public:
    /// Names and values as they are; they get encoded here.
    using Parameters = std::vector<QPair<QString, QString>>;

    static constexpr qint64 largestFile = 16 * 1024 * 1024;

    struct Answer {
        QByteArray body;
        std::optional<UtcTime> date;
    };

    /// `http` and `limiter` must outlive it. `base` and `lookups` have scheme, host and port.
    TwilioAccess(HttpClient &http, RateLimiter &limiter, TwilioLogin login, QUrl base, QUrl lookups);

    const TwilioLogin &login() const { return m_login; }

    /// ".../Accounts/{AC}/" + `resource`; an empty resource is the account itself.
    QUrl accountUrl(const QString &resource, const Parameters &parameters = {}) const;
    /// The same without ".json": what the resource is itself, a picture or a sound.
    QUrl fileUrl(const QString &resource) const;
    QUrl lookupUrl(const QString &e164) const;
    /// Where a list goes on. Twilio's links are relative; anything that would lead to another host is an Error.
    Result<QUrl> nextPageUrl(const QUrl &page, const QString &nextPageUri) const;

    /// Twilio's answer with a 2xx status, or an Error.
    void get(const QUrl &url, std::function<void(Result<Answer>)> done);
    /// A file of the account, at most largestFile bytes. Twilio answers with it or with the address of a storage: the answer as it is.
    void getFile(const QUrl &url, HttpClient::Done done);
    /// The same from a storage, which is not shown the sign-in.
    void getStored(const QUrl &url, HttpClient::Done done);
    /// The answer as it is: how an attempt to send ended is read from all of it.
    void post(const QUrl &url, const Parameters &form, HttpClient::Done done);

    /// application/x-www-form-urlencoded, UTF-8.
    static QByteArray encode(const Parameters &parameters);

private:
    OutgoingRequest signedRequest(HttpMethod method, const QUrl &url) const;
    void download(OutgoingRequest request, HttpClient::Done done);

    HttpClient &m_http;
    RateLimiter &m_limiter;
    TwilioLogin m_login;
    QUrl m_base;
    QUrl m_lookups;
};

} // namespace textback
