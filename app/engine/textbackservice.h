// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/calllogsource.h"
#include "domain/ports/store.h"
#include "engine/alertdesk.h"
#include "engine/callassessor.h"
#include "engine/changes.h"
#include "engine/sequencerunner.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace textback {

struct AccountContext;

/// Turns answers of the call log into stored calls, and each missed call into exactly one decision, with its text queued in the same
/// transaction. Taking the same rows in again, in any order, changes nothing.
class TextBackService {
public:
    /// `queued` is called after a commit that left a text to send.
    TextBackService(AccountContext &context, std::function<void()> queued);

    /// One transaction: legs, decisions, texts, and last the cursor. True if anything was written; the cursor is written whenever something
    /// else is, and otherwise only if `mustStore`.
    Result<bool> ingest(const CallLogAnswer &answer, const Cursor &cursor, bool mustStore);

private:
    Result<void> takeAnswer(const CallLogAnswer &answer, const Cursor &cursor, bool mustStore);
    Result<void> takeUp(CallId call, bool changed);
    Result<void> takeUpOutgoing(const CallRecord &record);
    Result<void> decide(const CallAssessment &call, ConversationId conversation);
    Result<void> queue(const CallAssessment &call, ConversationId conversation, const Decision &decision, const QString &body);
    void fetchDetails();
    void takeDetails(CallId call, const Result<CallDetails> &details);
    void tellCall(const CallAssessment &call, ConversationId conversation);
    void tellDecision(const CallAssessment &call, ConversationId conversation, const Decision &decision);
    Result<bool> committed(const Result<void> &outcome);

    struct Wanted {
        CallId call;
        QString providerCallId;
    };

    AccountContext &m_context;
    std::function<void()> m_queued;
    CallAssessor m_assessor;
    SequenceRunner m_sequences;
    AlertDesk m_alerts;
    QHash<QString, CallLeg> m_known; // rows of the previous answer: what did not change is not handed to the store again
    // Of the transaction under way:
    Changes m_changes;
    bool m_wrote = false;
    bool m_queuedText = false;
    std::vector<Wanted> m_wanted;
    // Calls whose text the store's own lock refused, though the policy allowed it: decided as cool-down in the next run.
    QSet<CallId> m_locked;
    CallId m_lockedNow;
    QSet<CallId> m_asking; // details under way
    QSet<CallId> m_toldOpen;
    Lifetime m_lifetime;
};

} // namespace textback
