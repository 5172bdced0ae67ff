// SPDX-License-Identifier: MIT
#include "ui/tray/desktopnotifier.h"
#include "ui/tray/freedesktopnotifier_linux.h"

#include <QDBusConnection>

namespace textback {

std::unique_ptr<DesktopNotifier> makeDesktopNotifier(Tray &)
{
    // Never the tray's own messages here: with StatusNotifierItem they replace our icon by the message's, with XEmbed they are balloons
    // past the desktop's notification settings.
    return std::make_unique<FreedesktopNotifier>(QDBusConnection::sessionBus());
}

} // namespace textback
