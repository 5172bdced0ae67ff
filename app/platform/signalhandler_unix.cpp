// SPDX-License-Identifier: MIT
#include "platform/signalhandler.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace textback {

namespace {

// A signal handler has no other way to reach anything than a global. Written before the handler is installed, only read afterwards.
volatile std::sig_atomic_t wakeDescriptor = -1;

extern "C" void onSignal(int)
{
    const int keep = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(static_cast<int>(wakeDescriptor), &byte, 1);
    errno = keep;
}

void install(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGTERM, SIGINT})
        ::sigaction(number, &action, nullptr);
}

} // namespace

class SignalHandler::Private {
public:
    std::array<int, 2> ends{-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
};

SignalHandler::SignalHandler(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    if (::pipe(d->ends.data()) != 0)
        return; // no descriptors left: then the signals keep their default, which ends us too
    for (const int end : d->ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    wakeDescriptor = d->ends[1];
    d->notifier = std::make_unique<QSocketNotifier>(d->ends[0], QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const ssize_t count = ::read(d->ends[0], &byte, 1);
        emit endRequested();
    });
    install(onSignal, static_cast<int>(SA_RESETHAND) | SA_RESTART);
}

SignalHandler::~SignalHandler()
{
    if (d->ends[0] < 0)
        return;
    install(SIG_DFL, 0);
    wakeDescriptor = -1;
    ::close(d->ends[0]);
    ::close(d->ends[1]);
}

} // namespace textback
