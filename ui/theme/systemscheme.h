// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace textback {

/// Whether the desktop asks for dark windows, and for strong contrast. Qt 6.4 does not tell (QStyleHints::colorScheme came with 6.5), so each system is asked in
/// its own way, by the implementation that watchSystemScheme makes. GUI thread.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    explicit SystemScheme(bool dark, QObject *parent = nullptr)
        : QObject(parent)
        , m_dark(dark)
    {
    }

    bool isDark() const { return m_dark; }
    void setDark(bool dark)
    {
        if (m_dark == dark)
            return;
        m_dark = dark;
        emit changed();
    }
    /// The person wants strong contrast in every program.
    bool wantsContrast() const { return m_wantsContrast; }
    void setWantsContrast(bool wants)
    {
        if (m_wantsContrast == wants)
            return;
        m_wantsContrast = wants;
        emit changed();
    }

signals:
    void changed();

private:
    bool m_dark;
    bool m_wantsContrast = false;
};

/// Starts with `paletteIsDark` (what the desktop's own palette says) and follows the system from then on: Linux asks the desktop portal
/// over D-Bus without waiting for it, Windows reads the registry. Owned by `parent`.
SystemScheme *watchSystemScheme(bool paletteIsDark, QObject *parent);

} // namespace textback
