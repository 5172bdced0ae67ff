// SPDX-License-Identifier: MIT
#include "ui/mainwindow/awaydialog.h"

#include "domain/ports/clock.h"
#include "ui/format/conversationwords.h"
#include "ui/format/reasonwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace textback {

namespace {

/// As the list of conversations names a party.
QString callerOf(const LateCall &call, const QString &region)
{
    ConversationSummary summary;
    summary.id = call.conversation;
    summary.contactName = call.name;
    summary.number = call.number;
    summary.address = call.address;
    return ConversationWords::title(summary, region);
}

} // namespace

AwayDialog::AwayDialog(const std::vector<LateCall> &calls, const ViewContext &context, QWidget *parent)
    : QDialog(parent)
    , m_calls(calls)
    , m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("While you were away"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(16), dp(16), dp(16), dp(16));
    layout->setSpacing(dp(12));
    auto *words = new PlainLabel(
        m_calls.empty() ? tr("No missed calls are left without a text.") : tr("These callers got no text. Call them back."), this);
    words->setWordWrap(true);
    layout->addWidget(words);

    m_list->setAccessibleName(tr("Missed calls without a text"));
    m_list->setHeaderLabels({tr("Time"), tr("Caller"), tr("Reason")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const UtcTime now = context.clock.utcNow();
    for (const LateCall &call : m_calls)
        m_list->addTopLevelItem(
            new QTreeWidgetItem({context.times.moment(call.at, now), callerOf(call, context.region), ReasonWords::inBadge(call.reason)}));
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    layout->addWidget(m_list, 1);

    auto *close = new QPushButton(tr("Close"), this);
    auto *show = new QPushButton(tr("Open conversation"), this);
    show->setEnabled(!m_calls.empty());
    show->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(show);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(show, &QPushButton::clicked, this, &AwayDialog::openCurrent);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &AwayDialog::openCurrent);
    resize(dp(560), dp(420));
    m_list->setFocus(Qt::OtherFocusReason);
}

void AwayDialog::openCurrent()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0)
        return;
    const ConversationId conversation = m_calls[static_cast<size_t>(row)].conversation;
    accept();
    emit conversationRequested(conversation);
}

} // namespace textback
