// SPDX-License-Identifier: MIT
#include "domain/hours/snoozetimes.h"
#include "domain/hours/walltext.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using test::at;
using test::wallText;

/// To when a conversation can be put off by one click.
class TestSnoozeTimes : public QObject {
    Q_OBJECT

private slots:
    void choices_data();
    void choices();
    void goByTheBusinesssZone();
    void neverInThePast();
};

void TestSnoozeTimes::choices_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("expected");

    // 23 November 2026 is a Monday.
    QTest::newRow("morning") << u"2026-11-24 09:10"_s
                             << QStringList{u"2026-11-24 10:10"_s, u"2026-11-24 14:00"_s, u"2026-11-25 08:00"_s, u"2026-11-30 08:00"_s};
    QTest::newRow("just before one") << u"2026-11-24 12:59"_s
                                     << QStringList{u"2026-11-24 13:59"_s, u"2026-11-24 14:00"_s, u"2026-11-25 08:00"_s,
                                                    u"2026-11-30 08:00"_s};
    QTest::newRow("one: the afternoon is the hour, the evening stands in its place")
        << u"2026-11-24 13:00"_s << QStringList{u"2026-11-24 14:00"_s, u"2026-11-24 18:00"_s, u"2026-11-25 08:00"_s, u"2026-11-30 08:00"_s};
    QTest::newRow("late afternoon") << u"2026-11-24 16:59"_s
                                    << QStringList{u"2026-11-24 17:59"_s, u"2026-11-24 18:00"_s, u"2026-11-25 08:00"_s,
                                                   u"2026-11-30 08:00"_s};
    QTest::newRow("evening: nothing later today")
        << u"2026-11-24 20:00"_s << QStringList{u"2026-11-24 21:00"_s, u"2026-11-25 08:00"_s, u"2026-11-30 08:00"_s};
    QTest::newRow("the hour goes over midnight")
        << u"2026-11-24 23:30"_s << QStringList{u"2026-11-25 00:30"_s, u"2026-11-25 08:00"_s, u"2026-11-30 08:00"_s};
    QTest::newRow("after midnight: tomorrow is the next date")
        << u"2026-11-25 00:20"_s << QStringList{u"2026-11-25 01:20"_s, u"2026-11-25 14:00"_s, u"2026-11-26 08:00"_s, u"2026-11-30 08:00"_s};
    QTest::newRow("Monday: the next one") << u"2026-11-23 07:00"_s
                                          << QStringList{u"2026-11-23 08:00"_s, u"2026-11-23 14:00"_s, u"2026-11-24 08:00"_s,
                                                         u"2026-11-30 08:00"_s};
    QTest::newRow("Saturday") << u"2026-11-28 10:00"_s
                              << QStringList{u"2026-11-28 11:00"_s, u"2026-11-28 14:00"_s, u"2026-11-29 08:00"_s, u"2026-11-30 08:00"_s};
    QTest::newRow("Sunday: Monday is tomorrow, said once")
        << u"2026-11-29 10:00"_s << QStringList{u"2026-11-29 11:00"_s, u"2026-11-29 14:00"_s, u"2026-11-30 08:00"_s};
    QTest::newRow("over the end of the year") << u"2026-12-31 19:00"_s
                                              << QStringList{u"2026-12-31 20:00"_s, u"2027-01-01 08:00"_s, u"2027-01-04 08:00"_s};
    QTest::newRow("the clock goes back in the night")
        << u"2026-10-31 19:00"_s << QStringList{u"2026-10-31 20:00"_s, u"2026-11-01 08:00"_s, u"2026-11-02 08:00"_s};
    QTest::newRow("the clock goes forward in the night")
        << u"2026-03-07 19:00"_s << QStringList{u"2026-03-07 20:00"_s, u"2026-03-08 08:00"_s, u"2026-03-09 08:00"_s};
}

void TestSnoozeTimes::choices()
{
    QFETCH(QString, now);
    QFETCH(QStringList, expected);
    const QTimeZone detroit = test::zone("America/Detroit");
    QStringList found;
    UtcTime last = at(now, detroit);
    for (const SnoozeChoice &choice : snoozeChoices(at(now, detroit), detroit)) {
        found.append(wallText(choice.until, detroit).left(16));
        QVERIFY(choice.until > last);
        last = choice.until;
    }
    QCOMPARE(found, expected);
}

void TestSnoozeTimes::goByTheBusinesssZone()
{
    const QTimeZone detroit = test::zone("America/Detroit");
    const QTimeZone phoenix = test::zone("America/Phoenix");
    // 20:00 in Detroit is 18:00 in Phoenix.
    const UtcTime now = at(u"2026-11-24 20:00"_s, detroit);
    QCOMPARE(wallText(snoozeChoices(now, phoenix).at(1).until, phoenix).left(16), u"2026-11-25 08:00"_s);
    QCOMPARE(snoozeChoices(now, phoenix).at(1).preset, SnoozePreset::TomorrowMorning);
    QCOMPARE(snoozeChoices(now, QTimeZone()).size(), size_t(4));
}

void TestSnoozeTimes::neverInThePast()
{
    const QTimeZone lordHowe = test::zone("Australia/Lord_Howe");
    UtcTime now = at(u"2026-03-30 00:00"_s, lordHowe);
    for (int step = 0; step < 3 * 24 * 14; ++step, now += std::chrono::minutes(20)) {
        for (const SnoozeChoice &choice : snoozeChoices(now, lordHowe))
            QVERIFY(choice.until >= now + std::chrono::hours(1));
    }
}

QTEST_GUILESS_MAIN(TestSnoozeTimes)
#include "tst_snoozetimes.moc"
