// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "support/virtualtime.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace textback::test {

/// A phone provider in memory, in virtual time: it keeps the truth about calls and texts over restarts of the engine, shows it with delays, and
/// fails as told. Its clock goes on whatever happens to this PC's.
class FakeProvider final : public ProviderFactory {
public:
    explicit FakeProvider(VirtualTime &time);

    /// What happens to one send, on both ends of the wire.
    struct SendScript {
        bool accepts = true;                ///< whether the provider takes the text
        SendEnd answer = SendEnd::Accepted; ///< what the caller hears
        Error error;                        ///< with it, unless accepted
        UnknownCause cause = UnknownCause::ConnectionEnded;
        Millis delay{200};
        bool takenAtItsEnd = false; ///< the provider takes the text only when `delay` is over, just before it answers or hangs up
        bool hangs = false;         ///< no answer ever (the engine is destroyed meanwhile)
        std::optional<NumberCapability> recipient;

        static SendScript refused(ErrorKind kind, int status, const QString &code);
        static SendScript notAccepted(ErrorKind kind, int status = 0);
        static SendScript hanging(bool accepts);
        static SendScript slow(Millis delay);
        static SendScript unknown(bool accepts, UnknownCause cause = UnknownCause::ConnectionEnded);
    };

    /// One row of the call log and since when it can be seen.
    struct Row {
        CallLeg leg;
        UtcTime visibleAt{};
    };
    struct Text {
        ProviderMessage message;
        UtcTime visibleAt{};
        bool byApi = false; ///< sent by the program under test
    };

    UtcTime now() const { return m_start + m_time.monotonicNow() + clockSkew; }

    /// A call that rang unanswered and ended just now; returns the root's id.
    QString addMissedCall(const QString &from, Millis rang = std::chrono::seconds(20), Millis logDelay = Millis(0));
    /// A call that somebody answered and that ended just now.
    QString addAnsweredCall(const QString &from, Millis logDelay = Millis(0));
    /// A call that we made to somebody, answered, ended just now.
    QString addCallTo(const QString &to);
    void addLeg(const CallLeg &leg, Millis logDelay = Millis(0));
    CallLeg *leg(const QString &id);
    /// A text from outside to our number.
    QString addReply(const QString &from, const QString &body);
    /// A text that somebody else sent over the account.
    QString addForeignText(const QString &to, const QString &body);
    void setDelivery(const QString &id, DeliveryStatus status, const QString &errorCode = {},
                     std::optional<NumberCapability> recipient = std::nullopt);

    int textsTo(const QString &number) const; ///< accepted texts of the program
    int texts() const;
    const Text *lastText() const;

    // The account
    std::vector<Line> lines;
    bool active = true;
    bool takesSecrets = true;
    QStringList warnings;
    ProviderDescriptor providerDescriptor;
    QString accountKeyText = QStringLiteral("AC1");

    // The truth
    std::vector<Row> rows;
    std::vector<Text> allTexts;
    std::map<QString, CallDetails> details;
    std::map<QString, std::vector<QByteArray>> files; ///< of a message, by its id
    std::map<QString, QByteArray> recordings;         ///< by theirs
    std::map<QString, NumberCapability> lineTypes;

    // Faults
    std::function<SendScript(const SendRequest &)> sendScript; ///< default: accepts
    std::deque<SendScript> scripts;                            ///< the next sends; before sendScript
    std::optional<Error> callsError;
    std::optional<Error> messagesError;
    std::optional<Error> sentError;
    std::optional<Error> detailsError;
    std::optional<Error> lookUpError;
    std::optional<Error> mediaError;
    std::optional<Error> checkError;
    int unreadableCalls = 0; ///< rows of each answer that could not be read
    int unreadableMessages = 0;
    Millis latency{50};
    Millis listingDelay{0};
    Millis clockSkew{0}; ///< the provider's clock minus a PC clock that nobody touched
    bool givesTime = true;
    std::function<void(std::vector<CallLeg> &)> shuffle; ///< changes an answer of the call log (order, duplicates)
    std::function<void(const SendRequest &)> onSend;     ///< before the provider decides

    // What was asked
    int callPolls = 0;
    int messagePolls = 0;
    int sentLooks = 0;
    int detailLooks = 0;
    int lookUps = 0;
    int checks = 0;
    QStringList mediaAsked; ///< "list SM1", "file SM1 0", "recording RE1"
    int dropped = 0;        ///< times that idle connections were dropped
    std::vector<SendRequest> sends;
    std::vector<UtcTime> callPollTimes;
    CallLogQuery lastCallQuery;
    MessageQuery lastMessageQuery;
    int requests() const { return callPolls + messagePolls + sentLooks + detailLooks + lookUps + checks + static_cast<int>(sends.size()); }

    std::vector<ProviderDescriptor> descriptors() const override { return {providerDescriptor}; }
    Result<std::unique_ptr<ProviderConnection>> connect(const AccountSettings &account, const AccountSecrets &secrets) override;

private:
    friend class FakeConnection;
    QString newId(const QString &prefix) { return prefix + QString::number(++m_ids); }
    QString addCall(const QString &from, const QString &to, CallDirection direction, LegStatus root, LegStatus child, Millis length,
                    Millis logDelay);
    SendReport takeSend(const SendRequest &request, SendScript &script);

    VirtualTime &m_time;
    UtcTime m_start;
    int m_ids = 0;
};

} // namespace textback::test
