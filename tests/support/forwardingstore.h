// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/consentstore.h"
#include "domain/ports/store.h"

#include <optional>

namespace textback::test {

/// A Store in front of another one: passes everything on, and tells whoever derives from it where something becomes durable.
class ForwardingStore : public Store {
public:
    explicit ForwardingStore(Store &inner)
        : m_inner(inner)
    {
    }

    Result<void> transact(const std::function<Result<void>()> &work) override;

    Result<Settings> settings() override { return m_inner.settings(); }
    Result<void> saveSettings(const Settings &settings) override
    {
        return write([&] { return m_inner.saveSettings(settings); });
    }
    Result<void> keepRules(const QString &version, const QByteArray &document, UtcTime since) override
    {
        return write([&] { return m_inner.keepRules(version, document, since); });
    }
    Result<std::optional<Restoration>> restoration() override { return m_inner.restoration(); }
    Result<void> forgetRestoration() override
    {
        return write([&] { return m_inner.forgetRestoration(); });
    }
    Result<StoredRole> deviceRole() override { return m_inner.deviceRole(); }
    Result<StoredRole> setDeviceRole(DeviceRole role, UtcTime since, std::optional<UtcTime> takeoverUntil) override
    {
        return write([&] { return m_inner.setDeviceRole(role, since, takeoverUntil); });
    }
    Result<StoredRole> setTakeover(UtcTime since, std::optional<UtcTime> until) override
    {
        return write([&] { return m_inner.setTakeover(since, until); });
    }
    Result<void> setComputer(const QString &computer) override
    {
        return write([&] { return m_inner.setComputer(computer); });
    }
    Result<void> endImport(AccountId account) override
    {
        return write([&] { return m_inner.endImport(account); });
    }
    Result<StoredAccount> openAccount(const QString &provider, const QString &accountKey) override
    {
        return write([&] { return m_inner.openAccount(provider, accountKey); });
    }
    Result<void> setWatchingSince(AccountId account, UtcTime since) override
    {
        return write([&] { return m_inner.setWatchingSince(account, since); });
    }
    Result<void> setAccountNumbers(AccountId account, const std::vector<Line> &lines) override
    {
        return write([&] { return m_inner.setAccountNumbers(account, lines); });
    }
    Result<std::vector<Line>> accountNumbers(AccountId account) override { return m_inner.accountNumbers(account); }
    Result<std::optional<Cursor>> cursor(AccountId account, CursorKind kind) override { return m_inner.cursor(account, kind); }
    Result<void> setCursor(AccountId account, CursorKind kind, const Cursor &cursor) override
    {
        return write([&] { return m_inner.setCursor(account, kind, cursor); });
    }

    Result<std::vector<CallId>> upsertLegs(AccountId account, const std::vector<CallLeg> &legs) override
    {
        return write([&] { return m_inner.upsertLegs(account, legs); });
    }
    Result<CallRecord> call(CallId id) override { return m_inner.call(id); }
    Result<void> attachCall(CallId call, ConversationId conversation) override
    {
        return write([&] { return m_inner.attachCall(call, conversation); });
    }
    Result<void> setCallDetails(CallId call, const CallDetails &details) override
    {
        return write([&] { return m_inner.setCallDetails(call, details); });
    }
    Result<void> recordVerdict(CallId call, const CallVerdict &verdict) override
    {
        return write([&] { return m_inner.recordVerdict(call, verdict); });
    }
    Result<std::vector<CallId>> undecidedCalls(AccountId account, UtcTime now) override { return m_inner.undecidedCalls(account, now); }
    Result<QStringList> openProviderCallIds(AccountId account, UtcTime now) override { return m_inner.openProviderCallIds(account, now); }
    Result<void> recordDecision(CallId call, const Decision &decision) override
    {
        return write([&] { return m_inner.recordDecision(call, decision); });
    }
    Result<std::optional<Decision>> decision(CallId call) override { return m_inner.decision(call); }
    Result<RingStatistics> ringStatistics(const PhoneNumber &line, UtcTime since) override { return m_inner.ringStatistics(line, since); }
    Result<CallerHistory> callerHistory(const PhoneNumber &caller, const CallRecord &call) override
    {
        return m_inner.callerHistory(caller, call);
    }

    Result<ConversationId> ensureConversation(const CallerIdentity &party) override
    {
        return write([&] { return m_inner.ensureConversation(party); });
    }
    Result<std::optional<ConversationSummary>> conversation(ConversationId id) override { return m_inner.conversation(id); }
    Result<PhoneNumber> replyLine(ConversationId conversation) override { return m_inner.replyLine(conversation); }

    Result<MessageId> addMessage(const Message &message) override
    {
        return write([&] { return m_inner.addMessage(message); });
    }
    Result<Message> message(MessageId id) override { return m_inner.message(id); }
    Result<std::optional<Message>> messageByProviderId(AccountId account, const QString &providerMessageId) override
    {
        return m_inner.messageByProviderId(account, providerMessageId);
    }
    Result<bool> reportDelivery(MessageId id, const DeliveryReport &report) override
    {
        return write([&] { return m_inner.reportDelivery(id, report); });
    }
    Result<ForeignTexts> foreignTexts(const PhoneNumber &caller, const CallRecord &call, const QStringList &ourWords,
                                      UtcTime since) override
    {
        return m_inner.foreignTexts(caller, call, ourWords, since);
    }
    Result<bool> looksAutomatic(ConversationId conversation, UtcTime at, const QString &body) override
    {
        return m_inner.looksAutomatic(conversation, at, body);
    }
    Result<QStringList> undeliveredIds(AccountId account, UtcTime since) override { return m_inner.undeliveredIds(account, since); }

