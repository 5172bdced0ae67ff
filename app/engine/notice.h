// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/time.h"
#include "domain/traps/trapfinder.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <functional>
#include <optional>

namespace textback {

/// Something about the program as a whole that a person should know, beside the state of the connection. One of a kind at a time.
struct Notice {
    /// In the order of their importance: the window's strip shows the first.
    enum class Kind {
        SafeMode,    ///< the program crashed again and again: nothing is sent until a person says to go on (faults.md F58)
        Importing,   ///< a backup was restored: nothing is sent until the provider's list since `from` was read (faults.md F45)
        Paused,      ///< automatic texts are skipped until `until` (PC clock; untilResumed: until a person says so)
        Viewer,      ///< another PC sends; `text`: its name, where it is known
        TakingOver,  ///< this PC begins to send at `until` (PC clock)
        Clock,       ///< the PC's clock is wrong by `span` (positive: it is ahead)
        Restored,    ///< the database was damaged: the backup of `from` is in use, the damaged file is kept as `text`; `count` 1:
                     ///< opt-outs may be missing
        ForeignText, ///< somebody else texted the caller of `conversation` after a missed call
        Away,        ///< the PC slept from `from` until `until` (PC clock): `count` missed calls were not texted, too late
        Filtered,    ///< carriers filtered `count` texts of the same words within a day: the plain words go in their place
        Trap,        ///< the phone set-up keeps callers from being texted: `trap`
        Allowance,   ///< `count` percent (80 or 100) of the month's texts are used
        NoBackup,    ///< no backup could be made since `from`; `text`: the reason, technical
    };

    Kind kind = Kind::Viewer;
    std::optional<UtcTime> from;
    std::optional<UtcTime> until;
    Millis span{0};
    int count = 0;
    ConversationId conversation;
    QString text;
    std::optional<TrapFinding> trap;

    /// Whether a person may put it away; the others end by themselves.
    bool isDismissible() const;
    bool operator==(const Notice &) const = default;
};

/// The stable spelling for events ("foreign-text").
QString toString(Notice::Kind kind);

/// The notices that stand. Engine thread.
class NoticeBoard {
public:
    /// `changed` is called after each real change, with the notice that is new or other than before, if it is one.
    explicit NoticeBoard(std::function<void(const std::optional<Notice> &)> changed)
        : m_changed(std::move(changed))
    {
    }

    /// Puts it up, in place of the one of its kind.
    void raise(const Notice &notice);
    void clear(Notice::Kind kind);
    std::optional<Notice> find(Notice::Kind kind) const;
    /// The most important first.
    const QList<Notice> &notices() const { return m_notices; }

private:
    std::function<void(const std::optional<Notice> &)> m_changed;
    QList<Notice> m_notices;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::Notice)
