// SPDX-License-Identifier: MIT
#pragma once

#include "domain/line.h"
#include "domain/ports/calllogsource.h"
#include "domain/ports/mediasource.h"
#include "domain/ports/messagechannel.h"
#include "domain/result.h"
#include "domain/secret.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace textback {

struct AccountSettings;

/// One field of a provider's sign-in form. The settings page, the settings file and the environment are made from these.
struct ProviderField {
    QString key;         ///< "accountSid": the key in the settings file and in AccountSettings::fields; for secrets the keychain entry
    QString label;       ///< English, translated in ui/ (context "ProviderField")
    bool secret = false; ///< kept in the keychain; never in a file
    bool required = false;
    QString pattern;             ///< regular expression for the whole value; empty: anything
    QString environmentVariable; ///< secrets: "TEXTBACK_TWILIO_AUTH_TOKEN"
};

/// What a provider is and can do.
struct ProviderDescriptor {
    QString id;   ///< "twilio"
    QString name; ///< "Twilio"
    QString defaultApiBaseUrl;
    QStringList hosts;     ///< the only hosts that the sign-in is ever shown to; a base URL on loopback replaces them all
    QStringList fileHosts; ///< asked as well, but for pictures and recordings only and without the sign-in; likewise replaced
    std::vector<ProviderField> fields;
    int shortestPollSeconds = 1;
    int maximumTextLength = 1600;
    bool answersStopItself = false;     ///< sends its own confirmation of STOP, START and HELP
    QStringList stopWords;              ///< the whole messages that it so takes for STOP, small letters; empty: every keyword
    QStringList filteredCodes;          ///< of a delivery that carriers stopped because of its words
    bool resendsOnceWhenAbsent = false; ///< its message list can be trusted to show what was accepted (faults.md 5.3)
    QString accountPage;                ///< the web page where a person looks after the account (https)
};

/// What the provider says about the login.
struct AccountCheck {
    QString accountName;
    bool active = true; ///< false: suspended or closed
    bool trial = false;
    std::vector<Line> lines; ///< the account's numbers that can be called
    QStringList cannotText;  ///< E.164 of those that cannot send texts
    QStringList warnings;    ///< stable spellings, e.g. "flow-may-text:+13132230100" (a flow that may already text back)
    std::optional<UtcTime> providerTime;
};

/// One provider login at work. Destroying it, also from inside an answer, ends what is under way and calls nobody: a text that was being sent
/// then is one whose end nobody knows.
class ProviderConnection {
public:
    virtual ~ProviderConnection() = default;

    virtual const ProviderDescriptor &descriptor() const = 0;
    /// The account's own key at the provider ("AC..."), with which its rows are kept apart.
    virtual QString accountKey() const = 0;
    virtual CallLogSource &calls() = 0;
    virtual MessageChannel &messages() = 0;
    /// Pictures and voicemails; nullptr where the provider offers none. Lives as long as the connection.
    virtual MediaSource *media() { return nullptr; }
    virtual void checkAccount(Completion<AccountCheck> done) = 0;
    /// Drops idle connections: after sleep they are dead.
    virtual void dropConnections() = 0;
};

/// The sign-in secrets of one account by field key.
using AccountSecrets = QMap<QString, Secret>;

/// Makes connections; knows every provider of the program. Engine thread.
class ProviderFactory {
public:
    virtual ~ProviderFactory() = default;

    virtual std::vector<ProviderDescriptor> descriptors() const = 0;
    /// Fails (Rejected) for an unknown provider or a missing field.
    virtual Result<std::unique_ptr<ProviderConnection>> connect(const AccountSettings &account, const AccountSecrets &secrets) = 0;
};

} // namespace textback
