// SPDX-License-Identifier: MIT
#include "providers/twilio/twilioerrors.h"

#include "providers/http/jsonreader.h"
#include "providers/http/redact.h"
#include "providers/http/retrypolicy.h"
#include "providers/twilio/twiliojson.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

struct KnownCode {
    QLatin1StringView code;
    ErrorKind kind;
};

constexpr std::array knownCodes{
    KnownCode{"20003"_L1, ErrorKind::Unauthorized},     // permission denied
    KnownCode{"20429"_L1, ErrorKind::RateLimited},      // never processed
    KnownCode{"20500"_L1, ErrorKind::Server},           // may have been processed
    KnownCode{"20503"_L1, ErrorKind::Server},           //
    KnownCode{"70051"_L1, ErrorKind::Unauthorized},     // authorization failed
    KnownCode{"21211"_L1, ErrorKind::InvalidRecipient}, // no valid number
    KnownCode{"21217"_L1, ErrorKind::InvalidRecipient}, //
    KnownCode{"21610"_L1, ErrorKind::OptedOut},         //
    KnownCode{"21614"_L1, ErrorKind::InvalidRecipient}, // no mobile
    KnownCode{"21635"_L1, ErrorKind::InvalidRecipient}, // landline
    KnownCode{"30006"_L1, ErrorKind::InvalidRecipient}, // landline or unreachable carrier
};

struct Refusal {
    QString code;
    QString message;
};

std::optional<Refusal> refusalIn(const QByteArray &body)
{
    auto document = JsonRecord::parse(body);
    if (!document)
        return std::nullopt;
    const Refusal refusal{document->code("code"_L1), document->text("message"_L1)};
    if (refusal.code.isEmpty() || !document->problem().isEmpty())
        return std::nullopt;
    return refusal;
}

} // namespace

ErrorKind kindOfTwilioCode(const QString &code, ErrorKind fallback)
{
    const auto found = std::find_if(knownCodes.begin(), knownCodes.end(), [&code](const KnownCode &known) { return known.code == code; });
    return found == knownCodes.end() ? fallback : found->kind;
}

std::optional<NumberCapability> recipientOfTwilioCode(const QString &code)
{
    if (code == "21614"_L1 || code == "21635"_L1 || code == "30006"_L1)
        return NumberCapability::Landline;
    if (code == "21211"_L1 || code == "21217"_L1)
        return NumberCapability::CannotReceive;
    return std::nullopt;
}

bool isUnregisteredSender(const QString &code)
{
    return code == "30034"_L1;
}

bool isTwilioRefusal(const QByteArray &body)
{
    return refusalIn(body).has_value();
}

Error twilioError(const HttpAnswer &answer)
{
    Error error = errorFrom(answer, u"Twilio"_s);
    if (answer.end != HttpEnd::Answered || answer.status < 400)
        return error;
    if (const auto refusal = refusalIn(answer.body)) {
        error.providerCode = refusal->code;
        // What the status says about the sign-in and the pace holds whatever the code.
        if (error.kind != ErrorKind::Unauthorized && error.kind != ErrorKind::RateLimited)
            error.kind = kindOfTwilioCode(refusal->code, error.kind);
        error.detail = u"Twilio %1 (HTTP %2): %3"_s.arg(refusal->code).arg(answer.status).arg(redactText(refusal->message.left(500)));
    }
    return error;
}

SendReport twilioSendReport(const HttpAnswer &answer)
{
    SendReport report;
    report.providerTime = answer.date;
    if (answer.isSuccess()) {
        auto message = parseTwilioMessage(answer.body);
        if (message) {
            report.end = SendEnd::Accepted;
            report.providerMessageId = message->message.providerMessageId;
            report.status = message->message.status;
            return report;
        }
        report.error = message.error();
        report.error->httpStatus = answer.status;
    } else {
        report.error = twilioError(answer);
    }
    const ErrorKind kind = report.error->kind;
    const bool isRefusal = answer.end == HttpEnd::Answered && answer.status >= 400 && answer.status < 500 && answer.status != 408 &&
                           isTwilioRefusal(answer.body);
    // These two are said before anything is done with a request, so the status line is enough.
    if (answer.status == 429 || answer.status == 401 ||
        (isRefusal && (kind == ErrorKind::RateLimited || kind == ErrorKind::Unauthorized))) {
        report.end = SendEnd::NotAccepted;
        if (answer.end != HttpEnd::Answered)
            report.error->kind = kindOfStatus(answer.status);
        return report;
    }
    if (isRefusal && kind != ErrorKind::Server) {
        report.end = SendEnd::Refused;
        report.recipient = recipientOfTwilioCode(report.error->providerCode);
        return report;
    }
    if (!answer.mayHaveArrived && !answer.isSuccess()) {
        report.end = SendEnd::NotAccepted;
        return report;
    }
    report.end = SendEnd::Unknown;
    report.unknownCause = answer.end == HttpEnd::DeadlinePassed ? UnknownCause::GaveUpWaiting : UnknownCause::ConnectionEnded;
    return report;
}

} // namespace textback
