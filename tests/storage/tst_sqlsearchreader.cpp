// SPDX-License-Identifier: MIT
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/searchqueries.h"
#include "storage/sqlsearchreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// Ctrl+K over people, numbers, messages and notes.
class TestSqlSearchReader : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_store = std::make_unique<TemporaryStore>(*m_time);
        m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
        m_reader = std::make_unique<SqlSearchReader>(m_store->databaseFile());
        m_jose = add(u"+13132230155"_s, u"José Núñez"_s, u"do you tow trucks?"_s, 1);
        m_london = add(u"+442079460018"_s, u"London"_s, u"hello"_s, 2);
        m_maria = add(u"+13132230142"_s, u"Maria"_s, u"I have a flat tire, can you tow me?"_s, 4);
    }

    void nothingThereYet()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"textback.db"_s);
        SqlSearchReader reader(file);
        QVERIFY(reader.search(u"maria"_s, 10)->empty());
        QVERIFY(reader.recent(10)->empty());
        QVERIFY(!QFileInfo::exists(file));
        {
            const auto empty = SqlConnection::open(file, SqlConnection::Mode::ReadWrite, Millis(0)).value();
            QCOMPARE(reader.search(u"maria"_s, 10).error().providerCode, u"older-database"_s);
        }
        const auto made = SqlStore::open(file, *m_time).value();
        QVERIFY(made->ensureConversation(party(caller())).has_value());
        QCOMPARE(reader.recent(10)->size(), size_t(1));
    }

    void search_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // P person, M message, N note
        const auto row = [](const char *name, const QString &text, const QString &found) { QTest::newRow(name) << text << found; };
        row("name without accents", u"jose nunez"_s, u"P José Núñez"_s);
        row("number", u"(313) 223-0142"_s, u"P Maria"_s);
        row("part of numbers, newest first", u"3-223.01"_s, u"P Maria|P José Núñez"_s);
        row("foreign number as at home", u"020 7946 0018"_s, u"P London"_s);
        row("message", u"flat tire"_s, u"M Maria"_s);
        row("long words cut", u"TRUCK yo"_s, u"M José Núñez"_s);
        row("beginning alone is not enough", u"trunk"_s, u""_s);
        row("letters on the way to a word", u"flat t"_s, u"M Maria"_s);
        row("letters that lead nowhere", u"flat q"_s, u""_s);
        row("one letter asks for names alone", u"m"_s, u"P Maria"_s);
        row("groups in their order", u"tow"_s, u"M Maria|M José Núñez"_s);
        row("note about a contact", u"gate"_s, u"N José Núñez"_s);
        row("note in other spelling", u"GÁTE cod"_s, u"N José Núñez"_s);
        row("note by letters", u"gate 4"_s, u"N José Núñez"_s);
        row("earlier note", u"ladder"_s, u""_s);
        row("note taken away", u"dog"_s, u""_s);
        row("nothing", u"  "_s, u""_s);
        row("query language", u"\"flat\" OR * ) ( NEAR/2 note_search:x"_s, u""_s);
    }

    void search()
    {
        QVERIFY(store().inbox().saveNotes(m_jose, u"Bring a ladder"_s, at(5)));
        QVERIFY(store().inbox().saveNotes(m_jose, u"Gate code 4411"_s, at(6)));
        QVERIFY(store().inbox().saveNotes(m_maria, u"Has a dog"_s, at(6)));
        QVERIFY(store().inbox().saveNotes(m_maria, QString(), at(7)));
        QFETCH(QString, text);
        QStringList found;
        const std::vector<SearchHit> hits = m_reader->search(text, 10).value();
        for (const SearchHit &hit : hits)
            found.append(u"PMN"_s.at(int(hit.group)) + u' ' + hit.name);
        QTEST(found.join(u'|'), "found");
    }

    void whatAHitSays()
    {
        QVERIFY(store().inbox().saveNotes(m_jose, u"Truck: 26 feet"_s, at(60)));
        const std::vector<SearchHit> hits = m_reader->search(u"truck"_s, 10).value();
        QCOMPARE(hits.size(), size_t(2));
        QCOMPARE(hits[0].group, SearchGroup::Message);
        QCOMPARE(hits[0].conversation, m_jose);
        QCOMPARE(hits[0].name, u"José Núñez"_s);
        QCOMPARE(hits[0].number, number(u"+13132230155"_s));
        QCOMPARE(hits[0].excerpt, u"do you tow trucks?"_s);
        QCOMPARE(hits[0].at, at(1));
        QVERIFY(!hits[0].ours);
        const auto thread = m_store->reader()->thread(m_jose, std::nullopt, 10).value();
        QCOMPARE(hits[0].entryKey, thread.back().key());
        QCOMPARE(hits[1].group, SearchGroup::Note);
        QCOMPARE(hits[1].at, at(60));
        QVERIFY(hits[1].entryKey.isEmpty());
    }

    void notesInThreads()
    {
        const auto writer = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, Millis(1000)).value();
        const auto found = [this](const QString &text) {
            QStringList keys;
            const std::vector<SearchHit> hits = m_reader->search(text, 10).value();
            for (const SearchHit &hit : hits)
                keys.append(hit.group == SearchGroup::Note ? hit.entryKey + u' ' + hit.name : u"no note"_s);
            return keys.join(u'|');
        };
        // The numbers of both kinds of note are the same here, and neither hides the other.
        QVERIFY(store().inbox().saveNotes(m_jose, u"Blue gate"_s, at(5)));
        QVERIFY(writer->execute(u"INSERT INTO thread_notes VALUES (%1, %2, 1795446070000, 'Asked for the blue truck')"_s.arg(m_jose.value)
                                    .arg(m_london.value)));
        QCOMPARE(found(u"blue"_s), u"n%1 London| José Núñez"_s.arg(m_jose.value));
        QVERIFY(writer->execute(u"UPDATE thread_notes SET body = 'Asked for the red truck'"_s));
        QCOMPARE(found(u"blue"_s), u" José Núñez"_s);
        QCOMPARE(found(u"red tr"_s), u"n%1 London"_s.arg(m_jose.value));
        QVERIFY(writer->execute(u"DELETE FROM thread_notes"_s));
        QCOMPARE(found(u"red"_s), QString());
    }

    void inOneThread_data()
    {
        QTest::addColumn<int>("others"); // messages without the words
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const QString &text, const QString &found) {
            for (const int others : {0, 500})
                QTest::addRow("%s, %d others", name, others) << others << text << found;
        };
        row("word", u"brakes"_s, u"m2 m1"_s);
        row("letters", u"brak"_s, u"m2 m1"_s);
        row("two words", u"brakes tomorrow"_s, u"m2"_s);
        row("accents", u"MANANA"_s, u"m3"_s);
        row("note", u"gate"_s, u"n1"_s);
        row("text and note", u"tomor"_s, u"n1 m2"_s);
        row("one letter beside a word", u"brakes t"_s, u"m2"_s);
        row("in another thread alone", u"trucks"_s, QString());
        row("note about the contact", u"ladder"_s, QString()); // it does not stand in the thread
        row("nothing", u" "_s, QString());
        row("query language", u"brakes\" OR * ("_s, QString());
    }

    void inOneThread()
    {
        QFETCH(int, others);
        QFETCH(QString, text);
        QFETCH(QString, found);
        const ConversationId own = store().ensureConversation(party(caller(177))).value();
        QMap<QString, QString> names;
        int seconds = 10;
        const auto add = [&](const QString &name, const QString &body) {
            names.insert(u'm' + QString::number(store().addMessage(incoming(own, m_account, body, ++seconds)).value().value), name);
        };
        add(u"m1"_s, u"My brakes squeak"_s);
        QVERIFY(store().transact([&]() -> Result<void> {
            for (int i = 0; i < others; ++i)
                add({}, u"Bravo, news number %1"_s.arg(i));
            return {};
        }));
        // Somebody else's texts lie in between.
        const ConversationId other = store().ensureConversation(party(caller(178))).value();
        QVERIFY(store().addMessage(incoming(other, m_account, u"brakes, tomorrow, mañana, gate"_s, ++seconds)));
        add(u"m2"_s, u"brakes again, tomorrow?"_s);
        add(u"m3"_s, u"Mañana"_s);
        const NoteId note = store().inbox().saveThreadNote(own, {{}, at(1000), u"Gate 4411, tomorrow"_s}).value();
        names.insert(u'n' + QString::number(note.value), u"n1"_s);
        QVERIFY(store().inbox().saveNotes(own, u"Bring a ladder"_s, at(1001)));
        const ThreadHits hits = m_reader->inThread(own, text).value();
        QStringList keys;
        for (const ThreadKey &place : hits.places)
            keys.append(names.value(place.key, place.key));
        QCOMPARE(keys.join(u' '), found);
        QVERIFY(!hits.more);
    }

    void aWordThatIsEverywhereInTheThread()
    {
        const ConversationId own = store().ensureConversation(party(caller(177))).value();
        QVERIFY(store().transact([&]() -> Result<void> {
            for (int i = 0; i <= 1100; ++i)
                store().addMessage(incoming(own, m_account, u"call me %1"_s.arg(i), i)).value();
            return {};
        }));
        const ThreadHits hits = m_reader->inThread(own, u"call"_s).value();
        QCOMPARE(hits.places.size(), size_t(1000));
        QVERIFY(hits.more);
        QCOMPARE(hits.places.front().at, at(1100));
        const ThreadHits longer = m_reader->inThread(own, u"call me"_s).value();
        QCOMPARE(longer.places.size(), size_t(1000));
        QVERIFY(longer.more);
    }

    void newestAndLimits()
    {
        for (int i = 0; i < 12; ++i)
            store().addMessage(incoming(m_maria, m_account, u"tow number %1"_s.arg(i), 100 - i)).value(); // stored later, written earlier
        const std::vector<SearchHit> hits = m_reader->search(u"tow num"_s, 3).value();
        QCOMPARE(hits.size(), size_t(3));
        for (size_t i = 0; i < 3; ++i)
            QCOMPARE(hits[i].at, at(100 - int(i)));
        QVERIFY(m_reader->search(u"tow"_s, 0)->empty());
        QStringList names;
        const std::vector<SearchHit> recent = m_reader->recent(2).value();
        for (const SearchHit &hit : recent)
            names.append(hit.name);
        QCOMPARE(names, (QStringList{u"Maria"_s, u"London"_s}));
    }

    /// A word whose beginning is in more messages than are looked at: its own rows are asked for.
    void rareWordWithACommonBeginning()
    {
        store().addMessage(incoming(m_jose, m_account, u"about the carburettor"_s, 10)).value();
        for (int i = 0; i < 60; ++i)
            store().addMessage(incoming(m_maria, m_account, u"my car %1"_s.arg(i), 20 + i)).value();
        const auto connection = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadOnly, Millis(0)).value();
        const SearchQueries queries(*connection);
        const auto found = queries.messages(queries.terms(u"carburet"_s), 5);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].conversation, m_jose);
        QCOMPARE(queries.messages(queries.terms(u"carburet t"_s), 5).size(), size_t(1));
        QCOMPARE(queries.messages(queries.terms(u"car"_s), 5).size(), size_t(5));
        QCOMPARE(queries.conversationsOf(queries.messages(queries.terms(u"car"_s), 100)).front().conversation, m_maria);
    }

private:
    SqlStore &store() { return m_store->store(); }
    ConversationId add(const QString &e164, const QString &name, const QString &body, int seconds)
    {
        const ConversationId conversation = store().ensureConversation(party(number(e164))).value();
        if (!store().inbox().renameContact(conversation, name))
            qFatal("no name");
        store().addMessage(incoming(conversation, m_account, body, seconds)).value();
        return conversation;
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlSearchReader> m_reader;
    AccountId m_account;
    ConversationId m_jose;
    ConversationId m_london;
    ConversationId m_maria;
};

QTEST_GUILESS_MAIN(TestSqlSearchReader)
#include "tst_sqlsearchreader.moc"
