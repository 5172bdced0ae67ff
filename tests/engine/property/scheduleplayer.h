// SPDX-License-Identifier: MIT
#pragma once

#include "engine/property/ablation.h"
#include "engine/property/device.h"
#include "engine/property/invariants.h"
#include "engine/property/preparedfile.h"
#include "engine/property/schedule.h"
#include "support/fakeprovider.h"

#include <QSet>

#include <memory>
#include <vector>

namespace textback::test {

/// How a life ended.
struct Outcome {
    std::vector<Violation> violations;
    int calls = 0;
    int texts = 0;
    int crashes = 0;
    int requests = 0; ///< to the provider
    int unknown = 0;
    int resent = 0;
    int unconfirmed = 0;
};

/// Plays one schedule: real engines on real files, a provider in memory that keeps the truth, virtual time. Afterwards everything heals, and
/// what the engines wrote down is compared with the truth. The same schedule always ends alike.
class SchedulePlayer {
public:
    SchedulePlayer(const PreparedFiles &files, const Schedule &schedule, Ablation ablation = Ablation::None);

    Outcome play();

private:
    using Script = FakeProvider::SendScript;

    void setUp();
    void step(const Step &step);
    void call(const Step &step);
    void ringingCall(const Step &step);
    void groupCall(const Step &step);
    void lateAnswer(const Step &step);
    void personSends(const Step &step);
    void reportDeliveries();
    void failing(bool calls, bool messages, bool sent);
    void takeOver();
    void restore(Device &device, const Step &step);
    CallLeg leg(const QString &from, LegStatus status, Millis length);
    void addRoot(const CallLeg &root, Millis shownAfter, bool mayBeTexted);

    void run(Millis span);
    void startUp(Device &device);
    void beDown(Device &device, Millis span);
    /// Calls an engine from outside: it may die there.
    void guarded(const std::function<void()> &function);
    void fall(int device);

    Script endOf(const SendRequest &request);
    void posted(Device &device, const SendRequest &request);
    void checkConsent(Device &device, const SendRequest &request);

    void comeToRest();
    bool isAtRest();
    void readAgain();
    QStringList digest(Device &device);
    Ledger ledger(Device &device);
    Truth truth();
    Device &of(const Step &step) { return *m_devices[static_cast<size_t>(step.device) % m_devices.size()]; }
    void violated(const QString &invariant, const QString &detail) { m_outcome.violations.push_back({invariant, detail}); }

    const PreparedFiles &m_files;
    const Schedule &m_schedule;
    Ablation m_ablation;
    VirtualTime m_time;
    FakeProvider m_provider;
    SeededRandom m_engineChance;
    SeededRandom m_rowChance;
    std::vector<std::unique_ptr<Device>> m_devices;
    std::vector<ScheduledCall> m_later;
    std::vector<CallTruth> m_calls;
    QHash<QString, int> m_sends;                     // to each number so far
    QSet<QString> m_attempts;                        // that were posted
    QHash<QString, QHash<QString, bool>> m_consents; // number -> message -> STOP
    Millis m_down{0};                                // how long a device that dies stays down
    int m_bodies = 0;
    bool m_faulty = true;
    bool m_restored = false;
    Outcome m_outcome;
};

} // namespace textback::test
