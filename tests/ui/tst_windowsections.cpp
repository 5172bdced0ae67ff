// SPDX-License-Identifier: MIT
#include "ui/calls/callspage.h"
#include "ui/conversations/conversationpane.h"
#include "ui/fakecontactreader.h"
#include "ui/fakelists.h"
#include "ui/mainwindow/lazypage.h"
#include "ui/mainwindow/navigationrail.h"
#include "ui/people/peoplepage.h"
#include "ui/windowfixture.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

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
    void tabComesByAll();
    void openingFromOutsideShowsNobodyElse();
    void aRefusalIsUndoneFromTheToast();
    void thePanelOverAThreadGoesWithIt();
    void oneColumnTakesAllTheRoom();
    void theDividerStandsWhereItWasLeft();
    void aRowOpensItsConversation();
    void importedNamesAreShownAtOnce();
    void aContactWithoutCallsCanBeOpened();

private:
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(m_window.get(), code, modifiers);
        settle();
    }

    /// Where Tab (or Backtab) comes by from here on until it is here again.
    QList<QWidget *> tabRing(Qt::Key step)
    {
        QList<QWidget *> ring;
        for (QWidget *at = m_window->focusWidget(); ring.size() < 200 && (ring.isEmpty() || at != ring.front());
             at = m_window->focusWidget()) {
            ring.append(at);
            QTest::keyClick(at, step, step == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        return ring;
    }
    QSet<QWidget *> tabStops() const
    {
        QSet<QWidget *> stops;
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
                stops.insert(widget);
        }
        return stops;
    }

    FakeContactReader m_contacts;
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

/// All that takes the focus, once each, in either direction, what was made late included.
void WindowSectionsTest::tabComesByAll()
{
    m_window.reset();
    makeWindow();
    ContactDetails details = mariasDetails(m_time->utcNow());
    for (const int id : {20, 21})
        details.linked.push_back({ConversationId{id}, *PhoneNumber::fromStored(u"+131355501%1"_s.arg(id)), u"Maria Garcia"_s});
    details.maybeSame = {{ConversationId{22}, *PhoneNumber::fromStored(u"+13135550122"_s), u"Maria Garcia"_s}};
    m_contacts.people[m_maria] = details;
    m_window->setContactReaders(&m_contacts, nullptr);
    QList<QWidget *> stops;
    m_window->setCallsPage(new LazyPage([&](QWidget *parent) {
        auto *page = new QWidget(parent); // takes no focus itself, as the settings do not
        auto *layout = new QVBoxLayout(page);
        auto *first = new QLineEdit;
        auto *compound = new QWidget;
        auto *inside = new QLineEdit(compound);
        compound->setFocusProxy(inside);
        auto *last = new QPushButton;
        for (QWidget *each : {static_cast<QWidget *>(first), compound, static_cast<QWidget *>(last)})
            layout->addWidget(each);
        inside->setMinimumSize(50, 20);
        compound->setMinimumSize(60, 30);
        stops = {first, inside, last};
        return page;
    }));
    key(Qt::Key_2);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_window->focusWidget(), stops[0]);
    QList<QWidget *> ring = tabRing(Qt::Key_Tab);
    QCOMPARE(ring.mid(0, 3), stops);
    QCOMPARE(QSet(ring.begin(), ring.end()), tabStops());

    m_window->openConversation(m_maria);
    settle();
    ring = tabRing(Qt::Key_Tab);
    QCOMPARE(QSet(ring.begin(), ring.end()), tabStops());
    QList<QWidget *> back = tabRing(Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, ring);
    const auto *panel = m_window->findChild<ContactPanel *>();
    int before = 0;
    int inside = 0;
    for (const QWidget *stop : std::as_const(ring)) {
        if (!panel->isAncestorOf(stop))
            continue;
        const int y = stop->mapTo(panel, QPoint(0, stop->height() / 2)).y();
        QVERIFY2(y >= before - 12, qPrintable(stop->accessibleName())); // of one line
        before = y;
        ++inside;
    }
    QVERIFY2(inside >= 15, qPrintable(QString::number(inside)));
}

