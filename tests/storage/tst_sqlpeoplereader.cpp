// SPDX-License-Identifier: MIT
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/sqlpeoplereader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The list of all people, and what a person who never called or wrote is to the inbox.
class TestSqlPeopleReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void order();
    void filters();
    void pages();
    void finds_data();
    void finds();
    void namesOfNumbers();
    void renamingMoves();
    void contactsAloneAreNoConversations();
    void noDatabase();

private:
    ConversationId person(int last, const QString &name)
    {
        const ConversationId id = m_store->store().ensureConversation(party(caller(last))).value();
        if (!name.isEmpty() && !m_store->store().inbox().renameContact(id, name))
            qFatal("no name");
        return id;
    }
    static QStringList namesOf(const std::vector<Person> &people)
    {
        QStringList names;
        for (const Person &each : people)
            names.append(each.name.isEmpty() ? each.address : each.name);
        return names;
    }

    VirtualTime m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlPeopleReader> m_reader;
};

void TestSqlPeopleReader::init()
{
    m_reader.reset();
    m_store = std::make_unique<TemporaryStore>(m_time);
    m_reader = std::make_unique<SqlPeopleReader>(m_store->databaseFile());
    person(104, u"Zoe"_s);
    person(103, {});
    person(102, u"ángel ruiz"_s);
    person(101, u"Bob"_s);
    person(100, {});
    QVERIFY(m_store->store().ensureConversation({CallerKind::Withheld, {}, u"withheld"_s}));
}

void TestSqlPeopleReader::order()
{
    const auto people = m_reader->people(PeopleFilter::All, std::nullopt, 100).value();
    QCOMPARE(namesOf(people), (QStringList{u"ángel ruiz"_s, u"Bob"_s, u"Zoe"_s, caller(100).e164(), caller(103).e164()}));
    QCOMPARE(people[1].number, caller(101));
    QCOMPARE(people[1].lastActivity, UtcTime());
    QVERIFY(!people[1].optedOut);
    QCOMPARE(m_reader->person(people[1].id).value().value(), people[1]);
    QVERIFY(!m_reader->person(ConversationId{999}).value());
}

void TestSqlPeopleReader::filters()
{
    QCOMPARE(namesOf(m_reader->people(PeopleFilter::Named, std::nullopt, 100).value()), (QStringList{u"ángel ruiz"_s, u"Bob"_s, u"Zoe"_s}));
    QCOMPARE(namesOf(m_reader->people(PeopleFilter::Unnamed, std::nullopt, 100).value()),
             (QStringList{caller(100).e164(), caller(103).e164()}));
}

void TestSqlPeopleReader::pages()
{
    for (int i = 0; i < 20; ++i)
        person(200 + i, u"Same Name"_s);
    std::optional<PersonKey> after;
    QStringList all;
    while (true) {
        const auto people = m_reader->people(PeopleFilter::All, after, 3).value();
        all += namesOf(people);
        if (people.size() < 3)
            break;
        after = people.back().key();
    }
    QCOMPARE(all.size(), 25);
    QCOMPARE(all, namesOf(m_reader->people(PeopleFilter::All, std::nullopt, 100).value()));
}

void TestSqlPeopleReader::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("accents folded") << u"Angel"_s << QStringList{u"ángel ruiz"_s};
    QTest::newRow("the beginning of a word") << u"ru"_s << QStringList{u"ángel ruiz"_s};
    QTest::newRow("number in any spelling") << u"(313) 555-0101"_s << QStringList{u"Bob"_s};
    QTest::newRow("the end of a number") << u"0104"_s << QStringList{u"Zoe"_s};
    QTest::newRow("nobody") << u"xyz"_s << QStringList();
    QTest::newRow("not withheld ones") << u"withheld"_s << QStringList();
}

void TestSqlPeopleReader::finds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    QCOMPARE(namesOf(m_reader->find(text, 50).value()), names);
}

void TestSqlPeopleReader::namesOfNumbers()
{
    const auto names = m_reader->names({caller(101), caller(100), caller(999)}).value();
    QCOMPARE(names, (QHash<QString, QString>{{caller(101).e164(), u"Bob"_s}}));
}

void TestSqlPeopleReader::renamingMoves()
{
    const ConversationId zoe = person(104, u"Aaron"_s);
    QCOMPARE(m_reader->people(PeopleFilter::All, std::nullopt, 1).value().at(0).id, zoe);
    QVERIFY(m_store->store().inbox().renameContact(zoe, {}));
    QCOMPARE(m_reader->people(PeopleFilter::All, std::nullopt, 100).value().back().id, zoe);
}

void TestSqlPeopleReader::contactsAloneAreNoConversations()
{
    const auto inbox = m_store->reader();
    QCOMPARE(inbox->counts()->all, 0);
    QVERIFY(inbox->conversations(ConversationFilter::All, std::nullopt, 50)->empty());
    // The first call makes it one.
    const AccountId account = m_store->store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    const ConversationId bob = person(101, u"Bob"_s);
    QVERIFY(m_store->store().addMessage(incoming(bob, account, u"Hello"_s, 10)));
    QCOMPARE(inbox->counts()->all, 1);
    QCOMPARE(inbox->conversations(ConversationFilter::All, std::nullopt, 50)->at(0).id, bob);
    // Found they are all the same.
    QCOMPARE(inbox->search(u"zoe"_s, 10)->size(), size_t(1));
}

void TestSqlPeopleReader::noDatabase()
{
    QTemporaryDir folder;
    SqlPeopleReader reader(folder.filePath(u"none.db"_s));
    QVERIFY(!reader.people(PeopleFilter::All, std::nullopt, 10));
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSqlPeopleReader)
#include "tst_sqlpeoplereader.moc"
