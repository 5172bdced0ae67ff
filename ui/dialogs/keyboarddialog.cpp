// SPDX-License-Identifier: MIT
#include "ui/dialogs/keyboarddialog.h"

#include "ui/theme/metrics.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace textback {

namespace {

constexpr const char *groupProperty = "keyGroup";

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(", "));
}

} // namespace

KeyboardDialog::KeyboardDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Keyboard"));
    m_list->setAccessibleName(tr("Keys"));
    m_list->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (const QAction *action : actions)
        add(*action);
    m_list->expandAll();
    m_list->header()->setStretchLastSection(true);
    m_list->resizeColumnToContents(0);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(16), dp(16), dp(16), dp(16));
    layout->setSpacing(dp(12));
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    resize(dp(520), dp(600));
    m_list->setFocus(Qt::OtherFocusReason);
}

void KeyboardDialog::setGroup(QAction &action, const QString &name)
{
    action.setProperty(groupProperty, name);
}

void KeyboardDialog::add(const QAction &action)
{
    const QString keys = keysOf(action);
    if (keys.isEmpty())
        return;
    const QString named = action.property(groupProperty).toString();
    const QString name = named.isEmpty() ? tr("More") : named;
    QTreeWidgetItem *group = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount() && !group; ++i) {
        if (m_list->topLevelItem(i)->text(0) == name)
            group = m_list->topLevelItem(i);
    }
    if (!group) {
        group = new QTreeWidgetItem(m_list, {name});
        group->setFirstColumnSpanned(true);
        group->setFlags(Qt::ItemIsEnabled);
        QFont font = m_list->font();
        font.setWeight(QFont::Bold);
        group->setFont(0, font);
    }
    auto *row = new QTreeWidgetItem(group, {QString(action.text()).remove(u'&'), keys});
    row->setData(0, Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(row->text(0), keys));
}

} // namespace textback
