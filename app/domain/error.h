// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QString>

#include <optional>

namespace textback {

/// What went wrong, in the classes that the program acts on (retry, hold, tell the person). Codes and texts of a provider are for
/// choosing words, never for control flow beyond these.
enum class ErrorKind {
    Network,          ///< no connection, no name, TLS refused, connection lost
    Timeout,          ///< our own deadline passed
    Unauthorized,     ///< the provider refused the sign-in
    RateLimited,      ///< refused before processing; retryAfter may say how long to wait
    InvalidRecipient, ///< this number cannot be texted
    OptedOut,         ///< the recipient told the provider STOP
    Rejected,         ///< refused for another stated reason
    Server,           ///< the provider answered 5xx: it may or may not have acted
    BadResponse,      ///< an answer that is not the provider's format
    Storage,          ///< the database could not read or write
    Keychain,         ///< the credential store could not answer
    Cancelled,        ///< given up because we are stopping
};

/// The stable spelling of a kind for logs and events ("rate-limited").
QString toString(ErrorKind kind);

/// A failure. The sentence for the person is made in ui/ from the kind and the code; `detail` is technical, English and already redacted.
struct Error {
    ErrorKind kind = ErrorKind::Network;
    QString detail;
    std::optional<Millis> retryAfter; ///< what the provider asked for, not yet capped
    int httpStatus = 0;               ///< 0 when there was no answer
    /// The provider's own number, e.g. "21610"; or, in letters, a cause that lies before the provider: "tls", "tls-clock" (this PC's clock does
    /// not fit the certificate), "redirect", "not-json" (a network's sign-in page, a proxy).
    QString providerCode;

    bool operator==(const Error &) const = default;
};

} // namespace textback
