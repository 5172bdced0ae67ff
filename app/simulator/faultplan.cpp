// SPDX-License-Identifier: MIT
#include "simulator/faultplan.h"

#include "domain/ports/random.h"
#include "simulator/twiliojson.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct FaultText {
    FaultKind kind;
    QLatin1StringView name;
    bool acts;
    QLatin1StringView description;
};

constexpr std::array faultTexts{
    FaultText{FaultKind::Unauthorized, "unauthorized"_L1, false, "401, the sign-in is refused"_L1},
    FaultText{FaultKind::Forbidden, "forbidden"_L1, false, "403, the account may not do that"_L1},
    FaultText{FaultKind::NotFound, "not-found"_L1, false, "404, as if it did not exist"_L1},
    FaultText{FaultKind::Gone, "gone"_L1, false, "410, deleted at the provider"_L1},
    FaultText{FaultKind::RateLimited, "rate-limited"_L1, false, "429 with Retry-After"_L1},
    FaultText{FaultKind::ServerError, "server-error"_L1, false, "500 before acting"_L1},
    FaultText{FaultKind::ServerErrorAfter, "server-error-after"_L1, true, "500 after acting"_L1},
    FaultText{FaultKind::Unavailable, "unavailable"_L1, false, "503 before acting"_L1},
    FaultText{FaultKind::StalledBody, "stalled-body"_L1, true, "acts, sends half of the body, then silence"_L1},
    FaultText{FaultKind::Closed, "closed"_L1, false, "reads the request and closes the connection"_L1},
    FaultText{FaultKind::ClosedAfter, "closed-after"_L1, true, "acts, then closes the connection unanswered"_L1},
    FaultText{FaultKind::Reset, "reset"_L1, false, "reads the request and resets the connection"_L1},
    FaultText{FaultKind::ResetAfter, "reset-after"_L1, true, "acts, then resets the connection"_L1},
    FaultText{FaultKind::Hang, "hang"_L1, false, "26 seconds of silence, then 500"_L1},
    FaultText{FaultKind::HangAfter, "hang-after"_L1, true, "acts at once, answers after 26 seconds"_L1},
    FaultText{FaultKind::TruncatedJson, "truncated-json"_L1, true, "acts, sends half of the JSON as if it were all"_L1},
    FaultText{FaultKind::ShortBody, "short-body"_L1, true, "acts, sends half of the promised bytes"_L1},
    FaultText{FaultKind::InvalidJson, "invalid-json"_L1, true, "acts, answers with broken JSON"_L1},
    FaultText{FaultKind::WrongJson, "wrong-json"_L1, true, "acts, answers with other JSON"_L1},
    FaultText{FaultKind::Html, "html"_L1, false, "200 with a web page"_L1},
    FaultText{FaultKind::Gzip, "gzip"_L1, true, "acts, answers compressed"_L1},
    FaultText{FaultKind::GzipBomb, "gzip-bomb"_L1, false, "64 MiB packed into 64 kB"_L1},
    FaultText{FaultKind::HugeBody, "huge-body"_L1, true, "acts, answers with 100 MiB"_L1},
    FaultText{FaultKind::Trickle, "trickle"_L1, true, "acts, answers one byte every half second"_L1},
    FaultText{FaultKind::Redirect, "redirect"_L1, false, "307 to another address"_L1},
};
static_assert(faultTexts.size() == faultKindCount);

const FaultText &textOf(FaultKind kind)
{
    return *std::find_if(faultTexts.begin(), faultTexts.end(), [kind](const FaultText &text) { return text.kind == kind; });
}

constexpr std::array<quint32, 256> crcTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 byte = 0; byte < 256; ++byte) {
        quint32 crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1U)));
        table[byte] = crc;
    }
    return table;
}();

/// CRC-32 as RFC 1952 has it.
quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xffffffffU;
    for (const char c : data)
        crc = (crc >> 8) ^ crcTable[(crc ^ static_cast<unsigned char>(c)) & 0xffU];
    return ~crc;
}

void appendLittleEndian(QByteArray &to, quint32 value)
{
    for (int shift = 0; shift < 32; shift += 8)
        to += static_cast<char>((value >> shift) & 0xffU);
}

