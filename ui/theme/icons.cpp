// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>
#include <functional>
#include <utility>

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

constexpr int applicationSides[] = {16, 22, 24, 32, 48, 64, 128, 256};

/// Draws when something is shown: most buttons and menus are not for a long time, and on one kind of screen only.
class LazyIconEngine : public QIconEngine {
public:
    /// Gives a square of so many device-independent pixels.
    using Draw = std::function<QPixmap(int side, qreal devicePixelRatio)>;

    /// `sides`: what is offered where something asks what there is; the last one is the largest that it draws.
    LazyIconEngine(Draw draw, QList<int> sides)
        : m_draw(std::move(draw))
        , m_sides(std::move(sides))
    {
    }

    QIconEngine *clone() const override { return new LazyIconEngine(m_draw, m_sides); }
    QString key() const override { return u"textback"_s; }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        return size.boundedTo(QSize(m_sides.constLast(), m_sides.constLast()));
    }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        for (const int side : m_sides)
            sizes.append(QSize(side, side));
        return sizes;
    }

    void paint(QPainter *painter, const QRect &area, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap drawn = scaledPixmap(area.size() * ratio, mode, state, ratio);
        const QSizeF size = drawn.deviceIndependentSize();
        painter->drawPixmap(QRectF(area).center() - QPointF(size.width(), size.height()) / 2, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }

    QPixmap scaledPixmap(const QSize &pixels, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const int side = std::min({m_sides.constLast(), qRound(pixels.width() / ratio), qRound(pixels.height() / ratio)});
        const QPixmap drawn = m_draw(std::max(1, side), ratio);
        if (mode == QIcon::Normal)
            return drawn;
        QStyleOption option(0);
        option.palette = QGuiApplication::palette();
        return QApplication::style()->generatedIconPixmap(mode, drawn, &option);
    }

private:
    Draw m_draw;
    QList<int> m_sides;
};

/// The program's own drawing, from the file that is nearest.
QPixmap drawnApplication(int side, qreal devicePixelRatio)
{
    initIcons();
    const int pixels = std::max(1, qRound(side * devicePixelRatio));
    const auto file = std::find_if(std::begin(applicationSides), std::end(applicationSides) - 1, [pixels](int s) { return s >= pixels; });
    QImage image(u":/icons/app/app-%1.png"_s.arg(*file));
    if (image.width() != pixels)
        image = image.scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image.setDevicePixelRatio(devicePixelRatio);
    return QPixmap::fromImage(image);
}

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
    return QIcon(new LazyIconEngine([icon, colour](int side, qreal ratio) { return tintedIcon(icon, side, colour, ratio); }, {size}));
}

QIcon applicationIcon()
{
    return QIcon(new LazyIconEngine(&drawnApplication, QList<int>(std::begin(applicationSides), std::end(applicationSides))));
}

} // namespace textback
