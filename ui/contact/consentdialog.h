// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace textback {

class PlainLabel;
struct ConversationSummary;
struct ViewContext;

/// Asks how somebody said that they want no texts, or want them again, where it was not by text. Shown with open(); deletes itself when it is
/// closed. GUI thread.
class ConsentDialog : public QDialog {
    Q_OBJECT

public:
    ConsentDialog(const ViewContext &context, const ConversationSummary &conversation, bool optOut, QWidget *parent = nullptr);

signals:
    /// How and when, as it is stored (ConsentWords::stored).
    void said(const QString &channel);

private:
    void save();

    QComboBox *m_channel;
    QDateEdit *m_date;
    QLineEdit *m_words;
    PlainLabel *m_problem;
};

} // namespace textback
