// SPDX-License-Identifier: MIT
#include "storage/samples.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The whole path of one missed call through the store, and what transactions promise.
class TestSqlStore : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_store = std::make_unique<TemporaryStore>(*m_time);
        m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    }

    void settingsAreKept()
    {
        QCOMPARE(*store().settings(), Settings());
        Settings settings;
        settings.business.name = u"Motor City Towing"_s;
        settings.account.fields.insert(u"accountSid"_s, u"AC1"_s);
        settings.rules.sendDelaySeconds = 7;
        QVERIFY(store().saveSettings(settings));
        m_store->reopen();
        QCOMPARE(*store().settings(), settings);
    }

    void accountsNumbersAndCursors()
    {
        const StoredAccount again = *store().openAccount(u"twilio"_s, u"AC1"_s);
        QCOMPARE(again.id, m_account);
        QVERIFY(!again.watchingSince);
        QVERIFY(store().openAccount(u"twilio"_s, u"AC2"_s)->id != m_account);
        QVERIFY(store().setWatchingSince(m_account, at(5)));
        QCOMPARE(store().openAccount(u"twilio"_s, u"AC1"_s)->watchingSince, std::optional(at(5)));

        Line line;
        line.number = ourLine();
        line.label = u"Main"_s;
        line.textFrom = caller(7);
        Line second;
        second.number = caller(8);
        second.overflow = true;
        second.minRings = 4;
        const std::vector<Line> lines{line, second};
        QVERIFY(store().setAccountNumbers(m_account, lines));
        QCOMPARE(*store().accountNumbers(m_account), lines);
        QVERIFY(store().setAccountNumbers(m_account, {second}));
        QCOMPARE(*store().accountNumbers(m_account), std::vector<Line>{second});

        QVERIFY(!store().cursor(m_account, CursorKind::Calls)->has_value());
        QVERIFY(store().setCursor(m_account, CursorKind::Calls, {at(1), u"t"_s}));
        QVERIFY(store().setCursor(m_account, CursorKind::Messages, {at(2), QString()}));
        QVERIFY(store().setCursor(m_account, CursorKind::Calls, {at(3), u"u"_s}));
        m_store->reopen();
        QCOMPARE(**store().cursor(m_account, CursorKind::Calls), (Cursor{at(3), u"u"_s}));
        QCOMPARE(**store().cursor(m_account, CursorKind::Messages), (Cursor{at(2), QString()}));
    }

    void oneMissedCallFromEndToEnd()
    {
        const std::vector<CallId> calls =
            *store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0), childLeg(u"CA1a"_s, u"CA1"_s, 2)});
        QCOMPARE(calls.size(), size_t(1));
        const CallId call = calls.front();
        QCOMPARE(*store().undecidedCalls(m_account, at(30)), calls);

        const ConversationId conversation = *store().ensureConversation(party(caller()));
        QCOMPARE(*store().ensureConversation(party(caller())), conversation);
        MessageId messageId;
        OutboxId outboxId;
        const Result<void> stored = store().transact([&]() -> Result<void> {
            if (!store().attachCall(call, conversation) || !store().recordVerdict(call, missedVerdict(25)))
                return tl::unexpected(Error());
            Decision decision = Decision::send(SendRule::Open, at(28));
            decision.decidedAt = at(26);
            if (!store().recordDecision(call, decision))
                return tl::unexpected(Error());
            Message message = outgoing(conversation, m_account, MessageOrigin::Automatic, u"Sorry we missed you"_s, 26);
            message.call = call;
            message.rule = SendRule::Open;
            message.id = store().addMessage(message).value_or(MessageId());
            messageId = message.id;
            outboxId = store().enqueue(itemFor(message, caller(), OutboxPurpose::TextBack, call), std::chrono::hours(24))->value();
            return {};
        });
        QVERIFY(stored);
        QVERIFY(store().undecidedCalls(m_account, at(30))->empty());

        ConversationSummary summary = **store().conversation(conversation);
        QCOMPARE(summary.previewKind, PreviewKind::Automatic);
        QCOMPARE(summary.preview, u"Sorry we missed you"_s);
        QCOMPARE(summary.unread, 1);
        QVERIFY(summary.needsReply); // not accepted yet
        QCOMPARE(summary.lastActivity, at(26));
        QCOMPARE(summary.missedCall->outbox, std::optional(OutboxState::Queued));
        QCOMPARE(summary.missedCall->notBefore, std::optional(at(28)));

        QCOMPARE(*store().nextDue(m_account), std::optional(at(28)));
        QVERIFY(store().dueItems(m_account, at(27), 10)->empty());
        QCOMPARE(store().dueItems(m_account, at(28), 10)->size(), size_t(1));
        const OutboxItem sending = *store().beginAttempt(outboxId, at(28));
        QCOMPARE(sending.attempt, 1);
        QCOMPARE(sending.inflightAt, std::optional(at(28)));
        QCOMPARE(toString(store().message(messageId)->status), toString(DeliveryStatus::Sending));
        QVERIFY(store().changeItem(outboxId, accepted(u"SM1"_s, 3400)));
        QCOMPARE(toString(store().message(messageId)->status), toString(DeliveryStatus::Sent));
        QCOMPARE(store().message(messageId)->providerMessageId, u"SM1"_s);
        QVERIFY(*store().isOwned(m_account, u"SM1"_s));
        QVERIFY(!*store().isOwned(m_account, u"SM2"_s));
        QCOMPARE(*store().undeliveredIds(m_account, at(0)), QStringList{u"SM1"_s});

        m_store->reopen();
        summary = **store().conversation(conversation);
        QVERIFY(!summary.needsReply);
        QCOMPARE(summary.missedCall->outbox, std::optional(OutboxState::Accepted));
        QCOMPARE(summary.missedCall->textedAfter, std::optional(Millis(3400)));
        QVERIFY(!summary.missedCall->notBefore);
        QVERIFY(!summary.missedCall->didNotArrive());

        QVERIFY(*store().reportDelivery(messageId, {DeliveryStatus::Undelivered, u"30006"_s, u"Landline"_s}));
        QVERIFY(!*store().reportDelivery(messageId, {DeliveryStatus::Delivered}));
        QCOMPARE(store().message(messageId)->errorCode, u"30006"_s);
        summary = **store().conversation(conversation);
        QVERIFY(summary.needsReply); // faults.md F14
        QVERIFY(summary.missedCall->didNotArrive());
        QVERIFY(store().undeliveredIds(m_account, at(0))->isEmpty());
    }

    void aFailedTransactionLeavesNothing()
    {
        const ConversationId conversation = *store().ensureConversation(party(caller()));
        const Result<void> done = store().transact([&]() -> Result<void> {
            store().addMessage(incoming(conversation, m_account, u"hello"_s, 1)).value();
            (void)store().setCursor(m_account, CursorKind::Messages, {at(1), QString()});
            Error error;
            error.kind = ErrorKind::Cancelled;
            return tl::unexpected(error);
        });
        QCOMPARE(toString(done.error().kind), toString(ErrorKind::Cancelled));
        QVERIFY(!store().cursor(m_account, CursorKind::Messages)->has_value());
        QVERIFY(!store().messageByProviderId(m_account, u"SM-in-1-1"_s)->has_value());
        QCOMPARE(store().conversation(conversation)->value().unread, 0);
        QCOMPARE(store().conversation(conversation)->value().lastActivity, UtcTime());
    }

    /// The caller that ignores an error inside a transaction does not get half of it.
    void aFailedStatementPoisonsItsTransaction()
    {
        const ConversationId conversation = *store().ensureConversation(party(caller()));
        const Result<void> done = store().transact([&]() -> Result<void> {
            (void)store().setCursor(m_account, CursorKind::Messages, {at(1), QString()});
            Message orphan = incoming(ConversationId{999}, m_account, u"nobody's"_s, 1);
            if (store().addMessage(orphan))
                return tl::unexpected(Error());
            if (store().addMessage(incoming(conversation, m_account, u"after it"_s, 2)))
                return tl::unexpected(Error());
            return {};
        });
        QCOMPARE(toString(done.error().kind), toString(ErrorKind::Storage));
        QCOMPARE(done.error().providerCode, u"constraint"_s);
        QVERIFY(!store().cursor(m_account, CursorKind::Messages)->has_value());
        QVERIFY(store().setCursor(m_account, CursorKind::Messages, {at(1), QString()})); // and the store works on
    }

    /// A damaged file is found at the first start of a day, and left as it is (faults.md F40).
    void damageIsFound()
    {
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        for (int i = 0; i < 200; ++i)
            store().addMessage(incoming(conversation, m_account, QString(500, u'x'), i)).value();
        const QString file = m_store->databaseFile();
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"textback.db"_s);
        m_store->reopen(); // closes: everything is in the file
        QVERIFY(QFile::copy(file, copy));
        QVERIFY(SqlStore::open(copy, *m_time)); // sound, and noted as such
        QFile damaged(copy);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        for (qint64 page = 40; (page + 1) * 4096 < damaged.size(); ++page) {
            damaged.seek(page * 4096);
            damaged.write(QByteArray(64, '\xff'));
        }
        damaged.close();
        const QByteArray before = content(copy);
        m_time->advance(std::chrono::hours(24));
        QCOMPARE(SqlStore::open(copy, *m_time).error().providerCode, u"corrupt"_s);
        QCOMPARE(content(copy), before);
    }

    /// After a crash the write-ahead log is still there: committed work is in it, and the file is checked.
    void aCrashKeepsWhatWasCommitted()
    {
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        store().addMessage(incoming(conversation, m_account, u"kept"_s, 1)).value();
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"textback.db"_s);
        const Result<void> dying = store().transact([&]() -> Result<void> {
            store().addMessage(incoming(conversation, m_account, u"in the middle"_s, 2)).value();
            // What a kill at this moment leaves on the disk.
            if (!QFile::copy(m_store->databaseFile(), copy) || !QFile::copy(m_store->databaseFile() + u"-wal"_s, copy + u"-wal"_s))
                return tl::unexpected(Error());
            return {};
        });
        QVERIFY(dying);
        const auto after = SqlStore::open(copy, *m_time).value();
        QVERIFY(after->messageByProviderId(m_account, u"SM-in-1-1"_s)->has_value());
        QVERIFY(!after->messageByProviderId(m_account, u"SM-in-1-2"_s)->has_value());
        QCOMPARE(after->conversation(conversation)->value().unread, 1);
        QCOMPARE(after->conversation(conversation)->value().preview, u"kept"_s);
    }

    void transactionsDoNotNest()
    {
        const Result<void> done = store().transact([&] { return store().transact([]() -> Result<void> { return {}; }); });
        QCOMPARE(toString(done.error().kind), toString(ErrorKind::Storage));
    }

private:
    SqlStore &store() { return m_store->store(); }

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(TestSqlStore)
#include "tst_sqlstore.moc"
