// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace textback {

/// How a call that nobody answered shows its `duration`: all three are seen at Twilio (providers.md 3.1).
enum class UnansweredDuration { Zero, Null, Empty };

/// Whether a call that nobody answered has an `end_time`.
enum class UnansweredEndTime { Set, Null };

/// What the simulated phone line is like. Everything has a working default.
struct SimulatorOptions {
    double callsPerMinute = 6; ///< callers that ring by themselves; 0 for none
    double timeScale = 1;      ///< 1..1000: a call of 30 s takes 30 s / timeScale, but its row still says 30 s
    Millis visibilityDelay{0}; ///< how long new rows of both lists stay hidden
    QString businessNumber = QStringLiteral("+13132230100");    ///< the account's number, E.164
    QStringList otherNumbers;                                   ///< further numbers of the account, E.164
    QString friendlyName = QStringLiteral("Motor City Towing"); ///< name of the account
    QString ownerPhone = QStringLiteral("+13132230199");        ///< the cell phone to which calls are forwarded
    double answeredShare = 0.15;                                ///< share of calls that the owner of the phone answers
    bool customersReply = true;                                 ///< the cast answers texts by itself
    UnansweredDuration unansweredDuration = UnansweredDuration::Zero;
    UnansweredEndTime unansweredEndTime = UnansweredEndTime::Set;
    bool smartEncoding = false; ///< rewrite typographic characters of every text, as a Messaging Service with Smart Encoding does
    bool trial = false;         ///< account type Trial
    bool suspended = false;     ///< account status suspended
    QString voiceUrl = QStringLiteral("https://demo.twilio.com/welcome/voice/"); ///< of the numbers; empty: none
    QString smsUrl;                                                              ///< of the numbers; empty: none

    // Credentials. Left empty they are made up at the start.
    QString accountSid;          ///< "AC" and 32 hexadecimal digits
    QString authToken;           ///< 32 hexadecimal digits
    QString apiKeySid;           ///< "SK" and 32 hexadecimal digits
    QString apiKeySecret;        ///< any text
    QString messagingServiceSid; ///< "MG" and 32 hexadecimal digits

    bool operator==(const SimulatorOptions &) const = default;
};

} // namespace textback
