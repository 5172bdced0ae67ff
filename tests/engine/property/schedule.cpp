// SPDX-License-Identifier: MIT
#include "engine/property/schedule.h"

#include "support/virtualtime.h"

#include <QMap>
#include <QStringList>

#include <initializer_list>
#include <utility>

namespace textback::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = Step::Kind;

/// A kind and how often it comes, in relation to the others.
struct Weight {
    Kind kind;
    quint32 weight;
};

class Maker {
public:
    Maker(quint32 seed, Habit habit)
        : m_chance(seed * 2654435761U + 97)
        , m_habit(habit)
    {
        m_schedule.seed = seed;
    }

    Schedule make()
    {
        makePlan();
        const quint32 steps = 8 + m_chance.below(4);
        for (quint32 i = 0; i < steps; ++i)
            m_schedule.steps.push_back(step(i));
        return m_schedule;
    }

private:
    bool maybe(double probability) { return m_chance.uniform() < probability; }
    Millis upTo(Millis span) { return Millis(static_cast<qint64>(m_chance.uniform() * static_cast<double>(span.count()))); }
    Millis between(Millis least, Millis most) { return least + upTo(most - least); }
    template <typename T>
    T oneOf(std::initializer_list<T> values)
    {
        return values.begin()[m_chance.below(static_cast<quint32>(values.size()))];
    }

    void makePlan()
    {
        Plan &plan = m_schedule.plan;
        plan.pollSeconds = oneOf({6, 8, 10, 12});
        plan.sendDelaySeconds = oneOf({0, 2, 2, 10});
        plan.maxAgeMinutes = oneOf({2, 3, 4});
        plan.repeatsRows = maybe(0.5);
        plan.shufflesRows = maybe(0.7);
        plan.rereads = m_schedule.seed % 4 == 0;
        plan.latency = maybe(0.5) ? between(20ms, 300ms) : between(300ms, 2s);
        plan.clockSkew = maybe(0.5) ? 0ms : between(-10min, 10min);
        plan.firstRun = maybe(0.06);
        plan.sendFaults = oneOf({0.0, 0.3, 0.6});
        if (maybe(0.4))
            plan.listingDelay = upTo(25s);
        switch (m_habit) {
        case Habit::Usual:
        case Habit::Restores:
            plan.trustworthyList = maybe(0.7);
            break;
        case Habit::DoubtfulList:
            plan.trustworthyList = false;
            plan.listingDelay = upTo(5min);
            plan.sendFaults = 0.6;
            break;
        case Habit::SlowList:
            plan.listingDelay = between(30s, 5min);
            plan.sendFaults = 0.6;
            break;
        case Habit::Calm:
            plan.sendFaults = 0;
            plan.listingDelay = 0ms;
            plan.latency = between(20ms, 200ms);
            break;
        case Habit::TwoDevices:
            plan.devices = 2;
            plan.firstRun = false;
            break;
        }
    }

    Kind kindOf(quint32 index)
    {
        if (index == 0)
            return Kind::MissedCall;
        if (m_habit == Habit::Restores && (index == 1 || index == 5))
            return index == 1 ? Kind::Backup : Kind::Restore;
        std::vector<Weight> weights = {{Kind::MissedCall, 26},  {Kind::RingingCall, 5},   {Kind::VoicemailCall, 4},
                                       {Kind::AnsweredCall, 3}, {Kind::GroupAnswered, 2}, {Kind::WithheldCall, 1}};
        const auto add = [&weights](std::initializer_list<Weight> more) { weights.insert(weights.end(), more); };
        if (m_habit != Habit::Calm) {
            add({{Kind::LateAnswer, 3},
                 {Kind::CallBack, 2},
                 {Kind::Stop, 4},
                 {Kind::Start, 2},
                 {Kind::Chat, 2},
                 {Kind::StaffText, 1},
                 {Kind::PersonSends, 2},
                 {Kind::Delivery, 3},
                 {Kind::Kill, 4},
                 {Kind::CrashSoon, 14},
                 {Kind::Sleep, 3},
                 {Kind::WallJump, 3},
                 {Kind::CallsFail, 2},
                 {Kind::MessagesFail, 2},
                 {Kind::SentFail, 3},
                 {Kind::Outage, 2},
                 {Kind::Heal, 8},
                 {Kind::LockDatabase, 2},
                 {Kind::DiskFull, 3}});
        }
        if (m_habit == Habit::Usual || m_habit == Habit::DoubtfulList || m_habit == Habit::Restores)
            add({{Kind::LongAway, 3}, {Kind::ListSlower, 2}});
        if (m_habit == Habit::Restores)
            add({{Kind::Backup, 4}, {Kind::Restore, 8}, {Kind::LongAway, 5}});
        if (m_habit == Habit::TwoDevices)
            add({{Kind::TakeOver, 6}});
        quint32 sum = 0;
        for (const Weight &weight : weights)
            sum += weight.weight;
        quint32 drawn = m_chance.below(sum);
        for (const Weight &weight : weights) {
            if (drawn < weight.weight)
                return weight.kind;
            drawn -= weight.weight;
        }
        return Kind::MissedCall;
    }

