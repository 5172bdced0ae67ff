// SPDX-License-Identifier: MIT
#include "simulator/twilioapi.h"

#include "domain/phonenumber.h"
#include "domain/ports/clock.h"
#include "simulator/samplemedia.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"
#include "simulator/twiliojson.h"
#include "simulator/twiliolist.h"

#include <QJsonArray>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype keptBodies = 20;
constexpr qsizetype keptRecipients = 10000;

tl::unexpected<TwilioError> notFound(const QString &path)
{
    return tl::make_unexpected(TwilioError{404, 20404, u"The requested resource %1 was not found"_s.arg(path.left(200))});
}

/// A filter on a number; Twilio takes any spelling and compares E.164.
bool sameNumber(const std::optional<QString> &filter, const QString &value)
{
    if (!filter || filter->isEmpty() || *filter == value)
        return true;
    const std::optional<PhoneNumber> number = PhoneNumber::parse(*filter);
    return number && number->e164() == value;
}

bool isForm(const HttpRequest &request)
{
    return request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded");
}

std::optional<LegStatus> statusFilter(const HttpPairs &query, bool &valid)
{
    valid = true;
    const std::optional<QString> text = valueOf(query, u"Status");
    if (!text || text->isEmpty())
        return std::nullopt;
    using enum LegStatus;
    static constexpr std::pair<QLatin1StringView, LegStatus> names[] = {
        {"queued"_L1, Queued}, {"ringing"_L1, Ringing}, {"in-progress"_L1, InProgress}, {"completed"_L1, Completed},
        {"busy"_L1, Busy},     {"failed"_L1, Failed},   {"no-answer"_L1, NoAnswer},     {"canceled"_L1, Canceled},
    };
    for (const auto &[name, status] : names) {
        if (name == *text)
            return status;
    }
    valid = false;
    return std::nullopt;
}

} // namespace

TwilioApi::TwilioApi(const Clock &clock, SimulatedCalls &calls, SimulatedTexts &texts, const SimulatorOptions &options)
    : m_clock(clock)
    , m_calls(calls)
    , m_texts(texts)
    , m_options(options)
    , m_created(clock.utcNow() - 24h * 400)
{
}

HttpResponse TwilioApi::handle(const HttpRequest &request)
{
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() == 2 && parts[0] == "storage"_L1)
        return stored(request, parts[1]);
    if (!isSignedIn(request))
        return twilioErrorResponse({401, 20003, u"Authenticate"_s});
    return route(request, parts);
}

void TwilioApi::countPost(const HttpRequest &request)
{
    if (request.method != "POST" || !request.path.endsWith("/Messages.json"_L1) || !isForm(request))
        return;
    const HttpPairs form = parseForm(request.body);
    const QString to = valueOf(form, u"To").value_or(QString()).left(40);
    const std::optional<PhoneNumber> number = PhoneNumber::parse(to);
    const QString key = number ? number->e164() : to;
    if (!m_posts.contains(key) && m_posts.size() >= keptRecipients)
        return;
    PostCount &count = m_posts[key];
    ++count.received;
    count.bodies.append(valueOf(form, u"Body").value_or(QString()));
    if (count.bodies.size() > keptBodies)
        count.bodies.removeFirst();
}

bool TwilioApi::isSignedIn(const HttpRequest &request) const
{
    const QByteArray header = request.header("authorization");
    if (header.left(6).toLower() != "basic ")
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(header.mid(6).trimmed());
    if (!decoded)
        return false;
    const QString given = QString::fromUtf8(*decoded);
    return given == m_options.accountSid + u':' + m_options.authToken || given == m_options.apiKeySid + u':' + m_options.apiKeySecret;
}

HttpResponse TwilioApi::route(const HttpRequest &request, const QStringList &parts)
{
    const bool isSend = parts.size() == 4 && parts[0] == "2010-04-01"_L1 && parts[1] == "Accounts"_L1 && parts[2] == m_options.accountSid &&
                        parts[3] == "Messages.json"_L1;
    if (isSend && request.method == "POST") {
        const Answer sent = sendText(request);
        return sent ? twilioResponse(201, *sent) : twilioErrorResponse(sent.error());
    }
    if (request.method == "GET") {
        if (auto found = file(parts))
            return *found;
    }
    const Answer answer = get(request, parts);
    if (!answer)
        return twilioErrorResponse(answer.error());
    if (request.method != "GET" && request.method != "HEAD")
        return twilioErrorResponse({405, 20004, u"Method not allowed"_s});
    return twilioResponse(200, *answer);
}

