// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace textback {

/// The drawings of resources/icons, all of one family: 24 units, stroke 2.
enum class Icon {
    Alert,
    Back,
    Bolt,
    CalledOut,
    Check,
    Checks,
    Clock,
    Close,
    Copy,
    Down,
    Eye,
    Handset,
    Inbox,
    Incoming,
    Lock,
    Message,
    Missed,
    Offline,
    Outgoing,
    Panel,
    Pause,
    Pencil,
    People,
    Phone,
    Question,
    Refresh,
    Search,
    Send,
    Settings,
    Smile,
    Voicemail,
};

/// The file name of a drawing without its size ("called-out" is "calledout").
QString iconName(Icon icon);

/// A drawing in one colour, `size` device-independent pixels square, from the mask that fits the screen's pixels best. Cached.
QPixmap tintedIcon(Icon icon, int size, const QColor &colour, qreal devicePixelRatio);

/// Paints a drawing into `area` (a square).
void paintIcon(QPainter &painter, const QRectF &area, Icon icon, const QColor &colour);

/// A QIcon for buttons and menus in the given colour, `size` device-independent pixels or smaller; drawn for the screen that shows it.
QIcon themedIcon(Icon icon, int size, const QColor &colour);

/// The program's own icon in every committed size.
QIcon applicationIcon();

} // namespace textback
