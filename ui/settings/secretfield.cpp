// SPDX-License-Identifier: MIT
#include "ui/settings/secretfield.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace textback {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_edit = new QLineEdit(this);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_remove = new QPushButton(this);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_remove);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_removing = false;
        refresh();
        emit edited();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_removing = !m_removing;
        m_edit->clear();
        refresh();
        emit edited();
    });
    refresh();
}

void SecretField::setKept(Kept kept, const QString &environmentVariable)
{
    m_kept = kept;
    m_variable = environmentVariable;
    refresh();
}

std::optional<Secret> SecretField::changed() const
{
    if (m_kept == Kept::InEnvironment)
        return std::nullopt;
    if (m_removing)
        return Secret();
    // Copied from a provider's page, a space or line break comes along easily; no token has one.
    const QByteArray typed = m_edit->text().trimmed().toUtf8();
    return typed.isEmpty() ? std::nullopt : std::optional(Secret(typed));
}

void SecretField::reset()
{
    m_removing = false;
    m_edit->clear();
    refresh();
}

void SecretField::refresh()
{
    const bool fromOutside = m_kept == Kept::InEnvironment;
    m_edit->setReadOnly(fromOutside);
    m_edit->setEnabled(!fromOutside);
    m_remove->setVisible(m_kept == Kept::InKeychain && m_edit->text().isEmpty());
    m_remove->setText(m_removing ? tr("Keep it") : tr("Remove"));
    switch (m_kept) {
    case Kept::Nowhere:
        m_edit->setPlaceholderText(QString());
        break;
    case Kept::InKeychain:
        m_edit->setPlaceholderText(m_removing ? tr("Will be removed when you save")
                                              : tr("Stored in this computer's keychain. Type to replace it"));
        break;
    case Kept::InEnvironment:
        m_edit->setPlaceholderText(tr("From the environment (%1)").arg(m_variable));
        break;
    }
}

} // namespace textback
