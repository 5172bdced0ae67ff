// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/settings.h"
#include "engine/notice.h"
#include "ui/tray/traymenu.h"
#include "ui/tray/traystatus.h"

#include <QObject>
#include <QPointer>

class QSettings;
class QWidget;

namespace textback {

class Clock;
class ConversationReader;
class EngineClient;
class Notifier;
class Tray;

/// What the tray controller works with; all outlive it, all on the GUI thread.
struct TrayPorts {
    QWidget &window; ///< the main window
    Tray &tray;
    EngineClient &client;
    ConversationReader &reader;
    Notifier &notifier;
    Clock &clock;
    Scheduler &scheduler;
    QSettings &memory; ///< small things the window remembers: whether the hint was shown ("tray/goesOnHintShown")
};

/// The program's life beside its window: the icon with its state, the menu, and closing that does not end the texts.
/// Closing goes to the tray only while a tray shows our icon (looked at again every 60 s, as trays come late and go); otherwise the window
/// is minimised. Told once, with a way to quit instead. Where the settings say that closing ends the program, it asks the quit question. The counts come from the reader after each change, never from a counter of its own.
class TrayController : public QObject {
    Q_OBJECT

public:
    explicit TrayController(const TrayPorts &ports, QObject *parent = nullptr);
    ~TrayController() override;

    /// Puts the icon up and begins to watch the tray.
    void start();
    /// Shows and raises the window, from wherever it is (second start of the program, click on a notification).
    void openWindow();
    /// Left click on the icon: away if the window is in front, else to the front.
    void toggleWindow();
    /// Asks the quit question; quitRequested comes if the answer is yes.
    void askToQuit();
    /// From now on closing the window really closes it (the program is ending for another reason, such as SIGTERM). Without it,
    /// QCoreApplication::quit() would be stopped by the window that stays.
    void allowQuit() { m_leaving = true; }

    QMenu *menu() { return &m_menu; }
    const TrayStatus &status() const { return m_status; }

signals:
    void inboxRequested();
    void settingsRequested();
    void quitRequested(); ///< decided: end the program

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeNotices(const QList<Notice> &notices);
    void leave();
    void closeAway();
    void hintOnce(bool inTray);
    void lookAtTray();
    void scheduleCounts();
    void readCounts();
    void takeSettings(const Settings &settings);
    void pause(PauseChoice choice);
    void refresh();
    void refreshMenu();

    TrayPorts m_ports;
    TrayMenu m_menu;
    TrayStatus m_status;
    Settings m_settings; ///< in force
    std::optional<TrayState> m_shownState;
    QString m_shownToolTip;
    QPointer<QWidget> m_question;
    std::optional<Millis> m_wentInactive; ///< a click on the tray takes the focus on some desktops before it reaches us
    bool m_leaving = false;
    bool m_putAway = false; ///< hidden by us, so only the icon brings it back
    ScheduledCall m_trayLook;
    ScheduledCall m_countsRead;
};

} // namespace textback
