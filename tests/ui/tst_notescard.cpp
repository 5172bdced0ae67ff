// SPDX-License-Identifier: MIT
#include "support/virtualtime.h"
#include "ui/contact/notescard.h"
#include "ui/theme/plainlabel.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// Notes about a person whose storing fails: nothing that was typed may be lost, whoever is shown meanwhile.
class TestNotesCard : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_card = std::make_unique<NotesCard>(*m_time);
        m_saved = std::make_unique<QSignalSpy>(m_card.get(), &NotesCard::changed);
        m_card->QWidget::show();
        m_card->setConversation(maria);
        m_card->show(u"Gate 4411"_s);
    }
    void cleanup()
    {
        m_saved.reset();
        m_card.reset();
    }

    void failedNotesAreShownAgain()
    {
        type(u"Dog! "_s);
        m_card->setConversation(bob);
        QCOMPARE(m_saved->count(), 1);
        m_card->notKept(maria);
        m_card->show(u"Bob's"_s);
        QCOMPARE(field()->toPlainText(), u"Bob's"_s);
        QCOMPARE(hint(), u"Only you see this. Saved while you type."_s);
        m_card->setConversation(maria);
        QCOMPARE(field()->toPlainText(), u"Dog! Gate 4411"_s);
        m_card->show(u"Gate 4411"_s); // what the database has
        QCOMPARE(field()->toPlainText(), u"Dog! Gate 4411"_s);
        QCOMPARE(hint(), u"Not saved yet. It is kept here and tried again."_s);
    }

    void failedNotesAreTriedAgain()
    {
        type(u"Dog! "_s);
        m_card->setConversation(bob);
        m_card->notKept(maria);
        m_time->advance(Millis(3000));
        QCOMPARE(m_saved->count(), 2);
        QCOMPARE(m_saved->at(1)[0].value<ConversationId>(), maria);
        QCOMPARE(m_saved->at(1)[1].toString(), u"Dog! Gate 4411"_s);
        m_card->notKept(maria);
        m_time->advance(Millis(3000));
        QCOMPARE(m_saved->count(), 3);
        m_time->advance(Millis(60000)); // this time it was stored
        QCOMPARE(m_saved->count(), 3);
        m_card->setConversation(maria);
        m_card->show(u"Dog! Gate 4411"_s);
        QCOMPARE(hint(), u"Only you see this. Saved while you type."_s);
        m_card->show(u"from elsewhere"_s);
        QCOMPARE(field()->toPlainText(), u"from elsewhere"_s);
    }

    void otherFailuresChangeNothing()
    {
        m_card->notKept(maria); // something else about her
        m_time->advance(Millis(5000));
        QCOMPARE(m_saved->count(), 0);
        QCOMPARE(hint(), u"Only you see this. Saved while you type."_s);
    }

    void takenAwayNotesCountAsStored()
    {
        field()->selectAll();
        type(u" "_s);
        m_time->advance(Millis(400));
        QCOMPARE(m_saved->count(), 1);
        m_card->show(QString());
        m_card->show(u"from elsewhere"_s);
        QCOMPARE(field()->toPlainText(), u"from elsewhere"_s);
    }

private:
    static constexpr ConversationId maria{1};
    static constexpr ConversationId bob{2};

    QPlainTextEdit *field() const { return m_card->findChild<QPlainTextEdit *>(); }
    QString hint() const { return field()->accessibleDescription(); }
    void type(const QString &text) { QTest::keyClicks(field(), text); }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<NotesCard> m_card;
    std::unique_ptr<QSignalSpy> m_saved;
};

QTEST_MAIN(TestNotesCard)
#include "tst_notescard.moc"
