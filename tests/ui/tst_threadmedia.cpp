// SPDX-License-Identifier: MIT
#include "ui/fakevoicemailplayer.h"
#include "ui/format/viewcontext.h"
#include "ui/mainwindow/mediaactions.h"
#include "ui/samplefiles.h"
#include "ui/thread/entryactions.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/mediawords.h"
#include "ui/thread/pictureviewer.h"
#include "ui/thread/threadwords.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QMenu>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// Pictures, other files and voicemails in the thread: real clicks and keys on the window, files of an engine that the test plays.
class ThreadMediaTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void onlyWhatIsSeenIsAskedFor();
    void aPictureOpens_data();
    void aPictureOpens();
    void arrowsGoThroughThePictures();
    void moreThanFour();
    void whatFailedIsSaidAndTriedAgain();
    void otherFilesAreSaved();
    void aPictureThatCannotBeShownCanBeSaved();
    void theMenuHasAll();
    void lateReportsOfAnotherThreadAreNothing();
    void aVoicemailPlaysAndStops();
    void aVoicemailThatFails();
    void aPlayerThatPlaysElsewhere();
    void leavingTheThreadStopsIt();
    void itIsSpoken();

private:
    void receive(int id, int media, const QString &body = u"Look at this"_s)
    {
        ThreadEntry entry = makeMessage(id, m_maria, MessageOrigin::Customer, body, 0);
        std::get<MessageBubble>(entry.content).message.media = media;
        m_reader->putEntry(m_maria, entry);
        emit m_engine->conversationsChanged({m_maria});
        settle();
    }
    void missCall(int id)
    {
        ThreadEntry entry = makeMissedCall(id, 0.5, std::nullopt, std::nullopt);
        auto &card = std::get<CallCard>(entry.content);
        card.recordings = 1;
        card.recordingLength = Millis(22000);
        m_reader->putEntry(m_maria, entry);
        emit m_engine->conversationsChanged({m_maria});
        settle();
    }
    const RowLayout &row(const QString &key) const
    {
        const QModelIndex index = threadModel()->index(threadModel()->rowOf(key));
        return thread()->rows().layoutOf(index, thread()->viewport()->width(), thread()->palette());
    }
    QStringList buttons(const QString &key) const
    {
        QStringList names;
        for (const RowLayout::Button &button : row(key).buttons)
            names.append(button.text);
        return names;
    }
    QString words(const QString &key) const
    {
        QString all;
        for (const RowLayout::Label &label : row(key).labels)
            all += label.text + u'\n';
        return all;
    }
    void give(const MediaReport &report)
    {
        emit m_engine->mediaChanged(report);
        settle();
    }
    /// The picture is read on a thread of its own.
    void givePicture(int message, int index, const KeptFile &file)
    {
        give(ready({MessageId{message}, {}, index}, file));
        const auto *shelf = m_window->findChild<MediaShelf *>();
        QTRY_VERIFY(shelf->find({MessageId{message}, {}, index})->read);
        settle();
    }
    PictureViewer *viewer() const { return m_window->findChild<PictureViewer *>(); }
    FakeVoicemailPlayer *usePlayer()
    {
        auto *player = new FakeVoicemailPlayer;
        m_window->findChild<MediaActions *>()->setPlayer(player);
        return player;
    }

    std::unique_ptr<SampleFiles> m_files;
};

void ThreadMediaTest::init()
{
    m_files = std::make_unique<SampleFiles>();
    makeWindow();
    m_window->openConversation(m_maria);
    settle();
    new QAbstractItemModelTester(threadModel(), QAbstractItemModelTester::FailureReportingMode::Fatal, threadModel());
}

void ThreadMediaTest::onlyWhatIsSeenIsAskedFor()
{
    QSignalSpy wanted(m_engine.get(), &EngineClient::showFilesRequested);
    const ConversationId other{4};
    ThreadEntry old = makeMessage(1000, other, MessageOrigin::Customer, u"An old picture"_s, 900);
    std::get<MessageBubble>(old.content).message.media = 1;
    m_reader->putEntry(other, old);
    for (int i = 1; i <= 40; ++i)
        m_reader->putEntry(other, makeMessage(1000 + i, other, MessageOrigin::Customer, u"Message number %1"_s.arg(i), 400 - i));
    m_window->openConversation(other);
    settle();
    QCOMPARE(wanted.count(), 0);
    thread()->verticalScrollBar()->setValue(0);
    settle();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).value<MessageId>(), MessageId{1000});
    QCOMPARE(wanted.at(0).at(1).toBool(), false);
    m_window->resize(1100, 700);
    settle();
    QCOMPARE(wanted.count(), 1);
}

