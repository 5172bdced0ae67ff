// SPDX-License-Identifier: MIT
#include "simulator/simulatedtexts.h"
#include "support/virtualtime.h"

#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SeededRandom;
using test::VirtualTime;

namespace {

const QString customer = u"+13135550142"_s;
const QString ours = u"+13132230100"_s;

SimulatorOptions withService()
{
    SimulatorOptions options;
    options.messagingServiceSid = u"MG0123456789abcdef0123456789abcdef"_s;
    options.otherNumbers = {u"+13132230101"_s};
    return options;
}

struct Fixture {
    SimulatorOptions options = withService();
    VirtualTime time;
    SeededRandom random;
    SimulatedTexts texts{time, time, random, options};

    NewText text(const QString &body = u"Sorry we missed your call."_s) const { return {customer, ours, {}, body, std::nullopt, false}; }
    const SimulatedTextRow &row(const QString &sid) { return *texts.rows().find(sid); }
    const SimulatedTextRow &newest() { return texts.rows().at(texts.rows().end() - 1); }
};

int codeOf(const tl::expected<QString, TwilioError> &result)
{
    return result ? 0 : result.error().code;
}

} // namespace

class TestSimulatedTexts : public QObject {
    Q_OBJECT

private slots:
    void livesThroughItsStates();
    void endsAsItsFateSays_data();
    void endsAsItsFateSays();
    void refuses_data();
    void refuses();
    void aServiceChoosesTheSenderLater();
    void rewritesTypographicCharacters();
    void dropsWhatIsTooLate();
    void handlesKeywords_data();
    void handlesKeywords();
    void stopHoldsForOneNumber();
    void staysSilentToASecondStop();
    void keepsRowsHidden();
    void countsWhatItAccepted();
};

void TestSimulatedTexts::livesThroughItsStates()
{
    Fixture line;
    QSignalSpy accepted(&line.texts, &SimulatedTexts::textAccepted);
    QSignalSpy delivered(&line.texts, &SimulatedTexts::textDelivered);
    const QString sid = *line.texts.send(line.text());
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(TextStatus::Queued));
    QVERIFY(!line.row(sid).sent);
    line.time.advance(500ms);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(TextStatus::Sending));
    line.time.advance(700ms);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(TextStatus::Sent));
    QVERIFY(line.row(sid).sent.has_value());
    const UtcTime updated = line.row(sid).updated;
    QCOMPARE(delivered.count(), 0);
    line.time.advance(5s);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(TextStatus::Delivered));
    QVERIFY(line.row(sid).updated > updated);
    QCOMPARE(delivered.count(), 1);
    QCOMPARE(line.time.pendingCalls(), size_t(0));
}

void TestSimulatedTexts::endsAsItsFateSays_data()
{
    QTest::addColumn<QString>("fate");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("delivered") << u"delivered"_s << u"delivered"_s << 0;
    QTest::newRow("stays-sent") << u"stays-sent"_s << u"sent"_s << 0;
    QTest::newRow("phone-off") << u"phone-off"_s << u"undelivered"_s << 30003;
    QTest::newRow("not-in-service") << u"not-in-service"_s << u"undelivered"_s << 30005;
    QTest::newRow("landline") << u"landline"_s << u"undelivered"_s << 30006;
    QTest::newRow("filtered") << u"filtered"_s << u"undelivered"_s << 30007;
    QTest::newRow("not-registered") << u"not-registered"_s << u"undelivered"_s << 30034;
    QTest::newRow("failed") << u"failed"_s << u"failed"_s << 30008;
}

void TestSimulatedTexts::endsAsItsFateSays()
{
    QFETCH(QString, fate);
    QFETCH(QString, status);
    QFETCH(int, code);

    Fixture line;
    QCOMPARE(textback::toString(*textFateFromString(fate)), fate);
    line.texts.setFate(customer, *textFateFromString(fate));
    const QString sid = *line.texts.send(line.text());
    line.time.advance(1min);
    QCOMPARE(textback::toString(line.row(sid).status), status);
    QCOMPARE(line.row(sid).errorCode.value_or(0), code);
}

