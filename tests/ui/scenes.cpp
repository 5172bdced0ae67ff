// SPDX-License-Identifier: MIT
#include "ui/scenes.h"

#include "ui/calls/callspage.h"
#include "ui/contact/erasedialog.h"
#include "ui/conversations/conversationpane.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/format/viewcontext.h"
#include "ui/mediascene.h"
#include "ui/people/importdialog.h"
#include "ui/people/peoplepage.h"
#include "ui/recordingphone.h"
#include "ui/settingsscene.h"
#include "ui/simulatedphone/simulatedphonepanel.h"
#include "ui/theme/filterchip.h"
#include "ui/thread/emojipicker.h"
#include "ui/thread/pictureviewer.h"
#include "ui/thread/repliesdialog.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QHoverEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace textback::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize huge(3840, 2160);
constexpr QSize wide(1280, 800);
constexpr QSize middle(900, 700);
constexpr QSize small(420, 520);

void fillLists(FakeCallsReader &calls, FakePeopleReader &people, UtcTime now)
{
    const QString names[] = {u"Maria Garcia"_s, {}, u"D. Kovalenko"_s, u"Sofía López"_s, {}, u"Bright Side Apartments, front office"_s};
    const DecisionReason reasons[] = {DecisionReason::Landline, DecisionReason::CoolDown, DecisionReason::OptedOut,
                                      DecisionReason::PcAsleep};
    for (int i = 0; i < 24; ++i) {
        CallListRow row;
        row.card.id = CallId{i + 1};
        row.card.at = now - std::chrono::minutes(7 + 97 * i);
        row.card.missed = i % 4 != 2 && i % 5 != 4;
        row.card.direction = i % 5 == 4 ? CallDirection::Outbound : CallDirection::Inbound;
        row.card.disposition = row.card.missed ? Disposition::NoAnswer : Disposition::Answered;
        row.card.rang = Millis(22000);
        row.card.talked = row.card.missed ? Millis(0) : Millis(95000);
        row.card.recordings = i == 7 ? 1 : 0;
        if (row.card.missed && i % 3 == 0)
            row.card.textedAfter = Millis(6000);
        else if (row.card.missed)
            row.card.decision = Decision::skip(reasons[i % 4]);
        row.conversation = ConversationId{i % 6 + 1};
        row.name = names[i % 6];
        row.number = *PhoneNumber::fromStored(u"+1313555%1"_s.arg(4470 + i % 6));
        row.address = row.number.e164();
        calls.rows.push_back(row);
    }
    for (int i = 0; i < 14; ++i)
        people.put(i + 1, names[i % 6].isEmpty() ? QString() : names[i % 6] + (i < 6 ? QString() : u" %1"_s.arg(i)),
                   u"+1313555%1"_s.arg(4470 + i), i % 4 == 3 ? UtcTime() : now - std::chrono::hours(i * 11), i == 3);
}

QString sampleBook(const QTemporaryDir &folder)
{
    QFile book(folder.filePath(u"contacts.csv"_s));
    if (book.open(QIODevice::WriteOnly)) {
        book.write("First Name,Last Name,Organization Name,Phone 1 - Label,Phone 1 - Value\n"
                   "Ana,Ruiz,,Mobile,(313) 555-7701\nTom,Baker,,Home,313 555 7702\n,,Bright Air,Work,+1 313-555-7703\n"
                   "Mary,Garcia,,Mobile,313 555 4470\nAna,Ruiz,,Work,313-555-7701\nJo,,,Mobile,555-12\n,,,Mobile,313 555 7709\n");
    }
    return book.fileName();
}

