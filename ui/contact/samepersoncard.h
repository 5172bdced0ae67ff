// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QPushButton;

namespace textback {

class PlainLabel;

/// Asks whether another number is the same person's. It only asks: nothing is linked by itself.
class SamePersonCard : public QFrame {
    Q_OBJECT

public:
    explicit SamePersonCard(QWidget *parent = nullptr);

    /// Both as they are shown. `explains`: also what a yes does not mean.
    void ask(const QString &name, const QString &number, bool explains);

signals:
    void answered(bool same);

private:
    PlainLabel *m_question;
    PlainLabel *m_note;
    QPushButton *m_same;
    QPushButton *m_other;
};

} // namespace textback
