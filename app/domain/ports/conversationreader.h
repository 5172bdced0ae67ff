// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/result.h"

#include <QMetaType>

#include <optional>
#include <vector>

namespace textback {

enum class ConversationFilter { All, NeedsReply, Unread, Snoozed, Done };

/// The place of a row in the list: newest activity first. Lists are read by key, in pages, never by offset.
struct ConversationKey {
    UtcTime lastActivity{};
    ConversationId id;
};

struct InboxCounts {
    int needsReply = 0;
    int unread = 0; ///< conversations with something unread
    int all = 0;
    int waiting = 0; ///< texts that have not left yet
    int snoozed = 0;
    int done = 0;
    bool operator==(const InboxCounts &) const = default;
};

/// A missed call that came too late for a text, because the PC slept or the program was off.
struct LateCall {
    ConversationId conversation;
    UtcTime at{};
    QString name; ///< what the contact is called; empty: show the number
    PhoneNumber number;
    QString address; ///< where there is no number
    DecisionReason reason = DecisionReason::TooOld;

    bool operator==(const LateCall &) const = default;
};

/// What the window reads. GUI thread, a read-only connection that never waits for a lock (Error::Storage then: read again later).
class ConversationReader {
public:
    virtual ~ConversationReader() = default;

    /// Up to `limit` rows after `after` (from the newest if not set).
    virtual Result<std::vector<ConversationSummary>> conversations(ConversationFilter filter, std::optional<ConversationKey> after,
                                                                   int limit) = 0;
    virtual Result<std::optional<ConversationSummary>> conversation(ConversationId id) = 0;
    virtual Result<InboxCounts> counts() = 0;
    /// Up to `limit` entries before `before` (the newest if not set), oldest first.
    virtual Result<std::vector<ThreadEntry>> thread(ConversationId id, std::optional<ThreadKey> before, int limit) = 0;
    /// Up to `limit` entries from `from` on, oldest first; the entry of that place is the first one, if it is there.
    virtual Result<std::vector<ThreadEntry>> threadFrom(ConversationId id, const ThreadKey &from, int limit) = 0;
    /// Missed calls that were found too late for a text between these times, newest call first.
    virtual Result<std::vector<LateCall>> lateCalls(UtcTime from, UtcTime until, int limit) = 0;
    /// Conversations whose name, number or messages match, newest first. Digits match numbers in any spelling, accents are folded.
    virtual Result<std::vector<ConversationSummary>> search(const QString &text, int limit) = 0;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::InboxCounts)
