// SPDX-License-Identifier: MIT
// How long a caller waits: from the moment at which the call log shows a missed call to the moment at which the text's POST has reached the
// provider. The real program (--headless) runs against the simulated line in this process, at one poll a second and no send delay.
// Usage: benchmark_latency PROGRAM [CALLS]
#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"
#include "platform/systemrandom.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"
#include "simulator/twiliosimulator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace textback;

namespace {

constexpr int pollSeconds = 1;

/// Valid numbers of nobody, a different one for each call.
QString callerNumber(int index)
{
    static const QStringList areas = {u"313"_s, u"248"_s, u"734"_s, u"586"_s};
    return u"+1"_s + areas.at(index / 100 % areas.size()) + u"555"_s + QString::number(100 + index % 100).rightJustified(4, u'0');
}

class Measurement : public QObject {
public:
    Measurement(QString program, int calls)
        : m_program(std::move(program))
        , m_calls(calls)
        , m_scheduler(m_clock)
        , m_line(m_clock, m_scheduler, m_random, options())
    {
        m_time.start();
        connect(&m_line.calls(), &SimulatedCalls::callEnded, this, [this](const QString &sid) { ended(sid); });
        connect(&m_line.texts(), &SimulatedTexts::textAccepted, this, [this](const QString &sid) { accepted(sid); });
        connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] { readEvents(); });
        connect(&m_process, &QProcess::finished, this, [this](int code) {
            if (!m_done) {
                std::fprintf(stderr, "The program ended early, exit code %d\n%s", code, m_process.readAllStandardError().constData());
                QCoreApplication::exit(1);
            }
        });
    }

    ~Measurement() override
    {
        m_done = true;
        m_process.terminate();
        m_process.waitForFinished(10000);
    }

    bool start()
    {
        if (!m_line.listen())
            return false;
        const QJsonObject settings{
            {u"business"_s, QJsonObject{{u"name"_s, u"Motor City Towing"_s}, {u"trade"_s, u"towing"_s}}},
            {u"account"_s, QJsonObject{{u"provider"_s, u"twilio"_s},
                                       {u"apiBaseUrl"_s, m_line.baseUrl()},
                                       {u"accountSid"_s, m_line.accountSid()},
                                       {u"pollSeconds"_s, pollSeconds}}},
            {u"rules"_s, QJsonObject{{u"mode"_s, u"on"_s}, {u"sendDelaySeconds"_s, 0}}},
        };
        QFile file(m_folder.filePath(u"settings.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(settings).toJson()) < 0)
            return false;
        file.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TEXTBACK_TWILIO_AUTH_TOKEN"_s, m_line.authToken());
        m_process.setProcessEnvironment(environment);
        m_process.start(m_program, {u"--headless"_s, u"--data-dir"_s, m_folder.filePath(u"data"_s), u"--setup"_s, file.fileName()});
        return m_process.waitForStarted();
    }

private:
    static SimulatorOptions options()
    {
        SimulatorOptions options;
        options.callsPerMinute = 0;
        options.timeScale = 20; // a call of 20 s takes one
        options.customersReply = false;
        return options;
    }

    void readEvents()
    {
        while (m_process.canReadLine()) {
            const QJsonObject event = QJsonDocument::fromJson(m_process.readLine()).object();
            // The first answered poll only sets the cursor: calls count from then on.
            if (event.value("event"_L1) == "connection"_L1 && event.value("reason"_L1) == "online"_L1 && m_begun == 0)
                m_next = m_scheduler.callAfter(std::chrono::seconds(3), [this] { ring(); });
        }
    }

    void ring()
    {
        CallOrder order;
        order.scenario = Scenario::B1;
        order.from = callerNumber(m_begun++);
        order.to = m_line.number();
        m_callers.insert(m_line.calls().begin(order), order.from);
        if (m_begun < m_calls)
            m_next = m_scheduler.callAfter(Millis(60 + m_random.below(180)), [this] { ring(); });
        else // whoever was not texted half a minute later was not texted
            m_next = m_scheduler.callAfter(std::chrono::seconds(30), [this] { report(); });
    }

    void ended(const QString &sid) { m_endedAt.insert(m_callers.value(sid), m_time.elapsed()); }

    void accepted(const QString &sid)
    {
        const SimulatedTextRow *row = m_line.texts().rows().find(sid);
        if (!row || !m_endedAt.contains(row->to))
            return;
        m_waits.push_back(m_time.elapsed() - m_endedAt.value(row->to));
        if (static_cast<int>(m_waits.size()) == m_calls)
            report();
    }

    void report()
    {
        std::sort(m_waits.begin(), m_waits.end());
        const auto at = [this](double share) {
            return static_cast<long long>(m_waits.at(static_cast<size_t>(share * static_cast<double>(m_waits.size() - 1) + 0.5)));
        };
        if (m_waits.empty())
            std::printf("latency: nobody was texted\n");
        else
            std::printf("latency: %zu of %d calls texted; visible in the log -> POST on the wire: p50 %lld ms, p95 %lld ms, p99 %lld ms, "
                        "max %lld ms (poll %d s; goal: p99 at most %d ms)\n",
                        m_waits.size(), m_calls, at(0.5), at(0.95), at(0.99), at(1.0), pollSeconds, pollSeconds * 1000 + 100);
        m_done = true;
        QCoreApplication::exit(static_cast<int>(m_waits.size()) == m_calls ? 0 : 1);
    }

    QString m_program;
    int m_calls;
    int m_begun = 0;
    bool m_done = false;
    SystemClock m_clock;
    EventLoopScheduler m_scheduler;
    SystemRandom m_random;
    TwilioSimulator m_line;
    QTemporaryDir m_folder;
    QProcess m_process;
    QElapsedTimer m_time;
    QHash<QString, QString> m_callers; // sid -> number
    QHash<QString, qint64> m_endedAt;  // number -> ms
    std::vector<qint64> m_waits;
    ScheduledCall m_next;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: benchmark_latency PROGRAM [CALLS]\n");
        return 2;
    }
    Measurement measurement(arguments.at(1), arguments.size() > 2 ? arguments.at(2).toInt() : 200);
    if (!measurement.start()) {
        std::fprintf(stderr, "benchmark_latency: the line or the program could not be started\n");
        return 1;
    }
    return QCoreApplication::exec();
}
