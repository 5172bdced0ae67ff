// SPDX-License-Identifier: MIT
#include "ui/thread/entryactions.h"

#include "ui/format/callwords.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/mediawords.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwords.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(ThreadAction action)
{
    switch (action) {
    case ThreadAction::CallBack:
        return ThreadView::tr("Call back");
    case ThreadAction::CancelWaiting:
        return ThreadView::tr("Cancel this text");
    case ThreadAction::SendNow:
        return ThreadView::tr("Send now");
    case ThreadAction::SendAgain:
        return ThreadView::tr("Send again");
    case ThreadAction::SendAnyway:
        return ThreadView::tr("Send anyway");
    case ThreadAction::Why:
        return ThreadView::tr("Why was no text sent?");
    case ThreadAction::ShowMore:
        return ThreadView::tr("Show more");
    case ThreadAction::CopyText:
        return ThreadView::tr("Copy text");
    case ThreadAction::OpenLink:
        return ThreadView::tr("Open link");
    case ThreadAction::EditNote:
        return ThreadView::tr("Edit note");
    case ThreadAction::DeleteNote:
        return ThreadView::tr("Delete note");
    case ThreadAction::OpenPicture:
        return MediaWords::openPicture(1, 1);
    case ThreadAction::SaveFile:
        return MediaWords::savePicture(1, 1);
    case ThreadAction::TryAgain:
        return ThreadView::tr("Try to fetch it again");
    case ThreadAction::PlayVoicemail:
        return ThreadView::tr("Play voicemail");
    case ThreadAction::SaveVoicemail:
        return ThreadView::tr("Save voicemail as…");
    }
    Q_UNREACHABLE();
}

} // namespace

QList<EntryAction> actionsOf(const ThreadEntry &entry, bool canCall)
{
    QList<EntryAction> actions;
    const auto add = [&actions](ThreadAction action) { actions.append({action, nameOf(action)}); };
    if (const auto *card = std::get_if<CallCard>(&entry.content)) {
        if (canCall)
            add(ThreadAction::CallBack);
        if (CallWords::skipReason(*card))
            add(ThreadAction::Why);
        return actions;
    }
    add(ThreadAction::CopyText);
    if (std::holds_alternative<ThreadNote>(entry.content)) {
        add(ThreadAction::EditNote);
        add(ThreadAction::DeleteNote);
        return actions;
    }
    const auto &bubble = std::get<MessageBubble>(entry.content);
    switch (ThreadWords::state(bubble)) {
    case BubbleState::Waiting:
        add(ThreadAction::CancelWaiting);
        add(ThreadAction::SendNow);
        break;
    case BubbleState::Failed:
    case BubbleState::Unconfirmed:
        add(ThreadAction::SendAgain);
        if (canCall)
            add(ThreadAction::CallBack);
        break;
    case BubbleState::Dropped:
        if (bubble.skipped == DecisionReason::CancelledByOwner)
            add(ThreadAction::SendAnyway);
        break;
    default:
        break;
    }
    return actions;
}

QList<EntryAction> fileActionsOf(const ThreadEntry &entry, const MediaShelf &shelf, int file)
{
    QList<EntryAction> actions;
    const auto add = [&](const QString &name, ThreadAction action, int number) { actions.append({action, name, number}); };
    bool failed = false;
    if (const auto *card = std::get_if<CallCard>(&entry.content)) {
        if (card->recordings == 0)
            return actions;
        const MediaShelf::File *voicemail = shelf.find({{}, card->id, 0});
        add(shelf.playing() == card->id ? MediaWords::stopVoicemail() : MediaWords::playVoicemail(*card), ThreadAction::PlayVoicemail, -1);
        if (voicemail && voicemail->report.state == MediaReport::State::Ready)
            add(nameOf(ThreadAction::SaveVoicemail), ThreadAction::SaveVoicemail, 0);
        failed = voicemail && voicemail->report.error;
    } else {
        const Message &message = std::get<MessageBubble>(entry.content).message;
        const std::vector<MediaKey> pictures = shelf.pictures(message);
        for (size_t i = 0; i < pictures.size(); ++i) {
            if (file >= 0 && pictures[i].index != file)
                continue;
            add(MediaWords::openPicture(int(i) + 1, int(pictures.size())), ThreadAction::OpenPicture, pictures[i].index);
            add(MediaWords::savePicture(int(i) + 1, int(pictures.size())), ThreadAction::SaveFile, pictures[i].index);
        }
        for (int i = 0; i < std::min(message.media, mostFilesOfMessage); ++i) {
            const MediaShelf::File *other = shelf.find({message.id, {}, i});
            failed = failed || (other && other->report.error);
            if (other && other->isOther())
                add(MediaWords::saveFile(other->report.file), ThreadAction::SaveFile, i);
        }
    }
    if (failed)
        add(nameOf(ThreadAction::TryAgain), ThreadAction::TryAgain, -1);
    return actions;
}

} // namespace textback
