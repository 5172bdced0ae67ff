// SPDX-License-Identifier: MIT
#include "domain/replay/replay.h"

#include "domain/machinetext.h"
#include "domain/messagetemplate.h"
#include "domain/replay/callerpast.h"
#include "domain/replay/pastverdicts.h"
#include "domain/replay/runningusage.h"
#include "domain/smssegments.h"
#include "domain/textbackpolicy.h"
#include "domain/textcomposition.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <queue>
#include <utility>

namespace textback {

namespace {

constexpr Millis usualDelay = std::chrono::seconds(5);
constexpr Millis longestUsualDelay = std::chrono::minutes(1);
constexpr Millis heldAtLeast = std::chrono::minutes(15); // longer than any text is tried for
constexpr Millis sameTime = std::chrono::minutes(5);
using namespace machinetext;

/// Nothing that a rule could change.
bool isCircumstance(DecisionReason reason)
{
    return reason == DecisionReason::CancelledByOwner || reason == DecisionReason::Paused;
}

class Replay {
public:
    Replay(const ReplayHistory &history, const TextBackRules &then, const TextBackRules &changed)
        : m_history(history)
        , m_then(then)
        , m_rules(changed)
        , m_usage(changed.timeZone)
        , m_past(then, m_rules)
    {
        m_result.from = history.from;
        m_result.until = history.until;
        m_result.asIfOn = changed.mode == Mode::Watch;
        if (m_result.asIfOn)
            m_rules.mode = Mode::On;
    }

    ReplayResult run()
    {
        gather();
        plan();
        while (!m_events.empty()) {
            const Event event = m_events.top();
            m_events.pop();
            if (event.text)
                countText(*event.text, event.call);
            else
                decide(event.call, event.at);
        }
        sum();
        return std::move(m_result);
    }

private:
    /// Something that happens at a moment: a call is decided (again), or a text leaves that the rules have no say in.
    struct Event {
        UtcTime at;
        size_t order; // what was planned first comes first
        size_t call;
        const ReplayText *text;

        bool operator<(const Event &other) const { return std::pair(at, order) > std::pair(other.at, other.order); }
    };

    struct Waiting {
        const ReplayCall *call = nullptr;
        CallerIdentity caller;
        CallVerdict verdict;
        size_t result = 0;
        bool isHeld = false;
        bool isQueued = false;
    };

    CallerPast &past(const QString &address) { return m_pasts[address]; }
    CallerPast &past(const PhoneNumber &number) { return m_pasts[number.e164()]; }

    void gather()
    {
        const ReplayBasis &basis = m_history.basis;
        for (auto name = basis.names.begin(); name != basis.names.end(); ++name)
            past(name.key()).setName(name.value());
        for (const ReplayConsent &consent : basis.consents)
            past(consent.number).addConsent(consent);
        for (const ReplayDoubt &doubt : basis.doubts)
            past(doubt.number).addDoubt(doubt);
        for (const ReplayCapability &capability : basis.capabilities)
            past(capability.number).setCapability(capability);
        for (const ReplayAccount &account : basis.accounts) {
            m_accounts.insert(account.id, &account);
            for (const Line &line : account.numbers)
                m_ownNumbers.insert(line.number);
        }
        m_verdicts.reserve(m_history.calls.size());
        for (const ReplayCall &call : m_history.calls) {
            m_verdicts.push_back(m_past.verdictOf(call));
            m_past.learn(call);
            const CallVerdict &verdict = m_verdicts.back();
            if (!call.record.isInbound()) {
                if (call.answered)
                    past(call.address).addAnswered(call.record.id, false, verdict.endedAt);
            } else if (verdict.missed) {
                past(call.address).addMissed(call.at, verdict.endedAt);
            } else if (verdict.notMissedBecause == DecisionReason::Answered) {
                past(call.address).addAnswered(call.record.id, true, verdict.endedAt);
            }
        }
        gatherMessages();
    }

    void gatherMessages()
    {
        // Who got these words from elsewhere last, and when.
        QHash<QString, std::vector<std::pair<UtcTime, QString>>> words;
        for (const ReplayMessage &message : m_history.messages) {
            CallerPast &receiver = past(message.address);
            receiver.addMessage(message);
            if (!message.elsewhere)
                continue;
            auto &same = words[message.body];
            const bool others = std::any_of(same.rbegin(), same.rend(), [&message](const auto &sent) {
                return sent.second != message.address && sent.first >= message.at - sameWordsSpan;
            });
            if (receiver.missedCallJustBefore(message.at, soonAfter) || (others && receiver.missedCallJustBefore(message.at, lateAfter)))
                receiver.markAutomatic();
            if (same.empty() || same.back().second != message.address || same.size() < 2)
                same.emplace_back(message.at, message.address);
            else
                same.back().first = message.at;
        }
    }

    void schedule(UtcTime at, size_t call, const ReplayText *text = nullptr) { m_events.push({at, m_order++, call, text}); }

