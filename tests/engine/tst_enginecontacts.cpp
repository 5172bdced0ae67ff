// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"
#include "engine/inboxdesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Names out of an address book.
class TestEngineContacts : public QObject {
    Q_OBJECT

private slots:
    void namesAreTaken();
    void aPersonsNameStaysUnlessTold();
    void contactsAloneAreNoConversations();
    void allOrNothing();
    void aKnownCallerIsNamedInTheInbox();
    void aWholeAddressBookIsTaken();
    void aTextLeavesWhileABookIsTaken();
    void stoppedAndTakenAgain();
    void brokenOffAndTakenAgain();
    void oneBookAfterTheOther();

private:
    static QList<ImportedContact> book(int people)
    {
        QList<ImportedContact> book;
        for (int i = 0; i < people; ++i)
            book.append(contact(u"+1313%1"_s.arg(2300000 + i), u"Person %1"_s.arg(i)));
        return book;
    }
    static ImportedContact contact(const QString &number, const QString &name) { return {*PhoneNumber::fromStored(number), name}; }
};

void TestEngineContacts::namesAreTaken()
{
    EngineHarness h;
    h.start();
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    h.engine->inbox()->importContacts({contact(maria, u"Maria"_s), contact(bob, u"Bob"_s)}, false);
    QCOMPARE(taken.at(0).at(0).value<ContactsTaken>(), (ContactsTaken{2, 0, false}));
    QCOMPARE(h.cell(u"SELECT contact_name FROM conversations WHERE address = '%1'"_s.arg(maria)), u"Maria"_s);
    h.engine->inbox()->importContacts({contact(maria, u"Maria"_s)}, true);
    QCOMPARE(taken.at(1).at(0).value<ContactsTaken>(), (ContactsTaken{0, 1, false}));
}

void TestEngineContacts::aPersonsNameStaysUnlessTold()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(10s);
    h.engine->inbox()->renameContact(h.conversation(maria), u"Mrs Garcia"_s);
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    h.engine->inbox()->importContacts({contact(maria, u"Maria"_s)}, false);
    QCOMPARE(taken.at(0).at(0).value<ContactsTaken>(), (ContactsTaken{0, 1, false}));
    QCOMPARE(h.store->conversation(h.conversation(maria))->value().contactName, u"Mrs Garcia"_s);
    h.engine->inbox()->importContacts({contact(maria, u"Maria"_s)}, true);
    QCOMPARE(h.store->conversation(h.conversation(maria))->value().contactName, u"Maria"_s);
}

void TestEngineContacts::contactsAloneAreNoConversations()
{
    EngineHarness h;
    h.startWatching();
    h.engine->inbox()->importContacts({contact(maria, u"Maria"_s), contact(bob, u"Bob"_s)}, false);
    QCOMPARE(h.reader->counts()->all, 0);
    QVERIFY(h.reader->conversations(ConversationFilter::All, std::nullopt, 10)->empty());
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.reader->counts()->all, 1);
    const auto rows = h.reader->conversations(ConversationFilter::All, std::nullopt, 10);
    QCOMPARE(rows->at(0).contactName, u"Maria"_s);
}

void TestEngineContacts::allOrNothing()
{
    EngineHarness h;
    h.start();
    EngineHarness::quiet();
    h.lockDatabase();
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    h.engine->inbox()->importContacts({contact(maria, u"Maria"_s)}, false);
    QVERIFY(taken.at(0).at(0).value<ContactsTaken>().failed);
    h.unlockDatabase();
    QCOMPARE(h.cell(u"SELECT count(*) FROM conversations"_s), u"0"_s);
}

/// Some rules know contacts by their name: an import makes the numbers known.
void TestEngineContacts::aKnownCallerIsNamedInTheInbox()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(bob);
    h.run(10s);
    h.engine->inbox()->importContacts({contact(bob, u"Bob"_s)}, false);
    QCOMPARE(h.reader->conversations(ConversationFilter::All, std::nullopt, 10)->at(0).contactName, u"Bob"_s);
}

