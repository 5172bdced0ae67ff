// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/erasurestore.h"
#include "domain/ports/inboxstore.h"
#include "storage/databasebackup.h"
#include "storage/samples.h"
#include "storage/schemafixture.h"
#include "storage/sqlcontactreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString name = u"Maria Lopez"_s;

} // namespace

/// Which numbers are one person's: what people said, and what they are asked.
class TestPersonLinks : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void linksAreForAll();
    void twoPersonsBecomeOne();
    void separateTakesOneOut();
    void aPersonIsNeverOfOne();
    void whoLeftMeetsNobodyAgainByChance();
    void aRefusalIsWithdrawn();
    void refusedIsNotAskedAgain();
    void theNewestWordCounts();
    void whatIsShownOfANumber();
    void findsNamesakes();
    void findsNamesOfBeforeThereWereKeys();
    void aNameOfManyIsNobodys();
    void whoIsDeletedIsLinkedWithNobody();
    void whoIsGoneIsNotLinked();
    void holdsOverARestartAndInABackup();
    void anOlderDatabase();

private:
    ConversationId known(int last, const QString &called = name);
    InboxStore &inbox() { return (*m_store)->inbox(); }
    QString person(ConversationId of);
    static QString ids(const std::vector<NamedNumber> &numbers);
    ContactDetails details(ConversationId of) { return m_reader->details(of, QTimeZone::utc()).value(); }
    QString linked(ConversationId of) { return ids(details(of).linked); }
    QString asked(ConversationId of) { return ids(details(of).maybeSame); }
    QVariant value(const QString &sql);

    VirtualTime m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlContactReader> m_reader;
    ConversationId m_a;
    ConversationId m_b;
    ConversationId m_c;
    ConversationId m_d;
};

void TestPersonLinks::init()
{
    m_store = std::make_unique<TemporaryStore>(m_time);
    m_reader = std::make_unique<SqlContactReader>(m_store->databaseFile(), m_time);
    m_a = known(101);
    m_b = known(102);
    m_c = known(103);
    m_d = known(104);
}

void TestPersonLinks::cleanup()
{
    m_reader.reset();
    m_store.reset();
}

ConversationId TestPersonLinks::known(int last, const QString &called)
{
    const ConversationId id = (*m_store)->ensureConversation(party(caller(last))).value();
    if (!inbox().renameContact(id, called))
        qFatal("no name");
    return id;
}

QString TestPersonLinks::person(ConversationId of)
{
    QStringList found;
    const auto numbers = inbox().numbersOf(of).value();
    for (const ConversationId each : numbers)
        found.append(QString::number(each.value));
    return found.join(u' ');
}

QString TestPersonLinks::ids(const std::vector<NamedNumber> &numbers)
{
    QStringList found;
    for (const NamedNumber &each : numbers)
        found.append(QString::number(each.conversation.value));
    return found.join(u' ');
}

QVariant TestPersonLinks::value(const QString &sql)
{
    return SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadOnly, 0ms).value()->value(sql);
}

void TestPersonLinks::linksAreForAll()
{
    QCOMPARE(person(m_a), u"1"_s);
    QCOMPARE(linked(m_a), QString());
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().linkNumbers(m_c, m_b)); // from whichever side
    QVERIFY(inbox().linkNumbers(m_b, m_a)); // and once more
    for (const ConversationId each : {m_a, m_b, m_c})
        QCOMPARE(person(each), u"1 2 3"_s);
    QCOMPARE(person(m_d), u"4"_s);
    QCOMPARE(linked(m_a), u"2 3"_s);
    QCOMPARE(linked(m_c), u"1 2"_s);
    QVERIFY(inbox().linkNumbers(m_d, m_d));
    QCOMPARE(person(m_d), u"4"_s);
    QCOMPARE(value(u"SELECT count(*) FROM person_links"_s).toInt(), 3);
}

void TestPersonLinks::twoPersonsBecomeOne()
{
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().linkNumbers(m_c, m_d));
    QCOMPARE(person(m_b), u"1 2"_s);
    QCOMPARE(person(m_d), u"3 4"_s);
    QVERIFY(inbox().linkNumbers(m_b, m_d));
    for (const ConversationId each : {m_a, m_b, m_c, m_d})
        QCOMPARE(person(each), u"1 2 3 4"_s);
}

void TestPersonLinks::separateTakesOneOut()
{
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().linkNumbers(m_a, m_c));
    QCOMPARE(asked(m_a), u"4"_s);
    QVERIFY(inbox().separateNumber(m_b));
    QCOMPARE(person(m_a), u"1 3"_s);
    QCOMPARE(person(m_b), u"2"_s);
    QCOMPARE(asked(m_a), u"2 4"_s); // it is as it was before somebody said so
    QVERIFY(inbox().separateNumber(m_b));
    QCOMPARE(person(m_a), u"1 3"_s);
}

