// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/devicerole.h"
#include "domain/message.h"
#include "domain/missedcalldetector.h"
#include "domain/result.h"
#include "domain/sequence.h"
#include "domain/settings.h"
#include "domain/textbackpolicy.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace textback {

class AlertStore;
class ConsentStore;
class ErasureStore;
class InboxStore;

/// Where reading a log stands.
struct Cursor {
    UtcTime position{}; ///< everything before it was read; provider's clock
    QString token;      ///< for providers that hand out sync tokens
    bool operator==(const Cursor &) const = default;
};

enum class CursorKind { Calls, Messages };

/// One provider login as stored.
struct StoredAccount {
    AccountId id;
    std::optional<UtcTime> watchingSince; ///< set by the first successful poll; calls that ended before it are history
    /// A backup was restored: the provider's messages since then must be imported before anything is sent (faults.md F45).
    std::optional<UtcTime> importSince;
    bool operator==(const StoredAccount &) const = default;
};

/// A damaged database was replaced by a backup, and nobody has seen that yet.
struct Restoration {
    UtcTime from{};                ///< what the backup knows ends here
    QString setAside;              ///< name of the damaged file, which is kept
    bool consentsDoubtful = false; ///< not every opt-out could be read from it
    bool operator==(const Restoration &) const = default;
};

/// A change of an outbox item. Only what is set changes.
struct OutboxChange {
    std::optional<OutboxState> state;
    std::optional<DecisionReason> why;
    std::optional<QString> detail;
    std::optional<QString> providerMessageId;
    std::optional<UtcTime> notBefore;
    std::optional<UtcTime> deadline;
    std::optional<bool> sendNow;
    std::optional<UtcTime> endedAt;
    std::optional<UnknownCause> unknownCause;
    std::optional<int> looks;
    std::optional<bool> resent;
    std::optional<Millis> afterCallEnd;
    /// Other words, chosen by this rule, for one that was never tried. The message takes them, too.
    std::optional<QString> body;
    std::optional<SendRule> rule;
    // Goes to the message with it:
    std::optional<UtcTime> messageAt;       ///< a held text leaves: its place in the conversation is here
    std::optional<DeliveryStatus> delivery; ///< overrides the status that follows from `state`
    std::optional<QString> errorCode;
    std::optional<QString> errorText;
};

/// Whom an automatic text is for, as far as its words depend on it.
struct TextRecipient {
    QString name;                    ///< as the contacts have it; may be empty
    std::optional<UtcTime> lastHint; ///< when an automatic text last told them how to opt out

    bool operator==(const TextRecipient &) const = default;
};

/// Everything the engine writes, and what it reads for deciding. Engine thread only; every call is synchronous. Each call outside
/// transact() is its own durable transaction. All writes keep the conversation's summary row true in the same transaction.
/// An Error is always of kind Storage; nothing of a failed transaction stays.
class Store {
public:
    virtual ~Store() = default;

    /// Runs `work` in one immediate transaction and commits it durably; rolls back when it fails. Does not nest.
    virtual Result<void> transact(const std::function<Result<void>()> &work) = 0;

    // Settings
    virtual Result<Settings> settings() = 0; ///< defaults at first
    virtual Result<void> saveSettings(const Settings &settings) = 0;
    /// Keeps what made the rules of a version, as a proof: `document` is a settings document. Nothing happens where it is kept already.
    virtual Result<void> keepRules(const QString &version, const QByteArray &document, UtcTime since) = 0;

    // The database itself
    virtual Result<std::optional<Restoration>> restoration() = 0;
    virtual Result<void> forgetRestoration() = 0; ///< a person has seen it

    // This PC among others
    virtual Result<StoredRole> deviceRole() = 0;
    /// Takes a role and raises the token; a takeover begins where `takeoverUntil` is set.
    virtual Result<StoredRole> setDeviceRole(DeviceRole role, UtcTime since, std::optional<UtcTime> takeoverUntil) = 0;
    /// The takeover goes on until then, or ends now (nothing); the token stays.
    virtual Result<StoredRole> setTakeover(UtcTime since, std::optional<UtcTime> until) = 0;
    /// From now on the database is this computer's.
    virtual Result<void> setComputer(const QString &computer) = 0;

