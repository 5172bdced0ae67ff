// SPDX-License-Identifier: MIT
#include "domain/policysituation.h"
#include "domain/textoutlook.h"

#include <QTest>

using namespace textback;
using namespace textback::test;

namespace {

/// Somebody who called once and may be texted, unless a row changes something.
struct Somebody {
    OutlookInput input;
    TextBackRules rules;
};

Somebody usualSomebody()
{
    const Situation situation = usual();
    Somebody somebody{{}, situation.rules};
    somebody.input.caller = situation.input.caller;
    somebody.input.line = mainLine().number;
    somebody.input.now = callEnd;
    somebody.rules.timeZone = QTimeZone("America/Detroit"); // callEnd is 10:00 there
    return somebody;
}

using SomebodyChange = std::function<void(Somebody &)>;

constexpr Millis untilMidnight = 14h;
constexpr Millis untilDecember = 14h + 24h * 7; // it is 23 November

} // namespace

Q_DECLARE_METATYPE(SomebodyChange)

/// What the contact panel says about automatic texts is what the rules would do.
class TestTextOutlook : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheRulesWouldDo_data()
    {
        QTest::addColumn<SomebodyChange>("change");
        QTest::addColumn<QString>("now");
        QTest::addColumn<qint64>("next"); // after now; -1: nothing
        const auto row = [](const char *name, const SomebodyChange &change, const char *now, Millis next = Millis(-1)) {
            QTest::newRow(name) << change << QString::fromLatin1(now) << qint64(next.count());
        };
        row(
            "as usual", [](Somebody &) {}, "send open");
        row(
            "no line known yet", [](Somebody &s) { s.input.line = PhoneNumber(); }, "send open");
        row(
            "no lines in the settings", [](Somebody &s) { s.rules.lines.clear(); }, "send open");
        row(
            "closed, held until the morning",
            [](Somebody &s) {
                WeeklyHours week;
                for (auto &day : week)
                    day = {{12 * 60, 18 * 60}};
                s.rules.hours.weekly = week;
                s.rules.replyHours = ReplyHours::WhileOpen;
            },
            "hold closed held-quiet-hours");
        row(
            "opted out", [](Somebody &s) { s.input.history.optedOut = true; }, "skip opted-out");
        row(
            "in doubt", [](Somebody &s) { s.input.history.frozen = true; }, "skip frozen");
        row(
            "blocked", [](Somebody &s) { s.rules.people.blocked = {s.input.caller.number}; }, "skip blocked");
        row(
            "never text", [](Somebody &s) { s.rules.people.neverText = {s.input.caller.number}; }, "skip never-text");
        row(
            "landline", [](Somebody &s) { s.input.history.cannotText = NumberCapability::Landline; }, "skip landline");
        row(
            "withheld", [](Somebody &s) { s.input.caller = identifyCaller(u"anonymous"_s); }, "skip withheld");
        row(
            "viewer", [](Somebody &s) { s.input.viewer = true; }, "skip viewer");
        row(
            "off", [](Somebody &s) { s.rules.mode = Mode::Off; }, "skip mode-off");
        row(
            "watching only", [](Somebody &s) { s.rules.mode = Mode::Watch; }, "skip open mode-watch");
        row(
            "paused for an hour", [](Somebody &s) { s.rules.pausedUntil = s.input.now + 90min; }, "skip paused", 90min);
        row(
            "paused until resumed", [](Somebody &s) { s.rules.pausedUntil = untilResumed; }, "skip paused");

        const auto texted = [](Millis ago) {
            return [ago](Somebody &s) {
                s.input.history.lastTextBack = s.input.now - ago;
                s.input.history.lastTextBackCallEnd = s.input.now - ago - 6s;
            };
        };
        row("texted an hour ago", texted(1h), "skip cool-down", 23h);
        row("texted exactly a day ago", texted(24h), "send open");
        row("texted a minute ago: the next call is a second one", texted(1min), "send second-call", 24h - 1min);
        row(
            "had both",
            [=](Somebody &s) {
                texted(5min)(s);
                s.input.history.lastSecondCallText = s.input.now - 2min;
            },
            "skip second-call-limit", 24h - 5min);
        row(
            "texted by another PC", [](Somebody &s) { s.input.history.foreign.lastTextBack = s.input.now - 2h; }, "skip cool-down", 22h);
        row(
            "we wrote a moment ago", [](Somebody &s) { s.input.history.lastStaffMessage = s.input.now - 10min; },
            "skip staff-in-conversation", 20min);
        row(
            "the longest hindrance counts",
            [=](Somebody &s) {
                texted(23h)(s);
                s.rules.pausedUntil = s.input.now + 3h;
            },
            "skip paused", 3h);
        row(
            "blocked and texted: time alone brings none",
            [=](Somebody &s) {
                texted(1h)(s);
                s.rules.people.blocked = {s.input.caller.number};
            },
            "skip blocked");
        row(
            "the day's limit", [](Somebody &s) { s.input.usage.automaticToday = 200; }, "skip daily-cap", untilMidnight);
        row(
            "three in an hour", [](Somebody &s) { s.input.usage.automaticToNumberInHour = 3; }, "skip hourly-cap", 1h);
        row(
            "the month's allowance",
            [](Somebody &s) {
                s.rules.limits.stopWhenUsedUp = true;
                s.input.usage.segmentsThisMonth = 1000;
            },
            "skip allowance-stop", untilDecember);
    }

    void saysWhatTheRulesWouldDo()
    {
        QFETCH(SomebodyChange, change);
        QFETCH(QString, now);
        QFETCH(qint64, next);
        Somebody somebody = usualSomebody();
        change(somebody);
        const TextOutlook outlook = textOutlook(somebody.input, somebody.rules);
        QCOMPARE(inWords(outlook.now), now);
        QCOMPARE(outlook.next ? (*outlook.next - somebody.input.now).count() : -1, next);
    }

    /// A day of the business has 25 hours when summer time ends.
    void theNextDayIsTheBusinesss()
    {
        Somebody somebody = usualSomebody();
        somebody.input.usage.automaticToday = 200;
        const QDateTime night(QDate(2026, 11, 1), QTime(0, 30), QTimeZone("America/Detroit"));
        somebody.input.now = fromUnixMillis(night.toMSecsSinceEpoch());
        QVERIFY(textOutlook(somebody.input, somebody.rules).next == somebody.input.now + 24h + 30min);
    }
};

QTEST_GUILESS_MAIN(TestTextOutlook)
#include "tst_textoutlook.moc"
