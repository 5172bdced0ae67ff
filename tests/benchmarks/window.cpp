// SPDX-License-Identifier: MIT
// What the window costs a person's eye: a frame is 16.7 ms. Offscreen; prints figures and asserts nothing.
//   benchmark_window list [CONVERSATIONS]   the list on a real database: first page, then scrolling through 100 pages
//   benchmark_window bubbles                hostile texts of 4,000 characters, as they are drawn at first, and of 64 KB by "Show more"
#include "domain/messagebody.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"
#include "ui/biginbox.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/conversationpane.h"
#include "ui/fakereader.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/theme.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

double milliseconds(const QElapsedTimer &watch)
{
    return double(watch.nsecsElapsed()) / 1e6;
}

void settle(VirtualTime &time)
{
    for (int i = 0; i < 3; ++i) {
        time.settle();
        QApplication::processEvents();
    }
}

void list(int conversations)
{
    VirtualTime time;
    TemporaryStore store(time);
    if (!fillInbox(store.databaseFile(), conversations))
        std::exit(1);
    const auto reader = store.reader();
    const ViewContext context{time, time, TimeWords(QTimeZone::utc()), u"US"_s, {}, {}};
    ConversationListModel model(*reader, context);
    ConversationPane pane(model, context);
    pane.resize(348, 700);
    pane.show();
    settle(time);
    QElapsedTimer watch;
    watch.start();
    model.reload();
    settle(time);
    pane.grab();
    std::printf("list: first page of %d conversations read, laid out and painted in %.1f ms\n", conversations, milliseconds(watch));

    auto *view = pane.findChild<QListView *>();
    std::vector<double> frames;
    for (int page = 0; page < 100; ++page) {
        watch.restart();
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
        settle(time);
        view->viewport()->grab();
        frames.push_back(milliseconds(watch));
    }
    std::sort(frames.begin(), frames.end());
    std::printf("list: a scroll step that reads a page, at up to %d rows: median %.1f ms, 99th of 100 %.1f ms (goal: below 16.7)\n",
                model.rowCount(), frames[50], frames[98]);
    while (model.canFetchMore({}))
        model.fetchMore({});
    watch.restart();
    model.refresh({ConversationId{conversations / 2}});
    std::printf("list: a changed row among %d loaded ones taken up in %.2f ms\n", model.rowCount(), milliseconds(watch));
}

void bubbles()
{
    const std::vector<std::pair<const char *, QString>> texts = {
        {"one long word", QString(longestBody, u'W')},
        {"words", u"word "_s.repeated(longestBody / 5)},
        {"line breaks", QString(longestBody, u'\n')},
        {"combining storm", (u"Z"_s + QString(30, QChar(0x0351))).repeated(longestBody / 31)},
        {"arabic", u"مرحبا بالعالم "_s.repeated(longestBody / 14)},
        {"thai", u"ภาษาไทยยาวมากไม่มีช่องว่าง"_s.repeated(longestBody / 26)},
        {"emoji", u"👩‍🔧🇺🇸"_s.repeated(longestBody / 9)},
        {"links", u"www.a.example "_s.repeated(longestBody / 14)},
        {"markup", u"<img src=\"x\">"_s.repeated(longestBody / 13)},
        {"overrides", u"\u202Ea\u2067b"_s.repeated(longestBody / 4)},
    };
    for (const auto &[name, text] : texts) {
        VirtualTime time;
        FakeReader reader;
        const ConversationId id{1};
        reader.put(makeSummary(1, {}, u"+13135550131"_s, 0));
        reader.putEntry(id, makeMessage(1, id, MessageOrigin::Customer, text, 0));
        const ViewContext context{time, time, TimeWords(QTimeZone::utc()), u"US"_s, {}, {}};
        ThreadModel model(reader, context);
        MediaShelf shelf(time);
        ThreadView view(model, context, shelf);
        view.resize(560, 700);
        view.show();
        settle(time);
        QElapsedTimer watch;
        watch.start();
        model.setConversation(id);
        settle(time);
        view.grab();
        const double first = milliseconds(watch);
        watch.restart();
        view.grab();
        const double again = milliseconds(watch);
        double more = 0;
        for (qsizetype end = portionEnd(text, 0); end < text.size(); end = portionEnd(text, end)) {
            watch.restart();
            model.showMore(u"m1"_s);
            settle(time);
            view.grab();
            more = std::max(more, milliseconds(watch));
        }
        std::vector<double> frames;
        for (int step = 0; step < 50; ++step) {
            watch.restart();
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * step / 50);
            settle(time);
            view.grab();
            frames.push_back(milliseconds(watch));
        }
        std::printf("bubble: %-16s 4,000 characters laid out and painted %5.1f ms, painted again %4.1f ms; longest of all steps of \"Show "
                    "more\" %6.1f ms, then a "
                    "frame %4.1f ms (goal: painting below 16.7)\n",
                    name, first, again, more, *std::max_element(frames.begin(), frames.end()));
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Theme theme(application);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"bubbles"_s)
        bubbles();
    else
        list(std::max(arguments.value(2).toInt(), 0) > 0 ? arguments.value(2).toInt() : 200000);
    return 0;
}
