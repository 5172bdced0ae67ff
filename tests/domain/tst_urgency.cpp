// SPDX-License-Identifier: MIT
#include "domain/labelledset.h"
#include "domain/urgency.h"

#include <QSet>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::Urgency::Kind)

namespace {

constexpr const char *setPath = TEXTBACK_SOURCE_DIR "/tests/domain/data/urgency.tsv";

QString described(const std::optional<Urgency> &urgency)
{
    if (!urgency)
        return u"ordinary"_s;
    return (urgency->kind == Urgency::Kind::Keyword ? u"keyword: "_s : u"danger: "_s) + urgency->because;
}

} // namespace

/// Which texts raise the alert that stays until someone takes it: the keyword and the words for danger, English and Spanish, measured on a
/// labelled set whose test part (by a hash of the sentence) was written before the rules.
class TestUrgency : public QObject {
    Q_OBJECT

private slots:
    void urgentWords_data();
    void urgentWords();
    void urgentTestPart();
    void urgentTuningPart();
    void urgentSetIsFrozen();
    void urgentLongTexts();
};

void TestUrgency::urgentWords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &body, const QString &expected) { QTest::addRow("%s", qPrintable(body)) << body << expected; };
    row(u"URGENT"_s, u"keyword: urgent"_s);
    row(u"Urgent: call me"_s, u"keyword: urgent"_s);
    row(u"this is an emergency!!"_s, u"keyword: emergency"_s);
    row(u"URGENTE por favor"_s, u"keyword: urgente"_s);
    row(u"tengo una emergencia"_s, u"keyword: emergencia"_s);
    row(u"urgent, I smell gas"_s, u"danger: smell gas"_s); // the danger says more
    row(u"there is a gas leak"_s, u"danger: gas leak"_s);
    row(u"carbon monoxide alarm is on"_s, u"danger: carbon monoxide"_s);
    row(u"sparks from the outlet"_s, u"danger: sparks"_s);
    row(u"water everywhere"_s, u"danger: water everywhere"_s);
    row(u"dog locked in car"_s, u"danger: dog locked in"_s);
    row(u"stuck on I-94"_s, u"danger: stuck on i94"_s);
    row(u"No heat. My baby is freezing"_s, u"danger: no heat, baby"_s);
    row(u"huele a gas"_s, u"danger: huele a gas"_s);
    row(u"mi beb\u00e9 est\u00e1 encerrado"_s, u"danger: bebe esta encerrado"_s);
    row(u"ＧＡＳ ＬＥＡＫ"_s, u"danger: gas leak"_s);
    for (const QString &calm :
         {u"fire department said it's fine"_s, u"smoke detector install"_s, u"clean my fireplace"_s, u"no emergency"_s, u"not urgent"_s,
          u"build a fire pit"_s, u"no es urgente"_s, u"no heat upstairs"_s, u"baby shower on Saturday"_s, u"spark plugs"_s,
          u"we had a fire last year"_s, u"called by accident"_s, u"locked my keys in the car"_s, QString(), u"\U0001F525"_s})
        row(calm, u"ordinary"_s);
    row(u"gas leak, but not urgent"_s, u"danger: gas leak"_s); // a danger stays one
}

void TestUrgency::urgentWords()
{
    QFETCH(QString, body);
    QFETCH(QString, expected);
    QCOMPARE(described(readUrgency(body)), expected);
}

void TestUrgency::urgentTestPart()
{
    Share recall;
    Share precision;
    Share wrong;
    for (const Labelled &row : labelledSet(setPath)) {
        if (row.split != "test"_L1)
            continue;
        const bool found = readUrgency(row.sentence).has_value();
        if (row.label == "urgent"_L1)
            recall.count(found);
        else
            wrong.count(found);
        if (found)
            precision.count(row.label == "urgent"_L1);
    }
    qInfo("test part, with 95 %% intervals:\n  recall %s\n  precision %s\n  false positives %s", qPrintable(recall.text()),
          qPrintable(precision.text()), qPrintable(wrong.text()));
    QVERIFY(recall.value() >= 0.95);
    QVERIFY(wrong.value() <= 0.02);
}

void TestUrgency::urgentTuningPart()
{
    QStringList wrong;
    for (const Labelled &row : labelledSet(setPath)) {
        if (row.split == "tuning"_L1 && readUrgency(row.sentence).has_value() != (row.label == "urgent"_L1))
            wrong.append(row.sentence);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestUrgency::urgentSetIsFrozen()
{
    const std::vector<Labelled> all = labelledSet(setPath);
    QVERIFY(all.size() >= 200);
    QSet<QString> sentences;
    for (const Labelled &row : all)
        sentences.insert(row.sentence.toLower());
    QCOMPARE(size_t(sentences.size()), all.size());
    QCOMPARE(sealOfTestPart(all), u"c6c42822d5dff454"_s);
}

void TestUrgency::urgentLongTexts()
{
    QVERIFY(readUrgency(u"gas leak "_s + u"blah "_s.repeated(100000)));
    QVERIFY(!readUrgency(u"blah "_s.repeated(100000) + u"gas leak"_s));
}

QTEST_GUILESS_MAIN(TestUrgency)
#include "tst_urgency.moc"
