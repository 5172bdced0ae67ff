// SPDX-License-Identifier: MIT
#include "domain/traps/trapfinder.h"

#include <QtTest>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;

namespace {

constexpr UtcTime now = fromUnixMillis(1795446000000); // Monday, 23 November 2026, 10:00 in Detroit
using Rings = std::vector<std::pair<int, int>>;        // ring and talk of answered calls, in seconds

PhoneNumber ours()
{
    return *PhoneNumber::fromStored(u"+13132230100"_s);
}

TextBackRules rules()
{
    TextBackRules rules;
    Line line;
    line.number = ours();
    rules.lines = {line};
    return rules;
}

CallLeg leg(LegStatus status, UtcTime began, int ring, int talk = 0)
{
    CallLeg leg;
    leg.direction = CallDirection::Outbound;
    leg.status = status;
    leg.created = began;
    leg.started = began;
    leg.ended = began + std::chrono::seconds(ring + talk);
    leg.duration = std::chrono::seconds(talk);
    return leg;
}

TrapCall answered(UtcTime at, int ring, int talk)
{
    TrapCall call;
    call.at = at;
    call.answered = true;
    call.root.status = LegStatus::Completed;
    call.legs = {leg(LegStatus::Completed, at, ring, talk)};
    return call;
}

TrapCall missed(UtcTime at, int ring, LegStatus status = LegStatus::NoAnswer)
{
    TrapCall call;
    call.at = at;
    call.missed = true;
    call.root.status = LegStatus::Completed;
    if (ring >= 0)
        call.legs = {leg(status, at, ring)};
    return call;
}

QStringList kinds(const std::vector<TrapFinding> &findings)
{
    QStringList words;
    for (const TrapFinding &finding : findings)
        words << toString(finding.kind);
    return words;
}

bool advises(const TrapFinding &finding, TrapAdvice advice)
{
    return std::find(finding.advice.begin(), finding.advice.end(), advice) != finding.advice.end();
}

} // namespace

Q_DECLARE_METATYPE(Rings)

class TestTrapFinder : public QObject {
    Q_OBJECT

private slots:
    void x04CarrierVoicemail_data();
    void x04CarrierVoicemail();
    void x04EvidenceAndAdvice();
    void x04ConfirmedOnce();
    void x04RingWithoutTalk();
    void x04RingsTooLong_data();
    void x04RingsTooLong();
    void x04MinRingsTooMany();
    void x05SilencedPhone();
    void x06NoPhoneRings_data();
    void x06NoPhoneRings();
    void x06OverflowLine();
    void x06ClosedIsNoTrap();
    void x02ElsewhereTexts_data();
    void x02ElsewhereTexts();
    void flowFails();
    void otherLinesAreNobodysMatter();
    void oldCallsDoNotCount();
    void spellings();
};

