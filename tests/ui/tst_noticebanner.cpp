// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/fakereader.h"
#include "ui/format/viewcontext.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/noticebanner.h"
#include "ui/theme/filterchip.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

using Kind = ConnectionState::Kind;

/// What the strip's button does for each trouble.
class TestNoticeBanner : public QObject {
    Q_OBJECT

private slots:
    void eachButtonAsksForItsOwn_data();
    void eachButtonAsksForItsOwn();
    void thePauseStripResumes();
};

void TestNoticeBanner::eachButtonAsksForItsOwn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("asks"); // which of the spies below
    QTest::newRow("suspended") << int(Kind::Refused) << QString() << u"Open provider"_s << 0;
    QTest::newRow("locked keychain") << int(Kind::KeychainLocked) << u"locked"_s << u"Unlock"_s << 1;
    QTest::newRow("no keychain") << int(Kind::KeychainLocked) << u"no-service"_s << u"Settings"_s << 2;
    QTest::newRow("signed out") << int(Kind::SignedOut) << QString() << u"Sign in"_s << 2;
    QTest::newRow("wrong certificate") << int(Kind::Untrusted) << QString(tlsRefusedCode) << u"Try now"_s << 3;
    QTest::newRow("offline") << int(Kind::Offline) << QString() << u"Try now"_s << 3;
}

void TestNoticeBanner::eachButtonAsksForItsOwn()
{
    QFETCH(int, kind);
    QFETCH(QString, code);
    QFETCH(QString, button);
    QFETCH(int, asks);
    VirtualTime time;
    ViewContext context{time, time, TimeWords(), u"US"_s, {}, {}};
    NoticeBanner banner(context);
    ConnectionState state;
    state.kind = Kind(kind);
    state.error = Error{ErrorKind::Network, u"details"_s, {}, 0, code};
    banner.setState(state);
    QSignalSpy provider(&banner, &NoticeBanner::providerPageRequested);
    QSignalSpy unlock(&banner, &NoticeBanner::unlockKeychainRequested);
    QSignalSpy settings(&banner, &NoticeBanner::settingsRequested);
    QSignalSpy tryNow(&banner, &NoticeBanner::tryNowRequested);
    QPushButton *pressed = nullptr;
    for (QPushButton *each : banner.findChildren<QPushButton *>()) {
        if (each->text() == button)
            pressed = each;
    }
    QVERIFY(pressed);
    QTest::mouseClick(pressed, Qt::LeftButton);
    const QList<QSignalSpy *> spies{&provider, &unlock, &settings, &tryNow};
    for (qsizetype i = 0; i < spies.size(); ++i)
        QCOMPARE(spies[i]->size(), i == asks ? 1 : 0);
}

void TestNoticeBanner::thePauseStripResumes()
{
    VirtualTime time;
    FakeReader reader;
    EngineClient engine;
    MainWindow window(engine, reader, time, time);
    Settings settings;
    settings.business.timeZone = u"UTC"_s;
    settings.rules.mode = Mode::On;
    emit engine.settingsChanged(settings);
    ConnectionState online;
    online.kind = Kind::Online;
    emit engine.connectionChanged(online);
    Notice notice;
    notice.kind = Notice::Kind::Paused;
    notice.until = time.utcNow() + std::chrono::hours(1);
    emit engine.noticesChanged({notice});
    window.resize(1000, 700);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    time.settle();
    QPushButton *resume = nullptr;
    for (QPushButton *each : window.findChildren<QPushButton *>()) {
        if (each->text() == u"Resume"_s && each->isVisible())
            resume = each;
    }
    QVERIFY(resume);
    QSignalSpy asked(&engine, &EngineClient::resumeTextsRequested);
    auto *before = window.findChildren<FilterChip *>().last();
    before->setFocus();
    QCOMPARE(QApplication::focusWidget(), before);
    resume->setFocus(Qt::TabFocusReason);
    // A click at its place in the window, so that nothing may lie over it.
    const QPoint middle = resume->mapTo(&window, resume->rect().center());
    QCOMPARE(window.childAt(middle), resume);
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, middle);
    QCOMPARE(asked.size(), 1);
    emit engine.noticesChanged({});
    QVERIFY(!resume->isVisible());
    QCOMPARE(QApplication::focusWidget(), before); // where they were before
}

QTEST_MAIN(TestNoticeBanner)
#include "tst_noticebanner.moc"
