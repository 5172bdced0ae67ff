// SPDX-License-Identifier: MIT
#include "engine/sendlook.h"

#include "domain/ports/consentstore.h"
#include "domain/ports/erasurestore.h"
#include "engine/accountcontext.h"
#include "engine/sentmatch.h"
#include "engine/textcomposer.h"

namespace textback {

namespace {

constexpr Millis foreignTextSpan = std::chrono::minutes(10);
constexpr Millis landlineKept = std::chrono::hours(24 * 90);

} // namespace

void SendLook::look(const OutboxItem &item, const ReleaseCheck::Outcome &outcome, const Done &done)
{
    if (!m_context.settings.account.lookUpLineType || !outcome.firstText || item.attempt > 0)
        return lookForTexts(item, outcome, done);
    const auto looked = [this, item, outcome, done](const Result<std::optional<NumberCapability>> &capability) {
        // A look-up that fails is no hindrance (rules.md C30).
        if (capability && *capability) {
            const auto kept = m_context.store.consent().rememberCapability(item.to, **capability, m_context.time.now() + landlineKept);
            if (!kept)
                return done(tl::make_unexpected(kept.error()));
        }
        lookForTexts(item, outcome, done);
    };
    m_context.provider.messages().lookUpLineType(item.to, m_lifetime.guard(looked));
}

void SendLook::lookForTexts(const OutboxItem &item, const ReleaseCheck::Outcome &outcome, const Done &done)
{
    SentQuery query;
    query.to = item.to;
    query.since = outcome.callBegan.value_or(item.queuedAt) - foreignTextSpan;
    const auto looked = [this, id = item.id, since = query.since, done](const Result<MessageAnswer> &answer) {
        done(judge(id, answer, since));
    };
    m_context.provider.messages().fetchSent(query, m_lifetime.guard(looked));
}

Result<SendLook::Found> SendLook::judge(OutboxId id, const Result<MessageAnswer> &answer, UtcTime since)
{
    const auto item = m_context.store.outboxItem(id);
    if (!item)
        return tl::make_unexpected(item.error());
    const auto uncertain = uncertainItems(m_context);
    if (!answer || !uncertain)
        return Found{};
    m_context.noteAnswer(answer->providerTime);
    for (const ProviderMessage &message : answer->messages) {
        if (message.direction != MessageDirection::Outgoing || (message.created && *message.created < since))
            continue;
        const auto known = m_context.store.messageByProviderId(m_context.account, message.providerMessageId);
        if (!known)
            return tl::make_unexpected(known.error());
        if (*known && (*known)->origin != MessageOrigin::Elsewhere)
            continue;
        if (!*known && item->attempt > 0 && maySameText(message, *item))
            return Found{Found::Kind::OurOwn, message};
        const UtcTime at = message.created.value_or(m_context.time.now());
        if (ownerOf(message, *uncertain) ||
            (!isOwnWording(m_context, message.from, message.body, at) && m_context.keywords.answerTo(item->to, at, message.body)))
            continue;
        // One to a number that was deleted since counts by the time that was kept of it.
        const auto erased = m_context.store.erasure().isErased(m_context.account, message.providerMessageId);
        const auto before = m_context.store.erasure().mayBeErased(item->to, at);
        if (!erased || !before)
            return tl::make_unexpected(erased ? before.error() : erased.error());
        if (!*erased && !*before)
            return Found{Found::Kind::Foreign, {}};
    }
    return Found{};
}

} // namespace textback
