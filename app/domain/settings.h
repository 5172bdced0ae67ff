// SPDX-License-Identifier: MIT
#pragma once

#include "domain/devicerole.h"
#include "domain/duty/oncall.h"
#include "domain/hours/businesshours.h"
#include "domain/inbox.h"
#include "domain/limits.h"
#include "domain/line.h"
#include "domain/people.h"
#include "domain/sequencerules.h"
#include "domain/textbackrules.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// Who the business is.
struct BusinessSettings {
    QString name;
    QString timeZone;                       ///< IANA; empty means the PC's own
    QString country = QStringLiteral("US"); ///< ISO code: the home region for national spellings and the foreign rule
    QString trade = QStringLiteral("general");
    QString bookingLink;      ///< https only, may be empty
    QString reviewLink;       ///< https only, may be empty
    QString website = {};     ///< where the numbers are published, https only, may be empty; for the registration with the carriers alone
    QString privacyLink = {}; ///< the privacy policy, likewise
    QString termsLink = {};   ///< the terms, likewise

    bool operator==(const BusinessSettings &) const = default;
};

/// One provider login, without its secrets.
struct AccountSettings {
    QString provider = QStringLiteral("twilio");
    QString apiBaseUrl;            ///< empty means the provider's own; https, save for loopback
    QMap<QString, QString> fields; ///< the provider's own keys that are no secrets: "accountSid", "apiKeySid" (ProviderDescriptor)
    int pollSeconds = 2;           ///< 1..60
    bool lookUpLineType = false;   ///< paid per look-up: ask the provider for the line type before texting

    bool operator==(const AccountSettings &) const = default;
};

/// When callers are texted while the business is closed: as the trade does it, or one of ReplyHours.
enum class ReplyHoursChoice { ByTrade, AroundTheClock, NotAtNight, WhileOpen };

QString toString(ReplyHoursChoice choice);
std::optional<ReplyHoursChoice> replyHoursChoiceFromString(const QString &text);

/// Rules as the owner sets them.
struct RuleSettings {
    Mode mode = Mode::Watch;
    int maxAgeMinutes = 10;       ///< 1..60
    int cooldownHours = 24;       ///< 1..720
    int sendDelaySeconds = 2;     ///< 0..120
    int humanSilenceMinutes = 30; ///< 0..1440
    TemplateLanguage language = TemplateLanguage::English;
    ReplyHoursChoice replyHours = ReplyHoursChoice::ByTrade;
    bool storm = false;
    bool textKnownContacts = true;
    bool textVips = true;
    bool textForeign = false;
    bool robotCallsAreMissed = false;   ///< DetectorOptions
    int shortestTalkSeconds = 0;        ///< likewise; 0..60
    int holdOutPercent = 0;             ///< 0..50
    std::optional<UtcTime> pausedUntil; ///< until then automatic texts are skipped; untilResumed: until a person says so
    QStringList settledTraps;           ///< keys of findings (TrapFinding::key) that the owner knows of: they are not told again
    QMap<QString, QString> templates;   ///< own texts by the spelling of their SendRule

    /// The names that `templates` may have.
    static QStringList templateNames();

    bool operator==(const RuleSettings &) const = default;
};

/// What this PC is among those that work on the account.
struct ThisPcSettings {
    DeviceRole role = DeviceRole::Sender;
    QString name; ///< "Front desk": for people alone, may be empty

    bool operator==(const ThisPcSettings &) const = default;
};

/// All settings of the program: the content of a settings file and of the settings page.
struct Settings {
    BusinessSettings business;
    AccountSettings account;
    std::vector<Line> lines; ///< empty: every number of the account
    RuleSettings rules;
    BusinessHours hours;
    People people;
    Limits limits;
    FollowUps followUps;
    Reviews reviews;
    WaitingCustomers waiting;
    OnCall onCall;
    ThisPcSettings thisPc;
    InboxSettings inbox;
    NotificationSettings notifications;
    WindowSettings window;

    /// Enough to run: an account with its required fields (and a business name for mode On).
    bool hasAccount() const { return !account.fields.isEmpty(); }
    bool operator==(const Settings &) const = default;
};

/// The rules that these settings make, for the numbers that the account has (used when `lines` is empty). Fictional numbers may be texted
/// where the account's API is on this computer: a simulated line.
TextBackRules rulesFrom(const Settings &settings, const std::vector<Line> &accountLines);

} // namespace textback

Q_DECLARE_METATYPE(textback::Settings)
