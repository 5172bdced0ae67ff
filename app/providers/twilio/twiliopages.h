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
#include <utility>
#include <vector>

namespace textback {

/// Reads one of Twilio's lists to its end, however long, page by page, one request at a time.
///
/// Rows may be inserted and change while it reads, so: links are followed as they are (page numbers would shift), rows are kept once by
/// their id (the reading that came last wins), and when there was more than one page the list is read again at the end from its first one to
/// where it is known. The order of the rows is nowhere promised; so with `since` it stops early only when all rows so far came newest first and
/// the last ten of a page are well before the window. Half a list is an Error. A list whose pages bring nothing new goes in circles.
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

    /// A reading that broke off after so many pages that the next one goes on where it stopped instead of beginning anew: a long list would
    /// never end at a provider that fails or refuses now and then. Kept by who reads the same list again and again.
    struct Rest {
        std::shared_ptr<TwilioPages> pages;
    };
    static constexpr int worthKeeping = 20;

    /// So many pages in a row without a new row are a loop; one may be, when many rows were inserted before it meanwhile.
    static constexpr int mostKnownPages = 4;
    /// More than a line can send and get in months: whoever tells more makes them up.
    static constexpr size_t mostRows = 2'500'000;

    /// By how much rows may be out of order in a list that still counts as sorted.
    static constexpr Millis disorder = std::chrono::minutes(10);

    /// Starts reading. `api` and `rest` must outlive the reading (the client behind it drops what is pending when it goes). With `rest` it goes
    /// on with what broke off there, if that covers the window.
    static void read(TwilioAccess &api, const QUrl &firstPage, Parse parse, std::optional<UtcTime> since, Done done, Rest *rest = nullptr)
    {
        auto pages = rest ? std::exchange(rest->pages, nullptr) : nullptr;
        if (!pages || !since || *pages->m_since > *since)
            pages = std::shared_ptr<TwilioPages>(new TwilioPages(api, firstPage, parse, since, rest));
        pages->m_done = std::move(done);
        pages->fetch(pages->m_nextPage);
    }

private:
    TwilioPages(TwilioAccess &api, const QUrl &firstPage, Parse parse, std::optional<UtcTime> since, Rest *rest)
        : m_api(api)
        , m_firstPage(firstPage)
        , m_nextPage(firstPage)
        , m_parse(parse)
        , m_since(since)
        , m_rest(rest)
    {
    }

    void fetch(const QUrl &url)
    {
        m_nextPage = url;
        m_api.get(url, [self = this->shared_from_this(), url](Result<TwilioAccess::Answer> answer) { self->take(url, std::move(answer)); });
    }

    void take(const QUrl &url, Result<TwilioAccess::Answer> answer)
    {
        if (!answer)
            return breakOff(answer.error());
        Result<Page> page = m_parse(answer->body);
        if (!page)
            return m_done(tl::unexpected(page.error()));
        ++m_pagesRead;
        if (answer->date)
            m_result.providerTime = answer->date;
        const bool isPastWindow = continuesNewestFirst(page->rows) && endsBeforeWindow(page->rows);
        if (!m_rereading) // what the first page leaves out was counted when it was read first
            countQuarantined(page->quarantined);
        const size_t before = m_result.rows.size();
        bool meetsKnown = page->rows.empty();
        for (Row &row : page->rows)
            meetsKnown = !keep(std::move(row)) || meetsKnown;
        if (page->nextPageUri.isEmpty() || isPastWindow || (m_rereading && meetsKnown))
            return m_pagesRead > 1 && !m_rereading ? reread() : finish();
        m_knownPages = m_result.rows.size() > before ? 0 : m_knownPages + 1;
        if (m_knownPages == mostKnownPages || m_result.rows.size() > mostRows) {
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

    /// A link that the provider does not know any more is no place to go on from.
    void breakOff(const Error &error)
    {
        const bool passes = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::RateLimited ||
                            error.kind == ErrorKind::Server;
        if (m_rest && m_since && passes && m_pagesRead >= worthKeeping)
            m_rest->pages = this->shared_from_this();
        std::exchange(m_done, nullptr)(tl::unexpected(error));
    }

    void finish() { m_done(std::move(m_result)); }

    /// False if its id was known.
    bool keep(Row row)
    {
        const auto known = m_indexById.constFind(row.id());
        if (known != m_indexById.constEnd()) {
            m_result.rows[*known] = std::move(row);
            return false;
        }
        m_indexById.insert(row.id(), m_result.rows.size());
        m_result.rows.push_back(std::move(row));
        return true;
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
    QUrl m_nextPage; // that is being read, or will be when the reading goes on
    Parse m_parse;
    std::optional<UtcTime> m_since;
    Rest *m_rest;
    Done m_done;
    Rows m_result;
    QHash<QString, size_t> m_indexById;
    std::optional<UtcTime> m_oldestSoFar;
    bool m_isNewestFirst = true;
    bool m_rereading = false;
    int m_pagesRead = 0;
    int m_knownPages = 0; // in a row
};

} // namespace textback
