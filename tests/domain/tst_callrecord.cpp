// SPDX-License-Identifier: MIT
#include "domain/callrecord.h"
#include "domain/conversation.h"
#include "domain/error.h"
#include "domain/spellings.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::LegStatus)

class TestCallRecord : public QObject {
    Q_OBJECT

private slots:
    void spellings()
    {
        test::compareSpellings<Disposition>(
            {u"answered"_s, u"no-answer"_s, u"busy"_s, u"declined"_s, u"abandoned"_s, u"voicemail"_s, u"failed"_s, u"blocked"_s},
            dispositionFromString);
        test::compareSpellings<LegStatus>(
            {u"queued"_s, u"ringing"_s, u"in-progress"_s, u"completed"_s, u"busy"_s, u"failed"_s, u"no-answer"_s, u"canceled"_s},
            legStatusFromString);
    }

    void errorSpellings()
    {
        const QStringList spellings = {u"network"_s,           u"timeout"_s,   u"unauthorized"_s, u"rate-limited"_s,
                                       u"invalid-recipient"_s, u"opted-out"_s, u"rejected"_s,     u"server"_s,
                                       u"bad-response"_s,      u"storage"_s,   u"keychain"_s,     u"cancelled"_s};
        for (qsizetype i = 0; i < spellings.size(); ++i)
            QCOMPARE(toString(static_cast<ErrorKind>(i)), spellings[i]);
    }

    void legIsFinal_data()
    {
        QTest::addColumn<LegStatus>("status");
        QTest::addColumn<bool>("final");
        QTest::newRow("queued") << LegStatus::Queued << false;
        QTest::newRow("ringing") << LegStatus::Ringing << false;
        QTest::newRow("in progress") << LegStatus::InProgress << false;
        QTest::newRow("completed") << LegStatus::Completed << true;
        QTest::newRow("busy") << LegStatus::Busy << true;
        QTest::newRow("failed") << LegStatus::Failed << true;
        QTest::newRow("no answer") << LegStatus::NoAnswer << true;
        QTest::newRow("canceled") << LegStatus::Canceled << true;
    }

    void legIsFinal()
    {
        QFETCH(LegStatus, status);
        QFETCH(bool, final);
        CallLeg leg;
        leg.status = status;
        QCOMPARE(leg.isFinal(), final);
        leg.updated = fromUnixMillis(7000);
        QCOMPARE(leg.endTime().has_value(), final);
    }

    void times()
    {
        CallLeg leg;
        leg.status = LegStatus::Completed;
        QVERIFY(!leg.endTime());
        QVERIFY(!leg.startTime());
        leg.created = fromUnixMillis(1000);
        leg.updated = fromUnixMillis(9000);
        QCOMPARE(toUnixMillis(*leg.startTime()), 1000);
        QCOMPARE(toUnixMillis(*leg.endTime()), 9000);
        leg.started = fromUnixMillis(2000);
        leg.ended = fromUnixMillis(8000);
        QCOMPARE(toUnixMillis(*leg.startTime()), 2000);
        QCOMPARE(toUnixMillis(*leg.endTime()), 8000);
    }

    void recordIsFinalWhenEveryLegIs()
    {
        CallRecord call;
        call.root.status = LegStatus::Completed;
        QVERIFY(call.isFinal());
        call.legs.resize(2);
        call.legs[0].status = LegStatus::NoAnswer;
        call.legs[1].status = LegStatus::Ringing;
        QVERIFY(!call.isFinal());
        call.legs[1].status = LegStatus::Canceled;
        QVERIFY(call.isFinal());
        call.root.status = LegStatus::InProgress;
        QVERIFY(!call.isFinal());
    }

    void ourNumberDependsOnTheDirection()
    {
        CallRecord call;
        call.root.from = u"+13135550142"_s;
        call.root.to = u"+13132230100"_s;
        QCOMPARE(call.ourNumber(), u"+13132230100"_s);
        call.root.direction = CallDirection::InboundTrunk;
        QCOMPARE(call.ourNumber(), u"+13132230100"_s);
        call.root.direction = CallDirection::Outbound;
        QVERIFY(!call.isInbound());
        QCOMPARE(call.ourNumber(), u"+13135550142"_s);
    }

    void threadKeys()
    {
        CallCard card;
        card.id = CallId{12};
        QCOMPARE((ThreadEntry{UtcTime(), card}.key()), u"c12"_s);
        MessageBubble bubble;
        bubble.message.id = MessageId{12};
        QCOMPARE((ThreadEntry{UtcTime(), bubble}.key()), u"m12"_s);
    }
};

QTEST_GUILESS_MAIN(TestCallRecord)
#include "tst_callrecord.moc"