    void plan()
    {
        const Millis delay = delayOf(m_history);
        for (const ReplayText &text : m_history.texts) {
            if (text.state == OutboxState::Accepted || text.state == OutboxState::Unconfirmed)
                schedule(text.leftAt.value_or(text.queuedAt), 0, &text);
        }
        for (size_t i = 0; i < m_history.calls.size(); ++i) {
            const ReplayCall &call = m_history.calls[i];
            const CallVerdict &verdict = m_verdicts[i];
            if (!call.record.isInbound())
                continue;
            if (verdict.endedAt < m_history.from) {
                // Before the time that is gone through the texts are those that were sent.
                if (call.text && call.text->wasSent())
                    schedule(call.text->leftAt.value_or(call.text->queuedAt), i, &*call.text);
                continue;
            }
            if (!call.decision)
                continue;
            Waiting waiting;
            waiting.call = &call;
            waiting.caller = callerOf(call);
            waiting.verdict = verdict;
            waiting.result = m_result.calls.size();
            m_result.calls.push_back({call.record.id, call.address, call.line, verdict.endedAt, outcomeOf(call), {}, ReplayChange::None});
            m_result.missed += verdict.missed ? 1 : 0;
            schedule(decidedAt(call, verdict.endedAt, delay), m_waiting.size());
            m_waiting.push_back(waiting);
        }
    }

    CallerIdentity callerOf(const ReplayCall &call)
    {
        const QString &from = call.record.root.from;
        auto known = m_callers.find(from);
        if (known == m_callers.end())
            known = m_callers.insert(from, identifyCaller(from, m_rules.homeRegion));
        return *known;
    }

    /// As long after a call's end as its text was usually queued.
    static Millis delayOf(const ReplayHistory &history)
    {
        std::vector<Millis> delays;
        for (const ReplayCall &call : history.calls) {
            if (call.text && call.text->queuedAt >= call.verdict.endedAt)
                delays.push_back(call.text->queuedAt - call.verdict.endedAt);
        }
        if (delays.empty())
            return usualDelay;
        const auto middle = delays.begin() + static_cast<std::ptrdiff_t>(delays.size() / 2);
        std::nth_element(delays.begin(), middle, delays.end());
        return std::min(*middle, longestUsualDelay);
    }

    /// A call that was found late stays late.
    static UtcTime decidedAt(const ReplayCall &call, UtcTime ended, Millis delay)
    {
        const std::optional<DecisionReason> reason = call.decision->reason;
        const bool late = reason == DecisionReason::TooOld || reason == DecisionReason::PcAsleep;
        return std::max(ended + delay, late ? call.decision->decidedAt : ended);
    }

    /// What happened.
    static ReplayOutcome outcomeOf(const ReplayCall &call)
    {
        ReplayOutcome outcome;
        outcome.at = call.decision->decidedAt;
        if (!call.text || !call.text->wasSent()) {
            outcome.reason = call.decision->reason;
            if (call.text && call.text->why)
                outcome.reason = call.text->why;
            if (call.decision->verdict == Verdict::Skip)
                outcome.rule = call.decision->rule;
            return outcome;
        }
        const ReplayText &text = *call.text;
        outcome.texted = true;
        outcome.rule = text.rule ? text.rule : call.decision->rule;
        // What still waits leaves when it is due.
        outcome.at = text.leftAt.value_or(call.decision->notBefore.value_or(text.queuedAt));
        outcome.held = text.state == OutboxState::Held || outcome.at - text.queuedAt > heldAtLeast;
        outcome.body = text.body;
        outcome.segments = text.segments;
        return outcome;
    }

    void countText(const ReplayText &text, size_t call)
    {
        const UtcTime at = text.leftAt.value_or(text.queuedAt);
        const bool automatic = text.purpose != OutboxPurpose::Manual && !isToStaff(text.purpose);
        m_usage.count(at, text.segments, automatic);
        if (!automatic)
            return;
        CallerPast::Text sent;
        sent.call = text.call;
        sent.purpose = text.purpose;
        sent.at = at;
        sent.left = true;
        sent.hint = hasOptOutHint(text.body);
        if (answersCall(text.purpose))
            sent.callEnd = m_history.calls[call].verdict.endedAt;
        past(text.to).addText(sent);
    }

