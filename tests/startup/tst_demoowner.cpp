// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/startup/demoowner.h"

#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

EngineEvent eventOf(EngineEvent::Kind kind, qint64 conversation)
{
    EngineEvent made;
    made.kind = kind;
    made.conversation = ConversationId{conversation};
    made.optedOut = kind == EngineEvent::Kind::OptOut;
    return made;
}

} // namespace

class TestDemoOwner : public QObject {
    Q_OBJECT

private slots:
    void answersTheFirstReplyOfEachConversation();
    void doesNotWriteToSomebodyWhoSaysStop();
};

void TestDemoOwner::answersTheFirstReplyOfEachConversation()
{
    test::VirtualTime time;
    EngineClient client;
    DemoOwner owner(client, time);
    QSignalSpy sent(&client, &EngineClient::sendMessageRequested);
    emit client.eventOccurred(eventOf(EngineEvent::Kind::Call, 1));
    emit client.eventOccurred(eventOf(EngineEvent::Kind::Reply, 1));
    emit client.eventOccurred(eventOf(EngineEvent::Kind::Reply, 2));
    QCOMPARE(sent.count(), 0);
    time.advance(Millis(30000));
    QCOMPARE(sent.count(), 2);
    QVERIFY(!sent.at(0).at(1).toString().isEmpty());
    QVERIFY(sent.at(0).at(1) != sent.at(1).at(1));
    emit client.eventOccurred(eventOf(EngineEvent::Kind::Reply, 1));
    time.advance(Millis(30000));
    QCOMPARE(sent.count(), 2);
}

void TestDemoOwner::doesNotWriteToSomebodyWhoSaysStop()
{
    test::VirtualTime time;
    EngineClient client;
    DemoOwner owner(client, time);
    QSignalSpy sent(&client, &EngineClient::sendMessageRequested);
    emit client.eventOccurred(eventOf(EngineEvent::Kind::Reply, 1));
    emit client.eventOccurred(eventOf(EngineEvent::Kind::OptOut, 1));
    emit client.eventOccurred(eventOf(EngineEvent::Kind::OptOut, 2));
    emit client.eventOccurred(eventOf(EngineEvent::Kind::Reply, 2));
    time.advance(Millis(30000));
    QCOMPARE(sent.count(), 0);
}

QTEST_GUILESS_MAIN(TestDemoOwner)
#include "tst_demoowner.moc"
