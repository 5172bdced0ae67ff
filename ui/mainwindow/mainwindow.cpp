// SPDX-License-Identifier: MIT
#include "ui/mainwindow/mainwindow.h"

#include "domain/ports/clock.h"
#include "engine/engineclient.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/dialogs/plainmessagebox.h"
#include "ui/format/connectionwords.h"
#include "ui/format/viewcontext.h"
#include "ui/mainwindow/awaydialog.h"
#include "ui/mainwindow/inboxpage.h"
#include "ui/mainwindow/noticebanner.h"
#include "ui/search/searchpalette.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

// Widths of the window (without the side panel) below which columns fold.
constexpr int fullWidth = 1180;
constexpr int slideOverWidth = 860;
constexpr int singleWidth = 620;

constexpr Millis decidedWithin = std::chrono::minutes(20); // after waking: the call log is up to ten minutes late
constexpr int longestAwayList = 500;

constexpr const char *unlisted = "unlisted"; ///< property of actions that the search does not offer

constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView splitterKey("window/splitter");

} // namespace

MainWindow::MainWindow(EngineClient &engine, ConversationReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_context(new ViewContext{clock, scheduler, TimeWords(), u"US"_s, {}, {}})
    , m_rail(new NavigationRail(this))
    , m_banner(new NoticeBanner(*m_context, this))
    , m_pages(new QStackedWidget(this))
{
    m_context->use(engine.settings());
    m_context->connection = engine.connection().kind;
    m_inbox = new InboxPage(engine, reader, *m_context, m_pages);
    m_pages->addWidget(m_inbox);
    setWindowTitle(tr("Textback"));
    setWindowIcon(applicationIcon());
    setMinimumSize(dp(420), dp(520));
    // The room that panels leave, less a title bar; the place that was remembered comes later.
    const QSize room = screen()->availableSize() - QSize(0, dp(40));
    resize(QSize(dp(1280), dp(800)).boundedTo(room.expandedTo(minimumSize())));

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_pages, 1);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_rail);
    columns->addLayout(right, 1);

    connect(m_rail, &NavigationRail::inboxRequested, this, &MainWindow::showInbox);
    connect(m_rail, &NavigationRail::placeRequested, this, &MainWindow::showPlace);
    connect(m_rail, &NavigationRail::settingsRequested, this, &MainWindow::showSettingsPage);
    connect(m_rail, &NavigationRail::sidePanelToggled, this, [this] {
        m_sidePanelWanted = !m_sidePanel->isVisible();
        fold();
    });
    connect(m_banner, &NoticeBanner::tryNowRequested, &m_engine, &EngineClient::checkNowRequested);
    connect(m_banner, &NoticeBanner::leaveSafeModeRequested, &m_engine, &EngineClient::leaveSafeModeRequested);
    connect(m_banner, &NoticeBanner::resumeTextsRequested, &m_engine, &EngineClient::resumeTextsRequested);
    connect(m_banner, &NoticeBanner::providerPageRequested, this, &MainWindow::providerPageRequested);
    connect(m_banner, &NoticeBanner::unlockKeychainRequested, this, &MainWindow::unlockKeychainRequested);
    connect(m_banner, &NoticeBanner::settingsRequested, this, &MainWindow::showSettingsPage);
    connect(m_banner, &NoticeBanner::conversationRequested, this, &MainWindow::openConversation);
    connect(m_banner, &NoticeBanner::sendFromHereRequested, &m_engine, &EngineClient::takeOverRequested);
    connect(m_banner, &NoticeBanner::awayRequested, this, &MainWindow::showAway);
    connect(m_banner, &NoticeBanner::adviceRequested, this, &MainWindow::showAdvice);
    connect(m_banner, &NoticeBanner::dismissed, &m_engine, &EngineClient::dismissNoticeRequested);
    connect(&m_engine, &EngineClient::noticesChanged, m_banner, &NoticeBanner::setNotices);
    connect(m_banner, &NoticeBanner::told, this, &MainWindow::showConnection);
    connect(m_inbox, &InboxPage::countsChanged, this, &MainWindow::showCounts);
    connect(&m_engine, &EngineClient::contactsTaken, m_inbox, &InboxPage::namesChanged);
    connect(m_inbox, &InboxPage::opened, this, &MainWindow::conversationOpened);
    connect(&m_engine, &EngineClient::connectionChanged, this, [this](const ConnectionState &state) {
        const bool otherKind = state.kind != m_shownConnection.kind;
        m_shownConnection = state;
        m_context->connection = state.kind;
        m_banner->setState(state);
        if (otherKind)
            m_inbox->wordsChanged(); // what the composer says depends on it
    });
    connect(&m_engine, &EngineClient::settingsChanged, this, [this](const Settings &settings) {
        m_context->use(settings);
        m_banner->setState(m_shownConnection);
        m_inbox->wordsChanged();
    });
    makeActions();
    m_shownConnection = engine.connection();
    m_banner->setNotices(engine.notices());
    m_banner->setState(m_shownConnection);
    showCounts(m_inbox->list().counts());
    fold();
    m_inbox->focusList();
}

