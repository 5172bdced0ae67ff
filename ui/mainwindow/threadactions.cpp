// SPDX-License-Identifier: MIT
#include "ui/mainwindow/threadactions.h"

#include "engine/engineclient.h"
#include "ui/dialogs/outside.h"
#include "ui/dialogs/plainmessagebox.h"
#include "ui/format/callwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/toast.h"
#include "ui/thread/threadwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QUrl>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 500; // of a link's address

} // namespace

ThreadActions::ThreadActions(EngineClient &engine, const ViewContext &context, Toast &toast, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_context(context)
    , m_toast(toast)
    , m_window(window)
{
}

void ThreadActions::act(ThreadAction action, const ThreadEntry &entry)
{
    const auto *bubble = std::get_if<MessageBubble>(&entry.content);
    switch (action) {
    case ThreadAction::CallBack:
        call();
        return;
    case ThreadAction::Why:
        explain(entry);
        return;
    case ThreadAction::ShowMore:
    case ThreadAction::OpenLink:
        return;
    default:
        break;
    }
    if (!bubble)
        return;
    const MessageId id = bubble->message.id;
    switch (action) {
    case ThreadAction::CancelWaiting:
        emit m_engine.cancelWaitingRequested(id);
        break;
    case ThreadAction::SendNow:
        emit m_engine.sendNowRequested(id);
        break;
    case ThreadAction::SendAnyway:
        emit m_engine.sendMessageRequested(m_conversation.id, bubble->message.body);
        break;
    case ThreadAction::CopyText:
        QGuiApplication::clipboard()->setText(bubble->message.body);
        m_toast.tell(tr("Text copied."));
        break;
    case ThreadAction::SendAgain: {
        if (ThreadWords::state(*bubble) != BubbleState::Unconfirmed) {
            emit m_engine.sendAgainRequested(id);
            break;
        }
        auto *question = new PlainMessageBox(m_window);
        question->setTexts(tr("Send this text again?"), tr("The first one may have arrived: then they get it twice."));
        QPushButton *again = question->addWord(tr("Send again"), QMessageBox::AcceptRole);
        question->addWord(tr("Cancel"), QMessageBox::RejectRole);
        connect(again, &QPushButton::clicked, this, [this, id] { emit m_engine.sendAgainRequested(id); });
        question->open();
        break;
    }
    default:
        break;
    }
}

void ThreadActions::call(const ConversationSummary &conversation)
{
    if (conversation.number.isNull())
        return;
    const QString number = conversation.number.e164();
    if (openOutside(QUrl(u"tel:"_s + number)))
        return;
    QGuiApplication::clipboard()->setText(number);
    m_toast.tell(tr("This computer has no program for calls. The number %1 is copied: dial it on your phone.")
                     .arg(conversation.number.display(m_context.region)));
}

void ThreadActions::copyNumber(const ConversationSummary &conversation)
{
    if (conversation.number.isNull())
        return;
    QGuiApplication::clipboard()->setText(conversation.number.e164());
    m_toast.tell(tr("%1 copied.").arg(conversation.number.e164()));
}

void ThreadActions::explain(const ThreadEntry &entry)
{
    const auto *card = std::get_if<CallCard>(&entry.content);
    const auto reason = card ? CallWords::skipReason(*card) : std::nullopt;
    if (!reason)
        return;
    QStringList lines;
    if (card->decision) {
        lines.append(tr("Decided %1.").arg(m_context.times.full(card->decision->decidedAt)));
        if (!card->decision->ruleVersion.isEmpty())
            lines.append(tr("Rule: %1, version %2 of the rules.").arg(toString(*reason), card->decision->ruleVersion));
        else
            lines.append(tr("Rule: %1.").arg(toString(*reason)));
    }
    auto *box = new PlainMessageBox(m_window);
    box->setWindowTitle(tr("Why was no text sent?"));
    box->setTexts(CallWords::textOutcome(*card), lines.join(u'\n'));
    box->addWord(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

void ThreadActions::askToOpen(const QUrl &url)
{
    if (!mayOpen(url))
        return;
    auto *question = new PlainMessageBox(m_window);
    const bool phone = url.scheme() == "tel"_L1;
    const QString whole = url.toString(QUrl::FullyEncoded);
    question->setTexts(phone ? tr("Call %1?").arg(linkTarget(url)) : tr("Open %1 in the browser?").arg(linkTarget(url)),
                       phone                         ? QString()
                       : whole.size() > longestShown ? whole.left(longestShown) + u"…"_s
                                                     : whole);
    QPushButton *yes = question->addWord(phone ? tr("Call") : tr("Open"), QMessageBox::AcceptRole);
    question->addWord(tr("Cancel"), QMessageBox::RejectRole);
    connect(yes, &QPushButton::clicked, this, [this, url, whole] {
        if (openOutside(url))
            return;
        QGuiApplication::clipboard()->setText(whole);
        m_toast.tell(tr("This computer has no program that opens it. The link is copied."));
    });
    question->open();
}

} // namespace textback
