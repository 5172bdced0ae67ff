// SPDX-License-Identifier: MIT
#include "engine/notice.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

bool Notice::isDismissible() const
{
    return kind == Kind::Restored || kind == Kind::ForeignText || kind == Kind::Away || kind == Kind::Trap || kind == Kind::Allowance;
}

QString toString(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::SafeMode:
        return u"safe-mode"_s;
    case Notice::Kind::Importing:
        return u"importing"_s;
    case Notice::Kind::Paused:
        return u"paused"_s;
    case Notice::Kind::Viewer:
        return u"viewer"_s;
    case Notice::Kind::TakingOver:
        return u"taking-over"_s;
    case Notice::Kind::Clock:
        return u"clock"_s;
    case Notice::Kind::Restored:
        return u"restored"_s;
    case Notice::Kind::ForeignText:
        return u"foreign-text"_s;
    case Notice::Kind::Away:
        return u"away"_s;
    case Notice::Kind::Filtered:
        return u"filtered"_s;
    case Notice::Kind::Trap:
        return u"trap"_s;
    case Notice::Kind::Allowance:
        return u"allowance"_s;
    case Notice::Kind::NoBackup:
        return u"no-backup"_s;
    }
    return {};
}

void NoticeBoard::raise(const Notice &notice)
{
    const auto place = std::find_if(m_notices.begin(), m_notices.end(), [&](const Notice &each) { return each.kind >= notice.kind; });
    if (place != m_notices.end() && place->kind == notice.kind) {
        if (*place == notice)
            return;
        *place = notice;
    } else {
        m_notices.insert(place, notice);
    }
    m_changed(notice);
}

void NoticeBoard::clear(Notice::Kind kind)
{
    if (m_notices.removeIf([kind](const Notice &each) { return each.kind == kind; }) > 0)
        m_changed(std::nullopt);
}

std::optional<Notice> NoticeBoard::find(Notice::Kind kind) const
{
    const auto found = std::find_if(m_notices.begin(), m_notices.end(), [kind](const Notice &each) { return each.kind == kind; });
    return found == m_notices.end() ? std::nullopt : std::optional<Notice>(*found);
}

} // namespace textback
