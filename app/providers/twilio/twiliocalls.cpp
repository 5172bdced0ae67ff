// SPDX-License-Identifier: MIT
#include "providers/twilio/twiliocalls.h"

#include "providers/twilio/twilioaccess.h"
#include "providers/twilio/twiliojson.h"
#include "providers/twilio/twiliopages.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr qsizetype mostOpenCallsAtOnce = 50;
const auto pageSize = u"50"_s;

QString utcDate(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(time), QTimeZone::utc()).date().toString(Qt::ISODate);
}

bool isGone(const Error &error)
{
    return error.httpStatus == 404;
}

} // namespace

struct TwilioCalls::BrokenOff {
    TwilioPages<TwilioCall>::Rest list;
};

struct TwilioCalls::Fetch {
    Completion<CallLogAnswer> done;
    CallLogAnswer answer;
    QStringList openIds; // still to be read by id
};

TwilioCalls::TwilioCalls(TwilioAccess &api)
    : m_api(api)
    , m_brokenOff(std::make_unique<BrokenOff>())
{
}

TwilioCalls::~TwilioCalls() = default;

void TwilioCalls::fetchCalls(const CallLogQuery &query, Completion<CallLogAnswer> done)
{
    auto fetch = std::make_shared<Fetch>();
    fetch->done = std::move(done);
    // The '>' belongs to the parameter's name: on that day or later.
    const QUrl url = m_api.accountUrl(u"Calls"_s, {{u"StartTime>"_s, utcDate(query.since)}, {u"PageSize"_s, pageSize}});
    auto take = [this, fetch, query](auto rows) {
        if (!rows)
            return fetch->done(tl::unexpected(rows.error()));
        fetch->answer.providerTime = rows->providerTime;
        fetch->answer.quarantined = rows->quarantined;
        QSet<QString> rootsInWindow; // their legs began after them and so are in the window, too
        for (TwilioCall &row : rows->rows) {
            const auto newest = row.newestTime();
            if (newest && *newest < query.since)
                continue;
            if (row.sortTime() && *row.sortTime() >= query.since)
                rootsInWindow.insert(row.id());
            fetch->answer.legs.push_back(std::move(row.leg));
        }
        QStringList openIds;
        for (const QString &id : query.openCallIds) {
            if (!rootsInWindow.contains(id) && !openIds.contains(id))
                openIds.append(id);
        }
        for (qsizetype i = 0; i < std::min(openIds.size(), mostOpenCallsAtOnce); ++i)
            fetch->openIds.append(openIds.at((m_openOffset + i) % openIds.size()));
        m_openOffset = openIds.isEmpty() ? 0 : (m_openOffset + fetch->openIds.size()) % openIds.size();
        readOpenCalls(fetch);
    };
    TwilioPages<TwilioCall>::read(m_api, url, parseTwilioCallPage, query.since, std::move(take), &m_brokenOff->list);
}

void TwilioCalls::readOpenCalls(const std::shared_ptr<Fetch> &fetch)
{
    if (fetch->openIds.isEmpty())
        return fetch->done(std::move(fetch->answer));
    const QString id = fetch->openIds.takeFirst();
    m_api.get(m_api.accountUrl(u"Calls/"_s + id), [this, fetch, id](Result<TwilioAccess::Answer> answer) {
        if (!answer && isGone(answer.error())) {
            qCWarning(httpLog) << "Twilio: an open call is no longer in its log";
            return readOpenCalls(fetch);
        }
        if (!answer)
            return fetch->done(tl::unexpected(answer.error()));
        auto call = parseTwilioCall(answer->body);
        if (!call)
            return fetch->done(tl::unexpected(call.error()));
        fetch->answer.providerTime = answer->date ? answer->date : fetch->answer.providerTime;
        fetch->answer.legs.push_back(std::move(call->leg));
        readChildren(fetch, id);
    });
}

void TwilioCalls::readChildren(const std::shared_ptr<Fetch> &fetch, const QString &parentId)
{
    const QUrl url = m_api.accountUrl(u"Calls"_s, {{u"ParentCallSid"_s, parentId}, {u"PageSize"_s, pageSize}});
    TwilioPages<TwilioCall>::read(m_api, url, parseTwilioCallPage, std::nullopt, [this, fetch](auto rows) {
        if (!rows)
            return fetch->done(tl::unexpected(rows.error()));
        fetch->answer.providerTime = rows->providerTime ? rows->providerTime : fetch->answer.providerTime;
        fetch->answer.quarantined += rows->quarantined;
        for (TwilioCall &row : rows->rows)
            fetch->answer.legs.push_back(std::move(row.leg));
        readOpenCalls(fetch);
    });
}

void TwilioCalls::fetchDetails(const QString &providerCallId, Completion<CallDetails> done)
{
    const QString call = u"Calls/"_s + providerCallId;
    const auto readNotifications = [this, call, done](CallDetails details) {
        m_api.get(m_api.accountUrl(call + u"/Notifications"_s, {{u"PageSize"_s, pageSize}}),
                  [details, done](Result<TwilioAccess::Answer> answer) mutable {
                      if (answer) {
                          const Result<bool> failed = parseTwilioNotifications(answer->body);
                          if (!failed)
                              return done(tl::unexpected(failed.error()));
                          details.flowFailed = *failed;
                      } else if (answer.error().httpStatus != 401 && answer.error().httpStatus != 403 && !isGone(answer.error())) {
                          return done(tl::unexpected(answer.error()));
                      }
                      // A restricted key may not read the debugger's notes: then nothing is known of a failed set-up, and the call is judged without.
                      done(details);
                  });
    };
    m_api.get(m_api.accountUrl(call + u"/Recordings"_s, {{u"PageSize"_s, pageSize}}),
              [readNotifications, done](Result<TwilioAccess::Answer> answer) {
                  if (!answer && isGone(answer.error()))
                      return readNotifications({});
                  if (!answer)
                      return done(tl::unexpected(answer.error()));
                  const Result<CallDetails> details = parseTwilioRecordings(answer->body);
                  if (!details)
                      return done(tl::unexpected(details.error()));
                  readNotifications(*details);
              });
}

} // namespace textback
