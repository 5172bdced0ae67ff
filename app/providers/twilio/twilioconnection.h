// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/threadaffinity.h"
#include "providers/http/httpclient.h"
#include "providers/http/ratelimiter.h"
#include "providers/twilio/twilioaccess.h"
#include "providers/twilio/twiliocalls.h"
#include "providers/twilio/twiliomedia.h"
#include "providers/twilio/twiliomessages.h"

class QNetworkAccessManager;

namespace textback {

class Clock;
class Scheduler;

/// One Twilio account at work. Destroying it ends what is under way without calling anybody: a text that was being sent then counts as one
/// whose end nobody knows.
class TwilioConnection final : public ProviderConnection {
public:
    static const ProviderDescriptor &description();
    /// The sign-in of these settings: the API key where key and secret are there, else the auth token. Fails (Rejected) and names what is missing.
    static Result<TwilioLogin> login(const AccountSettings &account, const AccountSecrets &secrets);

    /// `base` is https, or http on loopback. References must outlive the connection.
    TwilioConnection(QNetworkAccessManager &network, QNetworkAccessManager &fileNetwork, Clock &clock, Scheduler &scheduler,
                     TwilioLogin login, const QUrl &base, bool lookUpLineTypes);

    const ProviderDescriptor &descriptor() const override { return description(); }
    QString accountKey() const override { return m_api.login().accountSid; }
    CallLogSource &calls() override;
    MessageChannel &messages() override;
    MediaSource *media() override;
    void checkAccount(Completion<AccountCheck> done) override;
    void dropConnections() override;

private:
    ThreadAffinity m_thread;
    // In this order: the client goes first, and with it every callback into the others.
    RateLimiter m_limiter;
    TwilioAccess m_api;
    TwilioCalls m_calls;
    TwilioMessages m_messages;
    TwilioAccess m_files; // over connections of their own: no text waits behind a download
    TwilioMedia m_media;
    HttpClient m_fileHttp;
    HttpClient m_http;
};

} // namespace textback
