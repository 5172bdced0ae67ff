// SPDX-License-Identifier: MIT
#include "domain/messagetemplate.h"

#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype nameWithin = 40; // characters, rules.md C15

Error rejected(const QString &detail)
{
    return Error{ErrorKind::Rejected, detail, std::nullopt, 0, QString()};
}

QString youCalled(const TemplateValues &values)
{
    switch (values.language) {
    case TemplateLanguage::Spanish:
        return u"su llamada al "_s + values.calledNumber;
    case TemplateLanguage::Both:
        return u"call/llamada: "_s + values.calledNumber;
    case TemplateLanguage::English:
        break;
    }
    return u"you called "_s + values.calledNumber;
}

QString detailOf(MergeProblem problem)
{
    switch (problem) {
    case MergeProblem::Unknown:
        return u"the template has an unknown placeholder"_s;
    case MergeProblem::Unclosed:
        return u"the template has a brace without its partner"_s;
    case MergeProblem::NoFallback:
        return u"the template has a {name} without a fallback"_s;
    case MergeProblem::BadFallback:
        return u"the template has a fallback that cannot be used"_s;
    case MergeProblem::None:
        break;
    }
    return QString();
}

/// A name or link with braces in it can spell a field after everything was filled in.
Result<QString> asItLeaves(const QString &text)
{
    if (text.size() > maximumTextLength)
        return tl::unexpected(rejected(u"the text is longer than %1 characters"_s.arg(maximumTextLength)));
    if (showsMergeField(text))
        return tl::unexpected(rejected(u"a value holds a placeholder"_s));
    return text;
}

/// Whether the template's own words name STOP. A business called "Stop & Go" or a customer's name must not make the hint superfluous.
bool hintsByItself(const QString &text)
{
    QStringList words;
    for (const MergePiece &piece : readMergeFields(text).pieces)
        words.append(piece.field ? u"x"_s : piece.words);
    return hasOptOutHint(words.join(QString()));
}

bool namesBusiness(const QString &text)
{
    const std::vector<MergePiece> pieces = readMergeFields(text).pieces;
    return std::any_of(pieces.begin(), pieces.end(), [](const MergePiece &piece) { return piece.field == MergeField::Biz; });
}

bool hasFallbacks(const QString &text)
{
    const std::vector<MergePiece> pieces = readMergeFields(text).pieces;
    return std::any_of(pieces.begin(), pieces.end(), [](const MergePiece &piece) { return !piece.fallback.isEmpty(); });
}

Result<QString> composed(const QString &text, const TemplateValues &values, bool named, bool hinted)
{
    return fillTemplate(text, values).and_then([&](const QString &filled) -> Result<QString> {
        const QString withName = named ? withBusinessName(filled, values.biz) : filled;
        return asItLeaves(smartEncoded(hinted && !hintsByItself(text) ? withHintAtEnd(withName, values.language) : withName));
    });
}

Result<SmsSegments> counted(const QString &text, const TemplateValues &values, SendRule rule, SmsRoute route)
{
    return composeAutomaticText(rule, text, values, std::nullopt, UtcTime()).map([route](const QString &whole) {
        return countSegments(whole, route);
    });
}

} // namespace

QString mergeValue(MergeField field, const TemplateValues &values)
{
    switch (field) {
    case MergeField::Biz:
        return values.biz.trimmed();
    case MergeField::Link:
        return values.link.trimmed();
    case MergeField::Phone:
        return values.phone.trimmed();
    case MergeField::Open:
        return values.open.trimmed();
    case MergeField::Name:
        return givenName(values.name);
    }
    Q_UNREACHABLE();
}

Result<QString> fillTemplate(const QString &text, const TemplateValues &values)
{
    const MergedTemplate read = readMergeFields(text);
    if (read.problem != MergeProblem::None)
        return tl::unexpected(rejected(detailOf(read.problem)));
    bool named = values.calledNumber.isEmpty();
    const QString called = youCalled(values);
    QString filled;
    for (const MergePiece &piece : read.pieces) {
        if (!piece.field) {
            filled += piece.words;
            continue;
        }
        const QString value = mergeValue(*piece.field, values);
        if (value.isEmpty() && piece.fallback.isEmpty())
            return tl::unexpected(rejected(u"no value for {%1}"_s.arg(toString(*piece.field))));
        filled += value.isEmpty() ? piece.fallback : value;
        if (*piece.field == MergeField::Biz && !named) {
            filled += u" ("_s + called + u')';
            named = true;
        }
    }
    filled = filled.trimmed();
    if (filled.isEmpty())
        return tl::unexpected(rejected(u"the text is empty"_s));
    if (!named)
        filled = endedSentence(filled) + called.at(0).toUpper() + called.mid(1);
    return asItLeaves(filled);
}

QString withBusinessName(const QString &text, const QString &businessName)
{
    const QString name = businessName.trimmed();
    const qsizetype at = text.indexOf(name, 0, Qt::CaseInsensitive);
    // A name that is longer than that itself can only begin the text.
    if (name.isEmpty() || at == 0 || (at > 0 && at + name.size() <= nameWithin))
        return text;
    return name + u": "_s + text;
}

Result<QString> composeFirstText(const QString &text, const TemplateValues &values)
{
    return composed(text, values, true, true);
}

Result<QString> composeAutomaticText(SendRule rule, const QString &text, const TemplateValues &values, std::optional<UtcTime> lastHint,
                                     UtcTime now)
{
    if (rule == SendRule::OptOutConfirmation)
        return composed(text, values, true, false);
    const bool due = hintDue(lastHint, now);
    // Somebody who knows us already reads the name wherever it stands.
    const bool named = due && (!lastHint || !namesBusiness(text));
    return composed(text, values, named, due);
}

TemplateValues longestValues(TemplateValues known)
{
    known.open = QString(longestOpen, u'0');
    known.name = QString(longestName, u'n');
    return known;
}

Result<SmsSegments> longestSegments(const QString &text, const TemplateValues &values, SendRule rule, SmsRoute route)
{
    const TemplateValues longest = longestValues(values);
    // Whether the text can be made at all is asked with every value there.
    Result<SmsSegments> most = counted(text, longest, rule, route);
    if (!most || !hasFallbacks(text))
        return most;
    for (const auto &[withName, withOpen] : {std::pair(true, false), std::pair(false, true), std::pair(false, false)}) {
        TemplateValues some = longest;
        if (!withName)
            some.name.clear();
        if (!withOpen)
            some.open.clear();
        const Result<SmsSegments> other = counted(text, some, rule, route);
        if (other && std::pair(other->segments, other->units) > std::pair(most->segments, most->units))
            most = other;
    }
    return most;
}

QString templateProblem(const QString &text)
{
    if (text.trimmed().isEmpty())
        return u"empty"_s;
    switch (readMergeFields(text).problem) {
    case MergeProblem::Unknown:
        return u"unknown-placeholder"_s;
    case MergeProblem::Unclosed:
        return u"unclosed-brace"_s;
    case MergeProblem::NoFallback:
        return u"no-fallback"_s;
    case MergeProblem::BadFallback:
        return u"bad-fallback"_s;
    case MergeProblem::None:
        break;
    }
    return withOptOutHint(text).size() > maximumTextLength ? u"too-long"_s : QString();
}

} // namespace textback
