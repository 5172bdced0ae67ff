// SPDX-License-Identifier: MIT
#include "domain/consent/consentreading.h"

#include "domain/consent/optoutphrases.h"
#include "domain/consent/optoutsound.h"
#include "domain/consent/plaintext.h"
#include "domain/quotedwords.h"

#include <algorithm>
#include <optional>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int soundsSure = 200;     // hundredths of a logit: 7 to 1 for an opt-out
constexpr int soundsDoubtful = 100; // 2.7 to 1
constexpr qsizetype fewestWordsToHear = 3;

/// What all clauses together say: the first wording of each kind.
struct Wordings {
    std::optional<QString> optOut;
    std::optional<QString> doubt;
    std::optional<QString> keyword;
    bool saysStop = false; ///< outside of what is doubtful by itself ("stop calling")
    bool softened = false;
    bool quieted = false;
    bool guarded = false; ///< something that looks like an opt-out is none
};

/// What else the clause says in the same words. A wording that began before and holds the other one whole goes by itself: "if you don't stop
/// texting me" is more than "don't stop".
bool isTakenBy(OptOutPhraseKind kind, const PhraseMatch &match, const std::vector<PhraseMatch> &all)
{
    const bool yields = kind != OptOutPhraseKind::Denial;
    return std::any_of(all.begin(), all.end(), [kind, yields, &match](const PhraseMatch &other) {
        return other.kind == int(kind) && other.overlaps(match) && !(yields && match.from < other.from && match.contains(other));
    });
}

void read(const QStringList &clause, Wordings &wordings)
{
    const std::vector<PhraseMatch> matches = optOutBook().matches(clause);
    for (const PhraseMatch &match : matches) {
        const bool guarded = isTakenBy(OptOutPhraseKind::Guard, match, matches);
        const bool denied = isTakenBy(OptOutPhraseKind::Denial, match, matches);
        const auto note = [&match](std::optional<QString> &first) { first = first.value_or(match.words); };
        switch (OptOutPhraseKind(match.kind)) {
        case OptOutPhraseKind::Certain:
            note(wordings.optOut);
            break;
        case OptOutPhraseKind::OptOut:
            wordings.guarded = wordings.guarded || guarded || denied;
            if (!guarded)
                note(denied ? wordings.doubt : wordings.optOut);
            break;
        case OptOutPhraseKind::Doubt:
            if (!guarded)
                note(wordings.doubt);
            break;
        case OptOutPhraseKind::StopWord:
            note(wordings.keyword);
            wordings.saysStop = wordings.saysStop || !(guarded || denied || isTakenBy(OptOutPhraseKind::Doubt, match, matches));
            break;
        case OptOutPhraseKind::Keyword:
            note(wordings.keyword);
            break;
        case OptOutPhraseKind::Softens:
            wordings.softened = true;
            break;
        case OptOutPhraseKind::Quiets:
        case OptOutPhraseKind::Denial:
            wordings.quieted = true;
            break;
        case OptOutPhraseKind::Guard:
            break;
        }
    }
}

qsizetype wordsIn(const std::vector<QStringList> &clauses)
{
    qsizetype words = 0;
    for (const QStringList &clause : clauses)
        words += clause.size();
    return words;
}

/// Where no phrase is sure, the sound of the whole text decides; the words that spoke for it are the reason.
void listen(const std::vector<QStringList> &clauses, Wordings &wordings)
{
    const OptOutSound sound = optOutSound(clauses);
    // One or two words ("somebody else") say too little for a guess.
    if (sound.score >= soundsSure && !wordings.quieted && wordsIn(clauses) >= fewestWordsToHear)
        wordings.optOut = sound.because;
    else if (sound.score >= soundsDoubtful && !wordings.doubt)
        wordings.doubt = sound.because;
}

QString joined(const std::vector<QStringList> &clauses)
{
    QStringList words;
    for (const QStringList &clause : clauses)
        words += clause;
    return words.join(u' ');
}

} // namespace

ConsentReading readConsent(const QString &received)
{
    ConsentReading reading;
    const QString body = withoutQuotes(received);
    const QString written = withoutSignature(received);
    if (received.size() <= longestRead) {
        reading.word = readConsentWord(received); // as the provider reads it
        reading.byKeyword = reading.word != ConsentWord::None;
        if (!reading.byKeyword)
            reading.word = readConsentWord(written);
    }
    if (reading.word != ConsentWord::None) {
        reading.because = joined(clausesOf(written));
        return reading;
    }
    const std::vector<QStringList> clauses = clausesOf(body);
    Wordings wordings;
    for (const QStringList &clause : clauses)
        read(clause, wordings);
    if (wordings.doubt && wordings.saysStop && !wordings.optOut)
        wordings.optOut = *wordings.doubt + u", "_s + wordings.keyword.value_or(QString());
    if (!wordings.optOut && !wordings.guarded)
        listen(clauses, wordings);
    if (wordings.optOut && !wordings.softened)
        reading.word = ConsentWord::OptOut;
    const std::optional<QString> &because = wordings.optOut ? wordings.optOut : wordings.doubt ? wordings.doubt : wordings.keyword;
    reading.doubt = because && reading.word == ConsentWord::None;
    reading.because = because.value_or(QString());
    return reading;
}

} // namespace textback
