// SPDX-License-Identifier: MIT
#include "domain/contacts/sameperson.h"

#include "domain/search/searchwords.h"

#include <QStringList>

#include <algorithm>

namespace textback {

namespace {

using Numbers = std::vector<ConversationId>;

QStringList wordsOf(const QString &name)
{
    QStringList words;
    WordCursor cursor(name);
    for (SearchWord word; cursor.next(word);)
        words.append(word.folded);
    return words;
}

bool canTell(const QStringList &words)
{
    return std::count_if(words.begin(), words.end(), [](const QString &word) {
               return std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); }) >= 2;
           }) >= 2;
}

bool contains(const Numbers &numbers, ConversationId number)
{
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

Numbers personOf(ConversationId number, const PersonAnswers &answers)
{
    const auto person =
        std::find_if(answers.linked.begin(), answers.linked.end(), [&](const Numbers &numbers) { return contains(numbers, number); });
    return person != answers.linked.end() ? *person : Numbers{number};
}

/// A "no" about one number of a person is one about all of them.
bool isRefused(const Numbers &one, const Numbers &other, const PersonAnswers &answers)
{
    return std::any_of(answers.refused.begin(), answers.refused.end(), [&](const auto &pair) {
        return (contains(one, pair.first) && contains(other, pair.second)) || (contains(one, pair.second) && contains(other, pair.first));
    });
}

} // namespace

bool canTellPerson(const QString &name)
{
    return canTell(wordsOf(name));
}

std::vector<NamedNumber> samePersonSuggestions(const NamedNumber &shown, const std::vector<NamedNumber> &others,
                                               const PersonAnswers &answers)
{
    const QStringList name = wordsOf(shown.name);
    std::vector<NamedNumber> namesakes;
    std::copy_if(others.begin(), others.end(), std::back_inserter(namesakes), [&](const NamedNumber &other) {
        return other.conversation != shown.conversation && !other.number.isNull() && wordsOf(other.name) == name;
    });
    std::vector<NamedNumber> suggestions;
    if (shown.number.isNull() || !canTell(name) || namesakes.size() > mostNamesakes)
        return suggestions;
    const Numbers person = personOf(shown.conversation, answers);
    Numbers settled = person;
    for (const NamedNumber &other : namesakes) {
        const Numbers theirs = personOf(other.conversation, answers);
        if (suggestions.size() == mostPersonSuggestions || contains(settled, other.conversation) || isRefused(person, theirs, answers))
            continue;
        suggestions.push_back(other);
        settled.insert(settled.end(), theirs.begin(), theirs.end());
    }
    return suggestions;
}

} // namespace textback
