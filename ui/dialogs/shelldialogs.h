// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <functional>

class QWidget;

namespace textback {

// The questions that the frame of the program asks. Each opens a box and returns it at once (it deletes itself when closed); `quit` is
// called only if the person chose to end the program.

/// "Quit? Missed calls will not be texted until you start it again." Keep running is the default and what Escape means. Without a
/// (visible) parent it stands by itself. `textsAreOn` says what stops: the texts, or only the watching. `waiting` texts have not left yet.
QWidget *askToQuit(QWidget *parent, bool textsAreOn, int waiting, std::function<void()> quit);

/// Another copy of the program holds the data and does not answer: end it and start, or not. With a `host`, a copy on that computer left its
/// lock: start here, or not. Stands by itself; `answered` is called once.
QWidget *askToEndFrozenCopy(qint64 pid, const QString &host, std::function<void(bool end)> answered);

/// Told once, the first time that the window is closed: the program goes on in the tray (or, where there is none, as a minimised
/// window). Stands by itself, as its window has just gone.
QWidget *tellThatItGoesOn(bool inTray, std::function<void()> quit);

} // namespace textback
