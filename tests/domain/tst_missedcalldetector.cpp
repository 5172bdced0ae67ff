// SPDX-License-Identifier: MIT
#include "domain/callbuilder.h"
#include "domain/missedcalldetector.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(textback::CallRecord)
Q_DECLARE_METATYPE(textback::Line)
Q_DECLARE_METATYPE(textback::DetectorOptions)

namespace {

qint64 seconds(Millis span)
{
    return std::chrono::duration_cast<std::chrono::seconds>(span).count();
}

/// A verdict in one line, so that a failed comparison reads well.
QString inWords(const CallVerdict &verdict)
{
    if (verdict.open)
        return verdict ==
                       [] {
                           CallVerdict v;
                           v.open = true;
                           return v;
                       }()
                   ? u"open"_s
                   : u"open, but more is set"_s;
    if (verdict.needsDetails)
        return verdict ==
                       [] {
                           CallVerdict v;
                           v.needsDetails = true;
                           return v;
                       }()
                   ? u"details"_s
                   : u"details, but more is set"_s;
    QString words = verdict.missed ? u"missed "_s + toString(verdict.disposition)
                                   : (verdict.notMissedBecause ? toString(*verdict.notMissedBecause) : u"-"_s) + u" ("_s +
                                         toString(verdict.disposition) + u')';
    if (verdict.missed && verdict.notMissedBecause)
        words += u" with a reason"_s;
    words += u" rang %1"_s.arg(seconds(verdict.rang));
    if (verdict.talked.count() > 0)
        words += u" talked %1"_s.arg(seconds(verdict.talked));
    if (verdict.flowFailed)
        words += u" flow failed"_s;
    return words + u" ended %1"_s.arg(seconds(verdict.endedAt - CallBuilder::begin()));
}

Line plainLine(int minRings = 2)
{
    Line line;
    line.number = *PhoneNumber::fromStored(u"+13132230100"_s);
    line.minRings = minRings;
    return line;
}

Line overflowLine()
{
    Line line = plainLine();
    line.overflow = true;
    return line;
}

/// The four ways in which providers write a leg that nobody answered: duration 0 or none, end set or only the last change of the row.
CallLeg variant(CallLeg leg, bool zeroDuration, bool withoutEnd)
{
    if (!leg.isFinal() || leg.status == LegStatus::Completed)
        return leg;
    leg.duration = zeroDuration ? std::optional<Millis>(0ms) : std::nullopt;
    if (withoutEnd)
        leg.ended.reset();
    return leg;
}

} // namespace

