// SPDX-License-Identifier: MIT
#include "support/virtualtime.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/fakereader.h"
#include "ui/format/viewcontext.h"
#include "ui/thread/threadmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The list and the thread: rows that are inserted, moved and changed, never reset; pages by key; a database that is busy for a moment.
class WindowModelsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void listShowsFilter();
    void listMovesChangedRowUp();
    void listDropsWhatTheFilterLost();
    void listKeepsThePinnedRow();
    void listPages();
    void listRetriesWhenBusy();
    void listSearches();
    void listCountsDown();
    void threadPagesUpwards();
    void threadTakesUpNewAndChanged();
    void threadRemembersWhereNewBegins();
    void threadBeginsAtTheFirstUnread();
    void threadRetriesWhenBusy();

private:
    QList<qint64> ids() const
    {
        QList<qint64> all;
        for (int row = 0; row < m_list->rowCount(); ++row)
            all.append(m_list->summaryAt(row).id.value);
        return all;
    }
    void fill(int count)
    {
        for (int i = 1; i <= count; ++i) {
            auto row = makeSummary(i, {}, u"+1313555%1"_s.arg(i, 4, 10, QChar(u'0')), i);
            row.needsReply = true;
            m_reader->put(row);
        }
    }

    std::unique_ptr<FakeReader> m_reader;
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<ViewContext> m_context;
    std::unique_ptr<ConversationListModel> m_list;
    std::unique_ptr<ThreadModel> m_thread;
    std::unique_ptr<QAbstractItemModelTester> m_listTester;
    std::unique_ptr<QAbstractItemModelTester> m_threadTester;
};

void WindowModelsTest::init()
{
    m_listTester.reset();
    m_threadTester.reset();
    m_list.reset();
    m_thread.reset();
    m_reader = std::make_unique<FakeReader>();
    m_time = std::make_unique<VirtualTime>();
    m_context.reset(new ViewContext{*m_time, *m_time, TimeWords(QTimeZone::utc()), u"US"_s, {}, {}});
    m_list = std::make_unique<ConversationListModel>(*m_reader, *m_context);
    m_thread = std::make_unique<ThreadModel>(*m_reader, *m_context);
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    m_listTester = std::make_unique<QAbstractItemModelTester>(m_list.get(), Mode::Fatal);
    m_threadTester = std::make_unique<QAbstractItemModelTester>(m_thread.get(), Mode::Fatal);
}

void WindowModelsTest::listShowsFilter()
{
    fillSample(*m_reader);
    QSignalSpy counts(m_list.get(), &ConversationListModel::countsChanged);
    QSignalSpy resets(m_list.get(), &QAbstractItemModel::modelReset);
    m_list->reload();
    QCOMPARE(ids(), (QList<qint64>{8, 1, 2, 3}));
    QCOMPARE(counts.count(), 1);
    QCOMPARE(m_list->counts(), (InboxCounts{4, 3, 8}));
    m_list->setFilter(ConversationFilter::Unread);
    QCOMPARE(ids(), (QList<qint64>{8, 1, 2}));
    m_list->setFilter(ConversationFilter::All);
    QCOMPARE(ids(), (QList<qint64>{8, 1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(
        m_list->data(m_list->index(1), Qt::AccessibleTextRole).toString(),
        u"Maria Garcia, %n new, missed call, texted in 6 s, Yes please, tomorrow at 10 works for me, 2:58 PM"_s.replace(u"%n"_s, u"2"_s));
}

void WindowModelsTest::listMovesChangedRowUp()
{
    fill(5);
    m_list->reload();
    const QPersistentModelIndex selected = m_list->index(1); // conversation 2
    QSignalSpy moved(m_list.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy changed(m_list.get(), &QAbstractItemModel::dataChanged);
    m_reader->row(ConversationId{4}).lastActivity = minutesAgo(0);
    m_list->refresh({ConversationId{4}});
    QCOMPARE(ids(), (QList<qint64>{4, 1, 2, 3, 5}));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(selected.row(), 2);
    QCOMPARE(selected.data(ConversationListModel::IdRole).toLongLong(), 2);
    m_list->refresh({ConversationId{4}});
    QCOMPARE(changed.count(), 1);                                    // nothing new, nothing said
    m_reader->row(ConversationId{4}).lastActivity = minutesAgo(100); // and down again
    m_list->refresh({ConversationId{4}});
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3, 5, 4}));
}

void WindowModelsTest::listDropsWhatTheFilterLost()
{
    fill(3);
    m_list->reload();
    m_reader->row(ConversationId{2}).needsReply = false;
    m_list->refresh({ConversationId{2}});
    QCOMPARE(ids(), (QList<qint64>{1, 3}));
    m_reader->remove(ConversationId{3});
    m_list->refresh({ConversationId{3}});
    QCOMPARE(ids(), (QList<qint64>{1}));
    QCOMPARE(m_list->counts().needsReply, 1);
}

void WindowModelsTest::listKeepsThePinnedRow()
{
    fill(3);
    m_list->reload();
    m_list->setPinned(ConversationId{2});
    m_reader->row(ConversationId{2}).needsReply = false;
    m_list->refresh({ConversationId{2}});
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3}));
    m_list->setPinned(ConversationId{1});
    QCOMPARE(ids(), (QList<qint64>{1, 3}));
    m_list->setPinned(ConversationId{2}); // opened from a notification while the filter hides it
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3}));
}

void WindowModelsTest::listPages()
{
    fill(150);
    m_list->reload();
    QCOMPARE(m_list->rowCount(), ConversationListModel::pageSize);
    m_reader->row(ConversationId{140}).unread = 1; // changed below what is loaded: comes with its page
    m_list->refresh({ConversationId{140}});
    QCOMPARE(m_list->rowCount(), ConversationListModel::pageSize);
    while (m_list->canFetchMore({}))
        m_list->fetchMore({});
    QCOMPARE(m_list->rowCount(), 150);
    for (int row = 0; row < 150; ++row)
        QCOMPARE(m_list->summaryAt(row).id.value, row + 1);
}