    Result<std::optional<OutboxId>> enqueue(const OutboxItem &item, Millis coolDown) override
    {
        return write([&] { return m_inner.enqueue(item, coolDown); });
    }
    Result<OutboxItem> outboxItem(OutboxId id) override { return m_inner.outboxItem(id); }
    Result<std::optional<OutboxItem>> outboxItemOf(MessageId message) override { return m_inner.outboxItemOf(message); }
    Result<std::vector<OutboxItem>> dueItems(AccountId account, UtcTime now, int limit) override
    {
        return m_inner.dueItems(account, now, limit);
    }
    Result<std::optional<UtcTime>> nextDue(AccountId account) override { return m_inner.nextDue(account); }
    Result<std::vector<OutboxItem>> itemsIn(AccountId account, OutboxState state) override { return m_inner.itemsIn(account, state); }
    Result<OutboxItem> beginAttempt(OutboxId id, UtcTime now, const QString &inputs) override
    {
        return write([&] { return m_inner.beginAttempt(id, now, inputs); });
    }
    Result<OutboxItem> beginAdoption(OutboxId id, UtcTime now) override
    {
        return write([&] { return m_inner.beginAdoption(id, now); });
    }
    Result<void> changeItem(OutboxId id, const OutboxChange &change) override
    {
        return write([&] { return m_inner.changeItem(id, change); });
    }
    Result<int> inflightToUnknown(AccountId account, UtcTime now) override
    {
        return write([&] { return m_inner.inflightToUnknown(account, now); });
    }
    Result<std::vector<OutboxItem>> skipWaiting(const PhoneNumber &to, DecisionReason why, std::optional<OutboxPurpose> only) override
    {
        return write([&] { return m_inner.skipWaiting(to, why, only); });
    }
    Result<bool> hasWaiting(const PhoneNumber &to, OutboxPurpose purpose) override { return m_inner.hasWaiting(to, purpose); }
    Result<std::optional<UtcTime>> newestText(const PhoneNumber &to, OutboxPurpose purpose) override
    {
        return m_inner.newestText(to, purpose);
    }
    Result<StepInput> stepFacts(const OutboxItem &item) override { return m_inner.stepFacts(item); }
    Result<void> removeMessage(MessageId id) override
    {
        return write([&] { return m_inner.removeMessage(id); });
    }
    Result<bool> isOwned(AccountId account, const QString &providerMessageId) override
    {
        return m_inner.isOwned(account, providerMessageId);
    }

    Result<std::map<SendRule, int>> failedTexts(AccountId account, const QStringList &codes, UtcTime since) override
    {
        return m_inner.failedTexts(account, codes, since);
    }
    Result<TextRecipient> textRecipient(const PhoneNumber &number) override { return m_inner.textRecipient(number); }
    Result<Usage> usage(AccountId account, const PhoneNumber &to, const UsageSpans &spans) override
    {
        return m_inner.usage(account, to, spans);
    }
    ConsentStore &consent() override { return m_consent; }
    AlertStore &alerts() override { return m_inner.alerts(); }
    InboxStore &inbox() override { return m_inner.inbox(); }
    ErasureStore &erasure() override { return m_inner.erasure(); }

protected:
    /// Something is about to be written: a write by itself, or one in a transaction (`first`: nothing was written in it before). An Error
    /// stands in the place of the write.
    virtual std::optional<Error> beforeWrite(bool first)
    {
        Q_UNUSED(first)
        return std::nullopt;
    }
    /// What was written is durable. Not called for a transaction that wrote nothing.
    virtual void written() {}

    Store &inner() { return m_inner; }

private:
    /// The part that says who must not be texted: its writes are told, too.
    class Consent final : public ConsentStore {
    public:
        explicit Consent(ForwardingStore &store)
            : m_store(store)
        {
        }

        Result<bool> isOptedOut(const PhoneNumber &number) override { return inner().isOptedOut(number); }
        Result<void> recordConsent(const ConsentChange &change) override
        {
            return m_store.write([&] { return inner().recordConsent(change); });
        }
        Result<void> recordDoubt(const OptOutDoubt &doubt) override
        {
            return m_store.write([&] { return inner().recordDoubt(doubt); });
        }
        Result<std::optional<OptOutDoubt>> openDoubt(const PhoneNumber &number) override { return inner().openDoubt(number); }
        Result<void> dismissDoubts(const PhoneNumber &number, UtcTime at) override
        {
            return m_store.write([&] { return inner().dismissDoubts(number, at); });
        }
        Result<void> rememberCapability(const PhoneNumber &number, NumberCapability capability, UtcTime until) override
        {
            return m_store.write([&] { return inner().rememberCapability(number, capability, until); });
        }

    private:
        ConsentStore &inner() { return m_store.m_inner.consent(); }

        ForwardingStore &m_store;
    };

    template <typename Work>
    auto write(Work work) -> decltype(work())
    {
        const bool alone = !m_inTransaction;
        if (const std::optional<Error> refused = beforeWrite(alone || !m_wrote))
            return tl::make_unexpected(*refused);
        m_wrote = true;
        auto result = work();
        if (alone && result)
            written();
        return result;
    }

    Store &m_inner;
    Consent m_consent{*this};
    bool m_inTransaction = false;
    bool m_wrote = false;
};

inline Result<void> ForwardingStore::transact(const std::function<Result<void>()> &work)
{
    m_inTransaction = true;
    m_wrote = false;
    const auto done = m_inner.transact(work);
    m_inTransaction = false;
    if (done && m_wrote)
        written();
    return done;
}

} // namespace textback::test
