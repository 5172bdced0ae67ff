// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/sequencerules.h"
#include "domain/time.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace textback {

using AlertId = Id<struct AlertTag>;

/// What a person has to see now, the least pressing first.
enum class AlertKind {
    Waiting,    ///< a customer wrote or called, and nobody here answered for so long (WaitingCustomers)
    SecondCall, ///< somebody called again soon, or within the cool-down, whether or not a text went out (rules.md X1, X15)
    UrgentWord, ///< a text that asks for help at once
    Danger,     ///< a text that tells of people in danger
};

QString toString(AlertKind kind);
std::optional<AlertKind> alertKindFromString(const QString &text);

/// What happens to an alert: in events and in its log.
enum class AlertStep { Raised, Climbed, Taken };

QString toString(AlertStep step);

/// An alert rises this often at most (the first time it is told is level 1): at the usual five minutes, the last one is told after 25.
inline constexpr int highestAlertLevel = 6;
/// What lies further back when it comes to our ears (the PC was off) is a task in the list, and no alert.
inline constexpr Millis alertsReachBack = std::chrono::hours(12);

/// A customer who needs somebody now. There is at most one open alert in a conversation; it stays until somebody takes it.
struct Alert {
    AlertId id;
    ConversationId conversation;
    AlertKind kind = AlertKind::Waiting;
    QString evidence;                ///< which words say so ("smell gas"); of a second call, how many calls there were
    QString words;                   ///< the customer's text, if a text raised it
    UtcTime since{};                 ///< when what it is about happened: an answer before that answers something else
    UtcTime raisedAt{};              ///< when it was told first
    UtcTime toldAt{};                ///< when it was told last
    int level = 1;                   ///< 1..highestAlertLevel
    std::optional<UtcTime> climbsAt; ///< nothing at the top, and once it is taken
    std::optional<UtcTime> takenAt;
    QString takenBy; ///< "person", "elsewhere", "call", "window", or the name of a staff member

    bool isOpen() const { return !takenAt; }
    bool operator==(const Alert &) const = default;
};

inline constexpr qsizetype longestAlertWords = 320; ///< characters kept of a customer's text

/// An open alert after something more happened: the more pressing kind stays, and keeps its words, with what was said since behind them. It is
/// told anew.
Alert renewed(const Alert &open, const Alert &news);
/// The alert one level up, told at `now`; at the top it does not climb any more.
Alert climbed(Alert alert, UtcTime now, const WaitingCustomers &rules);
/// When an alert that was just told at this level climbs; nothing at the top.
std::optional<UtcTime> nextClimb(int level, UtcTime toldAt, const WaitingCustomers &rules);

/// A customer who waits for an answer.
struct WaitingCustomer {
    ConversationId conversation;
    UtcTime since{}; ///< of the first text or missed call that nobody answered
    UtcTime due{};   ///< when it has been too long
    QString words;   ///< of the first text; empty while they only called

    bool operator==(const WaitingCustomer &) const = default;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::AlertKind)
