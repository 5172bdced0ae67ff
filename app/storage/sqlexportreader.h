// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/exportreader.h"
#include "storage/readconnection.h"

#include <QString>

namespace textback {

/// Reads everything for an export, on a read-only connection of its own that is opened at the first question and never waits for a lock.
/// GUI thread.
class SqlExportReader final : public ExportReader {
public:
    explicit SqlExportReader(QString databaseFile);

    Result<std::vector<ExportedCall>> calls(CallId after, int limit) override;
    Result<std::vector<ExportedText>> texts(MessageId after, int limit) override;
    Result<std::vector<ExportedContact>> contacts(ConversationId after, int limit) override;

private:
    ReadConnection m_db;
};

} // namespace textback
