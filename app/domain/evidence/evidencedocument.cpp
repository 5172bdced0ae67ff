// SPDX-License-Identifier: MIT
#include "domain/evidence/evidencedocument.h"

#include "domain/evidence/isotime.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;

void put(QJsonObject &object, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject &object, QLatin1StringView key, const std::optional<UtcTime> &value)
{
    if (value)
        object.insert(key, isoTime(*value));
}

template <typename Named>
void putName(QJsonObject &object, QLatin1StringView key, const std::optional<Named> &value)
{
    if (value)
        object.insert(key, toString(*value));
}

/// JSON that was stored as text; what cannot be read stands there as it is.
void putJson(QJsonObject &object, QLatin1StringView key, const QByteArray &json)
{
    if (json.isEmpty())
        return;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    object.insert(key, document.isObject() ? QJsonValue(document.object()) : QJsonValue(QString::fromUtf8(json)));
}

/// SHA-256 of the words as they were handed to the provider: whoever holds the text can compare, whatever the template became since.
QString hashOf(const QString &body)
{
    return QString::fromLatin1(QCryptographicHash::hash(body.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QJsonObject legObject(const CallLeg &leg)
{
    QJsonObject object{{u"callId"_s, leg.providerCallId}, {u"from"_s, leg.from}, {u"to"_s, leg.to}, {u"status"_s, toString(leg.status)}};
    put(object, "parentCallId"_L1, leg.parentCallId);
    put(object, "ringStart"_L1, leg.startTime());
    put(object, "ringEnd"_L1, leg.endTime());
    put(object, "forwardedFrom"_L1, leg.forwardedFrom);
    if (leg.duration)
        object.insert("talkedMs"_L1, qint64(leg.duration->count()));
    return object;
}

QJsonObject decisionObject(const Decision &decision)
{
    QJsonObject object{{u"verdict"_s, toString(decision.verdict)}, {u"at"_s, isoTime(decision.decidedAt)}};
    putName(object, "rule"_L1, decision.rule);
    putName(object, "reason"_L1, decision.reason);
    put(object, "notBefore"_L1, decision.notBefore);
    put(object, "ruleVersion"_L1, decision.ruleVersion);
    putJson(object, "inputs"_L1, decision.inputs.toUtf8());
    return object;
}

QJsonObject callObject(const EvidenceCall &call)
{
    QJsonObject object;
    QJsonArray legs;
    for (const CallLeg &leg : call.legs)
        legs.append(legObject(leg));
    object.insert("legs"_L1, legs);
    if (!call.legs.empty()) {
        const CallLeg &root = call.legs.front();
        object.insert("callId"_L1, root.providerCallId);
        object.insert("direction"_L1, root.direction == CallDirection::Outbound ? u"outgoing"_s : u"incoming"_s);
    }
    if (call.settled)
        object.insert("missed"_L1, call.missed);
    putName(object, "result"_L1, call.disposition);
    putName(object, "notMissedBecause"_L1, call.notMissedBecause);
    if (call.decision)
        object.insert("decision"_L1, decisionObject(*call.decision));
    return object;
}

QJsonObject attemptObject(const EvidenceAttempt &attempt)
{
    QJsonObject object{{u"attempt"_s, attempt.attempt}, {u"at"_s, isoTime(attempt.at)}, {u"event"_s, attempt.event}};
    put(object, "detail"_L1, attempt.detail);
    putJson(object, "inputs"_L1, attempt.inputs.toUtf8());
    return object;
}

QJsonObject sendingObject(const EvidenceSending &sending)
{
    const OutboxItem &item = sending.item;
    QJsonObject object{
        {u"purpose"_s, toString(item.purpose)}, {u"from"_s, item.from.e164()},           {u"to"_s, item.to.e164()},
        {u"state"_s, toString(item.state)},     {u"queuedAt"_s, isoTime(item.queuedAt)}, {u"bodySha256"_s, hashOf(item.body)}};
    putName(object, "why"_L1, item.why);
    put(object, "detail"_L1, item.detail);
    put(object, "endedAt"_L1, item.endedAt);
    put(object, "providerMessageId"_L1, item.providerMessageId);
    put(object, "ruleVersion"_L1, item.ruleVersion);
    QJsonArray attempts;
    for (const EvidenceAttempt &attempt : sending.attempts)
        attempts.append(attemptObject(attempt));
    object.insert("attempts"_L1, attempts);
    return object;
}

QJsonObject textObject(const EvidenceText &text, const QString &callId)
{
    const Message &message = text.message;
    QJsonObject object{{u"direction"_s, message.direction == MessageDirection::Incoming ? u"incoming"_s : u"outgoing"_s},
                       {u"origin"_s, toString(message.origin)},
                       {u"body"_s, message.body},
                       {u"bodySha256"_s, hashOf(message.body)},
                       {u"status"_s, toString(message.status)}};
    put(object, "author"_L1, message.author);
    put(object, "line"_L1, message.line.e164());
    put(object, "providerMessageId"_L1, message.providerMessageId);
    put(object, "errorCode"_L1, message.errorCode);
    put(object, "errorText"_L1, message.errorText);
    putName(object, "rule"_L1, message.rule);
    put(object, "callId"_L1, callId);
    if (message.media > 0)
        object.insert("media"_L1, message.media);
    if (message.planned)
        object.insert("planned"_L1, true);
    if (message.imported)
        object.insert("imported"_L1, true);
    if (message.direction == MessageDirection::Incoming)
        return object;
    QJsonArray sendings;
    for (const EvidenceSending &sending : text.sendings)
        sendings.append(sendingObject(sending));
    object.insert("sendings"_L1, sendings);
    QJsonArray delivery;
    for (const EvidenceDelivery &step : text.delivery) {
        QJsonObject status{{u"at"_s, isoTime(step.at)}, {u"status"_s, toString(step.status)}};
        put(status, "errorCode"_L1, step.errorCode);
        delivery.append(status);
    }
    object.insert("delivery"_L1, delivery);
    return object;
}

/// Everything in the order of time; what happened at once stays in the order in which it was added.
class Entries {
public:
    void add(UtcTime at, const QString &kind, QJsonObject entry)
    {
        entry.insert("kind"_L1, kind);
        entry.insert("at"_L1, isoTime(at));
        m_entries.emplace_back(at, std::move(entry));
    }

    QJsonArray array()
    {
        std::stable_sort(m_entries.begin(), m_entries.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        QJsonArray array;
        for (const auto &[at, entry] : m_entries)
            array.append(entry);
        return array;
    }

private:
    std::vector<std::pair<UtcTime, QJsonObject>> m_entries;
};

QString providerIdOf(const std::vector<EvidenceCall> &calls, CallId id)
{
    const auto call = std::find_if(calls.begin(), calls.end(), [id](const EvidenceCall &each) { return each.id == id; });
    return call == calls.end() || call->legs.empty() ? QString() : call->legs.front().providerCallId;
}

QJsonObject documentObject(const Evidence &evidence, UtcTime writtenAt, EvidenceNotes notes)
{
    Entries entries;
    for (const EvidenceCall &call : evidence.calls)
        entries.add(call.at, u"call"_s, callObject(call));
    for (const EvidenceText &text : evidence.texts)
        entries.add(text.message.at, u"text"_s, textObject(text, providerIdOf(evidence.calls, text.message.call)));
    for (const EvidenceDoubt &doubt : evidence.doubts) {
        QJsonObject object{{u"words"_s, doubt.words}, {u"text"_s, doubt.text}};
        put(object, "answeredAt"_L1, doubt.answeredAt);
        put(object, "answer"_L1, doubt.answer);
        entries.add(doubt.at, u"doubt"_s, object);
    }
    for (const EvidenceConsent &consent : evidence.consents)
        entries.add(consent.at, u"consent"_s,
                    QJsonObject{{u"optedOut"_s, consent.optedOut}, {u"source"_s, consent.source}, {u"proof"_s, consent.proof}});
    if (notes == EvidenceNotes::Included) {
        for (const EvidenceNote &note : evidence.notes)
            entries.add(note.at, note.inThread ? u"note"_s : u"contactNote"_s, QJsonObject{{u"body"_s, note.body}});
    }
    QJsonObject rules;
    for (const EvidenceRules &version : evidence.rules) {
        QJsonObject object{{u"since"_s, isoTime(version.since)}};
        putJson(object, "settings"_L1, version.document);
        rules.insert(version.version, object);
    }
    QJsonObject document{{u"format"_s, formatVersion},         {u"number"_s, evidence.number.e164()}, {u"optedOut"_s, evidence.optedOut},
                         {u"writtenAt"_s, isoTime(writtenAt)}, {u"entries"_s, entries.array()},       {u"rules"_s, rules}};
    put(document, "name"_L1, evidence.name);
    return document;
}

} // namespace

QByteArray toEvidenceDocument(const Evidence &evidence, UtcTime writtenAt, EvidenceNotes notes, const std::vector<Evidence> &linked)
{
    QJsonObject document = documentObject(evidence, writtenAt, notes);
    QJsonArray others;
    for (const Evidence &other : linked)
        others.append(documentObject(other, writtenAt, notes));
    if (!others.isEmpty())
        document.insert("linkedNumbers"_L1, others);
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace textback
