// SPDX-License-Identifier: MIT
#include "ui/calls/callspage.h"
#include "ui/fakelists.h"
#include "ui/mainwindow/lazypage.h"
#include "ui/mainwindow/navigationrail.h"
#include "ui/people/peoplepage.h"
#include "ui/windowfixture.h"

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The sections of the window: rail, keys, and the way from a list to its conversation.
class WindowSectionsTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysGoToTheSections();
    void railGoesToTheSections();
    void withoutPagesThereAreNoEntries();
    void aPageIsMadeWhenItIsFirstShown();
    void whatIsMadeLateKeepsItsPlaceInTheTabOrder();
    void aRowOpensItsConversation();
    void importedNamesAreShownAtOnce();
    void aContactWithoutCallsCanBeOpened();

private:
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(m_window.get(), code, modifiers);
        settle();
    }

    FakeCallsReader m_calls;
    FakePeopleReader m_people;
    CallsPage *m_callsPage = nullptr;
    PeoplePage *m_peoplePage = nullptr;
};

void WindowSectionsTest::init()
{
    makeWindow();
    m_calls.rows.clear();
    m_people.rows.clear();
    CallListRow row;
    row.card.id = CallId{1};
    row.card.at = m_time->utcNow();
    row.card.missed = true;
    row.conversation = m_maria;
    m_calls.rows.push_back(row);
    m_people.put(int(m_maria.value), u"Maria"_s, u"+13135550101"_s);
    m_callsPage = new CallsPage(*m_engine, m_calls, *m_time, *m_time);
    m_peoplePage = new PeoplePage(*m_engine, m_people, *m_time, *m_time);
    m_window->setCallsPage(m_callsPage);
    m_window->setPeoplePage(m_peoplePage);
    connect(m_callsPage, &CallsPage::conversationRequested, m_window.get(), &MainWindow::openEntry);
    connect(m_peoplePage, &PeoplePage::conversationRequested, m_window.get(), &MainWindow::openConversation);
}

void WindowSectionsTest::cleanup()
{
    m_window.reset();
}

void WindowSectionsTest::keysGoToTheSections()
{
    key(Qt::Key_2);
    QVERIFY(m_callsPage->isVisible());
    QVERIFY(m_callsPage->list()->hasFocus());
    key(Qt::Key_3);
    QVERIFY(m_peoplePage->isVisible());
    QVERIFY(m_peoplePage->list()->hasFocus());
    key(Qt::Key_4);
    QVERIFY(named<QWidget>(u"Settings page"_s)->isVisible());
    key(Qt::Key_1);
    QVERIFY(list()->isVisible());
    key(Qt::Key_3);
    key(Qt::Key_Escape, Qt::NoModifier);
    QVERIFY(list()->isVisible());
}

void WindowSectionsTest::railGoesToTheSections()
{
    QTest::mouseClick(named<RailButton>(u"Calls"_s), Qt::LeftButton);
    QVERIFY(m_callsPage->isVisible());
    QVERIFY(named<RailButton>(u"Calls"_s)->isChecked());
    QTest::mouseClick(named<RailButton>(u"People"_s), Qt::LeftButton);
    QVERIFY(m_peoplePage->isVisible());
    QVERIFY(!named<RailButton>(u"Calls"_s)->isChecked());
    QVERIFY(named<RailButton>(u"People"_s)->isChecked());
    QTest::mouseClick(named<RailButton>(u"Inbox"_s), Qt::LeftButton);
    QVERIFY(list()->isVisible());
    QVERIFY(!named<RailButton>(u"People"_s)->isChecked());
}

void WindowSectionsTest::withoutPagesThereAreNoEntries()
{
    makeWindow();
    QVERIFY(!named<RailButton>(u"Calls"_s)->isVisible());
    key(Qt::Key_2);
    QVERIFY(list()->isVisible());
}

void WindowSectionsTest::aPageIsMadeWhenItIsFirstShown()
{
    makeWindow();
    int made = 0;
    QLineEdit *field = nullptr;
    m_window->setCallsPage(new LazyPage([&](QWidget *parent) {
        ++made;
        auto *page = new QWidget(parent);
        field = new QLineEdit(page);
        page->setFocusProxy(field);
        return page;
    }));
    settle();
    QCOMPARE(made, 0);
    for (int visit = 0; visit < 2; ++visit) {
        key(Qt::Key_2);
        QCOMPARE(made, 1);
        QVERIFY(field->isVisible());
        QVERIFY(field->hasFocus());
        key(Qt::Key_1);
        QVERIFY(!field->isVisible());
    }
}

void WindowSectionsTest::whatIsMadeLateKeepsItsPlaceInTheTabOrder()
{
    makeWindow();
    QPushButton *late = nullptr;
    m_window->setCallsPage(new LazyPage([&](QWidget *parent) { return late = new QPushButton(parent); }));
    const QPushButton last(m_window.get());
    key(Qt::Key_2);
    m_window->openConversation(m_maria);
    settle();
    const auto place = [this](const QWidget *widget) {
        int steps = 0;
        for (QWidget *next = list(); next != widget; next = next->nextInFocusChain())
            ++steps;
        return steps;
    };
    const auto buttons = m_window->findChild<ContactPanel *>()->findChildren<QPushButton *>();
    QVERIFY(!buttons.isEmpty());
    for (const QPushButton *button : buttons)
        QVERIFY2(place(field()) < place(button) && place(button) < place(&last), qPrintable(button->text()));
    QVERIFY(place(late) < place(&last));
}

void WindowSectionsTest::aRowOpensItsConversation()
{
    key(Qt::Key_2);
    QTest::keyClick(m_callsPage->list(), Qt::Key_Home);
    QTest::keyClick(m_callsPage->list(), Qt::Key_Return);
    settle();
    QCOMPARE(m_window->openedConversation(), m_maria);
    QVERIFY(named<RailButton>(u"Inbox"_s)->isChecked());
    m_window->openConversation({});
    key(Qt::Key_3);
    QTest::keyClick(m_peoplePage->list(), Qt::Key_Home);
    QTest::keyClick(m_peoplePage->list(), Qt::Key_Return);
    settle();
    QCOMPARE(m_window->openedConversation(), m_maria);
}

void WindowSectionsTest::importedNamesAreShownAtOnce()
{
    m_reader->row(m_maria).contactName = u"Mary"_s;
    emit m_engine->contactsTaken({1, 0, false});
    settle();
    const auto *model = m_window->findChild<ConversationListModel *>();
    QCOMPARE(model->summaryAt(model->rowOf(m_maria)).contactName, u"Mary"_s);
}

void WindowSectionsTest::aContactWithoutCallsCanBeOpened()
{
    ConversationSummary silent = makeSummary(77, u"Ana"_s, u"+13135550177"_s, 0);
    silent.lastActivity = UtcTime();
    m_reader->put(silent);
    auto *model = m_window->findChild<ConversationListModel *>();
    model->setFilter(ConversationFilter::All);
    emit m_engine->conversationsChanged({silent.id});
    QCOMPARE(model->rowOf(silent.id), -1);
    m_window->openConversation(silent.id);
    settle();
    QCOMPARE(m_window->openedConversation(), silent.id);
    const int row = model->rowOf(silent.id);
    QVERIFY(row >= 0);
    const QString spoken = model->data(model->index(row), Qt::AccessibleTextRole).toString();
    QVERIFY2(!spoken.contains(u"1970"_s), qPrintable(spoken));
    m_window->grab();
}

QTEST_MAIN(WindowSectionsTest)
#include "tst_windowsections.moc"
