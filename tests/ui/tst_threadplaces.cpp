// SPDX-License-Identifier: MIT
#include "ui/thread/jumpbutton.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// A thread that is opened somewhere in its middle: what is read, what stays put, and the way back to the end.
class ThreadPlacesTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void opensAroundAnEntry_data();
    void opensAroundAnEntry();
    void pagesComeInBelow();
    void pagesAboveLeaveTheRowsWhereTheyAre();
    void whatIsNewIsCountedAndNotMixedIn();
    void jumpLeadsToTheEnd();
    void theEntryIsLitUpForAMoment();
    void changedRowsOfTheStretchAreReadAgain();
    void aStretchThatIsGoneGivesWayToTheEnd();
    void openingAgainLeadsToTheEnd();
    void theNewLineIsLookedForFurtherUp();
    void whatIsWrittenHereIsSeen_data();
    void whatIsWrittenHereIsSeen();

private:
    static constexpr int texts = 1000;
    static QString keyOf(int i) { return u"m%1"_s.arg(1000 + i); }
    static ThreadKey placeOf(int i) { return {minutesAgo(5000 - i), keyOf(i)}; }
    void add(int i)
    {
        m_reader->putEntry(m_id, makeMessage(1000 + i, m_id, MessageOrigin::Customer, u"Message number %1"_s.arg(i), 5000 - i));
    }
    int row(int i) const { return threadModel()->rowOf(keyOf(i)); }
    int top(int i) const { return thread()->visualRect(threadModel()->index(row(i))).top(); }
    JumpButton *jump() const { return thread()->findChild<JumpButton *>(); }
    /// Without a gap, from the first row to the last.
    void checkRows() const
    {
        const QString first = threadModel()->index(0).data(ThreadModel::KeyRole).toString();
        for (int i = 0, id = first.mid(1).toInt(); i < threadModel()->rowCount(); ++i, ++id)
            QCOMPARE(threadModel()->index(i).data(ThreadModel::KeyRole).toString(), u"m%1"_s.arg(id));
    }

    ConversationId m_id{4};
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void ThreadPlacesTest::init()
{
    makeWindow();
    for (int i = 1; i <= texts; ++i)
        add(i);
    m_tester = std::make_unique<QAbstractItemModelTester>(threadModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_window->openConversation(m_id);
    settle();
}

void ThreadPlacesTest::cleanup()
{
    m_tester.reset();
    m_window.reset();
}

void ThreadPlacesTest::opensAroundAnEntry_data()
{
    QTest::addColumn<int>("i");
    for (const int i : {1, 2, 24, 25, 26, 500, 949, 950, 951, 976, 999, 1000})
        QTest::addRow("%d", i) << i;
}

void ThreadPlacesTest::opensAroundAnEntry()
{
    QFETCH(int, i);
    const int reads = m_reader->reads;
    thread()->showEntry(placeOf(i));
    settle();
    QVERIFY(row(i) >= 0);
    QCOMPARE(thread()->currentIndex().row(), row(i));
    QVERIFY(thread()->viewport()->rect().contains(thread()->visualRect(thread()->currentIndex()).center()));
    checkRows();
    QVERIFY2(threadModel()->rowCount() <= 200, qPrintable(QString::number(threadModel()->rowCount())));
    QVERIFY2(m_reader->reads - reads <= 6, qPrintable(QString::number(m_reader->reads - reads)));
}

void ThreadPlacesTest::pagesComeInBelow()
{
    thread()->showEntry(placeOf(500));
    settle();
    QScrollBar *bar = thread()->verticalScrollBar();
    for (int turn = 0; turn < 40 && threadModel()->hasNewer(); ++turn) {
        bar->setValue(bar->maximum());
        const QString last = threadModel()->index(threadModel()->rowCount() - 1).data(ThreadModel::KeyRole).toString();
        const QModelIndex before = threadModel()->index(threadModel()->rowOf(last));
        const int place = thread()->visualRect(before).top();
        settle();
        if (threadModel()->hasNewer()) // what is read below moves nothing
            QCOMPARE(thread()->visualRect(threadModel()->index(threadModel()->rowOf(last))).top(), place);
    }
    QVERIFY(!threadModel()->hasNewer());
    QVERIFY(row(texts) >= 0);
    checkRows();
    bar->setValue(bar->maximum());
    settle();
    QVERIFY(!jump()->isVisible());
}

void ThreadPlacesTest::pagesAboveLeaveTheRowsWhereTheyAre()
{
    thread()->showEntry(placeOf(500));
    settle();
    thread()->verticalScrollBar()->setValue(0);
    const QString first = thread()->indexAt(QPoint(20, 20)).data(ThreadModel::KeyRole).toString();
    const int before = thread()->visualRect(threadModel()->index(threadModel()->rowOf(first))).top();
    const int rows = threadModel()->rowCount();
    settle();
    QVERIFY(threadModel()->rowCount() > rows);
    const int after = thread()->visualRect(threadModel()->index(threadModel()->rowOf(first))).top();
    QVERIFY2(std::abs(after - before) <= 40, qPrintable(u"%1 and %2"_s.arg(before).arg(after))); // a day label may go
    checkRows();
}

void ThreadPlacesTest::whatIsNewIsCountedAndNotMixedIn()
{
    thread()->showEntry(placeOf(500));
    settle();
    QVERIFY(jump()->isVisible());
    QCOMPARE(jump()->accessibleName(), u"Jump to the newest"_s);
    const int place = top(500);
    add(1001);
    add(1002);
    m_reader->putEntry(m_id, makeMessage(3000, m_id, MessageOrigin::Person, u"ours is no news"_s, 3900));
    emit m_engine->conversationsChanged({m_id});
    settle();
    QCOMPARE(jump()->text(), u"2"_s);
    QVERIFY(jump()->accessibleName().contains(u'2'));
    QCOMPARE(row(1001), -1);
    QCOMPARE(top(500), place);
    checkRows();
    // Away from the end, but with it loaded: the same.
    QTest::mouseClick(jump(), Qt::LeftButton);
    settle();
    QVERIFY(!jump()->isVisible());
    thread()->verticalScrollBar()->setValue(thread()->verticalScrollBar()->maximum() / 2);
    settle();
    QCOMPARE(jump()->text(), QString());
    m_reader->putEntry(m_id, makeMissedCall(77, 1, DecisionReason::Landline, std::nullopt));
    emit m_engine->conversationsChanged({m_id});
    settle();
    QCOMPARE(jump()->text(), u"1"_s);
}

void ThreadPlacesTest::jumpLeadsToTheEnd()
{
    thread()->showEntry(placeOf(100));
    settle();
    m_reader->failures = 1; // busy for a moment
    QTest::mouseClick(jump(), Qt::LeftButton);
    m_time->advance(Millis(300));
    settle();
    QVERIFY(!threadModel()->hasNewer());
    QVERIFY(row(texts) >= 0);
    QVERIFY(thread()->viewport()->rect().contains(thread()->visualRect(threadModel()->index(row(texts))).center()));
    add(1001);
    emit m_engine->conversationsChanged({m_id});
    settle();
    QVERIFY(thread()->viewport()->rect().contains(thread()->visualRect(threadModel()->index(row(1001))).center()));
}

void ThreadPlacesTest::theEntryIsLitUpForAMoment()
{
    thread()->showEntry(placeOf(500));
    settle();
    const QRect area = thread()->visualRect(threadModel()->index(row(500)));
    const QImage lit = thread()->viewport()->grab(area).toImage();
    m_time->advance(Millis(3000));
    settle();
    QVERIFY(thread()->viewport()->grab(area).toImage() != lit);
}

void ThreadPlacesTest::changedRowsOfTheStretchAreReadAgain()
{
    thread()->showEntry(placeOf(500));
    settle();
    const int rows = threadModel()->rowCount();
    m_reader->putEntry(m_id, makeMessage(1500, m_id, MessageOrigin::Customer, u"Changed"_s, 4500));
    m_reader->putEntry(m_id, makeNote(1, u"Between"_s, 4499.5));
    m_reader->removeEntry(m_id, keyOf(505));
    QSignalSpy resets(threadModel(), &QAbstractItemModel::modelReset);
    emit m_engine->conversationsChanged({m_id});
    settle();
    QCOMPARE(resets.count(), 0);
    QCOMPARE(threadModel()->rowCount(), rows);
    QCOMPARE(row(505), -1);
    QCOMPARE(threadModel()->rowOf(u"n1"_s), row(500) + 1);
    QCOMPARE(std::get<MessageBubble>(threadModel()->entryAt(row(500)).content).message.body, u"Changed"_s);
}

void ThreadPlacesTest::aStretchThatIsGoneGivesWayToTheEnd()
{
    thread()->showEntry(placeOf(500));
    settle();
    for (int i = 300; i <= texts - 100; ++i)
        m_reader->removeEntry(m_id, keyOf(i));
    m_reader->failures = 1; // and the database is busy at that moment
    emit m_engine->conversationsChanged({m_id});
    settle();
    m_time->advance(Millis(600));
    settle();
    QVERIFY(row(texts) >= 0);
}

void ThreadPlacesTest::openingAgainLeadsToTheEnd()
{
    thread()->showEntry(placeOf(500));
    settle();
    m_window->openConversation(m_id); // a notification was clicked
    settle();
    QVERIFY(row(texts) >= 0);
    QVERIFY(thread()->viewport()->rect().contains(thread()->visualRect(threadModel()->index(row(texts))).center()));
}

/// More came in than a page holds.
void ThreadPlacesTest::theNewLineIsLookedForFurtherUp()
{
    m_window->openConversation(ConversationId{1});
    for (int i = texts - 129; i <= texts; ++i) {
        ThreadEntry fresh = makeMessage(1000 + i, m_id, MessageOrigin::Customer, u"News"_s, 5000 - i);
        std::get<MessageBubble>(fresh.content).message.read = false;
        m_reader->putEntry(m_id, fresh);
    }
    m_window->openConversation(m_id);
    settle();
    QVERIFY(threadModel()->firstNewRow() >= 0);
    QCOMPARE(threadModel()->index(threadModel()->firstNewRow()).data(ThreadModel::KeyRole).toString(), keyOf(texts - 129));
}

void ThreadPlacesTest::whatIsWrittenHereIsSeen_data()
{
    QTest::addColumn<bool>("note");
    QTest::newRow("text") << false;
    QTest::newRow("note") << true;
}

/// Whoever reads old texts and writes then wants to see that it is there.
void ThreadPlacesTest::whatIsWrittenHereIsSeen()
{
    QFETCH(bool, note);
    thread()->showEntry(placeOf(500));
    settle();
    if (note) {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(m_window->focusWidget(), u"Owes us $40"_s);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        m_reader->putEntry(m_id, makeNote(1, u"Owes us $40"_s, 0));
    } else {
        field()->setPlainText(u"On my way"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        m_reader->putEntry(m_id, makeMessage(3000, m_id, MessageOrigin::Person, u"On my way"_s, 0, DeliveryStatus::Queued));
    }
    emit m_engine->conversationsChanged({m_id});
    settle();
    const QModelIndex last = threadModel()->index(threadModel()->rowCount() - 1);
    QCOMPARE(last.data(ThreadModel::KeyRole).toString(), note ? u"n1"_s : u"m3000"_s);
    QVERIFY(thread()->viewport()->rect().contains(thread()->visualRect(last).center()));
}

QTEST_MAIN(ThreadPlacesTest)
#include "tst_threadplaces.moc"
