// SPDX-License-Identifier: MIT
// Paints the window with sample data into PNG files, to look at: renderwindow FOLDER. No test; run it with QT_SCALE_FACTOR=2 for sharp screens.
#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/fakereader.h"
#include "ui/fakesearchreader.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
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
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme.setChoice(choice);
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
