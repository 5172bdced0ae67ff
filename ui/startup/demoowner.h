// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"

#include <QObject>

#include <map>

namespace textback {

class EngineClient;

/// Plays the owner in the demo without a display: answers each customer's first reply after a few seconds, as a person would from
/// the composer. Main thread.
class DemoOwner : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    DemoOwner(EngineClient &engine, Scheduler &scheduler, QObject *parent = nullptr);

private:
    EngineClient &m_engine;
    Scheduler &m_scheduler;
    std::map<qint64, ScheduledCall> m_answers; ///< by conversation; one answer each
};

} // namespace textback
