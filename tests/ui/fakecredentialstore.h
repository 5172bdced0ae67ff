// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/credentialstore.h"

#include <QMap>
#include <QMetaObject>
#include <QObject>
#include <QStringList>

namespace textback::test {

/// A keychain in memory that answers from the event loop, as the real one does, and can be made to fail.
class FakeCredentialStore final : public QObject, public CredentialStore {
public:
    void read(const QString &key, Completion<std::optional<Secret>> done) override
    {
        asked.append(key);
        later([this, key, done = std::move(done)] {
            if (!failure.isEmpty())
                done(tl::unexpected(error()));
            else
                done(entries.contains(key) ? std::optional(entries.value(key)) : std::nullopt);
        });
    }
    void write(const QString &key, const Secret &secret, Completion<std::monostate> done) override
    {
        later([this, key, secret, done = std::move(done)] {
            if (!failure.isEmpty()) {
                done(tl::unexpected(error()));
                return;
            }
            entries.insert(key, secret);
            done(std::monostate());
        });
    }
    void remove(const QString &key, Completion<std::monostate> done) override
    {
        later([this, key, done = std::move(done)] {
            if (!failure.isEmpty()) {
                done(tl::unexpected(error()));
                return;
            }
            entries.remove(key);
            done(std::monostate());
        });
    }

    QMap<QString, Secret> entries;
    QStringList asked;
    QString failure; ///< "locked", "no-service", "denied" or "other"; empty: it works

private:
    Error error() const { return Error{ErrorKind::Keychain, QStringLiteral("fake"), std::nullopt, 0, failure}; }
    template <typename Function>
    void later(Function function)
    {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }
};

} // namespace textback::test