void TestSimulatedTexts::refuses_data()
{
    QTest::addColumn<NewText>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");

    const QString body = u"Hello"_s;
    const QString service = withService().messagingServiceSid;
    QTest::newRow("nothing wrong") << NewText{customer, ours, {}, body, {}, false} << 0 << 0;
    QTest::newRow("national spelling") << NewText{u"(313) 555-0142"_s, ours, {}, body, {}, false} << 0 << 0;
    QTest::newRow("sender in national spelling") << NewText{customer, u"313 223 0100"_s, {}, body, {}, false} << 0 << 0;
    QTest::newRow("second number") << NewText{customer, u"+13132230101"_s, {}, body, {}, false} << 0 << 0;
    QTest::newRow("longest") << NewText{customer, ours, {}, QString(1600, u'a'), {}, false} << 0 << 0;
    QTest::newRow("no to") << NewText{{}, ours, {}, body, {}, false} << 400 << 21604;
    QTest::newRow("no from") << NewText{customer, {}, {}, body, {}, false} << 400 << 21603;
    QTest::newRow("no body") << NewText{customer, ours, {}, {}, {}, false} << 400 << 21602;
    QTest::newRow("too long") << NewText{customer, ours, {}, QString(1601, u'a'), {}, false} << 400 << 21617;
    QTest::newRow("not a number") << NewText{u"+15550100"_s, ours, {}, body, {}, false} << 400 << 21211;
    QTest::newRow("withheld") << NewText{u"+266696687"_s, ours, {}, body, {}, false} << 400 << 21211;
    QTest::newRow("short code") << NewText{u"32665"_s, ours, {}, body, {}, false} << 400 << 21211;
    QTest::newRow("foreign sender") << NewText{customer, u"+13132230999"_s, {}, body, {}, false} << 400 << 21606;
    QTest::newRow("to itself") << NewText{ours, ours, {}, body, {}, false} << 400 << 21266;
    QTest::newRow("unknown service") << NewText{customer, {}, u"MGffffffffffffffffffffffffffffffff"_s, body, {}, false} << 404 << 21705;
    QTest::newRow("validity 0") << NewText{customer, ours, {}, body, Millis(0), false} << 400 << 21624;
    QTest::newRow("validity 36001") << NewText{customer, ours, {}, body, Millis(36001s), false} << 400 << 21624;
    QTest::newRow("validity 600") << NewText{customer, ours, {}, body, Millis(600s), false} << 0 << 0;
}

void TestSimulatedTexts::refuses()
{
    QFETCH(NewText, text);
    QFETCH(int, status);
    QFETCH(int, code);

    Fixture line;
    const tl::expected<QString, TwilioError> result = line.texts.send(text);
    QCOMPARE(codeOf(result), code);
    QCOMPARE(result ? 0 : result.error().status, status);
    QCOMPARE(line.texts.rows().size(), size_t(code == 0 ? 1 : 0));
    QCOMPARE(line.texts.acceptedTo(customer), code == 0 ? 1 : 0);
}

void TestSimulatedTexts::aServiceChoosesTheSenderLater()
{
    Fixture line;
    NewText text = line.text();
    text.from.clear();
    text.messagingServiceSid = line.options.messagingServiceSid;
    const QString sid = *line.texts.send(text);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(TextStatus::Accepted));
    QVERIFY(line.row(sid).from.isEmpty());
    line.time.advance(1s);
    QCOMPARE(line.row(sid).from, ours);
}

void TestSimulatedTexts::rewritesTypographicCharacters()
{
    Fixture line;
    NewText text = line.text(u"“We’ll call…”"_s);
    QCOMPARE(line.row(*line.texts.send(text)).body, text.body);
    text.smartEncoded = true;
    QCOMPARE(line.row(*line.texts.send(text)).body, u"\"We'll call...\""_s);
    text.smartEncoded = false;
    line.options.smartEncoding = true;
    QCOMPARE(line.row(*line.texts.send(text)).body, u"\"We'll call...\""_s);
}

