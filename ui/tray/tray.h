// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QObject>
#include <QString>

class QMenu;

namespace textback {

/// A place for our icon in the desktop's tray. An interface, because a desktop may have none, get one late, or lose it. GUI thread.
class Tray : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether a person can see the icon now. Never cached: trays appear late at login and vanish with their panel.
    virtual bool isVisible() const = 0;
    virtual void setIcon(const QIcon &icon) = 0;
    /// Plain text.
    virtual void setToolTip(const QString &text) = 0;
    /// The menu stays the caller's.
    virtual void setMenu(QMenu *menu) = 0;
    /// Puts the icon up; called again where a tray may have come since.
    virtual void show() = 0;
    virtual void hide() = 0;
    /// A message of the tray itself: only where the desktop has no notifications of its own.
    virtual void showMessage(const QString &title, const QString &body) = 0;

signals:
    void clicked(); ///< left click
    void messageClicked();
};

} // namespace textback
