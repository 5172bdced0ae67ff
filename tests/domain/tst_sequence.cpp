// SPDX-License-Identifier: MIT
#include "domain/hours/opentime.h"
#include "domain/sequence.h"

#include <QDateTime>
#include <QTest>

#include <functional>
#include <vector>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

UtcTime detroit(const QString &local)
{
    const QDateTime time(QDate::fromString(local.left(10), Qt::ISODate), QTime::fromString(local.mid(11), u"hh:mm"_s),
                         QTimeZone("America/Detroit"));
    return fromUnixMillis(time.toMSecsSinceEpoch());
}

/// A follow-up that is due and goes, unless a row changes something: the text-back left at 10:00, and it is 11:00 of a Tuesday.
struct Situation {
    StepInput input;
    TextBackRules rules;
};
using Change = std::function<void(Situation &)>;
using Changes = std::vector<Change>;

Situation usual()
{
    Situation s;
    s.input.purpose = OutboxPurpose::FollowUp1;
    s.input.to = *PhoneNumber::fromStored(u"+13134440142"_s);
    s.input.since = detroit(u"2026-12-01 10:00"_s);
    s.input.due = detroit(u"2026-12-01 11:00"_s);
    s.input.now = s.input.due;
    s.rules.mode = Mode::On;
    s.rules.timeZone = QTimeZone("America/Detroit");
    s.rules.followUps.count = 2;
    return s;
}

Change purpose(OutboxPurpose value)
{
    return [value](Situation &s) { s.input.purpose = value; };
}

Change at(const QString &local)
{
    return [local](Situation &s) { s.input.now = s.input.due = detroit(local); };
}

/// Something happened so long after the sequence began.
Change since(std::optional<UtcTime> StepInput::*what, Millis after = 10min)
{
    return [what, after](Situation &s) { s.input.*what = s.input.since + after; };
}