void TestPersonLinks::aPersonIsNeverOfOne()
{
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().separateNumber(m_a));
    QCOMPARE(person(m_b), u"2"_s);
    QCOMPARE(value(u"SELECT count(*) FROM person_links"_s).toInt(), 0);
}

void TestPersonLinks::whoLeftMeetsNobodyAgainByChance()
{
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().linkNumbers(m_a, m_c));
    QVERIFY(inbox().separateNumber(m_a));
    QVERIFY(inbox().linkNumbers(m_a, m_d));
    QCOMPARE(person(m_a), u"1 4"_s);
    QCOMPARE(person(m_b), u"2 3"_s);
}

void TestPersonLinks::aRefusalIsWithdrawn()
{
    QVERIFY(inbox().refuseLink(m_b, m_a));
    QVERIFY(inbox().refuseLink(m_a, m_d));
    QCOMPARE(asked(m_a), u"3"_s);
    QVERIFY(inbox().withdrawRefusal(m_b, m_a));
    QCOMPARE(asked(m_a), u"2 3"_s);
    QVERIFY(inbox().withdrawRefusal(m_a, m_b)); // once more does nothing
    QCOMPARE(asked(m_a), u"2 3"_s);
}

void TestPersonLinks::refusedIsNotAskedAgain()
{
    QCOMPARE(asked(m_b), u"1 3 4"_s);
    QVERIFY(inbox().refuseLink(m_b, m_a));
    QVERIFY(inbox().refuseLink(m_a, m_b)); // once is enough
    QCOMPARE(value(u"SELECT count(*) FROM person_refusals"_s).toInt(), 1);
    QCOMPARE(asked(m_b), u"3 4"_s);
    QCOMPARE(asked(m_a), u"3 4"_s);
    QVERIFY(inbox().linkNumbers(m_b, m_c));
    QCOMPARE(asked(m_c), u"4"_s); // what is said of one number is said of the person
    QCOMPARE(asked(m_a), u"4"_s);
    QVERIFY(inbox().refuseLink(m_b, m_c)); // of an old picture of things
    QCOMPARE(person(m_b), u"2 3"_s);
    QCOMPARE(value(u"SELECT count(*) FROM person_refusals"_s).toInt(), 1);
}

void TestPersonLinks::theNewestWordCounts()
{
    QVERIFY(inbox().refuseLink(m_a, m_b));
    QVERIFY(inbox().refuseLink(m_a, m_d));
    QVERIFY(inbox().linkNumbers(m_a, m_c));
    QVERIFY(inbox().linkNumbers(m_b, m_c));
    QCOMPARE(person(m_a), u"1 2 3"_s);
    QVERIFY(inbox().separateNumber(m_b));
    QCOMPARE(asked(m_b), u"1 4"_s); // one of the two that are linked
    QCOMPARE(asked(m_a), u"2"_s);   // the other refusal stands
}

void TestPersonLinks::whatIsShownOfANumber()
{
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().renameContact(m_b, u"M. Lopez (work)"_s));
    QVERIFY((*m_store)->consent().recordConsent({caller(102), true, at(10), u"text"_s, u"STOP"_s}));
    QVERIFY((*m_store)->consent().recordConsent({caller(103), true, at(10), u"text"_s, u"STOP"_s}));
    const ContactDetails read = details(m_a);
    QCOMPARE(read.linked.size(), size_t(1)); // whatever it is called
    QVERIFY((read.linked[0] == NamedNumber{m_b, caller(102), u"M. Lopez (work)"_s, true}));
    QVERIFY((read.maybeSame[0] == NamedNumber{m_c, caller(103), name, true}));
    // The rules go by the number.
    QVERIFY(!read.consent);
    QVERIFY(!read.history.optedOut);
}

void TestPersonLinks::findsNamesakes()
{
    QVERIFY(inbox().renameContact(m_b, u"  MARÍA   lópez"_s));
    QVERIFY(inbox().renameContact(m_c, u"Maria Lopez Garcia"_s));
    QVERIFY(inbox().renameContact(m_d, QString()));
    const ConversationId withheld = (*m_store)->ensureConversation({CallerKind::NotANumber, {}, u"client:maria"_s}).value();
    QVERIFY(inbox().renameContact(withheld, name));
    QCOMPARE(asked(m_a), u"2"_s);
    QCOMPARE(asked(m_b), u"1"_s);
    QCOMPARE(asked(m_c), QString());
    QCOMPARE(asked(m_d), QString());
    QCOMPARE(asked(withheld), QString());
    QVERIFY(inbox().linkNumbers(m_a, withheld)); // no number
    QCOMPARE(person(m_a), u"1"_s);
    QVERIFY(inbox().renameContact(m_a, u"Mike"_s));
    QVERIFY(inbox().renameContact(m_b, u"Mike"_s));
    QCOMPARE(asked(m_a), QString());
}

