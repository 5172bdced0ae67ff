// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// How much of a text is kept (faults.md F50). No SMS comes near it; what is longer is an attack or a mistake.
inline constexpr qsizetype longestBody = 64 * 1024;

/// A body as it is kept: whole up to longestBody characters, else its beginning (never through a character) with a mark behind it that
/// isCutBody() knows again.
QString keptBody(const QString &body);

/// Whether the end of this body was left out when it was stored.
bool isCutBody(const QString &stored);

} // namespace textback
