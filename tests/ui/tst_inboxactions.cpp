// SPDX-License-Identifier: MIT
#include "ui/conversations/conversationpane.h"
#include "ui/conversations/rowcontrols.h"
#include "ui/conversations/snoozedialog.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/plaintooltip.h"
#include "ui/windowfixture.h"

#include <QContextMenuEvent>
#include <QDateTimeEdit>
#include <QDesktopServices>
#include <QHoverEvent>
#include <QMenu>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

namespace {

const ConversationId queued{8}; // the rows of "Needs reply" in their order
const ConversationId maria{1};
const ConversationId landline{2};
const ConversationId dmitri{3};

} // namespace

/// Done, snooze, unread, call: by keys, by the row's menu, by the buttons over a row and above the thread; and taken back.
class InboxActionsTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void doneMovesOnAndIsUndone();
    void doneOfTheLastRowGoesUp();
    void doneIsTakenBackByTheSameKey();
    void undoComesTooLate();
    void undoByKeyWhileWriting();
    void snoozeByKeys();
    void snoozeCanBeEnded();
    void snoozeToAPickedTime();
    void unreadIsLeftUnread();
    void callAndCopy();
    void menuOfARowOpensNothing();
    void menuByTheKeyboard();
    void buttonsOverARow();
    void buttonsAreSeenUnderTheMouse();
    void doneIsSeenAmongAll();
    void rightButtonIsNoButton();
    void shortcutsAreTold();
    void nothingWithoutAConversation();
    void chipsSnoozedAndDone();
    void lookedAtRowsStayWhileOthersMove();
    void atTheTopWhatIsNewIsSeen();

public slots:
    void called(const QUrl &url) { m_called.append(url); }

