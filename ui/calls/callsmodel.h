// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/callsreader.h"
#include "ui/lists/pagedlistmodel.h"

namespace textback {

/// The rows of the list of all calls, newest first. GUI thread.
class CallsModel : public PagedRows<CallListRow> {
    Q_OBJECT

public:
    /// Everything outlives it.
    CallsModel(CallsReader &reader, const ViewContext &context, QObject *parent = nullptr);

    const CallsQuery &query() const { return m_query; }
    /// Which calls the next reload() reads.
    void setQuery(const CallsQuery &query) { m_query = query; }

    qint64 idOf(int row) const override { return rowAt(row).card.id.value; }

private:
    QString title(int row) const override;
    QString spoken(int row) const override;
    Result<std::vector<CallListRow>> page(const CallListRow *last) override;
    bool isAbove(const CallListRow &one, const CallListRow &other) const override { return one.key() > other.key(); }
    bool readAgain(ConversationId conversation, bool more) override;

    CallsReader &m_reader;
    CallsQuery m_query;
};

} // namespace textback
