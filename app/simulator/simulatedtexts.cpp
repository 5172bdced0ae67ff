// SPDX-License-Identifier: MIT
#include "simulator/simulatedtexts.h"

#include "domain/phonenumber.h"
#include "domain/ports/clock.h"
#include "domain/ports/random.h"
#include "domain/smssegments.h"
#include "simulator/simulatedids.h"

#include <algorithm>
#include <array>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t keptTexts = 20000;

struct FateText {
    TextFate fate;
    QLatin1StringView name;
    int errorCode;
};

constexpr std::array fateTexts{
    FateText{TextFate::Delivered, "delivered"_L1, 0},    FateText{TextFate::StaysSent, "stays-sent"_L1, 0},
    FateText{TextFate::PhoneOff, "phone-off"_L1, 30003}, FateText{TextFate::NotInService, "not-in-service"_L1, 30005},
    FateText{TextFate::Landline, "landline"_L1, 30006},  FateText{TextFate::Filtered, "filtered"_L1, 30007},
    FateText{TextFate::Failed, "failed"_L1, 30008},      FateText{TextFate::NotRegistered, "not-registered"_L1, 30034},
};

const FateText &textOf(TextFate fate)
{
    return *std::find_if(fateTexts.begin(), fateTexts.end(), [fate](const FateText &text) { return text.fate == fate; });
}

/// Twilio's own default keywords, which it acts on by itself; a message must be the word alone (its help centre, "Twilio support for
/// opt-out keywords"). Not the program's own list on purpose: the two need not agree.
enum class Keyword { None, Stop, Start, Help };

Keyword keywordIn(const QString &body)
{
    const QString word = body.trimmed().toUpper();
    for (const QLatin1StringView stop :
         {"STOP"_L1, "STOPALL"_L1, "UNSUBSCRIBE"_L1, "CANCEL"_L1, "END"_L1, "QUIT"_L1, "REVOKE"_L1, "OPTOUT"_L1}) {
        if (word == stop)
            return Keyword::Stop;
    }
    for (const QLatin1StringView start : {"START"_L1, "YES"_L1, "UNSTOP"_L1}) {
        if (word == start)
            return Keyword::Start;
    }
    return word == "HELP"_L1 || word == "INFO"_L1 ? Keyword::Help : Keyword::None;
}

/// Empty for what is no valid number.
QString e164(const QString &number)
{
    return PhoneNumber::parse(number).value_or(PhoneNumber()).e164();
}

} // namespace

QString toString(TextStatus status)
{
    switch (status) {
    case TextStatus::Accepted:
        return u"accepted"_s;
    case TextStatus::Queued:
        return u"queued"_s;
    case TextStatus::Sending:
        return u"sending"_s;
    case TextStatus::Sent:
        return u"sent"_s;
    case TextStatus::Delivered:
        return u"delivered"_s;
    case TextStatus::Undelivered:
        return u"undelivered"_s;
    case TextStatus::Failed:
        return u"failed"_s;
    case TextStatus::Receiving:
        return u"receiving"_s;
    case TextStatus::Received:
        return u"received"_s;
    }
    Q_UNREACHABLE();
}

QString toString(TextFate fate)
{
    return textOf(fate).name;
}

std::optional<TextFate> textFateFromString(const QString &text)
{
    for (const FateText &entry : fateTexts) {
        if (entry.name == text)
            return entry.fate;
    }
    return std::nullopt;
}

QString SimulatedTexts::errorText(int code)
{
    switch (code) {
    case 30003:
        return u"Unreachable destination handset"_s;
    case 30005:
        return u"Unknown destination handset"_s;
    case 30006:
        return u"Landline or unreachable carrier"_s;
    case 30007:
        return u"Message filtered"_s;
    case 30034:
        return u"US A2P 10DLC - Message from an Unregistered Number"_s;
    case 30036:
        return u"Validity Period Expired"_s;
    default:
        return u"Unknown error"_s;
    }
}

