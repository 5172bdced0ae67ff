// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/time.h"
#include "simulator/rowlist.h"
#include "simulator/simulatoroptions.h"
#include "simulator/twilioerror.h"

#include <tl/expected.hpp>

#include <QObject>
#include <QSet>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace textback {

class Clock;
class Random;

/// The states of a message at Twilio that the simulator uses.
enum class TextStatus { Accepted, Queued, Sending, Sent, Delivered, Undelivered, Failed, Receiving, Received };

/// Twilio's spelling.
QString toString(TextStatus status);

/// What becomes of a text after it was accepted.
enum class TextFate {
    Delivered,
    StaysSent,     ///< the carrier gives no receipt
    PhoneOff,      ///< undelivered, 30003
    NotInService,  ///< undelivered, 30005
    Landline,      ///< undelivered, 30006
    Filtered,      ///< undelivered, 30007
    NotRegistered, ///< undelivered, 30034
    Failed,        ///< failed, 30008
};

QString toString(TextFate fate); ///< "delivered", "stays-sent", "phone-off" ...
std::optional<TextFate> textFateFromString(const QString &text);

/// A picture or another file that came with a text.
struct SimulatedMedia {
    QString sid;         ///< "ME..."; given by SimulatedTexts
    QString storageName; ///< under which the storage has it; given by SimulatedTexts
    QByteArray contentType;
    QByteArray bytes;
};

/// One row of the message log.
struct SimulatedTextRow {
    QString sid;
    QString direction; ///< "inbound", "outbound-api", "outbound-reply"
    QString from;      ///< empty: the Messaging Service has not chosen yet
    QString to;
    QString body;
    QString messagingServiceSid; ///< empty: none
    TextStatus status = TextStatus::Queued;
    int segments = 1;
    std::vector<SimulatedMedia> media;
    UtcTime created{};
    UtcTime updated{};
    std::optional<UtcTime> sent;
    std::optional<int> errorCode;
    std::optional<QString> price;
    std::optional<Millis> validFor;
    Millis madeAt{0}; ///< monotonic time at which the row came to be
};

/// A text that somebody asks the provider to send.
struct NewText {
    QString to;
    QString from;                ///< one of the account's numbers, or empty with a Messaging Service
    QString messagingServiceSid; ///< or empty
    QString body;
    std::optional<Millis> validFor;
    bool smartEncoded = false;
};

/// The message log of the simulated account: life cycles of outgoing texts, replies of customers, and the provider's own handling of
/// STOP, START and HELP. One thread.
class SimulatedTexts : public QObject {
    Q_OBJECT

public:
    SimulatedTexts(const Clock &clock, Scheduler &scheduler, Random &random, const SimulatorOptions &options, QObject *parent = nullptr);

    /// Checks a text as Twilio does and accepts it; answers its sid.
    tl::expected<QString, TwilioError> send(const NewText &text);
    /// A text of the account that did not come through the API client under test: a flow's own, a phone app's.
    QString sendElsewhere(const QString &from, const QString &to, const QString &body);
    /// A customer's text arrives.
    QString receive(const QString &from, const QString &to, const QString &body, std::vector<SimulatedMedia> media = {});

    /// What becomes of texts to a number from now on.
    void setFate(const QString &number, TextFate fate);
    TextFate fate(const QString &number) const { return m_fates.value(number, TextFate::Delivered); }
    /// The number told this one of ours STOP.
    bool isOptedOut(const QString &customer, const QString &ours) const { return m_optOuts.contains({customer, ours}); }
    /// How many texts of the API client to this number were accepted.
    int acceptedTo(const QString &number) const { return m_accepted.value(number); }

    const RowList<SimulatedTextRow> &rows() const { return m_rows; }
    bool isListed(const SimulatedTextRow &row) const;

    /// Twilio's text for one of its message errors.
    static QString errorText(int code);

signals:
    void textAccepted(const QString &sid);  ///< the API client's
    void textDelivered(const QString &sid); ///< it reached the customer's phone
    void textReceived(const QString &sid);  ///< from a customer

private:
    struct Journey {
        int stage = 0;
        ScheduledCall timer;
    };

    std::optional<TwilioError> refusal(const NewText &text) const;
    bool isOurs(const QString &number) const;
    QString add(SimulatedTextRow row);
    void travel(const QString &sid, Millis delay);
    void advance(const QString &sid);
    void answerKeyword(const QString &customer, const QString &ours, const QString &body);
    void sendReply(const QString &from, const QString &to, const QString &body);
    Millis scaled(Millis time) const;

    const Clock &m_clock;
    Scheduler &m_scheduler;
    Random &m_random;
    const SimulatorOptions &m_options;
    RowList<SimulatedTextRow> m_rows;
    QHash<QString, TextFate> m_fates;
    QHash<QString, int> m_accepted;
    QSet<std::pair<QString, QString>> m_optOuts; // customer, our number
    std::map<QString, Journey> m_journeys;       // outgoing texts on their way, by sid
};

} // namespace textback
