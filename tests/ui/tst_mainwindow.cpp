// SPDX-License-Identifier: MIT
#include "ui/format/bannerwords.h"
#include "ui/format/reasonwords.h"
#include "ui/mainwindow/awaydialog.h"
#include "ui/mainwindow/zonequestion.h"
#include "ui/thread/doubtstrip.h"
#include "ui/windowfixture.h"

#include <QTreeWidget>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The window with clicks and keys: opening, answering, searching, folding, closing.
class MainWindowTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
    void namesThatOthersCountOn();
    void everythingHasAName();
    void clickOpensAndEnterSends();
    void draftsStayWithTheirConversation();
    void counterAndPlainMarks();
    void fieldGrowsWithItsText();
    void f11OptedOutCannotBeWritten();
    void c04QuestionWhatAMessageMeant();
    void keysWalkTheList();
    void keysSetTheTextSize();
    void searchByKeys();
    void chipsFilter();
    void unreadIsMarkedRead();
    void renameFromTheHeader();
    void folding_data();
    void folding();
    void oneColumnGoesBack();
    void banner();
    void noticesStepAndGoAway();
    void f47SendFromHere();
    void f26AwayListOpensConversations();
    void x04WhatToDoAboutATrap();
    void f30ZoneIsAskedOnce();
    void f30ShownTimesAreTheBusinesss();
    void failureIsTold();
    void placeIsRemembered();
    void closing();
};

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
    QCOMPARE(model->index(model->rowOf(m_maria)).data(ConversationListModel::DraftRole).toString(), u"half a"_s);
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

void MainWindowTest::fieldGrowsWithItsText()
{
    m_window->openConversation(m_maria);
    settle();
    const int one = field()->height();
    field()->setPlainText(QString(30, u'w') + u' ' + QString(10, u'i'));
    m_window->resize(420, 700);
    settle();
    QVERIFY(field()->height() > one);
    m_window->resize(1280, 700);
    settle();
    QCOMPARE(field()->height(), one);
    field()->setPlainText(u"line\n"_s.repeated(50));
    settle();
    QVERIFY(field()->height() <= 160);
}