void TestSimulatedTexts::dropsWhatIsTooLate()
{
    Fixture line;
    NewText text = line.text();
    text.validFor = 1s;
    const QString sid = *line.texts.send(text);
    line.time.sleep(5s); // the queue stood still
    line.time.advance(10s);
    QCOMPARE(textback::toString(line.row(sid).status), textback::toString(TextStatus::Failed));
    QCOMPARE(line.row(sid).errorCode.value_or(0), 30036);
}

void TestSimulatedTexts::handlesKeywords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("stops");
    for (const char *word : {"STOP", "stop", " Stop \n", "STOPALL", "unsubscribe", "Cancel", "END", "quit", "REVOKE", "optout"})
        QTest::newRow(word) << QString::fromLatin1(word) << true;
    for (const char *word : {"stop please", "STOP.", "please cancel", "don't stop", "hello"})
        QTest::newRow(word) << QString::fromLatin1(word) << false;
}

void TestSimulatedTexts::handlesKeywords()
{
    QFETCH(QString, body);
    QFETCH(bool, stops);

    Fixture line;
    line.texts.receive(customer, ours, body);
    QCOMPARE(line.texts.isOptedOut(customer, ours), stops);
    QCOMPARE(codeOf(line.texts.send(line.text())), stops ? 21610 : 0);
    if (!stops)
        return;
    QCOMPARE(line.newest().direction, u"outbound-reply"_s);
    QVERIFY(line.newest().body.contains("unsubscribed"_L1));
    QCOMPARE(line.texts.acceptedTo(customer), 0); // the provider's own answer is not the client's

    line.texts.receive(customer, ours, u"help"_s);
    QVERIFY(line.newest().body.startsWith("Reply STOP"_L1));
    QVERIFY(line.texts.isOptedOut(customer, ours));
    line.texts.receive(customer, ours, u"START"_s);
    QVERIFY(!line.texts.isOptedOut(customer, ours));
    QVERIFY(line.newest().body.contains("re-subscribed"_L1));
    QCOMPARE(codeOf(line.texts.send(line.text())), 0);
}

void TestSimulatedTexts::stopHoldsForOneNumber()
{
    Fixture line;
    line.texts.receive(customer, ours, u"STOP"_s);
    NewText text = line.text();
    text.from = u"+13132230101"_s;
    QCOMPARE(codeOf(line.texts.send(text)), 0);
}

void TestSimulatedTexts::staysSilentToASecondStop()
{
    Fixture line;
    line.texts.receive(customer, ours, u"STOP"_s);
    const size_t rows = line.texts.rows().size();
    line.texts.receive(customer, ours, u"STOP"_s);
    QCOMPARE(line.texts.rows().size(), rows + 1);
    line.texts.receive(u"+13135550117"_s, ours, u"YES"_s); // never opted out: an ordinary word
    QCOMPARE(line.newest().direction, u"inbound"_s);
}

void TestSimulatedTexts::keepsRowsHidden()
{
    Fixture line;
    line.options.visibilityDelay = 20s;
    const QString sid = *line.texts.send(line.text());
    QVERIFY(!line.texts.isListed(line.row(sid)));
    line.time.advance(20s);
    QVERIFY(line.texts.isListed(line.row(sid)));
}

void TestSimulatedTexts::countsWhatItAccepted()
{
    Fixture line;
    QVERIFY(line.texts.send(line.text()));
    QVERIFY(line.texts.send(line.text()));
    line.texts.sendElsewhere(ours, customer, u"from a phone"_s);
    QCOMPARE(line.texts.acceptedTo(customer), 2);
}

QTEST_GUILESS_MAIN(TestSimulatedTexts)
#include "tst_simulatedtexts.moc"
