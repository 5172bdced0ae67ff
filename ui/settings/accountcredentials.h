// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/credentialstore.h"
#include "domain/ports/providerfactory.h"
#include "domain/settings.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace textback {

/// How the secrets of one account stand.
struct CredentialState {
    AccountSecrets secrets;        ///< what could be read
    QSet<QString> fromEnvironment; ///< field keys whose value the environment gives: they win, and cannot be changed here
    QStringList missing;           ///< required secret fields without a value
    std::optional<Error> error;    ///< the keychain could not answer (kind Keychain, see CredentialStore::read)

    /// Enough to sign in with, as far as the form can tell.
    bool isComplete() const { return !error.has_value() && missing.isEmpty() && !secrets.isEmpty(); }
};

/// What to do about secrets that cannot be had, in one line for somebody who runs the program unattended.
QString missingSecrets(const CredentialState &state, const ProviderDescriptor &provider);

/// The sign-in secrets of accounts: the environment first (for unattended use), else the keychain under "provider/account/field"
/// ("twilio/AC.../authToken"). Used at start and by the settings page. GUI thread, no widgets. Remembers what it read last, so that a
/// keychain which locks in mid-session does not sign a running account out.
class AccountCredentials {
public:
    /// Reads one environment variable; empty if it is not set.
    using Environment = std::function<QByteArray(const QString &name)>;

    /// `store` outlives it. Without `environment` the process's own is read.
    explicit AccountCredentials(CredentialStore &store, Environment environment = {});

    /// Reads every secret field of the account. `done` comes exactly once, later or (where nothing has to be asked of the keychain) at once;
    /// never after this object's end.
    void read(const AccountSettings &account, const ProviderDescriptor &provider, std::function<void(const CredentialState &)> done);

    /// Keeps the given secrets in the keychain; an empty one removes the entry. Fields that the environment gives are left alone. `done` as
    /// with read(); the first failure ends it.
    void write(const AccountSettings &account, const ProviderDescriptor &provider, const AccountSecrets &changed,
               std::function<void(const std::optional<Error> &)> done);

    /// The keychain entry of a field; empty while the account's own key (its first required field) is not filled in.
    static QString entryName(const AccountSettings &account, const ProviderDescriptor &provider, const QString &field);

private:
    struct Reading;
    struct Writing;

    void readNext(const std::shared_ptr<Reading> &reading);
    void writeNext(const std::shared_ptr<Writing> &writing);

    CredentialStore &m_store;
    Environment m_environment;
    QHash<QString, Secret> m_known; ///< by entry name
    Lifetime m_lifetime;
};

} // namespace textback
