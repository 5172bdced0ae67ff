// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What becomes of a person's wish that cannot be granted: it is told, for the conversation that it is about.
class TestMessageDesk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { EngineHarness::quiet(); }
    void withoutAnAccount();
    void whileItStops();
    void aFullDiskIsTroubleOfAll();
    void aMessageStandsForItsConversation();

private:
    /// Maria was missed and has a text of ours.
    static void texted(EngineHarness &h)
    {
        h.startWatching();
        h.provider.addMissedCall(maria);
        h.run(20s);
        QCOMPARE(h.outbox(maria), u"accepted"_s);
    }
};

void TestMessageDesk::withoutAnAccount()
{
    EngineHarness h;
    texted(h);
    h.settings.account.fields.clear();
    h.engine->applySettings(h.settings, {});
    h.run(1s);
    h.failures.clear();
    h.engine->messages()->send(h.conversation(maria), u"On my way"_s);
    QCOMPARE(h.failures.size(), size_t(1));
    QCOMPARE(h.failures[0].first, h.conversation(maria));
    QVERIFY(h.failures[0].second.kind == ErrorKind::Unauthorized);
}

void TestMessageDesk::whileItStops()
{
    EngineHarness h;
    texted(h);
    h.engine->stop();
    h.engine->messages()->send(h.conversation(maria), u"On my way"_s);
    QCOMPARE(h.failures.size(), size_t(1));
    QVERIFY(h.failures[0].second.kind == ErrorKind::Cancelled);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(maria), 1);
}

void TestMessageDesk::aFullDiskIsTroubleOfAll()
{
    EngineHarness h;
    texted(h);
    h.rows(u"CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"_s);
    h.engine->messages()->send(h.conversation(maria), u"On my way"_s);
    QCOMPARE(h.failures.size(), size_t(1));
    QVERIFY(h.failures[0].second.kind == ErrorKind::Storage);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::StorageTrouble);
}

void TestMessageDesk::aMessageStandsForItsConversation()
{
    EngineHarness h;
    texted(h);
    h.provider.addMissedCall(bob); // another conversation is the newest
    h.run(20s);
    h.engine->stop();
    h.engine->messages()->sendAgain(h.lastMessage(maria));
    QCOMPARE(h.failures.size(), size_t(1));
    QCOMPARE(h.failures[0].first, h.conversation(maria));
}

QTEST_GUILESS_MAIN(TestMessageDesk)
#include "tst_messagedesk.moc"
