// SPDX-License-Identifier: MIT
#include "engine/property/invariants.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <algorithm>

namespace textback::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How far the engine's idea of the provider's clock may be behind: a Date header has whole seconds and comes with the answer's delay.
constexpr Millis clockError = 4s;

bool isTerminal(const QString &state)
{
    return state == "accepted"_L1 || state == "skipped"_L1 || state == "failed"_L1 || state == "unconfirmed"_L1;
}

class Checker {
public:
    Checker(const Truth &truth, const std::vector<Ledger> &ledgers)
        : m_truth(truth)
        , m_ledgers(ledgers)
    {
    }

    std::vector<Violation> check()
    {
        for (const Ledger &ledger : m_ledgers) {
            complete(ledger);
            closed(ledger);
            truthful(ledger);
            ranks(ledger);
        }
        noInvention();
        coolDown();
        deadlines();
        onlyCallers();
        prompt();
        return m_found;
    }

private:
    void violated(const QString &invariant, const QString &detail) { m_found.push_back({invariant, detail}); }

    /// I1: every call has one decision with its reason.
    void complete(const Ledger &ledger)
    {
        QHash<QString, int> times;
        QHash<QString, const CallRow *> rows;
        for (const CallRow &row : ledger.calls) {
            ++times[row.providerId];
            rows[row.providerId] = &row;
            if (row.verdict.isEmpty() || !row.decided)
                violated(u"I1"_s, u"call %1 is undecided"_s.arg(row.providerId));
            else if (row.verdict == "skip"_L1 ? row.reason.isEmpty() : row.rule.isEmpty())
                violated(u"I1"_s, u"the decision about call %1 has no reason"_s.arg(row.providerId));
        }
        for (const CallTruth &call : m_truth.calls) {
            if (times.value(call.id) != 1)
                violated(u"I1"_s, u"call %1 of %2 has %3 rows"_s.arg(call.id, call.from).arg(times.value(call.id)));
            else if (!call.isNews && rows[call.id]->reason != "history"_L1)
                violated(u"I1"_s, u"call %1 from before the set-up is no history"_s.arg(call.id));
        }
    }

    /// I1: a decision to send has its item, and every item has come to an end with its reason. I15: within the bound.
    void closed(const Ledger &ledger)
    {
        for (const OutboxRow &row : ledger.outbox) {
            if (!isTerminal(row.state))
                violated(u"I15"_s, u"outbox item %1 to %2 is still %3"_s.arg(row.id).arg(row.to, row.state));
            if (row.state == "skipped"_L1 && row.why.isEmpty())
                violated(u"I1"_s, u"outbox item %1 is skipped without a reason"_s.arg(row.id));
            if (row.state == "failed"_L1 && row.why.isEmpty() && row.detail.isEmpty())
                violated(u"I1"_s, u"outbox item %1 has failed without a reason"_s.arg(row.id));
        }
        for (const CallRow &call : ledger.calls) {
            const auto of = [&call](const OutboxRow &row) { return row.providerCallId == call.providerId; };
            if (call.verdict == "send"_L1 && std::none_of(ledger.outbox.begin(), ledger.outbox.end(), of))
                violated(u"I1"_s, u"call %1 is to be texted, and no item does it"_s.arg(call.providerId));
            if (call.verdict == "skip"_L1 && std::any_of(ledger.outbox.begin(), ledger.outbox.end(),
                                                         [&](const OutboxRow &row) { return of(row) && row.state == "accepted"_L1; }))
                violated(u"I5"_s, u"call %1 is skipped (%2) and was texted"_s.arg(call.providerId, call.reason));
        }
    }