TwilioApi::Answer TwilioApi::get(const HttpRequest &request, const QStringList &parts) const
{
    if (parts.size() == 3 && parts[0] == "v2"_L1 && parts[1] == "PhoneNumbers"_L1)
        return lookup(request, parts[2]);
    if (parts.size() < 3 || parts[0] != "2010-04-01"_L1 || parts[1] != "Accounts"_L1)
        return notFound(request.path);
    if (parts.size() == 3)
        return parts[2] == m_options.accountSid + ".json"_L1 ? account() : notFound(request.path);
    if (parts[2] != m_options.accountSid)
        return notFound(request.path);

    const QString &last = parts.last();
    if (parts.size() == 4) {
        if (last == "Calls.json"_L1)
            return listCalls(request);
        if (last == "Messages.json"_L1)
            return listTexts(request);
        if (last == "Recordings.json"_L1)
            return listRecordings(request);
        if (last == "IncomingPhoneNumbers.json"_L1)
            return listNumbers(request);
        return notFound(request.path);
    }
    if (parts.size() == 5 && last.endsWith(".json"_L1)) {
        const QString sid = last.chopped(5);
        if (parts[3] == "Calls"_L1)
            return call(sid);
        if (parts[3] == "Messages"_L1)
            return text(sid);
    }
    if (parts.size() == 6 && parts[3] == "Calls"_L1)
        return listOfCall(request, parts[4], last);
    if (parts.size() == 6 && parts[3] == "Messages"_L1 && last == "Media.json"_L1)
        return listMedia(request, parts[4]);
    return notFound(request.path);
}

TwilioApi::Answer TwilioApi::account() const
{
    return accountJson(m_options, m_created);
}

TwilioApi::Answer TwilioApi::listCalls(const HttpRequest &request) const
{
    const tl::expected<TimeFilter, TwilioError> started = TimeFilter::read(request.query, u"StartTime"_s);
    const tl::expected<TimeFilter, TwilioError> ended = TimeFilter::read(request.query, u"EndTime"_s);
    bool validStatus = true;
    const std::optional<LegStatus> status = statusFilter(request.query, validStatus);
    if (!started || !ended)
        return tl::make_unexpected((started ? ended : started).error());
    if (!validStatus)
        return tl::make_unexpected(TwilioError{400, 20001, u"Status is invalid"_s});
    const std::optional<QString> from = valueOf(request.query, u"From");
    const std::optional<QString> to = valueOf(request.query, u"To");
    const std::optional<QString> parent = valueOf(request.query, u"ParentCallSid");

    const RowList<SimulatedCallRow> &rows = m_calls.rows();
    PageSource source;
    source.begin = rows.begin();
    source.end = rows.end();
    source.accepts = [&](quint64 sequence) {
        const SimulatedCallRow &row = rows.at(sequence);
        return m_calls.isListed(row) && (!status || row.status == *status) && (!parent || parent->isEmpty() || row.parentSid == *parent) &&
               started->accepts(row.started) && ended->accepts(row.ended) && sameNumber(from, row.from) && sameNumber(to, row.to);
    };
    source.toJson = [&](quint64 sequence) { return callJson(rows.at(sequence), m_options.accountSid); };
    source.sid = [&](quint64 sequence) { return rows.at(sequence).sid; };
    source.sequenceOf = [&](const QString &sid) { return rows.sequenceOf(sid); };
    return makePage(request, u"calls"_s, source);
}

TwilioApi::Answer TwilioApi::call(const QString &sid) const
{
    const SimulatedCallRow *row = m_calls.rows().find(sid);
    if (!row)
        return notFound(u"/Calls/"_s + sid);
    return callJson(*row, m_options.accountSid);
}

