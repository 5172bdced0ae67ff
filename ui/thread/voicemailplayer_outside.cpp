// SPDX-License-Identifier: MIT
#include "ui/dialogs/outside.h"
#include "ui/thread/voicemailplayer.h"

namespace textback {

namespace {

class OutsidePlayer final : public VoicemailPlayer {
public:
    using VoicemailPlayer::VoicemailPlayer;

    bool play(const QString &path) override
    {
        if (openSoundOutside(path))
            emit handedOver();
        else
            emit failed();
        return false;
    }
    void stop() override {}
};

} // namespace

VoicemailPlayer *makeVoicemailPlayer(QObject *parent)
{
    return new OutsidePlayer(parent);
}

} // namespace textback
