// SPDX-License-Identifier: MIT
#include "ui/fakesearchreader.h"
#include "ui/thread/findstrip.h"
#include "ui/thread/jumpbutton.h"
#include "ui/thread/noteeditor.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QPointer>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The search in a thread and the notes in it, by real keys and clicks.
class ThreadToolsTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void findLeapsFromMatchToMatch();
    void findGivesTheFocusBack();
    void findBelongsToItsConversation();
    void findWhileTheDatabaseIsBusy();
    void findInALongBody();
    void findInABubbleThatIsTallerThanTheView();
    void findStaysWhereItIsWhenTextsComeIn();
    void findMarksTheMatches();
    void noteIsSavedAndNeverSent();
    void noteIsChangedAndTakenBack();
    void noteIsDeletedAndTakenBack();
    void draftsOfNotesAndTextsAreTwo();
    void noteWhereNoTextMayGo();
    void noteThatFailedIsWrittenOn();
    void escapeClosesOneThingAtATime();
    void aMenuGoesWithItsConversation();

private:
    QLineEdit *question() const { return named<QLineEdit>(u"Search in this conversation"_s); }
    FindStrip *strip() const { return m_window->findChild<FindStrip *>(); }
    NoteEditor *editor() const { return m_window->findChild<NoteEditor *>(); }
    QPlainTextEdit *noteField() const { return named<QPlainTextEdit>(u"Note"_s); }
    QString place() const { return question()->accessibleDescription(); }
    QString current() const { return thread()->currentIndex().data(ThreadModel::KeyRole).toString(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), Qt::Key(key), modifiers);
        settle();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(m_window->focusWidget(), text);
        m_time->advance(Millis(100));
        settle();
    }
    void click(const QString &button)
    {
        auto *widget = named<QAbstractButton>(button);
        for (auto *each : m_window->findChildren<QAbstractButton *>()) {
            if (each->text() == button || each->accessibleName() == button)
                widget = each->isVisible() ? each : widget;
        }
        QVERIFY2(widget && widget->isVisible(), qPrintable(button));
        QTest::mouseClick(widget, Qt::LeftButton);
        settle();
    }

    std::unique_ptr<FakeSearchReader> m_search;
};

void ThreadToolsTest::init()
{
    m_search = std::make_unique<FakeSearchReader>();
    fillSampleSearch(*m_search);
    makeWindow();
    m_window->setSearch(*m_search);
    m_window->openConversation(m_maria);
    settle();
}

