// SPDX-License-Identifier: MIT
#include "domain/ports/conversationreader.h"
#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/startup/linewriter.h"
#include "ui/startup/narrator.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// One conversation with what the test put into it.
class OneConversation final : public ConversationReader {
public:
    ConversationSummary summary;
    std::vector<ThreadEntry> entries;
    bool busy = false;

    Result<std::vector<ConversationSummary>> conversations(ConversationFilter, std::optional<ConversationKey>, int) override
    {
        return std::vector<ConversationSummary>{summary};
    }
    Result<std::optional<ConversationSummary>> conversation(ConversationId) override
    {
        if (busy)
            return tl::unexpected(Error{ErrorKind::Storage, {}, {}, 0, {}});
        return std::optional(summary);
    }
    Result<InboxCounts> counts() override { return InboxCounts(); }
    Result<std::vector<LateCall>> lateCalls(UtcTime, UtcTime, int) override { return std::vector<LateCall>(); }
    Result<std::vector<ThreadEntry>> thread(ConversationId, std::optional<ThreadKey>, int) override
    {
        if (busy)
            return tl::unexpected(Error{ErrorKind::Storage, {}, {}, 0, {}});
        return entries;
    }
    Result<std::vector<ThreadEntry>> threadFrom(ConversationId id, const ThreadKey &, int limit) override { return thread(id, {}, limit); }
    Result<std::vector<ConversationSummary>> search(const QString &, int) override { return std::vector<ConversationSummary>(); }
};

} // namespace

class TestNarrator : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsTheWholeJob();
    void tellsACallOnce();
    void tellsWhyNobodyIsTexted();
    void tellsTheConnectionWhenItChanges();
    void doesWithoutTheReader();
    void withheldNumber();

private:
    EngineEvent eventOf(EngineEvent::Kind kind) const;
    void addMessage(qint64 id, MessageOrigin origin, const QString &body);
    void addCall(qint64 id, bool missed);
    QString told(const EngineEvent &event) { return m_narrator->sentence(event).value_or(u"nothing"_s); }

    test::VirtualTime m_time;
    LineWriter m_out{stdout};
    std::unique_ptr<OneConversation> m_reader;
    std::unique_ptr<EngineClient> m_client;
    std::unique_ptr<Narrator> m_narrator;
};

void TestNarrator::init()
{
    m_reader = std::make_unique<OneConversation>();
    m_reader->summary.id = ConversationId{7};
    m_reader->summary.number = PhoneNumber::parse(u"+13135550142"_s).value();
    m_reader->summary.address = m_reader->summary.number.e164();
    m_client = std::make_unique<EngineClient>();
    m_narrator = std::make_unique<Narrator>(*m_client, *m_reader, m_time, m_out);
    m_narrator->setNames({{u"+13135550142"_s, u"Maria Garcia (313) 555-0142"_s}});
}

void TestNarrator::cleanup()
{
    m_narrator.reset();
}

EngineEvent TestNarrator::eventOf(EngineEvent::Kind kind) const
{
    EngineEvent made;
    made.kind = kind;
    made.conversation = ConversationId{7};
    made.lastFour = u"0142"_s;
    return made;
}

void TestNarrator::addMessage(qint64 id, MessageOrigin origin, const QString &body)
{
    MessageBubble bubble;
    bubble.message.id = MessageId{id};
    bubble.message.origin = origin;
    bubble.message.body = body;
    m_reader->entries.push_back(ThreadEntry{{}, bubble});
}

void TestNarrator::addCall(qint64 id, bool missed)
{
    CallCard card;
    card.id = CallId{id};
    card.missed = missed;
    card.disposition = missed ? Disposition::NoAnswer : Disposition::Answered;
    m_reader->entries.push_back(ThreadEntry{{}, card});
}

void TestNarrator::tellsTheWholeJob()
{
    addCall(1, true);
    EngineEvent call = eventOf(EngineEvent::Kind::Call);
    call.call = CallId{1};
    call.missed = true;
    QCOMPARE(told(call), u"Maria Garcia (313) 555-0142 reached nobody."_s);

    EngineEvent decision = eventOf(EngineEvent::Kind::Decision);
    decision.verdict = u"send"_s;
    QCOMPARE(told(decision), u"A text to Maria Garcia (313) 555-0142 is on its way."_s);

    addMessage(1, MessageOrigin::Automatic, u"Sorry we missed you.\nReply here"_s);
    EngineEvent text = eventOf(EngineEvent::Kind::Text);
    text.message = MessageId{1};
    text.afterCallEnd = Millis(4230);
    QCOMPARE(told(text), u"Textback texted Maria Garcia (313) 555-0142, 4.2 s after the call: “Sorry we missed you. Reply here”"_s);

    addMessage(2, MessageOrigin::Customer, u"Flat tyre"_s);
    EngineEvent reply = eventOf(EngineEvent::Kind::Reply);
    reply.message = MessageId{2};
    QCOMPARE(told(reply), u"Maria Garcia (313) 555-0142 answers: “Flat tyre”"_s);

    addMessage(3, MessageOrigin::Person, u"On it"_s);
    text.message = MessageId{3};
    text.afterCallEnd.reset();
    QCOMPARE(told(text), u"The owner writes to Maria Garcia (313) 555-0142: “On it”"_s);
    QCOMPARE(m_narrator->summary(), u"In all: 1 missed call, 1 text back, 1 reply, 0 opt-outs."_s);
}

void TestNarrator::tellsACallOnce()
{
    addCall(1, true);
    EngineEvent call = eventOf(EngineEvent::Kind::Call);
    call.call = CallId{1};
    call.missed = true;
    QVERIFY(m_narrator->sentence(call));
    QVERIFY(!m_narrator->sentence(call));
    QVERIFY(m_narrator->summary().contains(u"1 missed call,"_s));
}

void TestNarrator::tellsWhyNobodyIsTexted()
{
    EngineEvent decision = eventOf(EngineEvent::Kind::Decision);
    decision.verdict = u"skip"_s;
    decision.reason = u"opted-out"_s;
    QCOMPARE(told(decision), u"Maria Garcia (313) 555-0142 is not texted: opted out."_s);
}

void TestNarrator::tellsTheConnectionWhenItChanges()
{
    EngineEvent connection = eventOf(EngineEvent::Kind::Connection);
    connection.reason = u"online"_s;
    QCOMPARE(told(connection), u"Connected to the phone provider."_s);
    QVERIFY(!m_narrator->sentence(connection));
    connection.reason = u"provider-down"_s;
    QCOMPARE(told(connection), u"Connection to the phone provider: provider down."_s);
}

void TestNarrator::doesWithoutTheReader()
{
    m_reader->busy = true;
    EngineEvent text = eventOf(EngineEvent::Kind::Text);
    text.afterCallEnd = Millis(1000);
    QCOMPARE(told(text), u"Textback texted …0142, 1.0 s after the call."_s);
    QCOMPARE(told(eventOf(EngineEvent::Kind::Reply)), u"…0142 answers."_s);
}

void TestNarrator::withheldNumber()
{
    m_reader->summary.number = PhoneNumber();
    m_reader->summary.address = QString::fromUtf16(withheldAddress);
    EngineEvent call = eventOf(EngineEvent::Kind::Call);
    call.missed = true;
    QCOMPARE(told(call), u"A caller with a withheld number reached nobody."_s);
}

QTEST_GUILESS_MAIN(TestNarrator)
#include "tst_narrator.moc"
