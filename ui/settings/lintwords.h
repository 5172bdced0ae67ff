// SPDX-License-Identifier: MIT
#pragma once

#include "domain/templatelint.h"

#include <QString>

namespace textback {

/// A warning of the linter in the words of the page: what it is, why it matters and what to do. Empty for a problem that keeps the text from
/// being saved: the page says that in other words.
QString lintWords(const LintFinding &finding);

} // namespace textback
