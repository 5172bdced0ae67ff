// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// What may stand in braces in a template, and is replaced when the text is made.
enum class MergeField {
    Biz,   ///< {biz}: the business's name
    Link,  ///< {link}: the booking link, in a review request the review link
    Phone, ///< {phone}: the number that was called
    Open,  ///< {open}: the next opening, at most longestOpen characters
    Name,  ///< {name|there}: the contact's first name; most callers have none, so a fallback is demanded
};

QString toString(MergeField field);
std::optional<MergeField> mergeFieldFromString(const QString &text);

inline constexpr int longestOpen = 8;      ///< characters of {open}
inline constexpr int longestName = 20;     ///< characters of {name}; longer names give the fallback
inline constexpr int longestFallback = 60; ///< characters of a fallback

enum class MergeProblem {
    None,
    Unknown,     ///< a field that nobody knows ("{business}", "{Biz}", "{ biz }")
    Unclosed,    ///< a brace without its partner, or one inside another
    NoFallback,  ///< "{name}"
    BadFallback, ///< blank, with space at an end, a second "|" or a control character, too long; or one for {biz}, which is never left out
};

/// A stretch of plain words, or a field.
struct MergePiece {
    QString words;
    std::optional<MergeField> field;
    QString fallback; ///< of a field; empty if there is none
};

struct MergedTemplate {
    std::vector<MergePiece> pieces; ///< empty if there is a problem
    MergeProblem problem = MergeProblem::None;
};

/// Reads "{field}" and "{field|what stands there if the field has no value}". Strict: anything else in braces is a problem.
MergedTemplate readMergeFields(const QString &text);

/// Whether a text that was filled still shows a field ("{biz}", "{link|our site}"), as a value with braces in it can make it.
bool showsMergeField(const QString &text);

/// The first name out of a contact's name, as it may stand in a text to this contact: letters with apostrophes and hyphens, in GSM-7
/// characters ("María" gives "Maria": one letter more would make the text cost three). Empty, so that the fallback stands there, for anything
/// that is not plainly a name: digits, links, braces, titles, control characters, more than longestName characters, a name that a caller or
/// provider would read as a command ("STOP"), letters that GSM-7 has no kin for. Contacts' names come from strangers.
QString givenName(const QString &contactName);

} // namespace textback
