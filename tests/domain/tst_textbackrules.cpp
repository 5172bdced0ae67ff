// SPDX-License-Identifier: MIT
#include "domain/spellings.h"
#include "domain/textbackrules.h"

#include <QSet>
#include <QTest>

#include <functional>
#include <vector>

using namespace textback;
using namespace Qt::StringLiterals;

class TestTextBackRules : public QObject {
    Q_OBJECT

private slots:
    void spellings() { test::compareSpellings<Mode>({u"on"_s, u"watch"_s, u"off"_s}, modeFromString); }

    void lineFor()
    {
        TextBackRules rules;
        const PhoneNumber first = *PhoneNumber::fromStored(u"+13132230100"_s);
        const PhoneNumber second = *PhoneNumber::fromStored(u"+13132230101"_s);
        QVERIFY(!rules.lineFor(first));
        rules.lines = {Line{first, u"Main"_s, {}, false, 2, {}}, Line{}};
        QCOMPARE(rules.lineFor(first)->label, u"Main"_s);
        QVERIFY(!rules.lineFor(second));
        QVERIFY(!rules.lineFor(PhoneNumber()));
    }

    /// Any change of any rule changes the version, and nothing else does.
    void version()
    {
        const std::vector<std::function<void(TextBackRules &)>> changes = {
            [](TextBackRules &) {},
            [](TextBackRules &r) { r.mode = Mode::On; },
            [](TextBackRules &r) { r.maxAge += Millis(1); },
            [](TextBackRules &r) { r.coolDown += Millis(1); },
            [](TextBackRules &r) { r.secondCallWindow += Millis(1); },
            [](TextBackRules &r) { r.sendDelay += Millis(1); },
            [](TextBackRules &r) { r.humanSilence += Millis(1); },
            [](TextBackRules &r) { r.businessName = u"A"_s; },
            [](TextBackRules &r) { r.bookingLink = u"A"_s; },
            [](TextBackRules &r) { r.homeRegion = u"A"_s; },
            [](TextBackRules &r) { r.timeZone = QTimeZone("America/Detroit"); },
            [](TextBackRules &r) { r.allowFictionalNumbers = true; },
            [](TextBackRules &r) { r.textKnownContacts = false; },
            [](TextBackRules &r) { r.textVips = false; },
            [](TextBackRules &r) { r.textForeign = true; },
            [](TextBackRules &r) { r.storm = true; },
            [](TextBackRules &r) { r.replyHours = ReplyHours::NotAtNight; },
            [](TextBackRules &r) { r.hours.usFederalHolidays = true; },
            [](TextBackRules &r) { r.hours.weekly = WeeklyHours(); },
            [](TextBackRules &r) {
                r.hours.weekly = WeeklyHours();
                (*r.hours.weekly)[0] = {{480, 720}};
            },
            [](TextBackRules &r) {
                r.hours.weekly = WeeklyHours();
                (*r.hours.weekly)[1] = {{480, 720}};
            },
            [](TextBackRules &r) {
                r.hours.holidays = {Holiday{{}, 0, 12, 25}};
            },
            [](TextBackRules &r) {
                r.hours.holidays = {Holiday{{}, 2026, 12, 25}};
            },
            [](TextBackRules &r) {
                Line line;
                line.voicemailAfter = 24;
                r.lines = {line};
            },
            [](TextBackRules &r) { r.holdOutPercent = 10; },
            [](TextBackRules &r) {
                r.people.staff = {{u"A"_s, {}}};
            },
            [](TextBackRules &r) {
                r.people.staff = {{{}, *PhoneNumber::fromStored(u"+13132230100"_s)}};
            },
            [](TextBackRules &r) {
                r.people.staff = {{{}, *PhoneNumber::fromStored(u"+13132230100"_s), WeeklyHours()}};
            },
            [](TextBackRules &r) { r.onCall.urgentAlerts = false; },
            [](TextBackRules &r) { r.onCall.replies = true; },
            [](TextBackRules &r) { r.onCall.minutesBetween += 1; },
            [](TextBackRules &r) { r.people.blocked = {*PhoneNumber::fromStored(u"+13132230100"_s)}; },
            [](TextBackRules &r) { r.people.neverText = {*PhoneNumber::fromStored(u"+13132230100"_s)}; },
            [](TextBackRules &r) { r.people.vip = {*PhoneNumber::fromStored(u"+13132230100"_s)}; },
            [](TextBackRules &r) { r.reviewLink = u"A"_s; },
            [](TextBackRules &r) { r.language = TemplateLanguage::Both; },
            [](TextBackRules &r) { r.followUps.count = 1; },
            [](TextBackRules &r) { r.followUps.firstAfterMinutes += 1; },
            [](TextBackRules &r) { r.followUps.secondAfterHours += 1; },
            [](TextBackRules &r) { r.reviews.ask = true; },
            [](TextBackRules &r) { r.reviews.afterHours += 1; },
            [](TextBackRules &r) { r.waiting.minutes += 1; },
            [](TextBackRules &r) { r.waiting.holdingText = true; },
            [](TextBackRules &r) { r.waiting.climbMinutes += 1; },
            [](TextBackRules &r) { r.lineTemplates[*PhoneNumber::fromStored(u"+13132230100"_s)].setText(SendRule::Open, u"A"_s); },
            [](TextBackRules &r) { r.lineTemplates[*PhoneNumber::fromStored(u"+13132230101"_s)].setText(SendRule::Open, u"A"_s); },
            [](TextBackRules &r) { r.limits.monthlyTexts += 1; },
            [](TextBackRules &r) { r.limits.stopWhenUsedUp = true; },
            [](TextBackRules &r) { r.limits.textsPerDay += 1; },
            [](TextBackRules &r) { r.limits.pricePerSegment += 1; },
            [](TextBackRules &r) { r.limits.costPerDay += 1; },
            [](TextBackRules &r) { r.limits.carrier = CarrierTier::LowVolume; },
            [](TextBackRules &r) { r.templates.setText(SendRule::Open, u"A"_s); },
            [](TextBackRules &r) { r.templates.setText(SendRule::OptedIn, u"A"_s); },
            [](TextBackRules &r) { r.lines.resize(1); },
            [](TextBackRules &r) { r.lines.resize(2); },
            [](TextBackRules &r) {
                r.lines = {Line{*PhoneNumber::fromStored(u"+13132230100"_s), {}, {}, false, 2, {}}};
            },
            [](TextBackRules &r) {
                r.lines = {Line{{}, {}, {}, false, 2, *PhoneNumber::fromStored(u"+13132230100"_s)}};
            },
            [](TextBackRules &r) {
                r.lines = {Line{{}, u"A"_s, {}, false, 2, {}}};
            },
            [](TextBackRules &r) {
                r.lines = {Line{{}, {}, u"A"_s, false, 2, {}}};
            },
            [](TextBackRules &r) {
                r.lines = {Line{{}, {}, {}, true, 2, {}}};
            },
            [](TextBackRules &r) {
                r.lines = {Line{{}, {}, {}, false, 3, {}}};
            },
            [](TextBackRules &r) { r.detector.robotCallsAreMissed = true; },
            [](TextBackRules &r) { r.detector.shortestTalk = Millis(8000); },
        };
        QSet<QString> versions;
        for (const auto &change : changes) {
            TextBackRules rules;
            change(rules);
            TextBackRules same;
            change(same);
            QCOMPARE(rules.version(), same.version());
            QCOMPARE(rules.version().size(), 12);
            versions.insert(rules.version());
        }
        QCOMPARE(versions.size(), static_cast<qsizetype>(changes.size()));
    }
};

QTEST_GUILESS_MAIN(TestTextBackRules)
#include "tst_textbackrules.moc"