QString inWords(const Decision &decision)
{
    QStringList words{toString(decision.verdict)};
    if (decision.rule)
        words += toString(*decision.rule);
    if (decision.reason)
        words += toString(*decision.reason);
    return words.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(Changes)

class TestSequence : public QObject {
    Q_OBJECT

private slots:
    void c17WhatEndsAFollowUp_data()
    {
        columns();
        row("due", {}, "send follow-up-1");
        row("the second", {purpose(OutboxPurpose::FollowUp2)}, "send follow-up-2");
        row("replied", {since(&StepInput::lastCustomerMessage)}, "skip replied");
        row("wrote before the text-back", {since(&StepInput::lastCustomerMessage, -1min)}, "send follow-up-1");
        row("staff wrote", {since(&StepInput::lastStaffMessage)}, "skip staff-in-conversation");
        row("talked", {since(&StepInput::lastTalk)}, "skip called-back");
        row("booked", {since(&StepInput::lastBooking)}, "skip booked");
        row("called again and was texted again", {since(&StepInput::lastTextBack)}, "skip texted-this-call");
        row("opted out", {[](Situation &s) { s.input.optedOut = true; }}, "skip opted-out");
        row("frozen", {[](Situation &s) { s.input.frozen = true; }}, "skip frozen");
        row("staff", {[](Situation &s) { s.rules.people.staff = {{u"Ana"_s, s.input.to}}; }}, "skip staff-number");
        row("blocked", {[](Situation &s) { s.rules.people.blocked = {s.input.to}; }}, "skip blocked");
        row("never text", {[](Situation &s) { s.rules.people.neverText = {s.input.to}; }}, "skip never-text");
        row("turned out to be a landline", {[](Situation &s) { s.input.cannotText = NumberCapability::Landline; }}, "skip landline");
        row("cannot receive", {[](Situation &s) { s.input.cannotText = NumberCapability::CannotReceive; }}, "skip cannot-receive");
        row("another PC sends", {[](Situation &s) { s.input.viewer = true; }}, "skip viewer");
        row("off", {[](Situation &s) { s.rules.mode = Mode::Off; }}, "skip mode-off");
        row("watch", {[](Situation &s) { s.rules.mode = Mode::Watch; }}, "skip mode-watch");
        row("paused", {[](Situation &s) { s.rules.pausedUntil = s.input.now + 1ms; }}, "skip paused");
        row("the pause is over", {[](Situation &s) { s.rules.pausedUntil = s.input.now; }}, "send follow-up-1");
        row("two machines", {[](Situation &s) { s.input.usage.automaticToNumberInHour = 3; }}, "skip hourly-cap");
    }

    void c17WhatEndsAFollowUp() { compare(); }

    void c25OutreachHasItsHours_data()
    {
        columns();
        const Change held = [](Situation &s) { s.input.due = s.input.now - 12h; };
        row("Michigan at nine", {at(u"2026-12-01 09:00"_s)}, "send follow-up-1");
        row("before nine", {at(u"2026-12-01 08:59"_s)}, "hold follow-up-1 held-quiet-hours");
        row("at nine in the evening", {at(u"2026-12-01 21:00"_s)}, "hold follow-up-1 held-quiet-hours");
        row("just before", {at(u"2026-12-01 20:59"_s)}, "send follow-up-1");
        row("held for twelve hours", {at(u"2026-12-01 10:00"_s), held}, "send follow-up-1");
        row("held for longer", {at(u"2026-12-01 10:00"_s), [](Situation &s) { s.input.due = s.input.now - 12h - 1ms; }},
            "skip expired-in-hold");
        row("a person said to send it now", {at(u"2026-12-01 22:00"_s), [](Situation &s) { s.input.sendNow = true; }}, "send follow-up-1");
        row("review at night", {purpose(OutboxPurpose::Review), at(u"2026-12-01 23:00"_s)}, "hold review held-quiet-hours");
        row("an opted-out person is not held", {at(u"2026-12-01 23:00"_s), [](Situation &s) { s.input.optedOut = true; }},
            "skip opted-out");
    }

    void c25OutreachHasItsHours() { compare(); }

    void c20Reviews_data()
    {
        columns();
        const Change review = purpose(OutboxPurpose::Review);
        const auto asked = [](Millis ago) -> Change { return [ago](Situation &s) { s.input.lastReview = s.input.now - ago; }; };
        row("after a job", {review}, "send review");
        row("asked 59 days ago", {review, asked(24h * 59)}, "skip cool-down");
        row("asked 60 days ago", {review, asked(24h * 60)}, "send review");
        row("while people write to each other", {review, [](Situation &s) { s.input.lastStaffMessage = s.input.now - 1min; }},
            "skip staff-in-conversation");
        row("who talked and wrote before is asked", {review, since(&StepInput::lastTalk), since(&StepInput::lastCustomerMessage)},
            "send review");
    }

    void c20Reviews() { compare(); }

    void holding_data()
    {
        columns();
        const Change holding = purpose(OutboxPurpose::Holding);
        const Change shop = [](Situation &s) {
            WeeklyHours week;
            week[1] = {{8 * 60, 18 * 60}};
            s.rules.hours.weekly = week;
        };
        row("nobody answered", {holding}, "send holding");
        row("customer wrote again", {holding, since(&StepInput::lastCustomerMessage)}, "send holding");
        row("somebody wrote", {holding, since(&StepInput::lastStaffMessage)}, "skip staff-in-conversation");
        row("somebody called", {holding, since(&StepInput::lastTalk)}, "skip called-back");
        row("open", {holding, shop}, "send holding");
        row("closed meanwhile", {holding, shop, at(u"2026-12-01 18:00"_s)}, "hold holding held-quiet-hours");
        row("in the night, always open", {holding, at(u"2026-12-01 23:00"_s)}, "send holding");
    }

    void holding() { compare(); }

    void stepsFollowEachOther()
    {
        const Situation s = usual();
        const UtcTime now = s.input.now;
        QVERIFY(
            (stepAfter(OutboxPurpose::TextBack, now, s.rules) == SequenceStep{OutboxPurpose::FollowUp1, SendRule::FollowUp1, now + 60min}));
        QVERIFY(
            (stepAfter(OutboxPurpose::FollowUp1, now, s.rules) == SequenceStep{OutboxPurpose::FollowUp2, SendRule::FollowUp2, now + 24h}));
        for (const OutboxPurpose last : {OutboxPurpose::FollowUp2, OutboxPurpose::SecondCall, OutboxPurpose::Review, OutboxPurpose::Holding,
                                         OutboxPurpose::KeywordAnswer, OutboxPurpose::Manual})
            QVERIFY(!stepAfter(last, now, s.rules));
        TextBackRules rules = s.rules;
        rules.followUps.count = 1;
        QVERIFY(!stepAfter(OutboxPurpose::FollowUp1, now, rules));
        rules.followUps.count = 0;
        QVERIFY(!stepAfter(OutboxPurpose::TextBack, now, rules));

        QVERIFY(!reviewAfter(now, rules));
        rules.reviews = {true, 2};
        QVERIFY(!reviewAfter(now, rules)); // no link to leave one at
        rules.reviewLink = u"https://review.example.com"_s;
        QVERIFY(reviewAfter(now, rules)->due == now + 2h);

        QVERIFY(!holdingTextAfter(now, rules));
        rules.waiting = {15, true, 5};
        QVERIFY(holdingTextAfter(now, rules)->due == now + 15min);
        rules.waiting.holdingText = false;
        QVERIFY(!holdingTextAfter(now, rules));
    }

    void openTime_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("until");
        QTest::newRow("while open") << u"2026-12-01 10:00"_s << 15 << u"2026-12-01 10:15"_s;
        QTest::newRow("nothing") << u"2026-12-01 03:00"_s << 0 << u"2026-12-01 03:00"_s;
        QTest::newRow("before opening") << u"2026-12-01 03:00"_s << 15 << u"2026-12-01 08:15"_s;
        QTest::newRow("over the lunch break") << u"2026-12-01 11:50"_s << 15 << u"2026-12-01 13:05"_s;
        QTest::newRow("to the closing minute") << u"2026-12-01 17:45"_s << 15 << u"2026-12-01 18:00"_s;
        QTest::newRow("over the night") << u"2026-12-01 17:50"_s << 15 << u"2026-12-02 08:05"_s;
        QTest::newRow("over the weekend") << u"2026-12-04 17:50"_s << 15 << u"2026-12-07 08:05"_s;
        QTest::newRow("days of work") << u"2026-12-01 08:00"_s << 9 * 60 + 30 << u"2026-12-02 08:30"_s;
    }

    void openTime()
    {
        QFETCH(QString, from);
        QFETCH(int, minutes);
        QFETCH(QString, until);
        BusinessHours hours;
        WeeklyHours week;
        for (size_t day = 0; day < 5; ++day)
            week[day] = {{8 * 60, 12 * 60}, {13 * 60, 18 * 60}};
        hours.weekly = week;
        QVERIFY(afterOpenTime(detroit(from), std::chrono::minutes(minutes), hours, QTimeZone("America/Detroit")) == detroit(until));
        // Always open: the clock alone. Never open: it comes all the same.
        QVERIFY(afterOpenTime(detroit(from), 90min, BusinessHours(), QTimeZone("America/Detroit")) == detroit(from) + 90min);
        hours.weekly = WeeklyHours();
        QVERIFY(afterOpenTime(detroit(from), 90min, hours, QTimeZone("America/Detroit")) == detroit(from) + 90min);
    }

    /// The first of a month and the beginning of a day by the business's clock, also where the day has 23 hours.
    void usageSpans()
    {
        const QTimeZone zone("America/Detroit");
        const UsageSpans spans = UsageSpans::at(detroit(u"2026-03-08 12:00"_s), zone);
        QVERIFY(spans.dayBegan == detroit(u"2026-03-08 00:00"_s));
        QVERIFY(detroit(u"2026-03-08 12:00"_s) - spans.dayBegan == 11h);
        QVERIFY(spans.monthBegan == detroit(u"2026-03-01 00:00"_s));
        QVERIFY(spans.hourBegan == detroit(u"2026-03-08 11:00"_s));
        QVERIFY(UsageSpans::at(detroit(u"2026-03-01 00:00"_s), zone).monthBegan == detroit(u"2026-03-01 00:00"_s));
        QVERIFY(UsageSpans::at(detroit(u"2026-03-01 00:00"_s) - 1ms, zone).monthBegan == detroit(u"2026-02-01 00:00"_s));
    }

private:
    static void columns()
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QString>("decision");
    }

    static void row(const char *name, const Changes &changes, const char *decision)
    {
        QTest::newRow(name) << changes << QString::fromLatin1(decision);
    }

    static void compare()
    {
        QFETCH(Changes, changes);
        QFETCH(QString, decision);
        Situation situation = usual();
        for (const Change &change : changes)
            change(situation);
        const Decision made = decideStep(situation.input, situation.rules);
        QCOMPARE(inWords(made), decision);
        QVERIFY(made.decidedAt == situation.input.now);
        QCOMPARE(made.ruleVersion, situation.rules.version());
        QCOMPARE(made.notBefore.has_value(), made.verdict != Verdict::Skip);
    }
};

QTEST_GUILESS_MAIN(TestSequence)
#include "tst_sequence.moc"
