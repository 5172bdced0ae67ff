// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "providers/http/connectionlog.h"
#include "providers/twilio/twilioaccess.h"
#include "providers/twilio/twiliojson.h"

#include <QHash>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace textback {

/// Reads one of Twilio's lists to its end, page by page, one request at a time.
///
/// Rows may be inserted and change while it reads, so: links are followed as they are (page numbers would shift), rows are kept once by
/// their id (the reading that came last wins), and the first page is read again at the end when there was more than one. The order of the rows
/// is nowhere promised; so with `since` it stops early only when all rows so far came newest first and the last ten of a page are well before
/// the window. Half a list is an Error.
template <typename Row>
class TwilioPages : public std::enable_shared_from_this<TwilioPages<Row>> {
public:
    using Page = TwilioPage<Row>;
    using Parse = Result<Page> (*)(const QByteArray &);

    struct Rows {
        std::vector<Row> rows; ///< each id once
        std::optional<UtcTime> providerTime;
        int quarantined = 0;
    };
    using Done = std::function<void(Result<Rows>)>;

    /// Twilio's largest usual day at 50 rows a page, many times over; a list beyond it is a loop.
    static constexpr int mostPages = 400;

    /// By how much rows may be out of order in a list that still counts as sorted.
    static constexpr Millis disorder = std::chrono::minutes(10);

    /// Starts reading. `api` must outlive the reading (the client behind it drops what is pending when it goes).
    static void read(TwilioAccess &api, const QUrl &firstPage, Parse parse, std::optional<UtcTime> since, Done done)
    {
        auto pages = std::shared_ptr<TwilioPages>(new TwilioPages(api, firstPage, parse, since, std::move(done)));
        pages->fetch(firstPage);
    }

private:
    TwilioPages(TwilioAccess &api, QUrl firstPage, Parse parse, std::optional<UtcTime> since, Done done)
        : m_api(api)
        , m_firstPage(std::move(firstPage))
        , m_parse(parse)
        , m_since(since)
        , m_done(std::move(done))
    {
    }

    void fetch(const QUrl &url)
    {
        m_api.get(url, [self = this->shared_from_this(), url](Result<TwilioAccess::Answer> answer) { self->take(url, std::move(answer)); });
    }

    void take(const QUrl &url, Result<TwilioAccess::Answer> answer)
    {
        if (!answer)
            return m_done(tl::unexpected(answer.error()));
        Result<Page> page = m_parse(answer->body);
        if (!page)
            return m_done(tl::unexpected(page.error()));
        ++m_pagesRead;
        if (answer->date)
            m_result.providerTime = answer->date;
        const bool isPastWindow = continuesNewestFirst(page->rows) && endsBeforeWindow(page->rows);
        if (!m_rereading) // what the first page leaves out was counted when it was read first
            countQuarantined(page->quarantined);
        for (Row &row : page->rows)
            keep(std::move(row));
        if (m_rereading)
            return finish();
        if (page->nextPageUri.isEmpty() || isPastWindow)
            return m_pagesRead > 1 ? reread() : finish();
        if (m_pagesRead >= mostPages) {
            Error error;
            error.kind = ErrorKind::BadResponse;
            error.detail = QStringLiteral("Twilio's list did not end after %1 pages").arg(m_pagesRead);
            return m_done(tl::unexpected(error));
        }
        const Result<QUrl> next = m_api.nextPageUrl(url, page->nextPageUri);
        if (!next)
            return m_done(tl::unexpected(next.error()));
        fetch(*next);
    }

    void reread()
    {
        m_rereading = true;
        fetch(m_firstPage);
    }

    void finish() { m_done(std::move(m_result)); }

    void keep(Row row)
    {
        const auto known = m_indexById.constFind(row.id());
        if (known != m_indexById.constEnd()) {
            m_result.rows[*known] = std::move(row);
            return;
        }
        m_indexById.insert(row.id(), m_result.rows.size());
        m_result.rows.push_back(std::move(row));
    }

    void countQuarantined(const QStringList &problems)
    {
        m_result.quarantined += static_cast<int>(problems.size());
        for (const QString &problem : problems)
            qCWarning(httpLog).noquote() << "Twilio: a record was left out:" << problem;
    }

    /// Whether every row has a time and none is newer than a row before it, on this page and all pages so far. Rows of the same minutes may
    /// change places: a list may be sorted by another of its times than the one we go by.
    bool continuesNewestFirst(const std::vector<Row> &rows)
    {
        for (const Row &row : rows) {
            const auto time = row.sortTime();
            if (!time || (m_oldestSoFar && *time > *m_oldestSoFar + disorder))
                m_isNewestFirst = false;
            else
                m_oldestSoFar = m_oldestSoFar ? std::min(*time, *m_oldestSoFar) : *time;
        }
        return m_isNewestFirst;
    }

    /// Whether the page's end is so old that, in a sorted list, nothing of the window can follow. Several rows have to say so.
    bool endsBeforeWindow(const std::vector<Row> &rows) const
    {
        constexpr qsizetype witnesses = 10;
        if (!m_since || static_cast<qsizetype>(rows.size()) < witnesses)
            return false;
        return std::all_of(rows.end() - witnesses, rows.end(), [this](const Row &row) {
            const auto time = row.sortTime();
            return time && *time < *m_since - disorder;
        });
    }

    TwilioAccess &m_api;
    QUrl m_firstPage;
    Parse m_parse;
    std::optional<UtcTime> m_since;
    Done m_done;
    Rows m_result;
    QHash<QString, size_t> m_indexById;
    std::optional<UtcTime> m_oldestSoFar;
    bool m_isNewestFirst = true;
    bool m_rereading = false;
    int m_pagesRead = 0;
};

} // namespace textback
