// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/messagechannel.h"
#include "providers/http/httpmessage.h"

namespace textback {

/// The kind of one of Twilio's error codes where it says more than the status, else `fallback`. Read in Twilio's error dictionary: 20003, 20429,
/// 20500, 20503, 21211, 21610, 21635, 30006, 70051; the others are as the tables of its docs have them.
ErrorKind kindOfTwilioCode(const QString &code, ErrorKind fallback);

/// Whether a delivery failed because the number it came from is not registered for texts to the United States (A2P 10DLC).
bool isUnregisteredSender(const QString &code);

/// What a code says about the recipient's number itself, so that it is not texted again; nothing for all that may pass.
std::optional<NumberCapability> recipientOfTwilioCode(const QString &code);

/// What an answer that is no success means. Twilio's own words are kept in `detail` (redacted), its number in `providerCode`.
Error twilioError(const HttpAnswer &answer);

/// Whether a body is Twilio's way to say no ({"code":21610,"message":...}): only then is a 4xx a definite refusal.
bool isTwilioRefusal(const QByteArray &body);

/// How an attempt to send ended:
/// a 2xx with a readable message is Accepted; 401 and 429 are NotAccepted (refused before processing); a 4xx with Twilio's own error body is
/// Refused; a body that was never read by the network is NotAccepted; all else (5xx, 408, redirects, half or foreign answers, lost connections,
/// our own deadline) is Unknown.
SendReport twilioSendReport(const HttpAnswer &answer);

} // namespace textback
