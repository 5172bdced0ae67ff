// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"
#include "fakeconversationreader.h"
#include "recordingnotifier.h"
#include "shots.h"
#include "support/virtualtime.h"
#include "ui/dialogs/shelldialogs.h"
#include "ui/format/timewords.h"
#include "ui/theme/theme.h"
#include "ui/tray/tray.h"
#include "ui/tray/traycontroller.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A tray that is there or not, as the test says.
class FakeTray final : public Tray {
    Q_OBJECT

public:
    bool isVisible() const override { return there && shown; }
    void setIcon(const QIcon &) override { ++icons; }
    void setToolTip(const QString &text) override { toolTip = text; }
    void setMenu(QMenu *newMenu) override { menu = newMenu; }
    void show() override { shown = there; }
    void hide() override { shown = false; }
    void showMessage(const QString &, const QString &) override {}

    bool there = true;
    bool shown = false;
    int icons = 0;
    QString toolTip;
    QMenu *menu = nullptr;
};

/// The program's life beside its window: closing, hint, quit question, counts.
class TestTrayController : public QObject {
    Q_OBJECT

private:
    struct Fixture {
        explicit Fixture(const QString &memoryFile)
            : memory(memoryFile, QSettings::IniFormat)
            , controller(TrayPorts{window, tray, client, reader, notifier, time, time, memory})
        {
            settings.business.name = QStringLiteral("Bright Air");
            settings.rules.mode = Mode::On;
            online.kind = ConnectionState::Kind::Online;
            online.lastSuccess = time.utcNow();
        }
        void begin()
        {
            controller.start();
            emit client.settingsChanged(settings);
            emit client.connectionChanged(online);
            window.show();
            QApplication::setActiveWindow(&window);
        }
        QAction *action(const QString &name) { return controller.menu()->findChild<QAction *>(name); }

        QWidget window;
        FakeTray tray;
        EngineClient client;
        FakeConversationReader reader;
        RecordingNotifier notifier;
        VirtualTime time;
        QSettings memory;
        Settings settings;
        ConnectionState online;
        TrayController controller;
    };

    QTemporaryDir m_folder;
    std::unique_ptr<Fixture> f;

    static QMessageBox *box()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (auto *found = qobject_cast<QMessageBox *>(widget); found != nullptr && found->isVisible())
                return found;
        }
        return nullptr;
    }
    static void press(const char *name)
    {
        QVERIFY(box() != nullptr);
        auto *button = box()->findChild<QPushButton *>(QString::fromLatin1(name));
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(box() == nullptr);
    }

