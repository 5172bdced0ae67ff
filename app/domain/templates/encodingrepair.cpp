// SPDX-License-Identifier: MIT
#include "domain/templates/encodingrepair.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

QStringList charactersOutside(const QString &text)
{
    QStringList found;
    for (const uint code : text.toUcs4()) {
        const auto c = static_cast<char32_t>(code);
        if (isGsm7(c))
            continue;
        const QString character = QString::fromUcs4(&c, 1);
        if (!found.contains(character))
            found.append(character);
    }
    return found;
}

/// Letters that are no letter with a mark for Unicode, but are one for a reader.
QString kin(char32_t c)
{
    switch (c) {
    case U'œ':
        return u"oe"_s;
    case U'Œ':
        return u"OE"_s;
    case U'ł':
        return u"l"_s;
    case U'Ł':
        return u"L"_s;
    case U'đ':
        return u"d"_s;
    case U'Đ':
        return u"D"_s;
    case U'ı':
        return u"i"_s;
    default:
        break;
    }
    const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_D);
    const bool marked = parts.size() > 1 && parts.at(0).isLetter() &&
                        std::all_of(parts.begin() + 1, parts.end(), [](QChar mark) { return mark.category() == QChar::Mark_NonSpacing; });
    return marked && isGsm7(parts.at(0).unicode()) ? parts.left(1) : QString();
}

} // namespace

QString withoutAccents(const QString &text)
{
    QString result;
    result.reserve(text.size());
    bool replaced = false;
    for (const uint code : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        const auto c = static_cast<char32_t>(code);
        // A second mark on the same letter would make a letter with one mark out of it again.
        if (replaced && QChar::category(c) == QChar::Mark_NonSpacing)
            continue;
        const QString plain = isGsm7(c) ? QString() : kin(c);
        replaced = !plain.isEmpty();
        result += replaced ? plain : QString::fromUcs4(&c, 1);
    }
    return result;
}

EncodingRepair encodingRepair(const QString &text)
{
    EncodingRepair repair;
    repair.forcing = charactersOutside(text);
    // A letter and its mark in one ("ñ" out of two characters) looks the same, and GSM-7 may have it.
    repair.repaired = smartEncoded(text.normalized(QString::NormalizationForm_C));
    repair.staying = charactersOutside(repair.repaired);
    repair.plain = withoutAccents(repair.repaired);
    repair.now = countSegments(text);
    repair.afterRepair = countSegments(repair.repaired);
    repair.afterPlain = countSegments(repair.plain);
    return repair;
}

} // namespace textback
