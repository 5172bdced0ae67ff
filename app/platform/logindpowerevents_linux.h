// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/powerevents.h"

#include <QObject>

namespace textback {

/// PrepareForSleep of logind (or elogind) on the system bus: true before, false after. Linux has nothing like App Nap, so working needs nothing.
class LogindPowerEvents final : public QObject, public PowerEvents {
    Q_OBJECT

public:
    LogindPowerEvents();

    void listen(std::function<void(Event)> heard) override;
    void setWorking(bool working) override { Q_UNUSED(working) }

private slots:
    void prepareForSleep(bool begins);

private:
    std::function<void(Event)> m_heard;
};

} // namespace textback