    // Accounts
    virtual Result<StoredAccount> openAccount(const QString &provider, const QString &accountKey) = 0; ///< made if new
    /// The provider's messages since StoredAccount::importSince are stored: from now on the account may send.
    virtual Result<void> endImport(AccountId account) = 0;
    virtual Result<void> setWatchingSince(AccountId account, UtcTime since) = 0;
    virtual Result<void> setAccountNumbers(AccountId account, const std::vector<Line> &lines) = 0;
    virtual Result<std::vector<Line>> accountNumbers(AccountId account) = 0;
    virtual Result<std::optional<Cursor>> cursor(AccountId account, CursorKind kind) = 0;
    virtual Result<void> setCursor(AccountId account, CursorKind kind, const Cursor &cursor) = 0;

    // Calls
    /// Inserts or updates legs by (account, providerCallId) and joins them under their roots, in whatever order they come. A leg whose
    /// root is not known yet waits for it. A final status is never replaced by an open one. Returns the roots that are new or changed,
    /// oldest first, whatever order the legs come in.
    virtual Result<std::vector<CallId>> upsertLegs(AccountId account, const std::vector<CallLeg> &legs) = 0;
    virtual Result<CallRecord> call(CallId id) = 0;
    /// Puts a call into the conversation of its other party.
    virtual Result<void> attachCall(CallId call, ConversationId conversation) = 0;
    virtual Result<void> setCallDetails(CallId call, const CallDetails &details) = 0;
    /// What the detector says; may change while a call's rows change.
    virtual Result<void> recordVerdict(CallId call, const CallVerdict &verdict) = 0;
    /// Inbound calls of the last 24 hours without a decision, open or final.
    virtual Result<std::vector<CallId>> undecidedCalls(AccountId account, UtcTime now) = 0;
    /// Provider ids of roots that were not final when last seen, of the last 24 hours.
    virtual Result<QStringList> openProviderCallIds(AccountId account, UtcTime now) = 0;
    /// The one decision of a call; a second one replaces it only where the first was Send or Hold (the re-check said no). One without inputs
    /// leaves those that were there.
    virtual Result<void> recordDecision(CallId call, const Decision &decision) = 0;
    virtual Result<std::optional<Decision>> decision(CallId call) = 0;
    virtual Result<RingStatistics> ringStatistics(const PhoneNumber &line, UtcTime since) = 0;
    virtual Result<CallerHistory> callerHistory(const PhoneNumber &caller, const CallRecord &call) = 0;

    /// What others texted to this caller since `since`. `ourWords`: what our own texts would say; another PC's says the same.
    virtual Result<ForeignTexts> foreignTexts(const PhoneNumber &caller, const CallRecord &call, const QStringList &ourWords,
                                              UtcTime since) = 0;
    /// Whether a text from elsewhere was sent by a machine: within a minute of a missed call of this party, or within an hour in the words
    /// that another party got in the day before it. A person's typed reply is neither.
    virtual Result<bool> looksAutomatic(ConversationId conversation, UtcTime at, const QString &body) = 0;

    // Conversations
    virtual Result<ConversationId> ensureConversation(const CallerIdentity &party) = 0; ///< made if new
    virtual Result<std::optional<ConversationSummary>> conversation(ConversationId id) = 0;
    /// Our number that a person's message to this conversation should come from: that of the newest entry; null if there is none.
    virtual Result<PhoneNumber> replyLine(ConversationId conversation) = 0;

    // Messages
    virtual Result<MessageId> addMessage(const Message &message) = 0; ///< Error with providerCode "duplicate" for a known provider id
    virtual Result<void> removeMessage(MessageId id) = 0;             ///< one that has no outbox item
    virtual Result<Message> message(MessageId id) = 0;
    virtual Result<std::optional<Message>> messageByProviderId(AccountId account, const QString &providerMessageId) = 0;
    /// Applies a delivery report by mayBecome; false if it changes nothing.
    virtual Result<bool> reportDelivery(MessageId id, const DeliveryReport &report) = 0;
    /// Provider ids of accepted messages whose delivery is not final, written since `since`.
    virtual Result<QStringList> undeliveredIds(AccountId account, UtcTime since) = 0;

