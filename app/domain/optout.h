// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// What a customer's message means for consent (rules.md C1, C2, C10, C11).
enum class ConsentWord {
    None,
    OptOut,          ///< STOP and its kin
    OptIn,           ///< START, UNSTOP
    OptInIfOptedOut, ///< YES: only when the sender is opted out
    Help,            ///< HELP, INFO
};

/// Reads a message body. Case, surrounding space, quotes, punctuation, emoji, zero-width and full-width forms do not matter, nor does a
/// "please" at either end or saying the word again ("Stop! STOP!"); anything more makes it an ordinary message ("can you stop by at 5").
/// Whole-message keywords only, those that providers know, too; readConsent() (consent/consentreading.h) reads every other wording.
ConsentWord readConsentWord(const QString &body);

} // namespace textback
