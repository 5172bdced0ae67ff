// SPDX-License-Identifier: MIT
#pragma once

#include "domain/evidence/evidence.h"

#include <QByteArray>

namespace textback {

enum class EvidenceNotes {
    LeftOut, ///< for whoever asks for proof: what we noted for ourselves is not theirs to read
    Included,
};

/// The evidence as a file: JSON, indented, keys by the alphabet, so that the same facts give the same bytes. "entries" has everything in the
/// order of time, "rules" each version of the rules once. Holds full numbers and the words of texts, and no secret.
QByteArray toEvidenceDocument(const Evidence &evidence, UtcTime writtenAt, EvidenceNotes notes = EvidenceNotes::LeftOut);

} // namespace textback
