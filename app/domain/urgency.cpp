// SPDX-License-Identifier: MIT
#include "domain/urgency.h"

#include "domain/consent/plaintext.h"
#include "domain/quotedwords.h"
#include "domain/urgencyphrases.h"

#include <QRegularExpression>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// The first wording of each kind in the whole text.
struct Told {
    std::optional<QString> keyword;
    std::optional<QString> danger;
    std::optional<QString> cold;
    std::optional<QString> vulnerable;
};

bool isOf(UrgencyPhraseKind kind, const PhraseMatch &match)
{
    return match.kind == int(kind);
}

bool isGuarded(const PhraseMatch &match, const std::vector<PhraseMatch> &all)
{
    return std::any_of(all.begin(), all.end(),
                       [&match](const PhraseMatch &other) { return isOf(UrgencyPhraseKind::Guard, other) && other.overlaps(match); });
}

void read(const QStringList &clause, Told &told)
{
    const std::vector<PhraseMatch> matches = urgencyBook().matches(clause);
    const bool past = std::any_of(matches.begin(), matches.end(), [](const PhraseMatch &m) { return isOf(UrgencyPhraseKind::Past, m); });
    for (const PhraseMatch &match : matches) {
        if (isGuarded(match, matches))
            continue;
        const auto note = [&match](std::optional<QString> &first) { first = first.value_or(match.words); };
        switch (UrgencyPhraseKind(match.kind)) {
        case UrgencyPhraseKind::Keyword:
            note(told.keyword);
            break;
        case UrgencyPhraseKind::Danger:
            if (!past)
                note(told.danger);
            break;
        case UrgencyPhraseKind::Cold:
            note(told.cold);
            break;
        case UrgencyPhraseKind::Vulnerable:
            note(told.vulnerable);
            break;
        case UrgencyPhraseKind::Past:
        case UrgencyPhraseKind::Guard:
            break;
        }
    }
}

/// "I-94" is one word.
QString withRoadNames(QString body)
{
    static const QRegularExpression interstate(u"\\bI[- ](\\d{1,3})\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return body.replace(interstate, u"I\\1"_s);
}

} // namespace

std::optional<Urgency> readUrgency(const QString &body)
{
    if (isReaction(body))
        return std::nullopt; // our text names 911
    Told told;
    for (const QStringList &clause : clausesOf(withRoadNames(body.left(longestRead))))
        read(clause, told);
    if (told.danger)
        return Urgency{Urgency::Kind::Danger, *told.danger};
    if (told.cold && told.vulnerable)
        return Urgency{Urgency::Kind::Danger, *told.cold + u", "_s + *told.vulnerable};
    if (told.keyword)
        return Urgency{Urgency::Kind::Keyword, *told.keyword};
    return std::nullopt;
}

} // namespace textback
