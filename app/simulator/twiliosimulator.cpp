// SPDX-License-Identifier: MIT
#include "simulator/twiliosimulator.h"

#include "domain/ports/clock.h"
#include "domain/ports/random.h"
#include "domain/ports/scheduler.h"
#include "simulator/cast.h"
#include "simulator/controlpage.h"
#include "simulator/faultplan.h"
#include "simulator/httpserver.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedcustomers.h"
#include "simulator/simulatedids.h"
#include "simulator/simulatedtexts.h"
#include "simulator/twilioapi.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SimulatorOptions completed(SimulatorOptions options, Random &random)
{
    options.timeScale = std::clamp(options.timeScale, 1.0, 1000.0);
    if (options.accountSid.isEmpty())
        options.accountSid = makeSid("AC"_L1, random);
    if (options.authToken.isEmpty())
        options.authToken = makeHex32(random);
    if (options.apiKeySid.isEmpty())
        options.apiKeySid = makeSid("SK"_L1, random);
    if (options.apiKeySecret.isEmpty())
        options.apiKeySecret = makeHex32(random);
    if (options.messagingServiceSid.isEmpty())
        options.messagingServiceSid = makeSid("MG"_L1, random);
    return options;
}

} // namespace

/// Everything that is about HTTP.
struct TwilioSimulator::Server {
    Server(const Clock &clock, Scheduler &scheduler, Random &chance, TwilioSimulator &owner)
        : random(chance)
        , api(clock, *owner.m_calls, *owner.m_texts, owner.m_options)
        , control({clock, *owner.m_calls, *owner.m_texts, *owner.m_customers, api, faults, owner.m_options,
                   [&owner](const QString &from, const QString &to, const QString &body) {
                       owner.m_customers->noteReply(from, body);
                       owner.m_texts->receive(from, to, body);
                   }})
        , http(clock, scheduler, [this](const HttpRequest &request) { return handle(request); })
    {
    }

    HttpResponse handle(const HttpRequest &request)
    {
        if (ControlPage::owns(request))
            return control.handle(request);
        api.countPost(request);
        const std::optional<FaultRule> fault = faults.take(request, random);
        if (!fault)
            return api.handle(request);
        return faultyResponse(*fault, actsFirst(fault->kind) ? api.handle(request) : HttpResponse());
    }

    Random &random;
    FaultPlan faults;
    TwilioApi api;
    ControlPage control;
    HttpServer http;
};

TwilioSimulator::TwilioSimulator(const Clock &clock, Scheduler &scheduler, Random &random, const SimulatorOptions &options, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
    , m_options(completed(options, random))
    , m_calls(std::make_unique<SimulatedCalls>(clock, scheduler, random, m_options))
    , m_texts(std::make_unique<SimulatedTexts>(clock, scheduler, random, m_options))
    , m_customers(std::make_unique<SimulatedCustomers>(scheduler, random, *m_calls, *m_texts, m_options))
    , m_server(std::make_unique<Server>(clock, scheduler, random, *this))
{
    narrate();
    connect(m_calls.get(), &SimulatedCalls::flowTexted, this, [this](const QString &sid) {
        if (const SimulatedCallRow *row = m_calls->rows().find(sid))
            m_texts->sendElsewhere(row->to, row->from, u"Sorry we missed your call. We will get back to you shortly."_s);
    });
}

TwilioSimulator::~TwilioSimulator() = default;

Result<void> TwilioSimulator::listen(quint16 port)
{
    Result<void> listening = m_server->http.listen(port);
    if (listening)
        m_customers->startRinging();
    return listening;
}

quint16 TwilioSimulator::port() const
{
    return m_server->http.port();
}

QString TwilioSimulator::baseUrl() const
{
    return u"http://127.0.0.1:%1"_s.arg(port());
}

void TwilioSimulator::setCallsPerMinute(double calls)
{
    m_options.callsPerMinute = calls;
    m_customers->startRinging();
}

QList<std::pair<PhoneNumber, QString>> TwilioSimulator::callers() const
{
    QList<std::pair<PhoneNumber, QString>> callers;
    for (const CastMember &member : cast()) {
        // The stand-in for a withheld number is no valid number, yet it is what this caller's calls carry.
        if (const std::optional<PhoneNumber> number = PhoneNumber::fromStored(member.number))
            callers.append({*number, callerLabel(member.number)});
    }
    return callers;
}

void TwilioSimulator::callAndHangUp(const PhoneNumber &caller)
{
    ScenarioVariant variant;
    variant.ring = 14s;
    m_calls->begin({Scenario::A4, caller.e164(), m_options.businessNumber, variant});
}

void TwilioSimulator::letItRingOut(const PhoneNumber &caller)
{
    ScenarioVariant variant;
    variant.voicemail = false;
    m_calls->begin({Scenario::A1, caller.e164(), m_options.businessNumber, variant});
}

void TwilioSimulator::leaveVoicemail(const PhoneNumber &caller)
{
    ScenarioVariant variant;
    variant.voicemail = true;
    m_calls->begin({Scenario::A1, caller.e164(), m_options.businessNumber, variant});
}

void TwilioSimulator::reply(const PhoneNumber &caller, const QString &text)
{
    if (text.trimmed().isEmpty() || caller.e164() == withheldCaller)
        return; // nobody can text without a number
    m_customers->noteReply(caller.e164(), text);
    m_texts->receive(caller.e164(), m_options.businessNumber, text);
}

QStringList TwilioSimulator::repliesFor(const PhoneNumber &caller) const
{
    return m_customers->repliesFor(caller.e164());
}

void TwilioSimulator::narrate()
{
    connect(m_calls.get(), &SimulatedCalls::callBegan, this, [this](const QString &sid) {
        if (const SimulatedCallRow *row = m_calls->rows().find(sid))
            emit callStarted(callerLabel(row->from), u"calls"_s);
    });
    connect(m_calls.get(), &SimulatedCalls::callEnded, this, [this](const QString &sid, const QString &description) {
        if (const SimulatedCallRow *row = m_calls->rows().find(sid))
            emit callEnded(callerLabel(row->from), description);
    });
    connect(m_texts.get(), &SimulatedTexts::textDelivered, this, [this](const QString &sid) {
        if (const SimulatedTextRow *row = m_texts->rows().find(sid))
            emit textReceived(callerLabel(row->to), row->body);
    });
    connect(m_texts.get(), &SimulatedTexts::textReceived, this, [this](const QString &sid) {
        if (const SimulatedTextRow *row = m_texts->rows().find(sid))
            emit replySent(callerLabel(row->from), row->body);
    });
}

} // namespace textback
