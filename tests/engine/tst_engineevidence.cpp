// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject read(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace

/// What proves each send (rules.md C18), as the engine leaves it.
class TestEngineEvidence : public QObject {
    Q_OBJECT

private slots:
    void c18ASendLeavesItsProof();
    void c18ChangedRulesAreKept();
    void c18AFollowingTextLeavesItsProof();
    void c18AnsweredCallsNeedNone();
};

void TestEngineEvidence::c18ASendLeavesItsProof()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(1min);
    QCOMPARE(h.decision(maria), u"send open"_s);
    const QJsonObject decided = read(h.cell(u"SELECT inputs FROM decisions"_s));
    QCOMPARE(decided.value("caller"_L1).toString(), maria);
    QCOMPARE(decided.value("optedOut"_L1), QJsonValue(false));
    const QJsonObject left = read(h.cell(u"SELECT inputs FROM attempts WHERE event = 'inflight'"_s));
    QCOMPARE(left.value("caller"_L1).toString(), maria);
    QVERIFY(left.value("now"_L1).toString() > decided.value("now"_L1).toString());
    // The rules that it was decided by.
    const QString version = h.cell(u"SELECT rule_version FROM decisions"_s);
    const QJsonObject document = read(h.cell(u"SELECT document FROM rule_versions WHERE version = '%1'"_s.arg(version)));
    QCOMPARE(document.value("rules"_L1)["mode"_L1].toString(), u"on"_s);
    QVERIFY(h.rows(u"SELECT status FROM delivery_log ORDER BY id"_s).join(u' ').startsWith(u"queued sending sent"_s));
}

void TestEngineEvidence::c18ChangedRulesAreKept()
{
    EngineHarness h;
    h.startWatching();
    const int before = h.cell(u"SELECT count(*) FROM rule_versions"_s).toInt();
    QVERIFY(before >= 1);
    h.settings.rules.maxAgeMinutes = 7;
    h.engine->applySettings(h.settings, {});
    h.run(1s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM rule_versions"_s).toInt(), before + 1);
    QVERIFY(h.cell(u"SELECT group_concat(document) FROM rule_versions"_s).contains(u"\"maxAgeMinutes\": 7"_s));
}

void TestEngineEvidence::c18AFollowingTextLeavesItsProof()
{
    EngineHarness h;
    h.settings.followUps.count = 1;
    h.startWatching();
    h.provider.addMissedCall(maria);
    h.run(2h);
    const QJsonObject left =
        read(h.cell(u"SELECT a.inputs FROM attempts a JOIN outbox o ON o.id = a.outbox WHERE o.purpose = 'follow-up-1' "
                    "AND a.event = 'inflight'"_s));
    QCOMPARE(left.value("purpose"_L1).toString(), u"follow-up-1"_s);
    QCOMPARE(left.value("to"_L1).toString(), maria);
}

void TestEngineEvidence::c18AnsweredCallsNeedNone()
{
    EngineHarness h;
    h.provider.addMissedCall(maria); // before it watched: history
    h.run(1min);
    h.startWatching();
    h.provider.addAnsweredCall(bob);
    h.run(1min);
    QCOMPARE(h.decision(maria), u"skip history"_s);
    QCOMPARE(h.decision(bob), u"skip answered"_s);
    QCOMPARE(h.rows(u"SELECT DISTINCT inputs FROM decisions"_s), QStringList{QString()});
}

QTEST_GUILESS_MAIN(TestEngineEvidence)
#include "tst_engineevidence.moc"
