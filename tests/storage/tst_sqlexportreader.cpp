// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/sqlexportreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// What an export reads: everything, in pages by key, while somebody else writes.
class TestSqlExportReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void f55EveryCallWithItsText();
    void f55EveryTextAndContact();
    void f55PagesByKey();
    void f55NoDatabaseIsAnError();

private:
    SqlStore &store() { return m_store->store(); }
    CallId missedCall(const QString &id, const PhoneNumber &from, int begin);

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlExportReader> m_reader;
    AccountId m_account;
};

void TestSqlExportReader::init()
{
    m_time = std::make_unique<VirtualTime>();
    m_store = std::make_unique<TemporaryStore>(*m_time);
    m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    m_reader = std::make_unique<SqlExportReader>(m_store->databaseFile());
}

CallId TestSqlExportReader::missedCall(const QString &id, const PhoneNumber &from, int begin)
{
    const CallId call = store().upsertLegs(m_account, {rootLeg(id, from, begin)}).value().at(0);
    if (!store().recordVerdict(call, missedVerdict(begin + 25)) ||
        !store().attachCall(call, store().ensureConversation(party(from)).value()))
        qFatal("no call");
    return call;
}

void TestSqlExportReader::f55EveryCallWithItsText()
{
    const CallId texted = missedCall(u"CA1"_s, caller(1), 0);
    const CallId skipped = missedCall(u"CA2"_s, caller(2), 100);
    const ConversationId conversation = store().ensureConversation(party(caller(1))).value();
    QVERIFY(store().inbox().renameContact(conversation, u"=Maria"_s));
    Message message = outgoing(conversation, m_account, MessageOrigin::Automatic, u"Sorry"_s, 27);
    message.id = store().addMessage(message).value();
    const OutboxId item =
        store().enqueue(itemFor(message, caller(1), OutboxPurpose::TextBack, texted), std::chrono::hours(24)).value().value();
    store().beginAttempt(item, at(29)).value();
    QVERIFY(store().changeItem(item, accepted(u"SM1"_s, 4000)));
    Decision decision = Decision::skip(DecisionReason::Landline);
    decision.decidedAt = at(127);
    QVERIFY(store().recordDecision(skipped, decision));

    const std::vector<ExportedCall> calls = m_reader->calls({}, 10).value();
    QCOMPARE(calls.size(), size_t(2));
    QCOMPARE(calls[0].address, caller(1).e164());
    QCOMPARE(calls[0].name, u"=Maria"_s);
    QVERIFY(calls[0].card.missed && calls[0].text == OutboxState::Accepted && calls[0].card.textedAfter == Millis(4000));
    QVERIFY(!calls[0].card.skippedLater);
    QCOMPARE(calls[0].card.line, ourLine());
    QCOMPARE(calls[0].card.rang, Millis(20000));
    QVERIFY(calls[1].card.missed && !calls[1].text && calls[1].card.skippedLater == DecisionReason::Landline);
    QCOMPARE(calls[1].card.at, at(100));
}

void TestSqlExportReader::f55EveryTextAndContact()
{
    const ConversationId conversation = store().ensureConversation(party(caller(1))).value();
    Message first = incoming(conversation, m_account, u"<b>=1+1</b>\n\"x\""_s, 10);
    first.id = store().addMessage(first).value();
    QVERIFY(store().consent().recordConsent({caller(1), true, at(11), u"text"_s, u"STOP"_s}));
    const std::vector<ExportedText> texts = m_reader->texts({}, 10).value();
    QCOMPARE(texts.size(), size_t(1));
    QVERIFY(texts[0].message == first);
    QCOMPARE(texts[0].address, caller(1).e164());
    const std::vector<ExportedContact> contacts = m_reader->contacts({}, 10).value();
    QCOMPARE(contacts.size(), size_t(1));
    QVERIFY(contacts[0] == (ExportedContact{conversation, caller(1).e164(), QString(), at(10), true}));
}

void TestSqlExportReader::f55PagesByKey()
{
    for (int i = 0; i < 25; ++i) {
        const ConversationId conversation = store().ensureConversation(party(caller(i))).value();
        store().addMessage(incoming(conversation, m_account, QString::number(i), i)).value();
    }
    QStringList bodies;
    MessageId after;
    int pages = 0;
    for (;; ++pages) {
        const std::vector<ExportedText> page = m_reader->texts(after, 10).value();
        if (page.empty())
            break;
        for (const ExportedText &text : page)
            bodies.append(text.message.body);
        after = page.back().message.id;
        // What comes in meanwhile stands at the end and is met there.
        if (pages == 0)
            store().addMessage(incoming(page.back().message.conversation, m_account, u"25"_s, 100)).value();
    }
    QCOMPARE(pages, 3);
    for (int i = 0; i <= 25; ++i)
        QCOMPARE(bodies.value(i), QString::number(i));
    QCOMPARE(m_reader->contacts(ConversationId{20}, 100)->size(), size_t(5));
}

void TestSqlExportReader::f55NoDatabaseIsAnError()
{
    QTemporaryDir folder;
    SqlExportReader reader(folder.filePath(u"none.db"_s));
    QVERIFY(!reader.calls({}, 1) && !reader.texts({}, 1) && !reader.contacts({}, 1));
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSqlExportReader)
#include "tst_sqlexportreader.moc"
