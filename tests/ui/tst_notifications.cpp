// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"
#include "fakeconversationreader.h"
#include "recordingnotifier.h"
#include "support/virtualtime.h"
#include "ui/tray/notificationcontroller.h"
#include "ui/tray/notificationwords.h"

#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Which news becomes a notification, in which words, and when it goes again.
class TestNotifications : public QObject {
    Q_OBJECT

private:
    struct Fixture {
        Fixture()
            : controller(
                  client, reader, notifier, time, [this](ConversationId id) { return id == open; }, [this] { return focused; })
        {
        }
        EngineClient client;
        FakeConversationReader reader;
        RecordingNotifier notifier;
        VirtualTime time;
        ConversationId open; ///< on the screen with the focus
        bool focused = false;
        NotificationController controller;

        void know(qint64 id, const QString &name, int unread = 1)
        {
            ConversationSummary summary;
            summary.id = ConversationId{id};
            summary.contactName = name;
            summary.number = *PhoneNumber::fromStored(QStringLiteral("+1313555010%1").arg(id));
            summary.unread = unread;
            summary.previewKind = PreviewKind::Customer;
            reader.summaries.insert(id, summary);
        }
        static EngineEvent event(EngineEvent::Kind kind, qint64 id, const QString &reason = {}, const QString &verdict = {})
        {
            EngineEvent result;
            result.kind = kind;
            result.conversation = ConversationId{id};
            result.reason = reason;
            result.verdict = verdict;
            return result;
        }
        static EngineEvent texted(qint64 id)
        {
            EngineEvent result = event(EngineEvent::Kind::Text, id);
            result.afterCallEnd = 6s;
            return result;
        }
        /// A customer wrote, and nobody has answered.
        void wrote(qint64 id, const QString &words)
        {
            reader.summaries[id].preview = words;
            reader.summaries[id].needsReply = true;
            happen(event(EngineEvent::Kind::Reply, id));
        }
        void choose(NotificationAmount amount, NotificationPrivacy privacy = NotificationPrivacy::NameAndText, int repeat = 0)
        {
            Settings settings;
            settings.notifications = {amount, privacy, repeat};
            emit client.settingsChanged(settings);
        }
        void happen(const EngineEvent &what) { emit client.eventOccurred(what); }
        void read(qint64 id)
        {
            reader.summaries[id].unread = 0;
            emit client.conversationsChanged({ConversationId{id}});
        }
    };

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
        const QString gas = QStringLiteral("I smell gas");
        QTest::newRow("danger") << QStringLiteral("danger") << gas << QStringLiteral("Danger: I smell gas");
        QTest::newRow("danger, unread") << QStringLiteral("danger") << QString() << QStringLiteral("Tells of a danger. Please call now.");
        QTest::newRow("word") << QStringLiteral("urgent-word") << QStringLiteral("URGENT") << QStringLiteral("URGENT");
        QTest::newRow("second call") << QStringLiteral("second-call") << QString()
                                     << QStringLiteral("Called again and reached nobody. Please call back.");
        QTest::newRow("waiting") << QStringLiteral("waiting") << gas
                                 << QStringLiteral("Has been waiting for an answer. Please write or call.");
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

    void theAmountIsHonoured_data();
    void theAmountIsHonoured();
    void noneTakesBackWhatIsShown();
    void privacyHidesNameAndText_data();
    void privacyHidesNameAndText();
    void morePrivacyTakesBackWhatIsShown();
    void aGroupNamesNobodyWhereNobodyMayBeNamed();
    void anAnswerMayBeTyped_data();
    void anAnswerMayBeTyped();
    void noSoundWhileTheWindowHasTheFocus();
    void itIsToldAgainUntilSomebodyAnswers();
    void openingEndsTheRepeats();
    void whatWaitsTogetherIsRepeatedTogether();
    void quietNewsIsNotRepeated();
    void aFailedTextIsRepeatedUntilItIsOpened();
    void repeatsFollowTheSetting();
    void troubleIsRepeatedWhileItLasts();
    void anAnswerIsAPersonsMessage();
    void anAnswerThatDidNotGoOutIsKept();
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

void TestNotifications::theAmountIsHonoured_data()
{
    QTest::addColumn<NotificationAmount>("amount");
    QTest::addColumn<bool>("quiet");
    QTest::addColumn<bool>("urgent");
    QTest::newRow("all") << NotificationAmount::All << true << true;
    QTest::newRow("when needed") << NotificationAmount::WhenNeeded << false << true;
    QTest::newRow("none") << NotificationAmount::None << false << false;
}

void TestNotifications::theAmountIsHonoured()
{
    QFETCH(const NotificationAmount, amount);
    QFETCH(const bool, quiet);
    QFETCH(const bool, urgent);
    f->choose(amount);
    f->know(1, u"Maria Garcia"_s);
    f->happen(Fixture::texted(1));
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), quiet ? 1 : 0);
    f->wrote(1, u"Help!"_s);
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), (quiet ? 1 : 0) + (urgent ? 1 : 0));
    f->notifier.shown.clear();
    ConnectionState state;
    state.kind = ConnectionState::Kind::SignedOut;
    emit f->client.connectionChanged(state);
    QCOMPARE(f->notifier.shown.size(), urgent ? 1 : 0);
}

