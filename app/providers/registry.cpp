// SPDX-License-Identifier: MIT
#include "providers/registry.h"

#include "domain/loopback.h"
#include "domain/settings.h"
#include "providers/twilio/twilioconnection.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

Error refused(const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Rejected;
    error.detail = detail;
    return error;
}

/// What is wrong with the fields of a sign-in, or nothing. Never contains a value.
std::optional<QString> fieldProblem(const ProviderDescriptor &provider, const AccountSettings &account, const AccountSecrets &secrets)
{
    for (const ProviderField &field : provider.fields) {
        if (field.secret) {
            if (field.required && secrets.value(field.key).isEmpty())
                return u"missing: %1"_s.arg(field.key);
            continue;
        }
        const QString value = account.fields.value(field.key);
        if (value.isEmpty()) {
            if (field.required)
                return u"missing: %1"_s.arg(field.key);
        } else if (!field.pattern.isEmpty() &&
                   !QRegularExpression(QRegularExpression::anchoredPattern(field.pattern)).match(value).hasMatch()) {
            return u"not a usable %1"_s.arg(field.key);
        }
    }
    return std::nullopt;
}

/// Where the provider is asked: its own address or the one of the settings, without path.
Result<QUrl> baseUrl(const ProviderDescriptor &provider, const AccountSettings &account)
{
    const QUrl url(account.apiBaseUrl.isEmpty() ? provider.defaultApiBaseUrl : account.apiBaseUrl, QUrl::StrictMode);
    const bool isPlain =
        (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
    if (!url.isValid() || url.host().isEmpty() || !isPlain)
        return tl::unexpected(refused(u"apiBaseUrl: not an address of the form https://host"_s));
    if (isLoopback(url) ? (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) : url.scheme() != "https"_L1)
        return tl::unexpected(refused(u"apiBaseUrl: must be https"_s));
    // The key goes to whoever is asked: a settings file may not send it anywhere else.
    if (!isLoopback(url) && !provider.hosts.contains(url.host()))
        return tl::unexpected(refused(u"apiBaseUrl: %1 is not one of %2's hosts"_s.arg(url.host(), provider.name)));
    QUrl base;
    base.setScheme(url.scheme());
    base.setHost(url.host());
    base.setPort(url.port());
    return base;
}

} // namespace

ProviderRegistry::ProviderRegistry(QNetworkAccessManager &network, QNetworkAccessManager &fileNetwork, Clock &clock, Scheduler &scheduler,
                                   Random &random)
    : m_ports{network, fileNetwork, clock, scheduler, random}
{
}

const std::vector<ProviderRegistry::Entry> &ProviderRegistry::entries()
{
    static const std::vector<Entry> list{
        {&TwilioConnection::description, &ProviderRegistry::makeTwilio},
    };
    return list;
}

Result<std::unique_ptr<ProviderConnection>> ProviderRegistry::makeTwilio(const Ports &ports, const AccountSettings &account,
                                                                         const AccountSecrets &secrets, const QUrl &base)
{
    auto login = TwilioConnection::login(account, secrets);
    if (!login)
        return tl::unexpected(login.error());
    return std::make_unique<TwilioConnection>(ports.network, ports.fileNetwork, ports.clock, ports.scheduler, std::move(*login), base,
                                              account.lookUpLineType);
}

std::vector<ProviderDescriptor> ProviderRegistry::descriptors() const
{
    std::vector<ProviderDescriptor> result;
    for (const Entry &entry : entries())
        result.push_back(entry.descriptor());
    return result;
}

Result<std::unique_ptr<ProviderConnection>> ProviderRegistry::connect(const AccountSettings &account, const AccountSecrets &secrets)
{
    const auto &list = entries();
    const auto entry = std::find_if(list.begin(), list.end(), [&account](const Entry &e) { return e.descriptor().id == account.provider; });
    if (entry == list.end())
        return tl::unexpected(refused(u"unknown provider: %1"_s.arg(account.provider)));
    if (const auto problem = fieldProblem(entry->descriptor(), account, secrets))
        return tl::unexpected(refused(*problem));
    const Result<QUrl> base = baseUrl(entry->descriptor(), account);
    if (!base)
        return tl::unexpected(base.error());
    return entry->make(m_ports, account, secrets, *base);
}

} // namespace textback
