// SPDX-License-Identifier: MIT
#include "simulator/twiliojson.h"

#include "domain/phonenumber.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr auto apiVersion = "2010-04-01"_L1;
constexpr auto priceUnit = "USD"_L1;

QString accountPath(const QString &accountSid)
{
    return u"/2010-04-01/Accounts/%1"_s.arg(accountSid);
}

QString statusText(LegStatus status)
{
    switch (status) {
    case LegStatus::Queued:
        return u"queued"_s;
    case LegStatus::Ringing:
        return u"ringing"_s;
    case LegStatus::InProgress:
        return u"in-progress"_s;
    case LegStatus::Completed:
        return u"completed"_s;
    case LegStatus::Busy:
        return u"busy"_s;
    case LegStatus::Failed:
        return u"failed"_s;
    case LegStatus::NoAnswer:
        return u"no-answer"_s;
    case LegStatus::Canceled:
        return u"canceled"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue textOrNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonValue twilioTime(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue(QString::fromLatin1(formatRfcTime(*time)) + " +0000"_L1) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject callJson(const SimulatedCallRow &row, const QString &accountSid)
{
    const QString path = accountPath(accountSid) + "/Calls/"_L1 + row.sid;
    return {
        {u"sid"_s, row.sid},
        {u"account_sid"_s, accountSid},
        {u"parent_call_sid"_s, textOrNull(row.parentSid)},
        {u"phone_number_sid"_s, textOrNull(row.phoneNumberSid)},
        {u"from"_s, row.from},
        {u"from_formatted"_s, row.fromFormatted},
        {u"to"_s, row.to},
        {u"to_formatted"_s, row.toFormatted},
        {u"direction"_s, row.direction},
        {u"status"_s, statusText(row.status)},
        {u"date_created"_s, twilioTime(row.created)},
        {u"date_updated"_s, twilioTime(row.updated)},
        {u"start_time"_s, twilioTime(row.started)},
        {u"end_time"_s, twilioTime(row.ended)},
        {u"duration"_s, textOrNull(row.duration)},
        {u"price"_s, textOrNull(row.price)},
        {u"price_unit"_s, priceUnit},
        {u"answered_by"_s, QJsonValue::Null},
        {u"forwarded_from"_s, textOrNull(row.forwardedFrom)},
        {u"caller_name"_s, QJsonValue::Null},
        {u"group_sid"_s, QJsonValue::Null},
        {u"queue_time"_s, u"0"_s},
        {u"trunk_sid"_s, textOrNull(row.trunkSid)},
        {u"api_version"_s, apiVersion},
        {u"uri"_s, path + ".json"_L1},
        {u"subresource_uris"_s,
         QJsonObject{{u"recordings"_s, path + "/Recordings.json"_L1}, {u"notifications"_s, path + "/Notifications.json"_L1}}},
    };
}

QJsonObject textJson(const SimulatedTextRow &row, const QString &accountSid)
{
    const QString path = accountPath(accountSid) + "/Messages/"_L1 + row.sid;
    return {
        {u"sid"_s, row.sid},
        {u"account_sid"_s, accountSid},
        {u"messaging_service_sid"_s, textOrNull(row.messagingServiceSid)},
        {u"direction"_s, row.direction},
        {u"from"_s, textOrNull(row.from)},
        {u"to"_s, row.to},
        {u"body"_s, row.body},
        {u"status"_s, toString(row.status)},
        {u"num_segments"_s, QString::number(row.from.isEmpty() ? 0 : row.segments)},
        {u"num_media"_s, QString::number(row.media.size())},
        {u"date_created"_s, twilioTime(row.created)},
        {u"date_updated"_s, twilioTime(row.updated)},
        {u"date_sent"_s, twilioTime(row.sent)},
        {u"error_code"_s, row.errorCode ? QJsonValue(*row.errorCode) : QJsonValue(QJsonValue::Null)},
        {u"error_message"_s, row.errorCode ? QJsonValue(SimulatedTexts::errorText(*row.errorCode)) : QJsonValue(QJsonValue::Null)},
        {u"price"_s, textOrNull(row.price)},
        {u"price_unit"_s, priceUnit},
        {u"api_version"_s, apiVersion},
        {u"uri"_s, path + ".json"_L1},
        {u"subresource_uris"_s, QJsonObject{{u"media"_s, path + "/Media.json"_L1}}},
    };
}

QJsonObject mediaJson(const SimulatedTextRow &row, const SimulatedMedia &file, const QString &accountSid)
{
    return {
        {u"sid"_s, file.sid},
        {u"account_sid"_s, accountSid},
        {u"parent_sid"_s, row.sid},
        {u"content_type"_s, QString::fromLatin1(file.contentType)},
        {u"date_created"_s, twilioTime(row.created)},
        {u"date_updated"_s, twilioTime(row.updated)},
        {u"uri"_s, accountPath(accountSid) + "/Messages/"_L1 + row.sid + "/Media/"_L1 + file.sid + ".json"_L1},
    };
}

QJsonObject callRecordingJson(const SimulatedRecording &recording, const QString &accountSid)
{
    const QJsonValue duration = recording.completed
                                    ? QJsonValue(QString::number(std::chrono::round<std::chrono::seconds>(recording.length).count()))
                                    : QJsonValue(QJsonValue::Null);
    return {
        {u"sid"_s, recording.sid},
        {u"account_sid"_s, accountSid},
        {u"call_sid"_s, recording.callSid},
        {u"conference_sid"_s, QJsonValue::Null},
        {u"status"_s, recording.completed ? u"completed"_s : u"in-progress"_s},
        {u"source"_s, u"RecordVerb"_s},
        {u"channels"_s, 1},
        {u"track"_s, u"both"_s},
        {u"date_created"_s, twilioTime(recording.created)},
        {u"date_updated"_s, twilioTime(recording.updated)},
        {u"start_time"_s, twilioTime(recording.created)},
        {u"duration"_s, duration},
        {u"price"_s, QJsonValue::Null},
        {u"price_unit"_s, priceUnit},
        {u"error_code"_s, QJsonValue::Null},
        {u"encryption_details"_s, QJsonValue::Null},
        {u"api_version"_s, apiVersion},
        {u"uri"_s, accountPath(accountSid) + "/Calls/"_L1 + recording.callSid + "/Recordings/"_L1 + recording.sid + ".json"_L1},
    };
}

QJsonObject recordingJson(const SimulatedRecording &recording, const QString &accountSid)
{
    QJsonObject object = callRecordingJson(recording, accountSid);
    const QString path = accountPath(accountSid) + "/Recordings/"_L1 + recording.sid;
    object.remove("track"_L1);
    object.insert("uri"_L1, path + ".json"_L1);
    object.insert("media_url"_L1, QJsonValue::Null);
    object.insert("subresource_uris"_L1, QJsonObject{{u"transcriptions"_s, path + "/Transcriptions.json"_L1}});
    return object;
}

QJsonObject notificationJson(const SimulatedNotification &notification, const QString &accountSid)
{
    return {
        {u"sid"_s, notification.sid},
        {u"account_sid"_s, accountSid},
        {u"call_sid"_s, notification.callSid},
        {u"log"_s, u"0"_s},
        {u"error_code"_s, notification.code},
        {u"message_text"_s, notification.text},
        {u"more_info"_s, u"https://www.twilio.com/docs/errors/%1"_s.arg(notification.code)},
        {u"message_date"_s, twilioTime(notification.at)},
        {u"date_created"_s, twilioTime(notification.at)},
        {u"date_updated"_s, twilioTime(notification.at)},
        {u"request_method"_s, u"POST"_s},
        {u"request_url"_s, u"https://example.com/voice"_s},
        {u"api_version"_s, apiVersion},
        {u"uri"_s, accountPath(accountSid) + "/Calls/"_L1 + notification.callSid + "/Notifications/"_L1 + notification.sid + ".json"_L1},
    };
}

QJsonObject accountJson(const SimulatorOptions &options, UtcTime created)
{
    const QString path = accountPath(options.accountSid);
    return {
        {u"sid"_s, options.accountSid},
        {u"owner_account_sid"_s, options.accountSid},
        {u"friendly_name"_s, options.friendlyName},
        {u"status"_s, options.suspended ? u"suspended"_s : u"active"_s},
        {u"type"_s, options.trial ? u"Trial"_s : u"Full"_s},
        {u"auth_token"_s, QJsonValue::Null}, // the real API answers it to the main credentials only; nobody needs it here
        {u"date_created"_s, twilioTime(created)},
        {u"date_updated"_s, twilioTime(created)},
        {u"uri"_s, path + ".json"_L1},
        {u"subresource_uris"_s, QJsonObject{{u"calls"_s, path + "/Calls.json"_L1},
                                            {u"messages"_s, path + "/Messages.json"_L1},
                                            {u"recordings"_s, path + "/Recordings.json"_L1},
                                            {u"incoming_phone_numbers"_s, path + "/IncomingPhoneNumbers.json"_L1}}},
    };
}

QJsonObject numberJson(const QString &number, const QString &sid, const SimulatorOptions &options, UtcTime created)
{
    const std::optional<PhoneNumber> parsed = PhoneNumber::parse(number);
    return {
        {u"sid"_s, sid},
        {u"account_sid"_s, options.accountSid},
        {u"phone_number"_s, number},
        {u"friendly_name"_s, parsed ? parsed->display() : number},
        {u"capabilities"_s, QJsonObject{{u"voice"_s, true}, {u"sms"_s, true}, {u"mms"_s, true}, {u"fax"_s, false}}},
        {u"voice_url"_s, textOrNull(options.voiceUrl)},
        {u"voice_method"_s, u"POST"_s},
        {u"voice_fallback_url"_s, QJsonValue::Null},
        {u"voice_fallback_method"_s, u"POST"_s},
        {u"voice_caller_id_lookup"_s, false},
        {u"voice_application_sid"_s, QJsonValue::Null},
        {u"voice_receive_mode"_s, u"voice"_s},
        {u"sms_url"_s, textOrNull(options.smsUrl)},
        {u"sms_method"_s, u"POST"_s},
        {u"sms_fallback_url"_s, QJsonValue::Null},
        {u"sms_fallback_method"_s, u"POST"_s},
        {u"sms_application_sid"_s, QJsonValue::Null},
        {u"status_callback"_s, QJsonValue::Null},
        {u"status_callback_method"_s, u"POST"_s},
        {u"trunk_sid"_s, QJsonValue::Null},
        {u"address_sid"_s, QJsonValue::Null},
        {u"address_requirements"_s, u"none"_s},
        {u"identity_sid"_s, QJsonValue::Null},
        {u"bundle_sid"_s, QJsonValue::Null},
        {u"emergency_status"_s, u"Active"_s},
        {u"emergency_address_sid"_s, QJsonValue::Null},
        {u"emergency_address_status"_s, u"unregistered"_s},
        {u"origin"_s, u"twilio"_s},
        {u"status"_s, u"in-use"_s},
        {u"type"_s, QJsonValue::Null},
        {u"beta"_s, false},
        {u"date_created"_s, twilioTime(created)},
        {u"date_updated"_s, twilioTime(created)},
        {u"api_version"_s, apiVersion},
        {u"uri"_s, accountPath(options.accountSid) + "/IncomingPhoneNumbers/"_L1 + sid + ".json"_L1},
    };
}

QJsonObject lookupJson(const QString &number, const QString &lineType, const QString &carrier)
{
    const std::optional<PhoneNumber> parsed = PhoneNumber::parse(number);
    QJsonObject object{
        {u"phone_number"_s, parsed ? parsed->e164() : number},
        {u"valid"_s, parsed.has_value()},
        {u"validation_errors"_s, parsed ? QJsonValue(QJsonArray()) : QJsonValue(QJsonArray{u"INVALID_BUT_POSSIBLE"_s})},
        {u"calling_country_code"_s, parsed ? QJsonValue(QString::number(parsed->countryCode())) : QJsonValue(QJsonValue::Null)},
        {u"country_code"_s, parsed ? textOrNull(parsed->region()) : QJsonValue(QJsonValue::Null)},
        {u"national_format"_s, parsed ? QJsonValue(parsed->display()) : QJsonValue(QJsonValue::Null)},
        {u"url"_s, u"https://lookups.twilio.com/v2/PhoneNumbers/%1"_s.arg(parsed ? parsed->e164() : number)},
    };
    // Fields that nobody asked for are null at the real API, but its specification does not allow that: they are left out.
    if (!lineType.isEmpty() && parsed) {
        object.insert("line_type_intelligence"_L1, QJsonObject{{u"type"_s, lineType},
                                                               {u"carrier_name"_s, carrier},
                                                               {u"mobile_country_code"_s, u"311"_s},
                                                               {u"mobile_network_code"_s, u"480"_s}});
    }
    return object;
}

HttpResponse twilioErrorResponse(const TwilioError &error)
{
    HttpResponse response = twilioResponse(error.status, {{u"code"_s, error.code},
                                                          {u"message"_s, error.message},
                                                          {u"more_info"_s, u"https://www.twilio.com/docs/errors/%1"_s.arg(error.code)},
                                                          {u"status"_s, error.status}});
    if (error.status == 401)
        response.headers.append({"WWW-Authenticate"_ba, "Basic realm=\"Twilio API\""_ba});
    return response;
}

HttpResponse twilioResponse(int status, const QJsonObject &object)
{
    HttpResponse response = HttpResponse::json(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
    response.headers.append({"Twilio-Concurrent-Requests"_ba, "1"_ba});
    return response;
}

} // namespace textback
