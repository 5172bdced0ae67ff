// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/faultplan.h"
#include "simulator/httpmessage.h"

#include <QJsonObject>

#include <functional>

namespace textback {

class Clock;
class SimulatedCalls;
class SimulatedCustomers;
class SimulatedTexts;
class TwilioApi;
struct SimulatorOptions;

/// The page from which a person or a test moves the simulated line: GET /control is a page with buttons, the rest speaks JSON.
///
/// - GET  /control/state: numbers, options, scenarios, people, counts
/// - GET  /control/posts: for every recipient how many POSTs came and how many texts were accepted
/// - POST /control/call: {"scenario", "from", "to", "ringSeconds", "talkSeconds", "outcome", "voicemail", "flowTexts"}
/// - POST /control/reply: {"from", "to", "body"}
/// - GET  /control/fault, POST: {"kind", "method", "path", "count", "probability", "seed", "value"}; kind "none" clears all
/// - POST /control/setting: {"callsPerMinute", "timeScale", "visibilityDelaySeconds", "unansweredDuration", "unansweredEndTime", "smartEncoding",
///   "suspended", "customersReply", "number" with "fate"}
///
/// There is no sign-in: it is on loopback, holds invented data only, and refuses what a foreign web page in a browser could send.
class ControlPage {
public:
    struct Parts {
        const Clock &clock;
        SimulatedCalls &calls;
        SimulatedTexts &texts;
        SimulatedCustomers &customers;
        const TwilioApi &api;
        FaultPlan &faults;
        SimulatorOptions &options;
        /// A person's reply in a caller's name.
        std::function<void(const QString &from, const QString &to, const QString &body)> reply;
    };

    explicit ControlPage(Parts parts);

    static bool owns(const HttpRequest &request);
    HttpResponse handle(const HttpRequest &request);

private:
    HttpResponse order(const QString &what, const QJsonObject &object);
    HttpResponse call(const QJsonObject &object);
    HttpResponse reply(const QJsonObject &object);
    HttpResponse fault(const QJsonObject &object);
    HttpResponse setting(const QJsonObject &object);
    QJsonObject state() const;
    QJsonObject posts() const;
    QJsonObject faults() const;

    Parts m_parts;
};

/// The page itself.
QByteArray controlPageHtml();

} // namespace textback
