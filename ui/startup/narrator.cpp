// SPDX-License-Identifier: MIT
#include "ui/startup/narrator.h"

#include "domain/ports/clock.h"
#include "domain/ports/conversationreader.h"
#include "engine/engineclient.h"
#include "ui/startup/linewriter.h"

#include <QDateTime>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int recentEntries = 30; // an event's row is among the newest of its conversation

QString seconds(Millis span)
{
    return u"%1 s"_s.arg(static_cast<double>(span.count()) / 1000.0, 0, 'f', 1);
}

QString quoted(const QString &body)
{
    return u"“%1”"_s.arg(body.simplified());
}

QString spelledOut(QString stable)
{
    return stable.replace(u'-', u' ');
}

} // namespace

Narrator::Narrator(EngineClient &engine, ConversationReader &reader, const Clock &clock, LineWriter &out, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
    , m_out(out)
{
    connect(&engine, &EngineClient::eventOccurred, this, [this](const EngineEvent &event) {
        if (const std::optional<QString> told = sentence(event))
            tell(*told);
    });
}

void Narrator::tell(const QString &sentence)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_clock.utcNow()));
    m_out.write((time.toString(u"HH:mm:ss  "_s) + sentence).toUtf8());
}

std::optional<QString> Narrator::sentence(const EngineEvent &event)
{
    switch (event.kind) {
    case EngineEvent::Kind::Ready:
        return u"Textback is ready and watches the phone line."_s;
    case EngineEvent::Kind::Call:
        return callSentence(event);
    case EngineEvent::Kind::Decision:
        return decisionSentence(event);
    case EngineEvent::Kind::Text:
        return textSentence(event);
    case EngineEvent::Kind::Reply: {
        ++m_replies;
        const std::optional<MessageBubble> reply = message(event);
        return reply ? u"%1 answers: %2"_s.arg(who(event), quoted(reply->message.body)) : u"%1 answers."_s.arg(who(event));
    }
    case EngineEvent::Kind::Delivery:
        return deliverySentence(event);
    case EngineEvent::Kind::OptOut:
        m_optOuts += event.optedOut ? 1 : 0;
        return event.optedOut ? u"%1 wants no more texts: nothing is sent to that number any more."_s.arg(who(event))
                              : u"%1 wants texts again."_s.arg(who(event));
    case EngineEvent::Kind::Alert:
        if (event.detail == "taken"_L1)
            return u"Somebody takes care of %1."_s.arg(who(event));
        if (event.detail == "staff-not-told"_L1)
            return u"Somebody on duty got no text about %1: they got many, or want none."_s.arg(who(event));
        return u"%1 needs somebody now: %2."_s.arg(who(event), spelledOut(event.reason));
    case EngineEvent::Kind::Staff:
        return u"A text from staff (\u2026%1), %2: %3."_s.arg(event.lastFour, spelledOut(event.reason), spelledOut(event.detail));
    case EngineEvent::Kind::Connection:
        if (m_connection == event.reason)
            return std::nullopt;
        m_connection = event.reason;
        if (event.reason == "connecting"_L1)
            return u"Signing in at the phone provider."_s;
        return event.reason == "online"_L1 ? u"Connected to the phone provider."_s
                                           : u"Connection to the phone provider: %1."_s.arg(spelledOut(event.reason));
    case EngineEvent::Kind::Notice:
        return u"Notice: %1."_s.arg(spelledOut(event.reason));
    case EngineEvent::Kind::Error:
        return u"Trouble: %1."_s.arg(event.detail.isEmpty() ? spelledOut(event.reason) : event.detail);
    }
    return std::nullopt;
}

std::optional<QString> Narrator::callSentence(const EngineEvent &event)
{
    const std::optional<CallCard> card = call(event);
    if (card && card->direction == CallDirection::Outbound)
        return std::nullopt;
    QString told;
    if (card && card->open)
        return std::nullopt; // the line itself tells that it rings
    if (event.missed)
        told = card && card->recordings > 0 ? u"%1 reached nobody and left a voicemail."_s.arg(who(event))
                                            : u"%1 reached nobody."_s.arg(who(event));
    else if (card && card->disposition == Disposition::Answered)
        told = u"%1 was answered."_s.arg(who(event));
    else
        told = u"%1 called: %2."_s.arg(who(event), spelledOut(event.reason));
    const QString before = m_toldCalls.value(event.call.value);
    if (before == told)
        return std::nullopt;
    if (event.missed && !before.contains("reached nobody"_L1))
        ++m_missed;
    m_toldCalls.insert(event.call.value, told);
    return told;
}

