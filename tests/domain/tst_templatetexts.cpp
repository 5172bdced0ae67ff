// SPDX-License-Identifier: MIT
#include "domain/templatelengths.h"
#include "domain/templatelint.h"
#include "domain/templates/encodingrepair.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

constexpr SendRule tradeRules[] = {SendRule::Open,      SendRule::Closed,    SendRule::Holiday,
                                   SendRule::FollowUp1, SendRule::FollowUp2, SendRule::Review};
constexpr SendRule firstRules[] = {SendRule::Open,  SendRule::Closed, SendRule::Holiday,
                                   SendRule::Storm, SendRule::Vip,    SendRule::SecondCall};
constexpr TemplateLanguage languages[] = {TemplateLanguage::English, TemplateLanguage::Spanish, TemplateLanguage::Both};

/// rules.md 3: with these lengths the texts are counted.
TemplateValues longest()
{
    TemplateValues values;
    values.biz = QString(25, u'B');
    values.link = u"https://"_s + QString(29, u'l');
    values.phone = u"(313) 223-0100"_s;
    values.open = QString(longestOpen, u'0');
    return values;
}

QJsonObject file()
{
    QFile source(QString::fromUtf8(TEXTBACK_SOURCE_DIR) + u"/resources/templates.json"_s);
    return source.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(source.readAll()).object() : QJsonObject();
}

} // namespace

/// Every text of resources/templates.json, in each language.
class TestTemplateTexts : public QObject {
    Q_OBJECT

private:
    static void texts()
    {
        QTest::addColumn<SendRule>("rule");
        QTest::addColumn<TemplateLanguage>("language");
        QTest::addColumn<QString>("text");
        const auto rows = [](const QString &group, const QJsonObject &names) {
            for (const QString &name : names.keys()) {
                for (const QString &language : names.value(name).toObject().keys()) {
                    QTest::newRow(qPrintable(group + u' ' + name + u' ' + language))
                        << *sendRuleFromString(QString(name).remove(u"-link"_s)) << *templateLanguageFromString(language)
                        << names.value(name)[language].toString();
                }
            }
        };
        const QJsonObject all = file();
        for (const QString &trade : all.value(u"trades"_s).toObject().keys())
            rows(trade, all.value(u"trades"_s)[trade].toObject());
        rows(u"system"_s, all.value(u"system"_s).toObject());
    }

private slots:
    /// What is in the program is the file that people edit, and the file holds nothing that nobody reads.
    void fileAndResource()
    {
        const QJsonObject document = file();
        QCOMPARE(document.value(u"format"_s).toInt(), 1);
        QCOMPARE(document.keys(), QStringList({u"format"_s, u"system"_s, u"trades"_s}));
        const QJsonObject all = document.value(u"trades"_s).toObject();
        QStringList known = trades();
        known.sort();
        QCOMPARE(all.keys(), known);
        for (const QString &trade : trades()) {
            for (const QString &name : all.value(trade).toObject().keys()) {
                const std::optional<SendRule> rule = sendRuleFromString(QString(name).remove(u"-link"_s));
                QVERIFY2(rule, qPrintable(name));
                for (const TemplateLanguage language : languages) {
                    QCOMPARE(TemplateSet::forTrade(trade, language, name.endsWith(u"-link"_s)).text(*rule),
                             all.value(trade)[name][toString(language)].toString());
                }
            }
        }
        const QJsonObject system = document.value(u"system"_s).toObject();
        for (const QString &name : system.keys()) {
            QVERIFY2(sendRuleFromString(name), qPrintable(name));
            for (const TemplateLanguage language : languages)
                QCOMPARE(TemplateSet::forTrade(u"hvac"_s, language, true).text(*sendRuleFromString(name)),
                         system.value(name)[toString(language)].toString());
        }
    }

    /// Ten trades have six kinds each and the variant with a link, and every rule has a text, in English, in Spanish and in both.
    void everyRuleHasAText()
    {
        QCOMPARE(trades().size(), 10);
        for (const QString &trade : trades()) {
            for (const TemplateLanguage language : languages) {
                const TemplateSet plain = TemplateSet::forTrade(trade, language, false);
                const TemplateSet linked = TemplateSet::forTrade(trade, language, true);
                for (const SendRule rule : allSendRules)
                    QVERIFY2(!plain.text(rule).isEmpty(), qPrintable(trade + toString(rule)));
                QVERIFY(linked.text(SendRule::Open) != plain.text(SendRule::Open));
                QVERIFY(linked.text(SendRule::Closed) == plain.text(SendRule::Closed));
            }
        }
    }

