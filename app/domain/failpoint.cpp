// SPDX-License-Identifier: MIT
#include "domain/failpoint.h"

#include <QList>

#ifdef TEXTBACK_FAILPOINTS
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <thread>
#endif

namespace textback {

std::optional<FailpointOrder> FailpointOrder::parse(const QByteArray &text)
{
    const QList<QByteArray> halves = text.split('=');
    if (halves.size() != 2)
        return std::nullopt;
    FailpointOrder order;
    const QList<QByteArray> place = halves[0].split(':');
    const QList<QByteArray> action = halves[1].split(':');
    bool ok = !place[0].isEmpty() && place.size() <= 2;
    order.name = place[0];
    if (ok && place.size() == 2) {
        order.hit = place[1].toInt(&ok);
        ok = ok && order.hit >= 1;
    }
    if (action == QList<QByteArray>{"kill"}) {
        order.action = Action::Kill;
    } else if (action == QList<QByteArray>{"full"}) {
        order.action = Action::Full;
    } else if (action.size() == 2 && action[0] == "sleep") {
        bool isNumber = false;
        order.action = Action::Sleep;
        order.sleep = Millis(action[1].toInt(&isNumber));
        ok = ok && isNumber && order.sleep >= Millis(0);
    } else {
        ok = false;
    }
    return ok ? std::optional(order) : std::nullopt;
}

#ifdef TEXTBACK_FAILPOINTS

namespace {

[[noreturn]] void die()
{
#ifdef Q_OS_UNIX
    std::raise(SIGKILL);
#endif
    std::_Exit(137);
}

} // namespace

bool failpoint::reach(const char *name)
{
    // Read once. A process-wide count is the point here: the order comes from outside and is for the whole program.
    static const std::optional<FailpointOrder> order = FailpointOrder::parse(qgetenv("TEXTBACK_FAILPOINT"));
    static std::atomic<int> hits{0};
    if (!order || order->name != name || ++hits != order->hit)
        return false;
    switch (order->action) {
    case FailpointOrder::Action::Kill:
        die();
    case FailpointOrder::Action::Sleep:
        std::this_thread::sleep_for(order->sleep);
        return false;
    case FailpointOrder::Action::Full:
        break;
    }
    return true;
}

#endif

} // namespace textback
