// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/theme/filterchip.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace textback::test {

/// A page with one long list on the screen, over a reader in memory and virtual time; the business is in UTC.
template <typename Page, typename Model, typename Reader>
class ListPageFixture {
protected:
    void makeParts()
    {
        if (!m_theme)
            m_theme = std::make_unique<Theme>(*qApp);
        m_time = std::make_unique<VirtualTime>(); // Monday, 23 November 2026, 15:00 UTC
        m_engine = std::make_unique<EngineClient>();
        m_reader = std::make_unique<Reader>();
    }
    void dropParts()
    {
        m_page.reset();
        m_reader.reset();
        m_engine.reset();
        m_time.reset();
    }
    void makePage()
    {
        m_page = std::make_unique<Page>(*m_engine, *m_reader, *m_time, *m_time);
        Settings settings;
        settings.business.timeZone = QStringLiteral("UTC");
        emit m_engine->settingsChanged(settings);
        m_page->resize(900, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_model = m_page->template findChild<Model *>();
    }
    QList<qint64> ids() const
    {
        QList<qint64> all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(m_model->idOf(row));
        return all;
    }
    template <typename W>
    static W *named(QWidget *top, const QString &name)
    {
        for (W *each : top->findChildren<W *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    FilterChip *chip(const QString &word) const { return named<FilterChip>(m_page.get(), word); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<EngineClient> m_engine;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<Page> m_page;
    Model *m_model = nullptr;
};

} // namespace textback::test
