// SPDX-License-Identifier: MIT
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/sqlcallsreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The list of all calls: filters, spans of days, pages by key, and what each reads of the database.
class TestSqlCallsReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void filters_data();
    void filters();
    void rowsTellEverything();
    void spans();
    void pages();
    void oneConversation();
    void plans_data();
    void plans();
    void noDatabase();

private:
    CallId call(const QString &id, int last, int begin, const std::optional<CallVerdict> &verdict, bool outgoing = false)
    {
        CallLeg leg = rootLeg(id, caller(last), begin);
        if (outgoing) {
            leg.direction = CallDirection::Outbound;
            std::swap(leg.from, leg.to);
        }
        const CallId made = m_store->store().upsertLegs(m_account, {leg})->at(0);
        const ConversationId conversation = m_store->store().ensureConversation(party(caller(last))).value();
        if (!m_store->store().attachCall(made, conversation) || (verdict && !m_store->store().recordVerdict(made, *verdict)))
            qFatal("no call");
        return made;
    }
    void text(CallId id, int last, int begin, OutboxState end)
    {
        SqlStore &store = m_store->store();
        Message message =
            outgoing(store.ensureConversation(party(caller(last))).value(), m_account, MessageOrigin::Automatic, u"Hi"_s, begin);
        message.call = id;
        message.id = store.addMessage(message).value();
        const OutboxId item = store.enqueue(itemFor(message, caller(last), OutboxPurpose::TextBack, id), Millis(1)).value().value();
        if (end == OutboxState::Skipped) {
            OutboxChange change = toState(end);
            change.why = DecisionReason::OptedOut;
            QVERIFY(store.changeItem(item, change));
            return;
        }
        QVERIFY(store.beginAttempt(item, at(begin + 2)));
        QVERIFY(store.changeItem(item, accepted(u"SM%1"_s.arg(begin))));
    }
    QStringList found(const CallsQuery &query, std::optional<CallKey> after = std::nullopt, int limit = 100)
    {
        const auto rows = m_reader->calls(query, after, limit);
        QStringList names;
        for (const CallListRow &row : rows.value())
            names.append(m_names.value(row.card.id.value));
        return names;
    }

    VirtualTime m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlCallsReader> m_reader;
    AccountId m_account;
    QHash<qint64, QString> m_names;
};

void TestSqlCallsReader::init()
{
    m_reader.reset();
    m_store = std::make_unique<TemporaryStore>(m_time);
    m_reader = std::make_unique<SqlCallsReader>(m_store->databaseFile());
    m_account = m_store->store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    SqlStore &store = m_store->store();
    const CallId texted = call(u"CA1"_s, 1, 0, missedVerdict(25));
    QVERIFY(store.recordDecision(texted, Decision::send(SendRule::Open, at(27))));
    text(texted, 1, 25, OutboxState::Accepted);
    const CallId refused = call(u"CA2"_s, 2, 100, missedVerdict(125));
    QVERIFY(store.recordDecision(refused, Decision::skip(DecisionReason::Landline)));
    const CallId dropped = call(u"CA3"_s, 3, 200, missedVerdict(225));
    QVERIFY(store.recordDecision(dropped, Decision::send(SendRule::Closed, at(227))));
    text(dropped, 3, 225, OutboxState::Skipped);
    const CallId answered = call(u"CA4"_s, 1, 300, answeredVerdict(325));
    const CallId outgoing = call(u"CA5"_s, 2, 400, std::nullopt, true);
    m_names = {{texted.value, u"texted"_s},
               {refused.value, u"refused"_s},
               {dropped.value, u"dropped"_s},
               {answered.value, u"answered"_s},
               {outgoing.value, u"outgoing"_s}};
}

void TestSqlCallsReader::filters_data()
{
    QTest::addColumn<CallFilter>("filter");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("all") << CallFilter::All << QStringList{u"outgoing"_s, u"answered"_s, u"dropped"_s, u"refused"_s, u"texted"_s};
    QTest::newRow("missed") << CallFilter::Missed << QStringList{u"dropped"_s, u"refused"_s, u"texted"_s};
    QTest::newRow("texted") << CallFilter::Texted << QStringList{u"texted"_s};
    QTest::newRow("not texted") << CallFilter::NotTexted << QStringList{u"dropped"_s, u"refused"_s};
    QTest::newRow("answered") << CallFilter::Answered << QStringList{u"answered"_s};
    QTest::newRow("outgoing") << CallFilter::Outgoing << QStringList{u"outgoing"_s};
}

void TestSqlCallsReader::filters()
{
    QFETCH(CallFilter, filter);
    QFETCH(QStringList, names);
    QCOMPARE(found({filter, {}, {}}), names);
}

void TestSqlCallsReader::rowsTellEverything()
{
    const ConversationId second = m_store->store().ensureConversation(party(caller(2))).value();
    QVERIFY(m_store->store().inbox().renameContact(second, u"Ana"_s));
    const auto rows = m_reader->calls({CallFilter::Missed, {}, {}}, std::nullopt, 10).value();
    QCOMPARE(rows.size(), size_t(3));
    QCOMPARE(rows[0].card.skippedLater, std::optional(DecisionReason::OptedOut));
    QCOMPARE(rows[1].name, u"Ana"_s);
    QCOMPARE(rows[1].conversation, second);
    QCOMPARE(rows[1].number, caller(2));
    QCOMPARE(rows[1].card.decision->reason, std::optional(DecisionReason::Landline));
    QCOMPARE(rows[1].card.at, at(100));
    QCOMPARE(rows[1].card.rang, Millis(20000));
    QCOMPARE(rows[2].card.textedAfter, std::optional(Millis(4000)));
    QVERIFY(rows[2].card.missed);
}

