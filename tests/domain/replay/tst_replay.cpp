// SPDX-License-Identifier: MIT
#include "domain/replay/replay.h"

#include <QtTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;

namespace {

constexpr UtcTime monday = fromUnixMillis(1795446000000); // 23 November 2026, 10:00 in Detroit

PhoneNumber ours()
{
    return *PhoneNumber::fromStored(u"+13132230100"_s);
}

QString caller(int last = 142)
{
    return u"+1313444%1"_s.arg(last, 4, 10, QLatin1Char('0'));
}

TextBackRules rules()
{
    TextBackRules rules;
    rules.mode = Mode::On;
    rules.businessName = u"Motor City"_s;
    rules.timeZone = QTimeZone("America/Detroit");
    rules.templates.setText(SendRule::Open, u"{biz}: sorry"_s);
    rules.templates.setText(SendRule::SecondCall, u"{biz}: again"_s);
    rules.templates.setText(SendRule::Closed, u"{biz}: closed"_s);
    Line line;
    line.number = ours();
    rules.lines = {line};
    return rules;
}

QString openBody()
{
    return u"Motor City: sorry. Reply STOP to opt out"_s;
}

/// Monday to Friday, 9 to 17.
BusinessHours shop()
{
    BusinessHours hours;
    WeeklyHours week;
    for (size_t day = 0; day < 5; ++day)
        week[day] = {{9 * 60, 17 * 60}};
    hours.weekly = week;
    return hours;
}

/// Writes a history by hand.
class HistoryBuilder {
public:
    HistoryBuilder()
    {
        m_history.from = monday - 24h * 10;
        m_history.until = monday + 24h * 20;
        ReplayAccount account;
        account.id = AccountId{1};
        account.watchingSince = m_history.from - 24h * 30;
        Line line;
        line.number = ours();
        account.numbers = {line};
        m_history.basis.accounts = {account};
    }

    /// A missed call that ended then; nobody was texted.
    HistoryBuilder &missed(UtcTime ended, const QString &from = caller(), DecisionReason reason = DecisionReason::CoolDown)
    {
        ReplayCall &call = add(ended, from);
        call.verdict.missed = true;
        call.verdict.disposition = Disposition::NoAnswer;
        CallLeg leg;
        leg.direction = CallDirection::Outbound;
        leg.parentCallId = u"CA1"_s;
        leg.status = LegStatus::NoAnswer;
        leg.started = ended - 25s;
        leg.ended = ended - 5s;
        call.record.legs = {leg};
        call.decision = Decision::skip(reason);
        call.decision->decidedAt = ended + 5s;
        return *this;
    }

    /// The newest call was texted.
    HistoryBuilder &texted(const QString &body = openBody(), SendRule rule = SendRule::Open)
    {
        ReplayCall &call = m_history.calls.back();
        call.decision = Decision::send(rule, call.verdict.endedAt + 7s);
        call.decision->decidedAt = call.verdict.endedAt + 5s;
        ReplayText text;
        text.call = call.record.id;
        text.to = *PhoneNumber::fromStored(call.address);
        text.purpose = rule == SendRule::SecondCall ? OutboxPurpose::SecondCall : OutboxPurpose::TextBack;
        text.rule = rule;
        text.body = body;
        text.segments = 1;
        text.queuedAt = call.verdict.endedAt + 5s;
        text.leftAt = call.verdict.endedAt + 7s;
        call.text = text;
        return *this;
    }

    HistoryBuilder &answered(UtcTime ended, const QString &from = caller())
    {
        ReplayCall &call = add(ended, from);
        call.answered = true;
        call.verdict.notMissedBecause = DecisionReason::Answered;
        call.decision = Decision::skip(DecisionReason::Answered);
        call.decision->decidedAt = ended + 5s;
        return *this;
    }

    /// We called them, and they answered.
    HistoryBuilder &calledBack(UtcTime ended, const QString &to = caller())
    {
        ReplayCall &call = add(ended, to);
        call.record.root.direction = CallDirection::Outbound;
        call.answered = true;
        return *this;
    }

    HistoryBuilder &stop(UtcTime at, bool optedOut = true, const QString &from = caller())
    {
        m_history.basis.consents.push_back({*PhoneNumber::fromStored(from), at, optedOut});
        return *this;
    }

