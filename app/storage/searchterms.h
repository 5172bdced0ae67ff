// SPDX-License-Identifier: MIT
#pragma once

#include "domain/search/searchmatcher.h"

#include <QString>
#include <QStringList>

namespace textback {

/// What a person typed into a search field, as questions to the full-text indexes. A question is an FTS5 expression: every word must match, the
/// last letters of each may be missing. Empty if there is no word for it in the text.
struct SearchTerms {
    QString words; ///< of names
    /// Of messages and notes: without words of one letter, which begin a word of nearly every message.
    QString longWords;
    /// The same cut to the three letters that the index knows the rows of. Cheap whatever the words, as all others are not ("call" asks for the rows
    /// of "calls", "called", ... one after the other and puts them together), but what it finds has to be looked at.
    QString beginnings;
    bool beginningsSayAll = true; ///< nothing was cut or left out for them
    bool longWordsSayAll = true;  ///< likewise
    /// Runs of digits of which a number must contain one (numberRuns()).
    QStringList digits;
    SearchMatcher matcher;
};

SearchTerms searchTerms(const QString &text, const QString &country);

} // namespace textback
