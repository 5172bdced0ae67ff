// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <span>
#include <utility>
#include <vector>

namespace textback {

/// A wording to look for. `pattern` is words apart by one space, plain as clausesOf() gives them: "a|b" is either word, "@name" a word of a
/// list, "~" behind a word lets it go on ("molest~"), before it lets it begin anyhow ("~ing"), "word?" may be missing, "*" stands for up to three
/// words of any kind, "#" for a word of three digits or more, "<" for the beginning of a clause and ">" for its end. "!a|b" stands for no word: the
/// clause goes on, and none of its next four words is one of these. Words of the list "filler" are passed over wherever they stand.
struct Phrase {
    QLatin1StringView pattern;
    int kind; ///< what its book means by it
};

/// Words that may stand for each other in a pattern ("@name"); words apart by "|".
struct WordList {
    QLatin1StringView name;
    QLatin1StringView words;
};

/// The words of a clause that a phrase fits.
struct PhraseMatch {
    int kind = 0;
    qsizetype from = 0; ///< among the words that are no fillers
    qsizetype to = 0;   ///< the first that is not of it
    QString words;      ///< as they stand in the clause, with fillers

    bool overlaps(const PhraseMatch &other) const { return from < other.to && other.from < to; }
    bool contains(const PhraseMatch &other) const { return from <= other.from && other.to <= to; }
};

/// Phrases, made ready for matching. Special lists: "filler"; "near", words that are also known with one letter wrong; "apart", words that
/// look like such a slip and are none; and spellings, where the name is the right word.
class PhraseBook {
public:
    PhraseBook(std::span<const Phrase> phrases, std::span<const WordList> lists, std::span<const WordList> spellings);

    /// The words of a clause as the phrases see them: rightly spelt, without fillers.
    QStringList words(const QStringList &clause) const;

    /// Every phrase that fits at every place of the clause; of one phrase at one place the shortest fit.
    std::vector<PhraseMatch> matches(const QStringList &clause) const;

private:
    struct Place {
        enum class Kind { Word, Digits, Gap, Begin, End, NoneAhead };
        Kind kind = Kind::Word;
        bool optional = false;
        QSet<QString> words;
        QStringList beginnings;
        QStringList endings;
    };
    struct Rule {
        std::vector<Place> places;
        int kind = 0;
    };

    void noteBeginning(size_t rule);
    std::vector<std::pair<size_t, qsizetype>> candidates(const QStringList &words) const;

    QString spelt(const QString &word) const;
    Place placeOf(QString text) const;
    static bool stands(const Place &place, const QString &word);
    static qsizetype matchEnd(const std::vector<Place> &places, size_t place, const QStringList &words, qsizetype at);

    QHash<QString, QStringList> m_lists;
    QHash<QString, QString> m_spellings;
    QSet<QString> m_fillers;
    QSet<QString> m_apart;
    QStringList m_near;
    std::vector<Rule> m_rules;
    QHash<QString, std::vector<size_t>> m_rulesByBeginning; ///< of those whose first word is one of a few
    std::vector<size_t> m_rulesOfAnyBeginning;
};

} // namespace textback