    HistoryBuilder &wrote(UtcTime at, bool elsewhere = false, const QString &to = caller(), const QString &body = u"On our way"_s)
    {
        m_history.messages.push_back({MessageId{1}, to, at, elsewhere, false, body});
        return *this;
    }

    ReplayHistory &history() { return m_history; }
    ReplayCall &last() { return m_history.calls.back(); }

    ReplayResult under(const TextBackRules &changed) const { return replay(m_history, rules(), changed); }

private:
    ReplayCall &add(UtcTime ended, const QString &party)
    {
        ReplayCall call;
        call.record.id = CallId{static_cast<qint64>(m_history.calls.size()) + 1};
        call.record.account = AccountId{1};
        call.record.root.from = party;
        call.record.root.status = LegStatus::Completed;
        call.record.root.started = ended - 25s;
        call.record.root.ended = ended;
        call.address = party;
        call.line = ours();
        call.at = ended - 25s;
        call.settled = true;
        call.verdict.endedAt = ended;
        m_history.calls.push_back(call);
        return m_history.calls.back();
    }

    ReplayHistory m_history;
};

/// "open" or "cool-down" for each call.
QString outcomes(const ReplayResult &result)
{
    QStringList words;
    for (const ReplayedCall &call : result.calls)
        words << (call.after.texted ? toString(*call.after.rule) : toString(*call.after.reason));
    return words.join(u' ');
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void theSameRulesChangeNothing();
    void aShorterCoolDownAddsTexts();
    void simulatedTextsCountForTheCoolDown();
    void hoursTurnClosedTextsIntoOpenOnes();
    void heldAtNightAndReleased();
    void c28DecidedAnewAtTheRelease();
    void optOutsAfterTheCallDoNotCount();
    void doubtsAndNumbersThatCannotBeTexted();
    void answeredMeanwhile();
    void staffInTheConversation();
    void x02OtherProgramsTexted();
    void textsBeforeTheTimeCount();
    void capsCountWhatWouldHaveBeenSent();
    void circumstancesStay_data();
    void circumstancesStay();
    void alertsToStaffTakeNobodysText();
    void fewerRingsAreReadFromTheLegs();
    void x04ConfirmedVoicemailIsReadFromTheLegs();
    void watchModeShowsWhatItWouldSend();
    void theHintComesOnceInAMonth();
    void segmentsAndCost();
    void ninetyDaysTakeNoTime();
};

void TestReplay::theSameRulesChangeNothing()
{
    HistoryBuilder calls;
    calls.missed(monday).texted().missed(monday + 5min).texted(u"Motor City: again"_s, SendRule::SecondCall);
    calls.missed(monday + 7min, caller(), DecisionReason::SecondCallLimit).missed(monday + 5h).answered(monday + 6h);
    const ReplayResult result = calls.under(rules());
    QCOMPARE(outcomes(result), u"open second-call second-call-limit cool-down answered"_s);
    QCOMPARE(result.count(ReplayChange::None), 5);
    QCOMPARE(result.missed, 4);
    QVERIFY(result.before == result.after);
    QCOMPARE(result.after.texted, 2);
    QCOMPARE(result.after.notTexted.at(DecisionReason::CoolDown), 1);
    QCOMPARE(result.calls[0].after.body, openBody());
    QCOMPARE(result.calls[0].after.at, monday + 7s);
    QVERIFY(!result.asIfOn);
}

void TestReplay::aShorterCoolDownAddsTexts()
{
    HistoryBuilder calls;
    calls.missed(monday).texted().missed(monday + 3h).missed(monday + 3h + 30min).missed(monday + 9h);
    TextBackRules changed = rules();
    changed.coolDown = 1h;
    const ReplayResult result = calls.under(changed);
    QCOMPARE(outcomes(result), u"open open cool-down open"_s);
    QCOMPARE(result.count(ReplayChange::NewlyTexted), 2);
    QVERIFY(result.calls[1].change == ReplayChange::NewlyTexted);
    QVERIFY(result.calls[1].before.reason == DecisionReason::CoolDown);
}

/// A text that would not have left no longer stands in the way of the next one.
void TestReplay::simulatedTextsCountForTheCoolDown()
{
    HistoryBuilder calls;
    calls.missed(monday).texted().missed(monday + 11h); // 21:00
    TextBackRules changed = rules();
    changed.people.blocked = {*PhoneNumber::fromStored(caller())};
    QCOMPARE(outcomes(calls.under(changed)), u"blocked blocked"_s);
    QCOMPARE(calls.under(changed).count(ReplayChange::NoLongerTexted), 1);
    changed = rules();
    changed.maxAge = 0ms; // nothing at all
    QCOMPARE(outcomes(calls.under(changed)), u"too-old too-old"_s);
    // The other way about: the first was not texted, and now is; so the second is not.
    HistoryBuilder other;
    other.missed(monday, caller(), DecisionReason::ModeOff).missed(monday + 3h).texted();
    const ReplayResult result = other.under(rules());
    QCOMPARE(outcomes(result), u"open cool-down"_s);
    QCOMPARE(result.count(ReplayChange::NewlyTexted), 1);
    QCOMPARE(result.count(ReplayChange::NoLongerTexted), 1);
}

void TestReplay::hoursTurnClosedTextsIntoOpenOnes()
{
    TextBackRules then = rules();
    then.hours = shop();
    const UtcTime evening = monday + 8h; // 18:00
    HistoryBuilder calls;
    calls.missed(evening).texted(u"Motor City: closed. Reply STOP to opt out"_s, SendRule::Closed);
    QCOMPARE(replay(calls.history(), then, then).count(ReplayChange::None), 1);
    TextBackRules longer = then;
    for (auto &day : *longer.hours.weekly) {
        if (!day.empty())
            day = {{9 * 60, 19 * 60}};
    }
    const ReplayResult result = replay(calls.history(), then, longer);
    QCOMPARE(outcomes(result), u"open"_s);
    QCOMPARE(result.count(ReplayChange::OtherWords), 1);
    QCOMPARE(result.calls[0].before.body, u"Motor City: closed. Reply STOP to opt out"_s);
    QCOMPARE(result.calls[0].after.body, openBody());
}

void TestReplay::heldAtNightAndReleased()
{
    TextBackRules changed = rules();
    changed.hours = shop();
    changed.replyHours = ReplyHours::NotAtNight;
    const UtcTime night = monday + 15h; // 1:00
    HistoryBuilder calls;
    calls.missed(night).texted();
    const ReplayResult result = calls.under(changed);
    const ReplayOutcome &after = result.calls[0].after;
    QVERIFY(after.texted && after.held);
    QCOMPARE(after.at, monday + 22h); // 8:00, still closed
    QVERIFY(after.rule == SendRule::Closed);
    QCOMPARE(result.after.held, 1);
    QVERIFY(result.calls[0].change == ReplayChange::OtherWords);
    // One that really waits at this moment is due at the same time.
    HistoryBuilder waiting;
    waiting.missed(night).texted();
    waiting.last().decision = Decision::hold(SendRule::Closed, DecisionReason::HeldQuietHours, monday + 22h);
    waiting.last().text->leftAt.reset();
    waiting.last().text->state = OutboxState::Held;
    waiting.last().text->body = after.body;
    QVERIFY(waiting.under(changed).calls[0].change == ReplayChange::None);
    // With an opening at 7:00 it leaves then, in the words of an open business.
    for (auto &day : *changed.hours.weekly)
        day = {{7 * 60, 17 * 60}};
    const ReplayResult early = calls.under(changed);
    QCOMPARE(early.calls[0].after.at, monday + 21h);
    QCOMPARE(outcomes(early), u"open"_s);
    QVERIFY(early.calls[0].change == ReplayChange::OtherTime);
}

void TestReplay::c28DecidedAnewAtTheRelease()
{
    TextBackRules changed = rules();
    changed.hours = shop();
    changed.replyHours = ReplyHours::NotAtNight;
    const UtcTime night = monday + 15h;
    HistoryBuilder calls;
    calls.missed(night).texted().stop(night + 2h);
    const ReplayResult result = calls.under(changed);
    QCOMPARE(outcomes(result), u"opted-out"_s);
    QVERIFY(result.calls[0].change == ReplayChange::NoLongerTexted);
    QCOMPARE(result.after.held, 0);
    // A waiting text counts for the next call: one text in the morning, not two.
    HistoryBuilder twice;
    twice.missed(night).texted().missed(night + 3h);
    QCOMPARE(outcomes(twice.under(changed)), u"closed cool-down"_s);
    // Answered in the night: nothing in the morning.
    HistoryBuilder answered;
    answered.missed(night).texted().answered(night + 1h);
    QCOMPARE(outcomes(answered.under(changed)), u"answered-elsewhere answered"_s);
}

void TestReplay::optOutsAfterTheCallDoNotCount()
{
    HistoryBuilder calls;
    calls.missed(monday).texted().stop(monday + 1min);
    calls.missed(monday + 30h, caller(), DecisionReason::OptedOut).stop(monday + 40h, false);
    calls.missed(monday + 50h).texted(u"Motor City: sorry"_s);
    const ReplayResult result = calls.under(rules());
    QCOMPARE(outcomes(result), u"open opted-out open"_s);
    QCOMPARE(result.count(ReplayChange::None), 3);
}

void TestReplay::doubtsAndNumbersThatCannotBeTexted()
{
    const PhoneNumber number = *PhoneNumber::fromStored(caller());
    HistoryBuilder calls;
    calls.missed(monday).missed(monday + 30h).missed(monday + 60h);
    calls.history().basis.doubts = {{number, monday + 20h, monday + 40h}};
    QCOMPARE(outcomes(calls.under(rules())), u"open frozen open"_s);
    calls.history().basis.doubts.clear();
    calls.history().basis.capabilities = {{number, NumberCapability::Landline, monday + 20h, monday + 40h}};
    QCOMPARE(outcomes(calls.under(rules())), u"open landline open"_s);
    // Only the refusal told so: whenever the text leaves, it is tried.
    HistoryBuilder refused;
    refused.missed(monday).texted();
    refused.last().text->state = OutboxState::Failed;
    refused.history().basis.capabilities = {{number, NumberCapability::Landline, monday + 8s, monday + 40h}};
    TextBackRules slow = rules();
    slow.sendDelay = 60s;
    QCOMPARE(outcomes(refused.under(slow)), u"open"_s);
}

void TestReplay::answeredMeanwhile()
{
    HistoryBuilder calls;
    calls.missed(monday).texted().answered(monday + 6s); // between decision and departure
    QCOMPARE(outcomes(calls.under(rules())), u"answered-elsewhere answered"_s);
    // A text that did not leave stands in nobody's way.
    calls.missed(monday + 1h);
    QCOMPARE(outcomes(calls.under(rules())), u"answered-elsewhere answered open"_s);
    HistoryBuilder back;
    back.missed(monday).texted().calledBack(monday + 6s);
    QCOMPARE(outcomes(back.under(rules())), u"called-back"_s);
    HistoryBuilder late;
    late.missed(monday).texted().answered(monday + 8s);
    QCOMPARE(outcomes(late.under(rules())), u"open answered"_s);
    TextBackRules slow = rules();
    slow.sendDelay = 30s;
    QCOMPARE(outcomes(late.under(slow)), u"answered-elsewhere answered"_s);
}

void TestReplay::staffInTheConversation()
{
    HistoryBuilder calls;
    calls.wrote(monday - 20min).missed(monday).wrote(monday + 1min);
    QCOMPARE(outcomes(calls.under(rules())), u"staff-in-conversation"_s);
    TextBackRules changed = rules();
    changed.humanSilence = 10min;
    QCOMPARE(outcomes(calls.under(changed)), u"open"_s); // what is written a minute later does not count
}

void TestReplay::x02OtherProgramsTexted()
{
    HistoryBuilder calls;
    calls.missed(monday).wrote(monday + 2s, true);
    QCOMPARE(outcomes(calls.under(rules())), u"provider-texted"_s);
    // A text-back of another program counts for the cool-down; a person's reply hours later does not.
    HistoryBuilder machine;
    machine.missed(monday).wrote(monday + 20s, true).missed(monday + 5h);
    QCOMPARE(outcomes(machine.under(rules())), u"open cool-down"_s);
    HistoryBuilder person;
    person.missed(monday, caller(), DecisionReason::ModeOff).missed(monday + 30h).wrote(monday + 40h, true).missed(monday + 60h);
    QCOMPARE(outcomes(person.under(rules())), u"open open open"_s);
}

void TestReplay::textsBeforeTheTimeCount()
{
    HistoryBuilder calls;
    const UtcTime from = calls.history().from;
    calls.missed(from - 3h).texted().missed(from + 3h);
    const ReplayResult result = calls.under(rules());
    QCOMPARE(result.calls.size(), size_t(1));
    QCOMPARE(outcomes(result), u"cool-down"_s);
}

void TestReplay::capsCountWhatWouldHaveBeenSent()
{
    HistoryBuilder calls;
    for (int i = 0; i < 4; ++i)
        calls.missed(monday + 1min * i, caller(i)).texted();
    calls.missed(monday + 24h, caller(9)).texted();
    TextBackRules changed = rules();
    changed.limits.textsPerDay = 2;
    QCOMPARE(outcomes(calls.under(changed)), u"open open daily-cap daily-cap open"_s);
    // What people sent counts for the month's allowance, as it did.
    ReplayText typed;
    typed.to = *PhoneNumber::fromStored(caller(50));
    typed.segments = 3;
    typed.queuedAt = monday - 1h;
    calls.history().texts = {typed};
    changed = rules();
    changed.limits.stopWhenUsedUp = true;
    changed.limits.monthlyTexts = 5;
    QCOMPARE(outcomes(calls.under(changed)), u"open open allowance-stop allowance-stop allowance-stop"_s);
}

void TestReplay::alertsToStaffTakeNobodysText()
{
    HistoryBuilder calls;
    calls.missed(monday).texted();
    ReplayText alert;
    alert.to = *PhoneNumber::fromStored(caller(50));
    alert.purpose = OutboxPurpose::StaffAlert;
    alert.segments = 1;
    alert.queuedAt = monday - 1h;
    calls.history().texts = {alert, alert, alert};
    TextBackRules changed = rules();
    changed.limits.textsPerDay = 2;
    QCOMPARE(outcomes(calls.under(changed)), u"open"_s);
}

void TestReplay::circumstancesStay_data()
{
    QTest::addColumn<DecisionReason>("reason");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("found too late") << DecisionReason::TooOld << u"too-old"_s;
    QTest::newRow("asleep") << DecisionReason::PcAsleep << u"pc-asleep"_s;
    QTest::newRow("another PC sends") << DecisionReason::Viewer << u"viewer"_s;
    QTest::newRow("mode off is a rule") << DecisionReason::ModeOff << u"open"_s;
}

void TestReplay::circumstancesStay()
{
    QFETCH(DecisionReason, reason);
    QFETCH(QString, outcome);
    HistoryBuilder calls;
    calls.missed(monday, caller(), reason);
    if (reason != DecisionReason::ModeOff)
        calls.last().decision->decidedAt = monday + 40min;
    QCOMPARE(outcomes(calls.under(rules())), outcome);
    // A longer limit reaches the late ones.
    TextBackRules patient = rules();
    patient.maxAge = 1h;
    QCOMPARE(outcomes(calls.under(patient)), reason == DecisionReason::Viewer ? u"viewer"_s : u"open"_s);
    HistoryBuilder cancelled;
    cancelled.missed(monday).texted();
    cancelled.last().text->state = OutboxState::Skipped;
    cancelled.last().text->why = DecisionReason::CancelledByOwner;
    const ReplayResult result = cancelled.under(rules());
    QCOMPARE(outcomes(result), u"cancelled-by-owner"_s);
    QCOMPARE(result.count(ReplayChange::None), 1);
}

void TestReplay::fewerRingsAreReadFromTheLegs()
{
    HistoryBuilder calls;
    calls.missed(monday, caller(), DecisionReason::HungUpEarly);
    ReplayCall &call = calls.last();
    call.verdict.missed = false;
    call.verdict.notMissedBecause = DecisionReason::HungUpEarly;
    call.record.root.started = monday - 8s;
    CallLeg &leg = call.record.legs.front();
    leg.status = LegStatus::Canceled;
    leg.started = monday - 8s;
    leg.ended = monday;
    QCOMPARE(outcomes(calls.under(rules())), u"hung-up-early"_s);
    TextBackRules one = rules();
    one.lines[0].minRings = 1;
    const ReplayResult result = calls.under(one);
    QCOMPARE(outcomes(result), u"open"_s);
    QCOMPARE(result.missed, 1);
    TextBackRules three = rules();
    three.lines[0].minRings = 3; // 18 s: as long as the others have rung, and not yet learned how long phones ring
    HistoryBuilder others;
    others.missed(monday).texted();
    QCOMPARE(outcomes(others.under(three)), u"open"_s);
}

void TestReplay::x04ConfirmedVoicemailIsReadFromTheLegs()
{
    HistoryBuilder calls;
    calls.answered(monday);
    ReplayCall &call = calls.last();
    call.settled = true;
    call.record.root.status = LegStatus::Completed;
    call.record.root.created = call.record.root.started = monday - 46s;
    call.record.root.ended = monday;
    CallLeg leg = call.record.root;
    leg.direction = CallDirection::Outbound;
    leg.parentCallId = u"CA1"_s;
    leg.created = leg.started = monday - 45s;
    leg.duration = 20s;
    call.record.legs = {leg};
    QCOMPARE(outcomes(calls.under(rules())), u"answered"_s);
    TextBackRules told = rules();
    told.lines[0].voicemailAfter = 24;
    QCOMPARE(outcomes(calls.under(told)), u"open"_s);
}

void TestReplay::watchModeShowsWhatItWouldSend()
{
    HistoryBuilder calls;
    calls.missed(monday, caller(), DecisionReason::ModeWatch);
    TextBackRules watching = rules();
    watching.mode = Mode::Watch;
    const ReplayResult result = calls.under(watching);
    QVERIFY(result.asIfOn);
    QCOMPARE(outcomes(result), u"open"_s);
    watching.mode = Mode::Off;
    QCOMPARE(outcomes(calls.under(watching)), u"mode-off"_s);
}

void TestReplay::theHintComesOnceInAMonth()
{
    HistoryBuilder calls;
    calls.missed(monday - 24h * 9).missed(monday).missed(monday + 24h * 19);
    const ReplayResult result = calls.under(rules());
    QCOMPARE(result.calls[0].after.body, openBody());
    QCOMPARE(result.calls[1].after.body, u"Motor City: sorry"_s);
    QCOMPARE(result.calls[2].after.body, u"Motor City: sorry"_s);
    // From 30 days on it is told anew.
    HistoryBuilder far;
    far.history().until = monday + 24h * 40;
    far.missed(monday - 24h * 9).missed(monday + 24h * 22);
    QCOMPARE(far.under(rules()).calls[1].after.body, openBody());
}

void TestReplay::segmentsAndCost()
{
    HistoryBuilder calls;
    calls.missed(monday).texted();
    TextBackRules changed = rules();
    changed.templates.setText(SendRule::Open, u"{biz}: "_s + QString(200, u'a'));
    changed.limits.pricePerSegment = 10000;
    const ReplayResult result = calls.under(changed);
    QCOMPARE(result.before.segments, 1);
    QCOMPARE(result.before.cost, 8300);
    QCOMPARE(result.after.segments, 2);
    QCOMPARE(result.after.cost, 20000);
    QCOMPARE(result.calls[0].after.segments, 2);
}

/// 100 calls a day (the machine may be slow, and the build without optimisation).
void TestReplay::ninetyDaysTakeNoTime()
{
    HistoryBuilder calls;
    calls.history().from = monday - 24h * 90;
    calls.history().until = monday;
    for (int i = 0; i < 9000; ++i)
        calls.missed(calls.history().from + 864s * i, caller(i % 3000)).texted();
    TextBackRules changed = rules();
    changed.hours = shop();
    changed.replyHours = ReplyHours::NotAtNight;
    changed.lines[0].minRings = 3;
    // The processor's time, so that what else runs on the machine does not matter.
    const std::clock_t began = std::clock();
    const ReplayResult result = calls.under(changed);
    const double seconds = double(std::clock() - began) / CLOCKS_PER_SEC;
    QCOMPARE(result.calls.size(), size_t(9000));
    qInfo("9000 calls: %.1f s", seconds);
    QVERIFY2(seconds < 20, qPrintable(QString::number(seconds)));
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