Settings sampleSettings()
{
    Settings settings;
    settings.inbox.tags = {{u"AC repair"_s, TagColor::Blue}, {u"New customer"_s, TagColor::Green}};
    settings.business.timeZone = u"America/Detroit"_s;
    settings.rules.mode = Mode::On;
    settings.business.name = u"Bright Air"_s;
    settings.inbox.replies = {{u"On my way"_s, u"Hi {name|there}, we are on our way and will be with you at {time}."_s},
                              {u"Prices"_s, u"A visit is $89, and it is free if we do the repair."_s},
                              {u"Booking link"_s, u"You can pick a time here: {link|our website}"_s}};
    settings.account.apiBaseUrl = u"http://127.0.0.1:9"_s; // a simulated line: its numbers are texted
    return settings;
}

ConnectionState online(const Clock &clock)
{
    ConnectionState state;
    state.kind = ConnectionState::Kind::Online;
    state.lastSuccess = clock.utcNow() - Millis(4000);
    return state;
}

void openReplies(Stage &stage)
{
    stage.window.openConversation(Stage::maria);
    auto *field = stage.window.findChild<QPlainTextEdit *>();
    field->setFocus();
    stage.write(u"See you {day} at {time}, Maria. "_s);
    field->moveCursor(QTextCursor::End);
    field->insertPlainText(u"/"_s);
}

void hoverThirdRow(Stage &stage)
{
    stage.choose(2);
    stage.settle();
    auto *list = stage.window.findChild<ConversationPane *>()->findChild<QListView *>();
    const QPointF at = list->visualRect(list->model()->index(2, 0)).center();
    QHoverEvent hover(QEvent::HoverEnter, at, list->viewport()->mapToGlobal(at), QPointF(-1, -1));
    QApplication::sendEvent(list->viewport(), &hover);
}

void openImport(Stage &stage)
{
    stage.window.showPeoplePage();
    stage.peoplePage->importFrom(stage.book);
    stage.time.advance(Millis(100));
    stage.seen = stage.peoplePage->findChild<ImportDialog *>();
}

void press(Stage &stage, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(stage.window.focusWidget() ? stage.window.focusWidget() : &stage.window, key, modifiers);
}

void noteInThread(Stage &stage)
{
    stage.reader.putEntry(Stage::maria,
                          makeNote(1, u"Gate code 4411, unit on the roof. Owes us $40 since May, tomorrow we can ask."_s, 12));
    stage.window.openConversation(Stage::maria);
    stage.settle();
}

