// SPDX-License-Identifier: MIT
#include "ui/theme/portalscheme_linux.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView service("org.freedesktop.portal.Desktop");
constexpr QLatin1StringView path("/org/freedesktop/portal/desktop");
constexpr QLatin1StringView interface("org.freedesktop.portal.Settings");
constexpr QLatin1StringView group("org.freedesktop.appearance");
constexpr QLatin1StringView key("color-scheme");

} // namespace

PortalScheme::PortalScheme(bool paletteIsDark, QObject *parent)
    : SystemScheme(paletteIsDark, parent)
    , m_paletteIsDark(paletteIsDark)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(hearSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << group << key;
    question.setAutoStartService(true);
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question, 3000), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid())
            take(reply.value().variant());
        finished->deleteLater();
    });
}

void PortalScheme::hearSetting(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == group && changedKey == key)
        take(value.variant());
}

void PortalScheme::take(const QVariant &value)
{
    // Read wraps its value twice; SettingChanged once.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint scheme = inner.toUInt();
    setDark(scheme == 1 || (scheme == 0 && m_paletteIsDark));
}

SystemScheme *watchSystemScheme(bool paletteIsDark, QObject *parent)
{
    return new PortalScheme(paletteIsDark, parent);
}

} // namespace textback
