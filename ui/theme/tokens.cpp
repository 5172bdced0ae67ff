// SPDX-License-Identifier: MIT
#include "ui/theme/tokens.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace textback {

namespace {

constexpr std::array<QRgb, 9> avatarColours = {0xffB3261E, 0xffA8450A, 0xff7A5B00, 0xff2F6B1F, 0xff0B6B6B,
                                               0xff1D5BD1, 0xff6B3FC4, 0xffA02670, 0xff4A5464};

std::array<QColor, 9> avatarSet()
{
    std::array<QColor, 9> set;
    std::transform(avatarColours.begin(), avatarColours.end(), set.begin(), [](QRgb rgb) { return QColor(rgb); });
    return set;
}

/// A set whose text and edges are all `ink` on `paper`; what is chosen stands on `chosen`.
Tokens withContrast(Tokens t, const QColor &ink, const QColor &paper, const QColor &chosen)
{
    t.contrast = true;
    t.window = t.surface = t.thread = paper;
    t.bubbleIn = t.dangerBg = t.okBg = t.warnBg = t.infoBg = t.mutedBg = paper;
    t.hover = t.selected = t.bubbleOut = t.bubbleAuto = chosen;
    t.border = t.borderControl = t.bubbleOutBorder = t.bubbleAutoBorder = ink;
    t.text1 = t.text2 = t.text3 = t.muted = t.autoLabel = t.focus = ink;
    const bool light = !t.dark;
    t.link = t.info = light ? QColor(0x0A3A94) : QColor(0xC3D8FF);
    t.danger = light ? QColor(0x8C0F09) : QColor(0xFFC9C4);
    t.ok = light ? QColor(0x0B4A28) : QColor(0xB4F0CC);
    t.warn = light ? QColor(0x553400) : QColor(0xFFE2A8);
    t.onAccent = paper;
    t.accent = light ? QColor(0x123F94) : QColor(0x9CC0FF);
    t.accentHover = light ? QColor(0x0A2F75) : QColor(0xB9D3FF);
    t.countBadge = t.danger;
    t.avatars.fill(light ? QColor(0x333B47) : QColor(0xC8D0DC));
    return t;
}

Tokens makeLight()
{
    Tokens t;
    t.window = QColor(0xF5F7FA);
    t.surface = QColor(0xFFFFFF);
    t.thread = QColor(0xEDF1F6);
    t.hover = QColor(0xEEF2F7);
    t.selected = QColor(0xE3ECFC);
    t.border = QColor(0xD5DBE3);
    t.borderControl = QColor(0x7C8798);
    t.text1 = QColor(0x131820);
    t.text2 = QColor(0x434D5C);
    t.text3 = QColor(0x5C6675);
    t.accent = QColor(0x1D5BD1);
    t.accentHover = QColor(0x174AAB);
    t.onAccent = QColor(0xFFFFFF);
    t.link = QColor(0x1A54C2);
    t.focus = QColor(0x1D5BD1);
    t.bubbleIn = QColor(0xFFFFFF);
    t.bubbleOut = QColor(0xD6E4FC);
    t.bubbleOutBorder = QColor(0xB9CFF5);
    t.bubbleAuto = QColor(0xDDF1E6);
    t.bubbleAutoBorder = QColor(0x9ED3B6);
    t.autoLabel = QColor(0x17613C);
    t.danger = QColor(0xB3261E);
    t.dangerBg = QColor(0xFCE9E7);
    t.ok = QColor(0x17703F);
    t.okBg = QColor(0xE2F3E9);
    t.warn = QColor(0x7A4B00);
    t.warnBg = QColor(0xFFF1D0);
    t.info = QColor(0x1A54C2);
    t.infoBg = QColor(0xE3ECFC);
    t.muted = QColor(0x4A5464);
    t.mutedBg = QColor(0xE6EAF0);
    t.countBadge = QColor(0xB3261E);
    t.avatars = avatarSet();
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = QColor(0x15181D);
    t.surface = QColor(0x1D2128);
    t.thread = QColor(0x111419);
    t.hover = QColor(0x262B34);
    t.selected = QColor(0x223352);
    t.border = QColor(0x323945);
    t.borderControl = QColor(0x7C8798);
    t.text1 = QColor(0xE9ECF1);
    t.text2 = QColor(0xB7C0CD);
    t.text3 = QColor(0x98A3B3);
    t.accent = QColor(0x2E6BE0);
    t.accentHover = QColor(0x2A64D8);
    t.onAccent = QColor(0xFFFFFF);
    t.link = QColor(0x8DB4FF);
    t.focus = QColor(0x8DB4FF);
    t.bubbleIn = QColor(0x272D36);
    t.bubbleOut = QColor(0x1F3B69);
    t.bubbleOutBorder = QColor(0x2E4F86);
    t.bubbleAuto = QColor(0x17382A);
    t.bubbleAutoBorder = QColor(0x2F6B4C);
    t.autoLabel = QColor(0x8FDDB3);
    t.danger = QColor(0xFF9A90);
    t.dangerBg = QColor(0x3B1F1D);
    t.ok = QColor(0x7CD9A5);
    t.okBg = QColor(0x17382A);
    t.warn = QColor(0xF4C05C);
    t.warnBg = QColor(0x3A2D12);
    t.info = QColor(0x8DB4FF);
    t.infoBg = QColor(0x1E2E4B);
    t.muted = QColor(0xB7C0CD);
    t.mutedBg = QColor(0x2B313B);
    t.countBadge = QColor(0xB3261E);
    t.avatars = avatarSet();
    return t;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens &contrastLightTokens()
{
    static const Tokens set = withContrast(lightTokens(), Qt::black, Qt::white, QColor(0xD6E4FC));
    return set;
}

const Tokens &contrastDarkTokens()
{
    static const Tokens set = withContrast(darkTokens(), Qt::white, Qt::black, QColor(0x1F3B69));
    return set;
}

const Tokens &tokensOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::Text).lightness() > 127;
    // What the set with contrast alone has: edges in the colour of text.
    if (palette.color(QPalette::Active, QPalette::Dark) == palette.color(QPalette::Active, QPalette::Text))
        return dark ? contrastDarkTokens() : contrastLightTokens();
    return dark ? darkTokens() : lightTokens();
}

QPalette paletteFrom(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text1);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.hover);
    p.setColor(QPalette::Text, t.text1);
    p.setColor(QPalette::PlaceholderText, t.text3);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text1);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.link);
    p.setColor(QPalette::LinkVisited, t.link);
    p.setColor(QPalette::ToolTipBase, t.surface);
    p.setColor(QPalette::ToolTipText, t.text1);
    p.setColor(QPalette::Light, t.dark ? t.hover : t.surface);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.borderControl);
    p.setColor(QPalette::Shadow, t.dark ? QColor(0x07090C) : t.text3);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.text3);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.border);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.text2);
    return p;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace textback
