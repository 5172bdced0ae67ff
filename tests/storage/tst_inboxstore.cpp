// SPDX-License-Identifier: MIT
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What people make of their conversations, and how the list follows.
class TestInboxStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void doneLeavesWhatNeedsAReply();
    void theNextTextTakesDoneAndSnoozedBack_data();
    void theNextTextTakesDoneAndSnoozedBack();
    void aMissedCallTakesItBack();
    void ourOwnTextLeavesItDone();
    void aTextOfOursThatIsUnconfirmedTakesItBack();
    void aTextOfOursThatDoesNotArriveTakesItBack();
    void snoozedComesBackInTime();
    void whatIsReadWhileItComesBackStillNeedsAReply();
    void answeringEndsTheReminder();
    void markedUnreadUntilItIsOpened();
    void draftIsKeptOverARestart();
    void notesAndTags();
    void notesInTheThread();
    void aNoteThatWasRemovedTakesNoOthersPlace();
    void undoRestoresWhatStood_data();
    void undoRestoresWhatStood();
    void undoLeavesWhatCameInSince();
    void undoIsAboutTheLastOne();
    void everyFilterAndItsCount();
    void failedTransactionLeavesNothing();

private:
    ConversationId customer(int last, const QString &text, int seconds);
    InboxStore &inbox() { return (*m_store)->inbox(); }
    ConversationSummary summary(ConversationId id) { return *m_reader->conversation(id).value(); }
    QList<qint64> shown(ConversationFilter filter);

    VirtualTime m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlConversationReader> m_reader;
    AccountId m_account;
    ConversationId m_maria;
};

void TestInboxStore::init()
{
    m_store = std::make_unique<TemporaryStore>(m_time);
    m_account = (*m_store)->openAccount(u"twilio"_s, u"AC1"_s)->id;
    m_maria = customer(142, u"Are you open?"_s, 0);
    m_reader = m_store->reader();
}

void TestInboxStore::cleanup()
{
    m_reader.reset();
    m_store.reset();
}

ConversationId TestInboxStore::customer(int last, const QString &text, int seconds)
{
    const ConversationId id = (*m_store)->ensureConversation(party(caller(last))).value();
    if (!(*m_store)->addMessage(incoming(id, m_account, text, seconds)))
        qFatal("no message");
    return id;
}

QList<qint64> TestInboxStore::shown(ConversationFilter filter)
{
    const auto rows = m_reader->conversations(filter, std::nullopt, 100).value();
    QList<qint64> ids;
    for (const ConversationSummary &row : rows)
        ids += row.id.value;
    return ids;
}

void TestInboxStore::doneLeavesWhatNeedsAReply()
{
    QVERIFY(summary(m_maria).needsReply);
    QVERIFY(inbox().setDone(m_maria, true));
    QVERIFY(summary(m_maria).done);
    QVERIFY(!summary(m_maria).needsReply);
    QCOMPARE(summary(m_maria).unread, 0);
    QVERIFY(inbox().setDone(m_maria, false));
    QVERIFY(!summary(m_maria).done);
    QVERIFY(summary(m_maria).needsReply); // the last word is theirs still
}

void TestInboxStore::theNextTextTakesDoneAndSnoozedBack_data()
{
    QTest::addColumn<bool>("done");
    QTest::newRow("done") << true;
    QTest::newRow("snoozed") << false;
}

void TestInboxStore::theNextTextTakesDoneAndSnoozedBack()
{
    QFETCH(bool, done);
    QVERIFY(done ? inbox().setDone(m_maria, true) : inbox().setSnoozed(m_maria, at(3600)));
    QVERIFY(!summary(m_maria).needsReply);
    customer(142, u"Hello?"_s, 60);
    const ConversationSummary now = summary(m_maria);
    QVERIFY(!now.done);
    QVERIFY(!now.snoozedUntil);
    QVERIFY(now.needsReply);
    QCOMPARE(now.unread, 1);
    QVERIFY(!inbox().nextWake().value());
}

void TestInboxStore::aMissedCallTakesItBack()
{
    QVERIFY(inbox().setDone(m_maria, true));
    const CallId call = (*m_store)->upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(142), 60)})->front();
    QVERIFY((*m_store)->attachCall(call, m_maria));
    QVERIFY((*m_store)->recordVerdict(call, missedVerdict(85)));
    QVERIFY(!summary(m_maria).done);
    QVERIFY(summary(m_maria).needsReply);
}

