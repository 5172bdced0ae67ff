// SPDX-License-Identifier: MIT
// Paints the window with sample data into PNG files, to look at: renderwindow FOLDER. No test; run it with QT_SCALE_FACTOR=2 for sharp screens.
#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/fakereader.h"
#include "ui/fakesearchreader.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/thread/emojipicker.h"
#include "ui/thread/repliesdialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QHoverEvent>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, u"."_s));
    Theme theme(application);
    test::FakeReader reader;
    const ConversationId maria = test::fillSample(reader);
    const ConversationId doubtful{5};
    reader.row(doubtful).doubt = u"booking link"_s;
    const ConversationId urgent{8};
    reader.row(urgent).alert = AlertKind::Danger;
    reader.row(urgent).alertEvidence = u"smell gas"_s;
    test::VirtualTime time;
    EngineClient engine;
    MainWindow window(engine, reader, time, time);
    Settings settings;
    settings.business.timeZone = u"America/Detroit"_s;
    settings.rules.mode = Mode::On;
    settings.business.name = u"Bright Air"_s;
    settings.inbox.replies = {{u"On my way"_s, u"Hi {name|there}, we are on our way and will be with you at {time}."_s},
                              {u"Prices"_s, u"A visit is $89, and it is free if we do the repair."_s},
                              {u"Booking link"_s, u"You can pick a time here: {link|our website}"_s}};
    emit engine.settingsChanged(settings);
    ConnectionState online;
    online.kind = ConnectionState::Kind::Online;
    online.lastSuccess = time.utcNow() - Millis(4000);
    emit engine.connectionChanged(online);
    window.setSettingsPage(new QWidget);
    test::FakeSearchReader search;
    test::fillSampleSearch(search);
    window.setSearch(search);
    window.show();
    const auto shoot = [&](const QString &name) {
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
        window.grab().save(folder.filePath(name + u".png"_s));
    };
    for (const ColorMode choice : {ColorMode::Light, ColorMode::Dark}) {
        theme.setColors(choice);
        const QString suffix = toString(choice);
        window.resize(1280, 800);
        window.openConversation(maria);
        if (auto *field = window.findChild<QPlainTextEdit *>())
            field->setPlainText(u"Great, see you then! It’s on the calendar."_s);
        shoot(u"full-"_s + suffix);
        const auto ask = [&](const QString &name, const QString &question) {
            QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
            QTest::keyClicks(window.focusWidget(), question);
            time.advance(Millis(100));
            shoot(name + u'-' + suffix);
            QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
        };
        ask(u"search"_s, u"tomorrow"_s);
        ask(u"searchnumber"_s, u"555-01"_s);
        ask(u"searchrecent"_s, {});
        ask(u"searchnothing"_s, u"pump"_s);
        window.resize(420, 520);
        ask(u"smallsearch"_s, u"tomorrow"_s);
        window.resize(1280, 800);
        if (auto *field = window.findChild<QPlainTextEdit *>()) {
            window.activateWindow();
            QApplication::processEvents();
            field->setFocus();
            field->setPlainText(u"See you {day} at {time}, Maria. "_s);
            field->moveCursor(QTextCursor::End);
            field->insertPlainText(u"/"_s);
        }
        shoot(u"replies-"_s + suffix);
        window.resize(420, 520);
        shoot(u"smallreplies-"_s + suffix);
        window.resize(1280, 800);
        if (auto *field = window.findChild<QPlainTextEdit *>())
            field->clear();
        // What is put off, done and half written.
        for (const int id : {4, 5, 6})
            reader.row(ConversationId{id}).snoozedUntil = time.utcNow() + std::chrono::hours(17 * id);
        reader.row(ConversationId{3}).draft = u"Sorry for the wait, we can come on"_s;
        reader.row(ConversationId{7}).done = true;
        emit engine.conversationsChanged({ConversationId{3}, ConversationId{4}, ConversationId{5}, ConversationId{6}, ConversationId{7}});
        auto *list = window.findChild<QListView *>();
        for (auto *chip : window.findChildren<QAbstractButton *>()) {
            if (chip->accessibleName() == u"All")
                chip->click();
        }
        const QRect hovered = list->visualRect(list->model()->index(2, 0));
        const QPointF at = hovered.center();
        shoot(u"list-"_s + suffix); // lays out what follows
        QHoverEvent hover(QEvent::HoverEnter, at, list->viewport()->mapToGlobal(at), QPointF(-1, -1));
        QApplication::sendEvent(list->viewport(), &hover);
        window.grab().save(folder.filePath(u"list-"_s + suffix + u".png"_s));
        for (auto *button : window.findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == u"Done" && button->isVisible() && button->icon().isNull() == false)
                button->click();
        }
        shoot(u"undo-"_s + suffix);
        window.resize(420, 520);
        window.openConversation({});
        shoot(u"smalllist-"_s + suffix);
        for (const int id : {4, 5, 6})
            reader.row(ConversationId{id}).snoozedUntil.reset();
        reader.row(ConversationId{3}).draft.clear();
        reader.row(ConversationId{7}).done = false;
        emit engine.conversationsChanged({ConversationId{3}, ConversationId{4}, ConversationId{5}, ConversationId{6}, ConversationId{7}});
        window.resize(1280, 800);
        for (const bool dialog : {false, true}) {
            QWidget *shown = nullptr;
            if (dialog)
                shown = new RepliesDialog(settings.inbox.replies, &window);
            else
                shown = new EmojiPicker(&window);
            if (!dialog)
                static_cast<EmojiPicker *>(shown)->openAbove(QPoint(100, 500));
            shown->show();
            for (int i = 0; i < 5; ++i)
                QApplication::processEvents();
            shown->grab().save(folder.filePath((dialog ? u"repliesdialog-"_s : u"emoji-"_s) + suffix + u".png"_s));
            delete shown;
        }
        window.openConversation(ConversationId{3});
        shoot(u"states-"_s + suffix);
        window.openConversation(ConversationId{6});
        shoot(u"optedout-"_s + suffix);
        window.openConversation(doubtful);
        shoot(u"doubt-"_s + suffix);
        window.openConversation(urgent);
        shoot(u"alert-"_s + suffix);
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
        shoot(u"trap-"_s + suffix);
        window.resize(420, 520);
        shoot(u"smalltrap-"_s + suffix);
        emit engine.noticesChanged({});
        ConnectionState offline;
        offline.kind = ConnectionState::Kind::Offline;
        offline.nextTry = time.utcNow() + Millis(12000);
        emit engine.connectionChanged(offline);
        window.resize(900, 700);
        window.openConversation(maria);
        shoot(u"middle-"_s + suffix);
        window.resize(420, 520);
        window.openConversation(doubtful);
        shoot(u"smalldoubt-"_s + suffix);
        shoot(u"narrow-"_s + suffix);
        window.openConversation({});
        shoot(u"narrowlist-"_s + suffix);
        emit engine.connectionChanged(online);
        window.resize(1280, 800);
        window.openConversation({});
        shoot(u"nothing-"_s + suffix);
    }
    return 0;
}