void ThreadMediaTest::aPictureOpens_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("click") << 0;
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Space") << int(Qt::Key_Space);
}

void ThreadMediaTest::aPictureOpens()
{
    QFETCH(int, key);
    receive(90, 1);
    QVERIFY(words(u"m90"_s).contains("Loading"_L1));
    QCOMPARE(row(u"m90"_s).frames.size(), size_t(1));
    const int height = row(u"m90"_s).height;
    givePicture(90, 0, m_files->picture(u"one"_s));
    QCOMPARE(row(u"m90"_s).height, height); // nothing jumps
    QVERIFY(row(u"m90"_s).frames.empty());
    QCOMPARE(buttons(u"m90"_s), QStringList{u"Open picture"_s});
    const QRectF area = row(u"m90"_s).buttons.front().area;
    const QImage painted = thread()->viewport()->grab().toImage();
    const QPoint at = thread()->visualRect(threadModel()->index(threadModel()->rowOf(u"m90"_s))).topLeft() + area.center().toPoint();
    QCOMPARE(painted.pixelColor(at), QColor(Qt::red));

    if (key == 0) {
        QVERIFY(clickInThread(u"m90"_s, u"Open picture"_s));
    } else {
        thread()->setFocus();
        thread()->setCurrentIndex(threadModel()->index(threadModel()->rowOf(u"m90"_s)));
        QTest::keyClick(thread(), Qt::Key(key));
    }
    QVERIFY(viewer());
    QVERIFY(viewer()->isVisible());
    QTRY_VERIFY(viewer()->isShown());
    QTest::keyClick(viewer(), Qt::Key_Escape);
    QTRY_VERIFY(!viewer());
}

void ThreadMediaTest::arrowsGoThroughThePictures()
{
    receive(90, 3);
    for (int i = 0; i < 3; ++i)
        givePicture(90, i, m_files->picture(QString::number(i)));
    QVERIFY(clickInThread(u"m90"_s, u"Open picture 2 of 3"_s));
    QCOMPARE(viewer()->current(), size_t(1));
    QTest::keyClick(viewer(), Qt::Key_Right);
    QCOMPARE(viewer()->current(), size_t(2));
    QTest::keyClick(viewer(), Qt::Key_Right); // there is no fourth
    QCOMPARE(viewer()->current(), size_t(2));
    QTest::keyClick(viewer(), Qt::Key_Left);
    QTest::keyClick(viewer(), Qt::Key_Left);
    QTest::keyClick(viewer(), Qt::Key_Left);
    QCOMPARE(viewer()->current(), size_t(0));
    QTRY_VERIFY(viewer()->isShown());
}

void ThreadMediaTest::moreThanFour()
{
    receive(90, 6);
    QCOMPARE(row(u"m90"_s).frames.size(), size_t(4));
    for (int i = 0; i < 6; ++i)
        givePicture(90, i, m_files->picture(QString::number(i)));
    for (const int width : {1280, 640, 420}) {
        m_window->resize(width, 700);
        settle();
        const RowLayout &laid = row(u"m90"_s);
        QCOMPARE(laid.buttons.size(), size_t(4));
        QCOMPARE(laid.buttons.back().more, 2);
        for (const RowLayout::Button &button : laid.buttons)
            QVERIFY2(laid.box.contains(button.area), "a picture sticks out of its bubble");
        QVERIFY(laid.box.right() <= thread()->viewport()->width());
    }
}

void ThreadMediaTest::whatFailedIsSaidAndTriedAgain()
{
    QSignalSpy wanted(m_engine.get(), &EngineClient::showFilesRequested);
    receive(90, 1);
    give(failedReport({MessageId{90}, {}, 0}, ErrorKind::Rejected, 410));
    QVERIFY2(words(u"m90"_s).contains("not at your phone provider any more"_L1), qPrintable(words(u"m90"_s)));
    wanted.clear();
    QVERIFY(clickInThread(u"m90"_s, u"Try again"_s));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(1).toBool(), true);
    give({{MessageId{90}, {}, 0}, MediaReport::State::Loading, {}, {}});
    QVERIFY(words(u"m90"_s).contains("Loading"_L1));
    QVERIFY(buttons(u"m90"_s).isEmpty());
}

