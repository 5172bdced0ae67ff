// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

#include <QTest>

#include <algorithm>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString &caller = maria;

} // namespace

/// Customers who write and wait for an answer, and what only looks like a text of theirs.
class TestEngineWaiting : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { EngineHarness::quiet(); }
    void oneHoldingTextForOneSilence_data();
    void oneHoldingTextForOneSilence();
    void reactionWantsNoReply();
};

void TestEngineWaiting::oneHoldingTextForOneSilence_data()
{
    QTest::addColumn<QString>("meanwhile");
    QTest::addColumn<int>("texts");
    QTest::newRow("nobody answers") << QString() << 1;
    QTest::newRow("somebody wrote") << u"wrote"_s << 3; // theirs, and a holding text for the next silence
    QTest::newRow("somebody called") << u"called"_s << 2;
    QTest::newRow("somebody took the alert") << u"took"_s << 2;
}

/// Whoever writes on and on while nobody answers was told once.
void TestEngineWaiting::oneHoldingTextForOneSilence()
{
    QFETCH(QString, meanwhile);
    EngineHarness h;
    h.settings.waiting = {15, true, 5};
    h.startWatching();
    h.provider.addReply(caller, u"Are you coming?"_s);
    h.run(17min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    h.provider.addReply(caller, u"Hello?"_s);
    h.run(17min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    if (meanwhile == u"wrote"_s)
        h.engine->messages()->send(h.conversation(caller), u"Yes"_s);
    if (meanwhile == u"called"_s)
        h.provider.addCallTo(caller);
    if (meanwhile == u"took"_s)
        h.engine->messages()->takeAlert(h.conversation(caller));
    h.run(1min);
    h.provider.addReply(caller, u"Anybody there?"_s);
    h.run(17min);
    h.provider.addReply(caller, u"I still wait"_s);
    h.run(17min);
    QTEST(h.provider.textsTo(caller), "texts");
}

/// "Liked ..." stands in the thread: nobody has to answer it, nobody is told, and no text says that an answer is coming.
void TestEngineWaiting::reactionWantsNoReply()
{
    EngineHarness h;
    h.settings.waiting = {15, true, 5};
    h.startWatching();
    h.provider.addReply(caller, u"Are you coming?"_s);
    h.run(1min);
    h.engine->messages()->send(h.conversation(caller), u"Yes, at five"_s);
    h.run(1min);
    h.events.clear();
    h.provider.addReply(caller, u"Liked \u201cYes, at five\u201d"_s);
    h.run(1min);
    const ConversationSummary row = **h.store->conversation(h.conversation(caller));
    QVERIFY(!row.needsReply);
    QCOMPARE(row.preview, u"Liked \u201cYes, at five\u201d"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM messages WHERE incoming = 1 AND body LIKE 'Liked%'"_s), u"1"_s);
    QVERIFY(std::none_of(h.events.begin(), h.events.end(), [](const EngineEvent &e) { return e.kind == EngineEvent::Kind::Reply; }));
    h.run(17min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    // Words behind it are a text like every other.
    h.provider.addReply(caller, u"Liked \u201cYes, at five\u201d but can you come at four?"_s);
    h.run(1min);
    QVERIFY((**h.store->conversation(h.conversation(caller))).needsReply);
    QVERIFY(std::any_of(h.events.begin(), h.events.end(), [](const EngineEvent &e) { return e.kind == EngineEvent::Kind::Reply; }));
}

QTEST_GUILESS_MAIN(TestEngineWaiting)

#include "tst_enginewaiting.moc"
