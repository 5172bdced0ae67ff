// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace textback {

class PhoneNumber;
class PlainLabel;
class SimulatedPhone;

/// The customers' side of the demo: whoever sits in front of it plays the callers. Clearly labelled, so that nobody takes it for a part of
/// the real line. GUI thread.
class SimulatedPhonePanel final : public QWidget {
    Q_OBJECT

public:
    /// `phone` outlives it.
    explicit SimulatedPhonePanel(SimulatedPhone &phone, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildCalls();
    QWidget *buildReplies();
    PhoneNumber caller() const;
    QString callerName() const;
    void fillSuggestions();
    void send(const QString &text);
    void tell(const QString &words);

    SimulatedPhone &m_phone;
    QComboBox *m_caller = nullptr;
    QComboBox *m_suggestions = nullptr;
    QLineEdit *m_text = nullptr;
    QPushButton *m_reply = nullptr;
    PlainLabel *m_told = nullptr;
};

} // namespace textback
