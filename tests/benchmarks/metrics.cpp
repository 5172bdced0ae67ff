// SPDX-License-Identifier: MIT
// What the figures of 30 days cost in a history of 1,000,000 messages and 300,000 calls over two years. Prints and asserts nothing.
//   benchmark_metrics [MESSAGES] [FILE]    FILE is made at the first use
#include "domain/hours/openinterval.h"
#include "storage/sqlmetricsreader.h"
#include "storage/sqlstore.h"
#include "support/virtualtime.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "benchmark_metrics: %s\n", qPrintable(why));
    std::exit(1);
}

/// Straight through SQL: through the store it would take many minutes. Row `i` of each table lies at `i` even steps of the two years. Of ten
/// messages three are texts to callers of as many calls, three their answers, and the rest talk between them and the people here.
void fill(const QString &file, qint64 messages, UtcTime end)
{
    const QString numbers = u"WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %1 - 1) "_s;
    const qint64 calls = messages * 3 / 10;
    const qint64 callers = std::max<qint64>(messages / 10, 1);
    const qint64 begin = toUnixMillis(end) - 730LL * 24 * 3600 * 1000;
    const qint64 span = toUnixMillis(end) - begin;
    const auto fillIn = [&](QString statement) {
        statement.replace(u"$CALLERS"_s, QString::number(callers)).replace(u"$BEGIN"_s, QString::number(begin));
        return statement.replace(u"$STEP"_s, QString::number(span / calls))
            .replace(u"$TALK"_s, QString::number(span / (messages - 2 * calls)));
    };
    const QStringList statements = {
        u"PRAGMA foreign_keys = OFF"_s,
        u"BEGIN IMMEDIATE"_s,
        u"INSERT INTO accounts (id, provider, account_key) VALUES (1, 'twilio', 'AC1')"_s,
        numbers.arg(callers) + u"INSERT INTO conversations (id, address, number) SELECT i + 1, '+1313' || (2230000 + i), "
                               "'+1313' || (2230000 + i) FROM n"_s,
        // Of five calls three are missed, one is answered and one is ours.
        numbers.arg(calls) +
            u"INSERT INTO calls (id, account, provider_call_id, inbound, party, our_number, at, ended_at, final, conversation, "
            "decided, settled, missed, answered, disposition, not_missed_because, rang, talked) "
            "SELECT i + 1, 1, 'CA' || i, i % 5 <> 4, '+1313' || (2230000 + i * 7919 % $CALLERS), '+13132230100', "
            "$BEGIN + i * $STEP, $BEGIN + i * $STEP + 25000, 1, 1 + i * 7919 % $CALLERS, i % 5 < 4, 1, i % 5 < 3, i % 5 >= 3, "
            "iif(i % 5 < 3, 'no-answer', 'answered'), iif(i % 5 = 3, 'answered', NULL), 20000, iif(i % 5 < 3, 0, 60000) FROM n"_s,
        numbers.arg(calls) +
            u"INSERT INTO call_legs (account, provider_call_id, parent_call_id, call, direction, from_text, to_text, status, "
            "duration, answered_by, forwarded_from) SELECT 1, 'CA' || i, '', i + 1, iif(i % 5 = 4, 'outbound', 'inbound'), "
            "'', '', 'completed', 60000, 'unknown', '' FROM n"_s,
        numbers.arg(calls) +
            u"INSERT INTO decisions SELECT i + 1, iif(i % 50 = 0, 'skip', 'send'), 'open', iif(i % 50 = 0, 'hold-out', NULL), "
            "$BEGIN + i * $STEP + 26000, NULL, 'r1' FROM n WHERE i % 5 < 3"_s,
        numbers.arg(calls) +
            u"INSERT INTO messages (id, conversation, account, line, incoming, origin, body, status, at, provider_message_id, error_code, "
            "error_text, rule, call, media, read, word) SELECT 2 * i + 1, 1 + i * 7919 % $CALLERS, 1, '+13132230100', 0, 'automatic', "
            "'Sorry we missed your call, how can we help? Reply STOP to opt out ' || i, iif(i % 20 = 1, 'undelivered', 'delivered'), "
            "$BEGIN + i * $STEP + 29000, 'SM-out-' || i, iif(i % 20 = 1, '30006', ''), '', 'open', i + 1, 0, 1, 1 FROM n"_s,
        numbers.arg(calls) +
            u"INSERT INTO messages (id, conversation, account, line, incoming, origin, body, status, at, provider_message_id, error_code, "
            "error_text, media, read, word) SELECT 2 * i + 2, 1 + i * 7919 % $CALLERS, 1, '+13132230100', 1, 'customer', "
            "iif(i % 100 = 7, 'STOP', 'The car stands on Michigan Avenue ' || i), 'received', $BEGIN + i * $STEP + 60000, 'SM-in-' || i, "
            "'', "
            "'', 0, 1, 1 FROM n"_s,
        numbers.arg(messages - 2 * calls) +
            u"INSERT INTO messages (conversation, account, line, incoming, origin, body, status, at, provider_message_id, error_code, "
            "error_text, media, read, word) SELECT 1 + i * 7919 % $CALLERS, 1, '+13132230100', i % 2, iif(i % 2, 'customer', 'person'), "
            "'We are on our way to you ' || i, iif(i % 2, 'received', 'delivered'), $BEGIN + i * $TALK + 120000, 'SM-talk-' || i, '', '', "
            "0, 1, 1 "
            "FROM n"_s,
        u"INSERT INTO outbox (message, conversation, account, call, purpose, from_number, to_number, body, state, detail, attempt, resent, "
        "queued_at, not_before, deadline, ended_at, unknown_cause, looks, provider_message_id, rule_version, after_call_end) "
        "SELECT m.id, m.conversation, 1, m.call, 'text-back', m.line, v.address, m.body, 'accepted', '', 1, 0, m.at, m.at, m.at + 600000, "
        "m.at, "
        "'none', 0, m.provider_message_id, 'r1', 4000 FROM messages m JOIN conversations v ON v.id = m.conversation WHERE m.call IS NOT NULL"_s,
        u"INSERT INTO consent_log (number, opted_out, at, source, evidence) SELECT v.address, 1, m.at, 'text', m.body FROM messages m "
        "JOIN conversations v ON v.id = m.conversation WHERE m.body = 'STOP' ORDER BY m.at"_s,
        numbers.arg(calls / 10) + u"INSERT INTO jobs (conversation, noted_at, booked_for, amount_cents) "
                                  "SELECT 1 + i * 10 * 7919 % $CALLERS, $BEGIN + i * 10 * $STEP + 3600000, 1, 15000 FROM n"_s,
        numbers.arg(730 * 48) + u"INSERT INTO usage_slots SELECT 1, $BEGIN / 1800000 + i, 1, 2 FROM n"_s,
        u"COMMIT"_s,
    };
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(file);
        if (!database.open())
            fail(u"cannot open "_s + file);
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(fillIn(statement)))
                fail(query.lastError().text() + u" in "_s + statement.left(200));
        }
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
}