/// A notification is clicked while the list has the focus: the row that was open goes away, and its neighbour is nobody's wish.
void WindowSectionsTest::openingFromOutsideShowsNobodyElse()
{
    m_window->findChild<ConversationPane *>()->setFilter(ConversationFilter::Unread);
    settle();
    const ConversationId first = m_window->findChild<InboxPage *>()->list().summaryAt(0).id;
    m_window->openConversation(first);
    list()->setFocus(); // as somebody has who goes through the list by its keys
    settle();
    m_reader->row(first).unread = 0;
    emit m_engine->conversationsChanged({first});
    settle();
    QSignalSpy read(m_engine.get(), &EngineClient::markReadRequested);
    QSignalSpy shown(m_window->findChild<ConversationPane *>(), &ConversationPane::currentChanged);
    const ConversationId wanted{6};
    QCOMPARE(m_reader->row(wanted).unread, 0);
    m_window->openConversation(wanted);
    settle();
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.front().front().value<ConversationId>(), wanted);
    QCOMPARE(read.count(), 0);
}

void WindowSectionsTest::aRefusalIsUndoneFromTheToast()
{
    m_contacts.people[m_maria].maybeSame = {{ConversationId{22}, *PhoneNumber::fromStored(u"+13135550122"_s), u"Maria Garcia"_s}};
    m_window->setContactReaders(&m_contacts, nullptr);
    m_window->openConversation(m_maria);
    settle();
    const auto press = [](const QWidget *where, const QString &word) {
        for (QAbstractButton *button : where->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == word) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    };
    QSignalSpy withdrawn(m_engine.get(), &EngineClient::withdrawRefusalRequested);
    QVERIFY(press(m_window->findChild<ContactPanel *>(), u"No, two people"_s));
    settle();
    QVERIFY(press(m_window->findChild<Toast *>(), u"Undo"_s));
    QCOMPARE(withdrawn.count(), 1);
}

void WindowSectionsTest::thePanelOverAThreadGoesWithIt()
{
    m_window->resize(900, 700);
    m_window->openConversation(m_maria);
    settle();
    auto *panel = m_window->findChild<ContactPanel *>();
    QVERIFY(!panel->isVisible());
    key(Qt::Key_I);
    QVERIFY(panel->isVisible());
    m_window->openConversation(ConversationId{5});
    settle();
    QVERIFY(!panel->isVisible());
    key(Qt::Key_I);
    QVERIFY(panel->isVisible());
    // Nor does it lie there when the window has had another width meanwhile.
    m_window->resize(560, 700);
    settle();
    m_window->resize(900, 700);
    settle();
    QVERIFY(!panel->isVisible());
}

void WindowSectionsTest::oneColumnTakesAllTheRoom()
{
    m_window->resize(600, 700);
    settle();
    const auto *inbox = m_window->findChild<InboxPage *>();
    const auto *pane = m_window->findChild<ConversationPane *>();
    QVERIFY2(inbox->width() > 500 && pane->width() == inbox->width(), qPrintable(QString::number(pane->width())));
}

void WindowSectionsTest::theDividerStandsWhereItWasLeft()
{
    auto *inbox = m_window->findChild<InboxPage *>();
    auto *splitter = inbox->findChild<QSplitter *>();
    splitter->setSizes({300, splitter->width() - 301});
    const QByteArray left = inbox->splitterState();
    splitter->setSizes({420, splitter->width() - 421});
    QCOMPARE(splitter->sizes().constFirst(), 420);
    inbox->restoreSplitter(left);
    QCOMPARE(splitter->sizes().constFirst(), 300);
    QCOMPARE(splitter->handleWidth(), 1);
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
