// SPDX-License-Identifier: MIT
#include "storage/conversationrepository.h"
#include "storage/messagerepository.h"
#include "storage/outboxrepository.h"
#include "storage/samples.h"
#include "storage/sqltransaction.h"
#include "storage/storeopening.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// Another program holds the database (faults.md F38), and a disk that is full at any statement (F39).
class TestStorageLocks : public QObject {
    Q_OBJECT

private slots:
    void init() { QLoggingCategory::setFilterRules(u"textback.*=false"_s); }
    void f38TheWindowNeverWaits();
    void f38LockedAtTheStartIsWaitedFor();
    void f39FullAtEachStatement();
};

/// A writer waits on its thread for seconds, while the window's thread goes on reading: measured as the longest pause of a timer there.
void TestStorageLocks::f38TheWindowNeverWaits()
{
    VirtualTime time;
    TemporaryStore store(time);
    const auto reader = store.reader();
    const auto other = SqlConnection::open(store.databaseFile(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));

    QThread engine;
    QObject worker;
    worker.moveToThread(&engine);
    engine.start();
    std::optional<Error> refused;
    qint64 waited = 0;
    QMetaObject::invokeMethod(&worker, [&] {
        QElapsedTimer clock;
        clock.start();
        VirtualTime ownTime;
        const auto opened = SqlStore::open(store.databaseFile(), ownTime, Millis(1500));
        if (opened) {
            const auto written = (*opened)->saveSettings(Settings());
            if (!written)
                refused = written.error();
        } else {
            refused = opened.error();
        }
        waited = clock.elapsed();
        engine.quit();
    });
    QTimer ping;
    QElapsedTimer since;
    since.start();
    qint64 longest = 0;
    int reads = 0;
    connect(&ping, &QTimer::timeout, &ping, [&] {
        longest = std::max(longest, since.restart());
        QElapsedTimer reading;
        reading.start();
        if (reader->conversations(ConversationFilter::All, std::nullopt, 50) && reader->counts())
            ++reads;
        longest = std::max(longest, reading.elapsed());
        since.restart();
    });
    ping.start(10);
    QTRY_VERIFY_WITH_TIMEOUT(engine.isFinished(), 30000);
    engine.wait();
    QVERIFY(refused);
    QCOMPARE(refused->providerCode, u"locked"_s);
    QVERIFY2(waited >= 1400, qPrintable(QString::number(waited))); // it did wait, elsewhere
    QVERIFY(reads > 5);
    qInfo("the writer waited %lld ms; the window's longest pause was %lld ms over %d reads", static_cast<long long>(waited),
          static_cast<long long>(longest), reads);
    // 100 ms on an idle machine; what must not happen is a wait for the lock.
    QVERIFY2(longest < waited / 2, qPrintable(QString::number(longest)));
}

void TestStorageLocks::f38LockedAtTheStartIsWaitedFor()
{
    VirtualTime time;
    TemporaryStore store(time);
    QVERIFY(store->saveSettings(Settings()));
    const auto other = SqlConnection::open(store.databaseFile(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    QVERIFY(other->execute(u"UPDATE maintenance SET checked_at = NULL"_s));
    QThread engine;
    QObject worker;
    worker.moveToThread(&engine);
    engine.start();
    bool opened = false;
    QMetaObject::invokeMethod(&worker, [&] {
        VirtualTime ownTime;
        // The check is due, so that opening has to write.
        opened = openStore(store.databaseFile(), ownTime, {}, true).has_value();
        engine.quit();
    });
    QTest::qWait(5500); // longer than one attempt
    QVERIFY(!engine.isFinished());
    QVERIFY(other->execute(u"COMMIT"_s));
    QTRY_VERIFY_WITH_TIMEOUT(engine.isFinished(), 30000);
    engine.wait();
    QVERIFY(opened);
}

/// The file may grow by one more page each time, so that each statement on the path of a call finds it full in turn. What fails leaves nothing, and
/// the same call works as soon as there is room.
void TestStorageLocks::f39FullAtEachStatement()
{
    VirtualTime time;
    TemporaryStore store(time);
    const AccountId account = store->openAccount(u"twilio"_s, u"AC1"_s)->id;
    const auto db = SqlConnection::open(store.databaseFile(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
    ConversationRepository conversations(*db);
    MessageRepository messages(*db, conversations);
    OutboxRepository outbox(*db, messages, conversations);
    const QString counts = u"SELECT (SELECT count(*) FROM conversations) || ' ' || (SELECT count(*) FROM messages) || ' ' || "
                           "(SELECT count(*) FROM outbox) || ' ' || (SELECT count(*) FROM attempts)"_s;
    int failures = 0;
    int successes = 0;
    for (int i = 0; i < 300; ++i) {
        const QString before = db->value(counts).toString();
        const int pages = db->value(u"PRAGMA page_count"_s).toInt();
        // Room for 0, 1, 2 ... pages, and none again.
        db->value(u"PRAGMA max_page_count = %1"_s.arg(pages + i % 8));
        bool committed = false;
        {
            SqlTransaction transaction(*db);
            Message message;
            message.conversation = conversations.ensure(party(caller(i)), false);
            message.account = account;
            message.direction = MessageDirection::Outgoing;
            message.origin = MessageOrigin::Automatic;
            message.body = u"Sorry we missed your call. "_s.repeated(60);
            message.status = DeliveryStatus::Queued;
            message.at = at(i);
            const auto added = messages.add(message, message.at);
            OutboxItem item;
            item.message = added.value_or(MessageId());
            item.conversation = message.conversation;
            item.account = account;
            item.from = ourLine();
            item.to = caller(i);
            item.body = message.body;
            const auto queued = outbox.enqueue(item, Millis(0));
            if (queued)
                (void)outbox.beginAttempt(*queued, at(i), at(i));
            conversations.flush();
            messages.indexNew();
            committed = transaction.commit();
        }
        const std::optional<Error> failure = db->takeFailure();
        db->value(u"PRAGMA max_page_count = 1073741823"_s);
        QCOMPARE(committed, !failure.has_value());
        if (committed) {
            ++successes;
        } else {
            ++failures;
            QCOMPARE(failure->providerCode, u"full"_s);
            QCOMPARE(db->value(counts).toString(), before);
            conversations.forgetTouched();
            messages.forgetNew();
        }
    }
    QVERIFY2(failures > 20, qPrintable(QString::number(failures)));
    QVERIFY(successes > 0);
    QCOMPARE(db->value(u"PRAGMA quick_check"_s).toString(), u"ok"_s);
}

QTEST_GUILESS_MAIN(TestStorageLocks)
#include "tst_storagelocks.moc"
