// SPDX-License-Identifier: MIT
#include "engine/keywordlog.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis answerWindow = std::chrono::seconds(60);
constexpr Millis clockSlack = std::chrono::seconds(2); // the two rows carry whole seconds

SendRule ruleFor(ConsentWord word)
{
    switch (word) {
    case ConsentWord::OptIn:
    case ConsentWord::OptInIfOptedOut:
        return SendRule::OptedIn;
    case ConsentWord::Help:
        return SendRule::Help;
    case ConsentWord::OptOut:
    case ConsentWord::None:
        break;
    }
    return SendRule::OptOutConfirmation;
}

} // namespace

void KeywordLog::note(const PhoneNumber &from, ConsentWord word, UtcTime at)
{
    if (word == ConsentWord::None)
        return;
    for (auto found = m_entries.constFind(from); found != m_entries.constEnd() && found.key() == from; ++found) {
        if (found->at == at)
            return;
    }
    m_entries.insert(from, {word, at});
}

std::optional<SendRule> KeywordLog::answerTo(const PhoneNumber &to, UtcTime at, const QString &body) const
{
    for (auto found = m_entries.constFind(to); found != m_entries.constEnd() && found.key() == to; ++found) {
        if (at >= found->at - clockSlack && at <= found->at + answerWindow)
            return ruleFor(found->word);
    }
    // After a restart the keyword may lie before what was read again: the wording of the provider's stock answers tells, too. A
    // hint "reply STOP" alone tells nothing: every business text carries one.
    if (body.contains("have successfully been unsubscribed"_L1, Qt::CaseInsensitive))
        return SendRule::OptOutConfirmation;
    if (body.contains("have successfully been re-subscribed"_L1, Qt::CaseInsensitive))
        return SendRule::OptedIn;
    if (body.startsWith("Reply STOP to unsubscribe. Msg"_L1, Qt::CaseInsensitive))
        return SendRule::Help;
    return std::nullopt;
}

void KeywordLog::forget(UtcTime before)
{
    m_entries.removeIf([before](const auto &entry) { return entry.value().at < before; });
}

} // namespace textback
