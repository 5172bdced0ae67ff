// SPDX-License-Identifier: MIT
#include "storage/sqlstore.h"

#include "storage/opendatabase.h"
#include "storage/sqltransaction.h"
#include "storage/storagenames.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis dayBack = std::chrono::hours(24);

} // namespace

Result<std::unique_ptr<SqlStore>> SqlStore::open(const QString &databaseFile, Clock &clock, Millis busyTimeout, bool checkNow)
{
    auto connection = openDatabase(databaseFile, clock, busyTimeout, checkNow);
    if (!connection)
        return tl::unexpected(connection.error());
    return std::unique_ptr<SqlStore>(new SqlStore(*std::move(connection), clock));
}

SqlStore::SqlStore(std::unique_ptr<SqlConnection> connection, Clock &clock)
    : StorePart(*connection, transaction())
    , m_connection(std::move(connection))
    , m_clock(clock)
    , m_accounts(m_db)
    , m_conversations(m_db)
    , m_messages(m_db, m_conversations)
    , m_calls(m_db, m_conversations)
    , m_outbox(m_db, m_messages, m_conversations)
    , m_role(m_db)
    , m_foreign(m_db)
    , m_usage(m_db)
    , m_consent(m_db, clock, m_conversations, transaction())
    , m_alerts(m_db, transaction())
    , m_inbox(m_db, m_conversations, transaction())
    , m_facts({m_accounts, m_conversations, m_messages, m_calls, m_outbox, m_consent.consents(), m_consent.doubts(), m_foreign,
               m_inbox.noted()})
    , m_erasure(m_db, {m_accounts, m_conversations, m_messages, m_outbox, m_consent.doubts(), m_facts}, transaction())
{
}

StorePart::Transact SqlStore::transaction()
{
    return [this](const std::function<Result<void>()> &work) { return transact(work); };
}

Result<void> SqlStore::transact(const std::function<Result<void>()> &work)
{
    m_thread.check("SqlStore::transact");
    if (m_db.isInTransaction())
        return storage::refused(u"transactions do not nest"_s);
    m_db.takeFailure();
    SqlTransaction transaction(m_db);
    Result<void> result;
    if (transaction.isActive())
        result = work();
    if (result && !m_db.failure()) {
        m_conversations.flush();
        m_messages.indexNew();
    }
    const bool committed = result && transaction.commit();
    m_conversations.forgetTouched();
    m_messages.forgetNew();
    if (const std::optional<Error> failure = m_db.takeFailure())
        return tl::unexpected(*failure);
    if (!committed && result)
        return storage::refused(u"the transaction could not be committed"_s);
    return result;
}

Result<Settings> SqlStore::settings()
{
    return read([&] { return m_accounts.settings(); });
}

Result<void> SqlStore::saveSettings(const Settings &settings)
{
    return write([&] { m_accounts.saveSettings(settings); });
}

Result<StoredRole> SqlStore::deviceRole()
{
    return read([&] { return m_role.role(); });
}

Result<StoredRole> SqlStore::setDeviceRole(DeviceRole role, UtcTime since, std::optional<UtcTime> takeoverUntil)
{
    return write([&] { return m_role.take(role, since, takeoverUntil); });
}

Result<StoredRole> SqlStore::setTakeover(UtcTime since, std::optional<UtcTime> until)
{
    return write([&] { return m_role.setTakeover(since, until); });
}

Result<void> SqlStore::setComputer(const QString &computer)
{
    return write([&] { m_role.setComputer(computer); });
}

Result<StoredAccount> SqlStore::openAccount(const QString &provider, const QString &accountKey)
{
    return write([&] { return m_accounts.open(provider, accountKey); });
}

Result<void> SqlStore::endImport(AccountId account)
{
    return write([&] { m_accounts.endImport(account); });
}

Result<void> SqlStore::keepRules(const QString &version, const QByteArray &document, UtcTime since)
{
    return write([&] { m_accounts.keepRules(version, document, since); });
}

Result<std::optional<Restoration>> SqlStore::restoration()
{
    return read([&] { return m_accounts.restoration(); });
}

Result<void> SqlStore::forgetRestoration()
{
    return write([&] { m_accounts.forgetRestoration(); });
}

Result<void> SqlStore::setWatchingSince(AccountId account, UtcTime since)
{
    return write([&] { m_accounts.setWatchingSince(account, since); });
}

Result<void> SqlStore::setAccountNumbers(AccountId account, const std::vector<Line> &lines)
{
    return write([&] { m_accounts.setNumbers(account, lines); });
}

