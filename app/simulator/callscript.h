// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/time.h"

#include <QString>

#include <vector>

namespace textback {

/// One leg of a call that is going to happen.
struct ScriptLeg {
    QString from;
    QString to;
    QString direction;     ///< Twilio's word: "inbound", "outbound-dial" ...
    bool isChild = true;   ///< false on the root, and on an agent's leg that is a call of its own
    QString forwardedFrom; ///< empty: none
    bool onTrunk = false;  ///< carries a trunk_sid and is not listed before it ended
};

/// Something that happens in a call.
struct ScriptStep {
    enum class Kind {
        Status,          ///< the leg takes `status`; a leg exists from its first step on
        RecordingBegins, ///< a voicemail is being recorded on the leg
        RecordingEnds,
        SetUpFails, ///< the business's own call set-up failed: a notification with `code`
        FlowTexts,  ///< the business's own flow texts the caller
        Priced,     ///< the provider's accounting touches the row
    };
    Millis at{0}; ///< since the call began, in simulated time
    int leg = 0;
    Kind kind = Kind::Status;
    LegStatus status = LegStatus::Ringing;
    QString code;
};

/// A whole call from beginning to end: leg 0 is the caller's. Steps are in the order of time.
struct CallScript {
    std::vector<ScriptLeg> legs;
    std::vector<ScriptStep> steps;
    QString description; ///< English, for narration after the end: "rang for 14 seconds and gave up"

    /// When leg 0 ends.
    Millis length() const;
};

} // namespace textback
