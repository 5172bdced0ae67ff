// SPDX-License-Identifier: MIT
#include "ui/mainwindow/inboxcolumns.h"

#include "ui/contact/contactheader.h"
#include "ui/contact/contactpanel.h"
#include "ui/theme/metrics.h"

#include <QLayout>
#include <QSplitter>

#include <algorithm>

namespace textback {

InboxColumns::InboxColumns(const Parts &parts)
    : m_parts(parts)
{
    m_parts.splitter.addWidget(&m_parts.list);
    m_parts.splitter.addWidget(&m_parts.thread);
    m_parts.splitter.setHandleWidth(1);
    m_parts.splitter.setChildrenCollapsible(false);
    m_parts.splitter.setStretchFactor(0, 0);
    m_parts.splitter.setStretchFactor(1, 1);
    m_parts.splitter.setSizes({dp(348), dp(560)});
}

void InboxColumns::setFold(Fold fold)
{
    if (m_fold == fold)
        return;
    m_fold = fold;
    m_panelOver = false;
    arrange();
}

void InboxColumns::setOpen(bool open)
{
    m_open = open;
    m_panelOver = false;
    arrange();
}

void InboxColumns::togglePanel()
{
    (m_fold == Fold::Full ? m_panelWanted : m_panelOver) ^= true;
    arrange();
}

void InboxColumns::arrange()
{
    const bool single = m_fold == Fold::Single;
    m_parts.list.setVisible(!single || !m_open);
    m_parts.thread.setVisible(!single || m_open);
    m_parts.header.setBackVisible(single);
    m_parts.list.setMinimumWidth(dp(single ? 200 : 260));
    m_parts.list.setMaximumWidth(single ? QWIDGETSIZE_MAX : dp(460));
    m_parts.thread.setMinimumWidth(dp(300));

    const bool beside = m_fold == Fold::Full && m_panelWanted && m_open;
    const bool over = m_fold != Fold::Full && m_panelOver && m_open;
    QWidget &page = m_parts.page;
    page.layout()->setContentsMargins(0, 0, beside ? ContactPanel::usualWidth() : 0, 0);
    m_parts.panel.setVisible(beside || over);
    m_parts.panel.setCloseVisible(over);
    // Last: what is shown or hidden above may change the width of the page.
    const int width = single ? page.width() : std::min(ContactPanel::usualWidth(), page.width());
    m_parts.panel.setGeometry(page.width() - width, 0, width, page.height());
    m_parts.panel.raise();
    m_parts.header.setPanelOpen(beside || over);
}

QByteArray InboxColumns::state() const
{
    return m_parts.splitter.saveState();
}

void InboxColumns::restore(const QByteArray &state)
{
    m_parts.splitter.restoreState(state);
    m_parts.splitter.setHandleWidth(1);
}

} // namespace textback
