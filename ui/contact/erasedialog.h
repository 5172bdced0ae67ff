// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace textback {

struct ContactDetails;
struct ConversationSummary;
struct ViewContext;

/// Asks whether everything about somebody is to be deleted: what goes, what stays, here and elsewhere. The last digits of the number have to be
/// typed. Shown with open(); deletes itself when it is closed. GUI thread.
class EraseDialog : public QDialog {
    Q_OBJECT

public:
    EraseDialog(const ViewContext &context, const ConversationSummary &conversation, const ContactDetails &details,
                QWidget *parent = nullptr);

signals:
    void confirmed();

protected:
    /// Its sentences are all to be read: as high as they need.
    void showEvent(QShowEvent *event) override;

private:
    /// A sentence for each thing that is kept here; empty: nothing is.
    static QStringList keptHere(const ViewContext &context, const ConversationSummary &conversation, const ContactDetails &details);

    QLineEdit *m_digits;
    QPushButton *m_erase = nullptr;
};

} // namespace textback
