// SPDX-License-Identifier: MIT
#include "translations/translations.h"
#include "ui/format/trapwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace textback;
using namespace Qt::StringLiterals;

/// What a person reads about a set-up that keeps callers from being texted, in both languages.
class TrapWordsTest : public QObject {
    Q_OBJECT

private slots:
    void x04VoicemailIsAskedAbout();
    void x05IphoneAdvice();
    void x06ForwardingAdvice();
    void x02OtherProgram();
    void eachKindAndAdviceHasItsWords_data();
    void eachKindAndAdviceHasItsWords();
    void aLabelStaysALabel();

private:
    static TrapFinding finding(TrapKind kind, std::vector<TrapAdvice> advice = {})
    {
        TrapFinding finding;
        finding.kind = kind;
        finding.calls = 7;
        finding.of = 9;
        finding.fromSeconds = 23;
        finding.toSeconds = 26;
        finding.rings = 4;
        finding.mostRings = 3;
        finding.advice = std::move(advice);
        return finding;
    }

    /// What the banner and its button say.
    static QString wholeText(const TrapFinding &finding, const QString &line)
    {
        return TrapWords::sentence(finding, line) + u' ' + TrapWords::advice(finding);
    }
};

void TrapWordsTest::x04VoicemailIsAskedAbout()
{
    const QString text =
        wholeText(finding(TrapKind::CarrierVoicemail, {TrapAdvice::ConfirmVoicemail, TrapAdvice::RingFifteenToEighteen}), u"Main"_s);
    QVERIFY2(text.startsWith(u"Main: 7 of 9 answered calls were picked up after 23 to 26 seconds"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Was it a voicemail?"_s) && text.contains(u"15 to 18 seconds"_s), qPrintable(text));
    const QString rings = wholeText(finding(TrapKind::MinRingsTooMany, {TrapAdvice::FewerRings}), u"Main"_s);
    QVERIFY2(rings.contains(u"before 4 rings"_s) && rings.contains(u"26 seconds at most"_s) && rings.endsWith(u"to 3 rings or fewer."_s),
             qPrintable(rings));
}

void TrapWordsTest::x05IphoneAdvice()
{
    const QString text = wholeText(finding(TrapKind::SilencedPhone, {TrapAdvice::CheckIphone}), u"Main"_s);
    QVERIFY2(text.contains(u"Live Voicemail"_s) && text.contains(u"Silence Unknown Callers"_s) && text.contains(u"call the line"_s),
             qPrintable(text));
}

void TrapWordsTest::x06ForwardingAdvice()
{
    const QString text = wholeText(finding(TrapKind::UnconditionalForwarding, {TrapAdvice::SwitchOffForwarding}), u"Main"_s);
    QVERIFY2(text.contains(u"7 calls within 24 hours were missed, none was answered, and no phone rang"_s) &&
                 text.contains(u"forwards all calls"_s),
             qPrintable(text));
}

void TrapWordsTest::x02OtherProgram()
{
    const QString text = wholeText(finding(TrapKind::ElsewhereTexts, {TrapAdvice::SwitchOffOther}), u"Main"_s);
    QVERIFY2(text.contains(u"7 of 9 missed callers got a text from another program"_s) && text.contains(u"switch off"_s), qPrintable(text));
}

void TrapWordsTest::eachKindAndAdviceHasItsWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Spanish") << u"es"_s;
}

void TrapWordsTest::eachKindAndAdviceHasItsWords()
{
    QFETCH(QString, language);
    QStringList english;
    const auto everything = [] {
        QStringList words;
        for (int i = 0; i <= int(TrapKind::FlowFails); ++i)
            words << TrapWords::sentence(finding(TrapKind(i)), u"Main"_s);
        for (int i = 0; i <= int(TrapAdvice::RepairFlow); ++i)
            words << TrapWords::advice(TrapAdvice(i), finding(TrapKind::CarrierVoicemail));
        return words;
    };
    english = everything();
    // Links the translations in.
    static bool once = (installTranslations(*QCoreApplication::instance(), QLocale::c()), true);
    Q_UNUSED(once)
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/textback_%1.qm"_s.arg(language)));
    QCoreApplication::installTranslator(&translator);
    const QStringList words = everything();
    for (qsizetype i = 0; i < words.size(); ++i) {
        QVERIFY2(words[i].size() > 20 && !words[i].contains(u'%') && (words[i].endsWith(u'.')), qPrintable(words[i]));
        QVERIFY2((words[i] == english[i]) == (language == "en"_L1), qPrintable(words[i]));
    }
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), words.size());
}

void TrapWordsTest::aLabelStaysALabel()
{
    const QString text = TrapWords::sentence(finding(TrapKind::CarrierVoicemail), u"Main %2\nline"_s);
    QVERIFY2(text.startsWith(u"Main %2 line: 7 of 9"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TrapWordsTest)
#include "tst_trapwords.moc"
