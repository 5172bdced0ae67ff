// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QDate>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QDateEdit;

namespace textback {

/// The moments of some whole days by the clock of a zone: [from, until).
struct DaySpan {
    std::optional<UtcTime> from;
    std::optional<UtcTime> until;

    bool operator==(const DaySpan &) const = default;
};

/// Which days of a list: any, today, the last 7 or 30, or from one day to another. GUI thread.
class DaysField : public QWidget {
    Q_OBJECT

public:
    enum class Choice { Any, Today, Week, Month, Chosen };

    explicit DaysField(QWidget *parent = nullptr);

    Choice choice() const;
    void setChoice(Choice choice);
    /// The days that are chosen there ("Choose days"); the later one may stand first.
    void setDays(QDate first, QDate last);
    DaySpan span(UtcTime now, const QTimeZone &zone) const;

signals:
    void changed();

private:
    QComboBox *m_choice;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QWidget *m_days;
};

} // namespace textback