    /// Automatic texts since then whose delivery failed with one of these codes, by the rule of their words.
    virtual Result<std::map<SendRule, int>> failedTexts(AccountId account, const QStringList &codes, UtcTime since) = 0;

    // Outbox
    /// Adds an item for a stored message. Nothing (and no error) when the call already has an item of this purpose, or when another live,
    /// accepted or unconfirmed text-back to the number lies within `coolDown`, or for a second-call text another such: the second lock behind
    /// the policy.
    virtual Result<std::optional<OutboxId>> enqueue(const OutboxItem &item, Millis coolDown) = 0;
    virtual Result<OutboxItem> outboxItem(OutboxId id) = 0;
    virtual Result<std::optional<OutboxItem>> outboxItemOf(MessageId message) = 0;
    /// Queued and held items whose notBefore has come, oldest first.
    virtual Result<std::vector<OutboxItem>> dueItems(AccountId account, UtcTime now, int limit) = 0;
    /// notBefore of the next waiting item; nothing if none waits.
    virtual Result<std::optional<UtcTime>> nextDue(AccountId account) = 0;
    virtual Result<std::vector<OutboxItem>> itemsIn(AccountId account, OutboxState state) = 0;
    /// queued -> inflight, attempt + 1, a row in attempts. Durable before it returns: nothing is sent without it. An automatic item is refused
    /// ("viewer") unless this PC sends, and with the token that the item was queued under. `inputs`: Decision::inputs of the last check.
    virtual Result<OutboxItem> beginAttempt(OutboxId id, UtcTime now, const QString &inputs = {}) = 0;
    /// The same for an item whose text an earlier attempt had brought to the provider: nothing will be sent, so the role does not matter.
    virtual Result<OutboxItem> beginAdoption(OutboxId id, UtcTime now) = 0;
    /// Applies a change; Error for one that mayMove forbids. The message's status follows the state.
    virtual Result<void> changeItem(OutboxId id, const OutboxChange &change) = 0;
    /// At start-up: every inflight item becomes unknown (ConnectionEnded, endedAt = now). Returns how many.
    virtual Result<int> inflightToUnknown(AccountId account, UtcTime now) = 0;
    /// Skips every waiting automatic item to a number, or those of one purpose; returns the touched conversations' items.
    virtual Result<std::vector<OutboxItem>> skipWaiting(const PhoneNumber &to, DecisionReason why,
                                                        std::optional<OutboxPurpose> only = std::nullopt) = 0;
    virtual Result<bool> hasWaiting(const PhoneNumber &to, OutboxPurpose purpose) = 0;
    /// When the newest text of a purpose to a number left (of one that waits: since when); those that were dropped or refused do not count.
    virtual Result<std::optional<UtcTime>> newestText(const PhoneNumber &to, OutboxPurpose purpose) = 0;
    /// What decideStep asks about the customer of a planned text; `now`, `viewer` and `usage` are the caller's to fill in.
    virtual Result<StepInput> stepFacts(const OutboxItem &item) = 0;

    /// Whether a row owns a provider's message, or did before it was deleted, so that no other adopts it.
    virtual Result<bool> isOwned(AccountId account, const QString &providerMessageId) = 0;

    virtual Result<TextRecipient> textRecipient(const PhoneNumber &number) = 0;
    /// What was sent so far over an account, and to one number.
    virtual Result<Usage> usage(AccountId account, const PhoneNumber &to, const UsageSpans &spans) = 0;

    /// Who must not be texted, or cannot be.
    virtual ConsentStore &consent() = 0;
    /// Alerts and what goes to staff on the road; its writes belong to the transaction that is under way.
    virtual AlertStore &alerts() = 0;
    /// What people make of their conversations.
    virtual InboxStore &inbox() = 0;
    /// Deletes people, and knows whom it deleted.
    virtual ErasureStore &erasure() = 0;
};

} // namespace textback
