// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/replay/replayhistory.h"
#include "domain/textbackpolicy.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// What happened with one caller, so that it can be told how it stood at any moment of the past. What the rules themselves do (texts) is what
/// the replay says; everything else is as it was.
class CallerPast {
public:
    /// A text that the rules sent, or are about to.
    struct Text {
        CallId call; ///< null: it answers no call
        OutboxPurpose purpose = OutboxPurpose::TextBack;
        UtcTime at{}; ///< when it was queued; from when it leaves, that
        std::optional<UtcTime> callEnd;
        bool left = false;
        bool hint = false; ///< it says how to opt out
    };

    // Everything in the order of its time.
    void addAnswered(CallId call, bool inbound, UtcTime ended) { m_answered.push_back({call, inbound, ended}); }
    void addMissed(UtcTime began, UtcTime ended) { m_missed.push_back({began, ended}); }
    void addMessage(const ReplayMessage &message) { m_messages.push_back({message.at, message.elsewhere, message.imported, false}); }
    /// The newest message was written by a machine.
    void markAutomatic() { m_messages.back().automatic = true; }
    void addConsent(const ReplayConsent &consent) { m_consents.push_back(consent); }
    void addDoubt(const ReplayDoubt &doubt) { m_doubts.push_back(doubt); }
    void setCapability(const ReplayCapability &capability) { m_capability = capability; }
    void setName(const QString &name) { m_name = name; }

    void addText(const Text &text) { m_texts.push_back(text); }
    void leave(CallId call, UtcTime at, bool hint);
    void drop(CallId call);

    /// Whether a missed call of this caller began before `at` and ended at most `within` before it (or goes on).
    bool missedCallJustBefore(UtcTime at, Millis within) const;

    /// How it stood at `now`, for a call that began at `began`. Texts from elsewhere count as far back as `coolDown`.
    CallerHistory historyAt(UtcTime now, CallId call, UtcTime began, Millis coolDown) const;
    TextRecipient recipientAt(UtcTime now) const;
    int automaticSince(UtcTime since) const;

private:
    struct Answered {
        CallId call;
        bool inbound;
        UtcTime ended;
    };
    struct Missed {
        UtcTime began;
        UtcTime ended;
    };
    struct Outgoing {
        UtcTime at;
        bool elsewhere;
        bool imported;
        bool automatic;
    };

    void addMessagesTo(CallerHistory &history, UtcTime now, UtcTime began, Millis coolDown) const;
    const Text *lastText(OutboxPurpose purpose, CallId exceptFor) const;

    QString m_name;
    std::vector<Answered> m_answered;
    std::vector<Missed> m_missed;
    std::vector<Outgoing> m_messages;
    std::vector<ReplayConsent> m_consents;
    std::vector<ReplayDoubt> m_doubts;
    std::optional<ReplayCapability> m_capability;
    std::vector<Text> m_texts;
};

} // namespace textback
