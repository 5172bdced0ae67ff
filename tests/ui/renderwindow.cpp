// SPDX-License-Identifier: MIT
// Paints every scene into PNG files, to look at: renderwindow FOLDER [LANGUAGE [TEXT PERCENT [SCALE]]]. No test.
#include "translations/translations.h"
#include "ui/scenes.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>

using namespace textback;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QDir folder(arguments.value(1, u"."_s));
    const QString language = arguments.value(2, u"en"_s);
    QLocale::setDefault(QLocale(language));
    installTranslations(application, QLocale());
    Theme theme(application);
    theme.setTextPercent(arguments.value(3, u"100"_s).toInt());
    const qreal scale = arguments.value(4, u"1"_s).toDouble();
    for (const ColorMode colors : {ColorMode::Light, ColorMode::Dark}) {
        theme.setColors(colors);
        for (const test::Scene &scene : test::scenes()) {
            if (!test::arranged(scene)->picture(scale).save(folder.filePath(scene.name + u'-' + toString(colors) + u".png"_s)))
                return 1;
        }
    }
    return 0;
}
