// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"

#include <QString>

#include <utility>
#include <vector>

namespace textback {

/// A number that we have a conversation with, under the name that somebody gave it.
struct NamedNumber {
    ConversationId conversation;
    PhoneNumber number;
    QString name; ///< empty if nobody gave one
    bool optedOut = false;

    bool operator==(const NamedNumber &) const = default;
};

/// What people said about who is who.
struct PersonAnswers {
    std::vector<std::vector<ConversationId>> linked;                ///< each: the numbers of one person
    std::vector<std::pair<ConversationId, ConversationId>> refused; ///< two people, in either order
};

inline constexpr size_t mostPersonSuggestions = 5;
/// A name that more others bear ("New customer") is nobody's.
inline constexpr size_t mostNamesakes = 10;

/// Whether a name is enough to ask if two numbers are one person's: two words of two letters or more. A first name alone, with an initial or
/// a number, is borne by many, and whoever is asked too often says yes without looking.
bool canTellPerson(const QString &name);

/// Which of `others` may be the same person's as `shown`: those of the same name as a search compares it (case, accents and spaces do not
/// matter), one for each person. Never one that is linked, nor one of a person of whom people said that it is another. It only ever asks.
std::vector<NamedNumber> samePersonSuggestions(const NamedNumber &shown, const std::vector<NamedNumber> &others,
                                               const PersonAnswers &answers);

} // namespace textback
