// SPDX-License-Identifier: MIT
#include "providers/twilio/twiliojson.h"

#include "providers/http/httpdate.h"
#include "providers/http/jsonreader.h"
#include "providers/http/retrypolicy.h"
#include "providers/twilio/twilioerrors.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr qint64 longestSeconds = qint64(366) * 24 * 3600;

Error notTwilio(const QString &problem)
{
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.providerCode = notJsonCode;
    error.detail = u"the answer is not in Twilio's format: %1"_s.arg(problem);
    return error;
}

std::optional<UtcTime> time(JsonRecord &record, QLatin1StringView key)
{
    const QString text = record.text(key);
    if (text.isEmpty())
        return std::nullopt;
    const auto result = parseHttpDate(text.toLatin1());
    if (!result)
        record.reject(key, u"not a date"_s);
    return result;
}

std::optional<Millis> seconds(JsonRecord &record, QLatin1StringView key)
{
    const auto value = record.integer(key, 0, longestSeconds);
    return value ? std::optional<Millis>(std::chrono::seconds(*value)) : std::nullopt;
}

template <typename Value>
struct Spelling {
    QLatin1StringView text;
    Value value;
};

template <typename Value, size_t size>
std::optional<Value> lookUp(const std::array<Spelling<Value>, size> &table, const QString &text)
{
    const auto found = std::find_if(table.begin(), table.end(), [&text](const auto &entry) { return entry.text == text; });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

constexpr std::array<Spelling<LegStatus>, 8> callStatuses{{
    {"queued"_L1, LegStatus::Queued},
    {"ringing"_L1, LegStatus::Ringing},
    {"in-progress"_L1, LegStatus::InProgress},
    {"completed"_L1, LegStatus::Completed},
    {"busy"_L1, LegStatus::Busy},
    {"failed"_L1, LegStatus::Failed},
    {"no-answer"_L1, LegStatus::NoAnswer},
    {"canceled"_L1, LegStatus::Canceled},
}};

constexpr std::array<Spelling<CallDirection>, 5> callDirections{{
    {"inbound"_L1, CallDirection::Inbound},
    {"trunking-originating"_L1, CallDirection::InboundTrunk}, // from the telephone network to the business's own PBX
    {"trunking-terminating"_L1, CallDirection::Outbound},
    {"outbound-api"_L1, CallDirection::Outbound},
    {"outbound-dial"_L1, CallDirection::Outbound},
}};

constexpr std::array<Spelling<DeliveryStatus>, 13> messageStatuses{{
    {"accepted"_L1, DeliveryStatus::Sent},
    {"scheduled"_L1, DeliveryStatus::Sent},
    {"queued"_L1, DeliveryStatus::Sent},
    {"sending"_L1, DeliveryStatus::Sent},
    {"sent"_L1, DeliveryStatus::Sent},
    {"delivered"_L1, DeliveryStatus::Delivered},
    {"partially_delivered"_L1, DeliveryStatus::Delivered},
    {"read"_L1, DeliveryStatus::Delivered},
    {"undelivered"_L1, DeliveryStatus::Undelivered},
    {"failed"_L1, DeliveryStatus::Failed},
    {"canceled"_L1, DeliveryStatus::Failed},
    {"receiving"_L1, DeliveryStatus::Received},
    {"received"_L1, DeliveryStatus::Received},
}};

TwilioCall readCall(JsonRecord &record)
{
    TwilioCall call;
    CallLeg &leg = call.leg;
    leg.providerCallId = record.id("sid"_L1);
    leg.parentCallId = record.text("parent_call_sid"_L1);
    leg.from = record.text("from"_L1);
    leg.to = record.text("to"_L1);
    leg.forwardedFrom = record.text("forwarded_from"_L1);
    leg.created = time(record, "date_created"_L1);
    leg.started = time(record, "start_time"_L1);
    leg.ended = time(record, "end_time"_L1);
    leg.updated = time(record, "date_updated"_L1);
    leg.duration = seconds(record, "duration"_L1);
    if (const auto status = lookUp(callStatuses, record.requiredText("status"_L1)))
        leg.status = *status;
    else
        record.reject("status"_L1, u"not a known call status"_s);
    if (const auto direction = lookUp(callDirections, record.requiredText("direction"_L1)))
        leg.direction = *direction;
    else
        record.reject("direction"_L1, u"not a known direction"_s);
    const QString answeredBy = record.text("answered_by"_L1);
    if (answeredBy == "human"_L1)
        leg.answeredBy = AnsweredBy::Human;
    else if (answeredBy.startsWith("machine"_L1) || answeredBy == "fax"_L1)
        leg.answeredBy = AnsweredBy::Machine;
    return call;
}

TwilioMessage readMessage(JsonRecord &record)
{
    TwilioMessage result;
    ProviderMessage &message = result.message;
    message.providerMessageId = record.id("sid"_L1);
    message.from = record.text("from"_L1); // null while a Messaging Service has not chosen yet
    message.to = record.text("to"_L1);
    message.body = record.text("body"_L1);
    message.created = time(record, "date_created"_L1);
    message.updated = time(record, "date_updated"_L1);
    message.errorCode = record.code("error_code"_L1);
    message.errorText = record.text("error_message"_L1);
    message.media = static_cast<int>(record.integer("num_media"_L1, 0, 1000).value_or(0));
    const QString direction = record.requiredText("direction"_L1);
    if (direction.startsWith("outbound"_L1))
        message.direction = MessageDirection::Outgoing;
    else if (direction != "inbound"_L1)
        record.reject("direction"_L1, u"not a known direction"_s);
    if (const auto status = lookUp(messageStatuses, record.requiredText("status"_L1)))
        message.status = *status;
    else
        record.reject("status"_L1, u"not a known message status"_s);
    if (message.direction == MessageDirection::Incoming)
        message.status = DeliveryStatus::Received;
    if (message.status == DeliveryStatus::Undelivered || message.status == DeliveryStatus::Failed) {
        message.recipient = recipientOfTwilioCode(message.errorCode);
        message.senderRefused = isUnregisteredSender(message.errorCode);
    }
    return result;
}

bool isStudioFlow(const QString &url)
{
    return QUrl(url).host().endsWith("twilio.com"_L1) && QUrl(url).path().contains("/Flows/"_L1);
}

TwilioNumber readNumber(JsonRecord &record)
{
    TwilioNumber number;
    number.sid = record.id("sid"_L1);
    number.phoneNumber = record.id("phone_number"_L1);
    number.label = record.text("friendly_name"_L1);
    const bool isNumberAgain = std::none_of(number.label.begin(), number.label.end(), [](QChar c) { return c.isLetter(); });
    if (isNumberAgain)
        number.label.clear();
    JsonRecord capabilities = record.record("capabilities"_L1);
    number.canCall = capabilities.boolean("voice"_L1).value_or(true);
    number.canText = capabilities.boolean(capabilities.contains("sms"_L1) ? "sms"_L1 : "SMS"_L1).value_or(true);
    number.flowMayText = isStudioFlow(record.text("voice_url"_L1)) || isStudioFlow(record.text("sms_url"_L1));
    if (!capabilities.problem().isEmpty())
        record.reject("capabilities"_L1, u"not readable"_s);
    return number;
}

template <typename Row>
Result<TwilioPage<Row>> readPage(const QByteArray &json, QLatin1StringView list, Row (*read)(JsonRecord &))
{
    auto document = JsonRecord::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    TwilioPage<Row> page;
    std::vector<JsonRecord> records = document->records(list);
    page.nextPageUri = document->text("next_page_uri"_L1);
    if (!document->problem().isEmpty())
        return tl::unexpected(notTwilio(document->problem()));
    page.rows.reserve(records.size());
    for (JsonRecord &record : records) {
        Row row = read(record);
        if (record.problem().isEmpty())
            page.rows.push_back(std::move(row));
        else
            page.quarantined.append(record.problem());
    }
    return page;
}

template <typename Row>
Result<Row> readOne(const QByteArray &json, Row (*read)(JsonRecord &))
{
    auto document = JsonRecord::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    Row row = read(*document);
    if (!document->problem().isEmpty())
        return tl::unexpected(notTwilio(document->problem()));
    return row;
}

TwilioAccount readAccount(JsonRecord &record)
{
    TwilioAccount account;
    record.id("sid"_L1);
    account.name = record.text("friendly_name"_L1);
    account.active = record.requiredText("status"_L1) == "active"_L1;
    account.trial = record.text("type"_L1) == "Trial"_L1;
    return account;
}

struct Recording {
    QString sid;
    bool isVoicemail = false;
    std::optional<UtcTime> created;
    Millis length{0};
};

Recording readRecording(JsonRecord &record)
{
    Recording recording;
    recording.sid = record.id("sid"_L1);
    recording.created = time(record, "date_created"_L1);
    // -1 while it is being processed
    recording.length = std::chrono::seconds(std::max<qint64>(record.integer("duration"_L1, -1, longestSeconds).value_or(0), 0));
    const QString status = record.text("status"_L1);
    const QString source = record.text("source"_L1);
    recording.isVoicemail = status != "absent"_L1 && status != "deleted"_L1 && (source.isEmpty() || source == "RecordVerb"_L1);
    return recording;
}

QString readMediaSid(JsonRecord &record)
{
    const QString sid = record.id("sid"_L1);
    // It becomes part of an address.
    if (std::any_of(sid.begin(), sid.end(), [](QChar c) { return c.unicode() > 127 || !c.isLetterOrNumber(); }))
        record.reject("sid"_L1, u"not an id"_s);
    return sid;
}

struct Notification {
    bool isError = false;
};

Notification readNotification(JsonRecord &record)
{
    // "log" is the level: 0 an error, 1 a warning.
    const QString level = record.code("log"_L1);
    return {level == "0"_L1 || (level.isEmpty() && !record.code("error_code"_L1).isEmpty())};
}

} // namespace

