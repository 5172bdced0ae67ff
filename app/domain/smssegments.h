// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

class PhoneNumber;

enum class SmsEncoding { Gsm7, Ucs2 };

/// What kind of number a text leaves from, which decides how much of it a part holds.
enum class SmsRoute { LongCode, TollFree };

SmsRoute smsRoute(const PhoneNumber &from);

/// How a text is cut for the air (rules.md C33, C34).
struct SmsSegments {
    SmsEncoding encoding = SmsEncoding::Gsm7;
    int units = 0;             ///< septets (an escape character costs 2) or UTF-16 units
    int segments = 0;          ///< 0 for an empty text
    int unitsPerSegment = 160; ///< capacity of one segment at this length: 160/153 or 70/67, from a toll-free number 160/152 or 70/66
    int unitsLeft = 160;       ///< room left in the last segment

    bool operator==(const SmsSegments &) const = default;
};

/// Counts by 160/153 (GSM-7) and 70/67 (UCS-2), one less a part from a toll-free number; a two-unit character is never split across segments.
/// Counts the text as it is: what will be sent goes through smartEncoded first.
SmsSegments countSegments(const QString &text, SmsRoute route = SmsRoute::LongCode);

/// The text with typographic quotes, dashes, dots, bullets and spaces replaced by their GSM-7 kin (rules.md C35). Other characters stay,
/// and doing it twice changes nothing more.
QString smartEncoded(const QString &text);

/// Whether GSM-7 has this character, in its default alphabet or behind the escape.
bool isGsm7(char32_t character);

/// The first character that forces UCS-2, or a null QString: what a composer names in its hint.
QString firstNonGsm7(const QString &text);

/// A text longer than this many characters is refused by the providers (rules.md C36).
inline constexpr int maximumTextLength = 1600;
/// A text longer than this is warned about: few read it, and it costs three texts or more.
inline constexpr int longTextLength = 320;

enum class TextLength { Usual, Long, TooLong };

/// Whether a text is so long that a person is warned, or so long that it cannot leave (rules.md C36).
TextLength lengthOf(const QString &text);

} // namespace textback
