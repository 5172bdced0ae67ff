// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tray/desktopnotifier.h"

namespace textback {

class Tray;

/// Notifications as messages of the tray, where nothing better exists. A click on such a message does not say which one it was, so the
/// newest counts; none can be taken back.
class TrayMessageNotifier final : public DesktopNotifier {
    Q_OBJECT

public:
    /// `tray` outlives it.
    explicit TrayMessageNotifier(Tray &tray, QObject *parent = nullptr);

    void show(const Notification &notification) override;
    void withdraw(ConversationId conversation) override;

private:
    Tray &m_tray;
    ConversationId m_newest;
};

} // namespace textback
