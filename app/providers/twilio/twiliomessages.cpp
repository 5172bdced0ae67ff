// SPDX-License-Identifier: MIT
#include "providers/twilio/twiliomessages.h"

#include "providers/twilio/twilioaccess.h"
#include "providers/twilio/twilioerrors.h"
#include "providers/twilio/twiliojson.h"
#include "providers/twilio/twiliopages.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

const auto pageSize = u"50"_s;

MessageAnswer toAnswer(TwilioPages<TwilioMessage>::Rows rows, UtcTime since)
{
    MessageAnswer answer;
    answer.providerTime = rows.providerTime;
    answer.quarantined = rows.quarantined;
    for (TwilioMessage &row : rows.rows) {
        const auto newest = row.newestTime();
        if (!newest || *newest >= since)
            answer.messages.push_back(std::move(row.message));
    }
    return answer;
}

} // namespace

struct TwilioMessages::BrokenOff {
    TwilioPages<TwilioMessage>::Rest list;
};

struct TwilioMessages::Fetch {
    Completion<MessageAnswer> done;
    MessageAnswer answer;
    QStringList watchIds; // still to be read by id
};

TwilioMessages::TwilioMessages(TwilioAccess &api, Scheduler &scheduler, bool lookUpLineTypes)
    : m_api(api)
    , m_scheduler(scheduler)
    , m_lookUpLineTypes(lookUpLineTypes)
    , m_brokenOff(std::make_unique<BrokenOff>())
{
}

TwilioMessages::~TwilioMessages() = default;

void TwilioMessages::fetchMessages(const MessageQuery &query, Completion<MessageAnswer> done)
{
    auto fetch = std::make_shared<Fetch>();
    fetch->done = std::move(done);
    const QUrl url = m_api.accountUrl(u"Messages"_s, {{u"PageSize"_s, pageSize}});
    auto take = [this, fetch, query](auto rows) {
        if (!rows)
            return fetch->done(tl::unexpected(rows.error()));
        // Watched ones that the pages showed anyway need no request of their own, also where they are older than the window.
        QSet<QString> seen;
        const QSet<QString> watched(query.watchIds.begin(), query.watchIds.end());
        std::vector<ProviderMessage> older;
        for (const TwilioMessage &row : rows->rows) {
            seen.insert(row.id());
            const auto newest = row.newestTime();
            if (newest && *newest < query.since && watched.contains(row.id()))
                older.push_back(row.message);
        }
        fetch->answer = toAnswer(std::move(*rows), query.since);
        fetch->answer.messages.insert(fetch->answer.messages.end(), older.begin(), older.end());
        QStringList ids;
        for (const QString &id : query.watchIds) {
            if (!seen.contains(id) && !ids.contains(id))
                ids.append(id);
        }
        for (qsizetype i = 0; i < std::min(ids.size(), mostWatchedAtOnce); ++i)
            fetch->watchIds.append(ids.at((m_watchOffset + i) % ids.size()));
        m_watchOffset = ids.isEmpty() ? 0 : (m_watchOffset + fetch->watchIds.size()) % ids.size();
        readWatched(fetch);
    };
    TwilioPages<TwilioMessage>::read(m_api, url, parseTwilioMessagePage, query.since, std::move(take), &m_brokenOff->list);
}

void TwilioMessages::readWatched(const std::shared_ptr<Fetch> &fetch)
{
    if (fetch->watchIds.isEmpty())
        return fetch->done(std::move(fetch->answer));
    const QString id = fetch->watchIds.takeFirst();
    m_api.get(m_api.accountUrl(u"Messages/"_s + id), [this, fetch](Result<TwilioAccess::Answer> answer) {
        if (!answer && answer.error().httpStatus == 404) // deleted at the provider: nothing more will be heard of it
            return readWatched(fetch);
        if (!answer)
            return fetch->done(tl::unexpected(answer.error()));
        auto message = parseTwilioMessage(answer->body);
        if (!message)
            return fetch->done(tl::unexpected(message.error()));
        fetch->answer.providerTime = answer->date ? answer->date : fetch->answer.providerTime;
        fetch->answer.messages.push_back(std::move(message->message));
        readWatched(fetch);
    });
}

void TwilioMessages::fetchSent(const SentQuery &query, Completion<MessageAnswer> done)
{
    TwilioAccess::Parameters parameters{{u"To"_s, query.to.e164()}, {u"PageSize"_s, pageSize}};
    if (!query.from.isNull())
        parameters.insert(parameters.begin() + 1, {u"From"_s, query.from.e164()});
    const QUrl url = m_api.accountUrl(u"Messages"_s, parameters);
    TwilioPages<TwilioMessage>::read(
        m_api, url, parseTwilioMessagePage, query.since, [since = query.since, done = std::move(done)](auto rows) {
            if (!rows)
                return done(tl::unexpected(rows.error()));
            MessageAnswer answer = toAnswer(std::move(*rows), since);
            std::erase_if(answer.messages, [](const ProviderMessage &message) { return message.direction != MessageDirection::Outgoing; });
            done(std::move(answer));
        });
}

void TwilioMessages::send(const SendRequest &request, std::function<void(const SendReport &)> done)
{
    TwilioAccess::Parameters form{{u"To"_s, request.to.e164()}, {u"From"_s, request.from.e164()}, {u"Body"_s, request.body}};
    if (request.validFor) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*request.validFor).count();
        form.emplace_back(u"ValidityPeriod"_s, QString::number(std::clamp<qint64>(seconds, 1, 36000)));
    }
    m_api.post(m_api.accountUrl(u"Messages"_s), form,
               [done = std::move(done)](const HttpAnswer &answer) { done(twilioSendReport(answer)); });
}

void TwilioMessages::lookUpLineType(const PhoneNumber &number, Completion<std::optional<NumberCapability>> done)
{
    if (!m_lookUpLineTypes) {
        const quint64 id = m_nextAnswer++;
        m_answers[id] = m_scheduler.callAfter(Millis(0), [this, id, done = std::move(done)] {
            m_answers.erase(id);
            done(std::optional<NumberCapability>());
        });
        return;
    }
    m_api.get(m_api.lookupUrl(number.e164()), [done = std::move(done)](Result<TwilioAccess::Answer> answer) {
        if (answer)
            done(parseTwilioLookup(answer->body));
        else
            done(tl::unexpected(answer.error()));
    });
}

} // namespace textback
