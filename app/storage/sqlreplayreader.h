// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/replayreader.h"

#include <QString>

#include <memory>

namespace textback {

class SqlConnection;

/// Reads the history for a replay, on a read-only connection of its own that is opened at the first question and never waits for a lock: also
/// while the program is at work. For one thread. A database of an earlier version fails with "migration": the program must have been started once.
class SqlReplayReader final : public ReplayReader {
public:
    explicit SqlReplayReader(QString databaseFile);
    ~SqlReplayReader() override;

    Result<ReplayBasis> basis() override;
    Result<std::vector<ReplayCall>> calls(CallId before, int limit) override;
    Result<std::vector<ReplayText>> texts(OutboxId before, int limit) override;
    Result<std::vector<ReplayMessage>> messages(MessageId before, int limit) override;

private:
    /// Runs `work` on the connection, which it opens if need be.
    template <typename Rows, typename Work>
    Result<Rows> read(Work work);

    QString m_databaseFile;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
