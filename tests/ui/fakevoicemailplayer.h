// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/voicemailplayer.h"

#include <QStringList>

namespace textback::test {

/// Plays nothing and remembers what it should.
class FakeVoicemailPlayer final : public VoicemailPlayer {
public:
    bool play(const QString &path) override
    {
        played.append(path);
        if (fails)
            emit failed();
        return !fails && playsHere;
    }
    void stop() override
    {
        ++stops;
        emit ended();
    }

    QStringList played;
    int stops = 0;
    bool fails = false;
    bool playsHere = true;
};

} // namespace textback::test
