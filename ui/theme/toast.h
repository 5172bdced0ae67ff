// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QShortcut;

namespace textback {

class PlainLabel;

/// A sentence that floats over the lower edge of its parent for some seconds: what was copied, what did not work; where something can be taken
/// back, with a button for that, which Ctrl+Z presses too. GUI thread.
class Toast : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    Toast(Scheduler &scheduler, QWidget *parent);

    void tell(const QString &sentence);
    /// With a button that does something and ends it.
    void offer(const QString &sentence, const QString &button, std::function<void()> run);
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void dress();

    Scheduler &m_scheduler;
    PlainLabel *m_label;
    QPushButton *m_button;
    QShortcut *m_key;
    std::function<void()> m_run;
    ScheduledCall m_end;
};

} // namespace textback
