// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/searchreader.h"
#include "domain/search/searchmatcher.h"
#include "ui/fakereader.h"

namespace textback::test {

/// A search over hits that a test puts in, in their order. Can be told to fail as a locked database does.
class FakeSearchReader final : public SearchReader {
public:
    Result<std::vector<SearchHit>> search(const QString &text, int limit) override
    {
        asked.append(text);
        const SearchMatcher matcher(text, QStringLiteral("US"));
        return take(limit, [&](const SearchHit &hit) {
            return hit.group != SearchGroup::Person ? matcher.matchesAll(hit.excerpt)
                                                    : matcher.matchesAll(hit.name) || !matcher.numberMarks(hit.address).empty();
        });
    }
    Result<std::vector<SearchHit>> recent(int limit) override
    {
        return take(limit, [](const SearchHit &hit) { return hit.group == SearchGroup::Person; });
    }

    Result<ThreadHits> inThread(ConversationId conversation, const QString &text) override
    {
        asked.append(text);
        const SearchMatcher matcher(text, QStringLiteral("US"));
        const auto found = take(1000, [&](const SearchHit &hit) {
            return hit.conversation == conversation && !hit.entryKey.isEmpty() && matcher.matchesAll(hit.excerpt);
        });
        if (!found)
            return tl::unexpected(found.error());
        ThreadHits there;
        for (const SearchHit &hit : *found)
            there.places.push_back({hit.at, hit.entryKey});
        return there;
    }

    void add(SearchGroup group, int conversation, const QString &name, const QString &e164, double minutesBefore,
             const QString &excerpt = {}, const QString &entryKey = {}, bool ours = false)
    {
        SearchHit hit;
        hit.group = group;
        hit.conversation = ConversationId{conversation};
        hit.name = name;
        hit.address = e164;
        hit.number = PhoneNumber::fromStored(e164).value_or(PhoneNumber());
        hit.at = minutesAgo(minutesBefore);
        hit.excerpt = excerpt;
        hit.entryKey = entryKey;
        hit.ours = ours;
        hits.push_back(hit);
    }

    std::vector<SearchHit> hits;
    QStringList asked;
    int failures = 0; ///< so many of the next questions fail

private:
    template <typename Matches>
    Result<std::vector<SearchHit>> take(int limit, Matches matches)
    {
        if (failures > 0) {
            --failures;
            return tl::unexpected(Error{ErrorKind::Storage, QStringLiteral("busy"), std::nullopt, 0, QString()});
        }
        std::vector<SearchHit> taken;
        for (const SearchGroup group : {SearchGroup::Person, SearchGroup::Message, SearchGroup::Note}) {
            int left = limit;
            for (const SearchHit &hit : hits) {
                if (hit.group == group && left > 0 && matches(hit)) {
                    taken.push_back(hit);
                    --left;
                }
            }
        }
        return taken;
    }
};

/// Some of what fillSample() puts into the window, with notes.
inline void fillSampleSearch(FakeSearchReader &search)
{
    using namespace Qt::StringLiterals;
    search.add(SearchGroup::Person, 1, u"Maria Garcia"_s, u"+13135550131"_s, 2);
    search.add(SearchGroup::Person, 2, {}, u"+13135550177"_s, 24);
    search.add(SearchGroup::Person, 3, u"Dmitri Kovalenko"_s, u"+13135550142"_s, 96);
    search.add(SearchGroup::Person, 4, u"Sofía López"_s, u"+13135550150"_s, 191);
    search.add(SearchGroup::Person, 5, u"Jordan Tran"_s, u"+13135550163"_s, 22 * 60);
    search.add(SearchGroup::Message, 1, u"Maria Garcia"_s, u"+13135550131"_s, 2, u"Yes please, tomorrow at 10 works for me"_s, u"m5"_s);
    search.add(SearchGroup::Message, 1, u"Maria Garcia"_s, u"+13135550131"_s, 13, u"We can be there tomorrow at 10. Does that work?"_s,
               u"m4"_s, true);
    search.add(SearchGroup::Message, 1, u"Maria Garcia"_s, u"+13135550131"_s, 15,
               u"Hi! My AC stopped cooling last night.\nCan someone come this week?"_s, u"m2"_s);
    search.add(SearchGroup::Note, 4, u"Sofía López"_s, u"+13135550150"_s, 3 * 24 * 60,
               u"Gate code 4411. Unit on the roof. Prefers mornings, tomorrow is fine."_s);
}

} // namespace textback::test
