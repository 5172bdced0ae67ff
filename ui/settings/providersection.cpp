// SPDX-License-Identifier: MIT
#include "ui/settings/providersection.h"

#include "ui/settings/connectionwords.h"
#include "ui/settings/formrow.h"
#include "ui/settings/secretfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

namespace {

/// The fields' labels come in English from the providers' descriptors (app/ knows no translations); these are all of them.
[[maybe_unused]] constexpr const char *fieldLabels[] = {
    QT_TRANSLATE_NOOP("ProviderField", "Account SID"),
    QT_TRANSLATE_NOOP("ProviderField", "API key SID"),
    QT_TRANSLATE_NOOP("ProviderField", "Auth token"),
    QT_TRANSLATE_NOOP("ProviderField", "API key secret"),
};

QString fieldLabel(const ProviderField &field)
{
    return QCoreApplication::translate("ProviderField", field.label.toUtf8().constData());
}

} // namespace

ProviderSection::ProviderSection(std::vector<ProviderDescriptor> providers, QWidget *parent)
    : SettingsSection(tr("Phone provider"), tr("Textback reads the call log of your own account there and texts from your own number."),
                      parent)
    , m_providers(std::move(providers))
{
    auto *stateBox = new QFrame(this);
    stateBox->setProperty("inset", true);
    auto *stateLine = new QHBoxLayout(stateBox);
    stateLine->setContentsMargins(12, 8, 8, 8);
    stateLine->setSpacing(8);
    m_dot = new PlainLabel(this);
    m_dot->setFixedSize(dp(10), dp(10));
    m_dot->setProperty("role", QStringLiteral("stateDot"));
    m_state = new PlainLabel(this);
    m_state->setWordWrap(true);
    m_state->setAccessibleName(tr("Connection"));
    m_check = new QPushButton(tr("Check now"), this);
    connect(m_check, &QPushButton::clicked, this, &ProviderSection::checkNowRequested);
    stateLine->addWidget(m_dot);
    stateLine->addWidget(m_state, 1);
    stateLine->addWidget(m_check);
    body()->addWidget(stateBox);

    m_choice = new QComboBox(this);
    for (const ProviderDescriptor &provider : m_providers)
        m_choice->addItem(provider.name, provider.id);
    FormRow *choice = addRow(QStringLiteral("account.provider"), tr("Provider"), m_choice);
    choice->setVisible(m_providers.size() > 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        if (provider() != nullptr)
            buildForm(*provider());
        noteEdit();
        emit accountNamed();
    });

    m_form = new QWidget(this);
    new QVBoxLayout(m_form);
    body()->addWidget(m_form);

    m_numbers = new PlainLabel(this);
    m_numbers->setWordWrap(true);
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_numbers->setFocusPolicy(Qt::NoFocus);
    m_numbers->hide();
    body()->addWidget(m_numbers);
    m_warnings = new PlainLabel(this);
    m_warnings->setWordWrap(true);
    m_warnings->setProperty("role", QStringLiteral("warning"));
    m_warnings->hide();
    body()->addWidget(m_warnings);

    if (provider() != nullptr)
        buildForm(*provider());
}

const ProviderDescriptor *ProviderSection::provider() const
{
    const QString id = m_choice->currentData().toString();
    const auto found = std::find_if(m_providers.begin(), m_providers.end(), [&](const ProviderDescriptor &one) { return one.id == id; });
    return found == m_providers.end() ? nullptr : &*found;
}

void ProviderSection::buildForm(const ProviderDescriptor &provider)
{
    if (m_built == provider.id)
        return;
    m_built = provider.id;
    for (auto field = m_plain.begin(); field != m_plain.end(); ++field)
        forgetRow(QStringLiteral("account.") + field.key());
    for (auto field = m_secrets.begin(); field != m_secrets.end(); ++field)
        forgetRow(QStringLiteral("account.") + field.key());
    m_plain.clear();
    m_secrets.clear();
    auto *old = m_form;
    m_form = new QWidget(this);
    delete body()->replaceWidget(old, m_form);
    delete old;
    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);

    for (const ProviderField &field : provider.fields) {
        const QString key = QStringLiteral("account.") + field.key;
        const QString label = field.required ? fieldLabel(field) : tr("%1 (optional)").arg(fieldLabel(field));
        FormRow *row = nullptr;
        if (field.secret) {
            auto *secret = new SecretField(m_form);
            m_secrets.insert(field.key, secret);
            row = new FormRow(label, secret, tr("Kept in this computer's keychain, never in a file."), secret->edit(), m_form);
            connect(secret, &SecretField::edited, this, &ProviderSection::noteEdit);
        } else {
            auto *edit = new QLineEdit(m_form);
            m_plain.insert(field.key, edit);
            row = new FormRow(label, edit, QString(), nullptr, m_form);
            connect(edit, &QLineEdit::textChanged, this, &ProviderSection::noteEdit);
            connect(edit, &QLineEdit::editingFinished, this, &ProviderSection::accountNamed);
        }
        registerRow(key, row);
        layout->addWidget(row);
    }
}

