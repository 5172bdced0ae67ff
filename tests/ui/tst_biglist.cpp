// SPDX-License-Identifier: MIT
#include "support/temporarystore.h"
#include "support/virtualtime.h"
#include "ui/biginbox.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/conversationpane.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The conversation list on a real database of 200,000 conversations: what is read is what is looked at, never the whole.
class TestBigList : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void f60FirstPageIsOneQuestion();
    void f60ScrollingReadsPagesByKey();
    void f60ChangedRowIsReadAlone();
    void f60ManyPagesStayInOrder();

private:
    static constexpr int all = 200000;

    /// Lets the view lay out and paint what is due.
    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            m_time.settle();
            QApplication::processEvents();
        }
    }

    VirtualTime m_time;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlConversationReader> m_real;
    std::unique_ptr<CountingReader> m_reader;
    std::unique_ptr<ViewContext> m_context;
    std::unique_ptr<ConversationPane> m_pane;
    std::unique_ptr<ConversationListModel> m_model;
};

void TestBigList::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_store = std::make_unique<TemporaryStore>(m_time);
    QVERIFY(fillInbox(m_store->databaseFile(), all));
    m_real = m_store->reader();
    QCOMPARE(m_real->counts()->all, all);
}

void TestBigList::init()
{
    m_pane.reset();
    m_model.reset();
    m_reader = std::make_unique<CountingReader>(*m_real);
    m_context.reset(new ViewContext{m_time, m_time, TimeWords(QTimeZone::utc()), u"US"_s, {}, {}});
    m_model = std::make_unique<ConversationListModel>(*m_reader, *m_context);
    m_pane = std::make_unique<ConversationPane>(*m_model, *m_context);
    m_pane->resize(348, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestBigList::f60FirstPageIsOneQuestion()
{
    m_model->reload();
    settle();
    QCOMPARE(m_model->rowCount(), ConversationListModel::pageSize);
    QCOMPARE(m_reader->questions, 1);
    QCOMPARE(m_reader->rows, ConversationListModel::pageSize);
    QCOMPARE(m_model->summaryAt(0).id, ConversationId{all});
}

void TestBigList::f60ScrollingReadsPagesByKey()
{
    m_model->reload();
    settle();
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    auto *list = m_pane->findChild<QListView *>();
    QVERIFY(list);
    for (int page = 1; page <= 20; ++page) {
        m_reader->forget();
        const int before = m_model->rowCount();
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
        settle();
        QCOMPARE(m_model->rowCount(), before + ConversationListModel::pageSize);
        QCOMPARE(m_reader->questions, 1);
        QCOMPARE(m_reader->rows, ConversationListModel::pageSize);
    }
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->summaryAt(row).id, ConversationId{all - row});
    QCOMPARE(resets.count(), 0);
}

void TestBigList::f60ChangedRowIsReadAlone()
{
    m_model->reload();
    m_model->fetchMore({});
    settle();
    m_reader->forget();
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->refresh({ConversationId{all - 100}, ConversationId{7}}); // one that is loaded, one far below
    settle();
    QCOMPARE(m_reader->questions, 2);
    QCOMPARE(m_reader->rows, 2);
    QCOMPARE(inserted.count() + resets.count(), 0);
}

void TestBigList::f60ManyPagesStayInOrder()
{
    m_model->reload();
    m_pane->hide();
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    while (m_model->canFetchMore({}))
        m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), all);
    // Each page went in at once, and every row is found by its id.
    QVERIFY(inserted.count() <= all / ConversationListModel::pageSize + 1);
    for (int row = 0; row < all; row += 997)
        QCOMPARE(m_model->rowOf(ConversationId{all - row}), row);
}

QTEST_MAIN(TestBigList)
#include "tst_biglist.moc"
