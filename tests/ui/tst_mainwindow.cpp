// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/contact/contactpanel.h"
#include "ui/contact/namefield.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/fakereader.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/inboxpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/filterchip.h"
#include "ui/theme/theme.h"
#include "ui/theme/toast.h"
#include "ui/thread/composer.h"
#include "ui/thread/threaddelegate.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The window with clicks and keys, on an inbox in memory and an engine that only listens.
class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init();
    void cleanup() { m_window.reset(); }
    void namesThatOthersCountOn();
    void everythingHasAName();
    void clickOpensAndEnterSends();
    void draftsStayWithTheirConversation();
    void counterAndPlainMarks();
    void optedOutCannotBeWritten();
    void keysWalkTheList();
    void searchByKeys();
    void chipsFilter();
    void unreadIsMarkedRead();
    void newTextAppearsAtTheEnd();
    void holdCanBeCancelledAndHurried();
    void unconfirmedAsksBeforeItIsSentAgain();
    void whyExplains();
    void linkShowsItsHostFirst();
    void renameFromTheHeader();
    void folding_data();
    void folding();
    void oneColumnGoesBack();
    void banner();
    void failureIsTold();
    void hostileTexts_data();
    void hostileTexts();
    void longBodyIsCut();
    void placeIsRemembered();
    void closing();
    void olderPagesComeInAbove();

