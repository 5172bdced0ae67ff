// SPDX-License-Identifier: MIT
#include "ui/theme/systemscheme.h"

#include <QSettings>

namespace textback {

using namespace Qt::StringLiterals;

SystemScheme *watchSystemScheme(bool paletteIsDark, QObject *parent)
{
    bool dark = paletteIsDark;
#ifdef Q_OS_WIN
    // https://learn.microsoft.com/windows/apps/desktop/modernize/ui/apply-windows-themes: 0 means that programs are to be dark.
    const QSettings registry(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
                             QSettings::NativeFormat);
    dark = registry.value("AppsUseLightTheme"_L1, 1).toInt() == 0;
#endif
    return new SystemScheme(dark, parent);
}

} // namespace textback
