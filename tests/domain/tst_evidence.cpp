// SPDX-License-Identifier: MIT
#include "domain/evidence/decisioninputs.h"
#include "domain/evidence/evidencedocument.h"
#include "policysituation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// What proves a send (rules.md C18), in words.
class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void c18WhatADecisionKnew();
    void c18WhatAFollowingTextKnew();
    void c18EveryFactOfASend();
    void c18InOrderOfTime();
    void notesAreLeftOutOfProof();
    void c18NothingIsKnown();

private:
    static Evidence oneSend();
    static QJsonObject read(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
};

void TestEvidence::c18WhatADecisionKnew()
{
    PolicyInput input = usual().input;
    QCOMPARE(QString::fromUtf8(toJson(input)),
             uR"({"automaticToNumberInHour":0,"automaticToday":0,"callEnded":"2026-11-23T15:00:00.000Z","caller":"+13134440142",)"
             uR"("disposition":"no-answer","frozen":false,"line":"+13132230100","missed":true,"now":"2026-11-23T15:00:03.000Z",)"
             uR"("optedOut":false,"rangMs":20000,"segmentsThisMonth":0,"segmentsToday":0,"talkedMs":0,)"
             uR"("watchingSince":"2026-10-24T15:00:00.000Z"})"_s);

    const UtcTime then = callEnd - 60min;
    input.history.optedOut = input.history.frozen = input.history.textedThisCall = true;
    input.history.isOwnNumber = input.history.isKnownContact = input.history.foreign.sinceCallBegan = true;
    input.history.cannotText = NumberCapability::Landline;
    input.history.lastTextBack = input.history.lastTextBackCallEnd = input.history.lastSecondCallText = then;
    input.history.lastStaffMessage = input.history.answeredInboundAfter = input.history.answeredOutboundAfter = then;
    input.history.foreign.lastTextBack = then;
    input.usage = {1, 2, 3, 4};
    input.viewer = input.wasHeld = input.sendNow = input.senderAsleep = true;
    input.verdict.notMissedBecause = DecisionReason::RobotOrMenu;
    input.verdict.flowFailed = true;
    const QJsonObject known = read(toJson(input));
    for (const char *flag : {"optedOut", "frozen", "textedThisCall", "isOwnNumber", "isKnownContact", "foreignTextSinceCallBegan", "viewer",
                             "wasHeld", "sendNow", "senderAsleep", "flowFailed"})
        QVERIFY2(known.value(QLatin1StringView(flag)).toBool(), flag);
    for (const char *time : {"lastTextBack", "lastTextBackCallEnd", "lastSecondCallText", "lastStaffMessage", "answeredInboundAfter",
                             "answeredOutboundAfter", "lastForeignTextBack"})
        QCOMPARE(known.value(QLatin1StringView(time)).toString(), u"2026-11-23T14:00:00.000Z"_s);
    QCOMPARE(known.value("cannotText"_L1).toString(), u"landline"_s);
    QCOMPARE(known.value("notMissedBecause"_L1).toString(), u"robot-or-menu"_s);
    QCOMPARE(known.value("automaticToday"_L1).toInt(), 1);
    QCOMPARE(known.value("segmentsToday"_L1).toInt(), 2);
    QCOMPARE(known.value("segmentsThisMonth"_L1).toInt(), 3);
    QCOMPARE(known.value("automaticToNumberInHour"_L1).toInt(), 4);
}

void TestEvidence::c18WhatAFollowingTextKnew()
{
    StepInput input;
    input.purpose = OutboxPurpose::Review;
    input.to = *PhoneNumber::fromStored(u"+13134440142"_s);
    input.since = callEnd;
    input.due = input.now = callEnd + 60min;
    input.lastReview = input.lastTextBack = input.lastBooking = input.lastTalk = callEnd;
    input.lastStaffMessage = input.lastCustomerMessage = callEnd;
    input.cannotText = NumberCapability::CannotReceive;
    const QJsonObject known = read(toJson(input));
    QCOMPARE(known.value("purpose"_L1).toString(), u"review"_s);
    QCOMPARE(known.value("to"_L1).toString(), u"+13134440142"_s);
    QCOMPARE(known.value("due"_L1).toString(), u"2026-11-23T16:00:00.000Z"_s);
    QCOMPARE(known.value("now"_L1).toString(), u"2026-11-23T16:00:00.000Z"_s);
    for (const char *time : {"since", "lastReview", "lastTextBack", "lastBooking", "lastTalk", "lastStaffMessage", "lastCustomerMessage"})
        QCOMPARE(known.value(QLatin1StringView(time)).toString(), u"2026-11-23T15:00:00.000Z"_s);
    QCOMPARE(known.value("cannotText"_L1).toString(), u"cannot-receive"_s);
    QVERIFY(known.value("optedOut"_L1).isBool() && known.value("frozen"_L1).isBool());
}

