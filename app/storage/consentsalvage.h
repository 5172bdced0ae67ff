// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/consentstore.h"
#include "storage/sqlconnection.h"

#include <vector>

namespace textback {

/// What could be read about consents from a database, which may be damaged.
struct SalvagedConsents {
    std::vector<ConsentChange> changes; ///< in the order of their time; of two at once the opt-out comes last
    bool complete = true;               ///< false: something could not be read, or made no sense
};

/// Reads every consent that can be read, each row by itself, from both ends of both tables. Where the tables contradict each other an opt-out
/// counts and an opt-in does not: better one text too few than one after STOP. `now` tells times that cannot be.
SalvagedConsents salvageConsents(SqlConnection &connection, UtcTime now);

/// Adds what `connection` does not know yet, each with its proof, and keeps the summaries true. Inside a transaction of the caller. Returns how
/// many were new.
int mergeConsents(SqlConnection &connection, const std::vector<ConsentChange> &changes);

} // namespace textback