private:
    QModelIndex row(ConversationId id) const
    {
        auto *model = m_window->findChild<ConversationListModel *>();
        return model->index(model->rowOf(id));
    }
    QPoint placeOf(ConversationId id) const { return list()->visualRect(row(id)).center(); }
    void key(Qt::Key which, Qt::KeyboardModifiers with = Qt::ControlModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), which, with);
        settle();
    }
    QMenu *menu(const QString &name) const
    {
        for (QMenu *candidate : m_window->findChildren<QMenu *>()) {
            if (candidate->accessibleName() == name && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    static QAction *item(const QMenu *menu, const QString &words)
    {
        for (QAction *action : menu->actions()) {
            if (action->text().section(u'\t', 0, 0) == words)
                return action;
        }
        return nullptr;
    }
    void click(QMenu *menu, const QString &words)
    {
        QAction *action = item(menu, words);
        QVERIFY2(action, qPrintable(words));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        settle();
    }
    void openMenu(ConversationId id)
    {
        const QPoint at = placeOf(id);
        QTest::mouseClick(list()->viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list()->viewport(), &event);
        settle();
    }
    Toast *toast() const { return m_window->findChild<Toast *>(); }
    QPushButton *undo() const { return named<QPushButton>(u"Undo"_s); }

    QList<QUrl> m_called;
    std::unique_ptr<QSignalSpy> m_done;
    std::unique_ptr<QSignalSpy> m_snoozed;
    std::unique_ptr<QSignalSpy> m_undone;
};

void InboxActionsTest::init()
{
    makeWindow();
    m_done = std::make_unique<QSignalSpy>(m_engine.get(), &EngineClient::setDoneRequested);
    m_snoozed = std::make_unique<QSignalSpy>(m_engine.get(), &EngineClient::setSnoozedRequested);
    m_undone = std::make_unique<QSignalSpy>(m_engine.get(), &EngineClient::undoPutAwayRequested);
    // What the engine would do.
    connect(m_engine.get(), &EngineClient::setDoneRequested, this, [this](ConversationId id, bool done) {
        m_reader->row(id).done = done;
        m_reader->row(id).needsReply = !done;
        emit m_engine->conversationsChanged({id});
    });
    connect(m_engine.get(), &EngineClient::setSnoozedRequested, this, [this](ConversationId id, std::optional<UtcTime> until) {
        m_reader->row(id).snoozedUntil = until;
        m_reader->row(id).needsReply = !until;
        emit m_engine->conversationsChanged({id});
    });
    connect(m_engine.get(), &EngineClient::undoPutAwayRequested, this, [this](ConversationId id) {
        m_reader->row(id).done = false;
        m_reader->row(id).snoozedUntil.reset();
        m_reader->row(id).needsReply = true;
        emit m_engine->conversationsChanged({id});
    });
}

void InboxActionsTest::cleanup()
{
    m_done.reset();
    m_snoozed.reset();
    m_undone.reset();
    m_window.reset();
}

void InboxActionsTest::doneMovesOnAndIsUndone()
{
    m_window->openConversation(maria);
    QVERIFY(field()->hasFocus());
    key(Qt::Key_E);
    QCOMPARE(m_done->count(), 1);
    QCOMPARE(m_done->at(0).at(0).value<ConversationId>(), maria);
    QCOMPARE(m_done->at(0).at(1).toBool(), true);
    QCOMPARE(m_window->openedConversation(), landline); // the next row
    QVERIFY(!row(maria).isValid());
    QVERIFY(toast()->isVisible());
    QCOMPARE(toast()->sentence(), u"Done."_s);
    QVERIFY(undo()->isVisible());
    QTest::mouseClick(undo(), Qt::LeftButton);
    settle();
    QCOMPARE(m_undone->count(), 1);
    QCOMPARE(m_undone->at(0).at(0).value<ConversationId>(), maria);
    QVERIFY(row(maria).isValid());
    QCOMPARE(m_window->openedConversation(), maria); // it was open before
    QVERIFY(!toast()->isVisible());
}

void InboxActionsTest::doneOfTheLastRowGoesUp()
{
    m_window->openConversation(dmitri);
    key(Qt::Key_E);
    QCOMPARE(m_window->openedConversation(), landline);
    for (int left = 0; left < 3; ++left)
        key(Qt::Key_E);
    QCOMPARE(m_done->count(), 4);
    QVERIFY(m_window->openedConversation().isNull());
}

void InboxActionsTest::doneIsTakenBackByTheSameKey()
{
    m_reader->row(maria).done = true;
    m_window->openConversation(maria);
    settle();
    QVERIFY(named<ActionButton>(u"Back to the inbox"_s));
    key(Qt::Key_E);
    QCOMPARE(m_done->at(0).at(1).toBool(), false);
    QCOMPARE(m_window->openedConversation(), maria);
    QVERIFY(named<ActionButton>(u"Done"_s));
}

void InboxActionsTest::undoComesTooLate()
{
    m_window->openConversation(maria);
    key(Qt::Key_E);
    m_time->advance(Millis(5900));
    QVERIFY(undo()->isVisible());
    m_time->advance(Millis(200));
    QVERIFY(!toast()->isVisible());
    key(Qt::Key_Z);
    QCOMPARE(m_undone->count(), 0);
}

void InboxActionsTest::undoByKeyWhileWriting()
{
    m_window->openConversation(dmitri);
    key(Qt::Key_E);
    m_window->openConversation(maria);
    QTest::keyClicks(field(), u"On my"_s);
    key(Qt::Key_Z); // what was typed last is meant
    QCOMPARE(m_undone->count(), 0);
    field()->setPlainText({});
    field()->document()->clearUndoRedoStacks();
    key(Qt::Key_Z);
    QCOMPARE(m_undone->count(), 1);
    QCOMPARE(m_undone->at(0).at(0).value<ConversationId>(), dmitri);
    QCOMPARE(m_window->openedConversation(), maria); // whoever went on stays there
}

void InboxActionsTest::snoozeByKeys()
{
    m_window->openConversation(maria);
    key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QMenu *times = menu(u"Snooze"_s);
    QVERIFY(times);
    QStringList lines;
    for (const QAction *action : times->actions())
        lines.append(action->text());
    // Monday, 15:00.
    QCOMPARE(lines, (QStringList{u"For 1 hour\t4:00 PM"_s, u"This evening\t6:00 PM"_s, u"Tomorrow\tTue 8:00 AM"_s,
                                 u"Next Monday\tNov 30, 8:00 AM"_s, QString(), u"Pick date and time…"_s}));
    QTest::keyClick(times, Qt::Key_Down);
    QTest::keyClick(times, Qt::Key_Down);
    QTest::keyClick(times, Qt::Key_Down);
    QTest::keyClick(times, Qt::Key_Return);
    settle();
    QCOMPARE(m_snoozed->count(), 1);
    QCOMPARE(m_snoozed->at(0).at(0).value<ConversationId>(), maria);
    QCOMPARE(*m_snoozed->at(0).at(1).value<std::optional<UtcTime>>(), minutesAgo(-17 * 60));
    QCOMPARE(toast()->sentence(), u"Snoozed to Tue 8:00 AM."_s);
    QCOMPARE(m_window->openedConversation(), landline);
    key(Qt::Key_Z);
    QCOMPARE(m_undone->count(), 1);
    QCOMPARE(m_window->openedConversation(), maria);
}

void InboxActionsTest::snoozeCanBeEnded()
{
    m_reader->row(maria).snoozedUntil = minutesAgo(-600);
    m_window->openConversation(maria);
    settle();
    QTest::mouseClick(named<ActionButton>(u"Snooze to another time"_s), Qt::LeftButton);
    settle();
    click(menu(u"Snooze"_s), u"Back to the inbox now"_s);
    QCOMPARE(m_snoozed->count(), 1);
    QVERIFY(!m_snoozed->at(0).at(1).value<std::optional<UtcTime>>());
    QCOMPARE(m_window->openedConversation(), maria);
}

void InboxActionsTest::snoozeToAPickedTime()
{
    m_window->openConversation(maria);
    key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    click(menu(u"Snooze"_s), u"Pick date and time…"_s);
    auto *dialog = m_window->findChild<SnoozeDialog *>();
    QVERIFY(dialog);
    auto *when = dialog->findChild<QDateTimeEdit *>();
    QPushButton *ok = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Snooze")
            ok = button;
    }
    QVERIFY(when && ok);
    QCOMPARE(dialog->until(), minutesAgo(-17 * 60)); // tomorrow at eight
    when->setTime(QTime(9, 30));
    QCOMPARE(dialog->until(), minutesAgo(-18.5 * 60));
    when->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 59), Qt::UTC));
    QVERIFY(!ok->isEnabled());
    when->setTime(QTime(15, 1));
    QVERIFY(ok->isEnabled());
    m_time->advance(Millis(90000)); // and while one thinks it passes
    QTest::mouseClick(ok, Qt::LeftButton);
    QCOMPARE(m_snoozed->count(), 0);
    when->setTime(QTime(15, 30));
    QTest::mouseClick(ok, Qt::LeftButton);
    settle();
    QCOMPARE(m_snoozed->count(), 1);
    QCOMPARE(*m_snoozed->at(0).at(1).value<std::optional<UtcTime>>(), minutesAgo(-30));
    QCOMPARE(m_snoozed->at(0).at(0).value<ConversationId>(), maria);
}

