// SPDX-License-Identifier: MIT
// How long a search takes (Ctrl+K; Ctrl+F in a thread that has a tenth of all messages) in a history of 1,000,000 messages of 100,000 people with
// 20,000 notes: every question on the way to a
// phrase, as it is asked while somebody types. Prints and asserts nothing.
//   benchmark_search [MESSAGES] [FILE]    FILE is made at the first use
#include "storage/sqlsearchreader.h"
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
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "benchmark_search: %s\n", qPrintable(why));
    std::exit(1);
}

/// Texts as people write them: few words often and many seldom (the n-th most frequent one is written 1/n as often), of 20,000 words.
class Writer {
public:
    Writer()
    {
        m_words = u"the to you we i and a is it on for at my of can your car be call in me thanks please truck tomorrow today yes will "
                  u"have that are "
                  "with flat tire tow morning need now here there just time back when how much does cost address street engine battery "
                  "start help "
                  "noon later friday monday roof key gate dog leak water heater pump filter brake light mañana señor café"_s.split(u' ');
        while (m_words.size() < 20000) {
            QString word;
            const int length = 3 + int(m_chance() % 7);
            for (int i = 0; i < length; ++i)
                word += QLatin1Char(char('a' + m_chance() % 26));
            m_words.append(word);
        }
        double sum = 0;
        for (qsizetype i = 0; i < m_words.size(); ++i)
            m_shares.push_back(sum += 1.0 / (double(i) + 2.7));
    }

    QString text()
    {
        QStringList words;
        for (auto left = 4 + m_chance() % 17; left > 0; --left)
            words.append(word());
        return words.join(u' ');
    }

    unsigned number(unsigned below) { return unsigned(m_chance() % below); }

private:
    const QString &word()
    {
        const double place = std::uniform_real_distribution<double>(0, m_shares.back())(m_chance);
        return m_words[std::upper_bound(m_shares.begin(), m_shares.end(), place) - m_shares.begin()];
    }

    std::mt19937_64 m_chance{20261123};
    QStringList m_words;
    std::vector<double> m_shares;
};

void run(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        fail(query.lastError().text());
}

void execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        fail(query.lastError().text() + u" in "_s + statement.left(200));
}

/// Straight through SQL: through the store it would take many minutes. The last part of the messages is committed one by one, so that the index is
/// in as many pieces as daily work leaves it in.
void fill(const QString &file, int messages, UtcTime end)
{
    static const QStringList first = u"Maria José Jordan Dmitri Sofía Ana Peter Robert Linda Zoë Björn Karen Ahmed Mei"_s.split(u' ');
    static const QStringList last =
        u"Garcia Núñez Tran Kovalenko López Smith Johnson Müller Brown Lee Åberg Patel Davis Rossi"_s.split(u' ');
    static const QStringList previews = {u"The heater is cold again, could you come by tomorrow morning?"_s,
                                         u"Yes, ten is fine. Thank you!"_s, u"What do you take for a tow from Ann Arbor to Ypsilanti?"_s,
                                         u"Great, see you then"_s};
    static const QStringList areas = u"313 313 313 248 734 586"_s.split(u' ');
    const int people = std::max(messages / 10, 1);
    const qint64 begin = toUnixMillis(end) - 730LL * 24 * 3600 * 1000;
    const qint64 step = (toUnixMillis(end) - begin) / messages;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(file);
        if (!database.open())
            fail(u"cannot open "_s + file);
        for (const char *pragma : {"PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF", "BEGIN"})
            execute(database, QString::fromLatin1(pragma));
        execute(database, u"INSERT INTO accounts (id, provider, account_key) VALUES (1, 'twilio', 'AC1')"_s);
        Writer writer;
        QSqlQuery conversation(database);
        conversation.prepare(u"INSERT INTO conversations (id, address, number, contact_name) VALUES (?, ?, ?, ?)"_s);
        QSqlQuery summary(database);
        summary.prepare(u"INSERT OR REPLACE INTO conversation_summaries (conversation, last_activity, preview_kind, preview, needs_reply, "
                        "reply_due, unread) VALUES (?, ?, 'customer', ?, ?, ?, ?)"_s);
        QSqlQuery name(database);
        name.prepare(u"INSERT INTO contact_search (rowid, contact_name, address) VALUES (?, ?, ?)"_s);
        QSqlQuery number(database);
        number.prepare(u"INSERT INTO number_search (rowid, digits) VALUES (?, ?)"_s);
        QSqlQuery note(database);
        note.prepare(u"INSERT INTO contact_notes (conversation, body, changed_at) VALUES (?, ?, ?)"_s);
        for (int i = 0; i < people; ++i) {
            const QString digits = u"1%1%2"_s.arg(areas[writer.number(6)]).arg(2000000 + i);
            const QString called = writer.number(3) ? u""_s : first[writer.number(14)] + u' ' + last[writer.number(14)];
            run(conversation, {i + 1, u'+' + digits, u'+' + digits, called});
            // Every third waits for an answer, so that the inbox is no empty one.
            run(summary,
                {i + 1, begin + step * (messages - people + i), previews[i % previews.size()], i % 3 == 0, i % 3 == 0, i % 6 == 0});
            run(name, {i + 1, called, u'+' + digits});
            run(number, {i + 1, digits});
            if (i % 5 == 0)
                run(note, {i + 1, writer.text(), begin + step * i});
        }
        QSqlQuery message(database);
        message.prepare(
            u"INSERT INTO messages (id, conversation, account, line, incoming, origin, body, status, at, provider_message_id, error_code, "
            "error_text, media, read, word) VALUES (?, ?, 1, '+13132230100', ?, ?, ?, ?, ?, ?, '', '', 0, 1, 1)"_s);
        QSqlQuery index(database);
        index.prepare(u"INSERT INTO message_search (rowid, body) VALUES (?, ?)"_s);
        for (int i = 0; i < messages; ++i) {
            const bool automatic = i % 10 < 3;
            const bool incoming = !automatic && i % 2;
            const QString body = automatic ? u"Sorry we missed your call, how can we help? Reply STOP to opt out"_s : writer.text();
            run(message, {i + 1, i % 10 == 9 ? 1 : 1 + i * 7919LL % people, incoming,
                          automatic  ? u"automatic"_s
                          : incoming ? u"customer"_s
                                     : u"person"_s,
                          body, incoming ? u"received"_s : u"delivered"_s, begin + i * step, u"SM%1"_s.arg(i)});
            run(index, {i + 1, body});
            if (i % 20000 == 0 || i > messages - 50000) {
                execute(database, u"COMMIT"_s);
                execute(database, u"BEGIN"_s);
            }
        }
        execute(database, u"COMMIT"_s);
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
}

