// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tray/tray.h"

#include <QSystemTrayIcon>

namespace textback {

/// The desktop's real tray (StatusNotifierItem, XEmbed, Windows, macOS) through QSystemTrayIcon.
class SystemTray final : public Tray {
    Q_OBJECT

public:
    explicit SystemTray(QObject *parent = nullptr);

    bool isVisible() const override;
    void setIcon(const QIcon &icon) override;
    void setToolTip(const QString &text) override;
    void setMenu(QMenu *menu) override;
    void show() override;
    void hide() override;
    void showMessage(const QString &title, const QString &body) override;

private:
    QSystemTrayIcon m_icon;
};

} // namespace textback
