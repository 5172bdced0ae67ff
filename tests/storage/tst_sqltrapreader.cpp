// SPDX-License-Identifier: MIT
#include "domain/traps/trapfinder.h"
#include "storage/samples.h"
#include "storage/sqlconnection.h"
#include "storage/sqltrapreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// What the trap finder reads of a hand-made history.
class TestSqlTrapReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void x04RingAndTalkOfAnsweredCalls();
    void x06CallsWithoutARing();
    void x02TextsFromElsewhere_data();
    void x02TextsFromElsewhere();
    void pagesEndWhereTheMonthBegan();
    void noDatabaseIsAnError();
    void anotherVersionsDatabaseIsLeftAlone();

private:
    SqlStore &store() { return m_store->store(); }
    CallId call(const PhoneNumber &from, int begin, const CallVerdict &verdict, const std::vector<CallLeg> &legs);
    std::vector<LineFacts> lines(int seconds = 3600) { return m_reader->lines(at(seconds)).value(); }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlTrapReader> m_reader;
    AccountId m_account;
    int m_calls = 0;
};

void TestSqlTrapReader::init()
{
    m_time = std::make_unique<VirtualTime>();
    m_store = std::make_unique<TemporaryStore>(*m_time);
    m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    m_reader = std::make_unique<SqlTrapReader>(m_store->databaseFile());
    m_calls = 0;
}

CallId TestSqlTrapReader::call(const PhoneNumber &from, int begin, const CallVerdict &verdict, const std::vector<CallLeg> &legs)
{
    const QString id = u"CA%1"_s.arg(++m_calls);
    std::vector<CallLeg> rows{rootLeg(id, from, begin, LegStatus::Completed, 60)};
    for (CallLeg leg : legs) {
        leg.providerCallId = id + leg.providerCallId;
        leg.parentCallId = id;
        rows.push_back(leg);
    }
    const CallId call = store().upsertLegs(m_account, rows).value().at(0);
    if (!store().recordVerdict(call, verdict) || !store().attachCall(call, store().ensureConversation(party(from)).value()))
        qFatal("no call");
    return call;
}

void TestSqlTrapReader::x04RingAndTalkOfAnsweredCalls()
{
    for (int i = 0; i < 6; ++i) {
        CallLeg picked = childLeg(u"a"_s, {}, i * 100, LegStatus::Completed, 25 + 12);
        picked.duration = std::chrono::seconds(12);
        // The phones that lost are no answered ones.
        call(caller(i), i * 100, answeredVerdict(i * 100 + 60), {picked, childLeg(u"b"_s, {}, i * 100, LegStatus::Canceled, 25)});
    }
    call(caller(9), 900, missedVerdict(960), {childLeg(u"a"_s, {}, 900, LegStatus::NoAnswer, 28)});
    const std::vector<LineFacts> facts = lines();
    QCOMPARE(facts.size(), size_t(1));
    QVERIFY(facts[0].line() == ourLine());
    QCOMPARE(facts[0].answered().size(), size_t(1));
    QCOMPARE(facts[0].answered().at({25, 12}), 6);
    QCOMPARE(facts[0].rings().unansweredLegs, 1);
    QCOMPARE(facts[0].rings().longestRing, Millis(28000));
    TextBackRules rules;
    Line line;
    line.number = ourLine();
    rules.lines = {line};
    const std::vector<TrapFinding> findings = findTraps(facts[0], rules);
    QCOMPARE(findings.size(), size_t(1));
    QVERIFY(findings[0].kind == TrapKind::CarrierVoicemail);
}