struct Sample {
    QString question;
    double wall = 0; ///< milliseconds
    double cpu = 0;
};

double part(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[size_t(std::ceil(share * double(values.size()))) - 1];
}

void report(const char *name, const std::vector<Sample> &samples)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (const Sample &sample : samples) {
        wall.push_back(sample.wall);
        cpu.push_back(sample.cpu);
    }
    const Sample &slowest = *std::max_element(samples.begin(), samples.end(), [](const auto &a, const auto &b) { return a.cpu < b.cpu; });
    std::printf("search: %-22s %4zu questions, p50 %5.1f ms, p99 %5.1f ms (goal: at most 50); of the processor p50 %5.1f, p99 %5.1f, most "
                "%5.1f ms: %s\n",
                name, samples.size(), part(wall, 0.5), part(wall, 0.99), part(cpu, 0.5), part(cpu, 0.99), slowest.cpu,
                qPrintable(slowest.question));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int messages = std::max(arguments.size() > 1 ? arguments.at(1).toInt() : 1'000'000, 1000);
    QTemporaryDir folder;
    const QString file = arguments.size() > 2 ? arguments.at(2) : folder.filePath(u"textback.db"_s);
    VirtualTime time;
    const bool isNew = !QFileInfo::exists(file);
    if (const auto store = SqlStore::open(file, time); !store)
        fail(store.error().detail);
    if (isNew)
        fill(file, messages, time.utcNow());

    const struct {
        const char *name;
        QStringList phrases;
    } kinds[] = {
        {"common words", {u"tomorrow"_s, u"the car"_s, u"call"_s, u"missed your call"_s, u"stop"_s}},
        {"rare words", {u"heater"_s, u"battery start"_s, u"qzxv"_s, u"carburettor"_s}},
        {"names", {u"maria"_s, u"jordan tran"_s, u"jose nunez"_s, u"Åberg"_s}},
        {"digits", {u"313"_s, u"(313) 200-0142"_s, u"0142"_s, u"+1 734 205 5555"_s, u"99999"_s}},
        {"accents", {u"mañana"_s, u"senor"_s, u"café"_s}},
        {"two letters", {u"to"_s, u"ma"_s, u"zq"_s, u"we"_s}},
        {"never together", {u"sorry truck"_s, u"missed the"_s, u"reply tomorrow morning"_s, u"opt engine"_s}},
    };
    SqlSearchReader reader(file);
    const auto ask = [&reader](const QString &question, bool inThread = false) {
        QElapsedTimer watch;
        watch.start();
        const std::clock_t before = std::clock();
        if (inThread) {
            if (const auto hits = reader.inThread(ConversationId{1}, question); !hits)
                fail(hits.error().detail);
        } else if (const auto hits = reader.search(question, 8); !hits) {
            fail(hits.error().detail);
        }
        return Sample{question, double(watch.nsecsElapsed()) / 1e6, double(std::clock() - before) * 1000 / CLOCKS_PER_SEC};
    };
    const Sample opening = ask(u"x"_s);
    std::printf("search: %d messages; the first question of a run %.1f ms\n", messages, opening.wall);
    std::vector<Sample> all;
    for (const auto &kind : kinds) {
        std::vector<Sample> samples;
        for (int round = 0; round < 7; ++round) {
            for (const QString &phrase : kind.phrases) {
                for (qsizetype typed = 1; typed <= phrase.size(); ++typed)
                    samples.push_back(ask(phrase.left(typed)));
            }
        }
        report(kind.name, samples);
        all.insert(all.end(), samples.begin(), samples.end());
    }
    report("all", all);
    std::vector<Sample> inThread;
    for (const auto &kind : kinds) {
        for (const QString &phrase : kind.phrases) {
            for (qsizetype typed = 1; typed <= phrase.size(); ++typed)
                inThread.push_back(ask(phrase.left(typed), true));
        }
    }
    report("in one thread", inThread);
    return 0;
}
