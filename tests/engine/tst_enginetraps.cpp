// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"
#include "engine/settingsdesk.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ourLine = u"+13132230100"_s;

/// A call that the owner's cell phone did not take: its carrier's voicemail did, after 24 seconds.
void addVoicemailCall(EngineHarness &h, const QString &from)
{
    static int calls = 0;
    CallLeg root;
    root.providerCallId = u"CAcell%1"_s.arg(++calls);
    root.from = from;
    root.to = ourLine;
    root.status = LegStatus::Completed;
    root.created = root.started = h.provider.now() - 45s;
    root.ended = root.updated = h.provider.now();
    root.duration = 45s;
    CallLeg phone = root;
    phone.providerCallId += u"leg"_s;
    phone.parentCallId = root.providerCallId;
    phone.direction = CallDirection::Outbound;
    phone.to = u"+13132239999"_s;
    phone.duration = 20s; // behind 25 s of dialling and ringing
    h.provider.addLeg(root);
    h.provider.addLeg(phone);
}

} // namespace

/// The trap finder at work (rules.md X4): it is told once, answered once, and what the owner confirms decides the next call.
class TestEngineTraps : public QObject {
    Q_OBJECT

private slots:
    void x04VoicemailIsToldUntilItIsAnswered();
    void x04ConfirmedVoicemailIsAMissedCall();
    void textsFromElsewhereAreASendersTrap();
    void ofATakeoverTheRoleInForceCounts();

private:
    static void haveCallersTextedElsewhere(EngineHarness &h);
};

void TestEngineTraps::x04VoicemailIsToldUntilItIsAnswered()
{
    EngineHarness h;
    h.startWatching();
    for (int i = 0; i < 6; ++i) {
        addVoicemailCall(h, u"+1313224010%1"_s.arg(i));
        h.run(10s);
    }
    QVERIFY(!h.notice(Notice::Kind::Trap));
    h.run(6h);
    const auto notice = h.notice(Notice::Kind::Trap);
    QVERIFY(notice && notice->trap);
    QCOMPARE(toString(notice->trap->kind), u"carrier-voicemail"_s);
    QCOMPARE(notice->trap->calls, 6);
    QVERIFY(h.trail().contains(u"notice trap"_s));

    h.engine->dismissNotice(Notice::Kind::Trap);
    QVERIFY(!h.notice(Notice::Kind::Trap));
    QCOMPARE(h.store->settings()->rules.settledTraps, QStringList{u"carrier-voicemail:"_s + ourLine});
    h.restart();
    h.run(1min);
    QVERIFY(!h.notice(Notice::Kind::Trap));
}

void TestEngineTraps::x04ConfirmedVoicemailIsAMissedCall()
{
    EngineHarness h;
    h.startWatching();
    addVoicemailCall(h, u"+13132240142"_s);
    h.run(10s);
    QCOMPARE(h.decision(u"+13132240142"_s), u"skip answered"_s);
    Line line;
    line.number = *PhoneNumber::fromStored(ourLine);
    line.voicemailAfter = 24;
    h.settings.lines = {line};
    h.engine->applySettings(h.settings, {});
    addVoicemailCall(h, u"+13132240143"_s);
    h.run(10s);
    QCOMPARE(h.decision(u"+13132240143"_s), u"send open"_s);
    QCOMPARE(h.provider.textsTo(u"+13132240143"_s), 1);
    QCOMPARE(h.provider.textsTo(u"+13132240142"_s), 0); // what was decided stays
}

void TestEngineTraps::haveCallersTextedElsewhere(EngineHarness &h)
{
    for (int i = 0; i < 3; ++i) {
        const QString from = u"+1313224030%1"_s.arg(i);
        h.provider.addMissedCall(from);
        h.run(2s);
        h.provider.addForeignText(from, u"Sorry we missed your call."_s);
        h.run(30s);
    }
}

void TestEngineTraps::textsFromElsewhereAreASendersTrap()
{
    EngineHarness h;
    h.startWatching();
    haveCallersTextedElsewhere(h);
    h.run(6h);
    const auto notice = h.notice(Notice::Kind::Trap);
    QVERIFY(notice && notice->trap);
    QCOMPARE(toString(notice->trap->kind), u"elsewhere-texts"_s);
}

/// As long as it waits for the other PC's last text, this one is no sender yet, whatever its settings say already: those texts are the other's.
void TestEngineTraps::ofATakeoverTheRoleInForceCounts()
{
    EngineHarness h;
    h.settings.thisPc.role = DeviceRole::Viewer;
    h.startWatching();
    haveCallersTextedElsewhere(h);
    h.engine->settingsDesk()->takeOver(); // looks anew
    QVERIFY(h.store->settings()->thisPc.role == DeviceRole::Sender);
    h.run(30s);
    QVERIFY(h.notice(Notice::Kind::TakingOver));
    QVERIFY(!h.notice(Notice::Kind::Trap));
}

QTEST_GUILESS_MAIN(TestEngineTraps)
#include "tst_enginetraps.moc"