void TestPersonLinks::findsNamesOfBeforeThereWereKeys()
{
    const QString old = u"Zoë Novák"_s;
    for (const ConversationId each : {m_a, m_b, m_c})
        QVERIFY(inbox().renameContact(each, old));
    {
        const auto connection = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, 0ms).value();
        QVERIFY(connection->execute(u"UPDATE conversations SET sort_key = '0zoë novak' WHERE id IN (1, 2)"_s));
    }
    QCOMPARE(asked(m_a), u"2 3"_s);
}

void TestPersonLinks::aNameOfManyIsNobodys()
{
    for (int i = 0; i < 7; ++i)
        known(200 + i);
    QCOMPARE(asked(m_a).count(u' '), 4); // ten others: five of them
    known(207);
    QCOMPARE(asked(m_a), QString());
}

void TestPersonLinks::whoIsDeletedIsLinkedWithNobody()
{
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().linkNumbers(m_a, m_c));
    QVERIFY(inbox().refuseLink(m_a, m_d));
    QVERIFY(inbox().refuseLink(m_d, m_b));
    const auto erased = (*m_store)->erasure().erase(m_d, m_time.utcNow());
    QVERIFY(erased);
    QCOMPARE(value(u"SELECT count(*) FROM person_refusals"_s).toInt(), 0);
    QVERIFY(inbox().refuseLink(m_a, known(105)));
    QVERIFY((*m_store)->erasure().erase(m_a, m_time.utcNow()));
    QCOMPARE(value(u"SELECT count(*) FROM person_refusals"_s).toInt(), 0);
    QCOMPARE(person(m_b), u"2 3"_s);
    QVERIFY((*m_store)->erasure().erase(m_b, m_time.utcNow()));
    QCOMPARE(person(m_c), u"3"_s);
    QCOMPARE(value(u"SELECT count(*) FROM person_links"_s).toInt(), 0); // nobody is left to be linked with
}

void TestPersonLinks::whoIsGoneIsNotLinked()
{
    QVERIFY((*m_store)->erasure().erase(m_b, m_time.utcNow()));
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().refuseLink(m_b, m_c));
    QVERIFY(inbox().separateNumber(m_b));
    QCOMPARE(person(m_a), u"1"_s);
    QCOMPARE(value(u"SELECT (SELECT count(*) FROM person_links) + (SELECT count(*) FROM person_refusals)"_s).toInt(), 0);
}

void TestPersonLinks::holdsOverARestartAndInABackup()
{
    QVERIFY(inbox().linkNumbers(m_a, m_b));
    QVERIFY(inbox().refuseLink(m_a, m_c));
    m_reader.reset();
    m_store->reopen();
    QCOMPARE(person(m_a), u"1 2"_s);
    const auto backup = backUpDatabase(m_store->databaseFile(), m_time.utcNow());
    QVERIFY(backup);
    SqlContactReader reader(backup->path, m_time);
    const ContactDetails read = reader.details(m_a, QTimeZone::utc()).value();
    QCOMPARE(ids(read.linked), u"2"_s);
    QCOMPARE(ids(read.maybeSame), u"4"_s);
}

void TestPersonLinks::anOlderDatabase()
{
    m_reader.reset();
    m_store.reset();
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"old.db"_s);
    QVERIFY(makeSchemaFixture(QStringLiteral(TEXTBACK_SOURCE_DIR "/tests/storage/schemas/0013.sql"), file));
    const auto store = SqlStore::open(file, m_time);
    QVERIFY(store);
    const ConversationId old{1};
    QVERIFY((*store)->inbox().renameContact(old, name));
    const ConversationId fresh = (*store)->ensureConversation(party(caller(200))).value();
    QVERIFY((*store)->inbox().renameContact(fresh, name));
    SqlContactReader reader(file, m_time);
    QCOMPARE(reader.details(old, QTimeZone::utc())->maybeSame.size(), size_t(1));
    QVERIFY((*store)->inbox().linkNumbers(old, fresh));
    QCOMPARE(reader.details(fresh, QTimeZone::utc())->linked.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestPersonLinks)
#include "tst_personlinks.moc"