void TestInboxStore::ourOwnTextLeavesItDone()
{
    QVERIFY(inbox().setDone(m_maria, true));
    QVERIFY((*m_store)->addMessage(outgoing(m_maria, m_account, MessageOrigin::Person, u"Yes"_s, 60)));
    QVERIFY(summary(m_maria).done);
}

/// Nothing that wants a person stays hidden: our text may not have left.
void TestInboxStore::aTextOfOursThatIsUnconfirmedTakesItBack()
{
    Message message = outgoing(m_maria, m_account, MessageOrigin::Person, u"Yes"_s, 60);
    message.id = (*m_store)->addMessage(message).value();
    const auto item = (*m_store)->enqueue(itemFor(message, caller(142), OutboxPurpose::Manual), 0ms).value();
    QVERIFY((*m_store)->beginAttempt(*item, at(60)));
    OutboxChange unknown;
    unknown.state = OutboxState::Unknown;
    QVERIFY((*m_store)->changeItem(*item, unknown));
    QVERIFY(inbox().setDone(m_maria, true));
    OutboxChange unconfirmed;
    unconfirmed.state = OutboxState::Unconfirmed;
    QVERIFY((*m_store)->changeItem(*item, unconfirmed));
    QVERIFY(!summary(m_maria).done);
    QVERIFY(summary(m_maria).needsReply);
}

void TestInboxStore::aTextOfOursThatDoesNotArriveTakesItBack()
{
    Message message = outgoing(m_maria, m_account, MessageOrigin::Person, u"Yes"_s, 60);
    message.status = DeliveryStatus::Sent;
    message.id = (*m_store)->addMessage(message).value();
    QVERIFY(inbox().setSnoozed(m_maria, at(3600)));
    DeliveryReport report;
    report.status = DeliveryStatus::Undelivered;
    QVERIFY((*m_store)->reportDelivery(message.id, report).value());
    QVERIFY(!summary(m_maria).snoozedUntil);
}

void TestInboxStore::snoozedComesBackInTime()
{
    QVERIFY(inbox().setSnoozed(m_maria, at(3600)));
    QVERIFY(!summary(m_maria).needsReply);
    QVERIFY(summary(m_maria).snoozedUntil == at(3600));
    QVERIFY(inbox().nextWake().value() == at(3600));
    QVERIFY(inbox().wakeSnoozed(at(3599))->empty());
    QCOMPARE(inbox().wakeSnoozed(at(3600))->size(), 1u);
    QVERIFY(!summary(m_maria).snoozedUntil);
    QVERIFY(summary(m_maria).needsReply);
    QCOMPARE(summary(m_maria).unread, 1);
    QVERIFY(inbox().wakeSnoozed(at(7200))->empty());
}

/// A conversation in which the last word was ours comes back as well: that is what it was put off for.
void TestInboxStore::whatIsReadWhileItComesBackStillNeedsAReply()
{
    QVERIFY((*m_store)->addMessage(outgoing(m_maria, m_account, MessageOrigin::Person, u"I ask the shop"_s, 60)));
    QVERIFY(!summary(m_maria).needsReply);
    QVERIFY(inbox().setSnoozed(m_maria, at(3600)));
    QVERIFY(inbox().wakeSnoozed(at(3600)));
    QVERIFY((*m_store)->inbox().markRead(m_maria));
    QVERIFY(summary(m_maria).needsReply);
    QVERIFY(inbox().setDone(m_maria, true));
    QVERIFY(inbox().setDone(m_maria, false));
    QVERIFY(!summary(m_maria).needsReply); // putting it away was the answer to the reminder
}

void TestInboxStore::answeringEndsTheReminder()
{
    QVERIFY(inbox().setSnoozed(m_maria, at(3600)));
    QVERIFY(inbox().wakeSnoozed(at(3600)));
    QVERIFY((*m_store)->addMessage(outgoing(m_maria, m_account, MessageOrigin::Person, u"Tomorrow"_s, 3700)));
    QVERIFY(!summary(m_maria).needsReply);
}

void TestInboxStore::markedUnreadUntilItIsOpened()
{
    QVERIFY((*m_store)->inbox().markRead(m_maria));
    QVERIFY(inbox().markUnread(m_maria));
    QVERIFY(inbox().markUnread(m_maria));
    QCOMPARE(summary(m_maria).unread, 1);
    QCOMPARE(shown(ConversationFilter::Unread), QList<qint64>{m_maria.value});
    QVERIFY((*m_store)->inbox().markRead(m_maria));
    QCOMPARE(summary(m_maria).unread, 0);
    // What came in counts by itself.
    customer(142, u"Hello?"_s, 60);
    QVERIFY(inbox().markUnread(m_maria));
    QCOMPARE(summary(m_maria).unread, 1);
}

