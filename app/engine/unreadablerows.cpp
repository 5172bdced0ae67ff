// SPDX-License-Identifier: MIT
#include "engine/unreadablerows.h"

#include "domain/error.h"

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

UnreadableRows::UnreadableRows(EngineReports &reports, QString list)
    : m_reports(reports)
    , m_list(std::move(list))
{
}

void UnreadableRows::seen(int count)
{
    if (count > m_told) {
        Changes changes;
        EngineEvent &event = changes.add(EngineEvent::Kind::Error);
        event.reason = toString(ErrorKind::BadResponse);
        event.detail = u"%1 rows of %2 could not be read and were left out; the others are fine"_s.arg(count).arg(m_list);
        m_reports.publish(changes);
    }
    m_told = count;
}

} // namespace textback
