// SPDX-License-Identifier: MIT
#include "ui/dialogs/shelldialogs.h"

#include "ui/dialogs/plainmessagebox.h"
#include "ui/format/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QPushButton>

namespace textback {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(textback::ShellDialogs)
};

/// Two buttons, of which keeping the program running is the safe one.
QWidget *ask(QWidget *parent, const QString &name, const QString &text, const QString &informative, const QString &keep,
             const QString &leave, std::function<void()> quit)
{
    auto *box = new PlainMessageBox(parent);
    box->setObjectName(name);
    box->setWindowTitle(QStringLiteral("Textback"));
    box->setWindowIcon(applicationIcon());
    box->setIconPixmap(applicationIcon().pixmap(QSize(dp(48), dp(48)), box->devicePixelRatioF()));
    box->setStyleSheet(
        QStringLiteral("#qt_msgbox_label { font-size: %1px; font-weight: 700; } #qt_msgbox_informativelabel { min-width: %2px; }")
            .arg(dp(16))
            .arg(dp(340)));
    box->setTexts(text, informative);
    QPushButton *keepButton = box->addWord(keep, QMessageBox::RejectRole);
    QPushButton *leaveButton = box->addWord(leave, QMessageBox::AcceptRole);
    keepButton->setObjectName(QStringLiteral("keepRunning"));
    leaveButton->setObjectName(QStringLiteral("quit"));
    box->setDefaultButton(keepButton);
    box->setEscapeButton(keepButton);
    QObject::connect(leaveButton, &QPushButton::clicked, box, [quit = std::move(quit)] { quit(); });
    if (parent != nullptr) {
        box->open();
    } else {
        box->setWindowModality(Qt::NonModal);
        box->show();
    }
    box->raise();
    box->activateWindow();
    return box;
}

} // namespace

QWidget *askToQuit(QWidget *parent, bool textsAreOn, int waiting, std::function<void()> quit)
{
    QString what = textsAreOn ? Words::tr("Missed calls will not be texted until you start it again.")
                              : Words::tr("Calls will not be watched until you start it again.");
    if (waiting > 0)
        what = Words::tr("%n text(s) have not left yet. They leave when you start it again, unless it is too late for them then.", nullptr,
                         waiting) +
               QStringLiteral("\n\n") + what;
    return ask(parent, QStringLiteral("quitQuestion"), Words::tr("Quit Textback?"), what, Words::tr("Keep running"), Words::tr("Quit"),
               std::move(quit));
}

QWidget *askToEndFrozenCopy(qint64 pid, const QString &host, std::function<void(bool end)> answered)
{
    const bool elsewhere = !host.isEmpty();
    auto *box = new PlainMessageBox;
    box->setObjectName(QStringLiteral("frozenCopy"));
    box->setWindowTitle(QStringLiteral("Textback"));
    box->setWindowIcon(applicationIcon());
    box->setIcon(QMessageBox::Warning);
    box->setTexts(elsewhere ? Words::tr("Another computer has this data in use: %1").arg(singleLine(host))
                            : Words::tr("Textback is already running, but it does not answer."),
                  elsewhere ? Words::tr("If Textback runs there on this very folder, close it there first. If it does not, because the "
                                        "folder was copied or moved, start it here. When both computers go on, let only one of them send: "
                                        "Settings, This PC.")
                  : pid > 0
                      ? Words::tr("Process %1 seems to be frozen. Ending it loses nothing: what it recorded is safe, and a text that was "
                                  "on its way is looked up at your phone provider.")
                            .arg(pid)
                      : Words::tr("It cannot be ended from here. Restart the computer, then start Textback again."));
    QPushButton *leave = box->addWord(Words::tr("Close"), QMessageBox::RejectRole);
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    QPushButton *end = nullptr;
    if (elsewhere)
        end = box->addWord(Words::tr("Start here"), QMessageBox::AcceptRole);
    else if (pid > 0)
        end = box->addWord(Words::tr("End it and start"), QMessageBox::AcceptRole);
    if (end)
        end->setObjectName(QStringLiteral("endIt"));
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, end, answered = std::move(answered)] { answered(end && box->clickedButton() == end); });
    box->setWindowModality(Qt::NonModal);
    box->show();
    box->raise();
    box->activateWindow();
    return box;
}

QWidget *tellThatItGoesOn(bool inTray, std::function<void()> quit)
{
    return ask(
        nullptr, QStringLiteral("goesOnHint"), Words::tr("Textback is still running"),
        inTray
            ? Words::tr(
                  "It goes on texting missed callers while its window is closed. Open it again with its icon in the tray; if you do "
                  "not see the icon, look among the hidden ones. To end the program, choose Quit there. You can change this in Settings.")
            : Words::tr("This desktop has no tray for its icon, so the window was minimized and missed callers are texted as before. To "
                        "end the program, press Ctrl+Q in its window."),
        Words::tr("Got it"), Words::tr("Quit instead"), std::move(quit));
}

} // namespace textback
