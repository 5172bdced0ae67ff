// SPDX-License-Identifier: MIT
#include "domain/replay/replayhistory.h"

#include "domain/ports/replayreader.h"

#include <algorithm>

namespace textback {

namespace {

constexpr int pageSize = 1000;
constexpr Millis leadIn = std::chrono::hours(24 * 31);

/// Reads pages backwards until one holds nothing newer than `since`: rows come in about in the order of their times, so that one that came late
/// stands among newer ones.
template <typename Row, typename Read, typename IdOf, typename TimeOf>
Result<void> readBack(std::vector<Row> &rows, UtcTime since, Read read, IdOf idOf, TimeOf timeOf)
{
    decltype(idOf(std::declval<const Row &>())) before;
    while (true) {
        Result<std::vector<Row>> page = read(before, pageSize);
        if (!page)
            return tl::make_unexpected(page.error());
        bool newEnough = false;
        for (Row &row : *page) {
            before = idOf(row);
            if (timeOf(row) < since)
                continue;
            newEnough = true;
            rows.push_back(std::move(row));
        }
        if (!newEnough || static_cast<int>(page->size()) < pageSize)
            break;
    }
    std::reverse(rows.begin(), rows.end());
    std::stable_sort(rows.begin(), rows.end(), [&timeOf](const Row &a, const Row &b) { return timeOf(a) < timeOf(b); });
    return {};
}

} // namespace

std::vector<Line> ReplayBasis::numbers() const
{
    std::vector<Line> lines;
    for (const ReplayAccount &account : accounts) {
        for (const Line &line : account.numbers) {
            const auto same = [&line](const Line &other) { return other.number == line.number; };
            if (std::none_of(lines.begin(), lines.end(), same))
                lines.push_back(line);
        }
    }
    return lines;
}

Result<ReplayHistory> readReplayHistory(ReplayReader &reader, UtcTime now, Millis span)
{
    ReplayHistory history;
    history.from = now - span;
    history.until = now;
    const UtcTime since = history.from - leadIn;
    Result<ReplayBasis> basis = reader.basis();
    if (!basis)
        return tl::make_unexpected(basis.error());
    history.basis = *std::move(basis);
    const auto calls = readBack(
        history.calls, since, [&reader](CallId before, int limit) { return reader.calls(before, limit); },
        [](const ReplayCall &call) { return call.record.id; }, [](const ReplayCall &call) { return call.verdict.endedAt; });
    if (!calls)
        return tl::make_unexpected(calls.error());
    const auto texts = readBack(
        history.texts, since, [&reader](OutboxId before, int limit) { return reader.texts(before, limit); },
        [](const ReplayText &text) { return text.id; }, [](const ReplayText &text) { return text.queuedAt; });
    if (!texts)
        return tl::make_unexpected(texts.error());
    const auto messages = readBack(
        history.messages, since, [&reader](MessageId before, int limit) { return reader.messages(before, limit); },
        [](const ReplayMessage &message) { return message.id; }, [](const ReplayMessage &message) { return message.at; });
    if (!messages)
        return tl::make_unexpected(messages.error());
    return history;
}

} // namespace textback