class TestMissedCallDetector : public QObject {
    Q_OBJECT

private:
    static void row(const char *name, const CallRecord &call, const QString &verdict, int learnedTimeout = 20,
                    const Line &line = plainLine(), const DetectorOptions &options = {})
    {
        QTest::newRow(name) << call << verdict << learnedTimeout << line << options;
    }

private slots:
    void verdicts_data()
    {
        QTest::addColumn<CallRecord>("call");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("learned"); // seconds of the learned Dial time-out, 0: not yet known
        QTest::addColumn<Line>("line");
        QTest::addColumn<DetectorOptions>("options");
        using B = CallBuilder;
        const QString completed = u"completed"_s;
        const QString noAnswer = u"no-answer"_s;
        const QString busy = u"busy"_s;
        const QString failed = u"failed"_s;
        const QString canceled = u"canceled"_s;
        DetectorOptions minTalk;
        minTalk.shortestTalk = 8s;
        DetectorOptions robotsMissed;
        robotsMissed.robotCallsAreMissed = true;

        // A: Dial, then a voicemail of the set-up's own
        row("A1 nobody answers, before details", B().root(completed, 55).phone(noAnswer, 1, 21), u"details"_s);
        row("A1 nobody answers, voicemail left", B().root(completed, 55).phone(noAnswer, 1, 21).details(1),
            u"missed voicemail rang 20 ended 55"_s);
        row("A1 nobody answers, no voicemail", B().root(completed, 28).phone(noAnswer, 1, 21).details(0),
            u"missed no-answer rang 20 ended 28"_s);
        row("A1 nobody answers, time-out not learned yet", B().root(completed, 28).phone(noAnswer, 1, 21).details(0),
            u"missed no-answer rang 20 ended 28"_s, 0);
        row("A1 busy, no voicemail", B().root(completed, 12).phone(busy, 1, 3).details(0), u"missed busy rang 2 ended 12"_s);
        row("A1 busy, voicemail left", B().root(completed, 40).phone(busy, 1, 3).details(1), u"missed voicemail rang 2 ended 40"_s);
        row("A1 phone cannot be reached", B().root(completed, 12).phone(failed, 1, 1).details(0),
            u"missed failed rang 0 flow failed ended 12"_s);
        row("A1 declined by hand, caller hears the greeting", B().root(completed, 14).phone(noAnswer, 1, 6).details(0),
            u"missed declined rang 5 ended 14"_s);
        row("A1 declined, but the time-out is not known", B().root(completed, 14).phone(noAnswer, 1, 6).details(0),
            u"missed no-answer rang 5 ended 14"_s, 0);
        row("A1 voicemail step failed", B().root(completed, 28).phone(noAnswer, 1, 21).details(0, true),
            u"missed no-answer rang 20 flow failed ended 28"_s);
        row("A2 owner answers", B().root(completed, 130).phone(completed, 1, 130, 120),
            u"answered (answered) rang 0 talked 120 ended 130"_s);
        row("A2 owner answers, talk time not given", B().root(completed, 130).phone(completed, 1, 130),
            u"answered (answered) rang 0 ended 130"_s);
        row("A2 a short talk is a talk", B().root(completed, 12).phone(completed, 1, 12, 3),
            u"answered (answered) rang 0 talked 3 ended 12"_s);
        row("A3 carrier voicemail, taken for an answer", B().root(completed, 45).phone(completed, 1, 45, 20),
            u"answered (answered) rang 0 talked 20 ended 45"_s);
        row("A3 carrier voicemail, shorter than the shortest talk", B().root(completed, 30).phone(completed, 1, 30, 7),
            u"missed voicemail rang 0 talked 7 ended 30"_s, 20, plainLine(), minTalk);
        row("A3 as long as the shortest talk", B().root(completed, 31).phone(completed, 1, 31, 8),
            u"answered (answered) rang 0 talked 8 ended 31"_s, 20, plainLine(), minTalk);
        row("A3 talk time not given, with a shortest talk", B().root(completed, 31).phone(completed, 1, 31),
            u"answered (answered) rang 0 ended 31"_s, 20, plainLine(), minTalk);
        Line cell = plainLine();
        cell.voicemailAfter = 24;
        row("A3 carrier voicemail, confirmed", B().root(completed, 45).phone(completed, 1, 45, 20),
            u"missed voicemail rang 0 talked 20 ended 45"_s, 20, cell);
        row("A3 picked up three seconds off", B().root(completed, 48).phone(completed, 1, 48, 20),
            u"missed voicemail rang 0 talked 20 ended 48"_s, 20, cell);
        row("A3 picked up earlier than the voicemail", B().root(completed, 41).phone(completed, 1, 41, 20),
            u"answered (answered) rang 0 talked 20 ended 41"_s, 20, cell);
        row("A3 picked up later than the voicemail", B().root(completed, 49).phone(completed, 1, 49, 20),
            u"answered (answered) rang 0 talked 20 ended 49"_s, 20, cell);
        row("A3 too long for a voicemail", B().root(completed, 86).phone(completed, 1, 86, 61),
            u"answered (answered) rang 0 talked 61 ended 86"_s, 20, cell);
        row("A3 machine detected", B().root(completed, 45).phone(completed, 1, 45, 20).byMachine(),
            u"missed voicemail rang 0 talked 20 ended 45"_s);
        row("A4 caller gives up after three rings, canceled", B().root(completed, 19).phone(canceled, 1, 19),
            u"missed abandoned rang 18 ended 19"_s);
        row("A4 caller gives up after two rings, canceled", B().root(completed, 13).phone(canceled, 1, 13),
            u"missed abandoned rang 12 ended 13"_s);
        row("A4 caller gives up before the second ring ends, canceled", B().root(completed, 12).phone(canceled, 1, 12),
            u"hung-up-early (abandoned) rang 11 ended 12"_s);
        row("A4 caller gives up at once, canceled", B().root(completed, 2).phone(canceled, 1, 2),
            u"hung-up-early (abandoned) rang 1 ended 2"_s);
        row("A4 caller gives up, reported as no-answer", B().root(completed, 14).phone(noAnswer, 1, 14),
            u"missed abandoned rang 13 ended 14"_s);
        row("A4 caller gives up early, reported as no-answer, before details", B().root(completed, 6).phone(noAnswer, 1, 5), u"details"_s);
        row("A4 caller gives up early, reported as no-answer", B().root(completed, 6).phone(noAnswer, 1, 5).details(0),
            u"hung-up-early (abandoned) rang 4 ended 6"_s);
        row("A4 no-answer and a recording: the caller stayed", B().root(completed, 7).phone(noAnswer, 1, 5).details(1),
            u"missed voicemail rang 4 ended 7"_s);
        row("A4 canceled, but the call went on, before details", B().root(completed, 30).phone(canceled, 1, 5), u"details"_s);
        row("A4 canceled, but a voicemail was left", B().root(completed, 30).phone(canceled, 1, 5).details(1),
            u"missed voicemail rang 4 ended 30"_s);
        row("A4 with one ring asked for", B().root(completed, 8).phone(canceled, 1, 8), u"missed abandoned rang 7 ended 8"_s, 20,
            plainLine(1));
        row("A4 with five rings asked for, below the time-out", B().root(completed, 17).phone(canceled, 1, 17),
            u"hung-up-early (abandoned) rang 16 ended 17"_s, 20, plainLine(5));
        row("A4 with five rings asked for, at the time-out", B().root(completed, 18).phone(canceled, 1, 18),
            u"missed abandoned rang 17 ended 18"_s, 20, plainLine(5));
        row("A4 with five rings asked for, time-out not learned", B().root(completed, 16).phone(canceled, 1, 16),
            u"missed abandoned rang 15 ended 16"_s, 0, plainLine(5));
        row("A5 nothing after the Dial, rings out", B().root(completed, 22).phone(noAnswer, 1, 21), u"missed no-answer rang 20 ended 22"_s);
        row("A5 rings out at once with the root", B().root(completed, 21).phone(noAnswer, 1, 21), u"missed no-answer rang 20 ended 21"_s);
        row("A5 rings out within the slack", B().root(completed, 19).phone(noAnswer, 1, 18), u"missed no-answer rang 17 ended 19"_s);
        row("A5 short time-out, learned", B().root(completed, 12).phone(noAnswer, 1, 11), u"missed no-answer rang 10 ended 12"_s, 10);
        row("A5 short time-out, not learned, is taken for a hang-up", B().root(completed, 12).phone(noAnswer, 1, 11).details(0),
            u"hung-up-early (abandoned) rang 10 ended 12"_s, 0);
        row("A5 a time-out is missed whatever the rings asked for", B().root(completed, 22).phone(noAnswer, 1, 21),
            u"missed no-answer rang 20 ended 22"_s, 20, plainLine(10));
        row("A5 busy", B().root(completed, 3).phone(busy, 1, 2), u"missed busy rang 1 ended 3"_s);
        row("A5 unreachable", B().root(completed, 2).phone(failed, 1, 1), u"missed failed rang 0 flow failed ended 2"_s);

        // B: answerOnBridge, so the caller's leg is never answered
        row("B1 rings out", B().root(noAnswer, 21).phone(noAnswer, 1, 21), u"missed no-answer rang 20 ended 21"_s);
        row("B1 rings out, time-out not learned", B().root(noAnswer, 21).phone(noAnswer, 1, 21), u"missed no-answer rang 20 ended 21"_s, 0);
        row("B1 busy", B().root(busy, 3).phone(busy, 1, 3), u"missed busy rang 2 ended 3"_s);
        row("B1 phone fails", B().root(failed, 2).phone(failed, 1, 2), u"missed failed rang 1 flow failed ended 2"_s);
        row("B1 no-answer under a busy root", B().root(busy, 21).phone(noAnswer, 1, 21), u"missed no-answer rang 20 ended 21"_s);
        row("B2 caller gives up", B().root(canceled, 15).phone(canceled, 1, 15), u"missed abandoned rang 14 ended 15"_s);
        row("B2 caller gives up early", B().root(canceled, 5).phone(canceled, 1, 5), u"hung-up-early (abandoned) rang 4 ended 5"_s);
        row("B2 root says no-answer", B().root(noAnswer, 15).phone(canceled, 1, 15), u"missed abandoned rang 14 ended 15"_s);
        row("B2 root says no-answer, early", B().root(noAnswer, 9).phone(canceled, 1, 9), u"hung-up-early (abandoned) rang 8 ended 9"_s);
        row("B2 both say no-answer, early", B().root(noAnswer, 9).phone(noAnswer, 1, 9), u"hung-up-early (abandoned) rang 8 ended 9"_s);
        row("B2 both say no-answer, the root's row ends later", B().root(noAnswer, 14).phone(noAnswer, 1, 9),
            u"hung-up-early (abandoned) rang 8 ended 14"_s);
        row("B answered", B().root(completed, 60).phone(completed, 1, 60, 50), u"answered (answered) rang 0 talked 50 ended 60"_s);

        // C: several phones at once
        row("C one of three answers", B().root(completed, 60).phone(canceled, 1, 9).phone(completed, 1, 60, 52).phone(noAnswer, 1, 9),
            u"answered (answered) rang 8 talked 52 ended 60"_s);
        row("C the last row answers", B().root(completed, 60).phone(canceled, 1, 9).phone(canceled, 1, 9).phone(completed, 1, 60, 52),
            u"answered (answered) rang 8 talked 52 ended 60"_s);
        row("C nobody answers", B().root(completed, 22).phone(noAnswer, 1, 21).phone(noAnswer, 1, 21).phone(noAnswer, 1, 21),
            u"missed no-answer rang 20 ended 22"_s);
        row("C one is busy, one rings out", B().root(completed, 22).phone(busy, 1, 2).phone(noAnswer, 1, 21),
            u"missed no-answer rang 20 ended 22"_s);
        row("C one is busy, one cannot be reached", B().root(completed, 3).phone(busy, 1, 2).phone(failed, 1, 1),
            u"missed busy rang 1 ended 3"_s);
        row("C none can be reached", B().root(completed, 3).phone(failed, 1, 1).phone(failed, 1, 2),
            u"missed failed rang 1 flow failed ended 3"_s);
        row("C caller gives up early", B().root(completed, 6).phone(canceled, 1, 6).phone(canceled, 1, 6),
            u"hung-up-early (abandoned) rang 5 ended 6"_s);
        row("C caller gives up late", B().root(completed, 16).phone(canceled, 1, 16).phone(canceled, 1, 16),
            u"missed abandoned rang 15 ended 16"_s);
        row("C a machine and a person", B().root(completed, 60).phone(completed, 1, 60, 50).phone(completed, 1, 9, 2).byMachine(),
            u"answered (answered) rang 0 talked 50 ended 60"_s);
        row("C a machine and nobody", B().root(completed, 60).phone(noAnswer, 1, 21).phone(completed, 1, 60, 40).byMachine(),
            u"missed voicemail rang 20 talked 40 ended 60"_s);

        // D: one phone after the other
        row("D the last answers", B().root(completed, 90).phone(noAnswer, 1, 11).phone(noAnswer, 11, 21).phone(completed, 21, 90, 60),
            u"answered (answered) rang 20 talked 60 ended 90"_s);
        row("D nobody answers", B().root(completed, 42).phone(noAnswer, 1, 21).phone(noAnswer, 21, 41),
            u"missed no-answer rang 40 ended 42"_s);
        row("D caller gives up at the second phone", B().root(completed, 26).phone(noAnswer, 1, 21).phone(canceled, 21, 26),
            u"missed abandoned rang 25 ended 26"_s);
        row("D caller gives up at the second phone, reported as no-answer",
            B().root(completed, 26).phone(noAnswer, 1, 21).phone(noAnswer, 21, 26), u"missed abandoned rang 25 ended 26"_s);
        row("D rows in any order", B().root(completed, 26).phone(canceled, 21, 26).phone(noAnswer, 1, 21),
            u"missed abandoned rang 25 ended 26"_s);
        row("D between two phones", B().root(u"in-progress"_s, 21).phone(noAnswer, 1, 21), u"open"_s);

        // E: a Studio flow is A or C
        row("E connect, record voicemail", B().root(completed, 70).phone(noAnswer, 8, 28).details(1),
            u"missed voicemail rang 20 ended 70"_s);
        row("E connect is answered after a menu", B().root(completed, 90).phone(completed, 15, 90, 60),
            u"answered (answered) rang 0 talked 60 ended 90"_s);

        // F: menu, robot, message after hours
        row("F robot, before details", B().root(completed, 40), u"details"_s);
        row("F robot", B().root(completed, 40).details(0), u"robot-or-menu (answered) rang 0 talked 40 ended 40"_s);
        row("F robot, voicemail left", B().root(completed, 40).details(1), u"missed voicemail rang 0 ended 40"_s);
        row("F robot, robots count as missed", B().root(completed, 40).details(0), u"missed no-answer rang 0 ended 40"_s, 20, plainLine(),
            robotsMissed);
        row("F robot, robots count as missed, before details", B().root(completed, 40), u"details"_s, 20, plainLine(), robotsMissed);
        row("F menu, caller is in it", B().root(u"in-progress"_s, 0), u"open"_s);

        // G: the agent's call is no child of the caller's
        row("G queue or conference", B().root(completed, 300).details(0), u"robot-or-menu (answered) rang 0 talked 300 ended 300"_s);

        // H: the carrier forwarded here because nobody answered
        row("H say and hang up, before details", B().root(completed, 9), u"details"_s, 20, overflowLine());
        row("H say and hang up", B().root(completed, 9).details(0), u"missed no-answer rang 0 ended 9"_s, 20, overflowLine());
        row("H ends at once: no voicemail to ask for", B().root(completed, 1), u"missed no-answer rang 0 ended 1"_s, 20, overflowLine());
        row("H voicemail left", B().root(completed, 40).details(1), u"missed voicemail rang 0 ended 40"_s, 20, overflowLine());
        row("H rejected as busy", B().root(busy, 0), u"missed busy rang 0 ended 0"_s, 20, overflowLine());
        row("H rejected", B().root(noAnswer, 0), u"missed no-answer rang 0 ended 0"_s, 20, overflowLine());
        row("H caller hangs up at once", B().root(canceled, 2), u"missed abandoned rang 2 ended 2"_s, 20, overflowLine());
        row("H set-up fails", B().root(failed, 0), u"missed failed rang 0 flow failed ended 0"_s, 20, overflowLine());
        row("H set-up fails, but completes", B().root(completed, 5).details(0, true), u"missed no-answer rang 0 flow failed ended 5"_s, 20,
            overflowLine());
        row("H still running", B().root(u"in-progress"_s, 0), u"open"_s, 20, overflowLine());

        // I: rejected calls
        row("I rejected as busy", B().root(busy, 0), u"screened (blocked) rang 0 ended 0"_s);
        row("I rejected", B().root(noAnswer, 0), u"screened (blocked) rang 0 ended 0"_s);
        row("I rejected, clocks a second apart", B().root(noAnswer, 1), u"screened (blocked) rang 1 ended 1"_s);
        row("no phones, caller gives up early", B().root(canceled, 8), u"hung-up-early (abandoned) rang 8 ended 8"_s);
        row("no phones, caller gives up late", B().root(canceled, 12), u"missed abandoned rang 12 ended 12"_s);
        row("no phones, no answer, short", B().root(noAnswer, 11), u"hung-up-early (abandoned) rang 11 ended 11"_s);
        row("no phones, no answer, long", B().root(noAnswer, 30), u"missed no-answer rang 30 ended 30"_s);
        row("no phones, three rings asked for", B().root(noAnswer, 17), u"hung-up-early (abandoned) rang 17 ended 17"_s, 20, plainLine(3));

        // J: trunk to a PBX
        const auto trunk = CallDirection::InboundTrunk;
        row("J answered", B().root(completed, 60, trunk), u"answered (answered) rang 0 talked 60 ended 60"_s);
        row("J PBX voicemail, shorter than the shortest talk", B().root(completed, 7, trunk), u"missed voicemail rang 0 talked 7 ended 7"_s,
            20, plainLine(), minTalk);
        row("J no answer", B().root(noAnswer, 25, trunk), u"missed no-answer rang 25 ended 25"_s);
        row("J no answer at once", B().root(noAnswer, 0, trunk), u"missed no-answer rang 0 ended 0"_s);
        row("J busy", B().root(busy, 2, trunk), u"missed busy rang 2 ended 2"_s);
        row("J PBX cannot be reached", B().root(failed, 1, trunk), u"missed failed rang 1 flow failed ended 1"_s);
        row("J caller gives up", B().root(canceled, 14, trunk), u"missed abandoned rang 14 ended 14"_s);
        row("J caller gives up early", B().root(canceled, 4, trunk), u"hung-up-early (abandoned) rang 4 ended 4"_s);

        // K: SIP phones and apps
        const QString desk = u"sip:desk@motorcity.sip.example.com"_s;
        const QString app = u"client:maria"_s;
        row("K desk phone rings out", B().root(completed, 22).phone(noAnswer, 1, 21, -1, desk), u"missed no-answer rang 20 ended 22"_s);
        row("K app answers", B().root(completed, 50).phone(completed, 1, 50, 40, app), u"answered (answered) rang 0 talked 40 ended 50"_s);
        row("K device offline, failed", B().root(completed, 2).phone(failed, 1, 1, -1, app), u"missed failed rang 0 flow failed ended 2"_s);
        row("K device offline, no-answer at once", B().root(completed, 2).phone(noAnswer, 1, 1, -1, desk),
            u"missed failed rang 0 flow failed ended 2"_s);
        row("K device offline under answerOnBridge", B().root(noAnswer, 2).phone(noAnswer, 1, 1, -1, desk),
            u"missed failed rang 0 flow failed ended 2"_s);
        row("K device offline, voicemail left", B().root(completed, 30).phone(noAnswer, 1, 1, -1, desk).details(1),
            u"missed voicemail rang 0 flow failed ended 30"_s);
        row("K one device offline, the other rings out",
            B().root(completed, 22).phone(noAnswer, 1, 1, -1, desk).phone(noAnswer, 1, 21, -1, app),
            u"missed no-answer rang 20 ended 22"_s);
        row("K caller gives up early", B().root(completed, 5).phone(canceled, 1, 5, -1, desk),
            u"hung-up-early (abandoned) rang 4 ended 5"_s);

        // L: the set-up is broken
        row("L failed", B().root(failed, 1), u"missed failed rang 1 flow failed ended 1"_s);
        row("L completed, before details", B().root(completed, 6), u"details"_s);
        row("L completed with an error noted", B().root(completed, 6).details(0, true), u"missed failed rang 0 flow failed ended 6"_s);

        // Still running
        row("open: ringing", B().root(u"ringing"_s, 0), u"open"_s);
        row("open: queued", B().root(u"queued"_s, 0), u"open"_s);
        row("open: a phone rings", B().root(u"in-progress"_s, 0).phone(u"ringing"_s, 1, 0), u"open"_s);
        row("open: root ended, a phone's row is late", B().root(completed, 20).phone(u"ringing"_s, 1, 0), u"open"_s);
        row("open: talking", B().root(u"in-progress"_s, 0).phone(u"in-progress"_s, 1, 0), u"open"_s);
        row("open: one answered, root goes on", B().root(u"in-progress"_s, 0).phone(completed, 1, 20, 10), u"open"_s);

        // Calls of ours
        const auto out = CallDirection::Outbound;
        row("outbound, answered", B().root(completed, 60, out), u"- (answered) rang 0 talked 60 ended 60"_s);
        row("outbound, no answer", B().root(noAnswer, 30, out), u"- (no-answer) rang 30 ended 30"_s);
        row("outbound, busy", B().root(busy, 3, out), u"- (busy) rang 3 ended 3"_s);
        row("outbound, failed", B().root(failed, 1, out), u"- (failed) rang 1 ended 1"_s);
        row("outbound, canceled", B().root(canceled, 6, out), u"- (abandoned) rang 6 ended 6"_s);
        row("outbound, running", B().root(u"ringing"_s, 0, out), u"open"_s);
        row("outbound on an overflow line", B().root(completed, 60, out), u"- (answered) rang 0 talked 60 ended 60"_s, 20, overflowLine());
    }

