// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/contact/contactpanel.h"
#include "ui/contact/namefield.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/fakereader.h"
#include "ui/mainwindow/inboxpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/noticebanner.h"
#include "ui/theme/filterchip.h"
#include "ui/theme/theme.h"
#include "ui/theme/toast.h"
#include "ui/thread/composer.h"
#include "ui/thread/threaddelegate.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace textback::test {

/// The window on an inbox in memory, with an engine that only listens, and what its tests need to find their way in it.
class WindowFixture : public QObject {
    Q_OBJECT

protected:
    WindowFixture()
        : m_theme(std::make_unique<Theme>(*qApp))
    {
    }

    template <typename W>
    W *named(const QString &name) const
    {
        for (W *widget : m_window->findChildren<W *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    QListView *list() const { return named<QListView>(QStringLiteral("Conversations")); }
    ThreadView *thread() const { return m_window->findChild<ThreadView *>(); }
    ThreadModel *threadModel() const { return m_window->findChild<ThreadModel *>(); }
    QPlainTextEdit *field() const { return named<QPlainTextEdit>(QStringLiteral("Message")); }
    void settle()
    {
        for (int i = 0; i < 4; ++i) {
            m_time->settle();
            QApplication::processEvents();
        }
    }
    /// Clicks a painted button in the thread; false if the row has none of that name.
    bool clickInThread(const QString &key, const QString &button)
    {
        settle();
        const QModelIndex index = threadModel()->index(threadModel()->rowOf(key));
        const RowLayout &row = thread()->rows().layoutOf(index, thread()->viewport()->width(), thread()->palette());
        for (const RowLayout::Button &painted : row.buttons) {
            if (painted.text != button)
                continue;
            // A row may be taller than the view.
            const QPoint inside = painted.area.center().toPoint();
            QScrollBar *bar = thread()->verticalScrollBar();
            bar->setValue(bar->value() + thread()->visualRect(index).top() + inside.y() - thread()->viewport()->height() / 2);
            settle();
            QTest::mouseClick(thread()->viewport(), Qt::LeftButton, {}, thread()->visualRect(index).topLeft() + inside);
            return true;
        }
        return false;
    }
    QMessageBox *box() const
    {
        for (QMessageBox *candidate : m_window->findChildren<QMessageBox *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void press(QMessageBox *messageBox, const QString &word)
    {
        for (QAbstractButton *button : messageBox->buttons()) {
            if (button->text() == word)
                button->click();
        }
        settle();
    }

    void makeWindow()
    {
        m_window.reset(); // before what it stands on
        m_reader = std::make_unique<FakeReader>();
        m_maria = fillSample(*m_reader);
        m_time = std::make_unique<VirtualTime>();
        m_engine = std::make_unique<EngineClient>();
        m_window = std::make_unique<MainWindow>(*m_engine, *m_reader, *m_time, *m_time);
        Settings settings;
        settings.business.timeZone = QStringLiteral("UTC");
        settings.rules.mode = Mode::On;
        emit m_engine->settingsChanged(settings);
        ConnectionState online;
        online.kind = ConnectionState::Kind::Online;
        emit m_engine->connectionChanged(online);
        auto *page = new QWidget;
        page->setAccessibleName(QStringLiteral("Settings page"));
        m_window->setSettingsPage(page);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        settle();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeReader> m_reader;
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<EngineClient> m_engine;
    std::unique_ptr<MainWindow> m_window;
    ConversationId m_maria;
};

} // namespace textback::test