Result<std::vector<Line>> SqlStore::accountNumbers(AccountId account)
{
    return read([&] { return m_accounts.numbers(account); });
}

Result<std::optional<Cursor>> SqlStore::cursor(AccountId account, CursorKind kind)
{
    return read([&] { return m_accounts.cursor(account, kind); });
}

Result<void> SqlStore::setCursor(AccountId account, CursorKind kind, const Cursor &cursor)
{
    return write([&] { m_accounts.setCursor(account, kind, cursor); });
}

Result<std::vector<CallId>> SqlStore::upsertLegs(AccountId account, const std::vector<CallLeg> &legs)
{
    return write([&] { return m_calls.upsertLegs(account, legs, m_accounts.country(), m_clock.utcNow()); });
}

Result<CallRecord> SqlStore::call(CallId id)
{
    return read([&]() -> Result<CallRecord> {
        std::optional<CallRecord> call = m_calls.find(id);
        if (!call)
            return storage::refused(u"no such call"_s);
        return *std::move(call);
    });
}

Result<void> SqlStore::attachCall(CallId call, ConversationId conversation)
{
    return write([&] { m_calls.attach(call, conversation); });
}

Result<void> SqlStore::setCallDetails(CallId call, const CallDetails &details)
{
    return write([&] { m_calls.setDetails(call, details); });
}

Result<void> SqlStore::recordVerdict(CallId call, const CallVerdict &verdict)
{
    return write([&] { m_calls.recordVerdict(call, verdict); });
}

Result<std::vector<CallId>> SqlStore::undecidedCalls(AccountId account, UtcTime now)
{
    return read([&] { return m_calls.undecided(account, now - dayBack); });
}

Result<QStringList> SqlStore::openProviderCallIds(AccountId account, UtcTime now)
{
    return read([&] { return m_calls.openProviderCallIds(account, now - dayBack); });
}

Result<void> SqlStore::recordDecision(CallId call, const Decision &decision)
{
    return write([&] { m_calls.recordDecision(call, decision); });
}

Result<std::optional<Decision>> SqlStore::decision(CallId call)
{
    return read([&] { return m_calls.decision(call); });
}

Result<RingStatistics> SqlStore::ringStatistics(const PhoneNumber &line, UtcTime since)
{
    return read([&] { return m_calls.ringStatistics(line, since); });
}

Result<CallerHistory> SqlStore::callerHistory(const PhoneNumber &caller, const CallRecord &call)
{
    return read([&] { return m_facts.callerHistory(caller, call, m_clock.utcNow()); });
}

Result<ForeignTexts> SqlStore::foreignTexts(const PhoneNumber &caller, const CallRecord &call, const QStringList &ourWords, UtcTime since)
{
    return read([&] { return m_facts.foreignTexts(caller, call, ourWords, since, m_clock.utcNow()); });
}

Result<StepInput> SqlStore::stepFacts(const OutboxItem &item)
{
    return read([&] { return m_facts.stepInput(item, m_clock.utcNow()); });
}

Result<TextRecipient> SqlStore::textRecipient(const PhoneNumber &number)
{
    return read([&] { return m_facts.textRecipient(number); });
}

Result<bool> SqlStore::looksAutomatic(ConversationId conversation, UtcTime at, const QString &body)
{
    return read([&] { return m_foreign.looksAutomatic(conversation, at, body); });
}

Result<ConversationId> SqlStore::ensureConversation(const CallerIdentity &party)
{
    return write([&] { return m_conversations.ensure(party, !party.number.isNull() && m_consent.consents().isOptedOut(party.number)); });
}

Result<std::optional<ConversationSummary>> SqlStore::conversation(ConversationId id)
{
    return read([&] { return m_conversations.summary(id, m_clock.utcNow()); });
}

Result<PhoneNumber> SqlStore::replyLine(ConversationId conversation)
{
    return read([&] { return m_conversations.replyLine(conversation); });
}

Result<MessageId> SqlStore::addMessage(const Message &message)
{
    return write([&] { return m_messages.add(message, m_clock.utcNow()); });
}

Result<void> SqlStore::removeMessage(MessageId id)
{
    return write([&] {
        if (const std::optional<Message> message = m_messages.find(id))
            m_messages.remove(*message);
    });
}

Result<Message> SqlStore::message(MessageId id)
{
    return read([&]() -> Result<Message> {
        std::optional<Message> message = m_messages.find(id);
        if (!message)
            return storage::refused(u"no such message"_s);
        return *std::move(message);
    });
}

