// SPDX-License-Identifier: MIT
#include "ui/settings/settingspage.h"

#include "domain/ports/clock.h"
#include "domain/settingsdocument.h"
#include "engine/engineclient.h"
#include "ui/dialogs/formstyle.h"
#include "ui/settings/backupsection.h"
#include "ui/settings/businesssection.h"
#include "ui/settings/connectionwords.h"
#include "ui/settings/datasection.h"
#include "ui/settings/helpsection.h"
#include "ui/settings/linessection.h"
#include "ui/settings/notificationssection.h"
#include "ui/settings/problemwords.h"
#include "ui/settings/providersection.h"
#include "ui/settings/rulessection.h"
#include "ui/settings/thispcsection.h"
#include "ui/settings/windowsection.h"
#include "ui/theme/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace textback {

SettingsPage::SettingsPage(const SettingsPorts &ports, std::vector<ProviderDescriptor> providers, QWidget *parent)
    : QWidget(parent)
    , m_ports(ports)
    , m_providers(std::move(providers))
{
    setObjectName(QStringLiteral("settingsPage"));
    setAccessibleName(tr("Settings"));
    applyFormStyle(*this); // before anything is in it, which would be given its style again
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildCards(m_scroll->viewport()));
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buildFooter());

    connect(&m_ports.client, &EngineClient::settingsChanged, this, [this](const Settings &settings) {
        m_inForce = settings;
        if (!m_dirty && !m_saving)
            showSettings(settings);
    });
    connect(&m_ports.client, &EngineClient::connectionChanged, this, [this](const ConnectionState &state) {
        m_connection = state;
        tickConnection();
    });
    connect(&m_ports.client, &EngineClient::accountChecked, this, &SettingsPage::showAccount);
    connect(m_provider, &ProviderSection::checkNowRequested, &m_ports.client, &EngineClient::checkNowRequested);
    connect(m_provider, &ProviderSection::accountNamed, this, &SettingsPage::readCredentials);
    for (SettingsSection *section : std::as_const(m_sections))
        connect(section, &SettingsSection::edited, this, &SettingsPage::edited);

    m_connection = m_ports.client.connection();
    m_inForce = m_ports.client.settings();
    showSettings(m_inForce);
    if (const EngineClient &client = m_ports.client; !client.accountNumbers().isEmpty() || !client.accountWarnings().isEmpty())
        showAccount(client.accountNumbers(), client.accountWarnings());
    tickConnection();
}

SettingsPage::~SettingsPage() = default;

QWidget *SettingsPage::buildHeader()
{
    auto *header = new QFrame(this);
    header->setProperty("bar", QStringLiteral("header"));
    header->setFixedHeight(60);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(20, 0, 20, 0);
    auto *title = new PlainLabel(tr("Settings"), header);
    title->setProperty("role", QStringLiteral("title"));
    layout->addWidget(title);
    layout->addStretch(1);
    return header;
}

QWidget *SettingsPage::buildCards(QWidget *parent)
{
    auto *page = new QWidget(parent);
    page->setObjectName(QStringLiteral("settingsCards"));
    auto *column = new QWidget(page);
    column->setMaximumWidth(720);
    auto *outer = new QHBoxLayout(page);
    outer->setContentsMargins(12, 16, 12, 16);
    outer->addStretch(1);
    outer->addWidget(column, 100);
    outer->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    m_business = new BusinessSection(column);
    m_provider = new ProviderSection(m_providers, column);
    m_rules = new RulesSection(column);
    m_lines = new LinesSection(column);
    m_thisPc = new ThisPcSection(column);
    m_sections = {m_business, m_provider, m_rules, m_lines, new NotificationsSection(column), new WindowSection(column), m_thisPc};
    if (m_ports.exports != nullptr)
        m_sections.append(new DataSection(*m_ports.exports, m_ports.clock, m_ports.scheduler, column));
    if (m_ports.backups.list)
        m_sections.append(new BackupSection(m_ports.backups, column));
    auto *help = new HelpSection(column);
    connect(help, &HelpSection::diagnosticsRequested, this, &SettingsPage::diagnosticsRequested);
    m_sections.append(help);
    for (SettingsSection *section : std::as_const(m_sections))
        layout->addWidget(section);
    layout->addStretch(1);
    return page;
}

QWidget *SettingsPage::buildFooter()
{
    auto *footer = new QFrame(this);
    footer->setProperty("bar", QStringLiteral("footer"));
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(12);
    m_message = new PlainLabel(footer);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("Result"));
    m_discard = new QPushButton(tr("Discard"), footer);
    m_save = new QPushButton(tr("Save"), footer);
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_save->setDefault(true);
    m_save->setMinimumWidth(96);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::discard);
    m_save->setEnabled(false);
    m_discard->setEnabled(false);
    return footer;
}

Settings SettingsPage::entered() const
{
    Settings settings = m_inForce; // keys without a field stay
    for (const SettingsSection *section : m_sections)
        section->writeTo(settings);
    return settings;
}

void SettingsPage::edited()
{
    m_rules->showBusiness(entered().business);
    setDirty(entered() != m_inForce || !m_provider->changedSecrets().isEmpty());
    tell(QString(), QString());
}

void SettingsPage::setDirty(bool dirty)
{
    m_dirty = dirty;
    m_save->setEnabled(dirty && !m_saving);
    m_discard->setEnabled(dirty && !m_saving);
}

