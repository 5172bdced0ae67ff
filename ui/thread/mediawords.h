// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/media/mediareport.h"

#include <QCoreApplication>

namespace textback {

/// Pictures, files and voicemails in words. Names are of our own making: what a stranger called a file is not shown.
class MediaWords {
    Q_DECLARE_TR_FUNCTIONS(textback::MediaWords)

public:
    /// "Picture", "Sound", "PDF document" ...
    static QString kind(MediaType type);
    /// "PDF document, 120 kB"
    static QString named(const KeptFile &file);
    /// What went wrong with it and what to do; "Try again" stands beside it.
    static QString failure(const Error &error);
    static QString openPicture(int number, int of);
    static QString savePicture(int number, int of);
    static QString saveFile(const KeptFile &file);
    /// "Play voicemail, 22 s": also what a screen reader says.
    static QString playVoicemail(const CallCard &card);
    static QString stopVoicemail();
    /// "Voicemail 2026-11-27 14-05.mp3"; `at` as it is to be read in a name.
    static QString fileName(const KeptFile &file, const QString &at, bool voicemail, int number);
};

} // namespace textback
