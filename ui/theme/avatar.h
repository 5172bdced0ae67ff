// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QString>

class QPainter;
class QRectF;

namespace textback {

/// The letters on an avatar: the initials of a name (first and last; of a long one the first two), else the last two digits of the address, else "?".
QString avatarLetters(const QString &name, const QString &address);

/// Which of the nine colours an address has; the same on every computer.
int avatarColourIndex(const QString &address);

/// A filled disc with letters in it.
void paintAvatar(QPainter &painter, const QRectF &disc, const QString &letters, const QColor &colour);

} // namespace textback