Result<std::optional<Message>> SqlStore::messageByProviderId(AccountId account, const QString &providerMessageId)
{
    return read([&] { return m_messages.findByProviderId(account, providerMessageId); });
}

Result<bool> SqlStore::reportDelivery(MessageId id, const DeliveryReport &report)
{
    return write([&] { return m_messages.report(id, report, m_clock.utcNow()); });
}

Result<QStringList> SqlStore::undeliveredIds(AccountId account, UtcTime since)
{
    return read([&] { return m_messages.undeliveredIds(account, since); });
}

Result<std::map<SendRule, int>> SqlStore::failedTexts(AccountId account, const QStringList &codes, UtcTime since)
{
    return read([&] { return m_messages.failed(account, codes, since); });
}

Result<std::optional<OutboxId>> SqlStore::enqueue(const OutboxItem &item, Millis coolDown)
{
    return write([&] { return m_outbox.enqueue(item, coolDown); });
}

Result<OutboxItem> SqlStore::outboxItem(OutboxId id)
{
    return read([&]() -> Result<OutboxItem> {
        std::optional<OutboxItem> item = m_outbox.find(id);
        if (!item)
            return storage::refused(u"no such outbox item"_s);
        return *std::move(item);
    });
}

Result<std::optional<OutboxItem>> SqlStore::outboxItemOf(MessageId message)
{
    return read([&] { return m_outbox.findByMessage(message); });
}

Result<std::vector<OutboxItem>> SqlStore::dueItems(AccountId account, UtcTime now, int limit)
{
    return read([&] { return m_outbox.due(account, now, limit); });
}

Result<std::optional<UtcTime>> SqlStore::nextDue(AccountId account)
{
    return read([&] { return m_outbox.nextDue(account); });
}

Result<std::vector<OutboxItem>> SqlStore::itemsIn(AccountId account, OutboxState state)
{
    return read([&] { return m_outbox.inState(account, state); });
}

Result<OutboxItem> SqlStore::beginAttempt(OutboxId id, UtcTime now, const QString &inputs)
{
    return write([&]() -> Result<OutboxItem> {
        const std::optional<OutboxItem> item = m_outbox.find(id);
        const StoredRole role = m_role.role();
        if (item && item->isAutomatic() && (!role.sends() || item->roleToken != role.token))
            return storage::refused(u"this PC does not send automatic texts"_s, u"viewer"_s);
        return m_outbox.beginAttempt(id, now, m_clock.utcNow(), inputs);
    });
}

Result<OutboxItem> SqlStore::beginAdoption(OutboxId id, UtcTime now)
{
    return write([&] { return m_outbox.beginAttempt(id, now, m_clock.utcNow()); });
}

Result<void> SqlStore::changeItem(OutboxId id, const OutboxChange &change)
{
    return write([&] { return m_outbox.change(id, change, m_clock.utcNow()); });
}

Result<int> SqlStore::inflightToUnknown(AccountId account, UtcTime now)
{
    return write([&]() -> Result<int> {
        const std::vector<OutboxItem> items = m_outbox.inState(account, OutboxState::Inflight);
        for (const OutboxItem &item : items) {
            OutboxChange change;
            change.state = OutboxState::Unknown;
            change.unknownCause = UnknownCause::ConnectionEnded;
            change.endedAt = now;
            if (const Result<void> changed = m_outbox.change(item.id, change, m_clock.utcNow()); !changed)
                return tl::unexpected(changed.error());
        }
        return int(items.size());
    });
}

Result<std::vector<OutboxItem>> SqlStore::skipWaiting(const PhoneNumber &to, DecisionReason why, std::optional<OutboxPurpose> only)
{
    return write([&] { return m_outbox.skipWaiting(to, why, only, m_clock.utcNow()); });
}

Result<bool> SqlStore::hasWaiting(const PhoneNumber &to, OutboxPurpose purpose)
{
    return read([&] { return m_outbox.hasWaiting(to, purpose); });
}

Result<std::optional<UtcTime>> SqlStore::newestText(const PhoneNumber &to, OutboxPurpose purpose)
{
    return read([&] { return m_facts.newestText(to, purpose); });
}

Result<bool> SqlStore::isOwned(AccountId account, const QString &providerMessageId)
{
    return read([&] { return m_outbox.isOwned(account, providerMessageId); });
}

Result<Usage> SqlStore::usage(AccountId account, const PhoneNumber &to, const UsageSpans &spans)
{
    return read([&] { return m_usage.usage(account, to, spans); });
}

} // namespace textback
