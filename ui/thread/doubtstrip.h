// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace textback {

class PlainLabel;

/// The question whether a message meant "no more texts" (rules.md C3), between the thread and the field to write in. One click answers it;
/// until then nothing is sent by itself. GUI thread.
class DoubtStrip : public QWidget {
    Q_OBJECT

public:
    explicit DoubtStrip(QWidget *parent = nullptr);

    /// `words`: the customer's words that raised the doubt (ConversationSummary::doubt); without any there is no question, and no strip.
    void setDoubt(const QString &words);

signals:
    void answered(bool wantsNoTexts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_question;
    QPushButton *m_noMore;
    QPushButton *m_goOn;
};

} // namespace textback