MainWindow::~MainWindow()
{
    // Its pages look at the context until their end.
    delete m_search;
    delete m_inbox;
    delete m_banner;
}

void MainWindow::makeActions()
{
    struct Shortcut {
        QString name;
        QList<QKeySequence> keys;
        std::function<void()> run;
        bool listed = true; ///< by the search
        QString group = tr("Window");
    };
    const QString go = tr("Go to");
    const QString find = tr("Search");
    const Shortcut shortcuts[] = {
        {tr("Search"), {Qt::CTRL | Qt::Key_K}, [this] { search(); }, false, find},
        {tr("Search in the list"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F}, [this] { searchList(); }, true, find},
        {tr("Previous conversation"), {Qt::ALT | Qt::Key_Up, Qt::CTRL | Qt::Key_PageUp}, [this] { m_inbox->step(-1); }, true, go},
        {tr("Next conversation"), {Qt::ALT | Qt::Key_Down, Qt::CTRL | Qt::Key_PageDown}, [this] { m_inbox->step(1); }, true, go},
        {tr("Check now"), {Qt::Key_F5}, [this] { emit m_engine.checkNowRequested(); }},
        {tr("Next pane"), {Qt::Key_F6}, [this] { m_inbox->nextPane(); }, true, go},
        {tr("Contact panel"), {Qt::CTRL | Qt::Key_I}, [this] { m_inbox->togglePanel(); }, true, go},
        {tr("Inbox"), {Qt::CTRL | Qt::Key_1}, [this] { showInbox(); }, true, go},
        {tr("Larger text"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, [this] { changeTextSize(10); }},
        {tr("Smaller text"), {Qt::CTRL | Qt::Key_Minus}, [this] { changeTextSize(-10); }},
        {tr("Usual text size"), {Qt::CTRL | Qt::Key_0}, [this] { changeTextSize(100 - m_engine.settings().window.textPercent); }},
        {tr("Calls"), {Qt::CTRL | Qt::Key_2}, [this] { showPlace(NavigationRail::Place::Calls); }, true, go},
        {tr("People"), {Qt::CTRL | Qt::Key_3}, [this] { showPlace(NavigationRail::Place::People); }, true, go},
        {tr("Settings"), {Qt::CTRL | Qt::Key_4, Qt::CTRL | Qt::Key_Comma}, [this] { showSettingsPage(); }, true, go},
        {tr("Keyboard"), {Qt::Key_F1, Qt::Key_Question}, [this] { (new KeyboardDialog(m_inbox->actions() + actions(), this))->open(); }},
        {tr("Close the top thing"), {Qt::Key_Escape}, [this] { closeTop(); }, false},
        {tr("Close"), {Qt::CTRL | Qt::Key_W}, [this] { close(); }},
        {tr("Quit"), {Qt::CTRL | Qt::Key_Q}, [this] { emit quitRequested(); }},
    };
    for (const Shortcut &shortcut : shortcuts) {
        auto *action = new QAction(shortcut.name, this);
        action->setShortcuts(shortcut.keys);
        connect(action, &QAction::triggered, this, shortcut.run);
        action->setProperty(unlisted, !shortcut.listed);
        KeyboardDialog::setGroup(*action, shortcut.group);
        addAction(action);
    }
}

void MainWindow::setSearch(SearchReader &reader)
{
    m_search = new SearchPalette(reader, *m_context, this);
    connect(m_search, &SearchPalette::chosen, this, [this](const SearchHit &hit) {
        openEntry(hit.conversation, {hit.at, hit.entryKey});
        if (hit.group == SearchGroup::Note && hit.entryKey.isEmpty())
            m_inbox->showNotes();
    });
    m_inbox->setSearch(reader);
}

void MainWindow::search()
{
    if (m_search) {
        QList<QAction *> listed = m_inbox->actions() + actions();
        listed.removeIf([](const QAction *action) { return action->property(unlisted).toBool(); });
        m_search->open(listed);
        return;
    }
    searchList();
}

void MainWindow::searchList()
{
    showInbox();
    m_inbox->focusSearch();
}

void MainWindow::changeTextSize(int percent)
{
    WindowSettings looks = m_engine.settings().window;
    looks.textPercent = std::clamp(looks.textPercent + percent, WindowSettings::leastTextPercent, WindowSettings::mostTextPercent);
    emit m_engine.changeWindowRequested(looks);
}

void MainWindow::rememberPlaceIn(QSettings &memory)
{
    m_memory = &memory;
    if (const QByteArray geometry = memory.value(geometryKey).toByteArray(); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (const QByteArray splitter = memory.value(splitterKey).toByteArray(); !splitter.isEmpty())
        m_inbox->restoreSplitter(splitter);
}

void MainWindow::savePlace()
{
    if (!m_memory)
        return;
    m_memory->setValue(geometryKey, saveGeometry());
    m_memory->setValue(splitterKey, m_inbox->splitterState());
}

void MainWindow::setContactReaders(ContactReader *contacts, EvidenceReader *evidence)
{
    m_inbox->setContactReaders(contacts, evidence);
}

void MainWindow::openConversation(ConversationId conversation)
{
    showInbox();
    m_inbox->open(conversation);
}

void MainWindow::openEntry(ConversationId conversation, const ThreadKey &place)
{
    openConversation(conversation);
    if (!place.key.isEmpty())
        m_inbox->showEntry(place);
}

ConversationId MainWindow::openedConversation() const
{
    return m_inbox->onScreen();
}

void MainWindow::showInbox()
{
    m_rail->setPlace(NavigationRail::Place::Inbox);
    m_pages->setCurrentWidget(m_inbox);
    m_inbox->markSeen();
}

void MainWindow::showSettingsPage()
{
    if (!m_settingsPage)
        return;
    m_rail->setPlace(NavigationRail::Place::Settings);
    m_pages->setCurrentWidget(m_settingsPage);
    m_settingsPage->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showPlace(NavigationRail::Place place)
{
    QWidget *page = place == NavigationRail::Place::Calls ? m_callsPage : m_peoplePage;
    if (!page)
        return;
    m_rail->setPlace(place);
    m_pages->setCurrentWidget(page);
    page->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::setCallsPage(QWidget *page)
{
    m_callsPage = page;
    m_pages->addWidget(page);
    m_rail->showPlace(NavigationRail::Place::Calls);
}

void MainWindow::setPeoplePage(QWidget *page)
{
    m_peoplePage = page;
    m_pages->addWidget(page);
    m_rail->showPlace(NavigationRail::Place::People);
}

void MainWindow::setSettingsPage(QWidget *page)
{
    m_settingsPage = page;
    m_pages->addWidget(page);
    m_rail->setSettingsVisible(true);
}

void MainWindow::setSidePanel(QWidget *panel)
{
    m_sidePanel = panel;
    layout()->addWidget(panel);
    m_rail->offerSidePanel(panel->windowTitle().isEmpty() ? tr("Simulated phone") : panel->windowTitle());
    fold();
}

void MainWindow::showCounts(const InboxCounts &counts)
{
    m_rail->setInboxCount(counts.needsReply);
    setWindowTitle(counts.needsReply > 0 ? tr("Textback (%1)").arg(counts.needsReply) : tr("Textback"));
    emit inboxCountsChanged(counts);
}

void MainWindow::showConnection()
{
    const UtcTime now = m_context->clock.utcNow();
    const auto look = m_shownConnection.kind == ConnectionState::Kind::Online ? ConnectionMark::Look::Good
                      : m_shownConnection.isTrouble()                         ? ConnectionMark::Look::Bad
                                                                              : ConnectionMark::Look::Busy;
    m_rail->connection().setState(look, ConnectionWords::shortState(m_shownConnection),
                                  ConnectionWords::statusLine(m_shownConnection, now));
}

void MainWindow::closeTop()
{
    if (m_pages->currentWidget() != m_inbox)
        showInbox();
    else
        m_inbox->closeTop();
}

void MainWindow::showAway(UtcTime from, UtcTime until)
{
    const auto calls = m_reader.lateCalls(from, until + decidedWithin, longestAwayList);
    if (!calls)
        return; // the database is busy: the next click shows it
    auto *dialog = new AwayDialog(*calls, *m_context, this);
    connect(dialog, &AwayDialog::conversationRequested, this, &MainWindow::openConversation);
    dialog->open();
}

void MainWindow::showAdvice(const QString &what, const QString &advice)
{
    auto *box = new PlainMessageBox(this);
    box->setWindowTitle(tr("What to do"));
    box->setTexts(what, advice);
    box->addWord(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

void MainWindow::fold()
{
    int free = width();
    if (m_sidePanel) {
        const int side = std::max(m_sidePanel->minimumWidth(), m_sidePanel->sizeHint().width());
        // Where both do not fit side by side, the panel is shown only when it was asked for.
        const bool room = free - side >= dp(singleWidth);
        const bool shown = m_sidePanelWanted.value_or(room) && (room || m_sidePanelWanted.has_value());
        m_sidePanel->setVisible(shown);
        m_rail->setSidePanelOpen(shown);
        if (shown)
            free -= side;
    }
    m_rail->setCompact(free < dp(slideOverWidth));
    m_inbox->setFold(free >= dp(fullWidth)     ? InboxPage::Fold::Full
                     : free >= dp(singleWidth) ? InboxPage::Fold::SlideOver
                                               : InboxPage::Fold::Single);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    savePlace();
    if (!m_closeToTray) {
        QWidget::closeEvent(event);
        return;
    }
    event->ignore();
    hide();
    emit hiddenToTray();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    savePlace();
    QWidget::hideEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_inbox)
        m_inbox->markSeen();
}

} // namespace textback