void InboxActionsTest::unreadIsLeftUnread()
{
    QStringList order;
    connect(m_engine.get(), &EngineClient::markUnreadRequested, this, [&] { order.append(u"unread"_s); });
    connect(m_engine.get(), &EngineClient::markReadRequested, this, [&] { order.append(u"read"_s); });
    m_window->openConversation(maria);
    m_reader->row(maria).unread = 0;
    emit m_engine->conversationsChanged({maria});
    order.clear();
    key(Qt::Key_U);
    m_reader->row(maria).unread = 1;
    emit m_engine->conversationsChanged({maria});
    settle();
    QCOMPARE(order, QStringList{u"unread"_s});
    QVERIFY(m_window->openedConversation().isNull());
    QVERIFY(list()->hasFocus());
    m_window->findChild<InboxPage *>()->markSeen(); // the window came to the front again
    QCOMPARE(order, QStringList{u"unread"_s});
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, placeOf(maria));
    QCOMPARE(order, (QStringList{u"unread"_s, u"read"_s})); // by hand
}

void InboxActionsTest::callAndCopy()
{
    QGuiApplication::clipboard()->clear();
    m_window->openConversation(maria);
    openMenu(dmitri);
    click(menu(u"Conversation"_s), u"Copy number"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"+13135550142"_s);
    QDesktopServices::setUrlHandler(u"tel"_s, this, "called");
    m_called.clear();
    key(Qt::Key_L);
    QCOMPARE(m_called, QList<QUrl>{QUrl(u"tel:+13135550131"_s)});
    QDesktopServices::unsetUrlHandler(u"tel"_s);
    m_reader->row(ConversationId{7}).needsReply = true; // withheld
    m_window->openConversation(ConversationId{7});
    openMenu(ConversationId{7});
    QVERIFY(!item(menu(u"Conversation"_s), u"Call back"_s)->isEnabled());
    QVERIFY(!item(menu(u"Conversation"_s), u"Copy number"_s)->isEnabled());
    QVERIFY(item(menu(u"Conversation"_s), u"Done"_s)->isEnabled());
}

