// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"
#include "providers/registry.h"
#include "providers/twilio/twiliofixtures.h"
#include "support/fakenetwork.h"
#include "support/virtualtime.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace textback::test {

/// One Twilio account behind a fake network in virtual time.
class TwilioConnectionFixture {
protected:
    void begin()
    {
        m_time = std::make_unique<VirtualTime>();
        m_random = std::make_unique<SeededRandom>();
        m_network = std::make_unique<FakeNetwork>(*m_time, *m_time);
        m_registry = std::make_unique<ProviderRegistry>(*m_network, *m_network, *m_time, *m_time, *m_random);
        m_connection = connectWith();
    }
    void end()
    {
        m_connection.reset();
        m_registry.reset();
        m_network.reset();
    }

    std::unique_ptr<ProviderConnection> connectWith(const QString &base = {}, bool withKey = false, bool lookUp = false)
    {
        AccountSettings account;
        account.apiBaseUrl = base;
        account.lookUpLineType = lookUp;
        account.fields.insert(QStringLiteral("accountSid"), QString::fromLatin1(accountSid));
        AccountSecrets secrets;
        secrets.insert(QStringLiteral("authToken"), Secret(authToken));
        if (withKey) {
            account.fields.insert(QStringLiteral("apiKeySid"), QString::fromLatin1(apiKeySid));
            secrets.insert(QStringLiteral("apiSecret"), Secret(apiSecret));
        }
        auto connection = m_registry->connect(account, secrets);
        return connection ? std::move(*connection) : nullptr;
    }
    Result<CallLogAnswer> fetchCalls(const QStringList &open = {})
    {
        Result<CallLogAnswer> result = tl::unexpected(Error{ErrorKind::Cancelled, QStringLiteral("no answer came"), {}, 0, {}});
        m_connection->calls().fetchCalls({m_since, open}, [&](Result<CallLogAnswer> answer) { result = std::move(answer); });
        m_time->advance(std::chrono::seconds(60));
        return result;
    }
    Result<MessageAnswer> fetchMessages(const QStringList &watch = {})
    {
        Result<MessageAnswer> result = tl::unexpected(Error{ErrorKind::Cancelled, QStringLiteral("no answer came"), {}, 0, {}});
        m_connection->messages().fetchMessages({m_since, watch}, [&](Result<MessageAnswer> answer) { result = std::move(answer); });
        m_time->advance(std::chrono::seconds(60));
        return result;
    }

    const UtcTime m_since = fromUnixMillis(1795446000000) - std::chrono::minutes(20); // 14:40 on the fake clock's day
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ProviderRegistry> m_registry;
    std::unique_ptr<ProviderConnection> m_connection;
};

} // namespace textback::test
