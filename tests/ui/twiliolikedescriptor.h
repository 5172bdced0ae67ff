// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"

namespace textback::test {

/// A provider with every kind of field: an account key, an optional plain one, a secret that is needed and one that is not.
inline ProviderDescriptor twilioLikeDescriptor()
{
    ProviderDescriptor provider;
    provider.id = QStringLiteral("twilio");
    provider.name = QStringLiteral("Twilio");
    provider.defaultApiBaseUrl = QStringLiteral("https://api.twilio.com");
    provider.fields = {
        {QStringLiteral("accountSid"), QStringLiteral("Account SID"), false, true, QStringLiteral("AC[0-9a-f]{32}"), QString()},
        {QStringLiteral("apiKeySid"), QStringLiteral("API key SID"), false, false, QStringLiteral("SK[0-9a-f]{32}"), QString()},
        {QStringLiteral("authToken"), QStringLiteral("Auth token"), true, true, QString(), QStringLiteral("TEXTBACK_TWILIO_AUTH_TOKEN")},
        {QStringLiteral("apiSecret"), QStringLiteral("API key secret"), true, false, QString(),
         QStringLiteral("TEXTBACK_TWILIO_API_SECRET")},
    };
    return provider;
}

} // namespace textback::test