    void verdicts()
    {
        QFETCH(CallRecord, call);
        QFETCH(QString, verdict);
        QFETCH(int, learned);
        QFETCH(Line, line);
        QFETCH(DetectorOptions, options);
        const RingStatistics statistics{learned > 0 ? 3 : 0, std::chrono::seconds(learned)};
        for (const bool zeroDuration : {false, true}) {
            for (const bool withoutEnd : {false, true}) {
                CallRecord written = call;
                written.root = variant(call.root, zeroDuration, withoutEnd);
                for (CallLeg &leg : written.legs)
                    leg = variant(leg, zeroDuration, withoutEnd);
                const CallVerdict read = detectMissedCall(written, line, statistics, options, CallBuilder::at(310));
                QVERIFY2(inWords(read) == verdict,
                         qPrintable(u"%1 (duration %2, end %3)"_s.arg(inWords(read), zeroDuration ? u"0"_s : u"missing"_s,
                                                                      withoutEnd ? u"missing"_s : u"set"_s)));
            }
        }
    }

    /// Nothing is texted while the caller may be leaving a message, but not forever.
    void rootThatStaysOpen_data()
    {
        QTest::addColumn<CallRecord>("call");
        QTest::addColumn<int>("now");
        QTest::addColumn<QString>("verdict");
        using B = CallBuilder;
        const QString running = u"in-progress"_s;
        const CallRecord rangOut = B().root(running, 0).phone(u"no-answer"_s, 1, 21);
        QTest::newRow("leaving voicemail") << rangOut << 60 << u"open"_s;
        QTest::newRow("just under 5 minutes") << rangOut << 320 << u"open"_s;
        QTest::newRow("5 minutes after the leg died") << rangOut << 321 << u"missed no-answer rang 20 ended 21"_s;
        QTest::newRow("counted from the last leg")
            << CallRecord(B().root(running, 0).phone(u"no-answer"_s, 1, 21).phone(u"busy"_s, 40, 41)) << 340 << u"open"_s;
        QTest::newRow("the last leg's 5 minutes are over")
            << CallRecord(B().root(running, 0).phone(u"no-answer"_s, 1, 21).phone(u"busy"_s, 40, 41)) << 341
            << u"missed no-answer rang 40 ended 41"_s;
        QTest::newRow("canceled, yet the caller is still there")
            << CallRecord(B().root(running, 0).phone(u"canceled"_s, 1, 4)) << 400 << u"missed no-answer rang 3 ended 4"_s;
        QTest::newRow("a phone still rings") << CallRecord(B().root(running, 0).phone(u"no-answer"_s, 1, 21).phone(u"ringing"_s, 21, 0))
                                             << 4000 << u"open"_s;
        QTest::newRow("somebody answered") << CallRecord(B().root(running, 0).phone(u"completed"_s, 1, 21, 10)) << 4000 << u"open"_s;
        QTest::newRow("no phones: in a menu or queue") << CallRecord(B().root(running, 0)) << 4000 << u"open"_s;
        QTest::newRow("outbound") << CallRecord(B().root(running, 0, CallDirection::Outbound).phone(u"no-answer"_s, 1, 21)) << 4000
                                  << u"open"_s;
    }

