// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace textback {

/// What a text shows the weights, each once: its words, how they begin ("remo~"), and the pairs of neighbours in a clause ("^" is the clause's
/// beginning, "$" its end).
QStringList optOutTraits(const std::vector<QStringList> &clauses);

/// How much a text as a whole sounds like an opt-out, for wordings that no phrase knows.
struct OptOutSound {
    int score = 0;   ///< hundredths of a logit: 0 is even odds, 200 seven to one for an opt-out
    QString because; ///< the words that spoke loudest for it, heaviest first
};

/// Sums the weights of a text's traits. The table (optoutweights.cpp) is learnt from the tuning part of tests/domain/data/optout.tsv by
/// tests/domain/trainoptout.cpp; every number in it can be read and argued with.
OptOutSound optOutSound(const std::vector<QStringList> &clauses);

} // namespace textback
