// SPDX-License-Identifier: MIT
#pragma once

#include "domain/consent/phrasebook.h"

#include <span>

namespace textback {

/// What speaks against an opt-out (rules.md C4): the wordings of optOutBook() that guard, quiet or soften.
std::span<const Phrase> optOutGuards();

} // namespace textback
