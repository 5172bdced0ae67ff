// SPDX-License-Identifier: MIT
#include "ui/tray/desktopnotifier.h"
#include "ui/tray/traymessagenotifier.h"

namespace textback {

std::unique_ptr<DesktopNotifier> makeDesktopNotifier(Tray &tray)
{
    return std::make_unique<TrayMessageNotifier>(tray);
}

} // namespace textback
