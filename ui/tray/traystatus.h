// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "domain/textbackrules.h"
#include "domain/time.h"
#include "engine/connectionstate.h"
#include "ui/tray/trayicon.h"

#include <QString>

namespace textback {

/// All that the tray shows, as one value; the words and the shape follow from it.
struct TrayStatus {
    QString business; ///< empty before set-up
    InboxCounts counts;
    Mode mode = Mode::Watch;
    ConnectionState connection;
    bool safeMode = false; ///< nothing is texted after repeated crashes

    /// Whether texts could go out by themselves: On and not in trouble.
    bool textsAreOn() const { return mode == Mode::On; }
    /// The shape of the icon: a problem before news, news before "waiting".
    TrayState state() const;
    /// "Bright Air: 3 need a reply, automatic texts on". Plain text, translated.
    QString toolTip() const;
    /// The menu's first line: "On · last check 4 s ago", or what is wrong. `now` on the PC's clock.
    QString line(UtcTime now) const;

    bool operator==(const TrayStatus &) const = default;
};

} // namespace textback
