// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "engine/connectionstate.h"
#include "ui/settings/accountcredentials.h"
#include "ui/settings/settingssection.h"

#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace textback {

class PlainLabel;
class SecretField;

/// The sign-in to the phone provider, made from its descriptor, with how the connection stands and what the account has.
class ProviderSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit ProviderSection(std::vector<ProviderDescriptor> providers, QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;

    /// The provider that is chosen now; null when the program has none.
    const ProviderDescriptor *provider() const;
    /// Secrets that were typed (or are to be removed), by field key.
    AccountSecrets changedSecrets() const;
    /// Where the secrets are kept; a keychain error is shown at the first secret field.
    void showCredentials(const CredentialState &state);
    void showKeychainError(const Error &error);
    /// What was typed is in the keychain now.
    void forgetTypedSecrets();
    void showConnection(const ConnectionState &state, const QString &words);
    /// Numbers and warnings as sentences.
    void showAccount(const QStringList &numbers, const QStringList &warnings);

signals:
    void checkNowRequested();
    /// Another account is named, so other secrets are meant.
    void accountNamed();

private:
    void buildForm(const ProviderDescriptor &provider);

    std::vector<ProviderDescriptor> m_providers;
    QComboBox *m_choice = nullptr;
    PlainLabel *m_dot = nullptr;
    PlainLabel *m_state = nullptr;
    PlainLabel *m_numbers = nullptr;
    PlainLabel *m_warnings = nullptr;
    QPushButton *m_check = nullptr;
    QWidget *m_form = nullptr;
    QMap<QString, QLineEdit *> m_plain;
    QMap<QString, SecretField *> m_secrets;
    AccountSettings m_shown; ///< what has no field here stays as it is
    QString m_built;         ///< provider whose form stands
};

} // namespace textback