void TestInboxStore::draftIsKeptOverARestart()
{
    QVERIFY(inbox().saveDraft(m_maria, u"We can be"_s, at(60)));
    QVERIFY(inbox().saveDraft(m_maria, u"We can be there at 5"_s, at(61)));
    m_reader.reset();
    m_store->reopen();
    m_reader = m_store->reader();
    QCOMPARE(summary(m_maria).draft, u"We can be there at 5"_s);
    QVERIFY(inbox().saveDraft(m_maria, u" \n"_s, at(62)));
    QCOMPARE(summary(m_maria).draft, QString());
}

void TestInboxStore::notesAndTags()
{
    QVERIFY(inbox().saveNotes(m_maria, u"Gate 4411"_s, at(60)));
    QVERIFY(inbox().setTags(m_maria, {u"Fleet"_s, u"VIP"_s, u"Fleet"_s}));
    const ConversationId bob = customer(143, u"Hi"_s, 60);
    QVERIFY(inbox().setTags(bob, {u"VIP"_s, u"Regular"_s}));
    QVERIFY(inbox().renameTag(u"VIP"_s, u"Regular"_s));
    QVERIFY(inbox().renameTag(u"Fleet"_s, {}));
    const auto connection = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadOnly, 0ms).value();
    QCOMPARE(connection->value(u"SELECT group_concat(conversation || tag) FROM conversation_tags"_s).toString(),
             u"%1Regular,%2Regular"_s.arg(m_maria.value).arg(bob.value));
    QCOMPARE(connection->value(u"SELECT body FROM contact_notes"_s).toString(), u"Gate 4411"_s);
}

void TestInboxStore::notesInTheThread()
{
    const auto thread = [this] {
        QStringList entries;
        const auto read = m_reader->thread(m_maria, std::nullopt, 10);
        for (const ThreadEntry &entry : *read) {
            const auto *note = std::get_if<ThreadNote>(&entry.content);
            entries.append(note ? note->body : u"-"_s);
        }
        return entries.join(u'|');
    };
    const NoteId first = inbox().saveThreadNote(m_maria, {{}, at(5), u"Gate 4411"_s}).value();
    const NoteId second = inbox().saveThreadNote(m_maria, {{}, at(-5), u"Asked for Tom"_s}).value();
    QVERIFY(first != second && !first.isNull());
    QCOMPARE(thread(), u"Asked for Tom|-|Gate 4411"_s);
    QCOMPARE(inbox().saveThreadNote(m_maria, {first, at(5), u"Gate 4412"_s}).value(), first);
    QCOMPARE(thread(), u"Asked for Tom|-|Gate 4412"_s);
    // Notes are nothing that anybody has to answer, and no activity.
    QCOMPARE(summary(m_maria).preview, u"Are you open?"_s);
    QVERIFY(inbox().removeThreadNote(customer(143, u"hi"_s, 1), first)); // not theirs
    QCOMPARE(thread(), u"Asked for Tom|-|Gate 4412"_s);
    QVERIFY(inbox().removeThreadNote(m_maria, first));
    QCOMPARE(thread(), u"Asked for Tom|-"_s);
    m_reader.reset();
    m_store->reopen();
    m_reader = m_store->reader();
    QCOMPARE(thread(), u"Asked for Tom|-"_s);
}

void TestInboxStore::aNoteThatWasRemovedTakesNoOthersPlace()
{
    // The database gives the newest id again once its row is gone.
    const ThreadNote removed{inbox().saveThreadNote(m_maria, {{}, at(5), u"First"_s}).value(), at(5), u"First"_s};
    QVERIFY(inbox().removeThreadNote(m_maria, removed.id));
    const NoteId other = inbox().saveThreadNote(m_maria, {{}, at(6), u"Second"_s}).value();
    const NoteId back = inbox().saveThreadNote(m_maria, removed).value(); // taken back
    QVERIFY(back != other);
    QCOMPARE(m_reader->thread(m_maria, std::nullopt, 10)->size(), size_t(3));
    QVERIFY(inbox().saveThreadNote(m_maria, {back, at(5), u"First"_s})); // and once more: nothing is doubled
    QCOMPARE(m_reader->thread(m_maria, std::nullopt, 10)->size(), size_t(3));
}

void TestInboxStore::undoRestoresWhatStood_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("done");
    for (const bool done : {true, false}) {
        const QString how = done ? u"done"_s : u"snoozed"_s;
        for (const QString &before : {u"unread"_s, u"read"_s, u"marked unread"_s, u"snoozed"_s, u"done"_s, u"reminded"_s})
            QTest::newRow(qPrintable(before + u" before "_s + how)) << before << done;
    }
}