void MainWindowTest::f11OptedOutCannotBeWritten()
{
    m_window->openConversation(ConversationId{6});
    settle();
    QVERIFY(!field()->isVisible());
    QVERIFY(m_window->findChild<Composer *>()->isBlocked());
    QStringList sentences;
    for (const QLabel *label : m_window->findChild<Composer *>()->findChildren<QLabel *>()) {
        if (label->isVisible())
            sentences.append(label->text());
    }
    QVERIFY2(sentences.join(u' ').contains("opted out (STOP)"_L1), qPrintable(sentences.join(u'|')));
    QSignalSpy texts(m_engine.get(), &EngineClient::sendMessageRequested);
    field()->setPlainText(u"Hello"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(texts.count(), 0);
    QVERIFY(!m_window->findChild<NameField *>()->hasFocus());
    m_window->openConversation(ConversationId{7}); // withheld
    QVERIFY(!field()->isVisible());
    m_window->openConversation(ConversationId{2}); // landline
    QVERIFY(!field()->isVisible());
    m_window->openConversation(m_maria);
    QVERIFY(field()->isVisible());
}

void MainWindowTest::c04QuestionWhatAMessageMeant()
{
    m_window->openConversation(m_maria);
    settle();
    auto *strip = m_window->findChild<DoubtStrip *>();
    QVERIFY(!strip->isVisible());
    m_reader->row(m_maria).doubt = u"<b>stop by</b>\nat 5"_s;
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QVERIFY(strip->isVisible());
    QVERIFY(field()->isVisible()); // writing back answers it, too
    const auto question = strip->findChild<QLabel *>();
    QVERIFY2(question->text().contains("<b>stop by</b> at 5"_L1) && question->textFormat() == Qt::PlainText, qPrintable(question->text()));
    QSignalSpy answers(m_engine.get(), &EngineClient::answerDoubtRequested);
    const auto buttons = strip->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[0]->text(), u"No more texts"_s);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    auto *goOn = buttons[1];
    goOn->setFocus();
    QTest::keyClick(goOn, Qt::Key_Space);
    QCOMPARE(answers.count(), 2);
    QCOMPARE(answers[0], (QVariantList{QVariant::fromValue(m_maria), true}));
    QCOMPARE(answers[1], (QVariantList{QVariant::fromValue(m_maria), false}));
    // It belongs to this conversation alone, and goes with its answer.
    m_window->openConversation(ConversationId{5});
    settle();
    QVERIFY(!strip->isVisible());
    m_window->openConversation(m_maria);
    settle();
    QVERIFY(strip->isVisible());
    buttons[0]->setFocus();
    m_reader->row(m_maria).doubt.clear();
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QVERIFY(!strip->isVisible());
    QVERIFY(field()->hasFocus()); // whoever has answered writes next
    // Nothing may be written after "no more texts": the focus stays with the conversation.
    m_reader->row(m_maria).doubt = u"stop by"_s;
    emit m_engine->conversationsChanged({m_maria});
    settle();
    buttons[0]->setFocus();
    m_reader->row(m_maria).doubt.clear();
    m_reader->row(m_maria).optedOut = true;
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QVERIFY(m_window->findChild<ThreadView *>()->hasFocus());
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

void MainWindowTest::keysSetTheTextSize()
{
    QSignalSpy asked(m_engine.get(), &EngineClient::changeWindowRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QList<int> sizes;
    for (const QList<QVariant> &arguments : asked)
        sizes += arguments.at(0).value<WindowSettings>().textPercent;
    QCOMPARE(sizes, (QList<int>{110, 90, 100}));
}

void MainWindowTest::banner()
{
    auto *strip = m_window->findChild<NoticeBanner *>();
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

void MainWindowTest::noticesStepAndGoAway()
{
    auto *strip = m_window->findChild<NoticeBanner *>();
    Notice foreign;
    foreign.kind = Notice::Kind::ForeignText;
    foreign.conversation = ConversationId{1};
    Notice viewer;
    viewer.kind = Notice::Kind::Viewer;
    emit m_engine->noticesChanged({viewer, foreign});
    QVERIFY(strip->isVisible());
    QVERIFY(strip->sentence().startsWith("Another PC"_L1));
    auto *dismiss = named<QToolButton>(u"Put this notice away"_s);
    QVERIFY(!dismiss->isVisible()); // it ends by itself
    const auto buttons = strip->findChildren<QPushButton *>();
    const auto more = std::find_if(buttons.begin(), buttons.end(), [](QPushButton *each) { return each->text() == "1 more"_L1; });
    QVERIFY(more != buttons.end());
    QTest::mouseClick(*more, Qt::LeftButton);
    QVERIFY(strip->sentence().startsWith("A caller was texted"_L1));
    QSignalSpy dismissed(m_engine.get(), &EngineClient::dismissNoticeRequested);
    QTest::mouseClick(dismiss, Qt::LeftButton);
    QCOMPARE(dismissed.count(), 1);
    emit m_engine->noticesChanged({});
    QVERIFY(!strip->isVisible());
}

void MainWindowTest::f47SendFromHere()
{
    Notice viewer;
    viewer.kind = Notice::Kind::Viewer;
    emit m_engine->noticesChanged({viewer});
    auto *strip = m_window->findChild<NoticeBanner *>();
    const auto buttons = strip->findChildren<QPushButton *>();
    const auto send = std::find_if(buttons.begin(), buttons.end(), [](QPushButton *each) { return each->text() == "Send from here"_L1; });
    QVERIFY(send != buttons.end());
    QSignalSpy taken(m_engine.get(), &EngineClient::takeOverRequested);
    QTest::mouseClick(*send, Qt::LeftButton);
    QCOMPARE(taken.count(), 1);
}

void MainWindowTest::f26AwayListOpensConversations()
{
    LateCall hostile;
    hostile.conversation = m_maria;
    hostile.at = m_time->utcNow() - std::chrono::hours(5);
    hostile.name = u"<b>Maria</b>"_s;
    hostile.reason = DecisionReason::PcAsleep;
    LateCall other = hostile;
    other.conversation = ConversationId{2};
    other.name.clear();
    other.number = *PhoneNumber::fromStored(u"+13132230143"_s);
    other.reason = DecisionReason::TooOld;
    m_reader->late = {other, hostile};
    m_reader->lateAt = m_time->utcNow() - std::chrono::minutes(1); // decided just after waking
    Notice away;
    away.kind = Notice::Kind::Away;
    away.from = m_time->utcNow() - std::chrono::hours(8);
    away.until = m_time->utcNow() - std::chrono::minutes(2);
    away.count = 2;
    emit m_engine->noticesChanged({away});
    auto *strip = m_window->findChild<NoticeBanner *>();
    const auto buttons = strip->findChildren<QPushButton *>();
    const auto show = std::find_if(buttons.begin(), buttons.end(), [](QPushButton *each) { return each->text() == "Show"_L1; });
    QVERIFY(show != buttons.end());
    QTest::mouseClick(*show, Qt::LeftButton);
    const QPointer<AwayDialog> dialog = m_window->findChild<AwayDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->accessibleName(), u"Missed calls without a text"_s);
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(1), u"(313) 223-0143"_s);
    QCOMPARE(list->topLevelItem(1)->text(1), u"<b>Maria</b>"_s); // letter by letter
    QCOMPARE(list->topLevelItem(1)->text(2), ReasonWords::inBadge(DecisionReason::PcAsleep));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    settle();
    QVERIFY(!dialog || !dialog->isVisible()); // it goes when it is closed
    QCOMPARE(m_window->openedConversation().value, m_maria.value);
}

void MainWindowTest::x04WhatToDoAboutATrap()
{
    Notice trap;
    trap.kind = Notice::Kind::Trap;
    trap.trap = TrapFinding();
    trap.trap->line = *PhoneNumber::fromStored(u"+13132230100"_s);
    trap.trap->advice = {TrapAdvice::ConfirmVoicemail, TrapAdvice::CheckIphone};
    emit m_engine->noticesChanged({trap});
    auto *strip = m_window->findChild<NoticeBanner *>();
    QVERIFY(strip->sentence().startsWith(u"(313) 223-0100: "_s));
    QVERIFY(!strip->sentence().contains(u"iPhone"_s));
    const auto buttons = strip->findChildren<QPushButton *>();
    const auto what = std::find_if(buttons.begin(), buttons.end(), [](QPushButton *each) { return each->text() == "What to do"_L1; });
    QVERIFY(what != buttons.end());
    QTest::mouseClick(*what, Qt::LeftButton);
    const QPointer<QMessageBox> box = m_window->findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QVERIFY(box->informativeText().contains(u"Was it a voicemail?"_s) && box->informativeText().contains(u"iPhone"_s));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!box || !box->isVisible());
}

