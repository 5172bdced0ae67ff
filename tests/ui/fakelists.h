// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/personsortkey.h"
#include "domain/ports/callsreader.h"
#include "domain/ports/peoplereader.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace textback::test {

inline Error busyDatabase()
{
    return {ErrorKind::Storage, QStringLiteral("busy"), std::nullopt, 0, QString()};
}

/// The calls that a test puts in, as the database would answer.
class FakeCallsReader final : public CallsReader {
public:
    Result<std::vector<CallListRow>> calls(const CallsQuery &query, std::optional<CallKey> after, int limit) override
    {
        return take(query, limit, [&](const CallListRow &row) { return !after || row.key() < *after; });
    }
    Result<std::vector<CallListRow>> callsWith(ConversationId conversation, const CallsQuery &query, std::optional<CallKey> last,
                                               int limit) override
    {
        return take(query, limit,
                    [&](const CallListRow &row) { return row.conversation == conversation && (!last || row.key() >= *last); });
    }

    std::vector<CallListRow> rows;
    int failures = 0; ///< so many of the next reads fail
    int reads = 0;

private:
    static bool fits(const CallListRow &row, const CallsQuery &query)
    {
        if ((query.from && row.card.at < *query.from) || (query.until && row.card.at >= *query.until))
            return false;
        const bool outgoing = row.card.direction == CallDirection::Outbound;
        switch (query.filter) {
        case CallFilter::All:
            return true;
        case CallFilter::Missed:
            return row.card.missed;
        case CallFilter::Texted:
            return row.card.textedAfter.has_value();
        case CallFilter::NotTexted:
            return row.card.missed && !row.card.textedAfter;
        case CallFilter::Answered:
            return !outgoing && !row.card.missed && row.card.disposition == Disposition::Answered;
        case CallFilter::Outgoing:
            return outgoing;
        }
        return false;
    }

    template <typename Wanted>
    Result<std::vector<CallListRow>> take(const CallsQuery &query, int limit, Wanted wanted)
    {
        ++reads;
        if (failures > 0) {
            --failures;
            return tl::unexpected(busyDatabase());
        }
        std::vector<CallListRow> found;
        for (const CallListRow &row : rows) {
            if (fits(row, query) && wanted(row))
                found.push_back(row);
        }
        std::sort(found.begin(), found.end(), [](const CallListRow &a, const CallListRow &b) { return a.key() > b.key(); });
        if (int(found.size()) > limit)
            found.resize(size_t(limit));
        return found;
    }
};

/// The people that a test puts in, as the database would answer.
class FakePeopleReader final : public PeopleReader {
public:
    Result<std::vector<Person>> people(PeopleFilter filter, std::optional<PersonKey> after, int limit) override
    {
        return take(limit, [&](const Person &person) {
            const bool named = !person.name.isEmpty();
            const bool wanted = filter == PeopleFilter::All || named == (filter == PeopleFilter::Named);
            return wanted && (!after || std::tie(person.sortKey, person.id) > std::tie(after->sortKey, after->id));
        });
    }
    Result<std::optional<Person>> person(ConversationId id) override
    {
        if (fails())
            return tl::unexpected(busyDatabase());
        const auto found = std::find_if(rows.begin(), rows.end(), [id](const Person &each) { return each.id == id; });
        return found == rows.end() ? std::optional<Person>() : std::optional(*found);
    }
    Result<std::vector<Person>> find(const QString &text, int limit) override
    {
        return take(limit,
                    [&](const Person &person) { return person.name.contains(text, Qt::CaseInsensitive) || person.address.contains(text); });
    }
    Result<QHash<QString, QString>> names(const std::vector<PhoneNumber> &numbers) override
    {
        if (fails())
            return tl::unexpected(busyDatabase());
        QHash<QString, QString> names;
        for (const Person &each : rows) {
            if (!each.name.isEmpty() && std::find(numbers.begin(), numbers.end(), each.number) != numbers.end())
                names.insert(each.address, each.name);
        }
        return names;
    }

    void put(int id, const QString &name, const QString &e164, UtcTime lastActivity = {}, bool optedOut = false)
    {
        Person person{ConversationId{id}, e164, *PhoneNumber::fromStored(e164), name, lastActivity, optedOut, personSortKey(name, e164)};
        const auto same = std::find_if(rows.begin(), rows.end(), [id](const Person &each) { return each.id.value == id; });
        if (same == rows.end())
            rows.push_back(person);
        else
            *same = person;
    }

    std::vector<Person> rows;
    int failures = 0; ///< so many of the next reads fail

private:
    bool fails() { return failures > 0 && failures-- > 0; }

    template <typename Wanted>
    Result<std::vector<Person>> take(int limit, Wanted wanted)
    {
        if (fails())
            return tl::unexpected(busyDatabase());
        std::vector<Person> found;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), wanted);
        std::sort(found.begin(), found.end(),
                  [](const Person &a, const Person &b) { return std::tie(a.sortKey, a.id) < std::tie(b.sortKey, b.id); });
        if (int(found.size()) > limit)
            found.resize(size_t(limit));
        return found;
    }
};

} // namespace textback::test