    Step step(quint32 index)
    {
        Step step;
        step.kind = kindOf(index);
        step.who = static_cast<int>(m_chance.below(3));
        step.device = m_schedule.plan.devices > 1 ? static_cast<int>(m_chance.below(2)) : 0;
        step.wait = oneOf({0, 1, 1, 2, 2, 2, 3}) == 0 ? 0ms : oneOf({upTo(3s), upTo(5s), upTo(12s), upTo(30s)});
        const bool calm = m_habit == Habit::Calm;
        switch (step.kind) {
        case Kind::MissedCall:
        case Kind::VoicemailCall:
        case Kind::AnsweredCall:
        case Kind::WithheldCall:
            step.span = between(18s, 28s);
            step.other = calm || maybe(0.65) ? 0ms : maybe(0.8) ? upTo(25s) : upTo(9min);
            break;
        case Kind::RingingCall:
            step.span = between(18s, 28s);
            break;
        case Kind::GroupAnswered:
            step.other = calm || maybe(0.6) ? 0ms : upTo(20s);
            break;
        case Kind::LateAnswer:
            step.other = upTo(60s);
            break;
        case Kind::Kill:
        case Kind::CrashSoon:
            step.count = 1 + static_cast<int>(m_chance.below(maybe(0.7) ? 8 : 25));
            step.span = maybe(0.8) ? upTo(15s) : upTo(2min);
            break;
        case Kind::Sleep:
            step.span = maybe(0.5) ? upTo(30s) : upTo(5min);
            break;
        case Kind::WallJump:
            step.span = maybe(0.3) ? between(-5min, 5min) : between(-24h, 24h);
            break;
        case Kind::LongAway:
            step.span = between(40min, 90min);
            break;
        case Kind::LockDatabase:
        case Kind::DiskFull:
            step.span = upTo(12s);
            break;
        case Kind::ListSlower:
            step.span = m_habit == Habit::DoubtfulList ? upTo(5min) : upTo(25s);
            break;
        default:
            break;
        }
        return step;
    }

    Schedule m_schedule;
    SeededRandom m_chance;
    Habit m_habit;
};

QString name(Kind kind)
{
    static const QMap<Kind, QString> names = {
        {Kind::MissedCall, u"missed call"_s},
        {Kind::RingingCall, u"ringing, then missed"_s},
        {Kind::VoicemailCall, u"voicemail"_s},
        {Kind::AnsweredCall, u"answered call"_s},
        {Kind::GroupAnswered, u"second phone answers"_s},
        {Kind::LateAnswer, u"missed, answered leg shows late"_s},
        {Kind::WithheldCall, u"withheld call"_s},
        {Kind::CallBack, u"the business calls"_s},
        {Kind::Stop, u"STOP"_s},
        {Kind::Start, u"START"_s},
        {Kind::Chat, u"a reply"_s},
        {Kind::StaffText, u"a text from elsewhere"_s},
        {Kind::PersonSends, u"a person sends"_s},
        {Kind::Delivery, u"delivery reports"_s},
        {Kind::Kill, u"killed"_s},
        {Kind::CrashSoon, u"crash at a place from here"_s},
        {Kind::Sleep, u"sleep"_s},
        {Kind::WallJump, u"the PC's clock is set"_s},
        {Kind::LongAway, u"off"_s},
        {Kind::CallsFail, u"call log fails"_s},
        {Kind::MessagesFail, u"messages fail"_s},
        {Kind::SentFail, u"list of sent texts fails"_s},
        {Kind::Outage, u"provider down"_s},
        {Kind::Heal, u"provider works"_s},
        {Kind::LockDatabase, u"database locked"_s},
        {Kind::DiskFull, u"disk full"_s},
        {Kind::ListSlower, u"list shows texts after"_s},
        {Kind::Backup, u"backup"_s},
        {Kind::Restore, u"restore"_s},
        {Kind::TakeOver, u"takeover"_s},
    };
    return names.value(kind);
}

QString seconds(Millis span)
{
    return QString::number(static_cast<double>(span.count()) / 1000.0, 'f', 1) + u" s"_s;
}

QString toText(const Step &step, bool severalDevices)
{
    QStringList parts = {name(step.kind)};
    if (step.kind <= Kind::PersonSends)
        parts.append(u"caller %1"_s.arg(step.who));
    if (severalDevices)
        parts.append(u"device %1"_s.arg(step.device));
    if (step.kind == Kind::CrashSoon)
        parts.append(u"at the %1."_s.arg(step.count));
    if (step.span != 0ms)
        parts.append(u"for "_s + seconds(step.span));
    if (step.other != 0ms)
        parts.append(u"shown after "_s + seconds(step.other));
    if (step.wait != 0ms)
        parts.append(u"then "_s + seconds(step.wait));
    return parts.join(u", "_s);
}

} // namespace

Schedule makeSchedule(quint32 seed, Habit habit)
{
    return Maker(seed, habit).make();
}

QString toText(const Schedule &schedule)
{
    const Plan &plan = schedule.plan;
    QString text = u"seed %1: latency %2, provider's clock %3, list after %4 (%5), polls every %6 s, send delay %7 s, age limit %8 min, "
                   "send faults %9"_s.arg(schedule.seed)
                       .arg(seconds(plan.latency), seconds(plan.clockSkew), seconds(plan.listingDelay),
                            plan.trustworthyList ? u"trusted"_s : u"not trusted"_s)
                       .arg(plan.pollSeconds)
                       .arg(plan.sendDelaySeconds)
                       .arg(plan.maxAgeMinutes)
                       .arg(plan.sendFaults);
    if (plan.repeatsRows)
        text += u", rows twice"_s;
    if (plan.shufflesRows)
        text += u", rows in any order"_s;
    if (plan.firstRun)
        text += u", first run"_s;
    for (const Step &step : schedule.steps)
        text += u"\n  - "_s + toText(step, plan.devices > 1);
    return text;
}

} // namespace textback::test
