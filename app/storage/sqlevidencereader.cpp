// SPDX-License-Identifier: MIT
#include "storage/sqlevidencereader.h"

#include "storage/accountrepository.h"
#include "storage/calllegrepository.h"
#include "storage/callrepository.h"
#include "storage/conversationrepository.h"
#include "storage/messagerepository.h"
#include "storage/outboxrepository.h"
#include "storage/sqlstatement.h"

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

SqlEvidenceReader::SqlEvidenceReader(QString databaseFile)
    : m_db(std::move(databaseFile), SqlConnection::defaultBusyTimeout)
{
}

Result<QString> SqlEvidenceReader::homeRegion()
{
    return m_db.read([&] { return AccountRepository(*m_db).country(); });
}

Result<Evidence> SqlEvidenceReader::evidence(const PhoneNumber &number)
{
    return m_db.read([&] {
        Evidence evidence;
        evidence.number = number;
        readConsent(evidence);
        const ConversationRepository conversations(*m_db);
        if (const ConversationId conversation = conversations.withAddress(number.e164()); !conversation.isNull()) {
            evidence.name = conversations.nameAt(number.e164());
            readCalls(evidence, conversation);
            readTexts(evidence, conversation);
            readNotes(evidence, conversation);
        }
        readRules(evidence);
        return evidence;
    });
}

void SqlEvidenceReader::readConsent(Evidence &evidence)
{
    SqlStatement state(*m_db, u"SELECT opted_out FROM consents WHERE number = :number"_s);
    evidence.optedOut = state.bind("number"_L1, evidence.number).next() && state.flag(0);
    SqlStatement log(*m_db, u"SELECT at, opted_out, source, evidence FROM consent_log WHERE number = :number ORDER BY id"_s);
    log.bind("number"_L1, evidence.number);
    while (log.next())
        evidence.consents.push_back({log.time(0), log.flag(1), log.text(2), log.text(3)});
    SqlStatement doubts(*m_db, u"SELECT at, words, evidence, answered_at, answer FROM optout_doubts WHERE number = :number ORDER BY id"_s);
    doubts.bind("number"_L1, evidence.number);
    while (doubts.next())
        evidence.doubts.push_back({doubts.time(0), doubts.text(1), doubts.text(2), doubts.optionalTime(3), doubts.text(4)});
}

void SqlEvidenceReader::readCalls(Evidence &evidence, ConversationId conversation)
{
    const CallLegRepository legs(*m_db);
    SqlStatement find(*m_db, u"SELECT c.id, c.at, c.settled, c.missed, c.disposition, c.not_missed_because, "
                             "d.verdict, d.rule, d.reason, d.decided_at, d.not_before, d.rule_version, d.inputs "
                             "FROM calls c LEFT JOIN decisions d ON d.call = c.id "
                             "WHERE c.conversation = :conversation ORDER BY c.at, c.id"_s);
    find.bind("conversation"_L1, conversation);
    while (find.next()) {
        EvidenceCall call;
        call.id = find.id<CallId>(0);
        call.at = find.time(1);
        call.settled = find.flag(2);
        call.missed = find.flag(3);
        call.disposition = find.named(4, dispositionFromString);
        call.notMissedBecause = find.named(5, decisionReasonFromString);
        call.decision = decisionOf(find, 6);
        if (call.decision)
            call.decision->inputs = find.text(12);
        for (const StoredLeg &stored : legs.of(call.id))
            call.legs.push_back(stored.leg);
        std::stable_partition(call.legs.begin(), call.legs.end(), [](const CallLeg &leg) { return leg.parentCallId.isEmpty(); });
        evidence.calls.push_back(std::move(call));
    }
}

void SqlEvidenceReader::readTexts(Evidence &evidence, ConversationId conversation)
{
    SqlStatement find(*m_db,
                      u"SELECT %1 FROM messages m WHERE m.conversation = :conversation ORDER BY m.at, m.id"_s.arg(messageColumns(u"m."_s)));
    find.bind("conversation"_L1, conversation);
    while (find.next()) {
        EvidenceText text;
        text.message = messageOf(find);
        text.sendings = sendingsOf(text.message.id);
        text.delivery = deliveryOf(text.message.id);
        evidence.texts.push_back(std::move(text));
    }
}

void SqlEvidenceReader::readNotes(Evidence &evidence, ConversationId conversation)
{
    SqlStatement about(*m_db, u"SELECT changed_at, body FROM contact_notes WHERE conversation = :conversation"_s);
    about.bind("conversation"_L1, conversation);
    while (about.next())
        evidence.notes.push_back({about.time(0), about.text(1), false});
    SqlStatement inThread(*m_db, u"SELECT at, body FROM thread_notes WHERE conversation = :conversation ORDER BY at, id"_s);
    inThread.bind("conversation"_L1, conversation);
    while (inThread.next())
        evidence.notes.push_back({inThread.time(0), inThread.text(1), true});
    std::stable_sort(evidence.notes.begin(), evidence.notes.end(),
                     [](const EvidenceNote &one, const EvidenceNote &other) { return one.at < other.at; });
}

std::vector<EvidenceSending> SqlEvidenceReader::sendingsOf(MessageId message)
{
    ConversationRepository conversations(*m_db);
    MessageRepository messages(*m_db, conversations);
    const OutboxRepository outbox(*m_db, messages, conversations);
    std::vector<EvidenceSending> sendings;
    SqlStatement find(*m_db, u"SELECT id FROM outbox WHERE message = :message ORDER BY id"_s);
    find.bind("message"_L1, message);
    while (find.next()) {
        const std::optional<OutboxItem> item = outbox.find(find.id<OutboxId>(0));
        if (!item)
            continue;
        EvidenceSending sending{*item, {}};
        SqlStatement attempts(*m_db, u"SELECT attempt, at, event, detail, inputs FROM attempts WHERE outbox = :item ORDER BY id"_s);
        attempts.bind("item"_L1, item->id);
        while (attempts.next()) {
            sending.attempts.push_back({attempts.number(0), attempts.time(1), attempts.text(2), attempts.text(3), attempts.text(4)});
        }
        sendings.push_back(std::move(sending));
    }
    return sendings;
}

std::vector<EvidenceDelivery> SqlEvidenceReader::deliveryOf(MessageId message)
{
    std::vector<EvidenceDelivery> steps;
    SqlStatement find(*m_db, u"SELECT at, status, error_code FROM delivery_log WHERE message = :message ORDER BY id"_s);
    find.bind("message"_L1, message);
    while (find.next())
        steps.push_back({find.time(0), find.named(1, deliveryStatusFromString).value_or(DeliveryStatus::Unknown), find.text(2)});
    // Of a text that was first met in the provider's list the two halves were joined later.
    std::stable_sort(steps.begin(), steps.end(), [](const EvidenceDelivery &a, const EvidenceDelivery &b) { return a.at < b.at; });
    return steps;
}

void SqlEvidenceReader::readRules(Evidence &evidence)
{
    std::set<QString> versions;
    for (const EvidenceCall &call : evidence.calls) {
        if (call.decision)
            versions.insert(call.decision->ruleVersion);
    }
    for (const EvidenceText &text : evidence.texts) {
        for (const EvidenceSending &sending : text.sendings)
            versions.insert(sending.item.ruleVersion);
    }
    for (const QString &version : versions) {
        SqlStatement find(*m_db, u"SELECT since, document FROM rule_versions WHERE version = :version"_s);
        if (find.bind("version"_L1, version).next())
            evidence.rules.push_back({version, find.time(0), find.text(1).toUtf8()});
    }
}

} // namespace textback
