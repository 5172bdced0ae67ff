// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace textback {

/// Times and spans in words, in the business's own time zone. A value: copy it.
class TimeWords {
    Q_DECLARE_TR_FUNCTIONS(textback::TimeWords)

public:
    explicit TimeWords(const QTimeZone &zone = QTimeZone::systemTimeZone(), const QLocale &locale = QLocale());

    /// The zone of the settings ("America/Detroit"), or the computer's own where it is empty or unknown.
    static TimeWords forZone(const QString &ianaId);

    /// "2:14 PM"
    QString clock(UtcTime at) const;
    /// "2:07:41 PM", for call cards alone.
    QString clockWithSeconds(UtcTime at) const;
    /// What a list row has room for: "2:14 PM", "Yesterday", "Mon", "Nov 3", "Nov 3, 2025".
    QString inList(UtcTime at, UtcTime now) const;
    /// The label over a day: "Today", "Yesterday", "Monday", "Mon, Nov 3".
    QString day(UtcTime at, UtcTime now) const;
    /// A moment in a sentence: "2:07 PM", "2:07 PM tomorrow", "Nov 3, 2:07 PM".
    QString moment(UtcTime at, UtcTime now) const;
    /// A moment to come, where there is little room: "8:00 AM" today, "Mon 8:00 AM" within a week, "Dec 3, 8:00 AM".
    QString upcoming(UtcTime at, UtcTime now) const;
    /// "Monday, November 23, 2026, 2:14:07 PM (EST)", for tooltips.
    QString full(UtcTime at) const;
    const QTimeZone &zone() const { return m_zone; }
    /// Whether both lie on one day of the zone.
    bool sameDay(UtcTime one, UtcTime other) const;

    /// "6 s", "2 min 5 s", "1 h 4 min", "3 d". Never negative.
    static QString span(Millis span);
    /// "0:38", for clocks that run.
    static QString runningClock(Millis span);

private:
    QDateTime local(UtcTime at) const;
    QString monthDay(const QDate &date, const QDate &today) const;

    QTimeZone m_zone;
    QLocale m_locale;
};

} // namespace textback
