// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

#include <QDateTime>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString &caller = maria;

/// Lets time pass until this moment of Detroit's wall clock: the program is off until shortly before, because hours of polling take long.
void runUntil(EngineHarness &h, const QString &local)
{
    const QDateTime time(QDate::fromString(local.left(10), Qt::ISODate), QTime::fromString(local.mid(11), u"hh:mm"_s),
                         QTimeZone("America/Detroit"));
    const Millis span = fromUnixMillis(time.toMSecsSinceEpoch()) - h.provider.now();
    constexpr Millis watched = 3min;
    if (span > 4 * watched)
        h.beOff(span - watched);
    h.run(fromUnixMillis(time.toMSecsSinceEpoch()) - h.provider.now());
}

/// Monday to Friday 8 to 18.
void keepShopHours(EngineHarness &h)
{
    WeeklyHours week;
    for (size_t day = 0; day < 5; ++day)
        week[day] = {{8 * 60, 18 * 60}};
    h.settings.hours.weekly = week;
}

QString lastBody(const EngineHarness &h)
{
    return h.provider.lastText() ? h.provider.lastText()->message.body : QString();
}

} // namespace

/// Texts that wait for their hour, and texts that follow others, in the whole engine.
class TestEngineSequences : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { EngineHarness::quiet(); }
    void x13WordsOfTheHour();
    void c24HeldAtNightAndSentInTheMorning();
    void c24SentAtNightByHand();
    void c28HeldIsDroppedForWhatCameSince_data();
    void c28HeldIsDroppedForWhatCameSince();
    void c28HeldTooLong();
    void heldOverARestart();
    void x21AgeLimitMadeShorterWhileATextWaits();
    void staffGetNoHoldingText();
    void c15HintOnceInThirtyDays();
    void c17FollowUpsAndTheirEnd_data();
    void c17FollowUpsAndTheirEnd();
    void c17TwoFollowUpsAndNoMore();
    void c17OffByDefault();
    void x16FollowUpWaitsForTheMorning();
    void c20OneReviewInSixtyDays();
    void c20ReviewToEverybody();
    void holdingTextWhileNobodyAnswers();
    void holdingTextCountsOpenHours();
    void plannedTextIsNoNews();
    void c32CapOfTheDay();
    void limitsHoldInABurst_data();
    void limitsHoldInABurst();
    void c32PaceOfASoleProprietor();
    void x11FilteredTwice();
    void allowanceIsTold();
    void stormUntilItIsSwitchedOff();
};

void TestEngineSequences::x13WordsOfTheHour()
{
    EngineHarness h;
    keepShopHours(h);
    h.settings.business.trade = u"plumbing"_s;
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s); // a Tuesday
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"send open"_s);
    runUntil(h, u"2026-12-01 20:00"_s);
    h.provider.addMissedCall(bob);
    h.run(20s);
    QCOMPARE(h.decision(bob), u"send closed"_s);
    QVERIFY2(lastBody(h).contains(u"Otherwise we reply 8 AM."_s), qPrintable(lastBody(h)));
}

void TestEngineSequences::c24HeldAtNightAndSentInTheMorning()
{
    EngineHarness h;
    keepShopHours(h);
    h.settings.business.trade = u"hvac"_s; // texts nobody at night
    h.startWatching();
    runUntil(h, u"2026-12-01 22:00"_s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"hold held-quiet-hours"_s);
    QCOMPARE(h.outbox(caller), u"held"_s);
    QCOMPARE(h.provider.texts(), 0);
    runUntil(h, u"2026-12-02 07:59"_s);
    QCOMPARE(h.provider.texts(), 0);
    runUntil(h, u"2026-12-02 08:02"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.decision(caller), u"send open"_s);
    // In the words for the morning, which the thread shows, too.
    QVERIFY2(lastBody(h).startsWith(u"Hi, this is Motor City Towing."_s), qPrintable(lastBody(h)));
    QCOMPARE(h.cell(u"SELECT body FROM messages"_s), lastBody(h));
    QCOMPARE(h.cell(u"SELECT rule FROM messages"_s), u"open"_s);
    QVERIFY(h.cell(u"SELECT at FROM messages"_s).toLongLong() > toUnixMillis(h.provider.now() - 5min));
    QCOMPARE(h.cell(u"SELECT count(*) FROM message_search WHERE message_search MATCH 'cooling'"_s), u"1"_s);
}

