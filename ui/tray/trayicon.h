// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace textback {

/// What the tray icon says, by shape and not by colour alone.
enum class TrayState {
    Ok,
    New,     ///< a dot: something needs a reply
    Waiting, ///< two bars: automatic texts are paused, off, or only watched
    Problem, ///< an exclamation mark: nothing can be seen or sent
};

/// The tray icon of a state: the program's mark with the state's badge, in every size that a tray may ask for (16 to 64 pixels). Painted
/// here; no theme is asked, so the icon cannot vanish with one.
QIcon trayIcon(TrayState state);

} // namespace textback