private slots:
    void initTestCase()
    {
        QApplication::setApplicationName(QStringLiteral("Textback"));
        new Theme(*qApp, this);
    }
    void init()
    {
        static int number = 0;
        f = std::make_unique<Fixture>(m_folder.filePath(QString::number(++number)));
    }
    void cleanup()
    {
        if (box() != nullptr)
            box()->close();
        QTRY_VERIFY(box() == nullptr);
        f.reset();
    }

    void closingGoesToTheTrayAndIsToldOnce()
    {
        f->begin();
        f->window.close();
        QVERIFY(!f->window.isVisible());
        QCOMPARE(f->notifier.shown.size(), 1);
        QVERIFY(box() != nullptr);
        shot(*box(), QStringLiteral("goes-on-hint"));
        press("keepRunning");
        emit f->tray.clicked();
        QVERIFY(f->window.isVisible());
        f->window.close();
        QVERIFY(!f->window.isVisible());
        QCOMPARE(f->notifier.shown.size(), 1);
        QVERIFY(box() == nullptr);
        QCOMPARE(f->memory.value(QStringLiteral("tray/goesOnHintShown")).toBool(), true);
    }

    void withoutATrayItMinimizes()
    {
        f->tray.there = false;
        f->begin();
        f->window.close();
        QVERIFY(f->window.isVisible());
        QVERIFY(f->window.isMinimized());
        press("keepRunning");
    }

    void theHintOffersToQuitInstead()
    {
        f->begin();
        QSignalSpy quit(&f->controller, &TrayController::quitRequested);
        f->window.close();
        press("quit");
        QCOMPARE(quit.size(), 1);
    }

    void aTrayThatComesLateIsFound()
    {
        f->tray.there = false;
        f->begin();
        QVERIFY(!f->tray.isVisible());
        f->tray.there = true;
        f->time.advance(59s);
        QVERIFY(!f->tray.isVisible());
        f->time.advance(1s);
        QVERIFY(f->tray.isVisible());
    }

    void aTrayThatGoesGivesTheWindowBack()
    {
        f->memory.setValue(QStringLiteral("tray/goesOnHintShown"), true);
        f->begin();
        f->window.close();
        QVERIFY(!f->window.isVisible());
        f->tray.there = false;
        f->tray.shown = false;
        f->time.advance(60s);
        QVERIFY(f->window.isVisible());
        QVERIFY(f->window.isMinimized());
    }

    void aClickTogglesTheWindow()
    {
        f->begin();
        QTRY_VERIFY(f->window.isActiveWindow());
        emit f->tray.clicked();
        QVERIFY(!f->window.isVisible());
        emit f->tray.clicked();
        QVERIFY(f->window.isVisible());
        f->window.showMinimized();
        emit f->tray.clicked();
        QVERIFY(!f->window.isMinimized());
    }

    void quitAsksFirst()
    {
        f->begin();
        QSignalSpy quit(&f->controller, &TrayController::quitRequested);
        f->action(u"quit"_s)->trigger();
        QVERIFY(box() != nullptr);
        QVERIFY(box()->informativeText().contains(QStringLiteral("will not be texted")));
        QTest::keyClick(box(), Qt::Key_Escape);
        QTRY_VERIFY(box() == nullptr);
        QCOMPARE(quit.size(), 0);
        f->action(u"quit"_s)->trigger();
        f->action(u"quit"_s)->trigger(); // twice is one question
        press("quit");
        QCOMPARE(quit.size(), 1);
        f->window.close();
        QVERIFY(!f->window.isVisible());
        QVERIFY(!f->window.isMinimized());
        QVERIFY(f->notifier.shown.isEmpty()); // really closed, not put away
    }

    void f59QuitTellsWhatWaits();
    void f58SafeModeIsAProblem();
    void f46FrozenCopyIsOfferedToBeEnded();

    void menuAndToolTipFollowTheReader()
    {
        f->reader.inbox = InboxCounts{3, 2, 9};
        f->begin();
        QCOMPARE(f->action(u"status"_s)->text(), QStringLiteral("On · last check 0 s ago"));
        QVERIFY(!f->action(u"status"_s)->isEnabled());
        QCOMPARE(f->action(u"inbox"_s)->text(), QStringLiteral("Open inbox (3)"));
        QVERIFY(f->tray.toolTip.startsWith(QStringLiteral("Bright Air: 3 ")));
        QVERIFY(f->tray.toolTip.endsWith(QStringLiteral("automatic texts on")));
        QCOMPARE(f->controller.status().state(), TrayState::New);

        f->reader.inbox = InboxCounts{};
        const int reads = f->reader.countReads;
        for (int i = 0; i < 5; ++i)
            emit f->client.conversationsChanged({ConversationId{1}});
        f->time.advance(1s);
        QCOMPARE(f->reader.countReads, reads + 1); // a burst is read once
        QCOMPARE(f->action(u"inbox"_s)->text(), QStringLiteral("Open inbox"));
        QCOMPARE(f->controller.status().state(), TrayState::Ok);
        f->time.advance(3s);
        emit f->controller.menu()->aboutToShow();
        QCOMPARE(f->action(u"status"_s)->text(), QStringLiteral("On · last check 4 s ago"));
    }

    void aBusyDatabaseIsAskedAgain()
    {
        f->begin();
        f->reader.inbox = InboxCounts{1, 1, 1};
        f->reader.busy = true;
        emit f->client.conversationsChanged({ConversationId{1}});
        f->time.advance(500ms);
        QCOMPARE(f->controller.status().counts.unread, 0);
        f->reader.busy = false;
        f->time.advance(1s);
        QCOMPARE(f->controller.status().counts.unread, 1);
    }

    void theMenuPauses_data();
    void theMenuPauses();
    void whilePausedTheMenuResumes();
    void theMenuChoosesWhatIsTold();
    void closingCanEndTheProgram();
    void theMenuLooks();

    void menuOpensInboxAndSettings()
    {
        f->begin();
        QSignalSpy inbox(&f->controller, &TrayController::inboxRequested);
        QSignalSpy settings(&f->controller, &TrayController::settingsRequested);
        f->window.hide();
        f->action(u"inbox"_s)->trigger();
        QVERIFY(f->window.isVisible());
        QCOMPARE(inbox.size(), 1);
        f->action(u"settings"_s)->trigger();
        QCOMPARE(settings.size(), 1);
    }

    void stateFollowsTroubleNewsAndMode_data()
    {
        QTest::addColumn<ConnectionState::Kind>("kind");
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<int>("unread");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<TrayState>("expected");
        using Kind = ConnectionState::Kind;
        QTest::newRow("all well") << Kind::Online << Mode::On << 0 << false << TrayState::Ok;
        QTest::newRow("news") << Kind::Online << Mode::On << 1 << false << TrayState::New;
        QTest::newRow("news in watch mode") << Kind::Online << Mode::Watch << 1 << false << TrayState::New;
        QTest::newRow("watch") << Kind::Online << Mode::Watch << 0 << false << TrayState::Waiting;
        QTest::newRow("off") << Kind::Online << Mode::Off << 0 << false << TrayState::Waiting;
        QTest::newRow("not set up") << Kind::NotSetUp << Mode::On << 0 << false << TrayState::Waiting;
        QTest::newRow("trouble before news") << Kind::Offline << Mode::On << 3 << false << TrayState::Problem;
        QTest::newRow("signed out") << Kind::SignedOut << Mode::Watch << 0 << false << TrayState::Problem;
        QTest::newRow("paused") << Kind::Online << Mode::On << 0 << true << TrayState::Waiting;
        QTest::newRow("news while paused") << Kind::Online << Mode::On << 1 << true << TrayState::Waiting;
        QTest::newRow("trouble while paused") << Kind::Offline << Mode::On << 1 << true << TrayState::Problem;
        QTest::newRow("slowed down") << Kind::RateLimited << Mode::On << 0 << false << TrayState::Ok;
    }
    void stateFollowsTroubleNewsAndMode()
    {
        QFETCH(const ConnectionState::Kind, kind);
        QFETCH(const Mode, mode);
        QFETCH(const int, unread);
        QFETCH(const bool, paused);
        QFETCH(const TrayState, expected);
        TrayStatus status;
        if (paused)
            status.pausedUntil = untilResumed;
        status.connection.kind = kind;
        status.mode = mode;
        status.counts.unread = unread;
        QCOMPARE(status.state(), expected);
    }

    void theFourIconsDifferInShape()
    {
        QList<QImage> shapes;
        for (const TrayState state : {TrayState::Ok, TrayState::New, TrayState::Waiting, TrayState::Problem}) {
            const QIcon icon = trayIcon(state);
            QCOMPARE(icon.availableSizes().size(), 7);
            // Grey only: what is left when colours cannot be told apart.
            const QImage shape = icon.pixmap(QSize(22, 22), 1.0).toImage().convertToFormat(QImage::Format_Grayscale8);
            for (const QImage &other : std::as_const(shapes)) {
                int different = 0;
                for (int y = 0; y < shape.height(); ++y) {
                    for (int x = 0; x < shape.width(); ++x)
                        different += std::abs(qGray(shape.pixel(x, y)) - qGray(other.pixel(x, y))) > 60 ? 1 : 0;
                }
                QVERIFY2(different >= 12, qPrintable(QString::number(different)));
            }
            shapes.append(shape);
        }
    }
};