private:
    template <typename W>
    W *named(const QString &name) const
    {
        for (W *widget : m_window->findChildren<W *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    QListView *list() const { return named<QListView>(u"Conversations"_s); }
    ThreadView *thread() const { return m_window->findChild<ThreadView *>(); }
    ThreadModel *threadModel() const { return m_window->findChild<ThreadModel *>(); }
    QPlainTextEdit *field() const { return named<QPlainTextEdit>(u"Message"_s); }
    void settle()
    {
        for (int i = 0; i < 4; ++i) {
            m_time->settle();
            QApplication::processEvents();
        }
    }
    /// Clicks a painted button in the thread; false if the row has none of that name.
    bool clickInThread(const QString &key, const QString &button)
    {
        settle();
        const QModelIndex index = threadModel()->index(threadModel()->rowOf(key));
        thread()->scrollTo(index, QAbstractItemView::PositionAtBottom);
        settle();
        const QRect area = thread()->visualRect(index);
        const RowLayout &row = thread()->rows().layoutOf(index, area.width(), thread()->palette());
        for (const RowLayout::Button &painted : row.buttons) {
            if (painted.text == button) {
                QTest::mouseClick(thread()->viewport(), Qt::LeftButton, {}, area.topLeft() + painted.area.center().toPoint());
                return true;
            }
        }
        return false;
    }
    QMessageBox *box() const
    {
        for (QMessageBox *candidate : m_window->findChildren<QMessageBox *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void press(QMessageBox *messageBox, const QString &word)
    {
        for (QAbstractButton *button : messageBox->buttons()) {
            if (button->text() == word)
                button->click();
        }
        settle();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeReader> m_reader;
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<EngineClient> m_engine;
    std::unique_ptr<MainWindow> m_window;
    ConversationId m_maria;
};

void MainWindowTest::init()
{
    m_reader = std::make_unique<FakeReader>();
    m_maria = fillSample(*m_reader);
    m_time = std::make_unique<VirtualTime>();
    m_engine = std::make_unique<EngineClient>();
    m_window = std::make_unique<MainWindow>(*m_engine, *m_reader, *m_time, *m_time);
    Settings settings;
    settings.business.timeZone = u"UTC"_s;
    settings.rules.mode = Mode::On;
    emit m_engine->settingsChanged(settings);
    ConnectionState online;
    online.kind = ConnectionState::Kind::Online;
    emit m_engine->connectionChanged(online);
    auto *page = new QWidget;
    page->setAccessibleName(u"Settings page"_s);
    m_window->setSettingsPage(page);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    settle();
}

void MainWindowTest::namesThatOthersCountOn()
{
    QVERIFY(list());
    QVERIFY(named<QListView>(u"Messages"_s));
    QVERIFY(named<QLineEdit>(u"Search"_s));
    QVERIFY(field());
    QVERIFY(named<QPushButton>(u"Send"_s));
    QVERIFY(named<QAbstractButton>(u"Settings"_s));
    QVERIFY(named<QAbstractButton>(u"Inbox"_s));
}

void MainWindowTest::everythingHasAName()
{
    m_window->openConversation(m_maria);
    settle();
    int walked = 0;
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool interactive = widget->focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton *>(widget);
        if (!interactive || widget->objectName().startsWith("qt_"_L1) || !widget->isVisible())
            continue;
        if (widget->inherits("QSplitterHandle") || widget->inherits("QScrollBar") || widget->inherits("QLineEditIconButton"))
            continue;
        ++walked;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool told =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || (label && !label->text().isEmpty());
        QVERIFY2(told, widget->metaObject()->className());
    }
    QVERIFY(walked >= 12);
    for (int row = 0; row < threadModel()->rowCount(); ++row)
        QVERIFY(!threadModel()->data(threadModel()->index(row), Qt::AccessibleTextRole).toString().isEmpty());
}

void MainWindowTest::clickOpensAndEnterSends()
{
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(list()->model()->index(1, 0)).center());
    settle();
    QCOMPARE(m_window->openedConversation(), m_maria);
    QVERIFY(field()->hasFocus());
    QTest::keyClicks(field(), u"On my way"_s);
    QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(field(), u"in 10"_s);
    QCOMPARE(sent.count(), 0);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.at(0).at(0).value<ConversationId>(), m_maria);
    QCOMPARE(sent.at(0).at(1).toString(), u"On my way\nin 10"_s);
    QVERIFY(field()->toPlainText().isEmpty());
    QTest::keyClicks(field(), u"   "_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QTest::keyClicks(field(), u"again"_s);
    QTest::mouseClick(named<QPushButton>(u"Send"_s), Qt::LeftButton);
    QCOMPARE(sent.count(), 2);
}

void MainWindowTest::draftsStayWithTheirConversation()
{
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"half a"_s);
    m_window->openConversation(ConversationId{3});
    QVERIFY(field()->toPlainText().isEmpty());
    auto *model = m_window->findChild<ConversationListModel *>();
    QCOMPARE(model->draft(m_maria), u"half a"_s);
    m_window->openConversation(m_maria);
    QCOMPARE(field()->toPlainText(), u"half a"_s);
}

void MainWindowTest::counterAndPlainMarks()
{
    m_window->openConversation(m_maria);
    field()->setPlainText(QString(100, u'a') + u"’"_s);
    settle();
    QAbstractButton *fix = nullptr;
    for (auto *button : m_window->findChild<Composer *>()->findChildren<QToolButton *>()) {
        if (button->isVisible())
            fix = button;
    }
    QVERIFY(fix);
    fix->click();
    QCOMPARE(field()->toPlainText(), QString(100, u'a') + u"'"_s);
    QVERIFY(!fix->isVisible());
    field()->setPlainText(QString(1601, u'a'));
    QVERIFY(!named<QPushButton>(u"Send"_s)->isEnabled());
}

void MainWindowTest::optedOutCannotBeWritten()
{
    m_window->openConversation(ConversationId{6});
    settle();
    QVERIFY(!field()->isVisible());
    QVERIFY(m_window->findChild<Composer *>()->isBlocked());
    QVERIFY(!m_window->findChild<NameField *>()->hasFocus());
    m_window->openConversation(ConversationId{7}); // withheld
    QVERIFY(!field()->isVisible());
    m_window->openConversation(ConversationId{2}); // landline
    QVERIFY(!field()->isVisible());
    m_window->openConversation(m_maria);
    QVERIFY(field()->isVisible());
}

void MainWindowTest::keysWalkTheList()
{
    QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_window->openedConversation(), ConversationId{8});
    QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_window->openedConversation(), m_maria);
    QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_window->openedConversation(), ConversationId{8});
    QSignalSpy checks(m_engine.get(), &EngineClient::checkNowRequested);
    QSignalSpy quits(m_window.get(), &MainWindow::quitRequested);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(checks.count(), 1);
    QCOMPARE(quits.count(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(m_window->openedConversation().isNull());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(m_window->openedConversation(), ConversationId{8});
    auto *panel = m_window->findChild<ContactPanel *>();
    QVERIFY(panel->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(!panel->isVisible());
}

void MainWindowTest::searchByKeys()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *search = named<QLineEdit>(u"Search"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"jordan"_s);
    m_time->advance(Millis(200));
    QCOMPARE(list()->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_window->openedConversation(), ConversationId{5});
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QVERIFY(list()->model()->rowCount() > 1);
    QTest::keyClicks(search, u"nobody at all"_s);
    m_time->advance(Millis(200));
    QVERIFY(!list()->isVisible());
}

void MainWindowTest::chipsFilter()
{
    QCOMPARE(list()->model()->rowCount(), 4);
    auto *all = named<FilterChip>(u"All"_s);
    QVERIFY(all);
    QVERIFY(named<FilterChip>(u"Needs reply, 4"_s));
    QVERIFY(named<FilterChip>(u"Unread, 3"_s));
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 8);
    QVERIFY(all->isChecked());
}

