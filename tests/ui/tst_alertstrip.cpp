// SPDX-License-Identifier: MIT
#include "ui/thread/alertstrip.h"
#include "ui/windowfixture.h"

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// Somebody at the window takes a customer who needs somebody now.
class AlertStripTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
    void alertIsTaken();
    void alertSaysWhy_data();
    void alertSaysWhy();
};

void AlertStripTest::alertIsTaken()
{
    m_window->openConversation(m_maria);
    settle();
    auto *strip = m_window->findChild<AlertStrip *>();
    QVERIFY(!strip->isVisible());
    m_reader->row(m_maria).alert = AlertKind::Danger;
    m_reader->row(m_maria).alertEvidence = u"<b>smell</b>\ngas"_s;
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QVERIFY(strip->isVisible());
    QVERIFY(field()->isVisible()); // writing back takes it, too
    const auto why = strip->findChild<QLabel *>();
    QVERIFY2(why->text().contains("<b>smell</b> gas"_L1) && why->textFormat() == Qt::PlainText, qPrintable(why->text()));
    QSignalSpy taken(m_engine.get(), &EngineClient::takeAlertRequested);
    auto *take = strip->findChild<QPushButton *>();
    QCOMPARE(take->text(), u"I take it"_s);
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(taken.count(), 1);
    QCOMPARE(taken[0], QVariantList{QVariant::fromValue(m_maria)});
    QVERIFY(strip->isVisible()); // until the engine has it
    take->setFocus();
    QTest::keyClick(take, Qt::Key_Space);
    QCOMPARE(taken.count(), 2);
    // It belongs to this conversation alone, and goes as soon as somebody has taken it; who did writes next.
    m_window->openConversation(ConversationId{5});
    settle();
    QVERIFY(!strip->isVisible());
    m_window->openConversation(m_maria);
    settle();
    QVERIFY(strip->isVisible());
    take->setFocus();
    m_reader->row(m_maria).alert.reset();
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QVERIFY(!strip->isVisible());
    QVERIFY(field()->hasFocus());
}

void AlertStripTest::alertSaysWhy_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("evidence");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("danger") << int(AlertKind::Danger) << u"smell gas"_s << u"They tell of a danger: “smell gas”. Please call now."_s;
    QTest::newRow("asks for help") << int(AlertKind::UrgentWord) << u"urgent"_s
                                   << u"They ask for help at once: “urgent”. Please write or call."_s;
    QTest::newRow("second call") << int(AlertKind::SecondCall) << u"3"_s
                                 << u"They called 3 time(s) and reached nobody. Please call back."_s;
    QTest::newRow("waits") << int(AlertKind::Waiting) << QString() << u"They have been waiting for an answer. Please write or call."_s;
}

void AlertStripTest::alertSaysWhy()
{
    QFETCH(int, kind);
    QFETCH(QString, evidence);
    QFETCH(QString, sentence);
    m_reader->row(m_maria).alert = AlertKind(kind);
    m_reader->row(m_maria).alertEvidence = evidence;
    m_window->openConversation(m_maria);
    settle();
    QCOMPARE(m_window->findChild<AlertStrip *>()->findChild<QLabel *>()->text(), sentence);
}

QTEST_MAIN(AlertStripTest)
#include "tst_alertstrip.moc"