    void rootThatStaysOpen()
    {
        QFETCH(CallRecord, call);
        QFETCH(int, now);
        QFETCH(QString, verdict);
        call.root.updated.reset();
        QCOMPARE(inWords(detectMissedCall(call, plainLine(), {3, 20s}, {}, CallBuilder::at(now))), verdict);
    }

    void dialTimeout_data()
    {
        QTest::addColumn<int>("legs");
        QTest::addColumn<int>("longest");
        QTest::addColumn<int>("timeout"); // 0: not known
        QTest::newRow("nothing seen") << 0 << 0 << 0;
        QTest::newRow("two seen") << 2 << 20 << 0;
        QTest::newRow("three seen") << 3 << 20 << 20;
        QTest::newRow("many seen") << 400 << 33 << 33;
        QTest::newRow("all of them hung up at once") << 3 << 7 << 0;
        QTest::newRow("shortest that is believed") << 3 << 8 << 8;
    }

    void dialTimeout()
    {
        QFETCH(int, legs);
        QFETCH(int, longest);
        QFETCH(int, timeout);
        QCOMPARE(seconds(RingStatistics{legs, std::chrono::seconds(longest)}.dialTimeout().value_or(0ms)), timeout);
    }

    void ringTimes()
    {
        CallLeg leg;
        leg.status = LegStatus::NoAnswer;
        QCOMPARE(ringTime(leg), 0ms);
        leg.created = CallBuilder::at(0);
        QCOMPARE(ringTime(leg), 0ms);
        leg.updated = CallBuilder::at(22);
        QCOMPARE(ringTime(leg), 22s);
        leg.started = CallBuilder::at(1);
        QCOMPARE(ringTime(leg), 21s);
        leg.ended = CallBuilder::at(20);
        QCOMPARE(ringTime(leg), 19s);
        leg.ended = CallBuilder::at(-5); // a row whose times contradict each other
        QCOMPARE(ringTime(leg), 0ms);
        leg.ended = CallBuilder::at(20);
        leg.status = LegStatus::Completed;
        QCOMPARE(ringTime(leg), 0ms);
        leg.status = LegStatus::Ringing;
        QCOMPARE(ringTime(leg), 0ms);
    }