void findInThread(Stage &stage)
{
    noteInThread(stage);
    press(stage, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(stage.window.focusWidget(), u"tomorrow"_s);
    stage.time.advance(Millis(3000));
}

void writeNote(Stage &stage)
{
    noteInThread(stage);
    press(stage, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(stage.window.focusWidget(), u"Prefers mornings"_s);
}

/// In the middle of a long thread, to which more came meanwhile.
void openThePast(Stage &stage)
{
    const ConversationId id{9};
    stage.reader.put(makeSummary(9, u"Long Thread"_s, u"+13135550199"_s, 4000));
    const auto write = [&](int from, int to) {
        for (int i = from; i <= to; ++i)
            stage.reader.putEntry(id, makeMessage(1000 + i, id, MessageOrigin::Customer, u"Message number %1"_s.arg(i), 5000 - i));
    };
    write(1, 300);
    stage.window.openConversation(id);
    stage.window.findChild<ThreadView *>()->showEntry({minutesAgo(4900), u"m1100"_s});
    write(301, 303);
    emit stage.engine.conversationsChanged({id});
}

void openMedia(Stage &stage)
{
    stage.media = std::make_unique<MediaScene>(stage.reader);
    stage.window.openConversation(stage.media->conversation);
    stage.settle();
    auto *thread = stage.window.findChild<ThreadView *>();
    thread->verticalScrollBar()->setValue(0);
    stage.settle(); // asks for what it shows
    stage.media->play(stage);
    stage.settle();
    thread->verticalScrollBar()->setValue(0);
}

void viewPicture(Stage &stage)
{
    openMedia(stage);
    auto viewer = std::make_unique<PictureViewer>(
        stage.window.findChild<MediaShelf *>()->loader(),
        std::vector<PictureViewer::Picture>{{{MessageId{500}, {}, 0}, stage.media->car()}, {{MessageId{501}, {}, 0}, stage.media->car()}},
        0, &stage.window);
    viewer->setAttribute(Qt::WA_DeleteOnClose, false);
    PictureViewer *shown = viewer.get();
    stage.show(std::move(viewer));
    if (!QTest::qWaitFor([shown] { return shown->isShown(); }))
        qWarning("no picture in the viewer");
}

void askToErase(Stage &stage)
{
    const ViewContext context{stage.time, stage.time, TimeWords(), u"US"_s, stage.settings, ConnectionState::Kind::Online};
    ContactDetails details = mariasDetails(stage.time.utcNow());
    details.consent = ContactConsent{true, stage.time.utcNow(), u"text"_s, u"STOP"_s};
    auto dialog = std::make_unique<EraseDialog>(context, stage.reader.row(Stage::maria), details, &stage.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QWidget *field = dialog->findChild<QLineEdit *>();
    stage.show(std::move(dialog));
    QTest::keyClicks(field, u"0131"_s);
}

/// Two numbers of hers, and the question about a third.
void showNumbers(Stage &stage)
{
    const auto number = [](int id, const QString &e164, const QString &name, bool optedOut) {
        return NamedNumber{ConversationId{id}, *PhoneNumber::fromStored(e164), name, optedOut};
    };
    ContactDetails &details = stage.contacts.people[Stage::maria];
    details.linked = {number(12, u"+13135550102"_s, u"Maria Garcia"_s, true),
                      number(13, u"+13135550103"_s, u"Garcia, front office"_s, false)};
    details.maybeSame = {number(14, u"+13135550104"_s, u"maria garcia"_s, false)};
    stage.window.openConversation(Stage::maria);
}

void chooseSecond(QListView &list)
{
    list.setCurrentIndex(list.model()->index(1, 0));
}

void openSettings(Stage &stage)
{
    stage.settingsScene = std::make_unique<SettingsScene>(stage);
}

void openDemo(Stage &stage)
{
    stage.phone = std::make_unique<RecordingPhone>();
    stage.window.setSidePanel(new SimulatedPhonePanel(*stage.phone));
    stage.window.openConversation(Stage::maria);
}

} // namespace

Stage::Stage()
    : settings(sampleSettings())
    , window(engine, reader, time, time)
    , callsPage(new CallsPage(engine, calls, time, time))
    , peoplePage(new PeoplePage(engine, people, time, time))
    , seen(&window)
{
    fillSample(reader);
    reader.row(doubtful).doubt = u"booking link"_s;
    reader.row(urgent).alert = AlertKind::Danger;
    reader.row(urgent).alertEvidence = u"smell gas"_s;
    contacts.people[maria] = mariasDetails(time.utcNow());
    contacts.people[optedOut].consent = ContactConsent{true, time.utcNow(), u"text"_s, u"STOP"_s};
    fillLists(calls, people, time.utcNow());
    fillSampleSearch(search);
    book = sampleBook(m_folder);
    window.setContactReaders(&contacts, nullptr);
    window.setCallsPage(callsPage);
    window.setPeoplePage(peoplePage);
    window.setSettingsPage(new QWidget);
    window.setSearch(search);
    emit engine.settingsChanged(settings);
    emit engine.connectionChanged(online(time));
    QList<ConversationId> all;
    for (int id = 1; id <= 8; ++id)
        all.append(ConversationId{id});
    emit engine.conversationsChanged(all); // the window was there before them
}

Stage::~Stage() = default;

void Stage::settle()
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

void Stage::ask(const QString &question)
{
    window.activateWindow();
    settle();
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window.focusWidget(), question);
    time.advance(Millis(100));
}

void Stage::write(const QString &words)
{
    window.findChild<QPlainTextEdit *>()->setPlainText(words);
}

void Stage::choose(int chip)
{
    window.findChild<ConversationPane *>()->findChildren<FilterChip *>().at(chip)->click();
}

void Stage::putAway()
{
    for (const int id : {4, 5, 6})
        reader.row(ConversationId{id}).snoozedUntil = time.utcNow() + std::chrono::hours(17 * id);
    reader.row(ConversationId{3}).draft = u"Sorry for the wait, we can come on"_s;
    reader.row(ConversationId{7}).done = true;
    emit engine.conversationsChanged({ConversationId{3}, ConversationId{4}, ConversationId{5}, ConversationId{6}, ConversationId{7}});
}

void Stage::goOffline()
{
    ConnectionState offline;
    offline.kind = ConnectionState::Kind::Offline;
    offline.nextTry = time.utcNow() + Millis(12000);
    emit engine.connectionChanged(offline);
}

void Stage::showTrap()
{
    Notice trap;
    trap.kind = Notice::Kind::Trap;
    trap.trap = TrapFinding{TrapKind::CarrierVoicemail,
                            *PhoneNumber::fromStored(u"+13132230100"_s),
                            7,
                            9,
                            23,
                            26,
                            20,
                            0,
                            0,
                            {TrapAdvice::ConfirmVoicemail, TrapAdvice::RingFifteenToEighteen, TrapAdvice::CheckIphone}};
    emit engine.noticesChanged({trap});
}

void Stage::show(std::unique_ptr<QWidget> other)
{
    m_other = std::move(other);
    seen = m_other.get();
    seen->show();
}

QImage Stage::picture(qreal scale)
{
    settle();
    QImage image((QSizeF(seen->size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(seen->palette().color(QPalette::Window));
    seen->render(&image);
    return image;
}

std::unique_ptr<Stage> arranged(const Scene &scene)
{
    auto stage = std::make_unique<Stage>();
    if (scene.golden)
        stage->reader.removeEntry(Stage::maria, u"m6"_s); // an emoji looks as the machine's fonts have it
    stage->window.resize(scene.size);
    stage->window.show();
    stage->settle();
    scene.arrange(*stage);
    stage->settle();
    return stage;
}

const std::vector<Scene> &scenes()
{
    static const std::vector<Scene> all{
        {u"inbox"_s, wide,
         [](Stage &stage) {
             stage.window.openConversation(Stage::maria);
             stage.write(u"Great, see you then! It’s on the calendar."_s);
         },
         true},
        {u"list"_s, wide,
         [](Stage &stage) {
             stage.putAway();
             stage.window.openConversation(Stage::maria);
             hoverThirdRow(stage);
         },
         true},
        {u"states"_s, wide, [](Stage &stage) { stage.window.openConversation(Stage::states); }, true},
        {u"opted-out"_s, wide, [](Stage &stage) { stage.window.openConversation(Stage::optedOut); }, true},
        {u"doubt"_s, wide, [](Stage &stage) { stage.window.openConversation(Stage::doubtful); }},
        {u"alert"_s, wide, [](Stage &stage) { stage.window.openConversation(Stage::urgent); }},
        {u"trap"_s, wide,
         [](Stage &stage) {
             stage.window.openConversation(Stage::urgent);
             stage.showTrap();
         },
         true},
        {u"note"_s, wide, noteInThread, true},
        {u"find"_s, wide, findInThread, true},
        {u"note-editor"_s, wide, writeNote},
        {u"past"_s, wide, openThePast},
        {u"media"_s, wide, openMedia},
        {u"viewer"_s, wide, viewPicture},
        {u"erase"_s, wide, askToErase},
        {u"keys"_s, wide,
         [](Stage &stage) {
             press(stage, Qt::Key_F1);
             stage.seen = stage.window.findChild<KeyboardDialog *>();
         }},
        {u"nothing"_s, wide, [](Stage &stage) { stage.window.openConversation({}); }},
        {u"replies"_s, wide, openReplies, true},
        {u"undo"_s, wide,
         [](Stage &stage) {
             stage.window.openConversation(Stage::maria);
             QTest::keyClick(&stage.window, Qt::Key_E, Qt::ControlModifier);
         }},
        {u"numbers"_s, wide, showNumbers, true},
        {u"contact-end"_s, wide,
         [](Stage &stage) {
             stage.window.openConversation(Stage::maria);
             stage.settle();
             for (auto *area : stage.window.findChildren<QScrollArea *>())
                 area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
         }},
        {u"search"_s, wide, [](Stage &stage) { stage.ask(u"tomorrow"_s); }, true},
        {u"search-number"_s, wide, [](Stage &stage) { stage.ask(u"555-01"_s); }},
        {u"search-recent"_s, wide, [](Stage &stage) { stage.ask({}); }},
        {u"search-nothing"_s, wide, [](Stage &stage) { stage.ask(u"pump"_s); }},
        {u"settings"_s, wide, openSettings, true},
        {u"demo"_s, wide, openDemo, true},
        {u"calls"_s, wide,
         [](Stage &stage) {
             stage.window.showCallsPage();
             chooseSecond(*stage.callsPage->list());
         },
         true},
        {u"people"_s, wide,
         [](Stage &stage) {
             stage.window.showPeoplePage();
             chooseSecond(*stage.peoplePage->list());
         },
         true},
        {u"import"_s, wide, openImport},
        {u"emoji"_s, wide,
         [](Stage &stage) {
             auto picker = std::make_unique<EmojiPicker>(&stage.window);
             picker->openAbove(QPoint(100, 500));
             stage.show(std::move(picker));
         }},
        {u"replies-dialog"_s, wide,
         [](Stage &stage) { stage.show(std::make_unique<RepliesDialog>(stage.settings.inbox.replies, &stage.window)); }},
        {u"huge"_s, huge,
         [](Stage &stage) {
             openDemo(stage);
             stage.write(u"Great, see you then!"_s);
         }},
        {u"middle"_s, middle,
         [](Stage &stage) {
             stage.goOffline();
             stage.window.openConversation(Stage::maria);
         }},
        {u"contact-over"_s, middle,
         [](Stage &stage) {
             stage.window.openConversation(Stage::maria);
             stage.settle();
             QTest::keyClick(&stage.window, Qt::Key_I, Qt::ControlModifier);
         },
         true},
        {u"small-thread"_s, small,
         [](Stage &stage) {
             stage.goOffline();
             stage.window.openConversation(Stage::maria);
         },
         true},
        {u"small-list"_s, small, [](Stage &stage) { stage.putAway(); }, true},
        {u"small-contact"_s, small,
         [](Stage &stage) {
             stage.window.openConversation(Stage::maria);
             stage.settle();
             QTest::keyClick(&stage.window, Qt::Key_I, Qt::ControlModifier);
         }},
        {u"small-numbers"_s, small,
         [](Stage &stage) {
             showNumbers(stage);
             stage.settle();
             QTest::keyClick(&stage.window, Qt::Key_I, Qt::ControlModifier);
         }},
        {u"small-doubt"_s, small, [](Stage &stage) { stage.window.openConversation(Stage::doubtful); }},
        {u"small-media"_s, small, openMedia},
        {u"small-find"_s, small, findInThread},
        {u"small-note-editor"_s, small, writeNote},
        {u"small-replies"_s, small, openReplies},
        {u"small-search"_s, small, [](Stage &stage) { stage.ask(u"tomorrow"_s); }},
        {u"small-trap"_s, small,
         [](Stage &stage) {
             stage.window.openConversation(Stage::urgent);
             stage.showTrap();
         }},
        {u"small-calls"_s, small,
         [](Stage &stage) {
             stage.window.showCallsPage();
             chooseSecond(*stage.callsPage->list());
         }},
        {u"small-settings"_s, small, openSettings},
        {u"small-people"_s, small,
         [](Stage &stage) {
             stage.window.showPeoplePage();
             chooseSecond(*stage.peoplePage->list());
         }},
    };
    return all;
}

} // namespace textback::test
