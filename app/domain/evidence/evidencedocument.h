// SPDX-License-Identifier: MIT
#pragma once

#include "domain/evidence/evidence.h"

#include <QByteArray>

#include <vector>

namespace textback {

enum class EvidenceNotes {
    LeftOut, ///< for whoever asks for proof: what we noted for ourselves is not theirs to read
    Included,
};

/// The evidence as a file: JSON, indented, keys by the alphabet, so that the same facts give the same bytes. "entries" has everything in the
/// order of time, "rules" each version of the rules once. Holds full numbers and the words of texts, and no secret. `linked`: the person's other
/// numbers, each a document of its own under "linkedNumbers"; where there are none, there is no such key.
QByteArray toEvidenceDocument(const Evidence &evidence, UtcTime writtenAt, EvidenceNotes notes = EvidenceNotes::LeftOut,
                              const std::vector<Evidence> &linked = {});

} // namespace textback
