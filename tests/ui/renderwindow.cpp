// SPDX-License-Identifier: MIT
// Paints the window with sample data into PNG files, to look at: renderwindow FOLDER [LANGUAGE]. No test; run it with QT_SCALE_FACTOR=2 for sharp screens.
#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "translations/translations.h"
#include "ui/calls/callspage.h"
#include "ui/contact/erasedialog.h"
#include "ui/fakecontactreader.h"
#include "ui/fakelists.h"
#include "ui/fakereader.h"
#include "ui/fakesearchreader.h"
#include "ui/format/viewcontext.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/people/importdialog.h"
#include "ui/people/peoplepage.h"
#include "ui/theme/theme.h"
#include "ui/thread/emojipicker.h"
#include "ui/thread/repliesdialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QHoverEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

void fillLists(test::FakeCallsReader &calls, test::FakePeopleReader &people, UtcTime now)
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

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, u"."_s));
    if (application.arguments().size() > 2) {
        QLocale::setDefault(QLocale(application.arguments().at(2)));
        installTranslations(application, QLocale());
    }
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
    test::FakeContactReader contacts;
    contacts.people[maria] = test::mariasDetails(time.utcNow());
    contacts.people[ConversationId{6}].consent = ContactConsent{true, time.utcNow(), u"text"_s, u"STOP"_s};
    MainWindow window(engine, reader, time, time);
    window.setContactReaders(&contacts, nullptr);
    Settings settings;
    settings.inbox.tags = {{u"AC repair"_s, TagColor::Blue}, {u"New customer"_s, TagColor::Green}};
    settings.business.timeZone = u"America/Detroit"_s;
    settings.rules.mode = Mode::On;
    settings.business.name = u"Bright Air"_s;
    settings.inbox.replies = {{u"On my way"_s, u"Hi {name|there}, we are on our way and will be with you at {time}."_s},
                              {u"Prices"_s, u"A visit is $89, and it is free if we do the repair."_s},
                              {u"Booking link"_s, u"You can pick a time here: {link|our website}"_s}};
    settings.account.apiBaseUrl = u"http://127.0.0.1:9"_s; // a simulated line: its numbers are texted
    emit engine.settingsChanged(settings);
    ConnectionState online;
    online.kind = ConnectionState::Kind::Online;
    online.lastSuccess = time.utcNow() - Millis(4000);
    emit engine.connectionChanged(online);
    test::FakeCallsReader calls;
    test::FakePeopleReader people;
    fillLists(calls, people, time.utcNow());
    const QTemporaryDir books;
    const QString book = sampleBook(books);
    auto *callsPage = new CallsPage(engine, calls, time, time);
    auto *peoplePage = new PeoplePage(engine, people, time, time);
    window.setCallsPage(callsPage);
    window.setPeoplePage(peoplePage);
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
        for (auto *area : window.findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        shoot(u"contactend-"_s + suffix);
        {
            ViewContext context{time, time, TimeWords(), u"US"_s, settings, ConnectionState::Kind::Online};
            ContactDetails details = test::mariasDetails(time.utcNow());
            details.consent = ContactConsent{true, time.utcNow(), u"text"_s, u"STOP"_s};
            EraseDialog erase(context, reader.row(maria), details, &window);
            erase.setAttribute(Qt::WA_DeleteOnClose, false);
            erase.show();
            QTest::keyClicks(erase.findChild<QLineEdit *>(), u"0131"_s);
            for (int i = 0; i < 5; ++i)
                QApplication::processEvents();
            erase.grab().save(folder.filePath(u"erase-"_s + suffix + u".png"_s));
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
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        shoot(u"contactover-"_s + suffix);
        window.resize(420, 520);
        window.openConversation(maria);
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        shoot(u"contactnarrow-"_s + suffix);
        window.openConversation(doubtful);
        shoot(u"smalldoubt-"_s + suffix);
        shoot(u"narrow-"_s + suffix);
        window.openConversation({});
        shoot(u"narrowlist-"_s + suffix);
        emit engine.connectionChanged(online);
        window.resize(1280, 800);
        window.openConversation({});
        shoot(u"nothing-"_s + suffix);
        for (const bool wide : {true, false}) {
            window.resize(wide ? QSize(1280, 800) : QSize(420, 520));
            const QString size = wide ? u""_s : u"narrow"_s;
            window.showCallsPage();
            callsPage->list()->setCurrentIndex(callsPage->list()->model()->index(1, 0));
            shoot(size + u"calls-"_s + suffix);
            window.showPeoplePage();
            peoplePage->list()->setCurrentIndex(peoplePage->list()->model()->index(1, 0));
            shoot(size + u"people-"_s + suffix);
        }
        window.resize(1280, 800);
        peoplePage->importFrom(book);
        time.advance(Millis(100));
        auto *dialog = peoplePage->findChild<ImportDialog *>();
        QApplication::processEvents();
        dialog->grab().save(folder.filePath(u"import-"_s + suffix + u".png"_s));
        dialog->reject();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return 0;
}