/// The draw number `draw` of a row that `seed` begins, from 0 to below 1 (SplitMix64, public domain).
double chance(quint32 seed, quint32 draw)
{
    quint64 mixed = (quint64(seed) << 32 | draw) + 0x9e3779b97f4a7c15ULL;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<double>((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53;
}

HttpResponse html()
{
    return HttpResponse::html(200, "<!DOCTYPE html><html><head><title>Guest network</title></head><body><h1>Welcome</h1>"
                                   "<form><button>Accept the terms to go online</button></form></body></html>");
}

Millis hangTime(const FaultRule &fault)
{
    bool ok = false;
    const double seconds = fault.value.toDouble(&ok);
    return ok && seconds >= 0 && seconds <= 3600 ? Millis(static_cast<qint64>(seconds * 1000)) : Millis(26s);
}

HttpResponse with(HttpResponse response, HttpDelivery delivery)
{
    response.delivery = delivery;
    return response;
}

HttpResponse compressed(HttpResponse response)
{
    response.headers.append({"Content-Encoding"_ba, "gzip"_ba});
    response.body = gzip(response.body);
    return response;
}

} // namespace

QString toString(FaultKind kind)
{
    return textOf(kind).name;
}

std::optional<FaultKind> faultKindFromString(const QString &text)
{
    for (const FaultText &entry : faultTexts) {
        if (entry.name == text)
            return entry.kind;
    }
    return std::nullopt;
}

QString describe(FaultKind kind)
{
    return textOf(kind).description;
}

bool actsFirst(FaultKind kind)
{
    return textOf(kind).acts;
}

std::optional<FaultRule> FaultPlan::take(const HttpRequest &request, Random &random)
{
    const auto fits = [&request, &random](FaultRule &rule) {
        return (rule.method.isEmpty() || rule.method == request.method) && (rule.path.isEmpty() || request.path.contains(rule.path)) &&
               (rule.probability >= 1 || (rule.seed ? chance(*rule.seed, rule.drawn++) : random.uniform()) < rule.probability);
    };
    const auto found = std::find_if(m_rules.begin(), m_rules.end(), fits);
    if (found == m_rules.end())
        return std::nullopt;
    const FaultRule rule = *found;
    if (found->count > 0 && --found->count == 0)
        m_rules.erase(found);
    return rule;
}

HttpResponse faultyResponse(const FaultRule &fault, const HttpResponse &proper)
{
    switch (fault.kind) {
    case FaultKind::Unauthorized:
        return twilioErrorResponse({401, 20003, u"Authenticate"_s});
    case FaultKind::Forbidden:
        return twilioErrorResponse({403, 20005, u"Account not active"_s});
    case FaultKind::NotFound:
        return twilioErrorResponse({404, 20404, u"The requested resource was not found"_s});
    case FaultKind::Gone:
        return twilioErrorResponse({410, 20404, u"The requested resource was deleted"_s});
    case FaultKind::RateLimited: {
        HttpResponse response = twilioErrorResponse({429, 20429, u"Too Many Requests"_s});
        // "none" leaves the header out, anything else is sent as it is: seconds, a date, nonsense.
        if (fault.value != "none"_L1)
            response.headers.append({"Retry-After"_ba, fault.value.isEmpty() ? "1"_ba : fault.value.simplified().toLatin1()});
        return response;
    }
    case FaultKind::ServerError:
    case FaultKind::ServerErrorAfter:
        return twilioErrorResponse({500, 20500, u"An internal server error has occurred"_s});
    case FaultKind::Unavailable:
        return twilioErrorResponse({503, 20503, u"Service unavailable"_s});
    case FaultKind::StalledBody:
        return with(proper, HttpDelivery::StallBody);
    case FaultKind::Closed:
    case FaultKind::ClosedAfter:
        return with({}, HttpDelivery::CloseUnanswered);
    case FaultKind::Reset:
    case FaultKind::ResetAfter:
        return with({}, HttpDelivery::Reset);
    case FaultKind::Hang: {
        HttpResponse response = twilioErrorResponse({500, 20500, u"An internal server error has occurred"_s});
        response.delay = hangTime(fault);
        return response;
    }
    case FaultKind::HangAfter: {
        HttpResponse response = proper;
        response.delay = hangTime(fault);
        return response;
    }
    case FaultKind::TruncatedJson:
        return with(proper, HttpDelivery::CutBody);
    case FaultKind::ShortBody:
        return with(proper, HttpDelivery::ShortBody);
    case FaultKind::InvalidJson: {
        HttpResponse response = proper;
        response.body.replace(':', '=');
        return response;
    }
    case FaultKind::WrongJson:
        return HttpResponse::json(proper.status, R"({"calls": "none", "messages": 7, "sid": null, "status": ["queued"]})");
    case FaultKind::Html:
        return html();
    case FaultKind::Gzip:
        return compressed(proper);
    case FaultKind::GzipBomb:
        return compressed(HttpResponse::json(200, QByteArray(qsizetype(64) * 1024 * 1024, ' ')));
    case FaultKind::HugeBody: {
        HttpResponse response = proper;
        response.padding = qint64(100) * 1024 * 1024;
        return response;
    }
    case FaultKind::Trickle:
        return with(proper, HttpDelivery::Trickle);
    case FaultKind::Redirect: {
        HttpResponse response;
        response.status = 307;
        response.headers.append(
            {"Location"_ba, fault.value.isEmpty() ? "https://example.com/elsewhere"_ba : fault.value.simplified().toLatin1()});
        return response;
    }
    }
    Q_UNREACHABLE();
}

QByteArray gzip(const QByteArray &data)
{
    // qCompress writes its own length (4 bytes) and a zlib stream: header (2), deflated data, checksum (4). RFC 1950 and RFC 1952 share
    // what is in the middle.
    const QByteArray zlib = qCompress(data);
    QByteArray packed = QByteArray::fromHex("1f8b08000000000000ff");
    packed += zlib.mid(6, zlib.size() - 10);
    appendLittleEndian(packed, crc32(data));
    appendLittleEndian(packed, static_cast<quint32>(data.size()));
    return packed;
}

} // namespace textback
