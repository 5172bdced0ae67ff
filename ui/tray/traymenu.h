// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"
#include "domain/time.h"

#include <QMenu>

namespace textback {

struct TrayStatus;

/// How long somebody wants to have no automatic texts.
enum class PauseChoice { AnHour, UntilTomorrow, UntilResumed };

/// The menu of the tray icon: how things stand, the way into the window, pausing, what is told, and the end. It decides nothing: what is
/// chosen comes out of its signals.
class TrayMenu : public QMenu {
    Q_OBJECT

public:
    explicit TrayMenu(QWidget *parent = nullptr);

    /// `now` on the PC's clock. Touches only what differs: each change is a message to the panel that draws the menu.
    void showStatus(const TrayStatus &status, UtcTime now);

signals:
    void inboxRequested();
    void pauseRequested(textback::PauseChoice choice);
    void resumeRequested();
    void amountRequested(textback::NotificationAmount amount);
    void settingsRequested();
    void quitRequested();

private:
    QMenu *buildPause();
    QMenu *buildAmounts();

    QAction *m_status = nullptr;
    QAction *m_inbox = nullptr;
    QMenu *m_pause = nullptr;
    QAction *m_resume = nullptr;
    QList<QAction *> m_amounts; ///< data: the NotificationAmount
};

} // namespace textback
