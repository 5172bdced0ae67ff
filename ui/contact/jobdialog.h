// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;

namespace textback {

class PlainLabel;
struct ViewContext;

/// "$480" or "$480.50".
QString jobAmount(qint64 cents);
/// What a person types as an amount of dollars ("480", "$1,480.50"); nothing where it is none.
std::optional<qint64> jobAmountFrom(const QString &text);

/// Asks when a job is, and what it brings; both may be left open. Shown with open(); deletes itself when it is closed. GUI thread.
class JobDialog : public QDialog {
    Q_OBJECT

public:
    explicit JobDialog(const ViewContext &context, QWidget *parent = nullptr);

signals:
    void booked(std::optional<textback::UtcTime> date, std::optional<qint64> amountCents);

private:
    void save();

    const ViewContext &m_context;
    QCheckBox *m_dated;
    QDateTimeEdit *m_when;
    QLineEdit *m_amount;
    PlainLabel *m_problem;
};

} // namespace textback
