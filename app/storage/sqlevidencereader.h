// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/evidencereader.h"

#include <QString>

#include <memory>

namespace textback {

class SqlConnection;

/// Reads the evidence about a number on a read-only connection of its own, which is opened at the first question.
class SqlEvidenceReader final : public EvidenceReader {
public:
    explicit SqlEvidenceReader(QString databaseFile);
    ~SqlEvidenceReader() override;

    Result<QString> homeRegion() override;
    Result<Evidence> evidence(const PhoneNumber &number) override;

private:
    Result<void> open();
    void readConsent(Evidence &evidence);
    void readCalls(Evidence &evidence, ConversationId conversation);
    void readTexts(Evidence &evidence, ConversationId conversation);
    std::vector<EvidenceSending> sendingsOf(MessageId message);
    std::vector<EvidenceDelivery> deliveryOf(MessageId message);
    void readRules(Evidence &evidence);

    QString m_databaseFile;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