void SettingsPage::showSettings(const Settings &settings)
{
    for (SettingsSection *section : std::as_const(m_sections)) {
        section->clearProblems();
        section->showSettings(settings);
    }
    setDirty(false);
    readCredentials();
}

void SettingsPage::showAccount(const QList<PhoneNumber> &numbers, const QStringList &warnings)
{
    const QString country = m_inForce.business.country;
    QStringList shown;
    for (const PhoneNumber &number : numbers)
        shown.append(number.display(country));
    QStringList sentences;
    for (const QString &warning : warnings)
        sentences.append(accountWarningWords(warning, country));
    m_provider->showAccount(shown, sentences);
    m_lines->showAccountNumbers(numbers);
}

void SettingsPage::readCredentials()
{
    const ProviderDescriptor *provider = m_provider->provider();
    if (provider == nullptr)
        return;
    m_ports.credentials.read(entered().account, *provider, [guard = QPointer<SettingsPage>(this)](const CredentialState &state) {
        if (guard != nullptr)
            guard->m_provider->showCredentials(state);
    });
}

bool SettingsPage::showFirstProblem(const Settings &settings)
{
    std::optional<std::pair<QString, QString>> problem;
    for (const SettingsSection *section : std::as_const(m_sections)) {
        problem = section->ownProblem();
        if (problem.has_value())
            break;
    }
    if (!problem.has_value()) {
        if (const std::optional<SettingsProblem> found = checkSettings(settings, m_providers))
            problem = std::pair(found->key, problemWords(*found, settings));
    }
    if (!problem.has_value())
        return false;
    QWidget *field = nullptr;
    for (SettingsSection *section : std::as_const(m_sections)) {
        field = section->showProblem(problem->first, problem->second);
        if (field != nullptr)
            break;
    }
    if (field != nullptr) {
        field->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(field, 20, 80);
        tell(tr("Not saved: one field needs another look."), QStringLiteral("problem"));
    } else {
        tell(tr("Not saved: %1").arg(problem->second), QStringLiteral("problem"));
    }
    return true;
}

void SettingsPage::save()
{
    if (m_saving)
        return;
    for (SettingsSection *section : std::as_const(m_sections))
        section->clearProblems();
    const Settings settings = entered();
    if (showFirstProblem(settings))
        return;
    const ProviderDescriptor *provider = m_provider->provider();
    const AccountSecrets secrets = m_provider->changedSecrets();
    m_saving = true;
    setDirty(m_dirty);
    if (provider == nullptr || secrets.isEmpty()) {
        finishSaving(settings);
        return;
    }
    // Secrets first: settings that name an account whose secrets could not be kept would only sign out.
    m_ports.credentials.write(settings.account, *provider, secrets,
                              [guard = QPointer<SettingsPage>(this), settings](const std::optional<Error> &error) {
                                  if (guard == nullptr)
                                      return;
                                  if (!error.has_value()) {
                                      guard->m_provider->forgetTypedSecrets();
                                      guard->finishSaving(settings);
                                      return;
                                  }
                                  guard->m_saving = false;
                                  guard->setDirty(true);
                                  guard->m_provider->showKeychainError(*error);
                                  guard->m_scroll->ensureWidgetVisible(guard->m_provider, 20, 20);
                                  guard->tell(tr("Not saved: the keychain did not take the sign-in data."), QStringLiteral("problem"));
                              });
}

void SettingsPage::finishSaving(const Settings &settings)
{
    const auto apply = [guard = QPointer<SettingsPage>(this), settings](const CredentialState &state) {
        if (guard == nullptr)
            return;
        SettingsPage &page = *guard;
        page.m_saving = false;
        page.m_inForce = settings;
        page.setDirty(false);
        page.m_provider->showCredentials(state);
        emit page.m_ports.client.applySettingsRequested(settings, state.secrets);
        page.tell(tr("Saved."), QStringLiteral("ok"));
        emit page.saved();
    };
    if (const ProviderDescriptor *provider = m_provider->provider())
        m_ports.credentials.read(settings.account, *provider, apply);
    else
        apply(CredentialState());
}

void SettingsPage::discard()
{
    m_provider->forgetTypedSecrets();
    showSettings(m_inForce);
    m_rules->showBusiness(m_inForce.business);
    tell(QString(), QString());
}

void SettingsPage::tell(const QString &words, const QString &role)
{
    m_message->setText(words);
    if (m_message->property("role").toString() != role) {
        m_message->setProperty("role", role);
        m_message->style()->unpolish(m_message);
        m_message->style()->polish(m_message);
    }
}

void SettingsPage::tickConnection()
{
    m_provider->showConnection(m_connection, connectionWords(m_connection, m_ports.clock.utcNow()));
    // "4 s ago" grows only while somebody looks.
    if (isVisible())
        m_tick = m_ports.scheduler.callAfter(1s, [this] { tickConnection(); });
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tickConnection();
}

void SettingsPage::hideEvent(QHideEvent *event)
{
    m_tick.cancel();
    QWidget::hideEvent(event);
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        applyFormStyle(*this);
    QWidget::changeEvent(event);
}

void SettingsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save))
        save();
    else if (event->key() == Qt::Key_Escape && !m_dirty)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace textback
