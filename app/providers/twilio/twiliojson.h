// SPDX-License-Identifier: MIT
#pragma once

#include "domain/line.h"
#include "domain/ports/calllogsource.h"
#include "domain/ports/messagechannel.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace textback {

/// Twilio's answers in our words. Pure functions: bytes in, values out; an Error (BadResponse) when the document as a whole is not what it
/// should be. In lists a record that cannot be read is left out and counted, the others pass. Fields: Twilio's OpenAPI description of 2026-04.

/// One page of a list.
template <typename Row>
struct TwilioPage {
    std::vector<Row> rows;
    QString nextPageUri;     ///< relative, empty on the last page
    QStringList quarantined; ///< why each left-out record was left out; without values
};

/// A call with the times that paging needs.
struct TwilioCall {
    CallLeg leg;

    const QString &id() const { return leg.providerCallId; }
    /// By which the list is sorted.
    std::optional<UtcTime> sortTime() const { return leg.created ? leg.created : leg.started; }
    /// The newest moment at which something happened to it.
    std::optional<UtcTime> newestTime() const;
};

struct TwilioMessage {
    ProviderMessage message;

    const QString &id() const { return message.providerMessageId; }
    std::optional<UtcTime> sortTime() const { return message.created; }
    std::optional<UtcTime> newestTime() const { return std::max(message.created, message.updated); }
};

struct TwilioAccount {
    QString name;
    bool active = true;
    bool trial = false;
};

/// One number of the account.
struct TwilioNumber {
    QString sid;
    QString phoneNumber;
    QString label; ///< the friendly name unless it is only the number again
    bool canCall = true;
    bool canText = true;
    bool flowMayText = false; ///< its calls or texts go to a Studio flow, which may text back by itself

    const QString &id() const { return sid; }
    std::optional<UtcTime> sortTime() const { return std::nullopt; }
    std::optional<UtcTime> newestTime() const { return std::nullopt; }
};

Result<TwilioPage<TwilioCall>> parseTwilioCallPage(const QByteArray &json);
Result<TwilioCall> parseTwilioCall(const QByteArray &json);
Result<TwilioPage<TwilioMessage>> parseTwilioMessagePage(const QByteArray &json);
Result<TwilioMessage> parseTwilioMessage(const QByteArray &json);
Result<TwilioPage<TwilioNumber>> parseTwilioNumberPage(const QByteArray &json);
Result<TwilioAccount> parseTwilioAccount(const QByteArray &json);
/// Recordings of a call: how many voicemails, the newest one's id and length. Recordings of conversations (made by a Dial, a conference, a trunk
/// or the API) are none.
Result<CallDetails> parseTwilioRecordings(const QByteArray &json);
/// The sids of a message's files, sorted: the list itself promises no order. One that cannot be read fails the whole, or every file after it would
/// pass for another.
Result<QStringList> parseTwilioMedia(const QByteArray &json);
/// Whether Twilio noted an *error* while it ran the call's set-up; its warnings do not count.
Result<bool> parseTwilioNotifications(const QByteArray &json);
/// Lookup v2, line type intelligence.
Result<std::optional<NumberCapability>> parseTwilioLookup(const QByteArray &json);

} // namespace textback
