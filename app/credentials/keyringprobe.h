// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>

namespace textback {

/// How the desktop's keyring stands. QtKeychain alone cannot tell: on a locked keyring its "read" reports a missing entry and its "delete"
/// success (measured with QtKeychain 0.13.2 and libsecret).
enum class KeyringState {
    Usable,
    Locked,   ///< it exists and is closed
    Empty,    ///< the service is there, but no keyring was ever made: nothing can be stored without asking the user for a password
    NoService ///< nobody offers org.freedesktop.secrets
};

/// Asks how the keyring stands, without any prompt, and calls `done` once from the event loop of this thread; not after `context` is gone.
/// Where the platform's keychain can tell these states apart by itself (Windows, macOS), the answer is always Usable.
void probeKeyring(QObject *context, std::function<void(KeyringState)> done);

/// Asks the desktop to let the user unlock the default keyring. `done` is called once when that is over, whatever came of it; not after `context`
/// is gone. At once where the platform's keychain asks by itself.
void unlockKeyring(QObject *context, std::function<void()> done);

} // namespace textback
