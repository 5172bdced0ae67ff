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

/// providerCode of an Error when the cause lies on this PC's side of the provider (a provider's own codes are digits).
inline constexpr QLatin1StringView tlsRefusedCode("tls");           ///< certificate not acceptable: somebody reads along, or it ran out
inline constexpr QLatin1StringView clockSuspectedCode("tls-clock"); ///< likewise, but this PC's clock does not fit the certificate's dates
inline constexpr QLatin1StringView redirectCode("redirect");        ///< the answer pointed to another address; never followed
inline constexpr QLatin1StringView notJsonCode("not-json");         ///< an answer in another format: a sign-in page of a network, a proxy

inline constexpr QLatin1StringView signInMissingCode("sign-in-missing"); ///< an account is set up, but its secret is nowhere to be found

/// What somebody showed in place of the provider's certificate.
struct ShownCertificate {
    QString host;   ///< who was asked
    QString issuer; ///< who says to vouch for it; empty when no certificate was shown at all. Another's words: show them letter by letter

    bool operator==(const ShownCertificate &) const = default;
};

/// A failure. The sentence for the person is made in ui/ from the kind and the code; `detail` is technical, English and already redacted.
struct Error {
    ErrorKind kind = ErrorKind::Network;
    QString detail;
    std::optional<Millis> retryAfter; ///< what the provider asked for, not yet capped
    int httpStatus = 0;               ///< 0 when there was no answer
    /// The provider's own number, e.g. "21610"; or, in letters, a cause that lies before the provider (the codes above).
    QString providerCode;
    std::optional<ShownCertificate> certificate = std::nullopt; ///< with tlsRefusedCode and clockSuspectedCode

    bool operator==(const Error &) const = default;
};

} // namespace textback
