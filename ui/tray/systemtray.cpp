// SPDX-License-Identifier: MIT
#include "ui/tray/systemtray.h"

namespace textback {

SystemTray::SystemTray(QObject *parent)
    : Tray(parent)
{
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            emit clicked();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &SystemTray::messageClicked);
}

bool SystemTray::isVisible() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void SystemTray::setIcon(const QIcon &icon)
{
    m_icon.setIcon(icon);
}

void SystemTray::setToolTip(const QString &text)
{
    // Under XEmbed it is a QToolTip, which guesses at markup; StatusNotifierItem hosts show a title as it is, so "&lt;" would be read out.
    // A look-alike of the one character that starts a tag is right in both.
    m_icon.setToolTip(QString(text).replace(u'<', u'\u2039'));
}

void SystemTray::setMenu(QMenu *menu)
{
    m_icon.setContextMenu(menu);
}

void SystemTray::show()
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void SystemTray::hide()
{
    m_icon.hide();
}

void SystemTray::showMessage(const QString &title, const QString &body)
{
    m_icon.showMessage(title, body, m_icon.icon(), 10000);
}

} // namespace textback
