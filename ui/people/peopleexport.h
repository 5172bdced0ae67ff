// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "ui/dialogs/pagedexport.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace textback {

/// What a file of people holds: a table (formula-safe), or cards where its name ends in ".vcf".
class PeopleExport {
    Q_DECLARE_TR_FUNCTIONS(textback::PeopleExport)

public:
    static bool isCards(const QString &file);
    static QByteArray head(const QString &file, const QTimeZone &zone);
    /// Everybody, in pages. The reader outlives what it is asked by.
    static PagedExport::NextPage pages(PeopleReader &reader, const QString &file, const QTimeZone &zone);
};

} // namespace textback
