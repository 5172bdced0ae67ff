// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace textback::test {

/// Twilio's answers as its OpenAPI description has them (invented data), to be varied by tests.

inline const QByteArray accountSid = "AC00000000000000000000000000000001";
inline const QByteArray apiKeySid = "SK00000000000000000000000000000001";
inline const QByteArray authToken = "canary0token0canary0token0canary";
inline const QByteArray apiSecret = "canary0secret0canary0secret0canar";

/// "CA" + `tail` filled up to 32 digits.
inline QByteArray sid(const QByteArray &kind, int number)
{
    return kind + QByteArray::number(number).rightJustified(32, '0');
}

struct CallRow {
    QByteArray sid = test::sid("CA", 1);
    QByteArray parent; ///< empty: null
    QByteArray from = "+13135550142";
    QByteArray to = "+13132230100";
    QByteArray direction = "inbound";
    QByteArray status = "completed";
    QByteArray created = "\"Mon, 23 Nov 2026 15:00:00 +0000\"";
    QByteArray started = "\"Mon, 23 Nov 2026 15:00:00 +0000\"";
    QByteArray ended = "\"Mon, 23 Nov 2026 15:00:52 +0000\"";
    QByteArray updated = "\"Mon, 23 Nov 2026 15:00:53 +0000\"";
    QByteArray duration = "\"52\"";
    QByteArray extra; ///< more members, with a leading comma

    QByteArray json() const
    {
        return R"({"sid":")" + sid + R"(","account_sid":")" + accountSid + R"(","parent_call_sid":)" +
               (parent.isEmpty() ? QByteArray("null") : '"' + parent + '"') + R"(,"phone_number_sid":null,"from":")" + from +
               R"(","from_formatted":"x","to":")" + to + R"(","to_formatted":"x","direction":")" + direction + R"(","status":")" + status +
               R"(","date_created":)" + created + R"(,"start_time":)" + started + R"(,"end_time":)" + ended + R"(,"date_updated":)" +
               updated + R"(,"duration":)" + duration +
               R"(,"answered_by":null,"forwarded_from":null,"caller_name":null,"group_sid":null,"queue_time":"0","trunk_sid":null,)"
               R"("price":null,"price_unit":"USD","api_version":"2010-04-01","uri":"/x","subresource_uris":{"recordings":"/y"})" +
               extra + "}";
    }
};

struct MessageRow {
    QByteArray sid = test::sid("SM", 1);
    QByteArray direction = "outbound-api";
    QByteArray from = "\"+13132230100\"";
    QByteArray to = "\"+13135550142\"";
    QByteArray body = "Sorry we missed your call.";
    QByteArray status = "queued";
    QByteArray created = "\"Mon, 23 Nov 2026 15:01:03 +0000\"";
    QByteArray updated = "\"Mon, 23 Nov 2026 15:01:03 +0000\"";
    QByteArray errorCode = "null";
    QByteArray errorText = "null";
    QByteArray media = "\"0\"";

    QByteArray json() const
    {
        return R"({"sid":")" + sid + R"(","account_sid":")" + accountSid + R"(","messaging_service_sid":null,"direction":")" + direction +
               R"(","from":)" + from + R"(,"to":)" + to + R"(,"body":")" + body + R"(","status":")" + status +
               R"(","num_segments":"1","num_media":)" + media + R"(,"date_created":)" + created + R"(,"date_updated":)" + updated +
               R"(,"date_sent":null,"error_code":)" + errorCode + R"(,"error_message":)" + errorText +
               R"(,"price":null,"price_unit":null,"api_version":"2010-04-01","uri":"/x","subresource_uris":{"media":"/y"}})";
    }
};

/// A page of a list; `next` as it stands in the JSON (empty: null).
inline QByteArray page(const QByteArray &list, const QList<QByteArray> &rows, const QByteArray &next = QByteArray())
{
    return "{\"" + list + "\":[" + rows.join(',') +
           R"(],"end":0,"start":0,"page":0,"page_size":50,"uri":"/x","first_page_uri":"/x","next_page_uri":)" +
           (next.isEmpty() ? QByteArray("null") : '"' + next + '"') + R"(,"previous_page_uri":null})";
}

inline QByteArray accountJson(const QByteArray &status = "active", const QByteArray &type = "Full")
{
    return R"({"sid":")" + accountSid + R"(","friendly_name":"Motor City Towing","status":")" + status + R"(","type":")" + type +
           R"(","auth_token":"x","date_created":"Mon, 23 Nov 2026 15:01:03 +0000","owner_account_sid":null,"uri":"/x"})";
}

inline QByteArray numberJson(int number, const QByteArray &phoneNumber, const QByteArray &name, bool sms = true, bool voice = true,
                             const QByteArray &voiceUrl = "https://example.com/voice", const QByteArray &smsUrl = "")
{
    return R"({"sid":")" + sid("PN", number) + R"(","phone_number":")" + phoneNumber + R"(","friendly_name":")" + name +
           R"(","capabilities":{"voice":)" + (voice ? "true" : "false") + R"(,"sms":)" + (sms ? "true" : "false") +
           R"(,"mms":true,"fax":false},"voice_url":")" + voiceUrl + R"(","sms_url":")" + smsUrl + R"(","trunk_sid":null})";
}

inline QByteArray errorJson(int code, int status, const QByteArray &message = "no")
{
    return "{\"code\":" + QByteArray::number(code) + R"(,"message":")" + message + R"(","more_info":"https://www.twilio.com/docs/errors/)" +
           QByteArray::number(code) + R"(","status":)" + QByteArray::number(status) + "}";
}

} // namespace textback::test
