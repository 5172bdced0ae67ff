// SPDX-License-Identifier: MIT
#include "domain/hours/openingphrase.h"
#include "domain/hours/walltext.h"
#include "domain/smssegments.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using test::at;

class TestOpeningPhrase : public QObject {
    Q_OBJECT

private slots:
    /// 2026-07-06 is a Monday.
    void x13OpeningPhrase_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("opening");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        const auto row = [](const char *name, const char *now, const char *opening, const char16_t *english, const char16_t *spanish) {
            QTest::newRow(name) << QString::fromLatin1(now) << QString::fromLatin1(opening) << QString::fromUtf16(english)
                                << QString::fromUtf16(spanish);
        };
        row("today", "2026-07-06 02:00", "2026-07-06 08:00", u"8 AM", u"8 am");
        row("after lunch", "2026-07-06 12:10", "2026-07-06 13:00", u"1 PM", u"1 pm");
        row("today at noon", "2026-07-06 02:00", "2026-07-06 12:00", u"12 PM", u"12 pm");
        row("today, the longest", "2026-07-06 02:00", "2026-07-06 10:30", u"10:30 AM", u"10:30 am");
        row("tomorrow morning, in the evening", "2026-07-06 19:00", "2026-07-07 08:00", u"8 AM", u"8 am");
        row("tomorrow morning, from noon on", "2026-07-06 12:00", "2026-07-07 08:30", u"8:30 AM", u"8:30 am");
        row("tomorrow morning, before noon", "2026-07-06 11:59", "2026-07-07 08:00", u"Tue 8 AM", u"mar 8 am");
        row("tomorrow at midnight", "2026-07-06 19:00", "2026-07-07 00:00", u"12 AM", u"12 am");
        row("tomorrow afternoon", "2026-07-06 19:00", "2026-07-07 13:00", u"Tue 1 PM", u"mar 1 pm");
        row("tomorrow at noon", "2026-07-06 19:00", "2026-07-07 12:00", u"Tue 12PM", u"mar 12pm");
        row("in two days", "2026-07-06 19:00", "2026-07-08 08:00", u"Wed 8 AM", u"mi\u00e9 8 am");
        row("two digits", "2026-07-04 19:00", "2026-07-06 10:00", u"Mon 10AM", u"lun 10am");
        row("half past, plain", "2026-07-04 19:00", "2026-07-06 08:30", u"Mon 8:30", u"lun 8:30");
        row("half past, plain in the afternoon", "2026-07-04 19:00", "2026-07-06 17:30", u"Mon 5:30", u"lun 5:30");
        row("half past five in the morning", "2026-07-04 19:00", "2026-07-06 05:30", u"Mon AM", u"lun am");
        row("half past six in the evening", "2026-07-04 19:00", "2026-07-06 18:30", u"Mon PM", u"lun pm");
        row("half past ten", "2026-07-04 19:00", "2026-07-06 10:30", u"Mon AM", u"lun am");
        row("half past noon", "2026-07-04 19:00", "2026-07-06 12:30", u"Mon PM", u"lun pm");
        row("half past ten, within a day", "2026-07-05 11:00", "2026-07-06 10:30", u"10:30 AM", u"10:30 am");
        row("half past ten, in a day exactly", "2026-07-05 10:30", "2026-07-06 10:30", u"Mon AM", u"lun am");
        row("saturday", "2026-07-07 09:00", "2026-07-11 09:00", u"Sat 9 AM", u"sab 9 am");
        row("six days", "2026-07-06 19:00", "2026-07-12 08:00", u"Sun 8 AM", u"dom 8 am");
        row("the same weekday", "2026-07-06 19:00", "2026-07-13 08:00", u"Jul 13", u"13 jul");
        row("after christmas", "2026-12-18 19:00", "2026-12-26 08:00", u"Dec 26", u"26 dic");
        row("next year", "2026-12-18 19:00", "2027-01-04 08:00", u"Jan 4", u"4 ene");
    }
    void x13OpeningPhrase()
    {
        QFETCH(QString, now);
        QFETCH(QString, opening);
        const QTimeZone zone = test::zone("America/Detroit");
        QTEST(openingPhrase(at(opening, zone), at(now, zone), zone, u"en"_s), "english");
        QTEST(openingPhrase(at(opening, zone), at(now, zone), zone, u"es"_s), "spanish");
    }

    void unknownOpening()
    {
        const QTimeZone zone = test::zone("America/Detroit");
        QCOMPARE(openingPhrase(std::nullopt, at("2026-07-06 19:00", zone), zone, u"en"_s), u"later"_s);
        QCOMPARE(openingPhrase(std::nullopt, at("2026-07-06 19:00", zone), zone, u"es"_s), u"luego"_s);
        QCOMPARE(openingPhrase(std::nullopt, at("2026-07-06 19:00", zone), zone, u"fr"_s), u"later"_s);
    }

    /// By the business's clock, not by this computer's.
    void otherZone()
    {
        const QTimeZone madrid = test::zone("Europe/Madrid");
        QCOMPARE(openingPhrase(at("2026-07-07 09:00", madrid), at("2026-07-07 00:30", madrid), madrid, u"en"_s), u"9 AM"_s);
    }

    /// A year of openings, at every minute of the day, said from up to nine days before.
    void neverLongerThanEight()
    {
        const QTimeZone zone = test::zone("America/New_York");
        const UtcTime begin = at("2026-01-01 00:00", zone);
        const UtcTime end = at("2027-01-01 00:00", zone);
        QSet<QString> phrases;
        qint64 lead = 0;
        for (UtcTime opening = begin; opening < end; opening += std::chrono::minutes(7)) { // no divisor of a day
            lead = (lead + 7919) % (9 * 24 * 60);                                          // a prime: all leads come up
            for (const QString &language : {u"en"_s, u"es"_s})
                phrases.insert(openingPhrase(opening, opening - std::chrono::minutes(lead), zone, language));
        }
        QVERIFY(phrases.size() > 3000);
        for (const QString &phrase : std::as_const(phrases)) {
            QVERIFY2(!phrase.trimmed().isEmpty(), qPrintable(phrase));
            QCOMPARE(phrase.trimmed(), phrase);
            QVERIFY2(countSegments(phrase).units <= longestOpeningPhrase, qPrintable(phrase));
            QVERIFY2(firstNonGsm7(phrase).isNull(), qPrintable(phrase));
        }
    }
};

QTEST_GUILESS_MAIN(TestOpeningPhrase)
#include "tst_openingphrase.moc"