    void tradesAndLanguagesDiffer()
    {
        QSet<QString> different;
        int count = 0;
        for (const QString &trade : trades()) {
            for (const TemplateLanguage language : languages) {
                for (const SendRule rule : tradeRules) {
                    different.insert(TemplateSet::forTrade(trade, language, false).text(rule));
                    ++count;
                }
            }
        }
        QCOMPARE(different.size(), count);
        for (const TemplateLanguage language : languages)
            QVERIFY(TemplateSet::forTrade(u"bakery"_s, language, false) == TemplateSet::forTrade(u"general"_s, language, false));
        QVERIFY(TemplateSet::forTrade(u"towing"_s, TemplateLanguage::English, false).text(SendRule::Open).contains(u"tow"_s));
    }

    /// The English texts are those of rules.md 3 to the letter, and as long as it says.
    void englishTexts()
    {
        QStringList texts;
        for (const test::TemplateLength &row : test::templateLengths) {
            const QJsonObject group = QLatin1StringView(row.group) == u"system"_s
                                          ? file().value(u"system"_s).toObject()
                                          : file().value(u"trades"_s)[QLatin1StringView(row.group)].toObject();
            texts += group.value(QLatin1StringView(row.name))[u"en"_s].toString();
            const Result<QString> filled = fillTemplate(texts.last(), longest());
            QVERIFY2(filled.has_value(), row.name);
            QVERIFY2(filled->size() == row.length,
                     qPrintable(u"%1 %2: %3"_s.arg(QLatin1StringView(row.group), QLatin1StringView(row.name)).arg(filled->size())));
        }
        QCOMPARE(std::size(test::templateLengths), 10U * 6 + 4 + 1);
        const QByteArray hash = QCryptographicHash::hash(texts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
        QCOMPARE(hash, QByteArray(test::englishTextsHash));
    }

    void c37OneSegmentEach_data() { texts(); }

    /// One GSM-7 text with the longest usual values, filled and with all that is added by itself.
    void c37OneSegmentEach()
    {
        QFETCH(SendRule, rule);
        QFETCH(TemplateLanguage, language);
        QFETCH(QString, text);
        TemplateValues values = longest();
        values.language = language;
        // A review request or follow-up comes to somebody who heard from us, a month ago or more.
        const bool first = std::find(std::begin(firstRules), std::end(firstRules), rule) != std::end(firstRules);
        const std::optional<UtcTime> lastHint = first ? std::nullopt : std::optional(UtcTime());
        const Result<QString> composed = composeAutomaticText(rule, text, values, lastHint, UtcTime() + hintHolds);
        QVERIFY2(composed.has_value(), composed ? "" : qPrintable(composed.error().detail));
        QCOMPARE(firstNonGsm7(*composed), QString());
        const SmsSegments counted = countSegments(*composed);
        QVERIFY2(counted.segments == 1 && counted.units <= 160, qPrintable(QString::number(counted.units)));
        QCOMPARE(smartEncoded(text), text);
        QCOMPARE(text.simplified(), text);
        if (first)
            QCOMPARE(longestSegments(text, values)->segments, 1);
    }

    void c15NameAndHintInEach_data() { texts(); }

    /// Built-in texts need nothing added: they name the business (first ones within 40 characters) and say STOP.
    void c15NameAndHintInEach()
    {
        QFETCH(SendRule, rule);
        QFETCH(QString, text);
        const QString filled = *fillTemplate(text, longest());
        if (std::find(std::begin(firstRules), std::end(firstRules), rule) != std::end(firstRules))
            QCOMPARE(withBusinessName(filled, longest().biz), filled);
        QVERIFY(filled.contains(longest().biz));
        QCOMPARE(hasOptOutHint(text), rule != SendRule::OptOutConfirmation);
        QCOMPARE(filled.contains(longest().link), text.contains(u"{link}"_s));
    }

    void c21LintClean_data() { texts(); }

    /// Nothing that carriers filter, nothing that callers misread; a link in a first text is the one warning that there is.
    void c21LintClean()
    {
        QFETCH(SendRule, rule);
        QFETCH(QString, text);
        QCOMPARE(templateProblem(text, longest(), rule), QString());
        QList<LintFinding> expected;
        if (rule == SendRule::Open && text.contains(u"{link}"_s))
            expected.append({LintReason::LinkInFirstText, u"{link}"_s});
        QCOMPARE(lintTemplate(text, rule, longest()), expected);
    }

    void x17OnlyNoIsACommand_data() { texts(); }

    /// Of all words in capitals only NO ends something; YES, which providers take for START, is not asked for.
    void x17OnlyNoIsACommand()
    {
        QFETCH(SendRule, rule);
        QFETCH(QString, text);
        QStringList known = {u"STOP"_s, u"URGENT"_s, u"URGENTE"_s, u"ETA"_s, u"ZIP"_s, u"AC"_s};
        if (rule == SendRule::FollowUp1)
            known += u"NO"_s;
        if (rule == SendRule::OptOutConfirmation)
            known = QStringList{u"START"_s};
        if (rule == SendRule::OptedIn)
            known += u"HELP"_s;
        static const QRegularExpression capitals(u"\\b\\p{Lu}{2,}\\b"_s, QRegularExpression::UseUnicodePropertiesOption);
        for (QRegularExpressionMatchIterator found = capitals.globalMatch(text); found.hasNext();) {
            const QString word = found.next().captured();
            QVERIFY2(known.contains(word), qPrintable(word));
        }
        QCOMPARE(forbiddenWords(text), QString());
    }

    void x20NoTimePromise_data() { texts(); }

    void x20NoTimePromise()
    {
        QFETCH(SendRule, rule);
        QFETCH(QString, text);
        for (const LintFinding &finding : lintTemplate(text, rule, longest()))
            QVERIFY(finding.reason != LintReason::TimePromise);
    }

    void c20ReviewTexts_data()
    {
        QTest::addColumn<QString>("trade");
        for (const QString &trade : trades())
            QTest::newRow(qPrintable(trade)) << trade;
    }

    /// The same honest question for every customer.
    void c20ReviewTexts()
    {
        QFETCH(QString, trade);
        for (const TemplateLanguage language : languages) {
            const QString text = TemplateSet::forTrade(trade, language, false).text(SendRule::Review);
            QVERIFY(text.contains(u"honest"_s, Qt::CaseInsensitive));
            QVERIFY(text.contains(u"{link}"_s));
            QCOMPARE(forbiddenWords(text, SendRule::Review), QString());
        }
    }

    /// Spanish keeps the keyword that providers and carriers know, and needs no letter that GSM-7 lacks; both languages are in "both".
    void spanishWords()
    {
        for (const QString &trade : trades()) {
            const TemplateSet spanish = TemplateSet::forTrade(trade, TemplateLanguage::Spanish, true);
            const TemplateSet both = TemplateSet::forTrade(trade, TemplateLanguage::Both, true);
            for (const SendRule rule : allSendRules) {
                QCOMPARE(withoutAccents(spanish.text(rule)), spanish.text(rule));
                if (rule == SendRule::OptOutConfirmation)
                    continue;
                QVERIFY2(spanish.text(rule).contains(u"STOP para salir"_s), qPrintable(spanish.text(rule)));
                QVERIFY2(both.text(rule).contains(u"STOP to opt out/salir"_s), qPrintable(both.text(rule)));
            }
        }
    }

    void plainWordsForEveryBusiness()
    {
        TemplateValues name;
        name.biz = u"Bob's"_s;
        name.phone = u"(313) 223-0100"_s;
        for (const TemplateLanguage language : languages) {
            for (const SendRule rule : allSendRules) {
                const QString text = plainFallback(rule, language);
                QCOMPARE(text.isEmpty(), rule == SendRule::Review); // without a link there is nothing to ask for
                QVERIFY(text.isEmpty() || composeFirstText(text, name).has_value());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTemplateTexts)
#include "tst_templatetexts.moc"