void TestNotifications::noneTakesBackWhatIsShown()
{
    f->know(1, u"Maria Garcia"_s);
    f->know(2, u"Sofia Lopez"_s);
    f->wrote(1, u"Help!"_s);
    f->time.advance(1s);
    f->wrote(2, u"Me too!"_s); // on its way
    f->choose(NotificationAmount::None);
    QVERIFY(f->notifier.withdrawn.contains(ConversationId{1}));
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 1);
}

void TestNotifications::privacyHidesNameAndText_data()
{
    QTest::addColumn<EngineEvent>("event");
    QTest::addColumn<NotificationPrivacy>("privacy");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    const EngineEvent reply = Fixture::event(EngineEvent::Kind::Reply, 1);
    EngineEvent danger = Fixture::event(EngineEvent::Kind::Alert, 1, u"danger"_s);
    danger.detail = u"raised"_s;
    const EngineEvent failed = Fixture::event(EngineEvent::Kind::Delivery, 1, u"undelivered"_s);
    EngineEvent stop = Fixture::event(EngineEvent::Kind::OptOut, 1);
    stop.optedOut = true;
    using Privacy = NotificationPrivacy;
    QTest::newRow("reply, all") << reply << Privacy::NameAndText << u"Maria Garcia"_s << u"I smell gas"_s;
    QTest::newRow("reply, name") << reply << Privacy::Name << u"Maria Garcia"_s << u"New message"_s;
    QTest::newRow("reply, nothing") << reply << Privacy::Nothing << u"New message"_s << QString();
    QTest::newRow("danger, name") << danger << Privacy::Name << u"Urgent: Maria Garcia"_s << u"Tells of a danger. Please call now."_s;
    QTest::newRow("danger, nothing") << danger << Privacy::Nothing << u"Urgent: a customer"_s << u"Tells of a danger. Please call now."_s;
    QTest::newRow("call, nothing") << Fixture::texted(1) << Privacy::Nothing << u"Missed call from a customer"_s << u"Texted in 6 s."_s;
    QTest::newRow("failed, nothing") << failed << Privacy::Nothing << u"Text to a customer did not arrive"_s
                                     << u"Please call, or look at the reason in the conversation."_s;
    QTest::newRow("stop, nothing") << stop << Privacy::Nothing << u"A customer"_s
                                   << u"Wants no more texts (STOP). Nothing more is texted to this number."_s;
}

void TestNotifications::privacyHidesNameAndText()
{
    QFETCH(const EngineEvent, event);
    QFETCH(const NotificationPrivacy, privacy);
    QFETCH(const QString, title);
    QFETCH(const QString, body);
    f->choose(NotificationAmount::All, privacy);
    f->know(1, u"Maria Garcia"_s);
    f->reader.summaries[1].preview = u"I smell gas"_s;
    f->reader.summaries[1].alertEvidence = u"I smell gas"_s;
    f->happen(event);
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 1);
    QCOMPARE(f->notifier.shown.first().title, title);
    QCOMPARE(f->notifier.shown.first().body, body);
}

void TestNotifications::morePrivacyTakesBackWhatIsShown()
{
    f->know(1, u"Maria Garcia"_s);
    f->wrote(1, u"Help!"_s);
    f->time.advance(1s);
    f->choose(NotificationAmount::WhenNeeded); // as private as before
    QVERIFY(f->notifier.withdrawn.isEmpty());
    f->choose(NotificationAmount::WhenNeeded, NotificationPrivacy::Nothing);
    QCOMPARE(f->notifier.withdrawn, QList<ConversationId>({ConversationId{1}}));
}

