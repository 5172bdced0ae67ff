// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace textback {

/// The files that callers of the simulated line send, drawn and made for it: a broken-down car (JPEG), somebody who speaks after the beep (MP3, 6.6 s).
QByteArray samplePicture();
QByteArray sampleVoicemail();

} // namespace textback
