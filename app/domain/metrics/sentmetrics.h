// SPDX-License-Identifier: MIT
#pragma once

#include "domain/metrics/callermetrics.h"
#include "domain/metrics/callfacts.h"
#include "domain/metrics/countedcalls.h"
#include "domain/metrics/metricsquery.h"
#include "domain/metrics/share.h"

#include <map>
#include <optional>
#include <vector>

namespace textback {

/// A text of this program that the provider took or refused.
struct SentFact {
    MessageId message;
    CallId call;
    ConversationId conversation;
    PhoneNumber to;
    OutboxPurpose purpose = OutboxPurpose::Manual;
    std::optional<SendRule> rule; ///< which template; nothing for a person's own words
    bool accepted = true;
    UtcTime at{}; ///< when that happened
    int segments = 1;
    DeliveryStatus delivery = DeliveryStatus::Sent;
    QString errorCode;
};

/// Everything that the metrics of texts are made from, each in order of time.
struct SentHistory {
    std::vector<SentFact> texts; ///< of the window and of `optOutSpan` after it
    std::vector<ReplyFact> replies;
    std::vector<ConsentFact> optOuts; ///< changes from in to out
};

/// An opt-out later than this after a text is not put down to it.
inline constexpr Millis optOutSpan = std::chrono::days(7);
/// More is an alarm.
inline constexpr double optOutAlarm = 0.02;

/// What one template (or what people type) did.
struct OptOutRate {
    std::optional<SendRule> rule;
    Share optOuts; ///< unique numbers that opted out after it, before another text, of unique numbers to which it was delivered
    bool alarm() const { return optOuts.rate().value_or(0) > optOutAlarm; }
    bool operator==(const OptOutRate &) const = default;
};

/// How often texts of a template failed with one error.
struct FailureCount {
    QString errorCode;
    QString carrier; ///< whose network refused it: empty, because providers do not say
    std::optional<SendRule> rule;
    int count = 0;

    bool operator==(const FailureCount &) const = default;
};

/// What became of the texts that this program sent, people's own too. Answers to STOP, HELP and START are owed: they count for delivery and cost
/// alone.
struct SentMetrics {
    MetricsWindow window;
    int excluded = 0;                   ///< to staff, to ourselves and to tests: they cost, and count for nothing else
    Share delivery;                     ///< delivered of accepted
    int noReceipt = 0;                  ///< accepted, and no word since: neither delivered nor failed
    int notDelivered = 0;               ///< accepted, then undelivered or failed
    int refused = 0;                    ///< never accepted
    Share followUpLift;                 ///< callers who wrote within 24 hours of the first follow-up, of callers who got it
    Share optOuts;                      ///< over all templates
    bool optOutAlarmed = false;         ///< over all, or one template
    std::vector<OptOutRate> byTemplate; ///< in the order of SendRule, people's own words first
    std::vector<FailureCount> failures; ///< all of them, the most frequent first
    qint64 segments = 0;                ///< of accepted texts

    bool operator==(const SentMetrics &) const = default;
};

SentMetrics sentMetrics(const SentHistory &history, const MetricsQuery &query);

/// The texts of the window after which somebody opted out, as byTemplate counts them.
std::vector<SentFact> textsBeforeOptOuts(const SentHistory &history, const MetricsQuery &query);
/// Whether a text is to no customer. One to staff says so itself: whoever works here today.
bool isExcluded(const SentFact &text, const CallSieve &sieve);

} // namespace textback
