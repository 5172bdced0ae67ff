// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"
#include "engine/connectionstate.h"
#include "ui/format/timewords.h"

#include <QString>

namespace textback {

class Clock;
class Scheduler;

/// What lists and pages need to put things into words. One per window, kept by its owner and handed on by reference; it changes with the
/// settings, after which everything is painted anew.
struct ViewContext {
    const Clock &clock;
    Scheduler &scheduler;
    TimeWords times;
    QString region = QStringLiteral("US");
    Settings settings;
    ConnectionState::Kind connection = ConnectionState::Kind::NotSetUp;

    void use(const Settings &changed)
    {
        settings = changed;
        region = changed.business.country;
        times = TimeWords::forZone(changed.business.timeZone);
    }
};

} // namespace textback
