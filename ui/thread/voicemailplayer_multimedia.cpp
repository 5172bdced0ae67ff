// SPDX-License-Identifier: MIT
#include "ui/dialogs/outside.h"
#include "ui/thread/voicemailplayer.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QUrl>

namespace textback {

namespace {

/// The player comes to be with the first voicemail: looking for sound devices takes a while. What it cannot play goes to the system's player.
class MultimediaPlayer final : public VoicemailPlayer {
public:
    using VoicemailPlayer::VoicemailPlayer;

    bool play(const QString &path) override
    {
        stop();
        m_path = path;
        // Without any output Qt 6.4 with GStreamer crashes in place of failing.
        if (QMediaDevices::audioOutputs().isEmpty()) {
            if (!openSoundOutside(path))
                emit failed();
            return false;
        }
        m_player = new QMediaPlayer(this);
        m_player->setAudioOutput(new QAudioOutput(m_player));
        connect(m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
            if (status == QMediaPlayer::EndOfMedia)
                end();
        });
        connect(m_player, &QMediaPlayer::errorOccurred, this, [this] {
            end();
            if (!openSoundOutside(m_path))
                emit failed();
        });
        m_player->setSource(QUrl::fromLocalFile(path));
        if (!m_player) // it failed at once
            return false;
        m_player->play();
        return m_player != nullptr;
    }

    void stop() override
    {
        if (m_player)
            end();
    }

private:
    void end()
    {
        if (!m_player)
            return;
        m_player->disconnect(this);
        m_player->stop();
        m_player->deleteLater(); // it may be its own signal
        m_player = nullptr;
        emit ended();
    }

    QMediaPlayer *m_player = nullptr;
    QString m_path;
};

} // namespace

VoicemailPlayer *makeVoicemailPlayer(QObject *parent)
{
    return new MultimediaPlayer(parent);
}

} // namespace textback
