// SPDX-License-Identifier: MIT
#include "domain/templatelint.h"

#include "domain/enumnames.h"
#include "domain/smssegments.h"
#include "domain/templates/lintpatterns.h"

#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumName<LintReason> reasonNames[] = {
    {LintReason::RefusedContent, QLatin1StringView("refused-content")},
    {LintReason::Shortener, QLatin1StringView("shortener")},
    {LintReason::CommandWord, QLatin1StringView("command-word")},
    {LintReason::AllCaps, QLatin1StringView("all-caps")},
    {LintReason::Incentive, QLatin1StringView("incentive")},
    {LintReason::RatingGate, QLatin1StringView("rating-gate")},
    {LintReason::EmployeeName, QLatin1StringView("employee-name")},
    {LintReason::LinkInFirstText, QLatin1StringView("link-in-first-text")},
    {LintReason::TimePromise, QLatin1StringView("time-promise")},
    {LintReason::Promotion, QLatin1StringView("promotion")},
    {LintReason::Long, QLatin1StringView("long")},
};

struct Check {
    LintReason reason;
    QString (*find)(const QString &);
};
constexpr Check alwaysRefused[] = {
    {LintReason::RefusedContent, lint::refusedContent},
    {LintReason::Shortener, lint::shortener},
    {LintReason::CommandWord, lint::commandWord},
    {LintReason::AllCaps, lint::shout},
};
constexpr Check refusedInReviews[] = {
    {LintReason::Incentive, lint::incentive},
    {LintReason::RatingGate, lint::ratingGate},
    {LintReason::EmployeeName, lint::employeeName},
};

/// Whether a rule's text can be the first that somebody gets from us.
bool isFirstWord(SendRule rule)
{
    constexpr std::array first = {SendRule::Open, SendRule::Closed, SendRule::Holiday, SendRule::Storm, SendRule::Vip};
    return std::find(first.begin(), first.end(), rule) != first.end();
}

class Findings {
public:
    void add(LintReason reason, const QString &words)
    {
        if (!words.isEmpty())
            m_list.append({reason, words});
    }
    template <typename Checks>
    void addAll(const Checks &checks, const QString &text)
    {
        for (const Check &check : checks)
            add(check.reason, check.find(text));
    }
    QList<LintFinding> list() const { return m_list; }

private:
    QList<LintFinding> m_list;
};

Findings problemsIn(const QString &text, SendRule rule)
{
    Findings findings;
    findings.addAll(alwaysRefused, text);
    if (rule == SendRule::Review)
        findings.addAll(refusedInReviews, text);
    return findings;
}

} // namespace

QString toString(LintReason reason)
{
    return enumToString(reasonNames, reason);
}

std::optional<LintReason> lintReasonFromString(const QString &text)
{
    return enumFromString(reasonNames, text);
}

bool isLintProblem(LintReason reason)
{
    return reason < LintReason::LinkInFirstText;
}

QList<LintFinding> lintTemplate(const QString &text, SendRule rule, const TemplateValues &values, bool answerTimeWatched)
{
    Findings findings = problemsIn(text, rule);
    if (const QString link = lint::link(text); !link.isEmpty()) {
        if (text.contains(u"{link"_s))
            findings.add(LintReason::Shortener, lint::shortener(values.link));
        if (isFirstWord(rule))
            findings.add(LintReason::LinkInFirstText, link);
    }
    if (!answerTimeWatched)
        findings.add(LintReason::TimePromise, lint::timePromise(text));
    if (rule != SendRule::Review) // there it is an incentive
        findings.add(LintReason::Promotion, lint::promotion(text));
    if (const Result<QString> whole = composeFirstText(text, longestValues(values)); whole && lengthOf(*whole) != TextLength::Usual)
        findings.add(LintReason::Long, QString::number(whole->size()));
    return findings.list();
}

QString forbiddenWords(const QString &text)
{
    return forbiddenWords(text, SendRule::Open);
}

QString forbiddenWords(const QString &text, SendRule rule)
{
    const QList<LintFinding> problems = problemsIn(text, rule).list();
    return problems.isEmpty() ? QString() : problems.first().words;
}

QString templateProblem(const QString &text, const TemplateValues &values, SendRule rule)
{
    if (const QString problem = templateProblem(text); !problem.isEmpty())
        return problem;
    if (!forbiddenWords(text, rule).isEmpty())
        return u"forbidden-words"_s;
    const Result<QString> filled = fillTemplate(text, longestValues(values));
    if (!filled)
        return filled.error().detail.startsWith("no value"_L1) ? u"no-value"_s : u"too-long"_s;
    const Result<SmsSegments> counted = longestSegments(text, values);
    if (!counted)
        return u"too-long"_s;
    return counted->segments > mostTexts ? u"too-many-texts"_s : QString();
}

QString plainFallback(SendRule rule, TemplateLanguage language)
{
    const TemplateSet general = TemplateSet::forTrade(u"general"_s, language, false);
    const QString text = general.text(rule);
    if (text.contains("{link"_L1))
        return QString();
    return text.contains("{open"_L1) ? general.text(SendRule::Open) : text;
}

} // namespace textback
