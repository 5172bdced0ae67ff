// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/httpmessage.h"
#include "simulator/rowlist.h"
#include "simulator/twilioerror.h"

#include <tl/expected.hpp>

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

namespace textback {

/// A date filter of a list: a day ("2026-11-23", UTC) or a moment ("2026-11-23T15:00:00Z", also with an offset). Twilio's three forms are
/// Name=, Name<= ("Name<" is the parameter's name) and Name>=, both ends included. Rows without a time never fit.
class TimeFilter {
public:
    /// Reads all three forms; fails with 20001 for what is no date.
    static tl::expected<TimeFilter, TwilioError> read(const HttpPairs &query, const QString &name);
    bool accepts(const std::optional<UtcTime> &time) const;

private:
    std::optional<UtcTime> m_from;  ///< included
    std::optional<UtcTime> m_until; ///< excluded
};

/// Where a page begins and how long it is.
struct PageRequest {
    int size = 50;
    int page = 0;
    QString token; ///< "PA" + sid: rows older than that one; "PB" + sid: the page of rows newer than it; empty: by page number

    static tl::expected<PageRequest, TwilioError> read(const HttpPairs &query);
};

/// Cuts one page out of rows, newest first. `accepts` and `toJson` get a sequence number.
struct PageSource {
    quint64 begin = 0; ///< oldest sequence
    quint64 end = 0;   ///< one past the newest
    std::function<bool(quint64)> accepts;
    std::function<QJsonObject(quint64)> toJson;
    std::function<QString(quint64)> sid;
    std::function<std::optional<quint64>(const QString &)> sequenceOf;
};

/// The whole answer of a list: rows under `key` and Twilio's paging fields, with relative links that keep the filters of `request`.
/// Page tokens stand on a row and not on a number, so that rows which come in between shift nothing.
tl::expected<QJsonObject, TwilioError> makePage(const HttpRequest &request, const QString &key, const PageSource &source);

/// The same for a short, finished list without tokens.
QJsonObject makeSinglePage(const HttpRequest &request, const QString &key, const QJsonArray &rows);

} // namespace textback
