// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/httpmessage.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"
#include "simulator/twilioerror.h"

#include <QJsonObject>

namespace textback {

/// "Mon, 23 Nov 2026 15:00:00 +0000", or null.
QJsonValue twilioTime(const std::optional<UtcTime> &time);
/// The text, or null when it is empty.
QJsonValue textOrNull(const QString &text);

/// Rows as Twilio's API shows them (schemas of api.v2010; every field is there, null where the API has null).
QJsonObject callJson(const SimulatedCallRow &row, const QString &accountSid);
QJsonObject textJson(const SimulatedTextRow &row, const QString &accountSid);
/// A file of a text, in its list "media_list" (the published specification lacks it; fields as Twilio's documentation has them).
QJsonObject mediaJson(const SimulatedTextRow &row, const SimulatedMedia &file, const QString &accountSid);
QJsonObject callRecordingJson(const SimulatedRecording &recording, const QString &accountSid); ///< under its call
QJsonObject recordingJson(const SimulatedRecording &recording, const QString &accountSid);     ///< in the account's list
QJsonObject notificationJson(const SimulatedNotification &notification, const QString &accountSid);
QJsonObject accountJson(const SimulatorOptions &options, UtcTime created);
QJsonObject numberJson(const QString &number, const QString &sid, const SimulatorOptions &options, UtcTime created);
/// Lookup v2; `lineType` is Twilio's word, or empty when the field was not asked for.
QJsonObject lookupJson(const QString &number, const QString &lineType, const QString &carrier);

/// {"code", "message", "more_info", "status"}.
HttpResponse twilioErrorResponse(const TwilioError &error);
HttpResponse twilioResponse(int status, const QJsonObject &object);

} // namespace textback
