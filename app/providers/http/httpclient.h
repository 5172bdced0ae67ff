// SPDX-License-Identifier: MIT
#pragma once

#include "domain/threadaffinity.h"
#include "domain/time.h"
#include "providers/http/httpmessage.h"

#include <QList>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace textback {

class Clock;
class HttpJob;
class Scheduler;

/// The one HTTP client of all adapters. What it promises about every request:
/// - it goes only to the origins it was given (scheme, host and port), https save for loopback; redirects are never followed;
/// - a sign-in goes to none but those of them that are the provider's own;
/// - it ends within an absolute deadline (Qt's own time-out is an idle one and a trickle of bytes keeps it waiting for ever);
/// - the answer's body is never larger than the cap, counted after unpacking;
/// - a bad certificate ends it, always; there is no way to go on;
/// - a POST reaches the server at most once (OneWayBody), and the answer says whether it may have arrived at all;
/// - no cookies, no cache, no HTTP/2 (its branch of Qt skips the rewind check that OneWayBody rests on), no sign-in by Qt.
///
/// Lives on one thread, the access manager's. Several clients may share one manager.
class HttpClient : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const HttpAnswer &)>;

    struct Options {
        QList<QUrl> origins; ///< scheme, host and port of each; paths are ignored
        Millis getDeadline = std::chrono::seconds(20);
        Millis postDeadline = std::chrono::seconds(30);
        qint64 largestBody = 4 * 1024 * 1024;
        QList<QUrl> unsignedOrigins = {}; ///< asked as well, but never with an Authorization
    };

    /// All references must outlive the client.
    HttpClient(QNetworkAccessManager &network, const Clock &clock, Scheduler &scheduler, Options options, QObject *parent = nullptr);
    /// Ends what is under way; no `done` is called any more.
    ~HttpClient() override;

    /// Sends `request`. `done` is called exactly once, never from inside this call, unless the client is destroyed before.
    void send(const OutgoingRequest &request, Done done);

    /// Forgets idle connections, which are dead after sleep: GETs under way end as ConnectionLost (their connections are as dead); a POST
    /// under way is left to end by itself first.
    void dropConnections();

    /// Why `request` may not be sent, or nothing.
    std::optional<QString> objection(const OutgoingRequest &request) const;

    /// What time it is by the server's clock, after its last answer; nothing before the first one and after a sleep. Only answers of servers that
    /// proved who they are count, so a stranger cannot set it.
    std::optional<UtcTime> serverNow() const;

private:
    void finished(HttpJob *job);
    void noteServerTime(const HttpAnswer &answer);

    ThreadAffinity m_thread;
    QNetworkAccessManager &m_network;
    const Clock &m_clock;
    Scheduler &m_scheduler;
    Options m_options;
    QList<HttpJob *> m_jobs;
    bool m_dropWhenIdle = false;
    std::optional<UtcTime> m_serverTime; // at m_serverTimeAt of the monotonic clock
    Millis m_serverTimeAt{0};
};

} // namespace textback