void TestEngineContacts::aWholeAddressBookIsTaken()
{
    constexpr int people = 5000;
    EngineHarness h;
    h.startWatching();
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    QSignalSpy progressed(h.engine.get(), &Engine::contactsProgressed);
    h.engine->inbox()->importContacts(book(people), false);
    h.run(5s);
    QCOMPARE(taken.count(), 1);
    QCOMPARE(progressed.count(), people / ContactTaker::sliceLength - 1);
    QCOMPARE(progressed.at(1), (QVariantList{2 * ContactTaker::sliceLength, people}));
    QCOMPARE(taken.at(0).at(0).value<ContactsTaken>(), (ContactsTaken{people, 0, false}));
    QCOMPARE(h.cell(u"SELECT count(*) FROM conversations WHERE contact_name <> '' AND sort_key LIKE '0person %'"_s),
             QString::number(people));
    // And the engine goes on.
    h.provider.addMissedCall(maria);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(maria), 1);
}

/// The book waits for the caller, not the caller for the book.
void TestEngineContacts::aTextLeavesWhileABookIsTaken()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(maria);
    while (h.outbox(maria) != u"queued"_s)
        h.run(100ms);
    const Millis wait = fromUnixMillis(h.cell(u"SELECT not_before FROM outbox"_s).toLongLong()) - h.time.utcNow();
    QVERIFY(wait > 200ms);
    h.run(wait - 100ms);
    QCOMPARE(h.provider.textsTo(maria), 0);
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    h.engine->inbox()->importContacts(book(5000), false);
    h.run(300ms);
    QCOMPARE(h.provider.textsTo(maria), 1);
    QCOMPARE(taken.count(), 0);
    h.run(5s);
    QCOMPARE(taken.count(), 1);
}

void TestEngineContacts::stoppedAndTakenAgain()
{
    EngineHarness h;
    h.start();
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    h.engine->inbox()->importContacts(book(450), false);
    h.run(10ms);
    h.engine->inbox()->stopImport();
    QCOMPARE(taken.at(0).at(0).value<ContactsTaken>(), (ContactsTaken{200, 0, false, 250}));
    h.run(1s);
    QCOMPARE(taken.count(), 1);
    h.engine->inbox()->stopImport(); // nothing to stop
    QCOMPARE(taken.count(), 1);
    h.engine->inbox()->importContacts(book(450), false);
    h.run(1s);
    QCOMPARE(taken.at(1).at(0).value<ContactsTaken>(), (ContactsTaken{250, 200, false, 0}));
}

void TestEngineContacts::brokenOffAndTakenAgain()
{
    EngineHarness h;
    h.start();
    EngineHarness::quiet();
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    h.engine->inbox()->importContacts(book(250), false);
    h.lockDatabase();
    h.run(1s);
    QCOMPARE(taken.at(0).at(0).value<ContactsTaken>(), (ContactsTaken{100, 0, true, 150}));
    h.unlockDatabase();
    h.engine->inbox()->importContacts(book(250), false);
    h.run(1s);
    QCOMPARE(taken.at(1).at(0).value<ContactsTaken>(), (ContactsTaken{150, 100, false, 0}));
}

void TestEngineContacts::oneBookAfterTheOther()
{
    EngineHarness h;
    h.start();
    QSignalSpy taken(h.engine.get(), &Engine::contactsTaken);
    h.engine->inbox()->importContacts(book(250), false);
    h.engine->inbox()->importContacts({contact(maria, u"Maria"_s)}, false);
    QCOMPARE(taken.count(), 0);
    h.run(1s);
    QCOMPARE(taken.at(0).at(0).value<ContactsTaken>(), (ContactsTaken{250, 0, false, 0}));
    QCOMPARE(taken.at(1).at(0).value<ContactsTaken>(), (ContactsTaken{1, 0, false, 0}));
}

QTEST_GUILESS_MAIN(TestEngineContacts)
#include "tst_enginecontacts.moc"
