// SPDX-License-Identifier: MIT
#include "domain/consent/phrasebook.h"

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestGap = 3;
constexpr qsizetype lookAhead = widestGap + 1; // what a gap and the word behind it can reach
constexpr qsizetype fewestDigits = 3;          // a part of a phone number
constexpr qsizetype shortestSlip = 6;          // shorter words with one letter changed are too often other words

QSet<QString> setOf(const QStringList &words)
{
    return {words.begin(), words.end()};
}

/// One letter too few, too many, or another one, or two that changed places ("textng", "messgaes"); never the first letter.
bool isSlipOf(const QString &typed, const QString &meant)
{
    if (typed.size() < shortestSlip - 1 || std::abs(typed.size() - meant.size()) > 1 || typed.front() != meant.front())
        return false;
    const auto [a, b] = std::mismatch(typed.begin(), typed.end(), meant.begin(), meant.end());
    const QStringView restTyped = QStringView(typed).mid(a - typed.begin());
    const QStringView restMeant = QStringView(meant).mid(b - meant.begin());
    if (restTyped.size() > 1 && restTyped.size() == restMeant.size() && restTyped[0] == restMeant[1] && restTyped[1] == restMeant[0] &&
        restTyped.mid(2) == restMeant.mid(2))
        return true;
    return restTyped == restMeant.mid(1) || restTyped.mid(1) == restMeant || restTyped.mid(1) == restMeant.mid(1);
}

