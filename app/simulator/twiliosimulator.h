// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/simulatedphone.h"
#include "domain/result.h"
#include "simulator/simulatoroptions.h"

#include <QObject>

#include <memory>

namespace textback {

class Clock;
class Random;
class Scheduler;
class SimulatedCalls;
class SimulatedCustomers;
class SimulatedTexts;

/// A phone line on 127.0.0.1 that speaks Twilio's HTTP API: the demo's provider and the tests'. Callers ring by themselves, leave
/// voicemails, answer texts and opt out; faults of every kind can be ordered on its control page (http://127.0.0.1:PORT/control).
///
/// Clock, scheduler and chance are borrowed and outlive it. One thread. As SimulatedPhone it is for the thread that owns it.
class TwilioSimulator : public QObject, public SimulatedPhone {
    Q_OBJECT

public:
    TwilioSimulator(const Clock &clock, Scheduler &scheduler, Random &random, const SimulatorOptions &options, QObject *parent = nullptr);
    ~TwilioSimulator() override;

    /// Opens the port (0: a free one) and lets callers ring. Fails (Network) when the port is taken.
    Result<void> listen(quint16 port = 0);
    quint16 port() const;
    /// "http://127.0.0.1:PORT", the apiBaseUrl of a settings file.
    QString baseUrl() const;
    /// Credentials that the API takes: the account's token, or the API key.
    const QString &accountSid() const { return m_options.accountSid; }
    const QString &authToken() const { return m_options.authToken; }
    const QString &apiKeySid() const { return m_options.apiKeySid; }
    const QString &apiKeySecret() const { return m_options.apiKeySecret; }
    const QString &messagingServiceSid() const { return m_options.messagingServiceSid; }
    /// The business's number, E.164.
    const QString &number() const { return m_options.businessNumber; }
    const SimulatorOptions &options() const { return m_options; }

    /// How many callers ring per minute from now on.
    void setCallsPerMinute(double calls);

    /// The machinery, for tests and tools in this process.
    SimulatedCalls &calls() { return *m_calls; }
    SimulatedTexts &texts() { return *m_texts; }

    QList<std::pair<PhoneNumber, QString>> callers() const override;
    void callAndHangUp(const PhoneNumber &caller) override;
    void letItRingOut(const PhoneNumber &caller) override;
    void leaveVoicemail(const PhoneNumber &caller) override;
    void reply(const PhoneNumber &caller, const QString &text) override;
    QStringList repliesFor(const PhoneNumber &caller) const override;

signals:
    // For narration. `caller` is a name as callers() has it; `description` completes a sentence that begins with it: "calls" at the start,
    // then "rang for 14 seconds and gave up", "was answered by the owner" ...
    void callStarted(const QString &caller, const QString &description);
    void callEnded(const QString &caller, const QString &description);
    void textReceived(const QString &caller, const QString &text); ///< a text of the business reached the caller's phone
    void replySent(const QString &caller, const QString &text);    ///< the caller texted the business

private:
    struct Server;

    void narrate();

    Scheduler &m_scheduler;
    SimulatorOptions m_options;
    std::unique_ptr<SimulatedCalls> m_calls;
    std::unique_ptr<SimulatedTexts> m_texts;
    std::unique_ptr<SimulatedCustomers> m_customers;
    std::unique_ptr<Server> m_server; // last: it is the first to go
};

} // namespace textback
