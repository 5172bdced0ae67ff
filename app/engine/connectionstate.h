// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/time.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace textback {

/// How the account stands, in the classes that the window's banner and the headless events tell apart.
struct ConnectionState {
    enum class Kind {
        NotSetUp,   ///< no account in the settings, or its secrets are missing
        Connecting, ///< no answer yet
        Online,
        Offline,      ///< no network, or the provider cannot be reached
        ProviderDown, ///< it answers 5xx or something that is not its format
        Untrusted, ///< somebody with a wrong certificate answers in its place, or this PC's clock is wrong (error.providerCode): nothing is sent
        RateLimited,
        SignedOut,      ///< 401: texts are on hold until somebody signs in again
        Refused,        ///< suspended, unpaid or not registered: in the provider's own words (error.detail)
        KeychainLocked, ///< waiting for the computer's keychain
        StorageTrouble, ///< the database cannot be written: nothing is sent
    };

    Kind kind = Kind::NotSetUp;
    std::optional<Error> error;         ///< of the trouble
    std::optional<UtcTime> lastSuccess; ///< PC clock: last answered poll
    std::optional<UtcTime> nextTry;     ///< PC clock: while backing off

    bool isTrouble() const { return kind != Kind::Online && kind != Kind::Connecting; }
    bool operator==(const ConnectionState &) const = default;
};

/// The stable spelling for events ("online", "signed-out").
QString toString(ConnectionState::Kind kind);

} // namespace textback

Q_DECLARE_METATYPE(textback::ConnectionState)