void TestTrayController::theMenuPauses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<UtcTime>("until");
    // It is 15:00 UTC on 23 November.
    const UtcTime now = VirtualTime().utcNow();
    QTest::newRow("1 hour") << u"pauseAnHour"_s << now + 1h;
    QTest::newRow("until tomorrow, 6:00 in Detroit") << u"pauseUntilTomorrow"_s << now + 20h;
    QTest::newRow("until resumed") << u"pauseUntilResumed"_s << untilResumed;
}

void TestTrayController::theMenuPauses()
{
    QFETCH(const QString, name);
    QFETCH(const UtcTime, until);
    f->settings.business.timeZone = u"America/Detroit"_s;
    f->begin();
    QSignalSpy asked(&f->client, &EngineClient::pauseTextsRequested);
    QVERIFY(!f->action(u"resume"_s)->isVisible());
    f->action(name)->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<UtcTime>(), until);
}

void TestTrayController::whilePausedTheMenuResumes()
{
    f->settings.business.timeZone = u"UTC"_s;
    f->begin();
    f->settings.rules.pausedUntil = f->time.utcNow() + 18h;
    emit f->client.settingsChanged(f->settings);
    QCOMPARE(f->controller.status().state(), TrayState::Waiting);
    const QString nine = TimeWords(QTimeZone::utc()).clock(*f->settings.rules.pausedUntil);
    QCOMPARE(f->action(u"status"_s)->text(), u"Paused until %1 tomorrow · last check 0 s ago"_s.arg(nine));
    QVERIFY2(f->tray.toolTip.endsWith(u"automatic texts paused until %1 tomorrow"_s.arg(nine)), qPrintable(f->tray.toolTip));
    // Midnight passes while nobody looks.
    f->time.advance(10h);
    QVERIFY2(f->tray.toolTip.endsWith(u"automatic texts paused until %1"_s.arg(nine)), qPrintable(f->tray.toolTip));
    f->settings.rules.pausedUntil = untilResumed;
    emit f->client.settingsChanged(f->settings);
    QVERIFY(f->action(u"status"_s)->text().startsWith(u"Paused · "_s));
    QVERIFY(f->tray.toolTip.endsWith(u"automatic texts paused"_s));

    QSignalSpy resumed(&f->client, &EngineClient::resumeTextsRequested);
    QVERIFY(f->action(u"resume"_s)->isVisible());
    f->action(u"resume"_s)->trigger();
    QCOMPARE(resumed.size(), 1);
    f->settings.rules.pausedUntil.reset();
    emit f->client.settingsChanged(f->settings);
    QVERIFY(!f->action(u"resume"_s)->isVisible());
    QCOMPARE(f->controller.status().state(), TrayState::Ok);
    const auto *pause = f->controller.menu()->findChild<QMenu *>(u"pause"_s);
    QVERIFY(pause->menuAction()->isEnabled());
    f->settings.rules.mode = Mode::Watch; // nothing to pause
    emit f->client.settingsChanged(f->settings);
    QVERIFY(!pause->menuAction()->isEnabled());
}

