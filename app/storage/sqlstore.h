// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/store.h"
#include "domain/threadaffinity.h"
#include "storage/accountrepository.h"
#include "storage/callrepository.h"
#include "storage/conversationrepository.h"
#include "storage/decisionfacts.h"
#include "storage/devicerolerepository.h"
#include "storage/foreigntextrepository.h"
#include "storage/messagerepository.h"
#include "storage/outboxrepository.h"
#include "storage/sqlalertstore.h"
#include "storage/sqlconnection.h"
#include "storage/sqlconsentstore.h"
#include "storage/sqlerasurestore.h"
#include "storage/sqlinboxstore.h"
#include "storage/usagerepository.h"

#include <memory>

namespace textback {

/// The Store on SQLite: the only writer of the database. Lives on the thread that opened it. Each write is a durable transaction of its own
/// (BEGIN IMMEDIATE, synchronous=FULL) unless it runs inside transact(). When the database fails inside transact(), every further call in it
/// fails, too, and nothing of it is committed, even if the caller goes on.
class SqlStore final : public Store, private StorePart {
public:
    /// Opens the database, checks it, and brings its schema to the newest version; makes it if it is not there (0600, its folder 0700).
    /// `clock` outlives the store. Errors are of kind Storage, with providerCode "corrupt" (nothing was changed: set the file aside),
    /// "newer-than-app" (a later version of the program wrote it), "locked", "full", "read-only", "cannot-open" or "migration".
    /// `checkNow`: the whole file is read first in any case, because something in it could not be read.
    static Result<std::unique_ptr<SqlStore>> open(const QString &databaseFile, Clock &clock,
                                                  Millis busyTimeout = SqlConnection::defaultBusyTimeout, bool checkNow = false);

    Result<void> transact(const std::function<Result<void>()> &work) override;

    Result<Settings> settings() override;
    Result<void> saveSettings(const Settings &settings) override;
    Result<void> keepRules(const QString &version, const QByteArray &document, UtcTime since) override;

    Result<std::optional<Restoration>> restoration() override;
    Result<void> forgetRestoration() override;

    Result<StoredRole> deviceRole() override;
    Result<StoredRole> setDeviceRole(DeviceRole role, UtcTime since, std::optional<UtcTime> takeoverUntil) override;
    Result<StoredRole> setTakeover(UtcTime since, std::optional<UtcTime> until) override;
    Result<void> setComputer(const QString &computer) override;

    Result<StoredAccount> openAccount(const QString &provider, const QString &accountKey) override;
    Result<void> endImport(AccountId account) override;
    Result<void> setWatchingSince(AccountId account, UtcTime since) override;
    Result<void> setAccountNumbers(AccountId account, const std::vector<Line> &lines) override;
    Result<std::vector<Line>> accountNumbers(AccountId account) override;
    Result<std::optional<Cursor>> cursor(AccountId account, CursorKind kind) override;
    Result<void> setCursor(AccountId account, CursorKind kind, const Cursor &cursor) override;

    Result<std::vector<CallId>> upsertLegs(AccountId account, const std::vector<CallLeg> &legs) override;
    Result<CallRecord> call(CallId id) override;
    Result<void> attachCall(CallId call, ConversationId conversation) override;
    Result<void> setCallDetails(CallId call, const CallDetails &details) override;
    Result<void> recordVerdict(CallId call, const CallVerdict &verdict) override;
    Result<std::vector<CallId>> undecidedCalls(AccountId account, UtcTime now) override;
    Result<QStringList> openProviderCallIds(AccountId account, UtcTime now) override;
    Result<void> recordDecision(CallId call, const Decision &decision) override;
    Result<std::optional<Decision>> decision(CallId call) override;
    Result<RingStatistics> ringStatistics(const PhoneNumber &line, UtcTime since) override;
    Result<CallerHistory> callerHistory(const PhoneNumber &caller, const CallRecord &call) override;

    Result<ForeignTexts> foreignTexts(const PhoneNumber &caller, const CallRecord &call, const QStringList &ourWords,
                                      UtcTime since) override;
    Result<bool> looksAutomatic(ConversationId conversation, UtcTime at, const QString &body) override;

    Result<ConversationId> ensureConversation(const CallerIdentity &party) override;
    Result<std::optional<ConversationSummary>> conversation(ConversationId id) override;
    Result<PhoneNumber> replyLine(ConversationId conversation) override;

    Result<MessageId> addMessage(const Message &message) override;
    Result<void> removeMessage(MessageId id) override;
    Result<Message> message(MessageId id) override;
    Result<std::optional<Message>> messageByProviderId(AccountId account, const QString &providerMessageId) override;
    Result<bool> reportDelivery(MessageId id, const DeliveryReport &report) override;
    Result<QStringList> undeliveredIds(AccountId account, UtcTime since) override;

    Result<std::map<SendRule, int>> failedTexts(AccountId account, const QStringList &codes, UtcTime since) override;
    Result<std::optional<OutboxId>> enqueue(const OutboxItem &item, Millis coolDown) override;
    Result<OutboxItem> outboxItem(OutboxId id) override;
    Result<std::optional<OutboxItem>> outboxItemOf(MessageId message) override;
    Result<std::vector<OutboxItem>> dueItems(AccountId account, UtcTime now, int limit) override;
    Result<std::optional<UtcTime>> nextDue(AccountId account) override;
    Result<std::vector<OutboxItem>> itemsIn(AccountId account, OutboxState state) override;
    Result<OutboxItem> beginAttempt(OutboxId id, UtcTime now, const QString &inputs = {}) override;
    Result<OutboxItem> beginAdoption(OutboxId id, UtcTime now) override;
    Result<void> changeItem(OutboxId id, const OutboxChange &change) override;
    Result<int> inflightToUnknown(AccountId account, UtcTime now) override;
    Result<std::vector<OutboxItem>> skipWaiting(const PhoneNumber &to, DecisionReason why,
                                                std::optional<OutboxPurpose> only = std::nullopt) override;
    Result<bool> hasWaiting(const PhoneNumber &to, OutboxPurpose purpose) override;
    Result<std::optional<UtcTime>> newestText(const PhoneNumber &to, OutboxPurpose purpose) override;
    Result<StepInput> stepFacts(const OutboxItem &item) override;
    Result<TextRecipient> textRecipient(const PhoneNumber &number) override;
    Result<Usage> usage(AccountId account, const PhoneNumber &to, const UsageSpans &spans) override;
    Result<bool> isOwned(AccountId account, const QString &providerMessageId) override;

    ConsentStore &consent() override { return m_consent; }
    AlertStore &alerts() override { return m_alerts; }
    InboxStore &inbox() override { return m_inbox; }
    ErasureStore &erasure() override { return m_erasure; }

private:
    SqlStore(std::unique_ptr<SqlConnection> connection, Clock &clock);
    /// transact() for the parts.
    Transact transaction();

    std::unique_ptr<SqlConnection> m_connection;
    Clock &m_clock;
    AccountRepository m_accounts;
    ConversationRepository m_conversations;
    MessageRepository m_messages;
    CallRepository m_calls;
    OutboxRepository m_outbox;
    DeviceRoleRepository m_role;
    ForeignTextRepository m_foreign;
    UsageRepository m_usage;
    SqlConsentStore m_consent;
    SqlAlertStore m_alerts;
    SqlInboxStore m_inbox;
    DecisionFacts m_facts;
    SqlErasureStore m_erasure;
};

} // namespace textback
