// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/contact/contactpanel.h"
#include "ui/fakecontactreader.h"
#include "ui/fakeevidencereader.h"
#include "ui/fakereader.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace textback::test {

/// The contact panel alone, with Maria of fillSample(), and what its tests need to find their way in it.
class PanelFixture : public QObject {
protected:
    PanelFixture()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = std::make_unique<Theme>(*qApp);
    }

    /// Not shown yet: a test says before what is known of whom.
    void makePanel(const Settings &settings = {})
    {
        m_panel.reset(); // before what it stands on
        m_reader = std::make_unique<FakeReader>();
        m_maria = fillSample(*m_reader);
        m_time = std::make_unique<VirtualTime>();
        m_contacts = std::make_unique<FakeContactReader>();
        m_evidence = std::make_unique<FakeEvidenceReader>();
        m_engine = std::make_unique<EngineClient>();
        m_context.reset(new ViewContext{*m_time, *m_time, TimeWords(), QStringLiteral("US"), {}, {}});
        m_context->use(settings);
        m_panel = std::make_unique<ContactPanel>(*m_context, *m_engine, *m_reader);
        m_panel->setReaders(m_contacts.get(), m_evidence.get());
    }
    void showPanel()
    {
        m_panel->resize(300, 1100);
        m_panel->setConversation(m_reader->row(m_maria));
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    static QList<QPushButton *> buttonsIn(const QWidget *where, const QString &text)
    {
        QList<QPushButton *> found;
        for (QPushButton *each : where->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == text)
                found.append(each);
        }
        return found;
    }
    QList<QPushButton *> buttons(const QString &text) const { return buttonsIn(m_panel.get(), text); }
    QPushButton *button(const QString &text) const { return buttons(text).value(0); }
    QMenu *openMenu() const
    {
        for (QMenu *menu : m_panel->findChildren<QMenu *>()) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeReader> m_reader;
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeContactReader> m_contacts;
    std::unique_ptr<FakeEvidenceReader> m_evidence;
    std::unique_ptr<EngineClient> m_engine;
    std::unique_ptr<ViewContext> m_context;
    std::unique_ptr<ContactPanel> m_panel;
    ConversationId m_maria;
};

} // namespace textback::test