    void decide(size_t index, UtcTime now)
    {
        Waiting &waiting = m_waiting[index];
        const ReplayCall &call = *waiting.call;
        CallerPast &caller = past(call.address);
        Line line;
        line.number = call.line;
        const Line *watched = m_rules.lineFor(call.line);
        if (watched)
            line = *watched;
        PolicyInput input;
        input.verdict = waiting.verdict;
        input.caller = waiting.caller;
        input.line = watched;
        input.now = now;
        const auto account = m_accounts.constFind(call.record.account);
        input.watchingSince = account == m_accounts.constEnd() ? UtcTime() : (*account)->watchingSince.value_or(UtcTime());
        input.wasHeld = waiting.isHeld;
        input.viewer = call.decision->reason == DecisionReason::Viewer;
        input.senderAsleep = call.decision->reason == DecisionReason::PcAsleep;
        if (!waiting.caller.number.isNull()) {
            input.history = caller.historyAt(now, call.record.id, call.at, m_rules.coolDown);
            // What only the refusal of this very text has taught was not known before it left.
            if (call.text && call.text->state == OutboxState::Failed)
                input.history.cannotText.reset();
            input.history.isOwnNumber = m_ownNumbers.contains(waiting.caller.number);
            const UsageSpans &spans = m_usage.spansAt(now);
            input.usage = m_usage.usage();
            input.usage.automaticToNumberInHour = caller.automaticSince(spans.hourBegan);
        }
        Decision decision = decideTextBack(input, m_rules);
        if (decision.verdict != Verdict::Skip && call.text && call.text->why && isCircumstance(*call.text->why))
            decision = Decision::skip(*call.text->why);
        follow(index, decision, line, now);
    }

    void follow(size_t index, const Decision &decision, const Line &line, UtcTime now)
    {
        Waiting &waiting = m_waiting[index];
        ReplayOutcome &outcome = m_result.calls[waiting.result].after;
        CallerPast &caller = past(waiting.call->address);
        const CallId id = waiting.call->record.id;
        if (decision.verdict == Verdict::Skip) {
            caller.drop(id);
            none(outcome, decision.reason, now);
            return;
        }
        outcome.rule = decision.rule;
        // A held text is worded anew when it leaves.
        if (!waiting.isQueued || waiting.isHeld) {
            const auto body = composeAt(m_rules, *decision.rule, line, caller.recipientAt(now), now, {maximumTextLength});
            if (body)
                outcome.body = *body;
            if (outcome.body.isEmpty()) {
                caller.drop(id);
                none(outcome, DecisionReason::NoTemplate, now);
                return;
            }
        }
        const bool leaves = waiting.isQueued && decision.verdict == Verdict::Send;
        if (leaves) {
            outcome.texted = true;
            outcome.held = waiting.isHeld;
            outcome.at = now;
            outcome.segments = countSegments(outcome.body, smsRoute(line.sender())).segments;
            caller.leave(id, now, hasOptOutHint(outcome.body));
            m_usage.count(now, outcome.segments, true);
            return;
        }
        if (!waiting.isQueued) {
            const auto purpose = decision.rule == SendRule::SecondCall ? OutboxPurpose::SecondCall : OutboxPurpose::TextBack;
            caller.addText({id, purpose, now, waiting.verdict.endedAt, false, false});
        }
        waiting.isQueued = true;
        waiting.isHeld = waiting.isHeld || decision.verdict == Verdict::Hold;
        // At least a moment later, so that it comes to an end whatever the rules say.
        schedule(std::max(decision.notBefore.value_or(now), now + Millis(1)), index);
    }

    static void none(ReplayOutcome &outcome, std::optional<DecisionReason> reason, UtcTime now)
    {
        outcome = {};
        outcome.reason = reason;
        outcome.at = now;
    }

    static ReplayChange changeOf(const ReplayedCall &call)
    {
        if (call.before.texted != call.after.texted)
            return call.after.texted ? ReplayChange::NewlyTexted : ReplayChange::NoLongerTexted;
        if (!call.after.texted)
            return ReplayChange::None;
        if (call.before.body != call.after.body)
            return ReplayChange::OtherWords;
        return std::chrono::abs(call.before.at - call.after.at) > sameTime ? ReplayChange::OtherTime : ReplayChange::None;
    }

    static void add(ReplayTotals &totals, const ReplayOutcome &outcome)
    {
        if (!outcome.texted) {
            if (outcome.reason)
                ++totals.notTexted[*outcome.reason];
            return;
        }
        ++totals.texted;
        totals.held += outcome.held ? 1 : 0;
        totals.segments += outcome.segments;
    }

    void sum()
    {
        for (ReplayedCall &call : m_result.calls) {
            call.change = changeOf(call);
            ++m_result.changes[call.change];
            add(m_result.before, call.before);
            add(m_result.after, call.after);
        }
        m_result.before.cost = m_result.before.segments * m_then.limits.pricePerSegment;
        m_result.after.cost = m_result.after.segments * m_rules.limits.pricePerSegment;
    }

    const ReplayHistory &m_history;
    const TextBackRules &m_then;
    TextBackRules m_rules;
    RunningUsage m_usage;
    ReplayResult m_result;
    QHash<QString, CallerPast> m_pasts;
    QHash<QString, CallerIdentity> m_callers; // by the provider's text
    QHash<AccountId, const ReplayAccount *> m_accounts;
    QSet<PhoneNumber> m_ownNumbers;
    PastVerdicts m_past;
    std::vector<CallVerdict> m_verdicts; // of every call of the history
    std::vector<Waiting> m_waiting;
    std::priority_queue<Event> m_events;
    size_t m_order = 0;
};

} // namespace

ReplayResult replay(const ReplayHistory &history, const TextBackRules &then, const TextBackRules &changed)
{
    return Replay(history, then, changed).run();
}

} // namespace textback
