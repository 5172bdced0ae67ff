// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QWidget>

namespace textback::test {

/// Keeps a picture of a widget under the folder that TEXTBACK_SHOTS names, for people to look at; does nothing otherwise.
inline void shot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("TEXTBACK_SHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace textback::test