void TestEngineSequences::c24SentAtNightByHand()
{
    EngineHarness h;
    keepShopHours(h);
    h.settings.business.trade = u"hvac"_s;
    h.startWatching();
    runUntil(h, u"2026-12-01 22:00"_s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    h.engine->messages()->sendNow(h.lastMessage(caller));
    h.run(10s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.decision(caller), u"send closed"_s);
    runUntil(h, u"2026-12-02 09:00"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineSequences::c28HeldIsDroppedForWhatCameSince_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("opt-out") << u"stop"_s << u"skip opted-out"_s;
    QTest::newRow("called back") << u"call"_s << u"skip called-back"_s;
    QTest::newRow("answered") << u"answer"_s << u"skip answered-elsewhere"_s;
    QTest::newRow("written by hand") << u"write"_s << u"skip staff-in-conversation"_s;
    QTest::newRow("cancelled") << u"cancel"_s << u"skip cancelled-by-owner"_s;
}

void TestEngineSequences::c28HeldIsDroppedForWhatCameSince()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    EngineHarness h;
    keepShopHours(h);
    h.settings.business.trade = u"hvac"_s;
    h.startWatching();
    runUntil(h, u"2026-12-01 22:00"_s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    runUntil(h, u"2026-12-02 07:50"_s);
    if (what == u"stop")
        h.provider.addReply(caller, u"STOP"_s);
    else if (what == u"call")
        h.provider.addCallTo(caller);
    else if (what == u"answer")
        h.provider.addAnsweredCall(caller);
    else if (what == u"write")
        h.engine->messages()->send(h.conversation(caller), u"Good morning"_s);
    else
        h.engine->messages()->cancelWaiting(h.lastMessage(caller));
    runUntil(h, u"2026-12-02 08:05"_s);
    QCOMPARE(h.cell(u"SELECT verdict || ' ' || reason FROM decisions ORDER BY call LIMIT 1"_s), reason);
    QCOMPARE(h.cell(u"SELECT state FROM outbox WHERE purpose = 'text-back'"_s), u"skipped"_s);
}

void TestEngineSequences::c28HeldTooLong()
{
    EngineHarness h;
    keepShopHours(h);
    h.settings.rules.replyHours = ReplyHoursChoice::WhileOpen;
    h.startWatching();
    runUntil(h, u"2026-12-01 19:00"_s); // 13 hours before it opens
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"hold held-quiet-hours"_s);
    runUntil(h, u"2026-12-02 08:30"_s);
    QCOMPARE(h.decision(caller), u"skip expired-in-hold"_s);
    QCOMPARE(h.provider.texts(), 0);
}

void TestEngineSequences::heldOverARestart()
{
    EngineHarness h;
    keepShopHours(h);
    h.settings.business.trade = u"hvac"_s;
    h.startWatching();
    runUntil(h, u"2026-12-01 22:00"_s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    h.kill();
    h.time.advance(9h);
    h.restart();
    h.run(1min);
    QCOMPARE(h.provider.texts(), 0);
    runUntil(h, u"2026-12-02 08:05"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineSequences::x21AgeLimitMadeShorterWhileATextWaits()
{
    EngineHarness h;
    h.settings.rules.maxAgeMinutes = 60;
    h.settings.rules.sendDelaySeconds = 110;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    h.settings.rules.maxAgeMinutes = 1;
    h.settings.rules.sendDelaySeconds = 2;
    h.engine->applySettings(h.settings, {});
    h.run(3min);
    QCOMPARE(h.decision(caller), u"skip too-old"_s);
    QCOMPARE(h.provider.texts(), 0);
}

void TestEngineSequences::staffGetNoHoldingText()
{
    EngineHarness h;
    h.settings.waiting = {15, true, 5};
    h.settings.people.staff = {{u"Ana"_s, *PhoneNumber::parse(caller)}};
    h.startWatching();
    h.provider.addReply(caller, u"I am at the yard"_s);
    h.run(20min);
    QCOMPARE(h.provider.texts(), 0);
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox"_s), u"0"_s);
}

void TestEngineSequences::c15HintOnceInThirtyDays()
{
    EngineHarness h;
    h.settings.rules.cooldownHours = 1;
    h.settings.rules.templates.insert(u"open"_s, u"{biz}: sorry we missed you"_s);
    h.startWatching();
    const auto bodyAfter = [&](Millis pause) {
        h.beOff(pause);
        h.provider.addMissedCall(caller);
        h.run(20s);
        return lastBody(h);
    };
    QVERIFY(bodyAfter(0s).contains(u"STOP"_s));
    QVERIFY(!bodyAfter(2h).contains(u"STOP"_s));
    QVERIFY(!bodyAfter(24h * 29).contains(u"STOP"_s));
    QVERIFY(bodyAfter(24h * 2).contains(u"STOP"_s));
}

void TestEngineSequences::c17FollowUpsAndTheirEnd_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason"); // empty: the follow-up is sent
    QTest::newRow("nothing came") << QString() << QString();
    QTest::newRow("reply") << u"reply"_s << u"replied"_s;
    QTest::newRow("NO") << u"no"_s << u"replied"_s;
    QTest::newRow("opt-out") << u"stop"_s << u"opted-out"_s;
    QTest::newRow("near miss") << u"doubt"_s << u"frozen"_s;
    QTest::newRow("call back") << u"call"_s << u"called-back"_s;
    QTest::newRow("answered") << u"answer"_s << u"answered-elsewhere"_s;
    QTest::newRow("staff") << u"write"_s << u"staff-in-conversation"_s;
    QTest::newRow("booked") << u"book"_s << u"booked"_s;
    QTest::newRow("cancelled by hand") << u"cancel"_s << u"cancelled-by-owner"_s;
}

void TestEngineSequences::c17FollowUpsAndTheirEnd()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    EngineHarness h;
    h.settings.followUps.count = 2;
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.rows(u"SELECT purpose, state FROM outbox ORDER BY id"_s), (QStringList{u"text-back accepted"_s, u"follow-up-1 held"_s}));
    if (what == u"reply")
        h.provider.addReply(caller, u"Flat tire on I-94"_s);
    else if (what == u"no")
        h.provider.addReply(caller, u"NO"_s);
    else if (what == u"stop")
        h.provider.addReply(caller, u"STOP"_s);
    else if (what == u"doubt")
        h.provider.addReply(caller, u"can you stop by at 5"_s);
    else if (what == u"call")
        h.provider.addCallTo(caller);
    else if (what == u"answer")
        h.provider.addAnsweredCall(caller);
    else if (what == u"write")
        h.engine->messages()->send(h.conversation(caller), u"Where are you?"_s);
    else if (what == u"book")
        h.engine->messages()->noteJob(h.conversation(caller), std::nullopt, 12500);
    else if (what == u"cancel")
        h.engine->messages()->cancelWaiting(MessageId{h.cell(u"SELECT message FROM outbox WHERE purpose = 'follow-up-1'"_s).toLongLong()});
    h.run(1min);
    h.beOff(58min);
    h.run(5min);
    const QString row = h.cell(u"SELECT state || ' ' || ifnull(why, '') FROM outbox WHERE purpose = 'follow-up-1'"_s).trimmed();
    QCOMPARE(row, reason.isEmpty() ? u"accepted"_s : u"skipped "_s + reason);
    QCOMPARE(h.cell(u"SELECT verdict FROM decisions ORDER BY call LIMIT 1"_s), u"send"_s); // of the call
    if (reason.isEmpty())
        QVERIFY2(lastBody(h).contains(u"still need that tow"_s), qPrintable(lastBody(h)));
}

void TestEngineSequences::c17TwoFollowUpsAndNoMore()
{
    EngineHarness h;
    h.settings.followUps = {2, 30, 24};
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    h.beOff(28min);
    h.run(3min);
    h.beOff(24h - 2min);
    h.run(5min);
    h.beOff(24h * 5);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 3);
    QCOMPARE(h.rows(u"SELECT purpose, state FROM outbox ORDER BY id"_s),
             (QStringList{u"text-back accepted"_s, u"follow-up-1 accepted"_s, u"follow-up-2 accepted"_s}));
}