void TestSqlCallsReader::spans()
{
    QCOMPARE(found({CallFilter::All, at(100), at(300)}), (QStringList{u"dropped"_s, u"refused"_s}));
    QCOMPARE(found({CallFilter::All, at(301), {}}), (QStringList{u"outgoing"_s}));
    QCOMPARE(found({CallFilter::Missed, {}, at(100)}), (QStringList{u"texted"_s}));
    QCOMPARE(found({CallFilter::Missed, at(1000), at(2000)}), QStringList());
}

void TestSqlCallsReader::pages()
{
    for (int i = 0; i < 30; ++i) // several at one moment
        m_names.insert(call(u"CB%1"_s.arg(i), 10 + i, 1000 + i / 10, missedVerdict(1100)).value, QString::number(i));
    QStringList all;
    std::optional<CallKey> after;
    for (int page = 0; page < 20; ++page) {
        const auto rows = m_reader->calls({}, after, 4).value();
        for (const CallListRow &row : rows) {
            all.append(m_names.value(row.card.id.value));
            after = row.key();
        }
        if (rows.size() < 4)
            break;
    }
    QCOMPARE(all.size(), 35);
    QCOMPARE(all, found({}));
    QCOMPARE(all.first(), u"29"_s);
    QCOMPARE(all.last(), u"texted"_s);
}

void TestSqlCallsReader::oneConversation()
{
    const ConversationId first = m_store->store().ensureConversation(party(caller(1))).value();
    const auto names = [&](const CallsQuery &query, std::optional<CallKey> last) {
        QStringList list;
        const auto rows = m_reader->callsWith(first, query, last, 100);
        for (const CallListRow &row : *rows)
            list.append(m_names.value(row.card.id.value));
        return list;
    };
    QCOMPARE(names({}, std::nullopt), (QStringList{u"answered"_s, u"texted"_s}));
    QCOMPARE(names({CallFilter::Missed, {}, {}}, std::nullopt), QStringList{u"texted"_s});
    QCOMPARE(names({CallFilter::All, at(10), {}}, std::nullopt), QStringList{u"answered"_s});
    QCOMPARE(names({CallFilter::All, {}, at(300)}, std::nullopt), QStringList{u"texted"_s});
    const CallKey answered{at(300), CallId{m_names.key(u"answered"_s)}};
    QCOMPARE(names({}, answered), QStringList{u"answered"_s});
    QCOMPARE(names({}, CallKey{at(300), CallId{answered.id.value + 1}}), QStringList());
}

void TestSqlCallsReader::plans_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("index");
    const auto row = [](const char *title, CallFilter filter, const QString &index) {
        QTest::newRow(title) << SqlCallsReader::listStatement(filter) << index;
        QTest::newRow(qPrintable(QLatin1StringView(title) + u" of a conversation"_s))
            << SqlCallsReader::conversationStatement(filter) << u"calls_in_conversation (conversation=? AND"_s;
    };
    row("all", CallFilter::All, u"calls_by_time (at"_s);
    row("missed", CallFilter::Missed, u"calls_missed_by_time (at"_s);
    row("texted", CallFilter::Texted, u"calls_texted_by_time (at"_s);
    row("not texted", CallFilter::NotTexted, u"calls_not_texted_by_time (at"_s);
    row("answered", CallFilter::Answered, u"calls_answered_by_time (at"_s);
    row("outgoing", CallFilter::Outgoing, u"calls_outgoing_by_time (at"_s);
}

void TestSqlCallsReader::plans()
{
    QFETCH(QString, statement);
    QFETCH(QString, index);
    static const QRegularExpression placeholder(u":[A-Za-z]+"_s);
    QStringList steps;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"callplans"_s);
        database.setDatabaseName(m_store->databaseFile());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"EXPLAIN QUERY PLAN "_s + statement.replace(placeholder, u"1"_s)));
        while (query.next())
            steps.append(query.value(3).toString());
    }
    QSqlDatabase::removeDatabase(u"callplans"_s);
    QVERIFY2(steps.join(u'\n').contains(u"SEARCH c USING INDEX "_s + index), qPrintable(steps.join(u'\n')));
    for (const QString &step : steps) {
        QVERIFY2(!step.startsWith(u"SCAN "_s), qPrintable(steps.join(u'\n')));
        QVERIFY2(!step.startsWith(u"USE TEMP"_s), qPrintable(steps.join(u'\n')));
    }
}

void TestSqlCallsReader::noDatabase()
{
    QTemporaryDir folder;
    SqlCallsReader reader(folder.filePath(u"none.db"_s));
    QVERIFY(!reader.calls({}, std::nullopt, 10));
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSqlCallsReader)
#include "tst_sqlcallsreader.moc"
