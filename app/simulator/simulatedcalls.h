// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/ports/scheduler.h"
#include "domain/time.h"
#include "simulator/rowlist.h"
#include "simulator/scenario.h"
#include "simulator/simulatoroptions.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace textback {

class Clock;
class Random;

/// One row of the call log. Times are as the row shows them.
struct SimulatedCallRow {
    QString sid;
    QString parentSid; ///< empty: none
    QString from;
    QString to;
    QString fromFormatted;
    QString toFormatted;
    QString phoneNumberSid; ///< empty: none
    QString direction;
    QString forwardedFrom; ///< empty: none
    QString trunkSid;      ///< empty: none
    LegStatus status = LegStatus::Queued;
    UtcTime created{};
    UtcTime updated{};
    std::optional<UtcTime> started;
    std::optional<UtcTime> answered; ///< not shown by the provider; talk time counts from here
    std::optional<UtcTime> ended;
    std::optional<QString> duration; ///< the text of the field; nothing is null
    std::optional<QString> price;
    Millis madeAt{0};            ///< monotonic time at which the row really came to be
    bool hiddenUntilEnd = false; ///< trunk calls appear only when they ended
};

/// A voicemail or another recording.
struct SimulatedRecording {
    QString sid;
    QString callSid;
    UtcTime created{};
    UtcTime updated{};
    bool completed = false;
    Millis length{0};
};

/// An error that the provider noted about a call.
struct SimulatedNotification {
    QString sid;
    QString callSid;
    QString code;
    QString text;
    UtcTime at{};
};

/// What to let happen.
struct CallOrder {
    Scenario scenario = Scenario::A1;
    QString from; ///< as the provider shows it: E.164, "+266696687", "client:name"
    QString to;   ///< one of the account's numbers
    ScenarioVariant variant;
};

/// Is it one of the states after which a call changes no more?
bool isFinalStatus(LegStatus status);

/// The call log of the simulated account: plays call scripts on the injected clock and keeps their rows, which change while a call runs.
/// With a time scale above 1 a call runs faster than its rows say; the rows are then dated back so that the end of the call is the real
/// one, because ages are counted from there. One thread.
class SimulatedCalls : public QObject {
    Q_OBJECT

public:
    SimulatedCalls(const Clock &clock, Scheduler &scheduler, Random &random, const SimulatorOptions &options, QObject *parent = nullptr);
    ~SimulatedCalls() override;

    /// Begins a call; answers the sid of the caller's leg.
    QString begin(const CallOrder &order);
    /// Whether this caller has a call that has not ended.
    bool isBusy(const QString &caller) const;
    size_t running() const { return m_running.size(); }

    const RowList<SimulatedCallRow> &rows() const { return m_rows; }
    /// Whether the list shows a row yet.
    bool isListed(const SimulatedCallRow &row) const;
    std::vector<SimulatedRecording> recordingsOf(const QString &callSid) const;
    std::vector<SimulatedNotification> notificationsOf(const QString &callSid) const;
    const RowList<SimulatedRecording> &recordings() const { return m_recordings; }
    /// The phone number sid of one of the account's numbers; empty for others.
    QString phoneNumberSid(const QString &number) const { return m_numberSids.value(number); }

signals:
    void callBegan(const QString &sid);
    void callEnded(const QString &sid, const QString &description);
    /// The business's own flow sends a text to the caller of this call.
    void flowTexted(const QString &sid);

private:
    struct Running {
        CallScript script;
        size_t next = 0;
        UtcTime origin{};  ///< the time that rows show for the beginning
        Millis begunAt{0}; ///< monotonic
        std::vector<QString> sids;
        QString recording;
        ScheduledCall timer;
    };

    void playDue(const QString &sid);
    void play(Running &call, const ScriptStep &step);
    void setStatus(Running &call, int leg, LegStatus status, UtcTime at);
    SimulatedCallRow &addRow(const Running &call, int leg, UtcTime at);
    UtcTime rowTime(const Running &call, Millis at) const;

    const Clock &m_clock;
    Scheduler &m_scheduler;
    Random &m_random;
    const SimulatorOptions &m_options;
    QHash<QString, QString> m_numberSids;
    RowList<SimulatedCallRow> m_rows;
    RowList<SimulatedRecording> m_recordings;
    RowList<SimulatedNotification> m_notifications;
    QHash<QString, QStringList> m_recordingsByCall;
    QHash<QString, QStringList> m_notificationsByCall;
    std::map<QString, Running> m_running; // by the sid of the caller's leg
};

} // namespace textback
