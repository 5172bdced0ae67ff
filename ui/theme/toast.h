// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"

#include <QWidget>

namespace textback {

class PlainLabel;

/// A sentence that floats over the lower edge of its parent for some seconds: what was copied, what did not work. GUI thread.
class Toast : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    Toast(Scheduler &scheduler, QWidget *parent);

    void tell(const QString &sentence);
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    Scheduler &m_scheduler;
    PlainLabel *m_label;
    ScheduledCall m_end;
};

} // namespace textback
