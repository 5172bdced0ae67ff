// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/conversation.h"
#include "domain/ports/store.h"
#include "domain/textbackpolicy.h"

#include <QString>

#include <optional>

namespace textback::storage {

// Spellings of enumerations that only the database knows.

QString toString(CallDirection direction);
std::optional<CallDirection> callDirectionFromString(const QString &text);
QString toString(AnsweredBy answeredBy);
std::optional<AnsweredBy> answeredByFromString(const QString &text);
QString toString(PreviewKind kind);
std::optional<PreviewKind> previewKindFromString(const QString &text);
QString toString(NumberCapability capability);
std::optional<NumberCapability> numberCapabilityFromString(const QString &text);
QString toString(CursorKind kind);

/// The id of a new row, as an expression: above every one that the table has or ever had, so that an id that somebody still holds is nobody else's.
QString freshIdOf(QStringView table);

/// An Error of kind Storage that is no failed statement but a request that cannot be met; nothing was written for it.
tl::unexpected<Error> refused(const QString &detail, const QString &code = QStringLiteral("refused"));

} // namespace textback::storage
