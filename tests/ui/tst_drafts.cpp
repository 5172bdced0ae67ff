// SPDX-License-Identifier: MIT
#include "ui/windowfixture.h"

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// What stands unsent in the composer: stored at each pause, found again after a restart, and never sent to somebody else.
class DraftsTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void storedAfterAPause();
    void storedWhenLeft();
    void storedWhenTheWindowHidesOrEnds();
    void thereAfterARestartAndForNobodyElse();
    void emptiedMeansGone();
    void sendingTakesItAway();
    void openingTypesNothing();
    void aLateStoreDoesNotTakeBackLetters();
    void rowsTellOfThem();

private:
    void restart();

    const ConversationId m_dmitri{3};
    QList<std::pair<qint64, QString>> m_stored;
};

void DraftsTest::init()
{
    makeWindow();
    m_stored.clear();
    connect(m_engine.get(), &EngineClient::saveDraftRequested, this, [this](ConversationId id, const QString &body) {
        m_stored.append({id.value, body});
        m_reader->row(id).draft = body;
    });
}

void DraftsTest::restart()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_engine, *m_reader, *m_time, *m_time);
    ConnectionState online;
    online.kind = ConnectionState::Kind::Online;
    emit m_engine->connectionChanged(online);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    settle();
}

void DraftsTest::storedAfterAPause()
{
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"On"_s);
    m_time->advance(Millis(399));
    QVERIFY(m_stored.isEmpty());
    QTest::keyClicks(field(), u" my"_s);
    m_time->advance(Millis(399));
    QVERIFY(m_stored.isEmpty()); // still typing
    m_time->advance(Millis(1));
    QCOMPARE(m_stored.size(), 1);
    QCOMPARE(m_stored.at(0), std::pair(m_maria.value, u"On my"_s));
    m_time->advance(Millis(5000));
    QCOMPARE(m_stored.size(), 1);
}

void DraftsTest::storedWhenLeft()
{
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"On my way"_s);
    m_window->openConversation(m_dmitri);
    QCOMPARE(m_stored.size(), 1);
    QCOMPARE(m_stored.at(0), std::pair(m_maria.value, u"On my way"_s));
    m_time->advance(Millis(5000));
    QCOMPARE(m_stored.size(), 1);
}

void DraftsTest::storedWhenTheWindowHidesOrEnds()
{
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"On"_s);
    m_window->hide();
    QCOMPARE(m_stored.size(), 1);
    m_window->show();
    settle();
    field()->insertPlainText(u" my"_s);
    m_window.reset();
    QCOMPARE(m_stored.last(), std::pair(m_maria.value, u"On my"_s));
}

void DraftsTest::thereAfterARestartAndForNobodyElse()
{
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"The gate code is 4411"_s);
    m_window->openConversation(m_dmitri);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    restart();
    m_window->openConversation(m_dmitri);
    QVERIFY(field()->toPlainText().isEmpty());
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    m_window->openConversation(m_maria);
    QCOMPARE(field()->toPlainText(), u"The gate code is 4411"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.at(0).at(0).value<ConversationId>(), m_maria);
    QCOMPARE(sent.at(0).at(1).toString(), u"The gate code is 4411"_s);
}

void DraftsTest::emptiedMeansGone()
{
    m_reader->row(m_maria).draft = u"old"_s;
    m_window->openConversation(m_maria);
    QCOMPARE(field()->toPlainText(), u"old"_s);
    field()->selectAll();
    QTest::keyClick(field(), Qt::Key_Delete);
    // The stored one is a moment behind: it must not come back.
    m_window->openConversation(m_dmitri);
    QCOMPARE(m_stored.last(), std::pair(m_maria.value, QString()));
    m_reader->row(m_maria).draft = u"old"_s;
    m_window->openConversation(m_maria);
    QVERIFY(field()->toPlainText().isEmpty());
}

void DraftsTest::sendingTakesItAway()
{
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"On my way"_s);
    m_time->advance(Millis(400));
    QCOMPARE(m_reader->row(m_maria).draft, u"On my way"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(m_reader->row(m_maria).draft, QString()); // at once: it shall not be there after a crash
    restart();
    m_window->openConversation(m_maria);
    QVERIFY(field()->toPlainText().isEmpty());
}

void DraftsTest::openingTypesNothing()
{
    m_reader->row(m_maria).draft = u"half a"_s;
    m_window->openConversation(m_maria);
    m_window->openConversation(m_dmitri);
    m_window->openConversation(m_maria);
    m_time->advance(Millis(5000));
    QVERIFY(m_stored.isEmpty());
}

void DraftsTest::aLateStoreDoesNotTakeBackLetters()
{
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"On"_s);
    m_time->advance(Millis(400));
    QTest::keyClicks(field(), u" my"_s);
    emit m_engine->conversationsChanged({m_maria}); // with "On"
    settle();
    QCOMPARE(field()->toPlainText(), u"On my"_s);
}

void DraftsTest::rowsTellOfThem()
{
    auto *model = m_window->findChild<ConversationListModel *>();
    const auto spoken = [&](ConversationId id) { return model->index(model->rowOf(id)).data(Qt::AccessibleTextRole).toString(); };
    m_reader->row(m_dmitri).draft = u"Sorry for\nthe wait"_s;
    emit m_engine->conversationsChanged({m_dmitri});
    QVERIFY(spoken(m_dmitri).contains(u"draft: Sorry for the wait"_s));
    m_window->openConversation(m_maria);
    QTest::keyClicks(field(), u"On"_s);
    QVERIFY(spoken(m_maria).contains(u"draft: On"_s));
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(!spoken(m_maria).contains(u"draft"_s));
}

QTEST_MAIN(DraftsTest)
#include "tst_drafts.moc"