void TestTrapFinder::x04CarrierVoicemail_data()
{
    QTest::addColumn<Rings>("calls");
    QTest::addColumn<bool>("flagged");
    const Rings steady{{24, 12}, {25, 30}, {25, 8}, {26, 20}, {24, 60}};
    const auto with = [&steady](const Rings &more) {
        Rings all = steady;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    QTest::newRow("five alike") << steady << true;
    QTest::newRow("four alike") << Rings(steady.begin(), steady.end() - 1) << false;
    QTest::newRow("spread over four seconds") << Rings{{24, 12}, {25, 30}, {25, 8}, {26, 20}, {28, 60}} << false;
    QTest::newRow("long talks") << Rings{{24, 61}, {25, 300}, {25, 90}, {26, 200}, {24, 61}} << false;
    QTest::newRow("18 s, the earliest") << Rings{{18, 5}, {18, 5}, {18, 5}, {21, 5}, {21, 5}} << true;
    QTest::newRow("17 s, too early") << Rings{{17, 5}, {17, 5}, {17, 5}, {17, 5}, {17, 5}} << false;
    QTest::newRow("32 s, the latest") << Rings{{32, 5}, {32, 5}, {32, 5}, {29, 5}, {29, 5}} << true;
    QTest::newRow("33 s, too late") << Rings{{33, 5}, {33, 5}, {33, 5}, {33, 5}, {33, 5}} << false;
    QTest::newRow("people who pick up early do not hide it") << with({{5, 100}, {8, 40}, {11, 300}, {14, 20}, {6, 90}, {7, 90}}) << true;
    QTest::newRow("two others at that time: 5 of 7") << with({{20, 100}, {30, 40}}) << true;
    QTest::newRow("three others at that time: 5 of 8") << with({{20, 100}, {30, 40}, {19, 50}}) << false;
    QTest::newRow("people, at any second") << Rings{{18, 40}, {20, 200}, {22, 15}, {24, 30}, {26, 90}, {28, 40}, {30, 50}, {31, 20}}
                                           << false;
}

void TestTrapFinder::x04CarrierVoicemail()
{
    QFETCH(Rings, calls);
    QFETCH(bool, flagged);
    LineFacts facts(ours(), now);
    UtcTime at = now - 24h * 29;
    for (const auto &[ring, talk] : calls)
        facts.add(answered(at += 1h, ring, talk));
    QCOMPARE(kinds(findTraps(facts, rules())), flagged ? QStringList{u"carrier-voicemail"_s} : QStringList());
}

void TestTrapFinder::x04EvidenceAndAdvice()
{
    LineFacts facts(ours(), now);
    const Rings calls{{24, 12}, {25, 30}, {25, 8}, {26, 20}, {24, 60}, {7, 200}, {9, 80}};
    for (const auto &[ring, talk] : calls)
        facts.add(answered(now - 48h, ring, talk));
    const std::vector<TrapFinding> findings = findTraps(facts, rules());
    QCOMPARE(findings.size(), size_t(1));
    const TrapFinding &finding = findings[0];
    QVERIFY(finding.line == ours());
    QCOMPARE(finding.calls, 5);
    QCOMPARE(finding.of, 7);
    QVERIFY(finding.fromSeconds <= 24 && finding.toSeconds >= 26 &&
            finding.toSeconds - finding.fromSeconds == carriervoicemail::steadySpread);
    QCOMPARE(finding.talkSeconds, 20);
    QVERIFY(advises(finding, TrapAdvice::ConfirmVoicemail) && advises(finding, TrapAdvice::RingFifteenToEighteen));
}

void TestTrapFinder::x04ConfirmedOnce()
{
    LineFacts facts(ours(), now);
    for (int i = 0; i < 6; ++i)
        facts.add(answered(now - 48h, 25, 10));
    const QString key = findTraps(facts, rules()).at(0).key();
    QCOMPARE(key, u"carrier-voicemail:+13132230100"_s);
    QVERIFY(findTraps(facts, rules(), false, {key}).empty());
    QCOMPARE(findTraps(facts, rules(), false, {u"carrier-voicemail:+13132230101"_s}).size(), size_t(1));
    QVERIFY(isTrapKey(key));
    for (const QString &other : {u"voicemail:+13132230100"_s, u"carrier-voicemail:"_s, u"carrier-voicemail"_s, QString()})
        QVERIFY2(!isTrapKey(other), qPrintable(other));
    // Said with the line's own setting: nothing more is asked.
    TextBackRules told = rules();
    told.lines[0].voicemailAfter = 25;
    QVERIFY(findTraps(facts, told).empty());
}

/// Some providers start a leg when the phone is dialled, others when somebody picks up.
void TestTrapFinder::x04RingWithoutTalk()
{
    CallLeg call = leg(LegStatus::Completed, now, 25, 10);
    QVERIFY(ringAndTalk(call) == (RingAndTalk{25, 10}));
    call.started = now + 25s;
    QVERIFY(ringAndTalk(call) == (RingAndTalk{25, 10}));
    call.created.reset();
    QVERIFY(ringAndTalk(call) == (RingAndTalk{0, 10}));
    call.duration.reset();
    QVERIFY(!ringAndTalk(call));
    QVERIFY(!ringAndTalk(leg(LegStatus::NoAnswer, now, 25)));
    LineFacts facts(ours(), now);
    for (int i = 0; i < 6; ++i) {
        TrapCall machine = answered(now - 48h, 25, 10);
        machine.legs[0].answeredBy = AnsweredBy::Machine; // the provider has seen it itself
        facts.add(machine);
    }
    QVERIFY(facts.answered().empty());
}

void TestTrapFinder::x04RingsTooLong_data()
{
    QTest::addColumn<int>("ring");
    QTest::addColumn<int>("calls");
    QTest::addColumn<bool>("flagged");
    QTest::newRow("20 s") << 20 << 3 << false;
    QTest::newRow("21 s") << 21 << 3 << true;
    QTest::newRow("30 s") << 30 << 3 << true;
    QTest::newRow("not learned yet") << 30 << 2 << false;
}

void TestTrapFinder::x04RingsTooLong()
{
    QFETCH(int, ring);
    QFETCH(int, calls);
    QFETCH(bool, flagged);
    LineFacts facts(ours(), now);
    for (int i = 0; i < calls; ++i)
        facts.add(missed(now - 48h, ring));
    const std::vector<TrapFinding> findings = findTraps(facts, rules());
    QCOMPARE(kinds(findings), flagged ? QStringList{u"rings-too-long"_s} : QStringList());
    if (flagged) {
        QCOMPARE(findings[0].toSeconds, ring);
        QVERIFY(advises(findings[0], TrapAdvice::RingFifteenToEighteen));
    }
}

void TestTrapFinder::x04MinRingsTooMany()
{
    LineFacts facts(ours(), now);
    for (int i = 0; i < 3; ++i)
        facts.add(missed(now - 48h, 18));
    TextBackRules three = rules();
    three.lines[0].minRings = 3; // 18 s: just possible
    QVERIFY(findTraps(facts, three).empty());
    TextBackRules four = rules();
    four.lines[0].minRings = 4;
    const std::vector<TrapFinding> findings = findTraps(facts, four);
    QCOMPARE(kinds(findings), QStringList{u"min-rings-too-many"_s});
    QCOMPARE(findings[0].rings, 4);
    QCOMPARE(findings[0].mostRings, 3);
    QVERIFY(advises(findings[0], TrapAdvice::FewerRings));
    four.lines[0].overflow = true; // there the rings are not asked for
    QVERIFY(findTraps(facts, four).empty());
}

void TestTrapFinder::x05SilencedPhone()
{
    const auto with = [](int silenced, int ring, int picked) {
        LineFacts facts(ours(), now);
        for (int i = 0; i < silenced; ++i)
            facts.add(answered(now - 48h, ring, 12));
        for (int i = 0; i < picked; ++i)
            facts.add(answered(now - 48h, 9, 120));
        return findTraps(facts, rules());
    };
    const std::vector<TrapFinding> findings = with(5, 5, 5);
    QCOMPARE(kinds(findings), QStringList{u"silenced-phone"_s});
    QVERIFY(advises(findings[0], TrapAdvice::CheckIphone));
    QCOMPARE(findings[0].calls, 5);
    QCOMPARE(findings[0].of, 10);
    QVERIFY(with(4, 2, 0).empty());
    QVERIFY(with(5, 6, 0).empty());
    QVERIFY(with(5, 2, 6).empty()); // most calls are answered as people do
    // Wherever a phone may be to blame, the advice is there.
    LineFacts facts(ours(), now);
    for (int i = 0; i < 6; ++i)
        facts.add(answered(now - 48h, 25, 10));
    QVERIFY(advises(findTraps(facts, rules()).at(0), TrapAdvice::CheckIphone));
}

void TestTrapFinder::x06NoPhoneRings_data()
{
    QTest::addColumn<int>("missedCalls");
    QTest::addColumn<int>("ring"); // -1: no phone was rung
    QTest::addColumn<int>("hoursAgo");
    QTest::addColumn<bool>("oneAnswered");
    QTest::addColumn<bool>("flagged");
    QTest::newRow("three, no phone rung") << 3 << -1 << 2 << false << true;
    QTest::newRow("three, forwarded at once") << 3 << 5 << 2 << false << true;
    QTest::newRow("two") << 2 << -1 << 2 << false << false;
    QTest::newRow("phones ring, nobody is there") << 3 << 6 << 2 << false << false;
    QTest::newRow("one was answered") << 3 << -1 << 2 << true << false;
    QTest::newRow("exactly a day ago") << 3 << -1 << 24 << false << true;
    QTest::newRow("longer ago") << 3 << -1 << 25 << false << false;
}

void TestTrapFinder::x06NoPhoneRings()
{
    QFETCH(int, missedCalls);
    QFETCH(int, ring);
    QFETCH(int, hoursAgo);
    QFETCH(bool, oneAnswered);
    QFETCH(bool, flagged);
    LineFacts facts(ours(), now);
    const UtcTime at = now - std::chrono::hours(hoursAgo);
    for (int i = 0; i < missedCalls; ++i)
        facts.add(missed(at, ring, LegStatus::Busy));
    if (oneAnswered)
        facts.add(answered(at, 9, 100));
    const std::vector<TrapFinding> findings = findTraps(facts, rules());
    QCOMPARE(kinds(findings), flagged ? QStringList{u"unconditional-forwarding"_s} : QStringList());
    if (flagged) {
        QCOMPARE(findings[0].calls, 3);
        QVERIFY(advises(findings[0], TrapAdvice::SwitchOffForwarding));
    }
}

/// Its calls are all missed, and no phone of ours rings: only that they are many more than usual tells.
void TestTrapFinder::x06OverflowLine()
{
    TextBackRules overflow = rules();
    overflow.lines[0].overflow = true;
    const auto with = [&overflow](int lastDay, int before) {
        LineFacts facts(ours(), now);
        for (int i = 0; i < lastDay; ++i)
            facts.add(missed(now - 2h, -1));
        for (int i = 0; i < before; ++i)
            facts.add(missed(now - 24h * 10, -1));
        return kinds(findTraps(facts, overflow));
    };
    QCOMPARE(with(6, 58), QStringList{u"unconditional-forwarding"_s}); // two a day before
    QVERIFY(with(5, 58).isEmpty());
    QVERIFY(with(3, 0).isEmpty()); // new: nothing to compare with
}

void TestTrapFinder::x06ClosedIsNoTrap()
{
    TextBackRules shop = rules();
    WeeklyHours week;
    week[0] = {{8 * 60, 18 * 60}};
    shop.hours.weekly = week;
    shop.timeZone = QTimeZone("America/Detroit");
    LineFacts facts(ours(), now);
    for (const auto ago : {3h, 4h, 5h}) // 5 to 7 in the morning
        facts.add(missed(now - ago, -1));
    QVERIFY(findTraps(facts, shop).empty());
    QCOMPARE(findTraps(facts, rules()).size(), size_t(1));
}

void TestTrapFinder::x02ElsewhereTexts_data()
{
    QTest::addColumn<int>("texts");
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<bool>("viewer");
    QTest::addColumn<bool>("flagged");
    QTest::newRow("two in a week") << 2 << 7 << false << true;
    QTest::newRow("one") << 1 << 1 << false << false;
    QTest::newRow("longer ago") << 2 << 8 << false << false;
    QTest::newRow("another PC of the business") << 2 << 1 << true << false;
}

void TestTrapFinder::x02ElsewhereTexts()
{
    QFETCH(int, texts);
    QFETCH(int, daysAgo);
    QFETCH(bool, viewer);
    QFETCH(bool, flagged);
    LineFacts facts(ours(), now);
    for (int i = 0; i < 3; ++i) {
        TrapCall call = missed(now - std::chrono::hours(24 * daysAgo), 15);
        call.textedElsewhere = i < texts;
        facts.add(call);
    }
    const std::vector<TrapFinding> findings = findTraps(facts, rules(), viewer);
    QCOMPARE(kinds(findings), flagged ? QStringList{u"elsewhere-texts"_s} : QStringList());
    if (flagged) {
        QCOMPARE(findings[0].calls, 2);
        QCOMPARE(findings[0].of, 3);
        QVERIFY(advises(findings[0], TrapAdvice::SwitchOffOther));
    }
}

void TestTrapFinder::flowFails()
{
    LineFacts facts(ours(), now);
    TrapCall call = missed(now - 48h, 10);
    call.flowFailed = true;
    facts.add(call);
    const std::vector<TrapFinding> findings = findTraps(facts, rules());
    QCOMPARE(kinds(findings), QStringList{u"flow-fails"_s});
    QVERIFY(advises(findings[0], TrapAdvice::RepairFlow));
    LineFacts old(ours(), now);
    call.at = now - 24h * 8;
    old.add(call);
    QVERIFY(findTraps(old, rules()).empty());
}

void TestTrapFinder::otherLinesAreNobodysMatter()
{
    LineFacts facts(*PhoneNumber::fromStored(u"+13132230199"_s), now);
    for (int i = 0; i < 9; ++i)
        facts.add(answered(now - 48h, 25, 10));
    QVERIFY(findTraps(facts, rules()).empty());
}

void TestTrapFinder::oldCallsDoNotCount()
{
    LineFacts facts(ours(), now);
    for (int i = 0; i < 9; ++i)
        facts.add(answered(now - LineFacts::histogramSpan - 1ms, 25, 10));
    QVERIFY(facts.answered().empty());
    for (int i = 0; i < 9; ++i)
        facts.add(answered(now - LineFacts::histogramSpan, 25, 10));
    QCOMPARE(facts.answered().at({25, 10}), 9);
}

void TestTrapFinder::spellings()
{
    for (int i = 0; i <= static_cast<int>(TrapKind::FlowFails); ++i)
        QVERIFY(trapKindFromString(toString(static_cast<TrapKind>(i))) == static_cast<TrapKind>(i));
    for (int i = 0; i <= static_cast<int>(TrapAdvice::RepairFlow); ++i)
        QVERIFY(trapAdviceFromString(toString(static_cast<TrapAdvice>(i))) == static_cast<TrapAdvice>(i));
}

QTEST_GUILESS_MAIN(TestTrapFinder)
#include "tst_trapfinder.moc"
