// SPDX-License-Identifier: MIT
#include "domain/settings.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    /// The table of defaults in rules.md.
    void defaults()
    {
        const TextBackRules rules = rulesFrom(Settings(), {});
        QVERIFY(rules.mode == Mode::Watch);
        QVERIFY(rules.maxAge == 10min);
        QVERIFY(rules.coolDown == 24h);
        QVERIFY(rules.secondCallWindow == 10min);
        QVERIFY(rules.sendDelay == 2s);
        QVERIFY(rules.humanSilence == 30min);
        QCOMPARE(rules.homeRegion, u"US"_s);
        QVERIFY(rules.templates == TemplateSet::forTrade(u"general"_s, TemplateLanguage::English, false));
        QVERIFY(rules.detector == DetectorOptions());
        QVERIFY(!rules.allowFictionalNumbers);
        QVERIFY(rules.lines.empty());
        QCOMPARE(Line().minRings, 2);
        QCOMPARE(Settings().account.pollSeconds, 2);
        QVERIFY(!Settings().hasAccount());
        QVERIFY(rules == TextBackRules(rules) && rules.version() == rulesFrom(Settings(), {}).version());
    }

    void everyValueArrives()
    {
        Settings settings;
        settings.business.name = u"Motor City Towing"_s;
        settings.business.country = u"CA"_s;
        settings.business.trade = u"towing"_s;
        settings.business.bookingLink = u"https://book.example.com"_s;
        settings.rules.mode = Mode::On;
        settings.rules.maxAgeMinutes = 7;
        settings.rules.cooldownHours = 3;
        settings.rules.sendDelaySeconds = 11;
        settings.rules.humanSilenceMinutes = 5;
        const TextBackRules rules = rulesFrom(settings, {});
        QVERIFY(rules.mode == Mode::On);
        QVERIFY(rules.maxAge == 7min);
        QVERIFY(rules.coolDown == 3h);
        QVERIFY(rules.sendDelay == 11s);
        QVERIFY(rules.humanSilence == 5min);
        QCOMPARE(rules.businessName, u"Motor City Towing"_s);
        QCOMPARE(rules.bookingLink, u"https://book.example.com"_s);
        QCOMPARE(rules.homeRegion, u"CA"_s);
        QVERIFY(rules.templates == TemplateSet::forTrade(u"towing"_s, TemplateLanguage::English, true));
    }

    void ownTemplate()
    {
        Settings settings;
        settings.rules.templates.insert(u"open"_s, u"{biz}: mine"_s);
        QCOMPARE(rulesFrom(settings, {}).templates.text(SendRule::Open), u"{biz}: mine"_s);
        QVERIFY(!rulesFrom(settings, {}).templates.text(SendRule::SecondCall).isEmpty());
        settings.rules.templates.insert(u"open"_s, QString());
        QVERIFY(rulesFrom(settings, {}).templates == TemplateSet::forTrade(u"general"_s, TemplateLanguage::English, false));
    }

    void linesOfTheAccountUnlessConfigured()
    {
        const Line account{*PhoneNumber::fromStored(u"+13132230100"_s), u"Account"_s, {}, false, 2, {}};
        const Line configured{*PhoneNumber::fromStored(u"+13132230101"_s), u"Mine"_s, {}, true, 4, {}};
        Settings settings;
        QVERIFY(rulesFrom(settings, {account}).lines == std::vector<Line>{account});
        settings.lines = {configured};
        QVERIFY(rulesFrom(settings, {account}).lines == std::vector<Line>{configured});
    }

    void fictionalNumbersOnASimulatedLineOnly()
    {
        Settings settings;
        for (const auto &[url, allowed] : {std::pair(u"http://127.0.0.1:4010"_s, true), std::pair(u"https://localhost/x"_s, true),
                                           std::pair(u"https://api.twilio.com"_s, false), std::pair(QString(), false),
                                           std::pair(u"https://127.0.0.1.example.com"_s, false)}) {
            settings.account.apiBaseUrl = url;
            QVERIFY2(rulesFrom(settings, {}).allowFictionalNumbers == allowed, qPrintable(url));
        }
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
