// SPDX-License-Identifier: MIT
#include "domain/ports/alertstore.h"
#include "domain/ports/consentstore.h"
#include "domain/ports/erasurestore.h"
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QFile>
#include <QMap>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const PhoneNumber maria = caller(142);
const PhoneNumber bob = caller(143);
const PhoneNumber staff = number(u"+13132230199"_s);
/// A word that nobody else writes. An index may keep the beginning of a word apart from its rest.
const QString word = u"xylophonist"_s;
const QByteArray restOfWord = "ophonist";

} // namespace

/// Everything about one person is deleted, and nothing brings it back.
class TestErasure : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyTableForgets();
    void theFileForgets();
    void theIdsOfTheProviderStay();
    void lateLegsOfADeletedCall();
    void stopStays();
    void textsStillCount();
    void countingEnds();
    void textsOfUnknownEnd();
    void whatHinders_data();
    void whatHinders();
    void whatWaitsForLaterGoes();
    void idsAreNotGivenAgain();
    void whatIsWrittenLateIsNotKept();
    void allOrNothing();
    void nobodyTwice();

private:
    /// Every kind of row that a person can have. `last`: the end of its ids.
    ConversationId live(const PhoneNumber &who, const QString &last);
    OutboxId text(ConversationId conversation, const PhoneNumber &to, OutboxPurpose purpose, MessageOrigin origin, int seconds,
                  CallId call = {});
    void accept(OutboxId item, const QString &providerId);
    CallId missedCall(const PhoneNumber &who, const QString &id, int seconds, ConversationId conversation);
    QStringList rows(const QString &sql) const;
    QMap<QString, int> counts() const;
    void wipe();
    ErasureStore &erasure() { return (*m_store)->erasure(); }
    bool fileHolds(const QByteArray &bytes) const;

    VirtualTime m_time;
    std::unique_ptr<TemporaryStore> m_store;
    AccountId m_account;
    ConversationId m_staff;
    ConversationId m_stranger;
};

void TestErasure::init()
{
    m_store = std::make_unique<TemporaryStore>(m_time);
    m_account = (*m_store)->openAccount(u"twilio"_s, u"AC1"_s)->id;
    m_staff = (*m_store)->ensureConversation(party(staff)).value();
    m_stranger = (*m_store)->ensureConversation(party(caller(199))).value();
}

void TestErasure::cleanup()
{
    m_store.reset();
}

OutboxId TestErasure::text(ConversationId conversation, const PhoneNumber &to, OutboxPurpose purpose, MessageOrigin origin, int seconds,
                           CallId call)
{
    Message message = outgoing(conversation, m_account, origin, u"Hello "_s + word, seconds);
    message.id = (*m_store)->addMessage(message).value();
    return (*m_store)->enqueue(itemFor(message, to, purpose, call), 0ms)->value();
}

void TestErasure::accept(OutboxId item, const QString &providerId)
{
    QVERIFY((*m_store)->beginAttempt(item, at(60)));
    QVERIFY((*m_store)->changeItem(item, accepted(providerId)));
}

CallId TestErasure::missedCall(const PhoneNumber &who, const QString &id, int seconds, ConversationId conversation)
{
    const CallId call = (*m_store)->upsertLegs(m_account, {rootLeg(id, who, seconds), childLeg(id + u"-child"_s, id, seconds)})->front();
    if (!(*m_store)->attachCall(call, conversation) || !(*m_store)->recordVerdict(call, missedVerdict(seconds + 25)) ||
        !(*m_store)->recordDecision(call, Decision::send(SendRule::Open, at(seconds + 27))))
        qFatal("no call");
    return call;
}

