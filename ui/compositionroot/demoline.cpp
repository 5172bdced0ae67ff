// SPDX-License-Identifier: MIT
#include "ui/compositionroot/demoline.h"

#include "domain/ports/clock.h"
#include "domain/ports/scheduler.h"
#include "simulator/twiliosimulator.h"
#include "ui/startup/narrator.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace textback {

using namespace Qt::StringLiterals;

DemoLine::DemoLine(const Clock &clock, Scheduler &scheduler, double callsPerMinute)
{
    SimulatorOptions options;
    options.callsPerMinute = callsPerMinute;
    options.timeScale = 4; // a ring-out of 24 s takes 6: whoever tries the program need not wait; the rows still say 24 s
    m_simulator = std::make_unique<TwilioSimulator>(clock, scheduler, m_random, options);
}

DemoLine::~DemoLine() = default;

bool DemoLine::listen()
{
    return m_simulator->listen(0).has_value();
}

QByteArray DemoLine::descriptionLine() const
{
    const QJsonObject line{{u"port"_s, m_simulator->port()},
                           {u"accountSid"_s, m_simulator->accountSid()},
                           {u"authToken"_s, m_simulator->authToken()},
                           {u"number"_s, m_simulator->number()}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

Settings DemoLine::settings() const
{
    Settings settings;
    settings.business.name = u"Motor City Towing"_s;
    settings.business.timeZone = u"America/Detroit"_s;
    settings.business.trade = u"towing"_s;
    settings.account.provider = u"twilio"_s;
    settings.account.apiBaseUrl = m_simulator->baseUrl();
    settings.account.fields.insert(u"accountSid"_s, m_simulator->accountSid());
    settings.account.pollSeconds = 1;
    Line line;
    line.number = PhoneNumber::parse(m_simulator->number()).value_or(PhoneNumber());
    line.label = u"Main"_s;
    line.city = u"Detroit"_s;
    settings.lines = {line};
    settings.rules.mode = Mode::On;
    return settings;
}

AccountSecrets DemoLine::secrets() const
{
    return {{u"authToken"_s, Secret(m_simulator->authToken().toUtf8())}};
}

SimulatedPhone &DemoLine::phone()
{
    return *m_simulator;
}

void DemoLine::firstCall()
{
    m_simulator->callAndHangUp(m_simulator->callers().constFirst().first);
}

void DemoLine::narrateTo(Narrator &narrator)
{
    QMap<QString, QString> names;
    for (const auto &[number, name] : m_simulator->callers())
        names.insert(number.e164(), name);
    narrator.setNames(names);
    QObject::connect(m_simulator.get(), &TwilioSimulator::callStarted, &narrator,
                     [&narrator](const QString &caller) { narrator.tell(u"The phone rings: %1."_s.arg(caller)); });
}

} // namespace textback
