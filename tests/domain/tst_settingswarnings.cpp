// SPDX-License-Identifier: MIT
#include "domain/settingsexample.h"
#include "domain/settingswarnings.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

namespace {

/// Settings as a file gives them: refused ones have no warnings to speak of.
Settings read(const QByteArray &json)
{
    const tl::expected<Settings, SettingsProblem> settings = applySettingsDocument(quoted(json), signedIn(), providers);
    if (!settings)
        qFatal("%s", qPrintable(settings.error().line()));
    return *settings;
}

QByteArray withOpen(const QByteArray &text, const QByteArray &more = {})
{
    return "{'rules': {'templates': {'open': '" + text + "'}}" + more + "}";
}

QStringList linesOf(const Settings &settings)
{
    QStringList lines;
    for (const SettingsWarning &warning : settingsWarnings(settings))
        lines += warning.line();
    return lines;
}

void columns()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key"); // of the only line; empty: there is none
    QTest::addColumn<QStringList>("words");
}

void row(const char *name, const QByteArray &json, const QString &key, const QStringList &words)
{
    QTest::newRow(name) << json << key << words;
}

} // namespace

/// What the owner of a settings file is told about its words, though they are not refused.
class TestSettingsWarnings : public QObject {
    Q_OBJECT

private slots:
    void c21LinterSpeaksOfOwnTexts_data();
    void c21LinterSpeaksOfOwnTexts() { oneLine(); }
    void c35WhatMakesATextDear_data();
    void c35WhatMakesATextDear() { oneLine(); }
    void c37WhatATextCosts_data();
    void c37WhatATextCosts() { oneLine(); }
    void eachFindingIsALine();
    void suggestionsWarnOfNothingMore();
    void builtInTextsWarnOfNothing();

private:
    static void oneLine();
};

void TestSettingsWarnings::oneLine()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    QFETCH(QStringList, words);
    const QStringList lines = linesOf(read(json));
    QVERIFY2(lines.size() == (key.isEmpty() ? 0 : 1), qPrintable(lines.join(u'\n')));
    if (lines.isEmpty())
        return;
    QVERIFY2(lines.first().startsWith(key + u": "_s), qPrintable(lines.first()));
    QVERIFY(!lines.first().contains(u'\n'));
    for (const QString &word : words)
        QVERIFY2(lines.first().contains(word), qPrintable(word + u" in "_s + lines.first()));
}

void TestSettingsWarnings::c21LinterSpeaksOfOwnTexts_data()
{
    columns();
    const QString open = u"rules.templates.open"_s;
    row("a plain text", withOpen("{biz}: sorry we missed you. Text us"), {}, {});
    row("link in a first text", withOpen("{biz}: see https://a.example/b"), open,
        {u"https://a.example/b"_s, u"carriers"_s, u"your answer"_s});
    row("booking link", "{'business': {'bookingLink': 'https://a.example'}, 'rules': {'templates': {'closed': '{biz}: book {link}'}}}",
        u"rules.templates.closed"_s, {u"{link}"_s, u"carriers"_s});
    row("link in a later text", "{'rules': {'templates': {'holding': '{biz}: see https://a.example/b'}}}", {}, {});
    row("promised time", withOpen("{biz}: we call you in 10 minutes"), open,
        {u"in 10 minutes"_s, u"nobody watches"_s, u"waitingCustomers.minutes"_s});
    row("promised time that is watched", withOpen("{biz}: we call you in 10 minutes", ", 'waitingCustomers': {'minutes': 10}"), {}, {});
    row("promotion", withOpen("{biz}: sorry! 20% off your next tow"), open, {u"20% off"_s, u"written consent"_s, u"leave it out"_s});
    row("of one line", "{'lines': [{'number': '+13132230100'}, {'number': '+13132230101', 'templates': {'vip': '{biz}: right away!'}}]}",
        u"lines[1].templates.vip"_s, {u"right away"_s});
    row("a shortened link", "{'business': {'bookingLink': 'https://bit.ly/3x'}}", u"business.bookingLink"_s,
        {u"bit.ly"_s, u"carriers"_s, u"own address"_s});
    row("a shortened review link", "{'business': {'reviewLink': 'https://tinyurl.com/3x'}}", u"business.reviewLink"_s, {u"tinyurl.com"_s});
}

void TestSettingsWarnings::c35WhatMakesATextDear_data()
{
    columns();
    const QString open = u"rules.templates.open"_s;
    row("letters of GSM-7", withOpen("{biz}: ¿qué pasa, señor? ¡Bilingüe!"), {}, {});
    row("what is replaced by itself", withOpen("{biz}: we’re sorry — “text” us…"), {}, {});
    row("an accent", withOpen("{biz}: estamos en otra llamada. Díganos qué pasa"), open,
        {u"has \"í\","_s, u"70 characters instead of 160"_s, u"2 texts instead of 1 text"_s,
         u"write \"{biz}: estamos en otra llamada. Diganos qué pasa\""_s});
    row("as the file spells it", withOpen("{biz}:\\nsay \\\"aquí\\\""), open, {u"write \"{biz}:\\nsay \\\"aqui\\\"\""_s});
    row("several, each once", withOpen("{biz}: aquí, allí, más"), open, {u"has \"í\", \"á\","_s, u"aqui, alli, mas"_s});
    row("emoji", withOpen("{biz}: sorry \U0001F697 we missed you"), open,
        {u"has \"\U0001F697\","_s, u"write \"{biz}: sorry we missed you\" (nothing can stand for \"\U0001F697\")"_s});
    row("both", withOpen("{biz}: aquí \U0001F697"), open, {u"write \"{biz}: aqui\" (nothing"_s});
    row("another script", withOpen("{biz}: извините, не ответили"), open, {u"and 3 more"_s, u"keep the text short"_s});
    row("a fallback of nothing else", withOpen("{biz}: hi {name|мы}"), open, {u"keep the text short"_s});
    row("the business's name", "{'business': {'name': 'Grúas López'}}", u"business.name"_s,
        {u"has \"ú\", \"ó\","_s, u"every text names the business"_s, u"write \"Gruas Lopez\""_s});
    row("a link", "{'business': {'bookingLink': 'https://grúas.example'}}", u"business.bookingLink"_s, {u"write \"https://xn--gras-"_s});
}

