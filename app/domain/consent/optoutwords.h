// SPDX-License-Identifier: MIT
#pragma once

#include "domain/consent/phrasebook.h"

#include <span>

namespace textback {

/// The words that stand for one another in the wordings of optOutBook(), English and Spanish.
std::span<const WordList> optOutLists();
/// How people spell them in a hurry.
std::span<const WordList> optOutSpellings();

} // namespace textback