void WindowModelsTest::listRetriesWhenBusy()
{
    fill(2);
    m_reader->failures = 1;
    m_list->reload();
    QCOMPARE(m_list->rowCount(), 0);
    m_time->advance(Millis(300));
    QCOMPARE(m_list->rowCount(), 2);
    m_reader->row(ConversationId{1}).unread = 3;
    m_reader->failures = 1;
    m_list->refresh({ConversationId{1}});
    QCOMPARE(m_list->summaryAt(0).unread, 0);
    m_time->advance(Millis(300));
    QCOMPARE(m_list->summaryAt(0).unread, 3);
}

void WindowModelsTest::listSearches()
{
    fillSample(*m_reader);
    m_list->reload();
    m_list->setSearch(u"sofía"_s);
    QCOMPARE(ids(), (QList<qint64>{4}));
    m_list->refresh({ConversationId{1}}); // a call that comes in does not disturb the result
    QCOMPARE(ids(), (QList<qint64>{4}));
    m_list->setSearch({});
    QCOMPARE(ids(), (QList<qint64>{8, 1, 2, 3}));
}

void WindowModelsTest::listCountsDown()
{
    fillSample(*m_reader);
    m_list->reload();
    QSignalSpy changed(m_list.get(), &QAbstractItemModel::dataChanged);
    m_time->advance(Millis(1000));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
}

void WindowModelsTest::threadPagesUpwards()
{
    const ConversationId id{1};
    for (int i = 1; i <= 120; ++i)
        m_reader->putEntry(id, makeMessage(i, id, MessageOrigin::Customer, QString::number(i), 200 - i));
    m_thread->setConversation(id);
    QCOMPARE(m_thread->rowCount(), ThreadModel::pageSize);
    QVERIFY(m_thread->hasOlder());
    QSignalSpy inserted(m_thread.get(), &QAbstractItemModel::rowsInserted);
    m_thread->fetchOlder();
    QCOMPARE(inserted.at(0).at(1).toInt(), 0);
    m_thread->fetchOlder();
    QCOMPARE(m_thread->rowCount(), 120);
    m_thread->fetchOlder();
    QVERIFY(!m_thread->hasOlder());
    QCOMPARE(m_thread->rowCount(), 120);
    for (int row = 0; row < 120; ++row)
        QCOMPARE(m_thread->data(m_thread->index(row), ThreadModel::KeyRole).toString(), u"m%1"_s.arg(row + 1));
}

void WindowModelsTest::threadTakesUpNewAndChanged()
{
    const ConversationId id{1};
    for (int i = 1; i <= 60; ++i)
        m_reader->putEntry(id, makeMessage(i, id, MessageOrigin::Customer, QString::number(i), 200 - i));
    m_thread->setConversation(id);
    QSignalSpy resets(m_thread.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_thread.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_thread.get(), &QAbstractItemModel::dataChanged);
    m_reader->putEntry(id, makeMessage(61, id, MessageOrigin::Person, u"hello"_s, 0, DeliveryStatus::Queued));
    m_thread->refresh();
    QCOMPARE(m_thread->rowCount(), 51);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 0);
    m_reader->putEntry(id, makeMessage(61, id, MessageOrigin::Person, u"hello"_s, 0, DeliveryStatus::Delivered));
    m_thread->refresh();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 50);
    m_reader->removeEntry(id, u"m30"_s);
    m_thread->refresh();
    QCOMPARE(m_thread->rowCount(), 50);
    QVERIFY(m_thread->hasOlder());
    QCOMPARE(resets.count(), 0);
}

void WindowModelsTest::threadRemembersWhereNewBegins()
{
    const ConversationId maria = fillSample(*m_reader);
    m_thread->setConversation(maria);
    QCOMPARE(m_thread->firstNewRow(), 5);
    // Reading it takes the mark off in the store, not the line on the screen.
    m_reader->putEntry(maria, makeMessage(5, maria, MessageOrigin::Customer, u"Yes please, tomorrow at 10 works for me"_s, 2));
    m_thread->refresh();
    QCOMPARE(m_thread->firstNewRow(), 5);
    m_thread->setConversation(ConversationId{4});
    QCOMPARE(m_thread->firstNewRow(), -1);
}

/// Somebody who wrote more than a page while nobody looked: the "New" line stands above the first of it.
void WindowModelsTest::threadBeginsAtTheFirstUnread()
{
    const ConversationId id{1};
    for (int i = 1; i <= 400; ++i) {
        ThreadEntry entry = makeMessage(1000 + i, id, MessageOrigin::Customer, QString::number(i), 500 - i);
        std::get<MessageBubble>(entry.content).message.read = i <= 280;
        m_reader->putEntry(id, entry);
    }
    m_thread->setConversation(id);
    QCOMPARE(m_thread->index(m_thread->firstNewRow()).data(ThreadModel::KeyRole).toString(), u"m1281"_s);
    QCOMPARE(m_thread->rowCount(), 3 * ThreadModel::pageSize);
}

void WindowModelsTest::threadRetriesWhenBusy()
{
    const ConversationId maria = fillSample(*m_reader);
    m_reader->failures = 1;
    m_thread->setConversation(maria);
    QCOMPARE(m_thread->rowCount(), 0);
    m_time->advance(Millis(300));
    QCOMPARE(m_thread->rowCount(), 7);
}

QTEST_GUILESS_MAIN(WindowModelsTest)
#include "tst_windowmodels.moc"
