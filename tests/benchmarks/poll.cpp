// SPDX-License-Identifier: MIT
// What a poll costs, with the real engine on a real database, a provider in memory and virtual time.
//   benchmark_poll burst [CALLS]             CALLS missed calls come in one poll: wall time until all are decided and stored
//   benchmark_poll history MESSAGES FILE     fifteen seconds of ordinary work on a database that holds MESSAGES (FILE is made at the first use);
//                                            run it under callgrind with --toggle-collect=ordinaryWork to count instructions
#include "engine/engine.h"
#include "storage/sqlstore.h"
#include "support/fakeprovider.h"
#include "support/virtualtime.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;
using namespace textback::test;

namespace {

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "benchmark_poll: %s\n", qPrintable(why));
    std::exit(1);
}

template <typename T>
T need(Result<T> result)
{
    if (!result)
        fail(result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

QString callerNumber(int index)
{
    static const QStringList areas = {u"313"_s, u"248"_s, u"734"_s, u"586"_s, u"810"_s, u"517"_s, u"616"_s, u"269"_s, u"989"_s, u"231"_s,
                                      u"212"_s, u"213"_s, u"214"_s, u"215"_s, u"216"_s, u"217"_s, u"218"_s, u"219"_s, u"301"_s, u"302"_s};
    return u"+1%1%2%3"_s.arg(areas.at(index % areas.size())).arg(223 + index / 20 / 10000).arg(index / 20 % 10000, 4, 10, QChar(u'0'));
}

/// The program without its threads and window.
class Bench {
public:
    explicit Bench(const QString &file)
        : m_provider(m_time)
        , m_store(need(SqlStore::open(file, m_time)))
    {
        Settings settings;
        settings.business.name = u"Motor City Towing"_s;
        settings.business.trade = u"towing"_s;
        settings.account.fields.insert(u"accountSid"_s, u"AC1"_s);
        settings.rules.mode = Mode::On;
        need(m_store->saveSettings(settings));
    }

    SqlStore &store() { return *m_store; }
    FakeProvider &provider() { return m_provider; }
    VirtualTime &time() { return m_time; }

    void start()
    {
        m_engine = std::make_unique<Engine>(EnginePorts{m_time, m_time, m_random, *m_store, m_provider});
        QObject::connect(m_engine.get(), &Engine::eventOccurred, m_engine.get(), [this](const EngineEvent &event) {
            m_decided += event.kind == EngineEvent::Kind::Decision ? 1 : 0;
            m_texted += event.kind == EngineEvent::Kind::Text ? 1 : 0;
        });
        AccountSecrets secrets;
        secrets.insert(u"authToken"_s, Secret("token"));
        m_engine->start(secrets);
        m_time.advance(30s);
    }

    int decided() const { return m_decided; }
    int texted() const { return m_texted; }

private:
    VirtualTime m_time;
    FakeProvider m_provider;
    SeededRandom m_random;
    std::unique_ptr<SqlStore> m_store;
    std::unique_ptr<Engine> m_engine;
    int m_decided = 0;
    int m_texted = 0;
};

/// Messages of two years, the newest two days old, ten to a customer.
void fillHistory(Bench &bench, int messages)
{
    SqlStore &store = bench.store();
    const AccountId account = need(store.openAccount(u"twilio"_s, u"AC1"_s)).id;
    const UtcTime newest = bench.time().utcNow() - 48h;
    const Millis step = Millis(730LL * 24 * 3600 * 1000) / messages;
    constexpr int batch = 5000;
    for (int first = 0; first < messages; first += batch) {
        need(store.transact([&]() -> Result<void> {
            for (int i = first; i < std::min(first + batch, messages); ++i) {
                const int customer = i % std::max(1, messages / 10);
                const Result<ConversationId> conversation = store.ensureConversation(identifyCaller(callerNumber(customer)));
                if (!conversation)
                    return tl::make_unexpected(conversation.error());
                Message message;
                message.conversation = *conversation;
                message.account = account;
                message.line = *PhoneNumber::fromStored(u"+13132230100"_s);
                message.direction = i % 2 ? MessageDirection::Outgoing : MessageDirection::Incoming;
                message.origin = i % 2 ? MessageOrigin::Person : MessageOrigin::Customer;
                message.status = i % 2 ? DeliveryStatus::Delivered : DeliveryStatus::Received;
                message.body = u"Message %1 about the car that stands on Michigan Avenue"_s.arg(i);
                message.at = newest - step * (messages - i);
                message.providerMessageId = u"SMhistory%1"_s.arg(i);
                if (const auto stored = store.addMessage(message); !stored)
                    return tl::make_unexpected(stored.error());
            }
            return {};
        }));
    }
}

int burst(int calls)
{
    QTemporaryDir folder;
    Bench bench(folder.filePath(u"textback.db"_s));
    bench.start();
    for (int i = 0; i < calls; ++i)
        bench.provider().addMissedCall(callerNumber(i));
    QElapsedTimer wall;
    wall.start();
    // Small steps, so that the clock is read as soon as the poll was handled and before the texts are due.
    for (int step = 0; step < 40 && bench.decided() < calls; ++step)
        bench.time().advance(100ms);
    const qint64 taken = wall.elapsed();
    std::printf("burst: %d missed calls in one poll: %d decided and stored in %lld ms (goal: 1,000 within 1,000 ms)\n", calls,
                bench.decided(), static_cast<long long>(taken));
    return bench.decided() == calls ? 0 : 1;
}

} // namespace

/// Seven polls of the call log and one of the messages, with one missed call that is texted. Not inlined: callgrind counts in here.
extern "C" [[gnu::noinline]] void ordinaryWork(Bench *bench)
{
    bench->provider().addMissedCall(u"+13132239999"_s);
    bench->time().advance(15s);
}

namespace {

int history(int messages, const QString &file)
{
    const bool isNew = !QFileInfo::exists(file);
    Bench bench(file);
    if (isNew)
        fillHistory(bench, messages);
    bench.start();
    ordinaryWork(&bench);
    std::printf("history: %d messages in the database, %d text sent\n", messages, bench.texted());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"burst"_s)
        return burst(arguments.size() > 2 ? arguments.at(2).toInt() : 1000);
    if (arguments.value(1) == u"history"_s && arguments.size() == 4)
        return history(arguments.at(2).toInt(), arguments.at(3));
    std::fprintf(stderr, "usage: benchmark_poll burst [CALLS] | history MESSAGES FILE\n");
    return 2;
}
