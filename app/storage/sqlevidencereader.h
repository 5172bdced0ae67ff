// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/evidencereader.h"
#include "storage/readconnection.h"

#include <QString>

namespace textback {

/// Reads the evidence about a number on a read-only connection of its own, which is opened at the first question.
class SqlEvidenceReader final : public EvidenceReader {
public:
    explicit SqlEvidenceReader(QString databaseFile);

    Result<QString> homeRegion() override;
    Result<Evidence> evidence(const PhoneNumber &number) override;

private:
    void readConsent(Evidence &evidence);
    void readCalls(Evidence &evidence, ConversationId conversation);
    void readTexts(Evidence &evidence, ConversationId conversation);
    void readNotes(Evidence &evidence, ConversationId conversation);
    std::vector<EvidenceSending> sendingsOf(MessageId message);
    std::vector<EvidenceDelivery> deliveryOf(MessageId message);
    void readRules(Evidence &evidence);

    ReadConnection m_db;
};

} // namespace textback
