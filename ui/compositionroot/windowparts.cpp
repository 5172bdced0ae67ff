// SPDX-License-Identifier: MIT
#include "ui/compositionroot/windowparts.h"

#include "domain/ports/clock.h"
#include "domain/ports/conversationreader.h"
#include "domain/ports/scheduler.h"
#include "domain/ports/simulatedphone.h"
#include "engine/engineclient.h"
#include "ui/calls/callspage.h"
#include "ui/compositionroot/gatherdiagnostics.h"
#include "ui/compositionroot/windowreaders.h"
#include "ui/dialogs/diagnosticsdialog.h"
#include "ui/dialogs/outside.h"
#include "ui/dialogs/plainmessagebox.h"
#include "ui/mainwindow/lazypage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/zonequestion.h"
#include "ui/people/peoplepage.h"
#include "ui/settings/settingspage.h"
#include "ui/simulatedphone/simulatedphonepanel.h"
#include "ui/startup/guiwatchdog.h"
#include "ui/startup/setupfile.h"
#include "ui/theme/theme.h"
#include "ui/tray/desktopnotifier.h"
#include "ui/tray/notificationcontroller.h"
#include "ui/tray/systemtray.h"
#include "ui/tray/traycontroller.h"

#include <QDir>
#include <QSettings>
#include <QTimeZone>
#include <QUrl>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

/// In the order in which they know each other; destroyed in the reverse.
class WindowParts::Private {
public:
    explicit Private(const WindowPorts &windowPorts)
        : ports(windowPorts)
        , memory(QDir(ports.dataFolder).filePath(u"window.ini"_s), QSettings::IniFormat)
        , window(ports.client, ports.reader, ports.clock, ports.scheduler)
        , notifier(makeDesktopNotifier(tray))
        , trayController(TrayPorts{window, tray, ports.client, ports.reader, *notifier, ports.clock, ports.scheduler, memory})
        , notifications(
              ports.client, ports.reader, *notifier, ports.scheduler,
              [this](ConversationId conversation) { return window.isActiveWindow() && window.openedConversation() == conversation; },
              [this] { return window.isActiveWindow(); })
        , watchdog(ports.clock, ports.scheduler, [this] { return window.isVisible() && !window.isMinimized(); })
    {
    }

    WindowPorts ports;
    QSettings memory; ///< where the window was, which hints were shown
    MainWindow window;
    SystemTray tray;
    std::unique_ptr<DesktopNotifier> notifier;
    TrayController trayController;
    NotificationController notifications;
    GuiWatchdog watchdog;
};

WindowParts::WindowParts(const WindowPorts &ports, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(ports))
{
    MainWindow &window = d->window;
    window.setCallsPage(new LazyPage([this](QWidget *parent) { return makeCallsPage(parent); }));
    window.setPeoplePage(new LazyPage([this](QWidget *parent) { return makePeoplePage(parent); }));
    window.setSettingsPage(new LazyPage([this](QWidget *parent) { return makeSettingsPage(parent); }));
    if (d->ports.phone)
        window.setSidePanel(new SimulatedPhonePanel(*d->ports.phone));
    window.setContactReaders(&d->ports.readers.contacts, &d->ports.readers.evidence);
    window.setSearch(d->ports.readers.search);
    window.rememberPlaceIn(d->memory);

    connect(d->notifier.get(), &DesktopNotifier::opened, this, [this](ConversationId conversation) {
        if (!conversation.isNull())
            d->window.openConversation(conversation);
        d->trayController.openWindow();
    });
    connect(d->notifier.get(), &DesktopNotifier::readRequested, &d->notifications, &NotificationController::markRead);
    connect(d->notifier.get(), &DesktopNotifier::answered, &d->notifications, &NotificationController::answer);
    connect(&d->trayController, &TrayController::inboxRequested, &window, &MainWindow::showInbox);
    connect(&d->trayController, &TrayController::settingsRequested, &window, &MainWindow::showSettingsPage);
    connect(&d->trayController, &TrayController::quitRequested, this, &WindowParts::quitRequested);
    connect(&window, &MainWindow::conversationOpened, &d->notifications, &NotificationController::conversationOpened);
    connect(&window, &MainWindow::quitRequested, &d->trayController, &TrayController::askToQuit);

    const auto dress = [this](const Settings &settings) {
        if (!d->ports.theme)
            return;
        d->ports.theme->setColors(settings.window.colors);
        d->ports.theme->setTextPercent(settings.window.textPercent);
    };
    connect(&d->ports.client, &EngineClient::settingsChanged, this, dress);

    // The demo's business is where it is.
    if (!d->ports.phone)
        new ZoneQuestion(
            d->ports.client, d->ports.clock, d->memory, [] { return QString::fromUtf8(QTimeZone::systemTimeZoneId()); }, window);
    connect(&window, &MainWindow::providerPageRequested, this, [this] {
        for (const ProviderDescriptor &provider : d->ports.providers) {
            if (provider.id == d->ports.client.settings().account.provider)
                openOutside(QUrl(provider.accountPage));
        }
    });
    connect(&window, &MainWindow::unlockKeychainRequested, this, &WindowParts::unlockKeychainRequested);

    d->trayController.start();
    window.show();
}

WindowParts::~WindowParts() = default;

QWidget *WindowParts::makeCallsPage(QWidget *parent)
{
    auto *page = new CallsPage(d->ports.client, d->ports.readers.calls, d->ports.clock, d->ports.scheduler, parent);
    connect(page, &CallsPage::conversationRequested, &d->window, &MainWindow::openEntry);
    return page;
}

QWidget *WindowParts::makePeoplePage(QWidget *parent)
{
    auto *page = new PeoplePage(d->ports.client, d->ports.readers.people, d->ports.clock, d->ports.scheduler, parent);
    connect(page, &PeoplePage::conversationRequested, &d->window, &MainWindow::openConversation);
    return page;
}

QWidget *WindowParts::makeSettingsPage(QWidget *parent)
{
    auto *page = new SettingsPage(SettingsPorts{d->ports.client, d->ports.credentials, d->ports.clock, d->ports.scheduler,
                                                &d->ports.readers.exports, d->ports.backups},
                                  d->ports.providers, parent);
    connect(page, &SettingsPage::diagnosticsRequested, this, &WindowParts::showDiagnostics);
    connect(page, &SettingsPage::closeRequested, &d->window, &MainWindow::showInbox);
    return page;
}

void WindowParts::raise()
{
    d->trayController.openWindow();
}

void WindowParts::close()
{
    d->trayController.allowQuit();
    d->tray.hide();
    d->window.close();
    d->window.hide();
}

void WindowParts::showDiagnostics()
{
    DiagnosticsFacts facts = gatherDiagnostics(d->ports.dataFolder, d->ports.clock);
    facts.connection = d->ports.client.connection();
    facts.notices = d->ports.client.notices();
    const QString text = diagnosticsText(facts);
    auto *dialog = new DiagnosticsDialog(
        text,
        [text](const QString &path) {
            const tl::expected<void, QString> written = writePrivateFile(path, text.toUtf8());
            return written ? QString() : tr("It could not be saved: %1").arg(written.error());
        },
        &d->window);
    dialog->open();
}

void WindowParts::showStartFailure(const QString &sentence, std::function<void()> closed)
{
    auto *box = new PlainMessageBox;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Critical);
    box->setWindowTitle(tr("Textback"));
    box->setTexts(tr("Textback cannot start."), sentence);
    box->addWord(tr("Close"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::finished, box, [closed = std::move(closed)] { closed(); });
    box->open();
}

} // namespace textback
