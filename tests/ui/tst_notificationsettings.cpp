// SPDX-License-Identifier: MIT
#include "notificationfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// How much is told, what it shows of the customer, when it is told again, and what an answer in a notification does.
class TestNotificationSettings : public QObject {
    Q_OBJECT

private:
    using Fixture = NotificationFixture;

    std::unique_ptr<Fixture> f;

private slots:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

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
};

void TestNotificationSettings::theAmountIsHonoured_data()
{
    QTest::addColumn<NotificationAmount>("amount");
    QTest::addColumn<bool>("quiet");
    QTest::addColumn<bool>("urgent");
    QTest::newRow("all") << NotificationAmount::All << true << true;
    QTest::newRow("when needed") << NotificationAmount::WhenNeeded << false << true;
    QTest::newRow("none") << NotificationAmount::None << false << false;
}

void TestNotificationSettings::theAmountIsHonoured()
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

void TestNotificationSettings::noneTakesBackWhatIsShown()
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

void TestNotificationSettings::privacyHidesNameAndText_data()
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

void TestNotificationSettings::privacyHidesNameAndText()
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

void TestNotificationSettings::morePrivacyTakesBackWhatIsShown()
{
    f->know(1, u"Maria Garcia"_s);
    f->wrote(1, u"Help!"_s);
    f->time.advance(1s);
    f->choose(NotificationAmount::WhenNeeded); // as private as before
    QVERIFY(f->notifier.withdrawn.isEmpty());
    f->choose(NotificationAmount::WhenNeeded, NotificationPrivacy::Nothing);
    QCOMPARE(f->notifier.withdrawn, QList<ConversationId>({ConversationId{1}}));
}

void TestNotificationSettings::aGroupNamesNobodyWhereNobodyMayBeNamed()
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

void TestNotificationSettings::anAnswerMayBeTyped_data()
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

void TestNotificationSettings::anAnswerMayBeTyped()
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

void TestNotificationSettings::noSoundWhileTheWindowHasTheFocus()
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

void TestNotificationSettings::itIsToldAgainUntilSomebodyAnswers()
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

void TestNotificationSettings::openingEndsTheRepeats()
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

void TestNotificationSettings::whatWaitsTogetherIsRepeatedTogether()
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

void TestNotificationSettings::quietNewsIsNotRepeated()
{
    f->choose(NotificationAmount::All, NotificationPrivacy::NameAndText, 1);
    f->know(1, u"Maria Garcia"_s);
    f->reader.summaries[1].needsReply = true;
    f->happen(Fixture::texted(1));
    f->time.advance(1h);
    QCOMPARE(f->notifier.shown.size(), 1);
}

void TestNotificationSettings::aFailedTextIsRepeatedUntilItIsOpened()
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

void TestNotificationSettings::repeatsFollowTheSetting()
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

void TestNotificationSettings::troubleIsRepeatedWhileItLasts()
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

void TestNotificationSettings::anAnswerIsAPersonsMessage()
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

void TestNotificationSettings::anAnswerThatDidNotGoOutIsKept()
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

QTEST_GUILESS_MAIN(TestNotificationSettings)
#include "tst_notificationsettings.moc"