std::optional<QString> Narrator::decisionSentence(const EngineEvent &event)
{
    if (event.verdict == "send"_L1)
        return u"A text to %1 is on its way."_s.arg(who(event));
    if (event.verdict == "hold"_L1)
        return u"The text to %1 waits: %2."_s.arg(who(event), spelledOut(event.reason));
    return u"%1 is not texted: %2."_s.arg(who(event), spelledOut(event.reason));
}

std::optional<QString> Narrator::textSentence(const EngineEvent &event)
{
    const std::optional<MessageBubble> sent = message(event);
    const QString body = sent ? u": "_s + quoted(sent->message.body) : u"."_s;
    if (sent && sent->message.origin == MessageOrigin::Person)
        return u"The owner writes to %1%2"_s.arg(who(event), body);
    ++m_texts;
    if (event.afterCallEnd)
        return u"Textback texted %1, %2 after the call%3"_s.arg(who(event), seconds(*event.afterCallEnd), body);
    return u"Textback texted %1%2"_s.arg(who(event), body);
}

std::optional<QString> Narrator::deliverySentence(const EngineEvent &event)
{
    if (event.reason == "delivered"_L1)
        return u"The text to %1 has arrived."_s.arg(who(event));
    if (event.reason == "undelivered"_L1 || event.reason == "failed"_L1) {
        const std::optional<MessageBubble> sent = message(event);
        const QString code = sent ? sent->message.errorCode : QString();
        return code.isEmpty() ? u"The text to %1 did not arrive."_s.arg(who(event))
                              : u"The text to %1 did not arrive (the provider's code %2)."_s.arg(who(event), code);
    }
    return std::nullopt;
}

QString Narrator::summary() const
{
    const auto counted = [](int count, const QString &one, const QString &many) {
        return u"%1 %2"_s.arg(count).arg(count == 1 ? one : many);
    };
    return u"In all: %1, %2, %3, %4."_s.arg(counted(m_missed, u"missed call"_s, u"missed calls"_s),
                                            counted(m_texts, u"text back"_s, u"texts back"_s), counted(m_replies, u"reply"_s, u"replies"_s),
                                            counted(m_optOuts, u"opt-out"_s, u"opt-outs"_s));
}

QString Narrator::who(const EngineEvent &event)
{
    const auto summary = m_reader.conversation(event.conversation);
    if (summary && *summary) {
        const ConversationSummary &conversation = **summary;
        if (conversation.number.isNull())
            return conversation.address == QStringView(withheldAddress) ? u"A caller with a withheld number"_s : conversation.address;
        QString name = conversation.contactName.isEmpty() ? m_names.value(conversation.number.e164()) : conversation.contactName;
        // The simulator's names come with the number behind them.
        QString number = conversation.number.display();
        if (name.isEmpty())
            return number;
        return name.contains(number) ? name : u"%1 %2"_s.arg(name, number);
    }
    return event.lastFour.isEmpty() ? u"A caller"_s : u"…%1"_s.arg(event.lastFour);
}

std::optional<MessageBubble> Narrator::message(const EngineEvent &event)
{
    const auto entries = m_reader.thread(event.conversation, std::nullopt, recentEntries);
    if (!entries)
        return std::nullopt;
    for (const ThreadEntry &entry : *entries) {
        if (const auto *bubble = std::get_if<MessageBubble>(&entry.content); bubble && bubble->message.id == event.message)
            return *bubble;
    }
    return std::nullopt;
}

std::optional<CallCard> Narrator::call(const EngineEvent &event)
{
    const auto entries = m_reader.thread(event.conversation, std::nullopt, recentEntries);
    if (!entries)
        return std::nullopt;
    for (const ThreadEntry &entry : *entries) {
        if (const auto *card = std::get_if<CallCard>(&entry.content); card && card->id == event.call)
            return *card;
    }
    return std::nullopt;
}

} // namespace textback
