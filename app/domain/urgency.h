// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace textback {

/// A customer's text that somebody has to see now.
struct Urgency {
    enum class Kind {
        Keyword, ///< asks for it: URGENT, EMERGENCY and the Spanish words
        Danger,  ///< tells of gas, fire, water, people in danger or people stuck
    };
    Kind kind = Kind::Keyword;
    QString because; ///< the customer's words, made plain ("smell gas")

    bool operator==(const Urgency &) const = default;
};

/// Whether a text asks for help at once, in English or Spanish; nothing for an ordinary one. Danger goes before the keyword, for it says more.
/// "Not urgent", "smoke detector install" and the like are none; a danger that is told stays one even if the writer is calm about it.
std::optional<Urgency> readUrgency(const QString &body);

} // namespace textback
