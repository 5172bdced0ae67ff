// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace textback {

/// The path ("rules.mode", "lines[0].number") of the first key that an object of this JSON text has twice, or nothing. QJsonDocument takes
/// such a text and silently keeps one of the two values. Only for text that QJsonDocument has read without an error.
std::optional<QString> firstDuplicateKey(const QByteArray &json);

} // namespace textback
