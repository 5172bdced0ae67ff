// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/trapreader.h"

#include <QString>

#include <memory>

namespace textback {

class SqlConnection;

/// Reads the calls of a month for the trap finder, on a read-only connection of its own that is opened at the first question and never waits for a
/// lock. For one thread.
class SqlTrapReader final : public TrapReader {
public:
    explicit SqlTrapReader(QString databaseFile);
    ~SqlTrapReader() override;

    Result<std::vector<LineFacts>> lines(UtcTime now) override;

private:
    QString m_databaseFile;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