bool isDigits(const QString &word)
{
    return word.size() >= fewestDigits && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

PhraseBook::PhraseBook(std::span<const Phrase> phrases, std::span<const WordList> lists, std::span<const WordList> spellings)
{
    for (const WordList &list : lists)
        m_lists.insert(list.name, QString(list.words).split(u'|'));
    for (const WordList &list : spellings) {
        for (const QString &typed : QString(list.words).split(u'|'))
            m_spellings.insert(typed, list.name);
    }
    m_fillers = setOf(m_lists.value(u"filler"_s));
    m_apart = setOf(m_lists.value(u"apart"_s));
    m_near = m_lists.value(u"near"_s);
    for (const Phrase &phrase : phrases) {
        Rule rule;
        rule.kind = phrase.kind;
        for (const QString &word : QString(phrase.pattern).split(u' '))
            rule.places.push_back(placeOf(word));
        m_rules.push_back(std::move(rule));
        noteBeginning(m_rules.size() - 1);
    }
}

void PhraseBook::noteBeginning(size_t rule)
{
    QSet<QString> words;
    for (const Place &place : m_rules[rule].places) {
        if (place.kind == Place::Kind::Begin)
            continue;
        if (place.kind != Place::Kind::Word || !place.beginnings.isEmpty() || !place.endings.isEmpty())
            break;
        words += place.words;
        if (place.optional)
            continue;
        for (const QString &word : std::as_const(words))
            m_rulesByBeginning[word].push_back(rule);
        return;
    }
    m_rulesOfAnyBeginning.push_back(rule);
}

/// The rules that may fit and where, by rule and then by place. Most begin with a word that a clause does not have.
std::vector<std::pair<size_t, qsizetype>> PhraseBook::candidates(const QStringList &words) const
{
    std::vector<std::pair<size_t, qsizetype>> found;
    for (qsizetype at = 0; at < words.size(); ++at) {
        for (const size_t rule : m_rulesOfAnyBeginning)
            found.emplace_back(rule, at);
        if (const auto begun = m_rulesByBeginning.constFind(words[at]); begun != m_rulesByBeginning.constEnd()) {
            for (const size_t rule : *begun)
                found.emplace_back(rule, at);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

PhraseBook::Place PhraseBook::placeOf(QString text) const
{
    Place place;
    if (text == "*"_L1) {
        place.kind = Place::Kind::Gap;
        return place;
    }
    if (text == "<"_L1 || text == ">"_L1) {
        place.kind = text == "<"_L1 ? Place::Kind::Begin : Place::Kind::End;
        return place;
    }
    if (text.endsWith(u'?')) {
        place.optional = true;
        text.chop(1);
    }
    if (text == "#"_L1)
        place.kind = Place::Kind::Digits;
    if (text.startsWith(u'!')) {
        place.kind = Place::Kind::NoneAhead;
        text.remove(0, 1);
    }
    for (const QString &alternative : text.split(u'|')) {
        const QStringList words = alternative.startsWith(u'@') ? m_lists.value(alternative.mid(1)) : QStringList{alternative};
        for (const QString &word : words) {
            if (word.endsWith(u'~'))
                place.beginnings.append(word.chopped(1));
            else if (word.startsWith(u'~'))
                place.endings.append(word.mid(1));
            else
                place.words.insert(word);
        }
    }
    return place;
}

QString PhraseBook::spelt(const QString &word) const
{
    if (const auto known = m_spellings.constFind(word); known != m_spellings.constEnd())
        return *known;
    if (word.size() < shortestSlip - 1 || m_apart.contains(word) || m_near.contains(word))
        return word;
    const auto meant = std::find_if(m_near.begin(), m_near.end(), [&word](const QString &near) { return isSlipOf(word, near); });
    return meant == m_near.end() ? word : *meant;
}

bool PhraseBook::stands(const Place &place, const QString &word)
{
    return place.words.contains(word) ||
           std::any_of(place.beginnings.begin(), place.beginnings.end(), [&word](const QString &b) { return word.startsWith(b); }) ||
           std::any_of(place.endings.begin(), place.endings.end(), [&word](const QString &e) { return word.endsWith(e); });
}

/// Where a match of the places from `place` on ends that begins at word `at`; -1 if there is none.
qsizetype PhraseBook::matchEnd(const std::vector<Place> &places, size_t place, const QStringList &words, qsizetype at)
{
    if (place == places.size())
        return at;
    const Place &wanted = places[place];
    switch (wanted.kind) {
    case Place::Kind::Begin:
        return at == 0 ? matchEnd(places, place + 1, words, at) : -1;
    case Place::Kind::End:
        return at == words.size() ? matchEnd(places, place + 1, words, at) : -1;
    case Place::Kind::Gap:
        for (int width = 0; width <= widestGap && at + width <= words.size(); ++width) {
            if (const qsizetype end = matchEnd(places, place + 1, words, at + width); end >= 0)
                return end;
        }
        return -1;
    case Place::Kind::NoneAhead: {
        const auto ahead = words.begin() + at;
        const auto seen = ahead + std::min(lookAhead, words.size() - at);
        const bool none = ahead != seen && std::none_of(ahead, seen, [&wanted](const QString &word) { return stands(wanted, word); });
        return none ? matchEnd(places, place + 1, words, at) : -1;
    }
    case Place::Kind::Digits:
    case Place::Kind::Word:
        break;
    }
    const bool fits = at < words.size() && (wanted.kind == Place::Kind::Digits ? isDigits(words[at]) : stands(wanted, words[at]));
    if (fits) {
        if (const qsizetype end = matchEnd(places, place + 1, words, at + 1); end >= 0)
            return end;
    }
    return wanted.optional ? matchEnd(places, place + 1, words, at) : -1;
}

QStringList PhraseBook::words(const QStringList &clause) const
{
    QStringList words;
    for (const QString &typed : clause) {
        if (const QString word = spelt(typed); !m_fillers.contains(word))
            words.append(word);
    }
    return words;
}

std::vector<PhraseMatch> PhraseBook::matches(const QStringList &clause) const
{
    QStringList words;
    std::vector<qsizetype> places; // of each word in the clause
    for (qsizetype at = 0; at < clause.size(); ++at) {
        const QString word = spelt(clause[at]);
        if (m_fillers.contains(word))
            continue;
        words.append(word);
        places.push_back(at);
    }
    std::vector<PhraseMatch> found;
    for (const auto &[number, at] : candidates(words)) {
        const Rule &rule = m_rules[number];
        const qsizetype end = matchEnd(rule.places, 0, words, at);
        if (end <= at)
            continue;
        const qsizetype first = places[size_t(at)];
        const qsizetype last = places[size_t(end - 1)];
        found.push_back({rule.kind, at, end, clause.mid(first, last - first + 1).join(u' ')});
    }
    return found;
}

} // namespace textback