ConversationId TestErasure::live(const PhoneNumber &who, const QString &last)
{
    SqlStore &store = m_store->store();
    const ConversationId id = store.ensureConversation(party(who)).value();
    bool ok = store.inbox().renameContact(id, u"Maria "_s + word).has_value();
    const CallId call = missedCall(who, u"CA-"_s + last, 0, id);
    CallLeg waiting = childLeg(u"CA-wait-"_s + last, u"CA-elsewhere"_s, 5);
    waiting.to = u"(313) 555-0"_s + who.e164().right(3);
    ok = ok && store.upsertLegs(m_account, {waiting}).has_value();
    accept(text(id, who, OutboxPurpose::TextBack, MessageOrigin::Automatic, 30, call), u"SM-out-"_s + last);
    const MessageId sent = store.messageByProviderId(m_account, u"SM-out-"_s + last)->value().id;
    ok = ok && store.reportDelivery(sent, {DeliveryStatus::Delivered, {}, {}, at(70)}).has_value();
    Message theirs = incoming(id, m_account, u"I am a "_s + word, 100);
    theirs.providerMessageId = u"SM-in-"_s + last;
    ok = ok && store.addMessage(theirs).has_value();
    InboxStore &inbox = store.inbox();
    ok = ok && inbox.saveDraft(id, word, at(110)) && inbox.saveNotes(id, word, at(110)) && inbox.setTags(id, {word});
    ok = ok && inbox.addJob({{}, id, at(120), at(9000), 100, {}});
    ok = ok && inbox.linkNumbers(id, m_staff) && inbox.refuseLink(id, m_stranger);
    AlertStore &alerts = store.alerts();
    Alert alert;
    alert.conversation = id;
    alert.kind = AlertKind::UrgentWord;
    alert.words = word;
    alert.since = alert.raisedAt = alert.toldAt = at(100);
    ok = ok && store
                   .transact([&]() -> Result<void> {
                       if (!alerts.writeAlert(alert, AlertStep::Raised) || !alerts.startWaiting({id, at(100), at(700), word}))
                           qFatal("no alert");
                       const DutyCase duty = alerts.saveCase({{}, alerts.newestTag().value() + 1, id, at(100), at(100), {}}).value();
                       Message told = outgoing(m_staff, m_account, MessageOrigin::Automatic, word + u" called"_s, 130);
                       told.id = store.addMessage(told).value();
                       const OutboxId item = store.enqueue(itemFor(told, staff, OutboxPurpose::StaffAlert), 0ms)->value();
                       if (!alerts.noteDutyText({told.id, duty.id, staff, at(130)}) || !store.beginAttempt(item, at(131)) ||
                           !store.changeItem(item, accepted(u"SM-staff-"_s + last)))
                           qFatal("no case");
                       return {};
                   })
                   .has_value();
    ok = ok && store.consent().recordDoubt({who, at(100), word, word}).has_value();
    ok = ok && store.consent().dismissDoubts(who, at(140)).has_value();
    ok = ok && store.consent().rememberCapability(who, NumberCapability::Landline, at(100000)).has_value();
    const QString connection = u"notes"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(m_store->databaseFile());
        ok = ok && database.open() &&
             QSqlQuery(database).exec(u"INSERT INTO thread_notes (conversation, at, body) VALUES (%1, 1, '%2')"_s.arg(id.value).arg(word));
    }
    QSqlDatabase::removeDatabase(connection);
    if (!ok)
        qFatal("nobody lives");
    return id;
}

QStringList TestErasure::rows(const QString &sql) const
{
    QStringList found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"rows"_s);
        database.setDatabaseName(m_store->databaseFile());
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!database.open())
            qFatal("no database");
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("wrong: %s", qPrintable(sql));
        const int columns = int(query.record().count());
        while (query.next()) {
            QStringList row;
            for (int i = 0; i < columns; ++i)
                row.append(QString::fromUtf8(query.value(i).toByteArray()));
            found.append(row.join(u'|'));
        }
    }
    QSqlDatabase::removeDatabase(u"rows"_s);
    return found;
}

