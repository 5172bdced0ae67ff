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

/// An Error of kind Storage that is no failed statement but a request that cannot be met; nothing was written for it.
tl::unexpected<Error> refused(const QString &detail, const QString &code = QStringLiteral("refused"));

} // namespace textback::storage