void TestSqlTrapReader::x06CallsWithoutARing()
{
    call(caller(1), 0, missedVerdict(60), {});
    call(caller(2), 100, missedVerdict(160), {childLeg(u"a"_s, {}, 100, LegStatus::Busy, 1)});
    call(caller(3), 200, missedVerdict(260), {childLeg(u"a"_s, {}, 200, LegStatus::NoAnswer, 20)});
    CallVerdict broken = missedVerdict(360);
    broken.flowFailed = true;
    call(caller(4), 300, broken, {});
    const LineFacts facts = lines().at(0);
    const auto rang = std::count_if(facts.lastDay().begin(), facts.lastDay().end(), [](const auto &recent) { return recent.phoneRang; });
    QCOMPARE(facts.lastDay().size(), size_t(4));
    QCOMPARE(rang, 1);
    QCOMPARE(facts.missedInWeek(), 4);
    QCOMPARE(facts.flowFailedInWeek(), 1);
    // Two days later they belong to the days before.
    const LineFacts later = lines(3600 * 48).at(0);
    QVERIFY(later.lastDay().empty());
    QCOMPARE(later.missedBeforeLastDay(), 4);
}

void TestSqlTrapReader::x02TextsFromElsewhere_data()
{
    QTest::addColumn<int>("second");
    QTest::addColumn<MessageOrigin>("origin");
    QTest::addColumn<bool>("counts");
    QTest::newRow("while it rings") << 5 << MessageOrigin::Elsewhere << true;
    QTest::newRow("a minute later") << 120 << MessageOrigin::Elsewhere << true;
    QTest::newRow("more than a minute later") << 121 << MessageOrigin::Elsewhere << false;
    QTest::newRow("before the call") << -1 << MessageOrigin::Elsewhere << false;
    QTest::newRow("ours") << 65 << MessageOrigin::Automatic << false;
    QTest::newRow("a person here") << 65 << MessageOrigin::Person << false;
}

void TestSqlTrapReader::x02TextsFromElsewhere()
{
    QFETCH(int, second);
    QFETCH(MessageOrigin, origin);
    QFETCH(bool, counts);
    call(caller(1), 0, missedVerdict(60), {});
    Message text = outgoing(store().ensureConversation(party(caller(1))).value(), m_account, origin, u"Sorry we missed you"_s, second);
    text.providerMessageId = u"SM1"_s;
    text.status = DeliveryStatus::Sent;
    QVERIFY(store().addMessage(text));
    QCOMPARE(lines().at(0).textedElsewhereInWeek(), counts ? 1 : 0);
    // What another PC of the business sent before this one took over is no other program's.
    QVERIFY(store().setDeviceRole(DeviceRole::Sender, at(1000), std::nullopt));
    QCOMPARE(lines().at(0).textedElsewhereInWeek(), 0);
}

/// Rows stand in about the order of their times: reading ends at the first page that is too old, and passes over a straggler.
void TestSqlTrapReader::pagesEndWhereTheMonthBegan()
{
    constexpr int day = 24 * 3600;
    call(caller(1), 0, missedVerdict(60), {});
    const CallId late = call(caller(2), day * 40, missedVerdict(day * 40 + 60), {});
    call(caller(3), 100, missedVerdict(160), {});
    QVERIFY(!late.isNull());
    QCOMPARE(lines(day * 41).at(0).missedBeforeLastDay() + int(lines(day * 41).at(0).lastDay().size()), 1);
    QVERIFY(lines(day * 80).empty());
}

void TestSqlTrapReader::noDatabaseIsAnError()
{
    QTemporaryDir folder;
    SqlTrapReader reader(folder.filePath(u"none.db"_s));
    QVERIFY(!reader.lines(at(0)));
    QVERIFY(m_reader->lines(at(0)));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSqlTrapReader::anotherVersionsDatabaseIsLeftAlone()
{
    {
        const auto db = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, Millis(1000)).value();
        QVERIFY(db->execute(u"PRAGMA user_version = 3"_s));
    }
    const auto rows = SqlTrapReader(m_store->databaseFile()).lines(at(0));
    QVERIFY(!rows);
    QCOMPARE(rows.error().providerCode, u"older-database"_s);
}

QTEST_GUILESS_MAIN(TestSqlTrapReader)
#include "tst_sqltrapreader.moc"
