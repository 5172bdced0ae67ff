// SPDX-License-Identifier: MIT
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/searchterms.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// What the window reads, while somebody else writes.
class TestSqlConversationReader : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_store = std::make_unique<TemporaryStore>(*m_time);
        m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
        m_reader = m_store->reader();
    }

    void nothingThereYet()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"textback.db"_s);
        const auto reader = SqlConversationReader::open(file, *m_time).value();
        QVERIFY(reader->conversations(ConversationFilter::All, std::nullopt, 10)->empty());
        QVERIFY(reader->counts().value() == InboxCounts());
        QVERIFY(!reader->conversation(ConversationId{1})->has_value());
        QVERIFY(!QFileInfo::exists(file));
        {
            const auto empty = SqlConnection::open(file, SqlConnection::Mode::ReadWrite, Millis(0)).value();
            QCOMPARE(reader->counts().error().providerCode, u"older-database"_s);
        }
        const auto store = SqlStore::open(file, *m_time).value();
        const ConversationId made = store->ensureConversation(party(caller())).value();
        QCOMPARE(reader->conversation(made)->value().number, caller());
    }

    /// Pages by key while rows move to the top: none twice, and none lost that did not move.
    void pagesWhileRowsMove()
    {
        std::vector<ConversationId> made;
        for (int i = 0; i < 57; ++i) {
            made.push_back(store().ensureConversation(party(caller(i))).value());
            store().addMessage(incoming(made.back(), m_account, u"hello"_s, i / 3)).value(); // three at a time
        }
        std::set<ConversationId> seen;
        std::set<ConversationId> moved;
        std::optional<ConversationKey> after;
        int later = 1000;
        for (int page = 0; page < 100; ++page) {
            const std::vector<ConversationSummary> rows = m_reader->conversations(ConversationFilter::All, after, 10).value();
            if (rows.empty())
                break;
            for (const ConversationSummary &row : rows) {
                QVERIFY(seen.insert(row.id).second);
                if (after)
                    QVERIFY(std::tie(row.lastActivity, row.id) < std::tie(after->lastActivity, after->id));
                after = ConversationKey{row.lastActivity, row.id};
            }
            const ConversationId mover = made[size_t(page * 7) % made.size()];
            store().addMessage(incoming(mover, m_account, u"again"_s, later++)).value();
            moved.insert(mover);
        }
        for (const ConversationId conversation : made)
            QVERIFY(seen.contains(conversation) || moved.contains(conversation));
    }

    void filters()
    {
        const ConversationId unread = store().ensureConversation(party(caller(1))).value();
        const ConversationId answered = store().ensureConversation(party(caller(2))).value();
        store().addMessage(incoming(unread, m_account, u"hello"_s, 1)).value();
        store().addMessage(incoming(answered, m_account, u"hello"_s, 2)).value();
        QVERIFY(store().inbox().markRead(answered));
        const auto ids = [this](ConversationFilter filter) {
            std::vector<ConversationId> found;
            const std::vector<ConversationSummary> rows = m_reader->conversations(filter, std::nullopt, 10).value();
            for (const ConversationSummary &row : rows)
                found.push_back(row.id);
            return found;
        };
        QCOMPARE(ids(ConversationFilter::All), (std::vector<ConversationId>{answered, unread}));
        QCOMPARE(ids(ConversationFilter::NeedsReply), (std::vector<ConversationId>{answered, unread}));
        QCOMPARE(ids(ConversationFilter::Unread), std::vector<ConversationId>{unread});
        store().addMessage(outgoing(answered, m_account, MessageOrigin::Person, u"yes"_s, 3)).value();
        QCOMPARE(ids(ConversationFilter::NeedsReply), std::vector<ConversationId>{unread});
        const InboxCounts counts = m_reader->counts().value();
        QVERIFY((counts == InboxCounts{1, 1, 2}));
    }

    /// Calls, messages and notes of one moment, in pages of every size: the same thread, each entry once.
    void threadPages()
    {
        const ConversationId conversation = mixedThread();
        const std::vector<ThreadEntry> whole = m_reader->thread(conversation, std::nullopt, 1000).value();
        QCOMPARE(whole.size(), size_t(mixedEntries));
        for (size_t i = 1; i < whole.size(); ++i)
            QVERIFY(whole[i - 1].place() < whole[i].place());
        for (const int size : {1, 2, 3, 7, mixedEntries - 1, mixedEntries, mixedEntries + 1}) {
            std::vector<ThreadEntry> pages;
            std::optional<ThreadKey> before;
            while (true) {
                const std::vector<ThreadEntry> page = m_reader->thread(conversation, before, size).value();
                if (page.empty())
                    break;
                QVERIFY(int(page.size()) <= size);
                pages.insert(pages.begin(), page.begin(), page.end());
                before = page.front().place();
            }
            QVERIFY(pages == whole);
        }
    }

    /// From any entry on, and in both directions around it, in pages of every size.
    void threadFrom()
    {
        const ConversationId conversation = mixedThread();
        const std::vector<ThreadEntry> whole = m_reader->thread(conversation, std::nullopt, 1000).value();
        QCOMPARE(whole.size(), size_t(mixedEntries));
        for (size_t i = 0; i < whole.size(); ++i) {
            const ThreadKey place = whole[i].place();
            for (const int size : {1, 7, mixedEntries}) {
                const auto wanted = std::min(size_t(size), whole.size() - i);
                const std::vector<ThreadEntry> page = m_reader->threadFrom(conversation, place, size).value();
                QVERIFY(page == std::vector<ThreadEntry>(whole.begin() + std::ptrdiff_t(i), whole.begin() + std::ptrdiff_t(i + wanted)));
                const size_t above = std::min(size_t(size), i);
                QVERIFY(m_reader->thread(conversation, place, size).value() ==
                        std::vector<ThreadEntry>(whole.begin() + std::ptrdiff_t(i - above), whole.begin() + std::ptrdiff_t(i)));
            }
        }
        // A place whose entry is gone begins at the next one.
        QCOMPARE(m_reader->threadFrom(conversation, {at(1), u"m"_s}, 1)->at(0).at, at(1));
        QVERIFY(m_reader->threadFrom(conversation, {at(99), {}}, 5)->empty());
    }

    void cardsTellTheCall()
    {
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0, LegStatus::Ringing)})->at(0);
        QVERIFY(store().attachCall(call, conversation));
        const auto card = [&] { return std::get<CallCard>(m_reader->thread(conversation, std::nullopt, 10)->front().content); };
        QVERIFY(card().open);
        QVERIFY(!card().missed);
        QCOMPARE(card().line, ourLine());

        store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0), childLeg(u"CA1a"_s, u"CA1"_s, 2)}).value();
        QVERIFY(store().setCallDetails(call, {1, u"RE1"_s, Millis(12000), false}));
        CallVerdict verdict = missedVerdict(25);
        verdict.disposition = Disposition::Voicemail;
        QVERIFY(store().recordVerdict(call, verdict));
        Decision decision = Decision::send(SendRule::Open, at(30));
        decision.decidedAt = at(27);
        QVERIFY(store().recordDecision(call, decision));
        Message message = outgoing(conversation, m_account, MessageOrigin::Automatic, u"sorry"_s, 28);
        message.call = call;
        message.id = store().addMessage(message).value();
        const OutboxId item = store().enqueue(itemFor(message, caller(), OutboxPurpose::TextBack, call), std::chrono::hours(24))->value();
        CallCard expected;
        expected.id = call;
        expected.missed = true;
        expected.disposition = Disposition::Voicemail;
        expected.at = at(0);
        expected.endedAt = at(25);
        expected.rang = Millis(20000);
        expected.recordings = 1;
        expected.recordingLength = Millis(12000);
        expected.line = ourLine();
        expected.decision = decision;
        QVERIFY(card() == expected);
        const auto bubble = [&] { return std::get<MessageBubble>(m_reader->thread(conversation, std::nullopt, 10)->back().content); };
        QVERIFY(bubble().outbox == OutboxState::Queued);
        QCOMPARE(bubble().notBefore, at(30));

        QVERIFY(store().beginAttempt(item, at(30)));
        OutboxChange unknown = toState(OutboxState::Unknown);
        unknown.endedAt = at(31);
        QVERIFY(store().changeItem(item, unknown));
        QCOMPARE(bubble().attemptEnded, std::optional(at(31)));
        QVERIFY(store().changeItem(item, toState(OutboxState::Queued)));
        OutboxChange dropped = toState(OutboxState::Skipped);
        dropped.why = DecisionReason::CalledBack;
        QVERIFY(store().changeItem(item, dropped));
        QVERIFY(card().skippedLater == DecisionReason::CalledBack);
        QVERIFY(bubble().skipped == DecisionReason::CalledBack);
        QVERIFY(!bubble().attemptEnded);
    }

    void callsThatNobodyJudged()
    {
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        CallLeg busy = rootLeg(u"CA1"_s, ourLine(), 0, LegStatus::Busy);
        busy.direction = CallDirection::Outbound;
        busy.to = caller().e164();
        CallLeg talk = busy;
        talk.providerCallId = u"CA2"_s;
        talk.status = LegStatus::Completed;
        talk.started = talk.created = at(5);
        talk.duration = Millis(20000);
        const std::vector<CallId> calls = store().upsertLegs(m_account, {busy, talk}).value();
        for (const CallId call : calls)
            QVERIFY(store().attachCall(call, conversation));
        const std::vector<ThreadEntry> thread = m_reader->thread(conversation, std::nullopt, 10).value();
        QCOMPARE(toString(std::get<CallCard>(thread.at(0).content).disposition), u"busy"_s);
        QCOMPARE(toString(std::get<CallCard>(thread.at(1).content).disposition), u"answered"_s);
        QCOMPARE(std::get<CallCard>(thread.at(1).content).talked, Millis(20000));
        QCOMPARE(std::get<CallCard>(thread.at(1).content).line, ourLine());
    }

    /// A reader never waits and never holds the writer up; it sees what is committed, and only that.
    void readsWhileSomebodyWrites()
    {
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        QVERIFY(store().transact([&]() -> Result<void> {
            store().addMessage(incoming(conversation, m_account, u"not yet"_s, 1)).value();
            if (!m_reader->thread(conversation, std::nullopt, 10)->empty() || m_reader->counts()->unread != 0)
                return tl::unexpected(Error());
            return {};
        }));
        QCOMPARE(m_reader->thread(conversation, std::nullopt, 10)->size(), size_t(1));
        for (int i = 2; i < 300; ++i) {
            store().addMessage(incoming(conversation, m_account, u"message %1"_s.arg(i), i)).value();
            QCOMPARE(m_reader->conversations(ConversationFilter::All, std::nullopt, 10)->front().unread, i);
        }
        // No read stayed open: the log can be emptied.
        const auto checker = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        QCOMPARE(checker->value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt(), 0);
        QCOMPARE(QFileInfo(m_store->databaseFile() + u"-wal"_s).size(), 0);
    }

    void aLockedDatabaseIsAnErrorAndLosesNothing()
    {
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        const auto other = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, Millis(0)).value();
        const auto impatient = SqlStore::open(m_store->databaseFile(), *m_time, Millis(20)).value();
        QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
        const Message message = incoming(conversation, m_account, u"hello"_s, 1);
        const Result<MessageId> refused = impatient->addMessage(message);
        QCOMPARE(toString(refused.error().kind), toString(ErrorKind::Storage));
        QCOMPARE(refused.error().providerCode, u"locked"_s);
        QVERIFY(m_reader->counts()); // reading goes on
        QVERIFY(other->execute(u"ROLLBACK"_s));
        QVERIFY(impatient->addMessage(message));
        QCOMPARE(m_reader->thread(conversation, std::nullopt, 10)->size(), size_t(1));
    }

    void searchTermsOfTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("digits");
        QTest::newRow("nothing") << u"  !? "_s << u""_s << QStringList();
        QTest::newRow("words") << u"Maria, tow-truck"_s << u"\"Maria\"* \"tow\"* \"truck\"*"_s << QStringList();
        QTest::newRow("quotes and operators") << u"\"a\" OR (b*) NEAR ^c"_s << u"\"a\"* \"OR\"* \"b\"* \"NEAR\"* \"c\"*"_s << QStringList();
        QTest::newRow("national") << u"(313) 223-0100"_s << u"\"313\"* \"223\"* \"0100\"*"_s
                                  << QStringList{u"13132230100"_s, u"3132230100"_s};
        QTest::newRow("part of a number") << u"223-01"_s << u"\"223\"* \"01\"*"_s << QStringList{u"22301"_s};
        QTest::newRow("too short for a number") << u"22"_s << u"\"22\"*"_s << QStringList();
        QTest::newRow("number and word") << u"exit 313"_s << u"\"exit\"* \"313\"*"_s << QStringList();
    }

    void searchTermsOfTexts()
    {
        QFETCH(QString, text);
        const SearchTerms terms = searchTerms(text, u"US"_s);
        QTEST(terms.words, "words");
        QTEST(terms.digits, "digits");
    }

    void search_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // names, newest first
        const auto row = [](const char *name, const QString &text, const QString &found) { QTest::newRow(name) << text << found; };
        row("name", u"Jos\u00e9"_s, u"Jos\u00e9 N\u00fa\u00f1ez"_s);
        row("accents folded", u"jose nunez"_s, u"Jos\u00e9 N\u00fa\u00f1ez"_s);
        row("accents typed", u"M\u00e5ria"_s, u"Maria"_s);
        row("composed otherwise", u"Jose\u0301"_s, u"Jos\u00e9 N\u00fa\u00f1ez"_s);
        row("prefix", u"mar"_s, u"Maria"_s);
        row("one letter", u"m"_s, u"Maria"_s);
        row("message text", u"flat tire"_s, u"Maria"_s);
        row("words in any order", u"tire FLAT"_s, u"Maria"_s);
        row("every word must match", u"flat engine"_s, u""_s);
        row("in several", u"tow"_s, u"Maria|Jos\u00e9 N\u00fa\u00f1ez"_s);
        row("E.164", u"+13132230142"_s, u"Maria"_s);
        row("national", u"(313) 223-0142"_s, u"Maria"_s);
        row("dotted with country code", u"1.313.223.0142"_s, u"Maria"_s);
        row("end of a number", u"0142"_s, u"Maria"_s);
        row("middle of a number", u"3 223-0"_s, u"Maria|Jos\u00e9 N\u00fa\u00f1ez"_s);
        row("foreign, from abroad", u"011 44 20 7946 0018"_s, u"London"_s);
        row("foreign, national", u"020 7946 0018"_s, u"London"_s);
        row("no number has it", u"99999"_s, u""_s);
        row("address without number", u"withheld"_s, u"Nobody"_s);
        row("nothing", u"  "_s, u""_s);
        row("query language", u"\"flat\" OR * ) ( NEAR/2"_s, u""_s);
    }

    void search()
    {
        QFETCH(QString, text);
        const auto add = [this](const CallerIdentity &who, const QString &name, const QString &body, int seconds) {
            const ConversationId conversation = store().ensureConversation(who).value();
            QVERIFY(store().inbox().renameContact(conversation, u"an earlier name"_s));
            QVERIFY(store().inbox().renameContact(conversation, name));
            store().addMessage(incoming(conversation, m_account, body, seconds)).value();
        };
        add(party(number(u"+13132230155"_s)), u"Jos\u00e9 N\u00fa\u00f1ez"_s, u"do you tow trucks?"_s, 1);
        add(party(number(u"+442079460018"_s)), u"London"_s, u"hello"_s, 2);
        add({CallerKind::Withheld, PhoneNumber(), QString::fromUtf16(withheldAddress)}, u"Nobody"_s, u"hello"_s, 3);
        add(party(number(u"+13132230142"_s)), u"Maria"_s, u"I have a flat tire, can you tow me?"_s, 4);
        QStringList names;
        const std::vector<ConversationSummary> rows = m_reader->search(text, 10).value();
        for (const ConversationSummary &row : rows)
            names.append(row.contactName);
        QTEST(names.join(u'|'), "found");
        if (names.size() > 1)
            QCOMPARE(m_reader->search(text, 1)->size(), size_t(1));
        QVERIFY(m_reader->search(u"earlier"_s, 10)->empty());
    }

private:
    static constexpr int mixedEntries = 23 + 12 + 8;

    /// Messages, calls and notes, several of each moment.
    ConversationId mixedThread()
    {
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        for (int i = 0; i < 23; ++i) {
            Message message = incoming(conversation, m_account, u"message %1"_s.arg(i), i / 5);
            message.providerMessageId += QString::number(i);
            store().addMessage(message).value();
            if (i % 2 == 0) {
                const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA%1"_s.arg(i), caller(), i / 5)})->at(0);
                if (!store().attachCall(call, conversation))
                    qFatal("not attached");
            }
            if (i % 3 == 0)
                store().inbox().saveThreadNote(conversation, {{}, at(i / 5), u"note %1"_s.arg(i)}).value();
        }
        return conversation;
    }

    SqlStore &store() { return m_store->store(); }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlConversationReader> m_reader;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(TestSqlConversationReader)
#include "tst_sqlconversationreader.moc"
