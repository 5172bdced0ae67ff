// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "engine/connectionstate.h"
#include "ui/format/timewords.h"
#include "ui/theme/badgetone.h"

#include <QCoreApplication>

#include <optional>

namespace textback {

/// The one badge of a list row.
struct Badge {
    QString text;
    BadgeTone tone = BadgeTone::Muted;
    bool counting = false; ///< holds a number that changes each second

    bool operator==(const Badge &) const = default;
};

/// A conversation in words: who it is, its badge, its preview, its sentence for a screen reader.
class ConversationWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ConversationWords)

public:
    /// The name somebody gave, else the number as it is written in `region`, else what the provider said.
    static QString title(const ConversationSummary &conversation, const QString &region);
    /// The number or "Withheld number"; never the name.
    static QString address(const ConversationSummary &conversation, const QString &region);
    /// Whether badge() has something to say, whatever the time.
    static bool hasBadge(const ConversationSummary &conversation);
    /// Exactly one, by priority: what needs a person first, then that it is put off, then how the newest missed call ended. `now` is the PC's
    /// clock.
    static std::optional<Badge> badge(const ConversationSummary &conversation, const TimeWords &times, UtcTime now);
    static Badge alertBadge(AlertKind kind);
    /// What can be done about a missed call's text, or how it went; nothing where the call says no more than that it was missed.
    static std::optional<Badge> callBadge(const MissedCallOutcome &call, UtcTime now);
    /// Why somebody is needed now and what to do; `evidence`: Alert::evidence.
    static QString alertSentence(AlertKind kind, const QString &evidence);
    static QString preview(const ConversationSummary &conversation);
    /// "Maria Garcia, 2 new, missed call, texted in 6 s, Yes please tomorrow at 10, 2:14 PM"; also whether it is done, and its draft.
    static QString spoken(const ConversationSummary &conversation, const TimeWords &times, const QString &region, UtcTime now);
    /// Why no text can be written to somebody, and what to do instead; empty where one can.
    static QString noWriting(const ConversationSummary &conversation, const QString &region, ConnectionState::Kind connection);
};

} // namespace textback
