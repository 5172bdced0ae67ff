// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QList>
#include <QString>

#include <optional>

namespace textback {

class Clock;

/// Notices when the program crashes again and again (faults.md F58): a small file in the data folder says that a run began, and is taken back
/// when it ends in an orderly way. After three crashes within ten minutes the next start is in safe mode, and so are all further ones until a
/// person says to go on: a program that went wrong three times is not left to text customers unseen. An orderly end forgets the crashes
/// before it. Used by whoever holds the data folder, on the main thread.
class CrashGuard {
public:
    static constexpr int crashesUntilSafeMode = 3;
    static constexpr Millis crashSpan = std::chrono::minutes(10);

    /// `file` need not exist; its folder does. `clock` outlives it.
    CrashGuard(QString file, const Clock &clock);

    /// A run begins. True: in safe mode. What cannot be read or written is as if it were not there: no start fails because of this.
    bool begin();
    /// A person decided to go on: the crashes so far are forgotten.
    void leaveSafeMode();
    /// The run ends in an orderly way.
    void end();

private:
    struct Record {
        std::optional<UtcTime> running; ///< the run that began then has not ended yet
        QList<UtcTime> crashes;         ///< within crashSpan of the latest start
        bool safeMode = false;
    };

    Record read() const;
    void write() const;

    QString m_file;
    const Clock &m_clock;
    Record m_record;
};

} // namespace textback
