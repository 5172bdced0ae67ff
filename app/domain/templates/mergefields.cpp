// SPDX-License-Identifier: MIT
#include "domain/templates/mergefields.h"

#include "domain/enumnames.h"
#include "domain/optout.h"
#include "domain/smssegments.h"
#include "domain/templates/encodingrepair.h"

#include <QRegularExpression>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumName<MergeField> fieldNames[] = {
    {MergeField::Biz, QLatin1StringView("biz")},     {MergeField::Link, QLatin1StringView("link")},
    {MergeField::Phone, QLatin1StringView("phone")}, {MergeField::Open, QLatin1StringView("open")},
    {MergeField::Name, QLatin1StringView("name")},
};

bool isGoodFallback(const QString &fallback)
{
    const bool shown = std::all_of(fallback.begin(), fallback.end(), [](QChar c) { return c.isPrint() && c != u'|'; });
    return shown && !fallback.isEmpty() && fallback.trimmed() == fallback && fallback.size() <= longestFallback;
}

MergeProblem readField(const QString &inside, MergePiece &piece)
{
    const qsizetype bar = inside.indexOf(u'|');
    piece.field = mergeFieldFromString(bar < 0 ? inside : inside.left(bar));
    if (!piece.field)
        return MergeProblem::Unknown;
    if (bar < 0)
        return *piece.field == MergeField::Name ? MergeProblem::NoFallback : MergeProblem::None;
    piece.fallback = inside.mid(bar + 1);
    return *piece.field != MergeField::Biz && isGoodFallback(piece.fallback) ? MergeProblem::None : MergeProblem::BadFallback;
}

MergedTemplate broken(MergeProblem problem)
{
    return {{}, problem};
}

/// "Dr. Lee" is not called Dr.
bool isTitle(const QString &word)
{
    static const QStringList titles = {u"mr"_s,  u"mrs"_s,  u"ms"_s,     u"miss"_s, u"mx"_s,   u"dr"_s,   u"dra"_s,
                                       u"sr"_s,  u"sra"_s,  u"srta"_s,   u"don"_s,  u"dona"_s, u"doña"_s, u"señor"_s,
                                       u"rev"_s, u"prof"_s, u"señora"_s, u"the"_s,  u"el"_s,   u"la"_s};
    return titles.contains(word, Qt::CaseInsensitive);
}

} // namespace

QString toString(MergeField field)
{
    return enumToString(fieldNames, field);
}

std::optional<MergeField> mergeFieldFromString(const QString &text)
{
    return enumFromString(fieldNames, text);
}

MergedTemplate readMergeFields(const QString &text)
{
    MergedTemplate result;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'{', at);
        const QString words = text.mid(at, open < 0 ? -1 : open - at);
        if (words.contains(u'}'))
            return broken(MergeProblem::Unclosed);
        if (!words.isEmpty())
            result.pieces.push_back({words, std::nullopt, QString()});
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u'}', open);
        const qsizetype again = text.indexOf(u'{', open + 1);
        if (close < 0 || (again >= 0 && again < close))
            return broken(MergeProblem::Unclosed);
        MergePiece piece;
        const MergeProblem problem = readField(text.mid(open + 1, close - open - 1), piece);
        if (problem != MergeProblem::None)
            return broken(problem);
        result.pieces.push_back(piece);
        at = close + 1;
    }
    return result;
}

bool showsMergeField(const QString &text)
{
    static const QRegularExpression field(u"\\{(?:biz|link|phone|open|name)(?:\\|[^{}]*)?\\}"_s);
    return field.match(text).hasMatch();
}

QString givenName(const QString &contactName)
{
    // As a person reads it: composed letters, plain apostrophes; what cannot be seen makes the name suspicious and is not taken out.
    const QString whole = smartEncoded(contactName.left(10 * longestName).normalized(QString::NormalizationForm_C)).trimmed();
    QString name = whole.section(QRegularExpression(u"[ ,]"_s), 0, 0);
    name = firstNonGsm7(name).isNull() ? name : withoutAccents(name);
    // Anchored on both sides: a bare $ would let a line feed follow.
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(u"\\p{L}+(?:['-]\\p{L}+)*"_s));
    if (name.size() > longestName || !plain.match(name).hasMatch() || !firstNonGsm7(name).isNull())
        return QString();
    return isTitle(name) || readConsentWord(name) != ConsentWord::None ? QString() : name;
}

} // namespace textback