void ThreadMediaTest::otherFilesAreSaved()
{
    receive(90, 2, {});
    const KeptFile sound = m_files->write(u"sound.amr"_s, "#!AMR\n....");
    give(ready({MessageId{90}, {}, 0}, sound));
    give(ready({MessageId{90}, {}, 1}, m_files->write(u"page.bin"_s, "<html><script>alert(1)</script>")));
    QVERIFY2(words(u"m90"_s).contains("Sound, 10 bytes"_L1), qPrintable(words(u"m90"_s)));
    QVERIFY2(words(u"m90"_s).contains("File, 31 bytes"_L1), qPrintable(words(u"m90"_s)));
    QCOMPARE(buttons(u"m90"_s), (QStringList{u"Save as…"_s, u"Save as…"_s}));
    auto *actions = m_window->findChild<MediaActions *>();
    const QString copy = m_files->path(u"copy.amr"_s);
    actions->save(sound, copy);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("#!AMR\n...."));
    QCOMPARE(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(m_window->findChild<Toast *>()->isVisible());
    // What was kept may be gone meanwhile; another folder would not help.
    QVERIFY(QFile::remove(sound.path));
    actions->save(sound, m_files->path(u"again.amr"_s));
    QVERIFY(m_window->findChild<Toast *>()->sentence().startsWith(u"The file is not kept here any more"_s));
    QVERIFY(!QFileInfo::exists(m_files->path(u"again.amr"_s)));
}

void ThreadMediaTest::aPictureThatCannotBeShownCanBeSaved()
{
    receive(90, 1);
    givePicture(90, 0, m_files->write(u"broken.png"_s, "\x89PNG\r\n\x1A\n and then nothing of the kind"));
    QVERIFY2(words(u"m90"_s).contains("Picture, "_L1), qPrintable(words(u"m90"_s)));
    QCOMPARE(buttons(u"m90"_s), QStringList{u"Save as…"_s});
}

void ThreadMediaTest::theMenuHasAll()
{
    receive(90, 2);
    givePicture(90, 0, m_files->picture(u"one"_s));
    give(ready({MessageId{90}, {}, 1}, m_files->write(u"a.pdf"_s, "%PDF-1.7")));
    thread()->setFocus();
    const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m90"_s));
    thread()->setCurrentIndex(index);
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(thread(), &byKey);
    auto *menu = thread()->findChild<QMenu *>();
    QVERIFY(menu);
    QStringList names;
    for (const QAction *action : menu->actions())
        names.append(action->text());
    QCOMPARE(names, (QStringList{u"Open picture"_s, u"Save picture as…"_s, u"Save “PDF document, 8 bytes” as…"_s, u"Copy text"_s}));
    menu->actions().constFirst()->trigger();
    QVERIFY(viewer());
    menu->close();
    for (const bool canCall : {true, false}) {
        QStringList offers;
        for (const EntryAction &each : actionsOf(makeMissedCall(77, 5, DecisionReason::Landline, std::nullopt), canCall))
            offers.append(each.name);
        QCOMPARE(offers.join(u", "_s), canCall ? u"Call back, Why was no text sent?"_s : u"Why was no text sent?"_s);
    }
}

void ThreadMediaTest::lateReportsOfAnotherThreadAreNothing()
{
    receive(90, 1);
    m_window->openConversation(ConversationId{3});
    settle();
    give(ready({MessageId{90}, {}, 0}, m_files->picture(u"one"_s)));
    QVERIFY(!m_window->findChild<MediaShelf *>()->find({MessageId{90}, {}, 0}));
    // Back again it is asked for again: the engine has it.
    QSignalSpy wanted(m_engine.get(), &EngineClient::showFilesRequested);
    m_window->openConversation(m_maria);
    settle();
    QCOMPARE(wanted.count(), 1);
}