template <typename Ask>
void measure(const char *name, Ask ask)
{
    QElapsedTimer watch;
    std::vector<double> times;
    for (int round = 0; round < 7; ++round) {
        watch.start();
        if (const auto answer = ask(); !answer)
            fail(answer.error().detail);
        times.push_back(double(watch.nsecsElapsed()) / 1e6);
    }
    const double first = times.front();
    std::sort(times.begin(), times.end());
    std::printf("metrics: %-32s first %6.1f ms, median of 7 %6.1f ms (goal: at most 200)\n", name, first, times[3]);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 messages = std::max<qint64>(arguments.size() > 1 ? arguments.at(1).toLongLong() : 1'000'000, 1000);
    QTemporaryDir folder;
    const QString file = arguments.size() > 2 ? arguments.at(2) : folder.filePath(u"textback.db"_s);
    VirtualTime time;
    const bool isNew = !QFileInfo::exists(file);
    if (const auto store = SqlStore::open(file, time); !store)
        fail(store.error().detail);
    if (isNew)
        fill(file, messages, time.utcNow());

    MetricsQuery query;
    query.zone = QTimeZone("America/Detroit");
    query.asOf = time.utcNow();
    query.window = MetricsWindow::lastDays(30, time.utcNow() - std::chrono::days(3), query.zone);
    query.hours.weekly = WeeklyHours{};
    query.hours.usFederalHolidays = true;
    for (auto &intervals : *query.hours.weekly)
        intervals = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    query.people.staff = {{u"Ana"_s, *PhoneNumber::fromStored(u"+13132239999"_s)}};

    SqlMetricsReader reader(file);
    std::printf("metrics: window of 30 days: %lld inbound calls, %lld texts sent\n",
                static_cast<long long>(reader.calls(query).value().missed.whole),
                static_cast<long long>(reader.sent(query).value().delivery.whole));
    measure("calls (missed rate, map)", [&] { return reader.calls(query); });
    measure("callers (coverage to true lift)", [&] { return reader.callers(query); });
    measure("sent (delivery, opt-outs)", [&] { return reader.sent(query); });
    measure("response", [&] { return reader.response(query); });
    measure("list of missed calls", [&] { return reader.list(MetricsList::MissedCalls, {}, query, {}, 50); });
    measure("list of recovered callers", [&] { return reader.list(MetricsList::Recovered, {}, query, {}, 50); });
    measure("list of undelivered texts", [&] { return reader.list(MetricsList::NotDelivered, {}, query, {}, 50); });
    measure("list of unanswered texts", [&] { return reader.list(MetricsList::Unanswered, {}, query, {}, 50); });
    measure("allowance", [&] { return reader.allowance(time.utcNow(), query.zone, {}); });
    return 0;
}
