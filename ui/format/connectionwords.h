// SPDX-License-Identifier: MIT
#pragma once

#include "engine/connectionstate.h"
#include "ui/format/bannerwords.h"

#include <QCoreApplication>

#include <optional>

namespace textback {

/// The state of the connection in words.
class ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ConnectionWords)

public:
    /// The banner of a trouble, or nothing when all is well. `now` is the PC's clock.
    static std::optional<BannerWords> banner(const ConnectionState &state, UtcTime now);
    /// One or two words for the rail: "Connected", "Offline".
    static QString shortState(const ConnectionState &state);
    /// One sentence for tooltips and screen readers: "Connected. Last check 4 s ago."
    static QString statusLine(const ConnectionState &state, UtcTime now);

private:
    static QString storageSentence(const ConnectionState &state);
    static BannerWords keychain(const Error &error);
};

} // namespace textback
