// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/time.h"
#include "engine/connectionstate.h"

#include <QString>

namespace textback {

/// How the account stands, as sentences for the settings page: what happened, what the program does now, what a person can do.
/// `now` on the PC's clock.
QString connectionWords(const ConnectionState &state, UtcTime now);

/// What the keychain answered, in words, told apart by Error::providerCode: locked, not there, denied, anything else.
QString keychainWords(const Error &error);

/// A warning of the account check ("flow-may-text:+13132230100"); the stable spelling itself where it is not known here.
QString accountWarningWords(const QString &warning, const QString &homeRegion);

} // namespace textback
