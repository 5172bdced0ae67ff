// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/sqlcontactreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// What the contact panel reads about one person.
class TestSqlContactReader : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_store = std::make_unique<TemporaryStore>(*m_time);
        m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
        m_reader = std::make_unique<SqlContactReader>(m_store->databaseFile(), *m_time);
        m_conversation = store().ensureConversation(party(caller())).value();
        m_other = store().ensureConversation(party(caller(200))).value();
    }

    void nothingThereYet()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"textback.db"_s);
        SqlContactReader reader(file, *m_time);
        QVERIFY(reader.details(ConversationId{1}, zone()).value() == ContactDetails());
        {
            const auto empty = SqlConnection::open(file, SqlConnection::Mode::ReadWrite, Millis(0)).value();
            QCOMPARE(reader.details(ConversationId{1}, zone()).error().providerCode, u"not-ready"_s);
        }
        QVERIFY(details(ConversationId{99}) == ContactDetails());
        QVERIFY(details() == ContactDetails());
    }

    void countsCallsAndTexts()
    {
        const CallId missed = addCall(u"CA1"_s, caller(), -3600);
        QVERIFY(store().recordVerdict(missed, missedVerdict(-3575)));
        const CallId answered = addCall(u"CA2"_s, caller(), -60);
        QVERIFY(store().recordVerdict(answered, answeredVerdict(-35)));
        addCall(u"CA3"_s, caller(200), -30);
        store().addMessage(incoming(m_conversation, m_account, u"hello"_s, -20)).value();
        store().addMessage(outgoing(m_conversation, m_account, MessageOrigin::Person, u"hi"_s, -10)).value();
        store().addMessage(incoming(m_other, m_account, u"hello"_s, -5)).value();
        Message dropped = outgoing(m_conversation, m_account, MessageOrigin::Automatic, u"dropped"_s, -4);
        dropped.status = DeliveryStatus::Cancelled;
        store().addMessage(dropped).value();

        const ContactDetails read = details();
        QVERIFY(read.firstCall == at(-3600));
        QCOMPARE(read.calls, 2);
        QCOMPARE(read.missed, 1);
        QCOMPARE(read.texts, 2);
        QCOMPARE(read.line, ourLine());
    }

    void whatPeopleMadeOfIt()
    {
        QVERIFY(store().inbox().saveNotes(m_conversation, u"Gate code 4411"_s, at(0)));
        QVERIFY(store().inbox().saveNotes(m_other, u"Another's"_s, at(0)));
        QVERIFY(store().inbox().setTags(m_conversation, {u"New"_s, u"AC repair"_s}));
        QVERIFY(store().inbox().setTags(m_other, {u"Other"_s}));
        store().inbox().addJob({{}, m_conversation, at(1), at(5000), 48000, {}}).value();
        store().inbox().addJob({{}, m_conversation, at(2), {}, {}, at(3)}).value();
        store().inbox().addJob({{}, m_other, at(2), {}, {}, {}}).value();
        const ContactDetails read = details();
        QCOMPARE(read.notes, u"Gate code 4411"_s);
        QCOMPARE(read.tags, (QStringList{u"AC repair"_s, u"New"_s}));
        QCOMPARE(read.jobs.size(), size_t(2));
        QVERIFY(read.jobs[0].doneAt == at(3)); // the newest first
        QVERIFY(read.jobs[1].bookedFor == at(5000));
        QCOMPARE(read.jobs[1].amountCents, std::optional<qint64>(48000));
    }

    void consentWithItsProof()
    {
        QVERIFY(!details().consent);
        QVERIFY(store().consent().recordConsent({caller(), true, at(10), u"text"_s, u"STOP"_s}));
        QVERIFY((details().consent == ContactConsent{true, at(10), u"text"_s, u"STOP"_s}));
        QVERIFY(details().history.optedOut);
        QVERIFY(store().consent().recordConsent({caller(), false, at(20), u"manual"_s, u"by phone"_s}));
        // What came late changes the history, not where it stands.
        QVERIFY(store().consent().recordConsent({caller(), true, at(5), u"provider"_s, u"21610"_s}));
        QVERIFY((details().consent == ContactConsent{false, at(20), u"manual"_s, u"by phone"_s}));
        QVERIFY(!details().history.optedOut);
        QVERIFY(!m_reader->details(m_other, zone())->consent);
    }

    /// The rules are asked with what they would know themselves.
    void whatTheRulesKnow()
    {
        const CallId call = addCall(u"CA1"_s, caller(), -100);
        QVERIFY(store().recordVerdict(call, missedVerdict(-75)));
        Message text = outgoing(m_conversation, m_account, MessageOrigin::Automatic, u"Sorry"_s, -70);
        text.id = store().addMessage(text).value();
        const OutboxId item =
            store().enqueue(itemFor(text, caller(), OutboxPurpose::TextBack, call), std::chrono::hours(24)).value().value();
        store().beginAttempt(item, at(-69)).value();
        QVERIFY(store().changeItem(item, accepted(u"SM1"_s)));
        QVERIFY(store().consent().rememberCapability(caller(), NumberCapability::Landline, at(1000)));
        QVERIFY(store().consent().recordDoubt({caller(), at(-10), u"stop"_s, u"please stop"_s}));
        QVERIFY(store().inbox().renameContact(m_conversation, u"Maria"_s));
        const ContactDetails read = details();
        QVERIFY(read.history.lastTextBack == at(-69)); // when it left
        QVERIFY(read.history.lastTextBackCallEnd == at(-75));
        QVERIFY(read.history.cannotText == NumberCapability::Landline);
        QVERIFY(read.history.frozen);
        QVERIFY(read.history.isKnownContact);
        QVERIFY(!read.history.textedThisCall);
        CallRecord pretended;
        pretended.account = m_account;
        QVERIFY(read.history == store().callerHistory(caller(), pretended).value());
        QVERIFY(read.usage == store().usage(m_account, caller(), UsageSpans::at(m_time->utcNow(), zone())).value());
        QVERIFY(m_reader->details(m_other, zone())->history == CallerHistory());
    }

    void whatOthersTextedAfterAMissedCall()
    {
        const CallId call = addCall(u"CA1"_s, caller(), -100);
        QVERIFY(store().recordVerdict(call, missedVerdict(-75)));
        Message foreign = outgoing(m_conversation, m_account, MessageOrigin::Elsewhere, u"We missed you"_s, -70);
        foreign.providerMessageId = u"SM9"_s;
        foreign.status = DeliveryStatus::Sent;
        store().addMessage(foreign).value();
        QVERIFY(details().history.foreign.lastTextBack == at(-70));
    }

private:
    SqlStore &store() { return m_store->store(); }
    static QTimeZone zone() { return QTimeZone("America/Detroit"); }
    ContactDetails details() { return details(m_conversation); }
    ContactDetails details(ConversationId id) { return m_reader->details(id, zone()).value(); }
    CallId addCall(const QString &id, const PhoneNumber &from, int begin)
    {
        const CallId call = store().upsertLegs(m_account, {rootLeg(id, from, begin)})->at(0);
        if (!store().attachCall(call, store().ensureConversation(party(from)).value()))
            qFatal("the call has no conversation");
        return call;
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlContactReader> m_reader;
    AccountId m_account;
    ConversationId m_conversation;
    ConversationId m_other;
};

QTEST_GUILESS_MAIN(TestSqlContactReader)
#include "tst_sqlcontactreader.moc"
