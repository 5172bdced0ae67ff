// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/messagechannel.h"
#include "domain/ports/scheduler.h"

#include <map>
#include <memory>

namespace textback {

class TwilioAccess;

/// Texts of one Twilio account, both ways. Lists are never filtered by DateSent: it is empty until a text is sent, and such a row would be hidden.
class TwilioMessages final : public MessageChannel {
public:
    /// `api` and `scheduler` must outlive it. Line types are only looked up (it costs money) when `lookUpLineTypes`.
    TwilioMessages(TwilioAccess &api, Scheduler &scheduler, bool lookUpLineTypes);
    ~TwilioMessages() override;
    Q_DISABLE_COPY_MOVE(TwilioMessages)

    void fetchMessages(const MessageQuery &query, Completion<MessageAnswer> done) override;
    void fetchSent(const SentQuery &query, Completion<MessageAnswer> done) override;
    void send(const SendRequest &request, std::function<void(const SendReport &)> done) override;
    void lookUpLineType(const PhoneNumber &number, Completion<std::optional<NumberCapability>> done) override;

    /// At most so many watched messages are asked for in one fetch; the others have their turn in the next ones.
    static constexpr qsizetype mostWatchedAtOnce = 20;

private:
    struct Fetch;
    struct BrokenOff;
    void readWatched(const std::shared_ptr<Fetch> &fetch);

    TwilioAccess &m_api;
    Scheduler &m_scheduler;
    bool m_lookUpLineTypes;
    std::unique_ptr<BrokenOff> m_brokenOff; // a long list that waits to be read on
    qsizetype m_watchOffset = 0;
    quint64 m_nextAnswer = 1;
    std::map<quint64, ScheduledCall> m_answers; // given without a request
};

} // namespace textback