void MainWindowTest::f30ZoneIsAskedOnce()
{
    QTemporaryDir folder;
    QSettings memory(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    QString pcZone = u"America/New_York"_s; // the same clock as Detroit's
    Settings settings;
    settings.business.timeZone = u"America/Detroit"_s;
    settings.account.fields.insert(u"accountSid"_s, u"AC1"_s);
    QSignalSpy used(m_engine.get(), &EngineClient::useTimeZoneRequested);
    new ZoneQuestion(
        *m_engine, *m_time, memory, [&pcZone] { return pcZone; }, *m_window);
    emit m_engine->settingsChanged(settings);
    const auto question = [this] { return m_window->findChild<QMessageBox *>(u"zoneQuestion"_s); };
    QVERIFY(!question());
    pcZone = u"America/Denver"_s; // travelled while the program runs
    QEvent back(QEvent::WindowActivate);
    QApplication::sendEvent(m_window.get(), &back);
    QVERIFY(question());
    QVERIFY(question()->informativeText().contains("America/Denver"_L1));
    QTest::mouseClick(question()->findChild<QPushButton *>(u"keepZone"_s), Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(used.count(), 0);
    QApplication::sendEvent(m_window.get(), &back);
    QVERIFY(!question());     // once
    pcZone = u"Asia/Tokyo"_s; // another mismatch is another question
    emit m_engine->settingsChanged(settings);
    QVERIFY(question());
    QTest::mouseClick(question()->findChild<QPushButton *>(u"usePcZone"_s), Qt::LeftButton);
    QCOMPARE(used.count(), 1);
    QCOMPARE(used[0][0].toString(), u"Asia/Tokyo"_s);
}

void MainWindowTest::f30ShownTimesAreTheBusinesss()
{
    const UtcTime at = fromUnixMillis(1795446000000); // 15:00 UTC
    const QByteArray before = qgetenv("TZ");
    const TimeWords business = TimeWords::forZone(u"America/Detroit"_s);
    const TimeWords pcs = TimeWords::forZone(QString());
    const QString shown = business.clock(at);
    const QString own = pcs.clock(at);
    QVERIFY(shown.startsWith("10:00"_L1));
    qputenv("TZ", "Asia/Tokyo");
    tzset();
    QCOMPARE(business.clock(at), shown);
    QCOMPARE(TimeWords::forZone(u"America/Detroit"_s).clock(at), shown);
    QCOMPARE(pcs.clock(at), own); // what runs goes on as it began
    qputenv("TZ", before);
    tzset();
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

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
