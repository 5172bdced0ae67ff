// SPDX-License-Identifier: MIT
#include "storage/samples.h"
#include "storage/sqllexer.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

/// The statements in a source file of the store: its text literals that begin like one, with pieces put together.
QStringList statementsIn(const QString &source)
{
    static const QRegularExpression literal(uR"re(u"((?:[^"\\]|\\.)*(?:"\s*"(?:[^"\\]|\\.)*)*)"_s)re"_s);
    static const QRegularExpression joint(uR"re("\s*")re"_s);
    QStringList statements;
    for (auto match = literal.globalMatch(source); match.hasNext();) {
        QString text = match.next().captured(1);
        text.remove(joint);
        if (text.startsWith(u"SELECT "_s) || text.startsWith(u"UPDATE "_s) || text.startsWith(u"DELETE "_s))
            statements.append(text);
    }
    return statements;
}

/// How SQLite goes about a statement, step by step. Any value does for the placeholders.
QStringList planOf(const QString &file, QString statement)
{
    static const QRegularExpression placeholder(u":[A-Za-z]+"_s);
    QStringList steps;
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plans"_s);
    database.setDatabaseName(file);
    if (database.open()) {
        QSqlQuery query(database);
        if (!query.exec(u"EXPLAIN QUERY PLAN "_s + statement.replace(placeholder, u"1"_s)))
            steps.append(u"cannot be explained: "_s + query.lastError().text());
        while (query.next())
            steps.append(query.value(3).toString());
    }
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(u"plans"_s);
    return steps;
}

} // namespace

