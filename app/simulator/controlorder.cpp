// SPDX-License-Identifier: MIT
#include "simulator/controlorder.h"

#include "simulator/httpmessage.h"
#include "simulator/twiliojson.h"

#include <QJsonDocument>

namespace textback::controlorder {

using namespace Qt::StringLiterals;

std::optional<QJsonObject> readOrder(const HttpRequest &request)
{
    if (request.header("content-type").startsWith("application/x-www-form-urlencoded")) {
        QJsonObject object;
        for (const auto &[name, value] : parseForm(request.body)) {
            if (!value.isEmpty())
                object.insert(name, value);
        }
        return object;
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<double> number(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double parsed = value.toString().toDouble(&ok);
    return ok ? std::optional(parsed) : std::nullopt;
}

std::optional<bool> flag(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString text = value.toString();
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    return std::nullopt;
}

std::optional<LegStatus> outcomeFrom(const QString &text)
{
    if (text == "no-answer"_L1)
        return LegStatus::NoAnswer;
    if (text == "busy"_L1)
        return LegStatus::Busy;
    if (text == "failed"_L1)
        return LegStatus::Failed;
    if (text == "canceled"_L1)
        return LegStatus::Canceled;
    if (text == "completed"_L1)
        return LegStatus::Completed;
    return std::nullopt;
}

std::optional<Millis> seconds(const QJsonValue &value)
{
    const std::optional<double> parsed = number(value);
    return parsed && *parsed >= 0 && *parsed <= 3600 ? std::optional(Millis(static_cast<qint64>(*parsed * 1000))) : std::nullopt;
}

} // namespace textback::controlorder