void TestNotifications::aGroupNamesNobodyWhereNobodyMayBeNamed()
{
    f->choose(NotificationAmount::All, NotificationPrivacy::Nothing);
    for (qint64 id = 1; id <= 4; ++id) {
        f->know(id, u"Caller %1"_s.arg(id));
        f->wrote(id, u"Hello"_s);
    }
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 1);
    QVERIFY(f->notifier.shown.first().title.startsWith(u"4 replies"_s));
    QCOMPARE(f->notifier.shown.first().body, QString());
    QVERIFY(!f->notifier.shown.first().canAnswer);
}

void TestNotifications::anAnswerMayBeTyped_data()
{
    QTest::addColumn<NotificationPrivacy>("privacy");
    QTest::addColumn<bool>("optedOut");
    QTest::addColumn<QString>("doubt");
    QTest::addColumn<bool>("withheld");
    QTest::addColumn<bool>("expected");
    using Privacy = NotificationPrivacy;
    QTest::newRow("open") << Privacy::NameAndText << false << QString() << false << true;
    QTest::newRow("name only") << Privacy::Name << false << QString() << false << false;
    QTest::newRow("nothing") << Privacy::Nothing << false << QString() << false << false;
    QTest::newRow("opted out") << Privacy::NameAndText << true << QString() << false << false;
    QTest::newRow("may want no texts") << Privacy::NameAndText << false << u"leave me alone"_s << false << false;
    QTest::newRow("no number") << Privacy::NameAndText << false << QString() << true << false;
}

void TestNotifications::anAnswerMayBeTyped()
{
    QFETCH(const NotificationPrivacy, privacy);
    QFETCH(const bool, optedOut);
    QFETCH(const QString, doubt);
    QFETCH(const bool, withheld);
    QFETCH(const bool, expected);
    f->choose(NotificationAmount::All, privacy);
    f->know(1, u"Maria Garcia"_s);
    f->reader.summaries[1].optedOut = optedOut;
    f->reader.summaries[1].doubt = doubt;
    if (withheld)
        f->reader.summaries[1].number = PhoneNumber();
    f->wrote(1, u"Are you open?"_s);
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 1);
    QCOMPARE(f->notifier.shown.first().canAnswer, expected);
}

void TestNotifications::noSoundWhileTheWindowHasTheFocus()
{
    f->know(1, u"Maria Garcia"_s);
    f->focused = true; // with another conversation
    f->wrote(1, u"Help!"_s);
    f->time.advance(1s);
    f->focused = false;
    f->wrote(1, u"Hello?"_s);
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 2);
    QVERIFY(f->notifier.shown.first().silent);
    QVERIFY(!f->notifier.shown.last().silent);
}

void TestNotifications::itIsToldAgainUntilSomebodyAnswers()
{
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 5);
    f->know(1, u"Maria Garcia"_s);
    f->wrote(1, u"Help!"_s);
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 1);
    f->time.advance(4min + 59s);
    QCOMPARE(f->notifier.shown.size(), 1);
    f->time.advance(2s);
    QCOMPARE(f->notifier.shown.size(), 2);
    QCOMPARE(f->notifier.shown.last().body, u"Help!"_s);
    QCOMPARE(f->notifier.withdrawn, QList<ConversationId>({ConversationId{1}})); // so that it comes up anew
    f->time.advance(3min);
    f->wrote(1, u"Hello?"_s); // news of it: the time runs from here
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 3);
    f->time.advance(4min + 59s);
    QCOMPARE(f->notifier.shown.size(), 3);
    f->time.advance(2s);
    QCOMPARE(f->notifier.shown.size(), 4);
    f->reader.summaries[1].needsReply = false; // answered, from a phone maybe
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 4);
}

void TestNotifications::openingEndsTheRepeats()
{
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 1);
    f->know(1, u"Maria Garcia"_s);
    f->know(2, u"Sofia Lopez"_s);
    f->know(3, u"D. Kovalenko"_s);
    f->wrote(1, u"Help!"_s);
    f->wrote(2, u"Me too!"_s);
    f->wrote(3, u"And me!"_s);
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 3);
    f->controller.conversationOpened(ConversationId{1});
    f->controller.markRead(ConversationId{2});
    f->reader.summaries[3].snoozedUntil = f->time.utcNow() + 3h;
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 3);
}

