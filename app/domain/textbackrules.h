// SPDX-License-Identifier: MIT
#pragma once

#include "domain/duty/oncall.h"
#include "domain/hours/businesshours.h"
#include "domain/hours/quiethours.h"
#include "domain/limits.h"
#include "domain/line.h"
#include "domain/messagetemplate.h"
#include "domain/missedcalldetector.h"
#include "domain/people.h"
#include "domain/sequencerules.h"
#include "domain/time.h"

#include <QString>
#include <QTimeZone>

#include <map>
#include <optional>
#include <vector>

namespace textback {

/// Whether automatic texts go out. A person's own messages go in every mode.
enum class Mode {
    On,
    Watch, ///< decide and show, send nothing
    Off,
};

QString toString(Mode mode);
std::optional<Mode> modeFromString(const QString &text);

/// A pause that ends when a person ends it: the end of the year 9999.
inline constexpr UtcTime untilResumed = fromUnixMillis(253402300799000);

/// Everything that rules an automatic text, as one value (a snapshot of Settings, see Settings::rules). Defaults: rules.md.
struct TextBackRules {
    Mode mode = Mode::Watch;
    Millis maxAge = std::chrono::minutes(10); ///< since the call's end
    Millis coolDown = std::chrono::hours(24); ///< per caller, over all lines
    Millis secondCallWindow = std::chrono::minutes(10);
    Millis sendDelay = std::chrono::seconds(2); ///< 0..120 s
    Millis humanSilence = std::chrono::minutes(30);
    QString businessName;
    QString bookingLink;
    QString reviewLink;
    QTimeZone timeZone = QTimeZone::utc(); ///< the business's
    QString homeRegion = QStringLiteral("US");
    TemplateLanguage language = TemplateLanguage::English;
    TemplateSet templates;
    std::map<PhoneNumber, TemplateSet> lineTemplates; ///< of lines that have a trade or texts of their own
    std::vector<Line> lines;                          ///< configured or, if none are, every number of the account
    DetectorOptions detector;
    BusinessHours hours;
    ReplyHours replyHours = ReplyHours::AroundTheClock;
    People people;
    bool textKnownContacts = true; ///< who is in the contacts gets a text, too
    bool textVips = true;          ///< VIPs get their own text, else none
    bool textForeign = false;      ///< numbers abroad, and +1 numbers of the Caribbean
    bool storm = false;            ///< the out-of-office text, whatever the hour, until it is switched off
    Limits limits;
    FollowUps followUps;
    Reviews reviews;
    WaitingCustomers waiting;
    OnCall onCall;
    int holdOutPercent = 0; ///< 0..50: so many callers of a hundred get no text, for comparison (rules.md 4)
    /// Automatic texts are skipped until then. No part of version(): it changes no rule.
    std::optional<UtcTime> pausedUntil;
    /// 555-01xx numbers, which belong to nobody, may be texted: for callers of a simulated line only (rules.md C29). rulesFrom sets it when
    /// the account's API is on this computer.
    bool allowFictionalNumbers = false;

    bool isPaused(UtcTime now) const { return pausedUntil && now < *pausedUntil; }
    /// The line that has this number, or null.
    const Line *lineFor(const PhoneNumber &number) const;
    /// Whether a number is one that the business is called or texts from.
    bool isOwnLine(const PhoneNumber &number) const;
    /// The texts for calls to a line.
    const TemplateSet &templatesFor(const PhoneNumber &line) const;
    /// Until when a customer who wrote or called at `since` has waited for waiting.minutes of open time.
    UtcTime waitedUntil(UtcTime since) const;
    /// A short hash over everything above: stored with each decision.
    QString version() const;
    bool operator==(const TextBackRules &) const = default;
};

} // namespace textback
