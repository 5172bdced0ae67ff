// SPDX-License-Identifier: MIT
#include "simulator/twiliolist.h"

#include <QDateTime>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis day = 24h;
constexpr int largestPage = 1000;

struct TimeSpan {
    UtcTime from;
    UtcTime until; // excluded
};

/// A day is its 24 hours, a moment its second.
std::optional<TimeSpan> readTime(const QString &text)
{
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            return std::nullopt;
        const UtcTime from = fromUnixMillis(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
        return TimeSpan{from, from + day};
    }
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    const UtcTime from = fromUnixMillis(moment.toSecsSinceEpoch() * 1000);
    return TimeSpan{from, from + Millis(1s)};
}

std::optional<int> readNumber(const HttpPairs &query, QStringView name, int usual)
{
    const std::optional<QString> text = valueOf(query, name);
    if (!text)
        return usual;
    bool ok = false;
    const int number = text->toInt(&ok);
    return ok && number >= 0 ? std::optional<int>(number) : std::nullopt;
}

/// The link to another page of the same list: the request's own filters, then size, page and token.
QString pageUri(const HttpRequest &request, int size, int page, const QString &token)
{
    HttpPairs query;
    for (const auto &pair : request.query) {
        if (pair.first != "PageSize"_L1 && pair.first != "Page"_L1 && pair.first != "PageToken"_L1)
            query.append(pair);
    }
    query.append({u"PageSize"_s, QString::number(size)});
    query.append({u"Page"_s, QString::number(page)});
    if (!token.isEmpty())
        query.append({u"PageToken"_s, token});
    return request.path + u'?' + QString::fromLatin1(formatForm(query));
}

QJsonObject envelope(const HttpRequest &request, const QString &key, const QJsonArray &rows, const PageRequest &page)
{
    const int start = page.page * page.size;
    return {
        {key, rows},
        {u"page"_s, page.page},
        {u"page_size"_s, page.size},
        {u"start"_s, start},
        {u"end"_s, std::max(start, start + static_cast<int>(rows.size()) - 1)},
        {u"uri"_s, pageUri(request, page.size, page.page, page.token)},
        {u"first_page_uri"_s, pageUri(request, page.size, 0, {})},
        {u"next_page_uri"_s, QJsonValue::Null},
        {u"previous_page_uri"_s, QJsonValue::Null},
    };
}

/// Sequences of the page's rows, newest first, and whether there are more on either side.
struct Cut {
    std::vector<quint64> rows;
    bool more = false;
};

/// Walks from `from` (excluded) to older rows.
Cut cutOlder(const PageSource &source, quint64 from, int skip, int size)
{
    Cut cut;
    for (quint64 sequence = std::min(from, source.end); sequence > source.begin;) {
        --sequence;
        if (!source.accepts(sequence))
            continue;
        if (skip > 0) {
            --skip;
            continue;
        }
        if (static_cast<int>(cut.rows.size()) == size) {
            cut.more = true;
            break;
        }
        cut.rows.push_back(sequence);
    }
    return cut;
}

/// Walks from `from` (excluded) to newer rows; the page is the one that ends just before it.
Cut cutNewer(const PageSource &source, quint64 from, int size)
{
    Cut cut;
    for (quint64 sequence = std::max(from + 1, source.begin); sequence < source.end; ++sequence) {
        if (!source.accepts(sequence))
            continue;
        cut.rows.push_back(sequence);
        if (static_cast<int>(cut.rows.size()) == size)
            break;
    }
    std::reverse(cut.rows.begin(), cut.rows.end());
    cut.more = true; // the row of the token itself is older
    return cut;
}

} // namespace

tl::expected<TimeFilter, TwilioError> TimeFilter::read(const HttpPairs &query, const QString &name)
{
    TimeFilter filter;
    for (const auto &[key, value] : query) {
        if (!key.startsWith(name))
            continue;
        const QStringView suffix = QStringView(key).sliced(name.size());
        if (!suffix.isEmpty() && suffix != u"<" && suffix != u">")
            continue;
        const std::optional<TimeSpan> span = readTime(value);
        if (!span)
            return tl::make_unexpected(TwilioError{400, 20001, u"Unable to parse %1"_s.arg(name)});
        if (suffix != u"<")
            filter.m_from = std::max(filter.m_from.value_or(span->from), span->from);
        if (suffix != u">")
            filter.m_until = std::min(filter.m_until.value_or(span->until), span->until);
    }
    return filter;
}

bool TimeFilter::accepts(const std::optional<UtcTime> &time) const
{
    if (!m_from && !m_until)
        return true;
    // Rows show whole seconds, so that is what is compared.
    return time && (!m_from || std::chrono::floor<std::chrono::seconds>(*time) >= *m_from) && (!m_until || *time < *m_until);
}

tl::expected<PageRequest, TwilioError> PageRequest::read(const HttpPairs &query)
{
    const std::optional<int> size = readNumber(query, u"PageSize", 50);
    const std::optional<int> page = readNumber(query, u"Page", 0);
    if (!size || *size < 1 || !page || *page > 1000000)
        return tl::make_unexpected(TwilioError{400, 20006, u"Page size or page number is invalid"_s});
    return PageRequest{std::min(*size, largestPage), *page, valueOf(query, u"PageToken").value_or(QString())};
}

tl::expected<QJsonObject, TwilioError> makePage(const HttpRequest &request, const QString &key, const PageSource &source)
{
    const tl::expected<PageRequest, TwilioError> page = PageRequest::read(request.query);
    if (!page)
        return tl::make_unexpected(page.error());

    Cut cut;
    const bool previous = page->page > 0;
    if (page->token.isEmpty()) {
        cut = cutOlder(source, source.end, page->page * page->size, page->size);
    } else {
        const std::optional<quint64> sequence = source.sequenceOf(page->token.sliced(std::min<qsizetype>(2, page->token.size())));
        if (!sequence || (!page->token.startsWith("PA"_L1) && !page->token.startsWith("PB"_L1)))
            return tl::make_unexpected(TwilioError{400, 20006, u"Page token is invalid"_s});
        cut = page->token.startsWith("PA"_L1) ? cutOlder(source, *sequence, 0, page->size) : cutNewer(source, *sequence, page->size);
    }

    QJsonArray rows;
    for (const quint64 sequence : cut.rows)
        rows.append(source.toJson(sequence));
    QJsonObject answer = envelope(request, key, rows, *page);
    if (cut.more && !cut.rows.empty())
        answer.insert("next_page_uri"_L1, pageUri(request, page->size, page->page + 1, "PA"_L1 + source.sid(cut.rows.back())));
    if (previous && !cut.rows.empty())
        answer.insert("previous_page_uri"_L1, pageUri(request, page->size, page->page - 1, "PB"_L1 + source.sid(cut.rows.front())));
    return answer;
}

QJsonObject makeSinglePage(const HttpRequest &request, const QString &key, const QJsonArray &rows)
{
    PageRequest page = PageRequest::read(request.query).value_or(PageRequest());
    QJsonArray part;
    for (qsizetype i = qsizetype(page.page) * page.size; i < rows.size() && part.size() < page.size; ++i)
        part.append(rows.at(i));
    QJsonObject answer = envelope(request, key, part, page);
    if (qsizetype(page.page + 1) * page.size < rows.size())
        answer.insert("next_page_uri"_L1, pageUri(request, page.size, page.page + 1, {}));
    return answer;
}

} // namespace textback
