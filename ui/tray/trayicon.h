// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QRectF>

class QPainter;

namespace textback {

/// What the tray icon says, by shape and not by colour alone.
enum class TrayState {
    Ok,
    New,     ///< a dot: something needs a reply
    Waiting, ///< two bars: automatic texts are off, or only watched
    Problem, ///< an exclamation mark: nothing can be seen or sent
};

/// Paints the program's mark (a speech bubble with the arrow of a call that comes back) into a square. No theme and no file is asked, so
/// the icon cannot vanish with a theme.
void paintMark(QPainter &painter, const QRectF &square);

/// The program's icon, for windows and notifications.
QIcon programIcon();

/// The tray icon of a state, in every size that a tray may ask for (16 to 64 pixels).
QIcon trayIcon(TrayState state);

} // namespace textback
