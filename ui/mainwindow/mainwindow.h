// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "engine/connectionstate.h"
#include "ui/mainwindow/navigationrail.h"

#include <QWidget>

#include <memory>
#include <optional>

class QSettings;
class QStackedWidget;

namespace textback {

class Clock;
class ContactReader;
class NoticeBanner;
class EngineClient;
class EvidenceReader;
class InboxPage;
class Scheduler;
class SearchPalette;
class SearchReader;
struct ViewContext;

/// The window: rail, inbox (list, thread, contact), settings page, banner. It holds no rules: it reads through the ConversationReader what
/// the engine reports as changed, and asks the engine by the EngineClient's signals. GUI thread. Everything it is given outlives it.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    MainWindow(EngineClient &engine, ConversationReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Puts the window where it was ("window/..." in `memory`) and keeps its place there when it is hidden or closed.
    void rememberPlaceIn(QSettings &memory);

    /// What the contact panel reads; both outlive the window. Until then it shows what the list knows.
    void setContactReaders(ContactReader *contacts, EvidenceReader *evidence);
    /// Shows the inbox with this conversation, its newest entries, and the cursor in the composer. Does not raise the window.
    void openConversation(ConversationId conversation);
    /// The same, scrolled to an entry, which is marked for a moment; an empty key: to the newest.
    void openEntry(ConversationId conversation, const ThreadKey &place);
    /// The conversation whose thread is on the screen; null while none is (nothing chosen, another page). For not notifying about it.
    ConversationId openedConversation() const;
    void showInbox();
    void showSettingsPage();
    /// The pages behind "Calls" and "People"; the window owns them. Until then the rail has no such entry.
    void setCallsPage(QWidget *page);
    void setPeoplePage(QWidget *page);
    void showCallsPage() { showPlace(NavigationRail::Place::Calls); }
    void showPeoplePage() { showPlace(NavigationRail::Place::People); }
    /// The page behind "Settings"; the window owns it. Until then the rail has no such entry.
    void setSettingsPage(QWidget *page);
    /// What Ctrl+K searches; outlives the window. Without it Ctrl+K goes to the list's own search.
    void setSearch(SearchReader &reader);
    /// A panel at the right edge (the simulated phone of the demo); the window owns it. It gives way where the window is narrow.
    void setSidePanel(QWidget *panel);
    /// True: closing hides the window and emits hiddenToTray. False (the default): it closes; an event filter of its owner may decide otherwise.
    void setCloseToTray(bool closeToTray) { m_closeToTray = closeToTray; }

signals:
    void hiddenToTray();
    void quitRequested();
    /// The person wants to see the account at the phone provider.
    void providerPageRequested();
    /// The person wants to unlock the computer's keychain now.
    void unlockKeychainRequested();
    /// A thread came onto the screen, or its window to the front: its notification has done its work.
    void conversationOpened(textback::ConversationId conversation);
    /// After each change; the same numbers as on rail and chips.
    void inboxCountsChanged(const textback::InboxCounts &counts);

protected:
    void closeEvent(QCloseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void showPlace(NavigationRail::Place place);
    void fold();
    void savePlace();
    /// By so many per cent of the usual size.
    void changeTextSize(int percent);
    void showCounts(const InboxCounts &counts);
    void showConnection();
    void closeTop();
    void search();
    void searchList();
    void showAway(UtcTime from, UtcTime until);
    void showAdvice(const QString &what, const QString &advice);

    EngineClient &m_engine;
    ConversationReader &m_reader;
    std::unique_ptr<ViewContext> m_context;
    NavigationRail *m_rail = nullptr;
    NoticeBanner *m_banner = nullptr;
    QStackedWidget *m_pages = nullptr;
    InboxPage *m_inbox = nullptr;
    QWidget *m_callsPage = nullptr;
    QWidget *m_peoplePage = nullptr;
    QWidget *m_settingsPage = nullptr;
    QWidget *m_sidePanel = nullptr;
    SearchPalette *m_search = nullptr;
    QSettings *m_memory = nullptr;
    ConnectionState m_shownConnection;
    std::optional<bool> m_sidePanelWanted; ///< nothing until a person opened or closed it
    bool m_closeToTray = false;
};

} // namespace textback
