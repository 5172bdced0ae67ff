// SPDX-License-Identifier: MIT
#include "domain/missedcalldetector.h"
#include "simulator/cast.h"
#include "simulator/simulatedcalls.h"
#include "support/virtualtime.h"

#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SeededRandom;
using test::VirtualTime;

namespace {

const QString caller = u"+13135550142"_s;
const QString ours = u"+13132230100"_s;

/// A line on which nothing happens by itself.
struct Fixture {
    explicit Fixture(const SimulatorOptions &wanted = {})
        : options(wanted)
    {
    }
    SimulatorOptions options;
    VirtualTime time;
    SeededRandom random{7};
    SimulatedCalls calls{time, time, random, options};

    QString begin(Scenario scenario, const ScenarioVariant &variant = {}) { return calls.begin({scenario, caller, ours, variant}); }
    const SimulatedCallRow &row(const QString &sid) { return *calls.rows().find(sid); }
    std::vector<SimulatedCallRow> others(const QString &root)
    {
        std::vector<SimulatedCallRow> rows;
        for (quint64 i = calls.rows().begin(); i < calls.rows().end(); ++i) {
            if (calls.rows().at(i).sid != root)
                rows.push_back(calls.rows().at(i));
        }
        return rows;
    }
};

QString statuses(const std::vector<SimulatedCallRow> &rows)
{
    QStringList texts;
    for (const SimulatedCallRow &row : rows)
        texts += textback::toString(row.status);
    return texts.join(u' ');
}

CallLeg legOf(const SimulatedCallRow &row)
{
    CallLeg leg;
    leg.providerCallId = row.sid;
    leg.parentCallId = row.parentSid;
    leg.direction = row.direction == "inbound"_L1             ? CallDirection::Inbound
                    : row.direction.startsWith("trunking"_L1) ? CallDirection::InboundTrunk
                                                              : CallDirection::Outbound;
    leg.from = row.from;
    leg.to = row.to;
    leg.status = row.status;
    leg.created = row.created;
    leg.started = row.started;
    leg.ended = row.ended;
    leg.updated = row.updated;
    leg.forwardedFrom = row.forwardedFrom;
    if (row.duration && row.duration->toInt() > 0)
        leg.duration = std::chrono::seconds(row.duration->toInt());
    return leg;
}

} // namespace

class TestSimulatedCalls : public QObject {
    Q_OBJECT

private slots:
    void endsAsTheTableSays_data();
    void endsAsTheTableSays();
    void isJudgedAsTheTableSays_data();
    void isJudgedAsTheTableSays();
    void rowsChangeWhileACallRuns();
    void showsUnansweredLegsInEveryVariant_data();
    void showsUnansweredLegsInEveryVariant();
    void keepsRowsHidden();
    void keepsTrunkCallsHiddenUntilTheyEnded();
    void fastCallsAreDatedBack();
    void takesWhatTheVariantSays();
    void recordsVoicemail();
    void notesABrokenSetUp();
    void saysWhoIsBusy();
    void dropsTheOldestRows();
    void isTheSameForTheSameSeed();
};

