// SPDX-License-Identifier: MIT
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// The resource lives in a static library: without being named once it would be left out of the program. Outside any namespace, as
// Q_INIT_RESOURCE wants it.
static void initResource()
{
    Q_INIT_RESOURCE(i18n);
}

namespace textback {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    initResource();
    const QString folder = QStringLiteral(":/i18n");
    // English first and always: its plural forms are no translation but part of the words.
    auto *english = new QTranslator(&application);
    if (english->load(QStringLiteral("textback_en"), folder))
        QCoreApplication::installTranslator(english);
    if (locale.language() == QLocale::English)
        return;
    // The words of Qt's own parts (context menus of fields), where the system has them.
    auto *qts = new QTranslator(&application);
    if (qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, QStringLiteral("textback"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace textback
