// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/replayreader.h"
#include "storage/readconnection.h"

#include <QString>

namespace textback {

/// Reads the history for a replay, on a read-only connection of its own that is opened at the first question and never waits for a lock: also
/// while the program is at work. For one thread.
class SqlReplayReader final : public ReplayReader {
public:
    explicit SqlReplayReader(QString databaseFile);

    Result<ReplayBasis> basis() override;
    Result<std::vector<ReplayCall>> calls(CallId before, int limit) override;
    Result<std::vector<ReplayText>> texts(OutboxId before, int limit) override;
    Result<std::vector<ReplayMessage>> messages(MessageId before, int limit) override;

private:
    ReadConnection m_db;
};

} // namespace textback
