// SPDX-License-Identifier: MIT
#include "domain/consent/plaintext.h"

#include <algorithm>
#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSignature = 5; // lines
constexpr qsizetype fewestSpelt = 3;      // "s t o p", but not "u r"

// Letters of other alphabets that look like ours, as they stand after case folding, and what they look like.
constexpr QStringView lookalikes = u"\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u0501"
                                   u"\u03b1\u03b2\u03b5\u03b9\u03ba\u03bc\u03bf\u03c1\u03c4\u03c5\u03c7\u0131";
constexpr QStringView ours = u"abekmhopctyxsijdabeikmoptuxi";
static_assert(lookalikes.size() == ours.size());

QString folded(const QString &body)
{
    const QString decomposed = body.left(longestRead).normalized(QString::NormalizationForm_KD);
    // A character of three bytes may decompose into eighteen: cut again.
    QString text = decomposed.left(longestRead).toCaseFolded().normalized(QString::NormalizationForm_KD);
    for (QChar &c : text) {
        if (const qsizetype at = c.unicode() < 0x80 ? -1 : lookalikes.indexOf(c); at >= 0)
            c = ours[at];
    }
    return text;
}

/// "stoooop" is "stop"; double letters stay.
QString withoutLongRuns(const QString &word)
{
    QString plain;
    for (qsizetype at = 0; at < word.size();) {
        qsizetype end = at;
        while (end < word.size() && word[end] == word[at])
            ++end;
        const bool stretched = end - at > 2 && !word[at].isDigit();
        plain += QString(stretched ? 1 : end - at, word[at]);
        at = end;
    }
    return plain;
}

/// Single letters in a row are a word that was spelt.
QStringList withSpeltWords(const QStringList &words)
{
    QStringList joined;
    for (qsizetype at = 0; at < words.size();) {
        qsizetype end = at;
        while (end < words.size() && words[end].size() == 1 && words[end].front().isLetter())
            ++end;
        if (end - at >= fewestSpelt) {
            joined.append(words.mid(at, end - at).join(QString()));
            at = end;
        } else {
            joined.append(words[at]);
            ++at;
        }
    }
    return joined;
}

class ClauseBuilder {
public:
    void add(char32_t c) { m_word += QChar::fromUcs4(c); }
    void addWord(const QString &word) { append(word); }
    void endWord()
    {
        if (m_word == "but"_L1 || m_word == "pero"_L1)
            endClause();
        else if (!m_word.isEmpty())
            append(withoutLongRuns(m_word));
        m_word.clear();
    }
    void endClause()
    {
        if (!m_clause.isEmpty())
            m_clauses.push_back(withSpeltWords(m_clause));
        m_clause.clear();
    }
    std::vector<QStringList> clauses() &&
    {
        endWord();
        endClause();
        return std::move(m_clauses);
    }

private:
    void append(const QString &word)
    {
        const QString last = m_clause.isEmpty() ? QString() : m_clause.last();
        if ((last == "do"_L1 && word == "not"_L1) || (last == "don"_L1 && word == "t"_L1))
            m_clause.last() = u"dont"_s;
        else if (last == "thank"_L1 && (word == "you"_L1 || word == "u"_L1))
            m_clause.last() = u"thanks"_s;
        else if (last == "un"_L1 && word.startsWith("subscri"_L1))
            m_clause.last() += word;
        else if (last == "no"_L1 && word == "one"_L1)
            m_clause.last() = u"noone"_s;
        else
            m_clause.append(word);
        // "No thanks" is a sentence by itself: its "no" denies nothing that follows.
        if (last == "no"_L1 && (word == "gracias"_L1 || word == "thanks"_L1 || word == "thx"_L1 || word == "ty"_L1))
            endClause();
    }

    QString m_word;
    QStringList m_clause;
    std::vector<QStringList> m_clauses;
};

bool isNothing(char32_t c)
{
    return QChar::isMark(c) || QChar::category(c) == QChar::Other_Format || c == U'\'' || c == U'`' || c == U'\u2019' || c == U'\u2018' ||
           c == U'\u00b4' || c == U'\u02bc';
}

bool endsClause(char32_t c)
{
    return QStringView(u".!?,;:\n()\u00a1\u00bf\u2026").contains(QChar(char16_t(c > 0xffff ? 0 : c)));
}

bool isSignatureStart(const QString &line)
{
    static constexpr std::array openings = {
        QLatin1StringView("sent from"),    QLatin1StringView("get outlook"), QLatin1StringView("enviado desde"),
        QLatin1StringView("best regards"), QLatin1StringView("regards"),     QLatin1StringView("sincerely"),
        QLatin1StringView("saludos"),      QLatin1StringView("atentamente"), QLatin1StringView("--")};
    const QString text = line.trimmed();
    return std::any_of(openings.begin(), openings.end(),
                       [&text](QLatin1StringView opening) { return text.startsWith(opening, Qt::CaseInsensitive); });
}

} // namespace

std::vector<QStringList> clausesOf(const QString &body)
{
    ClauseBuilder builder;
    char32_t before = U' ';
    for (const char32_t c : folded(body).toUcs4()) {
        const bool dash = (c == U'-' && QChar::isSpace(before)) || c == U'\u2013' || c == U'\u2014';
        before = c;
        if (QChar::isLetterOrNumber(c)) {
            builder.add(c);
        } else if (!isNothing(c)) {
            builder.endWord();
            if (c == U'#')
                builder.addWord(u"number"_s);
            if (dash || endsClause(c))
                builder.endClause();
        }
    }
    return std::move(builder).clauses();
}

QString withoutSignature(const QString &body)
{
    const QStringList lines = body.left(longestRead).split(u'\n');
    for (qsizetype line = std::max<qsizetype>(1, lines.size() - longestSignature); line < lines.size(); ++line) {
        if (isSignatureStart(lines[line]))
            return lines.mid(0, line).join(u'\n');
    }
    return body;
}

} // namespace textback