void MainWindowTest::unreadIsMarkedRead()
{
    QSignalSpy read(m_engine.get(), &EngineClient::markReadRequested);
    QSignalSpy counts(m_window.get(), &MainWindow::inboxCountsChanged);
    m_window->openConversation(m_maria);
    QVERIFY(!read.isEmpty());
    QCOMPARE(read.at(0).at(0).value<ConversationId>(), m_maria);
    read.clear();
    m_reader->row(m_maria).unread = 0;
    emit m_engine->conversationsChanged({m_maria});
    QVERIFY(read.isEmpty());
    QCOMPARE(counts.count(), 1);
    QCOMPARE(counts.at(0).at(0).value<InboxCounts>().unread, 2);
    // Nothing is seen while the window is not in front of a thread.
    m_window->showSettingsPage();
    m_reader->row(m_maria).unread = 1;
    emit m_engine->conversationsChanged({m_maria});
    QVERIFY(read.isEmpty());
}

void MainWindowTest::newTextAppearsAtTheEnd()
{
    m_window->openConversation(m_maria);
    const int rows = threadModel()->rowCount();
    m_reader->putEntry(m_maria, makeMessage(90, m_maria, MessageOrigin::Customer, u"One more thing"_s, 0));
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QCOMPARE(threadModel()->rowCount(), rows + 1);
    const QRect last = thread()->visualRect(threadModel()->index(rows));
    QVERIFY(thread()->viewport()->rect().contains(last.center()));
}

