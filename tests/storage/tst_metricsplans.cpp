// SPDX-License-Identifier: MIT
#include "storage/sourcestatements.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The cost of a figure grows with its window, never with the history: each statement finds its rows by an index on time, and what belongs to a row
/// by its key.
class TestMetricsPlans : public QObject {
    Q_OBJECT

private slots:
    void nothingIsScanned()
    {
        static const QRegularExpression indexName(u"INDEX (\\w+)"_s);
        VirtualTime time;
        const TemporaryStore store(time);
        const QDir folder(QStringLiteral(TEXTBACK_SOURCE_DIR "/app/storage"));
        int checked = 0;
        QSet<QString> used;
        for (const QString &name : folder.entryList({u"metrics*queries.cpp"_s, u"sqlmetricsreader.cpp"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString &statement : statementsIn(QString::fromUtf8(file.readAll()))) {
                const QStringList plan = planOf(store.databaseFile(), statement);
                QVERIFY2(!plan.isEmpty() && !plan[0].startsWith(u"cannot"_s), qPrintable(name + u": "_s + plan.join(u' ') + statement));
                ++checked;
                for (const QString &step : plan) {
                    if (const auto index = indexName.match(step); index.hasMatch())
                        used.insert(index.captured(1));
                    // Accounts are a handful.
                    const bool scan = step.startsWith(u"SCAN "_s) && !step.startsWith(u"SCAN a "_s);
                    QVERIFY2(!scan, qPrintable(name + u": "_s + step + u" in "_s + statement));
                    QVERIFY2(!step.contains(u"TEMP B-TREE"_s) && !step.contains(u"AUTOMATIC"_s),
                             qPrintable(name + u": "_s + step + u" in "_s + statement));
                }
            }
        }
        QCOMPARE(checked, 11);
        for (const char *index : {"calls_by_time", "messages_from_customers", "messages_from_staff", "outbox_ended", "consent_log_by_time",
                                  "consent_log_of_number_by_time", "jobs_noted"})
            QVERIFY2(used.contains(QLatin1StringView(index)), index);
    }

    /// The window itself comes in by time: a search by another index would walk over years.
    void theWindowIsFoundByTime_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("beginning");
        QTest::addColumn<QString>("step");
        QTest::newRow("calls") << u"metricscallqueries.cpp"_s << u"SELECT c.id"_s
                               << u"SEARCH c USING INDEX calls_by_time (at>? AND at<?)"_s;
        QTest::newRow("jobs") << u"metricscallqueries.cpp"_s << u"SELECT j.id"_s
                              << u"SEARCH j USING INDEX jobs_noted (noted_at>? AND noted_at<?)"_s;
        QTest::newRow("consents") << u"metricscallqueries.cpp"_s << u"SELECT number"_s
                                  << u"SEARCH consent_log USING INDEX consent_log_by_time (at>? AND at<?)"_s;
        QTest::newRow("replies") << u"metricstextqueries.cpp"_s << u"SELECT id"_s
                                 << u"SEARCH messages USING COVERING INDEX messages_from_customers (at>? AND at<?)"_s;
        QTest::newRow("customers") << u"metricstextqueries.cpp"_s << u"SELECT m.id, m.conv"_s
                                   << u"SEARCH m USING COVERING INDEX messages_from_customers (at>? AND at<?)"_s;
        QTest::newRow("opt-out texts") << u"metricstextqueries.cpp"_s << u"SELECT m.id FROM consent_log"_s
                                       << u"SEARCH l USING INDEX consent_log_by_time (at>? AND at<?)"_s;
        QTest::newRow("people") << u"metricstextqueries.cpp"_s << u"SELECT m.conversation"_s
                                << u"SEARCH m USING INDEX messages_from_staff (at>? AND at<?)"_s;
        QTest::newRow("talks") << u"metricstextqueries.cpp"_s << u"SELECT c.conversation"_s
                               << u"SEARCH c USING INDEX calls_by_time (at>? AND at<?)"_s;
        QTest::newRow("texts") << u"metricstextqueries.cpp"_s << u"SELECT o.message"_s
                               << u"SEARCH o USING INDEX outbox_ended (ended_at>? AND ended_at<?)"_s;
        QTest::newRow("opt-outs") << u"metricstextqueries.cpp"_s << u"SELECT l.number"_s
                                  << u"SEARCH l USING INDEX consent_log_by_time (at>? AND at<?)"_s;
        QTest::newRow("allowance") << u"sqlmetricsreader.cpp"_s << u"SELECT ifnull"_s
                                   << u"SEARCH u USING PRIMARY KEY (account=? AND slot>? AND slot<?)"_s;
    }

    void theWindowIsFoundByTime()
    {
        QFETCH(QString, file);
        QFETCH(QString, beginning);
        QFETCH(QString, step);
        VirtualTime time;
        const TemporaryStore store(time);
        QFile source(QStringLiteral(TEXTBACK_SOURCE_DIR "/app/storage/") + file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        int found = 0;
        for (const QString &statement : statementsIn(QString::fromUtf8(source.readAll()))) {
            if (!statement.startsWith(beginning))
                continue;
            ++found;
            const QStringList plan = planOf(store.databaseFile(), statement);
            const QString first = plan[0].startsWith(u"SCAN a "_s) ? plan[1] : plan[0];
            QCOMPARE(first, step);
        }
        QCOMPARE(found, 1);
    }
};

QTEST_GUILESS_MAIN(TestMetricsPlans)
#include "tst_metricsplans.moc"
