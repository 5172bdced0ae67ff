// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "storage/samples.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QtTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

/// What a call looks like from outside, in one line.
QString looks(const CallRecord &call)
{
    QStringList legs;
    for (const CallLeg &leg : call.legs)
        legs.append(leg.providerCallId + u':' + toString(leg.status) + u':' + leg.to);
    return call.root.providerCallId + u':' + toString(call.root.status) + u" <- "_s + legs.join(u", ");
}

} // namespace

/// The call log in the store: legs become trees in whatever order they come, and what is asked about callers and lines.
class TestCallRepository : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_store = std::make_unique<TemporaryStore>(*m_time);
        m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    }

    /// Three versions of each row, two calls, a leg of a leg: all orders give the same trees (faults.md F33, F34, I12).
    void f33AnyOrderGivesTheSameTree()
    {
        const std::vector<CallLeg> rows{
            rootLeg(u"CA1"_s, caller(1), 0, LegStatus::Ringing),          rootLeg(u"CA1"_s, caller(1), 0, LegStatus::InProgress),
            rootLeg(u"CA1"_s, caller(1), 0, LegStatus::Completed, 40),    childLeg(u"CA1a"_s, u"CA1"_s, 2, LegStatus::Queued),
            childLeg(u"CA1a"_s, u"CA1"_s, 2, LegStatus::NoAnswer, 20),    childLeg(u"CA1b"_s, u"CA1"_s, 2, LegStatus::Ringing),
            childLeg(u"CA1b"_s, u"CA1"_s, 2, LegStatus::NoAnswer, 20),    childLeg(u"CA1b1"_s, u"CA1b"_s, 3, LegStatus::Busy, 1),
            childLeg(u"CA1b11"_s, u"CA1b1"_s, 3, LegStatus::Failed, 1),   rootLeg(u"CA2"_s, caller(2), 100, LegStatus::NoAnswer, 20),
            childLeg(u"CA2a"_s, u"CA2"_s, 101, LegStatus::Completed, 10),
        };
        std::mt19937 random(20261123);
        std::set<QString> outcomes;
        for (int round = 0; round < 60; ++round) {
            const AccountId account = store().openAccount(u"twilio"_s, u"round %1"_s.arg(round))->id;
            std::vector<CallLeg> shuffled = rows;
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            std::set<CallId> calls;
            const bool inOne = round % 2 == 0;
            while (!shuffled.empty()) {
                const size_t take = inOne ? shuffled.size() : 1;
                const std::vector<CallLeg> part(shuffled.end() - std::ptrdiff_t(take), shuffled.end());
                shuffled.erase(shuffled.end() - std::ptrdiff_t(take), shuffled.end());
                const std::vector<CallId> changed = store().upsertLegs(account, part).value();
                calls.insert(changed.begin(), changed.end());
            }
            QCOMPARE(calls.size(), size_t(2));
            QStringList trees;
            for (const CallId call : calls)
                trees.append(looks(store().call(call).value()));
            trees.sort();
            outcomes.insert(trees.join(u'\n'));
            const RingStatistics rung = store().ringStatistics(ourLine(), at(-1000)).value();
            QCOMPARE(rung.unansweredLegs, 2 * (round + 1));
            QCOMPARE(rung.longestRing, Millis(20000));
        }
        QCOMPARE(outcomes.size(), size_t(1));
        QCOMPARE(*outcomes.begin(), u"CA1:completed <- CA1a:no-answer:+13132230199, CA1b:no-answer:+13132230199, "
                                    "CA1b1:busy:+13132230199, CA1b11:failed:+13132230199\n"
                                    "CA2:no-answer <- CA2a:completed:+13132230199"_s);
    }

    void whatIsKnownIsNoChange()
    {
        const std::vector<CallLeg> rows{rootLeg(u"CA1"_s, caller(), 0), childLeg(u"CA1a"_s, u"CA1"_s, 2)};
        QCOMPARE(store().upsertLegs(m_account, rows)->size(), size_t(1));
        QVERIFY(store().upsertLegs(m_account, rows)->empty());
        QVERIFY(store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0, LegStatus::Ringing)})->empty());
        // A later word of the provider on the same final row is one.
        CallLeg corrected = rootLeg(u"CA1"_s, caller(), 0, LegStatus::Completed, 26);
        QCOMPARE(store().upsertLegs(m_account, {corrected})->size(), size_t(1));
        QVERIFY(store().upsertLegs(m_account, {})->empty());
    }

    void anOrphanWaitsForItsRoot()
    {
        QVERIFY(store().upsertLegs(m_account, {childLeg(u"CA1a"_s, u"CA1"_s, 2)})->empty());
        QVERIFY(store().undecidedCalls(m_account, at(30))->empty());
        m_store->reopen();
        const std::vector<CallId> calls = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0)}).value();
        QCOMPARE(store().call(calls.at(0))->legs.size(), size_t(1));
    }

    /// The rows of one account say nothing about another one's, even under the same id.
    void accountsAreApart()
    {
        const AccountId other = store().openAccount(u"twilio"_s, u"AC2"_s)->id;
        const CallId mine = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0)})->at(0);
        QVERIFY(store().upsertLegs(other, {childLeg(u"CA1a"_s, u"CA1"_s, 2)})->empty());
        const CallId theirs = store().upsertLegs(other, {rootLeg(u"CA1"_s, caller(), 0)})->at(0);
        QVERIFY(mine != theirs);
        QVERIFY(store().call(mine)->legs.empty());
        QCOMPARE(store().undecidedCalls(m_account, at(0)).value(), std::vector<CallId>{mine});
    }

    void everythingOfALegIsKept()
    {
        CallLeg root = rootLeg(u"CA1"_s, caller(), 0);
        root.direction = CallDirection::InboundTrunk;
        root.updated = at(26);
        root.duration = Millis(25000);
        root.answeredBy = AnsweredBy::Human;
        root.forwardedFrom = u"+13132230177"_s;
        const CallId id = store().upsertLegs(m_account, {root})->at(0);
        const CallDetails details{2, u"RE1"_s, Millis(12000), true};
        QVERIFY(!store().call(id)->details);
        QVERIFY(store().setCallDetails(id, details));
        m_store->reopen();
        const CallRecord call = store().call(id).value();
        QVERIFY(call.root == root);
        QVERIFY(call.details == details);
        QVERIFY(call.account == m_account);
        QVERIFY(!store().call(CallId{99}));
    }

    void openCallsAreAskedForAgain()
    {
        CallLeg ringing = rootLeg(u"CA1"_s, caller(), 0, LegStatus::Ringing);
        store()
            .upsertLegs(m_account, {ringing, rootLeg(u"CA2"_s, caller(), 1), rootLeg(u"CA0"_s, caller(), -100000, LegStatus::Ringing)})
            .value();
        QCOMPARE(store().openProviderCallIds(m_account, at(60)).value(), QStringList{u"CA1"_s}); // CA0 is older than a day
        store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0)}).value();
        QVERIFY(store().openProviderCallIds(m_account, at(60))->isEmpty());
    }

    void undecidedAreInboundAndOfTheLastDay()
    {
        CallLeg outbound = rootLeg(u"CA3"_s, ourLine(), 3);
        outbound.direction = CallDirection::Outbound;
        outbound.to = caller().e164();
        const auto calls = store()
                               .upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(1), 5), rootLeg(u"CA2"_s, caller(2), 1), outbound,
                                                       rootLeg(u"CA4"_s, caller(4), -86401)})
                               .value();
        QCOMPARE(store().undecidedCalls(m_account, at(0)).value(), (std::vector<CallId>{calls[1], calls[3]})); // oldest first
        QVERIFY(store().recordDecision(calls[1], Decision::skip(DecisionReason::Landline)));
        QCOMPARE(store().undecidedCalls(m_account, at(0)).value(), std::vector<CallId>{calls[3]});
    }

    void aDecisionIsReplacedOnlyWhileItMaySend()
    {
        const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 0)})->at(0);
        QVERIFY(!store().decision(call)->has_value());
        Decision first = Decision::send(SendRule::Open, at(30));
        first.decidedAt = at(26);
        first.ruleVersion = u"r1"_s;
        QVERIFY(store().recordDecision(call, first));
        QVERIFY(store().decision(call).value() == first);
        Decision second = Decision::skip(DecisionReason::CalledBack);
        second.decidedAt = at(28);
        second.ruleVersion = u"r2"_s;
        QVERIFY(store().recordDecision(call, second));
        QVERIFY(store().recordDecision(call, first)); // too late
        m_store->reopen();
        QVERIFY(store().decision(call).value() == second);
    }

    void ringStatisticsOfALine()
    {
        const Millis day = std::chrono::hours(24);
        const auto ring = [this](const QString &id, Millis before, int length, LegStatus status = LegStatus::NoAnswer) {
            const int seconds = -int(std::chrono::duration_cast<std::chrono::seconds>(before).count());
            store().upsertLegs(m_account, {rootLeg(id, caller(), seconds), childLeg(id + u'a', id, seconds, status, length)}).value();
        };
        ring(u"CA1"_s, 40 * day, 60);
        ring(u"CA2"_s, 30 * day - Millis(3600000), 22);
        ring(u"CA3"_s, 10 * day, 18);
        ring(u"CA4"_s, day, 55, LegStatus::Canceled);
        ring(u"CA5"_s, day, 50, LegStatus::Completed);
        ring(u"CA6"_s, Millis(60000), 19);
        RingStatistics rung = store().ringStatistics(ourLine(), at(0) - 30 * day).value();
        QCOMPARE(rung.unansweredLegs, 3);
        QCOMPARE(rung.longestRing, Millis(22000));
        QCOMPARE(store().ringStatistics(ourLine(), at(0) - 41 * day)->longestRing, Millis(60000));
        QCOMPARE(store().ringStatistics(ourLine(), at(0) - 30 * day + std::chrono::hours(2))->longestRing, Millis(19000));
        QCOMPARE(store().ringStatistics(caller(9), at(0) - 30 * day)->unansweredLegs, 0);
        // The provider corrects a row: counted anew, not twice.
        const int begin = -int(std::chrono::duration_cast<std::chrono::seconds>(30 * day - Millis(3600000)).count());
        store().upsertLegs(m_account, {childLeg(u"CA2a"_s, u"CA2"_s, begin, LegStatus::NoAnswer, 12)}).value();
        rung = store().ringStatistics(ourLine(), at(0) - 30 * day).value();
        QCOMPARE(rung.unansweredLegs, 3);
        QCOMPARE(rung.longestRing, Millis(19000));
    }

    void historyKnowsWhoWasSpokenTo()
    {
        const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 100)})->at(0);
        const auto history = [&] { return store().callerHistory(caller(), store().call(call).value()).value(); };
        QVERIFY(history() == CallerHistory());

        // Answered, but over before this call began.
        const CallId before = store().upsertLegs(m_account, {rootLeg(u"CA0"_s, caller(), 0, LegStatus::Completed, 90)})->at(0);
        QVERIFY(store().recordVerdict(before, answeredVerdict(90)));
        QVERIFY(!history().answeredInboundAfter);
        // Answered while this one rang.
        const CallId during = store().upsertLegs(m_account, {rootLeg(u"CA2"_s, caller(), 90, LegStatus::Completed, 60)})->at(0);
        QVERIFY(store().recordVerdict(during, answeredVerdict(150)));
        QCOMPARE(history().answeredInboundAfter, std::optional(at(150)));
        // Missed or finished by a robot is no talk.
        const CallId missed = store().upsertLegs(m_account, {rootLeg(u"CA3"_s, caller(), 200)})->at(0);
        QVERIFY(store().recordVerdict(missed, missedVerdict(225)));
        const CallId robot = store().upsertLegs(m_account, {rootLeg(u"CA4"_s, caller(), 300)})->at(0);
        CallVerdict menu = answeredVerdict(330);
        menu.notMissedBecause = DecisionReason::RobotOrMenu;
        QVERIFY(store().recordVerdict(robot, menu));
        QCOMPARE(history().answeredInboundAfter, std::optional(at(150)));
        // Somebody else's.
        const CallId other = store().upsertLegs(m_account, {rootLeg(u"CA5"_s, caller(9), 300)})->at(0);
        QVERIFY(store().recordVerdict(other, answeredVerdict(330)));
        QCOMPARE(history().answeredInboundAfter, std::optional(at(150)));
        // The detector takes it back.
        QVERIFY(store().recordVerdict(during, missedVerdict(150)));
        QVERIFY(!history().answeredInboundAfter);
    }

    void historyKnowsWhoWasCalledBack_data()
    {
        QTest::addColumn<bool>("asChild");
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("machine");
        QTest::addColumn<int>("begin");
        QTest::addColumn<bool>("counts");
        QTest::newRow("a call of its own") << false << u"completed"_s << false << 130 << true;
        QTest::newRow("from an app: the leg to the caller") << true << u"completed"_s << false << 130 << true;
        QTest::newRow("a machine answered") << false << u"completed"_s << true << 130 << false;
        QTest::newRow("nobody answered") << false << u"no-answer"_s << false << 130 << false;
        QTest::newRow("not yet answered") << false << u"ringing"_s << false << 130 << false;
        QTest::newRow("over before this call began") << false << u"completed"_s << false << 40 << false;
    }

    void historyKnowsWhoWasCalledBack()
    {
        QFETCH(bool, asChild);
        QFETCH(QString, status);
        QFETCH(bool, machine);
        QFETCH(int, begin);
        QFETCH(bool, counts);
        const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 100)})->at(0);
        CallLeg leg = rootLeg(u"CA2"_s, ourLine(), begin, legStatusFromString(status).value(), 30);
        leg.direction = CallDirection::Outbound;
        leg.to = caller().e164();
        leg.answeredBy = machine ? AnsweredBy::Machine : AnsweredBy::Unknown;
        std::vector<CallLeg> legs;
        if (asChild) {
            CallLeg app = rootLeg(u"CA3"_s, ourLine(), begin);
            app.from = u"client:anna"_s;
            legs.push_back(app);
            leg.parentCallId = app.providerCallId;
        }
        legs.push_back(leg);
        store().upsertLegs(m_account, legs).value();
        const CallerHistory history = store().callerHistory(caller(), store().call(call).value()).value();
        QCOMPARE(history.answeredOutboundAfter, counts ? std::optional(at(begin + 30)) : std::nullopt);
        QVERIFY(!history.answeredInboundAfter);
    }

    void historyKnowsNumbersAndConsent()
    {
        const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 100)})->at(0);
        const auto history = [&] { return store().callerHistory(caller(), store().call(call).value()).value(); };
        Line line;
        line.number = caller();
        QVERIFY(store().setAccountNumbers(store().openAccount(u"twilio"_s, u"AC2"_s)->id, {line}));
        QVERIFY(!history().isOwnNumber);
        QVERIFY(store().setAccountNumbers(m_account, {line}));
        QVERIFY(history().isOwnNumber);

        QVERIFY(store().consent().rememberCapability(caller(), NumberCapability::Landline, at(60)));
        QVERIFY(history().cannotText == NumberCapability::Landline);
        m_time->advance(std::chrono::seconds(60));
        QVERIFY(!history().cannotText);

        QVERIFY(!history().optedOut);
        QVERIFY(store().consent().recordConsent({caller(), true, at(10), u"text"_s, u"STOP"_s}));
        QVERIFY(history().optedOut);
        QVERIFY(*store().consent().isOptedOut(caller()));
        QVERIFY(!*store().consent().isOptedOut(caller(9)));
        QVERIFY(store().consent().recordConsent({caller(), false, at(9), u"text"_s, u"START"_s})); // an older word, seen later
        QVERIFY(history().optedOut);
        QVERIFY(store().consent().recordConsent({caller(), false, at(11), u"text"_s, u"START"_s}));
        QVERIFY(!history().optedOut);
    }

    void historyKnowsStaff()
    {
        const CallId call = store().upsertLegs(m_account, {rootLeg(u"CA1"_s, caller(), 100)})->at(0);
        const ConversationId conversation = store().ensureConversation(party(caller())).value();
        const auto last = [&] { return store().callerHistory(caller(), store().call(call).value())->lastStaffMessage; };
        store().addMessage(incoming(conversation, m_account, u"hello"_s, 1)).value();
        store().addMessage(outgoing(conversation, m_account, MessageOrigin::Automatic, u"auto"_s, 2)).value();
        QVERIFY(!last());
        store().addMessage(outgoing(conversation, m_account, MessageOrigin::Elsewhere, u"from the phone"_s, 4)).value();
        store().addMessage(outgoing(conversation, m_account, MessageOrigin::Person, u"from the window"_s, 3)).value();
        QCOMPARE(last(), std::optional(at(4)));
    }

    /// A provider's national spelling meets the same caller's E.164.
    void spellingsOfOneCallerMeet()
    {
        CallLeg national = rootLeg(u"CA1"_s, caller(), 100);
        national.from = u"(313) 223-0142"_s;
        const CallId answered = store().upsertLegs(m_account, {national})->at(0);
        QVERIFY(store().recordVerdict(answered, answeredVerdict(125)));
        const PhoneNumber same = number(u"+13132230142"_s);
        const CallId missed = store().upsertLegs(m_account, {rootLeg(u"CA2"_s, same, 110)})->at(0);
        QCOMPARE(store().callerHistory(same, store().call(missed).value())->answeredInboundAfter, std::optional(at(125)));
    }

private:
    SqlStore &store() { return m_store->store(); }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(TestCallRepository)
#include "tst_callrepository.moc"
