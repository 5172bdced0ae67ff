// SPDX-License-Identifier: MIT
#include "ui/format/connectionwords.h"

#include "ui/format/errorwords.h"
#include "ui/format/safetext.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

using Kind = ConnectionState::Kind;

std::optional<Millis> untilNextTry(const ConnectionState &state, UtcTime now)
{
    if (!state.nextTry || *state.nextTry - now < Millis(1000))
        return std::nullopt;
    return *state.nextTry - now;
}

} // namespace

QString ConnectionWords::storageSentence(const ConnectionState &state)
{
    const QString code = state.error ? state.error->providerCode : QString();
    if (code == "locked"_L1)
        return tr("Another program holds the database. Nothing is texted, so that nothing is sent twice. Close that program (a backup or "
                  "antivirus tool, "
                  "perhaps).");
    if (code == "read-only"_L1 || code == "cannot-open"_L1)
        return tr("The database may not be written. Nothing is texted, so that nothing is sent twice. Give your user the right to write "
                  "the data folder.");
    if (code == "corrupt"_L1)
        return tr("The database is damaged. Nothing is texted. Start Textback again: the newest backup takes its place.");
    return tr("The database cannot be written. Nothing is texted, so that nothing is sent twice. Free space on the disk.");
}

/// Each state of the keychain has an end of its own: unlocking, starting one, allowing it.
BannerWords ConnectionWords::keychain(const Error &error)
{
    if (error.providerCode == "locked"_L1 || error.providerCode.isEmpty())
        return {tr("Waiting for your computer's keychain to be unlocked. Texts are on hold."),
                tr("Unlock"),
                BannerAction::UnlockKeychain,
                BannerTone::Warn,
                {},
                {}};
    return {tr("%1 Texts are on hold.", "%1 is what is wrong with the keychain, whole sentences").arg(ErrorWords::sentence(error)),
            tr("Settings"),
            BannerAction::OpenSettings,
            BannerTone::Danger,
            {},
            {}};
}

std::optional<BannerWords> ConnectionWords::banner(const ConnectionState &state, UtcTime now)
{
    const std::optional<Millis> wait = untilNextTry(state, now);
    const QString in = wait ? TimeWords::span(*wait) : QString();
    const auto withWait = [&](const QString &sentence) {
        return wait ? tr("%1 Next try in %2.", "%1 is a whole sentence").arg(sentence, in) : tr("%1 Trying again now.").arg(sentence);
    };
    switch (state.kind) {
    case Kind::NotSetUp:
        if (state.error && state.error->providerCode == signInMissingCode)
            return BannerWords{ErrorWords::sentence(*state.error), tr("Sign in"), BannerAction::OpenSettings, BannerTone::Danger, {}, {}};
        return BannerWords{tr("No phone provider is set up yet, so no calls are watched."),
                           tr("Set up"),
                           BannerAction::OpenSettings,
                           BannerTone::Info,
                           {},
                           {}};
    case Kind::Offline:
        return BannerWords{withWait(tr("No internet. Missed calls will be handled when it is back.")),
                           tr("Try now"),
                           BannerAction::TryNow,
                           BannerTone::Danger,
                           {},
                           {}};
    case Kind::Untrusted:
        return BannerWords{
            withWait(ErrorWords::sentence(state.error.value_or(Error{}))), tr("Try now"), BannerAction::TryNow, BannerTone::Danger, {}, {}};
    case Kind::ProviderDown:
        if (state.error && (state.error->providerCode == notJsonCode || state.error->providerCode == redirectCode))
            return BannerWords{
                withWait(ErrorWords::sentence(*state.error)), tr("Try now"), BannerAction::TryNow, BannerTone::Danger, {}, {}};
        return BannerWords{withWait(tr("Your phone provider has trouble. Missed calls will be handled when it is back.")),
                           tr("Try now"),
                           BannerAction::TryNow,
                           BannerTone::Danger,
                           {},
                           {}};
    case Kind::RateLimited:
        return BannerWords{wait ? tr("The provider asks us to slow down. Going on in %1.").arg(in)
                                : tr("The provider asks us to slow down. Going on shortly."),
                           {},
                           BannerAction::None,
                           BannerTone::Warn,
                           {},
                           {}};
    case Kind::SignedOut:
        return BannerWords{tr("Your phone provider needs you to sign in again. Texts are on hold."),
                           tr("Sign in"),
                           BannerAction::OpenSettings,
                           BannerTone::Danger,
                           {},
                           {}};
    case Kind::Refused: {
        const QString words = state.error ? singleLine(state.error->detail) : QString();
        return BannerWords{words.isEmpty() ? tr("Your provider refused to send. Nothing is being texted. Look at the account there.")
                                           : tr("Your provider refused to send: “%1” Nothing is being texted.").arg(words),
                           tr("Open provider"),
                           BannerAction::OpenProvider,
                           BannerTone::Danger,
                           {},
                           {}};
    }
    case Kind::KeychainLocked:
        return keychain(state.error.value_or(Error{}));
    case Kind::StorageTrouble:
        return BannerWords{storageSentence(state), tr("Try again"), BannerAction::TryNow, BannerTone::Danger, {}, {}};
    case Kind::Connecting:
    case Kind::Online:
        break;
    }
    return std::nullopt;
}

QString ConnectionWords::shortState(const ConnectionState &state)
{
    switch (state.kind) {
    case Kind::NotSetUp:
        return tr("Not set up");
    case Kind::Connecting:
        return tr("Connecting");
    case Kind::Online:
        return tr("Connected");
    case Kind::Offline:
        return tr("Offline");
    case Kind::ProviderDown:
        return tr("No answer");
    case Kind::Untrusted:
        return state.error && state.error->providerCode == clockSuspectedCode ? tr("Clock wrong") : tr("Not secure");
    case Kind::RateLimited:
        return tr("Slowed");
    case Kind::SignedOut:
        return tr("Signed out");
    case Kind::Refused:
        return tr("Refused");
    case Kind::KeychainLocked:
        return tr("Keychain");
    case Kind::StorageTrouble:
        return tr("Disk");
    }
    Q_UNREACHABLE();
}

QString ConnectionWords::statusLine(const ConnectionState &state, UtcTime now)
{
    if (state.isTrouble()) {
        const auto words = banner(state, now);
        return words ? words->text : shortState(state);
    }
    if (state.kind == Kind::Connecting)
        return tr("Connecting to your phone provider.");
    if (!state.lastSuccess)
        return tr("Connected.");
    return tr("Connected. Last check %1 ago.").arg(TimeWords::span(std::max(Millis(0), now - *state.lastSuccess)));
}

} // namespace textback