TwilioApi::Answer TwilioApi::listOfCall(const HttpRequest &request, const QString &callSid, const QString &list) const
{
    if (!m_calls.rows().find(callSid))
        return notFound(request.path);
    QJsonArray rows;
    if (list == "Recordings.json"_L1) {
        for (const SimulatedRecording &recording : m_calls.recordingsOf(callSid))
            rows.prepend(callRecordingJson(recording, m_options.accountSid));
        return makeSinglePage(request, u"recordings"_s, rows);
    }
    if (list == "Notifications.json"_L1) {
        for (const SimulatedNotification &notification : m_calls.notificationsOf(callSid))
            rows.prepend(notificationJson(notification, m_options.accountSid));
        return makeSinglePage(request, u"notifications"_s, rows);
    }
    return notFound(request.path);
}

TwilioApi::Answer TwilioApi::listRecordings(const HttpRequest &request) const
{
    const tl::expected<TimeFilter, TwilioError> created = TimeFilter::read(request.query, u"DateCreated"_s);
    if (!created)
        return tl::make_unexpected(created.error());
    const std::optional<QString> callSid = valueOf(request.query, u"CallSid");
    const RowList<SimulatedRecording> &rows = m_calls.recordings();
    PageSource source;
    source.begin = rows.begin();
    source.end = rows.end();
    source.accepts = [&](quint64 sequence) {
        const SimulatedRecording &row = rows.at(sequence);
        return created->accepts(row.created) && (!callSid || callSid->isEmpty() || row.callSid == *callSid);
    };
    source.toJson = [&](quint64 sequence) { return recordingJson(rows.at(sequence), m_options.accountSid); };
    source.sid = [&](quint64 sequence) { return rows.at(sequence).sid; };
    source.sequenceOf = [&](const QString &sid) { return rows.sequenceOf(sid); };
    return makePage(request, u"recordings"_s, source);
}

TwilioApi::Answer TwilioApi::listTexts(const HttpRequest &request) const
{
    const tl::expected<TimeFilter, TwilioError> sent = TimeFilter::read(request.query, u"DateSent"_s);
    if (!sent)
        return tl::make_unexpected(sent.error());
    const std::optional<QString> from = valueOf(request.query, u"From");
    const std::optional<QString> to = valueOf(request.query, u"To");
    const RowList<SimulatedTextRow> &rows = m_texts.rows();
    PageSource source;
    source.begin = rows.begin();
    source.end = rows.end();
    source.accepts = [&](quint64 sequence) {
        const SimulatedTextRow &row = rows.at(sequence);
        return m_texts.isListed(row) && sent->accepts(row.sent) && sameNumber(from, row.from) && sameNumber(to, row.to);
    };
    source.toJson = [&](quint64 sequence) { return textJson(rows.at(sequence), m_options.accountSid); };
    source.sid = [&](quint64 sequence) { return rows.at(sequence).sid; };
    source.sequenceOf = [&](const QString &sid) { return rows.sequenceOf(sid); };
    return makePage(request, u"messages"_s, source);
}

TwilioApi::Answer TwilioApi::text(const QString &sid) const
{
    const SimulatedTextRow *row = m_texts.rows().find(sid);
    if (!row)
        return notFound(u"/Messages/"_s + sid);
    return textJson(*row, m_options.accountSid);
}

TwilioApi::Answer TwilioApi::listMedia(const HttpRequest &request, const QString &textSid) const
{
    const SimulatedTextRow *row = m_texts.rows().find(textSid);
    if (!row)
        return notFound(request.path);
    QJsonArray files;
    for (const SimulatedMedia &media : row->media)
        files.prepend(mediaJson(*row, media, m_options.accountSid));
    return makeSinglePage(request, u"media_list"_s, files);
}

