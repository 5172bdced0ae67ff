// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/httpmessage.h"
#include "simulator/twilioerror.h"

#include <tl/expected.hpp>

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace textback {

class Clock;
class SimulatedCalls;
class SimulatedTexts;
struct SimulatorOptions;

/// What reached the server as POST for one recipient: the proof that a text was sent once.
struct PostCount {
    int received = 0;   ///< requests that arrived whole, whatever they were answered
    QStringList bodies; ///< their texts, the newest last, at most 20
};

/// Twilio's REST API 2010-04-01 (and Lookup v2) over the simulated account: routes, sign-in, filters, error bodies. Answers at once and
/// never fails itself; faults are put before it. Files of texts lie in a storage of another sign-in, here under /storage/. One thread.
class TwilioApi {
public:
    TwilioApi(const Clock &clock, SimulatedCalls &calls, SimulatedTexts &texts, const SimulatorOptions &options);

    /// Answers a request whose path is none of the control page's.
    HttpResponse handle(const HttpRequest &request);
    /// Counts a POST of a text by its recipient, before anything else is done with it.
    void countPost(const HttpRequest &request);
    const QMap<QString, PostCount> &posts() const { return m_posts; }

private:
    using Answer = tl::expected<QJsonObject, TwilioError>;

    bool isSignedIn(const HttpRequest &request) const;
    HttpResponse route(const HttpRequest &request, const QStringList &parts);
    Answer get(const HttpRequest &request, const QStringList &parts) const;
    Answer account() const;
    Answer listCalls(const HttpRequest &request) const;
    Answer call(const QString &sid) const;
    Answer listOfCall(const HttpRequest &request, const QString &callSid, const QString &list) const;
    Answer listRecordings(const HttpRequest &request) const;
    Answer listTexts(const HttpRequest &request) const;
    Answer text(const QString &sid) const;
    Answer listMedia(const HttpRequest &request, const QString &textSid) const;
    std::optional<HttpResponse> file(const QStringList &parts) const;
    HttpResponse stored(const HttpRequest &request, const QString &name) const;
    Answer listNumbers(const HttpRequest &request) const;
    Answer lookup(const HttpRequest &request, const QString &number) const;
    Answer sendText(const HttpRequest &request);

    const Clock &m_clock;
    SimulatedCalls &m_calls;
    SimulatedTexts &m_texts;
    const SimulatorOptions &m_options;
    UtcTime m_created; ///< of account and numbers
    QMap<QString, PostCount> m_posts;
};

} // namespace textback
