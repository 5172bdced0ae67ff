// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QString>

#include <vector>

namespace textback::test {

/// One thing that happens, and how long nothing else does after it.
struct Step {
    enum class Kind {
        MissedCall,    ///< span: rang; other: the log shows it later
        RingingCall,   ///< seen while it rings; span: until it stops
        VoicemailCall, ///< the caller stayed after the phones had rung
        AnsweredCall,  ///< one leg answered
        GroupAnswered, ///< two phones rang, the second was answered; other: its leg shows later
        LateAnswer,    ///< missed at first; other: then a leg that was answered shows
        WithheldCall,  ///< nobody to text
        CallBack,      ///< the business calls the caller
        Stop,          ///< the caller says STOP
        Start,         ///< the caller says START
        Chat,          ///< the caller says something else
        StaffText,     ///< somebody texts the caller with another program
        PersonSends,   ///< a person writes in the window
        Delivery,      ///< delivery reports of the texts so far, now and then out of order
        Kill,          ///< the program is killed; span: until it runs again
        CrashSoon,     ///< killed at the count-th place from now where something becomes durable or leaves; span: until it runs again
        Sleep,         ///< the PC sleeps; span
        WallJump,      ///< somebody sets the PC's clock; span, signed
        LongAway,      ///< the program is off; span
        CallsFail,     ///< the call log cannot be read until Heal
        MessagesFail,  ///< nor the messages
        SentFail,      ///< nor the list of what was sent
        Outage,        ///< none of them
        Heal,          ///< all of them again
        LockDatabase,  ///< another program holds the database; span
        DiskFull,      ///< writes fail; span
        ListSlower,    ///< what is accepted shows in the list after span
        Backup,        ///< a copy of the database is kept
        Restore,       ///< the kept copy replaces the database
        TakeOver,      ///< another device becomes the sender
    };

    Kind kind = Kind::MissedCall;
    int who = 0;    ///< caller
    int device = 0; ///< where it happens
    int count = 0;
    Millis span{0};
    Millis other{0};
    Millis wait{0}; ///< passes afterwards
};

/// What holds during the whole of a schedule.
struct Plan {
    Millis latency{50};
    Millis clockSkew{0};    ///< of the provider
    Millis listingDelay{0}; ///< at first
    int pollSeconds = 5;
    int sendDelaySeconds = 2;
    int maxAgeMinutes = 3;
    double sendFaults = 0.4;     ///< share of sends that do not end well
    bool trustworthyList = true; ///< the provider's descriptor: absent is absent
    bool repeatsRows = false;    ///< the log shows rows twice
    bool shufflesRows = false;   ///< and in any order
    bool firstRun = false;       ///< begins with an empty database and a log full of history
    int devices = 1;
    bool rereads = false; ///< in the end everything is read again
};

/// A life of the program as a value: made from a seed, and played with steps left out when something has to be found in it.
struct Schedule {
    quint32 seed = 1;
    Plan plan;
    std::vector<Step> steps;
};

/// What the lives are about.
enum class Habit {
    Usual,        ///< everything that may happen to one device; the list shows a text within the wait
    DoubtfulList, ///< the provider's list is not trusted, and may be minutes late
    Calm,         ///< no faults at all: for what is promised in seconds
    Restores,     ///< the database is replaced by an older copy of itself
    TwoDevices,   ///< two devices on one account
    SlowList,     ///< the list is trusted, but later than the wait: what must not be
};

Schedule makeSchedule(quint32 seed, Habit habit = Habit::Usual);

/// One line for the plan and one a step.
QString toText(const Schedule &schedule);

} // namespace textback::test
