// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QDialog>

class QDateTimeEdit;
class QPushButton;

namespace textback {

class PlainLabel;
struct ViewContext;

/// Asks for a date and time, by the business's clock on the wall. Shown with open(); deletes itself when it is closed. GUI thread.
class SnoozeDialog : public QDialog {
    Q_OBJECT

public:
    /// The context outlives it.
    SnoozeDialog(const ViewContext &context, QWidget *parent);

    /// The moment that the fields name.
    UtcTime until() const;

signals:
    void picked(textback::UtcTime until);

private:
    void judge();

    const ViewContext &m_context;
    QDateTimeEdit *m_field;
    PlainLabel *m_problem;
    QPushButton *m_ok;
};

} // namespace textback