void ProviderSection::showSettings(const Settings &settings)
{
    const Filling filling(*this);
    m_shown = settings.account;
    if (const int index = m_choice->findData(settings.account.provider); index >= 0)
        m_choice->setCurrentIndex(index);
    for (auto field = m_plain.begin(); field != m_plain.end(); ++field)
        field.value()->setText(settings.account.fields.value(field.key()));
}

void ProviderSection::writeTo(Settings &settings) const
{
    settings.account = m_shown;
    if (const ProviderDescriptor *chosen = provider(); chosen != nullptr && chosen->id != m_shown.provider) {
        settings.account = AccountSettings();
        settings.account.provider = chosen->id;
    }
    for (auto field = m_plain.begin(); field != m_plain.end(); ++field) {
        const QString value = field.value()->text().trimmed();
        if (value.isEmpty())
            settings.account.fields.remove(field.key());
        else
            settings.account.fields.insert(field.key(), value);
    }
}

AccountSecrets ProviderSection::changedSecrets() const
{
    AccountSecrets changed;
    for (auto field = m_secrets.begin(); field != m_secrets.end(); ++field) {
        if (const std::optional<Secret> secret = field.value()->changed())
            changed.insert(field.key(), *secret);
    }
    return changed;
}

void ProviderSection::showCredentials(const CredentialState &state)
{
    const ProviderDescriptor *chosen = provider();
    if (chosen == nullptr)
        return;
    for (const ProviderField &field : chosen->fields) {
        SecretField *secret = m_secrets.value(field.key);
        if (secret == nullptr)
            continue;
        SecretField::Kept kept = SecretField::Kept::Nowhere;
        if (state.fromEnvironment.contains(field.key))
            kept = SecretField::Kept::InEnvironment;
        else if (state.secrets.contains(field.key))
            kept = SecretField::Kept::InKeychain;
        secret->setKept(kept, field.environmentVariable);
    }
    if (state.error.has_value())
        showKeychainError(*state.error);
}

void ProviderSection::showKeychainError(const Error &error)
{
    const ProviderDescriptor *chosen = provider();
    if (chosen == nullptr)
        return;
    for (const ProviderField &field : chosen->fields) {
        if (field.secret && m_secrets.value(field.key)->edit()->isEnabled()) {
            showProblem(QStringLiteral("account.") + field.key, keychainWords(error));
            return;
        }
    }
}

void ProviderSection::forgetTypedSecrets()
{
    for (SecretField *secret : std::as_const(m_secrets))
        secret->reset();
}

void ProviderSection::showConnection(const ConnectionState &state, const QString &words)
{
    QString level = QStringLiteral("trouble");
    if (state.kind == ConnectionState::Kind::Online)
        level = QStringLiteral("ok");
    else if (state.kind == ConnectionState::Kind::Connecting || state.kind == ConnectionState::Kind::NotSetUp)
        level = QStringLiteral("idle");
    else if (state.kind == ConnectionState::Kind::RateLimited || state.kind == ConnectionState::Kind::Offline ||
             state.kind == ConnectionState::Kind::ProviderDown)
        level = QStringLiteral("waiting");
    if (m_dot->property("level").toString() != level) {
        m_dot->setProperty("level", level);
        m_dot->style()->unpolish(m_dot);
        m_dot->style()->polish(m_dot);
    }
    m_state->setText(words);
    m_check->setVisible(state.kind != ConnectionState::Kind::NotSetUp);
}

void ProviderSection::showAccount(const QStringList &numbers, const QStringList &warnings)
{
    m_numbers->setText(tr("Numbers of this account: %1").arg(numbers.join(QStringLiteral(" · "))));
    m_numbers->setVisible(!numbers.isEmpty());
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
}

} // namespace textback
