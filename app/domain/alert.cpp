// SPDX-License-Identifier: MIT
#include "domain/alert.h"

#include "domain/enumnames.h"

#include <QStringList>

#include <algorithm>

namespace textback {

namespace {

constexpr EnumName<AlertKind> kindNames[] = {
    {AlertKind::Waiting, QLatin1StringView("waiting")},
    {AlertKind::SecondCall, QLatin1StringView("second-call")},
    {AlertKind::UrgentWord, QLatin1StringView("urgent-word")},
    {AlertKind::Danger, QLatin1StringView("danger")},
};

constexpr EnumName<AlertStep> stepNames[] = {
    {AlertStep::Raised, QLatin1StringView("raised")},
    {AlertStep::Climbed, QLatin1StringView("climbed")},
    {AlertStep::Taken, QLatin1StringView("taken")},
};

} // namespace

QString toString(AlertKind kind)
{
    return enumToString(kindNames, kind);
}

std::optional<AlertKind> alertKindFromString(const QString &text)
{
    return enumFromString(kindNames, text);
}

QString toString(AlertStep step)
{
    return enumToString(stepNames, step);
}

std::optional<UtcTime> nextClimb(int level, UtcTime toldAt, const WaitingCustomers &rules)
{
    if (level >= highestAlertLevel)
        return std::nullopt;
    return toldAt + std::chrono::minutes(std::max(1, rules.climbMinutes));
}

Alert renewed(const Alert &open, const Alert &news)
{
    Alert alert = open;
    if (news.kind >= open.kind) {
        alert.kind = news.kind;
        alert.evidence = news.evidence;
    }
    // All that was said stays; each once, and what presses most first, in case there is no room for more.
    const bool newsFirst = news.kind >= open.kind;
    const QString between = QStringLiteral(" / ");
    QStringList words =
        (newsFirst ? news.words + between + open.words : open.words + between + news.words).split(between, Qt::SkipEmptyParts);
    words.removeDuplicates();
    alert.words = words.join(between).left(longestAlertWords);
    // An answer to the earlier of two things is none to the later one.
    alert.since = std::max(open.since, news.since);
    alert.toldAt = news.toldAt;
    // One that had climbed to the top begins to climb anew from there only where it became more pressing.
    if (news.kind > open.kind) {
        alert.level = 1;
        alert.climbsAt = news.climbsAt;
    }
    return alert;
}

Alert climbed(Alert alert, UtcTime now, const WaitingCustomers &rules)
{
    alert.level = std::min(alert.level + 1, highestAlertLevel);
    alert.toldAt = now;
    alert.climbsAt = nextClimb(alert.level, now, rules);
    return alert;
}

} // namespace textback
