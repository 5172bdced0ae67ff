// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/message.h"
#include "domain/phonenumber.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// One change of consent with its proof.
struct EvidenceConsent {
    UtcTime at{};
    bool optedOut = false;
    QString source;
    QString proof; ///< the message's text or the provider's code

    bool operator==(const EvidenceConsent &) const = default;
};

/// A message that may have meant an opt-out, and what became of the question.
struct EvidenceDoubt {
    UtcTime at{};
    QString words;
    QString text;
    std::optional<UtcTime> answeredAt;
    QString answer; ///< as stored: "opted-out", "opted-in", "go-on"

    bool operator==(const EvidenceDoubt &) const = default;
};

/// A call with all its legs, the verdict about it and what was decided.
struct EvidenceCall {
    CallId id;
    UtcTime at{};
    std::vector<CallLeg> legs; ///< the caller's own first
    bool settled = false;      ///< the three below are known
    bool missed = false;
    std::optional<Disposition> disposition;
    std::optional<DecisionReason> notMissedBecause;
    std::optional<Decision> decision; ///< with its inputs

    bool operator==(const EvidenceCall &) const = default;
};

/// A step of a sending.
struct EvidenceAttempt {
    int attempt = 0;
    UtcTime at{};
    QString event;
    QString detail;
    QString inputs; ///< what was known when it left

    bool operator==(const EvidenceAttempt &) const = default;
};

/// A status that a text took, and when this PC learned of it.
struct EvidenceDelivery {
    UtcTime at{};
    DeliveryStatus status = DeliveryStatus::Unknown;
    QString errorCode;

    bool operator==(const EvidenceDelivery &) const = default;
};

struct EvidenceSending {
    OutboxItem item;
    std::vector<EvidenceAttempt> attempts;

    bool operator==(const EvidenceSending &) const = default;
};

/// A text of either direction.
struct EvidenceText {
    Message message;
    std::vector<EvidenceSending> sendings; ///< none for one that was received or sent elsewhere
    std::vector<EvidenceDelivery> delivery;

    bool operator==(const EvidenceText &) const = default;
};

/// What people here noted for themselves: about the other party (as it stands, with the time of its last change), or in the thread.
struct EvidenceNote {
    UtcTime at{};
    QString body;
    bool inThread = false;

    bool operator==(const EvidenceNote &) const = default;
};

/// The settings that made the rules of a version.
struct EvidenceRules {
    QString version;
    UtcTime since{};
    QByteArray document;

    bool operator==(const EvidenceRules &) const = default;
};

/// Everything that is stored about one number: the owner's proof of what was sent, why, and with whose consent (rules.md C18). Each list in the
/// order of time.
struct Evidence {
    PhoneNumber number;
    QString name; ///< as the contacts have it
    bool optedOut = false;
    std::vector<EvidenceConsent> consents;
    std::vector<EvidenceDoubt> doubts;
    std::vector<EvidenceCall> calls;
    std::vector<EvidenceText> texts;
    std::vector<EvidenceNote> notes;  ///< they prove nothing; a document has them only where it is asked for them
    std::vector<EvidenceRules> rules; ///< those that the decisions and sendings name

    bool operator==(const Evidence &) const = default;
};

} // namespace textback
