// SPDX-License-Identifier: MIT
#include "translations/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace textback;

namespace {

struct Entry {
    QString context;
    QString source;
    QStringList translations;
    bool plural = false;
    bool finished = true;
};

QList<Entry> entriesOf(const QString &language)
{
    QFile file(QStringLiteral(TEXTBACK_SOURCE_DIR "/translations/textback_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Entry> entries;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1StringView("name"))
            context = xml.readElementText();
        if (xml.name() != QLatin1StringView("message"))
            continue;
        Entry entry;
        entry.context = context;
        entry.plural = xml.attributes().value(QLatin1StringView("numerus")) == QLatin1StringView("yes");
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1StringView("source")) {
                entry.source = xml.readElementText();
            } else if (xml.name() == QLatin1StringView("translation")) {
                entry.finished = !xml.attributes().hasAttribute(QLatin1StringView("type"));
                if (entry.plural) {
                    while (xml.readNextStartElement())
                        entry.translations.append(xml.readElementText());
                } else {
                    entry.translations.append(xml.readElementText());
                }
            } else {
                xml.skipCurrentElement();
            }
        }
        entries.append(entry);
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

/// "%1", "%L2", "%n" and "{biz}" of a text, each as often as it stands there.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?(\\d+|n)|\\{[a-z]*\\}"));
    QStringList found;
    auto match = pattern.globalMatch(text);
    while (match.hasNext())
        found.append(match.next().captured());
    found.sort();
    return found;
}

} // namespace

/// The translation files are complete, and no translation loses or invents a placeholder.
class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void everyEntryIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English plurals") << QStringLiteral("en");
        QTest::newRow("Spanish") << QStringLiteral("es");
    }
    void everyEntryIsTranslated()
    {
        QFETCH(const QString, language);
        const QList<Entry> entries = entriesOf(language);
        QVERIFY(entries.size() > 5);
        QStringList bad;
        for (const Entry &entry : entries) {
            const QString name = entry.context + QStringLiteral(": ") + entry.source;
            if (!entry.finished)
                bad.append(name + QStringLiteral(" (not finished)"));
            if (entry.translations.size() != (entry.plural ? 2 : 1))
                bad.append(name + QStringLiteral(" (number of forms)"));
            for (const QString &translation : entry.translations) {
                if (translation.isEmpty())
                    bad.append(name + QStringLiteral(" (empty)"));
                if (placeholders(translation) != placeholders(entry.source))
                    bad.append(name + QStringLiteral(" (placeholders)"));
                // A space at an end belongs to the sentence that is put together ("2 s").
                if (translation.startsWith(u' ') != entry.source.startsWith(u' ') ||
                    translation.endsWith(u' ') != entry.source.endsWith(u' '))
                    bad.append(name + QStringLiteral(" (spaces)"));
            }
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void spanishHasEveryPluralOfEnglish()
    {
        QSet<QString> spanish;
        for (const Entry &entry : entriesOf(QStringLiteral("es"))) {
            if (entry.plural)
                spanish.insert(entry.context + entry.source);
        }
        for (const Entry &entry : entriesOf(QStringLiteral("en")))
            QVERIFY2(spanish.contains(entry.context + entry.source), qPrintable(entry.source));
    }

    void theProgramSpeaksThem()
    {
        // English first: its plural forms come from its file.
        installTranslations(*QCoreApplication::instance(), QLocale(QStringLiteral("en_US")));
        QCOMPARE(QCoreApplication::translate("textback::TrayStatus", "%n need a reply", nullptr, 1), QStringLiteral("1 needs a reply"));
        QCOMPARE(QCoreApplication::translate("textback::TrayStatus", "%n need a reply", nullptr, 3), QStringLiteral("3 need a reply"));
        installTranslations(*QCoreApplication::instance(), QLocale(QStringLiteral("es_MX")));
        QCOMPARE(QCoreApplication::translate("textback::SettingsPage", "Settings"), QStringLiteral("Ajustes"));
        QCOMPARE(QCoreApplication::translate("textback::Notifications", "%n missed calls", nullptr, 1),
                 QStringLiteral("1 llamada perdida"));
        QCOMPARE(QCoreApplication::translate("textback::Notifications", "%n missed calls", nullptr, 4),
                 QStringLiteral("4 llamadas perdidas"));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
