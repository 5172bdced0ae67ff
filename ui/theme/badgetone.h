// SPDX-License-Identifier: MIT
#pragma once

namespace textback {

/// How much a badge or a disc asks of a person.
enum class BadgeTone { Danger, Warn, Ok, Info, Muted };

} // namespace textback
