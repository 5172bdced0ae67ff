// SPDX-License-Identifier: MIT
#include "domain/consent/optoutsound.h"

#include "domain/consent/optoutphrases.h"
#include "domain/consent/optoutweights.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype loudest = 3; // traits that are named
constexpr qsizetype stem = 4;

const QHash<QString, int> &weights()
{
    static const QHash<QString, int> all = [] {
        QHash<QString, int> made;
        for (const QString &entry : QString(optOutWeightTable()).split(u';', Qt::SkipEmptyParts)) {
            const qsizetype space = entry.lastIndexOf(u' ');
            made.insert(entry.left(space), QStringView(entry).mid(space + 1).toInt());
        }
        return made;
    }();
    return all;
}

/// The words of a trait that a person can read: without the marks for a clause's ends; of a word's beginning only the letters.
QString readable(QString trait)
{
    if (trait.startsWith("^ "_L1))
        trait.remove(0, 2);
    if (trait.endsWith(" $"_L1) || trait.endsWith(u'~'))
        trait.chop(trait.endsWith(u'~') ? 1 : 2);
    return trait;
}

/// The loudest of the traits, heaviest first, none that another one of them holds.
QString loudestOf(std::vector<std::pair<int, QString>> speaking)
{
    std::stable_sort(speaking.begin(), speaking.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList named;
    for (const auto &[weight, trait] : speaking) {
        const QString words = readable(trait);
        const bool held = std::any_of(named.begin(), named.end(), [&words](const QString &other) { return other.contains(words); });
        if (named.size() < loudest && !held)
            named.append(words);
    }
    return named.join(u", "_s);
}

} // namespace

QStringList optOutTraits(const std::vector<QStringList> &clauses)
{
    QStringList traits;
    for (const QStringList &clause : clauses) {
        QStringList words = optOutBook().words(clause);
        for (const QString &word : words) {
            traits.append(word);
            if (word.size() > stem)
                traits.append(word.left(stem) + u'~');
        }
        words.prepend(u"^"_s);
        words.append(u"$"_s);
        for (qsizetype at = 0; at + 1 < words.size(); ++at)
            traits.append(words[at] + u' ' + words[at + 1]);
    }
    traits.removeDuplicates();
    return traits;
}

OptOutSound optOutSound(const std::vector<QStringList> &clauses)
{
    OptOutSound sound{weights().value(u"*"_s), {}};
    std::vector<std::pair<int, QString>> speaking;
    for (const QString &trait : optOutTraits(clauses)) {
        const int weight = weights().value(trait);
        sound.score += weight;
        if (weight > 0)
            speaking.emplace_back(weight, trait);
    }
    sound.because = loudestOf(std::move(speaking));
    return sound;
}

} // namespace textback
