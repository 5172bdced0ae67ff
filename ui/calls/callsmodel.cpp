// SPDX-License-Identifier: MIT
#include "ui/calls/callsmodel.h"

#include "ui/calls/callrowwords.h"
#include "ui/format/viewcontext.h"

#include <algorithm>

namespace textback {

namespace {

constexpr int mostOfConversation = 500;

} // namespace

CallsModel::CallsModel(CallsReader &reader, const ViewContext &context, QObject *parent)
    : PagedRows<CallListRow>(context, parent)
    , m_reader(reader)
{
}

QString CallsModel::title(int row) const
{
    return CallRowWords::who(rowAt(row), context().region);
}

QString CallsModel::spoken(int row) const
{
    return CallRowWords::spoken(rowAt(row), context());
}

Result<std::vector<CallListRow>> CallsModel::page(const CallListRow *last)
{
    return m_reader.calls(m_query, last ? std::optional(last->key()) : std::nullopt, pageSize);
}

bool CallsModel::readAgain(ConversationId conversation, bool more)
{
    const auto last = more && lastRow() ? std::optional(lastRow()->key()) : std::nullopt;
    const auto calls = m_reader.callsWith(conversation, m_query, last, mostOfConversation);
    if (!calls)
        return false;
    for (int row = rowCount() - 1; row >= 0; --row) {
        const CallListRow &shown = rowAt(row);
        const auto still = [&shown](const CallListRow &read) { return read.key() == shown.key(); };
        // Beyond what is read at a time nothing is known of them: they stay.
        const bool known = int(calls->size()) < mostOfConversation || shown.key() >= calls->back().key();
        if (shown.conversation == conversation && known && std::none_of(calls->begin(), calls->end(), still))
            removeRowAt(row);
    }
    for (const CallListRow &call : *calls)
        take(call);
    return true;
}

} // namespace textback
