// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QSet>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace textback::test {

// The invariants of faults.md 4, and where each is checked.
//   Here, over every schedule:  I1 complete, exactly one   I2 no invention   I3 cool-down   I4 STOP (at each POST)   I5 truthful   I6 deadline
//                               I7 rank   I8 write-ahead and I9 one request per attempt (at each POST, as far as the port shows it)
//                               I10 only who called in vain   I11 role (at each POST)   I12 ingest is idempotent (every fourth schedule
//                               reads everything again after a restart)   I15 live (the bound for every row; the seconds in calm schedules)
//   Elsewhere:                  I9 on the wire (tests/providers: the server counts)   I10 each rule (tests/domain: textbackpolicy)
//                               I12 order of rows (tst_engineproperty: any order of one answer decides alike)
//                               I13 secrets and I14 rendering (neither the engine nor a schedule has any)

/// What does not hold, and what shows it.
struct Violation {
    QString invariant; ///< "I3"
    QString detail;

    /// With the rows of the table of faults whose promise is broken.
    QString toText() const;
};

/// A call as the provider knows it.
struct CallTruth {
    QString id;
    QString from;
    UtcTime ended{};
    UtcTime visible{};
    bool mayBeTexted = false; ///< nobody answered, or nobody had when it first showed
    bool isNews = true;       ///< not from before the set-up
};

/// A text that the provider took from us.
struct TextTruth {
    QString id;
    QString to;
    QString body;
    UtcTime at{};
};

struct CallRow {
    QString providerId;
    bool decided = false;
    QString verdict; ///< empty: no decision
    QString reason;
    QString rule;
};

struct OutboxRow {
    qint64 id = 0;
    QString providerCallId; ///< empty: of no call
    QString purpose;
    QString to;
    QString body;
    QString state;
    QString why;
    QString detail;
    QString providerMessageId;
    std::optional<UtcTime> inflight;
    std::optional<UtcTime> deadline;
    bool resent = false;
};

struct AttemptRow {
    qint64 outbox = 0;
    int attempt = 0;
    QString event;
};

struct StatusStep {
    qint64 message = 0;
    QString before;
    QString after;
};

/// What one device wrote down.
struct Ledger {
    std::vector<CallRow> calls;
    std::vector<OutboxRow> outbox;
    std::vector<AttemptRow> attempts;
    std::vector<StatusStep> steps;
    /// Restored from a copy that did not know every text: what it read of them since stands for what it had written down.
    bool isRestored = false;
    QSet<QString> knownTexts; ///< provider ids of stored messages
};

/// What holds in the end, when everything works again and has come to rest.
struct Truth {
    std::vector<CallTruth> calls;
    std::vector<TextTruth> texts;
    Millis coolDown{0};
    Millis maxAge{0};
    /// Nothing went wrong: the longest time from a call's showing to its text's acceptance.
    std::optional<Millis> promptly;
};

std::vector<Violation> checkInvariants(const Truth &truth, const std::vector<Ledger> &ledgers);

} // namespace textback::test