SimulatedTexts::SimulatedTexts(const Clock &clock, Scheduler &scheduler, Random &random, const SimulatorOptions &options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_random(random)
    , m_options(options)
    , m_rows(keptTexts)
{
}

tl::expected<QString, TwilioError> SimulatedTexts::send(const NewText &text)
{
    if (const std::optional<TwilioError> error = refusal(text))
        return tl::make_unexpected(*error);
    const bool byService = !text.messagingServiceSid.isEmpty();
    SimulatedTextRow row;
    row.direction = u"outbound-api"_s;
    // Twilio stores numbers in E.164 whatever the spelling was.
    row.from = e164(text.from);
    row.to = e164(text.to);
    row.body = text.smartEncoded || m_options.smartEncoding ? smartEncoded(text.body) : text.body;
    row.messagingServiceSid = text.messagingServiceSid;
    row.status = byService ? TextStatus::Accepted : TextStatus::Queued;
    row.validFor = text.validFor;
    ++m_accepted[row.to];
    const QString sid = add(std::move(row));
    travel(sid, scaled(300ms));
    emit textAccepted(sid);
    return sid;
}

QString SimulatedTexts::sendElsewhere(const QString &from, const QString &to, const QString &body)
{
    SimulatedTextRow row;
    row.direction = u"outbound-api"_s;
    row.from = from;
    row.to = to;
    row.body = body;
    const QString sid = add(std::move(row));
    travel(sid, scaled(300ms));
    return sid;
}

QString SimulatedTexts::receive(const QString &from, const QString &to, const QString &body, std::vector<SimulatedMedia> media)
{
    SimulatedTextRow row;
    for (SimulatedMedia &file : media) {
        file.sid = makeSid("ME"_L1, m_random);
        file.storageName = makeHex32(m_random);
    }
    row.media = std::move(media);
    row.direction = u"inbound"_s;
    row.from = from;
    row.to = to;
    row.body = body;
    row.status = TextStatus::Received;
    row.sent = m_clock.utcNow(); // for an inbound message this is when it was handed on
    const QString sid = add(std::move(row));
    answerKeyword(from, to, body);
    emit textReceived(sid);
    return sid;
}

void SimulatedTexts::setFate(const QString &number, TextFate fate)
{
    m_fates.insert(number, fate);
}

bool SimulatedTexts::isListed(const SimulatedTextRow &row) const
{
    return m_clock.monotonicNow() >= row.madeAt + m_options.visibilityDelay;
}

std::optional<TwilioError> SimulatedTexts::refusal(const NewText &text) const
{
    if (text.to.isEmpty())
        return TwilioError{400, 21604, u"A 'To' phone number is required."_s};
    if (text.from.isEmpty() && text.messagingServiceSid.isEmpty())
        return TwilioError{400, 21603, u"A 'From' phone number is required."_s};
    if (text.body.isEmpty())
        return TwilioError{400, 21602, u"Message body is required."_s};
    if (text.body.size() > maximumTextLength)
        return TwilioError{400, 21617, u"The concatenated message body exceeds the 1600 character limit"_s};
    if (text.validFor && (*text.validFor < 1s || *text.validFor > 36000s))
        return TwilioError{400, 21624, u"The ValidityPeriod must be between 1 and 36000 seconds"_s};
    const QString to = e164(text.to);
    const QString from = e164(text.from);
    if (to.isEmpty())
        return TwilioError{400, 21211, u"Invalid 'To' Phone Number: %1"_s.arg(text.to.left(40))};
    if (!text.messagingServiceSid.isEmpty() && text.messagingServiceSid != m_options.messagingServiceSid)
        return TwilioError{404, 21705, u"The Messaging Service Sid %1 is invalid"_s.arg(text.messagingServiceSid.left(40))};
    if (!text.from.isEmpty() && !isOurs(from))
        return TwilioError{
            400, 21606,
            u"The 'From' phone number provided (%1) is not a valid message-capable Twilio phone number for this destination/account"_s.arg(
                text.from.left(40))};
    if (to == from)
        return TwilioError{400, 21266, u"'To' and 'From' number cannot be the same: %1"_s.arg(from)};
    if (isOptedOut(to, text.from.isEmpty() ? m_options.businessNumber : from))
        return TwilioError{400, 21610, u"Attempt to send to unsubscribed recipient"_s};
    return std::nullopt;
}

bool SimulatedTexts::isOurs(const QString &number) const
{
    return number == m_options.businessNumber || m_options.otherNumbers.contains(number);
}

QString SimulatedTexts::add(SimulatedTextRow row)
{
    row.sid = makeSid("SM"_L1, m_random);
    row.created = m_clock.utcNow();
    row.updated = row.created;
    row.madeAt = m_clock.monotonicNow();
    row.segments = std::max(1, countSegments(row.body).segments);
    return m_rows.add(std::move(row)).sid;
}

void SimulatedTexts::travel(const QString &sid, Millis delay)
{
    m_journeys[sid].timer = m_scheduler.callAfter(delay, [this, sid] { advance(sid); });
}

/// The next stage of an outgoing text: sending, sent, the carrier's word.
void SimulatedTexts::advance(const QString &sid)
{
    SimulatedTextRow *row = m_rows.find(sid);
    if (!row) {
        m_journeys.erase(sid);
        return;
    }
    const int stage = m_journeys[sid].stage++;
    row->updated = m_clock.utcNow();
    if (stage == 0) {
        row->status = TextStatus::Sending;
        if (row->from.isEmpty())
            row->from = m_options.businessNumber;
        travel(sid, scaled(700ms));
        return;
    }
    const FateText &fate = textOf(this->fate(row->to));
    if (stage == 1) {
        if (row->validFor && row->updated - row->created > *row->validFor) {
            row->status = TextStatus::Failed;
            row->errorCode = 30036;
            m_journeys.erase(sid);
            return;
        }
        row->status = TextStatus::Sent;
        row->sent = row->updated;
        row->price = u"-0.00790"_s;
        if (fate.fate == TextFate::StaysSent) {
            m_journeys.erase(sid);
            emit textDelivered(sid);
            return;
        }
        travel(sid, scaled(fate.fate == TextFate::Delivered ? 1500ms : 3s));
        return;
    }
    m_journeys.erase(sid);
    if (fate.errorCode == 0) {
        row->status = TextStatus::Delivered;
        emit textDelivered(sid);
        return;
    }
    row->status = fate.fate == TextFate::Failed ? TextStatus::Failed : TextStatus::Undelivered;
    row->errorCode = fate.errorCode;
}

void SimulatedTexts::answerKeyword(const QString &customer, const QString &ours, const QString &body)
{
    switch (keywordIn(body)) {
    case Keyword::None:
        return;
    case Keyword::Stop:
        if (isOptedOut(customer, ours))
            return; // the provider stays silent to one who is already out
        m_optOuts.insert({customer, ours});
        sendReply(ours, customer,
                  u"You have successfully been unsubscribed. You will not receive any more messages from this number. "
                  "Reply START to resubscribe."_s);
        return;
    case Keyword::Start:
        if (!m_optOuts.remove({customer, ours}))
            return;
        sendReply(ours, customer,
                  u"You have successfully been re-subscribed to messages from this number. Reply HELP for help. "
                  "Reply STOP to unsubscribe. Msg&Data Rates May Apply."_s);
        return;
    case Keyword::Help:
        sendReply(ours, customer, u"Reply STOP to unsubscribe. Msg&Data Rates May Apply."_s);
        return;
    }
}

void SimulatedTexts::sendReply(const QString &from, const QString &to, const QString &body)
{
    SimulatedTextRow row;
    row.direction = u"outbound-reply"_s;
    row.from = from;
    row.to = to;
    row.body = body;
    travel(add(std::move(row)), scaled(300ms));
}

Millis SimulatedTexts::scaled(Millis time) const
{
    return Millis(static_cast<qint64>(static_cast<double>(time.count()) / m_options.timeScale));
}

} // namespace textback
