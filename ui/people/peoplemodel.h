// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "ui/lists/pagedlistmodel.h"

namespace textback {

/// The rows of the list of all people: by name, then those without one; or what a text finds. GUI thread.
class PeopleModel : public PagedRows<Person> {
    Q_OBJECT

public:
    static constexpr int searchLimit = 200;

    /// Everything outlives it.
    PeopleModel(PeopleReader &reader, const ViewContext &context, QObject *parent = nullptr);

    PeopleFilter filter() const { return m_filter; }
    void setFilter(PeopleFilter filter);
    const QString &searchText() const { return m_search; }
    /// Shows what the text finds instead; an empty text goes back to the filter.
    void setSearch(const QString &text);

    qint64 idOf(int row) const override { return rowAt(row).id.value; }

private:
    QString title(int row) const override;
    QString spoken(int row) const override;
    Result<std::vector<Person>> page(const Person *last) override;
    bool isPaged() const override { return m_search.isEmpty(); }
    bool isAbove(const Person &one, const Person &other) const override;
    bool readAgain(ConversationId id, bool more) override;
    bool belongs(const Person &person) const;

    PeopleReader &m_reader;
    PeopleFilter m_filter = PeopleFilter::All;
    QString m_search;
};

} // namespace textback
