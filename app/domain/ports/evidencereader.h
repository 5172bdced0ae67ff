// SPDX-License-Identifier: MIT
#pragma once

#include "domain/evidence/evidence.h"
#include "domain/result.h"

namespace textback {

/// Reads everything about one number, at one moment. It writes nothing: also while the program is at work. Error::Storage; providerCode
/// "older-database" or "newer-than-app" where another version of the program wrote it last.
class EvidenceReader {
public:
    virtual ~EvidenceReader() = default;

    /// The home region of the settings, for national spellings of a number.
    virtual Result<QString> homeRegion() = 0;
    /// Of a number that nobody knows: nothing but the number.
    virtual Result<Evidence> evidence(const PhoneNumber &number) = 0;
};

} // namespace textback
