// SPDX-License-Identifier: MIT
#include "notificationfixture.h"
#include "ui/tray/notificationwords.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// Which news becomes a notification, in which words, and when it goes again.
class TestNotifications : public QObject {
    Q_OBJECT

private:
    using Fixture = NotificationFixture;
    std::unique_ptr<Fixture> f;

private slots:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

    void aTextedCallerIsQuietNews()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        f->happen(Fixture::event(EngineEvent::Kind::Call, 1));
        f->happen(Fixture::event(EngineEvent::Kind::Decision, 1, QStringLiteral("open"), QStringLiteral("send")));
        f->happen(Fixture::texted(1));
        QVERIFY(f->notifier.shown.isEmpty()); // gathered for a second
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        const Notification shown = f->notifier.shown.first();
        QCOMPARE(shown.title, QStringLiteral("Missed call from Maria Garcia"));
        QCOMPARE(shown.body, QStringLiteral("Texted in 6 s."));
        QVERIFY(!shown.urgent);
        QCOMPARE(shown.conversation, ConversationId{1});
    }

    void aReplyIsUrgentAndHoldsItsWords()
    {
        f->know(1, QString());
        f->reader.summaries[1].preview = QStringLiteral("Yes please,\n<b>tomorrow</b> \u202Eat 10");
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1));
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        QCOMPARE(f->notifier.shown.first().body, QStringLiteral("Yes please, <b>tomorrow</b> at 10"));
        QVERIFY(f->notifier.shown.first().title.endsWith(QStringLiteral("0101"))); // nobody named this number yet
        QVERIFY(f->notifier.shown.first().urgent);
    }

    void aReplyHoldsTheCustomersWordsWhateverCameAfterThem()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        f->reader.summaries[1].previewKind = PreviewKind::Elsewhere;
        f->reader.summaries[1].preview = QStringLiteral("Thanks for your message. We are closed.");
        MessageBubble reply;
        reply.message.id = MessageId{7};
        reply.message.body = QStringLiteral("Are you open?");
        f->reader.threads[1] = {ThreadEntry{{}, reply}};
        EngineEvent event = Fixture::event(EngineEvent::Kind::Reply, 1);
        event.message = MessageId{7};
        f->happen(event);
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        QCOMPARE(f->notifier.shown.first().body, QStringLiteral("Are you open?"));
    }

    void alertSaysUrgentAndWhatItIs_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("pressing");
        const QString gas = QStringLiteral("I smell gas");
        QTest::newRow("danger") << QStringLiteral("danger") << gas << QStringLiteral("Danger: I smell gas") << true;
        QTest::newRow("danger, unread") << QStringLiteral("danger") << QString() << QStringLiteral("Tells of a danger. Please call now.")
                                        << true;
        QTest::newRow("word") << QStringLiteral("urgent-word") << QStringLiteral("URGENT") << QStringLiteral("URGENT") << true;
        QTest::newRow("second call") << QStringLiteral("second-call") << QString()
                                     << QStringLiteral("Called again and reached nobody. Please call back.") << false;
        QTest::newRow("waiting") << QStringLiteral("waiting") << gas
                                 << QStringLiteral("Has been waiting for an answer. Please write or call.") << false;
    }

    void alertSaysUrgentAndWhatItIs()
    {
        QFETCH(QString, kind);
        QFETCH(QString, said);
        f->know(1, QStringLiteral("Maria Garcia"));
        f->reader.summaries[1].preview = said;
        f->reader.summaries[1].previewKind = PreviewKind::Customer;
        EngineEvent alert = Fixture::event(EngineEvent::Kind::Alert, 1, kind);
        alert.detail = QStringLiteral("raised");
        f->happen(alert);
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1)); // the same text
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        QCOMPARE(f->notifier.shown.first().title, QStringLiteral("Urgent: Maria Garcia"));
        QTEST(f->notifier.shown.first().body, "body");
        QVERIFY(f->notifier.shown.first().urgent);
        QTEST(f->notifier.shown.first().pressing, "pressing");
        alert.detail = QStringLiteral("climbed");
        f->happen(alert);
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 2);
        alert.detail = QStringLiteral("taken");
        f->happen(alert);
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 2);
    }

    void dangerIsShownWhateverElseIs()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        EngineEvent alert = Fixture::event(EngineEvent::Kind::Alert, 1, QStringLiteral("danger"));
        alert.detail = QStringLiteral("raised");
        f->open = ConversationId{1};
        f->happen(alert);
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        // And never as one of many.
        f->open = {};
        f->happen(alert);
        for (qint64 id = 2; id <= 6; ++id) {
            f->know(id, QStringLiteral("Caller %1").arg(id));
            f->happen(Fixture::texted(id));
        }
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 3);
        QCOMPARE(f->notifier.shown[1].title, QStringLiteral("Urgent: Maria Garcia"));
        QCOMPARE(f->notifier.shown[2].title, QStringLiteral("5 missed calls"));
        QVERIFY(!f->notifier.shown[2].pressing);
    }

    void climbingAlertSaysWhatMadeItUrgent()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        ConversationSummary &row = f->reader.summaries[1];
        row.previewKind = PreviewKind::Customer;
        row.preview = QStringLiteral("are you there?");
        row.alertEvidence = QStringLiteral("on fire");
        EngineEvent alert = Fixture::event(EngineEvent::Kind::Alert, 1, QStringLiteral("danger"));
        alert.detail = QStringLiteral("climbed");
        f->happen(alert);
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        QVERIFY2(f->notifier.shown[0].body.contains(QStringLiteral("on fire")), qPrintable(f->notifier.shown[0].body));
        alert.detail = QStringLiteral("staff-not-told"); // nothing to do for whoever sits here
        f->happen(alert);
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
    }

    void optingOutIsQuietNewsAndNotAReply()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        EngineEvent optOut = Fixture::event(EngineEvent::Kind::OptOut, 1);
        optOut.optedOut = true;
        f->happen(optOut);
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1)); // the word STOP itself
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        QVERIFY(f->notifier.shown.first().body.contains(QStringLiteral("STOP")));
        QVERIFY(!f->notifier.shown.first().urgent);
    }

    void aMissedCallWithoutATextNeedsAPerson_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("told");
        QTest::addColumn<bool>("urgent");
        QTest::newRow("landline") << QStringLiteral("landline") << true << true;
        QTest::newRow("second call") << QStringLiteral("cool-down") << true << true;
        QTest::newRow("opted out") << QStringLiteral("opted-out") << true << true;
        QTest::newRow("too old") << QStringLiteral("too-old") << true << true;
        QTest::newRow("watching") << QStringLiteral("mode-watch") << true << false;
        QTest::newRow("withheld") << QStringLiteral("withheld") << true << false;
        QTest::newRow("answered") << QStringLiteral("answered") << false << false;
        QTest::newRow("called back") << QStringLiteral("called-back") << false << false;
        QTest::newRow("history") << QStringLiteral("history") << false << false;
        QTest::newRow("unknown spelling") << QStringLiteral("no-such-reason") << false << false;
    }
    void aMissedCallWithoutATextNeedsAPerson()
    {
        QFETCH(const QString, reason);
        QFETCH(const bool, told);
        QFETCH(const bool, urgent);
        f->know(1, QStringLiteral("Maria Garcia"));
        f->happen(Fixture::event(EngineEvent::Kind::Decision, 1, reason, QStringLiteral("skip")));
        f->time.advance(1s);
        QCOMPARE(!f->notifier.shown.isEmpty(), told);
        if (told)
            QCOMPARE(f->notifier.shown.first().urgent, urgent);
    }

    void everySkipReasonHasItsWordsOrNone()
    {
        // A reason that is added to the list without a thought about its notification would end in an empty body.
        for (int value = 0; value <= static_cast<int>(DecisionReason::AccountRefused); ++value) {
            const EngineEvent event =
                Fixture::event(EngineEvent::Kind::Decision, 1, toString(static_cast<DecisionReason>(value)), QStringLiteral("skip"));
            if (const auto notification = notificationFor(event, ConversationSummary(), QStringLiteral("US")))
                QVERIFY2(!notification->body.isEmpty(), qPrintable(event.reason));
        }
    }

    void whatIsBeingReadIsNotNews()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        f->open = ConversationId{1};
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1));
        f->time.advance(1s);
        QVERIFY(f->notifier.shown.isEmpty());
    }

    void nothingIsShownOfAnErasedPerson()
    {
        f->know(1, QStringLiteral("Maria Garcia"), 0); // it was read already: reading again would not take it back
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1));
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        emit f->client.personErased(ConversationId{1});
        QCOMPARE(f->notifier.withdrawn, QList<ConversationId>({ConversationId{1}}));
    }

    void readingTakesItBack()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1));
        f->time.advance(1s);
        emit f->client.conversationsChanged({ConversationId{1}}); // something else of it changed
        QVERIFY(f->notifier.withdrawn.isEmpty());
        f->read(1);
        QCOMPARE(f->notifier.withdrawn, QList<ConversationId>({ConversationId{1}}));
    }

    void aBusyDatabaseDelaysButLosesNothing()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        f->reader.busy = true;
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1));
        f->time.advance(1s);
        QVERIFY(f->notifier.shown.isEmpty());
        f->reader.busy = false;
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        f->reader.busy = true;
        f->read(1);
        QVERIFY(f->notifier.withdrawn.isEmpty());
        f->reader.busy = false;
        f->time.advance(1s);
        QCOMPARE(f->notifier.withdrawn.size(), 1);
    }

    void threeAreShownAndFourAreGrouped()
    {
        for (qint64 id = 1; id <= 4; ++id)
            f->know(id, QStringLiteral("Caller %1").arg(id));
        for (qint64 id = 1; id <= 3; ++id)
            f->happen(Fixture::texted(id));
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 3);
        for (qint64 id = 1; id <= 4; ++id)
            f->happen(Fixture::texted(id));
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 4);
        QVERIFY(f->notifier.shown.last().conversation.isNull());
        QVERIFY(f->notifier.shown.last().title.startsWith(QStringLiteral("4 missed calls")));
        QVERIFY(f->notifier.shown.last().body.startsWith(QStringLiteral("Caller 1, Caller 2, Caller 3")));
        QCOMPARE(f->notifier.withdrawn.size(), 3); // the single ones make room
        for (qint64 id = 1; id <= 4; ++id)
            f->read(id);
        QCOMPARE(f->notifier.withdrawn.last(), ConversationId());
    }

    void aReplyIsNotPushedOutByAState()
    {
        f->know(1, QStringLiteral("Maria Garcia"));
        f->reader.summaries[1].preview = QStringLiteral("Help!");
        f->happen(Fixture::event(EngineEvent::Kind::Reply, 1));
        f->happen(Fixture::event(EngineEvent::Kind::Delivery, 1, QStringLiteral("delivered")));
        f->happen(Fixture::texted(1));
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        QCOMPARE(f->notifier.shown.first().body, QStringLiteral("Help!"));
    }

    void aTextThatDidNotArriveStaysUntilItIsOpened()
    {
        f->know(1, QStringLiteral("Maria Garcia"), 0);
        f->happen(Fixture::event(EngineEvent::Kind::Delivery, 1, QStringLiteral("undelivered")));
        f->time.advance(1s);
        QCOMPARE(f->notifier.shown.size(), 1);
        QVERIFY(f->notifier.shown.first().urgent);
        emit f->client.conversationsChanged({ConversationId{1}}); // nothing was unread before either
        QVERIFY(f->notifier.withdrawn.isEmpty());
        f->controller.conversationOpened(ConversationId{1});
        QCOMPARE(f->notifier.withdrawn.size(), 1);
    }

    void troubleIsToldOnceAndTakenBack()
    {
        ConnectionState state;
        state.kind = ConnectionState::Kind::SignedOut;
        emit f->client.connectionChanged(state);
        emit f->client.connectionChanged(state);
        QCOMPARE(f->notifier.shown.size(), 1);
        QVERIFY(f->notifier.shown.first().urgent);
        state.kind = ConnectionState::Kind::Online;
        emit f->client.connectionChanged(state);
        QCOMPARE(f->notifier.withdrawn, QList<ConversationId>({ConversationId()}));
        state.kind = ConnectionState::Kind::Offline; // passes by itself
        emit f->client.connectionChanged(state);
        QCOMPARE(f->notifier.shown.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
