// SPDX-License-Identifier: MIT
#include "ui/mainwindow/mediaactions.h"

#include "ui/format/viewcontext.h"
#include "ui/theme/toast.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/mediawords.h"
#include "ui/thread/pictureviewer.h"
#include "ui/thread/voicemailplayer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

MediaActions::MediaActions(MediaShelf &shelf, const ViewContext &context, Toast &toast, QWidget *window)
    : QObject(window)
    , m_shelf(shelf)
    , m_context(context)
    , m_toast(toast)
    , m_window(window)
{
    setPlayer(makeVoicemailPlayer(this));
    connect(&m_shelf, &MediaShelf::voicemailCame, this, [this](CallId call) {
        if (m_wanted == call)
            play(call);
    });
}

void MediaActions::setPlayer(VoicemailPlayer *player)
{
    delete std::exchange(m_player, player);
    m_player->setParent(this);
    connect(m_player, &VoicemailPlayer::ended, this, [this] { m_shelf.setPlaying({}); });
    connect(m_player, &VoicemailPlayer::handedOver, this,
            [this] { m_toast.tell(tr("Handed to this computer's player. If you hear nothing, save the voicemail.")); });
    connect(m_player, &VoicemailPlayer::failed, this, [this] {
        m_shelf.setPlaying({});
        m_toast.tell(tr("This computer has no program for sounds. Save the voicemail and listen to it elsewhere."));
    });
}

void MediaActions::leave()
{
    m_wanted = {};
    m_player->stop();
}

void MediaActions::act(ThreadAction action, const ThreadEntry &entry, int file)
{
    const auto *card = std::get_if<CallCard>(&entry.content);
    const auto *bubble = std::get_if<MessageBubble>(&entry.content);
    switch (action) {
    case ThreadAction::OpenPicture:
        if (bubble)
            open(bubble->message, file);
        break;
    case ThreadAction::SaveFile:
        if (bubble)
            askWhereToSave({bubble->message.id, {}, file}, entry.at);
        break;
    case ThreadAction::SaveVoicemail:
        if (card)
            askWhereToSave({{}, card->id, 0}, entry.at);
        break;
    case ThreadAction::TryAgain:
        m_wanted = card ? card->id : CallId();
        m_shelf.tryAgain(entry);
        break;
    case ThreadAction::PlayVoicemail:
        if (card)
            toggle(*card);
        break;
    default:
        break;
    }
}

void MediaActions::open(const Message &message, int file)
{
    std::vector<PictureViewer::Picture> pictures;
    size_t first = 0;
    for (const MediaKey &key : m_shelf.pictures(message)) {
        if (key.index == file)
            first = pictures.size();
        pictures.push_back({key, m_shelf.find(key)->report.file});
    }
    if (pictures.empty())
        return;
    auto *viewer = new PictureViewer(m_shelf.loader(), std::move(pictures), first, m_window);
    connect(viewer, &PictureViewer::saveRequested, this, [this, at = message.at](const MediaKey &key) { askWhereToSave(key, at); });
    viewer->open();
}

void MediaActions::toggle(const CallCard &card)
{
    if (m_shelf.playing() == card.id) {
        m_player->stop();
        return;
    }
    m_wanted = card.id;
    const MediaShelf::File *file = m_shelf.find({{}, card.id, 0});
    if (file && file->report.state == MediaReport::State::Ready && QFile::exists(file->report.file.path))
        play(card.id);
    else
        m_shelf.fetchVoicemail(card.id, true);
}

void MediaActions::play(CallId call)
{
    m_wanted = {};
    const QString path = m_shelf.find({{}, call, 0})->report.file.path;
    m_player->stop();
    // Before it is asked: a player that fails at once says so from inside.
    m_shelf.setPlaying(call);
    if (!m_player->play(path))
        m_shelf.setPlaying({});
}

void MediaActions::askWhereToSave(const MediaKey &key, UtcTime at)
{
    const MediaShelf::File *file = m_shelf.find(key);
    if (!file || file->report.state != MediaReport::State::Ready)
        return;
    const KeptFile kept = file->report.file;
    const QString when = QDateTime::fromMSecsSinceEpoch(toUnixMillis(at), m_context.times.zone()).toString(u"yyyy-MM-dd HH-mm"_s);
    const QString name = MediaWords::fileName(kept, when, !key.call.isNull(), key.index + 1);
    const bool picture = mediaKindOf(kept.type) == MediaKind::Picture;
    const auto place = picture ? QStandardPaths::PicturesLocation : QStandardPaths::DownloadLocation;
    auto *dialog = new QFileDialog(m_window, tr("Where to save it"), QStandardPaths::writableLocation(place));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(mediaSuffix(kept.type));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kept](const QString &to) { save(kept, to); });
    dialog->open();
}

void MediaActions::save(const KeptFile &file, const QString &to)
{
    QFile source(file.path);
    if (!source.open(QIODevice::ReadOnly)) {
        m_toast.tell(tr("The file is not kept here any more. Open the conversation again to fetch it."));
        return;
    }
    QSaveFile copy(to);
    const bool saved = copy.open(QIODevice::WriteOnly) && copy.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                       copy.write(source.readAll()) == source.size() && copy.commit();
    m_toast.tell(saved ? tr("Saved as %1.").arg(QDir::toNativeSeparators(to))
                       : tr("%1 cannot be written. Choose another folder.").arg(QDir::toNativeSeparators(to)));
}

} // namespace textback
