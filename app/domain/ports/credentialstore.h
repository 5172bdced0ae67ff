// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/secret.h"

#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace textback {

/// The operating system's keychain. GUI thread only (QtKeychain's queue belongs to one thread). Never falls back to plain text.
class CredentialStore {
public:
    virtual ~CredentialStore() = default;

    /// Nothing when there is no such entry. Error::Keychain with a providerCode of "locked", "no-service", "denied" or "other".
    virtual void read(const QString &key, Completion<std::optional<Secret>> done) = 0;
    virtual void write(const QString &key, const Secret &secret, Completion<std::monostate> done) = 0;
    /// Lets the person unlock it (the desktop asks for the password). `done` when that is over, whatever came of it: read again then. Where a
    /// keychain asks by itself there is nothing to do.
    virtual void unlock(const std::function<void()> &done) { done(); }
    virtual void remove(const QString &key, Completion<std::monostate> done) = 0;
};

} // namespace textback