Evidence TestEvidence::oneSend()
{
    Evidence evidence;
    evidence.number = *PhoneNumber::fromStored(u"+13134440142"_s);
    evidence.name = u"Maria"_s;
    EvidenceCall call;
    call.id = CallId{7};
    call.at = callEnd - 25s;
    CallLeg root;
    root.providerCallId = u"CA1"_s;
    root.from = evidence.number.e164();
    root.to = u"+13132230100"_s;
    root.status = LegStatus::NoAnswer;
    root.started = callEnd - 25s;
    root.ended = callEnd;
    call.legs = {root};
    call.settled = call.missed = true;
    call.disposition = Disposition::NoAnswer;
    call.decision = Decision::send(SendRule::Open, callEnd + 5s);
    call.decision->decidedAt = callEnd + 3s;
    call.decision->ruleVersion = u"4f2a9c"_s;
    call.decision->inputs = QString::fromUtf8(toJson(usual().input));
    evidence.calls = {call};

    EvidenceText text;
    text.message.id = MessageId{9};
    text.message.direction = MessageDirection::Outgoing;
    text.message.origin = MessageOrigin::Automatic;
    text.message.body = u"Sorry"_s;
    text.message.status = DeliveryStatus::Delivered;
    text.message.at = callEnd + 3s;
    text.message.providerMessageId = u"SM1"_s;
    text.message.rule = SendRule::Open;
    text.message.call = call.id;
    EvidenceSending sending;
    sending.item.purpose = OutboxPurpose::TextBack;
    sending.item.from = *PhoneNumber::fromStored(u"+13132230100"_s);
    sending.item.to = evidence.number;
    sending.item.body = u"Sorry"_s;
    sending.item.state = OutboxState::Accepted;
    sending.item.queuedAt = callEnd + 3s;
    sending.item.providerMessageId = u"SM1"_s;
    sending.item.ruleVersion = u"4f2a9c"_s;
    sending.attempts = {{1, callEnd + 5s, u"inflight"_s, {}, uR"({"optedOut":false})"_s}, {1, callEnd + 6s, u"accepted"_s, {}, {}}};
    text.sendings = {sending};
    text.delivery = {{callEnd + 3s, DeliveryStatus::Queued, {}}, {callEnd + 9s, DeliveryStatus::Delivered, {}}};
    evidence.texts = {text};
    evidence.rules = {{u"4f2a9c"_s, callEnd - 60min, R"({"rules":{"mode":"on"}})"}};
    return evidence;
}

