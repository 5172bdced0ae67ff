// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"

#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>

// The resource lives in a static library: without being named once it would be left out of the program. Outside any namespace, as
// Q_INIT_RESOURCE wants it.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView names[] = {
    "alert"_L1,    "back"_L1,    "bolt"_L1,     "calledout"_L1, "check"_L1,    "checks"_L1,   "clock"_L1,     "close"_L1,
    "copy"_L1,     "down"_L1,    "eye"_L1,      "handset"_L1,   "inbox"_L1,    "incoming"_L1, "lock"_L1,      "message"_L1,
    "missed"_L1,   "offline"_L1, "outgoing"_L1, "panel"_L1,     "pause"_L1,    "pencil"_L1,   "people"_L1,    "phone"_L1,
    "question"_L1, "refresh"_L1, "search"_L1,   "send"_L1,      "settings"_L1, "smile"_L1,    "voicemail"_L1,
};
static_assert(std::size(names) == size_t(Icon::Voicemail) + 1);

} // namespace

QString iconName(Icon icon)
{
    return names[size_t(icon)];
}

QPixmap tintedIcon(Icon icon, int size, const QColor &colour, qreal devicePixelRatio)
{
    const int pixels = std::max(1, qRound(size * devicePixelRatio));
    const QString key = u"textback-icon-%1-%2-%3"_s.arg(int(icon)).arg(pixels).arg(colour.rgba(), 8, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        initIcons();
        int mask = 72;
        for (const int candidate : {48, 36, 24}) {
            if (candidate >= pixels)
                mask = candidate;
        }
        QImage image(u":/icons/masks/%1-%2.png"_s.arg(iconName(icon)).arg(mask));
        image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (image.width() != pixels)
            image = image.scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
        painter.end();
        pixmap = QPixmap::fromImage(image);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &area, Icon icon, const QColor &colour)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(area.topLeft(), tintedIcon(icon, qRound(area.width()), colour, ratio));
}

QIcon themedIcon(Icon icon, int size, const QColor &colour)
{
    QIcon result;
    for (const int ratio : {1, 2, 3})
        result.addPixmap(tintedIcon(icon, size, colour, ratio));
    return result;
}

QIcon applicationIcon()
{
    initIcons();
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256})
        icon.addFile(u":/icons/app/app-%1.png"_s.arg(size), QSize(size, size));
    return icon;
}

} // namespace textback
