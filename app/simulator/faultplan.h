// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"
#include "simulator/httpmessage.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace textback {

class Random;

/// The ways in which the provider, or what is between it and the program, can fail. Each answers whether the request is still carried out
/// ("acts"): that is the difference between a text that may be sent again and one that must not.
enum class FaultKind {
    Unauthorized,     ///< 401
    Forbidden,        ///< 403
    NotFound,         ///< 404
    Gone,             ///< 410
    RateLimited,      ///< 429 with Retry-After
    ServerError,      ///< 500 before acting
    ServerErrorAfter, ///< 500 after acting
    Unavailable,      ///< 503 before acting
    StalledBody,      ///< acts; half of the body, then silence
    Closed,           ///< connection closed after the request was read, not acted on
    ClosedAfter,      ///< the same, acted on
    Reset,            ///< RST, not acted on
    ResetAfter,       ///< RST, acted on
    Hang,             ///< 26 s of silence, then 500, not acted on
    HangAfter,        ///< acts at once, answers after 26 s
    TruncatedJson,    ///< acts; half of the body without a length, then the end
    ShortBody,        ///< acts; half of the promised length, then the end
    InvalidJson,      ///< acts; the body is no JSON
    WrongJson,        ///< acts; valid JSON of another form
    Html,             ///< 200 with a page of a captive portal, not acted on
    Gzip,             ///< acts; the right body, compressed though nobody asked
    GzipBomb,         ///< 64 MiB of spaces in a few kilobytes, not acted on
    HugeBody,         ///< acts; the right body, then 100 MiB of spaces
    Trickle,          ///< acts; one byte every half second
    Redirect,         ///< 307 to another address, not acted on
};

inline constexpr int faultKindCount = static_cast<int>(FaultKind::Redirect) + 1;

QString toString(FaultKind kind); ///< "rate-limited", "closed-after" ...
std::optional<FaultKind> faultKindFromString(const QString &text);
/// One English line for the control page.
QString describe(FaultKind kind);
/// Whether the request is carried out although it is answered badly.
bool actsFirst(FaultKind kind);

/// A fault that was ordered.
struct FaultRule {
    FaultKind kind = FaultKind::ServerError;
    QByteArray method;           ///< empty: any
    QString path;                ///< part of the path; empty: any
    int count = 1;               ///< how often it still strikes; below zero: without end
    double probability = 1;      ///< of striking a request that fits
    std::optional<quint32> seed; ///< the same requests are struck in each run; empty: by the line's own chance
    quint32 drawn = 0;           ///< how often chance was asked
    QString value;               ///< Retry-After (429), Location (redirect), seconds (hangs); empty: the usual one
};

/// The list of ordered faults.
class FaultPlan {
public:
    void add(const FaultRule &rule) { m_rules.push_back(rule); }
    void clear() { m_rules.clear(); }
    const std::vector<FaultRule> &rules() const { return m_rules; }

    /// The fault that strikes this request, if any; counts it down.
    std::optional<FaultRule> take(const HttpRequest &request, Random &random);

private:
    std::vector<FaultRule> m_rules;
};

/// The answer of a fault. `proper` is what would have been answered; it is only looked at where the fault acts first.
HttpResponse faultyResponse(const FaultRule &fault, const HttpResponse &proper);

/// Compressed as "Content-Encoding: gzip" wants it.
QByteArray gzip(const QByteArray &data);

} // namespace textback
