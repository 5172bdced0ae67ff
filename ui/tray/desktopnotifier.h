// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/notifier.h"

#include <QObject>

#include <memory>

namespace textback {

class Tray;

/// A Notifier with the way back: a click, a button, an answer. GUI thread.
class DesktopNotifier : public QObject, public Notifier {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// A notification was clicked: open its conversation (null: just the window) and raise the window.
    void opened(textback::ConversationId conversation);
    /// "Mark as read" was chosen; never null.
    void readRequested(textback::ConversationId conversation);
    /// An answer was typed into a notification that allows it (Notification::canAnswer); neither is ever empty.
    void answered(textback::ConversationId conversation, const QString &body);
};

/// The best notifier that this system has: the desktop's own where there is one, else messages of the tray.
std::unique_ptr<DesktopNotifier> makeDesktopNotifier(Tray &tray);

} // namespace textback