/// Cost must not grow with history: no statement of the store or the reader goes through a whole table or sorts one.
class TestQueryPlans : public QObject {
    Q_OBJECT

private slots:
    void nothingIsScanned()
    {
        static const QRegularExpression indexName(u"INDEX (\\w+)"_s);
        VirtualTime time;
        TemporaryStore store(time);
        const QDir folder(QStringLiteral(TEXTBACK_SOURCE_DIR "/app/storage"));
        int checked = 0;
        QSet<QString> used;
        for (const QString &name :
             folder.entryList({u"*repository.cpp"_s, u"searchqueries.cpp"_s, u"sqlsearchreader.cpp"_s, u"sqlalertstore.cpp"_s,
                               u"sqlcontactreader.cpp"_s, u"sqlconversationreader.cpp"_s, u"sqlevidencereader.cpp"_s,
                               u"sqlexportreader.cpp"_s, u"sqlpeoplereader.cpp"_s, u"sqlreplayreader.cpp"_s, u"sqltrapreader.cpp"_s},
                              QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (QString statement : statementsIn(QString::fromUtf8(file.readAll()))) {
                if (statement.contains(u"WHERE %"_s))
                    continue; // see threadPages
                // Column lists are put in for %1; any column tells the same about the way in.
                statement.replace(u"%1"_s, statement.contains(u" messages m "_s)               ? u"m.id"_s
                                           : statement.contains(u"conversation_summaries s"_s) ? u"s.preview"_s
                                                                                               : u"id"_s);
                if (statement.endsWith(u"JOIN conversations c ON c.id = s.conversation "_s))
                    continue; // only the beginning of a statement: see listPages
                const QStringList plan = planOf(store.databaseFile(), statement);
                QVERIFY2(!plan.isEmpty() && !plan[0].startsWith(u"cannot"_s), qPrintable(name + u": "_s + plan.join(u' ') + statement));
                ++checked;
                for (const QString &step : plan) {
                    if (const auto index = indexName.match(step); index.hasMatch())
                        used.insert(index.captured(1));
                    // What waits, and the cases that are open, are few and alone in their index; who signed off is few, too.
                    static const QRegularExpression few(
                        u"\\ASCAN \\w+ USING INDEX (outbox_waiting|waiting_customers_due|duty_cases_tag|duty_cases_open)\\z"_s);
                    const bool small = few.match(step).hasMatch() || step.contains(u"inbox_counts"_s) ||
                                       step.contains(u"VIRTUAL TABLE INDEX"_s) || step == u"SCAN f"_s || step == u"SCAN duty_off"_s ||
                                       statement.endsWith(u" ORDER BY id DESC LIMIT 1"_s); // the newest row alone
                    const bool scan = step.startsWith(u"SCAN "_s) && !small;
                    QVERIFY2(!scan, qPrintable(name + u": "_s + step + u" in "_s + statement));
                    // Sorting a part is fine where the rows come in the main order already, or where they are one call's or one case's.
                    const bool bounded =
                        statement.contains(u"call = :"_s) || statement.contains(u"duty_case = :"_s) || statement.contains(u"purpose IN"_s);
                    QVERIFY2(step != u"USE TEMP B-TREE FOR ORDER BY"_s || bounded,
                             qPrintable(name + u": "_s + step + u" in "_s + statement));
                }
            }
        }
        QVERIFY2(checked > 60, qPrintable(QString::number(checked)));
        // Each of these spares a walk over what its rows leave out; without it the plan would still be called a search.
        for (const char *index :
             {"calls_with_word",    "calls_with_preview",    "calls_missed",       "calls_unseen",       "calls_undecided",
              "calls_open",         "calls_answered",        "call_legs_waiting",  "call_legs_answered", "call_legs_rung",
              "messages_with_word", "messages_shown",        "messages_of_staff",  "messages_unread",    "messages_undelivered",
              "messages_elsewhere", "messages_elsewhere_to", "decisions_too_late", "outbox_waiting",     "outbox_waiting_to",
              "outbox_unconfirmed", "outbox_texts"})
            QVERIFY2(used.contains(QLatin1StringView(index)), index);
    }

    /// Those of one name are found by the list's own key, nobody else is read.
    void namesakes()
    {
        VirtualTime time;
        TemporaryStore store(time);
        QFile file(QStringLiteral(TEXTBACK_SOURCE_DIR "/app/storage/personrepository.cpp"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList found = statementsIn(QString::fromUtf8(file.readAll())).filter(u"c.sort_key IN"_s);
        QCOMPARE(found.size(), 1);
        const QStringList plan = planOf(store.databaseFile(), found[0]);
        QVERIFY2(plan[0].startsWith(u"SEARCH c USING INDEX conversations_by_sort_key (sort_key=?"_s), qPrintable(plan.join(u'\n')));
        QVERIFY2(plan[1].startsWith(u"SEARCH s USING INTEGER PRIMARY KEY"_s), qPrintable(plan.join(u'\n')));
    }

    /// The list's pages are put together from pieces in the reader: each filter reads its own index.
    void listPages_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("index");
        QTest::newRow("all") << u"s.last_activity > 0 AND "_s << u"summaries_by_activity"_s;
        QTest::newRow("needs reply") << u"s.needs_reply = 1 AND "_s << u"summaries_needing_reply"_s;
        QTest::newRow("unread") << u"s.unread > 0 AND "_s << u"summaries_unread"_s;
    }

    void listPages()
    {
        QFETCH(QString, condition);
        QFETCH(QString, index);
        VirtualTime time;
        TemporaryStore store(time);
        const QStringList plan =
            planOf(store.databaseFile(), u"SELECT s.preview, c.address FROM conversation_summaries s JOIN conversations c "
                                         "ON c.id = s.conversation WHERE "_s +
                                             condition +
                                             u"(s.last_activity, s.conversation) < (:at, :id) "
                                             "ORDER BY s.last_activity DESC, s.conversation DESC LIMIT 50"_s);
        QCOMPARE(plan.size(), 2);
        QVERIFY2(plan[0].startsWith(u"SEARCH s USING INDEX "_s + index), qPrintable(plan.join(u'\n')));
        QVERIFY2(plan[1].startsWith(u"SEARCH c USING INTEGER PRIMARY KEY"_s), qPrintable(plan.join(u'\n')));
    }

    /// So are those of a thread, in both directions.
    void threadPages_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("index");
        QTest::newRow("messages") << u"messages"_s << u"messages_in_conversation"_s;
        QTest::newRow("calls") << u"calls"_s << u"calls_in_conversation"_s;
        QTest::newRow("notes") << u"thread_notes"_s << u"thread_notes_in_conversation"_s;
    }

    void threadPages()
    {
        QFETCH(QString, table);
        QFETCH(QString, index);
        VirtualTime time;
        TemporaryStore store(time);
        for (const QString &condition :
             {u"t.at >= :at AND (t.at > :at OR 'x' || t.id >= :key) ORDER BY t.at, CAST(t.id AS TEXT)"_s,
              u"t.at <= :at AND (t.at < :at OR 'x' || t.id < :key) ORDER BY t.at DESC, CAST(t.id AS TEXT) DESC"_s}) {
            const QStringList plan =
                planOf(store.databaseFile(), u"SELECT t.id FROM %1 t WHERE t.conversation = :c AND %2 LIMIT 50"_s.arg(table, condition));
            QVERIFY2(!plan.isEmpty() && plan[0].contains(u"INDEX "_s + index), qPrintable(plan.join(u'\n')));
            QVERIFY2(!plan.contains(u"USE TEMP B-TREE FOR ORDER BY"_s), qPrintable(plan.join(u'\n')));
        }
    }
};

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_queryplans.moc"