void MainWindowTest::holdCanBeCancelledAndHurried()
{
    QSignalSpy cancelled(m_engine.get(), &EngineClient::cancelWaitingRequested);
    QSignalSpy hurried(m_engine.get(), &EngineClient::sendNowRequested);
    m_window->openConversation(ConversationId{3});
    QVERIFY(clickInThread(u"m35"_s, u"Cancel"_s));
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(cancelled.at(0).at(0).value<MessageId>(), MessageId{35});
    QVERIFY(clickInThread(u"m35"_s, u"Send now"_s));
    QCOMPARE(hurried.count(), 1);
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    QVERIFY(clickInThread(u"m33"_s, u"Send anyway"_s));
    QCOMPARE(sent.at(0).at(1).toString(), u"Sorry we missed you again."_s);
    QVERIFY(clickInThread(u"m32"_s, u"Copy text"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"Are you still there?"_s);
}

void MainWindowTest::unconfirmedAsksBeforeItIsSentAgain()
{
    QSignalSpy again(m_engine.get(), &EngineClient::sendAgainRequested);
    m_window->openConversation(ConversationId{3});
    QVERIFY(clickInThread(u"m31"_s, u"Send again"_s));
    QCOMPARE(again.count(), 0);
    QVERIFY(box());
    press(box(), u"Cancel"_s);
    QCOMPARE(again.count(), 0);
    QVERIFY(clickInThread(u"m31"_s, u"Send again"_s));
    press(box(), u"Send again"_s);
    QCOMPARE(again.count(), 1);
    QVERIFY(clickInThread(u"m32"_s, u"Send again"_s)); // surely not arrived: at once
    QCOMPARE(again.count(), 2);
}

void MainWindowTest::whyExplains()
{
    m_window->openConversation(ConversationId{3});
    QVERIFY(clickInThread(u"c31"_s, u"Why?"_s));
    QVERIFY(box());
    QVERIFY(box()->text().contains("landline"_L1));
    QVERIFY(box()->informativeText().contains("4f2a9c"_L1));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
}

void MainWindowTest::linkShowsItsHostFirst()
{
    m_window->openConversation(m_maria);
    settle();
    const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m1"_s));
    const QRect area = thread()->visualRect(index);
    const RowLayout &row = thread()->rows().layoutOf(index, area.width(), thread()->palette());
    QCOMPARE(row.links.size(), size_t(1));
    QPoint spot;
    for (int y = 0; y < row.height && spot.isNull(); y += 3) {
        for (int x = 0; x < area.width() && spot.isNull(); x += 3) {
            if (row.linkAt(QPointF(x, y)))
                spot = QPoint(x, y);
        }
    }
    QVERIFY(!spot.isNull());
    QTest::mouseClick(thread()->viewport(), Qt::LeftButton, {}, area.topLeft() + spot + QPoint(2, 2));
    QVERIFY(box());
    QVERIFY(box()->text().contains("brightair.example"_L1));
    press(box(), u"Cancel"_s);
}

void MainWindowTest::renameFromTheHeader()
{
    QSignalSpy renamed(m_engine.get(), &EngineClient::renameContactRequested);
    m_window->openConversation(ConversationId{8});
    auto *name = m_window->findChild<NameField *>();
    QCOMPARE(name->text(), u"(313) 555-0188"_s);
    QTest::mouseClick(name, Qt::LeftButton);
    QVERIFY(name->text().isEmpty());
    QTest::keyClicks(name, u"Pat <b>Lee</b>"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(renamed.at(0).at(1).toString(), u"Pat <b>Lee</b>"_s);
    QTest::mouseClick(name, Qt::LeftButton);
    QTest::keyClicks(name, u"x"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(renamed.count(), 1);
}

void MainWindowTest::folding_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("listShown");
    QTest::addColumn<bool>("panelShown");
    QTest::newRow("wide") << 1280 << true << true;
    QTest::newRow("just wide") << 1180 << true << true;
    QTest::newRow("slide-over") << 1179 << true << false;
    QTest::newRow("two columns") << 620 << true << false;
    QTest::newRow("one column") << 619 << false << false;
    QTest::newRow("smallest") << 420 << false << false;
}

void MainWindowTest::folding()
{
    QFETCH(int, width);
    m_window->openConversation(m_maria);
    m_window->resize(width, 700);
    settle();
    QCOMPARE(m_window->width(), width);
    QTEST(list()->isVisible(), "listShown");
    auto *panel = m_window->findChild<ContactPanel *>();
    QTEST(panel->isVisible(), "panelShown");
    QVERIFY(thread()->isVisible());
    QVERIFY(m_window->rect().contains(QRect(thread()->mapTo(m_window.get(), QPoint(0, 0)), thread()->size())));
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(panel->isVisible(), width < 1180);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
}

void MainWindowTest::oneColumnGoesBack()
{
    m_window->resize(420, 520);
    m_window->openConversation(m_maria);
    settle();
    QVERIFY(!list()->isVisible());
    auto *back = named<QToolButton>(u"Back to the list"_s);
    QVERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    settle();
    QVERIFY(list()->isVisible());
    QVERIFY(!thread()->isVisible());
    QVERIFY(m_window->openedConversation().isNull());
}

void MainWindowTest::banner()
{
    auto *strip = m_window->findChild<ConnectionBanner *>();
    QVERIFY(!strip->isVisible());
    ConnectionState offline;
    offline.kind = ConnectionState::Kind::Offline;
    offline.nextTry = m_time->utcNow() + Millis(12000);
    emit m_engine->connectionChanged(offline);
    QVERIFY(strip->isVisible());
    QVERIFY(strip->sentence().endsWith("12 s."_L1));
    m_time->advance(Millis(5000));
    QVERIFY2(strip->sentence().endsWith("7 s."_L1), qPrintable(strip->sentence()));
    QSignalSpy checks(m_engine.get(), &EngineClient::checkNowRequested);
    QTest::mouseClick(strip->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(checks.count(), 1);
    ConnectionState online;
    online.kind = ConnectionState::Kind::Online;
    emit m_engine->connectionChanged(online);
    QVERIFY(!strip->isVisible());
    Settings settings;
    settings.rules.mode = Mode::Watch;
    emit m_engine->settingsChanged(settings);
    QVERIFY(strip->sentence().startsWith("Watching only"_L1));
}

void MainWindowTest::failureIsTold()
{
    emit m_engine->actionFailed(m_maria, Error{ErrorKind::OptedOut, u"21610"_s, {}, 400, u"21610"_s});
    auto *toast = m_window->findChild<Toast *>();
    QVERIFY(toast->isVisible());
    QVERIFY(toast->sentence().contains("STOP"_L1));
    m_time->advance(Millis(7000));
    QVERIFY(!toast->isVisible());
}

void MainWindowTest::hostileTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("html") << u"<html><img src=\"file:///etc/hostname\"><b>bold</b>"_s;
    QTest::newRow("looks like html") << u"a < b and c > d"_s;
    QTest::newRow("override") << u"\u202Egnp.exe\u202C and \u2067back\u2069\u2069\u2069"_s;
    QTest::newRow("storm") << u"Z"_s + QString(3000, QChar(0x0351)) + u"algo"_s;
    QTest::newRow("one long word") << QString(3000, u'W');
    QTest::newRow("megabyte") << QString(1 << 20, u'x');
    QTest::newRow("only breaks") << QString(500, u'\n');
    QTest::newRow("nul and controls") << QString(QChar(0)) + u"\a\b\x1b[31mred"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) + u"x"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("arabic and thai") << u"مرحبا بالعالم ภาษาไทยยาวมากไม่มีช่องว่าง"_s;
    QTest::newRow("emoji family") << u"👨‍👩‍👧‍👦🏳️‍🌈🇺🇸"_s;
}

void MainWindowTest::hostileTexts()
{
    QFETCH(QString, text);
    auto row = makeSummary(1, text.left(80), u"+13135550131"_s, 0);
    row.preview = text.left(160);
    row.previewKind = PreviewKind::Customer;
    row.needsReply = true;
    m_reader->put(row);
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, text, 0));
    auto failed = makeMessage(51, m_maria, MessageOrigin::Person, text, 0, DeliveryStatus::Failed);
    std::get<MessageBubble>(failed.content).message.errorText = text;
    m_reader->putEntry(m_maria, failed);
    emit m_engine->conversationsChanged({m_maria});
    m_window->openConversation(m_maria);
    for (const int width : {1280, 640, 420}) {
        m_window->resize(width, 700);
        settle();
        const QImage image = m_window->grab().toImage();
        QVERIFY(!image.isNull());
        const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m50"_s));
        const int available = thread()->viewport()->width();
        const RowLayout &layout = thread()->rows().layoutOf(index, available, thread()->palette());
        QVERIFY2(layout.box.right() <= available && layout.box.left() >= 0, "a bubble sticks out");
        QCOMPARE(threadModel()->index(threadModel()->rowCount() - 1).isValid(), true);
        QVERIFY(!thread()->horizontalScrollBar()->isVisible());
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text().left(60)));
    }
}

