// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "providers/twilio/twilioerrors.h"
#include "providers/twilio/twiliojson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// How an attempt to send ended is what decides whether a text may go out once more: nothing that the answer holds may turn "perhaps taken" into
/// "surely not taken".
void checkSend(uint8_t how, const QByteArray &body)
{
    static constexpr std::array statuses{200, 201, 204, 301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504};
    HttpAnswer answer;
    answer.end = HttpEnd::Answered;
    answer.status = statuses[how % statuses.size()];
    answer.body = body;
    answer.mayHaveArrived = true;
    const SendReport report = twilioSendReport(answer);
    const bool success = answer.status >= 200 && answer.status < 300;
    const bool definite = answer.status >= 400 && answer.status < 500 && answer.status != 408;
    FUZZ_PROMISE((report.end == SendEnd::Accepted) == (success && parseTwilioMessage(body).has_value()));
    FUZZ_PROMISE((report.end == SendEnd::Accepted) == !report.providerMessageId.isEmpty());
    FUZZ_PROMISE((report.end == SendEnd::Accepted) == !report.error.has_value());
    if (answer.status == 401 || answer.status == 429)
        FUZZ_PROMISE(report.end == SendEnd::NotAccepted);
    else if (!definite || !isTwilioRefusal(body))
        FUZZ_PROMISE(report.end == SendEnd::Accepted || report.end == SendEnd::Unknown);
    if (report.end == SendEnd::Unknown)
        FUZZ_PROMISE(report.unknownCause != UnknownCause::None);
    if (isTwilioRefusal(body))
        FUZZ_PROMISE(QJsonDocument::fromJson(body).object().contains("code"_L1));

    // The same answer without its end, and a request of which no byte was read.
    answer.end = HttpEnd::ConnectionLost;
    const SendReport lost = twilioSendReport(answer);
    FUZZ_PROMISE(lost.end == (answer.status == 401 || answer.status == 429 ? SendEnd::NotAccepted : SendEnd::Unknown));
    answer.end = HttpEnd::Unreachable;
    answer.status = 0;
    answer.mayHaveArrived = false;
    FUZZ_PROMISE(twilioSendReport(answer).end == SendEnd::NotAccepted);
}

template <typename Value>
void checkHalf(const QByteArray &json, Result<Value> (*parse)(const QByteArray &))
{
    const QByteArray trimmed = json.trimmed();
    if (parse(trimmed))
        FUZZ_PROMISE(!parse(trimmed.chopped(1)));
}

} // namespace

// The first letter says what was asked: a account, c call, m message, r recordings, n notifications, l lookup; s and a second byte (the status)
// the answer to a text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray json = fuzz::bytesOf(data + 1, size - 1);
    switch (data[0]) {
    case 'a':
        checkHalf(json, parseTwilioAccount);
        break;
    case 'c':
        checkHalf(json, parseTwilioCall);
        break;
    case 'm':
        checkHalf(json, parseTwilioMessage);
        break;
    case 'r':
        checkHalf(json, parseTwilioRecordings);
        if (const auto details = parseTwilioRecordings(json))
            FUZZ_PROMISE(details->recordings >= 0 && (details->recordings > 0) == !details->recordingId.isEmpty());
        break;
    case 'n':
        checkHalf(json, parseTwilioNotifications);
        break;
    case 'l':
        checkHalf(json, parseTwilioLookup);
        break;
    default:
        checkSend(data[1], fuzz::bytesOf(data + 2, size - 2));
    }
    return 0;
}
