// SPDX-License-Identifier: MIT
#include "domain/smssegments.h"

#include "domain/phonenumber.h"

#include <QList>

#include <algorithm>
#include <array>

namespace textback {

namespace {

// 3GPP TS 23.038, 6.2.1: the default alphabet and, behind the escape, its extension.
constexpr char16_t basicCharacters[] =
    u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr char16_t extendedCharacters[] = u"\f^{}\\[~]|€";

struct Capacity {
    int single;
    int part;
};

/// A toll-free number's parts have a longer header (rules.md C33).
constexpr Capacity capacityOf(SmsEncoding encoding, SmsRoute route)
{
    const int header = route == SmsRoute::TollFree ? 1 : 0;
    return encoding == SmsEncoding::Gsm7 ? Capacity{160, 153 - header} : Capacity{70, 67 - header};
}

/// Septets of the characters below U+0400, 0 for one that GSM-7 does not have. Texts are counted at every key that is pressed.
constexpr std::array<quint8, 0x400> septetTable = [] {
    std::array<quint8, 0x400> table{};
    for (const char16_t c : basicCharacters)
        table[c] = 1;
    for (const char16_t c : extendedCharacters) {
        if (c < table.size())
            table[c] = 2;
    }
    table[0] = 0; // the end of the literals
    return table;
}();

int septets(char32_t c)
{
    if (c < septetTable.size())
        return septetTable[c];
    return c == U'€' ? 2 : 0;
}

int utf16Units(char32_t c)
{
    return QChar::requiresSurrogates(c) ? 2 : 1;
}

template <typename Width>
SmsSegments packed(const QList<uint> &characters, SmsEncoding encoding, Capacity capacity, Width width)
{
    SmsSegments result;
    result.encoding = encoding;
    for (const uint c : characters)
        result.units += width(c);
    result.unitsPerSegment = result.units <= capacity.single ? capacity.single : capacity.part;
    result.segments = characters.isEmpty() ? 0 : 1;
    int used = 0;
    for (const uint c : characters) {
        const int units = width(c);
        // A character of two units begins the next part rather than being cut in two.
        if (used + units > result.unitsPerSegment) {
            ++result.segments;
            used = 0;
        }
        used += units;
    }
    result.unitsLeft = result.unitsPerSegment - used;
    return result;
}

/// What a character is replaced by, or a null string for one that stays.
QString plainKin(QChar c)
{
    switch (c.unicode()) {
    case u'\u2018': // single quotation marks
    case u'\u2019':
    case u'\u201a':
    case u'\u201b':
    case u'\u2032': // prime
    case u'\u02bc': // modifier letter apostrophe
    case u'\u00b4': // acute accent
    case u'`':
        return QStringLiteral("'");
    case u'\u201c': // double quotation marks
    case u'\u201d':
    case u'\u201e':
    case u'\u201f':
    case u'\u2033': // double prime
    case u'\u00ab': // guillemets
    case u'\u00bb':
        return QStringLiteral("\"");
    case u'\u2010': // hyphens and dashes
    case u'\u2011':
    case u'\u2012':
    case u'\u2013':
    case u'\u2014':
    case u'\u2015':
    case u'\u2212': // minus
        return QStringLiteral("-");
    case u'\u2026': // ellipsis
        return QStringLiteral("...");
    case u'\u2022': // bullets
    case u'\u2023':
    case u'\u25cf':
    case u'\u25aa':
    case u'\u00b7':
        return QStringLiteral("*");
    case u'\u2028': // line and paragraph separator
    case u'\u2029':
        return QStringLiteral("\n");
    case u'\u200b': // zero width space, word joiner, byte order mark
    case u'\u2060':
    case u'\ufeff':
        return QStringLiteral("");
    default:
        break;
    }
    // The joiner of emoji (U+200D) is none of these and stays.
    return c == u'\t' || (c.category() == QChar::Separator_Space && c != u' ') ? QStringLiteral(" ") : QString();
}

} // namespace

SmsRoute smsRoute(const PhoneNumber &from)
{
    return from.kind() == NumberKind::TollFree ? SmsRoute::TollFree : SmsRoute::LongCode;
}

SmsSegments countSegments(const QString &text, SmsRoute route)
{
    const QList<uint> characters = text.toUcs4();
    if (std::all_of(characters.begin(), characters.end(), [](uint c) { return septets(c) > 0; }))
        return packed(characters, SmsEncoding::Gsm7, capacityOf(SmsEncoding::Gsm7, route), septets);
    return packed(characters, SmsEncoding::Ucs2, capacityOf(SmsEncoding::Ucs2, route), utf16Units);
}

QString smartEncoded(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const QString kin = plainKin(c);
        if (kin.isNull())
            result += c;
        else
            result += kin;
    }
    return result;
}

bool isGsm7(char32_t character)
{
    return septets(character) > 0;
}

QString firstNonGsm7(const QString &text)
{
    for (const uint c : text.toUcs4()) {
        if (septets(c) == 0)
            return QStringView(QChar::fromUcs4(c)).toString();
    }
    return QString();
}

TextLength lengthOf(const QString &text)
{
    if (text.size() > maximumTextLength)
        return TextLength::TooLong;
    return text.size() > longTextLength ? TextLength::Long : TextLength::Usual;
}

} // namespace textback
