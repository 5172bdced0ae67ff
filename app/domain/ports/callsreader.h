// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/result.h"

#include <optional>
#include <vector>

namespace textback {

enum class CallFilter {
    All,
    Missed,
    Texted,    ///< an automatic text went out for it
    NotTexted, ///< missed, and none did
    Answered,  ///< a person here talked with the caller
    Outgoing,
};

/// Which calls: of one kind, begun in [from, until).
struct CallsQuery {
    CallFilter filter = CallFilter::All;
    std::optional<UtcTime> from;
    std::optional<UtcTime> until;

    bool operator==(const CallsQuery &) const = default;
};

/// The place of a row in the list: newest first.
struct CallKey {
    UtcTime at{};
    CallId id;

    friend auto operator<=>(const CallKey &, const CallKey &) = default;
};

/// A call with its other party, as the list of all calls shows it.
struct CallListRow {
    CallCard card;
    ConversationId conversation;
    QString name; ///< what the contact is called; empty: show the number
    PhoneNumber number;
    QString address; ///< where there is no number

    CallKey key() const { return {card.at, card.id}; }
    bool operator==(const CallListRow &) const = default;
};

/// All calls, over all conversations. GUI thread, a read-only connection that never waits for a lock (Error::Storage then, and before there is one: read again later).
class CallsReader {
public:
    virtual ~CallsReader() = default;

    /// Up to `limit` rows after `after` (from the newest if not set), newest first.
    virtual Result<std::vector<CallListRow>> calls(const CallsQuery &query, std::optional<CallKey> after, int limit) = 0;
    /// The newest of them in one conversation, down to `last` if it is set: what a list that is read down to there shows of it.
    virtual Result<std::vector<CallListRow>> callsWith(ConversationId conversation, const CallsQuery &query, std::optional<CallKey> last,
                                                       int limit) = 0;
};

} // namespace textback
