// SPDX-License-Identifier: MIT
#include "platform/signalhandler.h"

#include <QMetaObject>

#include <atomic>
#include <qt_windows.h>

namespace textback {

namespace {

// The console calls its handler on a thread of its own and hands nothing over: a global is the only way to the object.
std::atomic<SignalHandler *> current = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    SignalHandler *handler = current.exchange(nullptr);
    if (!handler)
        return FALSE; // second wish: the default ends the process
    QMetaObject::invokeMethod(handler, &SignalHandler::endRequested, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

class SignalHandler::Private {};

SignalHandler::SignalHandler(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    current = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

SignalHandler::~SignalHandler()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    current = nullptr;
}

} // namespace textback