/// What is asked for without ".json": a file of a text, which lies elsewhere, or the sound of a recording.
std::optional<HttpResponse> TwilioApi::file(const QStringList &parts) const
{
    if (parts.size() < 5 || parts[0] != "2010-04-01"_L1 || parts[1] != "Accounts"_L1 || parts[2] != m_options.accountSid)
        return std::nullopt;
    HttpResponse response;
    if (parts.size() == 5 && parts[3] == "Recordings"_L1 && parts[4].endsWith(".mp3"_L1)) {
        const SimulatedRecording *recording = m_calls.recordings().find(parts[4].chopped(4));
        if (!recording || !recording->completed)
            return std::nullopt;
        response.headers.append({"Content-Type"_ba, "audio/mpeg"_ba});
        response.body = sampleVoicemail();
        return response;
    }
    if (parts.size() != 7 || parts[3] != "Messages"_L1 || parts[5] != "Media"_L1)
        return std::nullopt;
    const SimulatedTextRow *row = m_texts.rows().find(parts[4]);
    if (!row)
        return std::nullopt;
    const auto media = std::find_if(row->media.begin(), row->media.end(), [&parts](const auto &each) { return each.sid == parts[6]; });
    if (media == row->media.end())
        return std::nullopt;
    response.status = 307;
    response.headers.append({"Location"_ba, "/storage/"_ba + media->storageName.toLatin1()});
    return response;
}

HttpResponse TwilioApi::stored(const HttpRequest &request, const QString &name) const
{
    HttpResponse response;
    response.status = 403;
    // As the real one does: an address that is signed itself takes no other sign-in.
    if (!request.header("authorization").isEmpty()) {
        response.status = 400;
        return response;
    }
    const RowList<SimulatedTextRow> &rows = m_texts.rows();
    for (quint64 i = rows.end(); i > rows.begin(); --i) {
        for (const SimulatedMedia &media : rows.at(i - 1).media) {
            if (media.storageName != name)
                continue;
            response.status = 200;
            response.headers.append({"Content-Type"_ba, media.contentType});
            response.body = media.bytes;
            return response;
        }
    }
    return response;
}

TwilioApi::Answer TwilioApi::listNumbers(const HttpRequest &request) const
{
    const std::optional<QString> wanted = valueOf(request.query, u"PhoneNumber");
    QJsonArray rows;
    for (const QString &number : QStringList{m_options.businessNumber} + m_options.otherNumbers) {
        if (sameNumber(wanted, number))
            rows.append(numberJson(number, m_calls.phoneNumberSid(number), m_options, m_created));
    }
    return makeSinglePage(request, u"incoming_phone_numbers"_s, rows);
}

TwilioApi::Answer TwilioApi::lookup(const HttpRequest &request, const QString &number) const
{
    if (!PhoneNumber::parse(number) && !number.startsWith(u'+'))
        return notFound(request.path);
    const bool wantsType = valueOf(request.query, u"Fields").value_or(QString()).split(u',').contains("line_type_intelligence"_L1);
    const bool landline = m_texts.fate(number) == TextFate::Landline;
    return lookupJson(number,
                      !wantsType ? QString()
                      : landline ? u"landline"_s
                                 : u"mobile"_s,
                      landline ? u"AT&T Local"_s : u"Verizon Wireless"_s);
}

TwilioApi::Answer TwilioApi::sendText(const HttpRequest &request)
{
    if (m_options.suspended)
        return tl::make_unexpected(TwilioError{403, 20005, u"Account not active"_s});
    if (!isForm(request))
        return tl::make_unexpected(TwilioError{415, 20415, u"Unsupported Media Type"_s});
    const HttpPairs form = parseForm(request.body);
    NewText text;
    text.to = valueOf(form, u"To").value_or(QString());
    text.from = valueOf(form, u"From").value_or(QString());
    text.messagingServiceSid = valueOf(form, u"MessagingServiceSid").value_or(QString());
    text.body = valueOf(form, u"Body").value_or(QString());
    text.smartEncoded = valueOf(form, u"SmartEncoded").value_or(QString()).compare("true"_L1, Qt::CaseInsensitive) == 0;
    if (const std::optional<QString> validity = valueOf(form, u"ValidityPeriod")) {
        bool ok = false;
        const int seconds = validity->toInt(&ok);
        text.validFor = ok ? std::chrono::seconds(seconds) : Millis(0); // what is no number is refused like a wrong one
    }
    return m_texts.send(text).and_then([this](const QString &sid) { return this->text(sid); });
}

} // namespace textback
