// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/systemscheme.h"

#include <QDBusVariant>

namespace textback {

/// The desktop portal's word on dark windows: org.freedesktop.portal.Settings, group org.freedesktop.appearance, key color-scheme
/// (1 dark, 2 light, 0 no preference), and key contrast (1 more of it, 0 no preference). Asked once without waiting, then heard by signal; without a portal nothing changes.
class PortalScheme : public SystemScheme {
    Q_OBJECT

public:
    explicit PortalScheme(bool paletteIsDark, QObject *parent = nullptr);

private slots:
    void hearSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, const QVariant &value);

    bool m_paletteIsDark;
};

} // namespace textback
