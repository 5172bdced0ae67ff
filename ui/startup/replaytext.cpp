// SPDX-License-Identifier: MIT
#include "ui/startup/replaytext.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <map>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 28;
constexpr int columnWidth = 12;
constexpr qint64 microDollars = 1000000;

QString timeText(UtcTime time, const QTimeZone &zone, const QString &format)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(toUnixMillis(time), zone), format);
}

QString money(MicroDollars cost)
{
    return u"$%1"_s.arg(QString::number(static_cast<double>(cost) / microDollars, 'f', 2));
}

QString row(const QString &label, const QString &before, const QString &after)
{
    return u"  "_s + label.leftJustified(labelWidth) + before.rightJustified(columnWidth) + after.rightJustified(columnWidth);
}

QString row(const QString &label, qint64 before, qint64 after)
{
    return row(label, QString::number(before), QString::number(after));
}

int notTexted(const ReplayTotals &totals)
{
    int count = 0;
    for (const auto &[reason, calls] : totals.notTexted)
        count += calls;
    return count;
}

QStringList sums(const ReplayResult &result)
{
    const auto calls = static_cast<qint64>(result.calls.size());
    QStringList lines{row({}, u"as it was"_s, u"replayed"_s), row(u"calls"_s, calls, calls),
                      row(u"texted"_s, result.before.texted, result.after.texted)};
    lines << row(u"  held by quiet hours first"_s, result.before.held, result.after.held);
    lines << row(u"  segments"_s, result.before.segments, result.after.segments);
    lines << row(u"  cost"_s, money(result.before.cost), money(result.after.cost));
    lines << row(u"not texted"_s, notTexted(result.before), notTexted(result.after));
    std::map<DecisionReason, std::pair<int, int>> reasons;
    for (const auto &[reason, count] : result.before.notTexted)
        reasons[reason].first = count;
    for (const auto &[reason, count] : result.after.notTexted)
        reasons[reason].second = count;
    for (const auto &[reason, counts] : reasons)
        lines << row(u"  "_s + toString(reason), counts.first, counts.second);
    return lines;
}

/// The newest text of each rule, and how many there would be.
QStringList words(const ReplayResult &result)
{
    std::map<SendRule, std::pair<int, QString>> texts;
    for (const ReplayedCall &call : result.calls) {
        if (!call.after.texted || !call.after.rule)
            continue;
        auto &[count, body] = texts[*call.after.rule];
        ++count;
        body = call.after.body.simplified();
    }
    QStringList lines;
    for (const auto &[rule, text] : texts)
        lines << u"  %1 x %2: \"%3\""_s.arg(text.first).arg(toString(rule), text.second);
    return lines;
}

QString outcomeText(const ReplayOutcome &outcome, UtcTime callEnd, const QTimeZone &zone)
{
    if (!outcome.texted)
        return u"no text (%1)"_s.arg(outcome.reason ? toString(*outcome.reason) : u"not decided"_s);
    const bool sameDay = timeText(outcome.at, zone, u"yyyyMMdd"_s) == timeText(callEnd, zone, u"yyyyMMdd"_s);
    const QString segments = outcome.segments == 1 ? u"1 segment"_s : u"%1 segments"_s.arg(outcome.segments);
    return u"%1 at %2, %3"_s.arg(outcome.rule ? toString(*outcome.rule) : u"text"_s,
                                 timeText(outcome.at, zone, sameDay ? u"HH:mm"_s : u"ddd HH:mm"_s), segments);
}

QString lastFour(const QString &address)
{
    return address.startsWith(u'+')                  ? u"…"_s + address.right(4)
           : address == QStringView(withheldAddress) ? u"withheld"_s
                                                     : u"(no number)"_s;
}

} // namespace

QString replayText(const ReplayResult &result, const QTimeZone &businessZone)
{
    const auto day = [&businessZone](UtcTime time) { return timeText(time, businessZone, u"yyyy-MM-dd"_s); };
    QStringList lines{u"Calls from %1 to %2 under the changed rules (times of %3). Nothing was sent, nothing was changed."_s.arg(
        day(result.from), day(result.until), QString::fromUtf8(businessZone.id()))};
    if (result.calls.empty()) {
        lines << u"There are no calls yet."_s;
        return lines.join(u'\n') + u'\n';
    }
    if (result.asIfOn)
        lines << u"The rules are in watch mode, which sends nothing: this is what they would send if they were on."_s;
    lines << QString() << sums(result) << QString();
    lines << u"Newly texted: %1. No longer texted: %2. Other words: %3. At another time: %4."_s.arg(result.count(ReplayChange::NewlyTexted))
                 .arg(result.count(ReplayChange::NoLongerTexted))
                 .arg(result.count(ReplayChange::OtherWords))
                 .arg(result.count(ReplayChange::OtherTime));
    if (const QStringList texts = words(result); !texts.isEmpty())
        lines << QString() << u"The texts:"_s << texts;
    if (result.count(ReplayChange::None) == static_cast<int>(result.calls.size()))
        return lines.join(u'\n') + u'\n';
    lines << QString() << u"Calls that would have gone otherwise (end of the call, caller, as it was -> replayed):"_s;
    for (const ReplayedCall &call : result.calls) {
        if (call.change == ReplayChange::None)
            continue;
        lines << u"  %1  %2  %3 -> %4%5"_s.arg(timeText(call.endedAt, businessZone, u"ddd yyyy-MM-dd HH:mm"_s), lastFour(call.address),
                                               outcomeText(call.before, call.endedAt, businessZone),
                                               outcomeText(call.after, call.endedAt, businessZone),
                                               call.change == ReplayChange::OtherWords ? u", other words"_s : QString());
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace textback