void ThreadToolsTest::findLeapsFromMatchToMatch()
{
    const ConversationId id{4};
    for (int i = 1; i <= 400; ++i) {
        const QString body = i % 150 == 0 ? u"The gaté is open %1"_s.arg(i) : u"Message number %1"_s.arg(i);
        m_reader->putEntry(id, makeMessage(1000 + i, id, MessageOrigin::Customer, body, 5000 - i));
    }
    for (const int i : {300, 150})
        m_search->add(SearchGroup::Message, 4, {}, u"+13135550150"_s, 5000 - i, u"The gaté is open %1"_s.arg(i), u"m%1"_s.arg(1000 + i));
    m_window->openConversation(id);
    settle();
    const QAbstractItemModelTester tester(threadModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(question()->hasFocus());
    type(u"gate"_s);
    QCOMPARE(place(), u"1 of 2"_s);
    QCOMPARE(current(), u"m1300"_s);
    QVERIFY(question()->hasFocus());
    key(Qt::Key_Return);
    QCOMPARE(place(), u"2 of 2"_s);
    QCOMPARE(current(), u"m1150"_s);
    // Only what lies around it was read, and what lies around it can be seen.
    QVERIFY2(threadModel()->rowCount() <= 150, qPrintable(QString::number(threadModel()->rowCount())));
    QVERIFY(thread()->viewport()->rect().contains(thread()->visualRect(thread()->currentIndex()).center()));
    key(Qt::Key_F3);
    QCOMPARE(place(), u"1 of 2"_s); // around the end
    key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(place(), u"2 of 2"_s);
    key(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(place(), u"1 of 2"_s);
    click(u"Next match"_s);
    QCOMPARE(current(), u"m1150"_s);
    click(u"Previous match"_s);
    QCOMPARE(current(), u"m1300"_s);
    question()->clear();
    question()->setFocus();
    type(u"nowhere"_s);
    QCOMPARE(place(), u"No match"_s);
}

void ThreadToolsTest::findGivesTheFocusBack()
{
    field()->setFocus();
    key(Qt::Key_F, Qt::ControlModifier); // the field of text must not take it
    QVERIFY(question()->hasFocus());
    type(u"tomorrow"_s);
    QCOMPARE(place(), u"1 of 2"_s);
    key(Qt::Key_Escape);
    QVERIFY(!strip()->isVisible());
    QVERIFY(field()->hasFocus());
    key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(question()->selectedText(), u"tomorrow"_s); // ready for the next question
    QCOMPARE(place(), u"1 of 2"_s);
    click(u"Close the search"_s);
    QVERIFY(!strip()->isVisible());
}

void ThreadToolsTest::findBelongsToItsConversation()
{
    key(Qt::Key_F, Qt::ControlModifier);
    type(u"tomorrow"_s);
    m_window->openConversation(ConversationId{3});
    settle();
    QVERIFY(!strip()->isVisible());
    key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(place(), u"No match"_s);
}

void ThreadToolsTest::findWhileTheDatabaseIsBusy()
{
    key(Qt::Key_F, Qt::ControlModifier);
    m_search->failures = 2;
    type(u"tomorrow"_s);
    QCOMPARE(place(), QString());
    m_time->advance(Millis(600));
    settle();
    QCOMPARE(place(), u"1 of 2"_s);
}

void ThreadToolsTest::findInALongBody()
{
    const QString body = u"word "_s.repeated(1000) + u"needle"_s;
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, body, 0));
    m_search->add(SearchGroup::Message, 1, {}, u"+13135550131"_s, 0, body, u"m50"_s);
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QCOMPARE(threadModel()->portions(u"m50"_s), 1);
    key(Qt::Key_F, Qt::ControlModifier);
    type(u"needle"_s);
    QCOMPARE(current(), u"m50"_s);
    QCOMPARE(threadModel()->portions(u"m50"_s), 2);
}

void ThreadToolsTest::findInABubbleThatIsTallerThanTheView()
{
    const QString body = u"line\n"_s.repeated(90) + u"needle"_s;
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, body, 0));
    m_search->add(SearchGroup::Message, 1, {}, u"+13135550131"_s, 0, body, u"m50"_s);
    emit m_engine->conversationsChanged({m_maria});
    settle();
    key(Qt::Key_F, Qt::ControlModifier);
    type(u"needle"_s);
    const QModelIndex index = thread()->currentIndex();
    const QRect area = thread()->visualRect(index);
    QVERIFY(area.height() > thread()->viewport()->height());
    const QRectF mark =
        thread()->rows().layoutOf(index, area.width(), thread()->palette()).body.firstMark(SearchMatcher(u"needle"_s, u"US"_s));
    QVERIFY(!mark.isEmpty());
    QVERIFY(QRectF(thread()->viewport()->rect()).contains(mark.translated(area.topLeft())));
}

void ThreadToolsTest::findStaysWhereItIsWhenTextsComeIn()
{
    key(Qt::Key_F, Qt::ControlModifier);
    type(u"tomorrow"_s);
    key(Qt::Key_Return);
    QCOMPARE(place(), u"2 of 2"_s);
    const QString before = current();
    m_reader->putEntry(m_maria, makeMessage(90, m_maria, MessageOrigin::Customer, u"or tomorrow night"_s, 0));
    m_search->hits.insert(m_search->hits.begin() + 5, m_search->hits[5]);
    m_search->hits[5].excerpt = u"or tomorrow night"_s;
    m_search->hits[5].entryKey = u"m90"_s;
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QCOMPARE(place(), u"3 of 3"_s);
    QCOMPARE(current(), before);
}

