// SPDX-License-Identifier: MIT
#pragma once

#include "credentials/keyringprobe.h"
#include "domain/ports/credentialstore.h"
#include "domain/threadaffinity.h"

#include <QObject>
#include <QString>

#include <functional>

namespace QKeychain {
// The library's own; textback::Job is another thing. NOLINTNEXTLINE(bugprone-forward-declaration-namespace)
class Job;
} // namespace QKeychain

namespace textback {

/// The operating system's keychain through QtKeychain. GUI thread only. Never stores in plain text (QtKeychain's insecure fallback stays off).
/// Errors are of kind Keychain with the code "locked" (it exists and is closed: wait, do not ask to sign in again), "no-service" (this
/// session has no keychain, or none was made yet), "denied" (the user or a policy said no) or "other".
class KeychainCredentialStore final : public QObject, public CredentialStore {
    Q_OBJECT

public:
    /// Asks how the keyring stands before each job; a seam for tests.
    using Probe = std::function<void(QObject *, std::function<void(KeyringState)>)>;

    /// `service` is the name under which the entries are filed ("Textback").
    explicit KeychainCredentialStore(const QString &service, QObject *parent = nullptr);
    KeychainCredentialStore(const QString &service, Probe probe, QObject *parent = nullptr);

    void read(const QString &key, Completion<std::optional<Secret>> done) override;
    void write(const QString &key, const Secret &secret, Completion<std::monostate> done) override;
    void unlock(const std::function<void()> &done) override;
    void remove(const QString &key, Completion<std::monostate> done) override;

private:
    /// Runs `job` if the keyring can be used, else gives the reason.
    void whenUsable(std::function<void()> job, std::function<void(const Error &)> refused);

    ThreadAffinity m_thread;
    QString m_service;
    Probe m_probe;
};

/// The Error for an outcome of QtKeychain (QKeychain::Error as a number) that is not success; `locked` if the probe says so meanwhile.
Error keychainError(int code, const QString &text);

} // namespace textback
