// SPDX-License-Identifier: MIT
#include "ui/settings/accountcredentials.h"

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

/// One run through the secret fields of an account, field by field: the keychain's queue takes one job after the other anyway.
struct AccountCredentials::Reading {
    AccountSettings account;
    ProviderDescriptor provider;
    std::function<void(const CredentialState &)> done;
    CredentialState state;
    size_t next = 0;
};

struct AccountCredentials::Writing {
    QList<std::pair<QString, Secret>> entries; ///< by entry name
    std::function<void(const std::optional<Error> &)> done;
    qsizetype next = 0;
};

AccountCredentials::AccountCredentials(CredentialStore &store, Environment environment)
    : m_store(store)
    , m_environment(std::move(environment))
{
    if (!m_environment)
        m_environment = [](const QString &name) { return qgetenv(name.toLocal8Bit().constData()); };
}

QString AccountCredentials::entryName(const AccountSettings &account, const ProviderDescriptor &provider, const QString &field)
{
    for (const ProviderField &candidate : provider.fields) {
        if (candidate.secret || !candidate.required)
            continue;
        const QString key = account.fields.value(candidate.key);
        return key.isEmpty() ? QString() : provider.id + u'/' + key + u'/' + field;
    }
    return provider.id + u'/' + field; // a provider that is told apart by nothing but its secret
}

void AccountCredentials::read(const AccountSettings &account, const ProviderDescriptor &provider,
                              std::function<void(const CredentialState &)> done)
{
    auto reading = std::make_shared<Reading>();
    reading->account = account;
    reading->provider = provider;
    reading->done = std::move(done);
    readNext(reading);
}

void AccountCredentials::readNext(const std::shared_ptr<Reading> &reading)
{
    CredentialState &state = reading->state;
    while (reading->next < reading->provider.fields.size()) {
        const ProviderField &field = reading->provider.fields[reading->next];
        if (!field.secret) {
            ++reading->next;
            continue;
        }
        if (const QByteArray given = field.environmentVariable.isEmpty() ? QByteArray() : m_environment(field.environmentVariable);
            !given.isEmpty()) {
            state.secrets.insert(field.key, Secret(given));
            state.fromEnvironment.insert(field.key);
            ++reading->next;
            continue;
        }
        const QString entry = entryName(reading->account, reading->provider, field.key);
        if (entry.isEmpty()) {
            if (field.required)
                state.missing.append(field.key);
            ++reading->next;
            continue;
        }
        m_store.read(entry, m_lifetime.guard([this, reading, entry](const Result<std::optional<Secret>> &result) {
            const ProviderField &asked = reading->provider.fields[reading->next];
            CredentialState &answer = reading->state;
            std::optional<Secret> secret;
            if (result.has_value()) {
                secret = *result;
                if (secret.has_value())
                    m_known.insert(entry, *secret);
                else
                    m_known.remove(entry);
            } else if (const auto known = m_known.constFind(entry); known != m_known.constEnd()) {
                secret = *known;
            } else {
                answer.error = result.error();
            }
            if (secret.has_value() && !secret->isEmpty())
                answer.secrets.insert(asked.key, *secret);
            else if (asked.required && result.has_value())
                answer.missing.append(asked.key);
            ++reading->next;
            readNext(reading);
        }));
        return;
    }
    // Another way in may have been found (the environment gives the one secret that is needed): then a silent keychain is no trouble.
    if (state.error.has_value() && !state.fromEnvironment.isEmpty() && state.missing.isEmpty())
        state.error.reset();
    reading->done(state);
}

void AccountCredentials::write(const AccountSettings &account, const ProviderDescriptor &provider, const AccountSecrets &changed,
                               std::function<void(const std::optional<Error> &)> done)
{
    auto writing = std::make_shared<Writing>();
    writing->done = std::move(done);
    for (const ProviderField &field : provider.fields) {
        if (!field.secret || !changed.contains(field.key))
            continue;
        if (!field.environmentVariable.isEmpty() && !m_environment(field.environmentVariable).isEmpty())
            continue;
        const QString entry = entryName(account, provider, field.key);
        if (!entry.isEmpty())
            writing->entries.append({entry, changed.value(field.key)});
    }
    writeNext(writing);
}

void AccountCredentials::writeNext(const std::shared_ptr<Writing> &writing)
{
    if (writing->next >= writing->entries.size()) {
        writing->done(std::nullopt);
        return;
    }
    const auto [entry, secret] = writing->entries[writing->next];
    const auto next = m_lifetime.guard([this, writing, entryName = entry, kept = secret](const Result<std::monostate> &result) {
        if (!result.has_value()) {
            writing->done(result.error());
            return;
        }
        if (kept.isEmpty())
            m_known.remove(entryName);
        else
            m_known.insert(entryName, kept);
        ++writing->next;
        writeNext(writing);
    });
    if (secret.isEmpty())
        m_store.remove(entry, next);
    else
        m_store.write(entry, secret, next);
}

QString missingSecrets(const CredentialState &state, const ProviderDescriptor &provider)
{
    QStringList variables;
    for (const ProviderField &field : provider.fields) {
        if (field.secret && !field.environmentVariable.isEmpty())
            variables << field.environmentVariable;
    }
    const QString remedy = u"set %1"_s.arg(variables.join(u" or "_s));
    if (!state.error)
        return u"no sign-in secret for the %1 account, neither in the environment nor in the keychain: %2"_s.arg(provider.name, remedy);
    if (state.error->providerCode == "no-service"_L1)
        return u"this session has no keychain to take the %1 secret from: %2"_s.arg(provider.name, remedy);
    if (state.error->providerCode == "denied"_L1)
        return u"the keychain did not give the %1 secret out: %2"_s.arg(provider.name, remedy);
    return u"the keychain cannot be read (%1): %2"_s.arg(state.error->detail, remedy);
}

} // namespace textback
