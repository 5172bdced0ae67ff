// SPDX-License-Identifier: MIT
#include "domain/evidence/decisioninputs.h"

#include "domain/evidence/isotime.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// Puts in what is known.
class Facts {
public:
    void text(QLatin1StringView key, const QString &value)
    {
        if (!value.isEmpty())
            m_object.insert(key, value);
    }
    void time(QLatin1StringView key, UtcTime value) { m_object.insert(key, isoTime(value)); }
    void time(QLatin1StringView key, const std::optional<UtcTime> &value)
    {
        if (value)
            time(key, *value);
    }
    void flag(QLatin1StringView key, bool value)
    {
        if (value)
            m_object.insert(key, true);
    }
    void always(QLatin1StringView key, bool value) { m_object.insert(key, value); }
    void count(QLatin1StringView key, qint64 value) { m_object.insert(key, value); }
    void span(QLatin1StringView key, Millis value) { m_object.insert(key, qint64(value.count())); }
    void capability(const std::optional<NumberCapability> &value)
    {
        if (value)
            text("cannotText"_L1, *value == NumberCapability::Landline ? u"landline"_s : u"cannot-receive"_s);
    }
    void usage(const Usage &usage)
    {
        count("automaticToday"_L1, usage.automaticToday);
        count("automaticToNumberInHour"_L1, usage.automaticToNumberInHour);
        count("segmentsToday"_L1, usage.segmentsToday);
        count("segmentsThisMonth"_L1, usage.segmentsThisMonth);
    }
    QByteArray json() const { return QJsonDocument(m_object).toJson(QJsonDocument::Compact); }

private:
    QJsonObject m_object;
};

void addHistory(Facts &facts, const CallerHistory &history)
{
    facts.always("optedOut"_L1, history.optedOut);
    facts.always("frozen"_L1, history.frozen);
    facts.capability(history.cannotText);
    facts.time("lastTextBack"_L1, history.lastTextBack);
    facts.time("lastTextBackCallEnd"_L1, history.lastTextBackCallEnd);
    facts.time("lastSecondCallText"_L1, history.lastSecondCallText);
    facts.flag("textedThisCall"_L1, history.textedThisCall);
    facts.time("lastStaffMessage"_L1, history.lastStaffMessage);
    facts.time("answeredInboundAfter"_L1, history.answeredInboundAfter);
    facts.time("answeredOutboundAfter"_L1, history.answeredOutboundAfter);
    facts.flag("isOwnNumber"_L1, history.isOwnNumber);
    facts.flag("isKnownContact"_L1, history.isKnownContact);
    facts.flag("foreignTextSinceCallBegan"_L1, history.foreign.sinceCallBegan);
    facts.time("lastForeignTextBack"_L1, history.foreign.lastTextBack);
}

} // namespace

QByteArray toJson(const PolicyInput &input)
{
    Facts facts;
    facts.time("now"_L1, input.now);
    facts.text("caller"_L1, input.caller.address);
    facts.text("line"_L1, input.line ? input.line->number.e164() : QString());
    facts.time("watchingSince"_L1, input.watchingSince);
    facts.always("missed"_L1, input.verdict.missed);
    facts.text("disposition"_L1, toString(input.verdict.disposition));
    facts.text("notMissedBecause"_L1, input.verdict.notMissedBecause ? toString(*input.verdict.notMissedBecause) : QString());
    facts.time("callEnded"_L1, input.verdict.endedAt);
    facts.span("rangMs"_L1, input.verdict.rang);
    facts.span("talkedMs"_L1, input.verdict.talked);
    facts.flag("flowFailed"_L1, input.verdict.flowFailed);
    addHistory(facts, input.history);
    facts.usage(input.usage);
    facts.flag("viewer"_L1, input.viewer);
    facts.flag("wasHeld"_L1, input.wasHeld);
    facts.flag("sendNow"_L1, input.sendNow);
    facts.flag("senderAsleep"_L1, input.senderAsleep);
    return facts.json();
}

QByteArray toJson(const StepInput &input)
{
    Facts facts;
    facts.time("now"_L1, input.now);
    facts.text("purpose"_L1, toString(input.purpose));
    facts.text("to"_L1, input.to.e164());
    facts.time("since"_L1, input.since);
    facts.time("due"_L1, input.due);
    facts.always("optedOut"_L1, input.optedOut);
    facts.always("frozen"_L1, input.frozen);
    facts.capability(input.cannotText);
    facts.time("lastCustomerMessage"_L1, input.lastCustomerMessage);
    facts.time("lastStaffMessage"_L1, input.lastStaffMessage);
    facts.time("lastTalk"_L1, input.lastTalk);
    facts.time("lastBooking"_L1, input.lastBooking);
    facts.time("lastTextBack"_L1, input.lastTextBack);
    facts.time("lastReview"_L1, input.lastReview);
    facts.usage(input.usage);
    facts.flag("viewer"_L1, input.viewer);
    facts.flag("sendNow"_L1, input.sendNow);
    return facts.json();
}

} // namespace textback