void TestTrayController::theMenuChoosesWhatIsTold()
{
    f->settings.notifications = {NotificationAmount::WhenNeeded, NotificationPrivacy::Name, 5};
    f->begin();
    QVERIFY(f->action(u"notify-when-needed"_s)->isChecked());
    QVERIFY(!f->action(u"notify-all"_s)->isChecked());
    QSignalSpy asked(&f->client, &EngineClient::changeNotificationsRequested);
    f->action(u"notify-none"_s)->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<NotificationSettings>(),
             (NotificationSettings{NotificationAmount::None, NotificationPrivacy::Name, 5}));
    f->settings.notifications.show = NotificationAmount::None;
    emit f->client.settingsChanged(f->settings);
    QVERIFY(f->action(u"notify-none"_s)->isChecked());
    f->window.close();
    QVERIFY(f->notifier.shown.isEmpty()); // not even the hint: the dialog says it
    press("keepRunning");
}

void TestTrayController::closingCanEndTheProgram()
{
    f->settings.window.closeToTray = false;
    f->begin();
    QSignalSpy quit(&f->controller, &TrayController::quitRequested);
    f->window.close();
    QVERIFY(f->window.isVisible());
    press("keepRunning"); // asked, because it ends the texts
    QVERIFY(f->window.isVisible());
    QCOMPARE(quit.size(), 0);
    f->window.close();
    press("quit");
    QCOMPARE(quit.size(), 1);
    QVERIFY(f->notifier.shown.isEmpty()); // nothing goes on
}

