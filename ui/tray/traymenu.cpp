// SPDX-License-Identifier: MIT
#include "ui/tray/traymenu.h"

#include "ui/tray/traystatus.h"

#include <QActionGroup>

namespace textback {

namespace {

void put(QAction *action, QString text)
{
    text.replace(u'&', QStringLiteral("&&"));
    if (action->text() != text)
        action->setText(text);
}

} // namespace

TrayMenu::TrayMenu(QWidget *parent)
    : QMenu(parent)
{
    m_status = addAction(QString());
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setEnabled(false);
    m_inbox = addAction(QString());
    m_inbox->setObjectName(QStringLiteral("inbox"));
    connect(m_inbox, &QAction::triggered, this, &TrayMenu::inboxRequested);
    addSeparator();
    m_resume = addAction(tr("Resume automatic texts"));
    m_resume->setObjectName(QStringLiteral("resume"));
    m_resume->setVisible(false);
    connect(m_resume, &QAction::triggered, this, &TrayMenu::resumeRequested);
    m_pause = buildPause();
    addMenu(m_pause);
    addMenu(buildAmounts());
    addSeparator();
    QAction *settings = addAction(tr("Settings…"));
    settings->setObjectName(QStringLiteral("settings"));
    connect(settings, &QAction::triggered, this, &TrayMenu::settingsRequested);
    QAction *quit = addAction(tr("Quit"));
    quit->setObjectName(QStringLiteral("quit"));
    connect(quit, &QAction::triggered, this, &TrayMenu::quitRequested);
}

QMenu *TrayMenu::buildPause()
{
    auto *menu = new QMenu(tr("Pause automatic texts"), this);
    menu->setObjectName(QStringLiteral("pause"));
    const auto add = [&](PauseChoice choice, const QString &name, const QString &word) {
        QAction *action = menu->addAction(word);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, choice] { emit pauseRequested(choice); });
    };
    add(PauseChoice::AnHour, QStringLiteral("pauseAnHour"), tr("1 hour"));
    add(PauseChoice::UntilTomorrow, QStringLiteral("pauseUntilTomorrow"), tr("Until tomorrow"));
    add(PauseChoice::UntilResumed, QStringLiteral("pauseUntilResumed"), tr("Until I resume"));
    return menu;
}

QMenu *TrayMenu::buildAmounts()
{
    auto *menu = new QMenu(tr("Notifications"), this);
    auto *group = new QActionGroup(menu);
    const auto add = [&](NotificationAmount amount, const QString &word) {
        QAction *action = menu->addAction(word);
        action->setObjectName(QStringLiteral("notify-") + toString(amount));
        action->setCheckable(true);
        action->setData(static_cast<int>(amount));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, amount] { emit amountRequested(amount); });
        m_amounts.append(action);
    };
    add(NotificationAmount::All, tr("All"));
    add(NotificationAmount::WhenNeeded, tr("Only when I am needed"));
    add(NotificationAmount::None, tr("None", "notifications"));
    return menu;
}

void TrayMenu::showStatus(const TrayStatus &status, UtcTime now)
{
    put(m_status, status.line(now));
    put(m_inbox, status.counts.needsReply > 0 ? tr("Open inbox (%1)").arg(status.counts.needsReply) : tr("Open inbox"));
    const bool paused = status.pausedUntil.has_value();
    if (m_resume->isVisible() != paused)
        m_resume->setVisible(paused);
    // Where nothing is texted by itself there is nothing to pause.
    const bool canPause = status.mode == Mode::On;
    if (m_pause->menuAction()->isEnabled() != canPause)
        m_pause->menuAction()->setEnabled(canPause);
    for (QAction *action : std::as_const(m_amounts)) {
        const bool checked = action->data().toInt() == static_cast<int>(status.amount);
        if (action->isChecked() != checked)
            action->setChecked(checked);
    }
}

} // namespace textback
