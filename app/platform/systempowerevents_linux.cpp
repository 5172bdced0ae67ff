// SPDX-License-Identifier: MIT
#include "platform/systempowerevents.h"

#include "platform/logindpowerevents_linux.h"

#include <QDBusConnection>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

LogindPowerEvents::LogindPowerEvents()
{
    // A name that nobody owns yet is fine: the signal counts from when somebody does.
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                         u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
}

void LogindPowerEvents::listen(std::function<void(Event)> heard)
{
    m_heard = std::move(heard);
}

void LogindPowerEvents::prepareForSleep(bool begins)
{
    if (m_heard)
        m_heard(begins ? Event::AboutToSleep : Event::Woke);
}

std::unique_ptr<PowerEvents> makeSystemPowerEvents()
{
    return std::make_unique<LogindPowerEvents>();
}

} // namespace textback