std::optional<UtcTime> TwilioCall::newestTime() const
{
    return std::max({leg.created, leg.started, leg.ended, leg.updated});
}

Result<TwilioPage<TwilioCall>> parseTwilioCallPage(const QByteArray &json)
{
    return readPage<TwilioCall>(json, "calls"_L1, readCall);
}

Result<TwilioCall> parseTwilioCall(const QByteArray &json)
{
    return readOne<TwilioCall>(json, readCall);
}

Result<TwilioPage<TwilioMessage>> parseTwilioMessagePage(const QByteArray &json)
{
    return readPage<TwilioMessage>(json, "messages"_L1, readMessage);
}

Result<TwilioMessage> parseTwilioMessage(const QByteArray &json)
{
    return readOne<TwilioMessage>(json, readMessage);
}

Result<TwilioPage<TwilioNumber>> parseTwilioNumberPage(const QByteArray &json)
{
    return readPage<TwilioNumber>(json, "incoming_phone_numbers"_L1, readNumber);
}

Result<TwilioAccount> parseTwilioAccount(const QByteArray &json)
{
    return readOne<TwilioAccount>(json, readAccount);
}

Result<CallDetails> parseTwilioRecordings(const QByteArray &json)
{
    const auto page = readPage<Recording>(json, "recordings"_L1, readRecording);
    if (!page)
        return tl::unexpected(page.error());
    CallDetails details;
    const Recording *newest = nullptr;
    for (const Recording &recording : page->rows) {
        if (!recording.isVoicemail)
            continue;
        ++details.recordings;
        if (!newest || recording.created > newest->created)
            newest = &recording;
    }
    if (newest) {
        details.recordingId = newest->sid;
        details.recordingLength = newest->length;
    }
    return details;
}

