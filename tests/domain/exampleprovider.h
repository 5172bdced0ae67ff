// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"

namespace textback::test {

/// Two providers as the settings know them: one like Twilio, one of quite other keys.
inline std::vector<ProviderDescriptor> exampleProviders()
{
    ProviderDescriptor twilio;
    twilio.id = QStringLiteral("twilio");
    twilio.name = QStringLiteral("Twilio");
    twilio.defaultApiBaseUrl = QStringLiteral("https://api.twilio.com");
    twilio.fields = {
        {QStringLiteral("accountSid"), QStringLiteral("Account SID"), false, true, QStringLiteral("AC[0-9a-f]{32}"), {}},
        {QStringLiteral("apiKeySid"), QStringLiteral("API key SID"), false, false, QStringLiteral("SK[0-9a-f]{32}"), {}},
        {QStringLiteral("authToken"), QStringLiteral("Auth token"), true, false, {}, QStringLiteral("TEXTBACK_TWILIO_AUTH_TOKEN")},
        {QStringLiteral("apiSecret"), QStringLiteral("API secret"), true, false, {}, QStringLiteral("TEXTBACK_TWILIO_API_SECRET")},
    };
    ProviderDescriptor other;
    other.id = QStringLiteral("other");
    other.name = QStringLiteral("Other");
    other.shortestPollSeconds = 5;
    other.fields = {{QStringLiteral("user"), QStringLiteral("User"), false, true, {}, {}},
                    {QStringLiteral("pin"), QStringLiteral("PIN"), true, true, {}, {}}};
    return {twilio, other};
}

} // namespace textback::test
