// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/trapreader.h"
#include "storage/readconnection.h"

#include <QString>

namespace textback {

/// Reads the calls of a month for the trap finder, on a read-only connection of its own that is opened at the first question and never waits for a
/// lock. For one thread.
class SqlTrapReader final : public TrapReader {
public:
    explicit SqlTrapReader(QString databaseFile);

    Result<std::vector<LineFacts>> lines(UtcTime now) override;

private:
    ReadConnection m_db;
};

} // namespace textback
