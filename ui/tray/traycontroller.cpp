// SPDX-License-Identifier: MIT
#include "ui/tray/traycontroller.h"

#include "domain/hours/nextmorning.h"
#include "domain/ports/clock.h"
#include "domain/ports/notifier.h"
#include "engine/engineclient.h"
#include "ui/dialogs/shelldialogs.h"
#include "ui/tray/tray.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QWidget>

#include <algorithm>

using namespace std::chrono_literals;

namespace textback {

namespace {

constexpr Millis trayLookInterval = 60s;
/// Changes come in bursts (a poll touches many rows); the badge need not blink for each.
constexpr Millis countsPause = 100ms;
/// A window that lost the focus this shortly ago was in front when the icon was clicked.
constexpr Millis justInFront = 400ms;

} // namespace

TrayController::TrayController(const TrayPorts &ports, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
{
    connect(&m_menu, &TrayMenu::inboxRequested, this, [this] {
        openWindow();
        emit inboxRequested();
    });
    connect(&m_menu, &TrayMenu::pauseRequested, this, &TrayController::pause);
    connect(&m_menu, &TrayMenu::resumeRequested, &m_ports.client, &EngineClient::resumeTextsRequested);
    connect(&m_menu, &TrayMenu::amountRequested, this, [this](NotificationAmount amount) {
        NotificationSettings notifications = m_settings.notifications;
        notifications.show = amount;
        emit m_ports.client.changeNotificationsRequested(notifications);
    });
    connect(&m_menu, &TrayMenu::settingsRequested, this, [this] {
        openWindow();
        emit settingsRequested();
    });
    connect(&m_menu, &TrayMenu::quitRequested, this, &TrayController::askToQuit);
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayController::refreshMenu);

    connect(&m_ports.tray, &Tray::clicked, this, &TrayController::toggleWindow);
    connect(&m_ports.client, &EngineClient::conversationsChanged, this, &TrayController::scheduleCounts);
    connect(&m_ports.client, &EngineClient::connectionChanged, this, [this](const ConnectionState &state) {
        m_status.connection = state;
        refresh();
    });
    connect(&m_ports.client, &EngineClient::settingsChanged, this, [this](const Settings &changed) {
        takeSettings(changed);
        refresh();
    });
    connect(&m_ports.client, &EngineClient::noticesChanged, this, [this](const QList<Notice> &notices) {
        takeNotices(notices);
        refresh();
    });
    m_ports.window.installEventFilter(this);
}

TrayController::~TrayController()
{
    m_ports.tray.setMenu(nullptr);
}

void TrayController::start()
{
    // The last window being closed is no reason to end: missed callers are still texted.
    QApplication::setQuitOnLastWindowClosed(false);
    m_status.connection = m_ports.client.connection();
    takeNotices(m_ports.client.notices());
    takeSettings(m_ports.client.settings());
    m_ports.tray.setMenu(&m_menu);
    readCounts();
    lookAtTray();
}

void TrayController::takeNotices(const QList<Notice> &notices)
{
    m_status.safeMode = std::any_of(notices.begin(), notices.end(), [](const Notice &each) { return each.kind == Notice::Kind::SafeMode; });
}

void TrayController::takeSettings(const Settings &settings)
{
    m_settings = settings;
    m_status.business = settings.business.name;
    m_status.mode = settings.rules.mode;
    m_status.pausedUntil = settings.rules.pausedUntil;
    const QTimeZone zone(settings.business.timeZone.toUtf8());
    m_status.zone = zone.isValid() ? zone : QTimeZone::systemTimeZone();
    m_status.amount = settings.notifications.show;
}

void TrayController::pause(PauseChoice choice)
{
    const UtcTime now = m_ports.clock.utcNow();
    switch (choice) {
    case PauseChoice::AnHour:
        emit m_ports.client.pauseTextsRequested(now + 1h);
        break;
    case PauseChoice::UntilTomorrow:
        emit m_ports.client.pauseTextsRequested(nextMorning(now, m_settings.hours, m_status.zone));
        break;
    case PauseChoice::UntilResumed:
        emit m_ports.client.pauseTextsRequested(untilResumed);
        break;
    }
}

void TrayController::openWindow()
{
    QWidget &window = m_ports.window;
    m_putAway = false;
    if (window.isMinimized())
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

void TrayController::toggleWindow()
{
    QWidget &window = m_ports.window;
    const bool wasInFront =
        window.isActiveWindow() || (m_wentInactive.has_value() && m_ports.clock.monotonicNow() - *m_wentInactive < justInFront);
    if (window.isVisible() && !window.isMinimized() && wasInFront && QApplication::activeModalWidget() == nullptr)
        closeAway();
    else
        openWindow();
}

void TrayController::askToQuit()
{
    if (m_question != nullptr && m_question->isVisible()) {
        m_question->raise();
        m_question->activateWindow();
        return;
    }
    QWidget *parent = m_ports.window.isVisible() && !m_ports.window.isMinimized() ? &m_ports.window : nullptr;
    readCounts(); // the latest: what waits now
    m_question = textback::askToQuit(parent, m_status.mode == Mode::On, m_status.counts.waiting, [guard = QPointer<TrayController>(this)] {
        if (guard != nullptr)
            guard->leave();
    });
}

void TrayController::leave()
{
    m_leaving = true;
    emit quitRequested();
}

bool TrayController::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_ports.window)
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Close:
        // A desktop that logs out must not be held up.
        if (m_leaving || qApp->isSavingSession())
            break;
        event->ignore();
        if (!m_settings.window.closeToTray) {
            askToQuit(); // it ends the texts, so it is asked as everywhere
            return true;
        }
        hintOnce(m_ports.tray.isVisible());
        closeAway();
        return true;
    case QEvent::WindowDeactivate:
        m_wentInactive = m_ports.clock.monotonicNow();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void TrayController::closeAway()
{
    if (m_ports.tray.isVisible()) {
        m_putAway = true;
        m_ports.window.hide();
    } else {
        m_ports.window.showMinimized();
    }
}

void TrayController::hintOnce(bool inTray)
{
    const QString key = QStringLiteral("tray/goesOnHintShown");
    if (m_ports.memory.value(key).toBool())
        return;
    m_ports.memory.setValue(key, true);
    Notification notification;
    notification.title = tr("Textback is still running");
    notification.body = inTray ? tr("Missed callers are texted as before. Open the window with the icon in the tray.")
                               : tr("Missed callers are texted as before. The window was minimized.");
    if (m_status.amount != NotificationAmount::None)
        m_ports.notifier.show(notification);
    m_question = tellThatItGoesOn(inTray, [guard = QPointer<TrayController>(this)] {
        if (guard != nullptr)
            guard->leave();
    });
}

void TrayController::lookAtTray()
{
    m_ports.tray.show();
    // The panel with our icon may have gone: a window that nothing brings back would be lost.
    if (m_putAway && !m_ports.tray.isVisible() && !m_ports.window.isVisible()) {
        m_putAway = false;
        m_ports.window.showMinimized();
    }
    refresh(); // "until 6:00 AM tomorrow" becomes "until 6:00 AM"
    m_trayLook = m_ports.scheduler.callAfter(trayLookInterval, [this] { lookAtTray(); });
}

void TrayController::scheduleCounts()
{
    if (!m_countsRead.isActive())
        m_countsRead = m_ports.scheduler.callAfter(countsPause, [this] { readCounts(); });
}

void TrayController::readCounts()
{
    if (const Result<InboxCounts> counts = m_ports.reader.counts()) {
        m_status.counts = *counts;
        refresh();
    } else {
        // The database was busy with a write; what is shown is a moment old, not wrong for long.
        m_countsRead = m_ports.scheduler.callAfter(1s, [this] { readCounts(); });
        refresh();
    }
}

void TrayController::refresh()
{
    const TrayState state = m_status.state();
    if (m_shownState != state) {
        m_shownState = state;
        m_ports.tray.setIcon(trayIcon(state));
    }
    const QString toolTip = m_status.toolTip(m_ports.clock.utcNow());
    if (m_shownToolTip != toolTip) {
        m_shownToolTip = toolTip;
        m_ports.tray.setToolTip(toolTip);
    }
    refreshMenu();
}

void TrayController::refreshMenu()
{
    m_menu.showStatus(m_status, m_ports.clock.utcNow());
}

} // namespace textback
