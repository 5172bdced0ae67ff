// SPDX-License-Identifier: MIT
#include "ui/settings/connectionwords.h"

#include "domain/phonenumber.h"
#include "ui/format/errorwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace textback {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(textback::AccountWords)
};

QString nextTryWords(const ConnectionState &state, UtcTime now)
{
    if (!state.nextTry.has_value() || *state.nextTry <= now)
        return Words::tr("Trying again now.");
    const qint64 seconds = (*state.nextTry - now).count() / 1000 + 1;
    return seconds < 120 ? Words::tr("Trying again in %1 s.").arg(seconds) : Words::tr("Trying again in %1 min.").arg(seconds / 60);
}

} // namespace

QString connectionWords(const ConnectionState &state, UtcTime now)
{
    switch (state.kind) {
    case ConnectionState::Kind::NotSetUp:
        return Words::tr("Not connected yet. Enter the sign-in data below.");
    case ConnectionState::Kind::Connecting:
        return Words::tr("Connecting…");
    case ConnectionState::Kind::Online: {
        if (!state.lastSuccess.has_value())
            return Words::tr("Connected.");
        const qint64 seconds = std::max<qint64>(0, (now - *state.lastSuccess).count() / 1000);
        return seconds < 120 ? Words::tr("Connected. Last check %1 s ago.").arg(seconds)
                             : Words::tr("Connected. Last check %1 min ago.").arg(seconds / 60);
    }
    case ConnectionState::Kind::Offline:
        return Words::tr("The provider cannot be reached. Missed calls will be handled when the internet is back.") + u' ' +
               nextTryWords(state, now);
    case ConnectionState::Kind::ProviderDown:
        if (state.error && (state.error->providerCode == notJsonCode || state.error->providerCode == redirectCode))
            return ErrorWords::sentence(*state.error) + u' ' + nextTryWords(state, now);
        return Words::tr("The provider has trouble and does not answer properly.") + u' ' + nextTryWords(state, now);
    case ConnectionState::Kind::Untrusted:
        return ErrorWords::sentence(state.error.value_or(Error{})) + u' ' + nextTryWords(state, now);
    case ConnectionState::Kind::RateLimited:
        return Words::tr("The provider asks us to slow down.") + u' ' + nextTryWords(state, now);
    case ConnectionState::Kind::SignedOut:
        return Words::tr("The provider does not accept this sign-in. Texts are on hold: check the account and enter the token again.");
    case ConnectionState::Kind::Refused:
        if (state.error.has_value() && !state.error->detail.isEmpty())
            return Words::tr("The provider refuses: “%1” Nothing is texted until that is settled with the provider.")
                .arg(state.error->detail);
        return Words::tr("The provider refuses. Nothing is texted until that is settled with the provider.");
    case ConnectionState::Kind::KeychainLocked:
        return state.error.has_value()
                   ? keychainWords(*state.error)
                   : Words::tr(
                         "This computer's keychain is locked. Unlock it, and Textback goes on by itself; you need not sign in again.");
    case ConnectionState::Kind::StorageTrouble:
        return Words::tr("The database cannot be written; the disk may be full. Nothing is texted, so that nothing is sent twice.");
    }
    return {};
}

QString keychainWords(const Error &error)
{
    if (error.providerCode == QLatin1StringView("locked"))
        return Words::tr("This computer's keychain is locked. Unlock it, and Textback goes on by itself; you need not sign in again.");
    if (error.providerCode == QLatin1StringView("no-service")) {
        return Words::tr(
            "No keychain was found on this computer, so the sign-in data cannot be kept. Install and start one (GNOME Keyring, "
            "KWallet or KeePassXC), or give the data by environment variables.");
    }
    if (error.providerCode == QLatin1StringView("denied"))
        return Words::tr("Access to this computer's keychain was denied. Save again and allow it when you are asked.");
    return Words::tr("This computer's keychain did not answer as it should. Start it again (or sign out of this computer and in again), "
                     "then save once more.");
}

QString accountWarningWords(const QString &warning, const QString &homeRegion)
{
    const QString kind = warning.section(u':', 0, 0);
    const QString about = warning.section(u':', 1);
    const std::optional<PhoneNumber> number = PhoneNumber::fromStored(about);
    const QString shown = number.has_value() ? number->display(homeRegion) : about;
    if (kind == QLatin1StringView("flow-may-text"))
        return Words::tr("%1: the provider's own call flow may already text back. Switch that off, or callers get two texts.").arg(shown);
    if (kind == QLatin1StringView("cannot-text"))
        return Words::tr("%1 cannot send texts.").arg(shown);
    if (kind == QLatin1StringView("trial"))
        return Words::tr("This is a trial account: the provider texts only numbers that you verified there.");
    return warning;
}

} // namespace textback