QMap<QString, int> TestErasure::counts() const
{
    QMap<QString, int> counts;
    for (const QString &table :
         rows(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%search_%'"_s))
        counts.insert(table, rows(u"SELECT count(*) FROM %1"_s.arg(table)).value(0).toInt());
    return counts;
}

void TestErasure::wipe()
{
    for (int i = 0; i < 1000; ++i) {
        const auto wiped = erasure().wipeSome();
        QVERIFY(wiped);
        if (*wiped == ErasureStore::Wipe::Done)
            return;
    }
    QFAIL("it does not end");
}

bool TestErasure::fileHolds(const QByteArray &bytes) const
{
    bool holds = false;
    for (const QString &end : {u""_s, u"-wal"_s}) {
        QFile file(m_store->databaseFile() + end);
        if (file.open(QIODevice::ReadOnly))
            holds = holds || file.readAll().contains(bytes);
    }
    return holds;
}

/// A table that is added later must be emptied, too, or be named here as one that knows nobody.
void TestErasure::everyTableForgets()
{
    const QSet<QString> impersonal{u"settings"_s,    u"maintenance"_s, u"accounts"_s,    u"account_numbers"_s, u"cursors"_s,
                                   u"ring_days"_s,   u"usage_slots"_s, u"device_role"_s, u"inbox_counts"_s,    u"rule_versions"_s,
                                   u"erased_rows"_s, u"used_ids"_s,    u"kept_texts"_s,  u"duty_off"_s};
    const QSet<QString> kept{u"consents"_s, u"consent_log"_s};
    live(bob, u"bob"_s);
    const QStringList inboxBefore = rows(u"SELECT * FROM inbox_counts"_s);
    const QStringList summariesBefore = rows(u"SELECT * FROM conversation_summaries"_s);
    const auto found = [this] {
        QStringList found;
        for (const QString &index : {u"message_search"_s, u"contact_search"_s, u"number_search"_s, u"note_search"_s}) {
            const QString text = index == u"number_search" ? u"55501"_s : word;
            found += index + rows(u"SELECT rowid FROM %1 WHERE %1 MATCH '%2' ORDER BY rowid"_s.arg(index, text)).join(u' ');
        }
        return found;
    };
    const QStringList foundBefore = found();
    const auto before = counts();
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY(found() != foundBefore);
    QVERIFY((*m_store)->consent().recordConsent({maria, true, at(150), u"text"_s, u"STOP"_s}));
    QVERIFY((*m_store)->inbox().setSnoozed(id, at(5000)));
    const auto with = counts();
    for (auto table = with.begin(); table != with.end(); ++table) {
        if (!impersonal.contains(table.key()))
            QVERIFY2(table.value() > before[table.key()], qPrintable(table.key() + u" has nothing of hers: add it to live()"_s));
    }
    const auto erased = erasure().erase(id, m_time.utcNow());
    QVERIFY2(erased, erased ? "" : qPrintable(erased.error().detail));
    const auto after = counts();
    for (auto table = after.begin(); table != after.end(); ++table) {
        if (!impersonal.contains(table.key()) && !kept.contains(table.key()))
            QVERIFY2(table.value() == before[table.key()], qPrintable(table.key() + u" still has something of hers"_s));
    }
    QCOMPARE(rows(u"SELECT * FROM inbox_counts"_s), inboxBefore);
    QCOMPARE(rows(u"SELECT * FROM conversation_summaries"_s), summariesBefore);
    QVERIFY(rows(u"PRAGMA foreign_key_check"_s).isEmpty());
    QCOMPARE(found(), foundBefore);
    // Her number is nowhere but where it has to be.
    QSet<QString> holders;
    for (const QString &table : after.keys()) {
        if (table.endsWith(u"_search"))
            continue;
        for (const QString &row : rows(u"SELECT * FROM %1"_s.arg(table))) {
            if (row.contains(u"3135550142"_s) || row.contains(u"555-0142"_s))
                holders.insert(table);
        }
    }
    QCOMPARE(holders, (QSet<QString>{u"consents"_s, u"consent_log"_s, u"kept_texts"_s}));
}

/// Not in its free pages, not in the search indexes, and not in the log.
void TestErasure::theFileForgets()
{
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY((*m_store)->inbox().saveDraft(id, u"longer "_s.repeated(2000) + word, at(200)));
    const ConversationId other = (*m_store)->ensureConversation(party(bob)).value();
    QVERIFY((*m_store)->addMessage(incoming(other, m_account, u"Plain words, kept"_s, 300)));
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    QVERIFY(fileHolds(restOfWord));
    wipe();
    QVERIFY(!fileHolds(restOfWord));
    QVERIFY(!fileHolds("555-0142"));
    QVERIFY(fileHolds("Plain words, kept"));
    QCOMPARE(rows(u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    QCOMPARE(rows(u"SELECT rowid FROM message_search WHERE message_search MATCH 'plain'"_s).size(), 1);
    QVERIFY(erasure().wipeSome() == ErasureStore::Wipe::Done);
    // A program that ended meanwhile goes on.
    QVERIFY(erasure().erase(live(maria, u"again"_s), m_time.utcNow()));
    QVERIFY(erasure().wipeSome() == ErasureStore::Wipe::More);
    m_store->reopen();
    wipe();
    QVERIFY(!fileHolds(restOfWord));
}

void TestErasure::theIdsOfTheProviderStay()
{
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY(!erasure().isErased(m_account, u"SM-in-maria"_s).value());
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    for (const QString &message : {u"SM-in-maria"_s, u"SM-out-maria"_s, u"SM-staff-maria"_s})
        QVERIFY2(erasure().isErased(m_account, message).value(), qPrintable(message));
    const AccountId other = (*m_store)->openAccount(u"twilio"_s, u"AC2"_s)->id;
    QVERIFY(!erasure().isErased(other, u"SM-in-maria"_s).value());
    // The log is read once more, and its rows have changed.
    CallLeg root = rootLeg(u"CA-maria"_s, maria, 0);
    root.updated = at(500);
    QVERIFY((*m_store)->upsertLegs(m_account, {root, childLeg(u"CA-maria-child"_s, u"CA-maria"_s, 0)})->empty());
    QCOMPARE(rows(u"SELECT count(*) FROM call_legs"_s), QStringList{u"0"_s});
    // A call that nobody knew is a call.
    QCOMPARE((*m_store)->upsertLegs(m_account, {rootLeg(u"CA-new"_s, maria, 600)})->size(), size_t(1));
}

void TestErasure::lateLegsOfADeletedCall()
{
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    QVERIFY((*m_store)->upsertLegs(m_account, {childLeg(u"CA-grandchild"_s, u"CA-late"_s, 3)})->empty());
    QCOMPARE(rows(u"SELECT count(*) FROM call_legs"_s), QStringList{u"1"_s}); // it waits: nobody knows whose it is
    QVERIFY((*m_store)->upsertLegs(m_account, {childLeg(u"CA-late"_s, u"CA-maria"_s, 2)})->empty());
    QCOMPARE(rows(u"SELECT count(*) FROM call_legs"_s), QStringList{u"0"_s});
    QVERIFY((*m_store)->upsertLegs(m_account, {childLeg(u"CA-grandchild"_s, u"CA-late"_s, 3)})->empty());
    QCOMPARE(rows(u"SELECT count(*) FROM call_legs"_s), QStringList{u"0"_s});
}

void TestErasure::stopStays()
{
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY((*m_store)->consent().recordConsent({maria, true, at(150), u"text"_s, u"STOP"_s}));
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    QVERIFY((*m_store)->consent().isOptedOut(maria).value());
    QCOMPARE(rows(u"SELECT opted_out, evidence FROM consent_log"_s), QStringList{u"1|STOP"_s});
    const ConversationId anew = (*m_store)->ensureConversation(party(maria)).value();
    QVERIFY((*m_store)->conversation(anew)->value().optedOut);
    QVERIFY((*m_store)->conversation(anew)->value().contactName.isEmpty());
}

/// She got a text a moment ago: the next call is a second one, and the cool-down holds, whatever was deleted.
void TestErasure::textsStillCount()
{
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    const ConversationId anew = (*m_store)->ensureConversation(party(maria)).value();
    const CallId call = missedCall(maria, u"CA-next"_s, 300, anew);
    const CallerHistory history = (*m_store)->callerHistory(maria, (*m_store)->call(call).value()).value();
    QVERIFY(history.lastTextBack && *history.lastTextBack == at(60));
    QVERIFY(!history.textedThisCall && !history.isKnownContact && !history.cannotText);
    Message message = outgoing(anew, m_account, MessageOrigin::Automatic, u"Hi"_s, 330);
    message.id = (*m_store)->addMessage(message).value();
    QVERIFY(!(*m_store)->enqueue(itemFor(message, maria, OutboxPurpose::TextBack, call), 24h)->has_value());
    // And again, after another deletion in between.
    QVERIFY((*m_store)->removeMessage(message.id));
    QVERIFY(erasure().erase(anew, m_time.utcNow()));
    QVERIFY((*m_store)->callerHistory(maria, {})->lastTextBack == at(60));
}

void TestErasure::countingEnds()
{
    QVERIFY(erasure().erase(live(maria, u"maria"_s), m_time.utcNow()));
    QCOMPARE(rows(u"SELECT number FROM kept_texts"_s), QStringList{maria.e164()});
    const auto someone = [&](int last) { return (*m_store)->ensureConversation(party(caller(last))).value(); };
    QVERIFY(erasure().erase(someone(1), m_time.utcNow() + 24h * 59));
    QCOMPARE(rows(u"SELECT count(*) FROM kept_texts"_s), QStringList{u"1"_s});
    QVERIFY(erasure().erase(someone(2), m_time.utcNow() + 24h * 60));
    QCOMPARE(rows(u"SELECT count(*) FROM kept_texts"_s), QStringList{u"0"_s});
}

/// The provider may list it yet, under an id that nobody knows.
void TestErasure::textsOfUnknownEnd()
{
    const ConversationId id = (*m_store)->ensureConversation(party(maria)).value();
    const OutboxId item = text(id, maria, OutboxPurpose::Manual, MessageOrigin::Person, 30);
    QVERIFY((*m_store)->beginAttempt(item, at(1000)));
    OutboxChange change = toState(OutboxState::Unknown);
    change.endedAt = at(1010);
    QVERIFY((*m_store)->changeItem(item, change));
    QVERIFY((*m_store)->changeItem(item, toState(OutboxState::Unconfirmed)));
    QVERIFY(!erasure().mayBeErased(maria, at(1000)).value());
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    QVERIFY(erasure().mayBeErased(maria, at(1000)).value());
    QVERIFY(!erasure().mayBeErased(bob, at(1000)).value());
    QVERIFY(!erasure().mayBeErased(maria, at(900)).value());
    QVERIFY(!erasure().mayBeErased(maria, at(2000)).value());
}

void TestErasure::whatHinders_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("a text that is due") << u"due"_s << u"text-on-its-way"_s;
    QTest::newRow("a person's text that waits") << u"manual"_s << u"text-on-its-way"_s;
    QTest::newRow("in flight") << u"inflight"_s << u"text-on-its-way"_s;
    QTest::newRow("nobody knows whether it went") << u"unknown"_s << u"text-on-its-way"_s;
    QTest::newRow("to staff about her") << u"staff"_s << u"text-on-its-way"_s;
    QTest::newRow("it rings") << u"rings"_s << u"call-going-on"_s;
    QTest::newRow("not decided yet") << u"undecided"_s << u"call-going-on"_s;
    QTest::newRow("maybe an opt-out") << u"doubt"_s << u"doubt-open"_s;
    QTest::newRow("a call that never ended") << u"old"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestErasure::whatHinders()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    SqlStore &store = m_store->store();
    const ConversationId id = store.ensureConversation(party(maria)).value();
    const int now = 0;
    if (what == u"due" || what == u"inflight" || what == u"unknown") {
        const OutboxId item = text(id, maria, OutboxPurpose::TextBack, MessageOrigin::Automatic, now, missedCall(maria, u"CA1"_s, -40, id));
        QVERIFY(what == u"due" || store.beginAttempt(item, at(now)));
        QVERIFY(what != u"unknown" || store.changeItem(item, toState(OutboxState::Unknown)));
    } else if (what == u"manual") {
        text(id, maria, OutboxPurpose::Manual, MessageOrigin::Person, now + 3600);
    } else if (what == u"staff") {
        QVERIFY(store.transact([&]() -> Result<void> {
            const DutyCase duty = store.alerts().saveCase({{}, 1, id, at(0), at(0), {}}).value();
            Message told = outgoing(m_staff, m_account, MessageOrigin::Automatic, word, now);
            told.id = store.addMessage(told).value();
            (void)store.enqueue(itemFor(told, staff, OutboxPurpose::StaffAlert), 0ms).value();
            return store.alerts().noteDutyText({told.id, duty.id, staff, at(now)});
        }));
    } else if (what == u"rings" || what == u"undecided" || what == u"old") {
        const LegStatus status = what == u"undecided" ? LegStatus::Completed : LegStatus::Ringing;
        const CallId call = store.upsertLegs(m_account, {rootLeg(u"CA1"_s, maria, what == u"old" ? -25 * 3600 : -30, status)})->front();
        QVERIFY(store.attachCall(call, id));
    } else if (what == u"doubt") {
        QVERIFY(store.consent().recordDoubt({maria, at(0), word, word}));
    }
    const auto before = counts();
    const auto erased = erasure().erase(id, at(now));
    QCOMPARE(erased ? QString() : erased.error().providerCode, code);
    if (!code.isEmpty())
        QCOMPARE(counts(), before);
    QCOMPARE(store.conversation(id)->has_value(), !code.isEmpty());
}

/// A text that quiet hours hold or that follows later is not sent, and counts as none.
void TestErasure::whatWaitsForLaterGoes()
{
    const ConversationId id = (*m_store)->ensureConversation(party(maria)).value();
    const CallId call = missedCall(maria, u"CA1"_s, -40, id);
    Message message = outgoing(id, m_account, MessageOrigin::Automatic, word, 0);
    message.id = (*m_store)->addMessage(message).value();
    OutboxItem held = itemFor(message, maria, OutboxPurpose::TextBack, call);
    held.state = OutboxState::Held;
    held.notBefore = at(8 * 3600);
    QVERIFY((*m_store)->enqueue(held, 24h)->has_value());
    QVERIFY(erasure().erase(id, at(0)));
    QVERIFY(!(*m_store)->nextDue(m_account)->has_value());
    QCOMPARE(rows(u"SELECT count(*) FROM outbox"_s), QStringList{u"0"_s});
    QVERIFY(!(*m_store)->callerHistory(maria, {})->lastTextBack);
    QCOMPARE(rows(u"SELECT count(*) FROM kept_texts"_s), QStringList{u"0"_s});
}

/// A window may still hold the id of whom it showed: a text to it must not go to somebody else.
void TestErasure::idsAreNotGivenAgain()
{
    const ConversationId id = live(maria, u"maria"_s);
    const QString newest = u"SELECT max(id) FROM %1"_s;
    QMap<QString, int> before;
    for (const QString &table : {u"conversations"_s, u"calls"_s, u"messages"_s, u"outbox"_s})
        before.insert(table, rows(newest.arg(table)).value(0).toInt());
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    live(bob, u"bob"_s);
    for (auto table = before.begin(); table != before.end(); ++table) {
        const int first =
            rows(u"SELECT min(id) FROM %1 WHERE id > %2"_s.arg(table.key()).arg(table.key() == u"conversations" ? m_stranger.value : 0))
                .value(0)
                .toInt();
        QVERIFY2(first > table.value(), qPrintable(table.key()));
    }
}

void TestErasure::whatIsWrittenLateIsNotKept()
{
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    QVERIFY((*m_store)->inbox().saveDraft(id, word, at(900)));
    QVERIFY((*m_store)->inbox().saveNotes(id, word, at(900)));
    QVERIFY((*m_store)->inbox().setTags(id, {word}));
    QVERIFY((*m_store)->inbox().saveThreadNote(id, {{}, at(900), word}));
    for (const QString &table : {u"drafts"_s, u"contact_notes"_s, u"conversation_tags"_s, u"thread_notes"_s})
        QCOMPARE(rows(u"SELECT count(*) FROM "_s + table), QStringList{u"0"_s});
}

void TestErasure::allOrNothing()
{
    const ConversationId id = live(maria, u"maria"_s);
    const auto before = counts();
    QVERIFY(!(*m_store)->transact([&]() -> Result<void> {
        if (const auto erased = erasure().erase(id, m_time.utcNow()); !erased)
            qFatal("not erased");
        return tl::unexpected(Error{ErrorKind::Storage, u"the power fails"_s, {}, 0, {}});
    }));
    QCOMPARE(counts(), before);
    QVERIFY(!erasure().isErased(m_account, u"SM-in-maria"_s).value());
    QCOMPARE((*m_store)->conversation(id)->value().contactName, u"Maria "_s + word);
}

void TestErasure::nobodyTwice()
{
    const ConversationId id = live(maria, u"maria"_s);
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    const auto before = counts();
    QVERIFY(erasure().erase(id, m_time.utcNow()));
    QCOMPARE(counts(), before);
    const ConversationId withheld = (*m_store)->ensureConversation({CallerKind::Withheld, {}, QString::fromUtf16(withheldAddress)}).value();
    QVERIFY(!erasure().erase(withheld, m_time.utcNow())); // many people, or nobody
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