void InboxActionsTest::menuOfARowOpensNothing()
{
    QSignalSpy read(m_engine.get(), &EngineClient::markReadRequested);
    m_window->openConversation(dmitri);
    read.clear();
    openMenu(maria);
    QMenu *actions = menu(u"Conversation"_s);
    QVERIFY(actions);
    QCOMPARE(m_window->openedConversation(), dmitri);
    QStringList words;
    for (const QAction *action : actions->actions())
        words.append(action->text().section(u'\t', 0, 0));
    QCOMPARE(words, (QStringList{u"Done"_s, u"Snooze"_s, u"Mark unread"_s, QString(), u"Call back"_s, u"Copy number"_s}));
    click(actions, u"Done"_s);
    QCOMPARE(m_done->count(), 1);
    QCOMPARE(m_done->at(0).at(0).value<ConversationId>(), maria);
    QCOMPARE(m_window->openedConversation(), dmitri);
    QVERIFY(read.isEmpty());
    // The keys mean the open one again.
    key(Qt::Key_E);
    QCOMPARE(m_done->at(1).at(0).value<ConversationId>(), dmitri);
    QTest::mouseClick(undo(), Qt::LeftButton);
}

void InboxActionsTest::menuByTheKeyboard()
{
    m_window->openConversation(maria);
    list()->setFocus();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(list(), &event);
    settle();
    QMenu *actions = menu(u"Conversation"_s);
    QVERIFY(actions);
    QTest::keyClick(actions, Qt::Key_Down);
    QTest::keyClick(actions, Qt::Key_Down);
    QTest::keyClick(actions, Qt::Key_Right);
    settle();
    QMenu *times = menu(u"Snooze"_s);
    QVERIFY(times);
    QTest::keyClick(times, Qt::Key_Return);
    settle();
    QCOMPARE(m_snoozed->count(), 1);
    QCOMPARE(*m_snoozed->at(0).at(1).value<std::optional<UtcTime>>(), minutesAgo(-60));
}

void InboxActionsTest::buttonsOverARow()
{
    m_window->openConversation(dmitri);
    const auto button = [this](RowButton which, ConversationId id) { return RowControls::area(which, list()->visualRect(row(id))); };
    QCOMPARE(button(RowButton::Done, maria).size(), QSize(28, 28));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, button(RowButton::Done, maria).center());
    settle();
    QCOMPARE(m_done->count(), 1);
    QCOMPARE(m_done->at(0).at(0).value<ConversationId>(), maria);
    QCOMPARE(m_window->openedConversation(), dmitri);
    QTest::mouseClick(undo(), Qt::LeftButton);
    settle();
    QCOMPARE(m_window->openedConversation(), dmitri);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, button(RowButton::Snooze, landline).center());
    settle();
    click(menu(u"Snooze"_s), u"For 1 hour"_s);
    QCOMPARE(m_snoozed->at(0).at(0).value<ConversationId>(), landline);
    QCOMPARE(m_window->openedConversation(), dmitri);
    // A row that moves away under the mouse is not the one that was meant.
    const QPoint place = button(RowButton::Done, queued).center();
    QTest::mousePress(list()->viewport(), Qt::LeftButton, {}, place);
    m_reader->row(maria).lastActivity = minutesAgo(0);
    emit m_engine->conversationsChanged({maria});
    settle();
    QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(m_done->count(), 1);
}

