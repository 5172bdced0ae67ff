// SPDX-License-Identifier: MIT
#include "simulator/scenarionames.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

struct ScenarioText {
    QLatin1StringView name;
    QLatin1StringView description;
};

ScenarioText textOf(Scenario scenario)
{
    switch (scenario) {
    case Scenario::A1:
        return {"A1"_L1, "Forwarded to a cell phone, nobody answers, greeting and perhaps a voicemail"_L1};
    case Scenario::A2:
        return {"A2"_L1, "Forwarded to a cell phone, the owner answers"_L1};
    case Scenario::A3:
        return {"A3"_L1, "Forwarded to a cell phone, the carrier's own voicemail answers first"_L1};
    case Scenario::A4:
        return {"A4"_L1, "Forwarded to a cell phone, the caller gives up while it rings"_L1};
    case Scenario::A5:
        return {"A5"_L1, "Forwarded to a cell phone, nobody answers, nothing follows"_L1};
    case Scenario::B1:
        return {"B1"_L1, "Answered only when bridged: nobody answers"_L1};
    case Scenario::B2:
        return {"B2"_L1, "Answered only when bridged: the caller gives up"_L1};
    case Scenario::C:
        return {"C"_L1, "Three phones ring together, one answers"_L1};
    case Scenario::D:
        return {"D"_L1, "Three phones ring one after the other, the last answers"_L1};
    case Scenario::E:
        return {"E"_L1, "Studio flow: connect call, then voicemail, perhaps a text of its own"_L1};
    case Scenario::F:
        return {"F"_L1, "Menu, robot or after-hours message: no phone rings"_L1};
    case Scenario::G:
        return {"G"_L1, "Queue or conference: the agent's leg is a call of its own"_L1};
    case Scenario::H:
        return {"H"_L1, "Overflow number: the carrier forwards what was missed elsewhere"_L1};
    case Scenario::I:
        return {"I"_L1, "Rejected without ringing"_L1};
    case Scenario::J:
        return {"J"_L1, "SIP trunk to the business's own switchboard"_L1};
    case Scenario::K:
        return {"K"_L1, "SIP or app phone that does not answer or is offline"_L1};
    case Scenario::L:
        return {"L"_L1, "The call set-up is broken: the caller hears an error"_L1};
    }
    Q_UNREACHABLE();
}

} // namespace

QString toString(Scenario scenario)
{
    return textOf(scenario).name;
}

std::optional<Scenario> scenarioFromString(const QString &text)
{
    for (const Scenario scenario : allScenarios) {
        if (textOf(scenario).name == text)
            return scenario;
    }
    return std::nullopt;
}

QString describe(Scenario scenario)
{
    return textOf(scenario).description;
}

} // namespace textback
