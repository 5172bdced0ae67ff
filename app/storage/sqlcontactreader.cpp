// SPDX-License-Identifier: MIT
#include "storage/sqlcontactreader.h"

#include "storage/accountrepository.h"
#include "storage/callrepository.h"
#include "storage/consentrepository.h"
#include "storage/conversationrepository.h"
#include "storage/decisionfacts.h"
#include "storage/doubtrepository.h"
#include "storage/foreigntextrepository.h"
#include "storage/jobrepository.h"
#include "storage/messagerepository.h"
#include "storage/outboxrepository.h"
#include "storage/personrepository.h"
#include "storage/schemamigrator.h"
#include "storage/sqlstatement.h"
#include "storage/sqltransaction.h"
#include "storage/storagenames.h"
#include "storage/usagerepository.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis longestCoolDown = std::chrono::hours(720); // Settings::cooldownHours

} // namespace

SqlContactReader::SqlContactReader(QString databaseFile, const Clock &clock)
    : m_databaseFile(std::move(databaseFile))
    , m_clock(clock)
{
}

SqlContactReader::~SqlContactReader() = default;

Result<bool> SqlContactReader::connect()
{
    m_thread.check("SqlContactReader");
    if (m_db)
        return true;
    if (!QFileInfo::exists(m_databaseFile))
        return false;
    Result<std::unique_ptr<SqlConnection>> opened = SqlConnection::open(m_databaseFile, SqlConnection::Mode::ReadOnly, Millis(0));
    if (!opened)
        return tl::unexpected(opened.error());
    const int version = (*opened)->value(u"PRAGMA user_version"_s).toInt();
    if (const std::optional<Error> failure = (*opened)->takeFailure())
        return tl::unexpected(*failure);
    if (version != SchemaMigrator::newestVersion())
        return storage::refused(u"the database has schema %1"_s.arg(version), u"not-ready"_s);
    m_db = *std::move(opened);
    return true;
}

Result<ContactDetails> SqlContactReader::details(ConversationId conversation, const QTimeZone &zone)
{
    const Result<bool> connected = connect();
    if (!connected)
        return tl::unexpected(connected.error());
    ContactDetails details;
    if (!*connected)
        return details;
    {
        // All of it is of one moment, and whatever happens, no read stays open.
        const SqlTransaction snapshot(*m_db, SqlTransaction::Kind::Read);
        if (snapshot.isActive())
            details = read(conversation, zone);
    }
    if (const std::optional<Error> failure = m_db->takeFailure())
        return tl::unexpected(*failure);
    return details;
}

ContactDetails SqlContactReader::read(ConversationId conversation, const QTimeZone &zone)
{
    ContactDetails details;
    SqlStatement party(*m_db, u"SELECT number FROM conversations WHERE id = :id"_s);
    if (!party.bind("id"_L1, conversation).next())
        return details;
    const PhoneNumber number = party.phone(0);
    readCounts(conversation, details);
    SqlStatement notes(*m_db, u"SELECT body FROM contact_notes WHERE conversation = :id"_s);
    if (notes.bind("id"_L1, conversation).next())
        details.notes = notes.text(0);
    SqlStatement tags(*m_db, u"SELECT tag FROM conversation_tags WHERE conversation = :id ORDER BY tag"_s);
    tags.bind("id"_L1, conversation);
    while (tags.next())
        details.tags.append(tags.text(0));
    details.jobs = JobRepository(*m_db).of(conversation);
    if (number.isNull())
        return details;
    const PersonRepository people(*m_db);
    details.linked = people.linkedWith(conversation);
    details.maybeSame = people.suggestionsFor(conversation);
    readConsent(number, details);
    readHistory(conversation, number, zone, details);
    return details;
}

void SqlContactReader::readCounts(ConversationId conversation, ContactDetails &details)
{
    SqlStatement calls(*m_db, u"SELECT count(*), min(at) FROM calls WHERE conversation = :id"_s);
    if (calls.bind("id"_L1, conversation).next()) {
        details.calls = calls.number(0);
        details.firstCall = calls.optionalTime(1);
    }
    SqlStatement missed(*m_db, u"SELECT count(*) FROM calls WHERE conversation = :id AND missed = 1"_s);
    if (missed.bind("id"_L1, conversation).next())
        details.missed = missed.number(0);
    SqlStatement texts(*m_db, u"SELECT count(*) FROM messages WHERE conversation = :id AND status <> 'cancelled' AND planned = 0"_s);
    if (texts.bind("id"_L1, conversation).next())
        details.texts = texts.number(0);
}

void SqlContactReader::readConsent(const PhoneNumber &number, ContactDetails &details)
{
    SqlStatement state(*m_db, u"SELECT opted_out, since, source FROM consents WHERE number = :number"_s);
    if (!state.bind("number"_L1, number).next())
        return;
    ContactConsent consent{state.flag(0), state.time(1), state.text(2), {}};
    SqlStatement proof(*m_db, u"SELECT evidence FROM consent_log WHERE number = :number AND at = :at ORDER BY id DESC LIMIT 1"_s);
    if (proof.bind("number"_L1, number).bind("at"_L1, consent.since).next())
        consent.evidence = proof.text(0);
    details.consent = consent;
}

void SqlContactReader::readHistory(ConversationId conversation, const PhoneNumber &number, const QTimeZone &zone, ContactDetails &details)
{
    ConversationRepository conversations(*m_db);
    MessageRepository messages(*m_db, conversations);
    const CallRepository calls(*m_db, conversations);
    const OutboxRepository outbox(*m_db, messages, conversations);
    const AccountRepository accounts(*m_db);
    const ConsentRepository consents(*m_db);
    const DoubtRepository doubts(*m_db);
    const ForeignTextRepository foreign(*m_db);
    const JobRepository jobs(*m_db);
    const DecisionFacts facts({accounts, conversations, messages, calls, outbox, consents, doubts, foreign, jobs});

    const UtcTime now = m_clock.utcNow();
    CallRecord pretended;
    SqlStatement newest(
        *m_db, u"SELECT account, our_number FROM calls WHERE conversation = :id AND inbound = 1 ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (newest.bind("id"_L1, conversation).next()) {
        pretended.account = newest.id<AccountId>(0);
        details.line = newest.phone(1);
    } else {
        SqlStatement any(*m_db, u"SELECT account, line FROM messages WHERE conversation = :id ORDER BY at DESC, id DESC LIMIT 1"_s);
        if (any.bind("id"_L1, conversation).next()) {
            pretended.account = any.id<AccountId>(0);
            details.line = any.phone(1);
        }
    }
    details.history = facts.callerHistory(number, pretended, now);
    details.history.foreign = facts.foreignTexts(number, pretended, {}, now - longestCoolDown, now);
    details.usage = UsageRepository(*m_db).usage(pretended.account, number, UsageSpans::at(now, zone));
}

} // namespace textback
