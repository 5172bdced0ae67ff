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
constexpr QLatin1StringView schemeKey("color-scheme");
constexpr QLatin1StringView contrastKey("contrast");

} // namespace

PortalScheme::PortalScheme(bool paletteIsDark, QObject *parent)
    : SystemScheme(paletteIsDark, parent)
    , m_paletteIsDark(paletteIsDark)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(hearSetting(QString, QString, QDBusVariant)));
    ask(schemeKey);
    ask(contrastKey);
}

void PortalScheme::ask(const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << group << key;
    question.setAutoStartService(true);
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, 3000), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid())
            take(key, reply.value().variant());
        finished->deleteLater();
    });
}

void PortalScheme::hearSetting(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == group)
        take(changedKey, value.variant());
}

void PortalScheme::take(const QString &key, const QVariant &value)
{
    // Read wraps its value twice; SettingChanged once.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint wish = inner.toUInt();
    if (key == schemeKey)
        setDark(wish == 1 || (wish == 0 && m_paletteIsDark));
    else if (key == contrastKey)
        setWantsContrast(wish == 1);
}

SystemScheme *watchSystemScheme(bool paletteIsDark, QObject *parent)
{
    return new PortalScheme(paletteIsDark, parent);
}

} // namespace textback