void TestSimulatedCalls::endsAsTheTableSays_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<std::optional<LegStatus>>("outcome");
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("children");

    using enum LegStatus;
    const std::optional<LegStatus> usual;
    // The table of providers.md 3.2.
    QTest::newRow("A1") << Scenario::A1 << usual << u"completed"_s << u"no-answer"_s;
    QTest::newRow("A1 busy") << Scenario::A1 << std::optional(Busy) << u"completed"_s << u"busy"_s;
    QTest::newRow("A1 failed") << Scenario::A1 << std::optional(Failed) << u"completed"_s << u"failed"_s;
    QTest::newRow("A2") << Scenario::A2 << usual << u"completed"_s << u"completed"_s;
    QTest::newRow("A3") << Scenario::A3 << usual << u"completed"_s << u"completed"_s;
    QTest::newRow("A4") << Scenario::A4 << usual << u"completed"_s << u"canceled"_s;
    QTest::newRow("A4 no-answer") << Scenario::A4 << std::optional(NoAnswer) << u"completed"_s << u"no-answer"_s;
    QTest::newRow("A5") << Scenario::A5 << usual << u"completed"_s << u"no-answer"_s;
    QTest::newRow("B1") << Scenario::B1 << usual << u"no-answer"_s << u"no-answer"_s;
    QTest::newRow("B1 busy") << Scenario::B1 << std::optional(Busy) << u"busy"_s << u"busy"_s;
    QTest::newRow("B1 failed") << Scenario::B1 << std::optional(Failed) << u"failed"_s << u"failed"_s;
    QTest::newRow("B2") << Scenario::B2 << usual << u"canceled"_s << u"canceled"_s;
    QTest::newRow("B2 no-answer") << Scenario::B2 << std::optional(NoAnswer) << u"no-answer"_s << u"canceled"_s;
    QTest::newRow("C") << Scenario::C << usual << u"completed"_s << u"canceled completed no-answer"_s;
    QTest::newRow("D") << Scenario::D << usual << u"completed"_s << u"no-answer no-answer completed"_s;
    QTest::newRow("E") << Scenario::E << usual << u"completed"_s << u"no-answer"_s;
    QTest::newRow("F") << Scenario::F << usual << u"completed"_s << QString();
    QTest::newRow("G") << Scenario::G << usual << u"completed"_s << u"completed"_s;
    QTest::newRow("H") << Scenario::H << usual << u"completed"_s << QString();
    QTest::newRow("I") << Scenario::I << usual << u"no-answer"_s << QString();
    QTest::newRow("I busy") << Scenario::I << std::optional(Busy) << u"busy"_s << QString();
    QTest::newRow("J") << Scenario::J << usual << u"no-answer"_s << QString();
    QTest::newRow("J answered") << Scenario::J << std::optional(Completed) << u"completed"_s << QString();
    QTest::newRow("K") << Scenario::K << usual << u"completed"_s << u"no-answer"_s;
    QTest::newRow("K offline") << Scenario::K << std::optional(Failed) << u"completed"_s << u"failed"_s;
    QTest::newRow("L") << Scenario::L << usual << u"completed"_s << QString();
    QTest::newRow("L failed") << Scenario::L << std::optional(Failed) << u"failed"_s << QString();
}

void TestSimulatedCalls::endsAsTheTableSays()
{
    QFETCH(Scenario, scenario);
    QFETCH(std::optional<LegStatus>, outcome);
    QFETCH(QString, root);
    QFETCH(QString, children);

    for (quint32 round = 0; round < 20; ++round) {
        Fixture line;
        line.random = SeededRandom(round);
        QSignalSpy began(&line.calls, &SimulatedCalls::callBegan);
        QSignalSpy ended(&line.calls, &SimulatedCalls::callEnded);
        ScenarioVariant variant;
        variant.outcome = outcome;
        const QString sid = line.begin(scenario, variant);
        line.time.advance(10min);

        QCOMPARE(began.count(), 1);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(line.calls.running(), size_t(0));
        const SimulatedCallRow &parent = line.row(sid);
        QCOMPARE(textback::toString(parent.status), root);
        QCOMPARE(statuses(line.others(sid)), children);
        QCOMPARE(parent.from, caller);
        QCOMPARE(parent.to, ours);
        QVERIFY(parent.parentSid.isEmpty());
        QVERIFY(!parent.phoneNumberSid.isEmpty());
        QCOMPARE(parent.direction, scenario == Scenario::J ? u"trunking-originating"_s : u"inbound"_s);
        QCOMPARE(!parent.trunkSid.isEmpty(), scenario == Scenario::J);
        QCOMPARE(!parent.forwardedFrom.isEmpty(), scenario == Scenario::H);
        for (const SimulatedCallRow &leg : line.others(sid)) {
            QCOMPARE(leg.parentSid, scenario == Scenario::G ? QString() : sid);
            QCOMPARE(leg.direction, scenario == Scenario::G ? u"outbound-api"_s : u"outbound-dial"_s);
            QVERIFY(leg.started && leg.ended && *leg.ended >= *leg.started);
            QVERIFY(*leg.ended <= *parent.ended);
            QVERIFY(leg.phoneNumberSid.isEmpty());
        }
    }
}

void TestSimulatedCalls::isJudgedAsTheTableSays_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("A1") << Scenario::A1 << u"missed"_s;
    QTest::newRow("A2") << Scenario::A2 << u"not"_s;
    QTest::newRow("A3") << Scenario::A3 << u"not"_s;
    QTest::newRow("A4") << Scenario::A4 << u"missed"_s;
    QTest::newRow("A5") << Scenario::A5 << u"missed"_s;
    QTest::newRow("B1") << Scenario::B1 << u"missed"_s;
    QTest::newRow("B2") << Scenario::B2 << u"missed"_s;
    QTest::newRow("C") << Scenario::C << u"not"_s;
    QTest::newRow("D") << Scenario::D << u"not"_s;
    QTest::newRow("E") << Scenario::E << u"missed"_s;
    QTest::newRow("F") << Scenario::F << u"not"_s;
    QTest::newRow("I") << Scenario::I << u"not"_s;
    QTest::newRow("J") << Scenario::J << u"missed"_s;
    QTest::newRow("K") << Scenario::K << u"missed"_s;
    QTest::newRow("L") << Scenario::L << u"missed"_s;
}