void TestInboxStore::undoRestoresWhatStood()
{
    QFETCH(QString, before);
    QFETCH(bool, done);
    customer(142, u"Hello?"_s, 30);
    if (before == u"snoozed")
        QVERIFY(inbox().setSnoozed(m_maria, at(7200)));
    if (before == u"done")
        QVERIFY(inbox().setDone(m_maria, true));
    if (before == u"reminded") {
        QVERIFY(inbox().setSnoozed(m_maria, at(60)));
        QCOMPARE(inbox().wakeSnoozed(at(60))->size(), size_t(1));
    }
    if (before == u"read" || before == u"marked unread")
        QVERIFY((*m_store)->inbox().markRead(m_maria));
    if (before == u"marked unread")
        QVERIFY(inbox().markUnread(m_maria));
    const ConversationSummary stood = summary(m_maria);
    const auto thread = m_reader->thread(m_maria, std::nullopt, 50).value();
    const InboxCounts counts = m_reader->counts().value();

    QVERIFY(done ? inbox().setDone(m_maria, true) : inbox().setSnoozed(m_maria, at(3600)));
    QVERIFY(inbox().undoPutAway(m_maria));
    QVERIFY(summary(m_maria) == stood);
    QVERIFY(m_reader->thread(m_maria, std::nullopt, 50).value() == thread); // each text's mark, too
    QVERIFY(m_reader->counts().value() == counts);
    // Once.
    QVERIFY(inbox().undoPutAway(m_maria));
    QVERIFY(summary(m_maria) == stood);
}

void TestInboxStore::undoLeavesWhatCameInSince()
{
    QVERIFY(inbox().setSnoozed(m_maria, at(7200)));
    QVERIFY(inbox().setDone(m_maria, true));
    customer(142, u"Hello?"_s, 30);
    QVERIFY(inbox().undoPutAway(m_maria));
    QVERIFY(!summary(m_maria).snoozedUntil); // the text has ended that snooze
    QVERIFY(!summary(m_maria).done);
    QVERIFY(summary(m_maria).needsReply);
    QCOMPARE(summary(m_maria).unread, 1);
}

void TestInboxStore::undoIsAboutTheLastOne()
{
    const ConversationId other = customer(143, u"Hi"_s, 10);
    QVERIFY(inbox().setDone(m_maria, true));
    QVERIFY(inbox().setDone(other, true));
    QVERIFY(inbox().undoPutAway(m_maria));
    QVERIFY(summary(m_maria).done);
    QVERIFY(inbox().undoPutAway(other));
    QVERIFY(!summary(other).done);
}

void TestInboxStore::everyFilterAndItsCount()
{
    const ConversationId bob = customer(143, u"Hi"_s, 60);
    const ConversationId ann = customer(144, u"Hi"_s, 120);
    QVERIFY(inbox().setDone(bob, true));
    QVERIFY(inbox().setSnoozed(ann, at(3600)));
    QCOMPARE(shown(ConversationFilter::All), (QList<qint64>{ann.value, bob.value, m_maria.value}));
    QCOMPARE(shown(ConversationFilter::NeedsReply), QList<qint64>{m_maria.value});
    QCOMPARE(shown(ConversationFilter::Snoozed), QList<qint64>{ann.value});
    QCOMPARE(shown(ConversationFilter::Done), QList<qint64>{bob.value});
    QVERIFY(m_reader->counts().value() == (InboxCounts{1, 1, 3, 0, 1, 1}));
    // One is at one place: snoozing takes it out of what is done.
    QVERIFY(inbox().setSnoozed(bob, at(7200)));
    QVERIFY(m_reader->counts().value() == (InboxCounts{1, 1, 3, 0, 2, 0}));
    QVERIFY(inbox().wakeSnoozed(at(9000)));
    QVERIFY(m_reader->counts().value() == (InboxCounts{3, 3, 3, 0, 0, 0}));
}

void TestInboxStore::failedTransactionLeavesNothing()
{
    const auto done = (*m_store)->transact([&]() -> Result<void> {
        if (const auto put = inbox().setDone(m_maria, true); !put)
            return put;
        return tl::unexpected(Error{});
    });
    QVERIFY(!done);
    QVERIFY(!summary(m_maria).done);
    QVERIFY(summary(m_maria).needsReply);
}

QTEST_GUILESS_MAIN(TestInboxStore)
#include "tst_inboxstore.moc"
