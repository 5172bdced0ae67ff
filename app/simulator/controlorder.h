// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/time.h"

#include <QJsonObject>

#include <optional>

namespace textback {

struct HttpRequest;

/// What an order to the control page says; nothing where it makes no sense.
namespace controlorder {

/// The order's fields, from a JSON object or from a form (then all values are text).
std::optional<QJsonObject> readOrder(const HttpRequest &request);
std::optional<double> number(const QJsonValue &value);
std::optional<bool> flag(const QJsonValue &value);
/// 0..3600 s.
std::optional<Millis> seconds(const QJsonValue &value);
std::optional<LegStatus> outcomeFrom(const QString &text);

} // namespace controlorder

} // namespace textback