void InboxActionsTest::buttonsAreSeenUnderTheMouse()
{
    m_window->openConversation(dmitri);
    settle();
    const auto look = [this](RowButton which) {
        const QRect place = RowControls::area(which, list()->visualRect(row(maria)));
        return list()->viewport()->grab(place).toImage();
    };
    const auto move = [this](const QPoint &at) {
        QHoverEvent event(QEvent::HoverMove, at, list()->viewport()->mapToGlobal(at), QPointF(-1, -1));
        QApplication::sendEvent(list()->viewport(), &event);
        QMouseEvent mouse(QEvent::MouseMove, at, list()->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(list()->viewport(), &mouse);
    };
    const QImage nothing = look(RowButton::Done);
    move(placeOf(maria));
    const QImage done = look(RowButton::Done);
    QVERIFY(done != nothing);
    QVERIFY(done != look(RowButton::Snooze));
    move(RowControls::area(RowButton::Done, list()->visualRect(row(maria))).center());
    QVERIFY(look(RowButton::Done) != done); // lit up
    QCOMPARE(list()->viewport()->cursor().shape(), Qt::PointingHandCursor);
    move(placeOf(landline));
    QCOMPARE(look(RowButton::Done), nothing);
    QVERIFY(list()->viewport()->cursor().shape() != Qt::PointingHandCursor);
}

void InboxActionsTest::doneIsSeenAmongAll()
{
    m_window->openConversation(dmitri);
    for (FilterChip *chip : m_window->findChildren<FilterChip *>()) {
        if (chip->accessibleName().startsWith(u"All"_s))
            QTest::mouseClick(chip, Qt::LeftButton);
    }
    settle();
    const auto look = [this] { return list()->viewport()->grab(list()->visualRect(row(maria))).toImage(); };
    const QImage open = look();
    m_reader->row(maria).done = true;
    emit m_engine->conversationsChanged({maria});
    settle();
    QVERIFY(row(maria).isValid());
    QVERIFY(look() != open);
}

void InboxActionsTest::rightButtonIsNoButton()
{
    m_window->openConversation(dmitri);
    QTest::mouseClick(list()->viewport(), Qt::RightButton, {}, RowControls::area(RowButton::Done, list()->visualRect(row(maria))).center());
    QTest::mouseClick(list()->viewport(), Qt::RightButton, {}, placeOf(maria));
    QCOMPARE(m_done->count(), 0);
    QCOMPARE(m_window->openedConversation(), dmitri);
}

void InboxActionsTest::shortcutsAreTold()
{
    m_window->openConversation(maria);
    settle();
    QCOMPARE(named<ActionButton>(u"Done"_s)->toolTip(), plainToolTip(u"Done (Ctrl+E)"_s));
    QCOMPARE(named<ActionButton>(u"Snooze"_s)->toolTip(), plainToolTip(u"Snooze (Ctrl+Shift+J)"_s));
    QCOMPARE(named<ActionButton>(u"Done"_s)->text(), u"Done"_s);
    openMenu(maria);
    const QMenu *actions = menu(u"Conversation"_s);
    QCOMPARE(item(actions, u"Done"_s)->shortcut(), QKeySequence(u"Ctrl+E"_s));
    QCOMPARE(item(actions, u"Mark unread"_s)->shortcut(), QKeySequence(u"Ctrl+U"_s));
    QCOMPARE(item(actions, u"Call back"_s)->shortcut(), QKeySequence(u"Ctrl+L"_s));
    QVERIFY(item(actions, u"Snooze"_s)->text().endsWith(u"Ctrl+Shift+J"_s));
    for (const QAction *action : actions->actions())
        QVERIFY(action->isSeparator() || action->menu() || action->isShortcutVisibleInContextMenu());
    // In a narrow header the words give way.
    m_window->resize(420, 520);
    settle();
    QVERIFY(named<ActionButton>(u"Done"_s)->text().isEmpty());
    QVERIFY(!named<ActionButton>(u"Done"_s)->icon().isNull());
}

void InboxActionsTest::nothingWithoutAConversation()
{
    for (const auto &[which, with] :
         {std::pair(Qt::Key_E, Qt::KeyboardModifiers(Qt::ControlModifier)), std::pair(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier)})
        key(which, with);
    QCOMPARE(m_done->count(), 0);
    QVERIFY(!menu(u"Snooze"_s));
    m_window->openConversation(maria);
    m_window->showSettingsPage();
    settle();
    key(Qt::Key_E);
    QCOMPARE(m_done->count(), 0);
}

void InboxActionsTest::chipsSnoozedAndDone()
{
    m_reader->row(maria).snoozedUntil = minutesAgo(-600);
    m_reader->row(maria).needsReply = false;
    m_reader->row(landline).done = true;
    m_reader->row(landline).needsReply = false;
    emit m_engine->conversationsChanged({maria, landline});
    settle();
    QCOMPARE(list()->model()->rowCount(), 2);
    auto *snoozed = named<FilterChip>(u"Snoozed, 1"_s);
    auto *done = named<FilterChip>(u"Done, 1"_s);
    QVERIFY(snoozed && done);
    for (const FilterChip *chip : m_window->findChildren<FilterChip *>())
        QVERIFY(chip->width() >= chip->sizeHint().width()); // they wrap before they are cut
    QTest::mouseClick(snoozed, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 1);
    QVERIFY(row(maria).isValid());
    QVERIFY(row(maria).data(Qt::AccessibleTextRole).toString().contains(u"Snoozed to Tue 1:00 AM"_s));
    QTest::mouseClick(done, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 1);
    QVERIFY(row(landline).data(Qt::AccessibleTextRole).toString().contains(u", done, "_s));
    // A new text brings it back.
    m_reader->row(landline).done = false;
    emit m_engine->conversationsChanged({landline});
    settle();
    QVERIFY(!list()->isVisible());
}

void InboxActionsTest::lookedAtRowsStayWhileOthersMove()
{
    for (int i = 100; i < 140; ++i) {
        auto summary = makeSummary(i, {}, u"+1313555%1"_s.arg(i, 4, 10, QChar(u'0')), i);
        summary.needsReply = true;
        m_reader->put(summary);
    }
    m_window->findChild<ConversationListModel *>()->reload();
    m_window->openConversation(ConversationId{120});
    settle();
    list()->verticalScrollBar()->setValue(1000);
    settle();
    const ConversationId watched{qint64(list()->indexAt(QPoint(1, 1)).data(ConversationListModel::IdRole).toLongLong())};
    const int top = list()->visualRect(row(watched)).top();
    const auto still = [&] { return list()->visualRect(row(watched)).top() == top; };
    m_reader->row(ConversationId{139}).lastActivity = minutesAgo(0); // from below to the top
    emit m_engine->conversationsChanged({ConversationId{139}});
    settle();
    QVERIFY(still());
    m_reader->put([] {
        auto fresh = makeSummary(500, {}, u"+13135550500"_s, 0);
        fresh.needsReply = true;
        return fresh;
    }());
    m_reader->row(maria).needsReply = false; // goes away above
    emit m_engine->conversationsChanged({ConversationId{500}, maria});
    settle();
    QVERIFY(still());
    QVERIFY(list()->selectionModel()->isSelected(row(ConversationId{120})));
    QCOMPARE(m_window->openedConversation(), ConversationId{120});
}

void InboxActionsTest::atTheTopWhatIsNewIsSeen()
{
    for (int i = 100; i < 140; ++i) {
        auto summary = makeSummary(i, {}, u"+1313555%1"_s.arg(i, 4, 10, QChar(u'0')), i);
        summary.needsReply = true;
        m_reader->put(summary);
    }
    m_window->findChild<ConversationListModel *>()->reload();
    settle();
    m_reader->row(ConversationId{139}).lastActivity = minutesAgo(0);
    emit m_engine->conversationsChanged({ConversationId{139}});
    settle();
    QCOMPARE(list()->verticalScrollBar()->value(), 0);
    QCOMPARE(list()->indexAt(QPoint(1, 1)), row(ConversationId{139}));
}

QTEST_MAIN(InboxActionsTest)
#include "tst_inboxactions.moc"
