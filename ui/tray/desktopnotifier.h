// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/notifier.h"

#include <QObject>

#include <memory>

namespace textback {

class Tray;

/// A Notifier with the way back: a click. GUI thread.
class DesktopNotifier : public QObject, public Notifier {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// A notification was clicked: open its conversation (null: just the window) and raise the window.
    void opened(textback::ConversationId conversation);
};

/// The best notifier that this system has: the desktop's own where there is one, else messages of the tray.
std::unique_ptr<DesktopNotifier> makeDesktopNotifier(Tray &tray);

} // namespace textback