void ThreadToolsTest::findMarksTheMatches()
{
    thread()->setFocus();
    const QImage plain = thread()->grab().toImage();
    key(Qt::Key_F, Qt::ControlModifier);
    type(u"tomorrow"_s);
    m_time->advance(Millis(3000)); // what was leapt to is no longer lit up
    settle();
    const QModelIndex row = threadModel()->index(threadModel()->rowOf(u"m4"_s));
    const QImage first = thread()->viewport()->grab(thread()->visualRect(row)).toImage();
    key(Qt::Key_Return);
    m_time->advance(Millis(3000));
    settle();
    const QImage second = thread()->viewport()->grab(thread()->visualRect(row)).toImage();
    QVERIFY(first != second); // the current match looks stronger than the others
    key(Qt::Key_Escape);
    QVERIFY(thread()->viewport()->grab(thread()->visualRect(row)).toImage() != first);
}

void ThreadToolsTest::noteIsSavedAndNeverSent()
{
    QSignalSpy saved(m_engine.get(), &EngineClient::saveThreadNoteRequested);
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    QSignalSpy sentTo(m_engine.get(), &EngineClient::sendMessageToRequested);
    QSignalSpy drafted(m_engine.get(), &EngineClient::saveDraftRequested);
    field()->setFocus();
    type(u"See you "_s);
    key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(noteField()->hasFocus());
    QVERIFY(!field()->isVisible());
    type(u"Owes us $40"_s);
    key(Qt::Key_Return); // a new line, whatever Enter does in a text
    QCOMPARE(saved.count(), 0);
    type(u"since May"_s);
    m_time->advance(Millis(5000));
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved[0][0].value<ConversationId>(), m_maria);
    QCOMPARE(saved[0][1].value<ThreadNote>().body, u"Owes us $40\nsince May"_s);
    QVERIFY(saved[0][1].value<ThreadNote>().id.isNull());
    QVERIFY(field()->isVisible());
    QVERIFY(field()->hasFocus());
    QCOMPARE(field()->toPlainText(), u"See you "_s);
    click(u"Write a note"_s);
    QCOMPARE(noteField()->toPlainText(), QString());
    noteField()->setPlainText(u"Second"_s);
    click(u"Save note"_s);
    QCOMPARE(saved.count(), 2);
    QCOMPARE(sent.count(), 0);
    QCOMPARE(sentTo.count(), 0);
    for (const QList<QVariant> &draft : drafted)
        QCOMPARE(draft[1].toString(), u"See you "_s);
}

void ThreadToolsTest::noteIsChangedAndTakenBack()
{
    QSignalSpy saved(m_engine.get(), &EngineClient::saveThreadNoteRequested);
    m_reader->putEntry(m_maria, makeNote(7, u"Gate 4411"_s, 1));
    emit m_engine->conversationsChanged({m_maria});
    QVERIFY(clickInThread(u"n7"_s, u"Edit"_s));
    QCOMPARE(noteField()->toPlainText(), u"Gate 4411"_s);
    noteField()->setPlainText(u"Gate 4412"_s);
    click(u"Save note"_s);
    QCOMPARE(saved[0][1].value<ThreadNote>(), (ThreadNote{NoteId{7}, minutesAgo(1), u"Gate 4412"_s}));
    click(u"Undo"_s);
    QCOMPARE(saved.count(), 2);
    QCOMPARE(saved[1][1].value<ThreadNote>(), (ThreadNote{NoteId{7}, minutesAgo(1), u"Gate 4411"_s}));
    // Opened and left as it is: nothing to store.
    QVERIFY(clickInThread(u"n7"_s, u"Edit"_s));
    click(u"Save note"_s);
    QCOMPARE(saved.count(), 2);
}

