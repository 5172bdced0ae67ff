// SPDX-License-Identifier: MIT
#pragma once

#include "domain/devicerole.h"
#include "domain/ports/calllogsource.h"
#include "domain/ports/messagechannel.h"
#include "domain/ports/providerfactory.h"
#include "domain/ports/random.h"
#include "domain/ports/scheduler.h"
#include "domain/ports/store.h"
#include "domain/settings.h"
#include "domain/textbackrules.h"
#include "engine/changes.h"
#include "engine/clockwatch.h"
#include "engine/keywordlog.h"
#include "engine/notice.h"
#include "engine/providerclock.h"

#include <QSet>

#include <optional>
#include <vector>

namespace textback {

/// A text that somebody else sent over the account, just taken in.
struct ForeignText {
    ConversationId conversation;
    PhoneNumber line; ///< that it came from
    UtcTime at{};
    QString body;
};

/// What the parts that work for one account share. Owned by AccountSession, which outlives them.
struct AccountContext {
    AccountContext(Clock &c, Scheduler &s, Random &r, Store &st, ProviderConnection &p, EngineReports &rep, NoticeBoard &n)
        : clock(c)
        , scheduler(s)
        , random(r)
        , store(st)
        , provider(p)
        , reports(rep)
        , notices(n)
        , time(c)
        , clockWatch(c, n)
    {
    }

    Clock &clock;
    Scheduler &scheduler;
    Random &random;
    Store &store;
    ProviderConnection &provider;
    EngineReports &reports;
    NoticeBoard &notices;

    AccountId account;
    Settings settings;
    TextBackRules rules;
    std::vector<Line> numbers; ///< the account's own
    ProviderClock time;
    std::optional<UtcTime> watchingSince; ///< set by the first poll of a new account
    KeywordLog keywords;
    /// A restored backup forgot what came after this moment: until the provider's messages since then are imported, nothing is sent.
    std::optional<UtcTime> importSince;
    StoredRole role;                       ///< as it is in force; kept by SenderRole
    QSet<SendRule> filtered;               ///< whose texts carriers filter just now: the plain words go in their place (SendingWatch)
    std::vector<ForeignText> foreignTexts; ///< not yet judged by ForeignTextWatch
    ClockWatch clockWatch;

    /// Whether this PC texts by itself: it is switched on, it is the one that sends, and it knows what was sent before.
    bool sendsByItself() const { return rules.mode == Mode::On && role.role == DeviceRole::Sender && !importSince; }
    /// The PC slept: until the next sample nobody knows how late it is.
    void noteSleep(Millis awayFor);
    /// An answer came: its time, and when it is the first after a sleep, the span that was slept through.
    void noteAnswer(std::optional<UtcTime> providerTime);
    /// Whether the PC slept while this moment passed.
    bool sleptThrough(UtcTime moment) const;

private:
    struct Span {
        UtcTime from;
        UtcTime until;
    };
    std::optional<Millis> m_awayFor; // slept, but not yet placed on the provider's clock
    std::optional<Span> m_slept;
};

} // namespace textback
