// SPDX-License-Identifier: MIT
#include "simulator/simulatedcalls.h"

#include "domain/phonenumber.h"
#include "domain/ports/clock.h"
#include "simulator/simulatedids.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t keptCalls = 20000;

Millis scaled(Millis time, double scale)
{
    return Millis(static_cast<qint64>(static_cast<double>(time.count()) / scale));
}

QString formatted(const QString &number)
{
    const std::optional<PhoneNumber> parsed = PhoneNumber::parse(number);
    return parsed ? parsed->display() : number;
}

} // namespace

bool isFinalStatus(LegStatus status)
{
    switch (status) {
    case LegStatus::Queued:
    case LegStatus::Ringing:
    case LegStatus::InProgress:
        return false;
    case LegStatus::Completed:
    case LegStatus::Busy:
    case LegStatus::Failed:
    case LegStatus::NoAnswer:
    case LegStatus::Canceled:
        return true;
    }
    Q_UNREACHABLE();
}

SimulatedCalls::SimulatedCalls(const Clock &clock, Scheduler &scheduler, Random &random, const SimulatorOptions &options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_random(random)
    , m_options(options)
    , m_rows(keptCalls)
    , m_recordings(keptCalls)
    , m_notifications(keptCalls)
{
    m_numberSids.insert(options.businessNumber, makeSid("PN"_L1, random));
    for (const QString &number : options.otherNumbers)
        m_numberSids.insert(number, makeSid("PN"_L1, random));
}

SimulatedCalls::~SimulatedCalls() = default;

QString SimulatedCalls::begin(const CallOrder &order)
{
    Running call;
    call.script = writeScript(order.scenario, order.variant, {order.from, order.to, m_options.ownerPhone}, m_random);
    call.sids.resize(call.script.legs.size());
    call.begunAt = m_clock.monotonicNow();
    const Millis length = call.script.length();
    call.origin = m_clock.utcNow() + scaled(length, m_options.timeScale) - length;

    const QString sid = makeSid("CA"_L1, m_random);
    call.sids.front() = sid;
    Running &running = m_running.emplace(sid, std::move(call)).first->second;
    // The first step makes the row; what else is due at once (a rejected call ends as it begins) comes after the announcement.
    play(running, running.script.steps[running.next++]);
    emit callBegan(sid);
    playDue(sid);
    return sid;
}

bool SimulatedCalls::isBusy(const QString &caller) const
{
    return std::any_of(m_running.begin(), m_running.end(), [this, &caller](const auto &entry) {
        const Running &call = entry.second;
        const SimulatedCallRow *root = m_rows.find(entry.first);
        return call.script.legs.front().from == caller && (!root || !isFinalStatus(root->status));
    });
}

bool SimulatedCalls::isListed(const SimulatedCallRow &row) const
{
    if (row.hiddenUntilEnd && !isFinalStatus(row.status))
        return false;
    return m_clock.monotonicNow() >= row.madeAt + m_options.visibilityDelay;
}

std::vector<SimulatedRecording> SimulatedCalls::recordingsOf(const QString &callSid) const
{
    std::vector<SimulatedRecording> found;
    for (const QString &sid : m_recordingsByCall.value(callSid)) {
        if (const SimulatedRecording *recording = m_recordings.find(sid))
            found.push_back(*recording);
    }
    return found;
}

std::vector<SimulatedNotification> SimulatedCalls::notificationsOf(const QString &callSid) const
{
    std::vector<SimulatedNotification> found;
    for (const QString &sid : m_notificationsByCall.value(callSid)) {
        if (const SimulatedNotification *notification = m_notifications.find(sid))
            found.push_back(*notification);
    }
    return found;
}

/// Plays everything that is due and schedules the rest.
void SimulatedCalls::playDue(const QString &sid)
{
    const auto found = m_running.find(sid);
    if (found == m_running.end())
        return;
    Running &call = found->second;
    while (call.next < call.script.steps.size()) {
        const ScriptStep step = call.script.steps[call.next];
        const Millis due = call.begunAt + scaled(step.at, m_options.timeScale);
        const Millis now = m_clock.monotonicNow();
        if (due > now) {
            call.timer = m_scheduler.callAfter(due - now, [this, sid] { playDue(sid); });
            return;
        }
        ++call.next;
        play(call, step);
    }
    m_running.erase(found);
}

void SimulatedCalls::play(Running &call, const ScriptStep &step)
{
    const UtcTime at = rowTime(call, step.at);
    const QString &root = call.sids.front();
    switch (step.kind) {
    case ScriptStep::Kind::Status:
        setStatus(call, step.leg, step.status, at);
        if (step.leg == 0 && isFinalStatus(step.status))
            emit callEnded(root, call.script.description);
        return;
    case ScriptStep::Kind::RecordingBegins:
        call.recording = makeSid("RE"_L1, m_random);
        m_recordings.add({call.recording, root, at, at, false, Millis(0)});
        m_recordingsByCall[root].append(call.recording);
        return;
    case ScriptStep::Kind::RecordingEnds:
        if (SimulatedRecording *recording = m_recordings.find(call.recording)) {
            const SimulatedCallRow *row = m_rows.find(root);
            recording->completed = true;
            recording->updated = at;
            recording->length = row && row->ended ? *row->ended - recording->created : Millis(0);
        }
        return;
    case ScriptStep::Kind::SetUpFails: {
        const QString sid = makeSid("NO"_L1, m_random);
        m_notifications.add({sid, root, step.code, u"HTTP retrieval failure"_s, at});
        m_notificationsByCall[root].append(sid);
        return;
    }
    case ScriptStep::Kind::FlowTexts:
        emit flowTexted(root);
        return;
    case ScriptStep::Kind::Priced:
        if (SimulatedCallRow *row = m_rows.find(call.sids[static_cast<size_t>(step.leg)])) {
            row->price = u"-0.00850"_s;
            row->updated = std::max(row->updated, at);
        }
        return;
    }
}

void SimulatedCalls::setStatus(Running &call, int leg, LegStatus status, UtcTime at)
{
    QString &sid = call.sids[static_cast<size_t>(leg)];
    if (sid.isEmpty())
        sid = makeSid("CA"_L1, m_random);
    SimulatedCallRow *found = m_rows.find(sid);
    SimulatedCallRow &row = found ? *found : addRow(call, leg, at);
    row.status = status;
    row.updated = at;
    if (!row.started && status != LegStatus::Queued)
        row.started = at;
    if (status == LegStatus::InProgress)
        row.answered = at;
    if (!isFinalStatus(status))
        return;
    if (status == LegStatus::Completed) {
        row.ended = at;
        const Millis talked = at - row.answered.value_or(at);
        row.duration = QString::number(std::chrono::round<std::chrono::seconds>(talked).count());
        return;
    }
    if (m_options.unansweredEndTime == UnansweredEndTime::Set)
        row.ended = at;
    switch (m_options.unansweredDuration) {
    case UnansweredDuration::Zero:
        row.duration = u"0"_s;
        return;
    case UnansweredDuration::Null:
        row.duration.reset();
        return;
    case UnansweredDuration::Empty:
        row.duration = QString(u""_s);
        return;
    }
}

SimulatedCallRow &SimulatedCalls::addRow(const Running &call, int leg, UtcTime at)
{
    const ScriptLeg &plan = call.script.legs[static_cast<size_t>(leg)];
    SimulatedCallRow row;
    row.sid = call.sids[static_cast<size_t>(leg)];
    row.parentSid = plan.isChild ? call.sids.front() : QString();
    row.from = plan.from;
    row.to = plan.to;
    row.fromFormatted = formatted(plan.from);
    row.toFormatted = formatted(plan.to);
    row.phoneNumberSid = m_numberSids.value(plan.to);
    row.direction = plan.direction;
    row.forwardedFrom = plan.forwardedFrom;
    row.trunkSid = plan.onTrunk ? makeSid("TK"_L1, m_random) : QString();
    row.hiddenUntilEnd = plan.onTrunk;
    row.created = at;
    row.updated = at;
    row.madeAt = m_clock.monotonicNow();
    return m_rows.add(std::move(row));
}

UtcTime SimulatedCalls::rowTime(const Running &call, Millis at) const
{
    // A step that comes late (the PC was busy) keeps the time of the script; none is ever in the future.
    return std::min(call.origin + at, m_clock.utcNow());
}

} // namespace textback
