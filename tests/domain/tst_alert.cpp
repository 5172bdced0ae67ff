// SPDX-License-Identifier: MIT
#include "domain/alert.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start = fromUnixMillis(1795446000000);

Alert alertOf(AlertKind kind, const QString &evidence, UtcTime at)
{
    Alert alert;
    alert.kind = kind;
    alert.evidence = evidence;
    alert.words = evidence;
    alert.since = alert.raisedAt = alert.toldAt = at;
    alert.climbsAt = nextClimb(1, at, {});
    return alert;
}

} // namespace

class TestAlert : public QObject {
    Q_OBJECT

private slots:
    void climbsToTheTop();
    void newsOfTheSameKindIsToldAnew();
    void morePressingNewsBeginsAnew();
    void nothingSaidIsLost();
    void lessPressingNewsKeepsTheKind();
    void spellings();
};

void TestAlert::climbsToTheTop()
{
    WaitingCustomers rules;
    rules.climbMinutes = 5;
    Alert alert = alertOf(AlertKind::Danger, u"smell gas"_s, start);
    QCOMPARE(alert.climbsAt, std::optional(start + 5min));
    int told = 1;
    while (alert.climbsAt) {
        QVERIFY(told < 20);
        alert = climbed(alert, *alert.climbsAt, rules);
        ++told;
        QCOMPARE(alert.level, told);
    }
    QCOMPARE(told, highestAlertLevel);
    QCOMPARE(alert.toldAt, start + 25min);
    QCOMPARE(alert.raisedAt, start);
    QCOMPARE(climbed(alert, start + 1h, rules).level, highestAlertLevel);
}

void TestAlert::newsOfTheSameKindIsToldAnew()
{
    Alert open = climbed(alertOf(AlertKind::SecondCall, u"2"_s, start), start + 5min, {});
    open.id = AlertId{7};
    const Alert news = renewed(open, alertOf(AlertKind::SecondCall, u"3"_s, start + 6min));
    QCOMPARE(news.id, AlertId{7});
    QCOMPARE(news.evidence, u"3"_s);
    QCOMPARE(news.level, 2);
    QCOMPARE(news.climbsAt, open.climbsAt);
    QCOMPARE(news.since, start + 6min); // an answer to the second call is none to the third
    QCOMPARE(news.toldAt, start + 6min);
    QCOMPARE(news.raisedAt, start);
}

void TestAlert::morePressingNewsBeginsAnew()
{
    Alert open = alertOf(AlertKind::Waiting, QString(), start);
    while (open.climbsAt)
        open = climbed(open, *open.climbsAt, {});
    const Alert news = renewed(open, alertOf(AlertKind::Danger, u"smell gas"_s, start + 1h));
    QVERIFY(news.kind == AlertKind::Danger);
    QCOMPARE(news.evidence, u"smell gas"_s);
    QCOMPARE(news.level, 1);
    QVERIFY(news.climbsAt);
}

void TestAlert::nothingSaidIsLost()
{
    Alert first = alertOf(AlertKind::Danger, u"child in car"_s, start);
    const Alert news = renewed(first, alertOf(AlertKind::Danger, u"smoke now"_s, start + 1min));
    QCOMPARE(news.words, u"smoke now / child in car"_s);
    QCOMPARE(renewed(news, alertOf(AlertKind::UrgentWord, u"hurry"_s, start + 2min)).words, u"smoke now / child in car / hurry"_s);
    // Whoever repeats a word pushes out none of the others.
    Alert repeated = first;
    for (int i = 0; i < 100; ++i)
        repeated = renewed(repeated, alertOf(AlertKind::Danger, i % 2 == 0 ? u"fire"_s : u"help"_s, start));
    QCOMPARE(repeated.words, u"help / fire / child in car"_s);
    QVERIFY(renewed(first, alertOf(AlertKind::Danger, QString(1000, u'a'), start)).words.size() <= longestAlertWords);
}

void TestAlert::lessPressingNewsKeepsTheKind()
{
    const Alert news = renewed(alertOf(AlertKind::Danger, u"smell gas"_s, start), alertOf(AlertKind::SecondCall, u"2"_s, start + 1min));
    QVERIFY(news.kind == AlertKind::Danger);
    QCOMPARE(news.evidence, u"smell gas"_s);
    QCOMPARE(news.words, u"smell gas / 2"_s); // what was said since is kept behind it
    QCOMPARE(news.since, start + 1min);
}

void TestAlert::spellings()
{
    for (const AlertKind kind : {AlertKind::Waiting, AlertKind::SecondCall, AlertKind::UrgentWord, AlertKind::Danger})
        QVERIFY(alertKindFromString(toString(kind)) == kind);
    QVERIFY(!alertKindFromString(u"panic"_s));
    QCOMPARE(toString(AlertKind::UrgentWord), u"urgent-word"_s);
    QCOMPARE(toString(AlertStep::Climbed), u"climbed"_s);
}

QTEST_GUILESS_MAIN(TestAlert)
#include "tst_alert.moc"
