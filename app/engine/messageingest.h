// SPDX-License-Identifier: MIT
#pragma once

#include "domain/consent/consentreading.h"
#include "domain/message.h"
#include "domain/phonenumber.h"
#include "domain/ports/messagechannel.h"
#include "domain/ports/store.h"
#include "domain/result.h"
#include "engine/accountcontext.h"
#include "engine/alertdesk.h"
#include "engine/changes.h"
#include "engine/consenttaker.h"
#include "engine/dutydesk.h"
#include "engine/sequencerunner.h"

#include <optional>
#include <vector>

namespace textback {

class SendRecorder;

/// Takes in an answer of the provider's message list: consent words before anything else, then replies, delivery reports and texts that
/// somebody else sent. Taking the same rows in again changes nothing.
class MessageIngest {
public:
    MessageIngest(AccountContext &context, SendRecorder &recorder)
        : m_context(context)
        , m_recorder(recorder)
        , m_consents(context)
        , m_sequences(context)
        , m_alerts(context)
        , m_duty(context)
    {
    }

    /// How an answer is taken in.
    struct Manner {
        bool mustStore = false;  ///< the cursor is written even if nothing else is
        bool firstLook = false;  ///< what was there before the account was set up comes in as read, and nobody is notified
        bool lastImport = false; ///< after a restore: with this answer everything is known (AccountContext::importSince)
    };

    /// One transaction, the cursor last. True if anything was written. Ends the import of a restored backup with the last answer of it, unless
    /// a text of ours was found in that very answer: then the next one ends it.
    Result<bool> ingest(const MessageAnswer &answer, const Cursor &cursor, const Manner &manner);

    /// The last answer led to a text that is to be sent.
    bool hasQueued() const { return m_queued; }

    /// What the delivery reports of the last answer say about the number that we send from: a refusal, or that a later text arrived.
    struct SenderNews {
        std::optional<UtcTime> refusedAt; ///< of the newest text of today that carriers took from nobody
        std::optional<UtcTime> arrivedAt; ///< of the newest that was delivered
        Error refusal;
    };
    const SenderNews &senderNews() const { return m_senderNews; }

private:
    struct Fresh {
        const ProviderMessage *message;
        ConsentReading reading;
        CallerIdentity party;
        bool froze = false;
    };

    Result<void> takeAnswer(const MessageAnswer &answer, const Cursor &cursor, const Manner &manner);
    Result<void> applyConsent(Fresh &fresh, bool firstLook);
    Result<void> storeIncoming(const Fresh &fresh, bool firstLook);
    Result<void> followAlerts(const Fresh &fresh, const Message &message);
    Result<bool> takeFromStaff(const Message &message, const StaffMember &member, bool firstLook);
    Result<void> takeOutgoing(const ProviderMessage &message, const std::vector<OutboxItem> &uncertain, bool firstLook);
    Result<void> storeElsewhere(const ProviderMessage &message, const CallerIdentity &party, bool firstLook);
    Result<void> adopt(const OutboxItem &item, const ProviderMessage &message);
    void noteSenderNews(const Message &known, const ProviderMessage &row);
    Result<void> report(const Message &known, const ProviderMessage &message);

    AccountContext &m_context;
    SendRecorder &m_recorder;
    ConsentTaker m_consents;
    SequenceRunner m_sequences;
    AlertDesk m_alerts;
    DutyDesk m_duty;
    Changes m_changes;
    std::vector<ForeignText> m_foreign; // stored in this transaction
    SenderNews m_senderNews;
    bool m_wrote = false;
    bool m_importEnds = false;
    bool m_queued = false;
    struct Adoption {
        OutboxItem item;
        ProviderMessage message;
    };
    std::vector<Adoption> m_adoptions; // items whose text was found: each is recorded after the commit, in its own transaction
};

} // namespace textback
