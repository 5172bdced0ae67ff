// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace textback {

/// One card (vCard 3.0, UTF-8, lines folded at 75 bytes) for a number and its name; without a name the number stands for it.
QByteArray vcardOf(const QString &name, const QString &number);

} // namespace textback
