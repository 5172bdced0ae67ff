// SPDX-License-Identifier: MIT
#include "ui/dialogs/outside.h"

#include "ui/format/safetext.h"

#include <QDesktopServices>
#include <QUrl>

namespace textback {

bool openOutside(const QUrl &url)
{
    return mayOpen(url) && QDesktopServices::openUrl(url);
}

} // namespace textback