void ThreadMediaTest::aVoicemailPlaysAndStops()
{
    FakeVoicemailPlayer *player = usePlayer();
    QSignalSpy wanted(m_engine.get(), &EngineClient::showVoicemailRequested);
    missCall(77);
    QCOMPARE(wanted.count(), 0); // a voicemail comes when it is to be heard
    QVERIFY2(buttons(u"c77"_s).contains("Play voicemail, 22 s"_L1), qPrintable(buttons(u"c77"_s).join(u'|')));
    QVERIFY(clickInThread(u"c77"_s, u"Play voicemail, 22 s"_s));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).value<CallId>(), CallId{77});
    give({{{}, CallId{77}, 0}, MediaReport::State::Loading, {}, {}});
    QVERIFY(words(u"c77"_s).contains("Fetching the voicemail"_L1));
    const KeptFile file = m_files->voicemail();
    give(ready({{}, CallId{77}, 0}, file));
    QCOMPARE(player->played, QStringList{file.path});
    QVERIFY(buttons(u"c77"_s).contains("Stop the voicemail"_L1));
    player->stops = 0;
    QVERIFY(clickInThread(u"c77"_s, u"Stop the voicemail"_s));
    QCOMPARE(player->stops, 1);
    QVERIFY(buttons(u"c77"_s).contains("Play voicemail, 22 s"_L1));
    // It is here now: nothing is asked for again.
    QVERIFY(clickInThread(u"c77"_s, u"Play voicemail, 22 s"_s));
    QCOMPARE(player->played.size(), 2);
    QCOMPARE(wanted.count(), 1);
    emit player->ended(); // by itself
    settle();
    QVERIFY(buttons(u"c77"_s).contains("Play voicemail, 22 s"_L1));
}

void ThreadMediaTest::aVoicemailThatFails()
{
    FakeVoicemailPlayer *player = usePlayer();
    missCall(77);
    QVERIFY(clickInThread(u"c77"_s, u"Play voicemail, 22 s"_s));
    give(failedReport({{}, CallId{77}, 0}, ErrorKind::Network));
    QVERIFY2(words(u"c77"_s).contains("could not be fetched"_L1), qPrintable(words(u"c77"_s)));
    QSignalSpy wanted(m_engine.get(), &EngineClient::showVoicemailRequested);
    QVERIFY(clickInThread(u"c77"_s, u"Try again"_s));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(1).toBool(), true);
    give(ready({{}, CallId{77}, 0}, m_files->voicemail()));
    QCOMPARE(player->played.size(), 1); // whoever tries again wants to hear it
}

void ThreadMediaTest::aPlayerThatPlaysElsewhere()
{
    FakeVoicemailPlayer *player = usePlayer();
    missCall(77);
    player->playsHere = false;
    QVERIFY(clickInThread(u"c77"_s, u"Play voicemail, 22 s"_s));
    give(ready({{}, CallId{77}, 0}, m_files->voicemail()));
    QVERIFY(buttons(u"c77"_s).contains("Play voicemail, 22 s"_L1)); // nothing here to stop
    emit player->handedOver();
    QVERIFY(m_window->findChild<Toast *>()->isVisible()); // whether it is heard nobody knows
    m_window->findChild<Toast *>()->hide();
    player->fails = true;
    QVERIFY(clickInThread(u"c77"_s, u"Play voicemail, 22 s"_s));
    QVERIFY(buttons(u"c77"_s).contains("Play voicemail, 22 s"_L1));
    QVERIFY(m_window->findChild<Toast *>()->isVisible());
}

void ThreadMediaTest::leavingTheThreadStopsIt()
{
    FakeVoicemailPlayer *player = usePlayer();
    missCall(77);
    QVERIFY(clickInThread(u"c77"_s, u"Play voicemail, 22 s"_s));
    m_window->openConversation(ConversationId{3});
    settle();
    give(ready({{}, CallId{77}, 0}, m_files->voicemail()));
    QVERIFY(player->played.isEmpty()); // nobody waits for it any more
    m_window->openConversation(m_maria);
    settle();
    QVERIFY(clickInThread(u"c77"_s, u"Play voicemail, 22 s"_s));
    give(ready({{}, CallId{77}, 0}, m_files->voicemail()));
    QCOMPARE(player->played.size(), 1);
    player->stops = 0;
    m_window->openConversation(ConversationId{3});
    settle();
    QVERIFY(player->stops > 0);
}

void ThreadMediaTest::itIsSpoken()
{
    receive(90, 2, u"My roof"_s);
    const ViewContext context{*m_time, *m_time, TimeWords(), u"US"_s, {}, {}};
    const QString words = ThreadWords::spoken(threadModel()->entryAt(threadModel()->rowOf(u"m90"_s)), context);
    QVERIFY2(words.contains("2 picture"_L1) && words.contains("My roof"_L1), qPrintable(words));
}

QTEST_MAIN(ThreadMediaTest)
#include "tst_threadmedia.moc"
