// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/callscript.h"

#include <QString>

#include <array>
#include <optional>

namespace textback {

class Random;

/// The call set-ups of a business and what can become of a call in each (providers.md 3.2, same letters).
enum class Scenario { A1, A2, A3, A4, A5, B1, B2, C, D, E, F, G, H, I, J, K, L };

inline constexpr std::array allScenarios{Scenario::A1, Scenario::A2, Scenario::A3, Scenario::A4, Scenario::A5, Scenario::B1,
                                         Scenario::B2, Scenario::C,  Scenario::D,  Scenario::E,  Scenario::F,  Scenario::G,
                                         Scenario::H,  Scenario::I,  Scenario::J,  Scenario::K,  Scenario::L};

QString toString(Scenario scenario); ///< "A1"
std::optional<Scenario> scenarioFromString(const QString &text);
/// One English line about a set-up, for the control page.
QString describe(Scenario scenario);

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