void TestEngineSequences::c17OffByDefault()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(1min);
    h.beOff(26h);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox"_s), u"1"_s);
}

void TestEngineSequences::x16FollowUpWaitsForTheMorning()
{
    EngineHarness h;
    h.settings.followUps.count = 1;
    h.startWatching();
    runUntil(h, u"2026-12-01 20:30"_s); // Michigan: 9 to 21
    h.provider.addMissedCall(caller);
    h.run(1min);
    runUntil(h, u"2026-12-02 08:55"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.cell(u"SELECT state FROM outbox WHERE purpose = 'follow-up-1'"_s), u"held"_s);
    runUntil(h, u"2026-12-02 09:05"_s);
    QCOMPARE(h.provider.textsTo(caller), 2);
}

void TestEngineSequences::c20OneReviewInSixtyDays()
{
    EngineHarness h;
    h.settings.reviews = {true, 2};
    h.settings.business.reviewLink = u"https://g.page/r/motor-city"_s;
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    h.provider.addReply(caller, u"Thanks, all good"_s);
    h.run(12s);
    h.engine->messages()->noteJob(h.conversation(caller), std::nullopt, 12500);
    h.engine->messages()->finishJob(h.conversation(caller));
    h.run(5min);
    QCOMPARE(h.provider.texts(), 0);
    h.beOff(2h);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY2(lastBody(h).contains(u"https://g.page/r/motor-city"_s), qPrintable(lastBody(h)));
    QCOMPARE(h.cell(u"SELECT count(*) FROM jobs WHERE done_at IS NOT NULL AND amount_cents = 12500"_s), u"1"_s);
    h.beOff(24h * 58);
    h.engine->messages()->finishJob(h.conversation(caller));
    h.beOff(3h);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    h.beOff(24h * 3);
    h.engine->messages()->finishJob(h.conversation(caller));
    h.beOff(3h);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 2);
}

