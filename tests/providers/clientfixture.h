// SPDX-License-Identifier: MIT
#pragma once

#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"
#include "providers/http/httpclient.h"
#include "support/loopbackserver.h"

#include <QNetworkAccessManager>
#include <QTest>

#include <memory>
#include <optional>

namespace textback::test {

/// What a test of HttpClient against a server on loopback needs: a real network, and requests to send over it.
class ClientFixture {
protected:
    void makeNetwork()
    {
        m_scheduler = std::make_unique<EventLoopScheduler>(m_clock);
        m_network = std::make_unique<QNetworkAccessManager>();
    }
    void dropNetwork()
    {
        m_network.reset();
        m_scheduler.reset();
    }

    HttpClient::Options optionsFor(const LoopbackServer &server) const
    {
        return {{server.url()}, std::chrono::seconds(5), std::chrono::seconds(5), 4 * 1024 * 1024};
    }
    OutgoingRequest get(const LoopbackServer &server) const
    {
        OutgoingRequest request;
        request.url = server.url(QStringLiteral("/x"));
        request.authorization = Secret("Basic c2VjcmV0");
        return request;
    }
    OutgoingRequest post(const LoopbackServer &server) const
    {
        OutgoingRequest request = get(server);
        request.method = HttpMethod::Post;
        request.contentType = "application/x-www-form-urlencoded";
        request.body = "To=%2B13135550142&Body=Hello";
        return request;
    }
    /// Sends and waits for the answer; nothing if none came in 20 s.
    std::optional<HttpAnswer> ask(HttpClient &client, const OutgoingRequest &request)
    {
        std::optional<HttpAnswer> result;
        int answers = 0;
        client.send(request, [&](const HttpAnswer &answer) {
            result = answer;
            ++answers;
        });
        if (answers != 0)
            return std::nullopt; // never from inside the call
        if (!QTest::qWaitFor([&] { return answers > 0; }, 20000))
            return std::nullopt;
        QTest::qWait(20); // a second answer would be a bug
        return answers == 1 ? result : std::nullopt;
    }

    SystemClock m_clock;
    std::unique_ptr<EventLoopScheduler> m_scheduler;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace textback::test
