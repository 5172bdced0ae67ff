// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textbackrules.h"
#include "engine/connectionstate.h"
#include "ui/format/timewords.h"

#include <QCoreApplication>

#include <optional>

namespace textback {

/// What the button of a banner does.
enum class BannerAction { None, TryNow, OpenSettings };

enum class BannerTone { Danger, Warn, Info };

/// The strip under the title: one sentence, at most one button.
struct BannerWords {
    QString text;
    QString button;
    BannerAction action = BannerAction::None;
    BannerTone tone = BannerTone::Warn;

    bool operator==(const BannerWords &) const = default;
};

/// The state of the connection in words.
class ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ConnectionWords)

public:
    /// The banner that is due, or nothing when all is well. Trouble goes before the mode. `now` is the PC's clock.
    static std::optional<BannerWords> banner(const ConnectionState &state, Mode mode, UtcTime now);
    /// One or two words for the rail: "Connected", "Offline".
    static QString shortState(const ConnectionState &state);
    /// One sentence for tooltips and screen readers: "Connected. Last check 4 s ago."
    static QString statusLine(const ConnectionState &state, UtcTime now);
};

} // namespace textback
