// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textbackpolicy.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <vector>

namespace textback::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One situation: a call that would be texted, unless a row changes something.
struct Situation {
    PolicyInput input;
    TextBackRules rules;
};

using Change = std::function<void(Situation &)>;
using Changes = std::vector<Change>;

constexpr UtcTime callEnd = fromUnixMillis(1795446000000);

inline const Line &mainLine()
{
    static const Line line{*PhoneNumber::fromStored(u"+13132230100"_s), u"Main"_s, u"Detroit"_s, false, 2, {}};
    return line;
}

inline Situation usual()
{
    Situation s;
    s.input.verdict.missed = true;
    s.input.verdict.disposition = Disposition::NoAnswer;
    s.input.verdict.rang = 20s;
    s.input.verdict.endedAt = callEnd;
    s.input.caller = identifyCaller(u"+13134440142"_s);
    s.input.line = &mainLine();
    s.input.watchingSince = callEnd - 24h * 30;
    s.input.now = callEnd + 3s;
    s.rules.mode = Mode::On;
    s.rules.businessName = u"Motor City Towing"_s;
    s.rules.templates.setText(SendRule::Open, u"{biz}: sorry"_s);
    s.rules.templates.setText(SendRule::SecondCall, u"{biz}: again"_s);
    s.rules.templates.setText(SendRule::Closed, u"{biz}: closed"_s);
    s.rules.templates.setText(SendRule::Holiday, u"{biz}: holiday"_s);
    s.rules.templates.setText(SendRule::Storm, u"{biz}: many calls"_s);
    s.rules.templates.setText(SendRule::Vip, u"{biz}: good to hear from you"_s);
    s.rules.lines = {mainLine()};
    return s;
}

inline Change caller(const QString &text)
{
    return [text](Situation &s) { s.input.caller = identifyCaller(text, s.rules.homeRegion); };
}

/// The newest text-back went out for a call that ended `ago` before this one.
inline Change textedBefore(Millis ago)
{
    return [ago](Situation &s) {
        s.input.history.lastTextBackCallEnd = s.input.verdict.endedAt - ago;
        s.input.history.lastTextBack = s.input.verdict.endedAt - ago + 5s;
    };
}

inline Change secondTextBefore(Millis ago)
{
    return [ago](Situation &s) { s.input.history.lastSecondCallText = s.input.verdict.endedAt - ago; };
}

inline Change age(Millis age)
{
    return [age](Situation &s) { s.input.now = s.input.verdict.endedAt + age; };
}

/// Paused for so long from now.
inline Change paused(Millis left)
{
    return [left](Situation &s) { s.rules.pausedUntil = s.input.now + left; };
}

inline Change mode(Mode mode)
{
    return [mode](Situation &s) { s.rules.mode = mode; };
}

inline Change optedOut()
{
    return [](Situation &s) { s.input.history.optedOut = true; };
}

inline Change frozen()
{
    return [](Situation &s) { s.input.history.frozen = true; };
}

inline Change known()
{
    return [](Situation &s) { s.input.history.isKnownContact = true; };
}

inline Change storm()
{
    return [](Situation &s) { s.rules.storm = true; };
}

inline Change abroad()
{
    return [](Situation &s) { s.rules.textForeign = true; };
}

/// The caller stands in one of the owner's lists.
inline Change among(std::vector<PhoneNumber> People::*list)
{
    return [list](Situation &s) { s.rules.people.*list = {*PhoneNumber::fromStored(u"+13134440199"_s), s.input.caller.number}; };
}

/// Monday to Saturday 8 to 12 and 13 to 18, closed on Christmas; in Detroit.
inline Change shop()
{
    return [](Situation &s) {
        WeeklyHours week;
        for (size_t day = 0; day < 6; ++day)
            week[day] = {{8 * 60, 12 * 60}, {13 * 60, 18 * 60}};
        s.rules.hours.weekly = week;
        s.rules.hours.holidays = {Holiday{u"Christmas"_s, 0, 12, 25}};
        s.rules.timeZone = QTimeZone("America/Detroit");
    };
}

/// The call ended at this moment of Detroit's wall clock; now is shortly after. Before changes that count from its end.
inline Change callAt(const QString &local)
{
    return [local](Situation &s) {
        const QDateTime time(QDate::fromString(local.left(10), Qt::ISODate), QTime::fromString(local.mid(11), u"hh:mm"_s),
                             QTimeZone("America/Detroit"));
        s.input.verdict.endedAt = fromUnixMillis(time.toMSecsSinceEpoch());
        s.input.now = s.input.verdict.endedAt + 3s;
        s.input.watchingSince = s.input.verdict.endedAt - 24h * 30;
    };
}

inline Change unwatched()
{
    return [](Situation &s) { s.input.line = nullptr; };
}

inline Change history()
{
    return [](Situation &s) { s.input.watchingSince = callEnd + 1ms; };
}

inline Change staffWrote(Millis ago)
{
    return [ago](Situation &s) { s.input.history.lastStaffMessage = s.input.now - ago; };
}

inline Change capability(NumberCapability capability)
{
    return [capability](Situation &s) { s.input.history.cannotText = capability; };
}

inline Change notMissed(DecisionReason reason)
{
    return [reason](Situation &s) {
        s.input.verdict.missed = false;
        s.input.verdict.notMissedBecause = reason;
    };
}

inline Change answeredIn(Millis after)
{
    return [after](Situation &s) { s.input.history.answeredInboundAfter = s.input.verdict.endedAt + after; };
}

inline Change answeredOut(Millis after)
{
    return [after](Situation &s) { s.input.history.answeredOutboundAfter = s.input.verdict.endedAt + after; };
}

inline Change asleep()
{
    return [](Situation &s) { s.input.senderAsleep = true; };
}

inline Change textedThisCall()
{
    return [](Situation &s) { s.input.history.textedThisCall = true; };
}

inline Change without(SendRule rule)
{
    return [rule](Situation &s) { s.rules.templates.setText(rule, QString()); };
}

inline Change home(const QString &region)
{
    return [region](Situation &s) { s.rules.homeRegion = region; };
}

inline Change simulated()
{
    return [](Situation &s) { s.rules.allowFictionalNumbers = true; };
}

inline QString inWords(const Decision &decision)
{
    QStringList words{toString(decision.verdict)};
    if (decision.rule)
        words += toString(*decision.rule);
    if (decision.reason)
        words += toString(*decision.reason);
    return words.join(u' ');
}

} // namespace textback::test

Q_DECLARE_METATYPE(textback::test::Changes)
