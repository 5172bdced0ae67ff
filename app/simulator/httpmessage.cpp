// SPDX-License-Identifier: MIT
#include "simulator/httpmessage.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

QString decodeFormPart(QByteArray part)
{
    part.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
}

} // namespace

std::optional<QString> valueOf(const HttpPairs &pairs, QStringView name)
{
    for (const auto &[key, value] : pairs) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

HttpPairs parseForm(const QByteArray &text)
{
    HttpPairs pairs;
    for (const QByteArray &part : text.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        pairs.append({decodeFormPart(name), decodeFormPart(value)});
    }
    return pairs;
}

QByteArray formatForm(const HttpPairs &pairs)
{
    QByteArray text;
    for (const auto &[name, value] : pairs) {
        if (!text.isEmpty())
            text += '&';
        text += name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    }
    return text;
}

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

HttpResponse HttpResponse::json(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.headers.append({"Content-Type"_ba, "application/json; charset=utf-8"_ba});
    response.body = body;
    return response;
}

HttpResponse HttpResponse::html(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.headers.append({"Content-Type"_ba, "text/html; charset=utf-8"_ba});
    response.body = body;
    return response;
}

QByteArray formatRfcTime(UtcTime time)
{
    const QDateTime dateTime = QDateTime::fromMSecsSinceEpoch(toUnixMillis(time), Qt::UTC);
    return QLocale::c().toString(dateTime, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1();
}

} // namespace textback
