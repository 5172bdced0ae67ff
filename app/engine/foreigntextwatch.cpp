// SPDX-License-Identifier: MIT
#include "engine/foreigntextwatch.h"

#include "engine/accountcontext.h"
#include "engine/alertdesk.h"

namespace textback {

namespace {

constexpr Millis watchedFor = std::chrono::minutes(15); // the call log is up to ten minutes late

} // namespace

Result<void> ForeignTextWatch::judge()
{
    auto &texts = m_context.foreignTexts;
    for (const ForeignText &text : texts) {
        if (const auto taken = AlertDesk(m_context).sentElsewhere(text); !taken)
            return taken;
    }
    if (m_context.role.role == DeviceRole::Viewer)
        texts.clear(); // the other PC is meant to send
    const UtcTime now = m_context.time.now();
    std::vector<ForeignText> open;
    for (const ForeignText &text : texts) {
        const auto automatic = m_context.store.looksAutomatic(text.conversation, text.at, text.body);
        if (!automatic)
            return tl::make_unexpected(automatic.error());
        if (!*automatic) {
            if (now - text.at <= watchedFor)
                open.push_back(text);
        } else if (m_context.role.takeoverUntil) {
            if (const auto told = m_otherSent(text.at); !told)
                return told;
        } else if (text.at >= m_context.role.since) {
            Notice notice;
            notice.kind = Notice::Kind::ForeignText;
            notice.from = text.at;
            notice.conversation = text.conversation;
            m_context.notices.raise(notice);
        }
    }
    texts = std::move(open);
    return {};
}

} // namespace textback