void MainWindowTest::longBodyIsCut()
{
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, u"word "_s.repeated(2000), 0));
    m_window->openConversation(m_maria);
    settle();
    const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m50"_s));
    const int cut = thread()->visualRect(index).height();
    QVERIFY(clickInThread(u"m50"_s, u"Show all (10,000 characters)"_s));
    settle();
    const int whole = thread()->visualRect(threadModel()->index(threadModel()->rowOf(u"m50"_s))).height();
    QVERIFY2(whole > cut * 2, qPrintable(u"%1 and %2"_s.arg(cut).arg(whole)));
}

void MainWindowTest::placeIsRemembered()
{
    QTemporaryDir folder;
    QSettings memory(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    m_window->rememberPlaceIn(memory);
    m_window->resize(1000, 640);
    m_window->hide();
    MainWindow other(*m_engine, *m_reader, *m_time, *m_time);
    other.rememberPlaceIn(memory);
    QCOMPARE(other.size(), QSize(1000, 640));
}

void MainWindowTest::closing()
{
    QSignalSpy hidden(m_window.get(), &MainWindow::hiddenToTray);
    m_window->setCloseToTray(true);
    m_window->close();
    QCOMPARE(hidden.count(), 1);
    QVERIFY(!m_window->isVisible());
    m_window->show();
    m_window->setCloseToTray(false);
    QVERIFY(m_window->close());
    QCOMPARE(hidden.count(), 1);
}

void MainWindowTest::olderPagesComeInAbove()
{
    const ConversationId id{4};
    for (int i = 1; i <= 120; ++i)
        m_reader->putEntry(id, makeMessage(1000 + i, id, MessageOrigin::Customer, u"Message number %1"_s.arg(i), 400 - i));
    m_window->openConversation(id);
    settle();
    QCOMPARE(threadModel()->rowCount(), 50);
    const QString key = u"m1075"_s;
    thread()->verticalScrollBar()->setValue(0);
    const int before = thread()->visualRect(threadModel()->index(threadModel()->rowOf(key))).top();
    settle();
    QVERIFY(threadModel()->rowCount() >= 100);
    const int after = thread()->visualRect(threadModel()->index(threadModel()->rowOf(key))).top();
    QVERIFY2(std::abs(after - before) <= 40, qPrintable(u"%1 was at %2, is at %3"_s.arg(key).arg(before).arg(after)));
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
