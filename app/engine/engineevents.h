// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/time.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace textback {

/// Something that happened, as the headless program tells it (one JSON line each) and as notifications are made from.
/// Carries ids and no private content: bodies and full numbers are read from the store by who may see them.
struct EngineEvent {
    enum class Kind { Ready, Call, Decision, Text, Reply, Delivery, OptOut, Alert, Staff, Connection, Notice, Error };

    Kind kind = Kind::Ready;
    UtcTime time{}; ///< PC clock
    ConversationId conversation;
    CallId call;
    MessageId message;
    QString
        reason; ///< decision: verdict's reason or rule; delivery: status; connection: state; notice and alert: its kind; staff: the order; error: kind; call: disposition
    QString verdict;  ///< decision: "send", "hold" or "skip"
    QString lastFour; ///< of the other party's number
    QString
        detail; ///< error and connection: technical, redacted; alert: "raised", "climbed", "taken" or "staff-not-told"; staff: what became of it
    int dutyCase = 0;                   ///< staff: the number of the case that they named; 0: none
    bool missed = false;                ///< call
    bool optedOut = false;              ///< opt-out: false when somebody opted in again
    std::optional<Millis> afterCallEnd; ///< text: provider-accepted time minus the call's end

    bool operator==(const EngineEvent &) const = default;
};

/// The event's name in JSON Lines ("opt-out").
QString toString(EngineEvent::Kind kind);
/// One JSON object on one line, without the line break (design.md 9).
QByteArray toJsonLine(const EngineEvent &event);

} // namespace textback

Q_DECLARE_METATYPE(textback::EngineEvent)
