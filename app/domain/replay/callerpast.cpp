// SPDX-License-Identifier: MIT
#include "domain/replay/callerpast.h"

#include <algorithm>

namespace textback {

void CallerPast::leave(CallId call, UtcTime at, bool hint)
{
    for (Text &text : m_texts) {
        if (text.call != call)
            continue;
        text.at = std::max(text.at, at);
        text.left = true;
        text.hint = hint;
    }
}

void CallerPast::drop(CallId call)
{
    m_texts.erase(std::remove_if(m_texts.begin(), m_texts.end(), [call](const Text &text) { return text.call == call; }), m_texts.end());
}

bool CallerPast::missedCallJustBefore(UtcTime at, Millis within) const
{
    return std::any_of(m_missed.begin(), m_missed.end(), [&](const Missed &call) { return call.began <= at && call.ended >= at - within; });
}

const CallerPast::Text *CallerPast::lastText(OutboxPurpose purpose, CallId exceptFor) const
{
    const Text *last = nullptr;
    for (const Text &text : m_texts) {
        if (text.purpose == purpose && text.call != exceptFor && (!last || text.at >= last->at))
            last = &text;
    }
    return last;
}

CallerHistory CallerPast::historyAt(UtcTime now, CallId call, UtcTime began, Millis coolDown) const
{
    CallerHistory history;
    for (const ReplayConsent &consent : m_consents) {
        if (consent.at <= now)
            history.optedOut = consent.optedOut;
    }
    history.frozen = std::any_of(m_doubts.begin(), m_doubts.end(), [now](const ReplayDoubt &doubt) {
        return doubt.at <= now && (!doubt.answeredAt || *doubt.answeredAt > now);
    });
    if (m_capability && m_capability->from <= now && m_capability->until > now)
        history.cannotText = m_capability->capability;
    if (const Text *last = lastText(OutboxPurpose::TextBack, call)) {
        history.lastTextBack = last->at;
        history.lastTextBackCallEnd = last->callEnd;
    }
    if (const Text *last = lastText(OutboxPurpose::SecondCall, call))
        history.lastSecondCallText = last->at;
    for (const Answered &answered : m_answered) {
        if (answered.call == call || answered.ended <= began || answered.ended > now)
            continue;
        std::optional<UtcTime> &newest = answered.inbound ? history.answeredInboundAfter : history.answeredOutboundAfter;
        newest = std::max(newest, std::optional(answered.ended));
    }
    history.isKnownContact = !m_name.isEmpty();
    addMessagesTo(history, now, began, coolDown);
    return history;
}

void CallerPast::addMessagesTo(CallerHistory &history, UtcTime now, UtcTime began, Millis coolDown) const
{
    for (const Outgoing &message : m_messages) {
        if (message.at > now)
            break;
        history.lastStaffMessage = message.at;
        if (message.elsewhere && message.at >= began)
            history.foreign.sinceCallBegan = true;
        if (message.elsewhere && message.automatic && message.at < began && message.at >= now - coolDown)
            history.foreign.lastTextBack = message.at;
        // Known from the provider's list alone: it may be any of our automatic texts, and counts as each of them.
        if (!message.imported)
            continue;
        history.textedThisCall = history.textedThisCall || message.at >= began;
        if (!history.lastTextBack || *history.lastTextBack < message.at) {
            history.lastTextBack = message.at;
            history.lastTextBackCallEnd.reset();
        }
        history.lastSecondCallText = std::max(history.lastSecondCallText, std::optional(message.at));
    }
}

TextRecipient CallerPast::recipientAt(UtcTime now) const
{
    TextRecipient recipient;
    recipient.name = m_name;
    for (const Text &text : m_texts) {
        if (text.left && text.hint && text.at <= now)
            recipient.lastHint = std::max(recipient.lastHint, std::optional(text.at));
    }
    return recipient;
}

int CallerPast::automaticSince(UtcTime since) const
{
    return static_cast<int>(
        std::count_if(m_texts.begin(), m_texts.end(), [since](const Text &text) { return text.left && text.at > since; }));
}

} // namespace textback
