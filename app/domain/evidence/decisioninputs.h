// SPDX-License-Identifier: MIT
#pragma once

#include "domain/sequence.h"
#include "domain/textbackpolicy.h"

#include <QByteArray>

namespace textback {

/// What a decision knew, as compact JSON for its proof (rules.md C18): times as UTC in ISO 8601, nobody's words. What was not known is left
/// out; whether the number had opted out, and whether it was frozen, always stands there.
QByteArray toJson(const PolicyInput &input);
/// The same for a text that follows another one.
QByteArray toJson(const StepInput &input);

} // namespace textback