void TestSettingsWarnings::c37WhatATextCosts_data()
{
    columns();
    const QString open = u"rules.templates.open"_s;
    // With the name of 17 characters and the hint; one text holds 160.
    const QByteArray a113(113, 'a');
    row("just one", withOpen("{biz}: " + QByteArray(118, 'a')), {}, {});
    row("one more", withOpen("{biz}: " + QByteArray(119, 'a')), open,
        {u"takes 2 texts"_s, u"161 characters; one text holds 160"_s, u"shorten it by 1 "_s});
    row("longest opening", withOpen("{biz}: " + QByteArray(111, 'a') + "{open}"), open, {u"takes 2 texts"_s, u"161 characters"_s});
    row("longest name", withOpen("{biz}: " + QByteArray(99, 'a') + "{name|you}"), open, {u"161 characters"_s});
    row("a confirmation has no hint", "{'rules': {'templates': {'opt-out-confirmation': '{biz}: " + a113 + a113.left(20) + "'}}}", {}, {});
    row("another number texts",
        "{'lines': [{'number': '+13132230100', 'textFrom': '+13132230101'}], 'rules': {'templates': {'open': '{biz}: " +
            QByteArray(100, 'a') + "'}}}",
        open, {u"takes 2 texts"_s});
    row("that line has its own",
        "{'lines': [{'number': '+13132230100', 'textFrom': '+13132230101', 'templates': {'open': '{biz}: hi'}}, "
        "{'number': '+13132230101'}], 'rules': {'templates': {'open': '{biz}: " +
            QByteArray(100, 'a') + "'}}}",
        {}, {});
    row("that line has its own trade",
        "{'lines': [{'number': '+13132230100', 'textFrom': '+13132230101', 'trade': 'hvac'}, "
        "{'number': '+13132230101'}], 'rules': {'templates': {'open': '{biz}: " +
            QByteArray(100, 'a') + "'}}}",
        {}, {});
    row("a line's own text leaves from there",
        "{'lines': [{'number': '+13132230101'}, {'number': '+13132230100', 'textFrom': '+13132230101', 'templates': {'open': '{biz}: " +
            QByteArray(100, 'a') + "'}}]}",
        u"lines[1].templates.open"_s, {u"takes 2 texts"_s});
    row("toll-free holds less",
        "{'lines': [{'number': '+18002230100'}], 'rules': {'templates': {'open': '{biz}: " + QByteArray(263, 'a') + "'}}}", open,
        {u"takes 3 texts"_s});
}

void TestSettingsWarnings::eachFindingIsALine()
{
    Settings settings =
        read("{'business': {'name': 'Grúas López'}, 'rules': {'templates': {'open': '{biz}: 10% off, and we call back in 5 minutes', "
             "'closed': '{biz}: Llámenos, por favor. Estamos en otra llamada'}}}");
    const QStringList lines = linesOf(settings);
    const QStringList keys = {u"business.name: has \"ú\", \"ó\""_s, u"rules.templates.closed: has \"á\""_s,
                              u"rules.templates.open: promises"_s, u"rules.templates.open: advertises"_s,
                              u"rules.templates.open: takes 2 texts"_s};
    QCOMPARE(lines.size(), keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        QVERIFY2(lines[i].startsWith(keys[i]), qPrintable(lines[i]));
    // Of the last one the name alone is to blame.
    QVERIFY2(lines[4].contains(u"and 1 text once the business's name and link are as said"_s), qPrintable(lines[4]));
    settings.business.name = u"Gruas Lopez"_s;
    QCOMPARE(linesOf(settings).size(), 3);
}

/// Whoever does what is said hears no more of it.
void TestSettingsWarnings::suggestionsWarnOfNothingMore()
{
    for (const QByteArray &text :
         {QByteArray("{biz}: Díganos dónde está"), QByteArray("{biz}: aquí \U0001F697 más"), QByteArray("{biz}: señor, ¿está?")}) {
        Settings settings = read(withOpen(text));
        const QString sentence = linesOf(settings).value(0);
        const qsizetype from = sentence.indexOf(u"write \""_s) + 7;
        settings.rules.templates[u"open"_s] = sentence.mid(from, sentence.indexOf(u'"', from) - from);
        QVERIFY2(linesOf(settings).isEmpty(), qPrintable(sentence));
    }
}

void TestSettingsWarnings::builtInTextsWarnOfNothing()
{
    for (const QString &trade : trades()) {
        for (const TemplateLanguage language : {TemplateLanguage::English, TemplateLanguage::Spanish, TemplateLanguage::Both}) {
            Settings settings = signedIn();
            settings.business.trade = trade;
            settings.business.bookingLink = u"https://book.example.com/a"_s;
            settings.rules.language = language;
            Line line;
            line.number = *PhoneNumber::fromStored(u"+18002230100"_s);
            line.trade = trade;
            settings.lines = {line};
            QCOMPARE(linesOf(settings), QStringList());
        }
    }
}

QTEST_GUILESS_MAIN(TestSettingsWarnings)
#include "tst_settingswarnings.moc"
