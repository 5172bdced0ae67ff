// SPDX-License-Identifier: MIT
#pragma once

class QString;
class QUrl;

namespace textback {

/// The only way from the window to another program: hands a web address or a telephone number to the system, after a person said so.
/// Opens http, https and tel only, whoever asks (faults.md F54). False where it may not, or where no program took it.
bool openOutside(const QUrl &url);

/// Hands a sound that this program keeps to the system's player: a file that is there and ends like a sound. False likewise.
bool openSoundOutside(const QString &path);

} // namespace textback
