// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/contactimport.h"
#include "domain/ports/peoplereader.h"

#include <QCoreApplication>

namespace textback {

struct ViewContext;

/// A person of the list in words.
class PersonWords {
    Q_DECLARE_TR_FUNCTIONS(textback::PersonWords)

public:
    static QString title(const Person &person, const QString &region);
    /// The number below a name, or that there is no name.
    static QString subtitle(const Person &person, const QString &region);
    /// "Last contact Nov 3", or that there was none.
    static QString lastContact(const Person &person, const ViewContext &context);
    /// "Maria Garcia, (313) 555-0100, opted out, last contact Nov 3"
    static QString spoken(const Person &person, const ViewContext &context);
};

/// What an import says.
class ImportWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ImportWords)

public:
    /// Why a line of the file gives no contact, and what to do.
    static QString problem(const LineProblem &problem);
};

} // namespace textback
