// SPDX-License-Identifier: MIT
#include "credentials/keychaincredentialstore.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

Error makeError(const QString &code, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Keychain;
    error.providerCode = code;
    error.detail = detail;
    return error;
}

/// Starts a job that outlives neither its store nor its answer.
template <typename Job, typename Done>
void run(Job *job, const QString &key, QObject *context, Done done)
{
    job->setKey(key);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)](QKeychain::Job *) { done(*job); });
    job->start();
}

} // namespace

Error keychainError(int code, const QString &text)
{
    switch (static_cast<QKeychain::Error>(code)) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return makeError(u"denied"_s, text);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return makeError(u"no-service"_s, text);
    default:
        return makeError(u"other"_s, text);
    }
}

KeychainCredentialStore::KeychainCredentialStore(const QString &service, QObject *parent)
    : KeychainCredentialStore(service, probeKeyring, parent)
{
}

KeychainCredentialStore::KeychainCredentialStore(const QString &service, Probe probe, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_probe(std::move(probe))
{
}

void KeychainCredentialStore::whenUsable(std::function<void()> job, std::function<void(const Error &)> refused)
{
    m_thread.check("KeychainCredentialStore");
    m_probe(this, [job = std::move(job), refused = std::move(refused)](KeyringState state) {
        switch (state) {
        case KeyringState::Locked:
            return refused(makeError(u"locked"_s, u"the keyring is locked"_s));
        case KeyringState::NoService:
            return refused(makeError(u"no-service"_s, u"nobody offers org.freedesktop.secrets"_s));
        case KeyringState::Empty: // a read finds nothing there, a write may ask the user for a password of the new keyring
        case KeyringState::Usable:
            return job();
        }
    });
}

void KeychainCredentialStore::unlock(const std::function<void()> &done)
{
    unlockKeyring(this, done);
}

void KeychainCredentialStore::read(const QString &key, Completion<std::optional<Secret>> done)
{
    whenUsable(
        [this, key, done] {
            run(new QKeychain::ReadPasswordJob(m_service), key, this, [done](const QKeychain::ReadPasswordJob &job) {
                if (job.error() == QKeychain::NoError)
                    return done(std::optional<Secret>(Secret(job.binaryData())));
                if (job.error() == QKeychain::EntryNotFound)
                    return done(std::optional<Secret>());
                done(tl::unexpected(keychainError(job.error(), job.errorString())));
            });
        },
        [done](const Error &error) { done(tl::unexpected(error)); });
}

void KeychainCredentialStore::write(const QString &key, const Secret &secret, Completion<std::monostate> done)
{
    whenUsable(
        [this, key, secret, done] {
            auto *job = new QKeychain::WritePasswordJob(m_service);
            // As text: the desktop's own keyring programs show binary data as garbage, and read() takes the same bytes back.
            job->setTextData(QString::fromUtf8(secret.reveal()));
            run(job, key, this, [done](const QKeychain::WritePasswordJob &finished) {
                if (finished.error() == QKeychain::NoError)
                    return done(std::monostate());
                done(tl::unexpected(keychainError(finished.error(), finished.errorString())));
            });
        },
        [done](const Error &error) { done(tl::unexpected(error)); });
}

void KeychainCredentialStore::remove(const QString &key, Completion<std::monostate> done)
{
    whenUsable(
        [this, key, done] {
            run(new QKeychain::DeletePasswordJob(m_service), key, this, [done](const QKeychain::DeletePasswordJob &job) {
                if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
                    return done(std::monostate());
                done(tl::unexpected(keychainError(job.error(), job.errorString())));
            });
        },
        [done](const Error &error) { done(tl::unexpected(error)); });
}

} // namespace textback
