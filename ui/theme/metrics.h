// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace textback {

/// The sizes of type in the window (at 100 % text size, in device-independent pixels).
enum class TextStyle {
    Display, ///< 28 bold
    Title,   ///< 20 bold
    Heading, ///< 16 bold
    Body,    ///< 14
    Strong,  ///< 14 semi-bold
    Small,   ///< 13
    Caption, ///< 12, the smallest
    Badge,   ///< 12 semi-bold
};

/// A length of the design in the text size that is on: everything scales with the application's font, whose body size is 14.
int dp(int length);

/// The application's font in one of the sizes, with the emoji family behind it.
QFont textFont(TextStyle style);

/// The height of one line of a style as the design wants it: at least the font's own height.
int lineHeight(TextStyle style);

/// The body font of the program: the desktop's family, then the colour emoji family that is installed (Qt 6.4 draws emoji with skin tones
/// as two glyphs when it is left to find them by itself), 14 px times `percent`.
QFont applicationFont(int percent);

} // namespace textback
