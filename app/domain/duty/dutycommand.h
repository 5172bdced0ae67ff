// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// What a staff member's text to the business line asks for.
struct DutyCommand {
    enum class Kind {
        Unclear, ///< nobody can tell which customer it is for: it is asked, never guessed
        Nothing, ///< a phone's own "Liked ..." to a text of ours: no answer
        Say,     ///< "12 on our way": the words go to the customer
        Call,    ///< "12 call": they call the customer
        Done,    ///< "done 12": the case is closed
        Off,     ///< "off": off duty until their next shift
        On,      ///< "on": takes "off" back
    };
    Kind kind = Kind::Unclear;
    int tag = 0;   ///< of Say, Call, Done
    QString words; ///< of Say, as they were typed

    bool operator==(const DutyCommand &) const = default;
};

/// As events name it: "say", "off" ...
QString toString(DutyCommand::Kind kind);

/// Reads a text in English or Spanish. A number counts as a tag only where it stands for nothing else: "10 minutes", "10-4" and "5:30" are
/// unclear. Never fails, whatever the text.
DutyCommand readDutyCommand(const QString &body);

} // namespace textback
