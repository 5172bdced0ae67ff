// SPDX-License-Identifier: MIT
#include "domain/hours/areacodes.h"

#include <QFile>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

PhoneNumber number(const QString &e164)
{
    return *PhoneNumber::fromStored(e164);
}

} // namespace

class TestAreaCodes : public QObject {
    Q_OBJECT

private slots:
    void places_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("states");
        QTest::addColumn<QString>("zones");
        const auto row = [](const char *code, const char *states, const char *zones) {
            QTest::newRow(code) << QString::fromLatin1(code) << QString::fromLatin1(states) << QString::fromLatin1(zones);
        };
        row("313", "MI", "America/New_York");
        row("212", "NY", "America/New_York");
        row("202", "DC", "America/New_York");
        row("310", "CA", "America/Los_Angeles");
        row("206", "WA", "America/Los_Angeles");
        row("915", "TX", "America/Denver");
        row("808", "HI", "Pacific/Honolulu");
        row("907", "AK", "America/Adak,America/Anchorage");
        row("787", "PR", "America/Puerto_Rico");
        row("671", "GU", "Pacific/Guam");
        // codes that span two zones, and those laid over them
        row("208", "ID", "America/Denver,America/Los_Angeles");
        row("986", "ID", "America/Denver,America/Los_Angeles");
        row("850", "FL", "America/Chicago,America/New_York");
        row("448", "FL", "America/Chicago,America/New_York");
        row("270", "KY", "America/Chicago,America/New_York");
        row("364", "KY", "America/Chicago,America/New_York");
        row("812", "IN", "America/Chicago,America/New_York");
        row("930", "IN", "America/Chicago,America/New_York");
        row("541", "OR", "America/Denver,America/Los_Angeles");
        row("458", "OR", "America/Denver,America/Los_Angeles");
        row("605", "SD", "America/Chicago,America/Denver");
        row("701", "ND", "America/Chicago,America/Denver");
        row("308", "NE", "America/Chicago,America/Denver");
        row("906", "MI", "America/Chicago,America/New_York");
        row("423", "TN", "America/Chicago,America/New_York");
        row("775", "NV", "America/Denver,America/Los_Angeles");
        // Arizona: the Navajo Nation alone sets its clocks
        row("602", "AZ", "America/Phoenix");
        row("928", "AZ", "America/Denver,America/Phoenix");
        // younger than the source, or wrong there
        row("689", "FL", "America/New_York");
        row("329", "NY", "America/New_York");
        row("983", "CO", "America/Denver");
        // Canada, where codes span provinces
        row("416", "CA-ON", "America/Toronto");
        row("437", "CA-ON", "America/Toronto");
        row("807", "CA-ON", "America/Toronto,America/Winnipeg");
        row("902", "CA-NS,CA-PE", "America/Halifax");
        row("709", "CA-NL", "America/Halifax,America/St_Johns");
        row("306", "CA-SK", "America/Regina");
        // another country of +1
        row("876", "", "America/Jamaica");
    }
    void places()
    {
        QFETCH(QString, code);
        const AreaCode *found = areaCode(code);
        QVERIFY(found);
        QTEST(found->states.join(u','), "states");
        QTEST(QString::fromLatin1(found->zones.join(',')), "zones");
        QVERIFY(areaCodeOf(number(u"+1"_s + code + u"5550100"_s)) == found);
    }

    void none_data()
    {
        QTest::addColumn<QString>("e164");
        QTest::newRow("toll-free") << u"+18005550100"_s;
        QTest::newRow("no such code") << u"+19995550100"_s;
        QTest::newRow("another country") << u"+34912345678"_s;
        QTest::newRow("another country, digits as in +1") << u"+2125550100"_s;
        QTest::newRow("too short") << u"+1212555010"_s;
    }
    void none()
    {
        QFETCH(QString, e164);
        QVERIFY(!areaCodeOf(number(e164)));
        QVERIFY(!areaCodeOf(PhoneNumber()));
    }

    /// Every state, the district, the inhabited territories and Canada's provinces have codes; every zone is one that Qt knows.
    void complete()
    {
        QFile file(QStringLiteral(TEXTBACK_SOURCE_DIR "/resources/areacodes.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> states;
        QByteArray previous;
        qsizetype rows = 0;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            ++rows;
            const QByteArray digits = line.first(3);
            QVERIFY2(previous < digits, line.constData());
            previous = digits;
            const AreaCode *code = areaCode(QString::fromLatin1(digits));
            QVERIFY2(code, line.constData());
            QVERIFY2(!code->zones.isEmpty(), line.constData());
            for (const QByteArray &zone : code->zones)
                QVERIFY2(QTimeZone(zone).isValid(), line.constData());
            for (const QString &state : code->states) {
                states.insert(state);
                // Within one country
                QVERIFY2(state.startsWith("CA-"_L1) == code->states.first().startsWith("CA-"_L1), line.constData());
            }
        }
        QVERIFY(rows >= 440);
        QCOMPARE(states.size(), 50 + 1 + 5 + 13);
    }

    void zonesOfStates()
    {
        QCOMPARE(zonesOfState(u"OH"_s), QByteArrayList{"America/New_York"});
        QByteArrayList texas = zonesOfState(u"TX"_s);
        std::sort(texas.begin(), texas.end());
        QCOMPARE(texas, (QByteArrayList{"America/Chicago", "America/Denver"}));
        QVERIFY(zonesOfState(u"XX"_s).isEmpty());
        QVERIFY(zonesOfState(QString()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAreaCodes)
#include "tst_areacodes.moc"
