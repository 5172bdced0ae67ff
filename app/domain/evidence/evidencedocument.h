// SPDX-License-Identifier: MIT
#pragma once

#include "domain/evidence/evidence.h"

#include <QByteArray>

namespace textback {

/// The evidence as a file: JSON, indented, keys by the alphabet, so that the same facts give the same bytes. "entries" has everything in the
/// order of time, "rules" each version of the rules once. Holds full numbers and the words of texts, and no secret.
QByteArray toEvidenceDocument(const Evidence &evidence, UtcTime writtenAt);

} // namespace textback