    /// I5: what is said to be accepted is a text of the provider's, to that number, with that body.
    void truthful(const Ledger &ledger)
    {
        for (const OutboxRow &row : ledger.outbox) {
            if (row.state != "accepted"_L1 || row.providerMessageId.isEmpty())
                continue;
            const auto same = [&row](const TextTruth &text) {
                return text.id == row.providerMessageId && text.to == row.to && text.body == row.body;
            };
            if (std::none_of(m_truth.texts.begin(), m_truth.texts.end(), same))
                violated(u"I5"_s, u"outbox item %1 is accepted as %2, which is no text of ours"_s.arg(row.id).arg(row.providerMessageId));
        }
    }

    /// I7: within an attempt the state only rises; back to queued after a sure refusal or for the one resend; a message's last word stays.
    void ranks(const Ledger &ledger)
    {
        static const QMap<QString, int> rank = {{u"inflight"_s, 0}, {u"unknown"_s, 1}, {u"unconfirmed"_s, 2}, {u"queued"_s, 3},
                                                {u"skipped"_s, 3},  {u"failed"_s, 3},  {u"accepted"_s, 4}};
        QMap<std::pair<qint64, int>, QString> last;
        QMap<qint64, int> resends;
        for (const AttemptRow &row : ledger.attempts) {
            QString &before = last[{row.outbox, row.attempt}];
            const bool first = before.isEmpty();
            const bool legal = first ? row.event == "inflight"_L1 : rank.value(row.event) > rank.value(before);
            const bool waited = before == "queued"_L1; // a queued item that is dropped later
            if (!legal && !(waited && (row.event == "skipped"_L1 || row.event == "failed"_L1)))
                violated(u"I7"_s, u"item %1, attempt %2: %3 after %4"_s.arg(row.outbox).arg(row.attempt).arg(row.event, before));
            if (before == "unknown"_L1 && row.event == "queued"_L1 && ++resends[row.outbox] > 1)
                violated(u"I7"_s, u"item %1 was sent again twice"_s.arg(row.outbox));
            before = row.event;
        }
        for (const StatusStep &step : ledger.steps) {
            const bool lastWord = step.before == "delivered"_L1 || step.before == "undelivered"_L1 || step.before == "cancelled"_L1;
            const bool falls =
                step.before == "sent"_L1 && step.after != "delivered"_L1 && step.after != "undelivered"_L1 && step.after != "failed"_L1;
            if (lastWord || falls)
                violated(u"I7"_s, u"message %1 became %2 after %3"_s.arg(step.message).arg(step.after, step.before));
        }
    }

    /// I2 and I5: each text of the provider's has exactly one row that says so; an unconfirmed one may stand for it, a skipped one may not.
    void noInvention()
    {
        std::vector<const OutboxRow *> spare;
        for (const Ledger &ledger : m_ledgers) {
            for (const OutboxRow &row : ledger.outbox) {
                if (row.state == "unconfirmed"_L1 || (row.state == "accepted"_L1 && row.providerMessageId.isEmpty()))
                    spare.push_back(&row);
            }
        }
        for (const TextTruth &text : m_truth.texts) {
            int owners = 0;
            for (const Ledger &ledger : m_ledgers) {
                for (const OutboxRow &row : ledger.outbox) {
                    if (row.providerMessageId != text.id)
                        continue;
                    ++owners;
                    if (!row.inflight || *row.inflight > text.at + clockError)
                        violated(u"I2"_s, u"%1 was there before its item %2 was in flight"_s.arg(text.id).arg(row.id));
                }
            }
            const auto knows = [&text](const Ledger &ledger) { return ledger.isRestored && ledger.knownTexts.contains(text.id); };
            if (owners == 1 || (owners == 0 && std::any_of(m_ledgers.begin(), m_ledgers.end(), knows)))
                continue;
            const auto own = std::find_if(spare.begin(), spare.end(), [&text](const OutboxRow *row) {
                return row->to == text.to && row->body == text.body && row->inflight && *row->inflight <= text.at + clockError;
            });
            if (owners == 0 && own != spare.end())
                spare.erase(own);
            else
                violated(u"I2"_s, u"%1 to %2 is accepted, and %3 rows say so"_s.arg(text.id, text.to).arg(owners));
        }
    }

