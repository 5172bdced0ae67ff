// SPDX-License-Identifier: MIT
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int bodySize = 14;

struct StyleShape {
    int size;
    int line;
    QFont::Weight weight;
};

StyleShape shapeOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Display:
        return {28, 34, QFont::Bold};
    case TextStyle::Title:
        return {20, 26, QFont::Bold};
    case TextStyle::Heading:
        return {16, 22, QFont::Bold};
    case TextStyle::Body:
        return {14, 20, QFont::Normal};
    case TextStyle::Strong:
        return {14, 20, QFont::DemiBold};
    case TextStyle::Small:
        return {13, 18, QFont::Normal};
    case TextStyle::Caption:
        return {12, 16, QFont::Normal};
    case TextStyle::Badge:
        return {12, 16, QFont::DemiBold};
    }
    Q_UNREACHABLE();
}

int currentBodySize()
{
    const int size = QApplication::font().pixelSize();
    return size > 0 ? size : bodySize;
}

} // namespace

int dp(int length)
{
    const int current = currentBodySize();
    if (current == bodySize)
        return length;
    return qRound(double(length) * current / bodySize);
}

QFont textFont(TextStyle style)
{
    const StyleShape shape = shapeOf(style);
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, dp(shape.size)));
    font.setWeight(shape.weight);
    return font;
}

int lineHeight(TextStyle style)
{
    return std::max(dp(shapeOf(style).line), QFontMetrics(textFont(style)).height());
}

QFont applicationFont(int percent)
{
    const QString system = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family();
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    // Windows 11 has a better cut of its own face, which it does not report as the system's font.
    for (const QString &family : {u"Segoe UI Variable Text"_s, system}) {
        if (family == system || (system.startsWith("Segoe UI"_L1) && installed.contains(family)))
            families.append(family);
    }
    for (const QString &family : {u"Noto Color Emoji"_s, u"Segoe UI Emoji"_s, u"Apple Color Emoji"_s}) {
        if (installed.contains(family))
            families.append(family);
    }
    families.removeDuplicates();
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(bodySize * std::clamp(percent, 90, 150) / 100);
    return font;
}

} // namespace textback
