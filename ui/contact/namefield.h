// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace textback {

/// A name that becomes a field when it is clicked: it looks like a label until then. Enter or leaving it keeps the change, Esc drops it.
class NameField : public QLineEdit {
    Q_OBJECT

public:
    explicit NameField(QWidget *parent = nullptr);

    /// `name` is what somebody gave (may be empty), `shown` what stands there while it is not edited.
    void setName(const QString &name, const QString &shown);

signals:
    void renamed(const QString &name);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showName();
    void finish(bool keep);

    QString m_name;
    QString m_shown;
    bool m_editing = false;
};

} // namespace textback
