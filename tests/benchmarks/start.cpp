// SPDX-License-Identifier: MIT
// What the window costs beside a bare window of Qt. Offscreen; prints figures and asserts nothing.
//   benchmark_start FILE         first paint and memory, each 9 times in a process of its own; FILE as benchmark_search leaves it. The first
//                                paint is the window's with the rows of its inbox; an inbox without rows is refused
//   benchmark_start open FILE    opening conversations, the first one and one after the other, until they are painted
#include "engine/engineclient.h"
#include "storage/sqlcontactreader.h"
#include "storage/sqlconversationreader.h"
#include "support/virtualtime.h"
#include "ui/conversations/conversationpane.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QProcess>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

constexpr int rounds = 9;
constexpr QSize usual(1280, 800);

/// One run: milliseconds of the clock from the start of the process, of the processor, and MB in memory afterwards.
using Cost = std::array<double, 3>;

double processorTime()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void paint(QWidget &widget)
{
    for (int i = 0; i < 3; ++i)
        QApplication::processEvents();
    widget.grab();
}

/// Sees a widget being painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget &watched) { watched.installEventFilter(this); }

    /// Runs the event loop until it is painted, and with it the window around; ends the program where it is not.
    void wait() const
    {
        for (int i = 0; i < 1000 && !m_painted; ++i)
            QApplication::processEvents();
        if (!m_painted) {
            std::fputs("benchmark_start: nothing was painted; was FILE made by an older benchmark_search?\n", stderr);
            std::exit(1);
        }
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_painted |= event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_painted = false;
};

/// The window on a database, with an engine that says nothing.
struct RealWindow {
    explicit RealWindow(const QString &file)
        : reader(*SqlConversationReader::open(file, time))
        , contacts(file, time)
        , window(engine, *reader, time, time)
    {
        window.setContactReaders(&contacts, nullptr);
        Settings settings;
        settings.business.timeZone = u"America/Detroit"_s;
        emit engine.settingsChanged(settings);
        window.resize(usual);
    }

    VirtualTime time;
    EngineClient engine;
    std::unique_ptr<SqlConversationReader> reader;
    SqlContactReader contacts;
    MainWindow window;
};

void tell()
{
    std::printf("%.3f %.3f\n", processorTime(), residentMegabytes());
    std::fflush(stdout);
}

/// What happens in a process of its own.
void showOnce(QApplication &application, const QString &file)
{
    if (file.isEmpty()) {
        QMainWindow bare;
        bare.setCentralWidget(new QLabel(u"Textback"_s));
        bare.resize(usual);
        const PaintWatch watch(*bare.centralWidget());
        bare.show();
        watch.wait();
        return tell();
    }
    const Theme theme(application);
    RealWindow real(file);
    // Hidden, and never painted, while it has no rows.
    const PaintWatch watch(*real.window.findChild<ConversationPane *>()->list()->viewport());
    real.window.show();
    watch.wait();
    tell();
}

std::optional<Cost> measured(const QStringList &arguments)
{
    QProcess process;
    QElapsedTimer watch;
    watch.start();
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForReadyRead(60000))
        return std::nullopt;
    const double wall = double(watch.nsecsElapsed()) / 1e6;
    const QList<QByteArray> words = process.readLine().trimmed().split(' ');
    process.waitForFinished();
    return Cost{wall, words.value(0).toDouble(), words.value(1).toDouble()};
}

void start(const QString &file)
{
    std::vector<Cost> bare;
    std::vector<Cost> real;
    for (int round = 0; round < rounds; ++round) { // in turn, so that both have the same weather
        const auto one = measured({u"show"_s});
        const auto other = measured({u"show"_s, file});
        if (!one || !other)
            std::exit(1);
        bare.push_back(*one);
        real.push_back(*other);
    }
    const auto median = [](std::vector<Cost> all, size_t what) {
        std::sort(all.begin(), all.end(), [what](const Cost &a, const Cost &b) { return a[what] < b[what]; });
        return all[all.size() / 2][what];
    };
    const char *names[] = {"first paint, clock", "first paint, processor", "memory"};
    for (size_t what = 0; what < 3; ++what) {
        const double without = median(bare, what);
        const double with = median(real, what);
        std::printf("start: %-22s bare %7.1f, Textback %7.1f %s: %.2f times, %.1f more\n", names[what], without, with,
                    what < 2 ? "ms" : "MB", with / without, with - without);
    }
}

void open(QApplication &application, const QString &file)
{
    const Theme theme(application);
    RealWindow real(file);
    real.window.show();
    paint(real.window);
    std::vector<double> times;
    const auto rows = real.reader->conversations(ConversationFilter::All, std::nullopt, 200);
    if (!rows)
        std::exit(1);
    for (const ConversationSummary &row : *rows) {
        const double before = processorTime();
        real.window.openConversation(row.id);
        real.time.settle();
        paint(real.window);
        times.push_back(processorTime() - before);
    }
    std::printf("open: the first one, processor until the whole window is painted: %.1f ms\n", times.front());
    std::sort(times.begin(), times.end());
    std::printf(
        "open: %zu conversations, processor until the whole window is painted: median %.1f ms, 95th of 100 %.1f ms, worst %.1f ms\n",
        times.size(), times[times.size() / 2], times[times.size() * 95 / 100], times.back());
    std::vector<double> paints;
    for (int i = 0; i < 50; ++i) {
        const double before = processorTime();
        real.window.grab();
        paints.push_back(processorTime() - before);
    }
    std::sort(paints.begin(), paints.end());
    std::printf("open: of which painting all of the window anew: median %.1f ms\n", paints[25]);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1 && QByteArrayView(argv[1]) != "show" && QByteArrayView(argv[1]) != "open") {
        const QCoreApplication application(argc, argv);
        start(QString::fromLocal8Bit(argv[1]));
        return 0;
    }
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"show"_s)
        showOnce(application, arguments.value(2));
    else if (arguments.value(1) == u"open"_s && arguments.size() == 3)
        open(application, arguments.at(2));
    else
        return 2;
    return 0;
}
