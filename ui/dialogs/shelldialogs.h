// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

class QWidget;

namespace textback {

// The questions that the frame of the program asks. Each opens a box and returns it at once (it deletes itself when closed); `quit` is
// called only if the person chose to end the program.

/// "Quit? Missed calls will not be texted until you start it again." Keep running is the default and what Escape means. Without a
/// (visible) parent it stands by itself. `textsAreOn` says what stops: the texts, or only the watching.
QWidget *askToQuit(QWidget *parent, bool textsAreOn, std::function<void()> quit);

/// Told once, the first time that the window is closed: the program goes on in the tray (or, where there is none, as a minimised
/// window). Stands by itself, as its window has just gone.
QWidget *tellThatItGoesOn(bool inTray, std::function<void()> quit);

} // namespace textback