void TestSimulatedCalls::isJudgedAsTheTableSays()
{
    QFETCH(Scenario, scenario);
    QFETCH(QString, verdict);

    for (const UnansweredEndTime endTime : {UnansweredEndTime::Set, UnansweredEndTime::Null}) {
        SimulatorOptions options;
        options.unansweredEndTime = endTime;
        Fixture line(options);
        const QString sid = line.begin(scenario);
        line.time.advance(10min);

        CallRecord record;
        record.root = legOf(line.row(sid));
        for (const SimulatedCallRow &leg : line.others(sid)) {
            if (leg.parentSid == sid)
                record.legs.push_back(legOf(leg));
        }
        record.details = CallDetails();
        record.details->recordings = static_cast<int>(line.calls.recordingsOf(sid).size());
        record.details->flowFailed = !line.calls.notificationsOf(sid).empty();
        Line ourLine;
        ourLine.number = *PhoneNumber::fromStored(ours);
        RingStatistics learned{5, 20s};
        const CallVerdict judged = detectMissedCall(record, ourLine, learned, {}, line.time.utcNow());
        QVERIFY(!judged.open);
        QVERIFY(!judged.needsDetails);
        QCOMPARE(judged.missed ? u"missed"_s : u"not"_s, verdict);
    }
}

void TestSimulatedCalls::rowsChangeWhileACallRuns()
{
    Fixture line;
    ScenarioVariant variant;
    variant.ring = 10s;
    variant.talk = 30s;
    const QString sid = line.begin(Scenario::A2, variant);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(LegStatus::Ringing));
    QVERIFY(!line.row(sid).duration && !line.row(sid).ended);
    const UtcTime first = line.row(sid).updated;

    line.time.advance(5s);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(LegStatus::InProgress));
    QVERIFY(line.row(sid).updated > first);
    QCOMPARE(statuses(line.others(sid)), u"ringing"_s);

    line.time.advance(10s);
    QCOMPARE(statuses(line.others(sid)), u"in-progress"_s);
    QVERIFY(line.calls.isBusy(caller));

    line.time.advance(40s);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(LegStatus::Completed));
    QCOMPARE(*line.row(sid).duration, u"41"_s); // all of it: the provider had answered at once
    QCOMPARE(*line.others(sid).front().duration, u"30"_s);
    QCOMPARE(*line.others(sid).front().ended - *line.others(sid).front().started, 40s);
    QVERIFY(line.row(sid).price.has_value());
    QVERIFY(line.row(sid).updated > *line.row(sid).ended); // accounting touched it once more
    QVERIFY(!line.calls.isBusy(caller));
}

void TestSimulatedCalls::showsUnansweredLegsInEveryVariant_data()
{
    QTest::addColumn<UnansweredDuration>("style");
    QTest::addColumn<UnansweredEndTime>("endTime");
    QTest::addColumn<std::optional<QString>>("duration");
    QTest::newRow("zero, set") << UnansweredDuration::Zero << UnansweredEndTime::Set << std::optional(u"0"_s);
    QTest::newRow("null, null") << UnansweredDuration::Null << UnansweredEndTime::Null << std::optional<QString>();
    QTest::newRow("empty, set") << UnansweredDuration::Empty << UnansweredEndTime::Set << std::optional(QString(u""_s));
}

void TestSimulatedCalls::showsUnansweredLegsInEveryVariant()
{
    QFETCH(UnansweredDuration, style);
    QFETCH(UnansweredEndTime, endTime);
    QFETCH(std::optional<QString>, duration);

    SimulatorOptions options;
    options.unansweredDuration = style;
    options.unansweredEndTime = endTime;
    Fixture line(options);
    const QString sid = line.begin(Scenario::A1);
    line.time.advance(5min);
    const SimulatedCallRow child = line.others(sid).front();
    QCOMPARE(child.duration, duration);
    QCOMPARE(child.ended.has_value(), endTime == UnansweredEndTime::Set);
    QCOMPARE(std::chrono::round<std::chrono::seconds>(child.updated - *child.started), 20s); // what stands in for the end
    QVERIFY(line.row(sid).ended && line.row(sid).duration);                                  // a completed call always has both
}

