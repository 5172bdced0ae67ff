// SPDX-License-Identifier: MIT
#pragma once

#include "ui/fakecredentialstore.h"
#include "ui/scenes.h"
#include "ui/settings/accountcredentials.h"
#include "ui/settings/settingspage.h"
#include "ui/twiliolikedescriptor.h"

namespace textback::test {

/// The settings of a business that is set up, as a page of the window.
class SettingsScene {
public:
    explicit SettingsScene(Stage &stage)
        : m_credentials(m_store, [](const QString &) { return QByteArray(); })
    {
        const QString account = QStringLiteral("AC0123456789abcdef0123456789abcdef");
        m_store.entries.insert(QStringLiteral("twilio/%1/authToken").arg(account), Secret("kept"));
        Settings settings = stage.settings;
        settings.business.trade = QStringLiteral("hvac");
        settings.account.apiBaseUrl.clear();
        settings.account.fields.insert(QStringLiteral("accountSid"), account);
        stage.window.setSettingsPage(
            new SettingsPage({stage.engine, m_credentials, stage.time, stage.time, nullptr, {}}, {twilioLikeDescriptor()}));
        emit stage.engine.settingsChanged(settings);
        ConnectionState online;
        online.kind = ConnectionState::Kind::Online;
        online.lastSuccess = stage.time.utcNow();
        emit stage.engine.connectionChanged(online); // the page was not there before
        stage.window.showSettingsPage();
    }

private:
    FakeCredentialStore m_store;
    AccountCredentials m_credentials;
};

} // namespace textback::test
