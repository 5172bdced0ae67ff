// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>

namespace textback {

/// The part of a local day in which a text may go, in minutes after midnight by the recipient's wall clock; `until` itself is too late.
struct SendWindow {
    int from = 0;
    int until = 0; ///< not after `from`: not on this day at all

    bool isEmpty() const { return until <= from; }
    /// What both windows allow.
    SendWindow intersected(const SendWindow &other) const;
    bool operator==(const SendWindow &) const = default;
};

/// The federal window, 8:00 to 21:00 (47 CFR 64.1200(c)(1)): it bounds every other.
inline constexpr SendWindow federalWindow{8 * 60, 21 * 60};
/// Where nobody knows which state's rules count (rules.md C25).
inline constexpr SendWindow unknownWindow{9 * 60, 20 * 60};

/// When outreach may go to people of a state on a local date: the table of rules.md C26 within the federal window.
///
/// - `state` is "FL", or "CA-ON" for a Canadian province. A state without a row of its own has the federal window; an empty one has
///   unknownWindow.
/// - The sources conflict on CA and IL (8:00 or 9:00): the narrower. VA's window may be left with consent: it is kept. WA's is unverified.
/// - The holidays of AL and LA are taken to be the federal ones, on their own dates and where observed; holidays of those states alone (Mardi
///   Gras) are not known here.
/// - Canada: 9:00 to 21:30 on weekdays, 10:00 to 18:00 on weekends (CRTC Unsolicited Telecommunications Rules, part III, 23), within ours.
SendWindow sendWindow(const QString &state, QDate date);

} // namespace textback