void TestSimulatedCalls::keepsRowsHidden()
{
    SimulatorOptions options;
    options.visibilityDelay = 30s;
    Fixture line(options);
    const QString sid = line.begin(Scenario::A2);
    line.time.advance(29s);
    QVERIFY(!line.calls.isListed(line.row(sid)));
    line.time.advance(1s);
    QVERIFY(line.calls.isListed(line.row(sid)));
}

void TestSimulatedCalls::keepsTrunkCallsHiddenUntilTheyEnded()
{
    Fixture line;
    const QString sid = line.begin(Scenario::J);
    line.time.advance(10s);
    QVERIFY(!line.calls.isListed(line.row(sid)));
    line.time.advance(20s);
    QVERIFY(line.calls.isListed(line.row(sid)));
}

void TestSimulatedCalls::fastCallsAreDatedBack()
{
    SimulatorOptions options;
    options.timeScale = 10;
    Fixture line(options);
    const UtcTime start = line.time.utcNow();
    ScenarioVariant variant;
    variant.ring = 14s;
    const QString sid = line.begin(Scenario::A4, variant);
    QVERIFY(line.row(sid).created < start);
    line.time.advance(1500ms);
    const SimulatedCallRow &row = line.row(sid);
    QCOMPARE(textback::toString(row.status), textback::toString(LegStatus::Completed));
    QVERIFY(*row.ended <= line.time.utcNow());
    QVERIFY(line.time.utcNow() - *row.ended < 100ms); // the end is the real one
    QCOMPARE(*row.ended - *row.started, 14900ms);     // and the length that of the script
    QCOMPARE(*line.others(sid).front().ended - *line.others(sid).front().started, 14s);
}

void TestSimulatedCalls::takesWhatTheVariantSays()
{
    Fixture line;
    ScenarioVariant variant;
    variant.ring = 4s;
    const QString sid = line.begin(Scenario::A4, variant);
    line.time.advance(1min);
    const SimulatedCallRow child = line.others(sid).front();
    QCOMPARE(*child.ended - *child.started, 4s);
}

void TestSimulatedCalls::recordsVoicemail()
{
    Fixture line;
    ScenarioVariant variant;
    variant.voicemail = true;
    const QString sid = line.begin(Scenario::A1, variant);
    line.time.advance(27s);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(LegStatus::InProgress)); // still speaking, with a dead child
    QCOMPARE(statuses(line.others(sid)), u"no-answer"_s);
    line.time.advance(2min);
    const std::vector<SimulatedRecording> recordings = line.calls.recordingsOf(sid);
    QCOMPARE(recordings.size(), size_t(1));
    QVERIFY(recordings.front().completed);
    QVERIFY(recordings.front().length >= 5s);

    variant.voicemail = false;
    const QString silent = line.begin(Scenario::A1, variant);
    line.time.advance(2min);
    QVERIFY(line.calls.recordingsOf(silent).empty());
}

void TestSimulatedCalls::notesABrokenSetUp()
{
    Fixture line;
    const QString sid = line.begin(Scenario::L);
    line.time.advance(1min);
    const std::vector<SimulatedNotification> notes = line.calls.notificationsOf(sid);
    QCOMPARE(notes.size(), size_t(1));
    QCOMPARE(notes.front().code, u"11200"_s);
}

void TestSimulatedCalls::saysWhoIsBusy()
{
    Fixture line;
    line.begin(Scenario::A4);
    QVERIFY(line.calls.isBusy(caller));
    QVERIFY(!line.calls.isBusy(u"+13135550117"_s));
}

void TestSimulatedCalls::dropsTheOldestRows()
{
    RowList<SimulatedRecording> rows(3);
    for (const QString &sid : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        rows.add({sid, {}, {}, {}, false, Millis(0)});
    QCOMPARE(rows.size(), size_t(3));
    QVERIFY(!rows.find(u"a"_s));
    QCOMPARE(rows.find(u"d"_s)->sid, u"d"_s);
    QCOMPARE(*rows.sequenceOf(u"d"_s), quint64(3)); // numbers do not shift
    QCOMPARE(rows.at(1).sid, u"b"_s);
}

void TestSimulatedCalls::isTheSameForTheSameSeed()
{
    Fixture one;
    Fixture two;
    QCOMPARE(one.begin(Scenario::A1), two.begin(Scenario::A1));
    one.time.advance(5min);
    two.time.advance(5min);
    QCOMPARE(one.calls.rows().size(), two.calls.rows().size());
    QCOMPARE(*one.calls.rows().at(0).ended, *two.calls.rows().at(0).ended);
}

QTEST_GUILESS_MAIN(TestSimulatedCalls)
#include "tst_simulatedcalls.moc"
