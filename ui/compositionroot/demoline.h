// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/settings.h"
#include "platform/systemrandom.h"

#include <QString>

#include <memory>

namespace textback {

class Clock;
class Narrator;
class Scheduler;
class SimulatedPhone;
class TwilioSimulator;

/// The simulated phone line on loopback, and the settings with which the program uses it like any other Twilio account. Main thread.
class DemoLine {
public:
    /// Both outlive it. `callsPerMinute`: how often somebody calls by himself, 0 for never.
    DemoLine(const Clock &clock, Scheduler &scheduler, double callsPerMinute);
    ~DemoLine();

    /// False if no port on 127.0.0.1 could be had.
    bool listen();
    /// One JSON object on one line: where it listens and how to sign in (design.md 9).
    QByteArray descriptionLine() const;
    /// A towing firm with this line as its only number.
    Settings settings() const;
    AccountSecrets secrets() const;
    SimulatedPhone &phone();
    /// The caller with whom every demo begins: hangs up after 14 s, and answers the text. All others are left to chance.
    void firstCall();
    /// Lets the narrator know the callers' names, and tells it when one begins to ring.
    void narrateTo(Narrator &narrator);

private:
    SystemRandom m_random;
    std::unique_ptr<TwilioSimulator> m_simulator;
};

} // namespace textback
