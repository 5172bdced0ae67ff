// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace textback {

/// The call set-ups of a business and what can become of a call in each (providers.md 3.2, same letters).
enum class Scenario { A1, A2, A3, A4, A5, B1, B2, C, D, E, F, G, H, I, J, K, L };

inline constexpr std::array allScenarios{Scenario::A1, Scenario::A2, Scenario::A3, Scenario::A4, Scenario::A5, Scenario::B1,
                                         Scenario::B2, Scenario::C,  Scenario::D,  Scenario::E,  Scenario::F,  Scenario::G,
                                         Scenario::H,  Scenario::I,  Scenario::J,  Scenario::K,  Scenario::L};

QString toString(Scenario scenario); ///< "A1"
std::optional<Scenario> scenarioFromString(const QString &text);
/// One English line about a set-up, for the control page.
QString describe(Scenario scenario);

} // namespace textback