    /// I3: no number gets two text-backs, nor two texts for a second call, within the cool-down.
    void coolDown()
    {
        for (const QString &kind : {u"sorry we missed"_s, u"called again"_s}) {
            QHash<QString, const TextTruth *> last;
            for (const TextTruth &text : m_truth.texts) {
                if (!text.body.contains(kind))
                    continue;
                const TextTruth *&before = last[text.to];
                if (before && text.at - before->at < m_truth.coolDown - clockError)
                    violated(u"I3"_s, u"%1 got %2 and %3 within the cool-down"_s.arg(text.to, before->id, text.id));
                before = &text;
            }
        }
    }

    std::vector<std::pair<const CallTruth *, const TextTruth *>> textedCalls() const
    {
        std::vector<std::pair<const CallTruth *, const TextTruth *>> pairs;
        for (const Ledger &ledger : m_ledgers) {
            for (const OutboxRow &row : ledger.outbox) {
                const auto call = std::find_if(m_truth.calls.begin(), m_truth.calls.end(),
                                               [&row](const CallTruth &c) { return c.id == row.providerCallId; });
                const auto text = std::find_if(m_truth.texts.begin(), m_truth.texts.end(),
                                               [&row](const TextTruth &t) { return t.id == row.providerMessageId; });
                if (call != m_truth.calls.end() && text != m_truth.texts.end())
                    pairs.emplace_back(&*call, &*text);
            }
        }
        return pairs;
    }

    /// I6: no text later than the age limit after the call's end.
    void deadlines()
    {
        for (const auto &[call, text] : textedCalls()) {
            if (text->at - call->ended > m_truth.maxAge + clockError)
                violated(u"I6"_s, u"%1 left %2 s after call %3"_s.arg(text->id).arg((text->at - call->ended) / 1s).arg(call->id));
        }
    }

    /// I10: nobody gets an automatic text who did not call in vain.
    void onlyCallers()
    {
        for (const auto &[call, text] : textedCalls()) {
            if (!call->mayBeTexted || call->from != text->to)
                violated(u"I10"_s, u"%1 went to %2 for call %3"_s.arg(text->id, text->to, call->id));
        }
    }

    /// I15, the seconds.
    void prompt()
    {
        if (!m_truth.promptly)
            return;
        for (const auto &[call, text] : textedCalls()) {
            if (text->at - std::max(call->visible, call->ended) > *m_truth.promptly)
                violated(u"I15"_s, u"the text for call %1 came after %2 ms"_s.arg(call->id).arg((text->at - call->visible).count()));
        }
    }

    const Truth &m_truth;
    const std::vector<Ledger> &m_ledgers;
    std::vector<Violation> m_found;
};

} // namespace

QString Violation::toText() const
{
    static const QMap<QString, QString> rows = {
        {u"I1"_s, u"F03 F32 F33 F34 F37"_s},
        {u"I2"_s, u"F01 F02 F04 F07"_s},
        {u"I3"_s, u"F01 F04 F07 F45 F47"_s},
        {u"I4"_s, u"F11 F12"_s},
        {u"I5"_s, u"F01 F04 F14"_s},
        {u"I6"_s, u"F06 F26 F28"_s},
        {u"I7"_s, u"F14"_s},
        {u"I8"_s, u"F02 F39"_s},
        {u"I9"_s, u"F05"_s},
        {u"I10"_s, u"F15 F34 F36"_s},
        {u"I11"_s, u"F47"_s},
        {u"I12"_s, u"F33 F34"_s},
        {u"I15"_s, u"F06 F08 F17 F38"_s},
    };
    return u"%1 (%2): %3"_s.arg(invariant, rows.value(invariant), detail);
}

std::vector<Violation> checkInvariants(const Truth &truth, const std::vector<Ledger> &ledgers)
{
    return Checker(truth, ledgers).check();
}

} // namespace textback::test