    /// Rows without any times are read without harm; what cannot be timed is not called a hang-up where the caller stayed.
    void withoutTimes()
    {
        CallRecord call;
        call.root.status = LegStatus::Completed;
        call.legs.resize(1);
        call.legs[0].status = LegStatus::NoAnswer;
        QCOMPARE(detectMissedCall(call, plainLine(), {}, {}, CallBuilder::begin()).needsDetails, true);
        call.details = CallDetails{};
        const CallVerdict verdict = detectMissedCall(call, plainLine(), {}, {}, CallBuilder::begin());
        QVERIFY(verdict.missed);
        QCOMPARE(verdict.endedAt, UtcTime());
        // The child's end stands in for the root's, and the start of all for both.
        call.legs[0].ended = CallBuilder::at(9);
        QVERIFY(detectMissedCall(call, plainLine(), {}, {}, CallBuilder::begin()).endedAt == CallBuilder::at(9));
        call.legs[0].ended.reset();
        call.root.created = CallBuilder::at(1);
        QVERIFY(detectMissedCall(call, plainLine(), {}, {}, CallBuilder::begin()).endedAt == CallBuilder::at(1));
    }
};

QTEST_GUILESS_MAIN(TestMissedCallDetector)
#include "tst_missedcalldetector.moc"