void TestEvidence::c18EveryFactOfASend()
{
    const QByteArray written = toEvidenceDocument(oneSend(), callEnd + 60min);
    QCOMPARE(toEvidenceDocument(oneSend(), callEnd + 60min), written);
    QVERIFY(written.contains("\n    \"entries\": [\n")); // for people, too
    const QJsonObject document = read(written);
    QCOMPARE(document.value("number"_L1).toString(), u"+13134440142"_s);
    QCOMPARE(document.value("name"_L1).toString(), u"Maria"_s);
    QCOMPARE(document.value("writtenAt"_L1).toString(), u"2026-11-23T16:00:00.000Z"_s);
    const QJsonArray entries = document.value("entries"_L1).toArray();
    QCOMPARE(entries.size(), 2);

    const QJsonObject call = entries[0].toObject();
    QCOMPARE(call.value("kind"_L1).toString(), u"call"_s);
    QCOMPARE(call.value("callId"_L1).toString(), u"CA1"_s);
    QCOMPARE(call.value("result"_L1).toString(), u"no-answer"_s);
    const QJsonObject leg = call.value("legs"_L1)[0].toObject();
    QCOMPARE(leg.value("from"_L1).toString(), u"+13134440142"_s);
    QCOMPARE(leg.value("to"_L1).toString(), u"+13132230100"_s);
    QCOMPARE(leg.value("ringStart"_L1).toString(), u"2026-11-23T14:59:35.000Z"_s);
    QCOMPARE(leg.value("ringEnd"_L1).toString(), u"2026-11-23T15:00:00.000Z"_s);
    const QJsonObject decision = call.value("decision"_L1).toObject();
    QCOMPARE(decision.value("verdict"_L1).toString(), u"send"_s);
    QCOMPARE(decision.value("rule"_L1).toString(), u"open"_s);
    QCOMPARE(decision.value("ruleVersion"_L1).toString(), u"4f2a9c"_s);
    QCOMPARE(decision.value("inputs"_L1)["caller"_L1].toString(), u"+13134440142"_s);

    const QJsonObject text = entries[1].toObject();
    QCOMPARE(text.value("kind"_L1).toString(), u"text"_s);
    QCOMPARE(text.value("body"_L1).toString(), u"Sorry"_s);
    QCOMPARE(text.value("callId"_L1).toString(), u"CA1"_s);
    QCOMPARE(text.value("providerMessageId"_L1).toString(), u"SM1"_s);
    const QJsonObject sending = text.value("sendings"_L1)[0].toObject();
    QCOMPARE(sending.value("from"_L1).toString(), u"+13132230100"_s);
    QCOMPARE(sending.value("to"_L1).toString(), u"+13134440142"_s);
    QCOMPARE(sending.value("providerMessageId"_L1).toString(), u"SM1"_s);
    QCOMPARE(sending.value("ruleVersion"_L1).toString(), u"4f2a9c"_s);
    // printf Sorry | sha256sum
    QCOMPARE(sending.value("bodySha256"_L1).toString(), u"e0025fd3a87fc910ca9d19c7dd7d3c46b85d9296c8943834aac1db13c8976be6"_s);
    QCOMPARE(sending.value("attempts"_L1)[0]["inputs"_L1]["optedOut"_L1], QJsonValue(false));
    QCOMPARE(sending.value("attempts"_L1)[1]["event"_L1].toString(), u"accepted"_s);
    const QJsonArray delivery = text.value("delivery"_L1).toArray();
    QCOMPARE(delivery.size(), 2);
    QCOMPARE(delivery[1]["status"_L1].toString(), u"delivered"_s);
    QCOMPARE(delivery[1]["at"_L1].toString(), u"2026-11-23T15:00:09.000Z"_s);

    const QJsonObject rules = document.value("rules"_L1)["4f2a9c"_L1].toObject();
    QCOMPARE(rules.value("since"_L1).toString(), u"2026-11-23T14:00:00.000Z"_s);
    QCOMPARE(rules.value("settings"_L1)["rules"_L1]["mode"_L1].toString(), u"on"_s);
}

void TestEvidence::c18InOrderOfTime()
{
    Evidence evidence = oneSend();
    evidence.optedOut = true;
    evidence.consents = {{callEnd + 20s, true, u"text"_s, u"STOP"_s}, {callEnd - 60min, false, u"text"_s, u"START"_s}};
    evidence.doubts = {{callEnd + 10s, u"stop"_s, u"can you stop by"_s, callEnd + 20s, u"opted-out"_s}};
    const QJsonObject document = read(toEvidenceDocument(evidence, callEnd));
    QVERIFY(document.value("optedOut"_L1).toBool());
    QStringList kinds;
    const QJsonArray entries = document.value("entries"_L1).toArray();
    for (const QJsonValue &entry : entries)
        kinds.append(entry["kind"_L1].toString());
    QCOMPARE(kinds.join(u' '), u"consent call text doubt consent"_s);
    QCOMPARE(entries[0]["proof"_L1].toString(), u"START"_s);
    QCOMPARE(entries[4]["source"_L1].toString(), u"text"_s);
    QCOMPARE(entries[3]["answer"_L1].toString(), u"opted-out"_s);
    QCOMPARE(entries[3]["text"_L1].toString(), u"can you stop by"_s);
}

void TestEvidence::notesAreLeftOutOfProof()
{
    Evidence evidence = oneSend();
    const QByteArray without = toEvidenceDocument(evidence, callEnd);
    evidence.notes = {{callEnd - 60min, u"Gate 4411"_s, false}, {callEnd + 60min, u"Owes us $40"_s, true}};
    QCOMPARE(toEvidenceDocument(evidence, callEnd), without);
    QStringList notes;
    const QJsonArray entries = read(toEvidenceDocument(evidence, callEnd, EvidenceNotes::Included)).value("entries"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        if (entry["kind"_L1].toString().endsWith("ote"_L1))
            notes.append(entry["kind"_L1].toString() + u' ' + entry["body"_L1].toString());
    }
    QCOMPARE(notes.join(u'|'), u"contactNote Gate 4411|note Owes us $40"_s);
    QCOMPARE(entries.size(), 4);
}

void TestEvidence::c18NothingIsKnown()
{
    Evidence evidence;
    evidence.number = *PhoneNumber::fromStored(u"+13134440142"_s);
    QCOMPARE(QString::fromUtf8(toEvidenceDocument(evidence, callEnd)).simplified(),
             uR"({ "entries": [ ], "format": 1, "number": "+13134440142", "optedOut": false, "rules": { }, )"
             uR"("writtenAt": "2026-11-23T15:00:00.000Z" })"_s);
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
