// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace textback {

class PlainLabel;

/// One question of a form: label above, the control, a hint below, and a problem in place of the hint when the answer cannot be used.
/// The label is the control's buddy, and the hint or problem its accessible description, so that readers hear all of it.
class FormRow final : public QWidget {
    Q_OBJECT

public:
    /// Takes `control` (a widget or, with `field`, a widget that holds the one to focus).
    FormRow(const QString &label, QWidget *control, const QString &hint = {}, QWidget *field = nullptr, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Shows what is wrong; empty takes it away.
    void setProblem(const QString &problem);
    bool hasProblem() const { return !m_problemText.isEmpty(); }
    QString problem() const { return m_problemText; }
    /// The widget that takes the keys.
    QWidget *field() const { return m_field; }

private:
    void refresh();

    QWidget *m_field = nullptr;
    PlainLabel *m_note = nullptr;
    QString m_hint;
    QString m_problemText;
};

} // namespace textback