void TestTrayController::theMenuLooks()
{
    f->reader.inbox = InboxCounts{3, 2, 9};
    f->begin();
    QMenu *menu = f->controller.menu();
    menu->popup(QPoint(10, 10));
    QTRY_VERIFY(menu->isVisible());
    shot(*menu, u"tray-menu"_s);
    menu->close();
}

void TestTrayController::f59QuitTellsWhatWaits()
{
    f->begin();
    f->reader.inbox.waiting = 3; // nobody told of a change yet
    f->action(u"quit"_s)->trigger();
    QVERIFY(box() != nullptr);
    QVERIFY2(box()->informativeText().startsWith(QStringLiteral("3 text")), qPrintable(box()->informativeText()));
    QVERIFY(box()->informativeText().contains(QStringLiteral("will not be texted")));
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(box() == nullptr);
    f->reader.inbox.waiting = 0;
    f->action(u"quit"_s)->trigger();
    QVERIFY(!box()->informativeText().contains(QStringLiteral("have not left")));
}

void TestTrayController::f58SafeModeIsAProblem()
{
    f->begin();
    Notice notice;
    notice.kind = Notice::Kind::SafeMode;
    emit f->client.noticesChanged({notice});
    QCOMPARE(f->controller.status().state(), TrayState::Problem);
    QCOMPARE(f->action(u"status"_s)->text(), QStringLiteral("Nothing is texted after crashes"));
    emit f->client.noticesChanged({});
    QCOMPARE(f->controller.status().state(), TrayState::Ok);
}

void TestTrayController::f46FrozenCopyIsOfferedToBeEnded()
{
    QList<bool> answers;
    const auto note = [&answers](bool end) { answers.append(end); };
    askToEndFrozenCopy(4711, {}, note);
    QVERIFY(box() != nullptr);
    QVERIFY2(box()->informativeText().contains(QStringLiteral("4711")), qPrintable(box()->informativeText()));
    QTest::keyClick(box(), Qt::Key_Return); // the safe answer
    QTRY_VERIFY(box() == nullptr);
    askToEndFrozenCopy(4711, {}, note);
    press("endIt");
    QCOMPARE(answers, QList<bool>({false, true}));
    askToEndFrozenCopy(0, {}, note); // nobody knows which
    QVERIFY(box()->findChild<QPushButton *>(QStringLiteral("endIt")) == nullptr);
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(box() == nullptr);
    QCOMPARE(answers, QList<bool>({false, true, false}));
    const QString host = QStringLiteral("front <b>desk</b>\u202e");
    askToEndFrozenCopy(0, host, note); // in a folder that was copied: a restart would not help
    QVERIFY2(box()->text().endsWith(QStringLiteral("front <b>desk</b>")), qPrintable(box()->text()));
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_VERIFY(box() == nullptr);
    askToEndFrozenCopy(0, host, note);
    press("endIt");
    QCOMPARE(answers, QList<bool>({false, true, false, false, true}));
}

QTEST_MAIN(TestTrayController)
#include "tst_traycontroller.moc"