void TestNotifications::whatWaitsTogetherIsRepeatedTogether()
{
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 10);
    for (qint64 id = 1; id <= 5; ++id) {
        f->know(id, u"Caller %1"_s.arg(id));
        f->wrote(id, u"Hello"_s);
    }
    f->time.advance(1s);
    QCOMPARE(f->notifier.shown.size(), 1);
    f->time.advance(10min + 1s);
    QCOMPARE(f->notifier.shown.size(), 2);
    QVERIFY(f->notifier.shown.last().title.startsWith(u"5 replies"_s));
    for (const qint64 id : {1, 2})
        f->controller.conversationOpened(ConversationId{id});
    f->time.advance(10min + 1s);
    QCOMPARE(f->notifier.shown.size(), 5); // three that still wait, each by itself
    QCOMPARE(f->notifier.shown.last().title, u"Caller 5"_s);
}

void TestNotifications::quietNewsIsNotRepeated()
{
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 1);
    f->know(1, u"Maria Garcia"_s);
    f->reader.summaries[1].needsReply = true;
    f->happen(Fixture::texted(1));
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 1);
}

void TestNotifications::aFailedTextIsRepeatedUntilItIsOpened()
{
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 1);
    f->know(1, u"Maria Garcia"_s, 0); // asks for no reply
    f->happen(Fixture::event(EngineEvent::Kind::Delivery, 1, u"undelivered"_s));
    f->time.advance(1s);
    f->time.advance(1min + 1s);
    QCOMPARE(f->notifier.shown.size(), 2);
    f->controller.conversationOpened(ConversationId{1});
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 2);
}

void TestNotifications::repeatsFollowTheSetting()
{
    f->know(1, u"Maria Garcia"_s);
    f->wrote(1, u"Help!"_s);
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 1); // never, unless somebody wants it
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 5);
    f->time.advance(5min + 1s);
    QCOMPARE(f->notifier.shown.size(), 2);
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 0);
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 2);
}

void TestNotifications::troubleIsRepeatedWhileItLasts()
{
    f->choose(NotificationAmount::WhenNeeded, NotificationPrivacy::NameAndText, 5);
    ConnectionState state;
    state.kind = ConnectionState::Kind::SignedOut;
    emit f->client.connectionChanged(state);
    f->time.advance(10min);
    QCOMPARE(f->notifier.shown.size(), 3);
    state.kind = ConnectionState::Kind::Online;
    emit f->client.connectionChanged(state);
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 3);
}

void TestNotifications::anAnswerIsAPersonsMessage()
{
    f->know(1, u"Maria Garcia"_s);
    f->wrote(1, u"Are you open?"_s);
    f->time.advance(1s);
    QSignalSpy sent(&f->client, &EngineClient::sendMessageRequested);
    QSignalSpy read(&f->client, &EngineClient::markReadRequested);
    f->controller.answer(ConversationId{1}, u"Yes, until five"_s);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().at(0).value<ConversationId>(), ConversationId{1});
    QCOMPARE(sent.first().at(1).toString(), u"Yes, until five"_s);
    QCOMPARE(read.size(), 1);
    QCOMPARE(f->notifier.withdrawn, QList<ConversationId>({ConversationId{1}}));
    // Later something else of this conversation fails: that is the window's to tell.
    f->time.advance(1min);
    emit f->client.actionFailed(ConversationId{1}, Error());
    QCOMPARE(f->notifier.shown.size(), 1);
}

void TestNotifications::anAnswerThatDidNotGoOutIsKept()
{
    f->know(1, u"Maria Garcia"_s);
    f->reader.summaries[1].draft = u"We could come"_s;
    f->wrote(1, u"Are you open?"_s);
    f->time.advance(1s);
    QSignalSpy draft(&f->client, &EngineClient::saveDraftRequested);
    f->controller.answer(ConversationId{1}, u"Yes, until five"_s);
    Error error;
    error.kind = ErrorKind::Unauthorized;
    emit f->client.actionFailed(ConversationId{2}, error); // another one's
    QCOMPARE(f->notifier.shown.size(), 1);
    emit f->client.actionFailed(ConversationId{1}, error);
    QCOMPARE(draft.size(), 1);
    QCOMPARE(draft.first().at(1).toString(), u"We could come\nYes, until five"_s);
    QCOMPARE(f->notifier.shown.size(), 2);
    QCOMPARE(f->notifier.shown.last().title, u"Your answer to Maria Garcia was not sent"_s);
    QVERIFY(f->notifier.shown.last().body.endsWith(u"Your words are kept as a draft."_s));
    QVERIFY(f->notifier.shown.last().urgent);
    f->read(1); // what the answer marked as read does not take this away
    QVERIFY(f->notifier.withdrawn.size() == 1);
    emit f->client.actionFailed(ConversationId{1}, error); // told once
    QCOMPARE(f->notifier.shown.size(), 2);
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
