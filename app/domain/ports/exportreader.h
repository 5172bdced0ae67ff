// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// A call with its other party, for a file.
struct ExportedCall {
    CallCard card;
    QString address; ///< E.164 or what the provider said
    QString name;
    std::optional<OutboxState> text; ///< of the automatic text for it

    bool operator==(const ExportedCall &) const = default;
};

struct ExportedText {
    Message message;
    QString address;
    QString name;

    bool operator==(const ExportedText &) const = default;
};

struct ExportedContact {
    ConversationId id;
    QString address;
    QString name;
    UtcTime lastActivity{};
    bool optedOut = false;

    bool operator==(const ExportedContact &) const = default;
};

/// Everything that is stored, in pages by key, for an export: up to `limit` rows behind the id `after` (null: from the first), in the order in
/// which they came in. A read never waits for a lock (Error::Storage then: ask again later). GUI thread.
class ExportReader {
public:
    virtual ~ExportReader() = default;

    virtual Result<std::vector<ExportedCall>> calls(CallId after, int limit) = 0;
    virtual Result<std::vector<ExportedText>> texts(MessageId after, int limit) = 0;
    virtual Result<std::vector<ExportedContact>> contacts(ConversationId after, int limit) = 0;
};

} // namespace textback
