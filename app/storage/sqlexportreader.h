// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/exportreader.h"

#include <QString>

#include <memory>

namespace textback {

class SqlConnection;

/// Reads everything for an export, on a read-only connection of its own that is opened at the first question and never waits for a lock.
/// GUI thread.
class SqlExportReader final : public ExportReader {
public:
    explicit SqlExportReader(QString databaseFile);
    ~SqlExportReader() override;

    Result<std::vector<ExportedCall>> calls(CallId after, int limit) override;
    Result<std::vector<ExportedText>> texts(MessageId after, int limit) override;
    Result<std::vector<ExportedContact>> contacts(ConversationId after, int limit) override;

private:
    /// Runs `work` on the connection, which it opens if need be.
    template <typename Rows, typename Work>
    Result<Rows> read(Work work);

    QString m_databaseFile;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
