// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/rowlayout.h"

#include <QList>
#include <QString>

namespace textback {

class MediaShelf;

/// What the context menu of a thread's row offers.
struct EntryAction {
    ThreadAction action;
    QString name;
    int file = -1; ///< which of the entry's files it is about; -1 for none of them
};

QList<EntryAction> actionsOf(const ThreadEntry &entry, bool canCall);
/// What can be done with pictures, other files and the voicemail of an entry. `file`: the one that the mouse is over; -1: all of them.
QList<EntryAction> fileActionsOf(const ThreadEntry &entry, const MediaShelf &shelf, int file);

} // namespace textback
