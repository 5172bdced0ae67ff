// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/openinterval.h"
#include "engine/engineharness.h"

namespace textback::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString ana = u"+13132230110"_s;
inline const QString bo = u"+13132230111"_s;
inline const QString danger = u"stuck on I-94, my child is locked in the car"_s;

inline PhoneNumber number(const QString &text)
{
    return *PhoneNumber::fromStored(text);
}

inline WeeklyHours daily(const QString &from, const QString &until)
{
    WeeklyHours plan;
    plan.fill({*intervalFrom(from, until)});
    return plan;
}

/// Somebody is always on call.
class DutyHarness : public EngineHarness {
public:
    DutyHarness() { settings.people.staff = {{u"Ana"_s, number(ana), daily(u"00:00"_s, u"24:00"_s)}}; }

    QStringList bodiesTo(const QString &to) const
    {
        QStringList bodies;
        for (const FakeProvider::Text &text : provider.allTexts) {
            if (text.byApi && text.message.to == to)
                bodies += text.message.body;
        }
        return bodies;
    }
    QString lastTo(const QString &to) const { return bodiesTo(to).value(bodiesTo(to).size() - 1); }
    /// Maria is in danger, and Ana knows.
    void raise(const QString &from = maria, const QString &words = danger)
    {
        provider.addReply(from, words);
        run(20s);
    }
    void staffTexts(const QString &from, const QString &body, Millis wait = 15s)
    {
        provider.addReply(from, body);
        run(wait);
    }
    QString openAlerts() const { return cell(u"SELECT count(*) FROM alerts WHERE taken_at IS NULL"_s); }
    QString takenBy() const { return cell(u"SELECT taken_by FROM alerts ORDER BY id DESC LIMIT 1"_s); }
    QString openCases() const { return cell(u"SELECT count(*) FROM duty_cases WHERE closed_at IS NULL"_s); }
};

} // namespace textback::test