/// Nobody is filtered by mood: who complained is asked in the same words.
void TestEngineSequences::c20ReviewToEverybody()
{
    EngineHarness h;
    h.settings.reviews = {true, 0};
    h.settings.business.reviewLink = u"https://g.page/r/motor-city"_s;
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    h.provider.addReply(caller, u"Great job, thank you!"_s);
    h.provider.addReply(bob, u"You scratched my car. Terrible."_s);
    h.run(12s);
    h.engine->messages()->finishJob(h.conversation(caller));
    h.engine->messages()->finishJob(h.conversation(bob));
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.provider.textsTo(bob), 1);
    QCOMPARE(h.cell(u"SELECT count(DISTINCT body) FROM outbox WHERE purpose = 'review'"_s), u"1"_s);
}

void TestEngineSequences::holdingTextWhileNobodyAnswers()
{
    EngineHarness h;
    h.settings.waiting = {15, true, 5};
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    h.provider.addReply(caller, u"Are you coming?"_s);
    h.provider.addReply(bob, u"Are you coming?"_s);
    h.run(5min);
    h.provider.addReply(caller, u"Hello?"_s); // waits since the first
    h.engine->messages()->send(h.conversation(bob), u"Yes"_s);
    h.run(11min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.cell(u"SELECT rule FROM messages WHERE origin = 'automatic' AND status <> 'cancelled'"_s), u"holding"_s);
    QCOMPARE(h.provider.textsTo(bob), 1); // only what was written by hand
    h.beOff(3h);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineSequences::holdingTextCountsOpenHours()
{
    EngineHarness h;
    keepShopHours(h);
    h.settings.waiting = {15, true, 5};
    h.startWatching();
    runUntil(h, u"2026-12-01 17:50"_s);
    h.provider.addReply(caller, u"Are you coming?"_s);
    h.run(1min);
    runUntil(h, u"2026-12-02 08:04"_s);
    QCOMPARE(h.provider.texts(), 0);
    runUntil(h, u"2026-12-02 08:07"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

/// What is planned for later is not what the list of conversations tells.
void TestEngineSequences::plannedTextIsNoNews()
{
    EngineHarness h;
    h.settings.followUps.count = 1;
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    h.provider.addMissedCall(caller);
    h.run(1min);
    const ConversationSummary row = **h.store->conversation(h.conversation(caller));
    QVERIFY2(row.preview.contains(u"sorry we missed you"_s), qPrintable(row.preview));
    QVERIFY(row.lastActivity <= h.provider.now());
    // In the thread it stands last, and a reply comes before it.
    h.provider.addReply(bob, u"x"_s);
    const auto thread = h.reader->thread(h.conversation(caller), std::nullopt, 50);
    QVERIFY(thread.has_value());
    const auto &last = std::get<MessageBubble>(thread->back().content);
    QVERIFY(last.message.planned && last.outbox == OutboxState::Held);
}

void TestEngineSequences::c32CapOfTheDay()
{
    EngineHarness h;
    h.settings.limits.textsPerDay = 2;
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    for (int i = 0; i < 3; ++i) {
        h.provider.addMissedCall(u"+1313223%1"_s.arg(2000 + i));
        h.run(30s);
    }
    QCOMPARE(h.provider.texts(), 2);
    QCOMPARE(h.decision(u"+13132232002"_s), u"skip daily-cap"_s);
    h.engine->messages()->sendTo(*PhoneNumber::parse(u"+13132232002"_s), u"Sorry, calling you now"_s); // a person is never stopped
    h.run(5s);
    QCOMPARE(h.provider.texts(), 3);
    runUntil(h, u"2026-12-02 00:01"_s); // a new day of the business
    h.provider.addMissedCall(u"+13132232003"_s);
    h.run(30s);
    QCOMPARE(h.decision(u"+13132232003"_s), u"send open"_s);
}

void TestEngineSequences::limitsHoldInABurst_data()
{
    QTest::addColumn<QString>("limit");
    QTest::newRow("cap of the day") << u"daily-cap"_s;
    QTest::newRow("cost of the day") << u"cost-limit"_s;
    QTest::newRow("allowance") << u"allowance-stop"_s;
}

/// Texts that leave at the same time: those on their way count before the provider has answered.
void TestEngineSequences::limitsHoldInABurst()
{
    QFETCH(QString, limit);
    EngineHarness h;
    Limits &limits = h.settings.limits;
    limits.textsPerDay = limit == u"daily-cap"_s ? 2 : 0;
    limits.costPerDay = limit == u"cost-limit"_s ? 2 * limits.pricePerSegment : 0;
    limits.stopWhenUsedUp = limit == u"allowance-stop"_s;
    limits.monthlyTexts = 2;
    h.startWatching();
    runUntil(h, u"2026-12-01 10:00"_s);
    for (int i = 0; i < 8; ++i) {
        h.provider.scripts.push_back(FakeProvider::SendScript::slow(5s));
        h.provider.addMissedCall(u"+1313223%1"_s.arg(2000 + i));
    }
    h.run(2min);
    QCOMPARE(h.provider.texts(), 2);
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox WHERE state = 'skipped' AND why = '%1'"_s.arg(limit)), u"6"_s);
}

void TestEngineSequences::c32PaceOfASoleProprietor()
{
    EngineHarness h;
    h.settings.limits.carrier = CarrierTier::SoleProprietor;
    h.startWatching();
    for (int i = 0; i < 40; ++i)
        h.provider.addMissedCall(u"+1313223%1"_s.arg(2000 + i));
    h.run(5min);
    QCOMPARE(h.provider.texts(), 40);
    // In no minute more than AT&T takes.
    for (size_t i = 14; i < h.provider.allTexts.size(); ++i) {
        const auto at = [&h](size_t text) { return *h.provider.allTexts[text].message.created; };
        QVERIFY(at(i) - at(i - 14) >= 59s);
    }
}

void TestEngineSequences::x11FilteredTwice()
{
    EngineHarness h;
    h.provider.providerDescriptor.filteredCodes = {u"30007"_s};
    h.settings.business.bookingLink = u"https://book.example.com/a"_s;
    h.startWatching();
    const auto textFor = [&h](const QString &number) {
        h.provider.addMissedCall(number);
        h.run(20s);
        h.provider.setDelivery(h.provider.lastText()->message.providerMessageId, DeliveryStatus::Undelivered, u"30007"_s);
        h.run(90s);
        return lastBody(h);
    };
    QVERIFY(textFor(u"+13132232000"_s).contains(u"book.example.com"_s));
    QVERIFY(!h.notice(Notice::Kind::Filtered));
    QVERIFY(textFor(u"+13132232001"_s).contains(u"book.example.com"_s));
    QVERIFY(h.notice(Notice::Kind::Filtered));
    QCOMPARE(h.notice(Notice::Kind::Filtered)->count, 2);
    const QString plain = textFor(u"+13132232002"_s);
    QVERIFY2(!plain.contains(u"book.example.com"_s) && plain.startsWith(u"Motor City Towing"_s), qPrintable(plain));
    QCOMPARE(h.provider.textsTo(u"+13132232000"_s), 1); // the same text is not tried again
    h.beOff(25h);
    h.run(2min);
    QVERIFY(!h.notice(Notice::Kind::Filtered));
}

void TestEngineSequences::allowanceIsTold()
{
    EngineHarness h;
    h.settings.limits.monthlyTexts = 5;
    h.startWatching();
    const auto text = [&h](int i) {
        h.provider.addMissedCall(u"+1313223%1"_s.arg(2000 + i));
        h.run(2min);
        const auto notice = h.notice(Notice::Kind::Allowance);
        return notice ? notice->count : 0;
    };
    QCOMPARE(text(0), 0);
    QCOMPARE(text(1), 0);
    QCOMPARE(text(2), 0);
    QCOMPARE(text(3), 80);
    h.engine->dismissNotice(Notice::Kind::Allowance);
    QCOMPARE(text(4), 100);
    QCOMPARE(text(5), 100);
    QCOMPARE(h.provider.texts(), 6); // nothing is stopped by it
    runUntil(h, u"2026-12-01 10:00"_s);
    QVERIFY(!h.notice(Notice::Kind::Allowance));
}

void TestEngineSequences::stormUntilItIsSwitchedOff()
{
    EngineHarness h;
    h.settings.rules.storm = true;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.decision(caller), u"send storm"_s);
    h.settings.rules.storm = false;
    h.engine->applySettings(h.settings, {});
    h.run(5s);
    h.provider.addMissedCall(bob);
    h.run(20s);
    QCOMPARE(h.decision(bob), u"send open"_s);
}

QTEST_GUILESS_MAIN(TestEngineSequences)
#include "tst_enginesequences.moc"