Result<QStringList> parseTwilioMedia(const QByteArray &json)
{
    const auto page = readPage<QString>(json, "media_list"_L1, readMediaSid);
    if (!page)
        return tl::unexpected(page.error());
    if (!page->quarantined.isEmpty())
        return tl::unexpected(notTwilio(page->quarantined.constFirst()));
    QStringList sids(page->rows.begin(), page->rows.end());
    sids.sort();
    return sids;
}

Result<bool> parseTwilioNotifications(const QByteArray &json)
{
    const auto page = readPage<Notification>(json, "notifications"_L1, readNotification);
    if (!page)
        return tl::unexpected(page.error());
    return std::any_of(page->rows.begin(), page->rows.end(), [](const Notification &notification) { return notification.isError; });
}

Result<std::optional<NumberCapability>> parseTwilioLookup(const QByteArray &json)
{
    auto document = JsonRecord::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    const bool valid = document->boolean("valid"_L1).value_or(true);
    JsonRecord line = document->record("line_type_intelligence"_L1);
    const QString type = line.text("type"_L1);
    for (const JsonRecord *record : {&*document, &line}) {
        if (!record->problem().isEmpty())
            return tl::unexpected(notTwilio(record->problem()));
    }
    if (!document->contains("phone_number"_L1))
        return tl::unexpected(notTwilio(u"phone_number: missing"_s));
    if (type == "landline"_L1)
        return NumberCapability::Landline;
    static constexpr std::array cannotReceive{"premium"_L1, "sharedCost"_L1, "uan"_L1, "voicemail"_L1, "pager"_L1};
    if (!valid || std::find(cannotReceive.begin(), cannotReceive.end(), type) != cannotReceive.end())
        return NumberCapability::CannotReceive;
    return std::optional<NumberCapability>();
}

} // namespace textback
