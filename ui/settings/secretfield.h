// SPDX-License-Identifier: MIT
#pragma once

#include "domain/secret.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace textback {

/// A field for a secret. It takes a new one and never shows a stored one: it only says where it is kept. What was typed is forgotten as
/// soon as it is saved.
class SecretField final : public QWidget {
    Q_OBJECT

public:
    enum class Kept { Nowhere, InKeychain, InEnvironment };

    explicit SecretField(QWidget *parent = nullptr);

    /// Says where the secret is now. From the environment it cannot be changed here.
    void setKept(Kept kept, const QString &environmentVariable);
    /// The new value: nothing if it stays as it is, empty if it is to be removed.
    std::optional<Secret> changed() const;
    /// Forgets what was typed.
    void reset();
    QLineEdit *edit() const { return m_edit; }

signals:
    void edited();

private:
    void refresh();

    QLineEdit *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    Kept m_kept = Kept::Nowhere;
    QString m_variable;
    bool m_removing = false;
};

} // namespace textback
