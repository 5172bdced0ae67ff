// SPDX-License-Identifier: MIT
#include "ui/tray/traymessagenotifier.h"

#include "ui/tray/tray.h"

namespace textback {

TrayMessageNotifier::TrayMessageNotifier(Tray &tray, QObject *parent)
    : DesktopNotifier(parent)
    , m_tray(tray)
{
    connect(&m_tray, &Tray::messageClicked, this, [this] { emit opened(m_newest); });
}

void TrayMessageNotifier::show(const Notification &notification)
{
    // Without an icon on the screen the system shows nothing, or an error.
    if (!m_tray.isVisible())
        return;
    m_newest = notification.conversation;
    m_tray.showMessage(notification.title, notification.body);
}

void TrayMessageNotifier::withdraw(ConversationId conversation)
{
    // It cannot be taken off the screen, but a late click must not open what was read long ago.
    if (m_newest == conversation)
        m_newest = {};
}

} // namespace textback
