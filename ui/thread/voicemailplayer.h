// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

namespace textback {

/// Plays one voicemail at a time. GUI thread.
class VoicemailPlayer : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins `path` from its start; what was heard before ends. False: it is heard elsewhere (or not at all), and there is nothing to stop.
    virtual bool play(const QString &path) = 0;
    virtual void stop() = 0;

signals:
    /// It came to its end, or was stopped.
    void ended();
    /// Another program was asked to play it; whether it does nobody tells.
    void handedOver();
    /// It cannot be heard on this computer.
    void failed();
};

/// Qt Multimedia's, or one that hands the file to the system's player, as the program was built.
VoicemailPlayer *makeVoicemailPlayer(QObject *parent);

} // namespace textback
