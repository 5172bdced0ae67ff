// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/callscript.h"
#include "simulator/scenarionames.h"

#include <QString>

#include <optional>

namespace textback {

class Random;

/// What may differ between two calls of the same set-up. What is left empty takes its usual value, or a random one in the usual range.
struct ScenarioVariant {
    std::optional<Millis> ring;       ///< how long a phone rings before the outcome
    std::optional<Millis> talk;       ///< how long an answered call talks
    std::optional<LegStatus> outcome; ///< where the set-up allows several: of the child (A1, A4, A5, B1, K), of the root (B2, I, J, L)
    std::optional<bool> voicemail;    ///< a message is left (A1, E, F, H); E and A1 otherwise toss a coin
    bool flowTexts = false;           ///< E: the flow texts the caller itself
};

/// Who calls whom.
struct ScenarioParties {
    QString caller;     ///< as the provider shows it
    QString ours;       ///< the number that was called
    QString ownerPhone; ///< where the call is forwarded to
};

/// Writes the script of one call.
CallScript writeScript(Scenario scenario, const ScenarioVariant &variant, const ScenarioParties &parties, Random &random);

} // namespace textback
