// SPDX-License-Identifier: MIT
#include "ui/dialogs/outside.h"

#include "domain/media/mediatype.h"
#include "ui/format/safetext.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace textback {

bool openOutside(const QUrl &url)
{
    return mayOpen(url) && QDesktopServices::openUrl(url);
}

bool openSoundOutside(const QString &path)
{
    const QFileInfo file(path);
    const auto type = mediaTypeFromSuffix(file.suffix());
    return type && mediaKindOf(*type) == MediaKind::Sound && file.isFile() && QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace textback
