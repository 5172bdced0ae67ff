// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"
#include "domain/ports/conversationreader.h"
#include "domain/textbackrules.h"
#include "domain/time.h"
#include "engine/connectionstate.h"
#include "ui/tray/trayicon.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace textback {

/// All that the tray shows, as one value; the words and the shape follow from it.
struct TrayStatus {
    QString business; ///< empty before set-up
    InboxCounts counts;
    Mode mode = Mode::Watch;
    ConnectionState connection;
    bool safeMode = false;              ///< nothing is texted after repeated crashes
    std::optional<UtcTime> pausedUntil; ///< automatic texts are paused; untilResumed: until a person says so
    QTimeZone zone = QTimeZone::utc();  ///< of the business: its clock says until when
    NotificationAmount amount = NotificationAmount::All;

    /// The shape of the icon: a problem before a pause, a pause before news, news before "watching" and "off".
    TrayState state() const;
    /// "Bright Air: 3 need a reply, automatic texts on". Plain text, translated. `now` on the PC's clock.
    QString toolTip(UtcTime now) const;
    /// The menu's first line: "On · last check 4 s ago", or what is wrong.
    QString line(UtcTime now) const;

    bool operator==(const TrayStatus &) const = default;
};

} // namespace textback
