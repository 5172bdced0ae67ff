// SPDX-License-Identifier: MIT
#pragma once

#include "engine/changes.h"

#include <QString>

namespace textback {

/// Tells as an error event that rows of one of the provider's lists could not be read and were left out: once, not at every poll that sees the
/// same rows again. Which ones and why stands in the log.
class UnreadableRows {
public:
    /// `list` in English, for the event's detail. `reports` outlives it.
    UnreadableRows(EngineReports &reports, QString list);

    /// So many were left out of the latest answer.
    void seen(int count);

private:
    EngineReports &m_reports;
    QString m_list;
    int m_told = 0;
};

} // namespace textback
