// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

#include <array>

class QPalette;

namespace textback {

/// Every colour of the window, once for light and once for dark. Nothing else in ui/ names a colour. The pairs that carry text or edges
/// are checked against WCAG 2 by tests/ui/tst_theme.cpp.
struct Tokens {
    bool dark = false;
    bool contrast = false; ///< strong: black and white, and every edge drawn

    QColor window; ///< rail, page
    QColor surface;
    QColor thread; ///< behind bubbles
    QColor hover;
    QColor selected;
    QColor border;        ///< dividers, decorative
    QColor borderControl; ///< inputs, buttons, checkboxes

    QColor text1;
    QColor text2;
    QColor text3;

    QColor accent;
    QColor accentHover;
    QColor onAccent; ///< also on avatars and counts
    QColor link;
    QColor focus;

    QColor bubbleIn;
    QColor bubbleOut;
    QColor bubbleOutBorder;
    QColor bubbleAuto;
    QColor bubbleAutoBorder;
    QColor autoLabel;

    QColor danger;
    QColor dangerBg;
    QColor ok;
    QColor okBg;
    QColor warn;
    QColor warnBg;
    QColor info;
    QColor infoBg;
    QColor muted;
    QColor mutedBg;
    QColor countBadge;

    std::array<QColor, 9> avatars;
};

/// The two sets.
const Tokens &lightTokens();
const Tokens &darkTokens();
/// The same for those whose desktop asks for strong contrast: text at least 7 to 1 (WCAG 2, 1.4.6), edges as strong as text.
const Tokens &contrastLightTokens();
const Tokens &contrastDarkTokens();

/// The set that a widget is painted in: its palette carries the theme, so no widget needs to be told which one is on.
const Tokens &tokensOf(const QPalette &palette);

/// The palette that makes Qt's own widgets look the same.
QPalette paletteFrom(const Tokens &tokens);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

} // namespace textback