void ThreadToolsTest::noteIsDeletedAndTakenBack()
{
    QSignalSpy saved(m_engine.get(), &EngineClient::saveThreadNoteRequested);
    QSignalSpy removed(m_engine.get(), &EngineClient::removeThreadNoteRequested);
    m_reader->putEntry(m_maria, makeNote(7, u"Gate 4411"_s, 1));
    emit m_engine->conversationsChanged({m_maria});
    QVERIFY(clickInThread(u"n7"_s, u"Delete"_s));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed[0][1].value<NoteId>(), NoteId{7});
    click(u"Undo"_s);
    QCOMPARE(saved[0][1].value<ThreadNote>(), (ThreadNote{NoteId{7}, minutesAgo(1), u"Gate 4411"_s}));
}

void ThreadToolsTest::draftsOfNotesAndTextsAreTwo()
{
    field()->setFocus();
    type(u"A text"_s);
    key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"A note"_s);
    m_window->openConversation(ConversationId{3});
    settle();
    QVERIFY(field()->isVisible());
    QCOMPARE(field()->toPlainText(), QString());
    key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(noteField()->toPlainText(), QString());
    type(u"About Dmitri"_s);
    m_window->openConversation(m_maria);
    settle();
    QCOMPARE(noteField()->toPlainText(), u"A note"_s); // as it was left
    QVERIFY(noteField()->hasFocus());
    key(Qt::Key_Escape);
    QVERIFY(field()->hasFocus());
    QCOMPARE(field()->toPlainText(), u"A text"_s);
    m_window->openConversation(ConversationId{3});
    settle();
    QCOMPARE(noteField()->toPlainText(), u"About Dmitri"_s);
    m_window->openConversation(m_maria);
    settle();
    key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(noteField()->toPlainText(), u"A note"_s); // Esc kept it
}

void ThreadToolsTest::noteWhereNoTextMayGo()
{
    m_window->openConversation(ConversationId{6}); // opted out
    settle();
    QVERIFY(!field()->isVisible());
    click(u"Write a note"_s);
    QVERIFY(noteField()->isVisible());
    QVERIFY(noteField()->hasFocus());
}

void ThreadToolsTest::noteThatFailedIsWrittenOn()
{
    click(u"Write a note"_s);
    type(u"Owes us $40"_s);
    click(u"Save note"_s);
    m_window->openConversation(ConversationId{3});
    settle();
    emit m_engine->noteNotKept(m_maria, {{}, {}, u"Owes us $40"_s});
    QVERIFY(!noteField()->isVisible());
    m_window->openConversation(m_maria);
    settle();
    QCOMPARE(noteField()->toPlainText(), u"Owes us $40"_s);
    type(u"!"_s);
    emit m_engine->noteNotKept(m_maria, {{}, {}, u"Another"_s});
    QCOMPARE(noteField()->toPlainText(), u"Another\n\nOwes us $40!"_s);
}

void ThreadToolsTest::escapeClosesOneThingAtATime()
{
    click(u"Write a note"_s);
    key(Qt::Key_F, Qt::ControlModifier);
    thread()->setFocus();
    key(Qt::Key_Escape);
    QVERIFY(!strip()->isVisible());
    QVERIFY(editor()->isVisible());
    thread()->setFocus();
    key(Qt::Key_Escape);
    QVERIFY(!editor()->isVisible());
}

/// A notification opens another conversation while the menu of a note is up: "Delete" must not be about the other one.
void ThreadToolsTest::aMenuGoesWithItsConversation()
{
    m_reader->putEntry(m_maria, makeNote(1, u"Gate code 4411"_s, 12));
    emit m_engine->conversationsChanged({m_maria});
    m_window->openConversation(m_maria);
    settle();
    thread()->setFocus();
    thread()->setCurrentIndex(thread()->model()->index(0, 0));
    key(Qt::Key_Return);
    const QPointer<QMenu> menu = thread()->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    m_window->openConversation(ConversationId{3});
    settle();
    QVERIFY(!menu || !menu->isVisible());
}

QTEST_MAIN(ThreadToolsTest)
#include "tst_threadtools.moc"
